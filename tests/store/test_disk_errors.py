"""A disk that fails at any one call: afterwards all is as before, or all is as it should be; and the next run mends the rest."""

import datetime as dt
import errno
import hashlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.store.cache import Cache
from tuyentruyen_cli.store.memory import open_store, verify_log
from tuyentruyen_cli.store.rows import FIRST_SEEN, Received, Week

AT = dt.datetime(2021, 2, 4, 9, tzinfo=dt.UTC)


def failing_at(call: Callable[..., Any], turn: int) -> Callable[..., Any]:
    """The call, but its n-th turn fails."""
    turns = iter(range(1000))

    def instead(*arguments: Any) -> Any:
        if next(turns) == turn:
            raise OSError(errno.EIO, "disk error")
        return call(*arguments)

    return instead


def aggregate(root: Path) -> None:
    sources, received = {}, []
    for name in ("a.xlsx", "b.xlsx", "c.docx"):
        content = name.encode()
        (root / name).write_bytes(content)
        sha = hashlib.sha256(content).hexdigest()
        sources[sha] = root / name
        received.append(Received(name, sha, AT, FIRST_SEEN, "2021-W05", "ban-bo", "2021-W05"))
    with open_store(root, AT) as store:
        store.record(received, sources, Week("2021-W05", b"new"))


def state(root: Path) -> tuple[int, bytes | None]:
    with open_store(root, AT) as store:
        return len(store.receipts()), store.load_week("2021-W05")


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("turn", range(9))
def test_at_every_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, turn: int) -> None:
    with open_store(tmp_path, AT) as store:
        store.save_week("2021-W05", b"old")
    with monkeypatch.context() as patched:
        patched.setattr(os, call, failing_at(getattr(os, call), turn))
        try:
            aggregate(tmp_path)
            failed = False
        except OperatorError:
            failed = True
    assert state(tmp_path) == ((0, b"old") if failed else (3, b"new"))
    assert verify_log(tmp_path) is None
    originals = list((tmp_path / "store" / "originals").iterdir())
    assert all(hashlib.sha256(path.read_bytes()).hexdigest() == path.stem for path in originals)
    aggregate(tmp_path)
    assert state(tmp_path) == (3, b"new")
    assert len((tmp_path / "store" / "log.jsonl").read_bytes().splitlines()) == 1


def test_the_cache_fails_after_the_log_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path, AT) as store:
        store.save_week("2021-W05", b"old")
    with monkeypatch.context() as patched:

        def full(*_: object) -> None:
            raise sqlite3.OperationalError("database or disk is full")

        patched.setattr(Cache, "_save_week", full)
        with pytest.raises(OperatorError, match=r"store\.cache-failed"):
            aggregate(tmp_path)
    assert state(tmp_path) == (3, b"old")
    aggregate(tmp_path)
    assert state(tmp_path) == (3, b"new")
    assert verify_log(tmp_path) is None


def test_a_store_where_there_can_be_none(tmp_path: Path) -> None:
    (tmp_path / "store").write_bytes(b"a file")
    with pytest.raises(OperatorError, match=r"store\.cannot-write"), open_store(tmp_path, AT):
        pass
    (tmp_path / "store").unlink()
    (tmp_path / "store" / "lock").mkdir(parents=True)
    with pytest.raises(OperatorError, match=r"store\.cannot-write"), open_store(tmp_path, AT):
        pass


def test_a_cache_that_cannot_be_opened_is_said_and_not_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "store" / "cache.sqlite").mkdir(parents=True)
    for write in (True, False):
        with pytest.raises(OperatorError, match=r"store\.cannot-read"), open_store(tmp_path, AT, write=write):
            pass
    assert (tmp_path / "store" / "cache.sqlite").is_dir()


def test_a_cache_that_goes_away_while_it_is_read(tmp_path: Path) -> None:
    with open_store(tmp_path, AT) as store:
        store._cache.close()
        with pytest.raises(OperatorError, match=r"store\.cannot-read"):
            store.weeks()


def test_a_lock_that_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "lock").write_bytes(b"someone wrote here" * 100)
    with pytest.raises(OperatorError, match=r"store\.cannot-write"), open_store(tmp_path, AT):
        pass


def test_a_cache_that_another_program_holds_is_kept_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aggregate(tmp_path)
    other = sqlite3.connect(tmp_path / "store" / "cache.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr("tuyentruyen_cli.store.cache.PATIENCE", 0)
    with pytest.raises(OperatorError, match=r"store\.cannot-read"), open_store(tmp_path, AT):
        pass
    other.close()
    assert state(tmp_path) == (3, b"new")
