"""What one file says of one unit and week."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Record:
    """One row of figures.

    ``dimensions`` maps dimension ids (and ``origin``) to categories; ``values`` measure ids to values.
    """

    location: Location
    dimensions: tuple[tuple[str, str], ...]
    values: tuple[tuple[str, Value], ...]

    def category(self, dimension: str) -> str | None:
        """The category of one dimension, or None when the record has none."""
        for name, category in self.dimensions:
            if name == dimension:
                return category
        return None


@dataclass(frozen=True, slots=True)
class Refusal:
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


@dataclass(frozen=True, slots=True)
class Cumulative:
    """A cumulative figure that a submission states: never added, only compared. ``value`` as in ``Value``."""

    measure: str
    value: int
    since: Since
    location: Location


@dataclass(frozen=True, slots=True)
class Note:
    """Free text that a unit wrote under a heading: ``direction``, ``difficulties``, ``tasks``, ``proposals``."""

    heading: str
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Submission:
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


@dataclass(frozen=True, slots=True)
class Receipt:
    """When a file was received, and how that is known: ``first-seen``, ``received.csv``, ``mail``."""

    file: str
    sha256: str
    received_at: dt.datetime
    evidence: str
