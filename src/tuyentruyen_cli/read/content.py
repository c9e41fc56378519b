"""What kind of file some bytes are, by magic and structure. A name is never asked.

Kinds: ``xlsx xlsm xlsb xls ods odt odp docx pptx doc ppt ole encrypted zip rar 7z gzip pdf rtf html xml eml picture csv tsv
unknown``.
"""

import re
from collections.abc import Mapping
from typing import Final

from tuyentruyen_cli.read import cfb
from tuyentruyen_cli.read.archive import Archive
from tuyentruyen_cli.read.encoding import markless_utf16

ZIP_MAGIC: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_MAGIC: Final[Mapping[bytes, str]] = {
    b"Rar!\x1a\x07": "rar",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "rtf",
    b"\x89PNG\r\n\x1a\n": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF87a": "picture",
    b"GIF89a": "picture",
    b"II*\0": "picture",
    b"MM\0*": "picture",
}
_HEIF_BRANDS: Final = (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif")
# Adobe lets a PDF begin anywhere in its first 1,024 bytes.
_PDF_WITHIN: Final = 1024
# The content type of the main part of an OPC package (ECMA-376 part 1 and MS-OFFMACRO), by what is unlike in it; small letters.
_MAIN_PARTS: Final[Mapping[bytes, str]] = {
    b"spreadsheetml.sheet.main+xml": "xlsx",
    b"spreadsheetml.template.main+xml": "xlsx",
    b"ms-excel.sheet.macroenabled.main+xml": "xlsm",
    b"ms-excel.template.macroenabled.main+xml": "xlsm",
    b"ms-excel.sheet.binary.macroenabled.main": "xlsb",
    b"wordprocessingml.document.main+xml": "docx",
    b"wordprocessingml.template.main+xml": "docx",
    b"ms-word.document.macroenabled.main+xml": "docx",
    b"ms-word.template.macroenabledtemplate.main+xml": "docx",
    b"presentationml.": "pptx",
}
_OPEN_DOCUMENT: Final[Mapping[bytes, str]] = {
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.spreadsheet-template": "ods",
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.text-template": "odt",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
_OLE: Final[Mapping[str, str]] = {
    "encryptedpackage": "encrypted",
    "encryptioninfo": "encrypted",
    "workbook": "xls",
    "book": "xls",
    "worddocument": "doc",
    "powerpoint document": "ppt",
}
_HTML: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|style|script|div|title|font)\b", re.IGNORECASE)
_MAIL: Final = re.compile(rb"(?:MIME-Version|Received|Return-Path|Delivered-To|From|Message-ID|X-[\w-]+):", re.IGNORECASE)
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_LOOK_AT: Final = 65_536


def kind_of(data: bytes) -> str:
    """The kind of any bytes but those of an archive, for which see ``kind_of_archive``. Raises FileFault when damaged."""
    if data.startswith(cfb.SIGNATURE):
        return _kind_of_ole(data)
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            return kind
    if _is_picture(data):
        return "picture"
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    return _kind_of_text(data)


def is_archive(data: bytes) -> bool:
    """Whether the bytes begin as a ZIP does."""
    return data.startswith(ZIP_MAGIC)


def kind_of_archive(archive: Archive) -> str:
    """The kind of document that an archive is; ``zip`` when it only carries files."""
    if "[Content_Types].xml" in archive:
        types = archive.part("[Content_Types].xml").lower()
        found = [kind for mark, kind in _MAIN_PARTS.items() if mark in types]
        if found:
            return found[0]
    if "mimetype" in archive:
        return _OPEN_DOCUMENT.get(archive.part("mimetype").strip(), "zip")
    return "zip"


def _kind_of_ole(data: bytes) -> str:
    names = cfb.root_names(data)
    return next((kind for name, kind in _OLE.items() if name in names), "ole")


def _is_picture(data: bytes) -> bool:
    if data.startswith(b"BM"):
        # Two letters are weak magic: a text may begin with BM. The size of the file follows them.
        return int.from_bytes(data[2:6], "little") == len(data)
    if data.startswith(b"RIFF"):
        return data[8:12] == b"WEBP"
    return data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS


def _kind_of_text(data: bytes) -> str:
    """``html``, ``xml``, ``eml``, ``csv`` or ``tsv``; ``unknown`` for what is no text. The encoding is not settled here."""
    text = _narrowed(data[:_LOOK_AT])
    start = text.lstrip()
    if _HTML.match(start):
        return "html"
    if start.startswith((b"<?xml", b"<!")):
        return "html" if _HTML.search(start[:_PDF_WITHIN]) else "xml"
    if _CONTROLS.search(text):
        return "unknown"
    if _MAIL.match(start):
        return "eml"
    tabs = text.count(b"\t")
    return "tsv" if tabs and tabs >= max(text.count(b","), text.count(b";")) else "csv"


def _narrowed(data: bytes) -> bytes:
    """The text with one byte for each ASCII character, whatever UTF it is in; other encodings as they are."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:]
    for bom, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(bom):
            return data[2:].decode(encoding, "replace").encode()
    encoding = markless_utf16(data)
    return data.decode(encoding, "replace").encode() if encoding else data
