"""The rows of a long table that stay out of the tree are written, and accounted for, exactly as if they had gone through it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render import alike_rows, readback
from tuyentruyen_cli.render.bookmarks import Marker
from tuyentruyen_cli.render.docx import render_report
from tuyentruyen_cli.render.package import repacked
from tuyentruyen_cli.render.visible import BODY

NAMES = (
    "Xã <b>Bản & Bo</b> {{ 7*7 }} =1+1",
    "Xã \"Nà 'Tăm'\" &amp; &#34; ]]> {% raw %}",
    "Xã 07",
    "12 Tổ dân phố 3/2",
    "Xã  hai   cách",
    "Đài Truyền thanh - Truyền hình huyện Tam Đường",
    "Xã Nguyễn_Văn_Trỗi_là_một_tên_dài_không_có_chỗ_ngắt",
    'Xã tt-row="3" \U0001f1fb\U0001f1f3 <w:tr tt-row="0"/>',
)
# A line as long as the text above it is.
RULE = '<w:p><w:pPr><w:pStyle w:val="DuongKeBangChu"/></w:pPr></w:p>'
CHANGES = (
    ("{{ row.name }}", "{{ row.name }}"),
    ("{{ row.name }}", "{{ row.number }}. {{ row.name }} (&lt;đơn vị&gt; 1)"),
    ("{{ row.name }}", "{{ row.name }}</w:t><w:br/><w:t>"),
    ("{{ cell.text }}", "{{ cell.text }} và {{ cell.text }}"),
    ("{{ cell.text }}", "{% set twice %}{{ cell.text }}{% endset %}{{ twice }} {{ twice }}"),
    ("{{ cell.text }}", "{{ cell.text }}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{{ cell.text }}"),
    ("{{ cell.text }}", "{{ cell.text }}</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ cell.text }}"),
    ("{{ cell.mark }}</w:t></w:r></w:p>", f"{{{{ cell.mark }}}}</w:t></w:r></w:p>{RULE}"),
)
Rendered = Callable[..., tuple[bytes, int]]


def long_week(make: Any) -> Report:
    """Eighty units: names of all kinds, one with a figure that is wider than all others, absent ones and refused figures."""
    rows: list[Any] = []
    for i in range(80):
        values: Any = (i, 60 * i, i * i, 1000 + 13 * i)
        if i % 9 == 4:
            values = None
        elif i % 13 == 5:
            values = (i, "rate-not-total", None, "fraction-in-count")
        rows.append((f"xa-{i}", NAMES[i % len(NAMES)] + ("" if i < 2 * len(NAMES) else f" {chr(97 + i % 26)}"), values))
    rows[61] = ("xa-61", "Xã rộng", (123_456_789_012_345_678, 60, 3, 4))
    made: Report = make(tuple(rows), late=("xa-5",))
    return made


@pytest.fixture
def rendered(make: Any, report_template: Path, monkeypatch: pytest.MonkeyPatch) -> Rendered:
    """The report where so many rows are worth keeping out, and the length of what was made a tree of."""

    def render(many: int, template: Path = report_template) -> tuple[bytes, int]:
        parsed: list[int] = []
        set_in = Marker.set_in

        def watched(marker: Marker, xml: str) -> Any:
            parsed.append(len(xml))
            return set_in(marker, xml)

        with monkeypatch.context() as patch:
            patch.setattr(alike_rows, "MANY", many)
            patch.setattr(Marker, "set_in", watched)
            # It refuses cells in which a template writes more than a figure or a name.
            patch.setattr(readback, "read_back", lambda *_: None)
            return render_report(long_week(make), template), max(parsed)

    return render


def parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_a_document_is_the_same_whether_its_rows_go_through_the_tree_or_not(
    rendered: Rendered, report_template: Path, tmp_path: Path, old: str, new: str
) -> None:
    template = tmp_path / "report.docx"
    body = parts(report_template.read_bytes())[BODY].decode()
    assert old in body
    template.write_bytes(repacked(report_template.read_bytes(), {BODY: body.replace(old, new).encode()}))
    assert parts(rendered(2, template)[0]) == parts(rendered(10**9, template)[0])


def test_most_rows_stay_out_of_the_tree(rendered: Rendered) -> None:
    assert rendered(50)[1] < 0.6 * rendered(10**9)[1]
