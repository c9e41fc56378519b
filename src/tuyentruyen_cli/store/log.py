"""The log: one JSON object a line, each with the hash of the one before, only ever appended to."""

import datetime as dt
import hashlib
import io
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tuyentruyen_cli.errors import StoreError
from tuyentruyen_cli.files import sync_folder

VERSION = 1
NOTHING_BEFORE = "0" * 64
FIELDS = {"version", "seq", "at", "kind", "data", "prev", "hash"}


class Line(NamedTuple):
    """One line. ``seq`` counts from 1; ``prev`` is the hash of the line before; ``hash`` is over everything else here."""

    version: int
    seq: int
    at: str
    kind: str
    data: dict[str, Any]
    prev: str
    hash: str

    @property
    def instant(self) -> dt.datetime:
        """When it was written."""
        return dt.datetime.fromisoformat(self.at)


class BadLine(NamedTuple):
    """The first line that is not as it was written. ``why`` is a message id."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Log:
    """A log as read. ``size`` is the length in bytes that counts: what follows was torn off by a crash."""

    path: Path
    lines: tuple[Line, ...]
    size: int
    bad: BadLine | None = None

    @property
    def head(self) -> str:
        """The hash that the next line takes up."""
        return self.lines[-1].hash if self.lines else NOTHING_BEFORE


def canonical(value: object) -> bytes:
    """The one way in which a value is written as JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest(line: dict[str, Any]) -> str:
    """The hash of a line: SHA-256 over all its other fields."""
    return hashlib.sha256(canonical({key: value for key, value in line.items() if key != "hash"})).hexdigest()


def read_log(path: Path) -> Log:
    """The log of a file; empty when there is none. Raises StoreError when it cannot be read or a newer program wrote it."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Log(path, (), 0)
    except OSError as error:
        raise StoreError("store.cannot-read", path=path, reason=error.strerror or str(error)) from error
    lines: list[Line] = []
    size = 0
    head = NOTHING_BEFORE
    for text in io.BytesIO(data):  # splits at line feeds only
        # A line without its end was being written when the machine stopped: the command that wrote it never said it was done.
        # One that is whole but for its end (a person's editor does that) still counts.
        raw = _parse(text)
        if raw is None and not text.endswith(b"\n"):
            break
        bad = _wrong(raw, path, len(lines) + 1, head)
        if raw is None or bad:
            return Log(path, tuple(lines), size, BadLine(len(lines) + 1, bad or "store.bad-line"))
        lines.append(Line(**raw))
        head = lines[-1].hash
        size += len(text)
    return Log(path, tuple(lines), size)


def appended(log: Log, kind: str, data: dict[str, Any], at: dt.datetime) -> Log:
    """Write one line more, down to the disk; what a crash had torn off is cut away first.

    Raises StoreError, with the log as it was.
    """
    fields = {"version": VERSION, "seq": len(log.lines) + 1, "at": at.isoformat(), "kind": kind, "data": data, "prev": log.head}
    line = json.loads(canonical({**fields, "hash": digest(fields)}))
    text = canonical(line) + b"\n"
    try:
        added = _write(log, text)
    except OSError as error:
        raise StoreError("store.cannot-write", path=log.path, reason=error.strerror or str(error)) from error
    return Log(log.path, (*log.lines, Line(**line)), log.size + added)


def _write(log: Log, text: bytes) -> int:
    # Unbuffered: after a failed write nothing waits in a buffer to be written on closing.
    with log.path.open("r+b" if log.path.exists() else "xb", buffering=0) as file:
        if log.size:
            file.seek(log.size - 1)
            if file.read(1) != b"\n":
                text = b"\n" + text
        try:
            file.truncate(log.size)
            file.seek(log.size)
            left = memoryview(text)
            while left:
                left = left[file.write(left) :]
            os.fsync(file.fileno())
        except BaseException:
            with suppress(OSError):
                file.truncate(log.size)
            raise
    if not log.size:
        sync_folder(log.path.parent)
    return len(text)


def _parse(text: bytes) -> dict[str, Any] | None:
    try:
        raw = json.loads(text)
    except ValueError:
        return None
    return raw if isinstance(raw, dict) else None


def _wrong(raw: dict[str, Any] | None, path: Path, number: int, head: str) -> str:
    """The message that says what is wrong with a line, or nothing."""
    if raw is None:
        return "store.bad-line"
    version = raw.get("version")
    if isinstance(version, int) and version > VERSION:
        raise StoreError("store.newer-log", path=path, line=number, version=version)
    if set(raw) != FIELDS:
        return "store.bad-line"
    if raw["hash"] != digest(raw):
        return "store.bad-hash"
    if raw["prev"] != head or raw["seq"] != number:
        return "store.bad-chain"
    return ""
