"""Text files: what keeps their cells apart, in which encoding, and when that is not clear."""

import codecs
import csv
import io
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.model.sheet import CellKind, Reading, Sheet
from tuyentruyen_cli.read import delimited
from tuyentruyen_cli.read.delimiter import is_number
from tuyentruyen_cli.read.file import read_bytes

TONES = "\u0300\u0301\u0303\u0309\u0323"
SAMPLE = "Đơn vị: Xã Giang Ma;;;\n;;;\nTT;Kênh;Số tin, bài;Thời lượng\n1;Loa kéo, loa di động;9;27,5\n"


def reading(text: str | bytes, encoding: str = "utf-8") -> Reading:
    return read_bytes(text if isinstance(text, bytes) else text.encode(encoding), "báo cáo.csv")


def rows(text: str | bytes, encoding: str = "utf-8") -> dict[int, list[str]]:
    """The texts of each row that has any; the columns must follow one another from the first."""
    sheet = only_sheet(reading(text, encoding))
    found: dict[int, list[str]] = {}
    for cell in sheet.cells:
        found.setdefault(cell.row, []).append(cell.text)
    return found


def only_sheet(read: Reading) -> Sheet:
    assert read.findings == ()
    (sheet,) = read.sheets
    return sheet


def reason(text: str | bytes, encoding: str = "utf-8") -> object:
    read = reading(text, encoding)
    assert read.sheets == ()
    (finding,) = read.findings
    return finding.argument("reason")


def test_every_cell_is_text_at_its_place() -> None:
    sheet = only_sheet(reading("Kênh,Số tin\n,5\nLoa kéo,=1+2\n"))
    assert (sheet.file, sheet.part, sheet.merges, sheet.hidden) == ("báo cáo.csv", "", (), False)
    assert [(cell.row, cell.column, cell.kind, cell.raw, cell.problem) for cell in sheet.cells] == [
        (1, 1, CellKind.TEXT, "Kênh", ""),
        (1, 2, CellKind.TEXT, "Số tin", ""),
        (2, 2, CellKind.TEXT, "5", ""),
        (3, 1, CellKind.TEXT, "Loa kéo", ""),
        (3, 2, CellKind.TEXT, "=1+2", ""),
    ]


def windows_1258(text: str) -> bytes:
    """The text as Windows writes it: letters with their hats, tones behind them."""
    out = []
    for character in text:
        letters = unicodedata.normalize("NFD", character)
        tones = "".join(mark for mark in letters if mark in TONES)
        out.append(unicodedata.normalize("NFC", "".join(mark for mark in letters if mark not in TONES)) + tones)
    return "".join(out).encode("cp1258")


@pytest.mark.parametrize(
    "data",
    [
        SAMPLE.encode(),
        codecs.BOM_UTF8 + SAMPLE.encode(),
        codecs.BOM_UTF16_LE + SAMPLE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + SAMPLE.encode("utf-16-be"),
        SAMPLE.encode("utf-16-le"),
        SAMPLE.encode("utf-16-be"),
        windows_1258(SAMPLE),
    ],
)
def test_encodings(data: bytes) -> None:
    assert rows(data) == {
        1: ["Đơn vị: Xã Giang Ma"],
        3: ["TT", "Kênh", "Số tin, bài", "Thời lượng"],
        4: ["1", "Loa kéo, loa di động", "9", "27,5"],
    }


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_letters_whose_zero_byte_is_on_the_other_side(encoding: str) -> None:
    """The grave of decomposed text is U+0300."""
    text = unicodedata.normalize("NFD", "Kênh;Thời lượng (phòng)\nTruyền hình;5\n")
    assert [unicodedata.normalize("NFC", t) for t in rows(text, encoding)[1]] == ["Kênh", "Thời lượng (phòng)"]


