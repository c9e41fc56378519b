"""The files that an archive carries, one level deep, read from memory: nothing is written, and a name is only a label."""

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from typing import Final, NamedTuple

from tuyentruyen_cli.read.archive import Archive
from tuyentruyen_cli.read.fault import unsafe
from tuyentruyen_cli.read.folder import is_left_behind, is_own
from tuyentruyen_cli.read.preflight import MAX_SIZE
from tuyentruyen_cli.vi.text import clean

_UTF8_NAME: Final = 0x800
_DRIVE: Final = re.compile(r"^[A-Za-z]:")


class Member(NamedTuple):
    """A file in an archive. ``name`` is below the archive's own, NFC, with ``/``; ``left_behind`` by some program."""

    name: str
    info: zipfile.ZipInfo
    left_behind: bool


def members(archive: Archive) -> tuple[Member, ...]:
    """The files by name, without a campaign's own. Two that would share a name are numbered."""
    found: list[Member] = []
    taken: set[str] = set()
    for info in archive.members():
        label = _label(_decoded(info))
        if not is_own(label):
            name = _free(label, taken)
            taken.add(name)
            found.append(Member(name, info, is_left_behind(label)))
    return tuple(sorted(found, key=lambda member: member.name))


def content_of(archive: Archive, member: Member) -> bytes:
    """The bytes of a member. Raises FileFault when it is encrypted, damaged, over a cap."""
    content = archive.part(member.info.orig_filename)
    if len(content) > MAX_SIZE:
        raise unsafe("too-large")
    return content


def _decoded(info: zipfile.ZipInfo) -> str:
    """The name as it was typed. Without the mark of UTF-8, macOS writes UTF-8 all the same and Windows its own code page."""
    if info.flag_bits & _UTF8_NAME:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437", "replace")
    for encoding in ("utf-8", "cp1258"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.orig_filename


def _label(name: str) -> str:
    """A name that stays inside its archive: no drive, no root, no way up, nothing that a terminal would obey."""
    visible, _ = clean(unicodedata.normalize("NFC", name))
    pieces = _DRIVE.sub("", visible.replace("\n", " ").replace("\\", "/")).split("/")
    return "/".join(piece for piece in pieces if piece.strip(" .")) or "?"


def _free(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    return next(n for n in _numbered(stem if dot else name, dot + ending if dot else "") if n not in taken)


def _numbered(stem: str, ending: str) -> Iterator[str]:
    yield stem + ending
    number = 2
    while True:
        yield f"{stem} ({number}){ending}"
        number += 1
