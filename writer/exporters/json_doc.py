"""The whole report as JSON: what another program, or a later edition of this one, reads back.

Keys are sorted and the bytes stable; `schema_version` changes with the shape of the report.
"""

from __future__ import annotations

from writer.domain.report import Document, Report
from writer.exporters.json_text import json_bytes
from writer.exporters.names import file_name

SCHEMA_VERSION = 1


class JsonReport:
    """Renders a report as one JSON file."""

    format = "json"

    def render(self, report: Report) -> list[Document]:
        """Return `report.json` with the sheet, the parts, the claims and what was left out."""
        content = {"schema_version": SCHEMA_VERSION, "report": report}
        name = file_name(report, "report.json")
        return [Document(name=name, content=json_bytes(content), media_type="application/json")]
