"""Judges a direction said without a figure: "the field is shrinking", "employment is flat"."""

from __future__ import annotations

from writer.claims.frames import Frame
from writer.claims.judgement import SILENT, Judgement
from writer.claims.series import series_of
from writer.language.phrases import Phrase
from writer.language.spans import word_set

_SUBJECTS = word_set("jobs employment workforce headcount field occupation role trade profession positions")
_VERBS = word_set(
    "grow grows growing rise rises rising increase increases increasing expand expands expanding climb climbs "
    "climbing decline declines declining fall falls falling drop drops dropping decrease decreases decreasing "
    "shrink shrinks shrinking contract contracts contracting slip slips slipping dwindle dwindles dwindling"
)


def judge_direction(frame: Frame, cue: Phrase) -> Judgement:
    """Return whether employment goes the way that a verb says; silent where a figure follows or it has no subject."""
    if cue.text.lower() not in _VERBS:
        return SILENT
    number = frame.segment(cue)
    if any(
        q.dimension != "year" and frame.segment(q) == number and q.start > cue.start for q in frame.quantities
    ):
        return SILENT
    ahead = frame.ahead(cue, 6)
    subject = set(ahead) & _SUBJECTS or any(
        m.kind == "subject" and m.end <= cue.start and frame.segment(m) == number for m in frame.entities()
    )
    other = [m for m in frame.mentions if m.kind in ("peer", "everyone", "tool") and m.end <= cue.start]
    if not subject or other or frame.tasks:
        return SILENT
    start, _ = frame.bounds(number)
    if (
        any(p.end <= cue.start and p.start >= start for p in frame.cues("negation", "certainty.perhaps"))
        or "if" in ahead
    ):
        return SILENT
    if set(ahead) & {
        "pay",
        "wage",
        "wages",
        "exposure",
        "openings",
        "demand",
        "use",
        "score",
        "penetration",
        "cost",
        "can",
    }:
        return SILENT
    sign = series_of(frame.index).sign
    said = 1 if cue.cue == "direction.up" else -1
    if not sign or said == sign:
        return Judgement(status="supported") if sign else SILENT
    first = next(iter(series_of(frame.index).percent), None)
    right = "growing" if sign > 0 else "shrinking"
    return Judgement(
        status="contradicted",
        rows=first.rows if first else (),
        expected=right,
        reason=f"employment is {right}: {first.text if first else 'see the record'}",
        start=cue.start,
        end=cue.end,
    )
