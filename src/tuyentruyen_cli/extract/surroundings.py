"""The lines that stand around a table, on its own sheet or in the running text that it is part of."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tuyentruyen_cli.extract.grid import is_valuelike
from tuyentruyen_cli.extract.lexicon import Role, begins_other, key
from tuyentruyen_cli.extract.table import Table
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.sheet import Cell, CellKind, Sheet
from tuyentruyen_cli.vi.dates import format_date
from tuyentruyen_cli.vi.text import fold_plain

# Where a report's body begins: a numbered heading, a bullet, a sentence. Its prose names other units, weeks and places.
_BODY = re.compile(r"^\s*(?:(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[.)/]\s|[-+*•–]\s)")
_LONGEST_TITLE = 200
_LONGEST_PHRASE = 60
# A line inside the body that speaks of the table under it, or of the whole report.
_CAPTION = re.compile(r"^\(?(?:bieu|bang|phu luc|tong hop|don vi|ten don vi|tuan|thoi gian|ky bao cao|tu ngay)\b")

# So many figures beside a label are a row of a table, not a remark.
_FULL_ROW = 3
_NAMES_WEEK = re.compile(
    r"(?:(?:ket qua|so lieu|bao cao|bang|bieu|tong hop|thuc hien|tuyen truyen) )*(?:trong )?tuan (?:thu )?\d"
)
_LEADS_ON = re.compile(r"\W*(?:tu|den|tuan|ky|thoi gian|tuan bao cao|ky bao cao)(?: ngay| so| thu)? ?:?$")


class Line(NamedTuple):
    """A text and its address: that of its cell, or the file's alone for a line outside of tables."""

    text: str
    location: Location


class Surrounding(NamedTuple):
    """``titles`` may say whom and which week a table is about; ``remarks`` may hold what the unit wrote in words.

    ``own`` are the titles that stand over this very table.
    """

    titles: tuple[Line, ...]
    remarks: tuple[Line, ...]
    own: tuple[Line, ...]


def surrounding(sheets: Sequence[Sheet], tables: Sequence[Table], table: Table) -> Surrounding:
    """The lines around one of the tables of a file. Titles over the first table of its sheet, or its running text, hold too."""
    if table.grid.sheet.around is None:
        own = _of_cells(table.grid.sheet, table.titles)
        first = next(t for t in tables if t.grid.sheet is table.grid.sheet)
        above = own if table is first else (*own, *_of_cells(table.grid.sheet, first.titles))
        return Surrounding(above, _of_cells(table.grid.sheet, table.footers), own)
    own = _over(sheets, tables, table)
    titles = own if table is tables[0] else (*own, *_over(sheets, tables, tables[0]))
    return Surrounding(titles, _all_but(sheets, tables), own)


def row_labels(table: Table) -> Iterator[Line]:
    """The texts that name the rows of a table, where no column names their units."""
    if table.header.by_role(Role.UNIT):
        return
    columns = [c for c in table.label_columns if c.role is not Role.TITLE]
    places = ((row, c.index) for row in table.rows for c in columns if table.grid.at(row, c.index) is not None)
    yield from (Line(table.grid.text(*p), table.grid.locate(*p)) for p in places)


def titles_of(sheets: Sequence[Sheet]) -> tuple[tuple[Sheet, tuple[Line, ...]], ...]:
    """What may say whom a file without tables is about: all cells of each sheet, or the title lines of a running text."""
    if any(s.around is not None for s in sheets):
        return ((sheets[0], _title_lines(line for s in sheets for line in _flow(s))),)
    return tuple((s, _of_cells(s, s.cells)) for s in sheets)


def goes_on(sheets: Sequence[Sheet], tables: Sequence[Table], table: Table) -> Location | None:
    """Where the rows of a table in a running text seem to go on without its heading, or None.

    Whether they are its rows, nobody can tell; without them its sums may be too small.
    """
    sheet = table.grid.sheet
    if sheet.around is None:
        return _goes_on_elsewhere(sheets, tables, table)
    if table is not [t for t in tables if t.grid.sheet is sheet][-1]:
        return None
    following = next((s for s in sheets[_index(sheets, sheet) + 1 :] if s.cells), None)
    if following is None or any(t.grid.sheet is following for t in tables) or _width(following) != _width(sheet):
        return None
    measures = {c.index for c in table.header.measures}
    figures = [c for c in following.cells if c.column in measures and is_valuelike(c)]
    return following.locate(figures[0]) if len({c.column for c in figures}) * 2 >= len(measures) else None


