"""Which cells a Word table has, at which address, and what stands around the tables."""

from collections.abc import Callable

import pytest

from tuyentruyen_cli.model.sheet import Around, Cell, Reading
from tuyentruyen_cli.read.file import read_bytes

Table = Callable[..., dict[str, Cell]]
Word = Callable[..., Reading]


def tc(text: str = "", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def texts(cells: dict[str, Cell]) -> dict[str, str]:
    return {address: cell.text for address, cell in cells.items()}


def problems(cells: dict[str, Cell]) -> dict[str, str]:
    return {address: cell.problem for address, cell in cells.items() if cell.problem}


DOWN = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"


def test_a_plain_table(table: Table) -> None:
    cells = table(
        "<w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>" + tr(tc("Kênh"), tc("Số tin")) + tr(tc(""), tc("12"))
    )
    assert texts(cells) == {"A1": "Kênh", "B1": "Số tin", "B2": "12"}
    assert problems(cells) == {}


def test_cells_stand_in_grid_columns(table: Table) -> None:
    wide = tr(tc("a", span(2)), tc("b"))
    late = tr(tc("c"), tc("d"), properties='<w:gridBefore w:val="1"/>')
    short = tr(tc("e"), properties='<w:gridAfter w:val="2"/>')
    cells = table(wide + late + short)
    assert texts(cells) == {"A1": "a", "C1": "b", "B2": "c", "C2": "d", "A3": "e"}
    assert problems(cells) == {}


def test_a_row_that_does_not_fit_the_grid_is_refused(table: Table) -> None:
    """A clerk, or a converter, made a cell wider without saying so: what stands behind it is under another heading."""
    cells = table(tr(tc("a"), tc("b"), tc("c")) + tr(tc("1"), tc("2"), tc("3")) + tr(tc("Tổng"), tc("4")))
    assert problems(cells) == {"A3": "unknown-content", "B3": "unknown-content"}


def test_merges(word: Word) -> None:
    body = tr(tc("a", DOWN), tc("b", span(2))) + tr(tc("", ON), tc("c"), tc("d")) + tr(tc("", ON), tc("e"), tc("f"))
    (sheet,) = word(f"<w:tbl>{body}</w:tbl>").sheets
    assert sheet.merges == ((1, 1, 3, 1), (1, 2, 1, 3))
    assert [sheet.locate(c).cell for c in sheet.cells] == ["A1", "B1", "B2", "C2", "B3", "C3"]


def test_a_merge_ends_where_the_next_begins(word: Word) -> None:
    body = tr(tc("a", DOWN)) + tr(tc("", ON)) + tr(tc("b", DOWN)) + tr(tc("", ON)) + tr(tc("c")) + tr(tc("d", ON))
    (sheet,) = word(f"<w:tbl>{body}</w:tbl>").sheets
    assert sheet.merges == ((1, 1, 2, 1), (3, 1, 4, 1))
    assert all(c.merged_into is None for c in sheet.cells)


def test_cells_merged_the_old_way(word: Word) -> None:
    body = tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("b")) + tr(tc("1"), tc("2"), tc("3"))
    (sheet,) = word(f"<w:tbl>{body}</w:tbl>").sheets
    assert sheet.merges == ((1, 1, 1, 2),)
    assert texts({str(sheet.locate(c).cell): c for c in sheet.cells})["C1"] == "b"


def test_text_under_a_merge_is_marked(table: Table) -> None:
    cells = table(tr(tc("1", DOWN)) + tr(tc("2", ON)))
    assert cells["A2"].merged_into == (1, 1)
    assert cells["A1"].merged_into is None


def test_a_merge_of_another_width_is_none(word: Word) -> None:
    body = tr(tc("a", span(2) + DOWN), tc("b")) + tr(tc("1", ON), tc("2"), tc("3"))
    (sheet,) = word(f"<w:tbl>{body}</w:tbl>").sheets
    assert sheet.merges == ((1, 1, 1, 2),)


