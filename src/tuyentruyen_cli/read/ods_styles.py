"""Styles of an OpenDocument spreadsheet: the number format and font of cells and spans, and what is not shown."""

import re
from typing import Final

from tuyentruyen_cli.read.markup import Attributes, parser, run
from tuyentruyen_cli.read.number_format import kind_of_format
from tuyentruyen_cli.read.ods_format import STYLES, FormatBuilder
from tuyentruyen_cli.read.ods_names import FO, OFFICE, STYLE, SVG, TABLE
from tuyentruyen_cli.read.xlsx_strings import Run
from tuyentruyen_cli.read.xlsx_styles import Style

_ZERO_LENGTH: Final = re.compile(r"0*\.?0*[a-z%]*", re.IGNORECASE)
_NOT_OF_CELLS: Final = frozenset({OFFICE + "automatic-styles", OFFICE + "master-styles"})
# Styles inherit from one another; a longer chain is a circle.
_LONGEST_CHAIN: Final = 50


class OdsStyles:
    """What has been met of the styles. ``start``, ``text`` and ``end`` take the parser's events where there are styles."""

    def __init__(self) -> None:
        self.hidden_tables: set[str] = set()
        self.flat: set[tuple[str, str]] = set()  # family and name of rows and columns without height or width
        self._faces: dict[str, str] = {}
        self._parents: dict[tuple[str, str], str] = {}
        self._fonts: dict[str, dict[str, str]] = {}
        self._switches: dict[tuple[str, str], dict[str, str]] = {}  # by family and what they switch on
        self._formats: dict[str, str] = {}
        self._codes: dict[str, FormatBuilder] = {}
        self._open: FormatBuilder | None = None
        self._current = ("", "")
        self._cells: dict[str, Style] = {}

    def read(self, content: bytes) -> None:
        """Takes the named styles of the part ``styles.xml``; its automatic ones are those of headers and footers."""
        made = parser()
        skipping = False

        def start(name: str, attributes: Attributes) -> None:
            nonlocal skipping
            skipping = skipping or name in _NOT_OF_CELLS
            if not skipping:
                self.start(name, attributes)

        def end(name: str) -> None:
            nonlocal skipping
            self.end(name)
            skipping = skipping and name not in _NOT_OF_CELLS

        made.StartElementHandler, made.EndElementHandler, made.CharacterDataHandler = start, end, self.text
        run(made, content)

    def start(self, name: str, attributes: Attributes) -> None:
        """The start of an element."""
        if self._open is not None:
            self._open.start(name, attributes)
        elif name in STYLES:
            self._open = self._codes[attributes.get(STYLE + "name", "")] = FormatBuilder(name, attributes)
        elif name == STYLE + "font-face":
            self._faces[attributes.get(STYLE + "name", "")] = attributes.get(SVG + "font-family", "")
        elif name in {STYLE + "style", STYLE + "default-style"}:
            self._start_style(attributes)
        elif name == STYLE + "text-properties":
            self._text_properties(attributes)
        elif name == STYLE + "table-properties" and attributes.get(TABLE + "display") == "false":
            self.hidden_tables.add(self._current[1])
        elif name in {STYLE + "table-row-properties", STYLE + "table-column-properties"}:
            length = attributes.get(STYLE + "row-height") or attributes.get(STYLE + "column-width")
            if length and _ZERO_LENGTH.fullmatch(length):
                self.flat.add(self._current)

    def text(self, data: str) -> None:
        """Text between tags."""
        if self._open is not None:
            self._open.text(data)

    def end(self, name: str) -> None:
        """The end of an element."""
        if name in STYLES:
            self._open = None
        elif self._open is not None:
            self._open.end(name)

    def cell(self, name: str) -> Style:
        """The style of cells with that name; the default style for an unknown or empty one."""
        if name not in self._cells:
            code = self._code(self._inherited(self._formats, "table-cell", name))
            struck = self._is("table-cell", name, "struck")
            self._cells[name] = Style(code, kind_of_format(code), self._font("table-cell", name), struck)
        return self._cells[name]

    def span(self, name: str) -> Run:
        """How text of a style is set, with no text in it yet; the font is empty where the style names none."""
        return Run("", self._font("text", name), self._is("text", name, "raised"), self._is("text", name, "struck"))

    def _text_properties(self, attributes: Attributes) -> None:
        family, style = self._current
        font = attributes.get(STYLE + "font-name") or attributes.get(FO + "font-family")
        if font:
            self._fonts.setdefault(family, {})[style] = font
        position = attributes.get(STYLE + "text-position")
        lines = {attributes.get(STYLE + f"text-line-through-{said}") for said in ("style", "type")} - {None}
        if position is not None:
            self._switches.setdefault((family, "raised"), {})[style] = "" if position.startswith(("0%", "0 ")) else "on"
        if lines:
            self._switches.setdefault((family, "struck"), {})[style] = "" if lines == {"none"} else "on"

    def _is(self, family: str, name: str, switch: str) -> bool:
        return bool(self._inherited(self._switches.get((family, switch), {}), family, name))

    def _start_style(self, attributes: Attributes) -> None:
        family, name = attributes.get(STYLE + "family", ""), attributes.get(STYLE + "name", "")
        self._current = (family, name)
        if name:
            self._parents[self._current] = attributes.get(STYLE + "parent-style-name", "")
        if family == "table-cell" and STYLE + "data-style-name" in attributes:
            self._formats[name] = attributes[STYLE + "data-style-name"]

    def _font(self, family: str, name: str) -> str:
        font = self._inherited(self._fonts.get(family, {}), family, name)
        # A family is a list with quotes, as in CSS.
        return (self._faces.get(font) or font).partition(",")[0].strip(" '\"")

    def _inherited(self, values: dict[str, str], family: str, name: str) -> str:
        """The value of a style, else of the one it inherits from, else of the family's default style (the empty name)."""
        for _ in range(_LONGEST_CHAIN):
            if name in values:
                return values[name]
            if not name:
                return ""
            name = self._parents.get((family, name), "Default" if family == "table-cell" and name != "Default" else "")
        return ""

    def _code(self, name: str) -> str:
        """The format code, the sections of its conditions first."""
        builder = self._codes.get(name)
        if builder is None:
            return "General"
        sections = [
            f"[{condition}]{self._codes[applied].code}" for condition, applied in builder.maps if applied in self._codes
        ]
        return ";".join([*sections, builder.code])
