"""``trace``: the cells that are listed come to the figure that was reported, for every figure there is."""

import datetime as dt
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from tuyentruyen_cli import resources
from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.tracing import Question, trace
from tuyentruyen_cli.pipeline.week import Request, aggregate
from tuyentruyen_cli.render.explain import explainer
from tuyentruyen_cli.render.report_json import report_json

SAMPLE = resources.folder("sample_data") / "tam-duong-2021"
pytestmark = pytest.mark.usefixtures("in_this_process")
FRIDAY = "2021-02-05T09:00+07:00"
NOW = ("--now", FRIDAY)
SPLITS = (("channels", "channel"), ("topics", "topic"), ("origin", "origin"))


def aggregated(week: Path, now: str = FRIDAY) -> dict[str, Any]:
    report = aggregate(Request(week, dt.datetime.fromisoformat(now), executor=here))
    return report_json(report, explainer(report.campaign.schema, "vi"))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, dict[str, Any]]]:
    """The sample campaign and what aggregate reported of its weeks."""
    root = tmp_path_factory.mktemp("trace") / "chiến dịch"
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("store", "reports", "week-07", "week-08", "gui-sau"))
    weeks = {"2021-W05": aggregated(root / "week-05"), "2021-W06": aggregated(root / "week-06", "2021-02-12T09:00+07:00")}
    return root, weeks


@pytest.fixture
def root(sample: tuple[Path, dict[str, Any]], tmp_path: Path) -> Path:
    """A copy to change."""
    copy = tmp_path / "chiến dịch"
    shutil.copytree(sample[0], copy)
    return copy


def figures(document: dict[str, Any]) -> Iterator[tuple[str, str | None, tuple[str, str] | None, int | None]]:
    """Every figure of a report: measure, unit, (dimension, category), value."""
    for measure, total in document["totals"].items():
        yield measure, None, None, total["value"]
    for unit in document["units"]:
        for measure, value in unit["values"].items():
            yield measure, unit["unit"], None, value
    for key, dimension in SPLITS:
        for row in document[key]:
            for measure, figure in row["values"].items():
                yield measure, None, (dimension, row[dimension]), figure["value"]


def traced(root: Path, measure: str, unit: str | None = None, category: tuple[str, str] | None = None, week: str = "5") -> Any:
    return trace(Question(root, dt.datetime.fromisoformat(FRIDAY), measure, unit, category, week))[1]


@pytest.mark.parametrize("week", ["2021-W05", "2021-W06"])
def test_every_figure_is_the_sum_of_the_cells_that_are_listed(sample: tuple[Path, dict[str, Any]], week: str) -> None:
    root, weeks = sample
    every = list(figures(weeks[week]))
    assert len(every) > 150
    for measure, unit, category, value in every:
        found = traced(root, measure, unit, category, week)
        assert found.value == value, (measure, unit, category)
        assert sum(v.value for v in found.counted) == (value or 0), (measure, unit, category)
        assert all(v.location.cell and v.sha256 and v.typed for v in found.counted), (measure, unit)


@pytest.mark.parametrize("week", ["2021-W05", "2021-W06"])
def test_who_is_not_in_a_total_is_named_with_why(sample: tuple[Path, dict[str, Any]], week: str) -> None:
    root, weeks = sample
    for measure, total in weeks[week]["totals"].items():
        found = traced(root, measure, week=week)
        assert [out.unit for out in found.outside] == total["missing"], measure
        assert all(out.why for out in found.outside), measure
        assert len(found.units) == total["units"]


def test_a_figure_on_the_screen(tuyentruyen: Any, sample: tuple[Path, dict[str, Any]]) -> None:
    said = tuyentruyen("trace", "items", sample[0] / "week-05", "--unit", "Xã Bản Bo", *NOW)
    assert said.code == 0
    assert [" ".join(line.split()) for line in said.out.splitlines() if line and "───" not in line] == [
        "Số tin, bài của Xã Bản Bo, tuần 2021-W05: 18",
        "Trang!Ô Kênh / chủ đề Ghi trong ô Số đọc được",
        "Xã Bản Bo: 18",
        "bc_tuan5_banbo (sua).xlsx, bản 2, 89ec61c6",
        "Sheet1!C6 Trạm truyền thanh cơ sở “6” 6",
        "Sheet1!C7 Loa kéo, loa di động, xe lưu động “4” 4",
        "Sheet1!C8 Loa thôn, bản, tổ dân phố “8” 8",
        "Gồm 3 ô của 1 đơn vị (1/1 đơn vị phải gửi). Cộng các ô: 18.",
    ]


