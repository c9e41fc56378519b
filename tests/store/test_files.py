"""Files are written whole or not at all, and a refusal says what to do next."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tuyentruyen_cli.errors import OutputRefused
from tuyentruyen_cli.files import create, write_atomic, write_chunks_atomic


def only(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo tuần 5.docx"
    write_atomic(path, b"old")
    write_atomic(path, b"new")
    assert only(tmp_path) == {path.name: b"new"}


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "message"),
    [(errno.ENOSPC, "store.disk-full"), (errno.EIO, "store.cannot-write"), (errno.EROFS, "store.read-only-folder")],
)
def test_a_disk_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, message: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OutputRefused, match=message):
        write_atomic(path, b"new")
    assert only(tmp_path) == {"a.docx": b"old"}


def test_a_file_that_is_open_elsewhere_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OutputRefused, match=r"store\.open-elsewhere"):
        write_atomic(path, b"new")
    assert only(tmp_path) == {"a.docx": b"old"}


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, ValueError])
def test_ctrl_c_and_faults_of_the_source_leave_the_old_file(tmp_path: Path, interrupt: type[BaseException]) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        yield b"ne"
        raise interrupt

    with pytest.raises(interrupt):
        write_chunks_atomic(path, pieces())
    assert only(tmp_path) == {"a.docx": b"old"}


def test_places_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    for name, message in (
        ("folder", "store.is-folder"),
        ("nowhere/a.docx", "store.no-folder"),
        ("file/a.docx", "store.no-folder"),
        ("x" * 300, "store.cannot-write"),
    ):
        with pytest.raises(OutputRefused, match=message):
            write_atomic(tmp_path / name, b"new")
    assert only(tmp_path / "folder") == {}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_read_only_file_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs the tests may be root
    with pytest.raises(OutputRefused, match=r"store\.read-only-file"):
        write_atomic(path, b"new")
    assert only(tmp_path) == {"a.docx": b"old"}


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "units.csv"
    create(path, b"mine")
    with pytest.raises(OutputRefused, match=r"store\.exists"):
        create(path, b"yours")
    assert only(tmp_path) == {"units.csv": b"mine"}

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputRefused, match=r"store\.disk-full"):
        create(tmp_path / "b", b"half")
    assert only(tmp_path) == {"units.csv": b"mine"}
