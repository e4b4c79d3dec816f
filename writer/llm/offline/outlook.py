"""Writes the words beside the career outlook score: the sentence of its cell, then what the score alone would hide.

The sentence is chosen from a hand-written matrix that the caller hands in. What follows says why a range is wide or
narrow, or that a score sounds better than its rank. The score itself, its parts and "our index" stand beside it.
"""

from __future__ import annotations

from decimal import Decimal

from writer.domain.drafts import ReplySentence, SectionReply
from writer.domain.facts import FactSheet
from writer.domain.outlook import Outlook
from writer.domain.outlook_sentences import OutlookSentences
from writer.domain.sections import SectionBrief
from writer.llm.offline.phrases import paragraph, reply, says
from writer.llm.offline.scopes import row_name

WIDE = 25  # points between the ends of the range: another measure would give another outlook
NARROW = 13
MODEST_RANK = 35  # a score of sixty or more below this percentile sounds better than it stands
LOW_RANK = 10


def write(brief: SectionBrief, sentences: OutlookSentences) -> SectionReply:
    """Return one paragraph; no blocks where neither a score nor a range is held."""
    sheet = brief.sheet
    outlook = sheet.outlook
    if outlook is None or outlook.low is None or outlook.high is None:
        return reply()
    cites = ("outlook.confidence", "aei.exposure", "bls.growth.2024-34")
    chosen = [says(text, "data", *cites) for text in sentences.of(outlook)]
    return reply(paragraph(*chosen, _whose(sheet), _rank(sheet, outlook), _range(sheet, outlook)))


def _whose(sheet: FactSheet) -> ReplySentence | None:
    row = row_name(sheet)
    if not row or not sheet.known("bls.growth.2024-34"):
        return None
    return says(
        f"The projection is that of a wider BLS row, {row}, in which your job is counted.",
        "data",
        "bls.growth.2024-34",
        "bls.employment.2024",
    )


def _rank(sheet: FactSheet, outlook: Outlook) -> ReplySentence | None:
    rank = sheet.number("outlook.percentile")
    if outlook.headline is None or rank is None:
        return _parts(outlook)
    if outlook.headline >= 60 and rank <= MODEST_RANK // 2:
        return says(
            "Read [[outlook.headline]] beside its rank, the [[outlook.percentile]] percentile: most "
            "occupations score higher than this."
        )
    if outlook.headline >= 60 and rank <= MODEST_RANK:
        return says(
            "A score of [[outlook.headline]] sounds better than it ranks: occupations tend to score high, "
            "and this stands at the [[outlook.percentile]] percentile."
        )
    if rank <= LOW_RANK and _demand_outweighs(outlook):
        return says(
            "Demand supplies [[outlook.part.demand]] of the score and low exposure the rest: take away the "
            "projected growth, and little would be left."
        )
    return _parts(outlook)


def _demand_outweighs(outlook: Outlook) -> bool:
    return (
        outlook.demand_part is not None
        and outlook.exposure_part is not None
        and outlook.demand_part > outlook.exposure_part
    )


def _parts(outlook: Outlook) -> ReplySentence | None:
    """Say it where one part carries nearly the whole score."""
    if outlook.headline is None or outlook.demand_part is None or outlook.exposure_part is None:
        return None
    if outlook.demand_part == 0:
        return says("The demand part contributes nothing to the score.", "data", "outlook.part.demand")
    if outlook.demand_part < Decimal(4):
        return says(
            "The demand part contributes [[outlook.part.demand]] to the score, and exposure the rest."
        )
    return None


def _range(sheet: FactSheet, outlook: Outlook) -> ReplySentence | None:
    """Say how far the score moves under other measures: one end of the range tells it, the other stands beside it."""
    low, high = outlook.low or 0, outlook.high or 0
    if outlook.headline is None:
        return _range_without_score(sheet, outlook)
    if high - low < NARROW:
        return says(
            "Whether observed or theoretical exposure goes in, and with the weights shifted either way, "
            "the score stays at [[outlook.low]] or higher."
        )
    if outlook.headline - low < NARROW <= high - outlook.headline:
        return says("Theoretical exposure and other weights would be kinder, taking it to [[outlook.high]].")
    if high - low >= WIDE and high <= outlook.headline:
        return says(
            "It is also the top of the range: a theoretical measure of exposure, with other weights, "
            "brings it to [[outlook.low]]."
        )
    if high - low >= WIDE:
        return says(
            "Put theoretical exposure in place of observed use, shift the weights, and the score comes to "
            "no more than [[outlook.low]]."
        )
    return says("Theoretical exposure and less friendly weights would take the score to [[outlook.low]].")


def _range_without_score(sheet: FactSheet, outlook: Outlook) -> ReplySentence | None:
    if outlook.withheld == "steep_decline":
        return says(
            "A single score would hide that, so the parts and the range stand in its place, from "
            "[[outlook.low]] to [[outlook.high]]."
        )
    if sheet.known("aei.exposure"):
        return says("What can be given is a range, from [[outlook.low]] to [[outlook.high]].")
    if (outlook.high or 0) - (outlook.low or 0) < NARROW:
        return says(
            "With theoretical exposure in its place a range can be given; it begins at [[outlook.low]], "
            "and it is narrow because a single measure stands behind it."
        )
    return says("With theoretical exposure in its place the range begins at [[outlook.low]].")
