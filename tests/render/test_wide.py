"""A week with many measures: the table by unit is an appendix that lies across, with page numbers of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.model.schema import Measure, MeasureKind
from tuyentruyen_cli.render.docx import render_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MEASURES = tuple(
    Measure(f"m{n}", f"Số lượt tuyên truyền trực tiếp nhóm {n}", MeasureKind.COUNT, (), short_title=f"Tuyên truyền nhóm {n}")
    for n in range(1, 13)
)
ROWS = tuple((f"xa-{i}", f"Xã Mường Số {i}", tuple(1_234_567 + n * i for n in range(12))) for i in range(1, 15))


@pytest.fixture
def wide(make: Any, report_template: Path, word: Callable[[bytes], Any]) -> Any:
    report = make(ROWS, measures=MEASURES, asked=tuple(m.id for m in MEASURES), late=())
    return word(render_report(report, report_template))


def test_a_wide_table_is_an_appendix_across_with_its_own_page_numbers(wide: Any) -> None:
    portrait, landscape = wide.find(".//w:sectPr")
    sizes = [(s.find(f"{W}pgSz").get(f"{W}w"), s.find(f"{W}pgSz").get(f"{W}orient")) for s in (portrait, landscape)]
    assert sizes == [("11906", None), ("16838", "landscape")]
    assert landscape.find(f"{W}pgNumType").get(f"{W}start") == "1"
    assert wide.texts("TenPhuLuc") == ["Phụ lục"]
    assert "Kết quả của từng đơn vị tại Phụ lục kèm theo." in " ".join(wide.texts("NoiDung"))


def test_tables_by_channel_lie_there_too(wide: Any) -> None:
    assert len(wide.tables()) == 2
    assert "Kết quả tuyên truyền theo kênh tại Phụ lục kèm theo." in wide.texts("NoiDung")
    portrait = wide.find(".//w:pPr/w:sectPr")[0]
    before = [e for e in next(portrait.iterancestors(f"{W}p")).itersiblings(preceding=True) if e.tag == f"{W}tbl"]
    assert not [t for t in before if wide.find("w:tblPr/w:tblStyle", t)]


def test_its_figures_stay_whole_and_readable(wide: Any) -> None:
    table = wide.tables()[0]
    room = 16838 - 1134 - 851
    for row in wide.find("w:tr", table):
        assert sum(int(v) for v in wide.find("w:tc/w:tcPr/w:tcW/@w:w", row)) == room
    assert {size for p in wide.find(".//w:p", table) for size, _, _ in wide.look(p)} <= {10, 10.5, 11, 11.5, 12}
    assert wide.rows(table)[1][:3] == ["1", "Xã Mường Số 1", "1.234.567"]


def test_an_upright_appendix_stays_upright(province: Any, report_template: Path, word: Callable[[bytes], Any]) -> None:
    doc = word(render_report(province, report_template))
    assert [s.find(f"{W}pgSz").get(f"{W}w") for s in doc.find(".//w:sectPr")] == ["11906", "11906"]


def test_a_template_may_ask_for_charts(week: Any, edited: Any, word: Callable[[bytes], Any]) -> None:
    """They are those of the workbook and the page; the shipped template asks for none."""
    loop = "{{ results.lead }}{% for c in charts.units %}{{ c.drawing.shown }}{% endfor %}"
    doc = word(render_report(week, edited("{{ results.lead }}", loop)))
    assert len([name for name in doc.parts if name.startswith("word/charts/chart")]) == 4
    said = [e.get("descr") for e in doc.body.iter("{*}docPr")]
    assert said[0].startswith("Biểu đồ thanh: Tin, bài theo đơn vị. Đài Truyền thanh - Truyền hình huyện Tam Đường 86; ")
    plain = word(render_report(replace(week), edited("{{ results.lead }}", "{{ results.lead }}")))
    assert not [name for name in plain.parts if "chart" in name]
