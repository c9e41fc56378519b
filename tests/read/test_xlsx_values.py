"""What one cell of a workbook comes to."""

import datetime as dt
from collections.abc import Callable

import pytest

from tuyentruyen_cli.model.sheet import Cell, CellKind, Reading

One = Callable[..., Cell]

at = dt.datetime.fromisoformat  # a moment as cells have it, without a time zone
FORMATS = ("General", "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "[h]:mm:ss", "h:mm", "mm:ss", "#,##0 d", "0.00")
STYLES = (
    "<numFmts>"
    + "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{code}"/>' for n, code in enumerate(FORMATS))
    + "</numFmts><cellXfs>"
    + "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(FORMATS)))
    + "</cellXfs>"
)


def dated(one: One, value: str, code: str, settings: str = "") -> Cell:
    return one(f"<v>{value}</v>", f's="{FORMATS.index(code)}"', styles=STYLES, settings=settings)


@pytest.mark.parametrize(
    ("value", "raw", "text"),
    [
        ("12", 12, "12"),
        ("12.0", 12, "12"),
        ("1.2", 1.2, "1.2"),
        ("-5", -5, "-5"),
        ("1E2", 100, "100"),
        ("-0", 0, "0"),
        ("0.1", 0.1, "0.1"),
        ("11.999999999999998", 11.999999999999998, "11.999999999999998"),
        ("9007199254740991", 2**53 - 1, "9007199254740991"),
        ("1234567890123456789", 1234567890123456789.0, "1.2345678901234568e+18"),
    ],
)
def test_a_number_is_an_int_where_it_is_whole_and_exact(one: One, value: str, raw: float, text: str) -> None:
    cell = one(f"<v>{value}</v>")
    assert (cell.kind, cell.raw, cell.text, cell.problem) == (CellKind.NUMBER, raw, text, "")
    assert type(cell.raw) is type(raw)


@pytest.mark.parametrize("value", ["abc", "nan", "inf", "1_000", "1e999", "0x10", "１２", "1,5"])
def test_what_is_no_number_is_refused(one: One, value: str) -> None:
    cell = one(f"<v>{value}</v>")
    assert (cell.kind, cell.raw, cell.problem) == (CellKind.BLANK, None, "unknown-content")


def test_spaces_around_a_number_are_a_disagreement(one: One) -> None:
    # The schema lets them be; calamine reads a text. A figure on which engines disagree is refused.
    assert one("<v> 5 </v>").problem == "readings-differ"


def test_booleans(one: One) -> None:
    assert one("<v>1</v>", 't="b"')[2:5] == (CellKind.BOOLEAN, True, "TRUE")
    assert one("<v>0</v>", 't="b"')[2:5] == (CellKind.BOOLEAN, False, "FALSE")


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"])
def test_an_error_is_kept_as_its_text(one: One, error: str) -> None:
    cell = one(f"<f>Sheet9!A1</f><v>{error}</v>", 't="e"')
    assert (cell.kind, cell.raw, cell.text) == (CellKind.ERROR, error, error)
    assert (cell.problem, cell.formula) == ("error-cell", "Sheet9!A1")


def test_a_formula_with_its_value(one: One) -> None:
    assert one("<f>SUM(B1:B9)</f><v>45</v>")[2:7] == (CellKind.NUMBER, 45, "45", "General", "SUM(B1:B9)")


@pytest.mark.parametrize(
    ("inside", "attributes"),
    [
        ("<f>B1*2</f>", ""),
        ("<f>B1*2</f><v></v>", ""),
        ("<f>B1*2</f><v/>", 't="n"'),
        ('<f>B1&amp;"x"</f>', 't="str"'),
        ("<f/>", ""),
    ],
)
def test_a_formula_without_a_value_is_refused(one: One, inside: str, attributes: str) -> None:
    cell = one(inside, attributes)
    assert (cell.kind, cell.raw, cell.text, cell.problem) == (CellKind.BLANK, None, "", "uncached-formula")


def test_a_formula_whose_value_is_an_empty_text(one: One) -> None:
    cell = one('<f>IF(B1,"x","")</f><v></v>', 't="str"')
    assert (cell.kind, cell.raw, cell.problem) == (CellKind.TEXT, "", "")


def test_zero_in_a_file_that_was_never_calculated_is_no_value(one: One) -> None:
    # XlsxWriter writes 0 behind each formula and asks the first program that opens the file to calculate.
    never = '<calcPr calcId="124519" fullCalcOnLoad="1"/>'
    assert one("<f>B1*2</f><v>0</v>", settings=never).problem == "uncached-formula"
    assert one("<f>B1*2</f><v>8</v>", settings=never).raw == 8
    assert one("<v>0</v>", settings=never).raw == 0
    assert one("<f>B1*2</f><v>0</v>").raw == 0


def test_shared_formulas_are_moved(cells: Callable[..., dict[str, Cell]]) -> None:
    found = cells(
        '<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1+$B$1*SUM(A$1:B1)</f><v>1</v></c></row>'
        '<row r="3"><c r="D3"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    assert found["C1"].formula == "A1+$B$1*SUM(A$1:B1)"
    assert found["D3"].formula == "B3+$B$1*SUM(B$1:C3)"


def test_a_shared_formula_whose_text_is_nowhere(one: One) -> None:
    assert one('<f t="shared" si="3"/><v>2</v>')[3:8] == (2, "2", "General", "", "")
    assert one('<f t="shared" si="3"/>').problem == "uncached-formula"


def test_array_and_table_formulas(cells: Callable[..., dict[str, Cell]]) -> None:
    found = cells(
        '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>1</v></c>'
        '<c r="B1"><f t="dataTable" ref="B1:B2" r1="F1"/><v>3</v></c></row>'
    )
    assert [cell.formula for cell in found.values()] == ["B1:B2*2", "TABLE(F1,)"]


@pytest.mark.parametrize(
    ("value", "code", "raw", "text"),
    [
        ("44231", "dd/mm/yyyy", at("2021-02-04"), "04/02/2021"),
        ("44231.2291666667", "dd/mm/yyyy hh:mm", at("2021-02-04T05:30"), "04/02/2021 5:30:00"),
        ("59", "dd/mm/yyyy", at("1900-02-28"), "28/02/1900"),
        ("61", "dd/mm/yyyy", at("1900-03-01"), "01/03/1900"),
        ("0.5", "dd/mm/yyyy hh:mm", at("1899-12-31T12:00"), "31/12/1899 12:00:00"),
        ("2958465", "dd/mm/yyyy", at("9999-12-31"), "31/12/9999"),
    ],
)
def test_dates(one: One, value: str, code: str, raw: dt.datetime, text: str) -> None:
    cell = dated(one, value, code)
    assert cell[2:6] == (CellKind.DATE, raw, text, code)
    assert cell.problem == ""


@pytest.mark.parametrize(
    ("value", "code", "seconds", "text"),
    [
        ("1.104166666666667", "[h]:mm:ss", 95_400, "26:30:00"),
        ("1.104166666666667", "h:mm", 95_400, "26:30:00"),
        ("0.229166666666667", "h:mm", 19_800, "5:30:00"),
        ("0.003819444444444444", "mm:ss", 330, "0:05:30"),
        ("0", "[h]:mm:ss", 0, "0:00:00"),
        ("60", "[h]:mm:ss", 60 * 86_400, "1440:00:00"),
        ("0.00000578703703703704", "mm:ss", 0.5, "0:00:00.5"),
    ],
)
def test_durations(one: One, value: str, code: str, seconds: float, text: str) -> None:
    cell = dated(one, value, code)
    assert cell[2:6] == (CellKind.DURATION, dt.timedelta(seconds=seconds), text, code)
    assert cell.problem == ""


def test_the_1904_system(one: One) -> None:
    mac = '<workbookPr date1904="1"/>'
    assert dated(one, "42769", "dd/mm/yyyy", mac).raw == at("2021-02-04")
    assert dated(one, "1.5", "h:mm", mac)[2:4] == (CellKind.DURATION, dt.timedelta(days=1.5))
    assert dated(one, "0", "dd/mm/yyyy", mac)[3:8:4] == (at("1904-01-01"), "")


@pytest.mark.parametrize(
    ("value", "code"),
    [("60", "dd/mm/yyyy"), ("-1", "dd/mm/yyyy"), ("3000000", "dd/mm/yyyy"), ("-0.5", "[h]:mm:ss"), ("7", "#,##0 d")],
)
def test_a_number_that_its_format_cannot_show_is_no_figure(one: One, value: str, code: str) -> None:
    cell = dated(one, value, code)
    assert (cell.kind, cell.problem) == (CellKind.NUMBER, "readings-differ")


def test_iso_dates(one: One) -> None:
    assert one("<v>2021-02-04T05:30:00</v>", 't="d"')[2:5] == (
        CellKind.DATE,
        at("2021-02-04T05:30"),
        "04/02/2021 5:30:00",
    )
    assert one("<v>2021-02-04</v>", 't="d"').raw == at("2021-02-04")
    assert one("<v>05:30:00</v>", 't="d"')[2:4] == (CellKind.DURATION, dt.timedelta(hours=5, minutes=30))
    assert one("<v>2021-02-30</v>", 't="d"').problem == "unknown-content"
    assert one("<v>hôm qua</v>", 't="d"').problem == "unknown-content"


def test_a_style_that_the_file_does_not_have_says_nothing_of_a_number(one: One) -> None:
    assert one("<v>44231</v>", 's="99"').problem == "readings-differ"


def test_two_values_in_one_cell(one: One) -> None:
    assert one("<v>5</v><v>6</v>").problem == "readings-differ"


@pytest.mark.parametrize("attributes", ['t="z"', 't="s"', 't="b"'])
def test_values_that_their_type_does_not_allow(read: Callable[..., Reading], attributes: str) -> None:
    # calamine refuses the whole file for the first two; the third it reads.
    reading = read(f'<row r="1"><c r="A1" {attributes}><v>9</v></c></row>')
    problems = [cell.problem for sheet in reading.sheets for cell in sheet.cells]
    assert problems == ["unknown-content"] or reading.findings[0].arguments[0] == ("reason", "engine")


def test_an_inline_text_in_a_cell_of_another_type(cells: Callable[..., dict[str, Cell]]) -> None:
    stray = '<c r="A1"><is><t>7</t></is></c><c r="B1" t="inlineStr"><is><t>8</t></is></c><c r="C1" t="inlineStr"><v>9</v></c>'
    found = cells(f'<row r="1">{stray}</row>')
    assert {address: (cell.raw, cell.problem) for address, cell in found.items()} == {
        "A1": (None, "unknown-content"),
        "B1": ("8", ""),
        "C1": (None, "unknown-content"),
    }


def test_cells_with_nothing_in_them_are_left_out(cells: Callable[..., dict[str, Cell]]) -> None:
    empty = '<c r="A1" s="0"/><c r="B1"><v></v></c><c r="C1" t="str"><v></v></c><c r="D1" t="inlineStr"><is><t/></is></c>'
    assert cells(f'<row r="1">{empty}</row>') == {}


@pytest.mark.parametrize(
    ("mark", "problem"),
    [("<strike/>", "hidden-text"), ('<strike val="1"/>', "hidden-text"), ('<strike val="0"/>', ""), ("<b/>", "")],
)
def test_a_number_that_is_struck_out_is_no_figure(one: One, mark: str, problem: str) -> None:
    struck = f'<fonts><font><name val="Arial"/></font><font>{mark}<name val="Arial"/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>'
    assert one("<v>12</v>", 's="1"', styles=struck).problem == problem
    assert one("<v>12</v>", 's="0"', styles=struck).problem == ""
