"""``render --to``: several formats at once, ``-o`` for a place, ``-`` for standard output, and a PDF that cannot be had."""

import json
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.errors import OutsideFailed
from tuyentruyen_cli.render.pdf import to_pdf

NOW = ("--now", "2021-02-05T09:00+07:00")
NAME = "bao-cao-tuan-2021-W05"


@pytest.fixture
def week(tuyentruyen: Any, campaign: Path) -> Path:
    """A campaign with week 05 remembered."""
    assert tuyentruyen("aggregate", campaign / "week-05", *NOW).code == 0
    return campaign


def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuyentruyen_cli.render.pdf.find_libreoffice", lambda: None)


def test_several_formats_at_once(tuyentruyen: Any, week: Path) -> None:
    said = tuyentruyen("render", week, "--to", "xlsx, HTML,md,csv,html", *NOW)
    assert said.code == 0
    assert said.out.splitlines() == [str(week / "reports" / "2021-W05" / f"{NAME}.{e}") for e in ("xlsx", "html", "md", "csv")]
    assert "chữ ký" not in said.err, "only what is signed has room for a signature"


def test_an_unknown_format_names_those_there_are(tuyentruyen: Any, week: Path) -> None:
    said = tuyentruyen("render", week, "--to", "html,odt", *NOW)
    assert said.code == 2
    assert "“odt”" in said.err
    assert "docx, pdf, xlsx, html, md, csv, json" in said.err
    assert not list((week / "reports").rglob(f"{NAME}*"))


def test_a_file_bears_the_name_that_was_asked_for(tuyentruyen: Any, week: Path, tmp_path: Path) -> None:
    assert tuyentruyen("render", week, "--to", "html", "-o", tmp_path / "trang của tôi.html", *NOW).code == 0
    page = (tmp_path / "trang của tôi.html").read_text(encoding="utf-8")
    assert 'href="chi%E1%BA%BFn%20d%E1%BB%8Bch/store/originals/' in page, "links lead from where the file lies"


@pytest.mark.parametrize(("form", "name"), [("html", "trang.pdf"), ("docx", "báo cáo.doc")])
def test_an_ending_of_another_format_is_refused(tuyentruyen: Any, week: Path, tmp_path: Path, form: str, name: str) -> None:
    said = tuyentruyen("render", week, "--to", form, "-o", tmp_path / name, *NOW)
    assert said.code == 2
    assert f"không có đuôi .{form}" in said.err
    assert not (tmp_path / name).exists()


def test_one_file_cannot_hold_two_formats(tuyentruyen: Any, week: Path, tmp_path: Path) -> None:
    said = tuyentruyen("render", week, "--to", "html,md", "-o", tmp_path / "a.html", *NOW)
    assert said.code == 2
    assert "chỉ chứa được một dạng, không phải html, md" in said.err


def test_a_folder_may_have_a_point_in_its_name(tuyentruyen: Any, week: Path, tmp_path: Path) -> None:
    (tmp_path / "ra.ngoài").mkdir()
    assert tuyentruyen("render", week, "--to", "md,csv", "-o", tmp_path / "ra.ngoài", *NOW).code == 0
    assert sorted(p.name for p in (tmp_path / "ra.ngoài").iterdir()) == [f"{NAME}.csv", f"{NAME}.md"]


def test_standard_output_holds_the_document_and_nothing_else(tuyentruyen: Any, week: Path) -> None:
    page = tuyentruyen("render", week, "--to", "html", "-o", "-", *NOW)
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith("<!DOCTYPE html>")
    assert page.out.endswith("</html>")
    assert not list((week / "reports").rglob(f"{NAME}*")), "nothing is written beside it"
    assert tuyentruyen("render", week, "--to", "html,md", "-o", "-", *NOW).code == 2
    assert tuyentruyen("render", week, "--to", "html", "-o", "-", "--json", *NOW).code == 2
    document = json.loads(tuyentruyen("render", week, "--to", "json", "-o", "-", "--json", *NOW).out)
    assert document["format"] == "tuyentruyen/report"


def test_a_word_file_is_not_poured_over_a_screen(tuyentruyen: Any, week: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)
    said = tuyentruyen("render", week, "--to", "docx", "-o", "-", *NOW)
    assert said.code == 2
    assert said.out == ""
    assert "> TÊN_TỆP.docx" in said.err


def test_without_libreoffice_the_rest_is_written_and_the_way_is_told(
    tuyentruyen: Any, week: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_libreoffice(monkeypatch)
    said = tuyentruyen("render", week, "--to", "docx,pdf", *NOW)
    assert said.code == 4
    assert "bằng Word, chọn Tệp > Lưu thành > PDF" in said.err
    document = week / "reports" / "2021-W05" / f"{NAME}.docx"
    assert f"Vẫn đã ghi: {document}" in said.err
    assert document.is_file()
    assert not document.with_suffix(".pdf").exists()
    answer = json.loads(tuyentruyen("render", week, "--to", "pdf", "--json", "--lang", "en", *NOW).out)
    assert answer["error"] == "render.no-libreoffice"


def program(folder: Path, script: str) -> Path:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


WRITES = 'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; printf "%s" > "$2/document.pdf"'


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("exit 0", "render.no-pdf"),
        ("exit 77", "render.no-pdf"),
        ("sleep 30", "render.pdf-late"),
        (WRITES.replace("%s", "PK not a PDF"), "render.no-pdf"),
        (WRITES.replace("%s", "%%PDF-1.6 cut off"), "render.no-pdf"),
        (WRITES.replace("%s", ""), "render.no-pdf"),
    ],
)
def test_what_is_no_pdf_is_not_given_out(script: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = program(tmp_path, script)
    monkeypatch.setattr("tuyentruyen_cli.render.pdf.find_libreoffice", lambda: path)
    with pytest.raises(OutsideFailed) as caught:
        to_pdf(b"x", seconds=1.0)
    assert (caught.value.message, int(caught.value.exit_code)) == (message, 4)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
def test_each_run_has_a_profile_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = tmp_path / "seen"
    path = program(tmp_path, f'echo "$1" >> {seen}; {WRITES.replace("%s", "%%PDF-1.6 %%%%EOF")}')
    monkeypatch.setattr("tuyentruyen_cli.render.pdf.find_libreoffice", lambda: path)
    for _ in range(2):
        assert to_pdf(b"x").startswith(b"%PDF-")
    profiles = seen.read_text(encoding="utf-8").split()
    assert len(set(profiles)) == 2
    assert all(p.startswith("-env:UserInstallation=file:///") for p in profiles)
