"""``verify``: does a document still say what was written? If not, which figures did a hand change, and from what?"""

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from tuyentruyen_cli.libreoffice import converted, find_libreoffice
from tuyentruyen_cli.render.ooxml import w
from tuyentruyen_cli.render.package import repacked
from tuyentruyen_cli.render.pdf import to_pdf

WED, THU = ("--now", "2021-02-17T08:30+07:00"), ("--now", "2021-02-18T09:00+07:00")
ISSUED = Path("reports", "2021-W06", "bao-cao-tuan-2021-W06.docx")
BODY = "word/document.xml"
needs_libreoffice = pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed here")

Run = Callable[..., Any]
Correct = Callable[[Path], None]


def change(path: Path, old: str, new: str, times: int = 1) -> None:
    """Type over a text, where it stands in one piece; the first ``times`` of it."""
    body, data = body_of(path.read_bytes()), path.read_bytes()
    found = [t for t in body.iter(w("t")) if t.text == old][:times]
    assert len(found) == times
    for node in found:
        node.text = new
    path.write_bytes(repacked(data, {BODY: etree.tostring(body)}))


def body_of(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(BODY))


def stripped(path: Path, into: Path) -> Path:
    """The document as a program leaves it that knows neither bookmarks nor custom parts: its text and tables alone."""
    old, new = docx.Document(str(path)), docx.Document()
    for block in old.iter_inner_content():
        if isinstance(block, docx.table.Table):
            table = new.add_table(len(block.rows), len(block.columns))
            for row, cells in zip(table.rows, block.rows, strict=True):
                for cell, text in zip(row.cells, [c.text for c in cells.cells], strict=True):
                    cell.text = text
        else:
            new.add_paragraph(block.text)
    new.save(str(into))
    return into


def test_a_draft_as_it_was_written(tuyentruyen: Run, drafted: Path) -> None:
    said = tuyentruyen("verify", drafted / ISSUED, *WED)
    assert (said.code, said.err) == (0, "")
    first, against, result = said.out.splitlines()
    assert first == "bao-cao-tuan-2021-W06.docx: bao-cao-tuan, 2021-W06"
    assert against == "So với số liệu ghi kèm trong tệp."
    assert re.fullmatch(r"Đúng: cả 1\d\d số trong văn bản đều như đã viết\.", result)


def test_a_document_of_no_week_is_called_by_its_kind_alone(tuyentruyen: Run, drafted: Path, tmp_path: Path) -> None:
    path = tmp_path / "yeu-cau.docx"
    assert tuyentruyen("render", drafted, "--kind", "yeu-cau", "-o", path).code == 0
    assert tuyentruyen("verify", path).out.splitlines()[0] == "yeu-cau.docx: yeu-cau"


def test_the_check_sheet_too(tuyentruyen: Run, drafted: Path) -> None:
    said = tuyentruyen("verify", (drafted / ISSUED).with_name("phieu-kiem-tra-2021-W06.docx"), *WED)
    assert said.code == 0


def test_one_digit_in_a_cell_and_one_in_a_sentence(tuyentruyen: Run, drafted: Path) -> None:
    change(drafted / ISSUED, "2.880", "2.980")
    change(drafted / ISSUED, "297", "299")
    said = tuyentruyen("verify", drafted / ISSUED, *WED)
    assert said.code == 1
    assert "Sửa bằng tay (2):\n" in said.out
    assert "  Xã Bản Hon, Ước người nghe (lượt người): 2.880 → 2.980  [10 Xã Bản Hon 21 66 52 2.980 đúng hạn]\n" in said.out
    assert "  Tổng cộng, Tin, bài: 297 → 299  [- Thực hiện 299 tin, bài" in said.out
    assert said.out.endswith("chạy: tuyentruyen render\n")


def test_a_value_changed_in_a_chart(tuyentruyen: Run, drafted: Path) -> None:
    assert tuyentruyen("render", drafted, "--month", "2021-02", *WED).code == 0
    path = drafted / "reports" / "2021-02" / "bao-cao-thang-2021-02.docx"
    assert tuyentruyen("verify", path, *WED).code == 0
    with zipfile.ZipFile(path) as archive:
        chart = archive.read("word/charts/chart1.xml")
    assert chart.count(b"<c:v>304</c:v>") == 1
    other = chart.replace(b"<c:v>304</c:v>", b"<c:v>340</c:v>")
    path.write_bytes(repacked(path.read_bytes(), {"word/charts/chart1.xml": other}))
    said = tuyentruyen("verify", path, *WED)
    assert said.code == 1
    assert "  Tin, bài theo tuần, Tuần 05 (13/14): 304 → 340  [biểu đồ]\n" in said.out


def test_figures_that_are_out_of_date(tuyentruyen: Run, drafted: Path, correct: Correct) -> None:
    correct(drafted)
    said = tuyentruyen("verify", drafted / ISSUED, *THU)
    assert said.code == 1
    assert "Đã cũ so với số liệu hiện tại (" in said.out
    assert "Sửa bằng tay" not in said.out
    document = json.loads(tuyentruyen("verify", drafted / ISSUED, "--json", *THU).out)
    assert document["changed"] == []
    moved = {a["about"]: (a["then"], a["now"]) for a in document["outdated"]}
    assert moved["Xã Bản Bo, Lượt phát"] == ("50", "45")
    assert moved["Tổng cộng, Lượt phát"] == ("598", "593")
    assert all(then != now for then, now in moved.values())


