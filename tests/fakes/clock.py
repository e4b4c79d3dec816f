"""Time that passes only when somebody sleeps."""

from __future__ import annotations

import asyncio

from writer.llm.timer import Timer


class FakeTime:
    """A timer whose sleeps return at once and are written down."""

    def __init__(self, chance: float = 0.5) -> None:
        self.seconds = 0.0
        self.sleeps: list[float] = []
        self.timer = Timer(now=lambda: self.seconds, sleep=self._sleep, chance=lambda: chance)

    async def _sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.seconds += seconds
        await asyncio.sleep(0)
