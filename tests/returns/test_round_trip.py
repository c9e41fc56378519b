"""The whole way, for every faulty workbook of the golden cases and the sample weeks: read, given back, mended, read again."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.schema import MeasureKind

HERE = Path(__file__).parents[1] / "golden"
SAMPLE = Path(__file__).parents[2] / "sample_data" / "tam-duong-2021"
CASES = sorted(path.parent for path in HERE.glob("cases/*/truth.json"))
WEEKS = sorted(SAMPLE.glob("week-*"))
ANSWERS = {MeasureKind.COUNT: 12, MeasureKind.ESTIMATE: 350, MeasureKind.DURATION: "22 phút"}
SECONDS = 22 * 60
# Asked of a sender, and answered with words: no cell says which of two files counts.
IN_WORDS = {"which-is-final"}
NOT_IN_CELLS = {"file-04-which-is-final", "file-05-empty", "file-07-supplement"}


def faulty(folder: Path) -> bool:
    """Whether the truth of a case names an error in a workbook."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    wrong = any(word in str(s["outcome"]) for s in truth["submissions"] for word in ("partial", "rejected"))
    return wrong and any(folder.glob("*.xls[xm]"))


FAULTY = [pytest.param(folder, id=folder.name) for folder in CASES if faulty(folder)]
# Only warnings: blanks, and lengths that are unlikely.
DOUBTFUL = [HERE / "cases" / name for name in ("count-03-blank", "dur-06-three-parts")]


def test_there_are_faulty_workbooks() -> None:
    assert len(FAULTY) > 25


@pytest.mark.parametrize("folder", [*FAULTY, *(pytest.param(f, id=f.name) for f in (*DOUBTFUL, *WEEKS))])
def test_a_copy_that_nobody_mended_says_what_the_original_says(folder: Path, week_of: Any, said: Any) -> None:
    """The list, the notes and the colours are no data: the same findings, outcomes and figures."""
    week = week_of(folder, folder.name if folder in WEEKS else week_folder(folder))
    before = week.report()
    copies = [(file.file, file.copy) for one in week.returns().returned for file in one.files if file.copy]
    assert copies or folder.name in NOT_IN_CELLS or folder in WEEKS
    for name, copy in copies:
        week.put(name, copy.read_bytes())
    week.anew()
    after = week.report()
    for name, _ in copies:
        assert said(after, name) == said(before, name)
        notes = [f for f in after.findings if f.location.file == name and f.rule == "set-aside-file"]
        assert [(f.location.part, f.argument("reason")) for f in notes] == [("CẦN SỬA", "our-list")]
    assert [(f.measure, f.unit, f.dimension, f.category, f.value) for f in after.figures] == [
        (f.measure, f.unit, f.dimension, f.category, f.value) for f in before.figures
    ]
    assert [(s.file, s.unit, s.outcome) for s in after.submissions] == [(s.file, s.unit, s.outcome) for s in before.submissions]


def week_folder(folder: Path) -> str:
    return str(json.loads((folder / "truth.json").read_text(encoding="utf-8"))["folder"])


@pytest.mark.parametrize("folder", FAULTY)
def test_a_mended_copy_reads_cleanly(folder: Path, week_of: Any, typed_into: Any, value_at: Any) -> None:
    """What a sender types into the marked cells is what is read, and nothing is left to mend in that file."""
    week = week_of(folder, week_folder(folder))
    errors = [f for f in week.report().findings if f.severity is Severity.ERROR]
    schema = week.report().campaign.schema
    copies = {file.file: file.copy for one in week.returns().returned for file in one.files}
    about: dict[str, list[Finding]] = {}
    for finding in errors:
        about.setdefault(finding.location.file, []).append(finding)
    wanted = {f for f, found in about.items() if {x.rule for x in found} - IN_WORDS and f.endswith("xlsx") and size(folder, f)}
    assert wanted == {f for f, copy in copies.items() if copy and f in about}, (
        "every workbook with something to mend comes back"
    )
    for name in wanted:
        data, expected = copies[name].read_bytes(), []
        for finding in about[name]:
            if finding.rule in STRUCTURE:
                data = by_openpyxl(data, finding, STRUCTURE[finding.rule])
                continue
            typed = answer(finding, schema)
            data = typed_into(data, {(finding.location.part, finding.location.cell): typed})
            expected.append((finding, SECONDS if typed == "22 phút" else int(typed)))
        week.put(name, data)
        week.anew()
        report = week.report()
        left = [(f.rule, f.location) for f in report.findings if f.location.file == name and f.severity is Severity.ERROR]
        assert left == []
        assert [value_at(report, finding) for finding, _ in expected if finding.rule not in TOTALS] == [
            number for finding, number in expected if finding.rule not in TOTALS
        ]
        mended = {(f.unit, f.measure) for f in about[name] if f.unit and f.measure}
        assert [f for f in report.figures if (f.unit, f.measure) in mended and f.value is None] == []


