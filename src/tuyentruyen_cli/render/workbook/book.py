"""A workbook as it is written: clean text that is never a formula, formats made once, sheets that print well."""

import datetime as dt
import io
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import xlsxwriter
from msgspec import Struct
from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.schema import Measure, MeasureKind
from tuyentruyen_cli.render.metrics import text_width, wrapped
from tuyentruyen_cli.render.words import clean

LONGEST_TEXT = 32_000  # characters; Excel's own limit is 32,767, and what is longer would not be written at all
# Excel's limits are 65,530 links in a sheet, 2,079 characters in each and 255 in its text.
MOST_LINKS = 65_000
LONGEST_TARGET = 2_000
LONGEST_LINKED = 250
A4 = 9
SIZE = 11
LINE = 15.0  # points
HIGHEST_ROW = 400.0  # points; Excel's own limit is 409
POINTS_A_WIDTH = 5.25  # a width counts digits of Excel's default font, 7 pixels each
WIDEST_LETTER = 0.72  # of the size, on average over words
SECONDS_OF_MINUTE = 60
FONT = {"font_name": "Times New Roman", "font_size": SIZE, "valign": "top"}
BORDER = {"border": 1, "border_color": "#A6A6A6"}
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "plain": {},
    "wrapped": {"text_wrap": True},
    "small": {"italic": True, "font_size": 10},
    "small-wrapped": {"italic": True, "font_size": 10, "text_wrap": True},
    "head": {**BORDER, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "bg_color": "#DCE6F1"},
    "cell": {**BORDER, "text_wrap": True},
    "name": {**BORDER},
    "middle": {**BORDER, "align": "center"},
    "right": {**BORDER, "align": "right"},
    "absent": {**BORDER, "align": "right", "font_color": "#595959", "italic": True},
    "total": {**BORDER, "bold": True, "bg_color": "#F2F2F2"},
    "total-right": {**BORDER, "bold": True, "bg_color": "#F2F2F2", "align": "right"},
    "link": {**BORDER, "font_color": "#0563C1", "underline": 1, "text_wrap": True},
    "place": {**BORDER, "font_color": "#0563C1", "underline": 1, "indent": 1},
}


class Placed(Struct, frozen=True):
    """A figure as it was written: in which cell, and which number must be found there."""

    sheet: str
    row: int
    column: int
    value: int
    duration: bool


