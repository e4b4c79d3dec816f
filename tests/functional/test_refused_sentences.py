"""Sentences that a model might well write and that no record bears out: a draft may hold none of them."""

from __future__ import annotations

import asyncio
import tomllib

import pytest

from tests import builders
from tests.fakes import page as parts
from tests.mutation.trials import bundled_codes
from writer.claims.vocabulary import Vocabulary, parse_vocabulary
from writer.domain.findings import Severity, errors_of
from writer.domain.sections import Basis
from writer.pipeline.compose import Composer
from writer.pipeline.prove import PageProver

MOISES = "27-4014.moises"
GROWTH = "bls.growth.2024-34"

REFUSED: tuple[tuple[str, Basis, tuple[str, ...]], ...] = (
    ("iZotope RX places microphones before a session.", "evidence", ("27-4014.izotope-rx",)),
    ("The decline is not driven by AI.", "data", (GROWTH,)),
    ("Moises cannot separate bass cleanly.", "evidence", (MOISES,)),
    ("Most sound engineers already use AI every day.", "data", ("aei.exposure",)),
    ("Most sound engineers already use AI every day.", "judgement", ()),
    ("Most sound engineers already use AI every day.", "evidence", (MOISES,)),
    ("AI exposure is [[aei.exposure]], so your job is safe.", "data", ("aei.exposure",)),
    ("Median pay is [[bls.openings.2024-34]].", "data", ("bls.openings.2024-34",)),
    (
        "The score of [[outlook.headline]] is the probability that your job survives.",
        "data",
        ("outlook.headline",),
    ),
    ("Adobe Audition was discontinued last year.", "evidence", ("27-4014.adobe-audition",)),
    ("Adobe Audition was discontinued last year.", "judgement", ()),
)
ALLOWED: tuple[tuple[str, Basis, tuple[str, ...]], ...] = (
    ("iZotope RX removes hum and buzz from recorded audio.", "evidence", ("27-4014.izotope-rx",)),
    ("Median pay is [[bls.wage.2024]] in [[bls.base_year]].", "data", ("bls.wage.2024", "bls.base_year")),
    ("AI exposure is [[aei.exposure]] by the Index.", "data", ("aei.exposure",)),
    ("The outlook score is [[outlook.headline]], an index of our own.", "data", ("outlook.headline",)),
)


def _words() -> Vocabulary:
    return parse_vocabulary(tomllib.loads((parts.DATA / "vocabulary.toml").read_text("utf-8")))


def _errors(text: str, basis: Basis, cites: tuple[str, ...]) -> list[str]:
    sheet = builders.starter_sheet("27-4014.00")
    draft = builders.draft(
        sheet,
        builders.block(builders.sentence(text, basis, *cites)),
        section="capabilities",
        heading="What AI can do",
    )
    found = parts.prover().prove(sheet, [draft])
    return [f"{f.check}: {f.message}" for f in found if f.severity is Severity.ERROR and f.sentence == 0]


@pytest.mark.parametrize(("text", "basis", "cites"), REFUSED)
def test_a_sentence_without_a_record_is_refused(text: str, basis: Basis, cites: tuple[str, ...]) -> None:
    assert _errors(text, basis, cites)


@pytest.mark.parametrize(("text", "basis", "cites"), ALLOWED)
def test_its_true_neighbour_stays(text: str, basis: Basis, cites: tuple[str, ...]) -> None:
    assert not _errors(text, basis, cites)


@pytest.mark.parametrize("code", bundled_codes())
def test_no_sentence_of_our_own_is_refused(code: str) -> None:
    """Judge what the offline model writes before a failing sentence is dropped from the page."""
    sheet = builders.starter_sheet(code)
    unchecked = PageProver((), _words(), parts.FixedClock())
    composer = Composer(prompts=parts.prompts(), prover=unchecked, offline=parts.offline())
    drafts = [checked.draft for checked in asyncio.run(composer.compose(sheet)).drafts]
    errors = errors_of(parts.prover().prove(sheet, drafts))
    assert not errors, "\n".join(f"{f.section} {f.sentence}: {f.check}: {f.message}" for f in errors)
