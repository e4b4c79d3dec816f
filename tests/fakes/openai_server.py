"""An OpenAI-compatible service on loopback, in its own thread, that follows a script: good replies or planted faults.

A script is a function from what was asked to what is answered. `Script`s for good replies come from a table of replies
by section; faults are laid over them in `tests/fakes/faults.py`.
"""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from aiohttp import web

_PART = re.compile(r'^Write the part "(\w+)"', re.MULTILINE)
_FAILING = re.compile(r"^sentence \d+: ", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as the service saw it. `failing` counts the sentences of a repair; 0 for a first request."""

    number: int
    section: str
    failing: int
    body: Mapping[str, Any]
    headers: Mapping[str, str]

    @property
    def format(self) -> str:
        """The kind of response format that was asked for, "" for none."""
        return self.body.get("response_format", {}).get("type", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the service answers. `drop` closes the connection instead; `raw` replaces the whole body."""

    content: str | None = None
    status: int = 200
    refusal: str | None = None
    finish_reason: str = "stop"
    error: Mapping[str, Any] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    drop: bool = False
    delay_seconds: float = 0.0


Script = Callable[[Asked], Answer]


class FakeOpenAI:
    """The service as a context manager: `with FakeOpenAI(script) as service: ... service.url`."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: list[Asked] = []
        self.most_open = 0
        self._open = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.url = ""

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(timeout=10), "the fake service did not start"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        runner = self._loop.run_until_complete(self._start())
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(runner.cleanup())
        self._loop.close()

    async def _start(self) -> web.AppRunner:
        app = web.Application()
        app.router.add_post("/v1/chat/completions", self._answer)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}/v1"
        return runner

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        asked = _read(len(self.asked), body, dict(request.headers))
        self.asked.append(asked)
        self._open += 1
        self.most_open = max(self.most_open, self._open)
        try:
            answer = self.script(asked)
            if answer.delay_seconds:
                await asyncio.sleep(answer.delay_seconds)
        finally:
            self._open -= 1
        if answer.drop:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        return _response(answer, str(body.get("model", "")))


def _read(number: int, body: Mapping[str, Any], headers: Mapping[str, str]) -> Asked:
    text = "\n".join(message["content"] for message in body["messages"] if message["role"] == "user")
    parts = _PART.findall(text)
    failing = len(_FAILING.findall(body["messages"][-1]["content"]))
    return Asked(
        number=number, section=parts[-1] if parts else "", failing=failing, body=body, headers=headers
    )


def _response(answer: Answer, model: str) -> web.Response:
    if answer.raw is not None:
        return web.Response(body=answer.raw, status=answer.status, headers=dict(answer.headers))
    if answer.status != 200:
        error = answer.error or {"message": f"planted status {answer.status}", "type": "error", "code": None}
        return web.json_response({"error": dict(error)}, status=answer.status, headers=dict(answer.headers))
    message = {"role": "assistant", "content": answer.content, "refusal": answer.refusal}
    completion = {
        "id": "chatcmpl-fake",
        "object": "chat.completion",
        "created": 1_700_000_000,
        "model": model,
        "choices": [{"index": 0, "message": message, "finish_reason": answer.finish_reason}],
        "usage": {
            "prompt_tokens": 4000,
            "completion_tokens": 300,
            "total_tokens": 4300,
            "prompt_tokens_details": {"cached_tokens": 3000},
        },
    }
    return web.Response(
        text=json.dumps(completion), content_type="application/json", headers=dict(answer.headers)
    )
