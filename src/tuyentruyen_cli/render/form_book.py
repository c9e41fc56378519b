"""The workbook of a fill-in form: the form, its instructions, an example, and the hidden lists that carry its code.

Made from what Excel, LibreOffice and openpyxl all keep. Little is locked, without a password: labels, headings and totals.
"""

import datetime as dt
import io
from collections.abc import Mapping
from typing import Any

from tuyentruyen_cli.model.form import LISTS_MARK, example_mark
from tuyentruyen_cli.render.form_example import example_figures, example_notes
from tuyentruyen_cli.render.form_guide import GuideSheet
from tuyentruyen_cli.render.form_plan import SHEET, UNIT_ROW, FormPlan, Typed, is_added, week_label
from tuyentruyen_cli.render.form_sheet import LISTS, LISTS_FIRST, Filled, FormSheet, unit_and_week
from tuyentruyen_cli.render.words import clean
from tuyentruyen_cli.texts import say

GUIDE, EXAMPLE = "Hướng dẫn", "Ví dụ"
FONT = "Times New Roman"
YELLOW, GREY, RED, DARK_RED = "#FFF9D6", "#EDEDED", "#F8CBAD", "#C00000"
ALLOWED = {"format_cells": True, "format_columns": True, "format_rows": True}


def form_book(plan: FormPlan, figures: Typed | None = None, notes: Mapping[str, str] | None = None) -> bytes:
    """The workbook; with ``figures`` and ``notes`` one that is filled in already. Same inputs, same bytes."""
    import xlsxwriter  # noqa: PLC0415 - only when a form is made

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    title = clean(f"{plan.campaign.schema.title} {plan.code.edition}")
    book.set_properties({"title": title, "created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001 - same inputs, same bytes
    formats = _formats(book)
    form, guide, example = (book.add_worksheet(name) for name in (SHEET, GUIDE, EXAMPLE))
    unit, week = unit_and_week(plan)
    top = say("form.code", "vi", code=plan.code)
    FormSheet(form, plan, formats, Filled(top, unit, week, figures=figures, notes=notes)).write()
    GuideSheet(guide, plan, formats).write()
    _example(example, plan, formats)
    _lists(book.add_worksheet(LISTS), plan)
    form.protect("", ALLOWED)
    for sheet in (guide, example):
        sheet.protect("", ALLOWED)
    form.activate()
    row, column = plan.place(0, plan.columns[0].id) if plan.unit else (UNIT_ROW, 3)
    form.set_selection(row - 1, column - 1, row - 1, column - 1)
    book.close()
    return out.getvalue()


def _example(sheet: Any, plan: FormPlan, formats: Mapping[str, Any]) -> None:
    figures = example_figures(plan)
    added = {m.id for m in plan.columns if is_added(m)} if plan.total_row else set()
    totals = [value for (_, measure), value in figures.items() if measure in added]
    numbers = [*range(1, len(plan.rows) + 1), *figures.values(), *totals]
    top = f"{say('form.example-title', 'vi')} ({example_mark(numbers)})"
    week = week_label(plan.periods[0])
    said = say("form.example-unit", "vi"), week, say("form.example-contact", "vi")
    FormSheet(sheet, plan, formats, Filled(top, *said, figures, example_notes()), example=True).write()
    sheet.set_tab_color(DARK_RED)


def _lists(sheet: Any, plan: FormPlan) -> None:
    """What may be chosen, and the code: where nobody looks, and nobody writes over it."""
    sheet.write_string(0, 0, LISTS_MARK)
    sheet.write_string(1, 0, str(plan.code))
    for row, unit in enumerate(plan.units, LISTS_FIRST - 1):
        sheet.write_string(row, 0, clean(unit.name))
    for row, period in enumerate(plan.periods, LISTS_FIRST - 1):
        sheet.write_string(row, 1, week_label(period))
    sheet.very_hidden()


def _formats(book: Any) -> dict[str, Any]:
    base = {"font_name": FONT, "font_size": 12, "valign": "vcenter"}
    cell = {**base, "border": 1}
    wrapped = {**cell, "text_wrap": True, "indent": 1}
    entry = {**cell, "bg_color": YELLOW, "locked": False}
    bold, centre, right = {"bold": True}, {"align": "center"}, {"align": "right"}
    styles: dict[str, dict[str, Any]] = {
        "code": {**base, "font_size": 8, "font_color": "#7F7F7F", "align": "right"},
        "banner": {**base, **bold, **centre, "font_color": "#FFFFFF", "bg_color": DARK_RED, "text_wrap": True},
        "title": {**base, **bold, **centre, "font_size": 15},
        "to": {**base, **centre, "italic": True},
        "field": {**base, **bold},
        "box": {**entry, **bold, "text_wrap": True, "num_format": "@", "indent": 1},
        "chosen": {**cell, **bold, "bg_color": GREY, "indent": 1},
        "hint": {**base, "italic": True, "font_color": DARK_RED, "text_wrap": True},
        "head": {**cell, **bold, **centre, "text_wrap": True, "bg_color": GREY},
        "order": {**cell, **centre},
        "label": wrapped,
        "again": {**wrapped, "font_color": "#808080"},
        "relayed": {**wrapped, "italic": True, "indent": 3},
        "text": wrapped,
        "example": {**cell, **centre, "text_wrap": True},
        "figure": {**entry, **right, "num_format": "#,##0"},
        "time": {**entry, **right},
        "total-label": {**cell, **bold, "bg_color": GREY, "indent": 1},
        "total": {**cell, **bold, **right, "bg_color": GREY},
        "total-count": {**cell, **bold, **right, "bg_color": GREY, "num_format": "#,##0"},
        "note-head": {**base, **bold, "valign": "bottom"},
        "note": {**entry, "text_wrap": True, "align": "left", "valign": "top", "num_format": "@", "indent": 1},
        "section": {**base, **bold, "font_size": 13, "valign": "bottom"},
        "signature": {**base, **bold, **centre},
        "lacking": {"bg_color": RED},
    }
    return {name: book.add_format(style) for name, style in styles.items()}
