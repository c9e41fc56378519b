"""How the figures of a file were come by: what was taken for what, with addresses, and what was set aside and why."""

from typing import NamedTuple

from tuyentruyen_cli.model.location import Location


class SeenColumn(NamedTuple):
    """A column of a table: its heading, and the role and id that it was taken for (empty when for nothing)."""

    location: Location
    heading: str
    role: str
    id: str


class SeenRow(NamedTuple):
    """A row (or, in a table on its side, a column) of a table: its first cell, its label, and what it was taken for."""

    location: Location
    label: str
    kind: str


class SeenTable(NamedTuple):
    """A table: what it was used for, how well its heading was understood, and how many cells under it look like figures."""

    location: Location
    use: str
    turned: bool
    score: int
    support: int
    columns: tuple[SeenColumn, ...]
    rows: tuple[SeenRow, ...]
    week: str


class SeenCell(NamedTuple):
    """A cell and what became of it: ``used``, ``set-aside`` or ``refused``, and the reason."""

    location: Location
    typed: str
    fate: str
    reason: str


class Inspection(NamedTuple):
    """A file as it was understood. ``evidence`` are place, words and the units that they name."""

    file: str
    content: str
    evidence: tuple[tuple[Location, str, tuple[str, ...]], ...]
    tables: tuple[SeenTable, ...]
    cells: tuple[SeenCell, ...]
