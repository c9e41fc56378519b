"""The workbook: live totals that another program computes alike, links to what was received, text that stays text."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from msgspec.structs import replace
from python_calamine import CalamineWorkbook

from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Aggregation
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.faults import FiguresDisagree, NotInDocument
from tuyentruyen_cli.render.originals import Originals
from tuyentruyen_cli.render.workbook.book import Placed
from tuyentruyen_cli.render.workbook.readback import read_back
from tuyentruyen_cli.render.workbook.write import render_workbook

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed here: nothing recalculates")
SHEETS = [
    "Tổng hợp",
    "Theo đơn vị",
    "Theo kênh",
    "Theo chủ đề",
    "Biểu đồ",
    "Nguồn số liệu",
    "Tệp đã nhận",
    "Cần xem",
    "Quyết định",
]
Build = Callable[..., Report]
# LibreOffice recalculates a file of Excel's on loading only where it is told to.
RECALCULATE = """<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""


def explained(finding: Finding) -> tuple[str, str]:
    return f"Vấn đề {finding.rule}", "Cách xử lý"


def opened(data: bytes | Path, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data) if isinstance(data, bytes) else data, data_only=values)


def recalculated(book: Path, folder: Path) -> Any:
    """The workbook as LibreOffice computes it: all cached values are thrown away."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    out = folder / "out"
    command = [
        str(SOFFICE),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(out),
    ]
    subprocess.run([*command, str(book)], check=True, capture_output=True, timeout=180)
    return opened(out / book.name, values=True)


def formulas(book: Any) -> dict[tuple[str, str], str]:
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def test_the_sheets_stand_in_order(sample: Any) -> None:
    assert opened(sample.file("xlsx")).sheetnames == SHEETS


@needs_libreoffice
def test_libreoffice_computes_every_formula_to_its_cached_value(sample: Any, tmp_path: Path) -> None:
    live = formulas(opened(sample.file("xlsx")))
    assert len(live) > 150
    cached, computed = opened(sample.file("xlsx"), values=True), recalculated(sample.file("xlsx"), tmp_path)
    for (sheet, cell), formula in live.items():
        was, now = cached[sheet][cell].value, computed[sheet][cell].value
        assert now == (pytest.approx(was) if isinstance(was, int | float) else was), (sheet, cell, formula)


@needs_libreoffice
def test_the_greatest_of_channels_and_of_units_is_live_too(of_units: Build, week: Report, tmp_path: Path) -> None:
    """A measure whose people are the same on every channel, and one whose units are not added."""
    asked: dict[str, Any] = {
        "listeners": {"aggregation_in_unit": Aggregation.MAX},
        "broadcasts": {"aggregation": Aggregation.MAX},
    }
    measures = tuple(replace(m, **asked.get(m.id, {})) for m in week.campaign.schema.measures)
    report = of_units([f"Xã {i}" for i in range(1, 30)], schema=replace(week.campaign.schema, measures=measures))
    path = tmp_path / "lớn nhất.xlsx"
    path.write_bytes(render_workbook(report, explained, Originals()))
    live, cached, computed = formulas(opened(path)), opened(path, values=True), recalculated(path, tmp_path)
    assert sum("MAX(" in formula for formula in live.values()) > 25
    for sheet, cell in live:
        was, now = cached[sheet][cell].value, computed[sheet][cell].value
        assert now == (pytest.approx(was) if isinstance(was, int | float) else was), (sheet, cell, live[sheet, cell])


@needs_libreoffice
def test_totals_follow_what_is_mended_in_a_source_row(sample: Any, tmp_path: Path) -> None:
    """Ten items more in one source row: the unit, the channel, the total and the charts' table say so, whatever the order."""
    book = opened(sample.file("xlsx"))
    sheet = book["Nguồn số liệu"]
    heads = {cell.value: cell.column for cell in sheet[4]}
    row = next(r for r in range(5, sheet.max_row) if sheet.cell(r, heads["Đơn vị"]).value == "Xã Bản Bo")
    channel = sheet.cell(row, heads["Kênh"]).value
    mended = sheet.cell(row, heads["Tin, bài"])
    mended.value += 10
    book.save(tmp_path / "sửa.xlsx")
    computed = recalculated(tmp_path / "sửa.xlsx", tmp_path)
    before = opened(sample.file("xlsx"), values=True)
    for name, at, column in (("Theo đơn vị", "Xã Bản Bo", 4), ("Theo đơn vị", "Tổng cộng", 4), ("Theo kênh", channel, 3)):
        old, new = (next(r[column - 1].value for r in b[name].iter_rows() if r[1].value == at) for b in (before, computed))
        assert new == old + 10, (name, at)
    old, new = (next(r[1].value for r in b["Tổng hợp"].iter_rows() if r[0].value == "Tin, bài") for b in (before, computed))
    assert new == old + 10


