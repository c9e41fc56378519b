"""Whose form it is, of which week and version: by its hidden code and by what is written, which must not disagree."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from tuyentruyen_cli.campaign.builtin import builtin
from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.extract.account import Fate, account
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.submission import Extraction, extract
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import FileDecisions
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.schema import FormLayout
from tuyentruyen_cli.read.file import read_bytes
from tuyentruyen_cli.render.explain import explainer
from tuyentruyen_cli.render.form_book import EXAMPLE, GUIDE, form_book
from tuyentruyen_cli.render.form_plan import SHEET, FormPlan, week_label
from tuyentruyen_cli.render.form_sheet import LISTS

CAMPAIGN = load(Path(__file__).parents[2] / "sample_data" / "tam-duong-2021")
W05, W06 = CAMPAIGN.calendar.week(5), CAMPAIGN.calendar.week(6)
ROW = 13  # Trạm truyền thanh cơ sở
CODE, UNIT, WEEK = "A1", "C4", "C5"
FIGURES = {"items": 4, "duration": 720, "broadcasts": 10, "listeners": 300}
NEXT_VERSION = replace(CAMPAIGN, schema=replace(CAMPAIGN.schema, version=2))
WITH_VIEWS = replace(CAMPAIGN, schema=replace(CAMPAIGN.schema, form=FormLayout(("views",), CAMPAIGN.schema.form.relays)))

Change = Callable[[Any], None]


@dataclass(frozen=True)
class Answer:
    """What became of a form."""

    extraction: Extraction
    data: bytes
    name: str

    @property
    def unit(self) -> str | None:
        return self.extraction.submissions[0].unit

    @property
    def week(self) -> str | None:
        return self.extraction.submissions[0].period

    @property
    def outcome(self) -> str:
        return self.extraction.submissions[0].outcome.value

    @property
    def rules(self) -> list[str]:
        return [f.rule for f in self.extraction.findings]

    @property
    def figures(self) -> dict[str, int | None]:
        sums: dict[str, int | None] = {}
        for record in self.extraction.submissions[0].records:
            for measure, value in record.values:
                known = sums.get(measure, 0)
                sums[measure] = None if known is None or value.value is None else known + value.value
        return {m: v for m, v in sums.items() if m in FIGURES}


def form(unit: str | None = "ban-bo", *, campaign: Campaign = CAMPAIGN) -> FormPlan:
    """The form of a unit and week 05, or the one for all."""
    assert campaign.registry
    one = campaign.registry.unit(unit) if unit else None
    return FormPlan(campaign, campaign.registry.units, (W05, W06), unit=one, period=W05 if one else None)


def sent(
    plan: FormPlan,
    change: Change = lambda _: None,
    *,
    campaign: Campaign = CAMPAIGN,
    week: str | None = W05.id,
    name: str = "x.xlsx",
    decided: FileDecisions | None = None,
    data: bytes = b"",
) -> Answer:
    """A form with one row of figures, changed, and read in a week of a campaign; or ``data`` that was sent before, read again."""
    book = openpyxl.load_workbook(io.BytesIO(form_book(plan)))
    for column, value in zip("CDEF", (4, 12, 10, 300), strict=True):
        book[SHEET][f"{column}{ROW}"] = value
    change(book)
    out = io.BytesIO()
    book.save(out)
    data = data or out.getvalue()
    reading = read_bytes(data, name)
    period = campaign.calendar.by_id(week) if week else None
    context = Context.of(campaign, period, decided) if decided else Context.of(campaign, period)
    return Answer(extract(reading, context), data, name)


def put(**cells: object) -> Change:
    """Write over cells of the form."""

    def change(book: Any) -> None:
        for cell, value in cells.items():
            book[SHEET][cell] = value

    return change


def said(answer: Answer, rule: str) -> tuple[Finding, str, str]:
    """The one finding of a rule, with its sentence and its hint."""
    (finding,) = (f for f in answer.extraction.findings if f.rule == rule)
    message, hint = explainer(CAMPAIGN.schema, "vi")(finding)[:2]
    return finding, message, hint


def test_a_form_is_its_units_whatever_its_file_is_called() -> None:
    answer = sent(form())
    assert (answer.unit, answer.week, answer.figures, answer.rules) == ("ban-bo", W05.id, FIGURES, [])


def test_the_hidden_code_is_evidence_alone() -> None:
    """The code on the page, the name and the week are deleted."""
    answer = sent(form(), put(A1=None, C4=None, C5=None), week=None)
    assert (answer.unit, answer.week, answer.figures) == ("ban-bo", W05.id, FIGURES)


def test_the_code_on_the_page_is_evidence_alone() -> None:
    """The sheet was copied into a workbook of its own."""

    def copied(book: Any) -> None:
        put(C4=None, C5=None)(book)
        for name in (GUIDE, EXAMPLE, LISTS):
            del book[name]

    answer = sent(form(), copied, week=None)
    assert (answer.unit, answer.week, answer.figures, answer.rules) == ("ban-bo", W05.id, FIGURES, [])


def test_another_units_name_over_a_form_is_a_conflict() -> None:
    answer = sent(form(), put(C4="Xã Nà Tăm"))
    finding, message, _ = said(answer, "unit-conflict")
    assert (answer.unit, answer.outcome, finding.severity) == (None, "rejected", Severity.ERROR)
    assert message == "Tệp nêu tên nhiều đơn vị khác nhau: Xã Bản Bo, Xã Nà Tăm."
    assert {place.cell for place in finding.related} == {"A1", "A2", "C4"}


def test_a_sheet_of_one_form_in_the_workbook_of_another_is_a_conflict() -> None:
    other = form("na-tam")
    answer = sent(form(), put(A1=f"Mã biểu: {other.code}", C4="Xã Nà Tăm"))
    assert answer.rules == ["unit-conflict"]


@pytest.mark.parametrize("folder", [W05.id, W06.id])
def test_another_week_over_a_form_is_a_finding(folder: str) -> None:
    """Last week's form with this week typed over it: whichever week is asked for, a person says which it is."""
    answer = sent(form(), put(C5=week_label(W06)), week=folder)
    _, message, hint = said(answer, "wrong-period")
    assert (answer.unit, answer.week, answer.outcome) == ("ban-bo", folder, "rejected")
    assert message == f"Mã của biểu là tuần 2021-W05, còn trên biểu ghi “{week_label(W06)}”."
    assert hint.startswith("Hỏi đơn vị số liệu của tuần nào")


