"""Where a week stands at a moment: who has sent what, when, and what has become of it."""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from tuyentruyen_cli.model.issue import Beside
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.model.submission import Outcome, Timeliness


class UnitState(StrEnum):
    """What there is of a unit."""

    ACCEPTED = "accepted"
    PARTIAL = "partial"  # some figures refused
    REFUSED = "refused"  # sent, and nothing of it used
    EMPTY = "empty"  # sent, and no figure in it
    ENTERED = "entered"  # nothing sent; figures entered by hand
    MISSING = "missing"
    EXCUSED = "excused"


class Sent(Struct, frozen=True, array_like=True, gc=False):
    """A file as the week remembers it. ``errors`` are the rules that refuse something in it."""

    file: str
    sha256: str
    unit: str | None
    received_at: dt.datetime | None
    evidence: str
    outcome: Outcome
    usable: bool
    errors: tuple[str, ...] = ()


class Version(Struct, frozen=True, array_like=True, gc=False):
    """One of the files that a unit sent for a week, counted from 1 in the order in which they came.

    ``there`` is false for one that was received once and is no longer among the week's files: another took its name.
    """

    number: int
    file: str
    sha256: str
    received_at: dt.datetime
    evidence: str
    there: bool = True


class Past(Struct, frozen=True, array_like=True, gc=False):
    """How a unit did over the weeks, in numbers of weeks. ``right_first``: one version, used as it came."""

    expected: int = 0
    received: int = 0
    on_time: int = 0
    late: int = 0
    right_first: int = 0


class Leave(Struct, frozen=True, array_like=True, gc=False):
    """Another due instant for one unit, or (``due`` None) none at all; why, and who granted it where that is known."""

    unit: str
    due: dt.datetime | None
    reason: str
    who: str = ""


class UnitStanding(Struct, frozen=True, array_like=True, gc=False):
    """A unit at that moment. ``received_at`` is of its first file with figures, else of its first file; ``late``: by how much.

    ``due`` is its own due instant. ``errors`` and ``warnings`` count what was found in the files that count now.
    """

    unit: str
    name: str
    expected: bool
    state: UnitState
    due: dt.datetime
    timeliness: Timeliness = Timeliness.UNKNOWN
    received_at: dt.datetime | None = None
    evidence: str = ""
    late: dt.timedelta | None = None
    errors: int = 0
    warnings: int = 0
    versions: tuple[Version, ...] = ()
    past: Past = Past()

    @property
    def received(self) -> bool:
        """Whether anything is there of it."""
        return self.state not in {UnitState.MISSING, UnitState.EXCUSED}


class FolderNow(Struct, frozen=True, array_like=True, gc=False):
    """What the week's folder holds beside what was read of it: files that are new, changed since, gone."""

    path: str
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class Standing(Struct, frozen=True, array_like=True, gc=False):
    """A week at a moment.

    ``remembered`` is false when it was never aggregated. ``unplaced`` are files that belong to no known unit; ``weeks`` those
    that ``past`` counts; ``lost`` weeks that were received and have to be aggregated again; ``shared`` when the store lies on a
    network share; ``issued`` is the last report that was issued of it, beside the figures of these ``measures`` now.
    """

    period: Period
    now: dt.datetime
    units: tuple[UnitStanding, ...]
    remembered: bool
    leaves: tuple[Leave, ...] = ()
    unplaced: tuple[Sent, ...] = ()
    folder: FolderNow | None = None
    weeks: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    shared: bool = False
    issued: Beside | None = None
    measures: tuple[Measure, ...] = ()

    @property
    def expected(self) -> tuple[UnitStanding, ...]:
        """The units that had to report."""
        return tuple(u for u in self.units if u.expected)

    def of_state(self, *states: UnitState) -> tuple[UnitStanding, ...]:
        """The expected units in one of these states."""
        return tuple(u for u in self.units if u.state in states and (u.expected or u.state is UnitState.EXCUSED))

    @property
    def left(self) -> dt.timedelta:
        """The time until the due instant; negative when it has passed."""
        return self.period.due - self.now
