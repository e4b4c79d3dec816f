"""Writes the section `irreplaceable`."""

from __future__ import annotations

from writer.domain.drafts import SectionReply
from writer.domain.sections import SectionBrief
from writer.llm.offline.phrases import NOTHING


def write(brief: SectionBrief) -> SectionReply:
    """Return the section, empty until it is written."""
    return NOTHING
