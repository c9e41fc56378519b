"""What can be made again, in one SQLite file: receipts for queries, and each week as it was aggregated."""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from tuyentruyen_cli.errors import StoreError
from tuyentruyen_cli.store.log import Seal
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

VERSION = 6
PATIENCE = 5.0  # seconds for someone who looks into the file with another program
STRICT = "STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""  # Enterprise Linux 9 has 3.34
TABLES = f"""
CREATE TABLE head (seq INTEGER NOT NULL, hash TEXT NOT NULL, size INTEGER NOT NULL, digest TEXT NOT NULL) {STRICT};
CREATE TABLE receipts (
    seq INTEGER NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, received_at TEXT NOT NULL, evidence TEXT NOT NULL,
    week TEXT NOT NULL, unit TEXT, period TEXT) {STRICT};
CREATE TABLE weeks (week TEXT PRIMARY KEY, payload BLOB NOT NULL) {STRICT};
CREATE TABLE submissions (
    week TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, unit TEXT, period TEXT, received_at TEXT,
    timeliness TEXT NOT NULL, outcome TEXT NOT NULL, evidence TEXT NOT NULL, usable INTEGER NOT NULL) {STRICT};
CREATE TABLE facts (
    week TEXT NOT NULL, unit TEXT, measure TEXT NOT NULL, dimension TEXT, category TEXT, value INTEGER,
    sources TEXT NOT NULL, marks TEXT NOT NULL) {STRICT};
CREATE TABLE units (
    week TEXT NOT NULL, unit TEXT NOT NULL, name TEXT NOT NULL, expected INTEGER NOT NULL, received INTEGER NOT NULL,
    timeliness TEXT NOT NULL, clean INTEGER NOT NULL) {STRICT};
CREATE TABLE findings (
    week TEXT NOT NULL, rule TEXT NOT NULL, severity TEXT NOT NULL, unit TEXT, measure TEXT, file TEXT NOT NULL,
    part TEXT NOT NULL, cell TEXT, arguments TEXT NOT NULL) {STRICT};
CREATE TABLE results (key TEXT PRIMARY KEY, answer BLOB NOT NULL, seal TEXT NOT NULL, week TEXT NOT NULL) {STRICT};
CREATE INDEX receipts_by_week ON receipts (week, unit);
CREATE INDEX facts_by_measure ON facts (measure, week, unit);
CREATE INDEX values_by_week ON facts (week, unit, measure, value, marks)
    WHERE unit IS NOT NULL AND dimension IS NULL AND value IS NOT NULL;
CREATE INDEX parts_by_week ON facts (week, dimension, category, measure, value)
    WHERE unit IS NULL AND dimension IS NOT NULL AND value IS NOT NULL;
CREATE INDEX units_by_week ON units (week);
CREATE INDEX submissions_by_week ON submissions (week, unit);
CREATE INDEX findings_by_week ON findings (week, unit);
CREATE INDEX results_by_week ON results (week, key);
PRAGMA user_version = {VERSION};
"""
DAMAGED = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}


