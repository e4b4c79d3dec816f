"""The model that needs no key: writes each section from its brief alone, by rules that people can read.

It answers in the schema of any other model, so its text is parsed, printed and checked in the same way. Equal
briefs give equal replies. It knows no network and spends no tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from writer.domain.drafts import SectionReply
from writer.domain.ports import ModelReply, Prompt
from writer.domain.reply import dump_reply
from writer.domain.sections import SectionBrief
from writer.llm.offline import (
    bottom_line,
    day_to_day,
    future,
    future_proof,
    irreplaceable,
    verdict,
)
from writer.llm.offline.phrases import NOTHING

Writer = Callable[[SectionBrief], SectionReply]

#: One line for each section that the offline model can write.
WRITERS: Mapping[str, Writer] = {
    "verdict": verdict.write,
    "irreplaceable": irreplaceable.write,
    "day_to_day": day_to_day.write,
    "future": future.write,
    "future_proof": future_proof.write,
    "bottom_line": bottom_line.write,
}


class OfflineModel:
    """A LanguageModel of hand-written templates."""

    name = "offline"

    async def reply(self, prompt: Prompt) -> ModelReply:
        """Return the section of the prompt's brief; no message of the prompt is read."""
        return ModelReply(text=dump_reply(write_section(prompt.brief)), model=self.name)


def write_section(brief: SectionBrief) -> SectionReply:
    """Return the section; no blocks where nothing honest can be said or no template is held."""
    writer = WRITERS.get(brief.spec.id)
    return writer(brief) if writer is not None else NOTHING
