"""A campaign in a folder of its own, and workbooks for it in a few words."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

SAMPLE = Path(__file__).parents[2] / "sample_data" / "tam-duong-2021"
HEADING = ("Kênh", "Số tin, bài", "Thời lượng (phút)", "Số lượt phát", "Ước số người nghe")

Row = tuple[str | int, ...]
Write = Callable[..., Path]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample campaign without any week; its path has Vietnamese letters and a space."""
    folder = tmp_path / "Chiến dịch Tết"
    folder.mkdir()
    for name in ("tuyentruyen.toml", "units.csv"):
        shutil.copyfile(SAMPLE / name, folder / name)
    return folder


@pytest.fixture
def write() -> Write:
    """A workbook with one table: ``write(folder, "ban-bo.xlsx", ("Phát thanh", 6, 30, 20, 500))``."""

    def workbook(folder: Path, name: str, *rows: Row, heading: Row = HEADING, title: str = "") -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with xlsxwriter.Workbook(str(path)) as book:
            book.set_properties({"created": dt.datetime(2021, 2, 4)})  # noqa: DTZ001 - xlsxwriter takes no zones
            sheet = book.add_worksheet("Sheet1")
            for number, row in enumerate(((title,), heading, *rows)):
                sheet.write_row(number, 0, row)
        return path

    return workbook
