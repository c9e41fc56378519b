"""A PDF is read in a process of its own: whatever it does there, the program answers."""

import io
import time

import pytest
from pypdf import PdfWriter

from tuyentruyen_cli.pipeline import pdf_text as module
from tuyentruyen_cli.pipeline.pdf_text import pdf_text
from tuyentruyen_cli.read.fault import FileFault


def blank(password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def refused(data: bytes, seconds: float = 60.0) -> tuple[str, object]:
    with pytest.raises(FileFault) as fault:
        pdf_text(data, seconds)
    return fault.value.rule, dict(fault.value.arguments).get("reason")


def test_a_page_without_text_is_an_empty_text() -> None:
    assert pdf_text(blank()) == ["", ""]


def test_a_damaged_file() -> None:
    assert refused(b"%PDF-1.7\n1 0 obj <</Type /Catalog") == ("unreadable-file", "damaged")
    assert refused(blank()[:300]) == ("unreadable-file", "damaged")


def test_a_password() -> None:
    assert refused(blank("mật khẩu")) == ("encrypted-file", None)


def test_a_reader_that_dies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WORK", "os:abort")
    assert refused(blank()) == ("unreadable-file", "died")


def test_a_reader_that_takes_too_long() -> None:
    begun = time.monotonic()
    assert refused(blank(), 0.01) == ("unreadable-file", "timeout")
    assert time.monotonic() - begun < 10
