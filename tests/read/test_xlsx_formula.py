import pytest

from tuyentruyen_cli.read.xlsx_formula import SharedFormula, column_number


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("A1", "B3"),
        ("$A$1+$A1+A$1", "$A$1+$A3+B$1"),
        ("SUM(A1:B2)", "SUM(B3:C4)"),
        ("SUM(A:B)+SUM($A:B)", "SUM(B:C)+SUM($A:C)"),
        ("SUM(1:2)+SUM($1:2)", "SUM(3:4)+SUM($1:4)"),
        ('"A1"&A1', '"A1"&B3'),
        ("'Tuần A1'!A1+Sheet1!A1", "'Tuần A1'!B3+Sheet1!B3"),
        ("LOG10(A1)+ATAN2(A1,1)", "LOG10(B3)+ATAN2(B3,1)"),
        ("A1!B1", "A1!C3"),
        ("Z9+XFD1048576", "AA11+A2"),
        ("_A1+TA1.B2+A1_x", "_A1+TA1.B2+A1_x"),
        ("\"it's\"&1.5E3", "\"it's\"&1.5E3"),
        ('"a""A1"&A1', '"a""A1"&B3'),
    ],
)  # fmt: skip
def test_relative_references_move_one_right_and_two_down(text: str, moved: str) -> None:
    assert SharedFormula(text, 5, 5).at(7, 6) == moved


def test_column_numbers() -> None:
    assert [column_number(letters) for letters in ("A", "z", "AA", "XFD")] == [1, 26, 27, 16_384]
    assert column_number("") > 16_384
    assert column_number("Ă") > 16_384
