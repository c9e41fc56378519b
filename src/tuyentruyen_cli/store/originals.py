"""The received files, each kept once, named by its hash."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from tuyentruyen_cli.errors import StoreError
from tuyentruyen_cli.files import write_chunks_atomic

SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
CHUNK = 1 << 20


class Originals:
    """The folder of kept files. It is looked through once: a year of a province has thousands of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, Path] | None = None

    def find(self, sha256: str) -> Path | None:
        """The kept copy of the file with that hash, or None."""
        return self._index().get(sha256)

    def keep(self, sha256: str, source: Path) -> Path:
        """The kept copy of a file, made when it is not there yet.

        Raises StoreError when the file no longer has that hash, OutputRefused when it cannot be written.
        """
        kept = self.find(sha256)
        if kept and _same_size(kept, source):
            return kept
        suffix = source.suffix.lower()
        target = kept or self._folder / f"{sha256}{suffix if SUFFIX.fullmatch(suffix) else ''}"
        write_chunks_atomic(target, _checked(source, sha256))
        self._index()[sha256] = target
        return target

    def keep_data(self, sha256: str, data: bytes, suffix: str) -> Path:
        """The kept copy of a document that the program made, made when it is not there yet. Raises OutputRefused."""
        kept = self.find(sha256)
        if kept is None:
            kept = self._folder / f"{sha256}{suffix}"
            write_chunks_atomic(kept, (data,))
            self._index()[sha256] = kept
        return kept

    def _index(self) -> dict[str, Path]:
        if self._kept is None:
            try:
                names = sorted(os.listdir(self._folder))  # noqa: PTH208 - thousands of Path objects are not needed
            except OSError:
                names = []
            self._kept = {name.partition(".")[0]: self._folder / name for name in reversed(names)}
        return self._kept


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
