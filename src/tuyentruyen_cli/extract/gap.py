"""Why a stated total may differ from its rows: a formula that goes over other cells, or one row left out or counted twice."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.figures import Figures
from tuyentruyen_cli.extract.rows import Row
from tuyentruyen_cli.model.location import Location, column_number
from tuyentruyen_cli.vi.regex import regex

SHORT, WIDE, LEFT_OUT, TWICE = "short-range", "wide-range", "left-out", "twice"
_SHOWN = 4
# More than any form has; a range over whole columns is no list of rows.
_MOST_CELLS = 2_000
# OpenDocument writes [.F7:.F9] and ``;`` where Excel writes F7:F9 and ``,``.
_MARKS = regex(r"[\[\]$\s]|(?<=[\[:])\.")
_RANGE = r"[A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?"
_SUM = regex(rf"(?:SUM\(|SUBTOTAL\(10?9[,;])?\+?({_RANGE}(?:[,;+]{_RANGE})*)\)?")
_REFERENCE = regex(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")

Place: TypeAlias = tuple[int, int]
"""Row and column, both 1-based."""


class Gap(NamedTuple):
    """What explains a gap, empty when nothing does.

    ``cells`` are the addresses of what lacks or is too much; ``formula`` is shown where the formula is to blame.
    """

    reason: str = ""
    cells: str = ""
    formula: str = ""


class _Stated(NamedTuple):
    """A figure and its cell."""

    place: Location
    value: int


def explain(figures: Figures, column: Column, total: Row, rows: Sequence[Row], gap: int) -> Gap:
    """What explains that a total is more (or less) by ``gap`` than ``rows``, whose figures can all be read."""
    parts = list(_stated(figures, column, rows))
    cell = figures.grid.at(total.row, column.index)
    formula = cell.formula if cell is not None and cell.formula else ""
    covered = _covered(formula)
    if covered:
        others = [r for r in figures.rows if r not in rows and r is not total]
        found = _by_formula(parts, list(_stated(figures, column, others)), covered, gap)
        if found.reason:
            return found._replace(formula=f"={_MARKS.sub('', formula)}")
    single = [p for p in parts if p.value == abs(gap)]
    if gap and len(single) == 1:
        return Gap(LEFT_OUT if gap < 0 else TWICE, single[0].place.cell or "")
    return Gap()


def _stated(figures: Figures, column: Column, rows: Sequence[Row]) -> Iterator[_Stated]:
    for row in rows:
        read = figures.read(row.row, column.index)
        if read is not None and read.value.value:
            yield _Stated(read.value.source, read.value.value)


def _by_formula(parts: list[_Stated], others: list[_Stated], covered: set[Place], gap: int) -> Gap:
    """Whether the cells that a formula goes over are the reason: it leaves rows out, or takes a sub-total with its rows."""
    lacking = [p for p in parts if (p.place.row, p.place.column) not in covered]
    extra = [o for o in others if (o.place.row, o.place.column) in covered]
    if lacking and not extra and sum(p.value for p in lacking) == -gap:
        return Gap(SHORT, _addresses(lacking))
    if extra and not lacking and sum(o.value for o in extra) == gap:
        return Gap(WIDE, _addresses(extra))
    return Gap()


def _covered(formula: str) -> set[Place]:
    """The cells that a formula adds up; none when it does anything else."""
    match = _SUM.fullmatch(_MARKS.sub("", formula).upper())
    if match is None:
        return set()
    places: set[Place] = set()
    for left, top, right, bottom in _REFERENCE.findall(match[1]):
        rows = range(int(top), int(bottom or top) + 1)
        columns = range(column_number(left), column_number(right or left) + 1)
        if len(rows) * len(columns) > _MOST_CELLS:
            return set()
        places.update((r, c) for r in rows for c in columns)
    return places


def _addresses(cells: list[_Stated]) -> str:
    named = [c.place.cell or "" for c in cells]
    return ", ".join(named[:_SHOWN]) + (", …" if len(named) > _SHOWN else "")
