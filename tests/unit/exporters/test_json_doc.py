"""The whole report as JSON: published digits, sorted keys."""

import datetime as dt
import json
from decimal import Decimal

from tests import builders
from writer.domain.units import Style
from writer.exporters.json_doc import JsonReport
from writer.exporters.json_text import json_bytes


def test_the_whole_report_is_there() -> None:
    content = json.loads(JsonReport().render(builders.rich_report())[0].content)
    assert content["schema_version"] == 1
    report = content["report"]
    assert len(report["sections"]) == 13
    assert report["sheet"]["facts"]["bls.growth.2024-34"]["value"] == "-1.7"
    assert report["omissions"][0]["section"] == "shortfalls"


def test_values_of_the_domain_become_plain_json() -> None:
    given = {
        "b": Decimal("1.50"),
        "a": dt.date(2026, 11, 25),
        "c": Style.EXACT,
        "d": (1, None),
        "e": {"z", "y"},
    }
    assert json.loads(json_bytes(given)) == {
        "a": "2026-11-25",
        "b": "1.50",
        "c": "exact",
        "d": [1, None],
        "e": ["y", "z"],
    }


def test_keys_are_sorted_and_the_file_ends_with_a_newline() -> None:
    assert json_bytes({"b": 1, "a": 2}) == b'{\n  "a": 2,\n  "b": 1\n}\n'
