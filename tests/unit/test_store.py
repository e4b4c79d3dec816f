"""A file is replaced whole or not at all."""

import os
from pathlib import Path

import pytest

from writer.domain.report import Document
from writer.errors import StoreError
from writer.store import FolderOutput, write_atomic


def test_writes_documents_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    paths = FolderOutput(tmp_path / "new").write(
        [Document(name="a.txt", content=b"1", media_type="text/plain")]
    )
    assert [path.read_bytes() for path in paths] == [b"1"]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.txt"]


def test_a_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "page.html"
    write_atomic(file, b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        write_atomic(file, b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        write_atomic(tmp_path / "file" / "page.html", b"")
