"""One week in every format: each is read back by another program, and says the same figures."""

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from lxml import etree

from tuyentruyen_cli.libreoffice import find_libreoffice
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.pipeline.documents import Order, render, rendered
from tuyentruyen_cli.pipeline.formats import FORMATS
from tuyentruyen_cli.render.lookup import Key
from tuyentruyen_cli.render.tables import category_title
from tuyentruyen_cli.vi.durations import format_minutes
from tuyentruyen_cli.vi.numbers import format_count

MEASURES = ("items", "duration", "broadcasts", "listeners")
SIGN = re.compile(r"\(\d+\)")
TOTAL, COVERAGE = "Tổng cộng", "Số đơn vị có số liệu"
Values = dict[Key, int]
Rows = list[list[str]]


def number(measure: str, text: str) -> int | None:
    """A figure as documents write it, without the sign of a footnote; None for words."""
    plain = SIGN.sub("", text).removeprefix("khoảng").strip().replace(".", "").replace(",", ".")
    if not re.fullmatch(r"\d+(\.\d+)?", plain):
        return None
    return round(float(plain) * 60) if measure == "duration" else int(plain)


def named(report: Report) -> dict[str, Key]:
    """Who or what the row of a table may be of, by its name."""
    names: dict[str, Key] = {unit.name: ("", unit.unit, None, None) for unit in report.units}
    for dimension in ("channel", "topic"):
        found = {f.category for f in report.figures if f.dimension == dimension and f.category}
        names |= {category_title(report, dimension, c): ("", None, dimension, c) for c in found}
    return names | {TOTAL: ("", None, None, None)}


def of_rows(report: Report, rows: Iterable[list[str]]) -> Values:
    """The figures of rows: a name, perhaps after a number, then one figure for each measure."""
    names, found = named(report), {}
    for row in rows:
        at = [i for i, cell in enumerate(row[:2]) if SIGN.sub("", cell) in names]
        if at:
            key = names[SIGN.sub("", row[at[-1]])]
            for measure, text in zip(MEASURES, row[at[-1] + 1 :], strict=False):
                value = number(measure, text)
                if value is not None:
                    found[(measure, *key[1:])] = value
    return found


def from_docx(path: Path, report: Report) -> Values:
    tables = docx.Document(str(path)).tables
    return of_rows(report, ([cell.text for cell in row.cells] for table in tables for row in table.rows))


def from_html(path: Path, report: Report) -> Values:
    body: Any = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))
    rows = []
    for row in body.iter("tr"):
        cells = ["".join(cell.itertext()) for cell in row.iter() if "data-cell" in cell.attrib]
        head = ["".join(th.itertext()) for th in row.iter("th")][:1]
        rows.append([*head, *cells[-4:]] if len(cells) >= 4 else [])
    return of_rows(report, rows)


def from_markdown(path: Path, report: Report) -> Values:
    tables = path.read_text(encoding="utf-8").partition("## Cần xem")[0]
    lines = [line for line in tables.splitlines() if line.startswith("| ")]
    return of_rows(report, ([re.sub(r"\\(.)", r"\1", cell) for cell in line[2:-2].split(" | ")] for line in lines))


def from_csv(path: Path, report: Report) -> Values:
    dimensions = {"kênh": "channel", "chủ đề": "topic"}
    found = {}
    for row in csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))):
        about = row["Phân theo"]
        if row["Giá trị"] and about != "nguồn tin":
            unit = row["Mã"] if about == "đơn vị" else None
            category = row["Mã"] if about in dimensions else None
            found[(row["Mã chỉ tiêu"], unit, dimensions.get(about), category)] = int(row["Giá trị"])
    assert {(u or "", m) for m, u, _, _ in found} <= {(u, m) for u in ["", *(x.unit for x in report.units)] for m in MEASURES}
    return found


def from_json(path: Path, report: Report) -> Values:
    document = json.loads(path.read_text(encoding="utf-8"))
    found: dict[Key, int | None] = {(m, None, None, None): document["totals"][m]["value"] for m in MEASURES}
    found |= {(m, u["unit"], None, None): u["values"][m] for u in document["units"] for m in MEASURES}
    for dimension, part in (("channel", "channels"), ("topic", "topics")):
        for row in document[part]:
            found |= {(m, None, dimension, row[dimension]): v["value"] for m, v in row["values"].items() if m in MEASURES}
    assert len(document["units"]) == len(report.units)
    return {key: value for key, value in found.items() if value is not None}


