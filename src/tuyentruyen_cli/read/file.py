"""Reads one file: is it safe, what is it, and what does it hold. The one place where faults become findings."""

import errno
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.sheet import Reading
from tuyentruyen_cli.read.archive import Archive
from tuyentruyen_cli.read.content import is_archive, kind_of, kind_of_archive
from tuyentruyen_cli.read.fault import ENCRYPTED, UNSUPPORTED, FileFault, unreadable
from tuyentruyen_cli.read.preflight import load
from tuyentruyen_cli.read.source import Contents, Source
from tuyentruyen_cli.read.xlsx import read_xlsx

READERS: Final[Mapping[str, Callable[[Source], Contents]]] = {
    "xlsx": read_xlsx,
    "xlsm": read_xlsx,
}


def read_file(path: Path, name: str) -> Reading:
    """The sheets of a file, or the finding that says why it is not read. No file makes this raise (but MemoryError).

    ``name`` is the file's name relative to the week's folder, NFC, with ``/`` between folders.
    """
    try:
        data = load(path)
    except FileFault as fault:
        return _refused(name, b"", "empty" if ("reason", "zero-bytes") in fault.arguments else "unknown", fault)
    except OSError as error:
        return _refused(name, b"", "unknown", unreadable("os-error", code=errno.errorcode.get(error.errno or 0, "")))
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Reading:
    """``read_file`` for bytes that are at hand already."""
    content = "unknown"
    try:
        archive = None
        if is_archive(data):
            content = "zip"
            archive = Archive(data)
            content = kind_of_archive(archive)
        else:
            content = kind_of(data)
        contents = _reader(content)(Source(name, content, data, archive))
    except FileFault as fault:
        return _refused(name, data, content, fault)
    digest = hashlib.sha256(data).hexdigest()
    return Reading(name, digest, len(data), content, contents.sheets, contents.findings, contents.metadata)


def _reader(content: str) -> Callable[[Source], Contents]:
    """The reader of a kind of file. Raises FileFault for a kind that has none."""
    if content == "encrypted":
        raise FileFault(ENCRYPTED)
    if content not in READERS:
        raise FileFault(UNSUPPORTED, content=content)
    return READERS[content]


def _refused(name: str, data: bytes, content: str, fault: FileFault) -> Reading:
    finding = Finding(fault.rule, Severity.ERROR, Location(name), fault.arguments)
    return Reading(name, hashlib.sha256(data).hexdigest(), len(data), content, findings=(finding,))
