"""A figure opened, as a workbook: one row for each cell, with a link to the kept file, and the units that are not in it.

Documents for offices are always Vietnamese. Whatever a unit typed is text here, never a formula.
"""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from tuyentruyen_cli.model.schema import MeasureKind, ReportSchema
from tuyentruyen_cli.model.trace import Trace, TracedValue
from tuyentruyen_cli.render.elapsed import short_instant
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.trace_words import (
    category_title,
    decision_words,
    figure_name,
    figure_value,
    place,
    reasons,
    state_words,
)
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import clean

CELLS = (
    *(("number", 6), ("unit", 26), ("file", 34), ("version-column", 6), ("hash", 14), ("cell", 18), ("channel", 24)),
    *(("topic", 22), ("origin", 14), ("typed", 24), ("value-column", 14), ("counts", 10), ("state", 26)),
    *(("decisions", 40), ("original", 14)),
)
OUTSIDE = (("number", 6), ("unit", 26), ("place", 40), ("why", 80))
FIRST_ROW = 4
SECONDS_OF_MINUTE = 60
# A path with one of these would be cut or misread in a link of a workbook.
_NOT_IN_LINKS = frozenset('#%"<>|*?')


class _Page(Struct, frozen=True):
    sheet: Any
    formats: Mapping[str, Any]


def trace_xlsx(trace: Trace, schema: ReportSchema, explain: Explain, up: str) -> bytes:
    """The workbook. ``up`` leads from its folder to the campaign's, or is empty where no path does. Same inputs, same bytes."""
    import xlsxwriter  # noqa: PLC0415 - only when a workbook is asked for

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001 - same inputs, same bytes
    formats = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#DDE7F0"}),
        "cell": book.add_format({"text_wrap": True, "valign": "top", "border": 1}),
        "count": book.add_format({"num_format": "#,##0", "valign": "top", "border": 1}),
        "minutes": book.add_format({"num_format": "#,##0.##", "valign": "top", "border": 1}),
        "link": book.add_format({"font_color": "blue", "underline": 1, "valign": "top", "border": 1}),
    }
    _cells(_Page(book.add_worksheet(say("trace.sheet-cells", "vi")), formats), trace, schema, up)
    _outside(_Page(book.add_worksheet(say("trace.sheet-outside", "vi")), formats), trace, schema, explain)
    book.close()
    return out.getvalue()


def _text(value: str) -> str:
    return clean(value)[0]


def _head(page: _Page, trace: Trace, schema: ReportSchema, columns: Sequence[tuple[str, int]]) -> None:
    name, value = figure_name(trace, schema, "vi"), figure_value(trace, "vi")
    title = say("trace.title", "vi", figure=name, week=trace.period.id, value=value)
    page.sheet.write_string(0, 0, _text(title), page.formats["title"])
    made = short_instant(trace.as_of, trace.period.due.tzinfo or dt.UTC)
    page.sheet.write_string(1, 0, say("trace.as-of", "vi", time=made))
    for column, (heading, width) in enumerate(columns):
        page.sheet.write_string(FIRST_ROW - 1, column, _heading(heading, trace), page.formats["head"])
        page.sheet.set_column(column, column, width)
    page.sheet.freeze_panes(FIRST_ROW, 2)
    page.sheet.set_landscape()
    page.sheet.set_paper(9)
    page.sheet.fit_to_pages(1, 0)
    page.sheet.repeat_rows(FIRST_ROW - 1)


def _heading(name: str, trace: Trace) -> str:
    if name == "value-column" and trace.asked.measure.measured_in:
        return f"{say('trace.value', 'vi')} ({trace.asked.measure.measured_in})"
    return say(f"trace.{name.removesuffix('-column')}", "vi") if name != "version-column" else say("status.versions", "vi")


def _cells(page: _Page, trace: Trace, schema: ReportSchema, up: str) -> None:
    _head(page, trace, schema, CELLS)
    every = [*trace.values, *(value for out in trace.outside for value in out.values)]
    for number, value in enumerate(every, start=1):
        row = FIRST_ROW + number - 1
        for column, content in enumerate(_contents(value, number, trace, schema)):
            _write(page, row, column, content)
        _number(page, row, value, trace)
        _link(page, row, value, up)
    page.sheet.autofilter(FIRST_ROW - 1, 0, max(FIRST_ROW, FIRST_ROW + len(every) - 1), len(CELLS) - 1)


def _write(page: _Page, row: int, column: int, content: str | int) -> None:
    if isinstance(content, int):
        page.sheet.write_number(row, column, content, page.formats["count"])
    else:
        page.sheet.write_string(row, column, _text(content), page.formats["cell"])


def _contents(value: TracedValue, number: int, trace: Trace, schema: ReportSchema) -> tuple[str | int, ...]:
    def titled(dimension: str) -> str:
        category = value.category(dimension)
        return category_title(schema, dimension, category, "vi") if category else ""

    return (
        number,
        trace.names.get(value.unit, value.unit),
        value.location.file if value.sha256 else say("trace.by-hand", "vi"),
        value.version or "",
        value.sha256[:12],
        place(value.location) if value.sha256 else "",
        titled("channel"),
        titled("topic"),
        titled("origin"),
        value.typed if value.sha256 else "",
        "",
        say("trace.yes" if value.counts else "trace.no", "vi"),
        state_words(value, "vi"),
        decision_words(value.decisions, "vi"),
        "",
    )


def _number(page: _Page, row: int, value: TracedValue, trace: Trace) -> None:
    column = [name for name, _ in CELLS].index("value-column")
    if value.value is None:
        return
    if trace.asked.measure.kind is MeasureKind.DURATION:
        page.sheet.write_number(row, column, value.value / SECONDS_OF_MINUTE, page.formats["minutes"])
    else:
        page.sheet.write_number(row, column, value.value, page.formats["count"])


def _link(page: _Page, row: int, value: TracedValue, up: str) -> None:
    """A link to the kept file, at the cell where that is a workbook. A path that no link can hold stands as text."""
    column = [name for name, _ in CELLS].index("original")
    if not value.original:
        return
    path = f"{up}/{value.original}" if up else ""
    if not path or _NOT_IN_LINKS & set(path):
        page.sheet.write_string(row, column, _text(value.original), page.formats["cell"])
        return
    anchor = ""
    if path.endswith((".xlsx", ".xlsm", ".xls")) and value.location.cell and "/" not in value.location.file:
        sheet = value.location.part.replace("'", "''")
        anchor = f"#'{sheet}'!{value.location.cell}"
    page.sheet.write_url(row, column, f"external:{path}{anchor}", page.formats["link"], string=say("trace.open-original", "vi"))


def _outside(page: _Page, trace: Trace, schema: ReportSchema, explain: Explain) -> None:
    _head(page, trace, schema, OUTSIDE)
    rows = [(out, where, why) for out in trace.outside for where, why in reasons(out, explain, "vi")]
    for number, (out, where, why) in enumerate(rows, start=1):
        contents: tuple[str | int, ...] = (number, trace.names.get(out.unit, out.unit), where, why)
        for column, content in enumerate(contents):
            _write(page, FIRST_ROW + number - 1, column, content)
