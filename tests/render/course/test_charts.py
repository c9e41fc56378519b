"""The charts of the month's report: native ones, with their data behind them and words for who cannot see them."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

from tuyentruyen_cli.model.course import Course
from tuyentruyen_cli.render.course.documents import render_course

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def doc(month: Course, template: Path, word: Callable[[bytes], Any]) -> Any:
    return word(render_course(month, template))


def drawn(part: etree._Element, kind: str) -> list[str]:
    """The names or the values that a chart shows."""
    return [str(v.text) for v in part.iterfind(f".//{C}ser/{C}{kind}//{C}v")]


def test_each_measure_has_a_chart_by_week_and_the_first_one_by_channel(doc: Any) -> None:
    items, lengths, channels = (doc.part(f"word/charts/chart{n}.xml") for n in (1, 2, 3))
    assert drawn(items, "cat") == ["Tuần 05 (2/3)", "Tuần 06", "Tuần 07", "Tuần 08"]
    assert drawn(items, "val") == ["31", "35", "25", "40"]
    assert drawn(lengths, "val") == ["63", "71.5", "51.5", "81.5"]
    assert drawn(channels, "cat") == ["Loa & xe lưu động", "Phát thanh"]
    assert sum(map(int, drawn(channels, "val"))) == 131


def test_the_data_behind_a_chart_are_what_it_shows(doc: Any) -> None:
    for number in (1, 2, 3):
        links = doc.part(f"word/charts/_rels/chart{number}.xml.rels")
        target = links[0].get("Target").removeprefix("../")
        sheet = openpyxl.load_workbook(io.BytesIO(doc.parts[f"word/{target}"]))["BieuDo"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        part = doc.part(f"word/charts/chart{number}.xml")
        assert [row[0] for row in rows] == drawn(part, "cat")
        assert [row[1] for row in rows] == [float(v) for v in drawn(part, "val")]
        formulas = {f.text for f in part.iterfind(f".//{C}f")}
        assert formulas == {"BieuDo!$B$1", f"BieuDo!$A$2:$A${len(rows) + 1}", f"BieuDo!$B$2:$B${len(rows) + 1}"}


def test_every_chart_has_words_for_who_cannot_see_it_and_there_is_no_picture(doc: Any) -> None:
    about = list(doc.body.iter(f"{WP}docPr"))
    said = "Biểu đồ cột: Tin, bài theo tuần. Tuần 05 (2/3): 31; Tuần 06: 35; Tuần 07: 25; Tuần 08: 40."
    assert about[0].get("descr") == said
    assert len({a.get("id") for a in about}) == len(about) == 3
    assert not [name for name in doc.parts if name.startswith("word/media/")]
    assert "Trong biểu đồ, số trong ngoặc là số đơn vị có đủ số liệu của tuần." in doc.texts("GhiChuBang")


def test_every_part_of_a_chart_is_declared_and_reached(doc: Any) -> None:
    types = doc.part("[Content_Types].xml")
    declared = {t.get("PartName") for t in types} | {t.get("Extension") for t in types}
    assert {"/word/charts/chart1.xml", "/word/charts/chart3.xml", "xlsx"} <= declared
    links = {link.get("Id"): link.get("Target") for link in doc.part("word/_rels/document.xml.rels")}
    used = [
        c.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id") for c in doc.body.iter(f"{C}chart")
    ]
    assert [links[link] for link in used] == [f"charts/chart{n}.xml" for n in (1, 2, 3)]


def test_a_week_without_any_figure_is_a_gap(make_course: Any, template: Path, word: Callable[[bytes], Any]) -> None:
    doc = word(render_course(make_course({5: {"ban-bo": 3}, 6: {"ban-bo": None}, 7: {"ban-bo": 4}}), template))
    chart = doc.part("word/charts/chart1.xml")
    assert [p.get("idx") for p in chart.iterfind(f".//{C}val//{C}pt")] == ["0", "2"]
    assert chart.find(f".//{C}dispBlanksAs").get("val") == "gap"
    assert "Tuần 06 (0/1): chưa có số liệu" in next(doc.body.iter(f"{WP}docPr")).get("descr")


def test_a_template_without_charts_gets_none(
    month: Course, template: Path, word: Callable[[bytes], Any], tmp_path: Path
) -> None:
    """An office that takes the charts out of its template has no parts of charts in its report."""
    own = tmp_path / "mau.docx"
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(own, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"{{ chart.drawing.shown }}", b"{{ chart.title }}")
            target.writestr(name, data)
    doc = word(render_course(month, own))
    assert not [name for name in doc.parts if "chart" in name or "embeddings" in name]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed here")
def test_libreoffice_keeps_the_charts_as_charts(month: Course, template: Path, tmp_path: Path) -> None:
    """What it reads as damaged, or as a picture, would not come back as a chart with these values."""
    file = tmp_path / "thang.docx"
    file.write_bytes(render_course(month, template))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    again = tmp_path / "again"
    convert = [str(SOFFICE), profile, "--headless", "--convert-to", "docx", "--outdir", str(again), str(file)]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(again / "thang.docx") as archive:
        parts = sorted(n for n in archive.namelist() if n.startswith("word/charts/chart"))
        values = [drawn(etree.fromstring(archive.read(name)), "val") for name in parts]
    assert ["31", "35", "25", "40"] in values
    assert len(parts) == 3


def test_great_values_are_plotted_to_the_last_digit(make_course: Any, template: Path, word: Callable[[bytes], Any]) -> None:
    weeks = {5: {"ban-bo": 1_234_567}, 6: {"ban-bo": 1_000_000}}
    doc = word(render_course(make_course(weeks), template))
    assert drawn(doc.part("word/charts/chart1.xml"), "val") == ["1234567", "1000000"]
    assert drawn(doc.part("word/charts/chart2.xml"), "val") == ["2469134.5", "2000000.5"]
