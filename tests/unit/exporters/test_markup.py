"""Drawings, linked data and visible characters."""

import pytest
from markupsafe import Markup

from writer.domain.report import Bar, Chart
from writer.exporters.markup import (
    ScoreDrawing,
    bar_chart,
    finalize,
    json_ld,
    score_chart,
    visible,
    web_address,
)


def bar(**fields: object) -> Bar:
    given: dict[str, object] = {
        "label": "sound engineers",
        "value": 70.0,
        "text": "70",
        "fact": "outlook.headline",
    }
    return Bar(**(given | fields))  # pyright: ignore[reportArgumentType]


def chart(*bars: Bar) -> Chart:
    return Chart(id="outlook-chart", title="Outlook", description="A bar for each.", bars=bars or (bar(),))


@pytest.mark.parametrize(
    "character", ["\u202e", "\u200b", "\u200d", "\u2066", "\ufeff", "\u00ad", "\x00", "\U000e0041"]
)
def test_characters_that_nobody_sees_are_written_out(character: str) -> None:
    assert visible(f"a{character}b") == f"a⟨U+{ord(character):04X}⟩b"


@pytest.mark.parametrize(
    "text", ["plain", "naïve café", "日本語", "עברית", "$1,200 ≥ 3 %", "a\nb\tc", "−1.7\u00a0%"]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert visible(text) == text


def test_finalize_leaves_markup_and_numbers_alone() -> None:
    assert finalize(Markup("<b>\u200b</b>")) == Markup("<b>\u200b</b>")
    assert finalize(3) == 3


@pytest.mark.parametrize("url", ["https://example.org/a?b=1#c", "http://example.org"])
def test_web_addresses_are_kept(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc",
        "//example.org",
        "https://a b",
        'https://x"onclick',
        "https://x\n",
        "",
    ],
)
def test_other_addresses_are_not(url: str) -> None:
    assert web_address(url) == ""


def test_linked_data_holds_no_angle_bracket_at_any_depth() -> None:
    text = json_ld({"a": ["</script>", {"b": "<!--"}], "c\u202e": 1})
    assert "<" not in text
    assert "\u202e" not in text


class TestBarChart:
    def test_it_says_what_it_is(self) -> None:
        drawing = bar_chart(chart())
        assert 'role="img"' in drawing
        assert "<title " in drawing
        assert "<desc " in drawing

    def test_texts_are_escaped(self) -> None:
        assert "&lt;b&gt;" in bar_chart(chart(bar(label="<b>", text="<i>")))

    def test_a_missing_value_is_no_bar_of_length_zero(self) -> None:
        drawing = bar_chart(chart(bar(value=None, text="no score")))
        assert 'class="bar"' not in drawing
        assert "absent" in drawing
        assert "no score" in drawing

    def test_the_range_is_drawn_where_it_is_known(self) -> None:
        assert "whisker" in bar_chart(chart(bar(low=42.0, high=78.0)))
        assert "whisker" not in bar_chart(chart())

    def test_bars_grow_with_their_values_and_fall_below_zero(self) -> None:
        drawing = bar_chart(chart(bar(value=-50.0), bar(value=100.0)))
        assert '<rect class="bar" x="0%"' in drawing

    def test_long_labels_take_two_lines_and_none_is_cut(self) -> None:
        label = "electrical and electronic engineering technologists and technicians"
        drawing = bar_chart(chart(bar(label=label)))
        assert drawing.count('class="label"') == 2
        assert all(word in drawing.lower() for word in label.split())


class TestScoreChart:
    def drawing(self, **fields: float | None) -> str:
        given: dict[str, float | None] = {
            "headline": 70,
            "exposure_part": 60,
            "demand_part": 10.4,
            "low": 42,
            "high": 78,
        }
        return score_chart(
            ScoreDrawing(id="score", title="Score", description="A bar.", maximum=100, **(given | fields))
        )

    def test_the_parts_stand_end_to_end(self) -> None:
        drawing = self.drawing()
        assert '<rect class="part-exposure" x="0%" y="22" width="60%"' in drawing
        assert '<rect class="part-demand" x="60%" y="22" width="10.4%"' in drawing

    def test_without_a_headline_the_range_stands_alone(self) -> None:
        drawing = self.drawing(headline=None, exposure_part=None, demand_part=None)
        assert 'class="range"' in drawing
        assert "pin" not in drawing
        assert "part-" not in drawing

    def test_it_prints_no_digits_that_no_claim_proves(self) -> None:
        texts = [part.split("<")[0] for part in self.drawing().split(">")]
        assert not any(character.isdigit() for text in texts for character in text)
