"""A draft of a mail (.eml) with files attached. It is opened with a mail program, read, and sent by a person."""

import hashlib
import re
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final, NamedTuple

_ADDRESS: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")
_OFFICE: Final = "vnd.openxmlformats-officedocument."
_TYPES: Final = {
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".xlsm": "vnd.ms-excel.sheet.macroEnabled.12",
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".pdf": "pdf",
    ".zip": "zip",
}
_ANY_TYPE: Final = "octet-stream"


class Attached(NamedTuple):
    """A file that goes with a mail; ``copy`` for a marked copy of what the recipient sent."""

    name: str
    data: bytes
    copy: bool = False


def draft(subject: str, addresses: Sequence[str], body: Sequence[str], attached: Sequence[Attached] = ()) -> bytes:
    """The draft. Same inputs, same bytes: the mail program sets sender, date and identity when it is sent.

    What does not look like an address is left out.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = subject
    right = [a for a in addresses if _ADDRESS.fullmatch(a)]
    if right:
        message["To"] = ", ".join(right)
    message.set_content("\n".join(body) + "\n")
    for file in attached:
        ending = file.name[file.name.rfind(".") :].lower()
        subtype = _TYPES.get(ending, _ANY_TYPE)
        message.add_attachment(file.data, maintype="application", subtype=subtype, filename=file.name)
    if attached:
        digest = hashlib.sha256(b"".join(hashlib.sha256(f.data).digest() for f in attached)).hexdigest()
        message.set_boundary(f"=_{digest[:40]}")
    return message.as_bytes()
