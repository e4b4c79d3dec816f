"""Parses a model's raw reply into a `SectionReply`. The schema here is the one that is sent to the model.

A reply is untrusted: lengths are bounded, unknown keys refused, and control characters never reach a draft.
"""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from writer.domain.drafts import ReplyBlock, ReplySentence, SectionReply
from writer.errors import InvalidReply, Truncated


class SentenceForm(BaseModel):
    """One sentence. Type no digits: write [[fact-id]] or [[fact-id|style]] wherever a figure belongs."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(min_length=1, max_length=600, description="The sentence, figures as slots.")
    basis: Literal["data", "task", "evidence", "judgement"] = Field(description="What the sentence rests on.")
    cites: list[str] = Field(
        max_length=12, description="Ids of the facts, tasks and records that it rests on."
    )


class BlockForm(BaseModel):
    """A paragraph, a list of bullets (one sentence each), a call-out, or one side of the before / after pair."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["paragraph", "bullets", "callout", "before", "after"]
    sentences: list[SentenceForm] = Field(min_length=1, max_length=12)


class ReplyForm(BaseModel):
    """One section of the page."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    blocks: list[BlockForm] = Field(max_length=8)


def parse_reply(text: str) -> SectionReply:
    """Return the reply. Raises Truncated where the JSON is cut off, InvalidReply where it has another form."""
    try:
        form = ReplyForm.model_validate(json.loads(text))
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) - 1:
            raise Truncated("the reply breaks off before its JSON is complete", reply=text) from error
        raise InvalidReply(f"the reply is no JSON ({error})", reply=text) from error
    except (ValidationError, RecursionError) as error:
        first = (
            error.errors(include_url=False)[0]["msg"] if isinstance(error, ValidationError) else "too deep"
        )
        raise InvalidReply(f"the reply has another form: {first}", reply=text) from error
    return SectionReply(
        blocks=tuple(
            ReplyBlock(
                kind=block.kind,
                sentences=tuple(
                    ReplySentence(text=_plain(s.text), basis=s.basis, cites=tuple(s.cites))
                    for s in block.sentences
                ),
            )
            for block in form.blocks
        )
    )


def dump_reply(reply: SectionReply) -> str:
    """Return the reply as the JSON that a model would send."""
    form = ReplyForm(
        blocks=[
            BlockForm(
                kind=block.kind,
                sentences=[
                    SentenceForm(text=s.text, basis=s.basis, cites=list(s.cites)) for s in block.sentences
                ],
            )
            for block in reply.blocks
        ]
    )
    return form.model_dump_json()


def _plain(text: str) -> str:
    """Return the text with white space folded; other control characters are left for the checks to show."""
    return " ".join(text.split())
