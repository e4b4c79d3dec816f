"""Another try for faults that another try may cure: capped in tries and in seconds. The only owner of retries.

What a service asks to wait is waited at the gate; here is only the pause after a fault that names no time.
"""

from __future__ import annotations

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type

from writer.domain.ports import LanguageModel, ModelReply, Prompt
from writer.errors import Transient
from writer.llm.timer import Timer

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 20.0


class RetryingModel:
    """A LanguageModel that asks again after a Transient fault."""

    def __init__(
        self, inner: LanguageModel, *, max_attempts: int, max_seconds: float, timer: Timer | None = None
    ) -> None:
        self._inner = inner
        self._max_attempts = max_attempts
        self._max_seconds = max_seconds
        self._timer = timer or Timer()

    @property
    def name(self) -> str:
        """The name of the model that is asked."""
        return self._inner.name

    async def reply(self, prompt: Prompt) -> ModelReply:
        """Return the first reply. Raises the last Transient, with its count of tries, once the caps are reached."""
        tries = 0
        start = self._timer.now()

        def enough(state: RetryCallState) -> bool:
            late = self._timer.now() - start + self._pause(state) > self._max_seconds
            return late or state.attempt_number >= self._max_attempts

        retrying = AsyncRetrying(
            retry=retry_if_exception_type(Transient),
            stop=enough,
            wait=self._pause,
            sleep=self._timer.sleep,
            reraise=True,
        )
        try:
            async for attempt in retrying:
                with attempt:
                    tries += 1
                    return await self._inner.reply(prompt)
        except Transient as error:
            error.attempts = tries
            raise
        raise AssertionError("tenacity ends with a reply or an error")

    def _pause(self, state: RetryCallState) -> float:
        """Return the pause before the next try: half to all of a doubling span, none where the gate will wait."""
        fault = state.outcome.exception() if state.outcome is not None else None
        if isinstance(fault, Transient) and fault.retry_after_seconds is not None:
            return 0.0
        span = min(FIRST_PAUSE_SECONDS * 2.0 ** (state.attempt_number - 1), LONGEST_PAUSE_SECONDS)
        return span * (0.5 + 0.5 * self._timer.chance())
