"""``diff``: the cells that differ between two versions, from the kept originals."""

import datetime as dt
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tuyentruyen_cli import resources
from tuyentruyen_cli.pipeline.differing import Question, difference
from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.week import Request, aggregate

SAMPLE = resources.folder("sample_data") / "tam-duong-2021"
pytestmark = pytest.mark.usefixtures("in_this_process")
HEADING = ("Kênh", "Số tin, bài", "Thời lượng (phút)", "Số lần phát", "Ước số người nghe")
STATION, CARS = "Trạm truyền thanh xã", "Loa lưu động"
Rows = tuple[tuple[object, ...], ...]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "chiến dịch"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("week-*", "store", "reports"))
    (folder / "week-05").mkdir()
    return folder


def write(path: Path, rows: Rows, sheet: str = "Sheet1", title: str = "UBND XÃ BẢN BO") -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"created": dt.datetime(2021, 2, 4)})  # noqa: DTZ001 - xlsxwriter takes no zones
        page = book.add_worksheet(sheet)
        for number, row in enumerate(((title,), HEADING, *rows)):
            page.write_row(number, 0, row)


@pytest.fixture
def send(root: Path) -> Callable[..., None]:
    """A file that comes on that day at noon, and the week aggregated an hour later."""

    def sent(day: int, name: str, rows: Rows, **how: str) -> None:
        write(root / "week-05" / name, rows, **how)
        now = dt.datetime(2021, 2, day, 13, tzinfo=dt.timezone(dt.timedelta(hours=7)))
        aggregate(Request(root / "week-05", now, executor=here))

    return sent


def shown(root: Path, versions: tuple[int | None, int | None] = (None, None)) -> list[str]:
    _, found = difference(Question("ban-bo", root, dt.datetime.now(dt.UTC), None, versions, executor=here))
    lines = []
    for d in found.cells:
        before, now = (f"{s.typed}={s.value}" if s and s.measure else s.typed if s else "…" for s in (d.before, d.now))
        lines.append(f"{d.place.part}!{d.place.cell} {d.measure or '-'}: {before} → {now}")
    return lines + [f"{f.measure}: {f.before} → {f.now}" for f in found.figures]


def test_the_sample_as_a_person_reads_it(tuyentruyen: Any, tmp_path: Path) -> None:
    folder = tmp_path / "mẫu"
    shutil.copytree(
        SAMPLE, folder, ignore=shutil.ignore_patterns("store", "reports", "week-06", "week-07", "week-08", "gui-sau")
    )
    tuyentruyen("aggregate", folder / "week-05", "--now", "2021-02-05T09:00+07:00")
    said = tuyentruyen("diff", "Xã Bản Bo", folder)
    assert said.code == 0
    assert [" ".join(line.split()) for line in said.out.splitlines() if line and "───" not in line] == [
        "Xã Bản Bo, tuần 2021-W05:",
        "bản 1: bc_tuan5_banbo.xlsx, nhận lúc 09:30 04/02/2021",
        "bản 2: bc_tuan5_banbo (sua).xlsx, nhận lúc 15:10 04/02/2021",
        "Bản 1 so với bản 2:",
        "Trang!Ô Chỉ tiêu Trước ghi Nay ghi Số trước Số nay",
        "Sheet1!F7 Ước số lượt người nghe “480” “630” 480 630",
        "Sheet1!E8 Số lượt phát sóng “17” “21” 17 21",
        "Sheet1!E9 không cộng “53” “57” – –",
        "Sheet1!F9 không cộng “1820” “1970” – –",
        "Số của đơn vị theo từng bản:",
        "Số lượt phát sóng: 53 → 57",
        "Ước số lượt người nghe: 1.820 → 1.970",
    ]
    document = json.loads(tuyentruyen("diff", "ban-bo", folder, "--json").out)
    assert document["cells"][0] == {
        "part": "Sheet1",
        "cell": "F7",
        "measure": "listeners",
        "typed_before": "480",
        "typed_now": "630",
        "value_before": 480,
        "value_now": 630,
    }
    assert tuyentruyen("diff", "na-tam", folder).out.endswith("Chỉ có một bản, không có gì để so.\n")
    assert tuyentruyen("diff", "nung-nang", folder).out.endswith("Chưa nhận được bản nào.\n")


def test_a_version_that_another_file_took_the_name_of(root: Path, send: Callable[..., None], tuyentruyen: Any) -> None:
    send(3, "ban bo.xlsx", ((STATION, 6, 30, 20, 500),))
    send(4, "ban bo.xlsx", ((STATION, 7, 30, 20, 500),))
    assert shown(root) == ["Sheet1!B3 items: 6=6 → 7=7", "items: 6 → 7"]
    out = tuyentruyen("diff", "ban-bo", root).out
    assert "bản 1: ban bo.xlsx, thấy lần đầu lúc 13:00 03/02/2021 (không còn trong thư mục)" in out
    assert "bản 2: ban bo.xlsx, thấy lần đầu lúc 13:00 04/02/2021\n" in out


