"""`claims.json`: every claim at its place, every sentence with what it rests on."""

import json

import pytest

from tests import builders
from writer.exporters.claims_json import ClaimsJson


@pytest.fixture(scope="module")
def content() -> dict[str, list[dict[str, object]]]:
    return json.loads(ClaimsJson().render(builders.rich_report())[0].content)


def test_every_claim_is_there_with_its_record(content: dict[str, list[dict[str, object]]]) -> None:
    report = builders.rich_report()
    assert [claim["id"] for claim in content["claims"]] == [claim.id for claim in report.claims]
    assert all(claim["record"] and claim["place"] and claim["section"] for claim in content["claims"])


def test_every_sentence_is_there_with_basis_author_and_citations(
    content: dict[str, list[dict[str, object]]],
) -> None:
    report = builders.rich_report()
    written = [s.text for section in report.sections for s in section.checked.draft.sentences()]
    assert [s["text"] for s in content["sentences"] if s["block"] not in ("lede", "source_line")] == written
    assert {"data", "task", "evidence", "judgement"} == {s["basis"] for s in content["sentences"]}
    assert {"offline", "house-model"} == {s["author"] for s in content["sentences"]}


def test_the_claims_of_a_sentence_stand_within_it(content: dict[str, list[dict[str, object]]]) -> None:
    by_id = {claim["id"]: claim for claim in content["claims"]}
    for sentence in content["sentences"]:
        for name in sentence["claims"]:  # pyright: ignore[reportGeneralTypeIssues]
            held = by_id[name]
            assert str(sentence["text"])[held["start"] : held["end"]] == held["text"]  # pyright: ignore[reportArgumentType]


def test_the_shape_has_a_version(content: dict[str, object]) -> None:
    assert content["schema_version"] == 1
