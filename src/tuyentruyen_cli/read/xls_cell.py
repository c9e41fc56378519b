"""From what xlrd says of a cell to a Cell, by the styles and fonts of its workbook."""

from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

import xlrd

from tuyentruyen_cli.model.sheet import Cell, CellKind
from tuyentruyen_cli.read.cell_content import Content, exact, of_number, of_text, struck_out, unknown
from tuyentruyen_cli.read.number_format import built_in, kind_of_format
from tuyentruyen_cli.read.xls_records import Formulas
from tuyentruyen_cli.read.xlsx_strings import RichText, Run
from tuyentruyen_cli.read.xlsx_styles import Style

_EMPTY: Final = frozenset({xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK})
_NUMBERS: Final = frozenset({xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE})


class XlsCells:
    """Makes the cells of one workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._style = lru_cache(maxsize=None)(self._style_of)

    def make(self, sheet: Any, row: int, column: int, formulas: Formulas) -> Cell | None:
        """The cell at a place counted from 0, or None for one that holds nothing."""
        kind = sheet.cell_type(row, column)
        if kind in _EMPTY:
            return None
        place = (row + 1, column + 1)
        style = self._style(sheet.cell_xf_index(row, column))
        content = self._content(sheet, row, column, style)
        if style.struck:
            content = struck_out(content)
        if place in formulas.uncached:
            content = Content(CellKind.BLANK, None, "", "uncached-formula")
        if content.raw == "" and place not in formulas.places:
            return None
        return Cell(
            *place,
            content.kind,
            content.raw,
            content.text,
            number_format=style.number_format,
            problem=content.problem,
            font=content.font,
            cleaned=content.cleaned,
        )

    def _content(self, sheet: Any, row: int, column: int, style: Style) -> Content:
        kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
        if kind in _NUMBERS:
            number = exact(value)
            return unknown(repr(value)) if number is None else of_number(number, style.kind, bool(self._book.datemode))
        if kind == xlrd.XL_CELL_TEXT:
            return of_text(self._runs(value, sheet.rich_text_runlist_map.get((row, column), ())), style.font)
        if kind == xlrd.XL_CELL_BOOLEAN:
            return Content(CellKind.BOOLEAN, bool(value), "TRUE" if value else "FALSE")
        error = xlrd.error_text_from_code.get(value, "#?")
        return Content(CellKind.ERROR, error, error, "error-cell")

    def _runs(self, text: str, starts: Any) -> RichText:
        """The text in pieces of one font. ``starts`` are (offset, font), offsets in UTF-16; before the first is the cell's."""
        if not starts:
            return text
        units = text.encode("utf-16-le", "surrogatepass")
        fonts = [(0, None), *((offset * 2, self._book.font_list[font]) for offset, font in starts), (len(units), None)]
        pieces = ((units[start:end], font) for (start, font), (end, _) in pairwise(fonts))
        return tuple(_run(piece.decode("utf-16-le", "replace"), font) for piece, font in pieces if piece)

    def _style_of(self, index: int) -> Style:
        xf = self._book.xf_list[index]
        code = self._book.format_map[xf.format_key].format_str if xf.format_key in self._book.format_map else ""
        code = code or built_in(xf.format_key)
        font = self._book.font_list[xf.font_index]
        return Style(code, kind_of_format(code), str(font.name), bool(font.struck_out))


def _run(text: str, font: Any) -> Run:
    """A piece of a text; without a font of its own it is in the cell's."""
    return Run(text, "") if font is None else Run(text, str(font.name), bool(font.escapement), bool(font.struck_out))
