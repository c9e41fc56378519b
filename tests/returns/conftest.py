"""A campaign with one folder of files; what goes back for it; and a sender who types into the copy that came back."""

import datetime as dt
import io
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import column_letters
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.returned import Returns
from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.returning import Order, give_back
from tuyentruyen_cli.pipeline.week import Request, aggregate

SAMPLE = Path(__file__).parents[2] / "sample_data" / "tam-duong-2021"
AFTERWARDS = dt.datetime.fromisoformat("2021-02-19T09:00:00+07:00")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEADING = ("TT", "Kênh", "Số tin, bài", "Thời lượng (phút)", "Số lượt phát", "Ước số người nghe")


@dataclass(frozen=True)
class Week:
    """A campaign's folder of one week, its report, and what goes back."""

    folder: Path

    @property
    def root(self) -> Path:
        return self.folder.parent

    def report(self, now: dt.datetime = AFTERWARDS) -> Report:
        return aggregate(Request(self.folder, now, executor=here))

    def returns(self, now: dt.datetime = AFTERWARDS, **more: Any) -> Returns:
        return give_back(Order(self.folder, now, executor=here, **more))

    def put(self, name: str, data: bytes) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_bytes(data)

    def anew(self) -> None:
        """Forget what was received, as if the sender had sent this the first time."""
        for name in ("store", "reports"):
            shutil.rmtree(self.root / name, ignore_errors=True)


@pytest.fixture
def week_of(tmp_path: Path) -> Callable[..., Week]:
    """A campaign's week 05, or another, with some files in it."""

    def made(files: Mapping[str, bytes] | Path, folder: str = "week-05", campaign: Mapping[str, str] | None = None) -> Week:
        for name in ("tuyentruyen.toml", "units.csv"):
            shutil.copyfile(SAMPLE / name, tmp_path / name)
        for name, text in (campaign or {}).items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        week = Week(tmp_path / folder)
        if isinstance(files, Path):
            shutil.copytree(files, week.folder, ignore=shutil.ignore_patterns("truth.json"))
        else:
            week.folder.mkdir()
            for name, data in files.items():
                week.put(name, data)
        return week

    return made


@pytest.fixture
def book() -> Callable[..., Any]:
    """A report of Bản Bo as openpyxl's workbook: one row of figures for each list, under the usual heading in row 3."""

    def made(*rows: tuple[object, ...]) -> Any:
        import openpyxl  # noqa: PLC0415

        workbook: Any = openpyxl.Workbook()
        sheet = workbook.active
        sheet.title = "Tuần 5"
        sheet["A1"] = "Đơn vị: Xã Bản Bo"
        for row, values in enumerate((HEADING, *rows), start=3):
            for column, value in enumerate(values, start=1):
                sheet.cell(row, column).value = value
        return workbook

    return made


@pytest.fixture
def saved() -> Callable[[Any], bytes]:
    def save(workbook: Any) -> bytes:
        out = io.BytesIO()
        workbook.save(out)
        return out.getvalue()

    return save


@pytest.fixture
def typed_into() -> Callable[..., bytes]:
    """A workbook with something typed into its cells and nothing else touched: numbers as numbers, texts as texts, None as nothing."""
    return _typed_into


def _typed_into(data: bytes, typed: Mapping[tuple[str, str], object]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = dict(_sheets(old))
        for name in old.namelist():
            content = old.read(name)
            mine = {cell: value for (sheet, cell), value in typed.items() if parts.get(sheet) == name}
            new.writestr(name, _changed(content, mine) if mine else content)
    return out.getvalue()


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = {r.get("Id"): r.get("Target", "") for r in etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
    for sheet in etree.fromstring(archive.read("xl/workbook.xml")).iter(f"{{{MAIN}}}sheet"):
        target = links[sheet.get(f"{{{relations}}}id")]
        yield sheet.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _changed(content: bytes, typed: Mapping[str, object]) -> bytes:
    root = etree.fromstring(content)
    cells = {c.get("r"): c for c in root.iter(f"{{{MAIN}}}c")}
    for address, value in typed.items():
        cell = cells[address]
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", "")
        if isinstance(value, str):
            cell.set("t", "inlineStr")
            etree.SubElement(etree.SubElement(cell, f"{{{MAIN}}}is"), f"{{{MAIN}}}t").text = value
        elif value is not None:
            etree.SubElement(cell, f"{{{MAIN}}}v").text = str(value)
    return etree.tostring(root)


@pytest.fixture
def said() -> Callable[..., list[tuple[Any, ...]]]:
    """What a report says of some files, without notes and without the hashes of the files."""

    def told(report: Report, file: str) -> list[tuple[Any, ...]]:
        return [
            (f.rule, f.severity, f.location.part, f.location.cell, f.arguments, f.unit, f.measure)
            for f in report.findings
            if f.location.file == file and f.severity is not Severity.NOTE
        ]

    return told


@pytest.fixture
def value_at() -> Callable[..., int | None]:
    """The figure that was read from a cell."""

    def read(report: Report, finding: Finding) -> int | None:
        place = finding.location
        found = [
            value.value
            for s in report.submissions
            for record in s.records
            for measure, value in record.values
            if measure == finding.measure
            and (place.part, place.row, place.column) in {(p.part, p.row, p.column) for p in value.sources}
        ]
        return found[0] if found else None

    return read


@pytest.fixture
def address() -> Callable[[int, int], str]:
    return lambda row, column: f"{column_letters(column)}{row}"
