"""The part of a Word file that tells what its bookmarks hold: figures with coverage and the files behind them, and the log.

It is a custom XML part (ECMA-376, part 1, 15.2.5), which Word and LibreOffice keep, under whatever name, when they save a file.
"""

import io
import uuid
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple, cast

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.render.chart_points import Point
from tuyentruyen_cli.render.facts import Fact, Source
from tuyentruyen_cli.render.package import repacked

NAMESPACE: Final = "urn:tuyentruyen:figures:1"
TYPES, LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
PACKAGE_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_OFFICE_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)


class Mark(NamedTuple):
    """The last line of the log when a document was issued."""

    line: int
    hash: str


class Held(NamedTuple):
    """A bookmark: its text as written, and the index of its fact; None for a number that is no figure of the report, which has
    the text that it stands in instead. ``row`` is what the row is called that it stands in, if it stands in one;
    ``joined`` says that the template has digits right beside it.
    """

    name: str
    text: str
    fact: int | None
    about: str = ""
    row: str = ""
    joined: bool = False


class FiguresPart(Struct, frozen=True):
    """What a document is of, and what stands in it. ``others`` are its numbers outside of bookmarks, with how often each is
    there; ``points`` are what its charts show; ``mark`` is what an issued document carries.
    """

    kind: str
    week: str
    sources: tuple[Source, ...] = ()
    facts: tuple[Fact, ...] = ()
    held: tuple[Held, ...] = ()
    others: Mapping[str, int] | None = None
    mark: Mark | None = None
    points: tuple[Point, ...] = ()

    def marked(self, mark: Mark) -> "FiguresPart":
        """The same with the mark of the log."""
        return replace(self, mark=mark)