@pytest.mark.parametrize(
    "data",
    [
        "Kênh;Số tin\n".encode("utf-16")[:-1],
        codecs.BOM_UTF8 + b"K\xeanh;S\xf4\n",
        SAMPLE.encode().replace("ố".encode(), b"\xe1\xbb"),  # a letter cut in the middle
        SAMPLE.encode() + b"\xff",
        "Réseau;Numéro\nTélé;5\n".encode("cp1252"),  # no Vietnamese
        b"Kh\xabng;S\xe8 tin;Th\xeai l\xad\xeeng\n",  # TCVN3: its fonts would say so, a text has none
        windows_1258("Kênh;Số tin;Thời lượng\n") + "Trạm;5;7\n".encode(),  # two encodings in one file
        windows_1258("Kênh;Số tin;Thời lượng\n") + b"x\xd2;5;7\n",  # a tone over no vowel
        windows_1258("Số 5;7\n"),  # one word is chance
        b"\x9dK\xeanh;S\xf4 tin\n",
    ],
)
def test_an_encoding_that_is_not_clear(data: bytes) -> None:
    assert reason(data) == "encoding"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert rows(f"Kênh,Số tin{end}{end}Loa,5{end}") == {1: ["Kênh", "Số tin"], 3: ["Loa", "5"]}


def test_mixed_line_ends() -> None:
    assert rows("a,b\nc,d\r\ne,f\rg,h") == {1: ["a", "b"], 2: ["c", "d"], 3: ["e", "f"], 4: ["g", "h"]}


def test_only_line_ends_end_a_line() -> None:
    assert list(rows("Kênh,Số\x0b\u2028tin\x85\nLoa,5\n")) == [1, 2]


def test_a_line_break_in_quotes_begins_no_row() -> None:
    sheet = only_sheet(reading('Kênh;"Số tin,\r\nbài"\nLoa;5\n'))
    assert [(cell.row, cell.text, cell.cleaned) for cell in sheet.cells] == [
        (1, "Kênh", ()),
        (1, "Số tin,\nbài", ()),
        (2, "Loa", ()),
        (2, "5", ()),
    ]


def test_words_in_quotes_over_several_lines_swallow_no_row() -> None:
    assert rows('Chỉ tiêu,Kết quả\n"Số tin, bài\n(tin, bài)",13\n')[2] == ["Số tin, bài\n(tin, bài)", "13"]


def test_quotes() -> None:
    assert rows("""Kênh,"Loa ""kéo"", xã",5'30",a "b" c\n""") == {1: ["Kênh", 'Loa "kéo", xã', """5'30\"""", 'a "b" c']}


@pytest.mark.parametrize(
    "text",
    [
        'Kênh,Số tin\nLoa,"5\nTrạm,7\n',  # never closed
        'Kênh,Số tin\n"Loa" kéo,5\n',
        'Kênh;Số tin;Lượt\n"Loa;5;1\nTrạm;7;2\n',  # whole under another delimiter
        'TT,Kênh,Tin,Lượt\n1,"Loa,5,6\n2,Trạm",7,8\n3,Bản,1,2\n',  # two stray quotes swallow a row
        'TT,Kênh,Tin,Lượt\n1,Loa,5,"6\n2,Trạm,7,8\n3,Bản",1,2\n4,Thôn,1,2\n',
        'TT,Kênh,Tin\n1,Loa,5\n2,Bản,"6\n2",Trạm,7,8\n',
    ],
)
def test_quotes_that_do_not_fit(text: str) -> None:
    assert reason(text) in {"damaged", "delimiter"}


