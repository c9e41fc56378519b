"""Cells to figures: the context that a heading gives, the parser of the measure's kind, and what there is to say of it."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.extract.grid import is_blank
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.parsed import CountContext, DurationContext, Parsed, Refused, Result
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.schema import Measure, MeasureKind, ReportSchema
from tuyentruyen_cli.model.sheet import Cell, CellKind, Sheet
from tuyentruyen_cli.model.value import Value, ValueState
from tuyentruyen_cli.vi.durations import has_seconds, header_context, parse_duration
from tuyentruyen_cli.vi.numbers import parse_count, parse_scale
from tuyentruyen_cli.vi.text import escape, fold_plain

_NUMBER = CellKind.NUMBER


class Reader(Struct, frozen=True):
    """How the cells of one column are read."""

    measure: Measure
    context: CountContext | DurationContext

    def parse(self, cell: Cell) -> Result:
        """The figure in a cell, a refusal, or None for a blank."""
        if isinstance(self.context, DurationContext):
            return parse_duration(cell, self.context)
        return parse_count(cell, self.context)


def reader(schema: ReportSchema, measure: Measure, heading: str, cells: Iterable[Cell]) -> Reader:
    """How to read the cells under a heading. ``cells`` are all of the column, the total's too."""
    if measure.kind is MeasureKind.DURATION:
        context = header_context(heading)
        formats = frozenset(c.number_format for c in cells if c.kind is CellKind.DURATION and has_seconds(c))
        return Reader(measure, replace(context, formats_with_seconds=formats) if formats else context)
    return Reader(measure, _count_context(schema, measure.id, parse_scale(heading)))


@lru_cache(maxsize=256)
def _count_context(schema: ReportSchema, measure_id: str, scale: int) -> CountContext:
    measure = schema.measure(measure_id)
    parts = tuple((fold_plain(word), part.id) for part in schema.parts_of(measure.id) for word in part.counting_words)
    own = frozenset(map(fold_plain, measure.counting_words)) | {word for word, _ in parts}
    every = frozenset(fold_plain(w) for m in schema.measures for w in m.counting_words)
    return CountContext(own, every - own, parts, scale, estimate=measure.kind is MeasureKind.ESTIMATE)


def typed(cell: Cell) -> str:
    """The text as typed, with what cannot be shown made visible; a formula's own text where it has no value."""
    if cell.kind is CellKind.TEXT and isinstance(cell.raw, str):
        return escape(cell.raw)
    return cell.text or ("=" + cell.formula if cell.formula else "")


class Read(Struct, frozen=True, gc=False):
    """A value and its parts (a compound text gives some), with the findings about the cell."""

    value: Value
    parts: tuple[tuple[str, Value], ...] = ()
    findings: tuple[Finding, ...] = ()


def read_cell(sheet: Sheet, cell: Cell, how: Reader) -> Read:
    """A cell as a figure of a measure. A blank is not stated; what is no figure is refused with its rule."""
    location = Location(sheet.file, sheet.part, cell.row, cell.column)
    measure = how.measure
    number = cell.kind is _NUMBER
    result = how.parse(cell) if number or not is_blank(cell) else None
    raw = cell.text if number else typed(cell)
    if result is None:
        return Read(Value(None, raw, location, ValueState.NOT_STATED))
    if isinstance(result, Parsed) and not _in_bounds(result.value, measure):
        result = Refused("out-of-bounds")
    if isinstance(result, Refused):
        value = Value(None, raw, location, ValueState.REFUSED, result.rule)
        finding = cell_finding(result.rule, location, measure, raw, suggestion=result.suggestion)
        return Read(value, findings=(finding,))
    if not (result.parts or result.notes or result.approximate or result.nil):
        return Read(Value(result.value, raw, location))  # as nearly all
    state = ValueState.NIL if result.nil else ValueState.APPROXIMATE if result.approximate else ValueState.STATED
    value = Value(result.value, raw, location, state)
    parts = tuple((part, Value(number, raw, location, state)) for part, number in result.parts)
    notes = (rule for rule in result.notes if rule != "text-cleaned")  # said once for the whole table
    findings = tuple(cell_finding(rule, location, measure, raw, read=result.value) for rule in notes)
    if result.approximate:
        severity = Severity.NOTE if measure.kind is MeasureKind.ESTIMATE else Severity.WARNING
        findings += (replace(cell_finding("approximate", location, measure, raw, read=result.value), severity=severity),)
    return Read(value, parts, findings)


def _in_bounds(value: int, measure: Measure) -> bool:
    return measure.minimum <= value and (measure.maximum is None or value <= measure.maximum)


def cell_finding(
    rule: str, location: Location, measure: Measure, raw: str, *, suggestion: str = "", read: int | None = None
) -> Finding:
    """A finding about one cell of one measure."""
    arguments = (
        ("measure", measure.title),
        ("kind", measure.kind.value),
        ("typed", raw),
        ("suggestion", suggestion),
        ("read", read),
    )
    return Finding(rule, RULES[rule], location, arguments, measure=measure.id)
