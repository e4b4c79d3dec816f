"""Judges counts of people, jobs and openings: levels by year, the change between them, and both per year."""

from __future__ import annotations

from writer.claims.frames import Frame
from writer.claims.index import SUBJECT
from writer.claims.judgement import SILENT, Candidate, Judgement, candidate, derived, judged, match, plain
from writer.claims.series import Series, series_of
from writer.claims.topics import topics
from writer.language.quantities import Quantity
from writer.language.spans import Span, word_set

_MORE = word_set("more extra additional new net fewer less lost gained added")
_CHANGE_VERBS = word_set(
    "by gain gains loss losses drop drops decline fall rise increase decrease add adds added adding lose loses "
    "losing shed sheds shedding grow grows growing shrink shrinks net change moves move difference up down "
    "reduction growth extra cut swing shrinkage expansion increase"
)
_ARRIVAL = word_set("to reach reaches reaching hit hits from at")
_PLAN_WORDS = (
    "over the decade",
    "across the decade",
    "over ten years",
    "over the ten",
    "over a decade",
    "in ten years",
    "net",
)
_TODAY = frozenset(["today", "currently", "now", "present"])
_IS = word_set("was is were are stood at will be came to reaches reached it should of")
_PER_FACTOR = {"month": 12, "week": 52, "day": 260}


def judge_count(frame: Frame, q: Quantity) -> Judgement:
    """Judge a count of openings, people or jobs; silent where the words name none of them."""
    kind = _kind(frame, q)
    series = series_of(frame.index)
    if kind == "openings":
        return _openings(frame, q, series)
    if kind == "jobs":
        return _jobs(frame, q, series)
    return SILENT


def _kind(frame: Frame, q: Quantity) -> str:
    nouns = q.noun.split()
    if _arrives(frame, q):
        return "jobs"
    openings = frame.index.vocabulary.measure("openings")
    if openings and set(nouns) & set(openings.nouns):
        return "openings"
    if counts_people(frame, q):
        return "jobs"
    if nouns and not set(nouns) & (_MORE | {"net"}) and q.step < 100:
        return ""
    after = frame.after(_core(q), 2)
    goes_on = any(m.kind == "subject" for m in frame.entities()) or _counted_before(frame, q)
    if after[:1] in (("more",), ("fewer",), ("extra",)) and q.low >= 100 and goes_on:
        return "jobs"
    named = [m for m in topics(frame, q) if m in ("employment", "openings")]
    if not named:
        return "jobs" if _counted_before(frame, q) else ""
    if named[0] == "openings" and (q.per or q.step >= 100):
        return "openings"
    return "jobs" if q.step >= 100 or q.vague or q.low >= 100 or q.per or _changes(frame, q) else ""


def _counted_before(frame: Frame, q: Quantity) -> bool:
    """Return whether people were counted in the sentence before, and this figure goes on from there."""
    if q.noun or q.low < 1000 or frame.before is None:
        return False
    return any(
        o.dimension == "count" and o.low >= 1000 and counts_people(frame.before, o)
        for o in frame.before.quantities
    )


def _arrives(frame: Frame, q: Quantity) -> bool:
    """Return whether a bare figure is the other end of a change of headcount ("20,400 technicians, up from 13,600")."""
    if q.noun or q.per or q.low < 100 or frame.ahead(_core(q, hedge=True), 1) not in (("from",), ("to",)):
        return False
    return any(o is not q and o.dimension == "count" and counts_people(frame, o) for o in frame.quantities)


def counts_people(frame: Frame, q: Quantity) -> bool:
    """Return whether the noun is people or jobs, or the subject's own name follows ("20,400 technicians")."""
    vocabulary = frame.index.vocabulary
    nouns = set(q.noun.split())
    if nouns & (set(vocabulary.people_nouns) | set(vocabulary.job_nouns)) and not _peer_count(frame, q):
        return True
    near = [m for m in frame.entities() if 0 <= m.start - q.core_end <= 24 and m.kind == "subject"]
    plain_words = frame.words(q.core_end, near[0].start) if near else ()
    if near and set(plain_words) <= (_MORE | {"of", "the", "working", "employed", "in"}):
        return q.step >= 10 or q.low >= 100 or bool(set(plain_words) & _MORE)
    words = subject_words(frame)
    return bool(nouns & words) and (q.step >= 10 or q.low >= 100)


