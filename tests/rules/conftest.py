"""Weeks drawn as text, written as the files that people send, and read as the program reads them.

The name of a file says how its drawing is written: ``.xlsx``, ``.docx``, ``.doc`` (by LibreOffice); any other is text as it
stands. A line is a row and ``|`` parts its cells. ``12`` is a number cell, other words are text, ``#REF!`` an error, ``=B5+B6`` a
formula that was never computed and ``=B5+B6 -> 7`` one that was, ``2021-02-05@dd/mm`` a date cell. ``^ 5 / 7`` joins a cell to the one above it, which holds 5,
and leaves a 7 under the merge; a row that begins with ``hidden>`` is hidden, ``=== name`` begins a sheet and ``=== name (hidden)``
hides one. In Word ``[ins:5]``, ``[hidden:0]`` and ``[math:5]`` are a tracked insertion, hidden text and an equation. A line
``@ word`` does something to the whole file: ``@ empty``, ``@ encrypted``, ``@ doctype``, ``@ twice C2`` (the cell stands twice), ``@ font .VnTime``.
"""

import datetime as dt
import io
import re
import shutil
import struct
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tuyentruyen_cli.model.decision import DecisionKind
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.pipeline.deciding import Asked, make_decision
from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.week import Request, aggregate
from tuyentruyen_cli.read.libreoffice import find_libreoffice, to_docx
from tuyentruyen_cli.render.worklist import COLUMNS, FIRST_ROW
from tuyentruyen_cli.render.worklist import SHEET as SHEET_OF_QUESTIONS

SAMPLE = Path(__file__).parents[2] / "sample_data" / "tam-duong-2021"
AFTERWARDS = dt.datetime.fromisoformat("2021-04-30T09:00:00+07:00")
LAST = 5
"""The number of the week that is asked for, unless more weeks come before it."""

Files = Mapping[str, str]
NUMBER = re.compile(r"-?\d+(\.\d+)?")
DATE = re.compile(r"(\d{4}-\d\d-\d\d)@(.+)")
SHEET = re.compile(r"=== (?P<name>.+?)(?P<hidden> \(hidden\))?")
MARK = re.compile(r"\[(ins|hidden|math):([^\]]*)\]")
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
RUNS = {
    "ins": '<w:ins {} w:id="1" w:author="a"><w:r><w:t>{}</w:t></w:r></w:ins>',
    "hidden": "<w:r {}><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>",
    "math": f"<m:oMath {{}} {MATH}><m:r><m:t>{{}}</m:t></m:r></m:oMath>",
}


@pytest.fixture
def report_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Report]:
    """The report of the last of some weeks; ``campaign`` are files of the campaign's own beside, or instead of, the sample's.

    ``decided`` are files that came in the last week before those of it, and of whose cell C2 a person decided that it is 7.
    ``filled`` is what a person then fills into the first row of the work list: value, reason, name.
    """

    monkeypatch.setattr(to_docx, "__defaults__", (60.0,))  # what is tested is not how busy this machine is

    def report(weeks: Sequence[Files], campaign: Files, decided: Files, filled: Sequence[str] = ()) -> Report:
        last = max(LAST, len(weeks))
        for name in ("tuyentruyen.toml", "units.csv"):
            shutil.copyfile(SAMPLE / name, tmp_path / name)
        put_beside(campaign, tmp_path)
        for number, files in enumerate(weeks, last - len(weeks) + 1):
            folder = tmp_path / f"week-{number:02}"
            if number == last and decided:
                received(decided, folder)
                for name in decided:
                    make_decision(
                        Asked(DecisionKind.CORRECT, folder, AFTERWARDS, "Lan", "gọi điện", file=name, cell="C2", value="7")
                    )
            result = received(files, folder)
        if filled:
            fill_in(next((tmp_path / "reports").glob("*/can-xu-ly.xlsx")), filled)
            result = received(files, folder)
        return result

    def received(files: Files, folder: Path) -> Report:
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).write_bytes(written(name, text, tmp_path))
        return aggregate(Request(folder, AFTERWARDS, executor=here))

    return report


