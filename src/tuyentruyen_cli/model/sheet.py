"""What a reader returns: cells with their addresses, before anything is understood."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location


class CellKind(StrEnum):
    """What the file says a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"  # raw is a datetime: the number format has a day, month or year
    DURATION = "duration"  # raw is a timedelta: the number format has only hours, minutes, seconds
    ERROR = "error"  # raw is the text, such as #REF!
    BLANK = "blank"  # no value, but something to say: a formula without a value, a refused content


Raw: TypeAlias = str | int | float | bool | dt.datetime | dt.timedelta | None


class Cell(NamedTuple):
    """One cell with something in it. A named tuple, because a week's folder of a nation has millions.

    ``raw`` is the value as the file holds it. ``text`` is a text cell decoded from a legacy font and cleaned of what no
    output can hold, otherwise the value as a person would read it (empty for blanks). ``number_format`` is the
    format code (``[h]:mm``). ``problem`` is the rule that refuses any figure here (``error-cell``, ``uncached-formula``,
    ``readings-differ``, ``tracked-changes``, ``hidden-text``, ``unknown-content``). ``hidden`` holds for a hidden row or
    column. ``merged_into`` is the (row, column) of the top-left cell of the merge that covers this one.
    ``font`` is the legacy encoding that the text was decoded from (``tcvn3``, ``vni``); ``cleaned`` names what was removed.
    """

    row: int
    column: int
    kind: CellKind
    raw: Raw
    text: str
    number_format: str = "General"
    formula: str = ""
    problem: str = ""
    hidden: bool = False
    merged_into: tuple[int, int] | None = None
    font: str = ""
    cleaned: tuple[str, ...] = ()


class Merge(NamedTuple):
    """A merged range, 1-based and inclusive."""

    top: int
    left: int
    bottom: int
    right: int


class Around(NamedTuple):
    """The lines of a running text that stand before a table of it (since the table before) and, for the last one, after it."""

    preceding: tuple[str, ...] = ()
    following: tuple[str, ...] = ()


class Sheet(Struct, frozen=True, array_like=True, gc=False):
    """One sheet or table: cells in row order, each row by column. ``part`` as in ``Location``.

    ``around`` is None for the sheets of a workbook, which speak each for itself. The tables of a running text follow each
    other, and one without figures may carry the title of the next.
    """

    file: str
    part: str
    cells: tuple[Cell, ...]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    around: Around | None = None

    def locate(self, cell: Cell) -> Location:
        """The address of a cell of this sheet."""
        return Location(self.file, self.part, cell.row, cell.column)


class Reading(Struct, frozen=True, array_like=True, gc=False):
    """A file as read: its sheets, or the findings that say why there are none.

    ``content`` is the kind of file by content (``xlsx``, ``pdf``, ``unknown`` …). ``metadata`` are name and value of hidden
    identification that a form carries. ``sha256`` is of the bytes that were read.
    """

    file: str
    sha256: str
    size: int
    content: str
    sheets: tuple[Sheet, ...] = ()
    findings: tuple[Finding, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
