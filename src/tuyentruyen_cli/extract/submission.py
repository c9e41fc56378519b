"""From the sheets of one file to submissions: one for each unit and week that it speaks of."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tuyentruyen_cli.extract.checksums import check_totals
from tuyentruyen_cli.extract.combine import Part, combine
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.evidence import Identity, decide, file_evidence, identify, texts_above
from tuyentruyen_cli.extract.figures import Figures, read_table
from tuyentruyen_cli.extract.labels import CHANNEL, Labels
from tuyentruyen_cli.extract.lexicon import Role
from tuyentruyen_cli.extract.notes import find_notes
from tuyentruyen_cli.extract.records import RowRecord, build_records
from tuyentruyen_cli.extract.remarks import about_cells, about_columns, about_sheets, says_supplement
from tuyentruyen_cli.extract.table import Table, find_tables
from tuyentruyen_cli.extract.unit_column import by_unit
from tuyentruyen_cli.model.finding import Argument, Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.sheet import Reading, Sheet
from tuyentruyen_cli.model.submission import Outcome, Refusal, Submission
from tuyentruyen_cli.model.value import ValueState


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a file says, and what there is to say of it."""

    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A table with who and when it is about."""

    table: Table
    identity: Identity


def extract(reading: Reading, context: Context) -> Extraction:
    """The submissions of one file. Raises nothing for bad content: what is wrong is a finding."""
    if not reading.sheets:
        return _unreadable(reading, context)
    visible = [s for s in reading.sheets if not s.hidden]
    findings = [*reading.findings, *about_sheets(reading)]
    tables = [t for sheet in visible for t in find_tables(sheet, context.lexicon)]
    if not tables:
        return _rejected(reading, context, visible, "no-table", findings)
    placed = _share_unit([Placed(t, identify(context, t.grid.sheet, texts_above(tables, t.grid.sheet, t))) for t in tables])
    mine, other = _of_the_week(placed, context)
    findings += [
        _finding("other-week", p.table.location, week=p.identity.week.text if p.identity.week else "") for p in other if mine
    ]
    if not mine:
        return _wrong_period(reading, placed, findings)
    findings += [f for p in mine for f in about_columns(p.table)]
    groups: dict[tuple[str | None, str | None], list[Placed]] = {}
    for p in mine:
        by_rows = bool(p.table.header.by_role(Role.UNIT))
        groups.setdefault((None if by_rows else p.identity.unit, _period(p, context)), []).append(p)
    submissions: list[Submission] = []
    for (_, period), group in groups.items():
        done, said = _submission(reading, context, group, period)
        submissions += done
        findings += said
    if len({s.unit for s in submissions}) > 1:
        submissions = [replace(s, shared=True) for s in submissions]
    return Extraction(tuple(submissions), tuple(findings))


def _share_unit(placed: list[Placed]) -> list[Placed]:
    """Tables that name no unit belong to the one that the file's other tables name."""
    named = {p.identity.unit for p in placed if p.identity.unit}
    clear = not any(p.identity.rule in {"unit-conflict", "unit-near-miss"} and p.identity.unit is None for p in placed)
    if len(named) != 1 or not clear:
        return placed
    unit = next(iter(named))
    return [p if p.identity.unit else replace(p, identity=replace(p.identity, unit=unit, rule="")) for p in placed]


def _finding(rule: str, location: Location, unit: str | None = None, **arguments: Argument) -> Finding:
    return Finding(rule, RULES[rule], location, tuple(arguments.items()), unit)


def _period(placed: Placed, context: Context) -> str | None:
    week = placed.identity.week
    return context.period.id if context.period else week.period if week else None


def _of_the_week(placed: Sequence[Placed], context: Context) -> tuple[list[Placed], list[Placed]]:
    """The tables of the asked week, and those of others. A table that names no week takes the folder's."""
    if context.period is None:
        return list(placed), []
    mine = [p for p in placed if p.identity.week is None or p.identity.week.period == context.period.id]
    # Beside a table that names this week, one that names none could be anything; alone it is this week's.
    return mine, [p for p in placed if p not in mine]


def _unit_of_file(reading: Reading, context: Context) -> tuple[str | None, str]:
    if context.names is None:
        return None, ""
    return decide(file_evidence(reading.file, context))


def _unreadable(reading: Reading, context: Context) -> Extraction:
    """A file that cannot be read belongs to the unit that its name alone names."""
    unit, _ = _unit_of_file(reading, context)
    rule = reading.findings[0].rule if reading.findings else "unreadable-file"
    findings = tuple(replace(f, unit=unit) for f in reading.findings)
    period = context.period.id if context.period else None
    submission = _empty(reading, context, unit, period, rule)
    return Extraction((replace(submission, readable=False),), findings)


