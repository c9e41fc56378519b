"""Texts of a workbook, down to the fonts they are typed in."""

from collections.abc import Callable

import pytest

from tuyentruyen_cli.model.sheet import Cell, CellKind
from tuyentruyen_cli.read.xlsx_strings import shared_strings, unescaped

One = Callable[..., Cell]

FONTS = (
    '<fonts><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font><font><name val="VNI-Times"/></font></fonts>'
    '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="9"/></cellXfs>'
    '<dxfs><dxf><font><name val="VNI-Times"/></font><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs>'
)


def shared(one: One, entry: str, style: int = 0) -> Cell:
    return one("<v>0</v>", f't="s" s="{style}"', strings=f"<si>{entry}</si>", styles=FONTS)


def test_shared_strings(one: One) -> None:
    cell = shared(one, "<t>Trạm truyền thanh xã</t>")
    assert (cell.kind, cell.raw, cell.text) == (CellKind.TEXT, "Trạm truyền thanh xã", "Trạm truyền thanh xã")
    assert (cell.problem, cell.font, cell.cleaned) == ("", "", ())


def test_spaces_are_kept(one: One) -> None:
    assert shared(one, '<t xml:space="preserve"> 12 </t>').raw == " 12 "
    assert shared(one, "<t> 12 </t>").problem == ""


def test_rich_text_is_joined_and_phonetic_text_is_not_text(one: One) -> None:
    rich = "<r><t>Số </t></r><r><rPr><b/></rPr><t>tin</t></r>"
    assert shared(one, f'{rich}<rPh sb="0" eb="1"><t>xx</t></rPh><phoneticPr fontId="1"/>').raw == "Số tin"


@pytest.mark.parametrize(
    ("mark", "text", "problem"),
    [
        ('<vertAlign val="superscript"/>', "6²", ""),
        ('<vertAlign val="subscript"/>', "6²", ""),
        ('<vertAlign val="baseline"/>', "62", ""),
        ("<strike/>", "62", "hidden-text"),
        ('<strike val="0"/>', "62", ""),
    ],
)
def test_a_number_beside_another_that_is_raised_or_struck_out_is_not_one_with_it(
    one: One, mark: str, text: str, problem: str
) -> None:
    cell = shared(one, f"<r><t>6</t></r><r><rPr>{mark}</rPr><t>2</t></r>")
    assert (cell.raw, cell.text, cell.problem) == ("62", text, problem)


def test_inline_strings(one: One) -> None:
    assert one("<is><t>12 tin</t></is>", 't="inlineStr"').raw == "12 tin"
    assert one('<is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is>', 't="inlineStr"').raw == "a b"


def test_a_text_that_looks_like_a_number_stays_a_text(one: One) -> None:
    assert one("<v>5</v>", 't="str"')[2:4] == (CellKind.TEXT, "5")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12_x000D_", "12\r"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x0041_b", "Ab"),
        ("_xD83D__xDE00_", "😀"),
        ("_xD83D_", "\ufffd"),
        ("_x00_", "_x00_"),
    ],
)
def test_escapes(typed: str, meant: str) -> None:
    assert unescaped(typed) == meant


def test_a_carriage_return_beside_a_number_is_removed_and_named(one: One) -> None:
    cell = shared(one, "<t>12_x000D_</t>")
    assert (cell.raw, cell.text, cell.cleaned, cell.problem) == ("12\r", "12", ("control",), "")


def test_an_escaped_escape_is_no_control(one: One) -> None:
    assert shared(one, "<t>_x005F_x0041_</t>").raw == "_x0041_"


def test_tcvn3_is_decoded_before_cleaning(one: One) -> None:
    # TCVN3's ư is U+00AD, which cleaning takes for a soft hyphen.
    cell = shared(one, "<t>X· B×nh L\xad</t>", style=1)
    assert (cell.raw, cell.text, cell.font, cell.cleaned) == ("X· B×nh L\xad", "Xã Bình Lư", "tcvn3", ())
    assert cell.problem == ""


def test_each_run_is_decoded_by_its_own_font(one: One) -> None:
    runs = (
        "<r><t>Xã </t></r>"
        '<r><rPr><rFont val=".VnTime"/></rPr><t>B×nh </t></r>'
        '<r><rPr><b/><rFont val=".VnTime"/></rPr><t>L\xad</t></r>'
    )
    cell = shared(one, runs)
    assert (cell.text, cell.font) == ("Xã Bình Lư", "tcvn3")


def test_a_letter_and_its_vni_mark_in_two_runs(one: One) -> None:
    runs = '<r><rPr><rFont val="VNI-Times"/></rPr><t>xa</t></r><r><rPr><b/><rFont val="VNI-Times"/></rPr><t>õ</t></r>'
    assert shared(one, runs).text == "xã"


def test_a_run_without_a_font_has_the_cells(one: One) -> None:
    assert shared(one, "<r><t>X</t></r><r><rPr><b/></rPr><t>·</t></r>", style=1).text == "Xã"


def test_an_old_font_around_plain_or_unicode_text_changes_nothing(one: One) -> None:
    assert shared(one, "<t>12</t>", style=1)[4:13:6] == ("12", "")
    assert shared(one, "<t>Xã Bản Bo</t>", style=1).font == ""


def test_a_font_of_a_conditional_format_is_no_cells_font(one: One) -> None:
    assert shared(one, "<t>xaõ</t>", style=3).text == "xaõ"


def test_an_entry_may_be_empty() -> None:
    content = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si/><si><t/></si><si><t>a</t></si></sst>'
    )
    assert shared_strings(content) == ["", "", "a"]
