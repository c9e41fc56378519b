"""Rules over one submission, run in the worker that read it."""

from collections.abc import Iterator

from msgspec.structs import replace

from tuyentruyen_cli.check.plausible import implausible
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.schema import Measure, ReportSchema
from tuyentruyen_cli.model.submission import Outcome, Record, Refusal, Submission
from tuyentruyen_cli.model.unit import Unit
from tuyentruyen_cli.model.value import Value, ValueState


def check_submission(
    submission: Submission, schema: ReportSchema, unit: Unit | None = None
) -> tuple[Submission, tuple[Finding, ...]]:
    """A submission with the measures refused that its own figures contradict, and the findings that say so.

    After these come findings about what is unlikely, which refuse nothing. ``unit`` is its unit as the registry has it.
    """
    refused, contradictions = _refused(submission, schema)
    return refused, (*contradictions, *implausible(refused, schema, unit))


def _refused(submission: Submission, schema: ReportSchema) -> tuple[Submission, tuple[Finding, ...]]:
    stated = {m for record in submission.records for m in record.measures}
    if not any(p.id in stated for _, parts in schema.splits for p in parts):
        return submission, ()  # nothing is split
    splits = schema.splits
    together = frozenset(
        p.id
        for record in submission.records
        for whole, parts in splits
        for p in parts
        if (values := dict(record.values)) and p.id in values and whole not in values
    )
    findings = tuple(f for record in submission.records for f in split_mismatch(record, schema, together))
    refusals = tuple(
        Refusal(m.id, f.rule, f.location)
        for f in findings
        for m in schema.measures
        if f.measure and f.measure in {m.id, m.split_of}
    )
    if not findings:
        return submission, ()
    outcome = Outcome.PARTIAL if submission.outcome is Outcome.ACCEPTED else submission.outcome
    refused = replace(submission, refusals=submission.refusals + refusals, outcome=outcome)
    return refused, tuple(replace(f, unit=submission.unit) for f in findings)


def split_mismatch(record: Record, schema: ReportSchema, together: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """A whole beside its parts (tin, bài beside tin and bài) that is not their sum.

    ``together`` are parts that a cell states for several rows at once.
    """
    values = dict(record.values)
    for whole_id, parts_of in schema.splits:
        stated = values.get(whole_id)
        parts = [(p, values[p.id]) for p in parts_of if p.id in values and values[p.id].value is not None]
        if stated is None or stated.value is None or not parts or not _apart(stated, parts):
            continue
        whole = schema.measure(whole_id)
        total = sum(v.value or 0 for _, v in parts)
        states = {values[p.id].state for p in parts_of if p.id in values}
        # A part that is refused or blank can make up for what is lacking, but never for what is too much.
        apart = any(p.id in together and p.id not in values for p in parts_of)
        open_parts = apart or ValueState.REFUSED in states or ValueState.NOT_STATED in states
        if stated.value == total or (open_parts and total < stated.value):
            continue
        said = (
            ("measures", (whole.title, *(p.title for p, _ in parts))),
            ("stated", stated.value),
            ("sum", total),
            ("kind", whole.kind.value),
            ("typed", stated.raw),
        )
        related = tuple(v.sources[0] for _, v in parts)
        yield Finding("split-mismatch", RULES["split-mismatch"], stated.sources[0], said, measure=whole.id, related=related)


def _apart(whole: Value, parts: list[tuple[Measure, Value]]) -> bool:
    """Whether the whole was stated in a cell of its own, and is not the sum that was made of its parts."""
    return not {s for _, v in parts for s in v.sources} & set(whole.sources)
