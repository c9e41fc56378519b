"""Reads a finished workbook back, with another library than wrote it: every figure must be the number in its cell."""

import io
from collections.abc import Iterable

import python_calamine

from tuyentruyen_cli.render.faults import NotInDocument
from tuyentruyen_cli.render.workbook.book import SECONDS_OF_MINUTE, Placed, cell_name

NOISE = 1e-6


def read_back(workbook: bytes, placed: Iterable[Placed]) -> None:
    """Raises ``NotInDocument`` naming the first cell that does not hold its figure."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    for figure in placed:
        rows = sheets.get(figure.sheet, [])
        found = rows[figure.row][figure.column] if figure.row < len(rows) and figure.column < len(rows[figure.row]) else None
        scale = SECONDS_OF_MINUTE if figure.duration else 1
        if isinstance(found, bool) or not isinstance(found, int | float) or abs(found * scale - figure.value) > NOISE:
            place = f"{figure.sheet}!{cell_name(figure.row, figure.column)}: {figure.value}"
            raise NotInDocument("render.not-in-document", what=place)
