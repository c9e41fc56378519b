"""Where each table of a sheet begins and ends, and which way round it lies."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.grid import Grid, is_blank, is_valuelike
from tuyentruyen_cli.extract.header import LABEL_ROLES, Header, find_headers
from tuyentruyen_cli.extract.lexicon import Lexicon, Role
from tuyentruyen_cli.extract.values import reader
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.parsed import Refused
from tuyentruyen_cli.model.sheet import Cell, CellKind, Sheet
from tuyentruyen_cli.vi.text import fold_plain

MAX_ROWS = 1_048_576
# Columns that may say of what time a row is.
_BESIDE = frozenset({None, Role.DATE, Role.CATEGORY, Role.ACTUAL})


class Table(Struct, frozen=True, dict=True):
    """A heading and the rows under it.

    ``rows`` are the grid's rows of the region, ``titles`` the cells above that belong to it, ``footers`` those
    under it. ``unread`` is a place below where something begins that looks like another table and is not understood.
    ``lexicon`` are the words that it was found by.
    """

    lexicon: Lexicon
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

    @cached_property
    def unlabelled_columns(self) -> tuple[tuple[int, Column], ...]:
        """The places before the figures that name no row and are nothing else that is known, each with the column it is in."""
        left = min((c.index for c in self.header.measures), default=0)
        columns = {c.index: c for c in self.header.columns}
        known = {c.index for c in (*self.label_columns, *self.header.by_role(Role.GENRE, Role.MEASURED_IN, Role.NOTE))}
        first = self.header.columns[0]
        places = range(first.index, min(left, self.header.columns[-1].index + 1))
        return tuple((index, columns.get(index, first)) for index in places if index not in known)

    @cached_property
    def beside(self) -> tuple[int, ...]:
        """The places that may say of what time a row is, beside those that name it."""
        first = self.header.columns[0].index
        # A column without any heading may stand before the first.
        before = () if self.grid.turned else range(max(first - 2, 1), first)
        return (*before, *(c.index for c in self.header.columns if c.role in _BESIDE and not c.rivals))

    @cached_property
    def figure_places(self) -> tuple[int, ...]:
        """Where in a row its figures stand."""
        return tuple(c.index for c in self.header.figures)

    @cached_property
    def naming(self) -> tuple[tuple[int, bool], ...]:
        """The places of whatever says what a row is, beside its figures, and whether they number the rows."""
        order = {c.index for c in self.header.order}
        labels = {*self.beside, *(c.index for c in self.label_columns), *(index for index, _ in self.unlabelled_columns)}
        return tuple((index, index in order) for index in sorted(labels | order))

    @cached_property
    def merged(self) -> bool:
        """Whether a merged range reaches into its rows."""
        return bool(self.rows) and any(m.bottom > self.header.last and m.top <= self.rows[-1] for m in self.grid.merges)

    def columns_in(self, row: int) -> list[int]:
        """The columns of a row with something in them that belong to this table, not to one beside it."""
        first, last = self.header.columns[0].index, self.header.columns[-1].index
        return [c for c in self.grid.filled.get(row, ()) if first <= c <= last]

    def _is_text(self, column: int) -> bool:
        cells = [cell for row in self.rows if (cell := self.grid.at(row, column)) and not is_blank(cell)]
        return bool(cells) and sum(not is_valuelike(cell) for cell in cells) * 2 > len(cells)

    @cached_property
    def support(self) -> int:
        """How many cells under the measures look like figures: what tells a real heading from a chance one."""
        columns, lines = [c.index for c in self.header.measures], map(self.grid.filled.__getitem__, self.rows)
        begun = sum(sum(map(is_valuelike, map(line.get, columns))) for line in lines)
        said = (_says_figure(self.grid, self.lexicon, self.header, r) or _is_item(self.grid, self.header, r) for r in self.rows)
        return begun or sum(said)


def find_tables(sheet: Sheet, lexicon: Lexicon) -> tuple[Table, ...]:
    """The tables of a sheet, top to bottom, the way round in which more measures, then more figures, lie under headings."""
    if not sheet.cells:
        return ()
    upright = _tables(Grid(sheet), lexicon)
    if not _could_lie(sheet, lexicon):
        return upright
    turned = _tables(Grid(sheet, turned=True), lexicon)
    return turned if _fullness(turned) > _fullness(upright) else upright


def _fullness(tables: Sequence[Table]) -> tuple[int, int]:
    """How many measures the fullest table names, and how many figures all have. A log names the parts of one in a column."""
    measures = (len({c.id for c in t.header.figures if t.support}) for t in tables)
    return max(measures, default=0), sum(t.support for t in tables)


def _could_lie(sheet: Sheet, lexicon: Lexicon) -> bool:
    """Whether some column names two measures that are not parts of one, as a table on its side must.

    The genres of a log stand in a column too.
    """
    named: dict[int, str] = {}
    parts = {m.id for m in lexicon.schema.measures if m.split_of}
    text = CellKind.TEXT
    for cell in sheet.cells:
        if cell.kind is not text:
            continue
        meaning = lexicon.meaning(cell.text.strip())
        if meaning is None or meaning.role is not Role.MEASURE:
            continue
        other = named.setdefault(cell.column, meaning.id)
        if other != meaning.id and not {other, meaning.id} <= parts:
            return True
        if other in parts:
            named[cell.column] = meaning.id
    return False


def _tables(grid: Grid, lexicon: Lexicon) -> tuple[Table, ...]:
    headers = _without_repeats(grid, find_headers(grid, lexicon))
    found: list[Table] = []
    top = 0
    for i, header in enumerate(headers):
        limit = next((h.first for h in headers[i + 1 :] if h.first > header.last), max(grid.filled, default=0) + 1)
        rows, unread = _region(grid, lexicon, header, limit)
        bottom = rows[-1] if rows else header.last
        titles, footers = _around(grid, header, headers, (top, bottom, limit))
        table = Table(lexicon, grid, header, rows, titles, footers, unread)
        if table.support or not grid.turned:
            found.append(table)
            top = bottom + 1
    # Words alone under a heading that is said again over figures are cells that cannot be read, not another thing.
    said = {t.header.signature for t in found if t.support}
    kept = tuple(t for t in found if t.support or (t.rows and t.header.signature in said))
    return kept or tuple(found[:1])


def _without_repeats(grid: Grid, headers: Sequence[Header]) -> tuple[Header, ...]:
    """The headings without those that only say the last one again, right under its rows: a page break inside one table.

    Where a row's name stands above and below the repetition these may be two tables.
    """
    kept: list[Header] = []
    for i, header in enumerate(headers):
        limit = headers[i + 1].first if i + 1 < len(headers) else max(grid.filled, default=0) + 1
        if kept and _is_page_break(grid, kept[-1], header, limit):
            continue
        kept.append(header)
    return tuple(kept)


def _is_page_break(grid: Grid, before: Header, header: Header, limit: int) -> bool:
    # A line between the rows and the heading (Tuần 4) may say that another table begins.
    under_rows = any(grid.is_valuelike(header.first - 1, c.index) for c in before.figures)
    if grid.turned or not under_rows or header.last - header.first != before.last - before.first:
        return False
    return says_again(grid, before, header.first) and not _names(grid, before, header.first) & _names(grid, header, limit)


def _names(grid: Grid, header: Header, limit: int) -> set[str]:
    """The texts that name the rows between a heading and a row."""
    columns = [c.index for c in header.by_role(*LABEL_ROLES)]
    return {
        fold_plain(text) for row in grid.filled if header.last < row < limit for c in columns if (text := grid.text(row, c))
    }


def _cells(grid: Grid, first: int, last: int) -> tuple[Cell, ...]:
    return tuple(cell for row, line in grid.filled.items() if first <= row <= last for cell in line.values())


def _around(
    grid: Grid, header: Header, headers: Sequence[Header], rows: tuple[int, int, int]
) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """The cells above and under a table. ``rows``: where the space above begins, the table's last, where the next begins."""
    top, bottom, limit = rows
    if not grid.turned:
        return _cells(grid, top, header.first - 1), _cells(grid, bottom + 1, limit - 1)
    first, last = header.columns[0].index, header.columns[-1].index
    before = max((h.columns[-1].index for h in headers if h.columns[-1].index < first), default=0)
    after = min((h.columns[0].index for h in headers if h.columns[0].index > last), default=MAX_ROWS)
    cells = [c for c in grid.sheet.cells if not is_blank(c)]
    return tuple(c for c in cells if before < c.row < first), tuple(c for c in cells if last < c.row < after)


