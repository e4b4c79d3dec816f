"""The parts of the real pipeline that tests of whole pages share: prompts, offline model, checks."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from typing import cast

from tests import builders
from writer.checks.base import Check
from writer.claims.vocabulary import parse_vocabulary
from writer.llm.offline_model import OfflineModel
from writer.pipeline.prove import PageProver
from writer.plugins import CHECKS, load
from writer.prompts import PromptLibrary
from writer.sources.outlook_sentences import read_outlook_sentences

DATA = builders.ROOT / "data"


class FixedClock:
    """The day of the tests."""

    def now(self) -> dt.datetime:
        return dt.datetime(builders.DAY.year, builders.DAY.month, builders.DAY.day, 12, tzinfo=dt.UTC)


@cache
def prompts() -> PromptLibrary:
    """Return the prompts of this checkout."""
    return PromptLibrary(builders.ROOT / "prompts")


@cache
def offline() -> OfflineModel:
    """Return the offline model."""
    return OfflineModel(read_outlook_sentences(DATA / "outlook_sentences.toml"))


@cache
def prover() -> PageProver:
    """Return all checks over the vocabulary of this checkout."""
    checks = [cast(Check, cast("type[Check]", load(name))()) for name in CHECKS]
    words = parse_vocabulary(tomllib.loads((DATA / "vocabulary.toml").read_text("utf-8")))
    return PageProver(checks, words, FixedClock())
