"""What a person settles of a length in two columns is the whole length, never one of its cells."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

ROWS = (
    ["UBND xã Bản Bo"],
    ["Kênh", "Số tin, bài", "Thời lượng", None, "Số lượt phát", "Ước số người nghe"],
    [None, None, "Giờ", "Phút", None, None],
    ["Phát thanh", 6, None, 30, 20, 500],
)


@pytest.fixture
def week(campaign: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A week of one file, whose hours are blank beside 30 minutes."""
    monkeypatch.chdir(campaign)
    folder = campaign / "week-05"
    for file in folder.iterdir():
        file.unlink()
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in ROWS:
        sheet.append(row)
    for merged in ("A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3"):
        sheet.merge_cells(merged)
    book.save(folder / "ban bo.xlsx")
    return folder


def duration(tuyentruyen: Any, week: Path) -> int | None:
    value: int | None = json.loads(tuyentruyen("aggregate", week, "--json").out)["totals"]["duration"]["value"]
    return value


@pytest.mark.parametrize(("typed", "seconds"), [("0", None), ("1", None), ("29", None), ("30", 1800), ("1 giờ 30 phút", 5400)])
def test_a_correction_below_what_the_other_cell_states_is_not_taken(
    tuyentruyen: Any, week: Path, typed: str, seconds: int | None
) -> None:
    assert duration(tuyentruyen, week) is None
    who = ("--who", "A", "--reason", "Đã gọi điện", "--week", "5")
    said = tuyentruyen("decide", "correct", "--file", "ban bo.xlsx", "--cell", "C4", "--value", typed, *who)
    assert said.code == 0, said.err
    assert duration(tuyentruyen, week) == seconds
