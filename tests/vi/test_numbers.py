"""Counts as cells."""

import datetime as dt

import pytest
from msgspec import structs

from tuyentruyen_cli.model.parsed import CountContext, Parsed, Refused, Result
from tuyentruyen_cli.model.sheet import Cell, CellKind
from tuyentruyen_cli.vi.numbers import format_count, parse_count

ITEMS = CountContext(words=frozenset({"tin"}), foreign_words=frozenset({"luot"}))
THOUSANDS = CountContext(words=frozenset({"nguoi"}), scale=1000, estimate=True)


def number(value: float, number_format: str = "General") -> Cell:
    return Cell(7, 3, CellKind.NUMBER, value, str(value), number_format)


def text(typed: str, raw: str = "", cleaned: tuple[str, ...] = ()) -> Cell:
    return Cell(7, 3, CellKind.TEXT, raw or typed, typed, cleaned=cleaned)


@pytest.mark.parametrize(
    ("value", "result"),
    [
        (12, Parsed(12)),
        (12.0, Parsed(12)),
        (0, Parsed(0)),
        (-0.0, Parsed(0)),
        (11.999999999999998, Parsed(12)),
        (7.000000000000001, Parsed(7)),
        (2**53, Parsed(2**53)),
        (1.2, Refused("fraction-in-count", "1200")),
        (12.5, Refused("fraction-in-count", "12500")),
        (1.234, Refused("fraction-in-count", "1234")),
        (1.2345, Refused("fraction-in-count")),
        (0.75, Refused("fraction-in-count")),
        (1200.5, Refused("fraction-in-count")),
        (12.00000001, Refused("fraction-in-count")),
        (-5, Refused("negative")),
        (-0.5, Refused("negative")),
        (2**53 + 2, Refused("malformed-number")),
        (10**400, Refused("malformed-number")),
        (float("inf"), Refused("malformed-number")),
        (float("nan"), Refused("malformed-number")),
        (True, Refused("not-a-number")),
    ],
)
def test_number_cells(value: float, result: Result) -> None:
    assert parse_count(number(value), ITEMS) == result


@pytest.mark.parametrize(
    ("value", "result"),
    [
        (3, Parsed(3000, notes=("scaled",))),
        (1.2, Parsed(1200, notes=("scaled",))),
        (0.001, Parsed(1, notes=("scaled",))),
        (1.2345, Refused("fraction-in-count")),
        (2**50, Refused("malformed-number")),
    ],
)
def test_number_cells_under_thousands(value: float, result: Result) -> None:
    assert parse_count(number(value), THOUSANDS) == result


@pytest.mark.parametrize(
    ("number_format", "rule"),
    [
        ("0%", "percent"),
        ('0.0"%"', "percent"),
        (";;;", "hidden-figures"),
        ("#,##0,", "ambiguous-number"),
        ('0" nghìn"', "ambiguous-number"),
        ('0"000"', "ambiguous-number"),
        ('0" lượt"', "counting-word"),
        ('0" tin/ngày"', "rate-not-total"),
    ],
)
def test_formats_that_show_something_else(number_format: str, rule: str) -> None:
    assert parse_count(number(12, number_format), ITEMS) == Refused(rule)


@pytest.mark.parametrize(
    "number_format",
    ["General", "0", "#,##0", "#,##0.00", '0" tin"', '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "[Red]0", "[$-42A]0"],
)
def test_formats_that_show_the_number(number_format: str) -> None:
    assert parse_count(number(12, number_format), ITEMS) == Parsed(12)


@pytest.mark.parametrize(
    ("raw", "suggestion"),
    [
        (dt.datetime(2021, 2, 5), "5/2"),  # noqa: DTZ001
        (dt.datetime(1903, 4, 14), "1200"),  # noqa: DTZ001
        (dt.timedelta(hours=1, minutes=20), "1:20"),
        (dt.timedelta(hours=-1), ""),
    ],
)
def test_date_and_time_cells(raw: dt.datetime | dt.timedelta, suggestion: str) -> None:
    kind = CellKind.DATE if isinstance(raw, dt.datetime) else CellKind.DURATION
    assert parse_count(Cell(7, 3, kind, raw, "", "d-mmm"), ITEMS) == Refused("date-in-number", suggestion)


def test_other_kinds() -> None:
    assert parse_count(Cell(7, 3, CellKind.ERROR, "#REF!", "#REF!"), ITEMS) == Refused("error-cell")
    assert parse_count(Cell(7, 3, CellKind.BOOLEAN, True, "TRUE"), ITEMS) == Refused("not-a-number")  # noqa: FBT003
    assert parse_count(Cell(7, 3, CellKind.BLANK, None, ""), ITEMS) is None
    assert parse_count(Cell(7, 3, CellKind.NUMBER, None, ""), ITEMS) == Refused("not-a-number")


@pytest.mark.parametrize("problem", ["uncached-formula", "readings-differ", "tracked-changes", "error-cell"])
@pytest.mark.parametrize("cell", [text("12"), number(12), Cell(7, 3, CellKind.BLANK, None, "")])
def test_a_problem_wins(cell: Cell, problem: str) -> None:
    assert parse_count(cell._replace(problem=problem), ITEMS) == Refused(problem)


@pytest.mark.parametrize(
    ("cell", "result"),
    [
        (text("12", "12\u200b", ("zero-width",)), Parsed(12, notes=("text-cleaned",))),
        (text("12 tin", "12 tin_x000D_", ("control",)), Parsed(12, notes=("text-cleaned",))),
        (text("1,200", "\ufeff1,200", ("bom",)), Parsed(1200, notes=("foreign-thousands", "text-cleaned"))),
        (text("12", "\u202e12", ("bidi",)), Refused("malformed-number")),
        (text("x", "x\u200b", ("zero-width",)), Refused("not-a-number")),
        (text("", "\u200b", ("zero-width",)), None),
    ],
)
def test_cleaned_text(cell: Cell, result: Result) -> None:
    assert parse_count(cell, ITEMS) == result


def test_plain_digits_are_scaled_like_all() -> None:
    assert parse_count(text("12"), ITEMS) == Parsed(12)
    assert parse_count(text("12"), structs.replace(ITEMS, scale=1000)) == Parsed(12000, notes=("scaled",))


@pytest.mark.parametrize(("value", "typed"), [(0, "0"), (999, "999"), (1200, "1.200"), (12345678, "12.345.678")])
def test_format(value: int, typed: str) -> None:
    assert format_count(value) == typed
