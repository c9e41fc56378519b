"""What the form looks like, what it lets in, and that what it says is what will be checked."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.campaign.schema_file import load_schema
from tuyentruyen_cli.check.within import check_submission
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.submission import extract
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.form import NOTES
from tuyentruyen_cli.model.location import column_letters
from tuyentruyen_cli.model.schema import Aggregation, FormLayout, Measure, MeasureKind
from tuyentruyen_cli.model.unit import Unit
from tuyentruyen_cli.read.file import read_bytes
from tuyentruyen_cli.render.form_book import EXAMPLE, GUIDE, form_book
from tuyentruyen_cli.render.form_entry import limits
from tuyentruyen_cli.render.form_example import example_figures, example_notes
from tuyentruyen_cli.render.form_guide import instructions, questions
from tuyentruyen_cli.render.form_plan import FIRST_ROW, HEAD_ROW, SHEET, FormPlan, FormRow, week_label
from tuyentruyen_cli.render.form_sheet import LISTS

WEEKLY = load(Path(__file__).parents[2] / "sample_data" / "tam-duong-2021")
DRIVE = replace(WEEKLY, schema=load_schema("bluezone"))
SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")


def of(campaign: Campaign = WEEKLY, *, one: bool = True, by_topic: bool = False) -> FormPlan:
    """The form of Bản Bo and week 05, or the one for all units and four weeks."""
    assert campaign.registry
    periods = tuple(campaign.calendar.week(number) for number in range(5, 9))
    unit = campaign.registry.unit("ban-bo") if one else None
    return FormPlan(campaign, campaign.registry.units, periods, by_topic, unit, periods[0] if one else None)


def with_parts(campaign: Campaign = WEEKLY) -> Campaign:
    """The weekly report, asking for news and articles too."""
    layout = FormLayout(("news", "articles"), campaign.schema.form.relays)
    return replace(campaign, schema=replace(campaign.schema, form=layout))


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def column(plan: FormPlan, measure: str) -> str:
    return column_letters(plan.place(0, measure)[1])


# What it looks like.


def test_a_row_for_each_channel_with_own_items_and_relays_apart() -> None:
    sheet = opened(form_book(of()))[SHEET]
    assert [c.value for c in sheet[HEAD_ROW]] == [
        "TT",
        "Kênh tuyên truyền",
        "Số tin, bài",
        "Thời lượng tin, bài (phút)",
        "Số lượt phát sóng",
        "Ước số lượt người nghe",
    ]
    assert [sheet.cell(row, 2).value for row in range(FIRST_ROW, FIRST_ROW + 13)] == [
        "Phát thanh",
        "Phát thanh – tiếp sóng, phát lại",
        "Truyền hình",
        "Truyền hình – tiếp sóng, phát lại",
        "Trạm truyền thanh cơ sở",
        "Trạm truyền thanh cơ sở – tiếp sóng, phát lại",
        "Cổng thông tin điện tử",
        "Loa thôn, bản, tổ dân phố",
        "Loa thôn, bản, tổ dân phố – tiếp sóng, phát lại",
        "Loa kéo, loa di động, xe lưu động",
        "Mạng xã hội",
        "Kênh khác",
        "Tổng cộng",
    ]


def test_the_head_says_to_whom_by_when_and_whose() -> None:
    sheet = opened(form_book(of()))[SHEET]
    assert sheet["A1"].value == f"Mã biểu: {of().code}"
    assert sheet["A2"].value == "BÁO CÁO TUẦN VỀ CÔNG TÁC TUYÊN TRUYỀN"
    assert sheet["A3"].value == (
        "Kính gửi: Phòng Văn hóa và Thông tin huyện Tam Đường; gửi trước 16 giờ 00 phút thứ Năm, ngày 04/02/2021"
    )
    assert (sheet["C4"].value, sheet["C5"].value) == ("Xã Bản Bo", "Tuần 05 (từ 29/01/2021 đến 04/02/2021)")
    for_all = opened(form_book(of(one=False)))[SHEET]
    assert (for_all["C4"].value, for_all["C5"].value) == (None, None)
    assert for_all["A3"].value.endswith("gửi trước 16 giờ 00 phút thứ Năm hằng tuần")


def test_rows_by_topic_where_they_are_asked_for() -> None:
    plan = of(by_topic=True)
    sheet = opened(form_book(plan))[SHEET]
    rows = [(sheet.cell(FIRST_ROW + i, 2).value, sheet.cell(FIRST_ROW + i, 3).value or "") for i in range(6)]
    assert rows == [
        ("Phát thanh", "Phòng, chống dịch Covid-19"),
        ("Phát thanh", "Ứng dụng Bluezone"),
        ("Phát thanh", "Tết Nguyên đán"),
        ("Phát thanh", "Chủ đề khác"),
        ("Phát thanh – tiếp sóng, phát lại", ""),
        ("Truyền hình", "Phòng, chống dịch Covid-19"),
    ]


def test_a_schema_without_channels_has_one_row_and_no_total() -> None:
    sheet = opened(form_book(of(DRIVE)))[SHEET]
    assert [c.value for c in sheet[FIRST_ROW]] == [1, "Kết quả trong tuần", None, None, None, None]
    assert [c.value for c in sheet[HEAD_ROW]][2:] == [m.title for m in DRIVE.schema.measures]
    assert "Tổng cộng" not in [c.value for c in sheet["B"]]


def test_totals_are_formulas_with_their_values() -> None:
    """A blank form states no zero; a filled one has its sums at hand for who computes nothing."""
    plan = of()
    total = f"{column(plan, 'items')}{plan.total_row}"
    blank = form_book(plan)
    assert opened(blank)[SHEET][total].value == '=IF(COUNT(C9:C20)=0,"",SUM(C9:C20))'
    values = openpyxl.load_workbook(io.BytesIO(blank), data_only=True)[SHEET]
    assert values[total].value in {None, ""}
    typed = form_book(plan, {(0, "items"): 3, (4, "items"): 5, (4, "duration"): 7.5})
    values = openpyxl.load_workbook(io.BytesIO(typed), data_only=True)[SHEET]
    assert (values[total].value, values[f"D{plan.total_row}"].value) == (8, 7.5)


def test_a_measure_that_is_not_added_up_has_no_total() -> None:
    """The listeners of the largest channel: their sum would be a number that nobody asks for."""
    measures = tuple(
        replace(m, aggregation_in_unit=Aggregation.MAX) if m.id == "listeners" else m for m in WEEKLY.schema.measures
    )
    plan = of(replace(WEEKLY, schema=replace(WEEKLY.schema, measures=measures)))
    sheet = opened(form_book(plan))[SHEET]
    assert sheet[f"{column(plan, 'listeners')}{plan.total_row}"].value is None
    assert sheet[f"{column(plan, 'items')}{plan.total_row}"].value.startswith("=IF(")


def test_same_inputs_give_the_same_bytes() -> None:
    assert form_book(of()) == form_book(of())


# What Excel lets in.


def validations(sheet: Any) -> dict[str, Any]:
    return {str(v.sqref): v for v in sheet.data_validations.dataValidation}


def test_units_and_weeks_are_chosen_from_lists() -> None:
    book = opened(form_book(of(one=False)))
    rules = validations(book[SHEET])
    assert (rules["C4"].type, rules["C5"].type) == ("list", "list")
    assert WEEKLY.registry
    for cell, names in (("C4", [u.name for u in WEEKLY.registry.units]), ("C5", [week_label(p) for p in of().periods])):
        name, cells = rules[cell].formula1.lstrip("=").split("!")
        assert name == LISTS
        assert [row[0].value for row in book[name][cells.replace("$", "")]] == names
        assert rules[cell].error.startswith("Xin chọn trong danh sách")
    assert book[LISTS].sheet_state == "veryHidden"
    assert {"C4", "C5"} & set(validations(opened(form_book(of()))[SHEET])) == set()


def bounded(least: int, most: int | None, kind: MeasureKind = MeasureKind.COUNT) -> Campaign:
    """A schema of one measure with limits, and a second one to make a table."""
    asked = Measure("asked", "Số buổi trực", kind, ("Số buổi trực",), minimum=least, maximum=most)
    other = Measure("other", "Số tờ rơi", MeasureKind.COUNT, ("Số tờ rơi",))
    return replace(WEEKLY, schema=replace(WEEKLY.schema, measures=(asked, other), checks=(), form=FormLayout()))


@pytest.mark.parametrize("campaign", [WEEKLY, DRIVE, bounded(2, 9), bounded(60, 7200, MeasureKind.DURATION), bounded(1, None)])
def test_what_excel_lets_in_is_what_is_accepted_on_arrival(campaign: Campaign) -> None:
    """At each limit of a cell's rule, and just beyond it."""
    plan = of(campaign)
    rules = validations(opened(form_book(plan))[SHEET])
    for measure in plan.columns:
        letter = column(plan, measure.id)
        (rule,) = (r for cells, r in rules.items() if re.match(rf"{letter}{FIRST_ROW}(:|$)", cells))
        assert rule.type == ("decimal" if measure.kind is MeasureKind.DURATION else "whole")
        assert rule.errorStyle in {None, "stop"}
        least, most = float(rule.formula1), float(rule.formula2) if rule.formula2 else None
        assert (least, most) == limits(measure)
        assert rule.operator in ({None, "between"} if most is not None else {"greaterThanOrEqual"})
        assert len(rule.error) <= 255
        assert 0 < len(rule.promptTitle) <= 32
        for value, fits in ((least, True), (least - 1, False), *(((most, True), (most + 1, False)) if most else ())):
            refused = {"out-of-bounds", "negative"} & set(rules_of(plan, {(0, measure.id): value}))
            assert bool(refused) is not fits, (measure.id, value)


