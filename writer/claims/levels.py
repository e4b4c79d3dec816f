"""Judges stated levels: what a measure is for an entity, in its unit, for its period, with its direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from writer.claims.agreement import agrees
from writer.claims.frames import Frame
from writer.claims.index import EVERYONE, SUBJECT, TASK_MEASURE, Row
from writer.claims.judgement import SILENT, Candidate, Judgement, candidate, derived, judged, match, plain
from writer.claims.pairs import measures_held, rows_of
from writer.claims.series import series_of
from writer.claims.topics import entities_near, says_change, topics
from writer.language.mentions import Mention
from writer.language.phrases import Phrase
from writer.language.quantities import Quantity
from writer.language.spans import Span

_WEAK = frozenset(("up", "down", "add", "adds", "cut", "advance"))
_PER_YEAR = {"month": 12, "week": 52, "hour": 2080, "day": 260, "decade": Decimal("0.1")}


def judge_percent(frame: Frame, q: Quantity) -> Judgement:
    """Judge a percentage as growth, exposure or the penetration of a task."""
    named = topics(frame, q)
    directions = says_change(frame, q)
    own_growth = bool(directions) and not any(
        m.ref == "exposure" and frame.segment(m) == frame.segment(q) for m in frame.measures
    )
    tasks = _tasks_of(frame, q)
    if tasks and not own_growth and not _cue_here(frame, q, named):
        return _of_tasks(frame, q, tasks)
    if own_growth or named[:1] == ("growth",) or (frame.cues("direction") and not _named_here(frame, named)):
        return judge_growth(frame, q)
    candidates = [c for measure in named for c in _rows_of(frame, q, measure)]
    if frame.tasks and not _cue_here(frame, q, named):
        candidates = []
    if candidates:
        return judged(q, candidates, q.text)
    return _unplaced_percent(frame, q)


def judge_growth(frame: Frame, q: Quantity) -> Judgement:
    """Judge a growth figure: size, per-year or per-period, and direction."""
    index = frame.index
    entities = entities_near(frame, q)
    series = series_of(index)
    candidates: list[Candidate] = []
    for entity in entities:
        if entity == SUBJECT:
            candidates += series.percent
        else:
            candidates += _of(frame, entity, "growth")
    if q.per == "year":
        candidates = [_yearly(c, series.years) for c in candidates]
    others = [
        c for measure in topics(frame, q) if measure not in ("growth",) for c in _rows_of(frame, q, measure)
    ]
    if not candidates:
        return SILENT
    verdict = judged(q, [*candidates, *others], q.text)
    if verdict.status == "supported" and verdict.rows and verdict.rows[0].measure in ("growth", "employment"):
        held = match(q, candidates)
        return _direction(frame, q, held, verdict) if held else verdict
    return _with_per(q, verdict)


def _with_per(q: Quantity, verdict: Judgement) -> Judgement:
    if verdict.status == "contradicted" and q.per == "year":
        return replace(verdict, expected=verdict.expected + " a year")
    return verdict


def _yearly(one: Candidate, years: int) -> Candidate:
    value = one.value / years
    return derived(value, one.rows, f"{plain(value, 2)}%", f"{one.text} over {years} years")


def _direction(frame: Frame, q: Quantity, held: Candidate, verdict: Judgement) -> Judgement:
    """Contradict a figure of the right size whose direction word or sign is the wrong one."""
    real = 1 if held.value > 0 else -1 if held.value < 0 else 0
    if q.sign and real and q.sign != real:
        return replace(
            verdict,
            status="contradicted",
            expected=held.text,
            reason=f"the sign is wrong: the record says {held.text}",
        )
    if q.sign or not real:
        return verdict
    number = frame.segment(q)
    cues = list(frame.cues("direction.up", "direction.down", number=number))
    cues = cues or [
        p
        for p in frame.cues("direction.up", "direction.down")
        if abs(frame.segment(p) - number) == 1 and p.end <= q.start
    ]
    cues = [p for p in cues if p.text.lower() not in _WEAK or _touches(q, p, frame.words(p.end, q.start))]
    if not cues:
        return verdict
    nearest = min(cues, key=lambda p: frame.distance(q, p))
    if any(
        p.end <= nearest.start and nearest.start - p.end < 25
        for p in frame.cues("negation", number=frame.segment(nearest))
    ):
        return verdict
    said = 1 if nearest.cue == "direction.up" else -1
    if said == real or (nearest.text.lower() == "growth" and _neutral(frame, nearest.start)):
        return verdict
    return replace(
        verdict,
        status="contradicted",
        expected=held.text,
        reason=f"the direction is wrong: the record says {held.text}",
        start=min(q.start, nearest.start),
        end=max(q.core_end, nearest.end),
    )


def _touches(q: Quantity, cue: Phrase, between: tuple[str, ...]) -> bool:
    if q.start >= cue.end and between == ("by",):
        return True
    return 0 <= q.start - cue.end <= 2 or 0 <= cue.start - q.core_end <= 2


def _neutral(frame: Frame, at: int) -> bool:
    """Return whether "growth" stands as the name of the measure: "job growth of", "the growth rate"."""
    later = [t.lower for t in frame.tokens if t.start >= at][:2]
    return later[1:] in (["rate"], ["figure"], ["forecast"], ["projection"], ["number"], ["part"])


def judge_money(frame: Frame, q: Quantity) -> Judgement:
    """Judge a sum of money as a wage: the entity's, in the period that is said."""
    measures = [m for m in topics(frame, q) if m.startswith("label:") or m == "wage"]
    money = [row for row in frame.index.rows if row.dimension == "money"]
    if not money:
        return SILENT
    if not measures:
        held = match(q, [c for c in map(candidate, money) if c])
        if held:
            return Judgement(status="supported", rows=held.rows)
        return Judgement(status="unsupported", reason=f"no record holds {q.text}")
    rows = [row for entity in entities_near(frame, q) for row in frame.index.of(entity, "wage")]
    factor = _PER_YEAR.get(q.per, 1)
    candidates: list[Candidate] = []
    for row in rows:
        base = candidate(row)
        if base is None:
            continue
        hourly = "hour" in row.unit
        scale = Decimal(1) if (hourly and q.per in ("hour", "")) else Decimal(factor)
        value = base.value / scale
        text = base.text if scale == 1 else f"${plain(value)} a {q.per}"
        candidates.append(derived(value, (row,), text, "" if scale == 1 else f"{base.text} / {scale}"))
    return judged(q, candidates, q.text)


