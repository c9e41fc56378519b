"""A Word document of before 2007 as one of today, by LibreOffice."""

from pathlib import Path
from typing import Final

from tuyentruyen_cli.libreoffice import NotConverted, converted, find_libreoffice
from tuyentruyen_cli.read.fault import unreadable
from tuyentruyen_cli.read.preflight import load

__all__ = ["find_libreoffice", "to_docx"]

# Less than a worker has for a file: the program is ended by us, not orphaned when the worker is.
SECONDS: Final = 9.0


def to_docx(program: Path, data: bytes, seconds: float = SECONDS) -> bytes:
    """The document converted. Raises FileFault when it cannot be in time."""
    try:
        with converted(program, "document.doc", data, "docx:MS Word 2007 XML", seconds) as made:
            return load(made)
    except (NotConverted, OSError) as error:
        raise unreadable("conversion") from error
