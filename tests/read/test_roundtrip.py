"""What other programs write reads back the same; damaged files never raise."""

import datetime as dt
import io
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.model.sheet import CellKind, Sheet
from tuyentruyen_cli.read.file import read_bytes

Parts = Callable[..., dict[str, bytes]]
Pack = Callable[[Mapping[str, bytes]], bytes]
Grid = Mapping[tuple[int, int], Any]

at = dt.datetime.fromisoformat  # a moment as cells have it, without a time zone
FIRST, LAST = at("1900-03-01"), at("9999-12-31")  # the first day after the one that never was
numbers = st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-1e300, 1e300)
# XlsxWriter writes 16 digits of a number, one less than a double may need.
short_numbers = numbers.map(lambda x: float(f"{x:.15G}") if isinstance(x, float) or abs(x) >= 10**15 else x)
texts = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\ufffe\uffff", exclude_categories=("Cs", "Cc")), min_size=1, max_size=40
).filter(lambda text: "_x" not in text)
dates = st.datetimes(FIRST, LAST).map(lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000))
lengths = st.integers(0, 10**7).map(lambda seconds: dt.timedelta(seconds=seconds))
grids = st.dictionaries(
    st.tuples(st.integers(0, 60), st.integers(0, 30)), short_numbers | texts | dates | lengths | st.booleans(), max_size=40
)


def written(grid: Grid, options: dict[str, Any] | None = None) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "remove_timezone": True, **(options or {})})
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss.000"})
    length = book.add_format({"num_format": "[h]:mm:ss"})
    sheet = book.add_worksheet("Tuần 5")
    for (row, column), value in grid.items():
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value)
        elif isinstance(value, str):
            sheet.write_string(row, column, value)
        else:
            sheet.write_datetime(row, column, value, moment if isinstance(value, dt.datetime) else length)
    book.close()
    return out.getvalue()


def only_sheet(data: bytes) -> Sheet:
    reading = read_bytes(data, "a.xlsx")
    assert reading.findings == ()
    (sheet,) = reading.sheets
    return sheet


@settings(max_examples=150, deadline=None)
@given(grids, st.booleans())
def test_whatever_xlsxwriter_writes_reads_back_the_same(grid: Grid, mac: bool) -> None:
    if mac:
        grid = {place: value for place, value in grid.items() if not isinstance(value, dt.datetime) or value.year > 1904}
    sheet = only_sheet(written(grid, {"default_date_format": "dd/mm/yyyy", "date_1904": mac}))
    found = {(cell.row - 1, cell.column - 1): cell for cell in sheet.cells}
    assert {cell.problem for cell in found.values()} <= {""}
    assert {place: cell.raw for place, cell in found.items()} == dict(grid)
    assert [type(found[place].raw) is bool for place in grid] == [isinstance(value, bool) for value in grid.values()]
    assert list(found) == sorted(found)


def test_what_openpyxl_writes(tmp_path: Any) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Tuần 5"
    sheet.append(["Kênh", "Số tin", "Thời lượng", "Ngày", "Tổng"])
    sheet.append(["Loa kéo", 12, dt.timedelta(hours=26, minutes=30), at("2021-02-04"), "=B2*2"])
    sheet.append([True, 1.5, dt.time(5, 30), dt.date(2021, 2, 4)])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True
    sheet.merge_cells("A5:B6")
    book.create_chartsheet("Biểu đồ")
    book.save(tmp_path / "a.xlsx")
    read = only_sheet((tmp_path / "a.xlsx").read_bytes())
    assert [(cell.row, cell.column, cell.kind, cell.raw, cell.hidden, cell.problem) for cell in read.cells] == [
        (1, 1, CellKind.TEXT, "Kênh", False, ""),
        (1, 2, CellKind.TEXT, "Số tin", False, ""),
        (1, 3, CellKind.TEXT, "Thời lượng", False, ""),
        (1, 4, CellKind.TEXT, "Ngày", False, ""),
        (1, 5, CellKind.TEXT, "Tổng", True, ""),
        (2, 1, CellKind.TEXT, "Loa kéo", False, ""),
        (2, 2, CellKind.NUMBER, 12, False, ""),
        (2, 3, CellKind.DURATION, dt.timedelta(hours=26, minutes=30), False, ""),
        (2, 4, CellKind.DATE, at("2021-02-04"), False, ""),
        (2, 5, CellKind.BLANK, None, True, "uncached-formula"),
        (3, 1, CellKind.BOOLEAN, True, True, ""),
        (3, 2, CellKind.NUMBER, 1.5, True, ""),
        (3, 3, CellKind.DURATION, dt.timedelta(hours=5, minutes=30), True, ""),
        (3, 4, CellKind.DATE, at("2021-02-04"), True, ""),
    ]


def test_what_xlsxwriter_hides_and_merges() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Tuần 5")
    sheet.set_default_row(hide_unused_rows=True)
    bold = book.add_format({"bold": True})
    sheet.write_rich_string("A1", "Số ", bold, "tin")
    sheet.write("A2", 5)
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.write("A3", 6)
    sheet.merge_range("B2:C3", "gộp")
    sheet.write_formula("D2", "=A2*2", None, 10)
    sheet.write_formula("D3", "=A3*2")
    book.close()
    read = only_sheet(out.getvalue())
    assert [(cell.row, cell.column, cell.raw, cell.hidden, cell.problem) for cell in read.cells] == [
        (1, 1, "Số tin", False, ""),
        (2, 1, 5, False, ""),
        (2, 2, "gộp", False, ""),
        (2, 4, 10, False, ""),
        (3, 1, 6, True, ""),
        (3, 4, None, True, "uncached-formula"),
    ]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damaged_bytes_never_raise(parts: Parts, pack: Pack, data: st.DataObject) -> None:
    good = pack(parts('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>', strings="<si><t>a</t></si>"))
    damaged = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    reading = read_bytes(bytes(damaged[: data.draw(st.integers(1, len(damaged)))]), "a.xlsx")
    assert bool(reading.sheets) != bool(reading.findings)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damaged_parts_never_raise(parts: Parts, pack: Pack, data: st.DataObject) -> None:
    rows = '<row r="1"><c r="A1" s="0"><f>B1</f><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>'
    made = parts(rows, strings="<si><r><t>a</t></r></si>", after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>')
    name = data.draw(st.sampled_from(sorted(made)))
    text = bytearray(made[name])
    for _ in range(data.draw(st.integers(1, 3))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.sampled_from(b'0159<>/"= acrstvxA:&;.-'))
    made[name] = bytes(text)
    reading = read_bytes(pack(made), "a.xlsx")
    assert not (reading.sheets and reading.findings)