def _empty(reading: Reading, context: Context, unit: str | None, period: str | None, rule: str) -> Submission:
    refusals = tuple(Refusal(m.id, rule, Location(reading.file)) for m in context.schema.measures)
    return Submission(reading.file, reading.sha256, reading.content, unit, period, refusals=refusals, outcome=Outcome.REJECTED)


def _rejected(reading: Reading, context: Context, sheets: list[Sheet], rule: str, findings: list[Finding]) -> Extraction:
    """A file without a table, attributed by what it says elsewhere."""
    identities = [identify(context, s, s.cells) for s in sheets] or [
        Identity(None, "", tuple(file_evidence(reading.file, context)), None)
    ]
    unit, said = decide([e for i in identities for e in i.evidence]) if context.names else (identities[0].unit, "")
    week = next((i.week for i in identities if i.week), None)
    period = context.period.id if context.period else week.period if week else None
    findings.append(_finding(rule, Location(reading.file), unit, sheets=tuple(s.part for s in sheets)))
    if said and unit is None:
        findings.append(_unit_finding(said, reading, context, identities[0]))
    return Extraction((_empty(reading, context, unit, period, rule),), tuple(findings))


def _wrong_period(reading: Reading, placed: Sequence[Placed], findings: list[Finding]) -> Extraction:
    first = placed[0]
    week = first.identity.week
    unit = first.identity.unit
    found = week.period if week else None
    findings.append(_finding("wrong-period", Location(reading.file), unit, typed=week.text if week else "", period=found or ""))
    submission = Submission(reading.file, reading.sha256, reading.content, unit, found, outcome=Outcome.REJECTED)
    return Extraction((submission,), tuple(findings))


def _unit_finding(rule: str, reading: Reading, context: Context, identity: Identity) -> Finding:
    named = tuple(context.names.units[u].name for u in identity.named) if context.names else ()
    near = next((e for e in identity.evidence if e.match.near), None)
    typed = tuple(e.text for e in identity.evidence)
    severity = Severity.WARNING if rule == "unit-near-miss" and identity.unit else Severity.ERROR
    place = near.location if near and rule == "unit-near-miss" else Location(reading.file)
    suggestion = named[0] if len(named) == 1 else ""
    arguments = (("typed", typed), ("units", named), ("suggestion", suggestion))
    related = tuple(e.location for e in identity.evidence)
    return Finding(rule, severity, place, arguments, identity.unit, related=related)


def _submission(
    reading: Reading, context: Context, group: list[Placed], period: str | None
) -> tuple[list[Submission], list[Finding]]:
    """The submissions of tables that speak of one unit (or name their units row by row) and one week."""
    figures = [check_totals(read_table(p.table, context.schema)) for p in group]
    parts: list[Part] = []
    findings: list[Finding] = []
    for one in figures:
        channel = _sheet_channel(one, context)
        records, said = build_records(Labels(one, context.lexicon, channel))
        parts.append(Part(one.table, tuple(records), channel))
        findings += [*one.findings, *said, *about_cells(one.table)]
    joined, _ = combine(parts)
    first = group[0]
    if not joined:
        identity = first.identity
        places = tuple(p.table.location for p in group)
        findings = [
            replace(
                _finding("two-tables", places[0], identity.unit, places=tuple(p.cell or "" for p in places)), related=places[1:]
            )
        ]
        return [_empty(reading, context, identity.unit, period, "two-tables")], findings
    kept = [f for f, p in zip(figures, parts, strict=True) if p in joined]
    refusals = tuple(r for f in kept for r in f.refusals)
    records = [r for p in joined for r in p.records]
    base = Submission(
        reading.file, reading.sha256, reading.content, None, period, refusals=refusals,
        notes=tuple(n for p in group for n in find_notes(p.table.grid.sheet, p.table.footers)),
        supplement=says_supplement(reading.file, [c for p in group for c in p.table.titles]),
    )  # fmt: skip
    if any(p.table.header.by_role(Role.UNIT) for p in group):
        return by_unit(base, records, context, findings)
    return _single(base, records, reading, context, first.identity, findings)


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
        findings.append(_unit_finding(rule, reading, context, identity))
    return [replace(submission, outcome=outcome_of(submission, rejected=unit is None))], findings


def _not_stated(submission: Submission, context: Context) -> Iterable[Finding]:
    """A required measure that no row of the submission states."""
    stated = {m for r in submission.records for m, v in r.values if v.state is not ValueState.NOT_STATED}
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
    refused = {m for r in submission.records for m, v in r.values if v.state is ValueState.REFUSED} | {
        r.measure for r in submission.refusals
    }
    stated = Counter(m for r in submission.records for m, v in r.values if v.value is not None and m not in refused)
    if rejected or (refused and not stated):
        return Outcome.REJECTED
    return Outcome.PARTIAL if refused else Outcome.ACCEPTED