def test_a_refused_figure_is_words_and_a_blank_is_no_zero(sample: Any) -> None:
    sheet = opened(sample.file("xlsx"), values=True)["Theo đơn vị"]
    rows = {row[1]: row for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert rows["Xã Bản Hon"][3:7] == (20, 49, "chưa rõ (1)", "chưa rõ (1)")
    assert "ô E12" in rows["Xã Bản Hon"][7]
    assert rows["Xã Nùng Nàng"][4] == "… (3)"
    assert rows["Số đơn vị có số liệu"][3:7] == ("14/14", "12/14", "12/14", "12/14")


def test_what_is_not_in_a_total_is_words_in_the_source_rows(sample: Any) -> None:
    sheet = opened(sample.file("xlsx"), values=True)["Nguồn số liệu"]
    heads = {cell.value: i for i, cell in enumerate(sheet[4])}
    rows = [row for row in sheet.iter_rows(min_row=5, values_only=True) if row[1] == "Xã Bản Hon"]
    assert [row[heads["Lượt phát"]] for row in rows] == ["16 (chưa tính)", "chưa rõ", "11 (chưa tính)"]
    assert rows[1][heads["Ô ghi lượt phát"]] == "E12: “20-30 lượt”"
    assert [row[heads["Tin, bài"]] for row in rows] == [10, 3, 7]


def test_each_source_row_opens_its_kept_original_at_its_cell(sample: Any) -> None:
    sheet = opened(sample.file("xlsx"))["Nguồn số liệu"]
    linked = 0
    for row in sheet.iter_rows(min_row=5):
        for cell in row:
            if cell.hyperlink is None:
                continue
            linked += 1
            target = (sample.folder / cell.hyperlink.target.replace("\\", "/")).resolve()
            assert target.is_file(), cell.hyperlink.target
            assert target.parent == sample.root / "store" / "originals"
            if target.suffix in {".xlsx", ".xls", ".ods"}:
                part, _, place = cell.hyperlink.location.rpartition("!")
                assert re.fullmatch(r"[A-Z]+\d+", place)
                assert part == f"'{row[6].value}'"
    files = [row[5].value for row in sheet.iter_rows(min_row=5) if row[5].hyperlink is None]
    assert files == ["(người phụ trách nhập)"]
    assert linked > 200


def test_heads_are_frozen_rows_are_filtered_and_pages_are_a4(sample: Any) -> None:
    book = opened(sample.file("xlsx"))
    for name in SHEETS[1:]:
        sheet = book[name]
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9), name
        if name != "Biểu đồ":
            assert sheet.freeze_panes, name
            assert sheet.print_title_rows, name
        if name not in {"Biểu đồ", "Quyết định"}:
            head = sheet.auto_filter.ref.partition(":")[0]
            assert sheet[head].value in {"STT", "STT đơn vị"}, name
    filtered = book["Theo đơn vị"].auto_filter.ref
    last = int(re.sub(r"\D", "", filtered.partition(":")[2]))
    assert book["Theo đơn vị"].cell(last + 1, 2).value == "Tổng cộng", "totals are not filtered away"


def test_numbers_have_formats_that_show_what_the_report_says(sample: Any) -> None:
    sheet = opened(sample.file("xlsx"))["Theo đơn vị"]
    row = next(r for r in sheet.iter_rows(min_row=5) if str(r[1].value).startswith("Đài"))
    assert [cell.number_format for cell in row[3:7]] == ["#,##0", "#,##0.0", "#,##0", "#,##0"]