class Book:
    """The workbook. ``placed`` are all figures in it, for reading it back."""

    def __init__(self, title: str, author: str, made: dt.datetime) -> None:
        self._out = io.BytesIO()
        self._book = xlsxwriter.Workbook(
            self._out,
            # Text is text: no formula, no link, no number is ever guessed from what a unit wrote.
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
        moment = made.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
        self._book.set_properties({"title": clean(title), "author": clean(author), "created": moment})
        self._formats: dict[tuple[str, str], Any] = {}
        self.placed: list[Placed] = []

    def sheet(self, name: str) -> "Paper":
        """A new sheet after those that there are."""
        return Paper(self, self._book.add_worksheet(name), name)

    def look(self, name: str, number_format: str = "") -> Any:
        """A format by the name of its look, with a number format."""
        key = (name, number_format)
        if key not in self._formats:
            extra = {"num_format": number_format} if number_format else {}
            self._formats[key] = self._book.add_format({**FONT, **LOOKS[name], **extra})
        return self._formats[key]

    def chart(self, shape: str = "bar") -> Any:
        """A new chart of lying bars, or of another shape (``column``)."""
        return self._book.add_chart({"type": shape})

    def done(self) -> bytes:
        """The finished file."""
        self._book.close()
        return self._out.getvalue()


class Paper:
    """One sheet. Rows and columns are counted from 0, as XlsxWriter does."""

    def __init__(self, book: Book, sheet: Any, name: str) -> None:
        self.book, self.raw, self.name = book, sheet, name
        self._links = 0
        self._widths: tuple[float, ...] = ()
        self._lines: dict[int, int] = {}

    def widths(self, *widths: float) -> None:
        """Set the widths of the first columns, in characters."""
        self._widths = widths
        for column, width in enumerate(widths):
            self.raw.set_column(column, column, width)

    def text(self, row: int, column: int, text: str, look: str = "cell") -> None:
        """A text, whatever it looks like; its lines stay lines."""
        shown = "\n".join(map(clean, text.split("\n"))) if "\n" in text else clean(text)
        if len(shown) > LONGEST_TEXT:
            shown = f"{shown[:LONGEST_TEXT]}…"
        self.raw.write_string(row, column, shown, self.book.look(look))
        if column < len(self._widths) and LOOKS[look].get("text_wrap"):
            self._fit(row, shown, self._widths[column], bold="bold" in LOOKS[look])

    def across(self, row: int, text: str, look: str = "wrapped") -> None:
        """A text over all columns."""
        self.raw.merge_range(row, 0, row, len(self._widths) - 1, "", self.book.look(look))
        self.raw.write_string(row, 0, clean(text), self.book.look(look))
        self._fit(row, clean(text), sum(self._widths))

    def _fit(self, row: int, text: str, width: float, *, bold: bool = False) -> None:
        """Make a row high enough: programs do not agree on doing that by themselves, and none does it for merged cells."""
        room = width * POINTS_A_WIDTH
        if "\n" in text or len(text) * SIZE * WIDEST_LETTER > room:
            self._lines[row] = max(self._lines.get(row, 1), _lines(text, room, bold=bold))

    def head(self, row: int, titles: Sequence[str]) -> None:
        """The heads of the columns."""
        for column, title in enumerate(titles):
            self.text(row, column, title, "head")

    def number(self, row: int, column: int, number: int) -> None:
        """A plain whole number that is no figure, such as one that counts rows."""
        self.raw.write_number(row, column, number, self.book.look("middle"))

    def figure(self, row: int, column: int, measure: Measure, value: int) -> None:
        """A figure as a number: a duration in minutes."""
        self.raw.write_number(row, column, shown(measure, value), self.book.look("right", number_format(measure, value)))
        self._place(row, column, measure, value)

    def formula(self, row: int, column: int, formula: str, measure: Measure, figure: Figure, mark: str = "") -> None:
        """A figure that is stated, as a formula with the value that it has; bold where it is a total."""
        value = figure.value
        assert value is not None
        whole = figure.unit is None and figure.dimension is None
        before = "khoảng " if whole and figure.approximate and measure.kind is not MeasureKind.ESTIMATE else ""
        style = self.book.look("total-right" if whole else "right", number_format(measure, value, mark, before))
        self.raw.write_formula(row, column, f"={formula}", style, shown(measure, value))
        self._place(row, column, measure, value)

    def said(self, row: int, column: int, address: str, text: str) -> None:
        """The text of another cell, as it is now."""
        self.raw.write_formula(row, column, f"={address}", self.book.look("cell"), clean(text))

    def copy(self, row: int, column: int, address: str, measure: Measure, value: int) -> None:
        """The figure of another cell."""
        style = self.book.look("right", number_format(measure, value))
        self.raw.write_formula(row, column, f"={address}", style, shown(measure, value))
        self._place(row, column, measure, value)

    def link(self, row: int, column: int, target: str, text: str, look: str = "link") -> None:
        """A text that opens a file (``target`` as ``Originals`` says it); the text alone where Excel holds no more links."""
        words = clean(text)
        if not target or self._links == MOST_LINKS or len(target) > LONGEST_TARGET or len(words) > LONGEST_LINKED:
            self.text(row, column, text, "cell" if look == "link" else "name")
            return
        self._links += 1
        if look == "link":
            self._fit(row, words, self._widths[column])
        kind = "" if target.startswith("file:") else "external:"
        self.raw.write_url(row, column, f"{kind}{target}", self.book.look(look), words)

    def address(self, first_row: int, column: int, last_row: int | None = None, last_column: int | None = None) -> str:
        """``'Theo đơn vị'!$E$5:$E$18`` for formulas on other sheets."""
        area = xl_range_abs(first_row, column, first_row if last_row is None else last_row, last_column or column)
        return f"{quote_sheetname(self.name)}!{area}"

    def finish(self, head: int, last: int, columns: int, frozen: int = 0) -> None:
        """Frozen heads, filters over the rows below them, and how it prints: A4, one page wide, heads on each page."""
        self.raw.freeze_panes(head + 1, frozen)
        if last > head:
            self.raw.autofilter(head, 0, last, columns - 1)
        self.raw.repeat_rows(head)
        self.print_on_a4()

    def print_on_a4(self, scale: int | None = None) -> None:
        """One page wide, rows as high as they need, the name of the sheet and the number of the page at the foot."""
        for row, lines in self._lines.items():
            if lines > 1:
                self.raw.set_row(row, min(LINE * lines, HIGHEST_ROW))
        self.raw.set_landscape()
        self.raw.set_paper(A4)
        if scale is None:
            self.raw.fit_to_pages(1, 0)
        else:
            self.raw.set_print_scale(scale)  # page breaks of ours hold only where nothing is fitted
        self.raw.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        self.raw.set_footer("&L&A&R&P/&N")

    def _place(self, row: int, column: int, measure: Measure, value: int) -> None:
        self.book.placed.append(Placed(self.name, row, column, value, measure.kind is MeasureKind.DURATION))


@lru_cache(maxsize=8192)
def _lines(text: str, room: float, *, bold: bool) -> int:
    """On how many lines a text stands in a cell with that room, in points."""
    lines = (line for part in text.split("\n") for line in wrapped(part, SIZE, room, bold=bold))
    return sum(max(1, math.ceil(text_width(line, SIZE, bold=bold) / room)) for line in lines)


def shown(measure: Measure, value: int) -> float:
    """A value as a cell holds it: durations in minutes."""
    if measure.kind is not MeasureKind.DURATION:
        return value
    minutes, rest = divmod(value, SECONDS_OF_MINUTE)
    return minutes if not rest else value / SECONDS_OF_MINUTE


def number_format(measure: Measure, value: int, mark: str = "", before: str = "") -> str:
    """Thousands apart, as many decimals as the minutes need (two at most), a word before, the sign of a footnote behind."""
    decimals = ""
    if measure.kind is MeasureKind.DURATION and value % SECONDS_OF_MINUTE:
        decimals = ".0" if value % 6 == 0 else ".00"
    return (f'"{before}"' if before else "") + f"#,##0{decimals}" + (f'" {mark}"' if mark else "")


def cell_name(row: int, column: int, *, fixed_column: bool = False) -> str:
    """``E5`` of a row and column counted from 0, or ``$E5``."""
    return str(xl_rowcol_to_cell(row, column, col_abs=fixed_column))
