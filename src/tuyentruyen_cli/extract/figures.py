"""Reads every cell under the measures of one table, and refuses what the sheet's own shape makes doubtful."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field

from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.grid import Grid, is_blank
from tuyentruyen_cli.extract.lexicon import Role
from tuyentruyen_cli.extract.measured_in import in_lines, in_row
from tuyentruyen_cli.extract.nesting import classify
from tuyentruyen_cli.extract.row_kind import RowKind
from tuyentruyen_cli.extract.rows import Row
from tuyentruyen_cli.extract.table import Table
from tuyentruyen_cli.extract.values import Read, Reader, read_cell, reader, typed
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.sheet import Cell
from tuyentruyen_cli.model.submission import Refusal
from tuyentruyen_cli.model.value import ValueState
from tuyentruyen_cli.vi.regex import regex

_WITH_FIGURES = frozenset({RowKind.DATA, RowKind.GROUP, RowKind.TOTAL, RowKind.UNLABELLED, RowKind.DOUBTFUL})
_READ = (Role.MEASURE, Role.PART, Role.TOTAL)
_LK = regex(r"[(\[]\s*l\.?k\.?\s*[)\]]", re.IGNORECASE)
# What a row is, its label says: these could be another kind.
_NAMED = frozenset({RowKind.DATA, RowKind.TOTAL, RowKind.CUMULATIVE, RowKind.PLAN, RowKind.DETAIL})


_NOTHING: Mapping[int, Read] = {}


class Figures(Struct, dict=True):
    """A table with its rows and what each cell under a measure says, by row and column.

    ``refusals`` hold for the whole submission.
    """

    table: Table
    rows: tuple[Row, ...]
    reads: dict[int, dict[int, Read]]
    schema: ReportSchema
    findings: list[Finding] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def grid(self) -> Grid:
        """The grid that the table lies in."""
        return self.table.grid

    @cached_property
    def data_rows(self) -> tuple[Row, ...]:
        """The rows whose figures are added up."""
        return tuple(r for r in self.rows if r.kind is RowKind.DATA)

    @cached_property
    def compound(self) -> bool:
        """Whether some cell states parts beside its figure."""
        return any(read.parts for reads in self.reads.values() for read in reads.values())

    @property
    def refused(self) -> set[str]:
        """The measures that are refused for the whole submission."""
        return {r.measure for r in self.refusals}

    def read(self, row: int, column: int) -> Read | None:
        """What a cell says, or None where there is none."""
        reads = self.reads.get(row)
        return reads.get(column) if reads else None

    def sum_of(self, column: Column, rows: Iterable[Row]) -> tuple[int | None, bool]:
        """The sum of what rows state in a column (None when none does), and whether every cell could be read."""
        total, clear = None, True
        reads, index, not_stated = self.reads, column.index, ValueState.NOT_STATED
        for row in rows:
            read = reads.get(row.row, _NOTHING).get(index)
            if read is None or read.value.state is not_stated:
                continue
            if read.value.value is None:
                clear = False
            else:
                total = (total or 0) + read.value.value
        return total, clear

    def rows_under(self, row: Row, column: Column) -> list[Row]:
        """The rows of figures that a cell is about: those that it is merged over, else its own."""
        merge = self.grid.merge(row.row, column.index)
        return [r for r in self.data_rows if merge.top <= r.row <= merge.bottom] if merge else [row]

    def refuse(self, rule: str, location: Location, measures: Iterable[str], **arguments: str | int | None) -> None:
        """Refuse measures of the whole submission, with one finding."""
        named = tuple(dict.fromkeys(measures))
        if not named:
            return
        titles = tuple(self.schema.measure(m).title for m in named)
        said = (("measures", titles), *arguments.items())
        self.findings.append(Finding(rule, RULES[rule], location, said, measure=named[0] if len(named) == 1 else None))
        self.refusals += [Refusal(m, rule, location) for m in named]


def states(read: Read | None) -> bool:
    """Whether a cell says anything."""
    return read is not None and read.value.state is not ValueState.NOT_STATED


def read_table(table: Table, schema: ReportSchema, correct: "Callable[[Figures], None] | None" = None) -> Figures:
    """Every figure of a table. Findings about cells of total and group rows are kept back: they are checksums.

    ``correct`` may put decided numbers in place of what cells say, before anything is made of them.
    """
    rows = classify(table)
    figures = Figures(table, rows, {}, schema)
    readers = _readers(figures)
    _read_rows(figures, readers)
    if correct is not None:
        correct(figures)
    if any(read.findings for reads in figures.reads.values() for read in reads.values()):
        for row in figures.data_rows:
            figures.findings += [f for index in readers if (read := figures.read(row.row, index)) for f in read.findings]
    _refuse_unclear_columns(figures)
    _refuse_unclear_rows(figures)
    _refuse_hidden(figures)
    _refuse_merged(figures)
    _refuse_doubtful_labels(figures)
    _refuse_doubtful_headings(figures)
    figures.findings += _examples(figures)
    return figures


def _examples(figures: Figures) -> Iterator[Finding]:
    """A warning for each row that is an example of how to fill in the table."""
    for row in (r for r in figures.rows if r.kind is RowKind.EXAMPLE):
        column = next((c for c in figures.table.header.measures if figures.grid.is_filled(row.row, c.index)), None)
        if column is not None:
            place = figures.grid.locate(row.row, column.index)
            yield Finding("unread-table", RULES["unread-table"], place, (("reason", "example"),))


def _readers(figures: Figures) -> dict[int, Reader]:
    table, schema = figures.table, figures.schema
    measured_in = next((r.row for r in figures.rows if r.kind is RowKind.MEASURED_IN), None)
    result = {}
    columns = [c for c in table.header.by_role(*_READ) if c.id]
    for column, heading, unclear in in_lines(table, schema, columns):
        if unclear and any(_figure_cells(figures, (column,))):
            figures.refuse("basis-unclear", column.location, (column.id,), heading=unclear)
        if measured_in is not None:
            heading = f"{column.heading} ({table.grid.text(measured_in, column.index)})"  # noqa: PLW2901
        cells = (c for r in figures.rows if (c := table.grid.at(r.row, column.index)) is not None)
        result[column.index] = reader(schema, schema.measure(column.id), heading, cells)
    return result


def _read_rows(figures: Figures, readers: dict[int, Reader]) -> None:
    grid, lines, reads = figures.grid, figures.grid.lines, figures.reads
    beside = not grid.turned and bool(figures.table.header.by_role(Role.MEASURED_IN))
    every = tuple(readers.items())
    for row in figures.rows:
        if row.kind in _WITH_FIGURES:
            cell_at = lines[row.row].get
            reads[row.row] = {
                index: read_cell(grid.sheet, cell, how)
                for index, how in (_in_row(figures, row, readers) if beside else every)
                if (cell := cell_at(index)) is not None
            }


def _in_row(figures: Figures, row: Row, readers: dict[int, Reader]) -> Iterator[tuple[int, Reader]]:
    """How to read the cells of a row where a column beside them says what they are measured in."""
    table, schema = figures.table, figures.schema
    columns = {c.index: c for c in table.header.columns}
    for index, how in readers.items():
        column = columns[index]
        heading, unclear = in_row(table, row.row, schema, column, column.heading)
        if unclear and table.grid.is_filled(row.row, index):
            figures.refuse("basis-unclear", figures.grid.locate(row.row, index), (column.id,), heading=unclear)
        cell = table.grid.at(row.row, index)
        own = reader(schema, how.measure, heading, () if cell is None else (cell,))
        yield index, how if heading == column.heading else own


def _figure_cells(figures: Figures, columns: Iterable[Column]) -> Iterator[tuple[Row, Column, Cell]]:
    for row in figures.rows:
        if row.kind in _WITH_FIGURES:
            line = figures.grid.lines[row.row]
            for column in columns:
                cell = line.get(column.index)
                if cell is not None and not is_blank(cell):
                    yield row, column, cell


def _refuse_unclear_columns(figures: Figures) -> None:
    """A heading that could be two measures, and two columns that claim to be the same one."""
    header = figures.table.header
    for column in header.columns:
        # (LK) may be lũy kế or loa kéo.
        unclear = column.rivals or ((column.id,) if column.role is Role.MEASURE and _LK.search(column.heading) else ())
        if unclear and any(_figure_cells(figures, (column,))):
            figures.refuse("basis-unclear", column.location, unclear, heading=column.heading)
        if column.role is Role.MEASURE and column.is_rate and any(_figure_cells(figures, (column,))):
            title = figures.schema.measure(column.id).title
            figures.refuse(
                "rate-not-total", column.location, (column.id,), measure=title, typed=column.heading, reason="heading"
            )
    seen: dict[tuple[str, tuple[tuple[str, str], ...]], Column] = {}
    for column in header.measures:
        key = (column.id, column.categories)
        if key in seen and any(_figure_cells(figures, (column,))):
            figures.refuse("basis-unclear", column.location, (column.id,), heading=column.heading, reason="twice")
        seen.setdefault(key, column)


def _refuse_unclear_rows(figures: Figures) -> None:
    """A row whose label is another measure than the heading over its figures: Thời lượng under Tin and Bài."""
    header = figures.table.header
    counts = {m.split_of for m in figures.schema.measures} | {m.id for m in figures.schema.measures if m.split_of}
    beside = [c for c in (*figures.table.label_columns, *header.by_role(Role.GENRE)) if c.role is not Role.TITLE]
    for row in figures.data_rows:
        for column in beside:
            meaning = figures.table.lexicon.meaning(figures.grid.text(row.row, column.index))
            if meaning is not None and meaning.role is Role.MEASURE and meaning.id not in counts:
                stated = [c.id for c in header.measures if c.id != meaning.id and _states(figures, row, c)]
                place, said = figures.grid.locate(row.row, column.index), figures.grid.text(row.row, column.index)
                figures.refuse("basis-unclear", place, [*stated, meaning.id] if stated else (), heading=said)


def _states(figures: Figures, row: Row, column: Column) -> bool:
    return figures.grid.is_filled(row.row, column.index)


def _refuse_hidden(figures: Figures) -> None:
    if not figures.grid.unusual:
        return
    hidden: dict[int, list[tuple[Column, Cell]]] = {}
    for row, column, cell in _figure_cells(figures, figures.table.header.by_role(*_READ)):
        if cell.hidden:
            hidden.setdefault(row.row, []).append((column, cell))
    counts = [m.id for m in figures.schema.measures if m.split_of or figures.schema.parts_of(m.id)]
    items = _hidden_items(figures)
    for number in sorted({*hidden, *items}):
        first = hidden[number][0][1] if number in hidden else items[number]
        measures = [c.id for c, _ in hidden.get(number, ()) if c.id] + (counts if number in items else [])
        figures.refuse("hidden-figures", figures.grid.sheet.locate(first), measures, typed=typed(first))


def _hidden_items(figures: Figures) -> dict[int, Cell]:
    """The titles of a log's items that are out of sight, by row: each of them is counted."""
    header = figures.table.header
    places = ((r.row, c.index) for r in figures.data_rows for c in header.by_role(Role.TITLE) if header.is_log)
    cells = ((row, figures.grid.at(row, column)) for row, column in places)
    return {row: cell for row, cell in cells if cell is not None and cell.hidden and not is_blank(cell)}


