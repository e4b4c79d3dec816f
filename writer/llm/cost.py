"""Counts what was really asked of a service: calls and tokens. Stored replies cost nothing and are not counted."""

from __future__ import annotations

from writer.domain.ports import LanguageModel, ModelReply, Prompt, Usage


class CountingModel:
    """A LanguageModel that keeps count; stands between the call store and the service."""

    def __init__(self, inner: LanguageModel) -> None:
        self._inner = inner
        self.paid = Usage()

    @property
    def name(self) -> str:
        """The name of the model that is asked."""
        return self._inner.name

    async def reply(self, prompt: Prompt) -> ModelReply:
        """Return the reply, counted."""
        reply = await self._inner.reply(prompt)
        self.paid = self.paid.plus(reply)
        return reply
