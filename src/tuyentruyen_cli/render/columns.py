"""The widths of the columns of a table of figures, however many measures a campaign has."""

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from tuyentruyen_cli.render.metrics import text_width
from tuyentruyen_cli.render.ooxml import TWIPS, is_on, number, text, values, w

TABLE_STYLE = "BangSoLieu"
DEFAULT_SIZE = 14.0
SMALLEST = 16  # half points
LONGEST_WORD = 1500  # twips; what is longer, such as the name of a file, may be broken

_CELL, _PARAGRAPH, _SIZE, _BOLD, _VALUE = (w(name) for name in ("tc", "p", "sz", "b", "val"))
_PROPERTIES, _WIDTH = w("tcPr"), w("tcW")
_SPAN = f"{w('tcPr')}/{w('gridSpan')}"
_RUN_SIZE = f".//{w('r')}/{w('rPr')}/{w('sz')}"

Rows: TypeAlias = list[list[tuple[int, int, etree._Element]]]  # noqa: SLF001 - lxml names its type so


def lay_out(table: etree._Element, room: int) -> None:
    """Give each column of a table of figures its share of the table's width, none less than its longest word needs."""
    rows = [list(_cells(row)) for row in table.iterchildren(w("tr"))]
    count = max((column + span for row in rows for column, span, _ in row), default=0)
    if not count or values(table, "./w:tblPr/w:tblStyle/@w:val") != [TABLE_STYLE]:
        return
    margin = _margin(table)
    width = min(number(table, "./w:tblPr/w:tblW[@w:type='dxa']/@w:w", room), room)
    least = _least(rows, count, margin)
    while sum(least) > width and _smaller(table):
        least = _least(rows, count, margin)
    asked = [0] * count
    for column, span, cell in (found for row in rows for found in row):
        if span == 1:
            asked[column] = asked[column] or number(cell, "./w:tcPr/w:tcW/@w:w", 0)
    _set_widths(table, rows, shares(asked, least, width))


def least_width(table: etree._Element) -> int:
    """The width in twips that a table of figures needs at its own size; 0 for any other table."""
    rows = [list(_cells(row)) for row in table.iterchildren(w("tr"))]
    count = max((column + span for row in rows for column, span, _ in row), default=0)
    if not count or values(table, "./w:tblPr/w:tblStyle/@w:val") != [TABLE_STYLE]:
        return 0
    return sum(_least(rows, count, _margin(table)))


def _margin(table: etree._Element) -> int:
    return sum(number(table, f"./w:tblPr/w:tblCellMar/w:{side}/@w:w", 108) for side in ("left", "right"))


def _least(rows: Rows, count: int, margin: int) -> list[int]:
    """The width that each column needs for its longest word."""
    least = [0] * count
    longest = _Longest()
    for column, span, cell in (found for row in rows for found in row):
        if span == 1:
            needed = round(longest.word(cell) * TWIPS) + margin + TWIPS
            least[column] = max(least[column], min(needed, LONGEST_WORD))
    return least


def _smaller(table: etree._Element) -> bool:
    """Set a table that is too wide half a point smaller: a figure broken over two lines is worse. False at the smallest."""
    sizes = [size for kind in ("sz", "szCs") for size in table.iter(w(kind))]
    if min((int(size.get(w("val"), "24")) for size in sizes), default=0) <= SMALLEST:
        return False
    for size in sizes:
        size.set(w("val"), str(int(size.get(w("val"), "24")) - 1))
    return True


def _set_widths(table: etree._Element, rows: Rows, widths: list[int]) -> None:
    grid = table.find(w("tblGrid"))
    if grid is not None:
        for old in list(grid):
            grid.remove(old)
        for width in widths:
            etree.SubElement(grid, w("gridCol")).set(w("w"), str(width))
    for column, span, cell in (found for row in rows for found in row):
        _set_width(cell, sum(widths[column : column + span]))


def _cells(row: etree._Element) -> Iterator[tuple[int, int, etree._Element]]:
    """Each cell of a row with its first column and the columns that it spans."""
    column = 0
    for cell in row.iterchildren(_CELL):
        spanned = cell.find(_SPAN)
        span = 1 if spanned is None else int(float(spanned.get(_VALUE, "1")))
        yield column, span, cell
        column += span


def _set_width(cell: etree._Element, width: int) -> None:
    """Set a cell's width; it stands first among the cell's properties, where the format wants it."""
    properties = cell.find(_PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        cell.insert(0, properties)
    first = properties[0] if len(properties) else None
    if first is None or first.tag != _WIDTH:
        for old in properties.findall(_WIDTH):
            properties.remove(old)
        first = etree.Element(_WIDTH)
        properties.insert(0, first)
    first.set(w("w"), str(width))
    first.set(w("type"), "dxa")


def shares(asked: list[int], least: list[int], width: int) -> list[int]:
    """Widths that sum to ``width``: in proportion to what was asked, but at least what is needed where that is possible."""
    if sum(least) >= width:
        asked, least = least, [0] * len(least)
    fixed: dict[int, int] = {}
    while True:
        rest = width - sum(fixed.values())
        open_sum = sum(a for i, a in enumerate(asked) if i not in fixed) or 1
        found = [fixed.get(i, a * rest // open_sum) for i, a in enumerate(asked)]
        narrow = {i: least[i] for i in range(len(asked)) if i not in fixed and found[i] < least[i]}
        if not narrow:
            break
        fixed.update(narrow)
    widest = max(range(len(found)), key=lambda i: found[i])
    found[widest] += width - sum(found)
    return found


class _Longest:
    """How wide the widest words of cells are: a nation's table has tens of thousands, and many say the same."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, bool], float] = {}

    def word(self, cell: etree._Element) -> float:
        """The width in points of the widest word in a cell: of figures with their sign, which must not be broken."""
        sizes = {size.get(_VALUE, "") for size in cell.iter(_SIZE)}
        bold = any(is_on(b) for b in cell.iter(_BOLD))
        size = next(iter(sizes)) if len(sizes) == 1 else _greatest(cell)
        return max((self._widest(text(p), size, bold) for p in cell.iter(_PARAGRAPH)), default=0.0)

    def _widest(self, words: str, size: str, bold: bool) -> float:
        key = (words, size, bold)
        if key not in self._known:
            points = int(size) / 2 if size else DEFAULT_SIZE
            self._known[key] = max((text_width(word, points, bold=bold) for word in words.split(" ")), default=0.0)
        return self._known[key]


def _greatest(cell: etree._Element) -> str:
    """The greatest size of a cell's runs; empty where none has one."""
    return max((run.get(_VALUE, "") for run in cell.iterfind(_RUN_SIZE)), key=lambda size: int(size or 0), default="")
