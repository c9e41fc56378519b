"""What is put into the store and taken out of it, in plain values."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from tuyentruyen_cli.model.submission import Receipt

FIRST_SEEN = "first-seen"


class Received(NamedTuple):
    """A receipt, and what the file was taken for. ``week`` is the one that was aggregated, ``period`` what the file is for."""

    file: str
    sha256: str
    received_at: dt.datetime
    evidence: str
    week: str
    unit: str | None = None
    period: str | None = None

    @property
    def receipt(self) -> Receipt:
        """The receipt alone."""
        return Receipt(self.file, self.sha256, self.received_at, self.evidence)

    @property
    def identity(self) -> tuple[str | None, ...]:
        """What makes a receipt new. A file seen again is not; other evidence of when it came is."""
        stated = "" if self.evidence == FIRST_SEEN else self.received_at.isoformat()
        return (self.week, self.file, self.sha256, self.unit, self.period, self.evidence, stated)


class SubmissionRow(NamedTuple):
    """One row of the cache's table ``submissions``. ``usable`` tells whether it could be read and has rows of figures."""

    file: str
    sha256: str
    unit: str | None
    period: str | None
    received_at: str | None
    timeliness: str
    outcome: str
    evidence: str = ""
    usable: bool = True


class UnitRow(NamedTuple):
    """One row of the cache's table ``units``: a unit that was expected in a week, or was found in its files.

    ``clean`` tells whether what it sent had no error, and nobody had to decide anything about it.
    """

    unit: str
    name: str
    expected: bool
    received: bool
    timeliness: str
    clean: bool = False


class PunctualityRow(NamedTuple):
    """How a unit did over some weeks, in numbers of weeks. ``right_first`` are those with one version, which was clean."""

    unit: str
    expected: int
    received: int
    on_time: int
    late: int
    right_first: int


class FactRow(NamedTuple):
    """One row of the cache's table ``facts``. ``unit`` None is all units; ``sources`` is JSON.

    ``marks`` are the words for what is special about the figure, spaces between: ``approximate``, ``partial``, ``decided``.
    """

    unit: str | None
    measure: str
    dimension: str | None
    category: str | None
    value: int | None
    sources: str
    marks: str = ""


class ValueRow(NamedTuple):
    """A figure that a unit has in a week, without its sources."""

    week: str
    unit: str
    measure: str
    value: int
    marks: str


class PartRow(NamedTuple):
    """A total of one category of a dimension in a week."""

    week: str
    dimension: str
    category: str
    measure: str
    value: int


class FindingRow(NamedTuple):
    """One row of the cache's table ``findings``. ``arguments`` is JSON."""

    rule: str
    severity: str
    unit: str | None
    measure: str | None
    file: str
    part: str
    cell: str | None
    arguments: str


class ResultRow(NamedTuple):
    """What was found in a file: ``key`` says of which, and all that it rests on; ``seal`` is a hash over both."""

    key: str
    answer: bytes
    seal: str


class Week(Struct, frozen=True):
    """One aggregated week. ``payload`` is the whole report as the pipeline writes it; the rows are for queries.

    They are gone through once. ``result_keys`` are those of what was found in its files, ``results`` the rows of those that
    are new. ``rows_stand`` tells that all rows are as they were saved before, and only the payload is another.
    """

    id: str
    payload: bytes
    submissions: Iterable[SubmissionRow] = ()
    facts: Iterable[FactRow] = ()
    findings: Iterable[FindingRow] = ()
    units: Iterable[UnitRow] = ()
    result_keys: tuple[str, ...] = ()
    results: Iterable[ResultRow] = ()
    rows_stand: bool = False
