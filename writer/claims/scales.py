"""Directions on a scale: bounds, ends of a range, percentiles, ratings of tasks, and what a measure rates at all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from writer.claims.anchored import is_change
from writer.claims.index import SUBJECT, Row
from writer.claims.said import Fault, Printed, Said
from writer.claims.signed import Signed
from writer.domain.occupations import Task
from writer.domain.units import Bound
from writer.language.spans import Spanned, word_set

_MEASURES = word_set("pay wage wages exposure openings salary")
_HALF = Decimal(50)
_PAY = word_set("pay wage wages salary")
_MOVES = word_set("shrinks grows shrink grow declines loses gains adds")
_RATERS = word_set("raters ratings rating researchers rated")
_RATED = {"loss": "gain", "losses": "gains", "slower": "faster"}
_RELY = word_set("rely trust lean count counts clear sure certain safe")
_WEIGHS = word_set("counting counts weighing weighs weighted")
_MOST = ("at most", "no more", "up to", "less than", "not above")
_LEAST = ("at least", "no less", "more than", "not below")
_LOW_WORDS, _HIGH_WORDS = word_set("lower less below under"), word_set("higher more above over")


def scale_faults(said: Said) -> Iterator[Fault]:
    """Yield what stands on the wrong side of a scale."""
    for figure in said.printed:
        yield from _bounds(said, figure)
        yield from _ends(said, figure)
        yield from _ranked(said, figure)
    if said.drafted:
        yield from _gains(said)
        yield from _names_of_measures(said)
        yield from _leaving(said)
        yield from _floors(said)
        yield from _tasks(said)


def _bounds(said: Said, figure: Printed) -> Iterator[Fault]:
    """Judge "at most $239,200" where the figure is a lower bound, and what is said of values beyond "that line"."""
    bound = figure.row.bound
    if bound is None:
        return
    wrong, words = (_MOST, _LOW_WORDS) if bound is Bound.AT_LEAST else (_LEAST, _HIGH_WORDS)
    right = "at least" if bound is Bound.AT_LEAST else "at most"
    printed = said.text[figure.start : figure.end].lower()
    lead = " ".join(said.before(figure, 2))
    if lead in wrong or printed.startswith(wrong):
        start = (
            said.text.lower().rfind(lead.split()[0], said.start, figure.start)
            if lead in wrong
            else figure.start
        )
        yield Fault(
            start=start,
            end=figure.end,
            expected=right,
            reason=f"the figure is {right} this",
            rows=(figure.row,),
        )
    for token in said.tokens:
        beyond = said.after(token, 2)
        line = (token.start > figure.end and beyond[:1] in (("that",), ("this",))) or beyond == (
            "the",
            "scale",
        )
        if line and token.lower in words:
            yield Fault(
                start=token.start,
                end=token.end,
                expected="above" if bound is Bound.AT_LEAST else "below",
                reason="the published scale ends at this figure on the other side",
                rows=(figure.row,),
            )


def _ends(said: Said, figure: Printed) -> Iterator[Fault]:
    """Judge "stays at 84 or higher": the lower end of a range bounds it from below, the upper from above."""
    label = figure.row.label
    after = [t for t in said.tokens if t.start >= figure.end][:2]
    if len(after) < 2 or after[0].lower != "or" or not label.startswith(("lower end", "upper end")):
        return
    lower = label.startswith("lower end")
    if after[1].lower in (_LOW_WORDS if lower else _HIGH_WORDS):
        yield Fault(
            start=after[0].start,
            end=after[1].end,
            expected="or higher" if lower else "or lower",
            reason=f"the figure is the {label}",
            rows=(figure.row,),
        )


def _ranked(said: Said, figure: Printed) -> Iterator[Fault]:
    """Judge the measure of a rank, and on which side of a percentile most occupations stand."""
    row = figure.row
    if row.unit not in ("rank", "percentile"):
        return
    for word in said.signed:
        if (
            "growth" in row.label
            and word.sign < 0
            and word.form in ("noun", "verb")
            and "by" in said.before(word, 2)
        ):
            yield Fault(
                start=word.start,
                end=word.end,
                expected="growth",
                reason=f"the figure is the {row.label}",
                rows=(row,),
            )
        beyond = (figure.value - _HALF) * word.sign > 0
        if row.unit == "percentile" and word.form == "more" and beyond and _most_before(said, word):
            yield Fault(
                start=word.start,
                end=word.end,
                expected="lower" if word.sign > 0 else "higher",
                reason=f"the {row.label} is {figure.value:f}",
                rows=(row,),
            )


def _most_before(said: Said, word: Signed) -> bool:
    lead = said.before(word, 4)
    after = said.after(word, 2)
    ends = after[:1] in ((), (".",), (",",)) or (after[:1] == ("than",) and after[1:] != ("that",))
    return "most" in lead and "occupations" in lead and ends


# ------------------------------------------------------------------------------------- what a measure means


def _gains(said: Said) -> Iterator[Fault]:
    """Judge "raters saw no large loss from AI": the theoretical ratings rate gains of time, never losses."""
    words = set(said.words)
    expected = said.basis == "task" and {"expected", "ai", "measures"} <= words
    if said.basis == "evidence" or not (_RATERS & words or expected):
        return
    for word in said.signed:
        right = _RATED.get(word.word, "")
        lead = set(said.between(said.clause(word).start, word.start))
        slow = right == "faster" and not {"could", "can", "make", "makes"} & lead
        if right and not slow and "job" not in said.before(word, 2):
            reason = "the ratings say where AI could make work faster: a gain"
            yield Fault(start=word.start, end=word.end, expected=right, reason=reason)


def _names_of_measures(said: Said) -> Iterator[Fault]:
    """Judge "pay stands better than decline", "no projected decline is lower": the measure is projected growth."""
    for word in said.signed:
        if word.form != "noun" or word.sign > 0 or not (_MEASURES | {"score", "rating"}) & set(said.words):
            continue
        paired = said.before(word, 1) == ("than",) and said.before(word, 2)[:1] in (("better",), ("worse",))
        if paired or (said.after(word, 1) and said.after(word, 1)[0] in _WEIGHS):
            rows = tuple(row for row in said.index.of(SUBJECT, "growth") if is_change(row))
            reason = "what pay is held against is projected growth"
            yield Fault(start=word.start, end=word.end, expected="growth", reason=reason, rows=rows)


def _leaving(said: Said) -> Iterator[Fault]:
    """Judge "people leave the occupation faster than it shrinks": openings against the change a year."""
    words = said.words
    if not {"leave", "leaving", "turnover", "retire"} & set(words):
        return
    openings = next((r for r in said.index.of(SUBJECT, "openings") if r.unit == "openings/year"), None)
    change = next((r for r in said.index.rows if r.unit == "jobs/year" and is_change(r)), None)
    for word in said.signed:
        if openings is None or change is None or not _of_leaving(said, word):
            continue
        more = abs(openings.value or Decimal(0)) - abs(change.value or Decimal(0))
        if said.after(word, 2) == ("on", "growth"):
            more = -more
        if more * word.sign < 0:
            yield Fault(
                start=word.start,
                end=word.end,
                expected="faster" if more > 0 else "slower",
                reason=f"{openings.value:,f} openings a year stand against {change.value:,f} in jobs",
                rows=(openings, change),
            )


def _of_leaving(said: Said, word: Signed) -> bool:
    """True for "leave faster than it shrinks" and "more people leave each year than it loses jobs"."""
    rest = set(said.after(word, 4))
    if word.word in ("faster", "slower"):
        return "than" in rest and bool(rest & _MOVES)
    behind = said.after(word, 16)
    parted = behind[behind.index("than") :] if "than" in behind else ()
    if said.before(word, 1) in (("depends",), ("depend",)) and rest >= {"on", "growth", "than"}:
        return bool({"retire", "leave", "people", "turnover"} & set(behind))
    return word.word in ("more", "fewer") and "leave" in rest and bool(set(parted) & _MOVES)


def _floors(said: Said) -> Iterator[Fault]:
    """Judge "no task is below zero in the Index", which nothing can be, and "the pay is among the lowest"."""
    for word in said.signed:
        clause = said.clause(word)
        inside = set(said.between(clause.start, clause.end))
        if word.word == "below" and said.after(word, 1) == ("zero",) and inside & {"task", "tasks", "value"}:
            yield Fault(
                start=word.start, end=word.end, expected="above", reason="no value of it lies below zero"
            )
        if word.form != "superlative" or said.before(word, 2) != ("among", "the") or not inside & _PAY:
            continue
        row = next((r for r in said.index.rows if r.unit == "percentile" and "wage" in r.label), None)
        if row is not None and row.value is not None and (row.value - _HALF) * word.sign < 0:
            right = "highest" if row.value > _HALF else "lowest"
            reason = f"the {row.label} is {row.value:f}"
            yield Fault(start=word.start, end=word.end, expected=right, reason=reason, rows=(row,))


# --------------------------------------------------------------------------------------------------- tasks


def _tasks(said: Said) -> Iterator[Fault]:
    """Judge what is said of the ratings of the cited tasks: higher, at their lowest, the zero trusted less."""
    known = [t for t in said.index.sheet.tasks if t.theoretical_percent is not None]
    cited = [t for t in known if t.id in said.cites]
    if said.basis != "task" or not cited or len(known) < 2:
        return
    ratings = [t.theoretical_percent or Decimal(0) for t in known]
    middle = Decimal(str(median(ratings)))
    mean = sum((t.theoretical_percent or Decimal(0) for t in cited), Decimal(0)) / len(cited)
    for word in said.signed:
        wrong = ""
        if said.words[:2] in (("they", "are"), ("ratings", "are")) and said.after(word, 1) == ("for",):
            wrong = _rated(word, mean, middle, ratings)
        elif _cautions(said, word) and mean >= _HALF and word.sign > 0:
            wrong = "the ratings of these tasks are high, so their zero is the less certain"
        if wrong:
            yield _task_fault(said, word, wrong, cited)


def _rated(word: Signed, mean: Decimal, middle: Decimal, ratings: list[Decimal]) -> str:
    if word.form == "superlative":
        best = max(ratings) if word.sign > 0 else min(ratings)
        return (
            ""
            if mean == best
            else f"these tasks are rated {mean:.0f}, the end of the scale here is {best:.0f}"
        )
    if word.form == "more" and (mean - middle) * word.sign < 0:
        return f"these tasks are rated {mean:.0f}, the middle of all is {middle:.0f}"
    return ""


def _cautions(said: Said, word: Signed) -> bool:
    """True where a word says how far to trust a zero."""
    words = set(said.words)
    if not {"zero", "zeros"} & words:
        return False
    near = {*said.before(word, 2), *said.after(word, 3)}
    if near & {"count", "counts"} and not {"zero", "zeros"} & set(said.between(said.start, word.start)):
        return False  # something else counts for more than the zero
    return bool(near & _RELY) or (word.form == "superlative" and word.word in ("strongest", "weakest"))


def _task_fault(said: Said, word: Spanned, reason: str, tasks: list[Task]) -> Fault:
    ids = {task.id for task in tasks}
    rows: tuple[Row, ...] = tuple(row for row in said.index.tasks() if row.fact in ids)
    return Fault(start=word.start, end=word.end, reason=reason, expected="", rows=rows)
