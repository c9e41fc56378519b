"""What the text of a cell in a Word table is, and what makes it doubtful. Each quirk has its plain twin."""

from collections.abc import Callable

import pytest

from tuyentruyen_cli.model.sheet import Cell, CellKind, Reading

Inside = Callable[..., Cell | None]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str, more: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}" {more}/></w:r>'


CODE = "<w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>"
BOX = "<w:pict><v:shape><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></v:shape></w:pict>"

READ = {
    "one run": (run("12"), "12"),
    "a number over two runs": (run("1") + run("2", "<w:b/>"), "12"),
    "spaces without preserve are layout": ("<w:r><w:t> 12 </w:t></w:r>", "12"),
    "line breaks inside t are layout": ('<w:r><w:t xml:space="preserve">12\ntin</w:t></w:r>', "12 tin"),
    "a tab": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
    "line breaks": ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
    "a hyphen that does not break": ("<w:r><w:t>20</w:t><w:noBreakHyphen/><w:t>30</w:t></w:r>", "20-30"),
    "a hyphen that is not seen": ("<w:r><w:t>tuyên</w:t><w:softHyphen/><w:t>truyền</w:t></w:r>", "tuyêntruyền"),
    "a symbol": ('<w:r><w:sym w:font="Symbol" w:char="00B1"/><w:t>5</w:t></w:r>', "±5"),
    "a tab stop is no tab": ('<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>' + run("5"), "5"),
    "a content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('12')}</w:sdtContent></w:sdt>", "12"),
    "a smart tag": (f'<w:smartTag w:element="date"><w:smartTagPr/>{run("12")}</w:smartTag>', "12"),
    "a hyperlink": (f'<w:hyperlink r:id="r9">{run("12")}</w:hyperlink>', "12"),
    "a simple field": (f'<w:fldSimple w:instr=" =SUM(ABOVE) ">{run("12")}</w:fldSimple>', "12"),
    "a field shows its result": (mark("begin") + CODE + mark("separate") + run("12") + mark("end"), "12"),
    "text in a field's code is not seen": (mark("begin") + run("9") + mark("separate") + run("12") + mark("end"), "12"),
    "a field in the code of a field": (
        mark("begin") + mark("begin") + mark("separate") + run("9") + mark("end") + mark("separate") + run("12") + mark("end"),
        "12",
    ),
    "a note's mark": (run("12") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "12"),
    "format changes": (
        '<w:r><w:rPr><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>12</w:t></w:r>',
        "12",
    ),
    "changes of the numbering": ('<w:pPr><w:numPr><w:ins w:id="1"/></w:numPr></w:pPr>' + run("12"), "12"),
    "hidden from the web alone": (run("12", "<w:webHidden/>"), "12"),
    "hiding switched off": (run("12", '<w:vanish w:val="0"/>'), "12"),
    "a mark that is hidden": ("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("12"), "12"),
    "hidden words beside words": (run("Loa kéo") + run("cũ", "<w:vanish/>"), "Loa kéo"),
    "an empty wrapper that is not known": (run("12") + "<w:newThing><w:x/></w:newThing>", "12"),
    "a bookmark": ('<w:bookmarkStart w:id="1" w:name="a"/>' + run("12") + '<w:bookmarkEnd w:id="1"/>', "12"),
    "two branches that agree": (
        (
            f'<mc:AlternateContent><mc:Choice Requires="wps">{run("12")}</mc:Choice><mc:Fallback>{run("12")}</mc:Fallback>'
            "</mc:AlternateContent>"
        ),
        "12",
    ),
    "a picture beside words": (run("Loa kéo") + "<w:r><w:drawing/></w:r>", "Loa kéo"),
    "words struck out": (run("Loa kéo", "<w:strike/>"), "Loa kéo"),
    "a raised number": (run("12") + run("1", '<w:vertAlign w:val="superscript"/>'), "12¹"),
    "a raised word": (run("12") + run("a", '<w:vertAlign w:val="superscript"/>'), "12a"),
    "numbered by Word, with text": ('<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>' + run("12"), "12"),
    "numbering switched off": ('<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>' + run("12"), "12"),
    "a text box with words beside words": (run("Loa kéo") + f"<w:r>{BOX.format(run('cũ'))}</w:r>", "Loa kéo"),
}

