"""Shared formulas: one cell holds the text, the others only say how far away they are."""

import re
from typing import Final, NamedTuple

from tuyentruyen_cli.model.location import column_letters
from tuyentruyen_cli.read.preflight import MAX_COLUMN, MAX_ROW

_REFERENCE: Final = re.compile(
    r"""
      "[^"]*" | '[^']*'                                                          # text, quoted sheet names
    | (?<![\w.$])(?P<columns>\$?[A-Z]{1,3}:\$?[A-Z]{1,3})(?![\w.(])               # whole columns
    | (?<![\w.$])(?P<rows>\$?[0-9]+:\$?[0-9]+)(?![\w.(])                          # whole rows
    | (?<![\w.$])(?P<absolute>\$?)(?P<letters>[A-Z]{1,3})(?P<row>\$?[0-9]+)(?![\w.(!])
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Formula(NamedTuple):
    """What an ``f`` says: its text, its type (``shared``, ``dataTable``), its group, and the input cells of a data table."""

    text: str
    kind: str = ""
    group: str = ""
    inputs: tuple[str, str] = ("", "")


class SharedFormula(NamedTuple):
    """A formula as the cell at ``row`` and ``column`` has it."""

    text: str
    row: int
    column: int

    def at(self, row: int, column: int) -> str:
        """The formula as another cell of its range has it: relative references moved, absolute ones kept."""
        down, right = row - self.row, column - self.column
        return _REFERENCE.sub(lambda match: _moved(match, down, right), self.text)


def column_number(letters: str) -> int:
    """The 1-based number of a column; beyond any sheet for what is no column's letters."""
    if not letters.isascii() or not letters.isalpha():
        return MAX_COLUMN + 1
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _moved(match: re.Match[str], down: int, right: int) -> str:
    if match["columns"]:
        return ":".join(_moved_column(end, right) for end in match["columns"].split(":"))
    if match["rows"]:
        return ":".join(_moved_row(end, down) for end in match["rows"].split(":"))
    if match["letters"]:
        return _moved_column(match["absolute"] + match["letters"], right) + _moved_row(match["row"], down)
    return match[0]


def _moved_column(letters: str, right: int) -> str:
    if letters.startswith("$"):
        return letters
    return column_letters((column_number(letters) - 1 + right) % MAX_COLUMN + 1)


def _moved_row(row: str, down: int) -> str:
    return row if row.startswith("$") else str((int(row) - 1 + down) % MAX_ROW + 1)
