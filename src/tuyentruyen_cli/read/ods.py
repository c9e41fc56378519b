"""Reads an OpenDocument spreadsheet (.ods): our own streaming reader and python-calamine over the same bytes.

calamine alone returns nothing for errors, shows what is hidden, and leaves out tabs; the other way round it knows nothing of
ours. Flat files (.fods) are not read.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from tuyentruyen_cli.model.sheet import Cell, CellKind, Sheet
from tuyentruyen_cli.read.agree import agreed
from tuyentruyen_cli.read.archive import Archive
from tuyentruyen_cli.read.engine import SecondSheet, second_reading
from tuyentruyen_cli.read.fault import ENCRYPTED, FileFault, unreadable, unsafe
from tuyentruyen_cli.read.markup import walk
from tuyentruyen_cli.read.ods_cell import length_of
from tuyentruyen_cli.read.ods_content import read_tables
from tuyentruyen_cli.read.ods_names import MANIFEST
from tuyentruyen_cli.read.ods_packed import packed_reading
from tuyentruyen_cli.read.ods_styles import OdsStyles
from tuyentruyen_cli.read.ods_table import TableContent
from tuyentruyen_cli.read.preflight import MAX_CELLS
from tuyentruyen_cli.read.source import Contents, Source

# Rows times columns that the second engine lays out: 32 bytes a cell there, and a list's slot here.
_MAX_AREA: Final = 2_000_000
_MANIFEST: Final = "META-INF/manifest.xml"


def read_ods(source: Source) -> Contents:
    """The tables of a spreadsheet in its order, each cell as both engines read it."""
    archive = source.opened()
    _refuse_encrypted(archive)
    styles = OdsStyles()
    if "styles.xml" in archive:
        styles.read(archive.part("styles.xml"))
    tables = read_tables(archive.part("content.xml"), styles)
    if not tables or len({table.name for table in tables}) != len(tables):
        raise unreadable("damaged")
    if sum(len(table.cells) for table in tables) > MAX_CELLS:
        raise unsafe("too-many-cells")
    sheets = [Sheet(source.name, table.name, table.cells, table.merges, table.hidden) for table in tables]
    return Contents(agreed(sheets, _second_reading(source, tables)))


def _refuse_encrypted(archive: Archive) -> None:
    """The list of members says which of them are encrypted; the members themselves look like noise."""
    if _MANIFEST not in archive:
        return
    found: list[str] = []
    walk(archive.part(_MANIFEST), {MANIFEST + "encryption-data": lambda _: found.append("")})
    if found:
        raise FileFault(ENCRYPTED)


def _second_reading(source: Source, tables: Sequence[TableContent]) -> list[SecondSheet]:
    """What the other engine says, in our words where it is known to say the same in others."""
    source.opened().check()
    if sum(table.rows * table.columns for table in tables) > _MAX_AREA:
        others = packed_reading(source.opened())
    else:
        others = tuple(other.placed() for other in second_reading(source.data, [table.name for table in tables]))
    for table, other in zip(tables, others, strict=False):
        for cell in table.cells:
            place = (cell.row, cell.column)
            if isinstance(other.values.get(place), str):
                other.values[place] = _in_our_words(cell, other.values[place])
    return list(others)


def _in_our_words(cell: Cell, other: str) -> Any:
    """The engine gives lengths of a day and more as written, no tabs, and the text of drawings beside that of the cell."""
    if cell.kind is CellKind.DURATION:
        length: dt.timedelta | None = length_of(other)
        return other if length is None else length
    if isinstance(cell.raw, str) and _is_same(cell.raw, other):
        return cell.raw
    return other


def _is_same(ours: str, other: str) -> bool:
    without = str.maketrans("", "", "\t\n")
    return ours.translate(without) == other.translate(without) or f"\n{ours}\n" in f"\n{other}\n"
