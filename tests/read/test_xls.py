"""Workbooks of Excel 97–2003: what LibreOffice saves (``data/make.py``), and records that no program of today writes."""

import datetime as dt
import math
import struct
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlrd
from hypothesis import given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.model.sheet import Cell, CellKind, Merge, Reading, Sheet
from tuyentruyen_cli.read import xls
from tuyentruyen_cli.read.engine import SecondSheet
from tuyentruyen_cli.read.file import read_bytes

DATA = Path(__file__).parent / "data"
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
SIGNED = struct.pack("<HHL", 0x01C1, 8, 0x01C1) + bytes(4)  # RECALCID


def record(kind: int, layout: str = "", *values: object) -> bytes:
    body = struct.pack("<" + layout, *values)
    return struct.pack("<HH", kind, len(body)) + body


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, "HHHd", row, column, 15, value)


def formula(row: int, column: int, value: float) -> bytes:
    """A formula (the number 1) with that cached value."""
    return record(0x0006, "HHHdHLHBH", row, column, 15, value, 0, 0, 3, 0x1E, 1)


def boundsheet(name: str, offset: int, kind: int = 0, visibility: int = 0) -> bytes:
    return record(0x0085, f"LBBBB{len(name)}s", offset, visibility, kind, len(name), 0, name.encode())


def workbook(
    *sheets: bytes, settings: bytes = b"", names: Sequence[str] = ("S1", "S2", "S3"), kinds: Sequence[int] = (0, 0, 0)
) -> bytes:
    """A workbook (BIFF8 in a compound file) whose sheets hold these records; ``settings`` are records of the workbook."""
    fonts = record(0x0031, "HHHHHBBBBBB5s", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, 5, 0, b"Arial") * 4
    start = record(0x0809, "HHHHLL", 0x0600, 0x0005, 0x0DBB, 1996, 0, 6) + settings + record(0x0042, "H", 1200) + fonts
    start += record(0x00E0, "HHHBBBBLLH", 0, 0, 0xFFF5, 0x20, 0, 0, 0, 0, 0, 0x20C0) * 15
    start += record(0x00E0, "HHHBBBBLLH", 0, 0, 0x0001, 0x20, 0, 0, 0, 0, 0, 0x20C0)
    end = record(0x000A)
    bodies = [record(0x0809, "HHHHLL", 0x0600, 0x0010, 0x0DBB, 1996, 0, 6) + sheet + end for sheet in sheets]
    chosen = list(zip(bodies, names, kinds, strict=False))
    offset = len(start) + len(end) + sum(len(boundsheet(name, 0)) for _, name, _ in chosen)
    listed = b""
    for body, name, kind in chosen:
        listed += boundsheet(name, offset, kind)
        offset += len(body)
    return compound(start + listed + end + b"".join(bodies))


def compound(stream: bytes) -> bytes:
    """A compound file with the one stream ``Workbook``, long enough to lie in sectors of its own."""
    stream = stream.ljust(4096, b"\0")
    stream += bytes(-len(stream) % 512)
    sectors = len(stream) // 512
    root = entry("Root Entry", 5, 1, END, 0)
    directory = (root + entry("Workbook", 2, FREE, 2, len(stream))).ljust(512, b"\0")
    chain = [TABLE, END, *range(3, sectors + 2), END]
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9L", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<109L", 0, *[FREE] * 108)
    return header + struct.pack("<128L", *chain, *[FREE] * (128 - len(chain))) + directory + stream


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    head = struct.pack("<HBBLLL", 2 * len(name) + 2, kind, 1, FREE, FREE, child)
    return name.encode("utf-16-le").ljust(64, b"\0") + head + bytes(36) + struct.pack("<LLL", start, size, 0)


def reading(data: bytes) -> Reading:
    return read_bytes(data, "a.xls")


def only_sheet(data: bytes) -> Sheet:
    read = reading(data)
    assert read.findings == ()
    (sheet,) = read.sheets
    return sheet


def refusal(read: Reading) -> tuple[str, object, object]:
    assert read.sheets == ()
    (finding,) = read.findings
    return finding.rule, finding.argument("reason"), finding.argument("engine")


def brief(cell: Cell) -> tuple[object, ...]:
    return cell.row, cell.column, cell.raw, cell.number_format, cell.problem, cell.hidden


