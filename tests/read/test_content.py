"""Kinds of files, by what is in them."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

import pytest

from tuyentruyen_cli.read.file import read_bytes

Pack = Callable[[Mapping[str, bytes]], bytes]

HTML_AS_XLS = b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>'


def compound(*names: str, storages: Mapping[str, str] | None = None) -> bytes:
    """A compound file of version 3 with empty streams under the root; ``storages`` hold one stream each."""
    entries = [("Root Entry", 5, 0xFFFFFFFF, 1)]
    below = [(name, 2, None) for name in names] + [(name, 1, inner) for name, inner in (storages or {}).items()]
    last = len(below)
    for number, (name, kind, inner) in enumerate(below, 1):
        right = number + 1 if number < last else 0xFFFFFFFF
        entries.append((name, kind, right, 0xFFFFFFFF if inner is None else last + number))
    for _, _, inner in below:
        entries.append((inner or "", 2 if inner else 0, 0xFFFFFFFF, 0xFFFFFFFF))
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBBLLL", 2 * len(name) + 2, kind, 1, 0xFFFFFFFF, right, child).ljust(64, b"\0")
        for name, kind, right, child in entries
    )
    sectors = -(-len(directory) // 512)
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9L", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109L", 0, *[0xFFFFFFFF] * 108)
    chain = [0xFFFFFFFD, *range(2, sectors + 1), 0xFFFFFFFE]
    table = struct.pack("<128L", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    return header + table + directory.ljust(512 * sectors, b"\0")


def kind(data: bytes) -> str:
    return read_bytes(data, "báo cáo.xlsx").content


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\n\n%PDF-1.4", "pdf"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"Rar!\x1a\x07\x01\0", "rar"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"GIF89a", "picture"),
        (b"BM\x0a\0\0\0\0\0\0\0", "picture"),
        (b"II*\0\x08", "picture"),
        (b"\0\0\0\x18ftypheic", "picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "picture"),
        (b"RIFF\0\0\0\0WAVEfmt ", "unknown"),
        (HTML_AS_XLS, "html"),
        (b"\xef\xbb\xbf  <!DOCTYPE html>", "html"),
        (b"<table border=1>", "html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "html"),
        ("\ufeff<html>".encode("utf-16-le"), "html"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "xml"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "eml"),
        (b"Received: from a by b", "eml"),
        ("Kênh,Số tin\n".encode(), "csv"),
        ("Kênh;Số tin\tx;\n".encode(), "csv"),
        ("Kênh\tSố tin, bài\tx\n".encode(), "tsv"),
        ("Kênh\tSố tin\n".encode("utf-16"), "tsv"),
        ("Kênh,Số tin".encode("utf-16-be"), "csv"),
        ("Kênh,Số tin".encode("utf-16-le"), "csv"),
        (b"\xfe\xff" + "a,b".encode("utf-16-be"), "csv"),
        ("Kênh,Số tin".encode("cp1258", "replace"), "csv"),
        (b"BMI,5\n", "csv"),
        (bytes(600), "unknown"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", "unknown"),
        (b"PKZIP,5", "csv"),
    ],
)
def test_kinds_by_their_first_bytes(data: bytes, expected: str) -> None:
    assert kind(data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (compound("Workbook", "\x05SummaryInformation"), "xls"),
        (compound("Book"), "xls"),
        (compound("WordDocument", "1Table"), "doc"),
        (compound("PowerPoint Document"), "ppt"),
        (compound("EncryptionInfo", "EncryptedPackage"), "encrypted"),
        (compound("__properties_version1.0"), "ole"),
        (compound("Workbook", storages={"MBD0001": "WordDocument"}), "xls"),
        (compound("x", storages={"MBD0001": "EncryptedPackage"}), "ole"),
        (compound(*[f"stream {n}" for n in range(40)], "Workbook"), "xls"),
    ],
)
def test_kinds_of_compound_files(data: bytes, expected: str) -> None:
    assert kind(data) == expected


def test_a_protected_workbook_says_so() -> None:
    (finding,) = read_bytes(compound("EncryptedPackage"), "a.xlsx").findings
    assert (finding.rule, finding.arguments) == ("encrypted-file", ())


@pytest.mark.parametrize("cut", [20, 80, 512, 700, 1024])
def test_cut_compound_files_are_unreadable(cut: int) -> None:
    (finding,) = read_bytes(compound("Workbook")[:cut], "a.xls").findings
    assert finding.rule == "unreadable-file"


def test_a_compound_file_whose_directory_goes_in_circles() -> None:
    data = bytearray(compound("Workbook"))
    data[516:520] = struct.pack("<L", 1)
    (finding,) = read_bytes(bytes(data), "a.xls").findings
    assert (finding.rule, finding.argument("reason")) == ("unreadable-file", "damaged")


def test_a_compound_file_with_a_longer_table() -> None:
    data = bytearray(compound("Workbook"))
    data[68:72] = struct.pack("<L", len(data) // 512 - 1)
    data += struct.pack("<128L", *[0xFFFFFFFF] * 127, 0xFFFFFFFE)
    assert kind(bytes(data)) == "xls"


def test_a_compound_file_with_sectors_of_no_size() -> None:
    data = bytearray(compound("Workbook"))
    data[30] = 1
    assert read_bytes(bytes(data), "a.xls").findings[0].rule == "unreadable-file"


TYPES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": "pptx",
    "application/vnd.ms-excel.sheet.binary.macroEnabled.main": "xlsb",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "docx",
    "application/x-other": "zip",
}


@pytest.mark.parametrize(("main", "expected"), TYPES.items())
def test_kinds_of_packages(pack: Pack, main: str, expected: str) -> None:
    assert (
        kind(pack({"[Content_Types].xml": f'<Types><Override PartName="/x" ContentType="{main}"/></Types>'.encode()}))
        == expected
    )


@pytest.mark.parametrize(
    ("last", "expected"), [("spreadsheet", "ods"), ("text", "odt"), ("presentation", "odp"), ("chart", "zip")]
)
def test_kinds_of_open_documents(pack: Pack, last: str, expected: str) -> None:
    assert kind(pack({"mimetype": f"application/vnd.oasis.opendocument.{last}".encode()})) == expected


@pytest.mark.parametrize(
    ("main", "expected"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xlsx"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", "xlsx"),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "xlsm"),
    ],
)
def test_workbooks_are_read_under_any_name(
    parts: Callable[..., dict[str, bytes]], pack: Pack, main: str, expected: str
) -> None:
    made = parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    made["[Content_Types].xml"] = f'<Types><Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>'.encode()
    reading = read_bytes(pack(made), "báo cáo.xls")
    assert (reading.content, reading.findings, len(reading.sheets)) == (expected, (), 1)


def test_an_archive_of_files_and_an_empty_one(pack: Pack) -> None:
    assert kind(pack({"a.xlsx": b"x", "b.txt": b"y"})) == "zip"
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    assert kind(empty.getvalue()) == "zip"


def test_what_is_not_read_says_what_it_is() -> None:
    (finding,) = read_bytes(HTML_AS_XLS, "con/báo cáo.xls").findings
    assert (finding.rule, finding.arguments) == ("unsupported-file", (("content", "html"),))
    assert (finding.location.file, finding.location.part) == ("con/báo cáo.xls", "")
