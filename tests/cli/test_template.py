"""``template``: an office makes a template its own, and is told what is wrong with it before a report is due."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from tuyentruyen_cli.render.package import repacked

BODY = "word/document.xml"
Run = Callable[..., Any]
OWN = Path("templates", "bao-cao-tuan", "report.docx")


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text of the template, as in Word."""
    with zipfile.ZipFile(path) as archive:
        body = archive.read(BODY).decode()
    assert old in body
    path.write_bytes(repacked(path.read_bytes(), {BODY: body.replace(old, new, 1).encode()}))


@pytest.fixture
def copied(tuyentruyen: Run, sample: Path) -> Path:
    """The sample campaign with the shipped template of the week's report in it."""
    said = tuyentruyen("template", "copy", "--folder", sample)
    assert (said.code, said.out) == (0, f"Đã chép mẫu: {sample / OWN}\n")
    return sample


def test_the_copy_is_used_and_an_edit_of_it_shows(tuyentruyen: Run, copied: Path) -> None:
    edit(copied / OWN, "Nơi nhận:", "Nơi gửi đến:")
    assert tuyentruyen("render", copied, "--now", "2021-02-12T09:30+07:00").code == 0
    document = docx.Document(str(copied / "reports" / "2021-W06" / "bao-cao-tuan-2021-W06.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("Nơi gửi đến:" in cell for cell in cells)


def test_an_edited_template_is_never_overwritten_without_force(tuyentruyen: Run, copied: Path) -> None:
    assert "chưa bị sửa" in tuyentruyen("template", "copy", "--folder", copied).out
    edit(copied / OWN, "Nơi nhận:", "Nơi gửi đến:")
    before = (copied / OWN).read_bytes()
    said = tuyentruyen("template", "copy", "--folder", copied)
    assert (said.code, said.out) == (2, "")
    assert "đã được sửa, nên không ghi đè" in said.err
    assert (copied / OWN).read_bytes() == before
    assert tuyentruyen("template", "copy", "--folder", copied, "--force").code == 0
    assert (copied / OWN).read_bytes() != before


@pytest.mark.parametrize("kind", ["bao-cao-thang", "phieu-kiem-tra"])
def test_other_kinds(tuyentruyen: Run, sample: Path, kind: str) -> None:
    assert tuyentruyen("template", "copy", kind, "--folder", sample).code == 0
    said = tuyentruyen("template", "check", sample / "templates" / kind / "report.docx")
    assert (said.code, said.out.splitlines()[-1]) == (0, "Mẫu dùng được.")
    assert f"loại {kind}." in said.out


def test_an_unknown_kind_says_the_nearest(tuyentruyen: Run, sample: Path) -> None:
    said = tuyentruyen("template", "copy", "bao-cao-tuần", "--folder", sample)
    assert said.code == 2
    assert "bao-cao-tuan" in said.err


def test_a_good_template_is_told_tag_by_tag_and_filled_in_once(tuyentruyen: Run, copied: Path) -> None:
    said = tuyentruyen("template", "check", copied / OWN)
    assert said.code == 0
    assert "Làm thử bằng số liệu mới nhất của chiến dịch.\n" in said.out
    assert "  {{ letterhead.number }}  in ra: “Số:      /BC-VHTT”\n" in said.out
    assert "Mẫu không dùng: period, charts\n" in said.out
    made = copied / OWN.parent / "report-mau-thu.docx"
    assert f"Văn bản làm thử: {made}\n" in said.out
    assert "BÁO CÁO" in [p.text for p in docx.Document(str(made)).paragraphs]
    assert tuyentruyen("template", "check", copied / OWN).code == 0


def test_every_name_that_does_not_exist_is_told_with_the_one_that_may_be_meant(tuyentruyen: Run, copied: Path) -> None:
    edit(copied / OWN, "{{ closing }}", "{{ closnig }} và {{ letterhead.sgner }}")
    edit(copied / OWN, "{{ replaced }}", "{{ khong_co_gi_giong }}")
    said = tuyentruyen("template", "check", copied / OWN)
    assert said.code == 1
    assert "Tên không có (3):\n" in said.out
    assert "  closnig: có phải là closing?  [trong đoạn: {{ closnig }} và {{ letterhead.sgner }}]\n" in said.out
    assert "  letterhead.sgner: có phải là signer?" in said.out
    assert "  khong_co_gi_giong  [trong đoạn: {{ khong_co_gi_giong }}]\n" in said.out
    assert "Chưa làm thử được: Mẫu report.docx dùng tên không có" in said.out
    assert not (copied / OWN.parent / "report-mau-thu.docx").exists()


def test_a_hostile_template_is_refused(tuyentruyen: Run, copied: Path) -> None:
    edit(copied / OWN, "{{ closing }}", "{{ closing.__class__.__mro__ }}")
    said = tuyentruyen("template", "check", copied / OWN)
    assert said.code == 1
    assert "dùng thứ mà mẫu không được dùng: .__class__" in said.out
    said = tuyentruyen("render", copied, "--now", "2021-02-12T09:30+07:00")
    assert said.code == 2
    assert "dùng thứ mà mẫu không được dùng: .__class__" in said.err


def test_out_of_a_campaign_the_sample_campaign_fills_it_in(
    tuyentruyen: Run, copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = tmp_path / "mẫu mới"
    alone.mkdir()
    monkeypatch.chdir(alone)
    path = alone / "mau.docx"
    path.write_bytes((copied / OWN).read_bytes())
    said = tuyentruyen("template", "check", path, "-o", alone / "thu.docx", "--json")
    assert said.code == 0
    document = json.loads(said.out)
    assert (document["format"], document["kind"], document["unknown"]) == ("tuyentruyen/template-check", "bao-cao-tuan", [])
    assert (alone / "thu.docx").is_file()
    assert sorted(p.name for p in alone.iterdir()) == ["mau.docx", "thu.docx"]


def test_a_file_of_somebody_else_is_not_taken_for_a_sample(tuyentruyen: Run, copied: Path) -> None:
    mine = copied / OWN.parent / "report-mau-thu.docx"
    mine.write_bytes(b"mine")
    said = tuyentruyen("template", "check", copied / OWN)
    assert said.code == 2
    assert mine.read_bytes() == b"mine"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04nothing", b"text"])
def test_what_is_no_word_file(tuyentruyen: Run, copied: Path, data: bytes) -> None:
    path = copied / "mau.docx"
    path.write_bytes(data)
    said = tuyentruyen("template", "check", path)
    assert (said.code, said.out) == (3, "")
    assert "không phải tệp Word" in said.err
    assert tuyentruyen("template", "check", copied / "khong-co.docx").code == 3


def test_help(tuyentruyen: Run) -> None:
    for words in (("template", "--help"), ("template", "copy", "--help"), ("template", "check", "--help")):
        assert "mẫu" in tuyentruyen(*words).out.casefold()
