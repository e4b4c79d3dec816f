"""Directions: judged by the row of their figure, by the row of their holder, between two rows, against a record."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests import builders
from tests.unit.checks import occupations
from tests.unit.checks.judging import TODAY, check_fires, check_silent, farriers, translators, vocabulary
from writer.checks.base import DraftedSentence, check_input
from writer.checks.directions import CHECK
from writer.domain.drafts import ReplySentence, realise_sentence
from writer.domain.facts import Comparator, Fact, FactSheet
from writer.domain.findings import Finding
from writer.domain.occupations import EvidenceKind
from writer.domain.sections import Basis
from writer.domain.units import Bound
from writer.language.reading import read


def _growth(fact_id: str, value: str, label: str = "projected job growth") -> Fact:
    return builders.fact(fact_id, Decimal(value), label=label, unit="percent change", period="2024-34")


def _glaziers(growth: str, change: int, peers: tuple[tuple[str, str, int], ...]) -> FactSheet:
    """Return the sheet of a made-up occupation with compared occupations: name, growth and outlook score."""
    score = {"label": "career outlook score", "unit": "points out of 100", "source": "outlook"}
    change_facts = {"label": "projected change in employment", "unit": "jobs", "period": "2024-34"}
    gap = {"label": "projected job growth against all occupations", "unit": "percentage points"}
    wage_gap = {"label": "median wage against all occupations", "unit": "usd/year"}
    wage = {"label": "median annual wage", "unit": "usd/year"}
    facts = [
        _growth("growth", growth),
        _growth("all.growth", "3.1", "projected job growth, all occupations"),
        builders.fact("change", change, **change_facts),
        builders.fact("gap", Decimal(growth) - Decimal("3.1"), **gap),
        builders.fact("wage", 61_400, **wage),
        builders.fact("all.wage", 49_500, label="median annual wage, all occupations", unit="usd/year"),
        builders.fact("wage.gap", 11_900, **wage_gap),
        builders.fact("score", 55, **score),
        builders.fact("observed", 12, label="observed AI exposure", unit="percent", source="aei"),
        builders.fact("theory", 34, label="theoretical AI exposure", unit="percent", source="eloundou"),
        builders.fact("rank", 2, label="rank by projected job growth", unit="rank", source="bls-ep"),
        builders.fact("low", 41, label="lower end of the outlook range", unit="points out of 100"),
        builders.fact("top.wage", 239_200, label="top wage", unit="usd/year", bound=Bound.AT_LEAST),
    ]
    comparators = [
        Comparator(
            name=name,
            facts=(_growth(f"{name}.growth", value), builders.fact(f"{name}.score", points, **score)),
        )
        for name, value, points in peers
    ]
    record = builders.evidence(
        "demo.bls",
        "Bureau of Labor Statistics",
        kind=EvidenceKind.AGENCY_STATEMENT,
        does=(),
        passage="BLS expects glaziers to hold a smaller share of jobs because panels arrive ready made. It says "
        "that these groups do not forecast job losses. Robots set large panels faster than a crew can.",
    )
    plain = builders.evidence("demo.plain", "Glazebot", does=("places panels in a frame",))
    who = builders.subject(id="00-0001", plural="glaziers", singular="glazier", title="Glaziers")
    return builders.sheet(*facts, comparators=comparators, records=[record, plain], subject=who)


SHRINKING = _glaziers("-2.4", -1_300, (("roofers", "6.0", 70), ("tilers", "-4.0", 40)))
GROWING = _glaziers("8.3", 4_500, (("roofers", "6.0", 50), ("tilers", "-4.0", 40)))


def _drafted(
    sheet: FactSheet, template: str, basis: Basis = "data", cites: tuple[str, ...] = ("growth",)
) -> list[Finding]:
    sentence = realise_sentence(ReplySentence(text=template, basis=basis, cites=cites), sheet, "somebody")
    assert not sentence.faults, sentence.faults
    drafted = DraftedSentence(
        start=0, end=len(sentence.text), section="", basis=basis, cites=sentence.cites, links=sentence.links
    )
    page = check_input(read(sentence.text), sheet, vocabulary(), today=TODAY, drafted=[drafted])
    return CHECK(page)


TRUE = [
    (SHRINKING, "Employment is projected to fall by [[growth|abs]], against growth of [[all.growth]] for all occupations."),
    (SHRINKING, "Growth is [[growth]]."),
    (SHRINKING, "That is [[change|abs]] fewer jobs."),
    (SHRINKING, "All occupations together grow [[gap|abs]] faster than yours."),
    (SHRINKING, "It would take a rise of [[change|abs]] jobs to make up for the decline."),
    (SHRINKING, "A fall of [[growth|abs]] is smaller than the [[tilers.growth|abs]] projected for tilers."),
    (SHRINKING, "Roofers are projected to grow by [[roofers.growth]], where your own occupation is projected to shrink."),
    (SHRINKING, "Low exposure is no promise of growth."),
    (SHRINKING, "BLS projects fewer jobs by 2034, and a steeper fall in its next edition would count against you."),
    (SHRINKING, "A shrinking job count does not stop hiring."),
    (SHRINKING, "Pay stands better than growth."),
    (SHRINKING, "The pay of [[wage]] is above the [[all.wage]] of all occupations."),
    (SHRINKING, "Among the occupations compared here, roofers have the strongest growth, [[roofers.growth]]."),
    (SHRINKING, "By projected growth yours ranks [[rank|words]] among the occupations compared."),
    (SHRINKING, "The theoretical rating, at [[theory]], is far above what is observed."),
    (SHRINKING, "Tilers score lower, at [[tilers.score]]."),
    (SHRINKING, "Roofers grow faster than you, by [[roofers.growth]]."),
    (SHRINKING, "Not every neighbour would be a gain, since tilers are projected to decline by [[tilers.growth|abs]]."),
    (SHRINKING, "Software is cheaper and faster than you, but it does not listen."),
    (SHRINKING, "A milder fall in a later edition would help."),
    (GROWING, "Every one of the occupations compared scores at most as high as yours."),
    (GROWING, "Growth of [[growth]] is projected, [[gap|abs]] more than for all occupations."),
    (GROWING, "There is no sign of decline."),
    (GROWING, "High exposure need not mean decline: BLS projects growth of [[growth]]."),
    (GROWING, "Nothing here points to a decline in employment."),
    (GROWING, "Unlike occupations in decline, yours is projected to grow."),
    (GROWING, "None of the related occupations is projected to grow faster than yours."),
    (GROWING, "The score stays at [[low]] or higher."),
    (GROWING, "BLS prints the median as at least [[top.wage]] and no figure above that line."),
    (GROWING, "Pay lies above the middle: [[wage.gap]] more than across all occupations."),
]  # fmt: skip
FALSE = [
    (SHRINKING, "Employment is projected to grow by [[growth|abs]].", "grow"),
    (SHRINKING, "That is [[change|abs]] more jobs.", "more"),
    (SHRINKING, "BLS projects a steep rise: [[growth|abs]].", "rise"),
    (SHRINKING, "All occupations together grow [[gap|abs]] slower than yours.", "slower"),
    (SHRINKING, "Roofers are projected to shrink by [[roofers.growth]].", "shrink"),
    (SHRINKING, "Tilers face the opposite, a rise of [[tilers.growth|abs]].", "rise"),
    (SHRINKING, "Your own occupation is projected to grow.", "grow"),
    (SHRINKING, "BLS projects more jobs by 2034.", "more"),
    (SHRINKING, "A growing job count does not stop hiring.", "growing"),
    (SHRINKING, "Turnover matters more than the growth.", "growth"),
    (SHRINKING, "Pay stands better than decline.", "decline"),
    (SHRINKING, "The pay of [[wage]] is below the [[all.wage]] of all occupations.", "below"),
    (SHRINKING, "All occupations together are projected to shrink.", "shrink"),
    (SHRINKING, "Among the occupations compared here, roofers have the weakest growth, [[roofers.growth]].", "weakest"),
    (SHRINKING, "By projected decline yours ranks [[rank|words]] among the occupations compared.", "decline"),
    (SHRINKING, "The theoretical rating, at [[theory]], is far below what is observed.", "below"),
    (SHRINKING, "Tilers score higher, at [[tilers.score]].", "higher"),
    (SHRINKING, "Roofers grow slower than you, by [[roofers.growth]].", "slower"),
    (SHRINKING, "Not every neighbour would be a loss, since tilers are projected to decline by [[tilers.growth|abs]].", "loss"),
    (SHRINKING, "A milder rise in a later edition of the BLS projections would help.", "rise"),
    (SHRINKING, "Low exposure is no promise of decline: employment is projected to fall by [[growth|abs]].", "decline"),
    (GROWING, "Every one of the occupations compared scores at least as high as yours.", "at least as high as yours"),
    (GROWING, "Decline of [[growth]] is projected.", "Decline"),
    (GROWING, "Growth is projected, [[gap|abs]] less than for all occupations.", "less"),
    (GROWING, "Fast decline is projected.", "decline"),
    (GROWING, "On these figures, decline is a reason to stay.", "decline"),
    (GROWING, "None of the related occupations is projected to grow slower than yours.", "slower"),
    (GROWING, "Among the occupations compared there is no lower outlook score than yours.", "lower"),
    (GROWING, "The score stays at [[low]] or lower.", "lower"),
    (GROWING, "BLS prints the median as at least [[top.wage]] and no figure below that line.", "below"),
    (GROWING, "Pay lies below the middle.", "below"),
]  # fmt: skip
RECORD_TRUE = [
    "BLS expects a smaller share of jobs for glaziers.",
    "BLS says that the groups do not forecast job losses.",
    "Large panels are set faster by robots than by a crew.",
    "The panels come ready made, which may change later.",
]
RECORD_FALSE = [
    ("BLS expects a larger share of jobs for glaziers.", "larger"),
    ("BLS says that the groups do not forecast job gains.", "gains"),
    ("Robots set large panels slower than a crew can.", "slower"),
    ("Glazing by machine makes the work faster.", "faster"),
]


@pytest.mark.parametrize(("sheet", "template"), TRUE)
def test_true_direction_of_a_draft_is_left_alone(sheet: FactSheet, template: str) -> None:
    found = _drafted(sheet, template, cites=("growth", "wage"))
    assert not found, [item.message for item in found]


@pytest.mark.parametrize(("sheet", "template", "word"), FALSE)
def test_turned_direction_of_a_draft_is_marked(sheet: FactSheet, template: str, word: str) -> None:
    found = _drafted(sheet, template, cites=("growth", "wage"))
    assert any(f"{word}”" in item.message for item in found), [item.message for item in found]


@pytest.mark.parametrize("text", RECORD_TRUE)
def test_what_the_record_says_is_left_alone(text: str) -> None:
    found = _drafted(SHRINKING, text, "evidence", ("demo.bls",))
    assert not found, [item.message for item in found]


@pytest.mark.parametrize(("text", "word"), RECORD_FALSE)
def test_the_opposite_of_the_record_and_what_it_does_not_say_are_marked(text: str, word: str) -> None:
    found = _drafted(SHRINKING, text, "evidence", ("demo.plain" if "machine" in text else "demo.bls",))
    assert [item for item in found if f"“{word}”" in item.message]


@pytest.mark.parametrize(
    ("text", "sheet"),
    [
        ("Employment is projected to grow by 6.4%.", farriers()),
        ("The BLS projects growth for farriers.", farriers()),
        ("Job losses are not in the projection.", farriers()),
        ("Hoof loss and a drop in fever call for a vet.", farriers()),
        ("If demand fell, so would jobs.", farriers()),
        ("Does employment decline?", farriers()),
        ("The BLS projects a decline for translators.", translators()),
        ("The BLS projects a decline in jobs for travel agents.", farriers()),
        ("A growing number of tools can translate.", translators()),
        ("Pay is well above the national median of $49,500.", occupations.NURSES),
    ],
)
def test_a_stranger_may_say_what_the_rows_say(text: str, sheet: FactSheet) -> None:
    check_silent(CHECK, text, sheet)


@pytest.mark.parametrize(
    ("text", "span", "sheet"),
    [
        ("The BLS projects a decline for farriers.", "decline", farriers()),
        ("The BLS projects fewer jobs by 2034.", "fewer", farriers()),
        ("Employment in all occupations is projected to shrink.", "shrink", farriers()),
        ("The BLS projects a steady growth for translators.", "growth", translators()),
        ("The BLS expects more jobs in 2034 than in 2024.", "more", translators()),
    ],
)
def test_a_stranger_may_not_turn_them_round(text: str, span: str, sheet: FactSheet) -> None:
    check_fires(CHECK, text, span, sheet)
