"""A finished document that somebody names: looked at before any library sees it, like every file that units send."""

from pathlib import Path
from typing import Final, NamedTuple

from tuyentruyen_cli.read.archive import Archive
from tuyentruyen_cli.read.content import is_archive, kind_of, kind_of_archive
from tuyentruyen_cli.read.fault import ENCRYPTED, UNSUPPORTED, FileFault, unreadable, unsafe
from tuyentruyen_cli.read.preflight import MIB, load

BODY: Final = "word/document.xml"
MAX_BODY: Final = 64 * MIB  # a nation's report, every commune a row, has 16


class Given(NamedTuple):
    """A document: ``docx`` or ``pdf``, and its bytes."""

    content: str
    data: bytes


def document(path: Path) -> Given:
    """The document. Raises FileFault for what is neither, damaged, or over the caps; OSError when the system refuses."""
    data = load(path)
    archive = Archive(data) if is_archive(data) else None
    content = kind_of_archive(archive) if archive else kind_of(data)
    if content == "encrypted":
        raise FileFault(ENCRYPTED)
    if content == "pdf":
        return Given(content, data)
    if content != "docx" or archive is None:
        raise FileFault(UNSUPPORTED, content=content)
    if BODY not in archive.names:
        raise unreadable("damaged")
    if len(archive.part(BODY)) > MAX_BODY:
        raise unsafe("inflated")
    archive.check()
    return Given(content, data)
