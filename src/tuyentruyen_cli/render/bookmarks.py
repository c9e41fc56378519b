"""Numbers in a filled-in document put into hidden bookmarks: Word and LibreOffice keep them when they save the file.

Names are short and begin with ``_``, which hides them in Word; longer ones than 40 characters are cut there.
"""

import copy
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree
from markupsafe import Markup, escape

from tuyentruyen_cli.render.marks import BETWEEN, CLOSE, OPEN, Tie
from tuyentruyen_cli.render.ooxml import number, values, w
from tuyentruyen_cli.render.plain_numbers import Plain
from tuyentruyen_cli.render.said import Place, Said

PREFIX = "_tt"
MANY = 600  # pieces of XML that are handed on together
_MARK = re.compile(f"{OPEN}(\\d+){BETWEEN}([^{CLOSE}]*){CLOSE}")
_STRAY = re.compile(f"{OPEN}\\d*{BETWEEN}|[{OPEN}{BETWEEN}{CLOSE}]")
_ALONE = re.compile(
    f"(<w:r(?: [^>]*)?>(?:<w:rPr>(?:<(?!/w:rPr>)[^<]*)*</w:rPr>)?<w:t(?: [^>]*)?>)"
    f"{OPEN}(\\d+){BETWEEN}([^{CLOSE}]*){CLOSE}(</w:t></w:r>)"
)
_EMPTY = re.compile("<w:r>(?:<w:rPr>(?:<(?!/w:rPr>)[^<]*)*</w:rPr>)?<w:t(?: [^>]*)?></w:t></w:r>")
_MARKUP = frozenset("&<>\"'")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Bookmark(NamedTuple):
    """A bookmark: its name, what ties it to a fact (None: a number that is no figure), the text in it, and what it is else."""

    name: str
    tie: Tie | None
    text: str
    plain: Plain | None


class Marker:
    """The marks of one document: they are written where a template prints a value, and set as bookmarks at the end."""

    def __init__(self) -> None:
        self._places: list[tuple[Place, str]] = []
        self._first = 0

    def clear(self, body: etree._Element) -> None:
        """Take out of a template what an earlier report left there, when the template was made from one."""
        for start in [s for s in body.iter(w("bookmarkStart")) if s.get(w("name"), "").startswith(PREFIX)]:
            _remove(start)
        self._first = max([0, *(int(v) for v in values(body, ".//w:bookmarkStart/@w:id") if v.isdigit())]) + 1

    def written(self, value: Said) -> Markup:
        """A value as it goes into the template's XML."""
        return Markup("".join([self._piece(text, place) for text, place in value.split_up()]))  # noqa: S704 - escaped

    def _piece(self, text: str, place: Place | None) -> str:
        if place is None:
            return escape(text)
        self._places.append((place, text))
        return f"{OPEN}{len(self._places) - 1}{BETWEEN}{text if _MARKUP.isdisjoint(text) else escape(text)}{CLOSE}"

    def set_in(self, xml: str) -> etree._Element:
        """The tree of a filled-in body with its marked numbers in bookmarks; marks elsewhere are taken out."""
        parser, left = etree.XMLParser(), 0
        for piece in self._pieces(xml):
            # A run that came out empty says nothing: a nation's table has tens of thousands of footnote signs that are none.
            left += piece.count(OPEN)
            parser.feed(_EMPTY.sub("", piece).encode())
        tree = parser.close()
        for node in [t for t in tree.iter(w("t")) if OPEN in (t.text or "")]:
            run = node.getparent()
            if run is not None and run.tag == w("r"):
                left -= (node.text or "").count(OPEN)
                self._split(run)
        if left:
            _take_out(tree)
        return tree

    def _pieces(self, xml: str) -> Iterator[str]:
        """The XML with a bookmark around each mark that is all that its run holds, as nearly every mark is.

        In pieces: a nation's tables are tens of megabytes, of which there need be no second copy.
        """
        end, held = 0, []
        for match in _ALONE.finditer(xml):
            index = int(match[2])
            start = f'<w:bookmarkStart w:id="{self._first + index}" w:name="{_name(index)}"/>'
            held += [xml[end : match.start()], start, match[1], match[3], match[4]]
            held.append(f'<w:bookmarkEnd w:id="{self._first + index}"/>')
            end = match.end()
            if len(held) > MANY:
                yield "".join(held)
                held = []
        yield "".join([*held, xml[end:]])

    def _split(self, run: etree._Element) -> None:
        """One run as several, its marked numbers each in a bookmark."""
        properties = run.find(w("rPr"))
        made: list[etree._Element] = []
        for child in [c for c in run if c is not properties]:
            if child.tag != w("t") or OPEN not in (child.text or ""):
                made.append(_run(properties, child))
                continue
            for text, index in _cut(child.text or ""):
                inner = [_run(properties, _text(text))] if text else []
                if index is not None:
                    start, end = (etree.Element(w(f"bookmark{which}")) for which in ("Start", "End"))
                    for one in (start, end):
                        one.set(w("id"), str(self._first + index))
                    start.set(w("name"), _name(index))
                    inner = [start, *inner, end]
                made += inner
        parent = run.getparent()
        assert parent is not None, "a run stands in a paragraph"
        at = parent.index(run)
        parent[at : at + 1] = made

    def bookmark(self, index: int) -> tuple[str, str]:
        """The id and the name of the bookmark that a mark becomes."""
        return str(self._first + index), _name(index)

    def set_down(self, names: Iterable[str]) -> tuple[Bookmark, ...]:
        """The bookmarks of these names, in their order."""
        return tuple([self._set_down(name) for name in dict.fromkeys(names)])

    def _set_down(self, name: str) -> Bookmark:
        place, text = self._places[int(name.removeprefix(PREFIX)) - 1]
        return Bookmark(name, place.tie, text, place.plain)