def _goes_on_elsewhere(sheets: Sequence[Sheet], tables: Sequence[Table], table: Table) -> Location | None:
    """A row of a channel or topic that the tables of a workbook do not name, with figures, on a sheet that has no table."""
    if table is not tables[-1]:
        return None
    named = {key(t.grid.text(row, c.index)) for t in tables for row in t.rows for c in t.label_columns}
    bare = [s for s in sheets if not any(t.grid.sheet is s for t in tables)]
    for sheet in bare:
        rows: dict[int, list[Cell]] = {}
        for cell in sheet.cells:
            rows.setdefault(cell.row, []).append(cell)
        for row in rows.values():
            figures = [c for c in row if c.kind is not CellKind.TEXT and is_valuelike(c)]
            labels = [c.text for c in row if c.kind is CellKind.TEXT and table.lexicon.dimensions_of(c.text)]
            if len(figures) >= _FULL_ROW and any(key(label) not in named for label in labels):
                return sheet.locate(figures[0])
    return None


def _index(sheets: Sequence[Sheet], sheet: Sheet) -> int:
    return next(i for i, s in enumerate(sheets) if s is sheet)


def _width(sheet: Sheet) -> int:
    return max([*(c.column for c in sheet.cells), *(m.right for m in sheet.merges)], default=0)


def _of_cells(sheet: Sheet, cells: Iterable[Cell]) -> tuple[Line, ...]:
    cells = [c for c in cells if c.kind is not CellKind.BLANK and not c.merged_into]
    texts = [Line(c.text, sheet.locate(c)) for c in cells if c.kind is CellKind.TEXT]
    return (*texts, *_over_cells(sheet, cells))


def _over_cells(sheet: Sheet, cells: Iterable[Cell]) -> Iterator[Line]:
    """The rows whose text goes on in the next cells (Từ ngày: | 29/01/2021 | đến ngày: | 04/02/2021), each as one line."""
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    for row in rows.values():
        if len(row) > 1 and any(_LEADS_ON.match(fold_plain(c.text)) for c in row if c.kind is CellKind.TEXT):
            texts = (_shown(c).strip() for c in sorted(row, key=lambda c: c.column))
            yield Line(" ".join(texts), sheet.locate(row[0]))


def _shown(cell: Cell) -> str:
    return format_date(cell.raw.date()) if isinstance(cell.raw, dt.datetime) else cell.text


def _before(sheet: Sheet) -> Iterator[Line]:
    for text in sheet.around.preceding if sheet.around else ():
        yield Line(text, Location(sheet.file))


def _flow(sheet: Sheet) -> Iterator[Line]:
    """The lines before a table, of its cells, and after it."""
    yield from _before(sheet)
    for line in _of_cells(sheet, sheet.cells):
        yield from (Line(part.strip(), line.location) for part in line.text.split("\n") if part.strip())
    for text in sheet.around.following if sheet.around else ():
        yield Line(text, Location(sheet.file))


def _over(sheets: Sequence[Sheet], tables: Sequence[Table], table: Table) -> tuple[Line, ...]:
    """The title lines since the table of figures before this one."""
    sheet = table.grid.sheet
    own = _of_cells(sheet, table.titles)
    if table is not next(t for t in tables if t.grid.sheet is sheet):
        return own
    index = _index(sheets, sheet)
    before = [i for i, s in enumerate(sheets[:index]) if any(t.grid.sheet is s for t in tables)]
    between = [line for s in sheets[before[-1] + 1 if before else 0 : index] for line in _flow(s)]
    return (*_title_lines([*between, *_before(sheet)]), *_of_other_time(_before(sheet)), *own)


def _of_other_time(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The heading right over a table where it begins a part of the body that is not about the week (II. Kế hoạch tuần tới) or
    says of which it is (1. Kết quả tuần 4).
    """
    last = next(reversed(tuple(lines)), None)
    if last is None or len(last.text) > _LONGEST_TITLE:
        return ()
    named = len(last.text) <= _LONGEST_PHRASE and _NAMES_WEEK.match(key(last.text))
    return (last,) if named or begins_other(last.text, key(last.text)) else ()


def _all_but(sheets: Sequence[Sheet], tables: Sequence[Table]) -> tuple[Line, ...]:
    """All of a running text but its tables of figures."""
    lines: list[Line] = []
    for sheet in sheets:
        own = [t for t in tables if t.grid.sheet is sheet]
        if own:
            lines += [*_before(sheet), *(line for t in own for line in _of_cells(sheet, t.footers))]
            lines += [Line(text, Location(sheet.file)) for text in (sheet.around.following if sheet.around else ())]
        else:
            lines += _flow(sheet)
    return tuple(lines)


def _title_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines up to where the body begins, and the captions in it."""
    found: list[Line] = []
    in_body = False
    for line in lines:
        in_body = in_body or _begins_body(line.text)
        if not in_body or (_CAPTION.match(fold_plain(line.text)) and not _begins_body(line.text)):
            found.append(line)
    return tuple(found)


def _begins_body(text: str) -> bool:
    # A long line that leads over to the report (… báo cáo kết quả tuần 5 như sau:) still belongs to its head.
    sentence = len(text) > _LONGEST_PHRASE and text.endswith((".", ";", ","))
    long = len(text) > _LONGEST_TITLE and not text.endswith(":")
    return long or sentence or _BODY.match(text) is not None
