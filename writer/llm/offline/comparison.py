"""Writes the comparison: where the occupation ranks, then the contrasts that would matter to somebody who might move.

Ranks count from the highest. The part on advice tells who grows fastest; here pay, score, exposure and size are set
against each other, and which of them is told follows from where the neighbours really differ.
"""

from __future__ import annotations

from writer.domain.drafts import ReplySentence, SectionReply
from writer.domain.facts import FactSheet
from writer.domain.sections import SectionBrief
from writer.llm.offline.contrasts import CONTRASTS
from writer.llm.offline.peers import Contrast, named_in
from writer.llm.offline.phrases import paragraph, reply, says

MOST_CONTRASTS = 2


def write(brief: SectionBrief) -> SectionReply:
    """Return one paragraph; no blocks without comparators."""
    sheet = brief.sheet
    if not sheet.comparators:
        return reply()
    told: list[ReplySentence] = []
    used: set[str] = set()
    kinds: set[str] = set()
    for contrast in CONTRASTS:
        if len(told) == MOST_CONTRASTS or contrast.kind in kinds:
            continue
        said = _fresh(sheet, contrast, frozenset(used))
        if said:
            told += said
            kinds.add(contrast.kind)
            used |= {peer.id for sentence in said for peer in named_in(sheet, sentence)}
    return reply(paragraph(_rank(sheet), *told))


def _fresh(sheet: FactSheet, contrast: Contrast, used: frozenset[str]) -> list[ReplySentence]:
    """Return the contrast as one sentence, or nothing where it names only what was told."""
    said = contrast.tell(sheet, used)
    return [said] if said is not None else []


def _rank(sheet: FactSheet) -> ReplySentence | None:
    count = sheet.number("compared.count")
    by_score, by_growth = sheet.number("rank.outlook"), sheet.number("rank.growth")
    by_wage = sheet.number("rank.wage")
    if by_score == 1 and by_wage == 1:
        text = (
            "Of the [[compared.count]] occupations set side by side here, yours is paid best, and none of the others "
            "has a higher outlook score."
        )
        return says(text, "data", "rank.wage", "rank.outlook")
    if by_score == 1:
        text = (
            "None of the [[compared.count]] occupations compared here has a higher outlook score than yours."
        )
        return says(text, "data", "rank.outlook")
    if by_score is not None and by_score == count:
        text = (
            "Every one of the [[compared.count]] occupations compared here scores at least as high as yours."
        )
        return says(text, "data", "rank.outlook")
    if by_score is not None:
        return says(
            "By outlook score yours ranks [[rank.outlook]] among the [[compared.count]] occupations compared here."
        )
    if by_growth is None:
        return None
    if by_growth == count:
        text = "None of the [[compared.count]] occupations set side by side here has a lower projection than yours."
        return says(text, "data", "rank.growth")
    if by_growth == 1:
        text = "None of the [[compared.count]] occupations set side by side here has a higher projection than yours."
        return says(text, "data", "rank.growth")
    text = "Among the [[compared.count]] occupations in the table yours ranks [[rank.growth]] by projected growth."
    return says(text)