def test_an_issued_report_is_held_against_the_kept_copy(tuyentruyen: Run, issued: Path) -> None:
    """Whoever changes the figure and the account of it in the file is found out all the same."""
    path = issued / ISSUED
    assert (
        "đã phát hành: Báo cáo số 06/BC-VHTT\nSo với bản đã lưu khi phát hành.\nĐúng" in tuyentruyen("verify", path, *WED).out
    )
    change(path, "2.880", "2.980")
    with zipfile.ZipFile(path) as archive:
        part = archive.read("customXml/item1.xml")
    path.write_bytes(repacked(path.read_bytes(), {"customXml/item1.xml": part.replace(b'"2.880"', b'"2.980"')}))
    said = tuyentruyen("verify", path, *WED)
    assert said.code == 1
    assert "Xã Bản Hon, Ước người nghe (lượt người): 2.880 → 2.980" in said.out
    assert "lấy lại bản đã phát hành trong store/originals" in said.out
    assert "tuyentruyen render --week 2021-W06 --replace" in said.out


def test_a_mark_that_the_log_does_not_have(tuyentruyen: Run, issued: Path) -> None:
    path = issued / ISSUED
    with zipfile.ZipFile(path) as archive:
        part = archive.read("customXml/item1.xml")
    start = part.index(b'hash="') + 6
    forged = part[:start] + b"0" * 64 + part[start + 64 :]
    path.write_bytes(repacked(path.read_bytes(), {"customXml/item1.xml": forged}))
    said = tuyentruyen("verify", path, *WED)
    assert said.code == 1
    assert "nhật ký của chiến dịch này không có dòng đó" in said.out


