"""Reads one file: is it safe, what is it, and what does it hold. The one place where faults become findings."""

import errno
import hashlib
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.sheet import Reading
from tuyentruyen_cli.read.archive import Archive
from tuyentruyen_cli.read.content import is_archive, kind_of, kind_of_archive
from tuyentruyen_cli.read.fault import ENCRYPTED, UNSUPPORTED, FileFault, unreadable
from tuyentruyen_cli.read.preflight import load
from tuyentruyen_cli.read.source import Contents, Source
from tuyentruyen_cli.read.zip_files import content_of, members

# The module of this package and the function in it that read a kind of file. Loaded when the first such file is met: a folder
# of workbooks needs none of the others, and whoever checks one file waits for what is loaded.
READERS: Final[Mapping[str, tuple[str, str]]] = {
    "xlsx": ("xlsx", "read_xlsx"),
    "xlsm": ("xlsx", "read_xlsx"),
    "csv": ("delimited", "read_delimited"),
    "tsv": ("delimited", "read_delimited"),
    "ods": ("ods", "read_ods"),
    "xls": ("xls", "read_xls"),
    "docx": ("docx", "read_docx"),
    "doc": ("doc", "read_doc"),
}


class Opened(NamedTuple):
    """A file as received: its own hash and kind, and what there is to read of it. An archive's files come one by one."""

    sha256: str
    content: str
    readings: Iterator[Reading]


def open_file(path: Path, name: str) -> Opened:
    """A file with all that it carries: itself, or the files of an archive as ``archive.zip/name``, one level deep.

    No file makes this raise (but MemoryError), nor its readings. ``name`` as in ``read_file``.
    """
    data = _loaded(path, name)
    return open_bytes(data, name) if isinstance(data, bytes) else _alone(data)


def open_bytes(data: bytes, name: str) -> Opened:
    """``open_file`` for bytes that are at hand already."""
    reading = read_bytes(data, name)
    if reading.content != "zip" or any(finding.rule != UNSUPPORTED for finding in reading.findings):
        return _alone(reading)
    return Opened(reading.sha256, reading.content, _read_members(data, name))


def bytes_of(path: Path, name: str, reading: str) -> bytes | None:
    """The bytes behind one of the readings of ``open_file``, or None when there is no such one, or it cannot be had."""
    data = _loaded(path, name)
    if not isinstance(data, bytes) or reading == name:
        return data if isinstance(data, bytes) else None
    try:
        archive = Archive(data)
        found = next((m for m in members(archive) if f"{name}/{m.name}" == reading), None)
        return content_of(archive, found) if found else None
    except FileFault:
        return None


def read_file(path: Path, name: str) -> Reading:
    """The sheets of a file, or the finding that says why it is not read. No file makes this raise (but MemoryError).

    ``name`` is the file's name relative to the week's folder, NFC, with ``/`` between folders.
    """
    data = _loaded(path, name)
    return read_bytes(data, name) if isinstance(data, bytes) else data


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


def _loaded(path: Path, name: str) -> bytes | Reading:
    try:
        return load(path)
    except FileFault as fault:
        return _refused(name, b"", "empty" if ("reason", "zero-bytes") in fault.arguments else "unknown", fault)
    except OSError as error:
        return _refused(name, b"", "unknown", unreadable("os-error", code=errno.errorcode.get(error.errno or 0, "")))


def _alone(reading: Reading) -> Opened:
    return Opened(reading.sha256, reading.content, iter((reading,)))


def _read_members(data: bytes, name: str) -> Iterator[Reading]:
    archive = Archive(data)
    found = members(archive)
    if not found:
        yield _refused(name, data, "zip", unreadable("no-members"))
    for member in found:
        place = Location(f"{name}/{member.name}")
        if member.left_behind:
            yield Reading(place.file, "", 0, "unknown", findings=(Finding("set-aside-file", Severity.NOTE, place),))
            continue
        try:
            content = content_of(archive, member)
        except FileFault as fault:
            yield Reading(place.file, "", 0, "unknown", findings=(Finding(fault.rule, Severity.ERROR, place, fault.arguments),))
            continue
        yield read_bytes(content, place.file) if content else _refused(place.file, b"", "empty", unreadable("zero-bytes"))


def _reader(content: str) -> Callable[[Source], Contents]:
    """The reader of a kind of file. Raises FileFault for a kind that has none."""
    if content == "encrypted":
        raise FileFault(ENCRYPTED)
    if content not in READERS:
        raise FileFault(UNSUPPORTED, content=content)
    module, function = READERS[content]
    reader: Callable[[Source], Contents] = getattr(import_module(f"{__package__}.{module}"), function)
    return reader


def _refused(name: str, data: bytes, content: str, fault: FileFault) -> Reading:
    finding = Finding(fault.rule, Severity.ERROR, Location(name), fault.arguments)
    return Reading(name, hashlib.sha256(data).hexdigest(), len(data), content, findings=(finding,))
