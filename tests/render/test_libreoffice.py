"""The documents open in LibreOffice and keep their shape on paper."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.docx import render_report

SOFFICE = shutil.which("soffice")
PDFTOTEXT = shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(not (SOFFICE and PDFTOTEXT), reason="LibreOffice or pdftotext is not installed here")


def pages(document: bytes, folder: Path) -> list[str]:
    """The text of each page, as printed."""
    (folder / "bao-cao.docx").write_bytes(document)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    convert = [
        str(SOFFICE),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "bao-cao.docx"),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    text = subprocess.run([str(PDFTOTEXT), "-layout", str(folder / "bao-cao.pdf"), "-"], check=True, capture_output=True)
    return text.stdout.decode().split("\f")[:-1]


def test_a_report_of_170_units_on_paper(province: Report, report_template: Path, tmp_path: Path) -> None:
    printed = pages(render_report(province, report_template), tmp_path)
    first = next(i for i, page in enumerate(printed) if page.lstrip().startswith("Phụ lục"))
    appendix = printed[first:]
    assert len(appendix) >= 4
    assert all("Đơn vị" in page and "STT" in page for page in appendix)
    assert [page.split()[0] for page in appendix[1:]] == [str(n) for n in range(2, len(appendix) + 1)]
    assert printed[0].split()[0] != "1"
    assert printed[1].split()[0] == "2"
    assert sum(f"Xã Mường Số {i} " in page.replace("\n", " ") for page in appendix for i in range(1, 171)) == 170
