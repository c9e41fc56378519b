"""Which files of a week's folder are submissions. Nothing is opened here, and no link is followed."""

import os
import unicodedata
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from msgspec import Struct

# The campaign's own files, wherever they lie, and names that programs leave behind (reading.md, "Which files").
OWN_NAMES = frozenset(
    {"received.csv", "tuyentruyen.toml", "units.csv", "can-xu-ly.xlsx", "readme.md", "schema.toml", "tra-loi.txt"}
)
OWN_PATTERNS = ("bao-cao-tuan-*.docx", "phieu-kiem-tra-*.docx", "thu-sua-*.eml", ".tuyentruyen-*", "*.tmp-tuyentruyen")
LEFT_BEHIND = ("~$*", "._*", ".~lock.*", "thumbs.db", "desktop.ini", ".ds_store")


class Found(Struct, frozen=True):
    """A file to read. ``name`` is relative to the folder, NFC, with ``/``."""

    path: Path
    name: str


class Listing(Struct, frozen=True):
    """The files of a folder: those to read, and those that programs left behind, by name, both sorted."""

    files: tuple[Found, ...]
    left_behind: tuple[Found, ...]


def list_folder(folder: Path) -> Listing:
    """Every file below a folder. Raises OSError when the folder itself cannot be read."""
    files: list[Found] = []
    left: list[Found] = []
    for found in sorted(_walk(folder, ""), key=lambda f: f.name):
        if is_left_behind(found.name):
            left.append(found)
        elif not is_own(found.name):
            files.append(found)
    return Listing(_distinct(files), tuple(left))


def is_left_behind(name: str) -> bool:
    """Whether a program left a file of that name, which may have folders before it."""
    last = name.rpartition("/")[2].casefold()
    return any(fnmatch(last, pattern) for pattern in LEFT_BEHIND)


def is_own(name: str) -> bool:
    """Whether a file of that name is the campaign's own."""
    last = name.rpartition("/")[2].casefold()
    return last in OWN_NAMES or any(fnmatch(last, pattern) for pattern in OWN_PATTERNS)


def _walk(folder: Path, prefix: str) -> Iterator[Found]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path), name + "/")
            else:
                yield Found(Path(entry.path), unicodedata.normalize("NFC", name))


def _distinct(files: list[Found]) -> tuple[Found, ...]:
    """Two names that differ only by normalisation would be one address; the second keeps its own spelling."""
    seen: set[str] = set()
    result = []
    for found in files:
        name = found.name if found.name not in seen else found.path.name
        seen.add(name)
        result.append(Found(found.path, name))
    return tuple(result)