def test_little_is_locked() -> None:
    """Boxes and figures are open, without a password to undo the rest; labels, headings and totals are kept from slips."""
    sheet = opened(form_book(of(one=False)))[SHEET]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    open_cells = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    assert {"C4", "C5", "C6", "C9", "F20", "A24"} <= open_cells
    assert {"A1", "B9", "C8", f"C{of().total_row}"} & open_cells == set()


def test_a_cell_left_out_of_a_row_with_figures_is_marked() -> None:
    formats = opened(form_book(of()))[SHEET].conditional_formatting
    marked = {str(f.sqref): f.rules[0].formula[0] for f in formats}
    assert marked["D9:D20"] == "AND(ISBLANK(D9),COUNTA($C9:$F9)>0)"
    assert set(marked) == {"C9:C20", "D9:D20", "E9:E20", "F9:F20"}


# What it says.


def rules_of(plan: FormPlan, typed: Mapping[tuple[int, str], Any], **cells: Any) -> list[str]:
    """What there is to say of the form with something typed into it, openpyxl writing; the rest of a row is as it should be."""
    book = opened(form_book(plan))
    index = next(iter(typed), (0, ""))[0]
    usual = usual_row(plan, plan.rows[index]) if typed else {}
    for (row, measure), value in {**{(index, m): v for m, v in usual.items()}, **typed}.items():
        book[SHEET].cell(*plan.place(row, measure)).value = value
    for cell, value in cells.items():
        book[SHEET][cell] = value
    unit = Unit("ban-bo", "Xã Bản Bo", population=1000)
    return said(saved(book), plan.campaign, unit)


