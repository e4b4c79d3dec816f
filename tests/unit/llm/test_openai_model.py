"""One call to an OpenAI-compatible service: what is sent, what comes back, and what each fault becomes."""

import asyncio
import logging
import traceback
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.fakes.clock import FakeTime
from tests.fakes.faults import always, at_first, without_formats
from tests.fakes.openai_server import Answer, FakeOpenAI, Script
from tests.fakes.prompts import prompt
from writer.domain.ports import ModelReply
from writer.domain.reply_schema import reply_schema
from writer.errors import InvalidReply, ModelError, Refused, Transient, Truncated, UserError
from writer.llm.client import ModelClient
from writer.llm.openai_model import OpenAIModel
from writer.store import FileCallStore

KEY = "sk-very-secret-key"
GOOD = Answer(content='{"blocks": []}')


def ask(service: FakeOpenAI, times: int = 1, timeout_seconds: float = 5) -> list[ModelReply]:
    """Return the replies of one model, asked so many times."""

    async def run() -> list[ModelReply]:
        model = OpenAIModel(
            "small-model",
            base_url=service.url,
            key=SecretStr(KEY),
            timeout_seconds=timeout_seconds,
            allow_private_hosts=["127.0.0.1"],
        )
        try:
            return [await model.reply(prompt()) for _ in range(times)]
        finally:
            await model.aclose()

    return asyncio.run(run())


def fault(script: Script, timeout_seconds: float = 5) -> ModelError:
    """Return the error that this script ends in."""
    with FakeOpenAI(script) as service, pytest.raises(ModelError) as caught:
        ask(service, timeout_seconds=timeout_seconds)
    return caught.value


def test_sends_messages_and_the_strict_schema_as_they_are_and_returns_the_raw_text() -> None:
    with FakeOpenAI(always(Answer(content="{not json"))) as service:
        (reply,) = ask(service)
    (asked,) = service.asked
    assert reply == ModelReply(
        text="{not json", model="small-model", input_tokens=4000, cached_tokens=3000, output_tokens=300
    )
    assert [message["role"] for message in asked.body["messages"]] == ["system", "user"]
    assert asked.body["response_format"]["json_schema"] == {
        "name": "section_reply",
        "strict": True,
        "schema": reply_schema(),
    }
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    assert set(asked.body) == {"model", "messages", "response_format"}


def test_a_service_without_schemas_is_asked_for_json_from_then_on() -> None:
    with FakeOpenAI(without_formats(always(GOOD), "json_schema")) as service:
        ask(service, times=2)
    assert [asked.format for asked in service.asked] == ["json_schema", "json_object", "json_object"]


def test_a_service_without_any_format_is_asked_for_text() -> None:
    with FakeOpenAI(without_formats(always(GOOD), "json_schema", "json_object")) as service:
        ask(service)
    assert [asked.format for asked in service.asked] == ["json_schema", "json_object", ""]


def test_a_refused_request_of_another_kind_is_no_reason_to_ask_without_a_schema() -> None:
    error = {"message": f"the prompt is too long for key {KEY}", "code": "context_length_exceeded"}
    with (
        FakeOpenAI(always(Answer(status=400, error=error))) as service,
        pytest.raises(ModelError, match="too long") as caught,
    ):
        ask(service)
    assert len(service.asked) == 1
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(
    ("answer", "kind", "says"),
    [
        (Answer(status=401, error={"message": f"Incorrect API key provided: {KEY}"}), ModelError, "WRITER_OPENAI_API_KEY"),
        (Answer(status=403), ModelError, "WRITER_MODEL"),
        (Answer(status=404), ModelError, "WRITER_BASE_URL"),
        (Answer(status=307, headers={"Location": "http://127.0.0.1:9/"}), ModelError, "final address"),
        (Answer(status=429, error={"message": "quota", "code": "insufficient_quota"}), ModelError, "credit"),
        (Answer(status=400, error={"message": "filtered", "code": "content_filter"}), Refused, "declined"),
        (Answer(content=None, refusal="I cannot help with that."), Refused, "declined"),
        (Answer(content="{}", finish_reason="content_filter"), Refused, "declined"),
        (Answer(content='{"blocks": [', finish_reason="length"), Truncated, "cut off"),
        (Answer(content=""), InvalidReply, "empty"),
        (Answer(content="x" * 300_000), InvalidReply, "longer"),
        (Answer(raw=b"<html>Welcome</html>", headers={"Content-Type": "text/html"}), ModelError, "WRITER_BASE_URL"),
        (Answer(raw=b"{}", headers={"Content-Type": "application/json"}), ModelError, "WRITER_BASE_URL"),
        (Answer(status=500), Transient, "status 500"),
        (Answer(status=503), Transient, "status 503"),
        (Answer(status=429), Transient, "status 429"),
        (Answer(drop=True), Transient, "cannot be reached"),
    ],
    ids=["key", "rights", "name", "redirect", "quota", "filtered request", "refusal", "filtered reply", "cut off", "empty", "endless",
         "a web page", "no completion", "500", "503", "429", "dropped"],
)  # fmt: skip
def test_each_fault_becomes_the_error_that_fits(answer: Answer, kind: type[ModelError], says: str) -> None:
    error = fault(always(answer))
    assert type(error) is kind
    assert says in str(error)
    assert KEY not in "".join(traceback.format_exception(error))


