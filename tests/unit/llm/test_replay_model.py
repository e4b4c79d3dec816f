"""Recordings stand in for a model."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.prompts import ScriptedModel, prompt
from writer.errors import DataError
from writer.llm.replay_model import RecordingModel, ReplayModel


def test_replays_what_was_recorded_attempt_by_attempt(tmp_path: Path) -> None:
    recorder = RecordingModel(ScriptedModel("first", "second"), tmp_path)
    again = replace(prompt(), attempt=1)
    asyncio.run(recorder.reply(prompt()))
    asyncio.run(recorder.reply(again))
    replay = ReplayModel(tmp_path)
    assert asyncio.run(replay.reply(prompt())).text == "first"
    assert asyncio.run(replay.reply(again)).text == "second"


def test_a_missing_recording_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"part verdict.*RecordingModel") as caught:
        asyncio.run(ReplayModel(tmp_path).reply(prompt()))
    assert caught.value.file.endswith(f"{'a' * 64}.json")


def test_a_damaged_recording_is_named(tmp_path: Path) -> None:
    (tmp_path / f"{'a' * 64}.json").write_text("{}")
    with pytest.raises(DataError, match="is no recording"):
        asyncio.run(ReplayModel(tmp_path).reply(prompt()))
