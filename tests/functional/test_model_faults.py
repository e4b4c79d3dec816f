"""A model that errs or a service that fails, against the whole pipeline: what ends on the page.

A planted error must not reach a page, whatever the model insists on; a failing service must not keep one from being
written. The service is a fake on loopback; prompts, offline model and checks are the real ones.
"""

import asyncio
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests import builders
from tests.fakes import page
from tests.fakes.clock import FakeTime
from tests.fakes.faults import (
    PLANTED,
    Planted,
    always,
    at_first,
    cut_off,
    good,
    good_replies,
    repentant,
    stubborn,
    without_formats,
)
from tests.fakes.openai_server import Answer, FakeOpenAI, Script
from writer.llm.client import ModelClient
from writer.pipeline.compose import Composer, Composition
from writer.store import FileCallStore

MODEL = "fake-model"
PARTS = [spec.id for spec in page.prompts().specs() if spec.made_by == "model"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A page and what it took."""

    page: Composition
    calls: int
    seconds_waited: float
    most_open: int

    @property
    def text(self) -> str:
        """All sentences on the page."""
        return "\n".join(
            sentence.text for checked in self.page.drafts for sentence in checked.draft.sentences()
        )

    @property
    def authors(self) -> set[str]:
        """Who wrote the parts that a model may write."""
        drafts = [checked.draft for checked in self.page.drafts if checked.draft.section in PARTS]
        return {draft.provenance.author for draft in drafts}


@cache
def replies() -> dict[str, str]:
    """Return a good reply for each part about sound engineers."""
    return good_replies(builders.starter_sheet(), page.prompts().specs(), page.offline())


@cache
def offline_text() -> str:
    """Return the page that needs no model."""
    composer = Composer(prompts=page.prompts(), prover=page.prover(), offline=page.offline())
    done = asyncio.run(composer.compose(builders.starter_sheet()))
    return "\n".join(sentence.text for checked in done.drafts for sentence in checked.draft.sentences())


def run(script: Script, calls: Path) -> Ran:
    """Compose the page of sound engineers with a service that follows the script."""
    with FakeOpenAI(script) as service:
        return run_with(service, calls)


def run_with(service: FakeOpenAI, calls: Path) -> Ran:
    """Compose the page of sound engineers with this service."""
    time = FakeTime()
    before = len(service.asked)
    model = ModelClient(
        model=MODEL,
        base_url=service.url,
        key=SecretStr("sk-test"),
        calls=FileCallStore(calls),
        concurrency=4,
        max_attempts=3,
        max_wait_seconds=60,
        timeout_seconds=10,
        allow_private_hosts=["127.0.0.1"],
        timer=time.timer,
    )

    async def composed() -> Composition:
        try:
            composer = Composer(
                prompts=page.prompts(), prover=page.prover(), offline=page.offline(), model=model
            )
            return await composer.compose(builders.starter_sheet())
        finally:
            await model.aclose()

    done = asyncio.run(composed())
    asked = len(service.asked) - before
    return Ran(page=done, calls=asked, seconds_waited=time.seconds, most_open=service.most_open)


def test_a_good_model_writes_the_page(tmp_path: Path) -> None:
    ran = run(good(replies()), tmp_path)
    assert MODEL in ran.authors
    assert not ran.page.model_failed
    assert ran.page.usage.cached_tokens > 0
    assert 1 < ran.most_open <= 4


def test_a_second_run_asks_nothing_and_writes_the_same(tmp_path: Path) -> None:
    with FakeOpenAI(good(replies())) as service:
        first = run_with(service, tmp_path)
        service.script = always(Answer(status=500))
        second = run_with(service, tmp_path)
    assert (first.calls > 0, second.calls) == (True, 0)
    assert second.text == first.text


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.name)
def test_a_planted_error_never_reaches_the_page(planted: Planted, tmp_path: Path) -> None:
    ran = run(stubborn(replies(), planted), tmp_path)
    assert planted.mark not in offline_text()
    assert planted.mark not in ran.text
    assert any(planted.mark in s.text for draft in ran.page.failed_drafts.values() for s in draft.sentences())
    assert any("could not be proven" in notice for notice in ran.page.notices)


def test_a_repaired_sentence_takes_the_place_of_a_wrong_one(tmp_path: Path) -> None:
    better = "The Bureau of Labor Statistics counted [[bls.employment.2024]] people in the occupation in [[bls.base_year]]."
    ran = run(repentant(replies(), PLANTED[0], better), tmp_path)
    assert PLANTED[0].mark not in ran.text
    assert "16,900 people" in ran.text
    assert any(checked.draft.provenance.repaired for checked in ran.page.drafts)


@pytest.mark.parametrize(
    "script",
    [
        always(Answer(status=500)),
        always(Answer(drop=True)),
        always(Answer(status=429, headers={"Retry-After": "1"})),
        always(Answer(status=401)),
        always(Answer(content=None, refusal="I would rather not.")),
        always(Answer(content='{"blocks": [', finish_reason="length")),
        always(Answer(content="Certainly! Here is the section you asked for.")),
        always(Answer(content='{"blocks": []}')),
    ],
    ids=["500", "dropped", "429", "key", "refusal", "cut off", "chat", "silence"],
)
def test_a_failing_service_leaves_the_page_to_the_offline_model(script: Script, tmp_path: Path) -> None:
    ran = run(script, tmp_path)
    assert ran.text == offline_text()
    assert ran.authors == {"offline"}
    assert any(notice.startswith("Written by the offline model, because") for notice in ran.page.notices)


@pytest.mark.parametrize(
    ("script", "calls"),
    [(always(Answer(status=500)), 3), (always(Answer(status=401)), 1), (always(Answer(drop=True)), 3)],
    ids=["500", "key", "dropped"],
)
def test_an_outage_is_met_with_few_calls(script: Script, calls: int, tmp_path: Path) -> None:
    ran = run(script, tmp_path)
    assert ran.page.model_failed
    assert ran.calls == calls


@pytest.mark.parametrize(
    "trouble",
    [Answer(status=429, headers={"Retry-After": "20"}), Answer(status=503), Answer(drop=True)],
    ids=["429", "503", "dropped"],
)
def test_trouble_that_passes_leaves_no_trace_on_the_page(trouble: Answer, tmp_path: Path) -> None:
    ran = run(at_first(2, trouble, good(replies())), tmp_path)
    assert MODEL in ran.authors
    assert not ran.page.model_failed
    assert ran.seconds_waited > (40 if trouble.status == 429 else 0)


def test_a_reply_that_breaks_off_is_asked_for_once_more(tmp_path: Path) -> None:
    ran = run(at_first(1, Answer(content='{"blocks": [{"kind"'), good(replies())), tmp_path)
    assert not ran.page.model_failed
    assert run(cut_off(good(replies())), tmp_path / "cut").authors == {"offline"}


def test_a_service_without_schemas_writes_the_same_page(tmp_path: Path) -> None:
    plain = run(good(replies()), tmp_path / "plain")
    older = run(without_formats(good(replies()), "json_schema"), tmp_path / "older")
    assert older.text == plain.text
    assert not older.page.model_failed