def of_sheets(report: Report, sheets: dict[str, list[list[Any]]]) -> Values:
    """The figures of a workbook's sheets: by unit, channel and topic, with their totals, which must agree."""
    names = named(report)
    found: Values = {}
    for sheet in ("Theo đơn vị", "Theo kênh", "Theo chủ đề"):
        rows = sheets[sheet]
        head = next(i for i, row in enumerate(rows) if row[0] == "STT")
        first = 3 if sheet == "Theo đơn vị" else 2
        for row in rows[head + 1 :]:
            name = str(row[1] or "")
            for measure, value in zip(MEASURES, row[first:], strict=False) if name in names else ():
                if isinstance(value, int | float):
                    key = (measure, *names[name][1:])
                    seconds = round(value * 60) if measure == "duration" else int(value)
                    assert found.setdefault(key, seconds) == seconds
    return found


def from_xlsx(path: Path, report: Report) -> Values:
    book = openpyxl.load_workbook(path, data_only=True)
    return of_sheets(report, {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book})


READERS: dict[str, Callable[[Path, Report], Values]] = {
    "docx": from_docx,
    "xlsx": from_xlsx,
    "html": from_html,
    "md": from_markdown,
    "csv": from_csv,
    "json": from_json,
}


@pytest.mark.parametrize("form", READERS)
def test_every_format_says_the_same_figures(form: str, sample: Any) -> None:
    expected = sample.values
    assert len(expected) > 80
    assert expected["items", "nung-nang", None, None] == 16
    assert ("duration", "giang-ma", None, None) not in expected
    assert READERS[form](sample.file(form), sample.report) == expected


def test_every_format_has_a_reader_here() -> None:
    assert set(READERS) | {"pdf"} == set(FORMATS)


@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed here: nothing prints a PDF")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed here: nothing reads a PDF")
def test_the_pdf_says_the_same_figures(sample: Any, tmp_path: Path) -> None:
    (path,) = render(Order(sample.root, sample.report.as_of, ["pdf"], "5", tmp_path / "in.pdf"))
    said = subprocess.run(("pdftotext", "-layout", path, "-"), check=True, capture_output=True).stdout.decode()
    words = said.replace("(1)", " ").replace("(2)", " ").split()
    for (measure, unit, dimension, _), value in sample.values.items():
        if dimension is None:
            text = format_minutes(value) if measure == "duration" else format_count(value)
            assert text in words, (measure, unit, text)
    assert "13/14" in words or "14/14" in words


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "md", "csv"])
def test_the_same_week_gives_the_same_bytes(form: str, sample: Any, tmp_path: Path) -> None:
    (again,) = render(Order(sample.root, sample.report.as_of, [form], "5", sample.folder / f"again.{form}"))
    assert again.read_bytes() == sample.file(form).read_bytes()
    assert tmp_path.is_dir()


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "md"])
def test_a_figure_that_a_person_decided_is_marked(form: str, sample: Any) -> None:
    """16 items of Nùng Nàng were entered after a call: the figure bears a sign, and the sign is explained."""
    if form == "xlsx":
        sheet = openpyxl.load_workbook(sample.file(form))["Theo đơn vị"]
        row = next(r for r in sheet.iter_rows(min_row=5) if r[1].value == "Xã Nùng Nàng")
        sign = SIGN.search(row[3].number_format)
        text = "\n".join(str(r[0].value) for r in sheet.iter_rows())
    else:
        text = plain_text(sample.file(form))
        sign = re.search(r"(?<=Xã Nùng Nàng)\D*16(?:\s|\|)*(\(\d\))", text)
    assert sign is not None
    assert f"{sign.group(sign.lastindex or 0)} Số liệu do người phụ trách chốt" in text


def plain_text(path: Path) -> str:
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        rows = [" ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
        return "\n".join([*rows, *(p.text for p in document.paragraphs)])
    if path.suffix == ".html":
        body: Any = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))
        return "".join(body.itertext())
    return re.sub(r"\\(.)", r"\1", path.read_text(encoding="utf-8"))


def test_csv_and_json_name_the_decided_figure(sample: Any) -> None:
    rows = csv.DictReader(io.StringIO(sample.file("csv").read_bytes().decode("utf-8-sig")))
    decided = {(r["Mã"], r["Mã chỉ tiêu"]) for r in rows if r["Người phụ trách chốt"] and r["Phân theo"] == "đơn vị"}
    assert decided == {("nung-nang", "items")}
    units = json.loads(sample.file("json").read_text(encoding="utf-8"))["units"]
    assert {(u["unit"], m) for u in units for m in u["decided"]} == decided


@pytest.mark.parametrize("form", ["html", "md", "csv", "json", "xlsx"])
def test_standard_output_is_the_document_itself(form: str, sample: Any) -> None:
    data = rendered(Order(sample.root, sample.report.as_of, [form], "5"))
    if form in {"md", "csv", "json"}:
        assert data == sample.file(form).read_bytes()
    else:  # links lead from another place
        assert len(data) > 10_000


def test_the_table_begins_with_the_mark_that_excel_looks_for(sample: Any) -> None:
    data = sample.file("csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    assert "/14" not in data.decode("utf-8-sig"), "Excel would take 12/14 for a day"
