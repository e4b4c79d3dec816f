"""`claims.json`: the proof of a page for machines.

Every claim with the place where it is printed, and every sentence with its basis, author and citations. The file
stands beside the page; the numbers that a reader meets there resolve here. `schema_version` changes with its shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from writer.domain.drafts import DraftSentence
from writer.domain.report import Claim, Document, Report
from writer.exporters.json_text import json_bytes
from writer.exporters.names import file_name
from writer.exporters.proof import Proof

SCHEMA_VERSION = 1


class ClaimsJson:
    """Renders only the proof of a report."""

    format = "claims"

    def render(self, report: Report) -> list[Document]:
        """Return `claims.json`."""
        return [claims_document(report)]


def claims_document(report: Report) -> Document:
    """Return `claims.json` of the report; the same report gives the same bytes."""
    content = {
        "schema_version": SCHEMA_VERSION,
        "page": _page(report),
        "claims": [_claim(claim) for claim in report.claims],
        "sentences": list(_sentences(report)),
    }
    return Document(
        name=file_name(report, "claims.json"), content=json_bytes(content), media_type="application/json"
    )


def _page(report: Report) -> dict[str, object]:
    subject = report.sheet.subject
    return {
        "title": report.title,
        "occupation": {"code": subject.id, "name": subject.plural, "title": subject.title},
        "country": report.country,
        "made_on": report.made_on,
        "edition": report.edition,
        "status": report.status,
        "approved_by": report.approved_by,
        "author": report.author,
    }


def _claim(claim: Claim) -> dict[str, object]:
    """Return the claim with the span first said in words: `start` and `end` count code points of `place`."""
    return asdict(claim)


def _sentences(report: Report) -> Iterator[dict[str, object]]:
    proof = Proof(report)
    yield _sentence("lede", "lede", report.lede, proof)
    for section in report.sections:
        for block in section.checked.draft.blocks:
            for sentence in block.sentences:
                yield _sentence(section.id, block.kind, sentence, proof)
        if section.source_line is not None:
            yield _sentence(section.id, "source_line", section.source_line, proof)


def _sentence(section: str, block: str, sentence: DraftSentence, proof: Proof) -> dict[str, object]:
    return {
        "section": section,
        "block": block,
        "text": sentence.text,
        "basis": sentence.basis,
        "author": sentence.author,
        "cites": sentence.cites,
        "claims": [claim.id for claim in proof.claims_of(section, sentence.text)],
    }
