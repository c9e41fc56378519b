"""Takes away what an earlier run wrote and this one does not: a draft of the day before must not be sent by mistake."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tuyentruyen_cli.store.memory import Store

CHUNK = 1 << 20


def without_stale(store: Store, folder: Path, kept: set[Path]) -> Iterator[Path]:
    """Remove from a folder what the program wrote, no hand has changed, and is not to be kept; each path that is gone."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path in kept or not path.is_file() or path.is_symlink() or not store.knows_output(path, hash_of(path)):
            continue
        with suppress(OSError):
            path.unlink()
            yield path
            path.parent.rmdir()  # refused while something is in it


def hash_of(path: Path) -> str:
    """The SHA-256 of a file in hex; of nothing for a link, or what is no file: it is not opened."""
    seen = hashlib.sha256()
    if path.is_file() and not path.is_symlink():
        with suppress(OSError), path.open("rb") as file:
            while piece := file.read(CHUNK):
                seen.update(piece)
    return seen.hexdigest()
