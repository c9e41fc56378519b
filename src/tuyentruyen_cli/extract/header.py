"""Where a table's heading stands, and what each of its columns is for."""

from functools import cached_property

from msgspec import Struct

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.columns import Column, column_of, settle_totals, under_groups, with_parts, without_twins
from tuyentruyen_cli.extract.grid import Grid, is_blank, is_valuelike
from tuyentruyen_cli.extract.lexicon import Lexicon, Role, key
from tuyentruyen_cli.model.sheet import CellKind
from tuyentruyen_cli.vi.text import fold_plain

MAX_HEADER_ROWS = 3
LABEL_ROLES = frozenset({Role.DIMENSION, Role.UNIT, Role.TITLE, Role.LABEL})


class Header(Struct, frozen=True, dict=True):
    """A heading of one to three rows; rows are the grid's. ``score`` is how much of it is understood.

    ``is_log``: each row is one item that was broadcast, since there is a title and no count of items.
    """

    first: int
    last: int
    columns: tuple[Column, ...]
    score: int
    is_log: bool = False

    def by_role(self, *roles: Role) -> tuple[Column, ...]:
        """The columns with one of these roles."""
        found = self._by_roles.get(roles)
        if found is None:
            found = self._by_roles[roles] = tuple(c for c in self.columns if c.role in roles)
        return found

    @cached_property
    def _by_roles(self) -> dict[tuple[Role, ...], tuple[Column, ...]]:
        # Asked for row by row.
        return {}

    @cached_property
    def measures(self) -> tuple[Column, ...]:
        """The columns that are read as figures."""
        return self.by_role(Role.MEASURE)

    @cached_property
    def order(self) -> tuple[Column, ...]:
        """The columns that number the rows."""
        return self.by_role(Role.ORDER)

    @cached_property
    def figures(self) -> tuple[Column, ...]:
        """The columns whose cells hold figures: those that are read, totals over categories, and unclear ones."""
        return tuple(c for c in self.columns if c.role in {Role.MEASURE, Role.PART, Role.TOTAL} or c.rivals)

    @property
    def signature(self) -> tuple[tuple[int, str, tuple[tuple[str, str], ...]], ...]:
        """What makes two headings one: the same things in the same columns."""
        return tuple((c.index, c.id, c.categories) for c in self.columns if c.role is not None)


def find_headers(grid: Grid, lexicon: Lexicon) -> tuple[Header, ...]:
    """Every heading in the grid that names something to read, from top to bottom, those in one row from left to right."""
    found: list[Header] = []
    below = 0
    for row, known in _known(grid, lexicon).items():
        if row <= below or len(known) < 2:  # noqa: PLR2004 - one known word is a title or a label
            continue
        spans = _spans(grid, lexicon, row, known)
        for span, following in zip(spans, [*spans[1:], None], strict=False):
            last = _last_row(grid, lexicon, row, span)
            span = _widened(grid, row, last, span, following[0] if following else None)  # noqa: PLW2901
            header = _build(grid, lexicon, row, last, span)
            units = grid.turned and header.by_role(Role.MEASURED_IN)  # tin, bài, phút under ĐVT name no measures
            if _names_a_table(header) and not units and not _holds_figures(grid, lexicon, header):
                found.append(header)
                below = max(below, last)
    return tuple(found)


def _known(grid: Grid, lexicon: Lexicon) -> dict[int, list[int]]:
    """The columns with a text that the schema or tables know, by row, both in order."""
    meaning, text = lexicon.meaning, CellKind.TEXT
    rows = ((row, line, grid.seen[row]) for row, line in grid.filled.items())
    found = (
        (row, [c for c, cell in line.items() if cell.kind is text and (s := seen.get(c)) and meaning(s.text.strip())])
        for row, line, seen in rows
    )
    return {row: columns for row, columns in found if columns}


def _spans(grid: Grid, lexicon: Lexicon, row: int, known: list[int]) -> list[tuple[int, int]]:
    """The first and last column of each heading in a row: a second table may stand beside the first."""
    whole = _span(grid, row, known)
    if whole is None:
        return []
    starts = [whole[0]]
    for column in range(whole[0] + 1, whole[1] + 1):
        if _begins_anew(grid, lexicon, row, starts[-1], column):
            starts.append(column)
    spans = []
    for first, after in zip(starts, [*starts[1:], whole[1] + 1], strict=True):
        last = after - 1
        while last > first and not grid.text(row, last) and after <= whole[1]:
            last -= 1
        spans.append((first, last))
    return spans