def test_zero_bytes_are_damage() -> None:
    assert reason("Kênh,Số tin\n" + "Loa,5\n" * 20_000 + "\0,5\n") == "damaged"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Kênh,Số tin,Lượt\nLoa,5,7\n", 3),
        ("Kênh;Số tin;Lượt\nLoa;5;7\n", 3),
        ("Kênh\tSố tin\tLượt\nLoa\t5\t7\n", 3),
        ("Kênh|Số tin|Lượt\nLoa|5|7\n", 3),
        ("Kênh;Số tin, bài;Thời lượng\nLoa kéo, loa di động;5;7,5\n", 3),  # a comma in each row, but wider
        ("TT;Số tin, bài;Phút\n1;2,5;7,5\n3;1,5;4,5\n", 3),  # commas in rows only
        ("Xã Bản Bo, huyện Tam Đường\nKênh;Số tin\nLoa;5\nTrạm;7\n", 2),
        ("Kênh\tSố tin, bài\tThời lượng\nLoa; kéo\t5\t7,5\n", 3),
        ("Kênh,Số tin,Lượt\nLoa kéo; loa tay,5,7\nTrạm,6,8\n", 3),
        ("Kênh,Ghi chú; khác,Số tin\nLoa; a,b,5\nTrạm,c,7\n", 3),
        ("chỉ một cột\nkhông có gì ngăn\n5\n", 1),
        ("", 0),
    ],
)
def test_the_delimiter_is_what_rows_agree_on(text: str, width: int) -> None:
    read = reading(text or " ")
    assert max((cell.column for cell in only_sheet(read).cells if cell.text.strip()), default=0) == width


@pytest.mark.parametrize(
    "text",
    [
        "Loa;7,5\nTrạm;8,5\n",
        "Kênh;Số tin, bài\nLoa;7,5\nTrạm;8,5\n",
        "Phút, giây;a, b;c, d\n1,5;2,5;3,5\n4,5;5,5;6,5\n",
        "Loa;5,7\nTrạm;6;1,8\nBản;6;1,8\nThôn;6,8\n",
    ],
)
def test_two_delimiters_that_are_equally_good(text: str) -> None:
    assert reason(text) == "delimiter"


def test_two_delimiters_that_say_the_same_of_numbers() -> None:
    assert rows("Chào; anh, chị\nCảm; ơn, em\n")


@pytest.mark.parametrize(
    "text",
    [
        "Kênh,Thời lượng,Lượt\nLoa,7,5,24\n",  # 7,5 unquoted
        "Kênh,Thời lượng,Lượt,Ghi chú\nLoa,7,5,24,\n",
        "Kênh,Người nghe,Lượt\nLoa,1,200,24\nTrạm,300,2\n",
        "Kênh,Tin, bài,Phút\nLoa,12,7,5\n",  # a heading and a figure, so that the rows are of one length
        "TT,Kênh,Số tin\n1,Loa kéo, loa di động,5\n2,Trạm,7\n",
        "Kênh;Số tin;Lượt\nLoa kéo; di động;5;7\nTrạm;6;8\n",
        "Kênh\tSố tin\tLượt\nLoa\tkéo\t5\t7\n",
    ],
)
def test_rows_torn_by_a_delimiter(text: str) -> None:
    assert reason(text) == "delimiter"


@pytest.mark.parametrize(
    "text",
    [
        "(Tuần 5, từ ngày 29/01 đến ngày 04/02)\nKênh,Số tin,Lượt\nLoa,5,7\n",
        "Kênh, Số tin, Lượt\nLoa, 5, 7\n",
        "Kênh,Số tin,Lượt,\n  - Loa kéo,5,7,\nTrạm,6,8,ghi chú\n",
        "Kênh,Số tin,Lượt\nLoa,5\nTrạm,6,8\n",
        "1,2,3\n4,5,6,7\n",
        "Kênh;Số tin;Lượt\nLoa;5;7;;\nTrạm;6;8;\n",
        "Kênh;Số tin;Lượt\nLoa;5\nTrạm;6;8;ghi chú\n",
    ],
)
def test_rows_that_are_not_torn(text: str) -> None:
    assert rows(text)


@pytest.mark.parametrize("line", ["sep=;", "SEP=;", '"sep=;"'])
def test_a_stated_delimiter_is_no_data(line: str) -> None:
    assert rows(f"{line}\r\nLoa;7,5\r\nTrạm;8,5\r\n") == {1: ["Loa", "7,5"], 2: ["Trạm", "8,5"]}


