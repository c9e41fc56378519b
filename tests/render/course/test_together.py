"""What belongs together stays together: a line that leads to a list, a figure and the coverage behind it."""

import io
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.course.documents import render_course
from tuyentruyen_cli.render.docx import render_report
from tuyentruyen_cli.render.metrics import text_width
from tuyentruyen_cli.render.ooxml import TWIPS, text, w


def body_of(document: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(w("body"))
    assert body is not None
    return body


def test_a_line_that_ends_in_a_colon_is_kept_with_the_next(week: Report, report_template: Path) -> None:
    paragraphs = [p for p in body_of(render_report(week, report_template)).iterchildren(w("p")) if text(p)]
    leads = [p for p in paragraphs if text(p).endswith(":")]
    assert "Kết quả thực hiện trong tuần" in " ".join(map(text, leads))
    for paragraph in leads:
        properties = paragraph.find(w("pPr"))
        assert properties is not None
        assert [child.tag for child in properties][:2] == [w("pStyle"), w("keepNext")]
    sentence = next(p for p in paragraphs if text(p).startswith("Tính đến "))
    assert sentence.find(f"{w('pPr')}/{w('keepNext')}") is None


def test_a_figure_and_the_weeks_that_it_is_of_stand_in_one_line(make_course: Any, template: Path) -> None:
    """``384.000 (3/4)`` is as one word, and its column is as wide as that."""
    values = {"ban-bo": 60_000, "nung-nang": 128_000, "na-tam": 7_000}
    weeks = {5: {**values, "nung-nang": None}, **dict.fromkeys((6, 7, 8), values)}
    body = body_of(render_course(make_course(weeks), template))
    cells = [c for c in body.iter(w("tc")) if text(c).endswith(")") and text(c)[0].isdigit()]
    assert cells
    for cell in cells:
        assert " " not in text(cell)
        assert "\u00a0(" in text(cell)
        width = cell.find(f"{w('tcPr')}/{w('tcW')}")
        assert width is not None
        assert int(width.get(w("w"), "0")) >= text_width(text(cell), 12) * TWIPS
