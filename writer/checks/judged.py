"""What the checks of links share: a finding for each link of their kind that the sheet contradicts or does not hold."""

from __future__ import annotations

from writer.checks.base import CheckInput, finding
from writer.claims.judgement import CheckName
from writer.claims.link import Link
from writer.domain.findings import Finding


def findings_of(page: CheckInput, check: CheckName) -> list[Finding]:
    """Return the findings of one check over the links of a page, in order of place."""
    wrong = [
        link for link in page.links if link.check == check and link.status in ("contradicted", "unsupported")
    ]
    return [_finding(page, check, link) for link in wrong]


def _finding(page: CheckInput, check: CheckName, link: Link) -> Finding:
    facts = [row.fact for row in link.rows if row.fact]
    said = page.reading.text[link.start : link.end]
    return finding(
        page,
        check,
        link.start,
        link.end,
        f"“{said}”: {link.reason}.",
        expected=link.expected,
        fact=facts[0] if facts else "",
        rows=facts,
        fix=link.fix,
    )
