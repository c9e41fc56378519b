"""What xlrd does not tell of the records (BIFF) of a workbook: which cells are formulas, whether anyone has calculated them."""

import io
import struct
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from xlrd.compdoc import CompDoc

from tuyentruyen_cli.read.fault import ENCRYPTED, FileFault, unreadable

_STREAMS: Final = ("Workbook", "Book")
_FORMULA: Final = 0x0006
_EOF: Final = 0x000A
_FILEPASS: Final = 0x002F
_BOUNDSHEET: Final = 0x0085
_RECALCID: Final = 0x01C1
_DIMENSIONS: Final = 0x0200
_BOF: Final = 0x0809
_WORKSHEET: Final = 0
_ZERO: Final = bytes(8)
_DIMENSIONS_OF_97: Final = 14  # bytes: first and last row, first and last column, two bytes of nothing
_ROWS, _COLUMNS = 65_536, 256

Places = frozenset[tuple[int, int]]


class Formulas(NamedTuple):
    """The places of the formulas of one worksheet, 1-based; ``uncached`` are those that nobody has calculated."""

    places: Places
    uncached: Places


class Silence(io.StringIO):
    """A log that keeps nothing: xlrd writes there whatever it finds odd."""

    def write(self, text: str) -> int:
        """Forgets the text."""
        return len(text)


def formulas(data: bytes) -> list[Formulas]:
    """The formulas of each worksheet in order. Raises FileFault for a workbook with a password.

    A cached value is there in any file, and is 0 where a library wrote the formula. A program that calculates signs the
    workbook (RECALCID; Excel since 2000, LibreOffice, WPS); where none has, a formula that comes to 0 counts as not calculated.
    """
    stream = _stream(data)
    sheets: list[int] = []
    signed = False
    for kind, body in _records(stream, 0):
        if kind == _FILEPASS:
            raise FileFault(ENCRYPTED)
        if kind == _BOUNDSHEET:
            offset, _, sheet_type = struct.unpack_from("<LBB", body)
            if sheet_type == _WORKSHEET:
                sheets.append(offset)
        signed = signed or kind == _RECALCID
    return [_formulas_of(stream, offset, signed) for offset in sheets]


def _stream(data: bytes) -> memoryview:
    """The stream of the workbook."""
    document = CompDoc(data, logfile=Silence())
    if _goes_round(document.SSAT):
        raise unreadable("damaged")  # xlrd would follow it for ever
    for name in _STREAMS:
        memory, base, size = document.locate_named_stream(name)
        if memory is not None:
            return memoryview(memory)[base : base + size]
    raise unreadable("damaged")


def _goes_round(following: Sequence[int]) -> bool:
    """Whether a chain of sectors comes back to where it has been. ``following``: of each sector the next, or a mark below 0."""
    ends = bytearray(len(following))  # 1 where the way from a sector is known to end
    for start in range(len(following)):
        at, way = start, set[int]()
        while 0 <= at < len(following) and not ends[at]:
            if at in way:
                return True
            way.add(at)
            at = following[at]
        for sector in way:
            ends[sector] = 1
    return False


def _records(stream: memoryview, position: int) -> Iterator[tuple[int, memoryview]]:
    """The records of one substream, those of charts inside it too, by kind and body."""
    depth = 0
    while position + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, position)
        body = stream[position + 4 : position + 4 + length]
        position += 4 + length
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        yield kind, body
    raise unreadable("truncated")


def _formulas_of(stream: memoryview, offset: int, signed: bool) -> Formulas:
    places: set[tuple[int, int]] = set()
    uncached: set[tuple[int, int]] = set()
    for kind, body in _records(stream, offset):
        if kind == _FORMULA:
            row, column = struct.unpack_from("<HH", body)
            place = (row + 1, column + 1)
            places.add(place)
            if not signed and body[6:14] == _ZERO:
                uncached.add(place)
        elif kind == _DIMENSIONS and len(body) == _DIMENSIONS_OF_97:
            first_row, last_row, first_column, last_column = struct.unpack_from("<LLHH", body)
            if not (first_row <= last_row <= _ROWS and first_column <= last_column <= _COLUMNS):
                raise unreadable("damaged")  # python-calamine makes room for whatever stands there
    return Formulas(frozenset(places), frozenset(uncached))
