"""Styles of a workbook: for each style of a cell its number format, what that makes of a number, and its font."""

from typing import Final, NamedTuple

from tuyentruyen_cli.model.sheet import CellKind
from tuyentruyen_cli.read.markup import Attributes, in_spreadsheet, walk, whole
from tuyentruyen_cli.read.number_format import built_in, kind_of_format


class Style(NamedTuple):
    """How a cell is shown. ``kind`` None: what a number in it means is not settled. ``font`` is the font's name.

    ``struck``: what stands in it is struck out.
    """

    number_format: str
    kind: CellKind | None
    font: str
    struck: bool = False


GENERAL: Final = Style("General", CellKind.NUMBER, "")
# A cell that names a style which the file does not have: whether its number is a date cannot be known.
MISSING: Final = Style("General", None, "")


def styles(content: bytes) -> tuple[Style, ...]:
    """The styles by the index that cells name them with."""
    book = _StyleBook()
    starts = {
        "numFmt": book.add_format,
        "font": book.start_font,
        "name": book.name_font,
        "strike": book.strike_font,
        "cellXfs": book.start_cell_formats,
        "xf": book.add_cell_format,
    }
    ends = {"fonts": book.end_fonts, "cellXfs": book.end_cell_formats}
    walk(content, in_spreadsheet(starts), in_spreadsheet(ends))
    return book.result()


class _StyleBook:
    """What has been met of the styles part. Fonts and formats inside ``dxfs`` belong to conditional formats, not to cells."""

    def __init__(self) -> None:
        self._formats: dict[int, str] = {}
        self._fonts: list[str] = []
        self._struck: set[int] = set()
        self._cell_formats: list[tuple[int, int]] = []
        self._fonts_over = False
        self._in_cell_formats = False

    def add_format(self, attributes: Attributes) -> None:
        # A numFmt in dxfs has an id of the same list, so the first that was met holds.
        self._formats.setdefault(whole(attributes, "numFmtId"), attributes.get("formatCode", "General"))

    def start_font(self, _: Attributes) -> None:
        if not self._fonts_over:
            self._fonts.append("")

    def name_font(self, attributes: Attributes) -> None:
        if not self._fonts_over and self._fonts:
            self._fonts[-1] = attributes.get("val", "")

    def strike_font(self, attributes: Attributes) -> None:
        if not self._fonts_over and attributes.get("val", "1") not in {"0", "false"}:
            self._struck.add(len(self._fonts) - 1)

    def end_fonts(self) -> None:
        self._fonts_over = True

    def start_cell_formats(self, _: Attributes) -> None:
        self._in_cell_formats = True

    def end_cell_formats(self) -> None:
        self._in_cell_formats = False

    def add_cell_format(self, attributes: Attributes) -> None:
        if self._in_cell_formats:
            self._cell_formats.append((int(attributes.get("numFmtId", "0")), int(attributes.get("fontId", "0"))))

    def result(self) -> tuple[Style, ...]:
        """Without any cell format the one that all cells have is General."""
        made = tuple(self._style(number, font) for number, font in self._cell_formats)
        return made or (GENERAL,)

    def _style(self, number: int, font: int) -> Style:
        code = self._formats.get(number) or built_in(number)
        name = self._fonts[font] if 0 <= font < len(self._fonts) else ""
        return Style(code, kind_of_format(code), name, font in self._struck)
