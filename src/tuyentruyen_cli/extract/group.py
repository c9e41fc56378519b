"""The submissions of tables that speak of one unit (or name their units row by row) and one week."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.extract.checksums import check_totals
from tuyentruyen_cli.extract.combine import Part, combine
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.cumulative import stated_cumulative
from tuyentruyen_cli.extract.days import refuse_other_days
from tuyentruyen_cli.extract.decided import Decided, correct, take_sides, with_stated
from tuyentruyen_cli.extract.evidence import Identity
from tuyentruyen_cli.extract.figures import Figures, read_table
from tuyentruyen_cli.extract.heading_basis import refuse_other_basis
from tuyentruyen_cli.extract.joined import join_parts
from tuyentruyen_cli.extract.labels import CHANNEL, Labels
from tuyentruyen_cli.extract.lexicon import Role
from tuyentruyen_cli.extract.notes import find_notes
from tuyentruyen_cli.extract.records import RowRecord, build_records, with_those_made_of
from tuyentruyen_cli.extract.remarks import about_cells, says_supplement
from tuyentruyen_cli.extract.surroundings import Surrounding
from tuyentruyen_cli.extract.table import Table
from tuyentruyen_cli.extract.unit_column import by_unit
from tuyentruyen_cli.model.finding import Argument, Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.sheet import Reading
from tuyentruyen_cli.model.submission import Outcome, Refusal, Submission
from tuyentruyen_cli.model.value import ValueState


class Placed(Struct, frozen=True):
    """A table with who and when it is about, and what stands around it.

    ``goes_on`` is where its rows may go on in another table that has no heading.
    """

    table: Table
    identity: Identity
    lines: Surrounding
    goes_on: Location | None = None


class Use(StrEnum):
    """What a table was taken for."""

    USED = "used"
    CHECKSUM = "checksum"  # a summary of the others
    OTHER_WEEK = "other-week"
    CONTRADICTED = "two-tables"
    EXAMPLE = "example"  # shows how to fill in the others


class Traced(Struct, frozen=True):
    """A table with all that was read of it, and what it was taken for."""

    figures: Figures
    identity: Identity
    use: Use


class Group(Struct, frozen=True):
    """What the tables of one unit and week give."""

    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]
    tables: tuple[Traced, ...]


def said(rule: str, location: Location, unit: str | None = None, **arguments: Argument) -> Finding:
    """A finding with its rule's own severity."""
    return Finding(rule, RULES[rule], location, tuple(arguments.items()), unit)


def rejected(reading: Reading, context: Context, unit: str | None, period: str | None, rule: str) -> Submission:
    """A submission of which nothing is used, and the rule that is the reason."""
    refusals = tuple(Refusal(m.id, rule, Location(reading.file)) for m in context.schema.measures)
    return Submission(reading.file, reading.sha256, reading.content, unit, period, refusals=refusals, outcome=Outcome.REJECTED)


def unit_finding(rule: str, reading: Reading, context: Context, identity: Identity) -> Finding:
    """What is to be said of how a unit was named: not at all, in two ways, or nearly."""
    named = tuple(context.names.units[u].name for u in identity.named) if context.names else ()
    near = next((e for e in identity.evidence if e.match.near), None)
    typed = tuple(e.text for e in identity.evidence)
    severity = Severity.WARNING if rule == "unit-near-miss" and identity.unit else Severity.ERROR
    place = near.location if near and rule == "unit-near-miss" else Location(reading.file)
    suggestion = named[0] if len(named) == 1 else ""
    arguments = (("typed", typed), ("units", named), ("suggestion", suggestion))
    related = tuple(e.location for e in identity.evidence)
    return Finding(rule, severity, place, arguments, identity.unit, related=related)


