"""What became of every cell of a file: used, set aside with a reason, or refused with a rule.

Made from what a file's tables are, not from what was added up, so that a cell lost between the two shows.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.grid import is_blank
from tuyentruyen_cli.extract.group import Traced, Use
from tuyentruyen_cli.extract.header import LABEL_ROLES
from tuyentruyen_cli.extract.lexicon import Role
from tuyentruyen_cli.extract.row_kind import RowKind
from tuyentruyen_cli.extract.rows import Row
from tuyentruyen_cli.extract.submission import Extraction
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.returned import is_returned_list
from tuyentruyen_cli.model.sheet import Cell, Reading, Sheet

# Rows whose figures are added up, or are refused because it is not clear whether they are.
_STATING = frozenset({RowKind.DATA, RowKind.UNLABELLED, RowKind.DOUBTFUL})


class Fate(StrEnum):
    """The three ends of a cell, and the one that must not be."""

    USED = "used"
    SET_ASIDE = "set-aside"
    REFUSED = "refused"
    LOST = "lost"  # a figure of a data row that is neither: never happens, or the property test fails


class Entry(NamedTuple):
    """A cell with its end and the reason: a word of the table's structure, or a rule."""

    location: Location
    cell: Cell
    fate: Fate
    reason: str


def account(reading: Reading, extraction: Extraction) -> tuple[Entry, ...]:
    """An entry for every non-blank cell of a file, sheet by sheet."""
    used = _used(extraction)
    values = (v for s in extraction.submissions for r in s.records for _, v in r.values)
    refused = {place: v.rule for v in values if v.rule for place in v.others}
    refused |= {f.location: f.rule for f in extraction.findings if f.severity is Severity.ERROR and f.location.cell}
    measures = {r.measure: r.rule for s in extraction.submissions for r in s.refusals}
    entries: list[Entry] = []
    for sheet in reading.sheets:
        ours = is_returned_list(sheet)
        tables = [t for t in extraction.tables if t.figures.grid.sheet.part == sheet.part]
        inside = {place: entry for t in tables for place, entry in _inside(t, used, refused, measures)}
        for cell in sheet.cells:
            if not is_blank(cell):
                place = sheet.locate(cell)
                aside = Entry(place, cell, Fate.SET_ASIDE, "our-list") if ours else None
                entries.append(aside or inside.get((cell.row, cell.column)) or _outside(sheet, cell, place, refused))
    return tuple(entries)


def _used(extraction: Extraction) -> frozenset[Location]:
    """The cells behind the figures that count, or are known at least where others of their measure are refused."""
    return frozenset(
        place
        for s in extraction.submissions
        if s.unit is not None
        for record in s.records
        for measure, value in record.values
        if value.value is not None and measure not in {r.measure for r in s.refusals}
        for place in value.sources
    )


def _outside(sheet: Sheet, cell: Cell, place: Location, refused: dict[Location, str]) -> Entry:
    if sheet.hidden:
        return Entry(place, cell, Fate.SET_ASIDE, "hidden-sheet")
    if place in refused:
        return Entry(place, cell, Fate.REFUSED, refused[place])
    return Entry(place, cell, Fate.SET_ASIDE, "outside")


def _inside(
    traced: Traced, used: frozenset[Location], refused: dict[Location, str], measures: dict[str, str]
) -> Iterator[tuple[tuple[int, int], Entry]]:
    """The cells of a table's heading and rows, by their place in the sheet. ``measures``: what refuses one of them whole."""
    figures = traced.figures
    grid, header = figures.grid, figures.table.header
    columns = {c.index: c for c in header.columns}
    rows = {r.row: r for r in figures.rows}
    whole = measures | {r.measure: r.rule for r in figures.refusals}
    for row, column, cell in ((row, column, cell) for row, line in grid.filled.items() for column, cell in line.items()):
        place = grid.sheet.locate(cell)
        if header.first <= row <= header.last and column in columns:
            fate = (Fate.REFUSED, refused[place]) if place in refused else (Fate.SET_ASIDE, "heading")
        elif row in rows:
            fate = _in_row(traced, rows[row], columns.get(column), place, used, refused, whole)
        else:
            continue
        yield (cell.row, cell.column), Entry(place, cell, *fate)


def _in_row(
    traced: Traced,
    row: Row,
    column: Column | None,
    place: Location,
    used: frozenset[Location],
    refused: dict[Location, str],
    whole: dict[str, str],
) -> tuple[Fate, str]:
    item = column is not None and column.role is Role.TITLE and traced.figures.table.header.is_log
    if traced.use is not Use.USED:
        stated = item or (column is not None and column.role is Role.MEASURE)
        refused_here = traced.use is Use.CONTRADICTED and stated and row.kind in _STATING
        return Fate.REFUSED if refused_here else Fate.SET_ASIDE, traced.use.value
    if place in used:
        return Fate.USED, (column.id or (column.role or Role.LABEL).value) if column else "beside"
    if place in refused:
        return Fate.REFUSED, refused[place]
    if row.kind not in _STATING:
        return Fate.SET_ASIDE, row.kind.value
    if column is None:
        return Fate.SET_ASIDE, "outside" if traced.figures.grid.turned else "beside"
    if column.role in LABEL_ROLES | {Role.GENRE} and not item:
        return Fate.SET_ASIDE, "label"
    if column.role is not Role.MEASURE and not item:
        return Fate.SET_ASIDE, column.role.value if column.role else _reason(column, traced)
    # A figure of a submission that is not used at all is refused by what refuses the submission, or the unit of its row.
    start = traced.figures.grid.locate(row.row, traced.figures.table.header.columns[0].index)
    rule = _item_rule(traced, whole) if item else whole.get(column.id, "")
    rule = rule or refused.get(start, "") or ("" if traced.identity.unit else traced.identity.rule)
    return (Fate.REFUSED, rule) if rule else (Fate.LOST, "")


def _item_rule(traced: Traced, whole: dict[str, str]) -> str:
    """What refuses the count of a log's items, of which each title is one; empty where nothing does."""
    return next((whole[m.split_of] for m in traced.figures.schema.measures if m.split_of in whole), "")


def _reason(column: Column, traced: Traced) -> str:
    return "label" if column in traced.figures.table.label_columns else "extra-column"


def counted(entries: Iterable[Entry]) -> dict[Fate, int]:
    """How many cells ended in each way."""
    result = dict.fromkeys(Fate, 0)
    for entry in entries:
        result[entry.fate] += 1
    return result
