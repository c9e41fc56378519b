"""Rules that compare a submission with the unit's last week."""

from collections.abc import Iterable, Iterator, Mapping

from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.submission import Outcome, Submission
from tuyentruyen_cli.model.value import ValueState


def same_as_last_week(
    submissions: Iterable[Submission], previous: Mapping[str, Mapping[str, int | None]], schema: ReportSchema
) -> Iterator[Finding]:
    """A file whose figures all equal the same unit's figures of the week before. ``previous``: unit to measure to value."""
    required = [m.id for m in schema.measures if m.required]
    for s in submissions:
        before = previous.get(s.unit or "")
        if before is None or s.outcome not in {Outcome.ACCEPTED, Outcome.PARTIAL}:
            continue
        now: dict[str, int] = {}
        for record in s.records:
            for measure, value in record.values:
                if value.value is not None and value.state is not ValueState.NOT_STATED:
                    now[measure] = now.get(measure, 0) + value.value
        if any(now.get(m) for m in required) and all(now.get(m) == before.get(m) for m in required):
            yield Finding("same-as-last-week", RULES["same-as-last-week"], Location(s.file), unit=s.unit)
