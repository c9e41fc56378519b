"""A draft of a mail (.eml) with what goes back attached. It is opened with a mail program, read, and sent by a person."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final, NamedTuple

from tuyentruyen_cli.render.returned.letter import Letter, opening, received
from tuyentruyen_cli.render.words import clean
from tuyentruyen_cli.texts import say

_ADDRESS: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")
_MOST: Final = 20
_OFFICE: Final = "vnd.openxmlformats-officedocument."
_TYPES: Final = {
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".xlsm": "vnd.ms-excel.sheet.macroEnabled.12",
    ".docx": f"{_OFFICE}wordprocessingml.document",
}


class Attached(NamedTuple):
    """A file that goes with a mail; ``copy`` for a marked copy, else the list."""

    name: str
    data: bytes
    copy: bool


def mail(said: Letter, attached: Sequence[Attached], zone: dt.tzinfo) -> bytes:
    """The draft. Same inputs, same bytes: the mail program sets sender, date and identity when it is sent."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = say("replies.mail-subject", "vi", week=said.week, unit=said.unit)
    addresses = [a for a in said.addresses if _ADDRESS.fullmatch(a)]
    if addresses:
        message["To"] = ", ".join(addresses)
    message.set_content("\n".join(_body(said, attached, zone)) + "\n")
    for file in attached:
        ending = file.name[file.name.rfind(".") :]
        message.add_attachment(file.data, maintype="application", subtype=_TYPES[ending], filename=file.name)
    if attached:
        digest = hashlib.sha256(b"".join(hashlib.sha256(f.data).digest() for f in attached)).hexdigest()
        message.set_boundary(f"=_{digest[:40]}")
    return message.as_bytes()


def _body(said: Letter, attached: Sequence[Attached], zone: dt.tzinfo) -> Iterator[str]:
    yield opening(said)
    for key, error in (("replies.mail-mend", True), ("replies.mail-check", False)):
        asked = _asked(said, error=error)
        if asked:
            yield ""
            yield say(key, "vi")
            yield from asked
    for key, copies in (("replies.mail-copy", True), ("replies.mail-list", False)):
        names = ", ".join(clean(f.name) for f in attached if f.copy is copies)
        if names:
            yield ""
            yield say(key, "vi", files=names)
    yield ""
    yield say("replies.mail-received", "vi")
    yield from (f"- {line}" for line in received(said, zone))
    yield ""
    yield say("replies.mail-thanks", "vi")
    if said.office:
        yield said.office


def _asked(said: Letter, *, error: bool) -> list[str]:
    """The numbered lines of that weight, under the name of their file where there are several."""
    texts = []
    named = None
    found = list(said.sorted_lines(error=error))
    for number, (part, line) in enumerate(found[:_MOST], start=1):
        if len(said.parts) > 1 and part is not named:
            texts.append(say("replies.document-file", "vi", file=part.name))
            named = part
        texts.append(f"{number}. {line.asked}.")
    if len(found) > _MOST:
        texts.append(f"… {say('replies.chat-more', 'vi', count=len(found) - _MOST)}.")
    return texts