def test_a_week_that_a_person_assigned_settles_it() -> None:
    first = sent(form(), put(C5=week_label(W06)), week=W06.id)
    sha = first.extraction.submissions[0].sha256
    decided = FileDecisions(assigned=((sha, None, W06.id, "d1"),))
    answer = sent(form(), week=W06.id, decided=decided, data=first.data)
    assert (answer.week, answer.figures, answer.rules) == (W06.id, FIGURES, [])


def test_a_form_in_the_folder_of_another_week_is_not_used() -> None:
    answer = sent(form(), week=W06.id)
    assert (answer.rules, answer.outcome) == (["wrong-period"], "rejected")
    assert said(answer, "wrong-period")[1].startswith("Báo cáo của tuần khác")


def test_the_form_for_all_says_what_was_chosen() -> None:
    chosen = put(C4="Xã Nà Tăm", C5=week_label(W06))
    answer = sent(form(None), chosen, week=W06.id)
    assert (answer.unit, answer.week, answer.figures, answer.rules) == ("na-tam", W06.id, FIGURES, [])


def test_the_form_for_all_without_a_unit_is_nobodys() -> None:
    answer = sent(form(None), put(C5=week_label(W05)))
    assert (answer.unit, answer.rules) == (None, ["unit-unknown"])


def test_the_form_for_all_without_a_week_is_of_its_folders() -> None:
    answer = sent(form(None), put(C4="Xã Nà Tăm"))
    assert (answer.unit, answer.week, answer.rules) == ("na-tam", W05.id, [])


def test_a_name_that_is_typed_is_read_like_any_other() -> None:
    """Out of the list, as another form would have it."""
    assert sent(form(None), put(C4="UBND xã Bản Hon", C5="Tuần 5")).unit == "ban-hon"
    near = sent(form(None), put(C4="Xã Tả Lẻng", C5="Tuần 5"))
    assert (near.unit, near.rules) == (None, ["unit-near-miss"])


def test_without_a_campaign_the_code_says_whose_it_is() -> None:
    answer = sent(form(), campaign=replace(builtin(2021), calendar=CAMPAIGN.calendar), week=None)
    assert (answer.unit, answer.week, answer.figures, answer.rules) == ("ban-bo", W05.id, FIGURES, [])
    chosen = sent(form(None), put(C4="Xã Nà Tăm", C5=week_label(W05)), campaign=builtin(2021), week=None)
    assert (chosen.unit, chosen.rules) == ("na-tam", [])


def test_a_form_of_a_unit_that_does_not_report_is_refused_by_name() -> None:
    registry = CAMPAIGN.registry
    assert registry
    without = replace(registry, units=tuple(u for u in registry.units if u.id != "ban-bo"))
    answer = sent(form(), campaign=replace(CAMPAIGN, registry=without))
    _, message, _ = said(answer, "wrong-form")
    assert (answer.unit, answer.rules) == (None, ["wrong-form"])
    assert "“ban-bo”" in message
    decided = FileDecisions(assigned=((answer.extraction.submissions[0].sha256, "na-tam", None, "d1"),))
    assigned = sent(form(), campaign=replace(CAMPAIGN, registry=without), decided=decided, data=answer.data)
    assert (assigned.unit, assigned.rules) == ("na-tam", [])