@pytest.mark.parametrize("name", ["quirks", "mac"])
def test_what_libreoffice_saves(name: str) -> None:
    read = reading((DATA / f"{name}.xls").read_bytes())
    assert (read.content, read.findings) == ("xls", ())
    first, second = read.sheets
    assert (first.part, first.hidden, first.merges) == ("Tuần 5", False, (Merge(4, 1, 5, 2),))
    assert (second.part, second.hidden, second.cells[0].raw) == ("Ẩn", True, 5)
    general = "General"
    assert [brief(cell) for cell in first.cells] == [
        (1, 1, "Kênh", general, "", False),
        (1, 2, "Số tin\nbài", general, "", False),
        (1, 3, 12, general, "", False),
        (1, 4, 1.5, general, "", True),
        (1, 5, True, general, "", False),
        (2, 1, "X· B¶n Bo", general, "", False),
        (2, 2, "Số tin bài", general, "", False),
        (2, 3, "Ghi tuÇn", general, "", False),
        (3, 1, dt.timedelta(hours=26.5), "[h]:mm:ss", "", False),
        (3, 2, dt.datetime.fromisoformat("2021-02-04"), "dd/mm/yyyy", "", False),
        (3, 3, 0.95, "0%", "", False),
        (3, 4, "#DIV/0!", general, "error-cell", True),
        (3, 5, 24, general, "", False),
        (3, 6, "", general, "", False),
        (4, 1, "gộp", general, "", False),
        (5, 2, 7, general, "", False),
        (6, 1, 1, general, "", True),
        (6, 2, 2, general, "", True),
        (6, 3, 3, general, "", True),
        (6, 4, 4, general, "", True),
    ]
    by_place = {(cell.row, cell.column): cell for cell in first.cells}
    assert by_place[5, 2].merged_into == (4, 1)
    assert [(by_place[2, column].text, by_place[2, column].font) for column in (1, 2, 3)] == [
        ("Xã Bản Bo", "tcvn3"),
        ("Số tin bài", ""),
        ("Ghi tuần", "tcvn3"),
    ]
    assert by_place[1, 5].kind is CellKind.BOOLEAN


def test_a_small_workbook() -> None:
    sheet = only_sheet(workbook(number(0, 0, 12) + number(1, 2, 0.5)))
    assert [brief(cell)[:3] for cell in sheet.cells] == [(1, 1, 12), (2, 3, 0.5)]


def test_a_formula_of_zero_that_no_program_signed_is_not_calculated() -> None:
    cells = formula(0, 0, 0) + formula(1, 0, 5) + number(2, 0, 0)
    unsigned, signed = workbook(cells), workbook(cells, settings=SIGNED)
    assert [(cell.raw, cell.problem) for cell in only_sheet(unsigned).cells] == [(None, "uncached-formula"), (5, ""), (0, "")]
    assert [(cell.raw, cell.problem) for cell in only_sheet(signed).cells] == [(0, ""), (5, ""), (0, "")]


def row_record(height: int, flags: int) -> bytes:
    return record(0x0208, "HHHHHHL", 0, 0, 1, height, 0, 0, flags)


def columns_record(width: int, flags: int) -> bytes:
    return record(0x007D, "HHHHHH", 0, 0, width, 15, flags, 0)


@pytest.mark.parametrize(
    ("records", "hidden"),
    [
        (row_record(255, 0), False),
        (row_record(255, 0x20), True),
        (row_record(0, 0), True),
        (row_record(0x8000, 0), False),  # without a height of its own
        (columns_record(2340, 0), False),
        (columns_record(2340, 1), True),
        (columns_record(0, 0), True),
        (record(0x0225, "HH", 2, 255), True),  # rows are hidden unless they say otherwise
        (record(0x0225, "HH", 2, 255) + row_record(255, 0), False),
        (record(0x0225, "HH", 0, 255), False),
        (record(0x0055, "H", 0), True),  # columns have no width
        (record(0x0055, "H", 8), False),
        (record(0x0055, "H", 0) + columns_record(2340, 0), False),
    ],
)
def test_hidden_rows_and_columns(records: bytes, hidden: bool) -> None:
    (cell,) = only_sheet(workbook(records + number(0, 0, 5))).cells
    assert cell.hidden is hidden


