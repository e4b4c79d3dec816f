"""Reads `data/outlook_sentences.toml`: the hand-written sentences beside the career outlook."""

from __future__ import annotations

import tomllib
from pathlib import Path

from writer.domain.outlook_sentences import OutlookSentences, parse_outlook_sentences
from writer.errors import DataError


def read_outlook_sentences(file: Path) -> OutlookSentences:
    """Return the sentences of every cell. Raises DataError naming file and cell."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"cannot be read ({error})", file=str(file)) from error
    return parse_outlook_sentences(content, file=str(file))
