"""Word documents of before 2007: converted by LibreOffice, and refused where the file's own text says otherwise."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.sheet import Cell, CellKind, Sheet
from tuyentruyen_cli.read import cfb, libreoffice
from tuyentruyen_cli.read.doc_text import same_numbers, text_of
from tuyentruyen_cli.read.fault import FileFault
from tuyentruyen_cli.read.file import read_bytes

Parts = Callable[..., dict[str, bytes]]
Pack = Callable[[Mapping[str, bytes]], bytes]

PROGRAM = libreoffice.find_libreoffice()
needs_libreoffice = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed here: .doc cannot be converted")


def row(*texts: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in texts) + "</w:tr>"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


TABLE = "<w:tbl>" + row("Kênh", "Số tin") + row("Loa kéo", "1.200") + row("", "7") + "</w:tbl>"


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], bytes]:
    """A .docx as the .doc that LibreOffice writes."""
    folder = tmp_path_factory.mktemp("doc")

    def converted(document: bytes) -> bytes:
        (folder / "a.docx").write_bytes(document)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            str(PROGRAM),
            profile,
            "--headless",
            "--convert-to",
            "doc",
            "--outdir",
            str(folder / "out"),
            str(folder / "a.docx"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        return (folder / "out" / "a.doc").read_bytes()

    return converted


@needs_libreoffice
def test_a_document_is_converted_with_a_note(convert: Callable[[bytes], bytes], word_parts: Parts, pack: Pack) -> None:
    data = convert(pack(word_parts(paragraph("Tuần 5") + TABLE + paragraph("Nơi nhận:"))))
    reading = read_bytes(data, "a.doc")
    (note,) = reading.findings
    assert (reading.content, note.rule, note.severity) == ("doc", "converted", Severity.NOTE)
    (sheet,) = reading.sheets
    assert {sheet.locate(c).cell: c.raw for c in sheet.cells} == {
        "A1": "Kênh", "B1": "Số tin", "A2": "Loa kéo", "B2": "1.200", "B3": "7",
    }  # fmt: skip
    assert sheet.around is not None
    assert (sheet.around.preceding, sheet.around.following) == (("Tuần 5",), ("Nơi nhận:",))


@needs_libreoffice
def test_a_table_that_the_conversion_loses(convert: Callable[[bytes], bytes], word_parts: Parts, pack: Pack) -> None:
    """A document that ends with its table: as .doc, LibreOffice reads that table as one line of prose."""
    data = convert(pack(word_parts(TABLE + paragraph("giữa") + TABLE)))
    assert text_of(data).count("1.200\x07") == 2
    (finding,) = read_bytes(data, "a.doc").findings
    assert (finding.rule, finding.argument("reason")) == ("unreadable-file", "conversion-differs")


@needs_libreoffice
def test_altered_documents_never_raise(convert: Callable[[bytes], bytes], word_parts: Parts, pack: Pack) -> None:
    data = convert(pack(word_parts(TABLE + paragraph(""))))
    for place in range(0, len(data), 97):
        altered = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        for act in (cfb.root_names, text_of):
            try:
                act(altered)
            except FileFault:
                continue


@needs_libreoffice
def test_a_program_that_takes_too_long_is_ended(convert: Callable[[bytes], bytes], word_parts: Parts, pack: Pack) -> None:
    data = convert(pack(word_parts(TABLE + paragraph(""))))
    assert PROGRAM is not None
    with pytest.raises(FileFault, match="unreadable-file"):
        libreoffice.to_docx(PROGRAM, data, seconds=0.01)


def test_without_libreoffice_it_is_unsupported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuyentruyen_cli.read.doc.find_libreoffice", lambda: None)
    monkeypatch.setattr("tuyentruyen_cli.read.file.kind_of", lambda _: "doc")
    (finding,) = read_bytes(b"\xd0\xcf", "a.doc").findings
    assert (finding.rule, finding.argument("content")) == ("unsupported-file", "doc")


def test_a_program_that_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuyentruyen_cli.libreoffice._run", lambda *_: None)
    with pytest.raises(FileFault, match="unreadable-file"):
        libreoffice.to_docx(tmp_path, b"x")
    monkeypatch.undo()
    with pytest.raises(FileFault, match="unreadable-file"):
        libreoffice.to_docx(tmp_path / "missing", b"x")


def sheets(*texts: str) -> list[Sheet]:
    return [Sheet("a.doc", "table 1", tuple(Cell(1, i, CellKind.TEXT, t, t) for i, t in enumerate(texts, 1)))]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Tuần 5\rKênh\x07Số tin\x07\x07Loa\x0712\x07\x07Trang 1", ("Kênh", "Số tin", "Loa", "12")),
        ("12\r15\x07", ("12\n15",)),
        ("a\x0b15\x07", ("a\n15",)),
        ("\x13 =SUM(ABOVE) \\# 9 \x1412\x15\x07", ("12",)),
        ("\x13 IF \x13 =1 \x149\x15 \x1412\x15\x07", ("12",)),
        ("\x13 XE 9 \x1512\x07", ("12",)),
        ("12 tin\x07", ("12 tin",)),
    ],
)
def test_readings_that_agree(text: str, cells: tuple[str, ...]) -> None:
    assert same_numbers(text, sheets(*cells))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("12\x0715\x07", ("12",)),
        ("12\x07", ("12", "15")),
        ("12\x07", ("1.2",)),
        ("12\x0715\x07", ("15", "12")),
        ("12\x07", ()),
    ],
)
def test_readings_that_differ(text: str, cells: tuple[str, ...]) -> None:
    assert not same_numbers(text, sheets(*cells))