def said(data: bytes, campaign: Campaign, unit: Unit | None = None) -> list[str]:
    extraction = extract(read_bytes(data, "x.xlsx"), Context.of(campaign, campaign.calendar.week(5)))
    checked = [check_submission(s, campaign.schema, unit) for s in extraction.submissions]
    return [f.rule for f in (*extraction.findings, *(f for _, found in checked for f in found))]


def usual_row(plan: FormPlan, row: FormRow) -> dict[str, float]:
    example = example_figures(plan)
    same = [i for i, _ in example if plan.rows[i].category is row.category]
    return {m: v for (i, m), v in example.items() if i == [*same, on_air(plan)][0]}


def on_air(plan: FormPlan) -> int:
    """A row that the example fills in, and whose items have a length where there are any."""
    example = example_figures(plan)
    return next((i for (i, m), v in example.items() if m == "duration" and v > 0), 0)


def typed_cell(plan: FormPlan, value: str) -> list[str]:
    """What is said of an example of the instructions, typed into the cell that it is about."""
    durations = [m for m in plan.columns if m.kind is MeasureKind.DURATION]
    measure = durations[0] if "phút" in value or ":" in value else plan.columns[0]
    blank, number = value == "(để trống)", value.replace(",", ".")
    typed = None if blank else float(number) if re.fullmatch(r"[0-9.]+", number) else value
    return rules_of(plan, {(on_air(plan), measure.id): typed})


