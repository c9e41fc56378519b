"""The documents open in LibreOffice and keep their shape on paper."""

import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.docx import render_report

SOFFICE = shutil.which("soffice")
PDFTOTEXT = shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(not (SOFFICE and PDFTOTEXT), reason="LibreOffice or pdftotext is not installed here")


def printed(documents: list[bytes], folder: Path) -> list[list[str]]:
    """The text of each page of each document, as printed."""
    files = [folder / f"{n:03}.docx" for n, _ in enumerate(documents)]
    for file, document in zip(files, documents, strict=True):
        file.write_bytes(document)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    convert = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    return [text_of(file.with_suffix(".pdf")).split("\f")[:-1] for file in files]


def text_of(pdf: Path) -> str:
    said = subprocess.run([str(PDFTOTEXT), "-layout", str(pdf), "-"], check=True, capture_output=True)
    return said.stdout.decode()


def test_no_row_is_lost_wherever_the_page_ends(week: Report, report_template: Path, tmp_path: Path) -> None:
    """LibreOffice 7.4 drops the rows of a table whose heading alone is left at the foot of a page."""
    units = week.campaign.registry.units if week.campaign.registry else ()
    assert len(units) == 14
    grounds = [tuple(f"Căn cứ văn bản thứ {n}" for n in range(many)) for many in range(12)]
    weeks = [
        replace(week, campaign=replace(week.campaign, letterhead=replace(week.campaign.letterhead, grounds=g))) for g in grounds
    ]
    for pages in printed([render_report(w, report_template) for w in weeks], tmp_path):
        table = "\n".join(pages).partition("Bảng 1.")[2].partition("Bảng 2.")[0]
        assert [u.name for u in units if short(u.name) not in table] == []


def short(name: str) -> str:
    """What of a name stands on one line of its cell."""
    return " ".join(name.split()[:3])


def test_a_report_of_170_units_on_paper(province: Report, report_template: Path, tmp_path: Path) -> None:
    (pages,) = printed([render_report(province, report_template)], tmp_path)
    first = next(i for i, page in enumerate(pages) if page.lstrip().startswith("Phụ lục"))
    appendix = pages[first:]
    assert len(appendix) >= 4
    assert all("Đơn vị" in page and "STT" in page for page in appendix)
    assert [page.split()[0] for page in appendix[1:]] == [str(n) for n in range(2, len(appendix) + 1)]
    assert pages[0].split()[0] != "1"
    assert pages[1].split()[0] == "2"
    assert sum(f"Xã Mường Số {i} " in page.replace("\n", " ") for page in appendix for i in range(1, 171)) == 170
