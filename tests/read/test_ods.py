"""OpenDocument spreadsheets: values, what is hidden, what is repeated, and what is no data."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.model.sheet import Cell, CellKind, Merge, Reading, Sheet
from tuyentruyen_cli.read import ods, ods_table
from tuyentruyen_cli.read.engine import SecondSheet
from tuyentruyen_cli.read.file import read_bytes

Pack = Callable[[Mapping[str, bytes]], bytes]
Read = Callable[..., Reading]

at = dt.datetime.fromisoformat  # a moment as cells have it, without a time zone
NAMES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}"'
    for prefix, name in {
        "office": "office:1.0",
        "table": "table:1.0",
        "text": "text:1.0",
        "style": "style:1.0",
        "number": "datastyle:1.0",
        "fo": "xsl-fo-compatible:1.0",
        "svg": "svg-compatible:1.0",
        "draw": "drawing:1.0",
    }.items()
)
NAMES += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
MANIFEST = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
FIVE = '<table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>'
ROW = f"<table:table-row>{FIVE}</table:table-row>"
LEGACY = '<style:style style:name="old" style:family="{0}"><style:text-properties style:font-name="F1"/></style:style>'
FACE = """<style:font-face style:name="F1" svg:font-family="'.VnTime', serif"/>"""


def parts_of(
    rows: str, *, automatic: str = "", named: str = "", faces: str = "", tables: str = "", around: str = "{}"
) -> dict[str, bytes]:
    """The parts of a spreadsheet with one table, ``Tuần 5``; ``around`` is what stands beside the tables."""
    tables = tables or f'<table:table table:name="Tuần 5">{rows}</table:table>'
    texts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f"<office:document-content{NAMES}><office:font-face-decls>{faces}</office:font-face-decls>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{around.format(tables)}</office:spreadsheet></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles{NAMES}><office:styles>{named}</office:styles>"
        '<office:automatic-styles><style:style style:name="old" style:family="table-cell"/></office:automatic-styles>'
        "<office:master-styles><style:header><text:p>x</text:p></style:header></office:master-styles></office:document-styles>",
        "META-INF/manifest.xml": f'<manifest:manifest {MANIFEST}><manifest:file-entry manifest:full-path="/"/></manifest:manifest>',
    }
    return {name: text.encode() for name, text in texts.items()}


@pytest.fixture
def read(pack: Pack) -> Read:
    def reading(rows: str = ROW, **words: str) -> Reading:
        return read_bytes(pack(parts_of(rows, **words)), "a.ods")

    return reading


@pytest.fixture
def cells(read: Read) -> Callable[..., dict[str, Cell]]:
    """The cells of the one table by address."""

    def by_address(rows: str, **words: str) -> dict[str, Cell]:
        sheet = only_sheet(read(rows, **words))
        return {str(sheet.locate(cell).cell): cell for cell in sheet.cells}

    return by_address


@pytest.fixture
def one(cells: Callable[..., dict[str, Cell]]) -> Callable[..., Cell]:
    """The one cell of a table, given as the inside and attributes of its element at A1."""

    def cell(inside: str, attributes: str = "", **words: str) -> Cell:
        found = cells(f"<table:table-row><table:table-cell {attributes}>{inside}</table:table-cell></table:table-row>", **words)
        assert list(found) == ["A1"]
        return found["A1"]

    return cell


def only_sheet(reading: Reading) -> Sheet:
    assert reading.findings == ()
    (sheet,) = reading.sheets
    return sheet


def refusal(reading: Reading) -> tuple[str, object]:
    assert reading.sheets == ()
    (finding,) = reading.findings
    return finding.rule, finding.argument("reason")


def value(kind: str, attribute: str = "", of: str = "") -> str:
    return f'office:value-type="{kind}"' + (f' office:{attribute}="{of}"' if attribute else "")


@pytest.mark.parametrize(
    ("attributes", "inside", "kind", "raw", "text"),
    [
        (value("float", "value", "12"), "<text:p>12</text:p>", CellKind.NUMBER, 12, "12"),
        (value("float", "value", "1.5E3"), "", CellKind.NUMBER, 1500, "1500"),
        (value("float", "value", "0.1"), "<text:p>###</text:p>", CellKind.NUMBER, 0.1, "0.1"),
        (value("percentage", "value", "0.95"), "<text:p>95%</text:p>", CellKind.NUMBER, 0.95, "95%"),
        (value("currency", "value", "7"), "<text:p>7 đ</text:p>", CellKind.NUMBER, 7, "7"),
        (value("boolean", "boolean-value", "true"), "", CellKind.BOOLEAN, True, "TRUE"),
        (value("date", "date-value", "2021-02-04"), "", CellKind.DATE, at("2021-02-04"), "04/02/2021"),
        (value("date", "date-value", "2021-02-04T05:30:00"), "", CellKind.DATE, at("2021-02-04T05:30"), "04/02/2021 5:30:00"),
        (value("time", "time-value", "PT00H05M30S"), "", CellKind.DURATION, dt.timedelta(seconds=330), "0:05:30"),
        (value("time", "time-value", "PT05H29M59.9999999S"), "", CellKind.DURATION, dt.timedelta(hours=5.5), "5:30:00"),
        (value("time", "time-value", "PT26H30M00S"), "", CellKind.DURATION, dt.timedelta(hours=26.5), "26:30:00"),
        (value("time", "time-value", "P1DT1H"), "", CellKind.DURATION, dt.timedelta(hours=25), "25:00:00"),
        (value("string"), "<text:p>5</text:p>", CellKind.TEXT, "5", "5"),
        (value("string", "string-value", "Loa"), "<text:p>Loa</text:p>", CellKind.TEXT, "Loa", "Loa"),
        (value("string", "string-value", "Loa"), "", CellKind.TEXT, "Loa", "Loa"),
    ],
)
def test_values(one: Callable[..., Cell], attributes: str, inside: str, kind: CellKind, raw: Any, text: str) -> None:
    cell = one(inside, attributes)
    assert (cell.kind, cell.raw, cell.text, cell.problem) == (kind, raw, text, "")


@pytest.mark.parametrize(
    "attributes",
    [
        value("float", "value", "nan"),
        value("float", "value", "1,5"),
        value("float"),
        value("boolean", "boolean-value", "có"),
        value("date", "date-value", "04/02/2021"),
        value("date", "date-value", "2021-02-30"),
        value("time", "time-value", "-PT05H"),
        value("time", "time-value", "PT"),
        value("time", "time-value", "P999999999DT999999999H"),
        value("void"),
    ],
)
def test_values_that_are_none(read: Read, attributes: str) -> None:
    reading = read(f"<table:table-row><table:table-cell {attributes}/></table:table-row>")
    if reading.findings:  # some make the other engine give up
        assert refusal(reading) == ("unreadable-file", "engine")
    else:
        (cell,) = only_sheet(reading).cells
        assert (cell.kind, cell.problem) == (CellKind.BLANK, "unknown-content")


@pytest.mark.parametrize(
    ("inside", "raw"),
    [
        ("<text:p>a</text:p><text:p/><text:p>b</text:p>", "a\n\nb"),
        ('<text:p>a<text:s text:c="3"/>b<text:s/>c</text:p>', "a   b c"),
        ("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"),
        ("<text:p>\n  a <text:span> b</text:span>\n c</text:p>", "a b c"),
        ("<text:p><text:span>1</text:span><text:a>2</text:a><text:date>3</text:date></text:p>", "123"),
        ("<office:annotation><text:p>9</text:p></office:annotation><text:p>a</text:p>", "a"),
        ("<text:p>a<office:annotation><text:p>9</text:p></office:annotation>b</text:p>", "ab"),
        ("<draw:frame><draw:text-box><text:p>9</text:p></draw:text-box></draw:frame><text:p>a</text:p>", "a"),
        ("<text:p>a<!-- x -->&amp;b</text:p>", "a&b"),
    ],
)
def test_texts(one: Callable[..., Cell], inside: str, raw: str) -> None:
    cell = one(inside, value("string"))
    assert (cell.raw, cell.problem) == (raw, "")


def test_what_is_shown_and_what_is_stored_must_be_one_text(one: Callable[..., Cell]) -> None:
    assert one("<text:p>5</text:p>", value("string", "string-value", "7")).problem == "readings-differ"
    assert one("<text:p>a  b</text:p>", value("string", "string-value", "a b")).problem == ""


def test_a_cell_without_a_type_is_nothing_to_one_engine(one: Callable[..., Cell]) -> None:
    assert one("<text:p>5</text:p>").problem == "readings-differ"


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        (f'table:formula="of:=1" calcext:value-type="error" {value("string", "string-value", "")}', "#REF!"),
        (f'table:formula="of:=1" {value("string")}', "#N/A"),
        (f'table:formula="of:=1" {value("float", "value", "0")}', "Err:502"),
        (value("float", "value", "0"), "#DIV/0!"),
        (value("float", "value", "0"), "#GIÁTRỊ!"),
    ],
)
def test_errors(one: Callable[..., Cell], attributes: str, shown: str) -> None:
    cell = one(f"<text:p>{shown}</text:p>", attributes)
    assert (cell.kind, cell.raw, cell.problem) == (CellKind.ERROR, shown, "error-cell")


def test_a_text_that_looks_like_an_error_is_a_text(one: Callable[..., Cell]) -> None:
    assert one("<text:p>#N/A</text:p>", value("string")).kind is CellKind.TEXT
    assert one("<text:p># Tin</text:p>", f'table:formula="of:=1" {value("string")}').kind is CellKind.TEXT


@pytest.mark.parametrize("attributes", ["", value("float"), value("time"), value("date")])
@pytest.mark.parametrize("inside", ["", "<text:p>5</text:p>"])
def test_a_formula_that_no_one_calculated(one: Callable[..., Cell], attributes: str, inside: str) -> None:
    cell = one(inside, f'table:formula="of:=SUM([.B1:.B2])" {attributes}')
    assert (cell.kind, cell.formula, cell.problem) == (CellKind.BLANK, "SUM([.B1:.B2])", "uncached-formula")


@pytest.mark.parametrize(("attributes", "raw"), [(value("float", "value", "0"), 0), (value("string"), "")])
def test_a_formula_with_its_result(one: Callable[..., Cell], attributes: str, raw: object) -> None:
    cell = one("", f'table:formula="of:=B1" {attributes}')
    assert (cell.raw, cell.problem) == (raw, "")


def test_repeats_of_values_are_cells_and_repeats_of_nothing_are_not(cells: Callable[..., dict[str, Cell]]) -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/>'
        f'{FIVE.replace("<table:table-cell", """<table:table-cell table:number-columns-repeated="2" """)}'
        '<table:table-cell table:number-columns-repeated="16381"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        f"{ROW}"
    )
    assert [(name, cell.raw, cell.problem) for name, cell in cells(rows).items()] == [
        ("B1", 5, ""), ("C1", 5, ""), ("B2", 5, ""), ("C2", 5, ""), ("A1048576", 5, ""),
    ]  # fmt: skip


def test_cells_far_apart_cost_nothing(cells: Callable[..., dict[str, Cell]]) -> None:
    late = f"<table:table-cell {value('time', 'time-value', 'PT26H30M00S')}/>"
    text = f"<table:table-cell {value('string')}><text:p>a&amp;b</text:p><text:p>c</text:p></table:table-cell>"
    rows = (
        f'<table:table-row table:number-rows-repeated="2">{FIVE}{late}{text}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell/></table:table-row>'
        f'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>{FIVE}</table:table-row>'
    )
    assert [(name, cell.raw, cell.problem) for name, cell in cells(rows).items()] == [
        ("A1", 5, ""), ("B1", dt.timedelta(hours=26.5), ""), ("C1", "a&b\nc", ""),
        ("A2", 5, ""), ("B2", dt.timedelta(hours=26.5), ""), ("C2", "a&b\nc", ""),
        ("XFD1048576", 5, ""),
    ]  # fmt: skip


def test_the_second_reading_of_far_cells_is_one(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def other(*_: object) -> tuple[SecondSheet, ...]:
        return (SecondSheet("Tuần 5", {(1, 1): 6.0}),)

    monkeypatch.setattr(ods, "_MAX_AREA", 0)
    assert [cell.problem for cell in only_sheet(read()).cells] == [""]
    monkeypatch.setattr("tuyentruyen_cli.read.ods_packed.second_reading", other)
    assert [cell.problem for cell in only_sheet(read()).cells] == ["readings-differ"]


def test_two_engines_that_differ(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ods, "second_reading", lambda *_: (SecondSheet("Tuần 5", {(1, 1): 6.0, (2, 1): "x"}),))
    assert [(cell.row, cell.problem) for cell in only_sheet(read()).cells] == [(1, "readings-differ"), (2, "readings-differ")]


def test_merges_and_what_is_under_them(read: Read) -> None:
    spans = FIVE.replace(
        "<table:table-cell", '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" '
    )
    covered = "<table:covered-table-cell/>"
    under = FIVE.replace("table-cell", "covered-table-cell")
    rows = f"<table:table-row>{spans}{covered}</table:table-row><table:table-row>{covered}{under}{FIVE}</table:table-row>"
    sheet = only_sheet(read(rows))
    assert sheet.merges == (Merge(1, 1, 2, 2),)
    assert [(cell.row, cell.column, cell.merged_into) for cell in sheet.cells] == [(1, 1, None), (2, 2, (1, 1)), (2, 3, None)]


def test_merges_in_rows_that_are_repeated(read: Read) -> None:
    row = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-spanned="2"/></table:table-row>'
    )
    assert only_sheet(read(row + ROW)).merges == (Merge(1, 1, 1, 2), Merge(2, 1, 2, 2))


FLAT = (
    '<style:style style:name="flat" style:family="table-row"><style:table-row-properties style:row-height="0cm"/></style:style>'
    '<style:style style:name="flat" style:family="table-column"><style:table-column-properties style:column-width="0.00in"/>'
    "</style:style>"
    '<style:style style:name="low" style:family="table-row"><style:table-row-properties style:row-height="0.45cm"/></style:style>'
)


@pytest.mark.parametrize(
    ("rows", "hidden"),
    [
        (ROW, False),
        (ROW.replace("table-row>", 'table-row table:visibility="collapse">', 1), True),
        (ROW.replace("table-row>", 'table-row table:visibility="filter">', 1), True),
        (ROW.replace("table-row>", 'table-row table:style-name="flat">', 1), True),
        (ROW.replace("table-row>", 'table-row table:style-name="low">', 1), False),
        (f'<table:table-row-group table:display="false">{ROW}</table:table-row-group>', True),
        (f'<table:table-row-group table:display="false"><table:table-row-group>{ROW}</table:table-row-group></table:table-row-group>', True),
        (f"<table:table-row-group>{ROW}</table:table-row-group>", False),
        (f'<table:table-row-group table:display="false"/>{ROW}', False),
        (f"<table:table-header-rows>{ROW}</table:table-header-rows>", False),
        (f"<table:table-rows>{ROW}</table:table-rows>", False),
        (f'<table:table-column table:visibility="collapse"/>{ROW}', True),
        (f'<table:table-column/><table:table-column table:visibility="collapse"/>{ROW}', False),
        (f'<table:table-column table:number-columns-repeated="3" table:visibility="filter"/>{ROW}', True),
        (f'<table:table-column table:style-name="flat"/>{ROW}', True),
        (f'<table:table-column-group table:display="false"><table:table-column/></table:table-column-group>{ROW}', True),
        (f'<table:table-header-columns><table:table-column table:visibility="collapse"/></table:table-header-columns>{ROW}', True),
    ],
)  # fmt: skip
def test_hidden_rows_and_columns(cells: Callable[..., dict[str, Cell]], rows: str, hidden: bool) -> None:
    assert cells(rows, automatic=FLAT)["A1"].hidden is hidden


def test_hidden_tables(read: Read) -> None:
    hidden = '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
    tables = (
        f'<table:table table:name="A" table:style-name="h">{ROW}</table:table><table:table table:name="B">{ROW}</table:table>'
        f'<table:table table:name="C"><table:scenario table:is-active="false"/>{ROW}</table:table>'
    )
    reading = read(tables=tables, automatic=hidden)
    assert [(sheet.part, sheet.hidden, len(sheet.cells)) for sheet in reading.sheets] == [
        ("A", True, 1),
        ("B", False, 1),
        ("C", True, 1),
    ]


@pytest.mark.parametrize(
    "around",
    [
        f"<table:tracked-changes><table:deletion>{ROW}</table:deletion></table:tracked-changes>{{}}",
        "<table:content-validations><table:content-validation/></table:content-validations>{}",
        "{}<table:named-expressions/><table:database-ranges/>",
    ],
)
def test_what_is_beside_the_tables_is_no_data(read: Read, around: str) -> None:
    assert len(only_sheet(read(around=around)).cells) == 1


def test_drawings_of_a_table_are_no_data(cells: Callable[..., dict[str, Cell]]) -> None:
    shapes = "<table:shapes><draw:frame><draw:text-box><text:p>9</text:p></draw:text-box></draw:frame></table:shapes>"
    assert list(cells(shapes + ROW)) == ["A1"]


def test_legacy_fonts_of_cells_columns_rows_and_spans(cells: Callable[..., dict[str, Cell]]) -> None:
    old = f"<table:table-cell {value('string')}><text:p>X· B¶n Bo</text:p></table:table-cell>"
    styled = old.replace("<table:table-cell", '<table:table-cell table:style-name="child"')
    span = f'<table:table-cell {value("string")}><text:p>Ghi <text:span text:style-name="old">tuÇ<text:span>n</text:span></text:span></text:p></table:table-cell>'
    child = '<style:style style:name="child" style:family="table-cell" style:parent-style-name="old"/>'
    found = cells(
        f'<table:table-column/><table:table-column table:default-cell-style-name="old"/>'
        f"<table:table-row>{styled}{old}{span}</table:table-row>"
        f'<table:table-row table:default-cell-style-name="old">{old}</table:table-row>',
        faces=FACE,
        automatic=LEGACY.format("table-cell") + LEGACY.format("text") + child,
    )
    assert {name: (cell.text, cell.font) for name, cell in found.items()} == {
        "A1": ("Xã Bản Bo", "tcvn3"), "B1": ("Xã Bản Bo", "tcvn3"), "C1": ("Ghi tuần", "tcvn3"), "A2": ("Xã Bản Bo", "tcvn3"),
    }  # fmt: skip
    assert {name: cell.raw for name, cell in found.items()}["A1"] == "X· B¶n Bo"


def test_a_number_that_is_raised_or_struck_out_is_not_one_with_its_neighbour(cells: Callable[..., dict[str, Cell]]) -> None:
    style = '<style:style style:name="{0}" style:family="{1}"><style:text-properties {2}/></style:style>'
    raised = style.format("raised", "text", 'style:text-position="super 58%"')
    struck = style.format("struck", "text", 'style:text-line-through-type="single"')
    crossed = style.format("crossed", "table-cell", 'style:text-line-through-style="solid"')
    found = cells(
        f'<table:table-row><table:table-cell {value("string")}><text:p>6<text:span text:style-name="raised">2</text:span></text:p>'
        f'</table:table-cell><table:table-cell {value("string")}><text:p>6<text:span text:style-name="struck">2</text:span></text:p>'
        '</table:table-cell><table:table-cell table:style-name="crossed" office:value-type="float" office:value="5"><text:p>5</text:p>'
        "</table:table-cell></table:table-row>",
        automatic=raised + struck + crossed,
    )
    assert {name: (cell.text, cell.problem) for name, cell in found.items()} == {
        "A1": ("6²", ""), "B1": ("62", "hidden-text"), "C1": ("5", "hidden-text"),
    }  # fmt: skip


def test_the_default_style_and_styles_that_go_in_circles(one: Callable[..., Cell]) -> None:
    default = (
        """<style:default-style style:family="table-cell"><style:text-properties fo:font-family="'.VnTime'"/></style:default-style>"""
        '<style:style style:name="Default" style:family="table-cell"/>'
    )
    text = "<text:p>X·</text:p>"
    assert one(text, value("string"), named=default).text == "Xã"
    circle = '<style:style style:name="c" style:family="table-cell" style:parent-style-name="c"/>'
    assert one(text, f'{value("string")} table:style-name="c"', automatic=circle).text == "X·"


def piece(local: str, **attributes: str) -> str:
    """An element of a data style."""
    said = "".join(f' number:{name.replace("_", "-")}="{text}"' for name, text in attributes.items())
    return f"<number:{local}{said}/>"


def literal(text: str, local: str = "text") -> str:
    return f"<number:{local}>{text}</number:{local}>"


HOURS, MINUTES, SECONDS = piece("hours"), piece("minutes", style="long"), piece("seconds", style="long")
COLON, DIGIT = literal(":"), piece("number", min_integer_digits="1")


@pytest.mark.parametrize(
    ("kind", "pieces", "code"),
    [
        ("time-style", [HOURS, COLON, MINUTES], "h:mm"),
        ("time-style", [MINUTES, COLON, piece("seconds", style="long", decimal_places="2")], "mm:ss.00"),
        ("time-style", [piece("hours", style="long"), literal(" "), piece("am-pm")], "hh AM/PM"),
        ('time-style number:truncate-on-overflow="false"', [HOURS, COLON, MINUTES, COLON, SECONDS], "[h]:mm:ss"),
        ('time-style number:truncate-on-overflow="false"', [MINUTES, COLON, SECONDS], "[mm]:ss"),
        ("date-style", [piece("day"), literal("/"), piece("month", textual="true"), literal("."), piece("year")], "d/mmm.yy"),
        ("number-style", [DIGIT], "0"),
        ("number-style", [piece("number", decimal_places="2", grouping="true")], "#,##0.00"),
        ("number-style", [piece("number", min_integer_digits="2", display_factor="1000"), literal(" n")], "00, \\n"),
        ("number-style", [DIGIT.replace("/>", ">") + literal(".", "embedded-text") + "</number:number>"], "0\\."),
        ("number-style", [piece("scientific-number")], "0.00E+00"),
        ("percentage-style", [DIGIT, literal("%")], "0%"),
        ("currency-style", [DIGIT, literal("đ", "currency-symbol")], "0\\đ"),
        ("text-style", [piece("text-content")], "@"),
        ("boolean-style", [piece("boolean")], "General"),
        (
            "number-style",
            [literal("("), DIGIT, literal(")"), '<style:map style:condition="value()&gt;=0" style:apply-style-name="P"/>'],
            "[>=0]0;(0)",
        ),
    ],
)
def test_data_styles_are_format_codes(one: Callable[..., Cell], kind: str, pieces: list[str], code: str) -> None:
    name = kind.partition(" ")[0]
    automatic = (
        f'<number:number-style style:name="P">{DIGIT}</number:number-style>'
        f'<number:{kind} style:name="N">{"".join(pieces)}</number:{name}>'
        '<style:style style:name="ce" style:family="table-cell" style:data-style-name="N"/>'
    )
    assert one("<text:p>x</text:p>", f'{value("string")} table:style-name="ce"', automatic=automatic).number_format == code


def test_a_number_in_a_style_for_times_is_not_settled(one: Callable[..., Cell]) -> None:
    style = (
        '<number:time-style style:name="N"><number:hours/></number:time-style>'
        '<style:style style:name="ce" style:family="table-cell" style:data-style-name="N"/>'
    )
    cell = one("<text:p>x</text:p>", f'{value("float", "value", "0.5")} table:style-name="ce"', automatic=style)
    assert cell.problem == "readings-differ"


def test_a_percentage_without_a_style_is_one(one: Callable[..., Cell]) -> None:
    assert one("", value("percentage", "value", "0.5")).number_format == "0%"


def test_encrypted(pack: Pack) -> None:
    made = parts_of(ROW)
    made["META-INF/manifest.xml"] = (
        f'<manifest:manifest {MANIFEST}><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
        "</manifest:file-entry></manifest:manifest>"
    ).encode()
    made["content.xml"] = bytes(range(256))
    assert refusal(read_bytes(pack(made), "a.ods")) == ("encrypted-file", None)


def test_parts_that_may_be_missing_and_one_that_may_not(pack: Pack) -> None:
    made = parts_of(ROW)
    del made["styles.xml"]
    assert len(only_sheet(read_bytes(pack(made), "a.ods")).cells) == 1
    del made["META-INF/manifest.xml"]
    assert refusal(read_bytes(pack(made), "a.ods")) == ("unreadable-file", "engine")
    del made["content.xml"]
    assert refusal(read_bytes(pack(made), "a.ods")) == ("unreadable-file", "damaged")


def test_a_doctype_is_not_safe(pack: Pack) -> None:
    made = parts_of(ROW)
    made["content.xml"] = b"<!DOCTYPE x>" + made["content.xml"]
    assert refusal(read_bytes(pack(made), "a.ods")) == ("unsafe-file", "doctype")


@pytest.mark.parametrize(
    "tables",
    [
        "<table:other/>",
        f'<table:table table:name="A">{ROW}</table:table><table:table table:name="A">{ROW}</table:table>',
        f'<table:table table:name="A">{ROW.replace("<table:table-cell", """<table:table-cell table:number-columns-repeated="0" """)}</table:table>',
        f'<table:table table:name="A">{ROW.replace("<table:table-cell", """<table:table-cell table:number-columns-repeated="x" """)}</table:table>',
        f'<table:table table:name="A">{ROW.replace("<table:table-cell", """<table:table-cell table:number-columns-repeated="16385" """)}</table:table>',
        f'<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"/>{ROW}</table:table>',
        '<table:table table:name="A">',
    ],
)  # fmt: skip
def test_damaged(read: Read, tables: str) -> None:
    assert refusal(read(tables=tables)) == ("unreadable-file", "damaged")


def test_links_to_other_programs_refuse_the_file(read: Read) -> None:
    around = f'{{}}<table:dde-links><table:dde-link><table:table table:name="d">{ROW}</table:table></table:dde-link></table:dde-links>'
    assert refusal(read(around=around)) == ("unreadable-file", "engine")


def test_too_many_cells(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = ROW.replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="16384" ')
    deep = wide.replace("<table:table-row", '<table:table-row table:number-rows-repeated="1048576"')
    assert refusal(read(deep)) == ("unsafe-file", "too-many-cells")
    empty = deep.replace('office:value-type="float" office:value="5"', 'office:value-type="string"').replace(
        "<text:p>5</text:p>", ""
    )
    assert refusal(read(empty)) == ("unsafe-file", "too-many-cells")
    monkeypatch.setattr(ods_table, "MAX_CELLS", 10)
    assert refusal(read(wide)) == ("unsafe-file", "too-many-cells")
    monkeypatch.setattr(ods, "MAX_CELLS", 9)
    assert len(only_sheet(read(ROW * 9)).cells) == 9
    assert refusal(read(ROW * 10)) == ("unsafe-file", "too-many-cells")


def test_odd_nesting_does_no_harm(read: Read) -> None:
    inner = f'<table:table table:name="in">{ROW}</table:table>'
    rows = f"<table:table-row><table:table-cell>{inner}</table:table-cell>{ROW}{FIVE}</table:table-row>{FIVE}{inner}"
    assert refusal(read(rows)) == ("unreadable-file", "engine")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damaged_parts_never_raise(pack: Pack, data: st.DataObject) -> None:
    span = '<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>a<text:s/></text:p></table:table-cell>'
    made = parts_of(f"<table:table-column/><table:table-row>{FIVE}{span}</table:table-row>", automatic=FLAT, faces=FACE)
    name = data.draw(st.sampled_from(sorted(made)))
    text = bytearray(made[name])
    for _ in range(data.draw(st.integers(1, 3))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.sampled_from(b'0159<>/"= acrstvxA:&;.-'))
    made[name] = bytes(text)
    reading = read_bytes(pack(made), "a.ods")
    assert not (reading.sheets and reading.findings)