class Cache:
    """An open cache. Every method raises StoreError when SQLite cannot do it, and then nothing was changed."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self._path = path
        try:
            self._connection = _opened(path, write=write)
        except sqlite3.Error as error:
            raise self._unreadable(error) from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def seal(self) -> Seal | None:
        """The log as it was when this was last written; None when it never was."""
        rows = self._rows("SELECT seq, hash, size, digest FROM head")
        return Seal(*rows[0]) if rows else None

    def save(
        self, seal: Seal, received: Iterable[tuple[int, Received]], week: Week | None = None, *, anew: bool = False
    ) -> None:
        """Further receipts (``anew``: all there are) with their lines, and a week if there is one, in one transaction."""
        receipts = [(seq, r.file, r.sha256, r.received_at.isoformat(), *r[3:]) for seq, r in received]
        try:
            with self._connection:
                self._connection.execute("DELETE FROM head")
                if anew:
                    self._connection.execute("DELETE FROM receipts")
                self._insert("head", [seal])
                self._insert("receipts", receipts)
                if week:
                    self._save_week(week)
        except sqlite3.Error as error:
            raise StoreError("store.cache-failed", path=self._path, reason=error) from error

    def received(self, week: str) -> tuple[Received, ...]:
        """Everything received for a week, in the order in which it was recorded."""
        sql = "SELECT file, sha256, received_at, evidence, week, unit, period FROM receipts WHERE week = ? ORDER BY rowid"
        return tuple(Received(r[0], r[1], dt.datetime.fromisoformat(r[2]), *r[3:]) for r in self._rows(sql, week))

    def weeks_received(self) -> tuple[str, ...]:
        """The weeks for which anything was received, oldest first."""
        return tuple(row[0] for row in self._rows("SELECT DISTINCT week FROM receipts ORDER BY week"))

    def week(self, week: str) -> bytes | None:
        """The payload of a week, or None."""
        rows = self._rows("SELECT payload FROM weeks WHERE week = ?", week)
        return bytes(rows[0][0]) if rows else None

    def weeks(self) -> tuple[str, ...]:
        """The weeks there are, oldest first."""
        return tuple(row[0] for row in self._rows("SELECT week FROM weeks ORDER BY week"))

    def payload_starts(self, length: int) -> dict[str, bytes]:
        """How the payload of each week begins."""
        return {row[0]: bytes(row[1]) for row in self._rows(f"SELECT week, substr(payload, 1, {length:d}) FROM weeks")}  # noqa: S608

    def submissions(self, week: str) -> tuple[SubmissionRow, ...]:
        """The submissions of a week, as they were saved."""
        return tuple(
            SubmissionRow(*row[1:])._replace(usable=bool(row[-1]))
            for row in self._rows("SELECT * FROM submissions WHERE week = ? ORDER BY rowid", week)
        )

    def facts(self, week: str) -> tuple[FactRow, ...]:
        """The figures of a week, as they were saved."""
        return tuple(FactRow(*row[1:]) for row in self._rows("SELECT * FROM facts WHERE week = ? ORDER BY rowid", week))

    def unit_values(self, week: str, measures: Sequence[str]) -> tuple[tuple[str, str, int | None], ...]:
        """Unit, measure and figure of a week, for these measures: what ``facts`` has without sources and splits."""
        return tuple(
            (row[0], measure, row[1])
            for measure in measures
            for row in self._rows(
                "SELECT unit, value FROM facts WHERE measure = ? AND week = ? AND unit IS NOT NULL AND dimension IS NULL",
                measure,
                week,
            )
        )

    def figures_of(self, week: str, measure: str) -> dict[str | None, int | None]:
        """The figures of a measure that are split by nothing: each unit's, and under None that of all."""
        sql = "SELECT unit, value FROM facts WHERE measure = ? AND week = ? AND dimension IS NULL"
        return dict(self._rows(sql, measure, week))

    def values(self, weeks: Sequence[str]) -> tuple[ValueRow, ...]:
        """The figures that units have in some weeks."""
        sql = (
            f"SELECT week, unit, measure, value, marks FROM facts WHERE week IN ({', '.join('?' * len(weeks))})"  # noqa: S608 - question marks only
            " AND unit IS NOT NULL AND dimension IS NULL AND value IS NOT NULL"
        )
        return tuple(map(ValueRow._make, self._rows(sql, *weeks)))

    def parts(self, weeks: Sequence[str]) -> tuple[PartRow, ...]:
        """The totals of some weeks by the categories of their dimensions."""
        sql = (
            f"SELECT week, dimension, category, measure, value FROM facts WHERE week IN ({', '.join('?' * len(weeks))})"  # noqa: S608 - question marks only
            " AND unit IS NULL AND dimension IS NOT NULL AND value IS NOT NULL"
        )
        return tuple(map(PartRow._make, self._rows(sql, *weeks)))

    def units(self, weeks: Sequence[str]) -> tuple[tuple[str, UnitRow], ...]:
        """Each week's units with the week, in the order of the reports."""
        sql = f"SELECT * FROM units WHERE week IN ({', '.join('?' * len(weeks))}) ORDER BY rowid"  # noqa: S608 - question marks only
        return tuple(
            (week, UnitRow(unit, name, bool(expected), bool(received), timeliness, bool(clean)))
            for week, unit, name, expected, received, timeliness, clean in self._rows(sql, *weeks)
        )

    def punctuality(self, weeks: Sequence[str]) -> tuple[PunctualityRow, ...]:
        """How each unit did over these weeks."""
        sql = f"""
            SELECT unit, SUM(expected), SUM(received), SUM(timeliness = 'on-time'), SUM(timeliness = 'late'), SUM(clean AND (
                SELECT COUNT(DISTINCT sha256) FROM receipts WHERE receipts.week = units.week AND receipts.unit = units.unit
            ) < 2)
            FROM units WHERE week IN ({", ".join("?" * len(weeks))}) GROUP BY unit"""  # noqa: S608 - question marks only
        return tuple(PunctualityRow(*row) for row in self._rows(sql, *weeks))

    def findings(self, week: str) -> tuple[FindingRow, ...]:
        """The findings of a week, as they were saved."""
        return tuple(FindingRow(*row[1:]) for row in self._rows("SELECT * FROM findings WHERE week = ? ORDER BY rowid", week))

    def result(self, key: str) -> ResultRow | None:
        """What was found in a file, or None."""
        rows = self._rows("SELECT key, answer, seal FROM results WHERE key = ?", key)
        return ResultRow(rows[0][0], bytes(rows[0][1]), rows[0][2]) if rows else None

    def _save_results(self, week: Week) -> None:
        """The new ones; what the week no longer rests on goes."""
        kept = {row[0] for row in self._connection.execute("SELECT key FROM results WHERE week = ?", (week.id,))}
        gone = kept.difference(week.result_keys)
        self._connection.executemany("DELETE FROM results WHERE key = ?", ((key,) for key in gone))
        rows = ((*row, week.id) for row in week.results)
        self._connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", rows)

    def _save_week(self, week: Week) -> None:
        if week.rows_stand:
            self._connection.execute("UPDATE weeks SET payload = ? WHERE week = ?", (week.payload, week.id))
            return
        self._connection.execute("DELETE FROM weeks WHERE week = ?", (week.id,))
        self._connection.execute("DELETE FROM submissions WHERE week = ?", (week.id,))
        self._connection.execute("DELETE FROM facts WHERE week = ?", (week.id,))
        self._connection.execute("DELETE FROM findings WHERE week = ?", (week.id,))
        self._connection.execute("DELETE FROM units WHERE week = ?", (week.id,))
        self._save_results(week)
        self._insert("weeks", [(week.id, week.payload)])
        self._insert("submissions", ((week.id, *row) for row in week.submissions))
        self._insert("facts", ((week.id, *row) for row in week.facts))
        self._insert("findings", ((week.id, *row) for row in week.findings))
        self._insert("units", ((week.id, *row) for row in week.units))

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        rows = iter(rows)
        for first in rows:
            marks = ", ".join("?" * len(first))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", chain([first], rows))  # noqa: S608 - our own table names

    def _rows(self, sql: str, *values: str) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: sqlite3.Error) -> StoreError:
        return StoreError("store.cannot-read", path=self._path, reason=error)


