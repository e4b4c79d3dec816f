"""The one module that makes markup by hand: inline SVG, JSON-LD, and the page's own style and script.

Everything else on a page goes through the template's automatic escaping. What is put together here escapes each
text itself, and shows invisible characters (direction overrides, zero-width marks) instead of passing them on.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from markupsafe import Markup

from writer.domain.report import Bar, Chart

#: Controls, soft hyphen, Arabic letter mark, zero-width and direction marks, isolates, joiners, BOM, tag characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LABEL_CHARACTERS = 38  #: of a bar's label on one line: what fits beside the margins of a 320 px screen
_LINE = 19  #: height of a line of text in a chart, px
_BAR = 14  #: thickness of a bar, px
_GAP = 20  #: space between two bars, px
_SHORT_FIGURE, _LONG_FIGURE = 12.0, 24.0  #: percent of the width kept free for the printed figures


def visible(text: str) -> str:
    """Return the text with every invisible or direction-changing character written out, as ⟨U+202E⟩."""
    return _INVISIBLE.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def finalize(value: object) -> object:
    """Return what a template expression prints: texts made visible, markup untouched."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def web_address(url: str) -> str:
    """Return the address if a browser may follow it (http or https), else an empty string."""
    return url if re.match(r"https?://[^\s\"'<>]+\Z", url, re.IGNORECASE) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A style sheet or script written into the page, with the hash that the content security policy names."""

    text: Markup
    policy_hash: str


def asset(name: str) -> Asset:
    """Return the style sheet or script of that name from the templates."""
    text = (
        files("writer").joinpath("templates", name).read_text(encoding="utf-8").replace("\r\n", "\n").strip()
    )
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Asset(text=Markup(text), policy_hash=f"'sha256-{digest}'")


def json_ld(content: Mapping[str, object]) -> Markup:
    """Return the content as JSON that cannot end its script element."""
    text = json.dumps(_visible_json(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def bar_chart(chart: Chart) -> Markup:
    """Return a horizontal bar chart that fills the width it is given; its text keeps its size on a small screen."""
    low = min([0.0, *(v for bar in chart.bars for v in (bar.value, bar.low) if v is not None)])
    high = max([chart.maximum, *(v for bar in chart.bars for v in (bar.value, bar.high) if v is not None)])
    kept = _SHORT_FIGURE if all(len(bar.text) <= 4 for bar in chart.bars) else _LONG_FIGURE
    scale = _Scale(low=low, high=high if high > low else low + 1, width=100 - kept)
    rows: list[Markup] = []
    y = 0
    for bar in chart.bars:
        row, height = _bar_row(bar, y, scale)
        rows.append(row)
        y += height
    return _drawing(chart.id, chart.title, chart.description, max(y - _GAP + 4, 1), rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreDrawing:
    """What the drawing of a score shows, in points of its scale; None leaves a mark out."""

    id: str
    title: str
    description: str
    maximum: float
    headline: float | None
    exposure_part: float | None
    demand_part: float | None
    low: float | None
    high: float | None


def score_chart(score: ScoreDrawing) -> Markup:
    """Return the score as a bar stacked from its two parts, above the band of its range."""
    scale = _Scale(low=0, high=score.maximum, width=100)
    marks = [_rect("track", 0, 22, 100, 26, radius=3)]
    if score.exposure_part is not None and score.demand_part is not None:
        split, end = scale.at(score.exposure_part), scale.at(score.exposure_part + score.demand_part)
        marks += [
            _hatch(score.id),
            _rect("part-exposure", 0, 22, split, 26),
            _rect("part-demand", split, 22, end - split, 26),
        ]
        marks.append(_rect("part-hatch", split, 22, end - split, 26, fill=f"url(#{_slug(score.id)}-hatch)"))
    if score.low is not None and score.high is not None:
        left, right = scale.at(score.low), scale.at(score.high)
        marks += [
            _rect("track thin", 0, 60, 100, 10, radius=5),
            _rect("range", left, 60, max(right - left, 1), 10, radius=5),
        ]
        marks.append(_text("range-word", "range", (left + right) / 2, 86, anchor=_anchor((left + right) / 2)))
    if score.headline is not None:
        x = scale.at(score.headline)
        marks.append(_line("pin", x, 16, 76 if score.low is not None else 54))
        marks.append(_text("pin-word", "score", x, 12, anchor=_anchor(x)))
    height = 92 if score.low is not None else 58
    return _drawing(score.id, score.title, score.description, height, marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    low: float
    high: float
    width: float

    def at(self, value: float) -> float:
        """Return where the value stands, in percent of the drawing's width."""
        return (min(max(value, self.low), self.high) - self.low) / (self.high - self.low) * self.width


