"""What a fill-in form says of itself, so that it is known again when it comes back: its code, and the marks of its sheets."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from msgspec import Struct

from tuyentruyen_cli.model.location import column_letters, column_number
from tuyentruyen_cli.model.schema import Measure, ReportSchema
from tuyentruyen_cli.model.sheet import Cell, CellKind, Sheet

# Both stand in the first rows of a sheet: as text they survive every program, and being copied into another workbook.
MARK = "tuyentruyen:"
EXAMPLE_MARK = "tuyentruyen:vi-du"
ASIDE_MARKS = (EXAMPLE_MARK, "tuyentruyen:huong-dan", "tuyentruyen:danh-muc")
_, GUIDE_MARK, LISTS_MARK = ASIDE_MARKS
HEAD_ROWS = 6
NOTES = ("direction", "difficulties", "tasks", "proposals")
"""What a form has boxes for words for, in their order; the headings of notes (``model.submission``)."""
_DIGITS = 6  # of the hash: the few lists of measures of one office will not meet among sixteen millions
_CODE = re.compile(
    r"tuyentruyen:(?P<schema>[a-z0-9-]+)/(?P<version>\d{1,6})\.(?P<digest>[0-9a-f]{6})"
    r"(?:/(?P<period>\d{4}-W\d{2})/(?P<unit>[a-z0-9-]+))?(?![\w/])"
)
_EXAMPLE = re.compile(rf"{EXAMPLE_MARK}/(?P<sum>\d+)")
_TOTAL = re.compile(r'=?IF\(COUNT\((?P<range>[A-Z]{1,3}\d+:[A-Z]{1,3}\d+)\)=0,"",SUM\((?P=range)\)\)')
_RANGE = re.compile(r"(?P<left>[A-Z]{1,3})(?P<top>\d+):(?P<right>[A-Z]{1,3})(?P<bottom>\d+)")


class FormCode(Struct, frozen=True, array_like=True, gc=False):
    """Which form it is: the kind of report, the version that its schema counts, and a hash of what it asks for.

    ``period`` and ``unit`` are ids, both None in a form for every unit and week.
    """

    schema: str
    version: int
    digest: str
    period: str | None = None
    unit: str | None = None

    def __str__(self) -> str:
        whose = f"/{self.period}/{self.unit}" if self.period and self.unit else ""
        return f"{MARK}{self.schema}/{self.edition}{whose}"

    @property
    def edition(self) -> str:
        """The version as people name it: ``1.3fa2c1``."""
        return f"{self.version}.{self.digest}"


def code_of(schema: ReportSchema, period: str | None = None, unit: str | None = None) -> FormCode:
    """The code of a form of that schema as it is now. The hash is over what a form shows: columns and rows in their order."""
    return FormCode(schema.id, schema.version, _digest(schema), period, unit)


@lru_cache(maxsize=16)
def _digest(schema: ReportSchema) -> str:
    columns = [[m.id, m.kind.value, m.title, m.measured_in, m.required] for m in columns_of(schema)]
    rows = [[d.id, [[c.id, c.title] for c in d.categories]] for d in schema.dimensions]
    shown = json.dumps([schema.id, columns, rows, list(schema.form.relays)], ensure_ascii=False)
    return hashlib.sha256(shown.encode()).hexdigest()[:_DIGITS]


def columns_of(schema: ReportSchema) -> tuple[Measure, ...]:
    """The measures that a form asks for: the required ones, and those that the schema adds to its form."""
    return tuple(m for m in schema.measures if m.required or m.id in schema.form.optional)


def codes_in(sheet: Sheet) -> Iterator[tuple[FormCode, Cell]]:
    """The codes in the first rows of a sheet, each with its cell."""
    for cell in _head(sheet):
        for match in _CODE.finditer(cell.text):
            version = int(match["version"])
            yield FormCode(match["schema"], version, match["digest"], match["period"], match["unit"]), cell


def is_aside(sheet: Sheet) -> bool:
    """Whether a sheet is a form's example, instructions or lists: it bears their mark."""
    return any(mark in cell.text for cell in _head(sheet) for mark in ASIDE_MARKS)


def example_mark(numbers: Iterable[float]) -> str:
    """The mark of an example sheet. It holds the sum of the numbers there: whoever fills that sheet in changes them."""
    return f"{EXAMPLE_MARK}/{round(sum(numbers))}"


def is_filled_example(sheet: Sheet) -> bool:
    """Whether somebody filled the example in instead of the form."""
    marked = next((match[0] for cell in _head(sheet) if (match := _EXAMPLE.search(cell.text))), "")
    numbers = (c.raw for c in sheet.cells if c.kind is CellKind.NUMBER and isinstance(c.raw, int | float))
    return bool(marked) and marked != example_mark(numbers)


def total_formula(column: int, first: int, last: int) -> str:
    """The total of a column's rows (1-based, inclusive): empty as long as they are, so that a blank form states no zero."""
    cells = f"{column_letters(column)}{first}:{column_letters(column)}{last}"
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))'


def is_form_total(formula: str, column: int, rows: Iterable[int]) -> bool:
    """Whether a formula is a form's own total of exactly that column, with all those rows in it."""
    match = _TOTAL.fullmatch(formula)
    cells = _RANGE.fullmatch(match["range"]) if match else None
    if cells is None:
        return False
    own = column_number(cells["left"]) == column == column_number(cells["right"])
    return own and all(int(cells["top"]) <= row <= int(cells["bottom"]) for row in rows)


def _head(sheet: Sheet) -> Iterator[Cell]:
    return (c for c in takewhile(lambda c: c.row <= HEAD_ROWS, sheet.cells) if MARK in c.text)
