"""Sentences about two made-up occupations, read by all checks at once: what is true stays clean, what is not is marked.

The sentences are written for this test. They try forms that the checks' own tests do not.
"""

from typing import cast

import pytest

from tests.unit.checks.judging import TODAY, farriers, translators, vocabulary
from writer.checks.base import Check, check_input
from writer.checks.run import run_checks
from writer.domain.facts import FactSheet
from writer.domain.findings import Severity
from writer.language.reading import read
from writer.plugins import CHECKS, load_all

TRUE_OF_FARRIERS = (
    "Farriers spend most of the day outdoors. AI does not come up much in the yard.",
    "All four tasks sit at zero in the Anthropic Economic Index, and the BLS sees growth ahead.",
    "The Index hasn't picked up any AI use in this trade so far.",
    "Nobody is handing the rasp to a robot just yet.",
    "The job is as hands-on as it gets: a hot shoe, a restless animal, and a client with opinions.",
    "You can't download a feel for the hoof.",
    "The BLS puts the number of farriers at about 50,000 in 2024 and expects it to reach 53,200 by 2034.",
    "According to BLS projections, growth is about twice the 3.1% average for all occupations.",
    "The verdict here is a plain no, and the data leave little room for doubt.",
    "With no exposure and decent growth, farriers look well placed.",
    "The outlook score is 88 out of 100, which puts the trade in good company.",
    "At $58,240, median pay is respectable for a trade with no degree requirement.",
    "There are around 4,100 openings a year, roughly one for every twelve farriers at work.",
    "None of this guarantees a job, of course.",
    "Growth is never a given, but the projection points up.",
    "The task list from O*NET runs to four items, and every one of them is at 0%.",
    "Anthropic's Index, which tracks AI use by task, shows nothing here.",
    "Software may help with the diary, yet the Index records no use even there.",
    "HoofTrack handles appointment scheduling; the rest of the visit is yours.",
    "HoofTrack keeps visit records tidy, and that is about all it does.",
    "It would take more than an app to change this line of work.",
    "If AI ever reaches the forge, the numbers will show it first.",
    "The trade could look different one day, but the data say nothing about when.",
    "Will AI replace farriers? No. Every task is at zero and employment is rising.",
    "AI is good at pattern matching and poor at standing under a horse.",
    "Horses will always be horses.",
    "Trust is hard to automate, and so is a steady hand.",
    "People skills matter here.",
    "By 2034 there should be about 3,200 more farriers than in 2024.",
    "Expect roughly 320 new positions a year on average through 2034.",
    "The projected gain works out at 320 jobs a year.",
    "The BLS reports a median wage of $58,240.",
    "BLS data show employment growing faster than the all-occupations average.",
    "The exposure score, from the Anthropic Economic Index, is zero.",
    "Keeping records is the one task you might expect software to take, yet it too is at zero.",
    "The records task is still at zero, according to the Index.",
    "Because every task is at zero, the exposure score is zero too.",
    "That is due to the way the score is built: exposure counts for more than growth.",
    "Small trades swing: a gain of 3,200 jobs reflects a base of 50,000.",
    "Demand for farriers is projected to grow 6.4%.",
    "Study the gait, report the findings, keep the horse calm.",
    "A survey of the hoof comes first.",
    "Experts in equine care include vets and farriers.",
    "Research into gait starts with a good eye.",
    "Most reports of lameness come from owners.",
    "In Kentucky and Texas, demand can vary by season.",
    "Monday mornings are busy. English saddles are another matter.",
    "Apple trees line the lane. Can a tablet help? Perhaps.",
)
TRUE_OF_TRANSLATORS = (
    "Will AI replace translators? Mostly, on this evidence: half of the six tasks are above 50%.",
    "Translating documents stands at 86%, proofreading at 71% and compiling glossaries at 55%.",
    "Interpreting in court is still at zero, and so is training other translators.",
    "The BLS projects a decline of 8.5% by 2034.",
    "According to the BLS, employment falls by 8.5% over the decade.",
    "DeepL covers machine translation of documents and glossary management, while Phrase TMS runs translation memory.",
    "DeepL and Phrase TMS have changed the first draft. Neither one sits in court.",
    "DeepL is fast, and it handles whole documents.",
    "DeepL's glossary feature manages terms.",
    "With DeepL in the workflow, the first pass is quick.",
    "Phrase TMS automates the workflow around the translator.",
    "AI now handles much of the document translation.",
    "AI has not reached the courtroom, where interpreting sits at zero.",
    "AI plays a big role in proofreading.",
    "Not every task is exposed: two of the six show no AI use.",
    "The field is shrinking, and AI is part of the picture in three tasks.",
    "Document work leans on AI today; court work does not.",
    "The Index shows heavy AI use in translating documents.",
    "The Anthropic Economic Index finds AI use in four of the six tasks.",
    "Anthropic's data put document translation at 86%.",
    "The exposure score of 57% is more than half.",
    "Courts still call for a person. That may change, but no figure here says so.",
    "The human tasks are interpreting in court and training others.",
    "Translators who interpret in court work where AI use is nil.",
    "Machine translation lowers demand, the BLS says.",
    "BLS links the decline to machine translation, which lets translators handle more text.",
    "Idioms are where DeepL slips: a published test saw it render many word for word.",
    "Only court interpreting and training others are untouched.",
    "It won't be easy, but the openings keep coming: 4,100 a year.",
    "Nothing about this is certain.",
    "There's no guarantee that the openings hold.",
    "The decline is steeper than the 3.1% growth across all occupations would suggest.",
    "The answer is mostly yes, with two exceptions.",
    "DeepL takes the first pass, and people take the last.",
    "Many clients use DeepL. Some use nothing at all.",
    "A translator today spends less time on the first draft.",
    "Half of the tasks are heavily exposed, and two are not exposed at all.",
)
FALSE_OF_FARRIERS = (
    "The Department of Labor warns that farriers face automation.",
    "A Stanford study puts the risk at zero.",
    "Economists predict steady demand.",
    "Surveys of horse owners show that nine in ten want a human.",
    "According to LinkedIn data, postings are up.",
    "The Anthropic Economic Index projects that the workforce will reach 53,200.",
    "The BLS says AI will not affect farriers.",
    "O*NET data put median pay at $58,240.",
    "According to the Anthropic Economic Index, the median wage is $58,240.",
    "BLS figures show that none of the four tasks uses AI.",
    "The BLS rates the outlook at 88 out of 100.",
    "HoofTrack can also diagnose lameness from a video.",
    "HoofTrack now forges custom shoes.",
    "ShoeBot trims hooves without a human.",
    "Apps like EquiScan and HoofAI already detect lameness.",
    "AI cameras have taken over gait inspection.",
    "AI handles the record keeping for most farriers.",
    "AI has automated the forging of horseshoes.",
    "Robots now trim hooves.",
    "By 2030, half of all farriers will use AI every day.",
    "Within a decade, robots will trim hooves.",
    "In the next five years, the record keeping will move to AI.",
    "Farriers have at least fifteen more years before AI matters.",
    "AI will inevitably take over the paperwork.",
    "Farriers will certainly be in demand.",
    "The job is guaranteed to grow.",
    "There is no doubt that the trade will grow.",
    "Farriers will never be replaced.",
    "Demand is up because more people own horses.",
    "The growth comes from an ageing workforce.",
    "Growth is fuelled by the sport-horse boom.",
    "The BLS credits rising horse ownership for the growth.",
    "Some farriers may already see AI in a task or two.",
    "Farriers might notice some AI in a few of their tasks.",
    "Yes, AI will replace farriers.",
    "Partly: AI is already in the yard and will take a share of the work.",
)
FALSE_OF_TRANSLATORS = (
    "No, AI won't replace translators any time soon.",
    "Translators have nothing to fear from AI.",
    "The profession is safe from automation.",
    "AI will never replace translators.",
    "The verdict is no.",
    "AI has replaced court interpreters.",
    "AI handles courtroom interpreting with ease.",
    "Proofreading is still done entirely by people.",
    "AI plays no part in proofreading.",
    "Translating documents remains a purely human task.",
    "DeepL can interpret a live hearing.",
    "DeepL also drafts contracts for law firms.",
    "Phrase TMS bills clients and chases payments.",
    "DeepL is used by most translators.",
    "DeepL is the best translation engine on the market.",
    "Translators will definitely lose most of their work.",
    "The decline is caused by offshoring.",
    "The drop reflects falling school budgets.",
    "The BLS attributes the decline to lower school enrollment.",
    "By 2029 machine translation will cover nine in ten documents.",
    "The remaining court work could be gone within five years.",
    "ChatGPT drafts most first versions now.",
    "Google has built a tool that replaces interpreters.",
    "Agencies report saving 30% of their time.",
)


def marks(text: str, sheet: FactSheet) -> list[str]:
    """Return what any check marks in a stranger's text, remarks left out."""
    checks = tuple(kind() for kind in cast("tuple[type[Check], ...]", load_all(CHECKS)))
    page = check_input(read(text), sheet, vocabulary(), today=TODAY)
    found = run_checks(checks, page)
    return [f"{f.check}: {text[f.start : f.end]}" for f in found if f.severity is not Severity.INFO]


@pytest.mark.parametrize("text", TRUE_OF_FARRIERS)
def test_true_sentence_about_farriers_stays_clean(text: str) -> None:
    assert marks(text, farriers()) == []


@pytest.mark.parametrize("text", TRUE_OF_TRANSLATORS)
def test_true_sentence_about_translators_stays_clean(text: str) -> None:
    assert marks(text, translators()) == []


@pytest.mark.parametrize("text", FALSE_OF_FARRIERS)
def test_false_sentence_about_farriers_is_marked(text: str) -> None:
    assert marks(text, farriers())


@pytest.mark.parametrize("text", FALSE_OF_TRANSLATORS)
def test_false_sentence_about_translators_is_marked(text: str) -> None:
    assert marks(text, translators())