def read_group(reading: Reading, context: Context, group: list[Placed], period: str | None) -> Group:
    """The submissions of the tables of one unit and week, or none when they contradict each other."""
    decided = Decided.of(context.decided, reading.sha256)
    tables = [read_table(p.table, context.schema, lambda f: _settle_cells(f, decided)) for p in group]
    tables = [refuse_other_basis(t, context) for t in tables]
    figures = [refuse_other_days(check_totals(t, tables), context) for t in tables]
    parts: list[Part] = []
    findings: list[Finding] = []
    for one in figures:
        channel = _sheet_channel(one, context)
        stated = take_sides(one, decided)
        records, told = build_records(Labels(one, context.lexicon, channel))
        records = with_stated(records, stated, context.schema)
        parts.append(Part(one.table, tuple(records), channel))
        findings += [*one.findings, *told, *about_cells(one.table)]
    joined, _ = combine(parts)
    if not joined or any(p.goes_on for p in group):
        return _contradicted(reading, context, group, figures, period)
    uses = [Use.USED if any(p is j for j in joined) else Use.CHECKSUM for p in parts]
    traced = tuple(Traced(f, p.identity, u) for f, p, u in zip(figures, group, uses, strict=True))
    records = [r for p in joined for r in p.records]
    refusals = (r for t in traced if t.use is Use.USED for r in t.figures.refusals)
    base = Submission(
        reading.file, reading.sha256, reading.content, None, period,
        refusals=with_those_made_of(refusals, records, context.schema),
        notes=tuple(dict.fromkeys(n for p in group for n in find_notes(p.lines.remarks))),
        supplement=says_supplement(reading.file, [line for p in group for line in p.lines.titles]),
        cumulative=tuple(c for t in traced if t.use is Use.USED for c in stated_cumulative(t.figures)),
    )  # fmt: skip
    if any(p.table.header.by_role(Role.UNIT) for p in group):
        submissions, findings = by_unit(base, records, context, findings)
    else:
        submissions, findings = _single(base, records, reading, context, group[0].identity, findings)
    return Group(tuple(submissions), tuple(findings), traced)


def _settle_cells(figures: Figures, decided: Decided) -> None:
    correct(figures, decided, join_parts(figures))


def _contradicted(reading: Reading, context: Context, group: list[Placed], figures: list[Figures], period: str | None) -> Group:
    unit = group[0].identity.unit
    places = tuple(place for p in group for place in (p.table.location, p.goes_on) if place)
    cells = tuple(p.cell or "" for p in places)
    finding = replace(said("two-tables", places[0], unit, places=cells), related=places[1:])
    traced = tuple(Traced(f, p.identity, Use.CONTRADICTED) for f, p in zip(figures, group, strict=True))
    return Group((rejected(reading, context, unit, period, "two-tables"),), (finding,), traced)


def _sheet_channel(figures: Figures, context: Context) -> str | None:
    dimension = context.schema.dimension(CHANNEL)
    category = context.lexicon.category(dimension, figures.grid.sheet.part) if dimension else None
    return category.id if category else None


def _single(
    base: Submission, records: list[RowRecord], reading: Reading, context: Context, identity: Identity, findings: list[Finding]
) -> tuple[list[Submission], list[Finding]]:
    unit, rule = identity.unit, identity.rule
    submission = replace(base, unit=unit, records=tuple(r.record for r in records))
    findings += _not_stated(submission, context)
    findings = [replace(f, unit=unit) for f in findings]
    if rule:
        findings.append(unit_finding(rule, reading, context, identity))
    return [replace(submission, outcome=outcome_of(submission, rejected=unit is None))], findings


def _not_stated(submission: Submission, context: Context) -> Iterable[Finding]:
    """A required measure that no row of the submission states."""
    not_stated = ValueState.NOT_STATED
    stated = {m for r in submission.records for m, v in zip(r.measures, r.stated, strict=True) if v.state is not not_stated}
    stated |= {r.measure for r in submission.refusals}
    place = submission.records[0].location if submission.records else Location(submission.file)
    for measure in context.schema.measures:
        if measure.required and measure.id not in stated:
            yield Finding(
                "not-stated",
                RULES["not-stated"],
                Location(place.file, place.part),
                (("measure", measure.title), ("typed", "")),
                measure=measure.id,
            )


def outcome_of(submission: Submission, *, rejected: bool) -> Outcome:
    """Rejected when nothing can be used, partial when some values are refused."""
    pairs = (zip(r.measures, r.stated, strict=True) for r in submission.records)
    values = {(m, v.value is None, v.state) for of_row in pairs for m, v in of_row}
    refused = {m for m, _, state in values if state is ValueState.REFUSED} | {r.measure for r in submission.refusals}
    stated = any(not unknown and m not in refused for m, unknown, _ in values)
    if rejected or (refused and not stated):
        return Outcome.REJECTED
    return Outcome.PARTIAL if refused else Outcome.ACCEPTED
