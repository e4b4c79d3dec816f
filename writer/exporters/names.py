"""Where the files of a report stand: one folder for each occupation, named by its slug."""

from __future__ import annotations

import re
import unicodedata

from writer.domain.report import Report


def slug_of(report: Report) -> str:
    """Return the page's name in addresses: letters, digits and hyphens only, whatever the sheet holds."""
    subject = report.sheet.subject
    for text in (subject.slug, subject.plural, subject.id):
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        if slug := re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-"):
            return slug
    return "report"


def file_name(report: Report, name: str) -> str:
    """Return the path of a file of this report, relative to the output folder."""
    return f"{slug_of(report)}/{name}"
