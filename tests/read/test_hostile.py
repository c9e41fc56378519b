"""Files that want to harm, and files that were harmed."""

import errno
import hashlib
import io
import os
import struct
import sys
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.sheet import Reading
from tuyentruyen_cli.read import archive, markup, merges, preflight, xlsx, xlsx_sheet
from tuyentruyen_cli.read.fault import FileFault
from tuyentruyen_cli.read.file import read_bytes, read_file

Parts = Callable[..., dict[str, bytes]]
Pack = Callable[[Mapping[str, bytes]], bytes]
Write = Callable[[bytes], Path]

ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
SHEET = "xl/worksheets/sheet1.xml"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no such files on Windows")


@pytest.fixture
def good(parts: Parts, pack: Pack) -> bytes:
    return pack(parts(ROW))


def refusal(reading: Reading) -> tuple[str, object]:
    assert reading.sheets == ()
    (finding,) = reading.findings
    assert finding.severity is Severity.ERROR
    return finding.rule, finding.argument("reason")


def test_a_good_file(write: Write, good: bytes) -> None:
    reading = read_file(write(good), "thư mục/báo cáo.xlsx")
    assert reading.findings == ()
    assert (reading.file, reading.size, reading.content) == ("thư mục/báo cáo.xlsx", len(good), "xlsx")
    assert reading.sha256 == hashlib.sha256(good).hexdigest()
    assert reading.sheets[0].file == "thư mục/báo cáo.xlsx"


def test_no_bytes(write: Write) -> None:
    reading = read_file(write(b""), "a.xlsx")
    assert (reading.content, refusal(reading)) == ("empty", ("unreadable-file", "zero-bytes"))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    reading = read_file(tmp_path / "không có.xlsx", "a.xlsx")
    assert refusal(reading) == ("unreadable-file", "os-error")
    assert reading.findings[0].argument("code") == "ENOENT"


