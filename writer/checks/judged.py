"""What the checks of links share: a finding for each link of their kind that the sheet contradicts or does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from writer.checks.base import CheckInput, finding
from writer.claims.judgement import CheckName
from writer.claims.link import Link
from writer.domain.findings import Finding


def findings_of(page: CheckInput, check: CheckName) -> list[Finding]:
    """Return the findings of one check over the links of a page, in order of place."""
    wrong = [
        link for link in page.links if link.check == check and link.status in ("contradicted", "unsupported")
    ]
    return [_finding(page, check, group) for group in _listed(page, wrong)]


def _listed(page: CheckInput, links: Sequence[Link]) -> Iterator[tuple[Link, ...]]:
    """Yield the links, those of one list together: "11% and 24% respectively" is one finding."""
    group: list[Link] = []
    for link in sorted(links, key=lambda link: (link.start, link.end)):
        if group and page.reading.text[group[-1].end : link.start].strip() not in ("and", ","):
            yield tuple(group)
            group = []
        group.append(link)
    if group:
        yield tuple(group)


def _finding(page: CheckInput, check: CheckName, group: Sequence[Link]) -> Finding:
    first, last = group[0], group[-1]
    facts = [row.fact for link in group for row in link.rows if row.fact]
    said = page.reading.text[first.start : last.end]
    expected = [link.expected for link in group if link.expected]
    return finding(
        page,
        check,
        first.start,
        last.end,
        f"“{said}”: {'; '.join(link.reason for link in group)}.",
        expected=" and ".join(expected),
        fact=facts[0] if facts else "",
        rows=facts,
        fix=first.fix if len(group) == 1 else "",
    )
