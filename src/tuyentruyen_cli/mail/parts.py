"""The tree of a message, part by part: which parts are files that were sent, and why the others are none."""

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.message import Message

from msgspec import Struct, field

from tuyentruyen_cli.mail.heads import addresses, file_name, head
from tuyentruyen_cli.mail.winmail import WinmailError, files_of
from tuyentruyen_cli.model.mail import Attached, Left, Why
from tuyentruyen_cli.vi.charsets import text_of

DEEPEST = 20  # parts in parts; mail that people write has five or six
MOST_PARTS = 500
MOST_BYTES = 100 * 1024 * 1024  # of all files of a message together
_SIGNATURES = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "application/pgp-keys"}
)
_ENCRYPTED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})
_CARDS = frozenset({"text/vcard", "text/x-vcard", "text/directory", "text/calendar"})
_SIGNATURE_NAMES = (".p7s", ".asc", ".sig")
_CARD_NAMES = (".vcf", ".ics")
# What Windows runs, or opens as a disk or a page with a program in it, when it is clicked on.
_PROGRAMS = (
    *(".exe", ".com", ".scr", ".pif", ".msi", ".msp", ".cpl", ".dll", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse"),
    *(".wsf", ".wsh", ".hta", ".jar", ".lnk", ".url", ".reg", ".iso", ".img", ".vhd", ".chm", ".scf", ".appx", ".one"),
)
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf", "text/csv": ".csv", "text/plain": ".txt"}
_CID = re.compile(r"""cid:([^"'\s>)]+)""", re.IGNORECASE)
_TAG = re.compile(
    r"<(?:style|script)\b.*?</(?:style|script)>|<br\b[^>]*>|</(?:p|div|tr|li|h\d)>|<[^>]*>", re.IGNORECASE | re.DOTALL
)
_LINE_END = re.compile(r"<br|</(?:p|div|tr|li|h\d)", re.IGNORECASE)


class Parts(Struct):
    """What was found so far. ``texts`` are the bodies, plain ones before those made of HTML."""

    attached: list[Attached] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    seen: int = 0
    size: int = 0

    def take(self, name: str, data: bytes, forwarded_by: str | None) -> None:
        """One file more, unless it is a program or the message is larger than can be."""
        if name.casefold().rstrip(" .").endswith(_PROGRAMS):
            self.left.append(Left(name, Why.PROGRAM))
            return
        self.size += len(data)
        if self.size > MOST_BYTES:
            self.left.append(Left(name, Why.LARGE))
        else:
            self.attached.append(Attached(name, data, forwarded_by is not None, forwarded_by or ""))


def parts_of(message: Message) -> Parts:
    """The files and texts of a message."""
    parts = Parts()
    shown = frozenset(_shown(message))
    _walk(message, parts, shown, None, 0)
    return parts


def _shown(message: Message) -> Iterator[str]:
    """The ids of the pictures that a text shows in itself."""
    for part in message.walk():
        if part.get_content_type() == "text/html" and not part.is_multipart():
            yield from (m.casefold() for m in _CID.findall(_text(part)))


def _walk(part: Message, parts: Parts, shown: frozenset[str], forwarded_by: str | None, depth: int) -> None:
    parts.seen += 1
    if depth > DEEPEST or parts.seen > MOST_PARTS:
        parts.left.append(Left(file_name(part), Why.DEEP))
        return
    kind = part.get_content_type()
    payload = part.get_payload()
    if kind == "multipart/report":
        # It brings our own message back, files and all.
        parts.left.append(Left(head(part, "Subject"), Why.BOUNCE))
    elif kind.startswith("message/") and isinstance(payload, list):
        for inner in payload:
            if isinstance(inner, Message):
                _walk(inner, parts, shown, _sender(inner), depth + 1)
    elif isinstance(payload, list):
        for inner in payload:
            if isinstance(inner, Message):
                _walk(inner, parts, shown, forwarded_by, depth + 1)
    else:
        _leaf(part, kind, parts, shown, forwarded_by, depth)


def _sender(message: Message) -> str:
    return next(iter(addresses(message, "From")), "")


def _leaf(part: Message, kind: str, parts: Parts, shown: frozenset[str], forwarded_by: str | None, depth: int) -> None:
    name = file_name(part)
    disposition = (head(part, "Content-Disposition").partition(";")[0]).strip().casefold()
    why = _no_file(part, kind, name, disposition, shown)
    if why is not None:
        parts.left.append(Left(name, why))
    elif kind in {"text/plain", "text/html"} and not name and disposition != "attachment":
        (parts.plain if kind == "text/plain" else parts.html).append(_text(part))
    elif kind == "application/ms-tnef" or name.casefold() == "winmail.dat":
        _unwrap(name, _bytes(part), parts, forwarded_by)
    elif name.casefold().endswith(".eml") and (data := _bytes(part)):
        # Some programs attach a forwarded message as a file like any other.
        inner = message_from_bytes(data)
        _walk(inner, parts, shown | frozenset(_shown(inner)), _sender(inner), depth + 1)
    elif name.casefold().endswith(".msg") and (mail := _outlook(_bytes(part))) is not None:
        _walk(mail, parts, shown | frozenset(_shown(mail)), _sender(mail), depth + 1)
    else:
        parts.take(name or f"{_NAMELESS}{_ENDINGS.get(kind, '')}", _bytes(part), forwarded_by)


_NAMELESS = "dinh-kem"


def _outlook(data: bytes) -> Message | None:
    """The message in a file of Outlook's; None when it is none, and a file like any other."""
    from tuyentruyen_cli.mail.outlook import OutlookError, mail_of  # noqa: PLC0415 - loads olefile

    try:
        return mail_of(data).message
    except OutlookError:
        return None


def _no_file(part: Message, kind: str, name: str, disposition: str, shown: frozenset[str]) -> Why | None:
    """Why a part is no file that was sent, or None."""
    low = name.casefold()
    if kind in _SIGNATURES or low.endswith(_SIGNATURE_NAMES):
        return Why.SIGNATURE
    if kind in _ENCRYPTED:
        return Why.ENCRYPTED
    if kind in _CARDS or low.endswith(_CARD_NAMES):
        return Why.CARD
    if kind.startswith("image/"):
        identity = head(part, "Content-ID").strip("<> ").casefold()
        if (identity and identity in shown) or (disposition == "inline" and not name):
            return Why.INLINE
    return None


def _unwrap(name: str, data: bytes, parts: Parts, forwarded_by: str | None) -> None:
    """The files inside Outlook's own wrapping; the wrapping itself when it cannot be opened."""
    try:
        inside = files_of(data)
    except WinmailError:
        parts.left.append(Left(name, Why.WINMAIL))
        return
    for file in inside:
        parts.take(file.name, file.data, forwarded_by)


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: Message) -> str:
    charset = part.get_param("charset")
    named = charset if isinstance(charset, str) else ""
    return text_of(_bytes(part), named)


def lines_of(parts: Parts) -> tuple[str, ...]:
    """The lines that the sender wrote: nothing that is quoted from an earlier message."""
    texts: Sequence[str] = parts.plain or [_TAG.sub(_break, text) for text in parts.html]
    lines = []
    for text in texts:
        for line in text.splitlines():
            bare = line.strip()
            if _QUOTED.match(bare):
                break
            if bare and not bare.startswith(">"):
                lines.append(bare)
    return tuple(lines)


def _break(tag: re.Match[str]) -> str:
    return "\n" if _LINE_END.match(tag[0]) else " "


_QUOTED = re.compile(
    r"-{3,} ?(?:Original Message|Forwarded message|Thư gốc|Tin nhắn gốc)|(?:On|Vào|Vào lúc)\b.{5,200}(?:wrote|đã viết):$"
    r"|_{10,}$|(?:From|Từ): .*@",
    re.IGNORECASE,
)