def judge_points(frame: Frame, q: Quantity) -> Judgement:
    """Judge a score."""
    measures = topics(frame, q) or ("outlook",)
    candidates = [c for measure in measures for c in _rows_of(frame, q, measure)]
    verdict = judged(q, candidates, q.text)
    if verdict.status != "contradicted" or q.unit == "score":
        return verdict
    others = dict.fromkeys(m.ref for m in frame.entities() if m.ref != SUBJECT)
    pairs = [
        pair
        for other in others
        for m in measures_held(frame.index, other)
        for pair in rows_of(frame.index, SUBJECT, other, m)
    ]
    held = next((pair for pair in pairs if agrees(q, pair.difference)), None)
    return (
        Judgement(status="supported", check="comparisons", rows=(held.left, held.right)) if held else verdict
    )


def _rows_of(frame: Frame, q: Quantity, measure: str) -> list[Candidate]:
    return [c for entity in entities_near(frame, q) for c in _of(frame, entity, measure)]


def _of(frame: Frame, entity: str, measure: str) -> list[Candidate]:
    return [c for c in map(candidate, frame.index.of(entity, measure)) if c]


def _named_here(frame: Frame, named: Sequence[str]) -> bool:
    """Return whether one of these measures is named in the sentence itself, not only before it."""
    return any(m.ref in named for m in frame.measures)


def _cue_here(frame: Frame, q: Quantity, named: Sequence[str]) -> bool:
    """Return whether a measure is named in the figure's own segment."""
    number = frame.segment(q)
    return any(m.ref in named and frame.segment(m) == number for m in frame.measures)


def _tasks_of(frame: Frame, q: Quantity) -> tuple[Mention, ...]:
    """Return the tasks that a percentage may belong to: the nearest before it, else the nearest after it."""
    before = [t for t in frame.tasks if t.end <= q.core_start]
    after = [t for t in frame.tasks if t.start >= q.core_end]
    follows = frame.after(Span(q.core_start, q.core_end), 1)
    if after and follows in (("for",), ("on",), ("in",)) and after[0].start - q.core_end < 40:
        return (after[0],)
    if before:
        if any(
            before[-1].end <= o.core_start and o.core_end <= q.core_start and o.dimension == "percent"
            for o in frame.quantities
        ):
            listed = _listed(frame, q)
            return () if listed is None or listed >= len(before) else (before[listed],)
        listed = _listed(frame, q)
        return (before[listed],) if listed is not None and listed < len(before) else (before[-1],)
    return tuple(after[:1])


def _listed(frame: Frame, q: Quantity) -> int | None:
    """Return the place of a figure in "11% and 24% respectively", or None."""
    words = frame.words(frame.sentence.start, frame.sentence.end)
    row = [o for o in frame.quantities if o.dimension == q.dimension]
    if "respectively" in words and q in row:
        return row.index(q)
    if q.span and len(frame.tasks) >= 2 and "respectively" in words:
        return None
    return None


def _of_tasks(frame: Frame, q: Quantity, tasks: Sequence[Mention]) -> Judgement:
    rows = [row for t in tasks for row in frame.index.of(f"task:{t.ref}", TASK_MEASURE)]
    candidates = [c for c in map(candidate, rows) if c]
    if not candidates:
        return SILENT
    verdict = judged(q, candidates, q.text)
    if verdict.status == "contradicted":
        others = [m for m in topics(frame, q) if m in ("exposure", "growth")]
        spare = [c for m in others for c in _rows_of(frame, q, m)]
        if match(q, spare):
            return Judgement(status="supported", rows=spare[0].rows)
    return verdict


def _unplaced_percent(frame: Frame, q: Quantity) -> Judgement:
    """Judge a percentage beside which no measure stands: right if some row of the sheet has it, else unsupported."""
    index = frame.index
    rows: list[Row] = [row for row in index.rows if row.dimension == "percent" and row.value is not None]
    held = match(q, [c for c in map(candidate, rows) if c])
    if held:
        return Judgement(status="supported", rows=held.rows)
    series = series_of(index)
    if series.first and series.first.value and series.openings and series.openings.value:
        share = series.openings.value / series.first.value * 100
        if agrees(q, share):
            return Judgement(status="supported", rows=(series.openings, series.first))
    if any(
        word in frame.index.vocabulary.task_nouns
        for word in frame.words(frame.sentence.start, frame.sentence.end)
    ):
        return Judgement(status="unsupported", reason=f"no task on the sheet stands at {q.text}")
    return Judgement(status="unsupported", reason=f"no record holds {q.text}")


def entity_name(frame: Frame, entity: str) -> str:
    """Return how prose names an entity."""
    if entity == EVERYONE:
        return "all occupations"
    return frame.index.entities.get(entity, entity)
