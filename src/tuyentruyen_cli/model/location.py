"""Where something stands in what was received."""

from msgspec import Struct


def column_letters(column: int) -> str:
    """The letters of a 1-based column, as a spreadsheet shows them: 1 is ``A``, 27 is ``AA``."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The 1-based column of its letters: ``A`` is 1, ``AA`` is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class Location(Struct, frozen=True, order=True, array_like=True, gc=False):
    """An address: a file (or folder), a part of it, a cell.

    ``file`` is relative to the week's folder, with ``/`` between folders. ``part`` is the sheet's name or
    ``table 2`` of a Word file, and empty for a CSV or a whole file. ``row`` and ``column`` are 1-based.
    """

    file: str
    part: str = ""
    row: int | None = None
    column: int | None = None

    @property
    def cell(self) -> str | None:
        """The address as a spreadsheet shows it (``C7``), or None for a whole file or part."""
        if self.row is None or self.column is None:
            return None
        return f"{column_letters(self.column)}{self.row}"