def _bar_row(bar: Bar, y: int, scale: _Scale) -> tuple[Markup, int]:
    lines = textwrap.wrap(visible(bar.label[:1].upper() + bar.label[1:]), _LABEL_CHARACTERS) or [""]
    marks = [_text("label", line, 0, y + 14 + _LINE * n) for n, line in enumerate(lines)]
    top = y + _LINE * len(lines) + 3
    zero = scale.at(0)
    marks.append(
        _rect("track" if bar.value is not None else "track absent", 0, top, scale.width, _BAR, radius=2)
    )
    if bar.value is not None:
        x = scale.at(bar.value)
        marks.append(_rect("bar", min(x, zero), top, max(abs(x - zero), 0.4), _BAR, radius=2))
    if bar.low is not None and bar.high is not None:
        left, right = scale.at(bar.low), scale.at(bar.high)
        marks.append(_rect("whisker", left, top + _BAR / 2 - 1.5, max(right - left, 0.4), 3))
        marks += [_line("whisker-end", x, top + 1, top + _BAR - 1) for x in (left, right)]
    marks.append(_text("figure", bar.text, 100, top + 12, anchor="end"))
    group = Markup('<g class="{}">{}</g>').format(
        "row subject" if bar.subject else "row", Markup("").join(marks)
    )
    return group, _LINE * len(lines) + 3 + _BAR + _GAP


def _drawing(name: str, title: str, description: str, height: int, marks: Iterable[Markup]) -> Markup:
    key = _slug(name)
    return Markup(
        '<svg class="drawing" role="img" aria-labelledby="{key}-title {key}-desc" width="100%" height="{height}">'
        '<title id="{key}-title">{title}</title><desc id="{key}-desc">{description}</desc>{marks}</svg>'
    ).format(
        key=key,
        height=height,
        title=visible(title),
        description=visible(description),
        marks=Markup("").join(marks),
    )


def _rect(
    name: str, x: float, y: float, width: float, height: float, *, radius: int = 0, fill: str = ""
) -> Markup:
    rest = Markup(' rx="{}"').format(radius) if radius else Markup("")
    rest += Markup(' fill="{}"').format(fill) if fill else Markup("")
    return Markup('<rect class="{}" x="{}%" y="{}" width="{}%" height="{}"{}/>').format(
        name, _short(x), _short(y), _short(width), _short(height), rest
    )


def _line(name: str, x: float, top: float, bottom: float) -> Markup:
    return Markup('<line class="{0}" x1="{1}%" x2="{1}%" y1="{2}" y2="{3}"/>').format(
        name, _short(x), _short(top), _short(bottom)
    )


def _text(name: str, text: str, x: float, y: float, *, anchor: str = "start") -> Markup:
    place = Markup(' text-anchor="{}"').format(anchor) if anchor != "start" else Markup("")
    return Markup('<text class="{}" x="{}%" y="{}"{}>{}</text>').format(
        name, _short(x), _short(y), place, visible(text)
    )


def _anchor(x: float) -> str:
    return "start" if x < 8 else "end" if x > 92 else "middle"


def _hatch(name: str) -> Markup:
    return Markup(
        '<defs><pattern id="{}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="hatch" width="2" height="6"/></pattern></defs>'
    ).format(_slug(name))


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "drawing"


def _visible_json(value: object) -> object:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Mapping):
        return {
            visible(str(key)): _visible_json(item)
            for key, item in cast(Mapping[object, object], value).items()
        }
    if isinstance(value, list | tuple):
        return [_visible_json(item) for item in cast(Sequence[object], value)]
    return value
