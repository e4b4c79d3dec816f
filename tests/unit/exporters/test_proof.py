"""Which span of a text is marked with which claim."""

from dataclasses import replace

from tests import builders
from writer.domain.report import Claim
from writer.exporters.proof import Proof


def claim(text: str, start: int = 0, **fields: object) -> Claim:
    given: dict[str, object] = {
        "id": f"c{start}", "section": "verdict", "place": "There were 14 tasks in 2024.", "text": text, "kind": "fact",
        "record": "tasks.total", "label": "tasks", "value": text, "start": start, "end": start + len(text),
    }  # fmt: skip
    return Claim(**(given | fields))  # pyright: ignore[reportArgumentType]


def proof(*claims: Claim) -> Proof:
    report = builders.report()
    return Proof(replace(report, claims=claims))


def cut(held: Proof, text: str = "There were 14 tasks in 2024.") -> list[tuple[str, bool]]:
    return [(piece.text, piece.claim is not None) for piece in held.of_text("verdict", text)]


def test_a_text_is_cut_at_its_claims_and_loses_nothing() -> None:
    pieces = cut(proof(claim("14", 11), claim("2024", 23, record="bls.base_year")))
    assert pieces == [
        ("There were ", False),
        ("14", True),
        (" tasks in ", False),
        ("2024", True),
        (".", False),
    ]


def test_another_part_or_sentence_is_not_marked() -> None:
    assert cut(proof(claim("14", 11, section="future"))) == [("There were 14 tasks in 2024.", False)]
    assert cut(proof(claim("14", 11)), "There are 14.") == [("There are 14.", False)]


def test_a_wrong_offset_is_mended_where_the_span_is_found_and_dropped_where_it_is_not() -> None:
    assert ("14", True) in cut(proof(claim("14", 3)))
    assert cut(proof(claim("15", 11))) == [("There were 14 tasks in 2024.", False)]


def test_of_two_overlapping_claims_the_narrower_is_marked() -> None:
    assert ("14", True) in cut(proof(claim("14 tasks", 11), claim("14", 11)))


def test_a_judgement_is_left_to_the_mark_of_its_sentence() -> None:
    held = proof(claim("There were 14 tasks in 2024.", 0, kind="judgement"))
    assert cut(held) == [("There were 14 tasks in 2024.", False)]
    assert held.entries == []


def test_a_record_stands_once_in_the_register_however_often_it_is_printed() -> None:
    held = proof(claim("14", 11), claim("14", 0, place="14 it is."))
    assert [entry.claim.record for entry in held.entries] == ["tasks.total"]
