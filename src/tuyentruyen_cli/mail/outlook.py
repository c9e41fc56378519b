"""A message as Outlook saves it (.msg), put together again as the mail that it was.

Source: MS-OXMSG; a message inside a message lies in the storage of its attachment (section 2.2.2.1).
"""

import base64
import datetime as dt
import struct
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser, HeaderParser
from typing import Any, NamedTuple

from oxmsg import Message as OutlookMessage
from oxmsg.attachment import Attachment
from oxmsg.domain import constants as c
from oxmsg.properties import Properties
from oxmsg.storage import Storage

DEEPEST = 20  # messages in messages
_INSIDE = "__substg1.0_3701000D"
_HEAD_OF_INNER = 24  # bytes before the properties of a message inside another one
_HEADS = {"message-id", "from", "sender", "subject", "date", "received"}
# What olefile and oxmsg raise for damaged files; neither has errors of its own for all of it.
_FAULTS = (OSError, ValueError, KeyError, IndexError, AssertionError, AttributeError, TypeError, struct.error, RecursionError)


class OutlookError(ValueError):
    """It is damaged, or no such file at all."""


class OutlookMail(NamedTuple):
    """The mail, and when it was delivered to a mailbox: None for what was never sent."""

    message: Message
    delivered: dt.datetime | None


def mail_of(data: bytes) -> OutlookMail:
    """The mail that was saved. Raises OutlookError."""
    try:
        root = OutlookMessage.load(data)
        properties = root.properties
        message = _mail(root._storage, properties, 0)  # noqa: SLF001 - oxmsg shows no messages inside messages
        return OutlookMail(message, properties.date_prop_value(c.PID_MESSAGE_DELIVERY_TIME))
    except _FAULTS as error:
        raise OutlookError(str(error)) from error


def _mail(storage: Any, properties: Properties, depth: int) -> Message:
    message = Message()
    for key, value in _heads(properties):
        message[key] = value
    message["Content-Type"] = "multipart/mixed"
    message.attach(_body(properties))
    if depth <= DEEPEST:
        for one in storage.iter_attachment_storages():
            message.attach(_part(one, depth))
    return message


def _heads(properties: Properties) -> Iterator[tuple[str, str]]:
    """The lines at the head as the mail had them; for what never left Outlook, what it knows of them."""
    written = HeaderParser().parsestr(properties.str_prop_value(c.PID_TRANSPORT_MESSAGE_HEADERS) or "")
    kept = [(key, str(value)) for key, value in written.raw_items() if key.casefold() in _HEADS]
    there = {key.casefold() for key, _ in kept}
    yield from kept
    address = properties.str_prop_value(c.PID_SENDER_SMTP_ADDRESS) or properties.str_prop_value(c.PID_SENDER_EMAIL_ADDRESS)
    known = {
        "Message-ID": properties.str_prop_value(c.PID_INTERNET_MESSAGE_ID),
        "From": address if address and "@" in address else None,
        "Subject": properties.str_prop_value(c.PID_SUBJECT),
    }
    for key, value in known.items():
        if value and key.casefold() not in there:
            yield key, " ".join(value.split())


def _body(properties: Properties) -> Message:
    part = Message()
    plain = properties.str_prop_value(c.PID_BODY)
    html = properties.binary_prop_value(c.PID_HTML)
    if html is not None:
        part["Content-Type"] = f'text/html; charset="{properties.body_encoding}"'
        _fill(part, html)
    else:
        part["Content-Type"] = 'text/plain; charset="utf-8"'
        _fill(part, (plain or "").encode("utf-8", "replace"))
    return part


def _part(storage: Any, depth: int) -> Message:
    attachment = Attachment(storage)
    properties = attachment.properties
    inner = next((one for one in storage.storages if one.name == _INSIDE), None)
    part = Message()
    if isinstance(inner, Storage):
        part["Content-Type"] = "message/rfc822"
        part.attach(_mail(inner, Properties(inner, _HEAD_OF_INNER), depth + 1))
        return part
    data = attachment.file_bytes or b""
    kind = attachment.mime_type or "application/octet-stream"
    if kind.casefold() == "multipart/signed":
        # Of a signed message Outlook keeps the whole as if it were its only file.
        return BytesParser().parsebytes(data)
    name = attachment.file_name or properties.str_prop_value(c.PID_ATTACH_FILENAME) or ""
    part["Content-Type"] = kind if "/" in kind and kind.isascii() and kind.isprintable() else "application/octet-stream"
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
    identity = properties.str_prop_value(c.PID_ATTACH_CONTENT_ID)
    if identity:
        part["Content-ID"] = f"<{' '.join(identity.split())}>"
    _fill(part, data)
    return part


def _fill(part: Message, data: bytes) -> None:
    part["Content-Transfer-Encoding"] = "base64"
    part.set_payload(base64.b64encode(data).decode("ascii"))
