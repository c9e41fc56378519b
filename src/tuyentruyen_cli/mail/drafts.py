"""A draft (.eml) as it lies in a folder, and the message that leaves of it. Text and files go as they are, byte for byte."""

import datetime as dt
import re
from collections.abc import Iterator
from email.header import Header
from email.parser import BytesHeaderParser
from email.utils import format_datetime
from typing import NamedTuple

from tuyentruyen_cli.mail.heads import addresses, head

_LINE = re.compile(rb"\r\n|\r|\n")
_NAME = re.compile(rb"([!-9;-~]+)[ \t]*:")
# What the sender's server sets, what says that it was a draft, and who must not be seen by the others.
_NOT_SENT = frozenset(
    {b"from", b"sender", b"reply-to", b"date", b"message-id", b"x-unsent", b"bcc", b"return-path", b"received", b"status"}
)


class DraftError(ValueError):
    """It is no draft that can be sent."""


class Draft(NamedTuple):
    """A draft: its subject, and every address that it would go to, in small letters."""

    data: bytes
    subject: str
    to: tuple[str, ...]


def draft_of(data: bytes) -> Draft:
    """A draft. Raises DraftError for what is none."""
    fields, _ = _taken_apart(data)
    if not any(name == b"subject" for name, _ in fields):
        raise DraftError("no subject")
    if any(byte > 127 for _, lines in fields for byte in lines):  # noqa: PLR2004 - the last of ASCII
        raise DraftError("head not in ASCII")
    heads = BytesHeaderParser().parsebytes(data)
    to = dict.fromkeys(a for name in ("To", "Cc", "Bcc") for a in addresses(heads, name))
    return Draft(data, head(heads, "Subject"), tuple(to))


def ready(draft: Draft, sender: str, name: str, identity: str, at: dt.datetime) -> bytes:
    """The message: the draft from that sender, at that moment, with that id."""
    fields, body = _taken_apart(draft.data)
    written = Header(name, "utf-8", header_name="From").encode(linesep="\r\n")
    new = f"From: {written}\r\n <{sender}>\r\nDate: {format_datetime(at)}\r\nMessage-ID: {identity}\r\n".encode("ascii")
    kept = b"".join(lines for field, lines in fields if field not in _NOT_SENT and not field.startswith(b"resent-"))
    return new + kept + b"\r\n" + body


def _taken_apart(data: bytes) -> tuple[list[tuple[bytes, bytes]], bytes]:
    """The lines of the head by their name, with their ends, and what follows the blank line; all lines end as mail's do."""
    whole = _LINE.sub(b"\r\n", data.removeprefix(b"\xef\xbb\xbf"))
    top, blank, body = whole.partition(b"\r\n\r\n")
    if not blank:
        top = whole.rstrip(b"\r\n")
    return list(_fields(top)), body


def _fields(top: bytes) -> Iterator[tuple[bytes, bytes]]:
    name, lines = b"", b""
    for line in top.split(b"\r\n"):
        if line[:1] in {b" ", b"\t"} and lines:
            lines += line + b"\r\n"
            continue
        if lines:
            yield name, lines
        found = _NAME.match(line)
        if found is None:
            raise DraftError("head")
        name, lines = found[1].lower(), line + b"\r\n"
    if lines:
        yield name, lines