BY_STRUCTURE: dict[str, tuple[Callable[[FormPlan], list[str]], Callable[[FormPlan], list[str]]]] = {
    "unit-conflict": (
        lambda p: rules_of(p, {(0, p.columns[0].id): 4}, C4="Xã Nà Tăm"),
        lambda p: rules_of(p, {(0, p.columns[0].id): 4}),
    ),
    "unit-unknown": (
        lambda p: rules_of(p, {(0, p.columns[0].id): 4}, C5=week_label(p.periods[0])),
        lambda p: rules_of(p, {(0, p.columns[0].id): 4}, C4="Xã Nà Tăm", C5=week_label(p.periods[0])),
    ),
    "wrong-period": (
        lambda p: rules_of(p, {(0, p.columns[0].id): 4}, C4="Xã Bản Bo", C5=week_label(p.periods[1])),
        lambda p: rules_of(p, {(0, p.columns[0].id): 4}, C4="Xã Bản Bo", C5=week_label(p.periods[0])),
    ),
    "total-mismatch": (
        lambda p: rules_of(p, {(4, "items"): 4}, **{f"{column(p, 'items')}{p.total_row}": 9}),
        lambda p: rules_of(p, {(4, "items"): 4}, **{f"{column(p, 'items')}{p.total_row}": 4}),
    ),
    "unknown-channel": (
        lambda p: rules_of(p, {(11, "items"): 4}, B20="Thầy mo"),
        lambda p: rules_of(p, {(11, "items"): 4}),
    ),
    "split-mismatch": (
        lambda p: rules_of(p, {(4, "items"): 9, (4, "news"): 5, (4, "articles"): 5}),
        lambda p: rules_of(p, {(4, "items"): 10, (4, "news"): 5, (4, "articles"): 5}),
    ),
}
PLANS = {
    "one unit": of(),
    "for all": of(one=False),
    "by topic": of(by_topic=True),
    "with parts": of(with_parts()),
    "bluezone": of(DRIVE),
}


@pytest.mark.parametrize("name", PLANS)
def test_every_instruction_is_a_rule_and_does_as_it_says(name: str) -> None:
    """What the instructions call wrong is found by that very rule, and what they call right by none."""
    plan = PLANS[name]
    for one in instructions(plan):
        if one.rule in BY_STRUCTURE:
            wrong, right = (probe(plan) for probe in BY_STRUCTURE[one.rule])
        else:
            assert one.right, f"write how {one.rule} is broken, for the test"
            one_plan = plan if plan.unit else replace(plan, unit=of().unit, period=of().period)
            wrong, right = (typed_cell(one_plan, value) for value in (one.wrong, one.right))
        assert one.rule in wrong, one.text
        assert one.rule not in right, one.text


def test_what_will_be_asked_about_is_asked_at_just_those_limits() -> None:
    """The limits that are printed are those that are checked: silent at each, speaking one step beyond it."""
    plan = of()
    row = on_air(plan)
    texts = {one.rule: one.text for one in questions(plan)}
    assert {
        "items-without-duration": "Có “Số tin, bài” mà “Thời lượng tin, bài” là 0 (trừ Cổng thông tin điện tử và Mạng xã hội).",
        "minutes-per-item": "Tính trung bình mỗi tin, bài ngắn hơn 20 giây hoặc dài hơn 2 giờ.",
        "listeners-over-population": "“Ước số lượt người nghe” của một kênh nhiều hơn số dân của đơn vị.",
    }.items() <= texts.items()
    assert (
        "hơn 10 tin, bài hoặc dài hơn 1 giờ (trừ Cổng thông tin điện tử và Mạng xã hội)" in texts["fewer-broadcasts-than-items"]
    )
    cases: dict[str, tuple[dict[str, float], dict[str, float]]] = {
        "items-without-duration": ({"duration": 0}, {"duration": 12}),
        "duration-without-items": ({"items": 0, "duration": 12}, {"items": 0, "duration": 0}),
        "fewer-broadcasts-than-items": (
            {"items": 11, "broadcasts": 1, "duration": 30},
            {"items": 10, "broadcasts": 1, "duration": 30},
        ),
        "minutes-per-item": ({"items": 3, "duration": 0.95}, {"items": 3, "duration": 1}),
        "listeners-over-population": ({"listeners": 1001}, {"listeners": 1000}),
    }
    assert set(cases) == set(texts), "write the limits of these, for the test"
    slips = {"minutes-per-item": "scale-slip"}  # where a slip of minutes and seconds would explain it, that is said instead
    for rule, (beyond, at) in cases.items():
        assert {rule, slips.get(rule)} & set(rules_of(plan, {(row, m): v for m, v in beyond.items()}))
        assert rule not in rules_of(plan, {(row, m): v for m, v in at.items()})
    longest = {"items": 2, "broadcasts": 20, "duration": 240}
    assert rules_of(plan, {(row, m): v for m, v in longest.items()}) == []
    assert rules_of(plan, {(row, m): v for m, v in {**longest, "duration": 240.5}.items()}) == ["scale-slip"]
    silent = next(i for i, r in enumerate(plan.rows) if r.category and r.category.id == "portal")
    assert rules_of(plan, {(silent, "items"): 4, (silent, "duration"): 0, (silent, "broadcasts"): 0}) == []


