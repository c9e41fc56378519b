"""One sheet of figures of a fill-in form: the form itself, or the example of it."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from tuyentruyen_cli.model.form import NOTES, total_formula
from tuyentruyen_cli.model.location import column_letters
from tuyentruyen_cli.model.schema import MeasureKind
from tuyentruyen_cli.render.form_entry import choice, validation
from tuyentruyen_cli.render.form_plan import (
    CONTACT_ROW,
    FIRST_ROW,
    HEAD_ROW,
    HINT_ROW,
    UNIT_ROW,
    WEEK_ROW,
    FormPlan,
    Typed,
    heading,
    is_added,
    week_label,
)
from tuyentruyen_cli.render.letterhead import office
from tuyentruyen_cli.render.words import clean
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.dates import format_date, format_time

CODE_ROW, TITLE_ROW, TO_ROW = 1, 2, 3
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
A4 = 9
LABEL_WIDTH, TOPIC_WIDTH, FIGURE_WIDTH = 38, 27, 13.5
# Columns of figures on a page of A4: more stand on a sheet that lies on its side.
UPRIGHT, LYING = 5, 12


class Filled(Struct, frozen=True, dict=True):
    """What stands in the boxes of a form. ``top`` is the line above it all: the form's code, or that it is an example."""

    top: str
    unit: str = ""
    week: str = ""
    contact: str = ""
    figures: Typed | None = None
    notes: Mapping[str, str] | None = None

    def total(self, measure: str) -> float | None:
        """What the figures of a measure add up to; None as long as there are none."""
        typed = [v for (_, m), v in (self.figures or {}).items() if m == measure]
        return sum(typed) if typed else None


