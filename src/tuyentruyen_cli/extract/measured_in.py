"""What figures are measured in where their heading does not say it: in a column beside them, or in a line around the table."""

import re
from collections.abc import Iterable, Iterator

from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.lexicon import Role
from tuyentruyen_cli.extract.table import Table
from tuyentruyen_cli.model.parsed import DurationContext
from tuyentruyen_cli.model.schema import Measure, MeasureKind, ReportSchema
from tuyentruyen_cli.model.sheet import CellKind
from tuyentruyen_cli.vi.durations import header_context
from tuyentruyen_cli.vi.numbers import parse_scale
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold, fold_plain

# Đơn vị tính: nghìn người
_LINE = regex(r"\W*(?:đvt|đơn vị tính|đv tính|đvị tính|dvt|don vi tinh)\W*:\s*(?P<unit>.+)")
# Thời lượng tính bằng giờ; (*) Số người nghe: nghìn người
_NOTE = regex(r"[^\d:=]{2,60}(?:(?:tính )?(?:bằng|theo)|đơn vị(?: tính)?|[:=])\W*(?P<unit>[^\d:]{2,40})$")
_LONGEST = 120


def in_lines(table: Table, schema: ReportSchema, columns: Iterable[Column]) -> Iterator[tuple[Column, str, str]]:
    """Each column with its heading, what a line around the table says of it too, and a line that leaves it unclear (mostly
    empty).
    """
    said = list(_said(table))
    for column in columns:
        yield column, *_in_lines(table, schema, column, said)


def _said(table: Table) -> Iterator[tuple[str, str, str]]:
    """The lines around a table that say what something is measured in: of the whole table, or of what a note names."""
    for text in _lines(table):
        line = _LINE.match(text)
        note = None if line else _NOTE.match(text)
        if line or note:
            yield text, line["unit"].rstrip(") ") if line else "", note["unit"] if note else ""


def _in_lines(table: Table, schema: ReportSchema, column: Column, said: list[tuple[str, str, str]]) -> tuple[str, str]:
    measure = schema.measure(column.id)
    for text, line, note in said:
        if _says(measure, note) and _names(table, text, measure):
            return column.heading, "" if _of_heading(measure, column) else text
        unit = _piece(measure, line)
        if not _says(measure, unit) or _of_heading(measure, column):
            continue
        fits = measure.kind is MeasureKind.DURATION or _fitting(table, schema, unit) == {measure.id}
        if fits:
            return f"{column.heading} ({unit})", ""
        if measure.id in _fitting(table, schema, unit):
            return column.heading, text
    return column.heading, ""


def in_row(table: Table, row: int, schema: ReportSchema, column: Column, heading: str) -> tuple[str, str]:
    """The heading of a row's figure with what a column beside it says (ĐVT: giờ), and what is unclear in it."""
    measure = schema.measure(column.id)
    for beside in table.header.by_role(Role.MEASURED_IN):
        unit = table.grid.text(row, beside.index)
        if not _says(measure, unit):
            continue
        if measure.kind is MeasureKind.DURATION:
            own, said = header_context(heading), header_context(f"({unit})")
            if own not in {DurationContext(), said}:
                return heading, unit
            return (heading if own == said else f"{heading} ({unit})"), ""
        fitting = _fitting(table, schema, unit)
        if measure.id in fitting and parse_scale(heading) != parse_scale(unit):
            clear = fitting == {measure.id} and parse_scale(heading) == 1
            return (f"{heading} ({unit})", "") if clear else (heading, unit)
    return heading, ""


def _piece(measure: Measure, unit: str) -> str:
    """Of a list (tin, bài; phút; lượt; nghìn người) the piece that such a measure can be measured in."""
    pieces = unit.split(";") if ";" in unit else unit.split(",")
    return next((p for p in pieces if _says(measure, p)), "") if len(pieces) > 2 else unit  # noqa: PLR2004 - giờ, phút is a pair


def _lines(table: Table) -> Iterator[str]:
    around = table.grid.sheet.around
    texts = [c.text for c in (*table.titles, *table.footers) if c.kind is CellKind.TEXT]
    texts += (*around.preceding, *around.following) if around is not None else ()
    yield from (fold(text) for text in texts if len(text) <= _LONGEST)


def _says(measure: Measure, unit: str) -> bool:
    """Whether a text is of a kind that such figures can be measured in, other than one by one."""
    if not unit:
        return False
    if measure.kind is MeasureKind.DURATION:
        return header_context(f"({unit})") != DurationContext()
    return parse_scale(f"({unit})") != 1


def _of_heading(measure: Measure, column: Column) -> bool:
    return _says(measure, column.heading)


def _names(table: Table, text: str, measure: Measure) -> bool:
    """Whether a note begins with the name of the measure: Số người nghe: nghìn người."""
    plain = re.sub(r"^\W+", "", fold_plain(text))
    return any(plain.startswith(alias) for alias, id_ in table.lexicon.measures.items() if id_ == measure.id)


def _fitting(table: Table, schema: ReportSchema, unit: str) -> set[str]:
    """The counts in the table that a scale may be of, by its counting word: nghìn người; all without one."""
    counts = {c.id for c in table.header.measures if schema.measure(c.id).kind is not MeasureKind.DURATION}
    words = set(re.split(r"[\W\d_]+", fold_plain(unit)))
    fitting = {m for m in counts if words & {w for said in schema.measure(m).counting_words for w in fold_plain(said).split()}}
    return fitting or counts