def test_a_form_of_another_version_is_refused_and_named() -> None:
    answer = sent(form(), campaign=NEXT_VERSION)
    finding, message, hint = said(answer, "wrong-form")
    assert (answer.unit, answer.week, answer.outcome) == ("ban-bo", W05.id, "rejected")
    assert finding.severity is Severity.ERROR
    assert message.startswith(f"Biểu bao-cao-tuan {form().code.edition} không dùng được")
    assert f"bao-cao-tuan {form(campaign=NEXT_VERSION).code.edition}" in hint
    newer = sent(form(campaign=NEXT_VERSION))
    assert newer.rules == ["wrong-form"], "nor is one of a version that is not in use yet"


def test_a_form_of_another_kind_of_report_is_refused() -> None:
    drive = replace(CAMPAIGN, schema=replace(CAMPAIGN.schema, id="bluezone"))
    assert sent(form(campaign=drive)).rules == ["wrong-form"]


def test_a_form_from_before_a_small_change_is_used_and_named() -> None:
    answer = sent(form(), campaign=WITH_VIEWS)
    finding, message, hint = said(answer, "old-form")
    assert (answer.unit, answer.figures, answer.rules) == ("ban-bo", FIGURES, ["old-form"])
    assert finding.severity is Severity.WARNING
    assert form().code.edition in message
    assert form(campaign=WITH_VIEWS).code.edition in hint


def test_words_that_are_no_part_of_a_form_change_nothing_of_its_version() -> None:
    items, *others = CAMPAIGN.schema.measures
    more = replace(items, aliases=(*items.aliases, "Số tin bài các loại"))
    changed = replace(CAMPAIGN, schema=replace(CAMPAIGN.schema, measures=(more, *others)))
    assert form(campaign=changed).code == form().code
    assert sent(form(), campaign=changed).rules == []


def test_example_and_instructions_are_never_data() -> None:
    """What is left without the sheet of figures is no report."""

    def without(book: Any) -> None:
        del book[SHEET]

    answer = sent(form(), without)
    assert (answer.unit, answer.rules, answer.outcome) == ("ban-bo", ["no-table"], "rejected")


def test_a_filled_example_is_said() -> None:
    def filled(book: Any) -> None:
        book[EXAMPLE].protection.sheet = False
        book[EXAMPLE]["C9"] = 3

    answer = sent(form(), filled)
    finding, message, _ = said(answer, "unread-table")
    assert (answer.figures, finding.location.part) == (FIGURES, EXAMPLE)
    assert message == "Đây là trang, bảng hoặc dòng ví dụ; số ghi ở đó không được đọc."


def test_the_example_copied_over_the_form_is_no_report() -> None:
    """All of the example pasted over the form, its banner too: then the form says of itself that it is no data."""

    def pasted(book: Any) -> None:
        for row in book[EXAMPLE].iter_rows():
            for cell in row:
                if cell.value is not None and not isinstance(cell, openpyxl.cell.cell.MergedCell):
                    book[SHEET][cell.coordinate] = cell.value

    assert sent(form(), pasted).rules == ["no-table"]


def test_every_cell_of_a_form_has_its_end() -> None:
    answer = sent(form(), put(A25="3 văn bản", C6="Lò Văn A 0912345678", D11="nhiều"))
    entries = account(read_bytes(answer.data, answer.name), answer.extraction)
    ends = {(e.location.part, e.location.cell): e.fate for e in entries}
    assert Fate.LOST not in ends.values()
    assert ends[SHEET, "C13"] is Fate.USED
    assert ends[SHEET, "D11"] is Fate.REFUSED
    assert {fate for (part, _), fate in ends.items() if part != SHEET} == {Fate.SET_ASIDE}


PASTED: dict[str, tuple[Change, list[str], dict[str, int | None]]] = {
    "words": (put(C13="nhiều"), ["not-a-number"], {"items": None}),
    "a number with its word": (put(C13="12 tin"), [], {"items": 12}),
    "a fraction": (put(F13=1.2), ["fraction-in-count"], {"listeners": None}),
    "an error": (put(E13="#REF!"), ["error-cell"], {"broadcasts": None}),
    "another name of a row": (put(B13="Loa phường mới"), ["unknown-channel"], {**FIGURES}),
    "a number over the total": (put(C21=99), ["total-mismatch"], {**FIGURES}),
    "another heading": (put(C8="Số cuộc họp"), ["extra-column", "not-stated"], {"duration": 720}),
    "a row more, under the total": (put(B22="Loa phường", C22=5, D22=5, E22=5, F22=5), ["row-unclear"], {**FIGURES}),
    "a heading among the rows": (put(B11="Kênh tuyên truyền", C11="Số tin, bài"), ["not-stated"] * 3, {"items": 4}),
}


@pytest.mark.parametrize("case", PASTED)
def test_what_is_pasted_over_a_form_is_checked_like_anything_else(case: str) -> None:
    change, rules, figures = PASTED[case]
    answer = sent(form(), change)
    assert answer.rules == rules
    assert {m: answer.figures.get(m) for m in figures} == figures
