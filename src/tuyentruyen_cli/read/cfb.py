"""The directory of a compound file (MS-CFB), the container of .xls, .doc and of encrypted workbooks."""

import struct
from collections.abc import Iterator
from typing import Final

from tuyentruyen_cli.read.fault import unreadable

SIGNATURE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_DIFAT_IN_HEADER: Final = 109
_LAST_SECTOR: Final = 0xFFFFFFFA  # above are marks: end of chain, free, FAT, DIFAT
_ENTRY_SIZE: Final = 128
_NOTHING: Final = 0xFFFFFFFF


def root_names(data: bytes) -> frozenset[str]:
    """The names of the streams and storages directly under the root, case folded. Raises FileFault when it is damaged.

    Only the root counts: a workbook with a Word object inside holds a ``WordDocument`` further down.
    """
    try:
        directory = b"".join(_directory_sectors(data))
        return frozenset(_children(directory))
    except (struct.error, IndexError) as error:
        raise unreadable("damaged") from error


def _directory_sectors(data: bytes) -> Iterator[bytes]:
    """The sectors of the directory, in order."""
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in {9, 12}:
        raise unreadable("damaged")
    size = 1 << shift
    fat = _fat_sectors(data, size)
    sector = struct.unpack_from("<L", data, 48)[0]
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


def _children(directory: bytes) -> Iterator[str]:
    """The names in the tree of siblings that hangs from the root entry."""
    waiting = [struct.unpack_from("<L", directory, 76)[0]]
    seen: set[int] = {_NOTHING}
    while waiting:
        entry = waiting.pop()
        if entry in seen:
            continue
        seen.add(entry)
        start = entry * _ENTRY_SIZE
        length, left, right = struct.unpack_from("<H2x2L", directory, start + 64)
        yield directory[start : start + max(length - 2, 0)].decode("utf-16-le", "replace").casefold()
        waiting += [left, right]
