"""What a check says about a text. A finding is a value, not an exception."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """`error` keeps a sentence off the page; `warning` asks a person; `info` is a remark."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One complaint about one span. Offsets are code points of the text that was read, end exclusive."""

    check: str
    severity: Severity
    start: int
    end: int
    message: str  #: for a writer: what is wrong, against which record
    expected: str = ""  #: what the record says, as prose would print it
    fact: str = ""  #: the id of the record it met
    fix: str = ""  #: replacement for text[start:end], only where one is certain
    key: str = ""  #: survives a redraft, so that a waiver does too
    section: str = ""
    sentence: int = (
        -1
    )  #: place in reading order within the section; -1 for a heading, a table or a whole page


def finding_key(check: str, sentence: str, rows: Iterable[str]) -> str:
    """Return the key of a finding: a hash of the check, the sentence and the records it met."""
    parts = "\x1f".join((check, " ".join(sentence.split()), *sorted(rows)))
    return hashlib.sha256(parts.encode()).hexdigest()[:16]


def errors_of(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings of severity error."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]