def put_beside(files: Files, folder: Path) -> None:
    """A campaign's own files, its schema among them."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    if "schema.toml" in files:
        settings = (folder / "tuyentruyen.toml").read_text(encoding="utf-8")
        own = settings.replace('schema = "bao-cao-tuan"', 'schema = "schema.toml"')
        (folder / "tuyentruyen.toml").write_text(own, encoding="utf-8")


def fill_in(path: Path, words: Sequence[str]) -> None:
    """Type into the first row of a work list."""
    book = openpyxl.load_workbook(path)
    for column, word in enumerate(words, COLUMNS.index("value") + 1):
        book[SHEET_OF_QUESTIONS].cell(FIRST_ROW + 1, column).value = word
    book.save(path)


def written(name: str, text: str, folder: Path) -> bytes:
    lines = text.strip("\n").split("\n")
    orders = [line[2:].split(" ") for line in lines if line.startswith("@ ")]
    lines = [line for line in lines if not line.startswith("@ ")]
    if ["empty"] in orders:
        return b""
    if ["encrypted"] in orders:
        return compound("EncryptedPackage")
    kind = name.rpartition(".")[2]
    if kind == "doc":
        return old_word(document(lines), folder)
    if kind == "docx":
        return document(lines)
    if kind != "xlsx":
        return text.encode()
    fonts = [words[1] for words in orders if words[0] == "font"]
    data = workbook(lines, fonts[0] if fonts else "Times New Roman")
    for words in orders:
        if words[0] == "doctype":
            data = changed(data, "xl/workbook.xml", r"<workbook", "<!DOCTYPE workbook><workbook")
        elif words[0] == "twice":
            data = changed(data, "xl/worksheets/sheet1.xml", rf'(<c r="{words[1]}".*?</c>)', r"\1\1")
    return data


def workbook(lines: list[str], font: str) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False})
    book.set_properties({"created": dt.datetime(2021, 2, 1)})  # noqa: DTZ001
    style = book.add_format({"font_name": font})
    sheet, row = None, -1
    for line in lines:
        heading = SHEET.fullmatch(line.strip())
        if heading:
            sheet, row = book.add_worksheet(heading["name"]), -1
            if heading["hidden"]:
                sheet.hide()
            continue
        sheet = sheet or book.add_worksheet("Sheet1")
        row += 1
        rest = line.strip().removeprefix("hidden>")
        if rest != line.strip():
            sheet.set_row(row, None, None, {"hidden": True})
        for column, typed in enumerate(rest.split("|") if rest.strip() else ()):
            put(book, sheet, row, column, typed.strip(), style)
    book.close()
    return out.getvalue()


def put(book: Any, sheet: Any, row: int, column: int, word: str, style: Any) -> None:
    date = DATE.fullmatch(word)
    if word[:1] == "^":
        above, _, below = word[1:].partition("/")
        sheet.merge_range(row - 1, column, row, column, "")
        put(book, sheet, row - 1, column, above.strip(), style)
        put(book, sheet, row, column, below.strip(), style)
    elif date:
        moment = dt.datetime.fromisoformat(date[1])
        sheet.write_datetime(row, column, moment, book.add_format({"num_format": date[2]}))
    elif NUMBER.fullmatch(word):
        sheet.write_number(row, column, float(word))
    elif word.startswith("#"):
        sheet.write_formula(row, column, "=1/0", None, word)
    elif word.startswith("="):
        formula, _, computed = word.partition(" -> ")
        sheet.write_formula(row, column, formula, None, float(computed) if computed else "")
    elif word:
        text = word[1:-1] if word[0] == word[-1] == '"' else word
        sheet.write_string(row, column, text, style)


def document(lines: list[str]) -> bytes:
    made = docx.Document()
    rows = [[word.strip() for word in line.split("|")] for line in lines if "|" in line]
    for line in lines:
        if "|" not in line:
            made.add_paragraph(line)
    table = made.add_table(len(rows), len(rows[0]))
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            paragraph = table.cell(row, column).paragraphs[0]
            paragraph.add_run(MARK.sub("", word))
            for mark, text in MARK.findall(word):
                paragraph._p.append(parse_xml(RUNS[mark].format(nsdecls("w"), text)))
    made.add_paragraph()  # as Word has it: LibreOffice loses a table that nothing follows
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def old_word(data: bytes, folder: Path) -> bytes:
    program = find_libreoffice()
    if program is None:
        pytest.skip("LibreOffice is not installed here: .doc cannot be made")
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(program), profile, "--headless", "--convert-to", "doc", "--outdir", str(folder), str(folder / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return (folder / "a.doc").read_bytes()


def changed(data: bytes, part: str, pattern: str, by: str) -> bytes:
    """A package with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name).decode()
            after.writestr(name, re.sub(pattern, by, content, count=1) if name == part else content)
    return out.getvalue()


def compound(stream: str) -> bytes:
    """A compound file with one empty stream under the root, as Excel writes a workbook with a password."""
    entries = (("Root Entry", 5, 1), (stream, 2, 0xFFFFFFFF))
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBBLLL", 2 * len(name) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child).ljust(64, b"\0")
        for name, kind, child in entries
    )
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9L", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109L", 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128L", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    return header + table + directory.ljust(512, b"\0")