def test_controls_around_cells_and_rows(table: Table) -> None:
    cell = f"<w:sdt><w:sdtPr/><w:sdtContent>{tc('1')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent>{tr(tc('3'), tc('4'))}</w:sdtContent></w:sdt>"
    assert texts(table(tr(cell, tc("2")) + row)) == {"A1": "1", "B1": "2", "A2": "3", "B2": "4"}


def test_an_unknown_wrapper_around_rows_refuses_them(table: Table) -> None:
    cells = table(tr(tc("1")) + f"<w:newThing>{tr(tc('2'))}</w:newThing>")
    assert texts(cells) == {"A1": "1", "A2": "2"}
    assert problems(cells) == {"A2": "unknown-content"}


def test_alternative_rows_refuse_the_table(table: Table) -> None:
    rows = f"<mc:AlternateContent><mc:Choice>{tr(tc('1'))}</mc:Choice><mc:Fallback>{tr(tc('2'))}</mc:Fallback></mc:AlternateContent>"
    cells = table(rows + tr(tc("3")))
    assert texts(cells) == {"A1": "1", "A2": "3"}
    assert set(problems(cells)) == {"A1", "A2"}


def test_text_between_cells_refuses_the_table(table: Table) -> None:
    assert set(problems(table(tr(tc("1"), p("2"))))) == {"A1"}
    assert problems(table(tr(tc("1"), "<w:bookmarkEnd/>"))) == {}


@pytest.mark.parametrize("change", ["ins", "del"])
def test_a_row_that_is_a_tracked_change(change: str, table: Table) -> None:
    cells = table(tr(tc("1"), tc("")) + tr(tc("2"), tc(""), properties=f'<w:{change} w:id="1"/>'))
    assert problems(cells) == {"A2": "tracked-changes", "B2": "tracked-changes"}


def test_a_cell_that_is_a_tracked_change(table: Table) -> None:
    cells = table(
        tr(tc("1", '<w:cellIns w:id="1"/>'), tc("2", '<w:tcPrChange w:id="2"><w:tcPr><w:cellDel/></w:tcPr></w:tcPrChange>'))
    )
    assert problems(cells) == {"A1": "tracked-changes"}


def test_hidden_rows(table: Table) -> None:
    cells = table(tr(tc("1"), properties="<w:hidden/>") + tr(tc("2"), properties='<w:hidden w:val="0"/>'))
    assert [cell.hidden for cell in cells.values()] == [True, False]


def test_a_nested_table_is_its_own(word: Word) -> None:
    parent = "<w:tc>" + p("a") + f"<w:tbl>{tr(tc('1'))}</w:tbl>" + p("b") + "</w:tc>"
    reading = word(p("trước") + f"<w:tbl>{tr(parent)}</w:tbl>" + p("sau") + f"<w:tbl>{tr(tc('2'))}</w:tbl>")
    found = [(s.part, [c.text for c in s.cells]) for s in reading.sheets]
    assert found == [("table 1", ["a\nb"]), ("table 2", ["1"]), ("table 3", ["2"])]
    assert [s.around for s in reading.sheets] == [Around(("trước",)), Around(), Around(("sau",))]


def test_a_cell_that_holds_only_a_table_is_not_blank(word: Word) -> None:
    """A figure typed into a table within the cell would be left out of the sum as not stated."""
    parent = f"<w:tc><w:tbl>{tr(tc('5'), tc('tin'))}</w:tbl><w:p/></w:tc>"
    outer, _ = word(f"<w:tbl>{tr(parent, tc('2'))}</w:tbl>").sheets
    assert [(c.text, c.problem) for c in outer.cells] == [("", "unknown-content"), ("2", "")]


def test_the_lines_around_tables(word: Word) -> None:
    body = (
        p("Đơn vị: Xã Bản Bo")
        + f"<w:tbl>{tr(tc('a'))}</w:tbl>"
        + p("giữa")
        + "<w:p/>"
        + f"<w:tbl>{tr(tc('b'))}</w:tbl>"
        + p("Nơi nhận:")
    )
    first, second = word(body).sheets
    assert (first.around, second.around) == (Around(("Đơn vị: Xã Bản Bo",)), Around(("giữa",), ("Nơi nhận:",)))


