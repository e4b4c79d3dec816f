"""Sources are credited with what is theirs, and nobody unknown is credited."""

import pytest

from tests.unit.checks.judging import check_fires, check_silent, farriers, translators
from writer.checks.attributions import CHECK

SILENT = [
    "The BLS projects 6.4% growth between 2024 and 2034.",
    "According to the BLS, employment will rise by 6.4% over the decade.",
    "The BLS expects that number to edge up.",
    "The Bureau of Labor Statistics has the field growing faster than average.",
    "By 2034, BLS projections put the workforce at 53,200.",
    "Employment rises by 6.4%, according to the BLS.",
    "According to O*NET task data, all four core tasks sit at zero.",
    "The Anthropic Economic Index shows no AI use on any of the four tasks.",
    "The Index's figures show every task at zero.",
    "O*NET lists four tasks, among them forging horseshoes.",
    "O*NET describes keeping records of visits and treatments.",
    "BLS wage data put median pay at $58,240 in 2024.",
    "That's what the BLS projection amounts to over the decade.",
    "The data show four tasks at zero.",
    "The numbers suggest a steady trade.",
    "On this evidence, the verdict is no.",
    "Source: BLS Employment Projections, 2024.",
    "Horse owners trust a farrier who turns up on time.",
    "A farrier reports lameness to the vet.",
    "The BLS counts 50,000 farriers.",
    "BLS figures show about 4,100 openings a year.",
    "Farriers keep records; the vet reads the reports.",
    "The exposure score comes from the Anthropic Economic Index.",
]
FIRES = [
    ("According to the BLS, the AI exposure score for farriers is 0%.", "According to the BLS"),
    ("O*NET projects 6.4% growth for farriers through 2034.", "O*NET projects"),
    ("The Anthropic Economic Index puts median pay at $58,240.", "Anthropic Economic Index puts"),
    ("The Anthropic Economic Index projects 6.4% growth.", "Anthropic Economic Index projects"),
    ("O*NET reports that the median wage was $58,240 in 2024.", "O*NET reports"),
    ("Openings run at 4,100 a year, according to O*NET.", "according to O*NET"),
    ("BLS data show an outlook score of 88 out of 100.", "BLS data show"),
    ("The BLS notes that horse owners prefer a human they know.", "The BLS notes"),
    (
        "The Anthropic Economic Index's analysis of animal care notes that hoof work demands trust.",
        "Economic Index's",
    ),
    ("The Index warns that younger farriers avoid paperwork.", "The Index warns"),
    ("O*NET concludes that the craft is immune to machines.", "O*NET concludes"),
    ("According to the BLS, clients value a personal touch above all.", "According to the BLS"),
    ("A recent study found that most horse owners would not trust a robot.", "study found"),
    ("According to a 2025 survey, owners prefer local farriers.", "According to a 2025 survey"),
    ("Experts agree that shoeing will stay manual.", "Experts agree"),
    ("Industry analysts expect demand to hold.", "analysts expect"),
    ("Research shows that horses calm down around people.", "Research shows"),
    ("McKinsey estimates that a third of the work could be automated.", "McKinsey estimates"),
    ("According to Gartner, adoption is rising fast.", "According to Gartner"),
    ("The World Economic Forum predicts a shortage of farriers.", "World Economic Forum predicts"),
    ("The Census Bureau reports 50,000 farriers.", "Census Bureau reports"),
    ("Clinics using the software report cutting paperwork by a third.", "report cutting"),
    ("Such tools have been shown to save time.", "have been shown to"),
]


@pytest.mark.parametrize("text", SILENT)
def test_attribution_that_holds_is_left_alone(text: str) -> None:
    check_silent(CHECK, text)


@pytest.mark.parametrize(("text", "span"), FIRES)
def test_attribution_without_ground_is_marked(text: str, span: str) -> None:
    check_fires(CHECK, text, span)


def test_statement_that_the_sheet_holds_may_be_credited() -> None:
    check_silent(CHECK, "The BLS says that machine translation lowers demand.", translators())
    check_fires(
        CHECK, "The BLS says that machine translation improves quality for courts.", "BLS says", translators()
    )


def test_penetration_is_not_credited_to_the_task_list_where_the_sheet_does_not() -> None:
    sheet = farriers()
    check_silent(CHECK, "According to O*NET, penetration is zero on all four tasks.", sheet)
