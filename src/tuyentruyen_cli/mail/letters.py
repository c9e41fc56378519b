"""A message as bytes, and what it is taken apart into."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser

from tuyentruyen_cli.mail.heads import addresses, decoded, head, received_at
from tuyentruyen_cli.mail.parts import Parts, lines_of, parts_of
from tuyentruyen_cli.model.mail import Attached, Left, Letter, Why

LARGEST = 150 * 1024 * 1024  # bytes of a message as it is sent; servers take 25 to 50
_TOP = 64 * 1024  # bytes in which the subject of a message that cannot be opened is looked for
# The library's own faults on hostile messages; whatever it was, a person looks.
_FAULTS = (MessageError, RecursionError, ValueError, LookupError, AttributeError, TypeError)


def letter_of(data: bytes, at: dt.datetime | None = None) -> Letter:
    """A message. ``at`` is when its server took it, where the server says so; else the topmost Received line does."""
    if len(data) > LARGEST:
        return _unread(data[:_TOP], at, Why.LARGE)
    try:
        message = BytesParser().parsebytes(data)
        parts = parts_of(message)
    except _FAULTS:
        return _unread(data, at, Why.DAMAGED)
    return _letter(message, parts, at)


def too_large(place: str, at: dt.datetime | None) -> Letter:
    """What stands for a message that is not even fetched."""
    return Letter(hashlib.sha256(place.encode()).hexdigest(), "", "", "", at, left=(Left("", Why.LARGE),))


def key_of(heads: Iterable[str], attached: Iterable[Attached]) -> str:
    """What tells a message from every other, wherever it lies: its own id and its files, never what servers wrote over it."""
    seen = hashlib.sha256("\0".join(heads).encode("utf-8", "surrogatepass"))
    for file in attached:
        # What was sent as text has the line ends of wherever it lies.
        seen.update(hashlib.sha256(file.data.replace(b"\r\n", b"\n")).digest())
    return seen.hexdigest()


def letter_of_msg(data: bytes) -> Letter:
    """A message as Outlook saves it. Its time is that of the topmost Received line, else of the delivery to the mailbox."""
    from tuyentruyen_cli.mail.outlook import OutlookError, mail_of  # noqa: PLC0415 - loads olefile

    if len(data) > LARGEST:
        return _unread(data[:_TOP], None, Why.LARGE)
    try:
        mail = mail_of(data)
        parts = parts_of(mail.message)
    except (OutlookError, *_FAULTS):
        return _unread(data, None, Why.DAMAGED)
    return _letter(mail.message, parts, received_at(mail.message) or mail.delivered)


def _letter(message: Message, parts: Parts, at: dt.datetime | None) -> Letter:
    subject = head(message, "Subject")
    identity = head(message, "Message-ID")
    sender = next(iter(addresses(message, "From") or addresses(message, "Sender")), "")
    lines = lines_of(parts)
    # Without an id of its own, what a person would tell it by.
    heads = [identity] if identity else ["", sender, head(message, "Date"), subject, *lines]
    return Letter(
        key_of(heads, parts.attached),
        identity,
        sender,
        subject,
        at or received_at(message),
        tuple(parts.attached),
        tuple(parts.left),
        (subject, *lines),
    )


def _unread(data: bytes, at: dt.datetime | None, why: Why) -> Letter:
    top = data[:_TOP].partition(b"\n\n")[0].decode("latin-1").splitlines()
    subject = next((decoded(line.partition(":")[2]) for line in top if line.casefold().startswith("subject:")), "")
    return Letter(hashlib.sha256(data).hexdigest(), "", "", subject, at, left=(Left("", why),))
