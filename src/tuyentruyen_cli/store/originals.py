"""The received files, each kept once, named by its hash."""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tuyentruyen_cli.errors import StoreError
from tuyentruyen_cli.files import sync_folder, write_chunks_atomic

SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
CHUNK = 1 << 20
AT_ONCE = 8  # a disk is waited for, not worked for


class Originals:
    """The folder of kept files. It is looked through once: a year of a province has thousands of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, str] | None = None  # by hash

    def find(self, sha256: str) -> Path | None:
        """The kept copy of the file with that hash, or None."""
        name = self._index().get(sha256)
        return self._folder / name if name else None

    def keep(self, sources: Mapping[str, Path]) -> None:
        """Keep files (hash → where it is) that are not kept yet. Afterwards all of them have reached the disk.

        Raises StoreError when one no longer has its hash, OutputRefused when one cannot be written; others may be kept by then.
        """
        new = [(sha256, source) for sha256, source in sources.items() if not self._has(sha256, source)]
        if len(new) < AT_ONCE:
            for sha256, source in new:
                self._copy(sha256, source)
        else:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only for many

            with ThreadPoolExecutor(AT_ONCE) as threads:
                try:
                    for _ in threads.map(self._copy, *zip(*new, strict=True)):
                        pass
                except BaseException:
                    threads.shutdown(cancel_futures=True)
                    raise
        if new:
            sync_folder(self._folder)

    def _has(self, sha256: str, source: Path) -> bool:
        kept = self.find(sha256)
        return kept is not None and _same_size(kept, source)

    def _copy(self, sha256: str, source: Path) -> None:
        suffix = source.suffix.lower()
        target = self.find(sha256) or self._folder / f"{sha256}{suffix if SUFFIX.fullmatch(suffix) else ''}"
        write_chunks_atomic(target, _checked(source, sha256), synced=False)
        self._index()[sha256] = target.name

    def keep_data(self, sha256: str, data: bytes, suffix: str) -> Path:
        """The kept copy of a document that the program made, made when it is not there yet. Raises OutputRefused."""
        kept = self.find(sha256)
        if kept is None:
            kept = self._folder / f"{sha256}{suffix}"
            write_chunks_atomic(kept, (data,))
            self._index()[sha256] = kept.name
        return kept

    def _index(self) -> dict[str, str]:
        if self._names is None:
            try:
                names = sorted(os.listdir(self._folder))  # noqa: PTH208 - thousands of Path objects are not needed
            except OSError:
                names = []
            self._names = {name.partition(".")[0]: name for name in reversed(names)}
        return self._names


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
        raise StoreError("store.cannot-read", path=source, reason=error) from error
    if seen.hexdigest() != sha256:
        raise StoreError("store.original-changed", path=source)
