"""Answers of workers on their way into the store: those of ten thousand files need not lie in memory until then."""

import weakref
from contextlib import suppress
from io import SEEK_END
from tempfile import SpooledTemporaryFile

IN_MEMORY = 1 << 20  # bytes; a district's week never reaches the disk


class Spool:
    """Bytes by name, in a temporary file once they are many. It is gone with this object."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed with this object
        self._places: dict[str, tuple[int, int]] = {}
        weakref.finalize(self, self._file.close)

    def put(self, name: str, data: bytes) -> None:
        """Take bytes up, unless the disk refuses them: then they are not there."""
        with suppress(OSError):
            start = self._file.seek(0, SEEK_END)
            self._file.write(data)
            self._places[name] = start, len(data)

    def get(self, name: str) -> bytes:
        """The bytes of that name; none when they were never taken up, or cannot be had back."""
        start, length = self._places.get(name, (0, 0))
        with suppress(OSError):
            self._file.seek(start)
            data = self._file.read(length)
            return data if len(data) == length else b""
        return b""
