"""What a submission states, without what is refused: a rule about figures has nothing to say of a figure that is not used."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from tuyentruyen_cli.model.finding import Argument, Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.submission import Record, Submission
from tuyentruyen_cli.model.value import Value

ITEMS, DURATION, BROADCASTS, LISTENERS = "items", "duration", "broadcasts", "listeners"
CHANNEL, TOPIC = "channel", "topic"
_BARE = re.compile(r"[\d\s.,+]+")


class Row(NamedTuple):
    """A record with the values in it that count."""

    record: Record
    values: dict[str, Value]

    def number(self, measure: str) -> int | None:
        """The figure of a measure, or None when it is not stated or refused."""
        value = self.values.get(measure)
        return value.value if value else None

    def place(self, measure: str) -> Location:
        """The cell of a measure that the row states."""
        return self.values[measure].source


def bare(value: Value) -> bool:
    """Whether a number stands alone, without a word or a colon: what it is measured in came from the heading.

    Only then can it have been meant in another measure: ``1 giờ 15 phút`` cannot.
    """
    return _BARE.fullmatch(value.raw) is not None


def rows_of(submission: Submission) -> Iterator[Row]:
    """The rows of a submission that state something."""
    refused = {r.measure for r in submission.refusals}
    for record in submission.records:
        pairs = zip(record.measures, record.stated, strict=True)
        values = {m: v for m, v in pairs if v.value is not None and m not in refused}
        if values:
            yield Row(record, values)


class Stated(Struct, frozen=True):
    """A submission with its rows: every rule goes through them."""

    submission: Submission
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, submission: Submission) -> "Stated":
        """The submission with its rows."""
        return cls(submission, tuple(rows_of(submission)))


def table_of(submission: Submission) -> Location:
    """The table of a submission's first row: where what is said of all of it stands."""
    first = submission.records[0].location
    return Location(first.file, first.part)


def warned(
    rule: str, place: Location, submission: Submission, measure: str | None, *related: Location, **arguments: Argument
) -> Finding:
    """A finding of a rule about figures."""
    said = tuple(arguments.items())
    others = tuple(dict.fromkeys(r for r in related if r != place))
    return Finding(rule, RULES[rule], place, said, submission.unit, measure, others)
