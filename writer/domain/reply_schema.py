"""The JSON schema of a reply, in the form that strict structured output accepts: built once, sent ready-made.

Strict servers want every property required, no further properties, and none of the length keywords
(https://platform.openai.com/docs/guides/structured-outputs). Lengths are checked by `parse_reply`.
"""

from __future__ import annotations

from functools import cache
from typing import Final, cast

from writer.domain.reply import ReplyForm

#: The name under which the schema is sent.
SCHEMA_NAME: Final = "section_reply"
_UNSUPPORTED: Final = frozenset({"title", "default", "minLength", "maxLength", "minItems", "maxItems"})

Json = dict[str, object]


@cache
def reply_schema() -> Json:
    """Return the schema of ReplyForm, its definitions written out in place. Treat it as read-only."""
    schema = cast(Json, ReplyForm.model_json_schema())
    definitions = cast("dict[str, Json]", schema.pop("$defs", {}))
    return cast(Json, _strict(schema, definitions))


def _strict(node: object, definitions: dict[str, Json]) -> object:
    if isinstance(node, list):
        return [_strict(item, definitions) for item in cast("list[object]", node)]
    if not isinstance(node, dict):
        return node
    found = cast(Json, node)
    if "$ref" in found:
        return _strict(definitions[str(found["$ref"]).rsplit("/", 1)[-1]], definitions)
    strict: Json = {
        key: _properties(value, definitions) if key == "properties" else _strict(value, definitions)
        for key, value in found.items()
        if key not in _UNSUPPORTED
    }
    if "properties" in strict:
        strict["required"] = list(cast(Json, strict["properties"]))
        strict["additionalProperties"] = False
    return strict


def _properties(node: object, definitions: dict[str, Json]) -> Json:
    """A property may bear the name of a keyword: only what is inside it is made strict."""
    return {name: _strict(value, definitions) for name, value in cast(Json, node).items()}