def test_out_of_a_campaign_a_document_answers_for_itself(
    tuyentruyen: Run, drafted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = tmp_path / "thư đến"
    alone.mkdir()
    monkeypatch.chdir(alone)
    path = Path(shutil.copy(drafted / ISSUED, alone))
    said = tuyentruyen("verify", path, *WED)
    assert said.code == 0
    assert "Chưa so với số liệu hiện tại" in said.out
    change(path, "2.880", "2.980")
    assert tuyentruyen("verify", path, *WED).code == 1
    bare = stripped(path, alone / "trần.docx")
    said = tuyentruyen("verify", bare, *WED)
    assert said.code == 2
    assert "không mang theo số liệu để so" in said.err


def test_a_document_whose_marks_are_gone_is_compared_by_its_text(tuyentruyen: Run, issued: Path) -> None:
    bare = stripped(issued / ISSUED, issued / "tra-ve.docx")
    said = tuyentruyen("verify", bare, *WED)
    assert said.code == 0
    assert "đã phát hành: Báo cáo số 06/BC-VHTT" in said.out
    assert "chỉ so được bằng chữ" in said.out
    change(bare, "2.880", "2.980")
    said = tuyentruyen("verify", bare, *WED)
    assert said.code == 1
    assert "Xã Bản Hon, Ước người nghe (lượt người): 2.880 → 2.980" in said.out


def test_a_draft_without_marks_says_its_week_by_its_days(tuyentruyen: Run, drafted: Path) -> None:
    bare = stripped(drafted / ISSUED, drafted / "tra-ve.docx")
    said = tuyentruyen("verify", bare, *WED)
    assert (said.code, "So với văn bản làm lại từ số liệu hiện tại." in said.out) == (0, True)
    letter = docx.Document()
    letter.add_paragraph("Kính gửi các xã, 12 tin, bài.")
    letter.save(str(drafted / "thu.docx"))
    said = tuyentruyen("verify", drafted / "thu.docx", *WED)
    assert said.code == 2
    assert "Gõ thêm --week" in said.err


@needs_libreoffice
def test_a_pdf_is_held_against_what_was_issued(tuyentruyen: Run, issued: Path) -> None:
    pdf = issued / "da-ky.pdf"
    pdf.write_bytes(to_pdf((issued / ISSUED).read_bytes()))
    said = tuyentruyen("verify", pdf, *WED)
    assert (said.code, said.err) == (0, "")
    assert "đã phát hành: Báo cáo số 06/BC-VHTT" in said.out
    other = issued / "khac.docx"
    shutil.copyfile(issued / ISSUED, other)
    change(other, "2.880", "2.980")
    pdf.write_bytes(to_pdf(other.read_bytes()))
    document = json.loads(tuyentruyen("verify", pdf, "--json", *WED).out)
    assert document["holds"] is False
    assert document["by"] == "text"
    assert [(a["about"], a["then"], a["now"]) for a in document["changed"]] == [
        ("Xã Bản Hon, Ước người nghe (lượt người)", "2.880", "2.980")
    ]


def test_a_report_that_lost_its_marks_before_it_was_issued(tuyentruyen: Run, drafted: Path) -> None:
    """The office edits the draft in a program that drops bookmarks, then issues it: what was issued is known all the same."""
    stripped(drafted / ISSUED, drafted / ISSUED)
    assert tuyentruyen("issue", drafted, "--week", "6", "--number", "6", "--date", "2021-02-17", *WED).code == 0
    said = tuyentruyen("verify", drafted / ISSUED, *WED)
    assert said.code == 0
    assert "So với bản đã lưu khi phát hành.\n" in said.out
    numbers = re.search(r"cả (\d+) số", said.out)
    assert numbers is not None
    assert int(numbers[1]) > 100
    change(drafted / ISSUED, "2.880", "2.980")
    said = tuyentruyen("verify", drafted / ISSUED, *WED)
    assert said.code == 1
    assert "2.880 → 2.980" in said.out


@needs_libreoffice
def test_by_way_of_odt_the_bookmarks_are_held_against_the_kept_copy(tuyentruyen: Run, issued: Path) -> None:
    program, data = find_libreoffice(), (issued / ISSUED).read_bytes()
    assert program is not None
    with (
        converted(program, "a.docx", data, "odt", 120) as odt,
        converted(program, "b.odt", odt.read_bytes(), "docx", 120) as back,
    ):
        (issued / "sua.docx").write_bytes(back.read_bytes())
    said = tuyentruyen("verify", issued / "sua.docx", *WED)
    assert (said.code, "chỉ so được bằng chữ" in said.out) == (0, False)
    assert "đã phát hành: Báo cáo số 06/BC-VHTT" in said.out
    change(issued / "sua.docx", "2.880", "2.980")
    assert "2.880 → 2.980" in tuyentruyen("verify", issued / "sua.docx", *WED).out


def test_where_the_cache_was_lost_it_is_made_again(tuyentruyen: Run, drafted: Path) -> None:
    (drafted / "store" / "cache.sqlite").unlink()
    document = json.loads(tuyentruyen("verify", drafted / ISSUED, "--json", *WED).out)
    assert (document["holds"], document["outdated"]) == (True, [])


def test_a_scan_is_no_text(tuyentruyen: Run, drafted: Path) -> None:
    from pypdf import PdfWriter  # noqa: PLC0415

    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(str(drafted / "scan.pdf"))
    said = tuyentruyen("verify", drafted / "scan.pdf", *WED)
    assert said.code == 3
    assert "chỉ có hình ảnh (bản quét)" in said.err


def archive(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name.replace("__", "/"), data)
    return made.getvalue()


TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
NEEDED = {"[Content_Types].xml": TYPES}
HOSTILE = {
    "nothing": (b"", "Tệp rỗng (0 byte)"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "không phải Word (.docx) hay PDF"),
    "half an archive": (b"PK\x03\x04" + bytes(80), "Không đọc được"),
    "a workbook": (archive(**{"[Content_Types].xml": b"<Types/>", "xl__workbook.xml": b"<a/>"}), "không phải Word"),
    "a bomb": (archive(**NEEDED, **{"word__document.xml": b"<a>" + bytes(30 << 20)}), "không an toàn"),
    "entities": (archive(**NEEDED, **{"word__document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "DOCTYPE"),
    "broken XML": (archive(**NEEDED, **{"word__document.xml": b"<a><b></a>"}), "Không đọc được"),
    "deep XML": (archive(**NEEDED, **{"word__document.xml": b"<a>" * 20_000 + b"</a>" * 20_000}), "Không đọc được"),
    "no document": (archive(**NEEDED), "Không đọc được"),
    "half a PDF": (b"%PDF-1.7\n1 0 obj <</Type /Catalog", "Không đọc được"),
}


@pytest.mark.parametrize(("data", "why"), HOSTILE.values(), ids=HOSTILE)
def test_whatever_file_it_is_given_it_answers_plainly(tuyentruyen: Run, drafted: Path, data: bytes, why: str) -> None:
    path = drafted / "bao-cao.docx"
    path.write_bytes(data)
    said = tuyentruyen("verify", path, *WED)
    assert (said.code, said.out) == (3, "")
    assert why in said.err
    assert json.loads(tuyentruyen("verify", path, "--json", *WED).out)["format"] == "tuyentruyen/error"


def test_nothing_or_a_folder(tuyentruyen: Run, drafted: Path) -> None:
    assert tuyentruyen("verify", drafted / "khong-co.docx", *WED).code == 3
    assert tuyentruyen("verify", drafted / "reports", *WED).code == 3


def test_help(tuyentruyen: Run) -> None:
    assert "số nào bị sửa bằng tay" in " ".join(tuyentruyen("verify", "--help").out.split())


def test_in_english(tuyentruyen: Run, drafted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(drafted / ISSUED, "2.880", "2.980")
    monkeypatch.setattr("tuyentruyen_cli.cli.options.LANG", "en")
    said = tuyentruyen("verify", drafted / ISSUED, "--lang", "en", *WED)
    assert said.code == 1
    assert "Changed by hand (1):" in said.out
