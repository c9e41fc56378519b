"""The lines at the head of a message, whatever they are written in: RFC 2047, RFC 2231, or bytes that no rule allows."""

import base64
import binascii
import datetime as dt
import email.utils
import quopri
import re
from collections.abc import Iterator
from email.message import Message
from email.utils import getaddresses

from tuyentruyen_cli.vi.charsets import text_of

# Spaces inside an encoded word are against the rule, and common.
_WORD = re.compile(r"=\?([^?\s]+)\?([BbQq])\?([^?]*)\?=")
_FOLD = re.compile(r"\r?\n(?=[ \t])")
_ENDS = re.compile(r"[\r\n]+")
LONGEST = 20_000  # characters of one line at the head; more is no name and no subject


def head(part: Message, name: str) -> str:
    """A line at the head of a message or a part of it, decoded; empty when there is none."""
    return decoded(next((value for key, value in _raw(part) if key.casefold() == name.casefold()), ""))


def decoded(raw: str) -> str:
    """Such a line in plain letters, in NFC."""
    return "".join(_pieces(_unicode(raw))).strip()


def file_name(part: Message) -> str:
    """What a part's file is called by its sender; empty when nothing says it."""
    clean = Message()
    for key, value in _raw(part):
        if key.casefold() in {"content-disposition", "content-type"}:
            clean[key] = _unicode(value)
    said = [_parameter(clean, key, header) for key, header in (("filename", "content-disposition"), ("name", "content-type"))]
    return next((name for name in said if name), "")


def addresses(part: Message, name: str) -> tuple[str, ...]:
    """The addresses in a line at the head, in small letters."""
    lines = [_unicode(value) for key, value in _raw(part) if key.casefold() == name.casefold()]
    # Before anything is decoded: a name in code may hold what would look like an address of its own.
    found = (address for _, address in getaddresses(lines))
    return tuple(dict.fromkeys(a.strip().casefold() for a in found if "@" in a))


def received_at(part: Message) -> dt.datetime | None:
    """When the last server took the message, by the topmost line that servers write. None without one that can be read."""
    top = next((value for key, value in _raw(part) if key.casefold() == "received"), None)
    return instant(_unicode(top).rpartition(";")[2]) if top is not None else None


def instant(text: str) -> dt.datetime | None:
    """An instant as mail writes it, with its zone; None when it is none, or has no zone."""
    try:
        when = email.utils.parsedate_to_datetime(text.strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return when if when.tzinfo else None


def _raw(part: Message) -> Iterator[tuple[str, str]]:
    return ((key, str(value)[:LONGEST]) for key, value in part.raw_items())


def _unicode(raw: str) -> str:
    """A line as it came, unfolded; bytes beyond ASCII as the letters they most likely are."""
    line = _ENDS.sub(" ", _FOLD.sub("", raw))
    if not any("\udc80" <= c <= "\udcff" for c in line):
        return line
    return text_of(line.encode("utf-8", "surrogateescape"))


def _pieces(line: str) -> Iterator[str]:
    """The plain and the encoded pieces of a line, decoded. Neighbours of one character set are joined as bytes before that.

    Some programs cut a letter in two between them.
    """
    end, waiting, charset = 0, b"", ""
    for word in _WORD.finditer(line):
        between = line[end : word.start()]
        # RFC 2231, section 5, lets a language stand behind the character set.
        named = word[1].partition("*")[0]
        if waiting and (between.strip() or named.casefold() != charset.casefold()):
            yield text_of(waiting, charset)
            waiting = b""
        if between.strip() or end == 0:
            yield between
        waiting, charset, end = waiting + _bytes_of(word), named, word.end()
    if waiting:
        yield text_of(waiting, charset)
    yield line[end:]


def _bytes_of(word: re.Match[str]) -> bytes:
    text = word[3].encode("ascii", "replace")
    if word[2] in "Qq":
        return quopri.decodestring(text.replace(b"_", b" "), header=False)
    bare = re.sub(rb"[^A-Za-z0-9+/]", b"", text)
    try:
        return base64.b64decode(bare + b"=" * (-len(bare) % 4))
    except (binascii.Error, ValueError):
        return base64.b64decode(bare[: len(bare) // 4 * 4])


def _parameter(clean: Message, key: str, header: str) -> str:
    """A parameter, best as RFC 2231 writes it: what stands beside it is for programs that do not know that."""
    values = [value for name, value in clean.get_params([], header) if name.casefold() == key]
    for value in sorted(values, key=lambda v: not isinstance(v, tuple)):
        if isinstance(value, tuple):
            charset, _, text = value
            return decoded_bytes(text, charset or "")
        if value:
            return decoded(value)
    return ""


def decoded_bytes(text: str, charset: str) -> str:
    """A parameter in which each character stands for a byte; letters that are none already are left as they are."""
    try:
        return text_of(text.encode("latin-1"), charset)
    except UnicodeEncodeError:
        return text
