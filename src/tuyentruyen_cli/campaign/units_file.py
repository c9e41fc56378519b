"""Reads units.csv, with the row, the column and the cell of every fault."""

import csv
import datetime as dt
import io
import re
import unicodedata
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.campaign.faults import Faults, nearest, shown
from tuyentruyen_cli.campaign.forms import ID
from tuyentruyen_cli.campaign.place import UNITS_FILE
from tuyentruyen_cli.campaign.toml_file import read_text
from tuyentruyen_cli.model.location import column_letters
from tuyentruyen_cli.model.unit import Registry, Unit
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import fold, fold_plain

REQUIRED = ("id", "name")
COLUMNS = (*REQUIRED, "kind", "aliases", "valid_from", "valid_to", "parent", "population", "successors", "addresses")
CODE = "_code"
KINDS = ("commune", "ward", "township", "special-zone", "station", "district", "province", "office", "other")
VIETNAMESE_KINDS = {"xa": "commune", "phuong": "ward", "thi tran": "township", "dac khu": "special-zone", "dai": "station"}
LIST = "|"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Row(Struct, frozen=True):
    """A row of the file: its number as a spreadsheet shows it, and its cells by column."""

    number: int
    columns: tuple[str, ...]
    cells: dict[str, str]

    def place(self, column: str, lang: str) -> str:
        """Where a cell stands, for a person."""
        cell = f"{column_letters(self.columns.index(column) + 1)}{self.number}" if column in self.columns else ""
        return say("campaign.cell", lang, file=UNITS_FILE, row=self.number, column=column, cell=cell)

    def parts(self, column: str) -> tuple[str, ...]:
        """The items of a cell that holds a list."""
        return tuple(part for part in (p.strip() for p in self.cells.get(column, "").split(LIST)) if part)


def read_units(path: Path, faults: Faults) -> Registry | None:
    """The units of a file, comma or semicolon between the columns; None when something is wrong."""
    before = len(faults.lines)
    text = read_text(path, UNITS_FILE, faults)
    if text is None:
        return None
    rows = _rows(unicodedata.normalize("NFC", text), faults)
    units = [(row, _unit(row, faults)) for row in rows]
    if not units and len(faults.lines) == before:
        faults.add(UNITS_FILE, "campaign.no-units")
    _same_ids(rows, faults)
    _same_names(units, faults)
    return Registry(tuple(unit for _, unit in units)) if len(faults.lines) == before else None


def _rows(text: str, faults: Faults) -> list[Row]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows: list[Row] = []
    columns: tuple[str, ...] = ()
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
            stripped = [" ".join(cell.split()) for cell in cells]
            if not columns:
                columns = tuple(name.lower() for name in stripped)
                if not _header(columns, faults):
                    return []
            elif any(stripped):
                if any(stripped[len(columns) :]):
                    where = say("campaign.row", faults.lang, file=UNITS_FILE, row=number)
                    faults.add(where, "campaign.too-many-cells", cells=len(stripped), columns=len(columns))
                rows.append(Row(number, columns, dict(zip(columns, stripped, strict=False))))
    except csv.Error as error:
        where = say("campaign.row", faults.lang, file=UNITS_FILE, row=number + 1)
        faults.add(where, "campaign.not-csv", reason=error)
    return rows


def _header(columns: tuple[str, ...], faults: Faults) -> bool:
    before = len(faults.lines)
    place = say("campaign.cell", faults.lang, file=UNITS_FILE, row=1, column="{}", cell="{}")
    for at, name in enumerate(columns, 1):
        if name in columns[: at - 1] or (name not in COLUMNS and CODE not in name):
            known = say("campaign.known-columns", faults.lang, known=", ".join(COLUMNS))
            suggestion = nearest(name, [c for c in COLUMNS if c not in columns]) if name else ""
            where = place.format(name or '""', f"{column_letters(at)}1")
            faults.add(where, "campaign.unknown-column", allowed=known, suggestion=suggestion)
    for name in REQUIRED:
        if name not in columns:
            faults.add(UNITS_FILE, "campaign.missing-column", column=name, first=shown(LIST.join(columns)))
    return len(faults.lines) == before


