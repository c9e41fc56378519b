"""The store of a campaign: the one door to what it remembers."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from tuyentruyen_cli.errors import StoreError
from tuyentruyen_cli.files import clear_left_over
from tuyentruyen_cli.model.submission import Receipt
from tuyentruyen_cli.store.cache import Cache
from tuyentruyen_cli.store.lock import Lock
from tuyentruyen_cli.store.log import BadLine, Line, Log, appended, read_log
from tuyentruyen_cli.store.originals import Originals
from tuyentruyen_cli.store.receipts import KIND as RECEIVED
from tuyentruyen_cli.store.receipts import Receipts, plain
from tuyentruyen_cli.store.rows import (
    FactRow,
    FindingRow,
    PartRow,
    PunctualityRow,
    Received,
    ResultRow,
    SubmissionRow,
    UnitRow,
    ValueRow,
    Week,
)
from tuyentruyen_cli.texts import say

FOLDER = "store"
WAIT = 5.0  # seconds for another run to end
OUTPUT = "output"


@contextmanager
def open_store(root: Path, at: dt.datetime, *, write: bool = True, wait: float = WAIT, lang: str = "vi") -> "Iterator[Store]":
    """The store of the campaign at ``root``; ``at`` is the moment that its lines will bear. Reading waits for no one.

    Raises StoreError: another run is writing, the log is of a newer program or no longer as written, a disk does not work.
    """
    folder = root / FOLDER
    lock = _prepared(folder, at, wait, lang) if write else None
    try:
        cache = Cache(folder / "cache.sqlite", write=write)
        try:
            yield Store(root, at, cache, write=write, lang=lang)
        finally:
            cache.close()
    finally:
        if lock:
            lock.release()


def log_of(root: Path) -> Log:
    """A campaign's log up to its first bad line, every line checked. Raises StoreError when it cannot be read."""
    return read_log(root / FOLDER / "log.jsonl")


def verify_log(root: Path) -> BadLine | None:
    """The first line of a campaign's log that is not as it was written, or None.

    Raises StoreError for a log that a newer program wrote.
    """
    folder = root / FOLDER
    log = read_log(folder / "log.jsonl")
    if log.bad or not (folder / "cache.sqlite").exists():
        return log.bad
    cache = Cache(folder / "cache.sqlite", write=False)
    try:
        return _lost_end(log, cache)
    finally:
        cache.close()