def figures_part(document: bytes) -> FiguresPart | None:
    """What a Word file tells of itself; None when it has no such part, or one that is damaged, or is no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            name = _name_in(archive)
            return _read(etree.fromstring(archive.read(name), _PARSER)) if name else None
    except (zipfile.BadZipFile, zlib.error, RuntimeError, KeyError, ValueError, IndexError, etree.XMLSyntaxError):
        return None


def with_figures_part(document: bytes, part: FiguresPart, others: Mapping[str, bytes] | None = None) -> bytes:
    """The Word file with this part, in place of the one that it has; and with ``others`` in place of those named so."""
    data = _bytes(_written(part))
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        there = _name_in(archive)
        if there:
            return repacked(document, {**(others or {}), there: data})
        names = set(archive.namelist())
        number = next(n for n in range(1, len(names) + 2) if f"customXml/item{n}.xml" not in names)
        types, links = etree.fromstring(archive.read(TYPES), _PARSER), etree.fromstring(archive.read(LINKS), _PARSER)
    properties = f"customXml/itemProps{number}.xml"
    etree.SubElement(types, f"{{{PACKAGE_TYPES}}}Override", PartName=f"/{properties}", ContentType=_PROPERTIES_TYPE)
    _link(links, "tuyentruyenFigures", f"{_OFFICE_LINKS}/customXml", f"../customXml/item{number}.xml")
    own = etree.Element(f"{{{PACKAGE_LINKS}}}Relationships", nsmap=cast("dict[str, str]", {None: PACKAGE_LINKS}))
    _link(own, "rId1", f"{_OFFICE_LINKS}/customXmlProps", f"itemProps{number}.xml")
    added = {
        **(others or {}),
        f"customXml/item{number}.xml": data,
        properties: _bytes(_item(part)),
        f"customXml/_rels/item{number}.xml.rels": _bytes(own),
        TYPES: _bytes(types),
        LINKS: _bytes(links),
    }
    return repacked(document, added)


def _item(part: FiguresPart) -> etree._Element:
    """The properties of the part: an id that Word asks for, always the same for one document."""
    number = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{NAMESPACE}:{part.kind}:{part.week}")).upper()
    item = etree.Element(f"{{{_CUSTOM}}}datastoreItem", nsmap={"ds": _CUSTOM})
    item.set(f"{{{_CUSTOM}}}itemID", f"{{{number}}}")
    references = etree.SubElement(item, f"{{{_CUSTOM}}}schemaRefs")
    etree.SubElement(references, f"{{{_CUSTOM}}}schemaRef").set(f"{{{_CUSTOM}}}uri", NAMESPACE)
    return item


def _link(links: etree._Element, name: str, kind: str, target: str) -> None:
    link = etree.SubElement(links, f"{{{PACKAGE_LINKS}}}Relationship", Id=name, Type=kind)
    link.set("Target", target)


def _name_in(archive: zipfile.ZipFile) -> str | None:
    """The name of the part in a package: programs number such parts as they like."""
    wanted = NAMESPACE.encode()
    names = sorted(n for n in archive.namelist() if n.startswith("customXml/item") and "Props" not in n)
    return next((n for n in names if wanted in archive.read(n)[:2000]), None)


def _written(part: FiguresPart) -> etree._Element:
    root = etree.Element(_n("figures"), nsmap=cast("dict[str, str]", {None: NAMESPACE}), kind=part.kind, week=part.week)
    if part.mark:
        etree.SubElement(root, _n("log"), line=str(part.mark.line), hash=part.mark.hash)
    for source in part.sources:
        etree.SubElement(root, _n("source"), file=source.file, sha256=source.sha256)
    for fact in part.facts:
        _write_fact(root, fact)
    for held in part.held:
        node = etree.SubElement(root, _n("bookmark"), name=held.name, text=held.text)
        if held.fact is None:
            node.set("about", held.about)
        else:
            node.set("fact", str(held.fact))
        if held.row:
            node.set("row", held.row)
        if held.joined:
            node.set("joined", "1")
    for point in part.points:
        etree.SubElement(root, _n("point"), about=point.about, value=repr(point.value))
    for text, times in sorted((part.others or {}).items()):
        etree.SubElement(root, _n("number"), text=text, times=str(times))
    return root


def _write_fact(root: etree._Element, fact: Fact) -> None:
    node = etree.SubElement(root, _n("fact"))
    for name, key in zip(("measure", "unit", "dimension", "category"), fact.key, strict=True):
        if key is not None:
            node.set(name, key)
    node.set("about", fact.about)
    node.set("value", str(fact.value))
    node.set("covered", str(fact.covered))
    if fact.expected >= 0:
        node.set("expected", str(fact.expected))
    node.set("sources", " ".join(map(str, fact.sources)))


def _read(root: etree._Element) -> FiguresPart:
    log = root.find(_n("log"))
    facts = tuple(_fact(f) for f in root.iterchildren(_n("fact")))
    return FiguresPart(
        root.get("kind", ""),
        root.get("week", ""),
        tuple(Source(s.get("file", ""), s.get("sha256", "")) for s in root.iterchildren(_n("source"))),
        facts,
        tuple(_held(b, len(facts)) for b in root.iterchildren(_n("bookmark"))),
        Counter({n.get("text", ""): int(n.get("times", "1")) for n in root.iterchildren(_n("number"))}),
        None if log is None else Mark(int(log.get("line", "")), log.get("hash", "")),
        tuple(Point(p.get("about", ""), float(p.get("value", ""))) for p in root.iterchildren(_n("point"))),
    )


def _fact(node: etree._Element) -> Fact:
    return Fact(
        (node.get("measure", ""), node.get("unit"), node.get("dimension"), node.get("category")),
        node.get("about", ""),
        int(node.get("value", "")),
        int(node.get("covered", "")),
        int(node.get("expected", "-1")),
        tuple(map(int, node.get("sources", "").split())),
    )


def _held(node: etree._Element, most: int) -> Held:
    fact = node.get("fact")
    if fact is not None and not 0 <= int(fact) < most:
        raise ValueError(fact)
    number = None if fact is None else int(fact)
    return Held(
        node.get("name", ""), node.get("text", ""), number, node.get("about", ""), node.get("row", ""), "joined" in node.attrib
    )


def _n(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _bytes(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
