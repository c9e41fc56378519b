"""Writing files whole or not at all. Standard library only; every stage may use it."""

import errno
import os
import re
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tuyentruyen_cli.errors import OutputRefused

FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
LEFT_OVER = re.compile(r"\.tuyentruyen-[0-9a-f]{16}\.tmp")
READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_atomic(path: Path, data: bytes) -> None:
    """Replace a file: afterwards it holds either all of ``data`` or what it held before. Raises OutputRefused."""
    write_chunks_atomic(path, (data,))


def write_chunks_atomic(path: Path, chunks: Iterable[bytes], *, synced: bool = True) -> None:
    """As ``write_atomic``, piece by piece. What ``chunks`` raises goes through, and the file is as before.

    Not ``synced``: who writes many calls ``sync_folder`` when all are there. Raises OutputRefused.
    """
    temporary = path.with_name(f".tuyentruyen-{secrets.token_hex(8)}.tmp")
    try:
        _check_place(path)
        _write_new(temporary, chunks)
        _put_in_place(temporary, path)
    except OSError as error:
        raise _refusal(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    if synced:
        sync_folder(path.parent)


def create(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet; a half-written one is removed. Raises OutputRefused."""
    try:
        _write_new(path, (data,))
    except FileExistsError as error:
        raise OutputRefused("store.exists", path=path) from error
    except OSError as error:
        raise _refusal(path, error) from error


def clear_left_over(folder: Path) -> None:
    """Remove the temporary files of runs that were killed. Only for one who knows that no other run is writing there."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - thousands of Path objects are not needed
            if LEFT_OVER.fullmatch(name):
                (folder / name).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut, where the system allows it (Windows does not open folders, and needs nothing)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise OutputRefused("store.is-folder", path=path)
    # On Windows a read-only file cannot be replaced, elsewhere it could; a file that someone locked is kept everywhere.
    if path.exists() and not os.access(path, os.W_OK):
        raise OutputRefused("store.read-only-file", path=path)


def _put_in_place(temporary: Path, path: Path) -> None:
    try:
        os.replace(temporary, path)  # noqa: PTH105 - what the tests of disk errors stand in for
    except PermissionError as error:
        raise OutputRefused("store.open-elsewhere", path=path) from error


def _write_new(path: Path, chunks: Iterable[bytes]) -> None:
    try:
        with path.open("xb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise  # it is someone else's
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def _refusal(path: Path, error: OSError) -> OutputRefused:
    if error.errno in FULL:
        return OutputRefused("store.disk-full", path=path)
    if error.errno in READ_ONLY:
        return OutputRefused("store.read-only-folder", path=path, folder=path.parent)
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return OutputRefused("store.no-folder", path=path, folder=path.parent)
    return OutputRefused("store.cannot-write", path=path, reason=error)
