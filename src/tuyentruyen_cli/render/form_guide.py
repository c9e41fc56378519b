"""The instructions of a form, made from the rules that will be applied to it: the same schema, the same thresholds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from tuyentruyen_cli.model.form import GUIDE_MARK
from tuyentruyen_cli.model.schema import Check, Measure, MeasureKind
from tuyentruyen_cli.render.form_entry import number, said_on_entry
from tuyentruyen_cli.render.form_plan import CHANNEL, FormPlan, heading, measured_in
from tuyentruyen_cli.render.metrics import wrapped
from tuyentruyen_cli.render.words import clean, listed
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.durations import format_duration_words

ITEMS, DURATION, BROADCASTS, LISTENERS = "items", "duration", "broadcasts", "listeners"
OTHER = "other"
WIDTHS = (5, 58, 22, 22)
A4 = 9
SIZE, LINE, GAP = 12, 16, 6
POINTS = 5.1  # of the width of one character of a column, less what its margins and other fonts may take
HEIGHTS = {"code": 14, "title": 26, "to": 20, "section": 28}


class Instruction(Struct, frozen=True):
    """What a form asks for because of a rule. ``right`` and ``wrong`` are what is typed into a cell, where that says it."""

    rule: str
    text: str
    right: str = ""
    wrong: str = ""


def instructions(plan: FormPlan) -> tuple[Instruction, ...]:
    """What is refused, or not used as it was meant, unless it is followed. In the order in which a form is filled in."""
    kinds = {m.kind for m in plan.columns}
    counts = kinds - {MeasureKind.DURATION}
    found = [_plain("unit-conflict") if plan.unit else _plain("unit-unknown"), _plain("wrong-period")]
    filled = say("form.guide-not-stated" if plan.total_row else "form.guide-one-row", "vi")
    found.append(Instruction("not-stated", filled, "0", say("form.guide-blank", "vi")))
    found.append(_plain("rate-not-total", "21", "3 lần/ngày" if counts else "30 phút/ngày"))
    found += [_plain("range", "25", "20-30"), _plain("not-a-number", "12", "nhiều")]
    found += [_plain("fraction-in-count", "1200", "1,2")] if counts else []
    found += list(_durations(plan))
    found += list(_splits(plan))
    found += [_plain("total-mismatch")] if plan.total_row else []
    channels = plan.dimension if plan.dimension and plan.dimension.id == CHANNEL else None
    other = channels.category(OTHER) if channels else None
    found += [Instruction("unknown-channel", say("form.guide-unknown-channel", "vi", other=other.title))] if other else []
    return tuple(found)


def questions(plan: FormPlan) -> tuple[Instruction, ...]:
    """What will be asked about: the checks of the schema that are on, for the columns that the form has."""
    columns = {m.id: m for m in plan.columns}
    return tuple(
        Instruction(check.id, say(f"form.guide-{check.id}", "vi", **ASKED[check.id](check, columns, plan)))
        for check in plan.campaign.schema.checks
        if check.id in ASKED and NEEDED[check.id] <= set(columns)
    )


def _plain(rule: str, right: str = "", wrong: str = "") -> Instruction:
    return Instruction(rule, say(f"form.guide-{rule}", "vi"), right, wrong)


def _durations(plan: FormPlan) -> Iterator[Instruction]:
    first = next((m for m in plan.columns if m.kind is MeasureKind.DURATION), None)
    if first is not None:
        text = say("form.guide-ambiguous-duration", "vi", measured_in=measured_in(first))
        yield Instruction("ambiguous-duration", text, "90", "1:30")


def _splits(plan: FormPlan) -> Iterator[Instruction]:
    columns = {m.id: m for m in plan.columns}
    for whole in dict.fromkeys(m.split_of for m in plan.columns if m.split_of in columns):
        parts = [f"“{m.title}”" for m in plan.columns if m.split_of == whole]
        text = say("form.guide-split-mismatch", "vi", whole=columns[whole or ""].title, parts=listed(parts))
        yield Instruction("split-mismatch", text)


def _exceptions(check: Check, plan: FormPlan) -> str:
    channels = plan.campaign.schema.dimension(CHANNEL)
    named = [c.title for c in channels.categories if c.id in check.listed("except_channels")] if channels else []
    return say("form.guide-except", "vi", channels=listed(named)) if named else ""


def _items_and_duration(check: Check, columns: dict[str, Measure], plan: FormPlan) -> dict[str, str]:
    titles = {"items": columns[ITEMS].title, "duration": columns[DURATION].title}
    return {**titles, "exceptions": _exceptions(check, plan)}


def _broadcasts(check: Check, columns: dict[str, Measure], plan: FormPlan) -> dict[str, str]:
    return {
        "broadcasts": columns[BROADCASTS].title,
        "items": columns[ITEMS].title,
        "most": number(check.number("most_items")),
        "longest": format_duration_words(int(check.number("longest_seconds"))),
        "exceptions": _exceptions(check, plan),
    }


def _length(check: Check, _columns: dict[str, Measure], _plan: FormPlan) -> dict[str, str]:
    return {name: format_duration_words(int(check.number(f"{name}_seconds"))) for name in ("shortest", "longest")}


def _listeners(check: Check, columns: dict[str, Measure], _plan: FormPlan) -> dict[str, str]:
    times = check.number("times")
    than = say("form.guide-times", "vi", times=number(times)) if times != 1 else ""
    return {"listeners": columns[LISTENERS].title, "times": than}


ASKED: dict[str, Callable[[Check, dict[str, Measure], FormPlan], dict[str, str]]] = {
    "items-without-duration": _items_and_duration,
    "duration-without-items": _items_and_duration,
    "fewer-broadcasts-than-items": _broadcasts,
    "minutes-per-item": _length,
    "listeners-over-population": _listeners,
}
NEEDED: dict[str, set[str]] = {
    "items-without-duration": {ITEMS, DURATION},
    "duration-without-items": {ITEMS, DURATION},
    "fewer-broadcasts-than-items": {ITEMS, BROADCASTS},
    "minutes-per-item": {ITEMS, DURATION},
    "listeners-over-population": {LISTENERS},
}


class GuideSheet:
    """Writes the sheet of instructions, from top to bottom."""

    def __init__(self, sheet: Any, plan: FormPlan, formats: Mapping[str, Any]) -> None:
        self.sheet, self.plan, self.formats = sheet, plan, formats
        self.row = 0

    def write(self) -> None:
        """The whole sheet."""
        for column, width in enumerate(WIDTHS):
            self.sheet.set_column(column, column, width)
        self._wide(GUIDE_MARK, "code")
        self._wide(say("form.guide-title", "vi"), "title")
        self._wide(say("form.guide-edition", "vi", edition=self.plan.code.edition), "to")
        self._lines("form.guide-measures", list(self._measures()))
        rules = [*instructions(self.plan), *self._remarks()]
        self._lines("form.guide-rules", [one for one in rules if not one.right])
        self._lines("form.guide-cells", [one for one in rules if one.right], heads=True)
        self._lines("form.guide-questions", list(questions(self.plan)))
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.hide_gridlines(2)

    def _remarks(self) -> Iterator[Instruction]:
        if any(row.relayed for row in self.plan.rows):
            yield _plain("relays")
        if self.plan.total_row:
            yield _plain("nothing")
        yield _plain("send")

    def _measures(self) -> Iterator[Instruction]:
        for measure in self.plan.columns:
            needed = say("form.guide-required" if measure.required else "form.guide-optional", "vi")
            how = said_on_entry(measure)
            yield Instruction("", say("form.guide-measure", "vi", heading=heading(measure), needed=needed, how=how))

    def _lines(self, title: str, lines: Sequence[Instruction], *, heads: bool = False) -> None:
        """A section; with ``heads`` its lines have what is right and what is wrong beside them."""
        if not lines:
            return
        self._wide(say(title, "vi"), "section")
        if heads:
            words = ("", "", say("form.guide-column-right", "vi"), say("form.guide-column-wrong", "vi"))
            for column, text in enumerate(words):
                self.sheet.write_string(self.row, column, text, self.formats["head"])
            self.row += 1
        for index, one in enumerate(lines, 1):
            self._line(index, one, spread=not heads)

    def _wide(self, text: str, style: str) -> None:
        self.sheet.merge_range(self.row, 0, self.row, len(WIDTHS) - 1, "", self.formats[style])
        self.sheet.write_string(self.row, 0, clean(text), self.formats[style])
        self.sheet.set_row(self.row, HEIGHTS.get(style, LINE))
        self.row += 1

    def _line(self, index: int, one: Instruction, *, spread: bool) -> None:
        formats, text = self.formats, clean(one.text)
        self.sheet.write_string(self.row, 0, str(index), formats["order"])
        if spread:
            self.sheet.merge_range(self.row, 1, self.row, len(WIDTHS) - 1, "", formats["text"])
        self.sheet.write_string(self.row, 1, text, formats["text"])
        for column, typed in () if spread else ((2, one.right), (3, one.wrong)):
            self.sheet.write_string(self.row, column, typed, formats["example"])
        room = POINTS * (sum(WIDTHS[1:]) if spread else WIDTHS[1])
        self.sheet.set_row(self.row, LINE * len(wrapped(text, SIZE, room)) + GAP)
        self.row += 1