def subject_words(frame: Frame) -> frozenset[str]:
    """Return the last word of the subject's name, singular and plural ("technicians", "technician")."""
    last = frame.index.sheet.subject.plural.lower().split()[-1:]
    return frozenset((*last, *(word.removesuffix("s") for word in last)))


def _peer_count(frame: Frame, q: Quantity) -> bool:
    return q.low <= len(frame.index.peers()) + 1 and q.step == 1 and not q.per and not q.vague


def _changes(frame: Frame, q: Quantity) -> bool:
    """Return whether the words around a figure make it a change rather than a level."""
    before = frame.ahead(_core(q), 4)
    if before[-1:] and before[-1] in _ARRIVAL and "by" not in before[-1:]:
        return False
    after = frame.after(_core(q), 3)
    if set(q.noun.split()) & _MORE or set(after[:2]) & _MORE:
        return True
    start, end = frame.bounds(frame.segment(q))
    if set(frame.words(start, end)) & _CHANGE_VERBS or any(p.end <= q.start for p in frame.cues("direction")):
        return True
    return any(phrase in frame.text(start, end) for phrase in _PLAN_WORDS)


def _openings(frame: Frame, q: Quantity, series: Series) -> Judgement:
    if series.openings is None:
        return SILENT
    base = candidate(series.openings)
    if base is None:
        return SILENT
    years = _decade(frame, q, series)
    candidates = [base]
    if q.per in _PER_FACTOR:
        value = base.value / _PER_FACTOR[q.per]
        candidates = [
            derived(value, base.rows, f"{plain(value)} a {q.per}", f"{base.text} / {_PER_FACTOR[q.per]}")
        ]
    elif years and q.per == "":
        total = base.value * years
        candidates.append(derived(total, base.rows, plain(total), f"{base.text} x {years}"))
    return judged(q, candidates, q.text)


def _decade(frame: Frame, q: Quantity, series: Series) -> int:
    said = frame.text(frame.sentence.start, frame.sentence.end)
    return series.years if any(word in said for word in ("decade", "ten years", "in total", "in all")) else 0


def _jobs(frame: Frame, q: Quantity, series: Series) -> Judgement:
    levels = _levels(frame, q)
    changes = list(series.change)
    yearly = [
        derived(
            c.value / series.years,
            c.rows,
            plain(abs(c.value / series.years)),
            f"{c.formula} / {series.years}",
        )
        for c in changes
    ]
    openings = [c for c in (candidate(series.openings) if series.openings else None,) if c]
    if q.per == "year":
        named = "openings" in list(topics(frame, q))
        return judged(q, [*yearly, *openings] if not named else [*openings, *yearly], q.text)
    if q.per:
        return SILENT
    if q.span:
        return _both_ends(frame, q)
    changed = _changes(frame, q)
    spread = yearly if _yearly_talk(frame) else []
    if set(q.noun.split()) & _MORE or _by(frame, q):
        return _signed(frame, q, judged(q, [*changes, *spread], q.text))
    candidates = [*changes, *levels, *spread] if changed or spread else levels
    candidates = candidates or changes
    verdict = judged(q, candidates, q.text)
    if verdict.status == "contradicted" and not changed and not levels:
        return SILENT
    return _signed(frame, q, verdict) if verdict.rows and len(verdict.rows) == 2 else verdict


def _yearly_talk(frame: Frame) -> bool:
    """Return whether another figure, here or in the sentence before, is per year ("of 87,200 openings a year")."""
    near = (frame, frame.before) if frame.before else (frame,)
    return any(q.per == "year" for at in near for q in at.quantities)


