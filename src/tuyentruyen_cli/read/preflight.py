"""What is asked of a file before any library sees it: that it is a regular file, and not too large.

The caps of archives stand here too; ``archive`` counts against them while it inflates.
"""

import os
import stat
from pathlib import Path
from typing import Final

from tuyentruyen_cli.read.fault import unreadable, unsafe

MIB: Final = 1 << 20
MAX_SIZE: Final = 25 * MIB
MAX_INFLATED: Final = 200 * MIB
MAX_ENTRIES: Final = 2_000
# A sheet of one repeated row deflates to about 1/100; 1/1000 is what DEFLATE reaches on zeros.
MAX_RATIO: Final = 200
RATIO_FROM: Final = MIB
MAX_CELLS: Final = 1_000_000
# Excel's own limits (ECMA-376 has none).
MAX_ROW: Final = 1_048_576
MAX_COLUMN: Final = 16_384

# Windows has neither O_NOFOLLOW nor O_NONBLOCK; elsewhere they close the gap between lstat and open, and keep a pipe that
# slipped in from blocking the worker. O_BINARY exists on Windows alone.
_FLAGS: Final = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"))


def load(path: Path) -> bytes:
    """The bytes of a regular file of at most ``MAX_SIZE``. Raises FileFault, and OSError when the system refuses."""
    if not stat.S_ISREG(os.lstat(path).st_mode):
        raise unsafe("not-regular")
    with open(os.open(path, _FLAGS), "rb") as file:  # noqa: PTH123 - a descriptor has no path
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise unsafe("not-regular")
        # A buffer of the largest size costs more than a small file; one that has grown meanwhile is read on.
        data = file.read(min(found.st_size, MAX_SIZE) + 1)
        if len(data) > found.st_size:
            data += file.read(MAX_SIZE + 1 - len(data))
    if len(data) > MAX_SIZE:
        raise unsafe("too-large")
    if not data:
        raise unreadable("zero-bytes")
    return data
