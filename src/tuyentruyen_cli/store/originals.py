"""The received files, each kept once, named by its hash."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from tuyentruyen_cli.errors import StoreError
from tuyentruyen_cli.files import write_chunks_atomic

SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
CHUNK = 1 << 20


def keep(folder: Path, sha256: str, source: Path) -> Path:
    """The kept copy of a file, made when it is not there yet.

    Raises StoreError when the file no longer has that hash, OutputRefused when it cannot be written.
    """
    kept = find(folder, sha256)
    if kept and _same_size(kept, source):
        return kept
    suffix = source.suffix.lower()
    target = kept or folder / f"{sha256}{suffix if SUFFIX.fullmatch(suffix) else ''}"
    write_chunks_atomic(target, _checked(source, sha256))
    return target


def find(folder: Path, sha256: str) -> Path | None:
    """The kept copy of the file with that hash, or None."""
    return next((path for path in sorted(folder.glob(f"{sha256}*")) if path.stem == sha256), None)


def _same_size(kept: Path, source: Path) -> bool:
    """Whether the kept copy can be the file: a disk that lost its end is noticed while the file is still there."""
    try:
        return kept.stat().st_size == source.stat().st_size
    except OSError:
        return True


def _checked(source: Path, sha256: str) -> Iterator[bytes]:
    """The pieces of a file; at its end, an error when the whole is not what was read before."""
    seen = hashlib.sha256()
    try:
        with source.open("rb") as file:
            while piece := file.read(CHUNK):
                seen.update(piece)
                yield piece
    except OSError as error:
        raise StoreError("store.cannot-read", path=source, reason=error.strerror or str(error)) from error
    if seen.hexdigest() != sha256:
        raise StoreError("store.original-changed", path=source)