def test_a_total_on_the_screen_names_who_is_out_and_what_was_read_of_them(
    tuyentruyen: Any, sample: tuple[Path, dict[str, Any]]
) -> None:
    out = tuyentruyen("trace", "listeners", sample[0] / "week-05", *NOW).out
    assert "Gồm 43 ô của 12 đơn vị (12/14 đơn vị phải gửi). Cộng các ô: 35.950 lượt người." in out
    assert (
        "Không có trong số này:\n"
        "  Xã Nùng Nàng\n"
        "    chưa gửi\n"
        "  Xã Bản Hon\n"
        "    ban hon bc T5.xlsx Sheet1!F11: Ước số lượt người nghe phải là số nguyên, ô này là “1.2”.\n"
    ) in out
    refused = next(line for line in out.splitlines() if "“1.2”" in line and "Sheet1!F11" in line and "từ chối" in line)
    assert refused.endswith("–   từ chối: Số lẻ (1,2) ở chỗ phải là số nguyên")
    assert "“khoảng 350 lượt người”           350   số ước lượng" in out


def test_a_part_names_who_is_in_the_whole_but_not_in_it(tuyentruyen: Any, sample: tuple[Path, dict[str, Any]]) -> None:
    out = tuyentruyen("trace", "broadcasts", sample[0] / "week-05", "--channel", "mobile", *NOW).out
    assert out.startswith("Số lượt phát sóng, Loa kéo, loa di động, xe lưu động, tuần 2021-W05: 221\n")
    assert "không có dòng nào ở phần này: Đài Truyền thanh - Truyền hình huyện Tam Đường." in out


