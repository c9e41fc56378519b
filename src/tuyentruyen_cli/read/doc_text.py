"""The text of a Word document of before 2007 as its own piece table gives it (MS-DOC): the second reading beside LibreOffice's.

LibreOffice reads a damaged table as a line of prose, without a word; the marks at the ends of its cells are there all the same.
"""

import re
import struct
from collections.abc import Iterable
from typing import Final

from tuyentruyen_cli.model.sheet import Sheet
from tuyentruyen_cli.read import cfb
from tuyentruyen_cli.read.fault import ENCRYPTED, FileFault, unreadable

_WORD_97: Final = 0xC1
_ENCRYPTED: Final = 0x0100
_SECOND_TABLE: Final = 0x0200
_ONE_BYTE: Final = 0x4000_0000
_PROPERTIES: Final = 1
_PIECES: Final = 2

CELL_END: Final = "\x07"
_FIELD_WITH_RESULT: Final = re.compile("\x13[^\x13\x14\x15]*\x14([^\x13\x14\x15]*)\x15")
_FIELD_WITHOUT: Final = re.compile("\x13[^\x13\x14\x15]*\x15")
_LINE_END: Final = re.compile("[\r\n\x0b\x0c\x0e]")
_NO_NUMBER: Final = re.compile(r"[^0-9.,:/%]+")


def text_of(data: bytes) -> str:
    """The main text with its marks. Raises FileFault: encrypted, damaged, or older than Word 97."""
    document = cfb.stream(data, "worddocument")
    try:
        version, flags = struct.unpack_from("<H", document, 2)[0], struct.unpack_from("<H", document, 10)[0]
        if flags & _ENCRYPTED:
            raise FileFault(ENCRYPTED)
        if version < _WORD_97:
            raise unreadable("conversion")
        length = struct.unpack_from("<l", document, 0x4C)[0]
        start, size = struct.unpack_from("<2L", document, 0x1A2)
        table = cfb.stream(data, "1table" if flags & _SECOND_TABLE else "0table")
        return _joined(document, _piece_table(table[start : start + size]))[:length]
    except (struct.error, IndexError) as error:
        raise unreadable("damaged") from error


def same_numbers(text: str, sheets: Iterable[Sheet]) -> bool:
    """Whether the last lines of the cells hold the same numbers, in the same order, in the text as in the tables."""
    shown = text
    while shown != (shown := _FIELD_WITHOUT.sub("", _FIELD_WITH_RESULT.sub(r"\1", shown))):
        pass
    before = [_number(cell) for cell in shown.split(CELL_END)[:-1]]
    after = [_number(str(cell.raw or "")) for sheet in sheets for cell in sheet.cells]
    return [number for number in before if number] == [number for number in after if number]


def _number(text: str) -> str:
    """What makes the number of a cell's last line; empty without a digit."""
    number = _NO_NUMBER.sub("", _LINE_END.split(text)[-1])
    return number if any(character.isdigit() for character in number) else ""


def _piece_table(clx: bytes) -> bytes:
    """The plex of pieces behind the properties that may come before it."""
    at = 0
    while clx[at] == _PROPERTIES:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at] != _PIECES:
        raise unreadable("damaged")
    size = struct.unpack_from("<L", clx, at + 1)[0]
    return clx[at + 5 : at + 5 + size]


def _joined(document: bytes, plex: bytes) -> str:
    count = (len(plex) - 4) // 12
    places = struct.unpack_from(f"<{count + 1}L", plex, 0)
    pieces = []
    for index in range(count):
        length = places[index + 1] - places[index]
        where = struct.unpack_from("<L", plex, (count + 1) * 4 + index * 8 + 2)[0]
        start = where & ~_ONE_BYTE
        if length < 0 or length > len(document):
            raise unreadable("damaged")
        if where & _ONE_BYTE:
            pieces.append(document[start // 2 : start // 2 + length].decode("cp1252", "replace"))
        else:
            pieces.append(document[start : start + 2 * length].decode("utf-16-le", "replace"))
    return "".join(pieces)
