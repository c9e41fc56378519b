"""Messages between a process and its worker: bytes, each with its length before it, over two pipes.

Light: it is loaded before the worker can be started, and the worker's first line loads it again.
"""

import os
from collections.abc import Callable
from contextlib import suppress

_LENGTH = 8  # bytes


class Channel:
    """The two ends that one side holds, as what reads so many bytes, what writes bytes, and what lets them go out."""

    def __init__(self, read: Callable[[int], bytes], write: Callable[[bytes], object], flush: Callable[[], None]) -> None:
        self._read_some = read
        self._write = write
        self._flush = flush

    def send(self, message: bytes) -> None:
        """Hand a message over. Raises OSError when nobody is there any more."""
        self._write(len(message).to_bytes(_LENGTH, "big"))
        self._write(message)
        self._flush()

    def receive(self) -> bytes:
        """The next message. Raises EOFError when the other side has ended."""
        return self._read(int.from_bytes(self._read(_LENGTH), "big"))

    def _read(self, length: int) -> bytes:
        data = self._read_some(length)
        if len(data) < length:
            raise EOFError
        return data


def to_parent() -> Channel:
    """The channel of a worker: its standard streams. Whatever a library prints from here on goes where errors go."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    channel = Channel(incoming.read, outgoing.write, outgoing.flush)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    with suppress(OSError):  # a program without a console has no standard error
        os.dup2(2, 1)
    os.close(nothing)
    return channel
