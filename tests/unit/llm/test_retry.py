"""Another try only for faults that another try may cure, capped in tries and seconds."""

import asyncio

import pytest

from tests.fakes.clock import FakeTime
from tests.fakes.prompts import ScriptedModel, prompt
from writer.errors import InvalidReply, ModelError, Refused, Transient, Truncated
from writer.llm.gate import GatedModel
from writer.llm.retry import RetryingModel


def retrying(model: ScriptedModel, time: FakeTime, tries: int = 4, seconds: float = 60.0) -> RetryingModel:
    return RetryingModel(model, max_attempts=tries, max_seconds=seconds, timer=time.timer)


def test_asks_again_after_a_transient_fault_with_growing_pauses() -> None:
    time = FakeTime(chance=1.0)
    model = ScriptedModel(Transient("one"), Transient("two"), "{}")
    assert asyncio.run(retrying(model, time).reply(prompt())).text == "{}"
    assert time.sleeps == [0.5, 1.0]


@pytest.mark.parametrize("fault", [Refused("no"), Truncated("cut"), InvalidReply("form"), ModelError("key")])
def test_other_faults_are_raised_at_once(fault: ModelError) -> None:
    time = FakeTime()
    model = ScriptedModel(fault)
    with pytest.raises(type(fault)):
        asyncio.run(retrying(model, time).reply(prompt()))
    assert len(model.prompts) == 1


def test_gives_up_after_so_many_tries_and_says_how_many() -> None:
    model = ScriptedModel(Transient("busy"))
    with pytest.raises(Transient) as caught:
        asyncio.run(retrying(model, FakeTime(), tries=3).reply(prompt()))
    assert len(model.prompts) == caught.value.attempts == 3


def test_gives_up_when_the_next_pause_would_pass_the_seconds() -> None:
    time = FakeTime(chance=1.0)
    model = ScriptedModel(Transient("busy"))
    with pytest.raises(Transient):
        asyncio.run(retrying(model, time, tries=10, seconds=4).reply(prompt()))
    assert time.seconds <= 4
    assert len(model.prompts) == 4  # pauses of 0.5, 1 and 2 seconds; 4 more would be too long


def test_where_the_service_names_a_time_only_the_gate_waits() -> None:
    time = FakeTime(chance=0.0)
    model = ScriptedModel(Transient("busy", retry_after_seconds=7), "{}")
    gate = GatedModel(model, concurrency=1, longest_wait_seconds=60, timer=time.timer)
    stack = RetryingModel(gate, max_attempts=3, max_seconds=60, timer=time.timer)
    assert asyncio.run(stack.reply(prompt())).text == "{}"
    assert [pause for pause in time.sleeps if pause] == [7]
