"""From the sheets of one file to submissions: one for each unit and week that it speaks of."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.decided import Decided
from tuyentruyen_cli.extract.evidence import Identity, decide, file_evidence, identify, unit_of_file_name
from tuyentruyen_cli.extract.examples import apart
from tuyentruyen_cli.extract.figures import read_table
from tuyentruyen_cli.extract.form import Form, taken_apart
from tuyentruyen_cli.extract.group import Placed, Traced, Use, read_group, rejected, said, unit_finding
from tuyentruyen_cli.extract.lexicon import Role, all_words
from tuyentruyen_cli.extract.remarks import about_columns, about_sheets
from tuyentruyen_cli.extract.returned import without_lists
from tuyentruyen_cli.extract.surroundings import goes_on, row_labels, surrounding, titles_of
from tuyentruyen_cli.extract.table import Table, find_tables
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.sheet import Reading, Sheet
from tuyentruyen_cli.model.submission import Outcome, Submission
from tuyentruyen_cli.model.unclear import WEEK_UNCLEAR


class Extraction(Struct, frozen=True):
    """What a file says, and what there is to say of it. ``tables`` is how it was come by, for whoever looks."""

    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]
    tables: tuple[Traced, ...] = ()


def extract(reading: Reading, context: Context) -> Extraction:
    """The submissions of one file. Raises nothing for bad content: what is wrong is a finding."""
    reading, form = taken_apart(without_lists(reading))
    if not (reading.sheets or form.codes or form.findings):
        return _unreadable(reading, context)
    refusal = form.refusal(context, assigned=Decided.of(context.decided, reading.sha256).unit is not None)
    if refusal is not None:
        return _wrong_form(reading, context, form, refusal)
    found = _of_sheets(reading, context, form)
    return replace(found, submissions=tuple(replace(s, notes=(*form.notes, *s.notes)) for s in found.submissions))


def _of_sheets(reading: Reading, context: Context, form: Form) -> Extraction:
    visible = [s for s in reading.sheets if not s.hidden]
    findings = [*reading.findings, *form.findings, *form.outdated(context.schema), *about_sheets(reading)]
    tables = [t for sheet in visible for t in find_tables(sheet, context.lexicon)]
    if not tables:
        return _rejected(reading, context, form, visible, findings)
    decided = Decided.of(context.decided, reading.sha256)
    placed, examples = apart(_placed(t, visible, tables, context) for t in tables)
    findings += [said("unread-table", p.table.location, reason="example") for p in examples]
    if not placed:
        return _rejected(reading, context, form, visible, findings)
    placed = _share_unit([replace(p, identity=form.identity(p.identity, context)) for p in placed], context)
    coded = form.contradicted([p.identity for p in placed])
    if coded and not decided.period:
        return _wrong_period(reading, context, placed, findings, coded)
    placed = [replace(p, identity=decided.identity(p.identity)) for p in placed]
    if _week_unclear(reading.file) and all(p.identity.week is None for p in placed):
        return _wrong_period(reading, context, placed, findings, unsaid=True)
    mine, other = _of_the_week(placed, context)
    findings += [
        said("other-week", p.table.location, week=p.identity.week.text if p.identity.week else "") for p in other if mine
    ]
    if not mine:
        return _wrong_period(reading, context, placed, findings)
    findings += [f for p in mine for f in about_columns(p.table)]
    groups: dict[tuple[str | None, str | None], list[Placed]] = {}
    for p, period in zip(mine, _periods(mine, context), strict=True):
        by_rows = bool(p.table.header.by_role(Role.UNIT))
        groups.setdefault((None if by_rows else p.identity.unit, period), []).append(p)
    submissions: list[Submission] = []
    traced = [Traced(read_table(p.table, context.schema), p.identity, Use.OTHER_WEEK) for p in other]
    traced += [Traced(read_table(p.table, context.schema), p.identity, Use.EXAMPLE) for p in examples]
    for (_, period), group in groups.items():
        read = read_group(reading, context, group, period)
        submissions += read.submissions
        findings += read.findings
        traced += read.tables
    if len({s.unit for s in submissions}) > 1:
        submissions = [replace(s, shared=True) for s in submissions]
    return Extraction(tuple(submissions), tuple(findings), tuple(traced))


def _week_unclear(name: str) -> bool:
    """Whether a file waits in a week's folder until a person says its week."""
    return WEEK_UNCLEAR in PurePosixPath(name).parent.parts


def _placed(table: Table, sheets: list[Sheet], tables: list[Table], context: Context) -> Placed:
    lines = surrounding(sheets, tables, table)
    identity = identify(context, table.grid.sheet, lines.titles, lines.own, row_labels(table))
    beside = [t for t in tables if t.grid.sheet is not table.grid.sheet]
    left_over = beside and identity.week is None and words.LEFT_OVER.fullmatch(all_words(table.grid.sheet.part))
    return Placed(table, identity, lines, table.location if left_over else goes_on(sheets, tables, table))


def _share_unit(placed: list[Placed], context: Context) -> list[Placed]:
    """Tables that name no unit belong to the one that the file's other tables name, or are in doubt as these are."""
    # Without a registry a unit that nothing names is called after the file.
    made_up = set() if context.names else {unit_of_file_name(placed[0].table.grid.sheet.file)}
    doubt = next((p.identity for p in placed if p.identity.rule == "unit-conflict"), None)
    if doubt is not None:
        unsaid = [all(e.location.part == "" for e in p.identity.evidence) for p in placed]
        doubted = [replace(p.identity, unit=None, rule=doubt.rule, evidence=doubt.evidence) for p in placed]
        return [replace(p, identity=d) if silent else p for p, d, silent in zip(placed, doubted, unsaid, strict=True)]
    named = {p.identity.unit for p in placed if p.identity.unit} - made_up
    clear = not any(p.identity.rule == "unit-near-miss" and p.identity.unit is None for p in placed)
    if len(named) != 1 or not clear:
        return placed
    unit = next(iter(named))
    return [p if p.identity.unit in named else replace(p, identity=replace(p.identity, unit=unit, rule="")) for p in placed]