def size(folder: Path, name: str) -> int:
    return (folder / name).stat().st_size


TOTALS = {"total-mismatch", "subtotal-mismatch"}


def answer(finding: Finding, schema: Any) -> Any:
    """What the copy asks for: the suggestion, the sum of the rows, or a number that its measure takes."""
    if finding.rule in TOTALS:
        return finding.argument("sum")
    suggestion = str(finding.argument("suggestion") or "")
    if suggestion.isdigit():
        return int(suggestion)
    number = ANSWERS[schema.measure(finding.measure).kind]
    # As text, as the copy asks: a number typed into a cell that Excel made a date of becomes a date again.
    return str(number) if finding.rule == "date-in-number" else number


def by_openpyxl(data: bytes, finding: Finding, mend: Callable[[Any, Finding], None]) -> bytes:
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    assert workbook.sheetnames[0] == "CẦN SỬA"
    mend(workbook.worksheets[1], finding)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def unhide(sheet: Any, finding: Finding) -> None:
    sheet.row_dimensions[finding.location.row].hidden = False


def unmerge(sheet: Any, finding: Finding) -> None:
    """openpyxl drops what lies under a merge; the number that was hidden is what the sender types."""
    for merged in [m for m in sheet.merged_cells.ranges if finding.location.cell in m]:
        sheet.unmerge_cells(str(merged))
    sheet[finding.location.cell] = 250


def leave_one_table(sheet: Any, finding: Finding) -> None:
    sheet.delete_rows(finding.related[0].row, 20)


def add_table(sheet: Any, _: Finding) -> None:
    rows = (("Kênh", "Số tin, bài", "Thời lượng (phút)", "Số lần phát", "Ước số người nghe"), ("Loa kéo", 3, 12, 9, 250))
    for row, values in enumerate(rows, start=sheet.max_row + 2):
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value


def write(cell: str, text: str) -> Callable[[Any, Finding], None]:
    def mend(sheet: Any, _: Finding) -> None:
        sheet[cell] = text

    return mend


STRUCTURE: dict[str, Callable[[Any, Finding], None]] = {
    "hidden-figures": unhide,
    "value-under-merge": unmerge,
    "two-tables": leave_one_table,
    "no-table": add_table,
    "unit-unknown": write("A2", "Đơn vị: Xã Bản Bo"),
    "unit-conflict": write("A1", "Đơn vị: Xã Bản Hon"),
    "unit-near-miss": write("A4", "Đơn vị: UBND xã Tả Lèng"),
    "wrong-period": write("A3", "(Tuần 5, từ ngày 29/01/2021 đến ngày 04/02/2021)"),
}
SAMPLE_MENDS = {
    ("week-05", "ban hon bc T5.xlsx"): ({"F11": 1200, "E12": 25}, "ban-hon", {"listeners": 1820, "broadcasts": 52}),
    ("week-06", "Na Tam - tuan 6.xlsx"): ({"F12": "5"}, "na-tam", {"broadcasts": None}),
    ("week-06", "bc_tuan6_banbo.xlsx"): ({"F9": 2390}, "ban-bo", {"listeners": 2390}),
}


@pytest.mark.parametrize(("name", "mended"), SAMPLE_MENDS.items(), ids=lambda x: x[1] if isinstance(x[0], str) else "")
def test_the_sample_weeks_come_back_mended(name: Any, mended: Any, week_of: Any, typed_into: Any) -> None:
    folder, file = name
    typed, unit, figures = mended
    week = week_of(SAMPLE / folder, folder)
    before = week.report()
    returned = next(one for one in week.returns().returned if one.unit == unit)
    copy = next(f.copy for f in returned.files if f.file == file)
    week.put(file, typed_into(copy.read_bytes(), {("Sheet1", cell): value for cell, value in typed.items()}))
    week.anew()
    after = week.report()
    assert [f.rule for f in after.findings if f.unit == unit and f.severity is Severity.ERROR] == []
    for measure, value in figures.items():
        found = after.figure(measure, unit)
        assert found is not None
        assert found.value is not None
        assert value in {None, found.value}
    others = [f for f in before.figures if f.unit not in {unit, None} and f.dimension is None]
    assert others == [f for f in after.figures if f.unit not in {unit, None} and f.dimension is None]
