"""What a reader sees of a Word file: the text of its paragraphs and rows, and what stands in each bookmark."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree
from msgspec import Struct

from tuyentruyen_cli.render.ooxml import is_on, w

GAP: Final = "\0"  # where a bookmark stands in the text outside of bookmarks
_ENDS: Final = re.compile(r"\d[.,]?$")
_BEGINS: Final = re.compile(r"[.,]?\d[\d.,]*")
BODY: Final = "word/document.xml"
_BESIDE: Final = ("word/footnotes", "word/endnotes")
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)
_PARAGRAPH, _ROW, _CELL, _RUN, _TEXT = (w(name) for name in ("p", "tr", "tc", "r", "t"))
_CONTROL, _PROPERTIES, _HIDDEN, _FIELD = (w(name) for name in ("sdt", "rPr", "vanish", "fldChar"))
_START, _END, _ID, _NAME, _FIELD_KIND = (w(name) for name in ("bookmarkStart", "bookmarkEnd", "id", "name", "fldCharType"))
_BLANKS: Final = frozenset({w("tab"), w("br"), w("cr")})
# What was deleted or moved away with changes tracked, and the second copy of a drawing for old programs.
_UNSEEN: Final = frozenset({w("del"), w("moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"})


class Block(Struct, frozen=True):
    """A paragraph, or a row of a table with its cells. ``outside`` is its text with a gap for each of the ``bookmarks``."""

    cells: tuple[str, ...]
    outside: str
    bookmarks: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its text in one line."""
        return " ".join(" ".join(self.cells).split())

    @property
    def joined(self) -> dict[str, tuple[str, str]]:
        """The bookmarks whose number goes on outside of them, with the digits before and after: what is typed at the end of a
        bookmark stands outside of it.
        """
        pieces = self.outside.split(GAP)
        found = {}
        for name, before, after in zip(self.bookmarks, pieces, pieces[1:], strict=False):
            ends, begins = _ENDS.search(before), _BEGINS.match(after)
            if ends or begins:
                found[name] = (ends[0] if ends else "", begins[0] if begins else "")
        return found

    @property
    def label(self) -> str:
        """Of a row what it is called: its first cell with a letter; of a paragraph nothing."""
        named = (" ".join(cell.split()) for cell in self.cells if any(c.isalpha() for c in cell))
        return next(named, "") if len(self.cells) > 1 else ""


class Visible(Struct, frozen=True):
    """The blocks of a document in their order, and the text in each of the named bookmarks that are there."""

    blocks: tuple[Block, ...]
    held: dict[str, str]


def visible(document: bytes, prefix: str) -> Visible:
    """What is seen of a document; ``prefix`` is how the names of the bookmarks begin that are looked at.

    Raises KeyError, zipfile.BadZipFile and etree.XMLSyntaxError for what is no Word file.
    """
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return seen_in([etree.fromstring(archive.read(BODY), _PARSER), *_beside(archive)], prefix)


def beside(document: bytes) -> tuple[Block, ...]:
    """The blocks of what stands beside the main text: footnotes."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return seen_in(_beside(archive), "").blocks


def _beside(archive: zipfile.ZipFile) -> list[etree._Element]:
    names = sorted(n for n in archive.namelist() if n.startswith(_BESIDE) and n.endswith(".xml"))
    return [etree.fromstring(archive.read(name), _PARSER) for name in names]


def seen_in(trees: Iterable[etree._Element], prefix: str) -> Visible:
    """What is seen of the trees of a document's parts, in that order."""
    reading = _Reading(prefix)
    blocks = [block for tree in trees for block in reading.blocks(tree)]
    return Visible(tuple(blocks), {name: " ".join(text.split()) for name, text in reading.held.items()})


class _Reading:
    """Walks through a document once; a nation's has half a million elements."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._open: dict[str, str] = {}
        self.held: dict[str, str] = {}
        self._seen: list[str] = []
        self._outside: list[str] = []
        self._names: list[str] = []
        self._fields: list[bool] = []

    def blocks(self, tree: etree._Element) -> Iterator[Block]:
        """Rows of outermost tables as one block each, other paragraphs as they come."""
        for element in outermost(tree):
            self._outside, self._names = [], []
            cells = []
            for one in element.iterchildren(_CELL, _CONTROL) if element.tag == _ROW else (element,):
                self._seen = []
                self._walk(one)
                cells.append("".join(self._seen).strip())
            yield Block(tuple(cells), "".join(self._outside), tuple(self._names))

    def _walk(self, element: etree._Element) -> None:
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag == _START:
                self._begin(child)
            elif tag == _END:
                self._open.pop(child.get(_ID, ""), None)
            elif tag not in _UNSEEN and isinstance(tag, str):
                self._walk(child)
                if tag == _PARAGRAPH:
                    self._put(" ")

    def _begin(self, start: etree._Element) -> None:
        name = start.get(_NAME, "")
        if name.startswith(self._prefix):
            self._open[start.get(_ID, "")] = name
            self.held.setdefault(name, "")
            self._names.append(name)
            self._outside.append(GAP)

    def _run(self, run: etree._Element) -> None:
        seen = True
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                if seen and not any(self._fields):
                    self._put(child.text or "")
            elif tag == _PROPERTIES:
                hidden = child.find(_HIDDEN)
                seen = hidden is None or not is_on(hidden)
            elif tag == _FIELD:
                self._field(child.get(_FIELD_KIND, ""))
            elif tag in _BLANKS:
                if seen:
                    self._put(" ")
            elif tag not in _UNSEEN and isinstance(tag, str):
                self._walk(child)

    def _field(self, kind: str) -> None:
        """Of a field its code is not seen, its result is."""
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _put(self, text: str) -> None:
        self._seen.append(text)
        if not self._open:
            self._outside.append(text)
        for name in self._open.values():
            self.held[name] += text


def outermost(tree: etree._Element) -> Iterator[etree._Element]:
    """Rows and paragraphs that stand in no other row or paragraph."""
    for child in tree:
        if child.tag in {_PARAGRAPH, _ROW}:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
            yield from outermost(child)