def _periods(placed: Sequence[Placed], context: Context) -> list[str | None]:
    """The week of each table: the asked one, else what it names, or what the only other week in the file is."""
    if context.period is not None:
        return [context.period.id] * len(placed)
    named = {p.identity.week.period for p in placed if p.identity.week is not None}
    assumed = next(iter(named)) if len(named) == 1 else None
    return [p.identity.week.period if p.identity.week is not None else assumed for p in placed]


def _of_the_week(placed: Sequence[Placed], context: Context) -> tuple[list[Placed], list[Placed]]:
    """The tables of the asked week, and those of others. A table that names no week takes the one that the file's other tables
    name, else the folder's.
    """
    if context.period is None:
        return list(placed), []
    week = context.period.id
    # A table of the plan or of what has added up says nothing of the tables beside it.
    stem = PurePosixPath(placed[0].table.grid.sheet.file).stem
    own = [w if (w := p.identity.week) is not None and w.text != stem else None for p in placed]
    named = {w.period for w in own if w is not None and (w.period or w.dated)}
    of_name = next((w.period for p in placed if (w := p.identity.week) is not None and w.text == stem), week)
    assumed = next(iter(named)) if len(named) == 1 else of_name
    weeks = [w.period if w is not None else assumed for w in own]
    mine = [p for p, about in zip(placed, weeks, strict=True) if about == week]
    return mine, [p for p, about in zip(placed, weeks, strict=True) if about != week]


def _unit_of_file(reading: Reading, context: Context) -> tuple[str | None, str]:
    if context.names is None:
        return None, ""
    return decide(file_evidence(reading.file, context))


def _unreadable(reading: Reading, context: Context) -> Extraction:
    """A file that cannot be read belongs to the unit that its name alone names; one set aside with a note, to none."""
    if reading.findings and all(f.severity is Severity.NOTE for f in reading.findings):
        ignored = Submission(reading.file, reading.sha256, reading.content, None, None, outcome=Outcome.IGNORED, readable=False)
        return Extraction((ignored,), reading.findings)
    unit = Decided.of(context.decided, reading.sha256).unit or _unit_of_file(reading, context)[0]
    rule = reading.findings[0].rule if reading.findings else "unreadable-file"
    findings = tuple(replace(f, unit=unit) for f in reading.findings)
    period = context.period.id if context.period else None
    submission = rejected(reading, context, unit, period, rule)
    return Extraction((replace(submission, readable=False),), findings)


def _rejected(reading: Reading, context: Context, form: Form, sheets: list[Sheet], findings: list[Finding]) -> Extraction:
    """A file without a table, attributed by what it says elsewhere."""
    rule = "no-table"
    identities = [identify(context, s, lines) for s, lines in titles_of(sheets)] or [
        Identity(None, "", tuple(file_evidence(reading.file, context)), None)
    ]
    identities = [form.identity(i, context) for i in identities]
    unit, why = decide([e for i in identities for e in i.evidence]) if context.names else (identities[0].unit, "")
    week = next((i.week for i in identities if i.week), None)
    period = context.period.id if context.period else week.period if week else None
    findings.append(said(rule, Location(reading.file), unit, sheets=tuple(s.part for s in sheets)))
    if why and unit is None:
        findings.append(unit_finding(why, reading, context, identities[0]))
    return Extraction((rejected(reading, context, unit, period, rule),), tuple(findings))


def _wrong_form(reading: Reading, context: Context, form: Form, refusal: Finding) -> Extraction:
    """A form that is not accepted is attributed by its file's name and its own code."""
    told = form.identity(Identity(None, "", tuple(file_evidence(reading.file, context)), None), context)
    unit = Decided.of(context.decided, reading.sha256).unit or told.unit
    period = told.week.period if told.week else context.period.id if context.period else None
    submission = rejected(reading, context, unit, period, refusal.rule)
    return Extraction((submission,), (*reading.findings, replace(refusal, unit=unit)))


def _wrong_period(
    reading: Reading,
    context: Context,
    placed: Sequence[Placed],
    findings: list[Finding],
    coded: str = "",
    *,
    unsaid: bool = False,
) -> Extraction:
    """A file for another week: as it says, or as the code of its form does where that is another one (``coded``).

    ``unsaid``: nothing says of which.
    """
    first = next((p for p in placed if p.identity.week is not None), placed[0])
    week = first.identity.week
    unit = first.identity.unit
    found = week.period if week else None
    about = {"reason": "form", "coded": coded} if coded else {"reason": "unsaid"} if unsaid else {}
    arguments = {"typed": week.text if week else "", "period": found or "", **about}
    findings.append(said("wrong-period", Location(reading.file), unit, **arguments))
    if coded and context.period is not None and context.period.id in {found, coded}:
        found = context.period.id
    if unit is None:
        findings.append(unit_finding(first.identity.rule, reading, context, first.identity))
    traced = tuple(Traced(read_table(p.table, context.schema), p.identity, Use.OTHER_WEEK) for p in placed)
    return Extraction((rejected(reading, context, unit, found, "wrong-period"),), tuple(findings), traced)
