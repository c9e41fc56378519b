"""Which character keeps the cells of a text file apart, found by all rows: cells hold commas that no one quoted."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from tuyentruyen_cli.read.fault import FileFault, unreadable

# The less likely inside a cell, the earlier: Vietnamese writes decimals and lists with commas.
DELIMITERS: Final = "\t|;,"
COMMA: Final = ","
_SEP: Final = re.compile(r'"?sep=([^\r\n]*?)"?[ ]*(?:\r\n|\r|\n|$)', re.IGNORECASE)


class _Form(NamedTuple):
    """How a text falls apart at one delimiter.

    ``width`` is how many fields most rows have, ``rows`` how many rows have that many, ``parted`` how many have more than one.
    ``sound`` is False when the quotes do not fit: rows are then lines, whatever the quotes say.
    """

    delimiter: str
    width: int
    rows: int
    parted: int
    sound: bool


def stated_delimiter(text: str) -> tuple[str, str]:
    """The delimiter that a first line ``sep=;`` states and the text behind that line; empty and the whole text without one."""
    match = _SEP.match(text)
    if not match:
        return "", text
    if len(match[1]) != 1 or match[1] not in DELIMITERS:
        raise ambiguous()
    return match[1], text[match.end() :]


def delimiter_of(text: str) -> str:
    """The delimiter; a comma for a text of one column.

    Raises FileFault: ``delimiter`` when two are equally good and give different numbers, ``damaged`` when the quotes do not
    fit the best.
    """
    forms = [form for delimiter in DELIMITERS if delimiter in text and (form := _form(text, delimiter)).parted]
    if not forms:
        return COMMA
    # A form that beats one that beats others need not beat those: what counts is to be beaten by none.
    unbeaten = [form for form in forms if not any(_beats(other, form) for other in forms)] or forms
    if not all(form.sound for form in unbeaten):
        raise unreadable("damaged") if len(unbeaten) == 1 else ambiguous()
    if len({frozenset(_numbers(text, form.delimiter)) for form in unbeaten}) > 1:
        raise ambiguous()
    return unbeaten[0].delimiter


def parted(text: str, delimiter: str) -> Iterator[list[str]]:
    """The fields of each record (RFC 4180), an empty list for a blank line. Raises csv.Error when the quotes do not fit.

    A quote inside a field that does not begin with one is a character like others: ``5'30"``.
    """
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def is_number(field: str) -> bool:
    """Whether a field begins as a figure does."""
    return field.strip()[:1] in frozenset("0123456789")


def ambiguous() -> FileFault:
    """The fault of a text of which it is not clear where its cells end."""
    return unreadable("delimiter")


def _form(text: str, delimiter: str) -> _Form:
    sound = True
    try:
        widths = Counter(len(record) for record in parted(text, delimiter))
    except csv.Error:
        sound = False
        widths = Counter(line.count(delimiter) + 1 for line in io.StringIO(text, newline=""))
    several = [(rows, width) for width, rows in widths.items() if width > 1]
    rows, width = max(several, default=(0, 1))
    return _Form(delimiter, width, rows, sum(rows for rows, _ in several), sound)


def _beats(one: _Form, other: _Form) -> bool:
    """Whether one form is better for certain. The less likely delimiter is taken as such where its rows are more alike; the
    likelier only where the other cannot be the delimiter of a ragged table.
    """
    if DELIMITERS.index(one.delimiter) < DELIMITERS.index(other.delimiter):
        return one.rows > other.rows or (one.rows == other.rows and one.width > other.width)
    return one.rows > 2 * other.parted or (one.rows > other.parted and one.width >= other.width)


def _numbers(text: str, delimiter: str) -> Iterator[tuple[int, int, str]]:
    for row, record in enumerate(parted(text, delimiter), 1):
        yield from ((row, column, field.strip()) for column, field in enumerate(record, 1) if is_number(field))