def test_another_threshold_is_another_instruction() -> None:
    checks = tuple(
        replace(c, numbers=(("shortest_seconds", 45.0), ("longest_seconds", 600.0))) if c.id == "minutes-per-item" else c
        for c in WEEKLY.schema.checks
        if c.id != "listeners-over-population"
    )
    texts = {one.rule: one.text for one in questions(of(replace(WEEKLY, schema=replace(WEEKLY.schema, checks=checks))))}
    assert texts["minutes-per-item"] == "Tính trung bình mỗi tin, bài ngắn hơn 45 giây hoặc dài hơn 10 phút."
    assert "listeners-over-population" not in texts


def test_the_instructions_stand_in_the_workbook() -> None:
    plan = of()
    texts = {str(c.value) for row in opened(form_book(plan))[GUIDE].iter_rows() for c in row if c.value}
    assert {one.text for one in (*instructions(plan), *questions(plan))} <= texts
    assert any(text.startswith("Thời lượng tin, bài (phút) (bắt buộc): Tổng cả tuần bằng phút") for text in texts)


@pytest.mark.parametrize("name", PLANS)
def test_the_example_is_as_the_rules_would_have_it(name: str) -> None:
    """Its figures, in the form itself, raise nothing; and the example shows those figures."""
    plan = PLANS[name] if PLANS[name].unit else replace(PLANS[name], unit=of().unit, period=of().period)
    figures, notes = example_figures(plan), example_notes()
    assert said(form_book(plan, figures, notes), plan.campaign) == []
    shown = opened(form_book(plan))[EXAMPLE]
    assert {place: shown.cell(*plan.place(*place)).value for place in figures} == figures
    assert [shown.cell(plan.note_row + 2 * i + 1, 1).value for i in range(len(NOTES))] == list(notes.values())
    assert "VÍ DỤ" in shown["A1"].value


# On paper.


@pytest.mark.skipif(not (SOFFICE and PDFTOTEXT), reason="LibreOffice or pdftotext is not installed here")
def test_each_form_is_one_page_of_a4(tmp_path: Path) -> None:
    files = {name: tmp_path / f"{name}.xlsx" for name in PLANS}
    for name, file in files.items():
        file.write_bytes(form_book(PLANS[name]))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    convert = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files.values())]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    for name, file in files.items():
        done = subprocess.run([str(PDFTOTEXT), "-layout", file.with_suffix(".pdf"), "-"], check=True, capture_output=True)
        pages = done.stdout.decode().split("\f")[:-1]
        assert len(pages) == 3, f"{name}: the form, the instructions, the example"
        assert PLANS[name].rows[-1].label in pages[0]
        assert "THỦ TRƯỞNG ĐƠN VỊ" in pages[0]
        assert ("HƯỚNG DẪN" in pages[1], "VÍ DỤ" in pages[2]) == (True, True)
        sizes = re.findall(rb"/MediaBox ?\[ ?0 0 ([0-9]+)[0-9.]* ([0-9]+)[0-9.]* ?\]", file.with_suffix(".pdf").read_bytes())
        assert {length for size in sizes for length in size} == {b"595", b"841"}, "A4"
