"""What a person decided of an open question, on record: never deleted, undone only by another decision."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class DecisionKind(StrEnum):
    """What can be decided. The value that goes with each stands beside it."""

    ENTER = "enter"  # a unit's figure from a scan, a photo, prose or a telephone call: the number
    CORRECT = "correct"  # a cell: the number
    CHOOSE = "choose"  # which version counts (its sha256), or which figure of a contradiction (``rows``, ``stated``)
    COMBINE = "combine"  # all versions are parts of one: no value
    ASSIGN = "assign"  # a file belongs to a unit, a week or both: ``unit``, ``@period``, ``unit@period``
    EXCLUDE = "exclude"  # a file is not used: no value
    EXCUSE = "excuse"  # a unit need not report this week: no value
    EXTEND = "extend"  # a unit's later due instant: ISO 8601
    WAIVE = "waive"  # a warning is known and accepted: no value
    UNDO = "undo"  # another decision no longer holds: its id


class Subject(Struct, frozen=True, array_like=True, gc=False):
    """What a decision is about. What does not apply is None or empty.

    A cell is named with the hash of its file, so that a decision never falls on a cell that has changed since.
    """

    period: str
    unit: str | None = None
    measure: str | None = None
    sha256: str = ""
    file: str = ""
    part: str = ""
    row: int | None = None
    column: int | None = None
    rule: str = ""


class Decision(Struct, frozen=True, array_like=True, gc=False):
    """A decision: what, of what, with which value, why, by whom, when."""

    kind: DecisionKind
    subject: Subject
    value: str
    reason: str
    who: str
    at: dt.datetime

    @property
    def id(self) -> str:
        """A short name made of what was decided: the same decision again has the same one."""
        about = [self.kind.value, *(getattr(self.subject, f) for f in Subject.__struct_fields__ if f != "file"), self.value]
        return hashlib.sha256(json.dumps(about, ensure_ascii=False).encode()).hexdigest()[:10]

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two decisions answers to one question: the later one holds."""
        s = self.subject
        kinds = {DecisionKind.COMBINE: DecisionKind.CHOOSE, DecisionKind.EXTEND: DecisionKind.EXCUSE}
        return (kinds.get(self.kind, self.kind), s.period, s.unit, s.measure, s.sha256, s.part, s.row, s.column, s.rule)


class FileDecisions(Struct, frozen=True, array_like=True, gc=False):
    """What decisions say of files and their cells, for whoever reads them; each with the decision's id.

    ``corrections``: the number of a cell, by (sha256, part, row, column). ``sides``: ``rows`` or ``stated``, by (sha256,
    measure). ``assigned``: unit and week (None: as the file says), by sha256.
    """

    corrections: tuple[tuple[tuple[str, str, int, int], int, str], ...] = ()
    sides: tuple[tuple[tuple[str, str], str, str], ...] = ()
    assigned: tuple[tuple[str, str | None, str | None, str], ...] = ()


NOTHING_DECIDED = FileDecisions()


def for_files(decisions: Iterable[Decision]) -> FileDecisions:
    """The part of some decisions that must be known when files are read."""
    corrections, sides, assigned = [], [], []
    for d in decisions:
        s = d.subject
        if d.kind is DecisionKind.CORRECT and s.row is not None and s.column is not None:
            corrections.append(((s.sha256, s.part, s.row, s.column), int(d.value), d.id))
        elif d.kind is DecisionKind.CHOOSE and s.sha256 and s.measure:
            sides.append(((s.sha256, s.measure), d.value, d.id))
        elif d.kind is DecisionKind.ASSIGN:
            unit, _, period = d.value.partition("@")
            assigned.append((s.sha256, unit or None, period or None, d.id))
    return FileDecisions(tuple(corrections), tuple(sides), tuple(assigned))


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, in the order in which they were made: the last of each question, without those undone."""
    held: dict[tuple[object, ...], Decision] = {}
    for decision in decisions:
        if decision.kind is DecisionKind.UNDO:
            held = {key: d for key, d in held.items() if d.id != decision.value}
        else:
            held.pop(decision.key, None)
            held[decision.key] = decision
    return tuple(held.values())