def test_charts_are_native_and_said_in_words(sample: Any) -> None:
    with zipfile.ZipFile(sample.file("xlsx")) as archive:
        charts = [name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
        drawing: Any = etree.fromstring(archive.read("xl/drawings/drawing1.xml"))
        chart = archive.read(charts[0]).decode()
        assert not [name for name in archive.namelist() if name.endswith((".png", ".jpeg", ".emf"))]
    assert len(charts) == 8
    said = [e.get("descr") for e in drawing.iter("{*}cNvPr")]
    assert len(said) == 8
    assert all(text.startswith("Biểu đồ thanh: ") for text in said)
    assert said[0].startswith("Biểu đồ thanh: Tin, bài theo đơn vị. Đài Truyền thanh - Truyền hình huyện Tam Đường 86; ")
    assert "Không có trong biểu đồ: 2 đơn vị chưa có số liệu." in said[2]
    assert "'Biểu đồ'!$U$3" in chart


HOSTILE = ("=1+1", "+84 912", "@SUM(A1)", "-5", "http://a.vn/x", "1/2", "internal:'Tổng hợp'!A1", "<b>&amp;", "_x0041_", "007")


def test_text_never_becomes_anything_else(of_units: Build) -> None:
    """Names and texts that Excel would take for formulas, links, days or numbers stay the texts that they are."""
    report = of_units(list(HOSTILE), file="=cmd|' /C calc'!{unit}.xlsx", typed='=HYPERLINK("http://a.vn")')
    book = opened(render_workbook(report, explained, Originals()))
    sheet = book["Theo đơn vị"]
    assert [sheet.cell(5 + i, 2).value for i in range(len(HOSTILE))] == list(HOSTILE)
    assert {sheet.cell(5 + i, 2).data_type for i in range(len(HOSTILE))} == {"s"}
    assert {c.data_type for s in book for r in s.iter_rows() for c in r if str(c.value).startswith(("=cmd", "=HYPER"))} == {"s"}
    assert all(f.startswith(("=SUM", "='Theo", "='Nguồn")) for f in formulas(book).values())
    assert not any(cell.hyperlink for s in book for row in s.iter_rows() for cell in row)


def test_a_text_that_is_too_long_is_cut_not_lost(of_units: Build) -> None:
    book = opened(render_workbook(of_units(["Xã " + "dài " * 20_000]), explained, Originals()))
    name = book["Theo đơn vị"].cell(5, 2).value
    assert name.startswith("Xã dài dài")
    assert name.endswith("…")


def test_many_units_show_the_greatest_in_charts_and_all_in_tables(of_units: Build) -> None:
    report = of_units([f"Xã Mường Số {i}" for i in range(1, 171)])
    book = opened(render_workbook(report, explained, Originals()), values=True)
    data = [row[20:22] for row in book["Biểu đồ"].iter_rows(min_row=2, values_only=True) if row[20]]
    assert data[0][0] == "Tin, bài theo đơn vị (20 nơi có số lớn nhất)"
    values = [value for _, value in data[1:]]
    assert len(values) == 20
    assert values == sorted(values, reverse=True)
    assert book["Theo đơn vị"].cell(175, 2).value == "Tổng cộng"
    assert not any(row[3] == "Chưa phân tách" for row in book["Theo kênh"].iter_rows(values_only=True))


def test_of_thousands_of_rows_each_has_one_link(of_units: Build) -> None:
    """Excel holds no more than 65,530 links in a sheet."""
    kept = {f"xa-{i}.xlsx": Path(f"/store/{i:064x}.xlsx") for i in range(1, 801)}
    report = of_units([f"Xã Mường Số {i}" for i in range(1, 801)])
    data = render_workbook(report, explained, Originals(kept, Path("/reports/w")))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Theo đơn vị").to_python(skip_empty_area=False)
    assert [row[1] for row in rows[4 + 800 : 6 + 800]] == ["Tổng cộng", "Số đơn vị có số liệu"]
    assert rows[4 + 800][3] == report.figures[[f.unit for f in report.figures].index(None)].value
    assert rows[5 + 800][3] == "753/800"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        links = archive.read("xl/worksheets/sheet5.xml").count(b"<hyperlink ")
    assert links == 3 * 753


def test_a_figure_whose_rows_give_another_number_is_not_written(of_units: Build, explain: Explain) -> None:
    report = of_units(["Xã A", "Xã B"])
    key = ("xa-1", "items", None)
    wrong = (replace(f, value=(f.value or 0) + 1) if (f.unit, f.measure, f.dimension) == key else f for f in report.figures)
    with pytest.raises(FiguresDisagree):
        render_workbook(replace(report, figures=tuple(wrong)), explain, Originals())


def test_a_figure_without_rows_is_not_written(of_units: Build, explain: Explain) -> None:
    report = of_units(["Xã A", "Xã B"])
    with pytest.raises(FiguresDisagree):
        render_workbook(replace(report, submissions=report.submissions[:1]), explain, Originals())


def test_a_workbook_that_does_not_hold_its_figures_is_refused(of_units: Build) -> None:
    data = render_workbook(of_units(["Xã A", "Xã B"]), explained, Originals())
    held = opened(data, values=True)["Theo đơn vị"].cell(5, 4).value
    read_back(data, [Placed("Theo đơn vị", 4, 3, held, duration=False)])
    with pytest.raises(NotInDocument) as caught:
        read_back(data, [Placed("Theo đơn vị", 4, 3, held + 1, duration=False)])
    assert caught.value.arguments["what"] == f"Theo đơn vị!D5: {held + 1}"
    with pytest.raises(NotInDocument):
        read_back(data, [Placed("Theo đơn vị", 400, 3, 1, duration=False)])


def test_links_lead_out_of_any_folder_and_stay_within_excels_number(tmp_path: Path) -> None:
    kept = tmp_path / "store" / "a b.xlsx"
    assert Originals({"f": kept}, tmp_path / "reports" / "w").path("f") == "../../store/a b.xlsx"
    assert Originals({"f": kept}, tmp_path / "reports" / "w").address("f") == "../../store/a%20b.xlsx"
    assert Originals({"f": kept}).path("f") == kept.as_uri()
    assert Originals({"f": kept}).path("khác") == ""
