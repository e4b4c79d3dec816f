"""Judges multiples and fractions: "double the average", "a third of", "grow by half", "one for every six"."""

from __future__ import annotations

from decimal import Decimal

from writer.claims.agreement import agrees
from writer.claims.frames import Frame
from writer.claims.index import EVERYONE, SUBJECT
from writer.claims.judgement import SILENT, Candidate, Judgement, derived, judged, plain
from writer.claims.pairs import Pair, left_of, measures_held, right_of, rows_of
from writer.claims.series import Series, series_of
from writer.claims.topics import topics
from writer.language.quantities import Quantity
from writer.language.spans import Span, word_set

_GROW = word_set(
    "grow grows growing grew double doubles doubling triple triples expand expands rise rises increase "
    "increases shrink shrinks by more larger bigger"
)
_OF = frozenset(("of", "the", "as"))
_SURVEY = word_set(
    "report reports say says use uses used using plan plans expect expects adopt adopted have already now "
    "believe rely"
)


def judge_every(frame: Frame, q: Quantity) -> Judgement | None:
    """Judge "one opening a year for every fourteen" and "one in seven"; None where the words are not of this form."""
    if q.low != 1 and q.dimension != "fraction":
        return None
    other = _every(frame, q)
    if other is None:
        return None
    words = {w for f in (frame, frame.before) if f for w in f.words(f.sentence.start, f.sentence.end)}
    series = series_of(frame.index)
    candidates = _people_per(series, words)
    verdict = judged(other, candidates, frame.reading.text[q.start : other.core_end])
    if verdict.status != "contradicted":
        return verdict
    return Judgement(
        status="contradicted",
        rows=verdict.rows,
        formula=verdict.formula,
        expected=f"one for every {verdict.expected}",
        reason=verdict.reason,
        start=q.start,
        end=other.core_end,
    )


def _every(frame: Frame, q: Quantity) -> Quantity | None:
    """Return the number behind "for every", "per" or "to every" after this one."""
    later = [t for t in frame.tokens if t.start >= q.core_end][:9]
    for at, token in enumerate(later[:-1]):
        if token.lower == "in" and 0 < at <= 2 and q.noun:
            return next(
                (
                    o
                    for o in frame.quantities
                    if o.core_start == later[at + 1].start and o.dimension == "count"
                ),
                None,
            )
        if token.lower == "every" or (token.lower in ("per", "to") and at <= 2):
            return next(
                (
                    o
                    for o in frame.quantities
                    if o.core_start == later[at + 1].start and o.dimension == "count"
                ),
                None,
            )
    return None


def _people_per(series: Series, words: set[str]) -> list[Candidate]:
    found: list[Candidate] = []
    if series.first is None or not series.first.value:
        return []
    people = series.first.value
    openings = bool(words & {"opening", "openings", "vacancy", "vacancies"})
    if openings and series.openings and series.openings.value:
        rows = (series.first, series.openings)
        value = people / series.openings.value
        found.append(derived(value, rows, plain(value), f"{people:,f} / {series.openings.value:,f}"))
    if not openings or words & {"new", "net", "growth", "job"}:
        for change in series.change:
            if change.value:
                value = abs(people / change.value)
                found.append(derived(value, change.rows, plain(value, 1), f"{people:,f} / {change.value:,f}"))
    return found


def judge_multiple(frame: Frame, q: Quantity) -> Judgement:
    """Judge a multiple or a fraction of a row: silent where the words name nothing it could be of."""
    grown = _growth(frame, q)
    compared = _compared(frame, q)
    levels = _shares(frame, q)
    options = [*compared, *grown, *levels]
    if not options:
        return SILENT
    return judged(q, options, q.text)


def _growth(frame: Frame, q: Quantity) -> list[Candidate]:
    """Return the growth as a multiple ("double by 2034") or a fraction ("grow by half") of today's level."""
    start, end = frame.bounds(frame.segment(q))
    words = set(frame.words(start, end))
    after = frame.after(Span(q.core_start, q.core_end), 4)
    if not (words & _GROW) or "the" in after[:2] or "as" in after[:2] or (set(after[:2]) & _OF):
        return []
    series = series_of(frame.index)
    if q.dimension == "times" and frame.text(q.core_start, q.core_end).startswith(
        ("double", "triple", "quadruple", "twice")
    ):
        return [
            derived(1 + c.value / 100, c.rows, f"{plain(1 + c.value / 100, 1)} times", c.formula)
            for c in series.percent
        ]
    if q.dimension == "fraction" and (
        words & {"by", "grow", "grows", "shrink", "shrinks", "lose", "loses", "fall", "falls"}
    ):
        if "of" in after[:1]:
            return []
        return [derived(c.value / 100, c.rows, c.text, c.formula) for c in series.percent]
    return []