REFUSED = {
    "inserted": (f'<w:ins w:id="1">{run("12")}</w:ins>', "12", "tracked-changes"),
    "deleted": (run("12") + '<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del>', "12", "tracked-changes"),
    "deleted, all of it": ('<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del>', "", "tracked-changes"),
    "moved away": (f'<w:moveFrom w:id="1">{run("9")}</w:moveFrom>' + run("12"), "12", "tracked-changes"),
    "moved here": (f'<w:moveTo w:id="1">{run("12")}</w:moveTo>', "12", "tracked-changes"),
    "a paragraph's end": ('<w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>' + run("12"), "12", "tracked-changes"),
    "deleted text without its wrapper": (run("12") + "<w:r><w:delText>9</w:delText></w:r>", "12", "tracked-changes"),
    "hidden digits": (run("1") + run("2", "<w:vanish/>"), "1", "hidden-text"),
    "hidden digits alone": (run("2", "<w:vanish/>"), "", "hidden-text"),
    "hidden words beside a number": (run("12") + run("cũ", "<w:specVanish/>"), "12", "hidden-text"),
    "an unknown wrapper": (f"<w:newThing>{run('12')}</w:newThing>", "12", "unknown-content"),
    "an unknown element with text": (run("12") + "<w:newThing>34</w:newThing>", "12", "unknown-content"),
    "a formula": (run("1") + "<m:oMath><m:r><m:t>2</m:t></m:r></m:oMath>", "1", "unknown-content"),
    "a text written from right to left": (f'<w:bdo w:val="rtl">{run("12")}</w:bdo>', "12", "unknown-content"),
    "two branches that differ": (
        f"<mc:AlternateContent><mc:Choice>{run('12')}</mc:Choice><mc:Fallback>{run('13')}</mc:Fallback></mc:AlternateContent>",
        "12",
        "unknown-content",
    ),
    "a picture alone": ("<w:r><w:drawing/></w:r>", "", "unknown-content"),
    "an object alone": ("<w:r><w:object/></w:r>", "", "unknown-content"),
    "a picture beside a number": (run("12") + "<w:r><w:pict/></w:r>", "12", "unknown-content"),
    "a text box with a number": (run("tin") + f"<w:r>{BOX.format(run('12'))}</w:r>", "tin", "unknown-content"),
    "a number struck out": (run("12", "<w:strike/>") + run("15"), "1215", "unknown-content"),
    "a number that Word counts": ('<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>', "", "unknown-content"),
    "a field that was never calculated": (mark("begin") + CODE + mark("end"), "", "unknown-content"),
    "a field to be calculated anew": (mark("begin", 'w:dirty="true"') + mark("separate") + run("12") + mark("end"), "12", "unknown-content"),
    "a simple field to be calculated anew": (f'<w:fldSimple w:dirty="1">{run("12")}</w:fldSimple>', "12", "unknown-content"),
    "a field that never ends": (run("12") + mark("begin") + CODE, "12", "unknown-content"),
    "a field's end alone": (run("12") + mark("end"), "12", "unknown-content"),
    "a list to choose from": (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:listEntry w:val="5"/></w:ddList></w:ffData></w:fldChar></w:r>'
        + mark("separate") + mark("end"),
        "",
        "unknown-content",
    ),
    "a number as placeholder": (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('0')}</w:sdtContent></w:sdt>", "", "unknown-content",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "text"), READ.values(), ids=READ)
def test_is_read(content: str, text: str, inside: Inside) -> None:
    cell = inside(content)
    assert cell is not None
    assert (cell.text, cell.kind, cell.problem) == (text, CellKind.TEXT, "")


@pytest.mark.parametrize(("content", "text", "rule"), REFUSED.values(), ids=REFUSED)
def test_is_refused(content: str, text: str, rule: str, inside: Inside) -> None:
    cell = inside(content)
    assert cell is not None
    assert (cell.text, cell.problem) == (text, rule)
    assert cell.kind is (CellKind.TEXT if text else CellKind.BLANK)


def test_nothing_is_no_cell(inside: Inside) -> None:
    assert inside("") is None
    assert (
        inside(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('gõ vào đây')}</w:sdtContent></w:sdt>") is None
    )


def test_paragraphs_are_lines(table: Callable[..., dict[str, Cell]]) -> None:
    cells = table(f"<w:tr><w:tc><w:p>{run('12')}</w:p><w:p>{run('15')}</w:p><w:p/></w:tc></w:tr>")
    assert cells["A1"].raw == "12\n15"


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Plain"><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:rFonts w:hAnsiTheme="minorHAnsi"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Counted"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Vni"><w:rPr><w:rFonts w:hAnsi="VNI-Times"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:tblStylePr><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>'
)
DECODED = {
    "the default style's font": ("", run("Sè tin"), "Số tin", "tcvn3"),
    "the run's own font": ("", run("Sè tin", '<w:rFonts w:hAnsi="Arial"/>'), "Sè tin", ""),
    "a style without the font": ('<w:pStyle w:val="Plain"/>', run("Sè"), "Sè", ""),
    "a style based on itself": ('<w:pStyle w:val="Loop"/>', run("Sè"), "Sè", ""),
    "a character style": ("", run("Soá", '<w:rStyle w:val="Vni"/>'), "Số", "vni"),
    "a letter over two runs": (
        "",
        run("So", '<w:rStyle w:val="Vni"/>') + run("á", '<w:rStyle w:val="Vni"/><w:b/>'),
        "Số",
        "vni",
    ),
    "ư, which is a soft hyphen": ("", run("L\xad\xeet"), "Lượt", "tcvn3"),
    "a font for Asian letters alone": ("", run("Sè", '<w:rFonts w:eastAsia="Arial"/>'), "Số", "tcvn3"),
}


@pytest.mark.parametrize(("paragraph", "runs", "text", "encoding"), DECODED.values(), ids=DECODED)
def test_old_fonts(paragraph: str, runs: str, text: str, encoding: str, inside: Inside) -> None:
    cell = inside(f"<w:pPr>{paragraph}</w:pPr>{runs}", styles=STYLES)
    assert cell is not None
    assert (cell.text, cell.font) == (text, encoding)


def test_styles_hide_and_count(inside: Inside) -> None:
    hidden = inside(run("12") + run("3", '<w:rStyle w:val="Secret"/>'), styles=STYLES)
    shown = inside(run("12", '<w:rStyle w:val="Secret"/><w:vanish w:val="false"/>'), styles=STYLES)
    counted = inside('<w:pPr><w:pStyle w:val="Counted"/></w:pPr>', styles=STYLES)
    assert hidden is not None
    assert shown is not None
    assert counted is not None
    assert (hidden.problem, shown.problem, counted.problem) == ("hidden-text", "", "unknown-content")


def test_lines_outside_of_tables_are_decoded_too(word: Callable[..., Reading]) -> None:
    reading = word(f"<w:p>{run('§¬n vÞ')}</w:p><w:tbl/>", styles=STYLES)
    around = reading.sheets[0].around
    assert around is not None
    assert around.preceding == ("Đơn vị",)