@pytest.mark.parametrize("line", ["sep=", "sep=x", "sep=;;"])
def test_a_stated_delimiter_that_is_none(line: str) -> None:
    assert reason(f"{line}\nLoa;5\n") == "delimiter"


def test_a_heading_that_begins_like_one() -> None:
    assert rows("September;Số tin\nx;5\n")[1] == ["September", "Số tin"]


def test_invisible_characters_are_noted() -> None:
    (cell,) = only_sheet(reading("\u200b12\n")).cells
    assert (cell.raw, cell.text, cell.cleaned) == ("\u200b12", "12", ("zero-width",))


def test_prose_is_a_sheet_without_a_table() -> None:
    text = "Kính gửi phòng Văn hóa, xã xin báo cáo: tuần qua phát 5 tin, 3 bài.\n\nTrân trọng.\n"
    assert sorted(rows(text)) == [1, 3]


@pytest.mark.parametrize("text", ["<html><table>", "MIME-Version: 1.0\n\na,b", "{\\rtf1 a,b}"])
def test_other_texts_are_not_tables(text: str) -> None:
    (finding,) = reading(text).findings
    assert finding.rule == "unsupported-file"


def test_caps(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a,b\n" * 10
    monkeypatch.setattr(delimited, "MAX_CELLS", 20)
    monkeypatch.setattr(delimited, "MAX_ROW", 10)
    monkeypatch.setattr(delimited, "MAX_COLUMN", 2)
    monkeypatch.setattr(delimited, "_MAX_FIELDS", 10)
    assert len(only_sheet(reading(text)).cells) == 20
    for name, cap in (("MAX_CELLS", 19), ("MAX_ROW", 9), ("MAX_COLUMN", 1), ("_MAX_FIELDS", 9)):
        with monkeypatch.context() as patch:
            patch.setattr(delimited, name, cap)
            (finding,) = reading(text).findings
            assert (finding.rule, finding.argument("reason")) == ("unsafe-file", "too-many-cells")


DELIMITERS = "\t|;,"  # the less likely inside a cell, the earlier


def tables(delimiter: str) -> st.SearchStrategy[tuple[str, list[list[str]]]]:
    """Tables whose cells hold no delimiter that is less likely than their own, and may hold anything else."""
    letters = "aăâbđốỉ 195.'-\"\n(=ư" + DELIMITERS[DELIMITERS.index(delimiter) :]
    cells = st.text(st.sampled_from(letters), max_size=8)
    rows = st.integers(2, 6).flatmap(
        lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=12)
    )
    return rows.map(lambda table: (delimiter, table))


@settings(max_examples=500, deadline=None)
@given(
    st.sampled_from(DELIMITERS).flatmap(tables),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
)
def test_numbers_that_are_written_read_back_the_same_or_the_file_is_refused(
    written: tuple[str, list[list[str]]], encoding: str, end: str, quoted: bool
) -> None:
    delimiter, table = written
    table = [[field.replace("\n", end) for field in fields] for fields in table]  # csv quotes only its own line ends
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL).writerows(
        table
    )
    read = reading(out.getvalue(), encoding)
    assume(read.content in {"csv", "tsv"})
    for sheet in read.sheets:
        assert {(cell.row, cell.column): cell.raw for cell in sheet.cells if is_number(str(cell.raw))} == {
            (row, column): field
            for row, fields in enumerate(table, 1)
            for column, field in enumerate(fields, 1)
            if is_number(field)
        }


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_damaged_bytes_never_raise(data: st.DataObject) -> None:
    good = data.draw(st.sampled_from([SAMPLE.encode(), windows_1258(SAMPLE), SAMPLE.encode("utf-16")]))
    damaged = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    read = reading(bytes(damaged[: data.draw(st.integers(1, len(damaged)))]))
    assert bool(read.sheets) != bool(read.findings)