def _region(grid: Grid, lexicon: Lexicon, header: Header, limit: int) -> tuple[tuple[int, ...], Location | None]:
    """The rows from the heading to the last one with a figure, and where something unread begins below."""
    measures = [c.index for c in header.columns if c.role in {Role.MEASURE, Role.PART, Role.TOTAL, Role.CUMULATIVE} or c.rivals]
    rows: list[int] = []
    pending: list[int] = []
    closed = False
    for row in (r for r in grid.filled if header.last < r < limit):
        if says_again(grid, header, row):
            pending.append(row)
            continue
        previous = (pending or rows or [header.last])[-1]
        figure = any(map(is_valuelike, map(grid.seen[row].get, measures))) or _is_item(grid, header, row)
        footer = not figure and _is_footer(grid, row)
        figure = figure or (not footer and _says_figure(grid, lexicon, header, row))
        closed = closed or footer or (not figure and _begins_else(grid, row, measures, row - previous))
        if closed:
            if figure:
                return tuple(rows), grid.locate(row, next(iter(grid.filled[row])))
            continue
        pending.append(row)
        if figure or (row == previous + 1 and any(grid.is_filled(row, c) for c in measures)):
            rows += pending
            pending = []
    return tuple(rows), None


def says_again(grid: Grid, header: Header, row: int) -> bool:
    """Whether a row belongs to the heading said once more, word for word, as after a page break."""
    first = grid.text(row, header.columns[0].index)
    if first and first not in header.columns[0].path:
        return False  # as nearly every row
    columns = range(header.columns[0].index, header.columns[-1].index + 1)
    heading = range(header.first, header.last + 1)
    if all(grid.text(r, columns[0]) != first for r in heading):
        return False
    downs = (row - r for r in heading)
    return any(all(grid.text(r + down, c) == grid.text(r, c) for r in heading for c in columns) for down in downs if down > 0)