def test_a_text_box_outside_of_tables_is_read_once(word: Word) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>UBND XÃ BẢN BO</w:t></w:r></w:p></w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    (sheet,) = word(f"<w:p><w:r><w:t>BÁO CÁO</w:t></w:r><w:r>{both}</w:r></w:p>").sheets
    assert sheet.around == Around(("BÁO CÁO", "UBND XÃ BẢN BO"))


def test_a_table_in_a_text_box_counts_once(word: Word) -> None:
    box = f"<w:txbxContent>{p('Biểu 1')}<w:tbl>{tr(tc('12'))}</w:tbl></w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    (sheet,) = word(f"<w:p><w:r>{both}</w:r></w:p>").sheets
    assert (sheet.part, [c.text for c in sheet.cells], sheet.around) == ("table 1", ["12"], Around(("Biểu 1",)))


def test_a_document_without_a_table_still_says_whose_it_is(word: Word) -> None:
    (sheet,) = word(p("Đơn vị: Xã Bản Bo") + p("Trong tuần phát 12 tin.")).sheets
    assert (sheet.part, sheet.cells) == ("", ())
    assert sheet.around == Around(("Đơn vị: Xã Bản Bo", "Trong tuần phát 12 tin."))


@pytest.mark.parametrize(
    "words",
    [
        {"main": "http://purl.oclc.org/ooxml/wordprocessingml/main"},
        {"kind": "application/vnd.ms-word.document.macroEnabled.main+xml"},
        {"kind": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"},
    ],
    ids=["strict", "with macros", "template"],
)
def test_other_kinds_of_document(words: dict[str, str], word: Word) -> None:
    reading = word(f"<w:tbl>{tr(tc('12'))}</w:tbl>", **words)
    assert (reading.content, reading.findings, reading.sheets[0].cells[0].text) == ("docx", (), "12")


@pytest.mark.parametrize(
    ("body", "rule", "reason"),
    [
        (tr(tc("1")), "unreadable-file", "damaged"),
        (f"<w:tbl>{tc('1')}</w:tbl>", "unreadable-file", "damaged"),
        (f"<w:tbl>{tr(tr(tc('1')))}</w:tbl>", "unreadable-file", "damaged"),
        (f"<w:tbl>{tr(tc(tc('1')))}</w:tbl>", "unreadable-file", "damaged"),
        (f"<w:tbl>{tr(tc('1', span(16_385)))}</w:tbl>", "unreadable-file", "damaged"),
        ("<w:tbl>" + tr(tc("1", '<w:gridSpan w:val="x"/>')) + "</w:tbl>", "unreadable-file", "damaged"),
        ("<mc:Choice/>", "unreadable-file", "damaged"),
        ("<w:p>", "unreadable-file", "damaged"),
    ],
)
def test_damaged_documents(body: str, rule: str, reason: str, word: Word) -> None:
    (finding,) = word(body).findings
    assert (finding.rule, finding.argument("reason")) == (rule, reason)


def test_a_doctype_in_any_part_is_unsafe(
    word_parts: Callable[..., dict[str, bytes]], pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    parts = word_parts("<w:tbl/>") | {"word/header1.xml": b"<!DOCTYPE a><a/>"}
    (finding,) = read_bytes(pack(parts), "a.docx").findings
    assert (finding.rule, finding.argument("reason")) == ("unsafe-file", "doctype")


def test_too_many_cells(word: Word, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuyentruyen_cli.read.docx_walk.MAX_CELLS", 4)
    assert word(f"<w:tbl>{tr(tc('1'), tc('2'))}</w:tbl>").findings == ()
    (finding,) = word(f"<w:tbl>{tr(tc('1'), tc('2'), tc('3'))}</w:tbl>").findings
    assert finding.argument("reason") == "too-many-cells"
