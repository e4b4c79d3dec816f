"""What a draft prints without a record: figures, names, credits."""

import pytest

from tests.unit.checks.drafts import Drafted, marked, marked_of_a_stranger
from writer.checks.traces import CHECK

MOISES, LANDR, GROUP = "27-4014.moises", "27-4014.landr", "27-4014.bls-exposure-category"
GROWTH, EXPOSURE, RATED = "bls.growth.2024-34", "aei.exposure", "percentile.applicability"

SILENT: list[Drafted] = [
    ("Growth of [[bls.growth.2024-34]] is projected.", "data", (GROWTH,)),
    ("One more kind of work is left for the second part of the day.", "judgement", ()),
    ("BLS projects a decline of [[bls.growth.2024-34|abs]].", "data", (GROWTH,)),
    ("The Index sees AI in [[aei.exposure]] of the job.", "data", (EXPOSURE,)),
    ("Moises separates voices and instruments in a finished song.", "evidence", (MOISES,)),
    ("With Moises, a song comes apart; LANDR masters the mix.", "evidence", (MOISES, LANDR)),
    ("BLS places the occupation in its moderate group of relative AI exposure.", "evidence", (GROUP,)),
    ("The job ranks at the [[percentile.applicability]] by Microsoft's record.", "data", (RATED,)),
    ("Behind the measured use of AI stand Anthropic and Microsoft.", "judgement", ()),
    ("Curiosity helps, on a Monday in January too.", "judgement", ()),
    ("Outside accounts describe Moises as a practice aid.", "evidence", (MOISES,)),
]
FIRES: list[tuple[Drafted, str]] = [
    (("Growth of 4.9% is projected.", "data", (GROWTH,)), "4.9%"),
    (("Five tasks are out of reach.", "judgement", ()), "Five"),
    (("By the count of Deloitte, jobs fall.", "data", (GROWTH,)), "Deloitte"),
    (("OpenAI sees AI in [[aei.exposure]] of the job.", "data", (EXPOSURE,)), "OpenAI"),
    (("Moises separates voices and instruments.", "evidence", (LANDR,)), "Moises"),
    (("According to its maker, Nortavox Studio masters a mix.", "evidence", (LANDR,)), "Nortavox Studio"),
    (("Tandomir masters a finished mix automatically.", "evidence", (LANDR,)), "Tandomir"),
    (("Runway, by its maker's account, masters a finished mix.", "evidence", (LANDR,)), "Runway"),
    (("For mastering there is Clarivane, which adds loudness.", "evidence", (LANDR,)), "Clarivane"),
    (("The job ranks at the [[percentile.applicability]] by OpenAI's record.", "data", (RATED,)), "OpenAI"),
    (("Observed exposure is [[aei.exposure]] in O*NET.", "data", (EXPOSURE, "tasks.total")), "O*NET"),
    (("Behind the measured use of AI stand Anthropic and Google.", "judgement", ()), "Google"),
]


@pytest.mark.parametrize("sentence", SILENT)
def test_what_leads_to_a_record_is_left_alone(sentence: Drafted) -> None:
    assert marked(CHECK, *sentence) == []


@pytest.mark.parametrize(("sentence", "words"), FIRES)
def test_what_leads_to_none_is_marked(sentence: Drafted, words: str) -> None:
    assert any(words in found for found in marked(CHECK, *sentence))


def test_a_stranger_has_no_citations_to_keep() -> None:
    assert marked_of_a_stranger(CHECK, "By the count of Deloitte, 4.9% of jobs go.") == []