def _begins_anew(grid: Grid, lexicon: Lexicon, row: int, first: int, column: int) -> bool:
    """Whether a heading begins another table: it names the rows again, or for the first time after an empty column."""
    meaning = lexicon.meaning(grid.text(row, column))
    if (
        meaning is None
        or meaning.role not in LABEL_ROLES | {Role.ORDER}
        or grid.text(row, column) == grid.text(row, column - 1)
    ):
        return False
    before = [m for c in range(first, column) if (m := lexicon.meaning(grid.text(row, c)))]
    if not any(m.role is Role.MEASURE for m in before):
        return False
    again = any((m.role, m.id) == (meaning.role, meaning.id) for m in before)
    return again or not any(grid.text(r, column - 1) for r in range(row, row + MAX_HEADER_ROWS + 2))


def _widened(grid: Grid, first: int, last: int, span: tuple[int, int], limit: int | None) -> tuple[int, int]:
    """The span with the columns that its lower rows alone name: the last heading above may be written once over several."""
    right = span[1]
    while not grid.turned and right + 1 != limit and any(grid.text(r, right + 1) for r in range(first + 1, last + 1)):
        right += 1
    return span[0], right


def _span(grid: Grid, row: int, known: list[int]) -> tuple[int, int] | None:
    """The first and last column of the headings in a row with known words, or None when the row is no heading."""
    first, last = known[0], known[-1]
    if any(is_valuelike(cell) for c, cell in grid.filled[row].items() if first <= c <= last):
        return None
    merge = grid.merge(row, last)
    last = max(last, merge.right if merge else last)
    # Unknown headings to the right belong to the table too, as long as they touch it.
    while grid.text(row, last + 1) and not grid.turned:
        last += 1
    while grid.text(row, first - 1) and not grid.turned and not grid.is_valuelike(row, first - 1):
        first -= 1
    return first, last


def _names_rows(grid: Grid, lexicon: Lexicon, row: int, columns: list[int]) -> bool:
    """Whether one of the headings says that what stands under it numbers or names the rows."""
    return any((m := lexicon.meaning(grid.text(row, c))) and m.role in LABEL_ROLES | {Role.ORDER} for c in columns)


def _holds_figures(grid: Grid, lexicon: Lexicon, header: Header) -> bool:
    """Whether the rows of a heading that names no rows hold figures: items of a log (Tin | Zalo | khoảng 30) look like one."""
    if grid.turned or _names_rows(grid, lexicon, header.first, [*grid.filled[header.first]]):
        return False
    places = ((row, c) for row in range(header.first, header.last + 1) for c in grid.filled.get(row, ()))
    return any(is_valuelike(grid.at(*p)) or words.SAID.match(fold_plain(grid.text(*p))) for p in places)


def _last_row(grid: Grid, lexicon: Lexicon, first: int, span: tuple[int, int]) -> int:
    last = first
    for column in range(span[0], span[1] + 1):
        merge = grid.merge(first, column)
        if merge and merge.top == first and merge.bottom - first < MAX_HEADER_ROWS:
            last = max(last, merge.bottom)
    if any(is_valuelike(grid.at(row, c)) for row in range(first, last + 1) for c in range(span[0], span[1] + 1)):
        last = first  # items of a log (Tin, Bài) of which something is merged
    while last - first + 1 < MAX_HEADER_ROWS and _continues(grid, lexicon, first, last + 1, span):
        last += 1
    # A level between that says nothing of its own (Khối lượng), where it is not merged.
    if last == first and _is_words(grid, lexicon, first, last + 1, span) and _continues(grid, lexicon, first, last + 2, span):
        last += 2
    return last


def _is_words(grid: Grid, lexicon: Lexicon, first: int, row: int, span: tuple[int, int]) -> bool:
    """Whether a row holds only words, and none under a heading of labels."""
    columns = [c for c in grid.filled.get(row, ()) if span[0] <= c <= span[1]]
    labels = _names_rows(grid, lexicon, first, columns)
    return bool(columns) and not labels and not any(is_valuelike(grid.at(row, c)) for c in columns)


