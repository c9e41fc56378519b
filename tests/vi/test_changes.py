"""How much something changed, as reports write it."""

from fractions import Fraction

import pytest

from tuyentruyen_cli.vi.changes import format_percent, signed


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(25, 2), "+12,5%"),
        (Fraction(-2), "-2%"),
        (Fraction(0), "0%"),
        (Fraction(50), "+50%"),
        (Fraction(4998, 100), "+50,0%"),  # rounded, and says so
        (Fraction(1, 100), "+0,0%"),
        (Fraction(-1, 100), "-0,0%"),
        (Fraction(-700, 304), "-2,3%"),
        (Fraction(1234_567, 100), "+12.345,7%"),
        (Fraction(-100), "-100%"),
    ],
)
def test_a_percent(value: Fraction, shown: str) -> None:
    assert format_percent(value) == shown


@pytest.mark.parametrize(("difference", "size", "shown"), [(450, "7,5", "+7,5"), (-450, "7,5", "-7,5"), (0, "0", "0")])
def test_a_difference(difference: int, size: str, shown: str) -> None:
    assert signed(difference, size) == shown
