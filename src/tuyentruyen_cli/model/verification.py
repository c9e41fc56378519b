"""What became of a document since it was written: which of its numbers a hand changed, and which no longer hold."""

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct


class Way(StrEnum):
    """How a document was compared: by its bookmarks, or by its text where a program took those away."""

    BOOKMARKS = "bookmarks"
    TEXT = "text"


class Against(StrEnum):
    """What a document was held against."""

    ISSUED = "issued"  # the copy that was kept when it was issued
    STORE = "store"  # the same document, written anew
    ITSELF = "itself"  # what it tells of itself


class Altered(NamedTuple):
    """A number that is another one than was written. ``about`` says whose and which, or in which line; ``place`` is the text
    around it; ``now`` is empty where there is none.
    """

    about: str
    place: str
    then: str
    now: str


class Stray(NamedTuple):
    """A number that the program did not write, and the text in which it stands."""

    number: str
    place: str


class Compared(Struct, frozen=True, array_like=True, gc=False):
    """What a comparison found.

    ``relabelled`` are rows of a table whose name is another one than was written, so that their figures are said of another.
    ``numbers`` is how many were compared. ``changed`` were changed by hand, ``gone`` are no longer marked, ``lost`` stood
    outside of marks and are there no longer; ``strays`` belong to nothing that was written. ``unread`` are lines that a text
    without marks does not have, so that their numbers could not be compared.
    """

    way: Way
    numbers: int
    changed: tuple[Altered, ...] = ()
    gone: tuple[Altered, ...] = ()
    strays: tuple[Stray, ...] = ()
    lost: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    relabelled: tuple[Altered, ...] = ()

    @property
    def as_written(self) -> bool:
        """Whether every number that was written is still there."""
        return not (self.changed or self.gone or self.lost or self.unread or self.relabelled)


class Verification(Struct, frozen=True, array_like=True, gc=False):
    """A document that was verified. ``kind`` is the id of its kind, ``of`` its week or month; ``issued`` is the name of the
    report that it is, when it was issued. ``outdated`` are figures that the store has otherwise by now; None where there is
    no store that knows them. ``unknown_mark`` says that it bears the mark of an issue that the campaign's log does not have.
    """

    file: str
    kind: str
    of: str
    issued: str
    against: Against
    compared: Compared
    outdated: tuple[Altered, ...] | None
    unknown_mark: bool = False

    @property
    def holds(self) -> bool:
        """Whether nothing was found that should not be so; a number that an office added by itself is no fault."""
        return self.compared.as_written and not self.outdated and not self.unknown_mark
