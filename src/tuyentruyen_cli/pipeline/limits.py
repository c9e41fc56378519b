"""What a worker may hold, by the platform's own means where it has some, and how its memory is looked after."""

import gc
import importlib
from typing import Final

SECONDS_A_FILE = 10.0
# And of what is larger than reports are: 100,000 rows are 3.3 MiB, and take 20 s of a slow machine that has nothing else to do.
SECONDS_A_MEGABYTE = 15.0
MEGABYTES_A_FILE = 1024
BASE_MEGABYTES = 512  # the interpreter and the libraries, before the first file
WORKER_MEGABYTES = BASE_MEGABYTES + MEGABYTES_A_FILE
_OBJECTS: Final = 50_000  # more than a small file makes; before, the collector ran dozens of times a file


def cap_memory(megabytes: int) -> bool:
    """Cap the address space of this process.

    False where the platform has no such limit (Windows): the parent watches instead.
    """
    try:
        resource = importlib.import_module("resource")
    except ImportError:
        return False
    limit = megabytes * 1024 * 1024
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (ValueError, OSError):
        return False
    return True


def settle_memory() -> None:
    """Take what is loaded by now out of the garbage collector's way: a file leaves next to no rings behind, and what stays
    would be gone through again and again. While a program loads it is better switched off: nothing is left behind then.
    """
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 20)
    gc.enable()


def resident_megabytes(pid: int) -> int | None:
    """How much memory another process holds, or None where that cannot be asked."""
    try:
        import ctypes  # noqa: PLC0415 - only where the limit must be watched

        kernel32 = ctypes.windll.kernel32  # type: ignore[attr-defined]
    except (ImportError, AttributeError):
        return None
    counters = (ctypes.c_size_t * 10)()
    handle = kernel32.OpenProcess(0x0400 | 0x0010, False, pid)  # noqa: FBT003 - query information, read memory
    if not handle:
        return None
    try:
        # PROCESS_MEMORY_COUNTERS: two DWORDs, then sizes; the working set is the third field.
        done = kernel32.K32GetProcessMemoryInfo(handle, counters, ctypes.sizeof(counters))
        return int(counters[2]) // (1024 * 1024) if done else None
    finally:
        kernel32.CloseHandle(handle)
