"""The gate: how many calls may be open at once, and the only place that waits when a service says "later".

After a 429 (or a 503 that names a time) nobody passes until that time is over; each caller then adds a little chance,
so that they do not all come back together.
"""

from __future__ import annotations

import asyncio

from writer.domain.ports import LanguageModel, ModelReply, Prompt
from writer.errors import Transient
from writer.llm.timer import Timer

SPREAD = 0.25  # of the wait; how far callers are spread behind it
LEAST_SPREAD_SECONDS = 0.5


class GatedModel:
    """A LanguageModel behind a gate. `longest_wait_seconds` caps what a service may ask for."""

    def __init__(
        self,
        inner: LanguageModel,
        *,
        concurrency: int,
        longest_wait_seconds: float,
        timer: Timer | None = None,
    ) -> None:
        self._inner = inner
        self._open_calls = asyncio.Semaphore(concurrency)
        self._longest_wait = longest_wait_seconds
        self._timer = timer or Timer()
        self._closed_until = 0.0
        self._closed_for = 0.0

    @property
    def name(self) -> str:
        """The name of the model behind the gate."""
        return self._inner.name

    async def reply(self, prompt: Prompt) -> ModelReply:
        """Return the reply, once the gate is open and a place is free. Raises what the model raises."""
        async with self._open_calls:
            await self._pass()
            try:
                return await self._inner.reply(prompt)
            except Transient as error:
                if error.retry_after_seconds is not None:
                    self._close(error.retry_after_seconds)
                raise

    async def _pass(self) -> None:
        while (left := self._closed_until - self._timer.now()) > 0:
            spread = max(LEAST_SPREAD_SECONDS, SPREAD * self._closed_for) * self._timer.chance()
            await self._timer.sleep(min(left + spread, self._longest_wait))

    def _close(self, seconds: float) -> None:
        wait = min(max(seconds, 0.0), self._longest_wait)
        self._closed_until = max(self._closed_until, self._timer.now() + wait)
        self._closed_for = wait
