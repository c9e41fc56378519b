"""Where each table of a sheet begins and ends, and which way round it lies."""

from dataclasses import dataclass
from functools import cached_property

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.grid import Grid, is_blank, is_valuelike
from tuyentruyen_cli.extract.header import LABEL_ROLES, Column, Header, find_headers
from tuyentruyen_cli.extract.lexicon import Lexicon, Role
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.sheet import Cell, CellKind, Sheet
from tuyentruyen_cli.vi.text import fold_plain


@dataclass(frozen=True)
class Table:
    """A heading and the rows under it.

    ``rows`` are the grid's rows of the region, ``titles`` the cells above that belong to it, ``footers`` those
    under it. ``unread`` is a place below where something begins that looks like another table and is not understood.
    """

    grid: Grid
    header: Header
    rows: tuple[int, ...]
    titles: tuple[Cell, ...]
    footers: tuple[Cell, ...] = ()
    unread: Location | None = None

    @property
    def location(self) -> Location:
        """The address of the heading's first cell."""
        return self.header.columns[0].location

    @cached_property
    def label_columns(self) -> tuple[Column, ...]:
        """The columns whose texts name a row, from left to right."""
        known = self.header.by_role(*LABEL_ROLES)
        if known:
            return known
        left = min((c.index for c in self.header.measures), default=0)
        others = [c for c in self.header.columns if c.role in {None, Role.CATEGORY} and c.index < left and not c.rivals]
        return tuple(c for c in others if self._is_text(c.index))[:1]

    def _is_text(self, column: int) -> bool:
        cells = [cell for row in self.rows if (cell := self.grid.at(row, column)) and not is_blank(cell)]
        return bool(cells) and sum(not is_valuelike(c) for c in cells) * 2 > len(cells)

    @cached_property
    def support(self) -> int:
        """How many cells under the measures look like figures: what tells a real heading from a chance one."""
        return sum(is_valuelike(self.grid.at(row, c.index)) for row in self.rows for c in self.header.measures)


def find_tables(sheet: Sheet, lexicon: Lexicon) -> tuple[Table, ...]:
    """The tables of a sheet, top to bottom, the way round in which more of their figures lie under a heading."""
    upright = _tables(Grid(sheet), lexicon)
    if not _could_lie(sheet, lexicon):
        return upright
    turned = _tables(Grid(sheet, turned=True), lexicon)
    if sum(t.support for t in turned) > sum(t.support for t in upright):
        return turned
    return upright


def _could_lie(sheet: Sheet, lexicon: Lexicon) -> bool:
    """Whether some column names two measures, as a table on its side must."""
    named: dict[int, str] = {}
    for cell in sheet.cells:
        meaning = lexicon.meaning(cell.text.strip()) if cell.kind is CellKind.TEXT else None
        if meaning is not None and meaning.role is Role.MEASURE and named.setdefault(cell.column, meaning.id) != meaning.id:
            return True
    return False


def _tables(grid: Grid, lexicon: Lexicon) -> tuple[Table, ...]:
    headers = find_headers(grid, lexicon)
    found: list[Table] = []
    top = 0
    for i, header in enumerate(headers):
        limit = headers[i + 1].first if i + 1 < len(headers) else max(grid.rows, default=0) + 1
        rows, unread = _region(grid, header, limit)
        bottom = rows[-1] if rows else header.last
        titles, footers = _around(grid, header, top, bottom, limit)
        table = Table(grid, header, rows, titles, footers, unread)
        if table.support or not grid.turned:
            found.append(table)
            top = bottom + 1
    with_figures = tuple(t for t in found if t.support)
    return with_figures or tuple(found[:1])


def _cells(grid: Grid, first: int, last: int) -> tuple[Cell, ...]:
    return tuple(
        c for row, columns in grid.rows.items() if first <= row <= last for column in columns if (c := grid.cells[row, column])
    )


def _around(grid: Grid, header: Header, top: int, bottom: int, limit: int) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """The cells above a table and those under it."""
    if not grid.turned:
        return _cells(grid, top, header.first - 1), _cells(grid, bottom + 1, limit - 1)
    first, last = header.columns[0].index, header.columns[-1].index
    cells = [c for c in grid.sheet.cells if not is_blank(c)]
    return tuple(c for c in cells if c.row < first), tuple(c for c in cells if c.row > last)


def _region(grid: Grid, header: Header, limit: int) -> tuple[tuple[int, ...], Location | None]:
    """The rows from the heading to the last one with a figure, and where something unread begins below."""
    measures = [c.index for c in header.columns if c.role in {Role.MEASURE, Role.TOTAL, Role.CUMULATIVE} or c.rivals]
    rows: list[int] = []
    pending: list[int] = []
    closed = False
    for row in (r for r in grid.rows if header.last < r < limit):
        previous = (pending or rows or [header.last])[-1]
        figure = any(is_valuelike(grid.effective(row, c)) for c in measures)
        closed = closed or _ends(grid, row, measures, row - previous, figure)
        if closed:
            if figure:
                return tuple(rows), grid.locate(row, grid.rows[row][0])
            continue
        pending.append(row)
        if figure or (row == previous + 1 and any(not is_blank(grid.at(row, c)) for c in measures)):
            rows += pending
            pending = []
    return tuple(rows), None


def _ends(grid: Grid, row: int, measures: list[int], distance: int, figure: bool) -> bool:
    """Whether a row ends the table: a signature or a note, or the heading of something else after an empty line."""
    if grid.turned or figure:
        return False
    if any(words.FOOTER.match(fold_plain(grid.text(row, c))) for c in grid.rows[row]):
        return True
    texts = [c for c in measures if not is_blank(grid.at(row, c))]
    return distance > 1 and len(texts) >= 2  # noqa: PLR2004