def _refuse_merged(figures: Figures) -> None:
    if not figures.table.merged:
        return
    columns = figures.table.header.by_role(Role.MEASURE, Role.PART)
    measures = {c.index: c.id for c in columns}
    for row, column, cell in _figure_cells(figures, columns):
        if cell.merged_into is not None:
            figures.refuse("value-under-merge", figures.grid.sheet.locate(cell), (column.id,), typed=typed(cell))
            continue
        merge = figures.grid.merge(row.row, column.index)
        covered = [measures[c] for c in range(merge.left, merge.right + 1) if c in measures] if merge else []
        if len(covered) > 1:
            figures.refuse("basis-unclear", figures.grid.sheet.locate(cell), covered, heading=typed(cell), reason="merged")


def _refuse_doubtful_labels(figures: Figures) -> None:
    """A row whose label two engines read differently, or that is a tracked change, could be any row."""
    if not figures.grid.unusual:
        return
    for row in (r for r in figures.rows if r.kind in _NAMED):
        for column in figures.table.label_columns:
            cell = figures.grid.effective(row.row, column.index)
            if cell is not None and cell.problem:
                stated = [c.id for c in figures.table.header.measures if figures.grid.is_filled(row.row, c.index)]
                figures.refuse(cell.problem, figures.grid.sheet.locate(cell), stated, typed=typed(cell))


def _refuse_doubtful_headings(figures: Figures) -> None:
    """A column whose heading could be another one."""
    if not figures.grid.unusual:
        return
    header = figures.table.header
    for column in header.by_role(*_READ):
        over = (figures.grid.effective(row, column.index) for row in range(header.first, header.last + 1))
        cell = next((c for c in over if c is not None and c.problem), None)
        if cell is not None and column.id and any(_figure_cells(figures, (column,))):
            figures.refuse(cell.problem, figures.grid.sheet.locate(cell), (column.id,), typed=typed(cell))
