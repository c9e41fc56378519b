"""One writer at a time.

An exclusive transaction on an empty SQLite file is the lock: it works alike on every system, and the system takes it back from
a dead process, so none is ever left over. Who holds it stands in a file beside it, for the message only.
"""

import json
import os
import platform
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from tuyentruyen_cli.errors import StoreError
from tuyentruyen_cli.texts import say

PAUSE = 0.05  # seconds between two attempts


class Lock:
    """The right to write a store, held until ``release``.

    Raises StoreError when another run still has it after ``wait`` seconds.
    """

    def __init__(self, folder: Path, since: str, wait: float, lang: str) -> None:
        self._holder = folder / "holder.json"
        path = folder / "lock"
        last = time.monotonic() + wait
        try:
            self._connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        except sqlite3.Error as error:
            raise StoreError("store.cannot-write", path=path, reason=error) from error
        while not self._taken(path):
            if time.monotonic() >= last:
                self._connection.close()
                raise StoreError("store.locked", holder=_holder(self._holder, lang))
            time.sleep(PAUSE)
        with suppress(OSError):
            self._holder.write_text(json.dumps({"pid": os.getpid(), "host": platform.node(), "since": since}), encoding="utf-8")

    def _taken(self, path: Path) -> bool:
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                return False
            self._connection.close()
            raise StoreError("store.cannot-write", path=path, reason=error) from error
        return True

    def release(self) -> None:
        """Let the next one in."""
        with suppress(OSError):
            self._holder.unlink(missing_ok=True)
        self._connection.close()


def _holder(path: Path, lang: str) -> str:
    try:
        who = json.loads(path.read_text(encoding="utf-8"))
        return say("store.holder", lang, pid=who["pid"], host=who["host"], since=who["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return say("store.holder-unknown", lang)
