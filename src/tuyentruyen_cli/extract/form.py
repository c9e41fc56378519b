"""The office's own fill-in form: taken apart before anything is looked for in it, and its code heard as evidence.

Its example, instructions and lists are no data. What is typed into its boxes for words can look like anything, so it is taken
out of the sheet: a note that begins with a number is no figure, and a telephone number no second table.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.evidence import Identity, UnitEvidence, decide
from tuyentruyen_cli.extract.identity import Match
from tuyentruyen_cli.extract.week import WeekEvidence
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.form import NOTES, FormCode, code_of, codes_in, is_aside, is_filled_example, is_form_total
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.sheet import Cell, CellKind, Reading, Sheet
from tuyentruyen_cli.model.submission import Note
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import fold


class Code(Struct, frozen=True):
    """A form's code where it stands."""

    code: FormCode
    location: Location


class Form(Struct, frozen=True):
    """What a file says by being a form. Without ``codes`` it is none, and changes nothing."""

    codes: tuple[Code, ...] = ()
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()

    def refusal(self, context: Context, *, assigned: bool) -> Finding | None:
        """Why the form is not accepted: it asks for other things than are asked now, or is of nobody who reports.

        ``assigned``: a person said whose it is.
        """
        now = code_of(context.schema)
        for one in self.codes:
            code = one.code
            if (code.schema, code.version) != (now.schema, now.version):
                return _said("wrong-form", one, typed=f"{code.schema} {code.edition}", current=f"{now.schema} {now.edition}")
            if code.unit and context.names and code.unit not in context.names.units and not assigned:
                return _said("wrong-form", one, typed=code.unit, current=now.edition, reason="unit")
        return None

    def outdated(self, schema: ReportSchema) -> Iterator[Finding]:
        """That a form of an earlier edition was accepted, and which one to use."""
        now = code_of(schema)
        old = next((one for one in self.codes if one.code.edition != now.edition), None)
        if old is not None:
            yield _said("old-form", old, typed=old.code.edition, current=now.edition)

    def identity(self, written: Identity, context: Context) -> Identity:
        """Who a table is about by what is written and by the form's code. The week is the code's where none is written."""
        evidence = tuple(
            UnitEvidence(Match(exact=frozenset({one.code.unit})), one.location, str(one.code))
            for one in self.codes
            if one.code.unit and (context.names is None or one.code.unit in context.names.units)
        )
        period = self._period()
        week = WeekEvidence(period, period, dated=True) if period and written.week is None else written.week
        if not evidence:
            return replace(written, week=week)
        if context.names is None:
            units = {one.code.unit for one in self.codes if one.code.unit}
            return replace(written, unit=min(units), evidence=evidence, week=week)
        unit, rule = decide((*evidence, *written.evidence))
        return Identity(unit, rule, (*evidence, *written.evidence), week)

    def contradicted(self, identities: Sequence[Identity]) -> str:
        """The week of the form's code, where every table of the file says another one; else empty."""
        period = self._period()
        if not period or any(i.week is None or i.week.period == period for i in identities):
            return ""
        return period

    def _period(self) -> str | None:
        return next((one.code.period for one in self.codes if one.code.period), None)


def taken_apart(reading: Reading) -> tuple[Reading, Form]:
    """A reading without what in it is a form's but no data, and what the form says of itself."""
    codes = tuple(Code(code, s.locate(cell)) for s in reading.sheets for code, cell in codes_in(s))
    aside = [is_aside(s) for s in reading.sheets]
    if not codes and not any(aside):
        return reading, Form()
    examples = [s for s, ours in zip(reading.sheets, aside, strict=True) if ours and is_filled_example(s)]
    findings = tuple(
        Finding("unread-table", RULES["unread-table"], Location(s.file, s.part), (("reason", "example"),)) for s in examples
    )
    data = [_bare(s) for s, ours in zip(reading.sheets, aside, strict=True) if not ours]
    notes = tuple(chain.from_iterable(notes for _, notes in data))
    return replace(reading, sheets=tuple(s for s, _ in data)), Form(codes, notes, findings)


def _bare(sheet: Sheet) -> tuple[Sheet, tuple[Note, ...]]:
    """A sheet without its code, its boxes for words, and its own totals where nothing has computed them."""
    coded = {id(cell) for _, cell in codes_in(sheet)}
    if not coded:
        return sheet, ()
    boxes = _boxes(sheet)
    notes: dict[str, list[Cell]] = {}
    kept: list[Cell] = []
    for cell in sheet.cells:
        if cell.row in boxes:
            notes.setdefault(boxes[cell.row], []).append(cell)
        elif not (id(cell) in coded or _is_uncounted_total(cell)):
            kept.append(cell)
    return replace(sheet, cells=tuple(_with_label(kept))), tuple(_notes(sheet, notes))


def _is_uncounted_total(cell: Cell) -> bool:
    """Nobody has seen a number there: only a program that computes nothing has written the file since."""
    return cell.problem == "uncached-formula" and is_form_total(cell.formula, cell.column, ())


def _boxes(sheet: Sheet) -> Mapping[int, str]:
    """The rows of the boxes for notes, with their headings' rows, each with what it is about: up to the next heading."""
    headings = {fold(say(f"form.note-{name}", "vi")): name for name in NOTES}
    found = {c.row: headings[fold(c.text)] for c in sheet.cells if c.kind is CellKind.TEXT and fold(c.text) in headings}
    starts = sorted(found)
    ends = [*starts[1:], starts[-1] + 2] if starts else []
    return {row: found[start] for start, end in zip(starts, ends, strict=True) for row in range(start, end)}


def _notes(sheet: Sheet, cells: Mapping[str, list[Cell]]) -> Iterator[Note]:
    for name, mine in cells.items():
        typed = [c for c in mine[1:] if c.text.strip()]
        if typed:
            yield Note(name, " ".join(" ".join(c.text for c in typed).split()), sheet.locate(typed[0]))


def _with_label(cells: list[Cell]) -> Iterator[Cell]:
    """The cells, the unit's name in one with its label, as other reports have it; who filled the form in says nothing of it."""
    unit, contact = (fold(say(f"form.{name}", "vi")) for name in ("unit", "contact"))
    label: Cell | None = None
    for cell in cells:
        named = fold(cell.text)
        if named in {unit, contact}:
            label = cell
        elif label is None or label.row != cell.row:
            yield cell
        elif fold(label.text) == unit:
            yield cell._replace(kind=CellKind.TEXT, text=f"{label.text} {cell.text}")


def _said(rule: str, one: Code, **arguments: str) -> Finding:
    return Finding(rule, RULES[rule], one.location, tuple(arguments.items()))
