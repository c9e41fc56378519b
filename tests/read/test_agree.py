"""Two readings of one sheet: which differences matter."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tuyentruyen_cli.model.sheet import Cell, CellKind, Merge, Raw, Sheet
from tuyentruyen_cli.read import engine
from tuyentruyen_cli.read.agree import agreed
from tuyentruyen_cli.read.engine import SecondSheet
from tuyentruyen_cli.read.fault import FileFault

at = dt.datetime.fromisoformat  # a moment as cells have it, without a time zone
Parts = Callable[..., dict[str, bytes]]
Pack = Callable[[Mapping[str, bytes]], bytes]

NOON = at("2021-02-04T12:00")
ROUNDED = dt.timedelta(microseconds=900)


def verdict(kind: CellKind, raw: Raw, other: Any, problem: str = "") -> str:
    """The problem of the one cell of a sheet after the other engine said ``other`` of it."""
    sheet = Sheet("a.xlsx", "S", (Cell(2, 3, kind, raw, "", problem=problem),), (Merge(1, 1, 1, 2),), hidden=True)
    (result,) = agreed([sheet], [SecondSheet("S", {} if other == "" else {(2, 3): other})])
    assert agreed([sheet], [SecondSheet("S", {}, [["", "", ""], ["", "", other]])]) == (result,)
    assert (result.file, result.part, result.merges, result.hidden) == ("a.xlsx", "S", (Merge(1, 1, 1, 2),), True)
    assert len(result.cells) == 1
    return result.cells[0].problem


@pytest.mark.parametrize(
    ("kind", "raw", "other"),
    [
        (CellKind.NUMBER, 12, 12.0),
        (CellKind.NUMBER, 1.2, 1.2),
        (CellKind.NUMBER, 0, 0.0),
        (CellKind.BOOLEAN, True, True),
        (CellKind.TEXT, "Tin", "Tin"),
        (CellKind.TEXT, " 12\r\n3 ", "12\n3"),
        (CellKind.TEXT, "12\r", "12_x000D_"),
        (CellKind.TEXT, "\ufeff12", "12"),
        (CellKind.TEXT, "", ""),
        (CellKind.TEXT, "\n", ""),
        (CellKind.DATE, NOON, NOON),
        (CellKind.DATE, NOON, NOON + ROUNDED),
        (CellKind.DATE, at("2021-02-04"), dt.date(2021, 2, 4)),
        (CellKind.DATE, at("1899-12-31T05:00"), dt.time(5)),
        (CellKind.DATE, at("1904-01-01T05:00"), dt.time(5)),
        (CellKind.DURATION, dt.timedelta(hours=26), dt.timedelta(hours=26)),
        (CellKind.DURATION, dt.timedelta(hours=5), dt.time(5)),
        (CellKind.DURATION, dt.timedelta(hours=26), at("1900-01-01T02:00")),
        (CellKind.DURATION, dt.timedelta(days=44231), dt.date(2021, 2, 4)),
    ],
)
def test_the_same_in_other_clothes(kind: CellKind, raw: Raw, other: Any) -> None:
    assert verdict(kind, raw, other) == ""


@pytest.mark.parametrize(
    ("kind", "raw", "other"),
    [
        (CellKind.NUMBER, 12, 13.0),
        (CellKind.NUMBER, 12, ""),
        (CellKind.NUMBER, 12, "12"),
        (CellKind.NUMBER, 1, True),
        (CellKind.NUMBER, 44231, dt.date(2021, 2, 4)),
        (CellKind.BOOLEAN, True, 1.0),
        (CellKind.BOOLEAN, True, False),
        (CellKind.TEXT, "12", 12.0),
        (CellKind.TEXT, "12", "13"),
        (CellKind.TEXT, "12", ""),
        (CellKind.TEXT, "1 2", "12"),
        (CellKind.DATE, NOON, dt.date(2021, 2, 4)),
        (CellKind.DATE, NOON, 44231.5),
        (CellKind.DATE, NOON, ""),
        (CellKind.DATE, NOON, dt.time(12)),
        (CellKind.DURATION, dt.timedelta(hours=5), NOON),
        (CellKind.DURATION, dt.timedelta(hours=5), 0.20833),
        (CellKind.DURATION, dt.timedelta(hours=5), dt.time(6)),
        (CellKind.DURATION, dt.timedelta(hours=5), dt.timedelta(hours=29)),
        (CellKind.DURATION, dt.timedelta(hours=5), ""),
    ],
)
def test_not_the_same(kind: CellKind, raw: Raw, other: Any) -> None:
    assert verdict(kind, raw, other) == "readings-differ"


@pytest.mark.parametrize(
    ("kind", "raw", "problem"),
    [
        (CellKind.ERROR, "#REF!", "error-cell"),
        (CellKind.BLANK, None, "uncached-formula"),
        (CellKind.BLANK, None, "unknown-content"),
    ],
)
def test_what_is_refused_already_keeps_its_reason(kind: CellKind, raw: Raw, problem: str) -> None:
    assert verdict(kind, raw, "", problem) == problem
    assert verdict(kind, raw, 5.0, problem) == problem


def test_a_cell_that_only_the_other_engine_has_is_added() -> None:
    sheet = Sheet("a.xlsx", "S", (Cell(2, 1, CellKind.NUMBER, 1, "1"),))
    (result,) = agreed([sheet], [SecondSheet("S", {(1, 1): 5.0, (2, 1): 1.0, (3, 1): "x", (4, 1): " \r"})])
    assert agreed([sheet], [SecondSheet("S", {}, [[5.0], [1.0], ["x"], [" \r"]])]) == (result,)
    assert [(cell.row, cell.kind, cell.raw, cell.problem) for cell in result.cells] == [
        (1, CellKind.BLANK, None, "readings-differ"),
        (2, CellKind.NUMBER, 1, ""),
        (3, CellKind.BLANK, None, "readings-differ"),
    ]


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ([1.0, "Tin", 5.0], ["", "", ""]),
        ([1.0, "Tin", 6.0], ["", "", "readings-differ"]),
        (["Tin", 1.0, 5.0], ["readings-differ", "readings-differ", ""]),
        ([1.0, "Tin"], ["", "", "readings-differ"]),
        ([1.0, "Tin", 5.0, 7.0], ["", "", "", "readings-differ"]),
        ([True, "Tin", 5.0], ["readings-differ", "", ""]),
        ([], ["readings-differ"] * 3),
    ],
)
def test_a_row_is_one_only_where_all_of_it_is(row: list[Any], problems: list[str]) -> None:
    raws: tuple[tuple[CellKind, Raw], ...] = ((CellKind.NUMBER, 1), (CellKind.TEXT, "Tin"), (CellKind.NUMBER, 5))
    cells = tuple(Cell(2, column, kind, raw, str(raw)) for column, (kind, raw) in enumerate(raws, 1))
    sheet = Sheet("a.xlsx", "S", (*cells, Cell(4, 1, CellKind.NUMBER, 8, "8")))
    (result,) = agreed([sheet], [SecondSheet("S", {}, [[], row, [], [8.0]])])
    assert [cell.problem for cell in result.cells] == [*problems, ""]


def sheets(*names: str) -> list[Sheet]:
    return [Sheet("a.xlsx", name, (Cell(1, 1, CellKind.NUMBER, 1, "1"),)) for name in names]


def others(*names: str) -> list[SecondSheet]:
    return [SecondSheet(name, {(1, 1): 1.0}) for name in names]


@pytest.mark.parametrize(("mine", "theirs"), [("AB", "A"), ("AB", "BA"), ("A", "B"), ("A", "AA"), ("A", "")])
def test_sheets_that_only_one_engine_has_refuse_the_file(mine: str, theirs: str) -> None:
    with pytest.raises(FileFault) as caught:
        agreed(sheets(*mine), others(*theirs))
    assert (caught.value.rule, caught.value.arguments) == ("unreadable-file", (("reason", "engine"), ("engine", "calamine")))


def test_an_empty_sheet_may_be_missing() -> None:
    result = agreed([*sheets("A"), Sheet("a.xlsx", "B", ())], others("A"))
    assert [sheet.part for sheet in result] == ["A", "B"]


def test_a_sheet_that_we_did_not_look_at_is_not_laid_out_by_the_engine(parts: Parts, pack: Pack) -> None:
    data = pack(parts('<row r="1"><c r="A1"><v>1</v></c></row>'))
    assert engine.second_reading(data, ("Tuần 5",)) == (SecondSheet("Tuần 5", {}, [[1.0]]),)
    with pytest.raises(FileFault):
        engine.second_reading(data, ("Tuần 6",))


class PanicException(BaseException):  # as pyo3 names it
    pass


class FailingWorkbook:
    error: BaseException = PanicException()

    @classmethod
    def from_filelike(cls, _: object) -> None:
        raise cls.error


@pytest.mark.parametrize("error", [PanicException(), OSError(), ValueError()])
def test_a_panic_of_the_engine_is_a_fault_of_the_file(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    monkeypatch.setattr(FailingWorkbook, "error", error)
    monkeypatch.setattr(engine, "CalamineWorkbook", FailingWorkbook)
    with pytest.raises(FileFault):
        engine.second_reading(b"", ("A",))


def test_an_interruption_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FailingWorkbook, "error", KeyboardInterrupt())
    monkeypatch.setattr(engine, "CalamineWorkbook", FailingWorkbook)
    with pytest.raises(KeyboardInterrupt):
        engine.second_reading(b"", ("A",))