def _compared(frame: Frame, q: Quantity) -> list[Candidate]:
    """Return ratios of the subject's row to another's: "three times the 3.1 %", "nearly twice as high"."""
    after = frame.after(Span(q.core_start, q.core_end), 6)
    if after[:1] == ("again",):
        return _above(frame, q)
    if q.dimension == "fraction" and after[:1] not in (("of",), ("as",), ("the",)):
        return []
    operand = _operand(frame, q)
    if operand:
        return operand
    number = frame.segment(Span(q.core_end - 1, q.core_end))
    behind = [m for m in frame.entities(number) if m.start >= q.core_end]
    if q.dimension == "fraction" and not any(m.ref != SUBJECT for m in behind):
        return []
    measures = ("growth",) if {"pace", "rate", "faster"} & set(after) else topics(frame, q)
    found: list[Candidate] = []
    for left in left_of(frame, Span(q.start, q.start)):
        for right in right_of(frame, Span(q.core_end, q.core_end), left) or ((EVERYONE,) if behind else ()):
            for measure in measures or measures_held(frame.index, right):
                for pair in rows_of(frame.index, left, right, measure):
                    found += _both_ways(q, pair)
    return found


def _both_ways(q: Quantity, pair: Pair) -> list[Candidate]:
    """Return left through right, and for multiples of another occupation's row right through left as well."""
    ratio = pair.ratio
    if ratio is None:
        return []
    rows = (pair.left, pair.right)
    found = [derived(ratio, rows, _times(q, ratio), f"{pair.left.value:,f} / {pair.right.value:,f}")]
    if pair.left.entity != SUBJECT and ratio and q.dimension == "times":
        found.append(
            derived(1 / ratio, rows, _times(q, 1 / ratio), f"{pair.right.value:,f} / {pair.left.value:,f}")
        )
    return found


def _operand(frame: Frame, q: Quantity) -> list[Candidate]:
    """Return the ratio to a figure that is said: "double the 3.1 % average"."""
    behind = [
        o for o in frame.quantities if o.core_start >= q.core_end and o.dimension in ("percent", "money")
    ]
    if not behind or not 0 < len(frame.words(q.core_end, behind[0].core_start)) <= 3:
        return []
    if "the" not in frame.words(q.core_end, behind[0].core_start):
        return []
    found: list[Candidate] = []
    for row in frame.index.rows:
        if (
            row.value is None
            or row.entity == SUBJECT
            or row.entity.startswith("task:")
            or not agrees(behind[0], row.value)
        ):
            continue
        for pair in rows_of(frame.index, SUBJECT, row.entity, row.measure):
            if pair.ratio is not None:
                formula = f"{pair.left.value:,f} / {pair.right.value:,f}"
                found.append(derived(pair.ratio, (pair.left, pair.right), _times(q, pair.ratio), formula))
    return found


def _above(frame: Frame, q: Quantity) -> list[Candidate]:
    """Return by how much the subject's row exceeds another's, for "half again as much"."""
    found: list[Candidate] = []
    for right in right_of(frame, Span(q.core_end, q.core_end + 1), SUBJECT):
        for measure in topics(frame, q) or measures_held(frame.index, right):
            for pair in rows_of(frame.index, SUBJECT, right, measure):
                if pair.ratio is not None:
                    text = f"{plain((pair.ratio - 1) * 100)}% more"
                    found.append(derived(pair.ratio - 1, (pair.left, pair.right), text, ""))
    return found


def _times(q: Quantity, ratio: Decimal) -> str:
    return f"{plain(ratio, 1)} times" if q.dimension == "times" else f"{plain(ratio * 100)}%"


def _shares(frame: Frame, q: Quantity) -> list[Candidate]:
    """Return exposure as a share: "38 %, more than a third"; only beside the figure or its name."""
    if q.dimension != "fraction":
        return []
    after = frame.after(Span(q.core_start, q.core_end), 2)
    if after[:1] == ("of",) or q.noun.split()[:1] in (["hour"], ["day"], ["year"], ["time"]):
        return []
    named = {m.ref for m in frame.measures}
    before = frame.before
    if "exposure" not in named and not (
        before and not named and "exposure" in {m.ref for m in before.measures}
    ):
        return []
    rows = [row for row in frame.index.of(SUBJECT, "exposure") if row.value is not None]
    return [derived((row.value or Decimal(0)) / 100, (row,), f"{row.value:f}%", "") for row in rows]


def is_survey(frame: Frame, q: Quantity) -> bool:
    """Return whether a fraction is a survey's: "one in five studios now use ..."."""
    after = set(frame.after(Span(q.core_start, q.core_end), 6))
    text = frame.text(q.core_start, q.core_end)
    form = " in " in text or "out of" in text or frame.after(Span(q.core_start, q.core_end), 1) == ("of",)
    return form and bool(after & _SURVEY)
