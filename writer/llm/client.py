"""Puts a model together: store, count, retry and gate around the transport, in that order."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import SecretStr

from writer.domain.ports import CallStore, ModelReply, Prompt, Usage
from writer.llm.calls import StoredModel
from writer.llm.cost import CountingModel
from writer.llm.gate import GatedModel
from writer.llm.openai_model import OpenAIModel
from writer.llm.retry import RetryingModel
from writer.llm.timer import Timer


class ModelClient:
    """A LanguageModel as the pipeline uses it. Call `aclose`, in the same event loop, when a run is over."""

    def __init__(
        self,
        *,
        model: str,
        base_url: str,
        key: SecretStr | None,
        calls: CallStore,
        concurrency: int,
        max_attempts: int,
        max_wait_seconds: float,
        timeout_seconds: float,
        allow_private_hosts: Sequence[str] = (),
        timer: Timer | None = None,
    ) -> None:
        self._transport = OpenAIModel(
            model,
            base_url=base_url,
            key=key,
            timeout_seconds=timeout_seconds,
            allow_private_hosts=allow_private_hosts,
        )
        gated = GatedModel(
            self._transport, concurrency=concurrency, longest_wait_seconds=max_wait_seconds, timer=timer
        )
        retrying = RetryingModel(gated, max_attempts=max_attempts, max_seconds=max_wait_seconds, timer=timer)
        self._counting = CountingModel(retrying)
        self._stored = StoredModel(self._counting, calls, provider=base_url)

    @property
    def name(self) -> str:
        """The name of the model at its service."""
        return self._transport.name

    @property
    def paid(self) -> Usage:
        """What was asked of the service; stored replies are not counted."""
        return self._counting.paid

    async def reply(self, prompt: Prompt) -> ModelReply:
        """Return the reply, stored or new. Raises ModelError once tries and seconds are spent."""
        return await self._stored.reply(prompt)

    async def aclose(self) -> None:
        """Let go of the connections."""
        await self._transport.aclose()
