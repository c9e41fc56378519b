"""Ways of writing a number: at most one fits."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.vi import digits
from tuyentruyen_cli.vi.digits import Writing, read_digits

LAW = settings(deadline=None, max_examples=300)


@pytest.mark.parametrize(
    ("typed", "writing", "value"),
    [
        ("12", Writing.PLAIN, "12"),
        ("02", Writing.PLAIN, "2"),
        ("0012", Writing.PLAIN, "12"),
        ("1.200", Writing.DOTS, "1200"),
        ("12.345.678", Writing.DOTS, "12345678"),
        ("1 200", Writing.SPACES, "1200"),
        ("1,200", Writing.COMMAS, "1200"),
        ("1,5", Writing.DECIMAL_COMMA, "1.5"),
        ("1.200,5", Writing.DECIMAL_COMMA, "1200.5"),
        ("1.200,500", Writing.DECIMAL_COMMA, "1200.5"),
        ("0,33", Writing.DECIMAL_COMMA, "0.33"),
        ("7.5", Writing.DECIMAL_POINT, "7.5"),
        ("1.2345", Writing.DECIMAL_POINT, "1.2345"),
    ],
)
def test_one_way(typed: str, writing: Writing, value: str) -> None:
    assert read_digits(typed) == (writing, Fraction(value))


@pytest.mark.parametrize(
    "typed",
    [
        *("0.500", "0,500", "012.345", "12.34.567", "1.200.30", "1,200.5", "1 200.300", "1.200 300", "1500,500", "1500.500"),
        *("0912345678", "99999999999999999", "9.007.199.254.740.993", "1..2", "1 2", "1 200 30", "", "12.", ".5"),
    ],
)
def test_no_way(typed: str) -> None:
    assert read_digits(typed).writing is Writing.MALFORMED


@LAW
@given(st.text(alphabet="0123456789., ", max_size=14))
def test_at_most_one_way_fits(typed: str) -> None:
    assert sum(bool(pattern.fullmatch(typed)) for _, pattern in digits._WAYS) <= 1
