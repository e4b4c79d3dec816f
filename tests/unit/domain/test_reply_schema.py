"""The schema keeps the rules of strict structured output and still describes the reply."""

from collections.abc import Iterator
from typing import Any

from writer.domain.reply import ReplyForm
from writer.domain.reply_schema import reply_schema

UNSUPPORTED = {
    "$ref",
    "$defs",
    "title",
    "default",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "pattern",
    "oneOf",
}


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from nodes(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from nodes(value)


def test_every_object_requires_all_its_properties_and_no_others() -> None:
    objects = [node for node in nodes(reply_schema()) if node.get("type") == "object"]
    assert len(objects) == 3
    for node in objects:
        assert node["required"] == list(node["properties"])
        assert node["additionalProperties"] is False


def test_no_keyword_stands_that_a_strict_service_refuses() -> None:
    assert not {key for node in nodes(reply_schema()) for key in node} & UNSUPPORTED


def test_it_names_what_the_parser_reads() -> None:
    schema: Any = reply_schema()
    block = schema["properties"]["blocks"]["items"]
    assert set(block["properties"]) == {"kind", "sentences"}
    assert set(block["properties"]["sentences"]["items"]["properties"]) == {"text", "basis", "cites"}
    assert ReplyForm.model_validate({"blocks": []}).blocks == []


def test_it_is_built_once() -> None:
    assert reply_schema() is reply_schema()
