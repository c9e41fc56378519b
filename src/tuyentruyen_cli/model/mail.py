"""The nouns of mail: messages taken apart, what became of them, and what is sent."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct


class Why(StrEnum):
    """Why a part of a message was not taken."""

    INLINE = "inline-picture"
    SIGNATURE = "signature"
    CARD = "card"
    ENCRYPTED = "encrypted"
    WINMAIL = "winmail"
    BOUNCE = "bounce"
    DEEP = "too-deep"
    LARGE = "too-large"
    DAMAGED = "damaged"
    PROGRAM = "program"  # what a click would run
    OWN = "own"  # the office's own message, which came back to its mailbox


QUIET = frozenset({Why.INLINE, Why.SIGNATURE, Why.CARD, Why.OWN})
"""What needs no look when something else of the message was taken."""


class Left(NamedTuple):
    """A part that was not taken: its name as its sender wrote it, and why."""

    name: str
    why: Why


class Attached(NamedTuple):
    """A file of a message, under the name that its sender gave it.

    ``forwarded`` when it lay in a message inside the message; ``sender`` then is that one's, else empty.
    """

    name: str
    data: bytes
    forwarded: bool = False
    sender: str = ""


class Letter(Struct, frozen=True, array_like=True, gc=False):
    """A message taken apart. ``key`` tells it from every other; ``received_at`` is the time of a server, or None.

    ``texts`` are the subject and the lines that its sender wrote.
    """

    key: str
    message_id: str
    sender: str
    subject: str
    received_at: dt.datetime | None
    attached: tuple[Attached, ...] = ()
    left: tuple[Left, ...] = ()
    texts: tuple[str, ...] = ()


class Post(NamedTuple):
    """A message where it lies. ``place`` is its address there, ``stable`` when no other message can ever have it.

    ``at`` is when its server took it, where that is known before it is opened. ``letter`` opens it, and may raise OSError;
    ``move`` puts it where what was taken belongs, None when nobody asked for that.
    """

    place: str
    letter: Callable[[], Letter]
    stable: bool = False
    at: dt.datetime | None = None
    move: Callable[[], None] | None = None


class Taken(NamedTuple):
    """A file that was taken: its path below the campaign, its hash, the name that it came with, and as what it was taken.

    ``new`` is false when the same bytes lay there already. ``week_known`` is false when nothing says the week.
    """

    file: str
    sha256: str
    original: str
    week: str
    unit: str | None
    forwarded: bool = False
    new: bool = True
    week_known: bool = True


class Delivery(Struct, frozen=True, array_like=True, gc=False):
    """What became of a message."""

    place: str
    letter: Letter
    taken: tuple[Taken, ...]

    @property
    def to_look_at(self) -> bool:
        """Whether a person should open the message: nothing was taken from it, or not all that may matter."""
        whys = {one.why for one in self.letter.left}
        return not (self.taken or Why.OWN in whys) or bool(whys - QUIET)


class Collected(Struct, frozen=True, array_like=True, gc=False):
    """What a run took. ``known`` counts messages that an earlier run had dealt with, ``older`` those from before what is asked.

    ``faults`` are places that could not be opened, each with the reason.
    """

    deliveries: tuple[Delivery, ...] = ()
    known: int = 0
    older: int = 0
    faults: tuple[tuple[str, str], ...] = ()
    moved: int = 0


class SendState(StrEnum):
    """What is to be done with a draft, or was."""

    READY = "ready"
    SENT = "sent"  # in this run
    SENT_BEFORE = "sent-before"
    UNCLEAR = "unclear"  # an earlier run broke off while the server had it
    NO_ADDRESS = "no-address"
    STRANGER = "stranger"  # an address that the campaign does not have
    SEVERAL_UNITS = "several-units"
    TWICE = "twice"  # another draft of the same unit lies in the same folder
    UNREADABLE = "unreadable"
    REFUSED = "refused"  # by the server, all addresses
    PARTLY = "partly"  # sent, some addresses refused


class Sending(Struct, frozen=True, array_like=True, gc=False):
    """A draft and its state. ``refused`` are addresses with what the server said of them; ``at`` when it was sent before."""

    path: str
    unit: str | None
    subject: str
    to: tuple[str, ...]
    state: SendState
    at: dt.datetime | None = None
    refused: tuple[tuple[str, str], ...] = ()
    earlier: dt.datetime | None = None  # when another text of this draft was sent
