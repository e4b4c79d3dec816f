"""Writes files so that a kill or a full disk never leaves half of one: temporary file beside it, fsync, replace."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from writer.domain.report import Document
from writer.errors import StoreError


def write_atomic(file: Path, content: bytes) -> None:
    """Replace the file's content whole. Raises StoreError naming the folder that cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    except OSError as error:
        raise StoreError(
            f"{file.parent} cannot be written ({error.strerror}). Choose another folder with --out."
        ) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        temporary.chmod(0o644)
        temporary.replace(file)
    except OSError as error:
        raise StoreError(
            f"{file} cannot be written ({error.strerror}). Choose another folder with --out."
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


class FolderOutput:
    """Puts documents into one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, documents: Sequence[Document]) -> list[Path]:
        """Write the documents and return their paths, in order."""
        paths = [self.folder / document.name for document in documents]
        for path, document in zip(paths, documents, strict=True):
            write_atomic(path, document.content)
        return paths
