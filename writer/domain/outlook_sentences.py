"""The sentences beside the career outlook: a cell for each exposure tier, growth tier and confidence.

Pure: takes the content of `data/outlook_sentences.toml` and chooses. Holds no figures; a sentence is a slot template
like any other. Without an observed exposure there is no confidence, so those tiers have a single cell each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from writer.domain.outlook import Confidence, ExposureTier, GrowthTier, Outlook
from writer.errors import DataError

_Text = Annotated[str, StringConstraints(min_length=20, max_length=300, pattern=r"\.$")]
_Texts = Annotated[list[_Text], Field(min_length=1, max_length=2)]
_CONTENT = TypeAdapter(dict[ExposureTier, dict[GrowthTier, dict[Confidence, _Texts]]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A corner of the matrix."""

    exposure: ExposureTier
    growth: GrowthTier
    confidence: Confidence

    @property
    def name(self) -> str:
        """The cell as the file spells it ("zero.decline.medium")."""
        return f"{self.exposure.value}.{self.growth.value}.{self.confidence.value}"


@dataclass(frozen=True, slots=True)
class OutlookSentences:
    """One or two sentences for every cell that an outlook can fall into."""

    cells: Mapping[Cell, tuple[str, ...]]

    def of(self, outlook: Outlook) -> tuple[str, ...]:
        """Return the sentences of this outlook's cell, in reading order."""
        cell = Cell(exposure=outlook.exposure_tier, growth=outlook.growth_tier, confidence=outlook.confidence)
        return self.cells[cell]


def reachable_cells() -> Iterator[Cell]:
    """Yield every cell that an outlook can fall into, in the order of the tiers."""
    for exposure in ExposureTier:
        for growth in GrowthTier:
            for confidence in Confidence:
                if exposure is not ExposureTier.UNMEASURED or confidence is Confidence.NONE:
                    yield Cell(exposure=exposure, growth=growth, confidence=confidence)


def parse_outlook_sentences(content: Mapping[str, object], file: str = "") -> OutlookSentences:
    """Return the matrix. Raises DataError naming the first cell that is malformed, absent or out of reach."""
    try:
        read = _CONTENT.validate_python(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise DataError(
            first["msg"], file=file, field=".".join(str(part) for part in first["loc"])
        ) from error
    found = {
        Cell(exposure=exposure, growth=growth, confidence=confidence): tuple(texts)
        for exposure, by_growth in read.items()
        for growth, by_confidence in by_growth.items()
        for confidence, texts in by_confidence.items()
    }
    wanted = list(reachable_cells())
    for cell in wanted:
        if cell not in found:
            raise DataError("has no sentence", file=file, field=cell.name)
    for cell in found:
        if cell not in wanted:
            raise DataError("is no cell that an outlook can fall into", file=file, field=cell.name)
    return OutlookSentences(found)
