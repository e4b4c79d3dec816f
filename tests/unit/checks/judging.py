"""Sheets of two made-up occupations, and two helpers: a text that a check must leave alone, one that it must mark.

The figures are invented for the tests. One verdict is a plain No with every task at zero, the other is Mostly.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from writer.checks.base import Check, check_input
from writer.checks.run import run_checks
from writer.claims.vocabulary import Vocabulary, parse_vocabulary
from writer.domain.facts import FactSheet
from writer.domain.findings import Finding, Severity
from writer.language.reading import read
from writer.sources.sheet_json import parse_sheet

ROOT = Path(__file__).resolve().parents[3]
TODAY = dt.date(2026, 11, 24)
PERIOD = "2024–2034"

SOURCES = [
    {"id": "bls-ep", "names": ["BLS", "Bureau of Labor Statistics", "Employment Projections"]},
    {"id": "bls-oews", "names": ["BLS", "Bureau of Labor Statistics", "OEWS"]},
    {"id": "aei", "names": ["Anthropic Economic Index", "the Index", "Anthropic"]},
    {"id": "onet", "names": ["O*NET"]},
    {"id": "outlook", "names": ["our outlook index"]},
]


@cache
def vocabulary() -> Vocabulary:
    """Return the words of the domain as they are shipped."""
    return parse_vocabulary(tomllib.loads((ROOT / "data" / "vocabulary.toml").read_text(encoding="utf-8")))


def fact(
    fact_id: str, label: str, value: object, unit: str, period: str, source: str, **more: Any
) -> dict[str, Any]:
    return {
        "id": fact_id,
        "label": label,
        "value": value,
        "unit": unit,
        "period": period,
        "source": source,
        **more,
    }


def occupation(name: str, verdict: str, growth: float, tasks: dict[str, int], **parts: Any) -> FactSheet:
    """Return the sheet of an occupation in the form in which strangers hand it in."""
    both = {"also_credited_to": ["aei", "onet"]}
    zero = sum(value == 0 for value in tasks.values())
    high = sum(value >= 50 for value in tasks.values())
    facts = [
        fact("employment_2024", "people employed", 50_000, "persons", "2024", "bls-ep"),
        fact("employment_2034", "projected employment", int(500 * (100 + growth)), "persons", "2034", "bls-ep"),
        fact("growth_pct", "projected job growth", growth, "percent", PERIOD, "bls-ep"),
        fact("annual_openings", "annual job openings", 4_100, "openings/year", PERIOD, "bls-ep"),
        fact("median_wage", "median annual wage", 58_240, "usd/year", "2024", "bls-oews"),
        fact("tasks_total", "core tasks analysed", len(tasks), "tasks", "current", "onet", **both),
        fact("tasks_zero", "tasks at 0% AI penetration", zero, "tasks", "current", "aei", **both),
        fact("tasks_high", "tasks at 50% AI penetration or more", high, "tasks", "current", "aei", **both),
        fact("exposure_pct", "AI exposure score", 0 if zero == len(tasks) else 57, "percent", "current", "aei"),
        fact("outlook_score", "career outlook score", 88, "points out of 100", "current", "outlook"),
        fact("verdict", "will AI replace this occupation?", verdict, "No|Partly|Mostly", "current", "outlook"),
        fact("avg_growth", "projected employment growth, all occupations", 3.1, "percent", PERIOD, "bls-ep"),
    ]  # fmt: skip
    rows = [
        {"id": f"t{number}", "text": text, "penetration_percent": value, "source": "aei", **both}
        for number, (text, value) in enumerate(tasks.items())
    ]
    sheet = {
        "subject": {"id": "00-0000", "name": name},
        "facts": facts,
        "tasks": rows,
        "sources": SOURCES,
        **parts,
    }
    return parse_sheet(sheet)


@cache
def farriers() -> FactSheet:
    """Every task at zero, growing, a plain No."""
    tasks = {
        "Trim and shape the hooves of horses.": 0,
        "Forge horseshoes to fit individual hooves.": 0,
        "Keep records of visits and treatments.": 0,
        "Inspect the gait of horses to detect lameness.": 0,
    }
    tools = [{"id": "tool1", "name": "HoofTrack", "does": ["appointment scheduling and visit records"]}]
    return occupation("farriers", "No", 6.4, tasks, evidence=tools)


@cache
def translators() -> FactSheet:
    """Half of the tasks used heavily, shrinking, verdict Mostly; one agency statement and one tested limit."""
    tasks = {
        "Translate written documents from one language to another.": 86,
        "Proofread and revise translated texts.": 71,
        "Compile glossaries of technical terms.": 55,
        "Interpret spoken statements during court hearings.": 0,
        "Check the meaning of idioms with authors.": 12,
        "Train and supervise other translators.": 0,
    }
    evidence = [
        {"id": "tool1", "name": "DeepL", "does": ["machine translation of documents", "glossary management"]},
        {"id": "tool2", "name": "Phrase TMS", "does": ["translation memory and workflow automation"]},
        {"id": "tool3", "name": "OldLingo", "does": ["dictionary look-up"], "product_status": "discontinued"},
        {"id": "limit1", "kind": "limit", "name": "Test of DeepL on idioms", "subject": "DeepL",
         "finding": "In a published test DeepL rendered many idioms word for word."},
        {"id": "bls1", "kind": "agency_statement", "name": "U.S. Bureau of Labor Statistics", "aliases": ["BLS"],
         "passage": "Machine translation lets translators handle more text, which lowers demand."},
    ]  # fmt: skip
    return occupation("translators", "Mostly", -8.5, tasks, evidence=evidence)


def findings(
    check: Check, text: str, sheet: FactSheet | None = None, *, house: bool = False
) -> list[Finding]:
    """Return what one check says of a text, remarks included."""
    page = check_input(read(text), sheet or farriers(), vocabulary(), today=TODAY, house=house)
    return run_checks([check], page)


def check_silent(check: Check, text: str, sheet: FactSheet | None = None, *, house: bool = False) -> None:
    """Assert that the check leaves the text alone, but for remarks."""
    found = [item for item in findings(check, text, sheet, house=house) if item.severity is not Severity.INFO]
    assert not found, [(text[item.start : item.end], item.message) for item in found]


def check_fires(
    check: Check,
    text: str,
    span: str,
    sheet: FactSheet | None = None,
    *,
    house: bool = False,
    remark: bool = False,
) -> None:
    """Assert that the check marks one stretch of the text, which shares words with `span`."""
    found = findings(check, text, sheet, house=house)
    if not remark:
        found = [item for item in found if item.severity is not Severity.INFO]
    start = text.index(span)
    met = [item for item in found if item.start < start + len(span) and start < item.end]
    assert met, f"nothing marks {span!r}: {[(text[i.start : i.end], i.message) for i in found]}"
    assert all(item.message and item.key for item in met)
