"""A whole that contradicts its parts, as a person decided it."""

from collections.abc import Mapping

from msgspec.structs import replace

from tuyentruyen_cli.check.within import split_mismatch
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.submission import Record, Submission
from tuyentruyen_cli.model.value import Value, ValueState

ROWS = "rows"  # the parts count, and the whole is their sum; else the whole counts, and its parts are not stated


def split_as_decided(submission: Submission, schema: ReportSchema, sides: Mapping[str, str]) -> Submission:
    """The submission with each contradiction between a whole and its parts settled as ``sides`` says, by measure."""
    if not sides:
        return submission
    return replace(submission, records=tuple(_settled(record, schema, sides) for record in submission.records))


def _settled(record: Record, schema: ReportSchema, sides: Mapping[str, str]) -> Record:
    values = dict(record.values)
    for finding in split_mismatch(record, schema):
        whole = finding.measure
        if whole is None or whole not in sides:
            continue
        parts = [p.id for p in schema.parts_of(whole) if p.id in values]
        if sides[whole] == ROWS:
            stated = [values[p] for p in parts if values[p].value is not None]
            first, *others = (place for v in stated for place in v.sources)
            values[whole] = Value(
                sum(v.value or 0 for v in stated), values[whole].raw, first, ValueState.DECIDED, others=tuple(others)
            )
        else:
            for part in parts:
                blank = values[part]
                values[part] = Value(None, blank.raw, blank.source, ValueState.NOT_STATED, others=blank.others)
    return record.having(values.items())
