"""The log: one JSON object a line, each with the hash of the one before, only ever appended to."""

import datetime as dt
import hashlib
import io
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct

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


class Seal(NamedTuple):
    """A log that was found whole: its lines, the last one's hash, its length in bytes and the SHA-256 of those bytes."""

    seq: int
    hash: str
    size: int
    digest: str


NOTHING_SEALED = Seal(0, NOTHING_BEFORE, 0, "")


class Log(Struct, frozen=True):
    """A log as read. ``size`` is the length in bytes that counts: what follows was torn off by a crash.

    ``texts`` are the lines as bytes; they are taken apart when they are asked for.
    """

    path: Path
    texts: tuple[bytes, ...]
    size: int
    head: str = NOTHING_BEFORE  # the hash that the next line takes up
    bad: BadLine | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, in order."""
        return tuple(Line(**json.loads(text)) for text in self.texts)

    def of_kind(self, kind: str) -> Iterator[Line]:
        """The lines of one kind. Others are not taken apart: a year's log has megabytes of receipts."""
        mark = canonical({"kind": kind})[1:-1]
        likely = (Line(**json.loads(text)) for text in self.texts if mark in text or b',"kind":"' not in text)
        return (line for line in likely if line.kind == kind)

    @property
    def seal(self) -> Seal:
        """What tells later that these bytes have not changed."""
        return Seal(len(self.texts), self.head, self.size, hashlib.sha256(b"".join(self.texts)).hexdigest())


def canonical(value: object) -> bytes:
    """The one way in which a value is written as JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest(line: dict[str, Any]) -> str:
    """The hash of a line: SHA-256 over all its other fields."""
    return hashlib.sha256(canonical({key: value for key, value in line.items() if key != "hash"})).hexdigest()


def read_log(path: Path, seal: Seal | None = None) -> Log:
    """The log of a file; empty when there is none. What bears the seal was found whole before and is not checked again.

    Raises StoreError when it cannot be read or a newer program wrote it.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Log(path, (), 0)
    except OSError as error:
        raise StoreError("store.cannot-read", path=path, reason=error) from error
    if seal is None or not _bears(data, seal):
        seal = NOTHING_SEALED
    texts = list(io.BytesIO(data[: seal.size]))  # splits at line feeds only
    size, head, bad = seal.size, seal.hash, None
    for text in io.BytesIO(data[seal.size :]):
        # A line without its end was being written when the machine stopped: the command that wrote it never said it was done.
        # One that is whole but for its end (a person's editor does that) still counts.
        raw = _parse(text)
        if raw is None and not text.endswith(b"\n"):
            break
        why = _wrong(raw, path, len(texts) + 1, head)
        if raw is None or why:
            bad = BadLine(len(texts) + 1, why or "store.bad-line")
            break
        texts.append(text)
        head = raw["hash"]
        size += len(text)
    return Log(path, tuple(texts), size, head, bad)


def appended(log: Log, kind: str, data: dict[str, Any], at: dt.datetime) -> Log:
    """Write one line more, down to the disk; what a crash had torn off is cut away first.

    Raises StoreError, with the log as it was.
    """
    fields = {"version": VERSION, "seq": len(log.texts) + 1, "at": at.isoformat(), "kind": kind, "data": data, "prev": log.head}
    head = digest(fields)
    text = canonical({**fields, "hash": head}) + b"\n"
    try:
        _write(log, text)
    except OSError as error:
        raise StoreError("store.cannot-write", path=log.path, reason=error) from error
    ended = tuple(one if one.endswith(b"\n") else one + b"\n" for one in log.texts[-1:])
    texts = (*log.texts[:-1], *ended, text)
    return Log(log.path, texts, sum(map(len, texts)), head)


def _bears(data: bytes, seal: Seal) -> bool:
    sealed = data[: seal.size]
    return sealed.endswith(b"\n") and hashlib.sha256(sealed).hexdigest() == seal.digest


def _write(log: Log, text: bytes) -> None:
    if log.texts and not log.texts[-1].endswith(b"\n"):
        text = b"\n" + text
    # Unbuffered: after a failed write nothing waits in a buffer to be written on closing.
    with log.path.open("r+b" if log.path.exists() else "xb", buffering=0) as file:
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
