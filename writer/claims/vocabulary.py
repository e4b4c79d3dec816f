"""The words of the domain, as data: measures with their labels and cue words, nouns of populations, periods.

Parsed from a TOML dict that the caller has read (`data/vocabulary.toml`). No occupation stands in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from writer.errors import DataError


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something that is measured: how a fact's label names it, and how prose does."""

    id: str
    dimension: str  #: percent, money, count, points, rank, text
    units: tuple[str, ...] = ()  #: units of facts of this measure
    labels: tuple[str, ...] = ()  #: phrases, one of which stands in the label of a fact of this measure
    cues: tuple[str, ...] = ()  #: phrases that name the measure in prose
    nouns: tuple[str, ...] = ()  #: what a count of this measure counts
    per: str = ""  #: "year" where the figure is per year
    higher_is: str = ""  #: "better", "worse" or nothing: what best and worst mean
    signed: bool = False  #: a change: its sign is its direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A property of tasks by their exposure: the words for it, and the interval in percent that it means."""

    id: str
    low: str
    high: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All word lists of the domain."""

    measures: tuple[Measure, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    everyone: tuple[str, ...] = ()  #: names of all occupations together
    role_nouns: tuple[str, ...] = ()  #: how prose refers to the subject ("the role", "the field")
    task_nouns: tuple[str, ...] = ()
    peer_nouns: tuple[str, ...] = ()  #: how prose refers to the comparators ("similar roles")
    people_nouns: tuple[str, ...] = ()
    job_nouns: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]]
    )  #: further named lists

    def measure(self, measure_id: str) -> Measure | None:
        """Return the measure of that id, or None."""
        return next((measure for measure in self.measures if measure.id == measure_id), None)


def parse_vocabulary(data: Mapping[str, object], *, file: str = "vocabulary.toml") -> Vocabulary:
    """Return the vocabulary of a parsed TOML document. Raises DataError naming the field."""
    lists = {
        name: _strings(value, file, name) for name, value in _table(data.get("words"), file, "words").items()
    }
    return Vocabulary(
        measures=tuple(_measure(row, file) for row in _tables(data.get("measure"), file, "measure")),
        predicates=tuple(_predicate(row, file) for row in _tables(data.get("predicate"), file, "predicate")),
        everyone=lists.pop("everyone", ()),
        role_nouns=lists.pop("role_nouns", ()),
        task_nouns=lists.pop("task_nouns", ()),
        peer_nouns=lists.pop("peer_nouns", ()),
        people_nouns=lists.pop("people_nouns", ()),
        job_nouns=lists.pop("job_nouns", ()),
        words=lists,
    )


def _measure(row: Mapping[str, object], file: str) -> Measure:
    name = _string(row.get("id"), file, "measure.id")
    return Measure(
        id=name,
        dimension=_string(row.get("dimension"), file, f"{name}.dimension"),
        units=_strings(row.get("units", []), file, f"{name}.units"),
        labels=_strings(row.get("labels", []), file, f"{name}.labels"),
        cues=_strings(row.get("cues", []), file, f"{name}.cues"),
        nouns=_strings(row.get("nouns", []), file, f"{name}.nouns"),
        per=_string(row.get("per", ""), file, f"{name}.per"),
        higher_is=_string(row.get("higher_is", ""), file, f"{name}.higher_is"),
        signed=row.get("signed") is True,
    )


def _predicate(row: Mapping[str, object], file: str) -> Predicate:
    name = _string(row.get("id"), file, "predicate.id")
    return Predicate(
        id=name,
        low=_string(row.get("low"), file, f"{name}.low"),
        high=_string(row.get("high"), file, f"{name}.high"),
        phrases=_strings(row.get("phrases"), file, f"{name}.phrases"),
    )


def _string(value: object, file: str, name: str) -> str:
    if not isinstance(value, str):
        raise DataError("a text is expected here", file=file, field=name)
    return value


def _strings(value: object, file: str, name: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise DataError("a list of texts is expected here", file=file, field=name)
    return tuple(_string(item, file, name) for item in cast(Sequence[object], value))


def _table(value: object, file: str, name: str) -> Mapping[str, object]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise DataError("a table is expected here", file=file, field=name)
    return cast(Mapping[str, object], value)


def _tables(value: object, file: str, name: str) -> tuple[Mapping[str, object], ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise DataError("a list of tables is expected here", file=file, field=name)
    return tuple(_table(item, file, name) for item in cast(Sequence[object], value))
