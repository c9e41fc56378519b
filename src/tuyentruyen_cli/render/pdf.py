"""A Word document as PDF, by LibreOffice where it is installed."""

from tuyentruyen_cli.errors import OutsideFailed
from tuyentruyen_cli.libreoffice import NotConverted, converted, find_libreoffice

SECONDS = 180.0  # 3,321 units took 75 on two cores that eight others used, 170 took 14
BEGINNING = b"%PDF-"
END = b"%%EOF"


def to_pdf(document: bytes, seconds: float = SECONDS) -> bytes:
    """The document printed to PDF. Raises OutsideFailed, which says what to do without one."""
    program = find_libreoffice()
    if program is None:
        raise OutsideFailed("render.no-libreoffice")
    try:
        with converted(program, "document.docx", document, "pdf:writer_pdf_Export", seconds) as made:
            data = made.read_bytes()
    except NotConverted as error:
        raise (OutsideFailed("render.pdf-late", seconds=round(seconds)) if error.late else _nothing()) from error
    except OSError as error:
        raise _nothing() from error
    if not data.startswith(BEGINNING) or not data.rstrip().endswith(END):
        raise _nothing()
    return data


def _nothing() -> OutsideFailed:
    return OutsideFailed("render.no-pdf")
