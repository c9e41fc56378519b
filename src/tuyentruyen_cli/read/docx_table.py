"""One Word table while its rows are met: grid columns, merges, and rows that do not fit the grid."""

from collections import Counter
from typing import Final, NamedTuple

from msgspec import Struct, field

from tuyentruyen_cli.model.sheet import Cell, Merge
from tuyentruyen_cli.read.docx_markup import attribute, count, is_on
from tuyentruyen_cli.read.docx_text import Place
from tuyentruyen_cli.read.fault import unreadable
from tuyentruyen_cli.read.markup import Attributes
from tuyentruyen_cli.read.merges import marked
from tuyentruyen_cli.read.preflight import MAX_COLUMN

CONTINUE: Final = "continue"


class TableContent(NamedTuple):
    """A table as read. ``preceding`` are the lines outside of any table since the one before."""

    number: int
    preceding: tuple[str, ...]
    cells: tuple[Cell, ...]
    merges: tuple[Merge, ...]


class _Slot(Struct):
    """A cell's place in its row. ``down`` and ``across`` are how it takes part in merges: restart, continue or empty."""

    left: int
    span: int = 1
    down: str = ""
    across: str = ""
    cell: Cell | None = None


class _Row(Struct):
    """A row that is not finished. ``width`` counts the grid columns taken so far, ``after`` those left out behind its cells."""

    width: int = 0
    after: int = 0
    tracked: bool = False
    hidden: bool = False
    slots: list[_Slot] = field(default_factory=list)


class WordTable:
    """A table. ``number`` counts all tables of the document from 1; ``style`` is the id of its style.

    ``unknown`` refuses every cell: a row may be missing.
    """

    def __init__(self, number: int, preceding: tuple[str, ...]) -> None:
        self._number = number
        self._preceding = preceding
        self.style = ""
        self.unknown = False
        self.row = 0
        self._current: _Row | None = None
        self._slot: _Slot | None = None
        self._cells: list[Cell] = []
        self._regions: list[list[int]] = []
        self._open: dict[int, list[int]] = {}
        self._widths: dict[int, int] = {}

    @property
    def in_cell(self) -> bool:
        """Whether a cell is open."""
        return self._slot is not None

    def start_row(self) -> None:
        """Begin the next row."""
        if self._current is not None:
            raise unreadable("damaged")
        self.row += 1
        self._current = _Row()

    def meet_row_property(self, local: str, attributes: Attributes) -> None:
        """What a row says of itself: grid columns left out at its ends, and whether it is hidden."""
        row = self._in_row()
        if local == "gridBefore":
            row.width += count(attributes, 0)
        elif local == "gridAfter":
            row.after += count(attributes, 0)
        elif local == "hidden":
            row.hidden = is_on(attributes)

    def mark_tracked(self) -> None:
        """The whole row is a tracked change."""
        self._in_row().tracked = True

    def start_cell(self) -> None:
        """Begin the next cell of the row."""
        row = self._in_row()
        if self._slot is not None:
            raise unreadable("damaged")
        self._slot = _Slot(row.width + 1)

    def meet_cell_property(self, local: str, attributes: Attributes) -> None:
        """What a cell says of its shape. A merge whose kind is not said goes on (ECMA-376, vMerge and hMerge)."""
        slot = self._in_slot()
        if local == "gridSpan":
            slot.span = count(attributes, 1)
        elif local == "vMerge":
            slot.down = attribute(attributes) or CONTINUE
        elif local == "hMerge":
            slot.across = attribute(attributes) or CONTINUE

    def end_cell(self, place: Place) -> None:
        """Finish the cell with its text."""
        row, slot = self._in_row(), self._in_slot()
        row.width += slot.span
        if row.width > MAX_COLUMN:
            raise unreadable("damaged")
        place.tracked |= row.tracked
        slot.cell = place.cell(self.row, slot.left)
        row.slots.append(slot)
        self._slot = None

    def end_row(self) -> None:
        """Finish the row: what it merges with the row above, and whether it is hidden."""
        row = self._in_row()
        self._current = None
        if row.slots:
            self._widths[self.row] = row.width + row.after
        still_open: dict[int, list[int]] = {}
        region: list[int] | None = None
        for slot in row.slots:
            right = slot.left + slot.span - 1
            if slot.across == CONTINUE and region is not None:
                region[3] = right
                continue
            region = self._open.get(slot.left) if slot.down == CONTINUE else None
            if region is None or region[3] != right:
                region = [self.row, slot.left, self.row, right]
                self._regions.append(region)
            region[2] = self.row
            if slot.down:
                still_open[slot.left] = region
        self._open = still_open
        self._cells += [slot.cell._replace(hidden=row.hidden) for slot in row.slots if slot.cell is not None]

    def content(self) -> TableContent:
        """The cells in order, those under a merge marked.

        A row that takes more or fewer grid columns than most has its figures under other headings than a reader sees.
        """
        merges = tuple(Merge(*region) for region in self._regions if region[0] < region[2] or region[1] < region[3])
        usual = self._usual_width()
        cells = [
            cell._replace(problem="unknown-content")
            if not cell.problem and (self.unknown or self._widths[cell.row] != usual)
            else cell
            for cell in self._cells
        ]
        return TableContent(self._number, self._preceding, tuple(marked(cells, merges)), merges)

    def _usual_width(self) -> int:
        widths = Counter(self._widths.values())
        return max(widths, key=lambda width: (widths[width], width), default=0)

    def _in_row(self) -> _Row:
        if self._current is None:
            raise unreadable("damaged")
        return self._current

    def _in_slot(self) -> _Slot:
        if self._slot is None:
            raise unreadable("damaged")
        return self._slot
