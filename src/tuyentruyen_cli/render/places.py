"""Where a finding stands, named as the program that shows the file names it: ``'Tuần 5'!F11``, ``bảng 2, ô E2``, ``D7:D19``."""

import re
from collections.abc import Iterable

from tuyentruyen_cli.model.location import Location, column_letters
from tuyentruyen_cli.texts import say

_TABLE = "table "  # how a table of a Word document is named; see ``Location``
_PLAIN = re.compile(r"[^\W\d]\w*(?:\.\w+)*")
_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*")


def address(location: Location, lang: str) -> str:
    """The sheet and cell, or the table and its cell; empty for a whole file."""
    if location.part.startswith(_TABLE):
        table = location.part.removeprefix(_TABLE)
        known = say("findings.table", lang, table=table)
        return say("findings.table-cell", lang, table=known, cell=location.cell) if location.cell else known
    if not location.cell:
        return location.part
    return f"{_sheet(location.part)}!{location.cell}" if location.part else location.cell


def _sheet(name: str) -> str:
    """A sheet's name as Excel writes it before a cell."""
    if _PLAIN.fullmatch(name) and not _LIKE_A_CELL.fullmatch(name):
        return name
    return "'" + name.replace("'", "''") + "'"


def cells(locations: Iterable[Location], most: int | None = None) -> str:
    """The cells of one part as a spreadsheet names them: ``D7:D19, F8``; the first ``most`` blocks, then an ellipsis.

    Places without a cell are left out.
    """
    columns: dict[int, list[int]] = {}
    for place in sorted(set(locations), key=lambda p: (p.column or 0, p.row or 0)):
        if place.row is not None and place.column is not None:
            columns.setdefault(place.column, []).append(place.row)
    blocks: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for column, rows in columns.items():
        for run in _runs(rows):
            widths = blocks.setdefault(run, [])
            if widths and widths[-1][1] == column - 1:
                widths[-1] = (widths[-1][0], column)
            else:
                widths.append((column, column))
    found = sorted((left, top, right, bottom) for (top, bottom), widths in blocks.items() for left, right in widths)
    return ", ".join([*(_block(*corners) for corners in found[:most]), *(["…"] if len(found[:most]) < len(found) else [])])


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """The runs of neighbouring numbers in a sorted list."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _block(left: int, top: int, right: int, bottom: int) -> str:
    first, last = f"{column_letters(left)}{top}", f"{column_letters(right)}{bottom}"
    return first if first == last else f"{first}:{last}"