def test_a_file_that_the_system_refuses(write: Write, good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(errno.EACCES, "denied")

    path = write(good)
    monkeypatch.setattr(os, "open", denied)
    assert read_file(path, "a.xlsx").findings[0].argument("code") == "EACCES"


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(read_file(tmp_path, "a.xlsx")) == ("unsafe-file", "not-regular")


@POSIX
def test_links_are_not_followed(write: Write, good: bytes, tmp_path: Path) -> None:
    link = tmp_path / "link.xlsx"
    link.symlink_to(write(good))
    assert refusal(read_file(link, "a.xlsx")) == ("unsafe-file", "not-regular")


@POSIX
def test_pipes_do_not_block(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.xlsx"
    os.mkfifo(pipe)
    assert refusal(read_file(pipe, "a.xlsx")) == ("unsafe-file", "not-regular")


@POSIX
def test_a_pipe_that_takes_the_files_place_does_not_block(
    write: Write, good: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, pipe = write(good), tmp_path / "pipe.xlsx"
    os.mkfifo(pipe)
    regular = os.lstat(path)
    monkeypatch.setattr(os, "lstat", lambda _: regular)
    assert refusal(read_file(pipe, "a.xlsx")) == ("unsafe-file", "not-regular")


def test_too_large(write: Write, good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "MAX_SIZE", len(good))
    path = write(good)
    assert read_file(path, "a.xlsx").findings == ()
    path.write_bytes(good + b"x")
    assert refusal(read_file(path, "a.xlsx")) == ("unsafe-file", "too-large")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_cut_files(good: bytes, share: float) -> None:
    assert refusal(read_bytes(good[: int(len(good) * share)], "a.xlsx")) == ("unreadable-file", "truncated")


def test_an_altered_byte_in_a_sheet(good: bytes) -> None:
    at = good.index(SHEET.encode()) + len(SHEET) + 8
    assert refusal(read_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :], "a.xlsx")) == ("unreadable-file", "damaged")


@pytest.mark.parametrize("name", [SHEET, "docProps/app.xml", "xl/media/image1.png"])
def test_a_bomb_anywhere(parts: Parts, pack: Pack, name: str) -> None:
    bomb = pack({**parts(ROW), name: bytes(30 << 20)})
    assert len(bomb) < 100_000
    assert refusal(read_bytes(bomb, "a.xlsx")) == ("unsafe-file", "ratio")


def test_small_parts_may_deflate_well(parts: Parts, pack: Pack) -> None:
    assert read_bytes(pack({**parts(ROW), "xl/media/image1.bmp": bytes(1 << 20)}), "a.xlsx").findings == ()


def test_a_bomb_of_many_parts(parts: Parts, pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_INFLATED", 10_000)
    made = {**parts(ROW), **{f"xl/{n}.bin": bytes(3_000) for n in range(4)}}
    assert refusal(read_bytes(pack(made), "a.xlsx")) == ("unsafe-file", "inflated")


def test_a_header_that_lies_about_the_size(parts: Parts, pack: Pack) -> None:
    data = bytearray(pack({**parts(ROW), "x.bin": bytes(5_000)}))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<L", 10)
    assert refusal(read_bytes(bytes(data), "a.xlsx")) == ("unreadable-file", "damaged")


@pytest.mark.parametrize("count", [2_001, 30_000])
def test_too_many_entries(parts: Parts, pack: Pack, count: int) -> None:
    made = {**parts(ROW), **{f"x/{n}": b"" for n in range(count)}}
    assert refusal(read_bytes(pack(made), "a.xlsx")) == ("unsafe-file", "too-many-entries")


@pytest.mark.parametrize("twin", [SHEET, SHEET.upper(), SHEET.replace("/", "\\"), "/" + SHEET, "./" + SHEET])
def test_two_members_of_one_name(parts: Parts, twin: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as written, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in [*parts(ROW).items(), (twin, b"<other/>")]:
            written.writestr(name, content)
    assert refusal(read_bytes(out.getvalue(), "a.xlsx")) == ("unsafe-file", "duplicate-members")


def test_a_local_header_with_another_name(parts: Parts, pack: Pack) -> None:
    data = pack(parts(ROW))
    at = data.index(SHEET.encode())
    assert refusal(read_bytes(data[:at] + b"X" + data[at + 1 :], "a.xlsx")) == ("unreadable-file", "damaged")


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        (0, b"XX", "damaged"),  # the entry's signature
        (24, b"\xff\xff\xff\x7f", "damaged"),  # inflated size
        (20, b"\xff\xff\xff\x00", "truncated"),  # packed size
        (42, b"\xff\xff\xff\x00", "truncated"),  # where the member begins
        (42, b"\x01", "damaged"),
        (9, b"\x08" + bytes(36) + b"\xff", "damaged"),  # the name is UTF-8, and is none
    ],
)
def test_a_directory_that_was_altered(parts: Parts, pack: Pack, field: int, value: bytes, why: str) -> None:
    data = bytearray(pack(parts(ROW)))
    entry = data.index(b"PK\x01\x02") + field
    data[entry : entry + len(value)] = value
    assert refusal(read_bytes(bytes(data), "a.xlsx")) == ("unreadable-file", why)


def test_a_packed_size_that_ends_too_early(parts: Parts, pack: Pack) -> None:
    data = bytearray(pack(parts(ROW)))
    entry = data.index(b"PK\x01\x02") + 20
    data[entry] -= 9
    assert refusal(read_bytes(bytes(data), "a.xlsx")) == ("unreadable-file", "damaged")


def test_members_that_are_not_packed(parts: Parts) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as written:
        for name, content in parts(ROW).items():
            written.writestr(name, content)
    assert read_bytes(out.getvalue(), "a.xlsx").findings == ()


def test_folders_and_nameless_members_are_no_parts(parts: Parts, pack: Pack) -> None:
    assert read_bytes(pack({"xl/": b"", "xl\\worksheets\\": b"", **parts(ROW)}), "a.xlsx").findings == ()
    data = bytearray(pack({"a": b"x"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 28 : entry + 34] = struct.pack("<3H", 0, 0, 1)  # the name becomes the comment
    assert archive.Archive(bytes(data)).names == ("",)


def test_a_member_with_a_password(good: bytes) -> None:
    data = bytearray(good)
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(read_bytes(bytes(data), "a.xlsx")) == ("encrypted-file", None)


def test_a_packing_that_no_workbook_uses(parts: Parts) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as written:
        for name, content in parts(ROW).items():
            written.writestr(name, content)
    assert refusal(read_bytes(out.getvalue(), "a.xlsx")) == ("unreadable-file", "damaged")


DECLARED = '<!DOCTYPE x [<!ENTITY a "1">]>'


@pytest.mark.parametrize(
    "name", [SHEET, "xl/workbook.xml", "xl/styles.xml", "docProps/app.xml", "xl/drawings/v.vml", "x.rels", "odd.dat"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_doctype_in_any_part(parts: Parts, pack: Pack, name: str, encoding: str) -> None:
    made = parts(ROW)
    made[name] = (DECLARED + made.get(name, b"<x/>").decode()).encode(encoding)
    assert refusal(read_bytes(pack(made), "a.xlsx")) == ("unsafe-file", "doctype")


def test_a_doctype_behind_spaces_and_a_comment(parts: Parts, pack: Pack) -> None:
    made = {**parts(ROW), "docProps/core.xml": f"\n <!-- -->{DECLARED}<x/>".encode()}
    assert refusal(read_bytes(pack(made), "a.xlsx")) == ("unsafe-file", "doctype")


def test_the_parser_itself_refuses_a_doctype() -> None:
    with pytest.raises(FileFault) as caught:
        markup.walk(DECLARED.encode() + b"<x/>", {})
    assert caught.value.rule == "unsafe-file"


def test_a_text_about_doctypes_is_a_text(parts: Parts, pack: Pack) -> None:
    made = parts(ROW, strings="<si><t>&lt;!DOCTYPE x&gt;</t></si>")
    assert read_bytes(pack(made), "a.xlsx").findings == ()


def test_too_many_cells_in_one_sheet_or_in_all(parts: Parts, pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pack(parts("".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="B{n}"/></row>' for n in range(1, 11))))
    monkeypatch.setattr(xlsx_sheet, "MAX_CELLS", 10)
    assert read_bytes(data, "a.xlsx").findings == ()
    monkeypatch.setattr(xlsx, "MAX_CELLS", 9)
    assert refusal(read_bytes(data, "a.xlsx")) == ("unsafe-file", "too-many-cells")
    monkeypatch.setattr(xlsx_sheet, "MAX_CELLS", 9)
    assert refusal(read_bytes(data, "a.xlsx")) == ("unsafe-file", "too-many-cells")


def test_merges_that_would_take_for_ever(parts: Parts, pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 11))
    data = pack(parts(rows, after="<mergeCells>" + '<mergeCell ref="B1:C9"/>' * 5 + "</mergeCells>"))
    assert read_bytes(data, "a.xlsx").findings == ()
    monkeypatch.setattr(merges, "MAX_CELLS", 40)
    assert refusal(read_bytes(data, "a.xlsx")) == ("unsafe-file", "too-many-cells")


def test_deep_nesting_and_quotes_do_no_harm(parts: Parts, pack: Pack) -> None:
    deep = "<x>" * 50_000 + "</x>" * 50_000
    made = parts(ROW, after=deep, strings='<si><t>&quot;&quot;"\'"</t></si>', before="<x y=\"'&quot;'\"/>")
    assert read_bytes(pack(made), "a.xlsx").findings == ()
