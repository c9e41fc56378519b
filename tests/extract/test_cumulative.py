"""Which cells state something cumulative, and since when."""

from collections.abc import Callable

import pytest

from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.submission import extract
from tuyentruyen_cli.model.sheet import Reading

ROWS = "1 | Phát thanh | 6 | 30 | 20 | 500"
HEADING = "TT | Kênh | Số tin, bài | Thời lượng (phút) | Số lượt phát | Ước số người nghe"


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        (f'{HEADING}\n{ROWS}\n | Lũy kế từ đầu tháng | 17 | 90 | 60 | "1.500"',
         ["items 17 month C3", "duration 5400 month D3", "broadcasts 60 month E3", "listeners 1500 month F3"]),
        (f"{HEADING}\n{ROWS}\n | Cộng dồn | 17 | | |", ["items 17 unsaid C3"]),
        (f"{HEADING}\n{ROWS}\n | Lũy kế từ đầu năm | 17 | | |", ["items 17 year C3"]),
        (f"{HEADING}\n{ROWS}\n | Lũy kế từ đầu chiến dịch | 17 | | |", ["items 17 start C3"]),
        (f"{HEADING} | Số tin, bài lũy kế từ đầu tháng\n{ROWS} | 17", ["items 17 month G2"]),
        # with rows and a total, the total's
        (f"{HEADING} | Lũy kế số tin, bài\n{ROWS} | 17\n2 | Loa kéo | 5 | 20 | 22 | 330 | 9\n | Tổng cộng | 11 | 50 | 42 | 830 | 26",
         ["items 26 unsaid G4"]),
        # of several rows without a total nobody knows which
        (f"{HEADING} | Lũy kế số tin, bài\n{ROWS} | 17\n2 | Loa kéo | 5 | 20 | 22 | 330 | 9", []),
        # nothing that is doubtful itself
        (f"{HEADING}\n{ROWS}\n | Lũy kế | khoảng 17 | 1,5 giờ | #REF! | 1,200", ["duration 5400 unsaid D3"]),
        (f"{HEADING}\n{ROWS}", []),
    ],
)  # fmt: skip
def test_what_is_cumulative_is_known_with_its_cell(
    drawing: str, expected: list[str], draw: Callable[..., Reading], context: Context
) -> None:
    (submission,) = extract(draw(drawing), context).submissions
    found = [f"{c.measure} {c.value} {c.since.value} {c.location.cell}" for c in submission.cumulative]
    assert found == expected
    assert sum(v.value or 0 for r in submission.records for m, v in r.values if m == "items") in {6, 11}


def test_of_a_file_for_several_units_it_is_nobodys(draw: Callable[..., Reading], context: Context) -> None:
    heading = HEADING.replace("Kênh", "Đơn vị") + " | Lũy kế số tin, bài"
    reading = draw(f"{heading}\n1 | Bản Bo | 6 | 30 | 20 | 500 | 17\n2 | Nà Tăm | 5 | 20 | 22 | 330 | 9", file="cum.xlsx")
    assert [s.cumulative for s in extract(reading, context).submissions] == [(), ()]
