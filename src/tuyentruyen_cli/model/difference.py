"""Two versions of a unit's week, cell by cell."""

from typing import NamedTuple

from msgspec import Struct

from tuyentruyen_cli.model.location import column_letters
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.standing import Version


class CellPlace(NamedTuple):
    """A cell inside a file; row and column are 1-based."""

    part: str
    row: int
    column: int

    @property
    def cell(self) -> str:
        """``F9``."""
        return f"{column_letters(self.column)}{self.row}"


class SeenCell(NamedTuple):
    """A cell as typed, and what it was read as: the measure (None where it is no figure) and the number (None: refused)."""

    typed: str
    measure: str | None = None
    value: int | None = None


class CellDifference(Struct, frozen=True, array_like=True, gc=False):
    """A cell that is not the same in both versions; None where one has nothing there. ``place`` is that of the newer one."""

    place: CellPlace
    before: SeenCell | None
    now: SeenCell | None

    @property
    def measure(self) -> str | None:
        """The measure that the cell is a figure of, in either version."""
        return next((seen.measure for seen in (self.now, self.before) if seen and seen.measure), None)


class FigureDifference(Struct, frozen=True, array_like=True, gc=False):
    """A unit's figure by each version alone; None where that refuses or does not state it."""

    measure: str
    before: int | None
    now: int | None


class Difference(Struct, frozen=True, array_like=True, gc=False):
    """A unit's versions, and two of them side by side (None where there are no two).

    ``renamed`` are sheets that are taken for the same although their names differ.
    """

    unit: str
    name: str
    period: Period
    versions: tuple[Version, ...]
    before: Version | None = None
    now: Version | None = None
    cells: tuple[CellDifference, ...] = ()
    figures: tuple[FigureDifference, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
