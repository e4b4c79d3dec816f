"""One drafted sentence about a bundled occupation, judged by one check: which words it marks."""

from __future__ import annotations

from typing import TypeAlias

from tests import builders
from tests.unit.checks.judging import TODAY, vocabulary
from writer.checks.base import Check, DraftedSentence, check_input
from writer.domain.drafts import ReplySentence, realise_sentence
from writer.domain.sections import Basis
from writer.language.reading import read

Drafted: TypeAlias = tuple[str, Basis, tuple[str, ...]]
ENGINEERS, PROGRAMMERS, MANAGERS = "27-4014.00", "15-1251.00", "13-1082.00"


def marked(check: Check, text: str, basis: Basis, cites: tuple[str, ...], code: str = ENGINEERS) -> list[str]:
    """Return the words that the check marks in this sentence of a draft."""
    sheet = builders.starter_sheet(code)
    sentence = realise_sentence(ReplySentence(text=text, basis=basis, cites=cites), sheet, "offline")
    assert not sentence.faults, sentence.faults
    drafted = DraftedSentence(
        start=0, end=len(sentence.text), section="verdict", basis=basis, cites=sentence.cites, links=sentence.links,
        template=sentence.template, author=sentence.author,
    )  # fmt: skip
    page = check_input(read(sentence.text), sheet, vocabulary(), today=TODAY, drafted=[drafted])
    return [sentence.text[item.start : item.end] for item in check(page)]


def marked_of_a_stranger(check: Check, text: str, code: str = ENGINEERS) -> list[str]:
    """Return the words that the check marks in a text that is no draft."""
    page = check_input(read(text), builders.starter_sheet(code), vocabulary(), today=TODAY)
    return [text[item.start : item.end] for item in check(page)]
