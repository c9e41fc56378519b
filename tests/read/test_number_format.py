import pytest

from tuyentruyen_cli.model.sheet import CellKind
from tuyentruyen_cli.read.number_format import built_in, kind_of_format

NUMBERS = (
    "General", "Standard", "0", "#,##0", "0.00", "0%", "0.00E+00", "@", "", '0 "d"', "0\\d", '0" phút"', "[Red]0", "[$₫-42A]#,##0",
    "[>=1000]#,##0;0", "_(* #,##0_);_(* (#,##0)", ";;;", "# ?/?", '"ngày "0', "0_d", "0*d", '"x', "[h", "\\",
)  # fmt: skip
DATES = (
    "dd/mm/yyyy", "d/m/yy h:mm", "[$-42A]dd mmmm yyyy", "[$-F800]dddd\\, mmmm dd", "yyyy", "mmm", "mm", "mm.yyyy", 'yyyy"年"m"月"',
    "dd/mm/yyyy;@", "m/d", "ggge", "[Red]d", "h:mm d", "mm hh",
)  # fmt: skip
DURATIONS = (
    "[h]:mm", "[h]:mm:ss;@", "h:mm", "hh:mm:ss", "mm:ss", "[mm]:ss", "[s]", "ss.0", "mm:ss.00", "h:mm AM/PM", 'h" giờ "mm" phút"',
    "[hh]:mm", "h:mm;;", "[m]", "H:MM",
)  # fmt: skip
UNSETTLED = ("#,##0 d", "[<1]h:mm;0", "hh:mm;0", "0;dd/mm", "General d", "d;h:mm")


@pytest.mark.parametrize("code", NUMBERS)
def test_numbers(code: str) -> None:
    assert kind_of_format(code) is CellKind.NUMBER


@pytest.mark.parametrize("code", DATES)
def test_dates(code: str) -> None:
    assert kind_of_format(code) is CellKind.DATE


@pytest.mark.parametrize("code", DURATIONS)
def test_durations(code: str) -> None:
    assert kind_of_format(code) is CellKind.DURATION


@pytest.mark.parametrize("code", UNSETTLED)
def test_codes_that_say_two_things(code: str) -> None:
    assert kind_of_format(code) is None


def test_built_in_formats() -> None:
    kinds: dict[CellKind | None, list[int]] = {}
    for number in range(60):
        kinds.setdefault(kind_of_format(built_in(number)), []).append(number)
    assert kinds[CellKind.DATE] == [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, *range(50, 59)]
    assert kinds[CellKind.DURATION] == [18, 19, 20, 21, 32, 33, 45, 46, 47]
    assert None not in kinds