def test_what_is_refused_is_shown_as_typed(root: Path, send: Callable[..., None]) -> None:
    send(3, "a.xlsx", ((STATION, 6, 30, "20-30", 500), (CARS, 2, 10, 5, 100)))
    send(4, "b.xlsx", ((STATION, 6, 30, 25, 500), (CARS, 2, 10, 5, "")))
    assert shown(root) == [
        "Sheet1!D3 broadcasts: 20-30=None → 25=25",
        "Sheet1!E4 listeners: 100=100 → …",
        "broadcasts: None → 30",
        "listeners: 600 → 500",
    ]


def test_a_number_that_is_now_text_and_a_name_that_changed(root: Path, send: Callable[..., None]) -> None:
    send(3, "a.xlsx", ((STATION, 6, 30, 20, 500), ("Người lập: Lò Thị A",)))
    send(4, "b.xlsx", ((STATION, "6 tin, bài", 30, 20, 500), ("Người lập: Lò Thị B",)))
    assert shown(root) == [
        "Sheet1!B3 items: 6=6 → 6 tin, bài=6",
        "Sheet1!A4 -: Người lập: Lò Thị A → Người lập: Lò Thị B",
    ]


def test_a_sheet_with_another_name_is_the_same_sheet_when_it_is_the_only_one(root: Path, send: Callable[..., None]) -> None:
    send(3, "a.xlsx", ((STATION, 6, 30, 20, 500),))
    send(4, "b.xlsx", ((STATION, 8, 30, 20, 500),), sheet="Tuần 5")
    assert shown(root)[0] == "Tuần 5!B3 items: 6=6 → 8=8"
    _, found = difference(Question("ban-bo", root, dt.datetime.now(dt.UTC), executor=here))
    assert found.renamed == (("Sheet1", "Tuần 5"),)


def test_any_two_of_three(root: Path, send: Callable[..., None], tuyentruyen: Any) -> None:
    for day, items in ((2, 5), (3, 6), (4, 7)):
        send(day, f"v{items}.xlsx", ((STATION, items, 30, 20, 500),))
    assert shown(root)[0] == "Sheet1!B3 items: 6=6 → 7=7"
    assert shown(root, (1, None))[0] == "Sheet1!B3 items: 5=5 → 7=7"
    assert shown(root, (None, 2))[0] == "Sheet1!B3 items: 5=5 → 6=6"
    assert shown(root, (3, 1))[0] == "Sheet1!B3 items: 7=7 → 5=5"
    said = tuyentruyen("diff", "ban-bo", root, "--to", "4")
    assert said.code == 2
    assert "ban-bo có 3 bản" in said.err


def test_in_an_archive(root: Path, send: Callable[..., None]) -> None:
    send(3, "a.xlsx", ((STATION, 6, 30, 20, 500),))
    write(root / "tmp.xlsx", ((STATION, 9, 30, 20, 500),))
    with zipfile.ZipFile(root / "week-05" / "gui.zip", "w") as archive:
        archive.write(root / "tmp.xlsx", "ban bo moi.xlsx")
    send(4, "khac.xlsx", (("x", 1),), title="UBND XÃ NÙNG NÀNG")
    assert shown(root) == ["Sheet1!B3 items: 6=6 → 9=9", "items: 6 → 9"]


def test_versions_in_different_formats(root: Path, send: Callable[..., None]) -> None:
    send(3, "a.xlsx", ((STATION, 6, 30, 20, 500),))
    text = f"UBND XÃ BẢN BO;;;;\n{';'.join(HEADING)}\n{STATION};6;30;22;500\n"
    (root / "week-05" / "b.csv").write_text(text, encoding="utf-8")
    send(4, "khac.xlsx", (("x", 1),), title="UBND XÃ NÙNG NÀNG")
    assert [line for line in shown(root) if "=" in line] == ["!D3 broadcasts: 20=20 → 22=22"]


def test_a_lost_original_is_said(root: Path, send: Callable[..., None], tuyentruyen: Any) -> None:
    send(3, "a.xlsx", ((STATION, 6, 30, 20, 500),))
    send(4, "b.xlsx", ((STATION, 7, 30, 20, 500),))
    for kept in (root / "store" / "originals").iterdir():
        kept.unlink()
    said = tuyentruyen("diff", "ban-bo", root)
    assert said.code == 3
    assert "bản sao lưu" in said.err
    assert json.loads(tuyentruyen("diff", "ban-bo", root, "--json").out)["error"] == "diff.no-original"
