"""Killed or failing at any moment: afterwards the old or the new state is whole, and the next run needs no repair by hand."""

import errno
import importlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.store import cache
from tuyentruyen_cli.store.memory import open_store

HERE = Path(__file__).parent
NEW = {
    "week": "new",
    "report": "new",
    "receipts": ["a.xlsx", "b.docx", "c.csv", "d.ods", "e.xls"],
    "log": ["received", "output", "decision", "received", "output"],
    "wrong": [],
}


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module of faults; children find it by its name too."""
    monkeypatch.syspath_prepend(str(HERE))
    return importlib.import_module("faulty")


def is_whole(left: dict[str, Any]) -> bool:
    """Whether a state is the old one, the new one, or the new one up to some step."""
    steps = [
        ("old", "old", NEW["log"][:3]),
        ("old", "old", NEW["log"][:4]),
        ("new", "old", NEW["log"][:4]),
        ("new", "old", NEW["log"]),
        ("new", "new", NEW["log"]),
    ]
    received = NEW["receipts"] if len(left["log"]) > 3 else NEW["receipts"][:2]
    return not left["wrong"] and left["receipts"] == received and (left["week"], left["report"], left["log"]) in steps


@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="this system has no fork: the kills of spawned processes below stand for it"
)
def test_killed_at_each_of_two_hundred_points(tmp_path: Path) -> None:
    """Every point is a process that ends there without another word (``os._exit``), half of a write on the disk."""
    command = (sys.executable, str(HERE / "faulty.py"), str(tmp_path))
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=600)
    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    killed, (last,) = [r for r in results if r["code"] == 9], [r for r in results if r["code"] != 9]
    assert last["code"] == 0, done.stderr
    assert len(killed) >= 200
    assert [r for r in killed if not is_whole(r["left"])] == []
    assert {json.dumps(r["after"]) for r in results} == {json.dumps(NEW)}, "the next run comes to the same, whatever was left"
    assert [r["litter"] for r in results if r["litter"]] == []
    assert any(r["journal"] for r in killed), "some die in the middle of SQLite's own writing"
    assert len({json.dumps(r["left"]) for r in killed}) >= 4, "all stages are met"


@pytest.mark.parametrize("at", [1, 9, 20, 35, 60, 120, 200])
def test_a_spawned_process_killed(faulty: Any, tmp_path: Path, at: int) -> None:
    faulty.before(tmp_path)
    code = "import sys, faulty; from pathlib import Path\nwith faulty.Faults(int(sys.argv[2]), faulty.die)(): faulty.scenario(Path(sys.argv[1]))"
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    done = subprocess.run((sys.executable, "-c", code, str(tmp_path), str(at)), env=environment, check=False, timeout=120)
    assert done.returncode == 9
    assert is_whole(faulty.state(tmp_path))
    faulty.scenario(tmp_path)
    assert faulty.state(tmp_path) == NEW
    assert faulty.left_over(tmp_path) == []


def failing(number: int) -> Callable[[], None]:
    def strike() -> None:
        raise OSError(number, os.strerror(number))

    return strike


@pytest.mark.parametrize(("number", "lasting"), [(errno.EIO, False), (errno.ENOSPC, True)])
def test_a_disk_that_fails_or_is_full_at_the_nth_touch_for_every_n(
    faulty: Any, tmp_path: Path, number: int, lasting: bool
) -> None:
    """What the operator gets is a message, never a traceback."""
    first = tmp_path / "before"
    with faulty.Faults(0, faulty.die)():
        faulty.before(first)
    shutil.copytree(first, tmp_path / "counted")
    with faulty.Faults(0, faulty.die, steps=150)() as counted:
        faulty.scenario(tmp_path / "counted")
    assert counted.count >= 45
    told = set()
    for at in range(1, counted.count + 1):
        root = tmp_path / "run"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(first, root)
        try:
            with faulty.Faults(at, failing(number), lasting=lasting, steps=150)():
                faulty.scenario(root)
        except OperatorError as error:
            told.add(error.message)
        assert is_whole(faulty.state(root)), at
        with faulty.Faults(0, faulty.die)():
            faulty.scenario(root)
        assert faulty.state(root) == NEW, at
        assert faulty.left_over(root) == [], at
    assert {errno.EIO: "store.cannot-write", errno.ENOSPC: "store.disk-full"}[number] in told
    assert {message.partition(".")[0] for message in told} == {"store"}


def test_a_cache_that_finds_no_room_at_any_page(faulty: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's own "database or disk is full", for every page that the new week would need."""
    faulty.before(tmp_path)
    connection = sqlite3.connect(tmp_path / "store" / "cache.sqlite")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.close()
    real = cache._kept

    def limited(path: Path, mode: str) -> sqlite3.Connection | None:
        connection = real(path, mode)
        if connection is not None:
            connection.execute(f"PRAGMA max_page_count = {pages + room}")
        return connection

    for room in range(3):
        with monkeypatch.context() as patched:
            patched.setattr(cache, "_kept", limited)
            with pytest.raises(OperatorError, match=r"store\.cache-failed") as caught:
                faulty.scenario(tmp_path)
        assert "full" in str(caught.value.arguments["reason"]), room
        assert is_whole(faulty.state(tmp_path))
    faulty.scenario(tmp_path)
    assert faulty.state(tmp_path) == NEW


def test_runs_at_the_same_time_come_to_the_same(faulty: Any, tmp_path: Path) -> None:
    """Each waits for the one before it; the receipts are recorded once."""
    faulty.before(tmp_path)
    code = "import sys, faulty; from pathlib import Path; faulty.scenario(Path(sys.argv[1]))"
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    runs = [subprocess.Popen((sys.executable, "-c", code, str(tmp_path)), env=environment) for _ in range(4)]
    assert [run.wait(120) for run in runs] == [0, 0, 0, 0]
    assert faulty.state(tmp_path) == NEW
    assert faulty.left_over(tmp_path) == []


def test_the_temporary_files_of_a_killed_run_are_removed_and_nothing_else(faulty: Any, tmp_path: Path) -> None:
    faulty.before(tmp_path)
    places = [tmp_path / "store", tmp_path / "store" / "originals", tmp_path / "reports" / "2021-W05"]
    for place in places:
        (place / ".tuyentruyen-0123456789abcdef.tmp").write_bytes(b"half")
        (place / ".tuyentruyen-mine.tmp").write_bytes(b"a person's")
    faulty.scenario(tmp_path)
    assert faulty.left_over(tmp_path) == [".tuyentruyen-mine.tmp"] * 3
    with open_store(tmp_path, faulty.AT, write=False) as store:
        assert store.weeks() == ("2021-W05",)
