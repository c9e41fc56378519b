"""What goes back to a sender: files with something to mend, copies that say where, and the mark that tells such a list."""

import datetime as dt
import unicodedata
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.sheet import Sheet

LIST_SHEET = "CẦN SỬA"
# Stands in the first rows of the sheet, and over the list in Word, in plain sight: as text it survives every program.
MARK = "tuyentruyen:can-sua"
_HEAD_ROWS = 10


def is_returned_list(sheet: Sheet) -> bool:
    """Whether a sheet or table is the list that went back to its sender: it says so in its title, and bears the mark."""
    if not any(MARK in line.casefold() for line in _head(sheet)):
        return False  # as nearly every one
    lines = [unicodedata.normalize("NFC", line).casefold() for line in _head(sheet)]
    return any(MARK in line for line in lines) and any(LIST_SHEET.casefold() in line for line in lines)


def _head(sheet: Sheet) -> Iterator[str]:
    yield sheet.part
    yield from sheet.around.preceding if sheet.around else ()
    yield from (cell.text for cell in takewhile(lambda c: c.row <= _HEAD_ROWS, sheet.cells))


class FileToMend(Struct, frozen=True, array_like=True, gc=False):
    """A received file and what is asked about it, the heaviest first.

    ``received_at`` and ``evidence`` as in ``Submission``. ``readable`` is false for one that could not be opened.
    """

    file: str
    sha256: str
    content: str
    readable: bool
    findings: tuple[Finding, ...]
    received_at: dt.datetime | None = None
    evidence: str = ""


class ToMend(Struct, frozen=True, array_like=True, gc=False):
    """What goes back to one sender. ``unit`` is None for a file of no known unit, or of several: it goes back by itself."""

    unit: str | None
    name: str
    files: tuple[FileToMend, ...]

    def count(self, severity: Severity) -> int:
        """How many findings of that weight there are."""
        return sum(f.severity is severity for file in self.files for f in file.findings)


class Wanted(NamedTuple):
    """What a worker is asked to mark: one reading of a file (its name, or a member's of an archive), and what to say in it.

    ``title`` and ``how`` are the first lines of the list; ``author`` signs the notes.
    """

    reading: str
    findings: tuple[Finding, ...]
    title: str
    how: str
    author: str


class Marked(NamedTuple):
    """A file's findings with what is typed as its sender sees it, and its marked copy.

    ``copy`` is None when there is none: ``reason`` (an id of ``texts.replies`` after ``no-copy-``) and ``detail`` say why.
    ``ending`` is that of the copy's name (``.xlsx``, ``.xlsm``). ``sheets`` are the visible ones of the file.
    """

    findings: tuple[Finding, ...]
    sheets: tuple[str, ...] = ()
    copy: bytes | None = None
    ending: str = ""
    reason: str = ""
    detail: str = ""


class ReturnedFile(NamedTuple):
    """What became of one file: its marked copy, or why there is none (an id of ``texts.replies`` after ``no-copy-``)."""

    file: str
    copy: Path | None = None
    reason: str = ""
    detail: str = ""


class Returned(NamedTuple):
    """What goes back to one sender, as it was written, to be answered by ``by``.

    ``listed`` is the list in Word for the files without a copy.
    """

    unit: str | None
    name: str
    errors: int
    warnings: int
    chat: str
    by: dt.datetime
    mail: Path
    listed: Path | None
    files: tuple[ReturnedFile, ...]


class Returns(NamedTuple):
    """Everything that goes back for one week. ``texts`` holds all messages; ``removed`` are of an earlier run."""

    period: str
    returned: tuple[Returned, ...]
    texts: Path | None
    outputs: tuple[Path, ...]
    removed: tuple[Path, ...] = ()
