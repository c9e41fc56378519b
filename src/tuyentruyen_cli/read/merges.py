"""Merged ranges: which cells with a value lie under one."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tuyentruyen_cli.model.sheet import Cell, Merge
from tuyentruyen_cli.read.fault import unsafe
from tuyentruyen_cli.read.preflight import MAX_CELLS


def marked(cells: Sequence[Cell], merges: Sequence[Merge]) -> list[Cell]:
    """The cells, those covered by a merge marked with its top-left cell. Only rows that have cells cost anything."""
    rows = sorted({cell.row for cell in cells})
    by_row: dict[int, list[Merge]] = {}
    work = 0
    for merge in merges:
        covered = rows[bisect_left(rows, merge.top) : bisect_right(rows, merge.bottom)]
        work += len(covered)
        if work > MAX_CELLS:
            # Merges cannot overlap in Excel; a million tall ones that do are an attack.
            raise unsafe("too-many-cells")
        for row in covered:
            by_row.setdefault(row, []).append(merge)
    return [_marked(cell, by_row[cell.row]) if cell.row in by_row else cell for cell in cells]


def _marked(cell: Cell, merges: Sequence[Merge]) -> Cell:
    for merge in merges:
        if merge.left <= cell.column <= merge.right and (cell.row, cell.column) != (merge.top, merge.left):
            return cell._replace(merged_into=(merge.top, merge.left))
    return cell