def _by(frame: Frame, q: Quantity) -> bool:
    return frame.ahead(_core(q, hedge=True), 1) == ("by",)


def _signed(frame: Frame, q: Quantity, verdict: Judgement) -> Judgement:
    """Contradict a change of the right size that is said to go the wrong way."""
    sign = series_of(frame.index).sign
    if verdict.status != "supported" or not sign:
        return verdict
    near = set(q.noun.split()) | set(frame.ahead(_core(q, hedge=True), 3)) | set(frame.after(_core(q), 2))
    up = bool(
        near
        & {
            "more",
            "extra",
            "additional",
            "gain",
            "new",
            "added",
            "adds",
            "add",
            "increase",
            "rise",
            "grow",
            "grows",
        }
    )
    down = bool(
        near
        & {
            "fewer",
            "less",
            "loss",
            "drop",
            "lost",
            "decline",
            "fall",
            "decrease",
            "lose",
            "loses",
            "shed",
            "sheds",
        }
    )
    if up == down or (up and sign > 0) or (down and sign < 0):
        return verdict
    right = "fewer" if sign < 0 else "more"
    return Judgement(
        status="contradicted",
        rows=verdict.rows,
        expected=right,
        reason=f"the direction is wrong: there are to be {right}, not {'more' if up else 'fewer'}",
    )


def _levels(frame: Frame, q: Quantity) -> list[Candidate]:
    named = [m.ref for m in frame.entities(None if frame.sentence.kind == "row" else frame.segment(q))]
    owners = tuple(dict.fromkeys(ref for ref in named if frame.index.of(ref, "employment"))) or (SUBJECT,)
    rows = [row for owner in owners for row in frame.index.of(owner, "employment") if row.value is not None]
    year = _year_of(frame, q)
    if year is not None:
        exact = [row for row in rows if row.first_year == year]
        rows = exact or rows
    elif _today(frame, q) and rows:
        rows = [min(rows, key=lambda row: row.first_year or 9999)]
    return [c for c in map(candidate, rows) if c]


def _today(frame: Frame, q: Quantity) -> bool:
    return bool(set(frame.after(_core(q), 5)) & _TODAY)


def _year_of(frame: Frame, q: Quantity) -> int | None:
    """Return the year that is said of a level: right behind it ("in 2034"), or alone at the head of the sentence."""
    years = [o for o in frame.quantities if o.dimension == "year" and o.role == "year" and not o.span]
    for year in years:
        between = frame.words(q.core_end, year.core_start)
        if (
            year.core_start > q.core_end
            and len(between) <= 6
            and between[-1:] in (("in",), ("by",), ("of",), ("during",))
        ):
            middle = set(between[:-1])
            if not middle & {
                "is",
                "are",
                "will",
                "to",
                "projected",
                "expected",
                "fall",
                "grow",
                "rise",
                ",",
                "and",
                "than",
            }:
                return int(year.low)
    if len(years) == 1 and years[0].core_end <= q.core_start:
        lead = frame.words(frame.sentence.start, years[0].core_start)
        if lead in (("in",), ("by",)):
            return int(years[0].low)
        between = frame.words(years[0].core_end, q.start)
        if lead[-1:] in (("in",), ("by",)) and between and set(between) <= _IS:
            return int(years[0].low)
    return None


def _both_ends(frame: Frame, q: Quantity) -> Judgement:
    rows = [c for c in map(candidate, frame.index.of(SUBJECT, "employment")) if c]
    ends = [row for row in rows if row.value in (q.low, q.high)]
    if len(ends) >= 2:
        return Judgement(status="supported", rows=tuple(r for c in ends for r in c.rows))
    return judged(q, rows, q.text) if match(q, rows) is None else Judgement(status="supported")


def _core(q: Quantity, *, hedge: bool = False) -> Span:
    """Return the span of the bare figure, or with its hedge."""
    return Span(q.start if hedge else q.core_start, q.core_end)
