"""Reads a Word document of before 2007 (.doc) as LibreOffice converts it."""

from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.read.archive import Archive
from tuyentruyen_cli.read.content import is_archive, kind_of_archive
from tuyentruyen_cli.read.doc_text import same_numbers, text_of
from tuyentruyen_cli.read.docx import read_docx
from tuyentruyen_cli.read.fault import UNSUPPORTED, FileFault, unreadable
from tuyentruyen_cli.read.libreoffice import find_libreoffice, to_docx
from tuyentruyen_cli.read.source import Contents, Source


def read_doc(source: Source) -> Contents:
    """The tables as after conversion, with a note. Raises FileFault.

    ``unsupported-file`` where LibreOffice is not installed; ``unreadable-file`` where the numbers in its tables are not those
    that the file's own text holds.
    """
    program = find_libreoffice()
    if program is None:
        raise FileFault(UNSUPPORTED, content=source.content)
    text = text_of(source.data)
    data = to_docx(program, source.data)
    archive = Archive(data) if is_archive(data) else None
    if archive is None or kind_of_archive(archive) != "docx":
        raise unreadable("conversion")
    contents = read_docx(Source(source.name, "docx", data, archive))
    if not same_numbers(text, contents.sheets):
        raise unreadable("conversion-differs")
    note = Finding("converted", RULES["converted"], Location(source.name), (("content", source.content),))
    return Contents(contents.sheets, (note, *contents.findings), contents.metadata)