def _opened(path: Path, *, write: bool) -> sqlite3.Connection:
    """A sound cache of this version; an older, foreign or damaged one is made anew (in memory when nothing may be written)."""
    if path.exists() and (connection := _kept(path, "rw" if write else "ro")):
        return connection
    if write:
        for leftover in (path, *(path.with_name(path.name + end) for end in ("-journal", "-wal", "-shm"))):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
    connection = sqlite3.connect(path if write else ":memory:", timeout=PATIENCE)
    connection.executescript(f"BEGIN; {TABLES} COMMIT;")
    return connection


def _kept(path: Path, mode: str) -> sqlite3.Connection | None:
    """The cache that is there, or None when it is not to be used."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=PATIENCE)
    try:
        if _sound(connection, deep=mode == "rw"):
            return connection
    except sqlite3.Error as error:
        code = error.sqlite_errorcode & 0xFF
        if code == sqlite3.SQLITE_READONLY and mode == "ro":
            # A writer was killed in the middle: what it had begun must be taken back before anyone can read.
            connection.close()
            return _kept(path, "rw")
        if code not in DAMAGED:
            connection.close()
            raise
    connection.close()
    return None


def _sound(connection: sqlite3.Connection, *, deep: bool) -> bool:
    """Whether the cache can be used. The deep check reads all of it: for those who write, and take longer anyway."""
    if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        return False
    if deep and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        return False
    fresh = sqlite3.connect(":memory:")
    fresh.executescript(TABLES)
    ours, theirs = ({row[0] for row in c.execute("SELECT sql FROM sqlite_master")} for c in (fresh, connection))
    fresh.close()
    return ours <= theirs
