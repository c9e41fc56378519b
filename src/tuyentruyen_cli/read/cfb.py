"""The directory of a compound file (MS-CFB), the container of .xls, .doc and of encrypted workbooks."""

import struct
from collections.abc import Iterator
from typing import Final

from tuyentruyen_cli.read.fault import unreadable

SIGNATURE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_DIFAT_IN_HEADER: Final = 109
_LAST_SECTOR: Final = 0xFFFFFFFA  # above are marks: end of chain, free, FAT, DIFAT
_ENTRY_SIZE: Final = 128
_SMALL_SECTOR: Final = 64
_NOTHING: Final = 0xFFFFFFFF


def root_names(data: bytes) -> frozenset[str]:
    """The names of the streams and storages directly under the root, case folded. Raises FileFault when it is damaged.

    Only the root counts: a workbook with a Word object inside holds a ``WordDocument`` further down.
    """
    try:
        directory = b"".join(_directory_sectors(data))
        return frozenset(name for name, _ in _entries(directory))
    except (struct.error, IndexError) as error:
        raise unreadable("damaged") from error


def stream(data: bytes, name: str) -> bytes:
    """The content of a stream under the root by its case-folded name, empty when there is none. Raises FileFault if damaged."""
    try:
        directory = b"".join(_directory_sectors(data))
        start = next((start for found, start in _entries(directory) if found == name), None)
        if start is None:
            return b""
        first, size = struct.unpack_from("<2L", directory, start + 116)
        if size >= struct.unpack_from("<L", data, 56)[0]:
            return b"".join(_chain(data, first))[:size]
        return _small_stream(data, directory, first)[:size]
    except (struct.error, IndexError) as error:
        raise unreadable("damaged") from error


def _small_stream(data: bytes, directory: bytes, sector: int) -> bytes:
    """A stream below the cutoff: its sectors lie inside the stream of the root, and have a table of their own."""
    inside = b"".join(_chain(data, struct.unpack_from("<L", directory, 116)[0]))
    table = b"".join(_chain(data, struct.unpack_from("<L", data, 60)[0]))
    pieces: list[bytes] = []
    while sector < _LAST_SECTOR:
        if len(pieces) * _SMALL_SECTOR > len(inside):
            raise unreadable("damaged")
        pieces.append(inside[sector * _SMALL_SECTOR : (sector + 1) * _SMALL_SECTOR])
        sector = struct.unpack_from("<L", table, sector * 4)[0]
    return b"".join(pieces)


def _directory_sectors(data: bytes) -> Iterator[bytes]:
    """The sectors of the directory, in order."""
    return _chain(data, struct.unpack_from("<L", data, 48)[0])


def _chain(data: bytes, sector: int) -> Iterator[bytes]:
    """The sectors that follow each other from one on."""
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in {9, 12}:
        raise unreadable("damaged")
    size = 1 << shift
    fat = _fat_sectors(data, size)
    seen: set[int] = set()
    while sector < _LAST_SECTOR:
        start = (sector + 1) * size
        if sector in seen or start >= len(data):
            raise unreadable("damaged" if sector in seen else "truncated")
        seen.add(sector)
        yield data[start : start + size]
        in_sector, index = divmod(sector, size // 4)
        sector = struct.unpack_from("<L", data, (fat[in_sector] + 1) * size + index * 4)[0]


def _fat_sectors(data: bytes, size: int) -> list[int]:
    """The numbers of the sectors that hold the allocation table."""
    numbers = list(struct.unpack_from(f"<{_DIFAT_IN_HEADER}L", data, 76))
    sector = struct.unpack_from("<L", data, 68)[0]
    seen: set[int] = set()
    while sector < _LAST_SECTOR and sector not in seen:
        seen.add(sector)
        *more, sector = struct.unpack_from(f"<{size // 4}L", data, (sector + 1) * size)
        numbers += more
    return [number for number in numbers if number < _LAST_SECTOR]


def _entries(directory: bytes) -> Iterator[tuple[str, int]]:
    """The names in the tree of siblings that hangs from the root entry, and where in the directory they stand."""
    waiting = [struct.unpack_from("<L", directory, 76)[0]]
    seen: set[int] = {_NOTHING}
    while waiting:
        entry = waiting.pop()
        if entry in seen:
            continue
        seen.add(entry)
        start = entry * _ENTRY_SIZE
        length, left, right = struct.unpack_from("<H2x2L", directory, start + 64)
        yield directory[start : start + max(length - 2, 0)].decode("utf-16-le", "replace").casefold(), start
        waiting += [left, right]