def _is_item(grid: Grid, header: Header, row: int) -> bool:
    """A row of a log that is numbered or dated and has a title: an item, also without any figure."""
    if not header.is_log:
        return False
    marked = any(grid.is_valuelike(row, c.index) for c in header.by_role(Role.ORDER, Role.DATE))
    return marked and any(grid.text(row, c.index) for c in header.by_role(Role.TITLE))


def _says_figure(grid: Grid, lexicon: Lexicon, header: Header, row: int) -> bool:
    """Whether a row states a figure in words (``khoảng 30``, ``không``), or anything beside a label or unit that is known."""
    stated = [(c, cell) for c in header.measures if (cell := grid.effective(row, c.index)) and not is_blank(cell)]
    if stated and any(lexicon.dimensions_of(grid.text(row, c.index)) for c in header.by_role(*LABEL_ROLES)):
        return True
    if stated and any(words.NAMES_A_UNIT.match(fold_plain(grid.text(row, c.index))) for c in header.by_role(Role.UNIT)):
        return True
    results = (reader(lexicon.schema, lexicon.schema.measure(c.id), c.heading, (cell,)).parse(cell) for c, cell in stated)
    return any(not isinstance(result, Refused) or result.rule != "not-a-number" for result in results)


def _is_footer(grid: Grid, row: int) -> bool:
    """Whether a row is a signature or a note under a table."""
    return not grid.turned and any(words.FOOTER.match(fold_plain(grid.text(row, c))) for c in grid.filled[row])


def _begins_else(grid: Grid, row: int, measures: list[int], distance: int) -> bool:
    """Whether a row of words after an empty line is the heading of something else."""
    texts = [c for c in measures if grid.is_filled(row, c)]
    return not grid.turned and distance > 1 and len(texts) >= 2  # noqa: PLR2004
