"""An OpenDocument spreadsheet whose cells lie far apart, written again with its cells side by side.

python-calamine lays a table out as one rectangle. What cells say of their values is copied as it is, so that the second reading
still is one; addresses and the white space of texts are then ours alone.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from tuyentruyen_cli.read.archive import Archive
from tuyentruyen_cli.read.engine import SecondSheet, second_reading
from tuyentruyen_cli.read.markup import escaped
from tuyentruyen_cli.read.ods_content import read_tables
from tuyentruyen_cli.read.ods_names import OFFICE, TABLE, TEXT
from tuyentruyen_cli.read.ods_styles import OdsStyles
from tuyentruyen_cli.read.ods_table import Found, RowContent
from tuyentruyen_cli.read.xlsx_packed import with_parts
from tuyentruyen_cli.read.xlsx_strings import plain

_WIDTH: Final = 64
_COPIED: Final = ("value-type", "value", "date-value", "time-value", "boolean-value", "string-value")
# The engine knows elements by these prefixes, whatever they stand for.
_PREFIXES: Final = {"office": OFFICE, "table": TABLE, "text": TEXT}


def packed_reading(archive: Archive) -> tuple[SecondSheet, ...]:
    """What the other engine says of each table, every value where it stood."""
    kept: list[list[RowContent]] = []
    names = [table.name for table in read_tables(archive.part("content.xml"), OdsStyles(), kept)]
    tables = (
        f'<table:table table:name="{escaped(name)}">{_packed(rows)}</table:table>'
        for name, rows in zip(names, kept, strict=True)
    )
    spaces = "".join(f' xmlns:{prefix}="{name.strip()}"' for prefix, name in _PREFIXES.items())
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    content = f"<office:document-content{spaces}>{body}</office:document-content>"
    others = second_reading(with_parts(archive, {"content.xml": content.encode()}), names)
    return tuple(SecondSheet(other.name, _unpacked(other.placed(), rows)) for other, rows in zip(others, kept, strict=False))


def _packed(rows: Sequence[RowContent]) -> str:
    """The cells as rows of one width. Rows that were alike are there once."""
    cells = [_xml(found) for row in rows for found in row.found]
    lines = ("".join(cells[start : start + _WIDTH]) for start in range(0, len(cells), _WIDTH))
    return "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)


def _unpacked(packed: SecondSheet, rows: Sequence[RowContent]) -> dict[tuple[int, int], Any]:
    """The values by the places that they were taken from."""
    values: dict[tuple[int, int], Any] = {}
    places = ((row.row, row.rows, found.column) for row in rows for found in row.found)
    for index, (first, count, column) in enumerate(places):
        line, place = divmod(index, _WIDTH)
        value = packed.values.get((line + 1, place + 1), "")
        if value != "":
            values.update(((row, column), value) for row in range(first, first + count))
    return values


def _xml(found: Found) -> str:
    attributes = "".join(
        f' office:{name}="{escaped(found.attributes[OFFICE + name])}"' for name in _COPIED if OFFICE + name in found.attributes
    )
    return f"<table:table-cell{attributes}>{''.join(_paragraphs(found))}</table:table-cell>"


def _paragraphs(found: Found) -> Iterator[str]:
    if found.text is not None:
        yield from (f"<text:p>{escaped(line)}</text:p>" for line in plain(found.text).split("\n"))
