"""Writes compound files (MS-CFB, version 3), which is what .msg is: nothing else here can."""

import struct
from dataclasses import dataclass, field

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR, MINI, CUTOFF = 512, 64, 4096


@dataclass
class Storage:
    """A folder of such a file: streams and further folders by name."""

    streams: dict[str, bytes] = field(default_factory=dict)
    storages: dict[str, "Storage"] = field(default_factory=dict)


@dataclass
class _Entry:
    name: str
    kind: int  # 1 folder, 2 stream, 5 root
    data: bytes = b""
    child: int = FREE
    right: int = FREE
    start: int = END
    size: int = 0


def compound(root: Storage) -> bytes:
    """The bytes of a file with that content."""
    entries = [_Entry("Root Entry", 5)]
    _add(entries, 0, root)
    mini = b""
    mini_fat: list[int] = []
    sectors: list[bytes] = []
    fat: list[int] = []
    for one in entries:
        if one.kind != 2:
            continue
        one.size = len(one.data)
        if one.size >= CUTOFF:
            one.start = _chain(sectors, fat, one.data)
        elif one.size:
            one.start = len(mini_fat)
            count = -(-one.size // MINI)
            mini_fat += [*range(one.start + 1, one.start + count), END]
            mini += one.data.ljust(count * MINI, b"\0")
    entries[0].size = len(mini)
    entries[0].start = _chain(sectors, fat, mini) if mini else END
    mini_start = _chain(sectors, fat, _words(mini_fat)) if mini_fat else END
    directory = _chain(sectors, fat, b"".join(map(_written, entries)))
    count = 1
    while len(fat) + count > count * SECTOR // 4:
        count += 1
    first = len(sectors)
    table = _words([*fat, *([FAT] * count)]).ljust(count * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIII", 0, count, directory, 0, CUTOFF, mini_start, -(-len(mini_fat) * 4 // SECTOR), END, 0)
    head += _words([*range(first, first + count)]).ljust(109 * 4, b"\xff")
    return head + b"".join(sectors) + table


def _add(entries: list[_Entry], at: int, storage: Storage) -> None:
    """The content of a folder, as a list that leans to the right: readers need no balanced tree."""
    ones = sorted([*storage.streams, *storage.storages], key=lambda n: (len(n), n.upper()))
    before = None
    for name in ones:
        entry = _Entry(name, 2, storage.streams[name]) if name in storage.streams else _Entry(name, 1)
        entries.append(entry)
        number = len(entries) - 1
        if before is None:
            entries[at].child = number
        else:
            before.right = number
        before = entry
        if entry.kind == 1:
            _add(entries, number, storage.storages[name])


def _chain(sectors: list[bytes], fat: list[int], data: bytes) -> int:
    start = len(sectors)
    count = -(-len(data) // SECTOR)
    sectors += [data[i * SECTOR : (i + 1) * SECTOR].ljust(SECTOR, b"\0") for i in range(count)]
    fat += [*range(start + 1, start + count), END]
    return start


def _words(numbers: list[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _written(one: _Entry) -> bytes:
    name = one.name.encode("utf-16-le") + b"\0\0"
    tree = struct.pack("<BBIII", one.kind, 1, FREE, one.right, one.child)
    return name.ljust(64, b"\0") + struct.pack("<H", len(name)) + tree + b"\0" * 36 + struct.pack("<IQ", one.start, one.size)
