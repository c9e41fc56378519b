"""What cannot be built: a value without a source, a finding without a place."""

import datetime as dt

import pytest

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location, column_letters
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.submission import Record
from tuyentruyen_cli.model.unit import Registry, Unit
from tuyentruyen_cli.model.value import Value, ValueState

PLACE = Location("a.xlsx", "Sheet1", 9, 6)


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")])
def test_columns_have_letters(column: int, letters: str) -> None:
    assert column_letters(column) == letters


def test_an_address_is_a_cell_or_a_whole_file() -> None:
    assert PLACE.cell == "F9"
    assert Location("a.xlsx", "Sheet1").cell is None


def test_a_record_has_one_value_for_each_of_its_measures() -> None:
    with pytest.raises(ValueError, match="one value"):
        Record(PLACE, (), ("items", "duration"), (Value(1, "1", PLACE),))


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (None, ValueState.STATED),
        (None, ValueState.NIL),
        (0, ValueState.NOT_STATED),
        (0, ValueState.REFUSED),
        (None, ValueState.DECIDED),
    ],
)
def test_blank_is_never_zero_and_a_refusal_never_a_number(value: int | None, state: ValueState) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        Value(value, "", PLACE, state)


def test_a_finding_has_a_place() -> None:
    with pytest.raises(ValueError, match="location"):
        Finding("no-table", Severity.ERROR, Location(""))


def test_a_finding_gives_its_arguments_by_name() -> None:
    finding = Finding("range", Severity.ERROR, PLACE, (("typed", "3-4"), ("read", None)))
    assert (finding.argument("typed"), finding.argument("read"), finding.argument("other")) == ("3-4", None, None)


def test_a_unit_is_expected_while_it_exists() -> None:
    old = Unit("ban-bo", "Xã Bản Bo", valid_from=dt.date(2020, 1, 1), valid_to=dt.date(2025, 6, 30))
    registry = Registry((old, Unit("dai", "Đài")))
    assert [u.id for u in registry.on(dt.date(2025, 6, 30)).units] == ["ban-bo", "dai"]
    assert [u.id for u in registry.on(dt.date(2025, 7, 1)).units] == ["dai"]
    assert registry.unit("ban-bo") is old
    assert registry.unit("khac") is None


def test_an_unknown_measure_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        ReportSchema("x", 1, "x", (), ()).measure("items")
