"""The rules that an office wrote into its schema."""

from collections.abc import Iterable, Iterator

from tuyentruyen_cli.check.stated import Row, Stated, table_of
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import Aggregation, ReportSchema
from tuyentruyen_cli.model.unit import Unit
from tuyentruyen_cli.model.value import ValueState

OFFICE_RULE = "office-rule"
_SHOWN = 12


def office_rules(stated: Stated, schema: ReportSchema, _unit: Unit | None) -> Iterator[Finding]:
    """What an office's own rules say of a unit's figures. One that compares what is refused or not stated is silent."""
    submission = stated.submission
    if not schema.rules or not submission.records:
        return
    from tuyentruyen_cli.check.expressions import holds  # noqa: PLC0415 - loads jinja2; few offices have rules of their own

    refused = {r.measure for r in submission.refusals}
    refused |= {m for r in submission.records for m, v in r.values if v.state is ValueState.REFUSED}
    sums, places = _summed(stated.rows, schema)
    values = {m.id.replace("-", "_"): sums.get(m.id) for m in schema.measures}
    for rule in schema.rules:
        if refused.intersection(rule.named) or any(sums.get(m) is None for m in rule.compared):
            continue
        if holds(rule.when, values):
            related = tuple(dict.fromkeys(p for m in rule.named for p in places.get(m, ())))[:_SHOWN]
            said = (("id", rule.id), ("text", rule.text), ("when", rule.when))
            yield Finding(OFFICE_RULE, rule.severity, table_of(submission), said, submission.unit, related=related)


def _summed(rows: Iterable[Row], schema: ReportSchema) -> tuple[dict[str, int], dict[str, list[Location]]]:
    """What the submission states in all of each measure, as totals take it, and in which cells."""
    by_channel: dict[str, dict[str | None, int]] = {}
    places: dict[str, list[Location]] = {}
    for row in rows:
        for measure, value in row.values.items():
            channels = by_channel.setdefault(measure, {})
            channel = row.record.category("channel")
            channels[channel] = channels.get(channel, 0) + (value.value or 0)
            places.setdefault(measure, []).extend(value.sources)
    greatest = {m.id for m in schema.measures if m.aggregation_in_unit is Aggregation.MAX}
    return {m: max(c.values()) if m in greatest else sum(c.values()) for m, c in by_channel.items()}, places