def take_copies_out(tree: etree._Element) -> None:
    """Take away what is a copy of a bookmark: in a heading that is repeated, or of a number that a template prints again."""
    found: set[str] = set()
    for start in [s for s in tree.iter(w("bookmarkStart")) if s.get(w("name"), "").startswith(PREFIX)]:
        name = start.get(w("name"), "")
        if name in found:
            _remove(start)
        found.add(name)


def _name(index: int) -> str:
    return f"{PREFIX}{index + 1:04d}"


def _take_out(tree: etree._Element) -> None:
    """Take out marks where there can be no bookmark: in attributes, in texts of drawings."""
    for element in tree.iter():
        element.text, element.tail = unmarked(element.text or "") or None, unmarked(element.tail or "") or None
        for name, value in element.attrib.items():
            if OPEN in value:
                element.set(name, unmarked(str(value)))


def unmarked(xml: str) -> str:
    """The text of a part without marks: those where there can be no bookmark (headers, attributes, texts of drawings)."""
    return _STRAY.sub("", xml) if OPEN in xml else xml


def _cut(text: str) -> Iterator[tuple[str, int | None]]:
    end = 0
    for match in _MARK.finditer(text):
        yield unmarked(text[end : match.start()]), None
        yield match[2], int(match[1])
        end = match.end()
    yield unmarked(text[end:]), None


def _run(properties: etree._Element | None, *children: etree._Element) -> etree._Element:
    run = etree.Element(w("r"))
    if properties is not None:
        run.append(copy.deepcopy(properties))
    run.extend(children)
    return run


def _text(text: str) -> etree._Element:
    node = etree.Element(w("t"))
    node.text = text
    node.set(_SPACE, "preserve")
    return node


def _remove(start: etree._Element) -> None:
    parent = start.getparent()
    assert parent is not None, "a bookmark stands in a paragraph"
    number_of_it = number(start, "./@w:id", -1)
    for end in parent.iterchildren(w("bookmarkEnd")):
        if number(end, "./@w:id", -1) == number_of_it:
            parent.remove(end)
    parent.remove(start)