class Store:
    """An open store. Made by ``open_store``."""

    def __init__(self, root: Path, at: dt.datetime, cache: Cache, *, write: bool, lang: str) -> None:
        self._root, self._at, self._cache, self._write = root, at, cache, write
        self._folder = root / FOLDER
        self._originals = Originals(self._folder / "originals")
        self._written: tuple[int, dict[str, list[str]]] = 0, {}
        seal = cache.seal()
        # Who only reads trusts the bytes that were found whole when the cache was written; who writes goes through all of them.
        self._log = read_log(self._folder / "log.jsonl", None if write else seal)
        bad = self._log.bad or _lost_end(self._log, cache)
        if bad:
            reason = say(bad.why, lang)
            raise StoreError("store.log-changed", path=self._log.path, line=bad.line, reason=reason, folder=self._folder)
        self._cached = seal == self._log.seal
        if write and not self._cached:
            cache.save(self._log.seal, self._receipts.rows, anew=True)
            self._cached = True

    @cached_property
    def _receipts(self) -> Receipts:
        return Receipts(self._log)

    def received(self, week: str | None = None) -> tuple[Received, ...]:
        """Everything received (for one week), in the order in which it was recorded."""
        return self._cache.received(week) if week and self._cached else self._receipts.of(week)

    def receipts(self, week: str | None = None) -> tuple[Receipt, ...]:
        """The receipts (of one week). A file has several when there is more evidence than one of when it came."""
        return tuple(one.receipt for one in self.received(week))

    def weeks_received(self) -> tuple[str, ...]:
        """The weeks for which anything was received, oldest first; ``weeks`` has those that the cache has not lost."""
        return self._cache.weeks_received() if self._cached else tuple(sorted({one.week for one in self.received()}))

    def first_seen(self, week: str, sha256: str) -> dt.datetime | None:
        """When these bytes were first seen in that week's folder, under whatever name; None when never."""
        return self._receipts.first_seen(week, sha256)

    def record(
        self, received: Sequence[Received], sources: Mapping[str, Path] | None = None, week: Week | None = None
    ) -> tuple[Received, ...]:
        """One aggregate in one transaction: originals (hash → where the file is), then one line of receipts, then the cache.

        Returns the receipts that are new. The same aggregate again writes no line. A first-seen instant is never made later.
        Raises StoreError or OutputRefused; then no line was written, or a whole one.
        """
        new = self._receipts.new(received)
        self._originals.keep(sources or {})
        rows = []
        if new:
            self._append(RECEIVED, {"receipts": [plain(one) for one in new]})
            rows = self._receipts.add(len(self._log.texts), self._at, new)
        self._cache.save(self._log.seal, rows, week)
        return new

    def save_week(
        self,
        week: str,
        payload: bytes,
        submissions: Sequence[SubmissionRow] = (),
        facts: Sequence[FactRow] = (),
        findings: Sequence[FindingRow] = (),
    ) -> None:
        """Remember a week without new receipts."""
        self.record((), week=Week(week, payload, tuple(submissions), tuple(facts), tuple(findings)))

    def load_week(self, week: str) -> bytes | None:
        """The payload of a week; None when it was never aggregated, or the cache was lost since."""
        return self._cache.week(week)

    def weeks(self) -> tuple[str, ...]:
        """The weeks that ``load_week`` has, oldest first."""
        return self._cache.weeks()

    def payload_starts(self, length: int) -> dict[str, bytes]:
        """How the payload of each week begins, which costs less than all of it."""
        return self._cache.payload_starts(length)

    def submissions(self, week: str) -> tuple[SubmissionRow, ...]:
        """The submissions of a week, as they were saved."""
        return self._cache.submissions(week)

    def facts(self, week: str) -> tuple[FactRow, ...]:
        """The figures of a week, as they were saved."""
        return self._cache.facts(week)

    def unit_values(self, week: str, measures: Sequence[str]) -> tuple[tuple[str, str, int | None], ...]:
        """Unit, measure and figure of a week, for these measures: quicker than ``facts``."""
        return self._cache.unit_values(week, measures)

    def figures_of(self, week: str, measure: str) -> dict[str | None, int | None]:
        """A week's figures of a measure that are split by nothing: each unit's, and under None that of all."""
        return self._cache.figures_of(week, measure)

    def values(self, weeks: Sequence[str]) -> tuple[ValueRow, ...]:
        """The figures that units have in each of these weeks, in no order, without sources and splits."""
        return self._cache.values(weeks)

    def parts(self, weeks: Sequence[str]) -> tuple[PartRow, ...]:
        """The totals of each of these weeks by the categories of their dimensions."""
        return self._cache.parts(weeks)

    def units(self, weeks: Sequence[str]) -> tuple[tuple[str, UnitRow], ...]:
        """Who was expected and who sent something in each of these weeks, in the order of the reports."""
        return self._cache.units(weeks)

    def punctuality(self, weeks: Sequence[str]) -> tuple[PunctualityRow, ...]:
        """How each unit did over these weeks."""
        return self._cache.punctuality(weeks)

    def findings(self, week: str) -> tuple[FindingRow, ...]:
        """The findings of a week, as they were saved."""
        return self._cache.findings(week)

    def result(self, key: str) -> ResultRow | None:
        """What an earlier run found in a file, or None; whoever asks for it sees to it that it is sound."""
        return self._cache.result(key)

    def original(self, sha256: str) -> Path | None:
        """The kept copy of a received file, or None."""
        return self._originals.find(sha256)

    def keep(self, sha256: str, data: bytes, suffix: str) -> Path:
        """The kept copy of a document with that hash. Raises OutputRefused when it cannot be written."""
        return self._originals.keep_data(sha256, data, suffix)

    @property
    def head(self) -> tuple[int, str]:
        """Number and hash of the log's last line."""
        return len(self._log.texts), self._log.head

    def log(self, kind: str, data: Mapping[str, Any]) -> None:
        """Write another event, such as ``rendered``. Raises StoreError, with the log as it was."""
        self._append(kind, dict(data))
        self._cache.save(self._log.seal, ())

    def lines(self, kind: str) -> tuple[Line, ...]:
        """The lines of a kind, in order: what was logged, and when."""
        return tuple(self._log.of_kind(kind))

    def events(self, kind: str) -> tuple[dict[str, Any], ...]:
        """What was logged under a kind, in order."""
        return tuple(line.data for line in self._log.of_kind(kind))

    def verify_log(self) -> BadLine | None:
        """The first line that is no longer as it was written, or None."""
        return verify_log(self._root)

    def record_output(self, path: Path, sha256: str, kind: str) -> None:
        """Say that the tool is about to write this document, so that a later run knows it for its own. Before the writing."""
        place = self.inside(path)
        if not Path(place).is_absolute():  # outside, another campaign may be writing
            clear_left_over(path.parent)
        data = {"path": place, "sha256": sha256, "kind": kind}
        if self.output_hash(path) != sha256:
            self.log(OUTPUT, data)

    def output_hash(self, path: Path) -> str | None:
        """The hash of what the tool last wrote, or was about to write, at that place; None when nothing."""
        return next(iter(self._outputs(path)[::-1]), None)

    def knows_output(self, path: Path, sha256: str) -> bool:
        """Whether bytes with that hash at that place are the tool's own, untouched by a hand."""
        return sha256 in self._outputs(path)

    def _outputs(self, path: Path) -> list[str]:
        """The hashes written at a place, in order. No line of the log is taken apart twice, however many are asked for."""
        known, found = self._written
        for line in replace(self._log, texts=self._log.texts[known:]).of_kind(OUTPUT):
            found.setdefault(line.data["path"], []).append(line.data["sha256"])
        self._written = len(self._log.texts), found
        return found.get(self.inside(path), [])

    def inside(self, path: Path) -> str:
        """The path from the campaign's folder, so that a campaign can be moved; an absolute one outside of it."""
        absolute, root = path.resolve(), self._root.resolve()
        return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else absolute.as_posix()

    def _append(self, kind: str, data: dict[str, Any]) -> None:
        assert self._write, "this store was opened for reading"
        self._log = appended(self._log, kind, data, self._at)


def _prepared(folder: Path, at: dt.datetime, wait: float, lang: str) -> Lock:
    try:
        (folder / "originals").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("store.cannot-write", path=folder, reason=error) from error
    lock = Lock(folder, at.isoformat(), wait, lang)
    for place in (folder, folder / "originals"):
        clear_left_over(place)
    return lock


def _lost_end(log: Log, cache: Cache) -> BadLine | None:
    """What the chain alone cannot show: that its last lines were cut off, or all of it written anew."""
    seal = cache.seal()
    if seal and seal.seq:
        lines = len(log.texts)
        if seal.seq > lines or json.loads(log.texts[seal.seq - 1])["hash"] != seal.hash:
            return BadLine(min(seal.seq, lines + 1), "store.bad-end")
    return None