def _continues(grid: Grid, lexicon: Lexicon, first: int, row: int, span: tuple[int, int]) -> bool:
    columns = [c for c in grid.filled.get(row, ()) if span[0] <= c <= span[1]]
    if not columns or any(is_valuelike(grid.at(row, c)) for c in columns):
        return False
    if _names_rows(grid, lexicon, first, columns):
        return False
    if grid.turned and any(key(grid.text(row, c)) in words.MEASURED_IN for c in columns):
        return False  # the column ĐVT of a table on its side
    return any(lexicon.meaning(grid.text(row, c)) or key(grid.text(row, c)) in words.MEASURED_IN_ONLY for c in columns)


def _build(grid: Grid, lexicon: Lexicon, first: int, last: int, span: tuple[int, int]) -> Header:
    paths = {c: _path(grid, first, last, c, span[0]) for c in range(span[0], span[1] + 1)}
    columns = tuple(
        column_of(lexicon, c, path, grid.locate(row, c), measured=_only_measured_in(lexicon, paths, c))
        for c, (path, row) in paths.items()
        if path or _has_figures(grid, last, c)
    )
    if grid.turned:
        filled = {c for row, line in grid.filled.items() if row > last for c in line}
        columns = under_groups(columns, paths.keys() - filled)
    columns = with_parts(lexicon, without_twins(lexicon, settle_totals(lexicon, columns)))
    counts = {m.id for m in lexicon.schema.measures if m.split_of} | {m.split_of for m in lexicon.schema.measures}
    is_log = any(c.role is Role.TITLE for c in columns) and not any(c.role is Role.MEASURE and c.id in counts for c in columns)
    return Header(first, last, columns, sum(_weight(c) for c in columns), is_log)


def _has_figures(grid: Grid, last: int, column: int) -> bool:
    return any(is_valuelike(grid.at(row, column)) for row in range(last + 1, last + 4))


def _path(grid: Grid, first: int, last: int, column: int, left: int) -> tuple[tuple[str, ...], int]:
    """The texts over a column from top to bottom, and the row of the lowest."""
    texts: list[str] = []
    lowest = first
    for row in range(first, last + 1):
        text = grid.text(row, column)
        if not text and row < last and grid.text(last, column):
            # A heading written once over several columns without merging them.
            text = _left_text(grid, row, column, left, last)
        if text and (not texts or texts[-1] != text):
            texts.append(text)
            merge = grid.merge(row, column)
            lowest = merge.top if merge else row
    return tuple(texts), lowest


def _left_text(grid: Grid, row: int, column: int, left: int, last: int) -> str:
    for c in range(column - 1, left - 1, -1):
        if grid.text(row, c):
            spans_down = grid.text(last, c) == grid.text(row, c)
            return "" if spans_down or is_blank(grid.effective(last, c)) else grid.text(row, c)
    return ""


def _only_measured_in(lexicon: Lexicon, paths: dict[int, tuple[tuple[str, ...], int]], column: int) -> bool:
    """Whether the lowest text over a column says what its figures are measured in (Số tin, bài over (tin)), not a part."""
    path = paths[column][0]
    if len(path) < 2 or key(path[-1]) not in words.MEASURED_IN_ONLY:  # noqa: PLR2004
        return False
    if not any(m and m.role is Role.MEASURE for m in map(lexicon.meaning, path[:-1])):
        return False  # Thể loại over Tin: what is above names no figure of its own
    return not any(paths[c][0][:-1] == path[:-1] for c in (column - 1, column + 1) if c in paths)


def _weight(column: Column) -> int:
    if column.role is Role.MEASURE:
        return 3
    if column.role in LABEL_ROLES or column.rivals:
        return 2
    return 1 if column.role else 0


def _names_a_table(header: Header) -> bool:
    figures = {c.id for c in header.measures} | {m for c in header.columns for m in c.rivals}
    labelled = header.by_role(*LABEL_ROLES)
    return len(figures) >= 2 or bool(figures and labelled)  # noqa: PLR2004
