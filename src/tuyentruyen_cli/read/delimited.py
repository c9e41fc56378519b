"""Reads text with delimiters (.csv, .tsv): one sheet, all of whose cells are text as typed.

Only one engine reads these files, so whatever could be read in two ways is refused: the encoding, the delimiter, quotes that
do not fit, rows that were torn by a comma no one quoted. A formula stays the text that it is.
"""

import csv
from collections import Counter
from collections.abc import Sequence
from typing import Final

from tuyentruyen_cli.model.sheet import Cell, CellKind, Sheet
from tuyentruyen_cli.read.delimiter import COMMA, DELIMITERS, ambiguous, delimiter_of, is_number, parted, stated_delimiter
from tuyentruyen_cli.read.encoding import decoded
from tuyentruyen_cli.read.fault import unreadable, unsafe
from tuyentruyen_cli.read.preflight import MAX_CELLS, MAX_COLUMN, MAX_ROW
from tuyentruyen_cli.read.source import Contents, Source
from tuyentruyen_cli.vi.text import clean

# Fields, also empty ones: a table that is padded to the right has more of them than cells.
_MAX_FIELDS: Final = 4 * MAX_CELLS


def read_delimited(source: Source) -> Contents:
    """The one sheet of a text file. A record is a row, also one with line breaks inside quotes; a blank line is a row too."""
    text = decoded(source.data)
    if "\0" in text:
        raise unreadable("damaged")
    if sum(map(text.count, DELIMITERS)) > _MAX_FIELDS:
        raise unsafe("too-many-cells")
    delimiter, text = stated_delimiter(text)
    delimiter = delimiter or delimiter_of(text)
    records = _records(text, delimiter)
    _refuse_swallowed_rows(records, delimiter)
    _refuse_torn_rows(records if delimiter == COMMA else [_up_to_figures(record) for record in records])
    cells = tuple(
        _cell(row, column, field) for row, record in enumerate(records, 1) for column, field in enumerate(record, 1) if field
    )
    return Contents((Sheet(source.name, "", cells),))


def _records(text: str, delimiter: str) -> list[list[str]]:
    """The records, within the caps."""
    records: list[list[str]] = []
    cells = 0
    try:
        for record in parted(text, delimiter):
            cells += sum(1 for field in record if field)
            if len(record) > MAX_COLUMN or len(records) >= MAX_ROW or cells > MAX_CELLS:
                raise unsafe("too-many-cells")
            records.append(record)
    except csv.Error as error:
        raise unreadable("damaged") from error
    return records


def _cell(row: int, column: int, field: str) -> Cell:
    text, removed = clean(field.replace("\r\n", "\n").replace("\r", "\n"))
    return Cell(row, column, CellKind.TEXT, field, text, cleaned=removed)


def _refuse_swallowed_rows(records: Sequence[Sequence[str]], delimiter: str) -> None:
    """Two stray quotes make a field of all that lies between them, whole rows included. Such a field holds a figure and as many
    delimiters as a row, or leaves its record longer than others.
    """
    widths = Counter(len(record) for record in records if len(record) > 1)
    width = max(widths, key=lambda width: (widths[width], width), default=1)
    for record in records:
        for field in record:
            if ("\n" not in field and "\r" not in field) or width == 1:
                continue
            swallowed = field.count(delimiter) >= width - 1 and any(c.isdigit() for c in field)
            if swallowed or len(record) > width:
                raise unreadable("damaged")


def _up_to_figures(record: list[str]) -> list[str]:
    """A record that holds figures, up to the last of them; what follows is a remark, or pads a short row."""
    end = next((at for at in range(len(record), 0, -1) if is_number(record[at - 1])), len(record))
    return record[:end]


def _refuse_torn_rows(records: Sequence[Sequence[str]]) -> None:
    """A delimiter that no one quoted (``7,5``, ``Số tin, bài``, ``Loa kéo; di động``) moves all figures behind it on.

    Two signs: figures reach further than any row of words above them; a heading goes on with a space and a small letter, where
    its neighbours do not.
    """
    reach = 0
    for record in records:
        if any(map(is_number, record)):
            if len(record) > reach > 0:
                raise ambiguous()
        elif len(record) > 1:
            reach = max(reach, len(record))
            others = [field for field in record[1:] if field]
            continued = [field for field in others if field[0] == " " and field[1:2].islower()]
            if continued and len(continued) < len(others):
                raise ambiguous()
