"""Reports that were signed and sent: their figures stay as they were, whatever the week comes to later."""

import datetime as dt
from typing import NamedTuple

from msgspec import Struct

from tuyentruyen_cli.model.comparison import Change, WeekFigures


class IssuedCell(NamedTuple):
    """A cell that a figure was made of, and what it gave. ``cell`` is ``C7``, empty for a figure that was entered by hand."""

    unit: str
    measure: str
    file: str
    part: str
    cell: str
    value: int


class Replaced(NamedTuple):
    """The report that another one replaces."""

    name: str
    date: dt.date


class Issue(Struct, frozen=True, array_like=True, gc=False):
    """A report that was issued: ``number`` ``05`` with ``symbol`` ``BC-VHTT``, the day it bears, the figures in it.

    ``document`` is its path from the campaign's folder, ``sha256`` the hash of it as issued; it carries ``log_line`` and
    ``log_hash``, the last line of the log at that time.
    """

    period: str
    number: str
    symbol: str
    date: dt.date
    at: dt.datetime
    document: str
    sha256: str
    log_line: int
    log_hash: str
    figures: WeekFigures
    totals: tuple[tuple[str, int | None], ...]
    cells: tuple[IssuedCell, ...] = ()
    replaces: Replaced | None = None

    @property
    def name(self) -> str:
        """``05/BC-VHTT``."""
        return f"{self.number}/{self.symbol}"


class Moved(NamedTuple):
    """A figure of one unit (None: all units) that is another one than was issued."""

    measure: str
    unit: str | None
    change: Change


class PartMoved(NamedTuple):
    """A total of one category of a dimension that is another one than was issued. ``title`` is the category's."""

    dimension: str
    category: str
    title: str
    measure: str
    change: Change


class CellMoved(NamedTuple):
    """A cell of a unit that is another one than when the report was issued. None: there was no such cell, or is none now."""

    unit: str
    measure: str
    issued: IssuedCell | None
    current: IssuedCell | None


class Beside(Struct, frozen=True, array_like=True, gc=False):
    """An issued report beside what its week comes to now: all totals; figures of units, of categories, and cells that moved.

    ``remembered`` is false where the week's current figures are not known; then nothing is said to have moved.
    ``covered`` is by measure how many units were in the total when it was issued and are now, ``expected`` of how many.
    """

    issue: Issue
    remembered: bool
    totals: tuple[Moved, ...] = ()
    units: tuple[Moved, ...] = ()
    cells: tuple[CellMoved, ...] = ()
    parts: tuple[PartMoved, ...] = ()
    covered: tuple[tuple[str, int, int], ...] = ()
    expected: tuple[int | None, int | None] = (None, None)

    @property
    def moved(self) -> bool:
        """Whether any figure is another one than was issued."""
        return bool(self.units or self.parts) or any(t.change.current != t.change.other for t in self.totals)
