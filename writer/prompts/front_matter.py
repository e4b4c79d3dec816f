"""Reads a part's file: TOML front matter between two `+++` lines, then the part's task as a Jinja body."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from writer.domain.conditions import CONDITIONS
from writer.domain.occupations import EvidenceKind
from writer.domain.sections import Basis, Heading, MadeBy, SectionSpec
from writer.errors import DataError

REMEDY: Final = "Restore the file from the release of this software, or mend it."
_FENCE = "+++"
_Form = TypeVar("_Form", bound=BaseModel)


class _HeadingForm(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    when: str = "always"

    @field_validator("text")
    @classmethod
    def _names(cls, value: str) -> str:
        unknown = set(re.findall(r"\{(\w*)\}", value)) - {"plural", "singular", "a_singular"}
        if unknown:
            raise ValueError(f"unknown name {{{unknown.pop()}}}; known are plural, singular, a_singular")
        return value

    @field_validator("when")
    @classmethod
    def _condition(cls, value: str) -> str:
        return _known_conditions(value)


class _SpecForm(BaseModel):
    """The front matter of a part."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    made_by: MadeBy
    headings: list[_HeadingForm] = Field(min_length=1)
    requires: list[str] = []
    facts: list[str] = []
    tasks: bool = False
    evidence: list[EvidenceKind] = []
    needs_evidence: bool = False
    basis: list[Basis] = Field(default=["data"], min_length=1)
    min_words: int = Field(default=0, ge=0)
    max_words: int = Field(default=400, gt=0)
    shape: str = ""
    question: str = ""

    @field_validator("requires")
    @classmethod
    def _conditions(cls, value: list[str]) -> list[str]:
        return [_known_conditions(name) for name in value]

    @field_validator("headings")
    @classmethod
    def _last_always_holds(cls, value: list[_HeadingForm]) -> list[_HeadingForm]:
        if value[-1].when != "always":
            raise ValueError("the last heading stands where no other does: it takes no condition")
        return value


class _OutlineForm(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    sections: list[str] = Field(min_length=1)


def read_specs(folder: Path) -> tuple[SectionSpec, ...]:
    """Return the parts in the order of `outline.toml`. Raises DataError naming file and field."""
    outline = folder / "outline.toml"
    names = _validated(_OutlineForm, read_text(outline), outline).sections
    if len(set(names)) < len(names):
        raise DataError("a part stands twice", file=str(outline), field="sections", remedy=REMEDY)
    return tuple(_read_spec(folder / "sections" / f"{name}.md.j2", name) for name in names)


def read_text(file: Path) -> str:
    """Return the text of a file. Raises DataError."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"cannot be read ({error})", file=str(file), remedy=REMEDY) from error


def _read_spec(file: Path, name: str) -> SectionSpec:
    lead, fence, rest = read_text(file).partition(f"{_FENCE}\n")
    matter, closed, body = rest.partition(f"\n{_FENCE}\n")
    if lead.strip() or not fence or not closed:
        raise DataError(
            f"the front matter does not stand between two {_FENCE} lines", file=str(file), remedy=REMEDY
        )
    form = _validated(_SpecForm, matter, file)
    if form.id != name:
        raise DataError(f"{form.id!r} is not the name of the file", file=str(file), field="id", remedy=REMEDY)
    if form.made_by == "model" and not body.strip():
        raise DataError(
            "a part that a model writes needs a task", file=str(file), field="body", remedy=REMEDY
        )
    return SectionSpec(
        id=form.id,
        made_by=form.made_by,
        headings=tuple(Heading(text=heading.text, when=heading.when) for heading in form.headings),
        requires=tuple(form.requires),
        facts=tuple(form.facts),
        tasks=form.tasks,
        evidence=tuple(form.evidence),
        needs_evidence=form.needs_evidence,
        basis=tuple(form.basis),
        min_words=form.min_words,
        max_words=form.max_words,
        shape=form.shape,
        question=form.question,
        body=body.strip(),
    )


def _validated(form: type[_Form], text: str, file: Path) -> _Form:
    try:
        return form.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"is no TOML ({error})", file=str(file), remedy=REMEDY) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise DataError(first["msg"], file=str(file), field=field, remedy=REMEDY) from error


def _known_conditions(value: str) -> str:
    for part in value.split(" and "):
        name = part.strip().removeprefix("not ").strip()
        if name not in CONDITIONS:
            raise ValueError(
                f"there is no condition {name!r}; the conditions are: {', '.join(sorted(CONDITIONS))}"
            )
    return value
