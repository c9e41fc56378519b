"""A marked copy that another program has saved: what it makes of the list, the notes and the colours is no data either."""

import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tuyentruyen_cli.libreoffice import find_libreoffice
from tuyentruyen_cli.model.finding import Severity

SAMPLE = Path(__file__).parents[2] / "sample_data" / "tam-duong-2021" / "week-05"


def saved_by_libreoffice(file: Path, kind: str, folder: Path) -> bytes:
    program = find_libreoffice()
    if program is None:
        pytest.skip("LibreOffice is not installed here")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(program), profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "out"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "out" / file.with_suffix(f".{kind}").name).read_bytes()


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_a_copy_saved_by_libreoffice_says_what_the_original_says(kind: str, week_of: Any, tmp_path: Path) -> None:
    week = week_of({"ban hon bc T5.xlsx": (SAMPLE / "ban hon bc T5.xlsx").read_bytes()})
    before = week.report()
    (file,) = week.returns().returned[0].files
    data = saved_by_libreoffice(file.copy, kind, tmp_path)
    (week.folder / "ban hon bc T5.xlsx").unlink()
    week.put(f"ban hon bc T5.{kind}", data)
    week.anew()
    after = week.report()
    errors = [
        [(f.rule, f.location.cell, f.measure) for f in report.findings if f.severity is Severity.ERROR]
        for report in (before, after)
    ]
    assert errors[0] == errors[1] != []
    assert [f.location.part for f in after.findings if f.rule == "set-aside-file"] == ["CẦN SỬA"]
    assert [f.value for f in before.figures] == [f.value for f in after.figures]


def test_formulas_are_computed_anew_from_what_was_mended(week_of: Any, book: Any, saved: Any, tmp_path: Path) -> None:
    """The sender's own total follows the mended cell, as in Excel."""
    made = book((1, "Phát thanh", 6, 30, 20, 1.2), (2, "Loa kéo", 5, 20, 22, 330))
    sheet = made.active
    sheet["B6"], sheet["F6"] = "Tổng cộng", "=SUM(F4:F5)"
    week = week_of({"ban-bo.xlsx": saved(made)})
    week.report()
    (file,) = week.returns().returned[0].files
    mended = openpyxl.load_workbook(file.copy)
    mended.worksheets[1]["F4"] = 1200
    mended.save(tmp_path / "ban-bo.xlsx")
    week.put("ban-bo.xlsx", saved_by_libreoffice(tmp_path / "ban-bo.xlsx", "xlsx", tmp_path))
    week.anew()
    report = week.report()
    assert [f.rule for f in report.findings if f.severity is not Severity.NOTE] == []
    found = report.figure("listeners", "ban-bo")
    assert found is not None
    assert found.value == 1530
