"""A run that is stopped in the middle: Ctrl-C and kill -9 leave nothing torn, and what was paid for is not paid again.

The program runs as a process of its own against a fake model service on loopback.
"""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests import builders
from tests.fakes import page
from tests.fakes.faults import good, good_replies
from tests.fakes.openai_server import Answer, Asked, FakeOpenAI, Script
from writer.settings import CHECKOUT

LATER_PARTS_TAKE_SECONDS = 30.0


def slow_after(count: int) -> Script:
    """Good replies; every one after the first few takes far longer than the test."""
    replies = good(good_replies(builders.starter_sheet(), page.prompts().specs(), page.offline()))

    def script(asked: Asked) -> Answer:
        answer = replies(asked)
        return replace(answer, delay_seconds=LATER_PARTS_TAKE_SECONDS) if asked.number >= count else answer

    return script


def started(service: FakeOpenAI, workspace: Path) -> subprocess.Popen[str]:
    settings = {
        "WRITER_WORKSPACE": str(workspace),
        "WRITER_BASE_URL": service.url,
        "WRITER_ALLOW_PRIVATE_HOSTS": '["127.0.0.1"]',
        "OPENAI_API_KEY": "sk-of-the-test",
        "WRITER_TODAY": "2026-11-25",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "writer", "report", "27-4014"],
        cwd=CHECKOUT,
        env=os.environ | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(service: FakeOpenAI, workspace: Path) -> int:
    process = started(service, workspace)
    process.communicate(timeout=60)
    return process.returncode


def wait_until_asked(service: FakeOpenAI, count: int) -> None:
    until = time.monotonic() + 30
    while len(service.asked) < count and time.monotonic() < until:
        time.sleep(0.05)
    assert len(service.asked) >= count


@pytest.mark.parametrize(
    ("how", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)], ids=["Ctrl-C", "kill -9"]
)
def test_a_stopped_run_keeps_what_was_paid_for_and_leaves_no_page(
    how: int, code: int, tmp_path: Path
) -> None:
    with FakeOpenAI(slow_after(1)) as service:
        process = started(service, tmp_path)
        wait_until_asked(service, 3)
        process.send_signal(how)
        said = process.communicate(timeout=20)[1]
    assert process.returncode == code
    assert "Traceback" not in said
    if how == signal.SIGINT:
        assert "Run the same command again to go on" in said
    stored = list((tmp_path / "calls").glob("*.json"))
    assert len(stored) == 1
    assert json.loads(stored[0].read_text(encoding="utf-8"))["section"] == "verdict"
    assert not (tmp_path / "pages").exists()


def test_running_again_asks_only_for_what_is_not_stored(tmp_path: Path) -> None:
    with FakeOpenAI(slow_after(10_000)) as service:
        assert finished(service, tmp_path) == 0
        first = len(service.asked)
        assert first > 1
        assert finished(service, tmp_path) == 0
        assert len(service.asked) == first
    assert "sk-of-the-test" not in "".join(f.read_text("utf-8") for f in tmp_path.rglob("*") if f.is_file())
