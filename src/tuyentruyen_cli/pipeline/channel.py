"""Messages between a process and its worker: bytes, each with its length before it, over two pipes."""

import os
from contextlib import suppress
from typing import IO

_LENGTH = 8  # bytes


class Channel:
    """The two ends that one side holds."""

    def __init__(self, incoming: IO[bytes], outgoing: IO[bytes]) -> None:
        self._incoming = incoming
        self._outgoing = outgoing

    def send(self, message: bytes) -> None:
        """Hand a message over. Raises OSError when nobody is there any more."""
        self._outgoing.write(len(message).to_bytes(_LENGTH, "big"))
        self._outgoing.write(message)
        self._outgoing.flush()

    def receive(self) -> bytes:
        """The next message. Raises EOFError when the other side has ended."""
        return self._read(int.from_bytes(self._read(_LENGTH), "big"))

    def _read(self, length: int) -> bytes:
        data = self._incoming.read(length)
        if len(data) < length:
            raise EOFError
        return data


def to_parent() -> Channel:
    """The channel of a worker: its standard streams. Whatever a library prints from here on goes where errors go."""
    channel = Channel(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    with suppress(OSError):  # a program without a console has no standard error
        os.dup2(2, 1)
    os.close(nothing)
    return channel
