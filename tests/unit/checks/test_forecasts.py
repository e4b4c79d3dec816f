"""No date, span of time or probability that no fact gives, and no claim about all tools or all time."""

import pytest

from tests.unit.checks.judging import check_fires, check_silent
from writer.checks.forecasts import CHECK

SILENT = [
    "The BLS projects 6.4% growth through 2034.",
    "By 2034 the workforce is expected to reach 53,200.",
    "Over the next ten years, employment is projected to grow by 6.4%.",
    "Over the coming decade about 3,200 jobs are added.",
    "In 2024 the median wage was $58,240.",
    "By the middle of the 2030s the trade will be a little larger.",
    "A decade from 2024, the BLS expects 53,200 farriers.",
    "AI can't feel the hoof and then adjust the nail.",
    "None of the tasks shows any AI use.",
    "No task has high AI penetration yet.",
    "Nothing that involves an anvil shows any penetration at all.",
    "No other list could be cleaner.",
    "That's a slow burn, not a collapse.",
    "The growth is spread across the decade.",
    "Every task on the list sits at zero.",
    "It takes years to learn the craft.",
    "Apprentices train for four years.",
    "Will AI replace farriers?",
    "A horse needs new shoes every six weeks.",
    "Growth won't empty the yard.",
    "The job could change if cheaper sensors arrive.",
    "Watch the next release of the Index.",
    "Openings are expected to average 4,100 a year.",
    "On this evidence AI is unlikely to replace farriers.",
]
FIRES = [
    ("By 2028, robots will trim most hooves.", "2028"),
    ("AI will handle half of the visits by 2030.", "2030"),
    ("The score is likely to stay at zero for the next five years.", "next five years"),
    ("Within three years, software could keep all the records.", "Within three years"),
    ("In five to seven years, AI could inspect gaits.", "five to seven years"),
    ("AI will soon take the paperwork.", "soon"),
    ("Robots that can shoe a horse are at least twenty years away.", "twenty years away"),
    ("Sooner or later AI will reach the forge.", "Sooner or later"),
    ("There is a 30% chance that AI takes the paperwork.", "30% chance"),
    ("The odds are one in ten that the trade vanishes.", "odds are one in ten"),
    ("No tool can read a horse.", "No tool can"),
    ("No AI on the market can forge a shoe.", "No AI on the market can"),
    ("Every task requires physical presence.", "Every task requires"),
    ("Hoof care can't be automated.", "can't be automated"),
    ("This work will never be automated.", "never be automated"),
    ("It is impossible for AI to shape a hoof.", "impossible for AI"),
    ("The record keeping will be replaced by software.", "will be replaced by"),
    ("Before long, AI tools will plan every visit.", "Before long"),
    ("Most farriers will be using AI scanners by the end of the decade, and by 2031 few will not.", "2031"),
    ("In the coming years, AI will take over the diary.", "In the coming years"),
]


@pytest.mark.parametrize("text", SILENT)
def test_projection_of_the_sheet_is_left_alone(text: str) -> None:
    check_silent(CHECK, text)


@pytest.mark.parametrize(("text", "span"), FIRES)
def test_forecast_that_no_fact_gives_is_marked(text: str, span: str) -> None:
    check_fires(CHECK, text, span)