def _unit(row: Row, faults: Faults) -> Unit:
    start, end = (_day(row, column, faults) for column in ("valid_from", "valid_to"))
    if start and end and end < start:
        faults.add(row.place("valid_to", faults.lang), "campaign.ends-before", start=start, end=end)
    if not row.cells["name"]:
        faults.add(row.place("name", faults.lang), "campaign.missing", allowed=say("campaign.allowed-name", faults.lang))
    for column, names in (("id", (row.cells["id"],)), ("parent", row.parts("parent")), ("successors", row.parts("successors"))):
        for name in names:
            if not ID.fullmatch(name):
                allowed = say("campaign.allowed-id", faults.lang)
                faults.add(row.place(column, faults.lang), "campaign.wrong", given=shown(name), allowed=allowed)
    for column, text in row.cells.items():
        if not text.isprintable():
            allowed = say("campaign.allowed-printable", faults.lang)
            faults.add(row.place(column, faults.lang), "campaign.wrong", given=shown(text), allowed=allowed)
    return Unit(
        id=row.cells["id"],
        name=row.cells["name"],
        kind=_kind(row, faults),
        aliases=row.parts("aliases"),
        parent=row.cells.get("parent") or None,
        valid_from=start,
        valid_to=end,
        successors=row.parts("successors"),
        population=_population(row, faults),
        addresses=row.parts("addresses"),
        codes=tuple((name, code) for name, code in row.cells.items() if CODE in name and code),
    )


def _kind(row: Row, faults: Faults) -> str:
    given = row.cells.get("kind") or KINDS[0]
    kind = VIETNAMESE_KINDS.get(fold_plain(given), given.lower())
    if kind not in KINDS:
        allowed = say("campaign.one-of", faults.lang, known=", ".join(KINDS))
        where = row.place("kind", faults.lang)
        faults.add(where, "campaign.wrong", given=shown(given), allowed=allowed, suggestion=nearest(given, KINDS))
    return kind


def _day(row: Row, column: str, faults: Faults) -> dt.date | None:
    given = row.cells.get(column, "")
    if not given:
        return None
    try:
        # Only year-month-day: Excel rewrites dates to 1/7/2020, which is January or July by the machine's settings.
        return dt.date.fromisoformat(given) if DAY.fullmatch(given) else _not_a_day()
    except ValueError:
        allowed = say("campaign.allowed-day", faults.lang)
        faults.add(row.place(column, faults.lang), "campaign.wrong", given=shown(given), allowed=allowed)
        return None


def _not_a_day() -> dt.date:
    raise ValueError


def _population(row: Row, faults: Faults) -> int | None:
    given = row.cells.get("population", "")
    if given and not (given.isascii() and given.isdigit()):
        allowed = say("campaign.allowed-whole", faults.lang)
        faults.add(row.place("population", faults.lang), "campaign.wrong", given=shown(given), allowed=allowed)
        return None
    return int(given) if given else None


def _same_ids(rows: list[Row], faults: Faults) -> None:
    seen: dict[str, Row] = {}
    for row in rows:
        first = seen.setdefault(row.cells["id"], row)
        if first is not row and row.cells["id"]:
            faults.add(row.place("id", faults.lang), "campaign.same-id", id=row.cells["id"], row=first.number)


def _same_names(units: list[tuple[Row, Unit]], faults: Faults) -> None:
    """A name must not lead to two units that exist on one day. (Names do come again: xã Bình Lư of 2020 and of 2025.)"""
    owners: dict[str, list[tuple[Row, Unit]]] = {}
    for row, unit in units:
        for name in {fold(n): n for n in (unit.name, *unit.aliases) if n}:
            owners.setdefault(name, []).append((row, unit))
    for name, sharing in owners.items():
        for (first, one), (second, other) in combinations(sharing, 2):
            if one.id != other.id and _overlap(one, other):
                column = "name" if fold(other.name) == name else "aliases"
                faults.add(second.place(column, faults.lang), "campaign.same-name", name=name, id=one.id, row=first.number)


def _overlap(one: Unit, other: Unit) -> bool:
    starts = [d for d in (one.valid_from, other.valid_from) if d]
    ends = [d for d in (one.valid_to, other.valid_to) if d]
    return not starts or not ends or max(starts) <= min(ends)