class FormSheet:
    """Writes one sheet. Rows and columns are 1-based, as in the plan."""

    def __init__(self, sheet: Any, plan: FormPlan, formats: Mapping[str, Any], filled: Filled, example: bool = False) -> None:
        self.sheet, self.plan, self.formats, self.filled = sheet, plan, formats, filled
        self.example = example

    def write(self) -> None:
        """The whole sheet."""
        self._page()
        self._head()
        self._table()
        self._totals()
        self._notes()
        self._signatures()

    def _page(self) -> None:
        plan, sheet = self.plan, self.sheet
        sheet.set_column(0, 0, 5)
        sheet.set_column(1, 1, LABEL_WIDTH)
        if plan.topics:
            sheet.set_column(2, 2, TOPIC_WIDTH)
        sheet.set_column(plan.first_column - 1, plan.last_column - 1, FIGURE_WIDTH)
        sheet.set_paper(A4)
        if len(plan.columns) > (UPRIGHT - 1 if plan.topics else UPRIGHT):
            sheet.set_landscape()
        sheet.fit_to_pages(1, 1)
        sheet.set_margins(left=0.6, right=0.4, top=0.5, bottom=0.5)
        sheet.center_horizontally()
        sheet.print_area(0, 0, self._last_row() - 1, plan.last_column - 1)
        sheet.hide_gridlines(2)

    def _last_row(self) -> int:
        return self.plan.note_row + 2 * len(NOTES) + 2

    def _wide(self, row: int, text: str, style: str, height: float) -> None:
        """A text over the whole width."""
        self._across(row, 1, self.plan.last_column, text, style)
        self.sheet.set_row(row - 1, height)

    def _across(self, row: int, first: int, last: int, text: str, style: str) -> None:
        if first < last:
            self.sheet.merge_range(row - 1, first - 1, row - 1, last - 1, "", self.formats[style])
        write = self.sheet.write_string if text else self.sheet.write_blank
        write(row - 1, first - 1, clean(text) or None, self.formats[style])

    def _head(self) -> None:
        plan = self.plan
        self._wide(CODE_ROW, self.filled.top, "banner" if self.example else "code", 20 if self.example else 14)
        self._wide(TITLE_ROW, plan.campaign.schema.title.upper(), "title", 24)
        self._wide(TO_ROW, self._addressed(), "to", 18)
        for row, name, text in (
            (UNIT_ROW, "unit", self.filled.unit),
            (WEEK_ROW, "week", self.filled.week),
            (CONTACT_ROW, "contact", self.filled.contact),
        ):
            self._across(row, 1, 2, say(f"form.{name}", "vi"), "field")
            chosen = plan.unit is not None and row != CONTACT_ROW
            self._across(row, 3, plan.last_column, text, "chosen" if chosen or self.example else "box")
            self.sheet.set_row(row - 1, 22)
        hint = "form.hint" if plan.total_row else "form.hint-one"
        self._wide(HINT_ROW, say(hint, "vi"), "hint", 34)
        if not self.example:
            self._offer(UNIT_ROW, "A", len(plan.units), "form.choose-unit")
            self._offer(WEEK_ROW, "B", len(plan.periods), "form.choose-week")

    def _addressed(self) -> str:
        calendar, period = self.plan.campaign.calendar, self.plan.period
        head = self.plan.campaign.letterhead
        unit = self.plan.unit
        due = calendar.due_for(period, unit.id).astimezone(calendar.tz) if period and unit else None
        weekday = say(f"form.weekday-{DAYS[(due.isoweekday() if due else calendar.weekday) - 1]}", "vi")
        day = (
            say("form.day-of-date", "vi", weekday=weekday, date=format_date(due.date()))
            if due
            else say("form.day-of-week", "vi", weekday=weekday)
        )
        time = format_time(due.time() if due else calendar.time)
        return say("form.to", "vi", office=office(head) or head.issuer, time=time, day=day)

    def _offer(self, row: int, column: str, count: int, message: str) -> None:
        """A list to choose from, where the form is for all; what is not chosen yet is marked."""
        if self.plan.unit is not None:
            return
        source = f"={LISTS}!${column}${LISTS_FIRST}:${column}${LISTS_FIRST + count - 1}"
        self.sheet.data_validation(row - 1, 2, row - 1, 2, choice(source, message))
        lacking = {"type": "formula", "criteria": f"=ISBLANK($C${row})", "format": self.formats["lacking"]}
        self.sheet.conditional_format(row - 1, 2, row - 1, self.plan.last_column - 1, lacking)

    def _table(self) -> None:
        plan, sheet, formats = self.plan, self.sheet, self.formats
        label = plan.dimension.title if plan.dimension else say("form.label", "vi")
        heads = [say("form.order", "vi"), label, *([plan.topics.title] if plan.topics else []), *map(heading, plan.columns)]
        for column, text in enumerate(heads):
            sheet.write_string(HEAD_ROW - 1, column, clean(text), formats["head"])
        sheet.set_row(HEAD_ROW - 1, 50)
        for index, row in enumerate(plan.rows):
            at = FIRST_ROW + index - 1
            sheet.write_number(at, 0, index + 1, formats["order"])
            again = index > 0 and plan.rows[index - 1].label == row.label
            style = "relayed" if row.relayed else "again" if again else "label"
            sheet.write_string(at, 1, clean(row.label), formats[style])
            if plan.topics:
                sheet.write_string(at, 2, clean(row.topic.title if row.topic else ""), formats["label"])
            sheet.set_row(at, 17 if plan.topics else 24)
            for measure in plan.columns:
                typed = (self.filled.figures or {}).get((index, measure.id))
                style = formats["time" if measure.kind is MeasureKind.DURATION else "figure"]
                self._figure(*plan.place(index, measure.id), typed, style)
        if not self.example:
            self._rules()

    def _figure(self, row: int, column: int, typed: float | None, style: Any) -> None:
        if typed is None:
            self.sheet.write_blank(row - 1, column - 1, None, style)
        else:
            self.sheet.write_number(row - 1, column - 1, typed, style)

    def _rules(self) -> None:
        """What Excel allows in each column; a cell that is left out of a row with figures is marked."""
        plan = self.plan
        first, last = FIRST_ROW, FIRST_ROW + len(plan.rows) - 1
        for measure in plan.columns:
            column = plan.place(0, measure.id)[1]
            self.sheet.data_validation(first - 1, column - 1, last - 1, column - 1, validation(measure))
            if measure.required:
                row = f"${column_letters(plan.first_column)}{first}:${column_letters(plan.last_column)}{first}"
                lacking = f"=AND(ISBLANK({column_letters(column)}{first}),COUNTA({row})>0)"
                style = {"type": "formula", "criteria": lacking, "format": self.formats["lacking"]}
                self.sheet.conditional_format(first - 1, column - 1, last - 1, column - 1, style)

    def _totals(self) -> None:
        plan, formats = self.plan, self.formats
        if plan.total_row is None:
            return
        at = plan.total_row
        for column in range(1, plan.last_column + 1):
            self.sheet.write_blank(at - 1, column - 1, None, formats["total"])
        self.sheet.write_string(at - 1, 1, say("form.total", "vi"), formats["total-label"])
        for measure in filter(is_added, plan.columns):
            column = plan.place(0, measure.id)[1]
            total = self.filled.total(measure.id)
            style = formats["total" if measure.kind is MeasureKind.DURATION else "total-count"]
            if self.example:
                self._figure(at, column, total, style)
            else:
                formula = total_formula(column, FIRST_ROW, at - 1)
                self.sheet.write_formula(at - 1, column - 1, formula, style, "" if total is None else total)
        self.sheet.set_row(at - 1, 24)

    def _notes(self) -> None:
        notes = self.filled.notes or {}
        for number, name in enumerate(NOTES):
            at = self.plan.note_row + 2 * number
            self._wide(at, say(f"form.note-{name}", "vi"), "note-head", 22)
            self._wide(at + 1, notes.get(name, ""), "note", 46)

    def _signatures(self) -> None:
        last, at = self.plan.last_column, self._last_row() - 1
        middle = max(2, last // 2)
        for row, words in ((at, ("compiler", "head")), (at + 1, ("sign", "sign"))):
            style = "signature" if row == at else "to"
            self._across(row, 1, middle, say(f"form.{words[0]}", "vi"), style)
            self._across(row, middle + 1, last, say(f"form.{words[1]}", "vi"), style)
            self.sheet.set_row(row - 1, 20)


LISTS = "tuyentruyen"
LISTS_FIRST = 3  # 1-based row of the first name in the hidden lists


def unit_and_week(plan: FormPlan) -> tuple[str, str]:
    """What stands in the boxes of a form that is one unit's and one week's."""
    return (plan.unit.name if plan.unit else "", week_label(plan.period) if plan.period else "")