def test_only_worksheets_are_read() -> None:
    read = reading(workbook(number(0, 0, 1), b"", number(0, 0, 3), kinds=(0, 2, 0)))
    assert [(sheet.part, sheet.cells[0].raw) for sheet in read.sheets] == [("S1", 1), ("S3", 3)]


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_number_that_is_none(value: float) -> None:
    (cell,) = only_sheet(workbook(number(0, 0, value))).cells
    assert (cell.kind, cell.problem) == (CellKind.BLANK, "unknown-content")


def test_a_password() -> None:
    protected = workbook(number(0, 0, 5), settings=record(0x002F, "HHH52s", 1, 1, 1, b""))
    assert refusal(reading(protected)) == ("encrypted-file", None, None)


def test_damaged() -> None:
    good = workbook(number(0, 0, 5))
    assert refusal(reading(workbook())) == ("unreadable-file", "damaged", None)
    assert refusal(reading(workbook(number(0, 0, 1), number(0, 0, 2), names=("S", "S")))) == (
        "unreadable-file",
        "damaged",
        None,
    )
    assert refusal(reading(good[:-3000]))[0] == "unreadable-file"
    loop = bytearray(good)
    struct.pack_into("<L", loop, 512 + 4 * 4, 2)  # the stream goes in a circle
    assert refusal(reading(bytes(loop)))[0] == "unreadable-file"
    assert refusal(reading(good.replace(record(0x000A), record(0x000B))))[0] == "unreadable-file"


def test_out_of_memory_is_not_the_files_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(xlrd, "open_workbook", fail)
    with pytest.raises(MemoryError):
        reading(workbook(number(0, 0, 5)))


def test_xlrd_says_nothing_aloud(capfd: pytest.CaptureFixture[str]) -> None:
    data = workbook(number(0, 0, 5))
    reading(data + b"x")  # not a whole number of sectors, which xlrd likes to mention
    assert capfd.readouterr() == ("", "")


def test_two_engines_that_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xls, "second_reading", lambda *_: (SecondSheet("S1", {(1, 1): 6.0}),))
    (cell,) = only_sheet(workbook(number(0, 0, 5))).cells
    assert (cell.raw, cell.problem) == (5, "readings-differ")


def test_caps(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(only_sheet(workbook(number(0, 0, 1) + number(65_535, 29, 5))).cells) == 2
    far = workbook(number(0, 0, 1) + number(65_535, 255, 5))
    assert refusal(reading(far))[:2] == ("unsafe-file", "too-many-cells")
    monkeypatch.setattr(xls, "MAX_CELLS", 1)
    assert refusal(reading(workbook(number(0, 0, 1) + number(0, 1, 1))))[:2] == ("unsafe-file", "too-many-cells")


@pytest.mark.parametrize("area", [(0, 1 << 31, 0, 6), (0, 5, 0, 257), (1 << 28, 5, 0, 6)])
def test_an_area_that_no_sheet_has_is_not_made_room_for(area: tuple[int, int, int, int]) -> None:
    """python-calamine makes room for all of what the record says: the program would end for want of memory."""
    dimensions = record(0x0200, "LLHHH", 0, 1, 0, 1, 0)
    assert only_sheet(workbook(dimensions + number(0, 0, 5))).cells[0].raw == 5
    lie = record(0x0200, "LLHHH", *area, 0)
    assert refusal(reading(workbook(lie + number(0, 0, 5)))) == ("unreadable-file", "damaged", None)


def test_sectors_that_follow_each_other_in_a_circle_do_not_hold_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small streams of a compound file; xlrd guards only the large ones."""
    damaged = bytearray((DATA / "quirks.xls").read_bytes())
    table = 512 + 512 * int.from_bytes(damaged[60:64], "little")
    assert damaged[table + 4 : table + 8] == b"\2\0\0\0"
    damaged[table + 4] = 0
    monkeypatch.setattr("xlrd.open_workbook", lambda **_: pytest.fail("it would never come back"))
    assert refusal(reading(bytes(damaged))) == ("unreadable-file", "damaged", None)


GOOD = [workbook(number(0, 0, 5) + formula(1, 0, 0) + row_record(0, 0)), (DATA / "quirks.xls").read_bytes()]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_damaged_bytes_never_raise(data: st.DataObject) -> None:
    damaged = bytearray(data.draw(st.sampled_from(GOOD)))
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    read = reading(bytes(damaged))
    assert bool(read.sheets) != bool(read.findings)
