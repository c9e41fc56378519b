"""Any table reads back cell by cell; no damaged document raises."""

import itertools
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.model.sheet import Reading
from tuyentruyen_cli.read.file import open_bytes, read_bytes

Parts = Callable[..., dict[str, bytes]]
Pack = Callable[[Mapping[str, bytes]], bytes]
WIDTH = 6

texts = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufffe\uffff", exclude_categories=("Cs", "C", "Z")), max_size=12
)
# The spans of a row: where the next cell begins, up to the table's width.
rows = st.lists(st.integers(1, WIDTH - 1), max_size=WIDTH - 1, unique=True).map(lambda cuts: [0, *sorted(cuts), WIDTH])
tables = st.lists(
    rows.flatmap(lambda cuts: st.tuples(st.just(cuts), st.lists(texts, min_size=len(cuts) - 1, max_size=len(cuts) - 1))),
    max_size=8,
)
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def cell(text: str, span: int, cut: int) -> str:
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in (text[:cut], text[cut:]))
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p>{runs}</w:p></w:tc>'


@few
@given(drawn=tables, cut=st.integers(0, 12))
def test_a_table_reads_back(drawn: list[tuple[list[int], list[str]]], cut: int, word: Callable[..., Reading]) -> None:
    body = ""
    expected: dict[tuple[int, int], str] = {}
    merged: set[tuple[int, int, int, int]] = set()
    for row, (cuts, said) in enumerate(drawn, 1):
        spans = [right - left for left, right in itertools.pairwise(cuts)]
        body += "<w:tr>" + "".join(cell(text, span, cut) for text, span in zip(said, spans, strict=True)) + "</w:tr>"
        expected |= {(row, left + 1): text for left, text in zip(cuts, said, strict=False) if text}
        merged |= {(row, left + 1, row, left + span) for left, span in zip(cuts, spans, strict=False) if span > 1}
    (sheet,) = word(f"<w:tbl>{body}</w:tbl>").sheets
    assert {(c.row, c.column): c.raw for c in sheet.cells} == expected
    assert set(sheet.merges) == merged
    assert not any(c.problem or c.merged_into for c in sheet.cells)


PIECES = (
    "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>12</w:t>",
    '<w:ins w:id="1">', "</w:ins>", "<w:sdt>", "</w:sdt>", '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>',
    "<mc:AlternateContent>", "<mc:Choice>", "</mc:Choice>", "</mc:AlternateContent>", "<w:txbxContent>", "</w:txbxContent>",
    "<w:pict>", "</w:pict>", '<w:tcPr><w:vMerge/><w:gridSpan w:val="2"/></w:tcPr>', '<w:trPr><w:gridBefore w:val="1"/></w:trPr>',
    "<w:delText>1</w:delText>", "<w:x>", "</w:x>", "text", '<w:sym w:char="D800"/>', '<w:sym w:char="zz"/>', "<w:pPr><w:numPr>",
    "</w:numPr></w:pPr>", "<w:rPr><w:vanish/></w:rPr>",
)  # fmt: skip
CLOSED = {"<w:tbl>": "</w:tbl>", "<w:tr>": "</w:tr>", "<w:tc>": "</w:tc>", "<w:p>": "</w:p>", "<w:r>": "</w:r>"}


@few
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_elements_in_any_order_never_raise(pieces: list[str], word: Callable[..., Reading]) -> None:
    """Balanced, so that the XML is well formed though Word would not know what to make of it."""
    body, open_elements = "", list[str]()
    for piece in pieces:
        name = piece.strip("</>").split(" ")[0].split(">")[0]
        if piece.startswith("</"):
            if open_elements and open_elements[-1] == name:
                body += piece
                open_elements.pop()
        else:
            body += piece
            if piece.count("<") == 1 and not piece.endswith("/>"):
                open_elements.append(name)
    body += "".join(f"</{name}>" for name in reversed(open_elements))
    reading = word(body)
    assert all(finding.rule == "unreadable-file" for finding in reading.findings)


@few
@given(
    places=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8),
    cut=st.floats(0, 1),
)
def test_altered_bytes_never_raise(places: list[tuple[float, int]], cut: float, word_parts: Parts, pack: Pack) -> None:
    body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    good = pack(word_parts(body))
    data = bytearray(good)
    for place, byte in places:
        data[int(place * len(data))] = byte
    for altered in (bytes(data), good[: int(cut * len(good))], pack({"bc/a.docx": bytes(data)})):
        for reading in open_bytes(altered, "a.docx").readings if altered else ():
            assert reading.sheets or reading.findings
    xml = bytearray(word_parts(body)["word/document.xml"])
    for place, byte in places:
        xml[int(place * len(xml))] = byte
    read_bytes(pack(word_parts(body) | {"word/document.xml": bytes(xml)}), "a.docx")