def test_the_tokens_of_a_lost_reply_are_not_forgotten() -> None:
    error = fault(always(Answer(content='{"blocks": [', finish_reason="length")))
    assert (error.tokens, error.reply) == (4300, '{"blocks": [')


def test_a_service_that_does_not_answer_in_time_is_worth_another_try() -> None:
    error = fault(always(Answer(content="{}", delay_seconds=3)), timeout_seconds=0.2)
    assert isinstance(error, Transient)
    assert "in time" in str(error)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "12"}, 12),
        ({"Retry-After-Ms": "1500", "Retry-After": "12"}, 1.5),
        ({"Retry-After": "Tue, 24 Nov 2026 10:00:30 GMT", "Date": "Tue, 24 Nov 2026 10:00:00 GMT"}, 30),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "nan"}, None),
        ({}, None),
    ],
)
def test_reads_how_long_a_service_asks_to_wait(headers: dict[str, str], seconds: float | None) -> None:
    error = fault(always(Answer(status=429, headers=headers)))
    assert isinstance(error, Transient)
    assert error.retry_after_seconds == seconds


def test_nobody_listens() -> None:
    with FakeOpenAI(always(GOOD)) as service:
        pass
    with pytest.raises(Transient, match="cannot be reached"):
        ask(service)


def test_a_private_address_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(UserError, match="allow_private_hosts"):
        OpenAIModel("m", base_url="http://127.0.0.1:1/v1", key=None, timeout_seconds=1)

    async def run() -> None:
        await OpenAIModel("m", base_url="https://127.0.0.1:1/v1", key=None, timeout_seconds=1).reply(prompt())

    with pytest.raises(UserError, match="private address"):
        asyncio.run(run())


def test_the_key_is_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), FakeOpenAI(at_first(1, Answer(status=500), always(GOOD))) as service:
        with pytest.raises(Transient):
            ask(service)
        ask(service)
    assert KEY not in caplog.text


def client(service: FakeOpenAI, calls: Path, time: FakeTime) -> ModelClient:
    return ModelClient(
        model="small-model",
        base_url=service.url,
        key=SecretStr(KEY),
        calls=FileCallStore(calls),
        concurrency=4,
        max_attempts=4,
        max_wait_seconds=60,
        timeout_seconds=5,
        allow_private_hosts=["127.0.0.1"],
        timer=time.timer,
    )


def test_the_whole_stack_waits_tries_again_stores_and_counts_once(tmp_path: Path) -> None:
    time = FakeTime(chance=0.0)
    script = at_first(
        1, Answer(status=429, headers={"Retry-After": "9"}), at_first(2, Answer(status=500), always(GOOD))
    )

    async def run(model: ModelClient) -> None:
        try:
            await model.reply(prompt())
            await model.reply(prompt())
        finally:
            await model.aclose()

    with FakeOpenAI(script) as service:
        first, second = client(service, tmp_path, time), client(service, tmp_path, time)
        asyncio.run(run(first))
        asyncio.run(run(second))
    assert len(service.asked) == 3
    assert (first.paid.calls, second.paid.calls) == (1, 0)
    assert [pause for pause in time.sleeps if pause] == [9, 0.5]
    assert KEY not in "".join(file.read_text("utf-8") for file in tmp_path.iterdir())


def test_a_client_can_be_used_in_a_second_event_loop(tmp_path: Path) -> None:
    with FakeOpenAI(always(GOOD)) as service:
        model = client(service, tmp_path, FakeTime())

        async def run(attempt: int) -> None:
            try:
                await model.reply(prompt(attempt=attempt))
            finally:
                await model.aclose()

        asyncio.run(run(0))
        asyncio.run(run(1))
    assert len(service.asked) == 2
