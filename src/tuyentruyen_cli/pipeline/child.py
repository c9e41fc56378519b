"""A worker process as its parent sees it. Light: it is started before anything else of this program is loaded.

With ``multiprocessing`` of the standard library it takes three times as long until a spawned process can begin: it loads itself
on both sides, and starts a third process that looks after shared memory, of which there is none here.
"""

import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from tuyentruyen_cli.pipeline.channel import Channel

WORK = "tuyentruyen_cli.pipeline.worker:work"
# Set to anything, it lets a worker write to the standard error of its parent: for who looks for a fault.
DEBUG = "TUYENTRUYEN_DEBUG"
_SAID = 1000  # bytes of a line
_LAST_WORDS = 2.0  # seconds: another program that the worker started may hold its standard error open
# The parent's path, not the folder it stands in: a file that somebody sent must never be imported. Nothing needs to be
# looked for beside it (-S), which is a third of the time until the interpreter can begin.
_BEGIN = """
import gc, importlib, sys
gc.disable()
sys.path[:] = sys.argv[1].splitlines()
importlib.import_module("tuyentruyen_cli.startup").load_quickly()
module, _, name = sys.argv[2].partition(":")
getattr(importlib.import_module(module), name)()
"""


class Child:
    """A process that does ``work``, given as module:function, until there is nobody to talk to any more.

    What it, or a library in it, writes to its standard error is for nobody but who looks for a fault.
    """

    def __init__(self, work: str = WORK) -> None:
        self.work = work
        as_here = ["-B"] if sys.dont_write_bytecode else []
        path = "\n".join(place for place in sys.path if place)
        command = [sys.executable, *as_here, "-P", "-S", "-c", _BEGIN, path, work]
        error = None if os.environ.get(DEBUG) else subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=error)  # noqa: S603 - ourselves
        assert self._process.stdin
        assert self._process.stdout
        self._said = b""
        self._drain = threading.Thread(target=self._let_run_dry, daemon=True)
        self._drain.start()
        self._pipes = (self._process.stdin, self._process.stdout)
        self._channel = Channel(self._process.stdout.read, self._process.stdin.write, self._process.stdin.flush)
        self._listener: threading.Thread | None = None

    def send(self, message: bytes) -> None:
        """Hand a message over. That the process has ended is noticed where its answer is awaited."""
        with suppress(OSError):
            self._channel.send(message)

    def listen(self, heard: Callable[[bytes | None], None]) -> None:
        """Call ``heard`` with each message as it comes, in a thread of its own, and with None at the end."""
        self._listener = threading.Thread(target=self._listen, args=(heard,), daemon=True)
        self._listener.start()

    def _listen(self, heard: Callable[[bytes | None], None]) -> None:
        with suppress(EOFError, OSError):
            while True:
                heard(self._channel.receive())
        heard(None)

    def _let_run_dry(self) -> None:
        """Take everything, so that nobody waits for a reader, and keep the last line."""
        error = self._process.stderr
        if error is None:
            return
        with error:
            for line in iter(lambda: error.readline(_SAID), b""):
                self._said = line.strip() or self._said

    def last_words(self) -> str:
        """The last line that an ended process wrote to its standard error, or empty."""
        self._drain.join(_LAST_WORDS)
        return self._said.decode("utf-8", "replace")

    def stop(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.wait()
        if self._listener:
            self._listener.join()
        for pipe in self._pipes:
            with suppress(OSError):
                pipe.close()


_begun: list[Child] = []


def begin() -> None:
    """Start a process now, so that it loads while the caller finds out what to ask of it."""
    if not _begun:
        _begun.append(Child())
        atexit.register(_end)


def taken(work: str) -> Child:
    """The process that was begun, if it does that work; else a new one."""
    return _begun.pop() if _begun and _begun[0].work == work else Child(work)


def _end() -> None:
    """Nothing was asked of it after all."""
    while _begun:
        _begun.pop().stop()
