"""What one file says of one unit and week."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.value import Value


class Outcome(StrEnum):
    """What became of a submission."""

    ACCEPTED = "accepted"
    PARTIAL = "partial"  # some values refused
    REJECTED = "rejected"  # none used
    SUPERSEDED = "superseded"
    IGNORED = "ignored"  # set aside with a note


class Timeliness(StrEnum):
    """Whether it came before the due instant, by evidence."""

    ON_TIME = "on-time"
    LATE = "late"
    UNKNOWN = "unknown"


# The kind of content of figures that were entered by hand.
ENTERED = "decision"
# The evidence of a receipt whose time a mail server wrote down.
MAIL = "mail"

OWN = "own"
RELAYED = "relayed"


class Record(Struct, frozen=True, array_like=True, gc=False):
    """One row of figures.

    ``dimensions`` maps dimension ids (and ``origin``) to categories. ``measures`` are the ids of what the row says something
    of, and ``stated`` the value of each: rows of one heading can share the ids.
    """

    location: Location
    dimensions: tuple[tuple[str, str], ...]
    measures: tuple[str, ...]
    stated: tuple[Value, ...]

    def __post_init__(self) -> None:
        if len(self.measures) != len(self.stated):
            msg = "a record needs one value for each of its measures"
            raise ValueError(msg)

    @classmethod
    def of(cls, location: Location, dimensions: Iterable[tuple[str, str]], values: Iterable[tuple[str, Value]]) -> "Record":
        """A record of measure ids with their values."""
        pairs = tuple(values)
        return cls(location, tuple(dimensions), tuple([m for m, _ in pairs]), tuple([v for _, v in pairs]))

    @property
    def values(self) -> tuple[tuple[str, Value], ...]:
        """Measure ids with their values."""
        return tuple(zip(self.measures, self.stated, strict=True))

    def having(self, values: Iterable[tuple[str, Value]]) -> "Record":
        """The same row with other values."""
        return Record.of(self.location, self.dimensions, values)

    def category(self, dimension: str) -> str | None:
        """The category of one dimension, or None when the record has none."""
        for name, category in self.dimensions:
            if name == dimension:
                return category
        return None


class Refusal(Struct, frozen=True, array_like=True, gc=False):
    """A measure of a whole submission that is refused, and the rule that refuses it."""

    measure: str
    rule: str
    location: Location


class Since(StrEnum):
    """What a cumulative figure goes back to, as its heading says."""

    MONTH = "month"
    YEAR = "year"
    START = "start"  # of the campaign
    UNSAID = "unsaid"


class Cumulative(Struct, frozen=True, array_like=True, gc=False):
    """A cumulative figure that a submission states: never added, only compared. ``value`` as in ``Value``."""

    measure: str
    value: int
    since: Since
    location: Location


class Note(Struct, frozen=True, array_like=True, gc=False):
    """Free text that a unit wrote under a heading: ``direction``, ``difficulties``, ``tasks``, ``proposals``."""

    heading: str
    text: str
    location: Location


class Submission(Struct, frozen=True, array_like=True, gc=False):
    """What one file says of one unit and week.

    ``unit`` and ``period`` are None when not recognised. A file for several units gives one submission each, with
    ``shared`` true. ``refusals`` refuse a measure whatever its records say. ``supplement`` is true when the file says that it
    completes another (bổ sung).
    """

    file: str
    sha256: str
    content: str
    unit: str | None
    period: str | None
    records: tuple[Record, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[Note, ...] = ()
    outcome: Outcome = Outcome.ACCEPTED
    timeliness: Timeliness = Timeliness.UNKNOWN
    received_at: dt.datetime | None = None
    evidence: str = ""
    shared: bool = False
    supplement: bool = False
    readable: bool = True
    cumulative: tuple[Cumulative, ...] = ()


class Receipt(Struct, frozen=True, array_like=True, gc=False):
    """When a file was received, and how that is known: ``first-seen``, ``received.csv``, ``mail``."""

    file: str
    sha256: str
    received_at: dt.datetime
    evidence: str
