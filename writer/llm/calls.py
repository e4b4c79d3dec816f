"""The call store: every reply that was paid for, one file each, so that nothing is paid twice.

The name of a file is the SHA-256 of all that decides a reply: provider, model, parameters, messages, schema, attempt.
A reply is on disk, whole, before anything else is awaited. Files are for the operator's eyes only (mode 0600).
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from writer.domain.ports import LanguageModel, ModelReply, Prompt
from writer.domain.reply_schema import reply_schema
from writer.errors import StoreError


class _StoredCall(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    section: str
    prompt_sha256: str
    attempt: int
    model: str
    text: str
    input_tokens: int
    cached_tokens: int
    output_tokens: int


class CallStore:
    """Replies by key, in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, key: str) -> ModelReply | None:
        """Return the stored reply, or None. Raises StoreError where the file is damaged."""
        file = self._file(key)
        try:
            held = _StoredCall.model_validate_json(file.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError) as error:
            raise StoreError(
                f"The stored call {file} is damaged. Delete it; its reply is then asked for again."
            ) from error
        return ModelReply(
            text=held.text,
            model=held.model,
            input_tokens=held.input_tokens,
            cached_tokens=held.cached_tokens,
            output_tokens=held.output_tokens,
        )

    def keep(self, key: str, prompt: Prompt, reply: ModelReply) -> None:
        """Write the reply whole or not at all. Raises StoreError naming the folder."""
        call = _StoredCall(
            section=prompt.brief.spec.id, prompt_sha256=prompt.sha256, attempt=prompt.attempt, **asdict(reply)
        )
        content = json.dumps(call.model_dump(), indent=1, sort_keys=True, ensure_ascii=True) + "\n"
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write(self._file(key), content.encode())
        except OSError as error:
            raise StoreError(
                f"The call store {self._folder} cannot be written ({error.strerror})."
            ) from error

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.json"


class StoredModel:
    """A LanguageModel that answers from the store where it can, and stores what it had to ask for."""

    def __init__(
        self,
        inner: LanguageModel,
        store: CallStore,
        *,
        provider: str,
        parameters: Mapping[str, object] | None = None,
    ) -> None:
        self._inner = inner
        self._store = store
        self._provider = provider
        self._parameters = dict(parameters or {})

    @property
    def name(self) -> str:
        """The name of the model whose replies are stored."""
        return self._inner.name

    async def reply(self, prompt: Prompt) -> ModelReply:
        """Return the stored reply, or ask and store. Raises StoreError, and what the model raises."""
        key = call_key(prompt, provider=self._provider, model=self.name, parameters=self._parameters)
        stored = self._store.find(key)
        if stored is not None:
            return stored
        reply = await self._inner.reply(prompt)
        self._store.keep(key, prompt, reply)
        return reply


def call_key(prompt: Prompt, *, provider: str, model: str, parameters: Mapping[str, object]) -> str:
    """Return the key of a call; each of its parts changes it."""
    parts = {
        "provider": provider,
        "model": model,
        "parameters": dict(parameters),
        "messages": [asdict(message) for message in prompt.messages],
        "schema": reply_schema(),
        "attempt": prompt.attempt,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _write(file: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")  # mode 0600
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
