"""Files inside winmail.dat, the wrapping (TNEF) in which Outlook sends what it thinks that only Outlook reads.

Source: MS-OXTNEF, sections 2.1.3 and 2.3; property types by MS-OXCDATA, section 2.11.1.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from tuyentruyen_cli.vi.charsets import text_of

_SIGNATURE = 0x223E9F78
_ATTACHMENT = 2  # the level of an attribute that is about a file
_NEW_FILE, _TITLE, _DATA, _PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_LONG_NAME, _BINARY_CONTENT = 0x3707, 0x3701
_STRING8, _UNICODE, _BINARY, _OBJECT = 0x1E, 0x1F, 0x102, 0x0D
_MANY = 0x1000
_NAMED = 0x8000
_SIZES = {0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}


class WinmailError(ValueError):
    """It is damaged, or no such wrapping at all."""


class WinmailFile(NamedTuple):
    """A file in the wrapping."""

    name: str
    data: bytes


def files_of(data: bytes) -> tuple[WinmailFile, ...]:
    """The files, in order. Raises WinmailError."""
    try:
        return tuple(_files(data))
    except (struct.error, IndexError, UnicodeDecodeError, OverflowError) as error:
        raise WinmailError(str(error)) from error


def _files(data: bytes) -> Iterator[WinmailFile]:
    name, long_name, content, waiting = "", "", b"", False
    for level, attribute, value in _attributes(data):
        if level != _ATTACHMENT:
            continue
        if attribute == _NEW_FILE:
            if waiting:
                yield WinmailFile(long_name or name, content)
            name, long_name, content, waiting = "", "", b"", True
        elif attribute == _TITLE:
            name = text_of(value.rstrip(b"\0"))
        elif attribute == _DATA:
            content = value
        elif attribute == _PROPERTIES:
            found = dict(_properties(value))
            long_name = str(found.get(_LONG_NAME) or long_name)
            # A message inside the message lies here, and is none of the files.
            inside = found.get(_BINARY_CONTENT)
            content = content or (inside if isinstance(inside, bytes) else b"")
    if waiting:
        yield WinmailFile(long_name or name, content)


def _attributes(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != _SIGNATURE:  # noqa: PLR2004 - signature and key
        raise WinmailError("no signature")
    at = 6
    while at + 9 <= len(data):
        level, attribute, length = struct.unpack_from("<BII", data, at)
        at += 9
        value = data[at : at + length]
        if len(value) != length or at + length + 2 > len(data):
            raise WinmailError("cut off")
        if sum(value) & 0xFFFF != struct.unpack_from("<H", data, at + length)[0]:
            raise WinmailError("checksum")
        yield level, attribute & 0xFFFF, value
        at += length + 2


def _properties(data: bytes) -> Iterator[tuple[int, str | bytes]]:
    (count,) = struct.unpack_from("<I", data)
    at = 4
    for _ in range(count):
        kind, identity = struct.unpack_from("<HH", data, at)
        at += 4
        if identity >= _NAMED:
            at = _after_name(data, at)
        bare = kind & ~_MANY
        values, at = _values(data, at, bare, many=bool(kind & _MANY))
        for value in values:
            if bare == _UNICODE:
                yield identity, value.decode("utf-16-le").rstrip("\0")
            elif bare == _STRING8:
                yield identity, text_of(value.rstrip(b"\0"))
            elif bare == _BINARY:
                yield identity, value


def _after_name(data: bytes, at: int) -> int:
    """Behind the name of a property that has one: sixteen bytes, then a number or a text."""
    (kind,) = struct.unpack_from("<I", data, at + 16)
    if kind == 0:
        return at + 24
    (length,) = struct.unpack_from("<I", data, at + 20)
    return at + 24 + _padded(length)


def _values(data: bytes, at: int, kind: int, *, many: bool) -> tuple[list[bytes], int]:
    if kind in {_STRING8, _UNICODE, _BINARY, _OBJECT}:
        (count,) = struct.unpack_from("<I", data, at)
        at += 4
        values = []
        for _ in range(count):
            (length,) = struct.unpack_from("<I", data, at)
            value = data[at + 4 : at + 4 + length]
            if len(value) != length:
                raise WinmailError("cut off")
            values.append(value)
            at += 4 + _padded(length)
        return values, at
    if kind not in _SIZES:
        raise WinmailError(f"type {kind:#x}")
    count = 1
    if many:
        (count,) = struct.unpack_from("<I", data, at)
        at += 4
    if count > len(data):
        raise WinmailError("cut off")
    return [], at + _SIZES[kind] * count


def _padded(length: int) -> int:
    return length + -length % 4
