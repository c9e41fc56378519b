"""Addresses as Excel shows them, and Word."""

import pytest

from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.render.places import address, cells


@pytest.mark.parametrize(
    ("part", "cell", "shown"),
    [
        ("Sheet1", (11, 6), "Sheet1!F11"),
        ("Biểu", (7, 27), "Biểu!AA7"),
        ("Tuần 5", (11, 6), "'Tuần 5'!F11"),
        ("T5", (11, 6), "'T5'!F11"),  # it looks like a cell
        ("R1C1", (1, 1), "'R1C1'!A1"),
        ("5.2", (1, 1), "'5.2'!A1"),
        ("Xã Bản 'Bo'", (1, 1), "'Xã Bản ''Bo'''!A1"),
        ("", (8, 4), "D8"),
        ("table 2", (2, 5), "bảng 2, ô E2"),
        ("table 2", (None, None), "bảng 2"),
        ("Tuần 5", (None, None), "Tuần 5"),
        ("", (None, None), ""),
    ],
)
def test_a_place_is_shown_as_its_program_shows_it(part: str, cell: tuple[int | None, int | None], shown: str) -> None:
    assert address(Location("a.xlsx", part, *cell), "vi") == shown


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ([], ""),
        ([(7, 4)], "D7"),
        ([(7, 4), (8, 4), (9, 4)], "D7:D9"),
        ([(9, 4), (7, 4), (8, 4), (7, 4)], "D7:D9"),
        ([(7, 4), (9, 4)], "D7, D9"),
        ([(7, 4), (8, 4), (7, 5), (8, 5)], "D7:E8"),
        ([(7, 4), (8, 4), (7, 5)], "D7:D8, E7"),
        ([(12, 6), (12, 7), (12, 8), (12, 9)], "F12:I12"),
        ([(7, 4), (7, 6)], "D7, F7"),
        ([(None, None)], ""),
    ],
)
def test_cells_are_named_as_ranges(places: list[tuple[int | None, int | None]], shown: str) -> None:
    assert cells(Location("a.xlsx", "S", row, column) for row, column in places) == shown


def test_of_very_many_the_first_are_named() -> None:
    places = [Location("a.xlsx", "S", row, 4) for row in range(1, 21, 2)]
    assert cells(places, 3) == "D1, D3, D5, …"