def test_json(tuyentruyen: Any, sample: tuple[Path, dict[str, Any]]) -> None:
    said = tuyentruyen("trace", "listeners", sample[0], "--unit", "giang-ma", "--week", "5", "--json", *NOW)
    document = json.loads(said.out)
    assert (document["format"], document["version"], document["value"]) == ("tuyentruyen/trace", 1, 1740)
    value = document["values"][1]
    assert {key: value[key] for key in ("unit", "location", "typed", "value", "state", "counts")} == {
        "unit": "giang-ma",
        "location": {"file": "giangma_tuan5.csv", "part": "", "cell": "F7"},
        "typed": "khoảng 350 lượt người",
        "value": 350,
        "state": "approximate",
        "counts": True,
    }
    assert (sample[0] / value["original"]).read_bytes() == (sample[0] / "week-05" / "giangma_tuan5.csv").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nothing",), "items, news"),
        (("items", "--unit", "nowhere"), "ban-bo"),
        (("items", "--channel", "fax"), "radio, television"),
        (("items", "--channel", "radio", "--topic", "covid-19"), "Chỉ chọn một"),
        (("items", "--week", "40"), "chưa được tổng hợp"),
        (("items", "-o", "x.pdf"), ".xlsx"),
    ],
)
def test_what_there_is_not(
    tuyentruyen: Any, sample: tuple[Path, dict[str, Any]], monkeypatch: Any, arguments: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(sample[0])
    said = tuyentruyen("trace", *arguments, *NOW)
    assert said.code in {2, 3}
    assert words in said.err


def test_decisions_stand_beside_the_values_they_made(tuyentruyen: Any, root: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(root)
    who = ("--who", "Nguyễn Văn A", "--reason", "Đã gọi điện", "--week", "5", *NOW)
    tuyentruyen("decide", "correct", "--file", "ban hon bc T5.xlsx", "--cell", "Sheet1!F11", "--value", "1.200", *who)
    tuyentruyen("decide", "enter", "--unit", "nung-nang", "--measure", "listeners", "--value", "900", *who)
    tuyentruyen("decide", "choose", "--file", "bc_tuan5_banbo.xlsx", "--unit", "ban-bo", *who)
    tuyentruyen("decide", "exclude", "--file", "then sin t5.xlsx", *who)
    document = aggregated(root / "week-05")
    for measure, unit, category, value in figures(document):
        assert traced(root, measure, unit, category).value == value, (measure, unit, category)
    (corrected,) = [v for v in traced(root, "listeners", "ban-hon").values if v.decisions]
    assert (corrected.typed, corrected.value, corrected.decisions[0].kind.value) == ("1.2", 1200, "correct")
    (entered,) = traced(root, "listeners", "nung-nang").values
    assert (entered.sha256, entered.value, entered.decisions[0].who) == ("", 900, "Nguyễn Văn A")
    assert {d.kind.value for v in traced(root, "items", "ban-bo").values for d in v.decisions} == {"choose"}
    (out,) = traced(root, "items", "then-sin").outside
    assert [d.kind.value for d in out.decisions] == ["exclude"]
    said = tuyentruyen("trace", "listeners", "--week", "5", *NOW).out
    assert "nhập tay" in said
    assert "Nguyễn Văn A: Đã gọi điện)" in said
    assert "“Đã gọi điện”" not in said, "a reason was typed into no cell"
    assert "Sửa ô" in said
    assert "tệp then sin t5.xlsx không dùng: " in said


def test_a_measure_that_takes_the_greatest_shows_what_does_not_count(root: Path) -> None:
    (root / "own.toml").write_text(
        'extends = "bao-cao-tuan"\n[measures.listeners]\naggregation_in_unit = "max"\n[measures.broadcasts]\naggregation = "max"\n',
        encoding="utf-8",
    )
    toml = root / "tuyentruyen.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"bao-cao-tuan"', '"own.toml"'), encoding="utf-8")
    document = aggregated(root / "week-05")
    for measure, unit, category, value in figures(document):
        if category is None:
            found = traced(root, measure, unit)
            assert found.value == value, (measure, unit)
            assert sum(v.value for v in found.counted) == (value or 0), (measure, unit)
    banbo = traced(root, "listeners", "ban-bo")
    assert [(v.value, v.counts) for v in banbo.values] == [(850, True), (630, False), (490, False)]
    assert {v.unit for v in traced(root, "broadcasts").counted} == {"dai-tt-th"}


def test_a_list_that_does_not_come_to_the_figure_is_never_shown(tuyentruyen: Any, root: Path) -> None:
    connection = sqlite3.connect(root / "store" / "cache.sqlite")
    with connection:
        connection.execute(
            "UPDATE facts SET value = value + 1 WHERE week = '2021-W05' AND unit = 'ban-bo' AND measure = 'items'"
        )
    connection.close()
    said = tuyentruyen("trace", "items", root / "week-05", *NOW)
    assert said.code == 70
    assert said.out == ""
    assert "DoesNotAddUp" in said.err


def test_the_workbook_links_to_the_originals_at_the_cell(tuyentruyen: Any, root: Path) -> None:
    target = root / "nguồn" / "người nghe.xlsx"
    said = tuyentruyen("trace", "listeners", root / "week-05", "-o", target, *NOW)
    assert said.code == 0
    assert str(target) in said.err
    book: Any = openpyxl.load_workbook(target)
    rows = list(book["Từng ô"].iter_rows(min_row=5))
    assert sum(row[10].value for row in rows if row[11].value == "có") == 35950
    linked = [row for row in rows if row[14].hyperlink]
    assert len(linked) == len(rows) == 46
    for row in linked:
        link = row[14].hyperlink
        path, _, anchor = (link.target + (f"#{link.location}" if link.location else "")).partition("#")
        kept = (target.parent / path.replace("\\", "/")).resolve()
        assert kept.read_bytes() == (root / "week-05" / row[2].value).read_bytes()
        if row[2].value.endswith("x") and "docx" not in row[2].value:
            assert anchor.replace("'", "") == row[5].value
    assert [row[1].value for row in book["Không có trong số"].iter_rows(min_row=5)] == ["Xã Nùng Nàng", "Xã Bản Hon"]


def test_the_workbook_is_the_same_again_and_kept_when_a_hand_changed_it(tuyentruyen: Any, root: Path) -> None:
    target = root / "reports" / "t.xlsx"
    tuyentruyen("trace", "items", root / "week-05", "-o", target, *NOW)
    first = target.read_bytes()
    tuyentruyen("trace", "items", root / "week-05", "-o", target, "--now", "2021-02-09T09:00+07:00")
    assert target.read_bytes() == first
    target.write_bytes(first + b"mine")
    assert tuyentruyen("trace", "items", root / "week-05", "-o", target, *NOW).code == 2
    assert tuyentruyen("trace", "items", root / "week-05", "-o", target, "--force", *NOW).code == 0


def test_what_a_unit_typed_is_never_a_formula(tuyentruyen: Any, root: Path) -> None:
    with xlsxwriter.Workbook(str(root / "week-05" / "nung nang.xlsx"), {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("=SUM(1,2)")
        heading = ("Kênh", "Số tin, bài", "Thời lượng (phút)", "Số lần phát", "Ước số người nghe")
        for number, row in enumerate(
            (("Xã Nùng Nàng",), heading, ("Trạm truyền thanh xã", 7, 20, 15, '=HYPERLINK("http://x")'))
        ):
            sheet.write_row(number, 0, row)
    aggregated(root / "week-05")
    target = root / "t.xlsx"
    tuyentruyen("trace", "listeners", root / "week-05", "-o", target, *NOW)
    with zipfile.ZipFile(target) as book_parts:
        sheets = [book_parts.read(name) for name in book_parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    typed = [row[9].value for row in openpyxl.load_workbook(target)["Từng ô"].iter_rows(min_row=5)]
    assert '=HYPERLINK("http://x")' in typed


def test_a_file_in_an_archive_links_to_the_archive(root: Path) -> None:
    week = root / "week-05"
    with zipfile.ZipFile(week / "gửi lại.zip", "w") as archive:
        archive.write(week / "Na Tam - tuan 5.xlsx", "Na Tam - tuan 5.xlsx")
    (week / "Na Tam - tuan 5.xlsx").unlink()
    shutil.rmtree(root / "store")
    aggregated(week)
    found = traced(root, "items", "na-tam").values
    assert {v.location.file for v in found} == {"gửi lại.zip/Na Tam - tuan 5.xlsx"}
    assert {(root / v.original).read_bytes() for v in found} == {(week / "gửi lại.zip").read_bytes()}
