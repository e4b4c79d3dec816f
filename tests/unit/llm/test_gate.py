"""The gate lets a few pass at once and alone waits when a service says later."""

import asyncio

import pytest

from tests.fakes.clock import FakeTime
from tests.fakes.prompts import ScriptedModel, prompt
from writer.domain.ports import ModelReply, Prompt
from writer.errors import Transient
from writer.llm.gate import GatedModel


class SlowModel:
    """Counts how many calls are open at once."""

    name = "slow"

    def __init__(self) -> None:
        self.open = self.most = 0

    async def reply(self, prompt: Prompt) -> ModelReply:
        self.open += 1
        self.most = max(self.most, self.open)
        for _ in range(3):
            await asyncio.sleep(0)
        self.open -= 1
        return ModelReply(text="{}", model=self.name)


def test_no_more_calls_are_open_than_allowed() -> None:
    slow = SlowModel()
    gate = GatedModel(slow, concurrency=3, longest_wait_seconds=60)

    async def many() -> None:
        await asyncio.gather(*(gate.reply(prompt()) for _ in range(20)))

    asyncio.run(many())
    assert slow.most == 3


def test_after_a_429_everybody_waits_as_long_as_the_service_asks_and_a_little_more() -> None:
    time = FakeTime(chance=0.5)
    model = ScriptedModel(Transient("busy", retry_after_seconds=20), "{}")
    gate = GatedModel(model, concurrency=4, longest_wait_seconds=60, timer=time.timer)

    async def run() -> None:
        with pytest.raises(Transient):
            await gate.reply(prompt())
        assert time.sleeps == []
        await gate.reply(prompt())
        await gate.reply(prompt())

    asyncio.run(run())
    assert time.sleeps == [22.5]  # 20 seconds and half of a quarter; the third call finds the gate open


def test_a_service_cannot_ask_for_more_than_the_longest_wait() -> None:
    time = FakeTime(chance=1.0)
    model = ScriptedModel(Transient("busy", retry_after_seconds=86_400), "{}")
    gate = GatedModel(model, concurrency=1, longest_wait_seconds=30, timer=time.timer)

    async def run() -> None:
        with pytest.raises(Transient):
            await gate.reply(prompt())
        await gate.reply(prompt())

    asyncio.run(run())
    assert sum(time.sleeps) == 30


def test_a_fault_without_a_time_does_not_close_the_gate() -> None:
    time = FakeTime()
    gate = GatedModel(
        ScriptedModel(Transient("dropped"), "{}"), concurrency=1, longest_wait_seconds=30, timer=time.timer
    )

    async def run() -> None:
        with pytest.raises(Transient):
            await gate.reply(prompt())
        await gate.reply(prompt())

    asyncio.run(run())
    assert time.sleeps == []


def test_a_stopped_caller_gives_its_place_back() -> None:
    async def run() -> None:
        started = asyncio.Event()

        class Hanging:
            name = "hanging"

            async def reply(self, prompt: Prompt) -> ModelReply:
                if started.is_set():
                    return ModelReply(text="{}", model="hanging")
                started.set()
                await asyncio.Event().wait()
                raise AssertionError

        gate = GatedModel(Hanging(), concurrency=1, longest_wait_seconds=30)
        first = asyncio.create_task(gate.reply(prompt()))
        await started.wait()
        first.cancel()
        assert (await gate.reply(prompt())).text == "{}"

    asyncio.run(run())
