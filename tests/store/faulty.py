"""A disk that fails, or a machine that stops, at the n-th write, truncation, fsync, rename, removal or step of SQLite.

Imported by ``test_killed``, and run by it as a program that forks one process for each n, to be killed there.
"""

import datetime as dt
import hashlib
import io
import json
import os
import shutil
import sqlite3
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self
from unittest import mock

from tuyentruyen_cli.files import write_atomic
from tuyentruyen_cli.store.log import Line, read_log
from tuyentruyen_cli.store.memory import open_store, verify_log
from tuyentruyen_cli.store.rows import FIRST_SEEN, FactRow, FindingRow, Received, SubmissionRow, UnitRow, Week

AT = dt.datetime(2021, 2, 4, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))
W05 = "2021-W05"
KILLED = 9
STEPS = 20  # of SQLite's virtual machine between two points
PAYLOAD = {b"old": 3000, b"new": 12000}  # words: the new week needs more pages than the old one leaves
WRITING = set("wxa+")


class Faults:
    """Counts the points at which a disk is touched; at the n-th (or ``lasting``: from the n-th on) it does as it was told."""

    def __init__(self, at: int, strike: Callable[[], None], *, lasting: bool = False, steps: int = STEPS) -> None:
        self.at, self.strike, self.lasting, self.steps, self.count = at, strike, lasting, steps, 0

    def point(self) -> bool:
        """Whether this is the point, counted from 1."""
        self.count += 1
        return self.count == self.at or (self.lasting and 0 < self.at < self.count)

    def touch(self) -> None:
        if self.point():
            self.strike()

    def wrapped(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*arguments: Any, **named: Any) -> Any:
            self.touch()
            return call(*arguments, **named)

        return instead

    def opened(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def instead(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
            handle = real(file, mode, *arguments, **named)
            return TornFile(handle, self) if WRITING & set(mode) else handle

        return instead

    def connected(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*arguments: Any, **named: Any) -> Any:
            connection = real(*arguments, **named)
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA cache_size = 2")  # so that pages are written before the transaction ends
            connection.set_progress_handler(self._step, self.steps)
            return connection

        return instead

    def _step(self) -> int:
        if self.point():
            try:
                self.strike()
            except OSError:
                return 1  # SQLite stops with an error
        return 0

    @contextmanager
    def __call__(self) -> Iterator["Faults"]:
        """While this lasts, whatever touches the disk is counted."""
        with (
            mock.patch("io.open", self.opened(io.open)),
            mock.patch("os.fsync", self.wrapped(lambda _: None)),  # what dies is the process, not the machine
            mock.patch("os.replace", self.wrapped(os.replace)),
            mock.patch("os.unlink", self.wrapped(os.unlink)),
            mock.patch("os.mkdir", self.wrapped(os.mkdir)),
            mock.patch("sqlite3.connect", self.connected(sqlite3.connect)),
        ):
            yield self


class TornFile:
    """A file open for writing, whose n-th write puts down one half and then fails."""

    def __init__(self, handle: Any, faults: Faults) -> None:
        self._handle, self._faults = handle, faults

    def write(self, data: Any) -> int:
        if self._faults.point():
            self._handle.write(data[: len(data) // 2])
            self._handle.flush()
            self._faults.strike()
        written: int = self._handle.write(data)
        return written

    def writelines(self, pieces: Iterable[Any]) -> None:
        for piece in pieces:
            self.write(piece)

    def truncate(self, size: int) -> None:
        self._faults.touch()
        self._handle.truncate(size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._handle.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._handle, name)


def week(word: str) -> Week:
    """A week whose payload and rows all say ``word``."""
    rows = 12
    return Week(
        W05,
        word.encode() * PAYLOAD[word.encode()],
        tuple(SubmissionRow(f"{word}{i}", "aa", "ban-bo", W05, None, "unknown", "accepted") for i in range(rows)),
        tuple(FactRow("ban-bo", word, None, None, i, "[]") for i in range(rows)),
        tuple(FindingRow(word, "error", "ban-bo", "items", "a", "b", "C7", "[]") for _ in range(rows)),
        tuple(UnitRow(f"{word}{i}", word, expected=True, received=True, timeliness="on-time") for i in range(rows)),
    )


def sent(root: Path, names: Iterable[str]) -> tuple[list[Received], dict[str, Path]]:
    received, sources = [], {}
    for name in names:
        content = name.encode() * 500
        path = root / "week-05" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_bytes(content)
        sha = hashlib.sha256(content).hexdigest()
        received.append(Received(name, sha, AT, FIRST_SEEN, W05, "ban-bo", W05))
        sources[sha] = path
    return received, sources


def before(root: Path) -> None:
    """The state before: one week with two files and a report."""
    run(root, "old", ("a.xlsx", "b.docx"))
    sent(root, ("a.xlsx", "b.docx", "c.csv", "d.ods", "e.xls"))  # what has come since


def scenario(root: Path) -> None:
    """The run that may be stopped: three files more, the week anew, its report replaced, a decision."""
    run(root, "new", ("a.xlsx", "b.docx", "c.csv", "d.ods", "e.xls"))


def run(root: Path, word: str, names: tuple[str, ...]) -> None:
    received, sources = sent(root, names)
    report = root / "reports" / W05 / "bao-cao.docx"
    data = word.encode() * 4000
    with open_store(root, AT) as store:
        store.record(received, sources, week(word))
        report.parent.mkdir(parents=True, exist_ok=True)
        store.record_output(report, hashlib.sha256(data).hexdigest(), "docx")
        write_atomic(report, data)
        if not store.events("decision"):
            store.log("decision", {"who": "A"})


def state(root: Path) -> dict[str, Any]:
    """What a person would find there, made of reading alone; ``wrong`` lists what should never be."""
    wrong = []
    with open_store(root, AT, write=False) as store:
        payload, receipts = store.load_week(W05), store.receipts()
        words = {r.file[:3] for r in store.submissions(W05)} | {r.measure for r in store.facts(W05)}
        words |= {r.rule for r in store.findings(W05)} | {unit.name for _, unit in store.units([W05])}
    if verify_log(root) is not None:
        wrong.append("the log")
    if payload is None or {payload[:3].decode()} != words or payload != payload[:3] * PAYLOAD[payload[:3]]:
        wrong.append(f"a week of {payload[:3] if payload else None!r} with rows of {sorted(words)}")
    kept = (p for p in (root / "store" / "originals").iterdir() if not p.name.startswith("."))
    wrong += [f"half an original: {p.name}" for p in kept if hashlib.sha256(p.read_bytes()).hexdigest() != p.stem]
    report = (root / "reports" / W05 / "bao-cao.docx").read_bytes()
    if report not in {b"old" * 4000, b"new" * 4000}:
        wrong.append("half a report")
    log: tuple[Line, ...] = read_log(root / "store" / "log.jsonl").lines
    return {
        "week": payload[:3].decode() if payload else None,
        "report": report[:3].decode(),
        "receipts": sorted(r.file for r in receipts),
        "log": [line.kind for line in log],
        "wrong": wrong,
    }


def left_over(root: Path) -> list[str]:
    """Temporary files, and the mark of a run that holds the store, wherever they are."""
    return sorted(p.name for p in root.rglob("*") if p.name.startswith(".tuyentruyen-") or p.name == "holder.json")


def die() -> None:
    os._exit(KILLED)


def forked(work: Callable[[], None]) -> int:
    """The exit code of that work in a process of its own."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - whatever it is, a second parent must not go on
            traceback.print_exc()
            os._exit(70)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at_every_point(folder: Path) -> Iterator[dict[str, Any]]:
    """One kill after the other: how the process ended, the state it left, the state after the next run."""
    first = folder / "before"
    with Faults(0, die)():
        before(first)
    at = 0
    while True:
        at += 1
        root = folder / "run"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(first, root)

        def work(root: Path = root, at: int = at) -> None:
            with Faults(at, die)():
                scenario(root)

        code = forked(work)
        journal = (root / "store" / "cache.sqlite-journal").exists()
        found: dict[str, Any] = {"at": at, "code": code, "journal": journal, "left": state(root)}
        with Faults(0, die)():
            scenario(root)
        yield {**found, "after": state(root), "litter": left_over(root)}
        if code != KILLED:
            return


if __name__ == "__main__":
    for result in killed_at_every_point(Path(sys.argv[1])):
        sys.stdout.write(json.dumps(result) + "\n")
