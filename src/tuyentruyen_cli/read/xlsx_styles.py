"""Styles of a workbook: for each style of a cell its number format, what that makes of a number, and its font."""

from functools import lru_cache
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from tuyentruyen_cli.model.sheet import CellKind
from tuyentruyen_cli.read.markup import in_spreadsheet, names_in_spreadsheet, take, whole
from tuyentruyen_cli.read.number_format import built_in, kind_of_format
from tuyentruyen_cli.read.xlsx_strings import is_struck


class Style(NamedTuple):
    """How a cell is shown. ``kind`` None: what a number in it means is not settled. ``font`` is the font's name.

    ``struck``: what stands in it is struck out.
    """

    number_format: str
    kind: CellKind | None
    font: str
    struck: bool = False


_REMEMBERED: Final = 32
_LONGEST_REMEMBERED: Final = 1 << 16  # bytes
_FONT: Final = names_in_spreadsheet("font")
_NAME: Final = names_in_spreadsheet("name")
_XF: Final = names_in_spreadsheet("xf")
GENERAL: Final = Style("General", CellKind.NUMBER, "")
# A cell that names a style which the file does not have: whether its number is a date cannot be known.
MISSING: Final = Style("General", None, "")


def styles(content: bytes) -> tuple[Style, ...]:
    """The styles by the index that cells name them with."""
    return _remembered(content) if len(content) <= _LONGEST_REMEMBERED else _styles(content)


def _styles(content: bytes) -> tuple[Style, ...]:
    book = _StyleBook()
    handlers = {"numFmt": book.add_format, "fonts": book.add_fonts, "cellXfs": book.add_cell_formats}
    take(content, in_spreadsheet(handlers))
    return book.result()


# Whoever fills in one form sends its styles unchanged.
_remembered = lru_cache(maxsize=_REMEMBERED)(_styles)


class _StyleBook:
    """What has been met of the styles part. Fonts and formats inside ``dxfs`` belong to conditional formats, not to cells."""

    def __init__(self) -> None:
        self._formats: dict[int, str] = {}
        self._fonts: list[tuple[str, bool]] = []
        self._cell_formats: list[tuple[int, int]] = []

    def add_format(self, element: Element) -> None:
        # A numFmt in dxfs has an id of the same list, so the first that was met holds.
        self._formats.setdefault(whole(element.attrib, "numFmtId"), element.get("formatCode", "General"))

    def add_fonts(self, element: Element) -> None:
        if not self._fonts:
            self._fonts = [(_name(font), is_struck(font)) for font in element if font.tag in _FONT]

    def add_cell_formats(self, element: Element) -> None:
        self._cell_formats += (
            (int(style.get("numFmtId", "0")), int(style.get("fontId", "0"))) for style in element if style.tag in _XF
        )

    def result(self) -> tuple[Style, ...]:
        """Without any cell format the one that all cells have is General."""
        made = tuple(self._style(number, font) for number, font in self._cell_formats)
        return made or (GENERAL,)

    def _style(self, number: int, font: int) -> Style:
        code = self._formats.get(number) or built_in(number)
        name, struck = self._fonts[font] if 0 <= font < len(self._fonts) else ("", False)
        return Style(code, kind_of_format(code), name, struck)


def _name(font: Element) -> str:
    return next((part.get("val", "") for part in font if part.tag in _NAME), "")
