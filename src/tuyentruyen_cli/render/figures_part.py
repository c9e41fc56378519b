"""The part of a Word file that tells what its bookmarks hold: figures with coverage and the files behind them, and the log.

It is a custom XML part (ECMA-376, part 1, 15.2.5), which Word and LibreOffice keep, under whatever name, when they save a file.
"""

import io
import re
import uuid
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final, NamedTuple, cast

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.render.chart_points import Point
from tuyentruyen_cli.render.facts import ISSUED, Fact, Source
from tuyentruyen_cli.render.marks import Share
from tuyentruyen_cli.render.package import repacked
from tuyentruyen_cli.render.runs import in_runs, of_runs
from tuyentruyen_cli.render.words import clean

NAMESPACE: Final = "urn:tuyentruyen:figures:1"
TYPES, LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
PACKAGE_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_OFFICE_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
HEAD: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_SPECIAL: Final = re.compile("[&<>\"']")
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)


class Mark(NamedTuple):
    """The last line of the log when a document was issued."""

    line: int
    hash: str


class Held(NamedTuple):
    """A bookmark: its text as written, and the index of its fact with what of it the text writes; None for a number that is no
    figure, which has the text that it stands in instead, and what it is. ``row`` is what the row is called that it stands in,
    if it stands in one; ``joined`` says that the template has digits right beside it.
    """

    name: str
    text: str
    fact: int | None
    about: str = ""
    row: str = ""
    joined: bool = False
    share: Share = Share.VALUE
    plain: str = ""


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

    @property
    def replaces(self) -> str:
        """The name of the issued report whose figures stand in it beside its own; empty where none do."""
        return next((f.against for f in self.facts if (f.key[2] or "").startswith(f"{ISSUED}:")), "")

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
    data = _written(part)
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


def _written(part: FiguresPart) -> bytes:
    """The part as text: a nation's has thirty thousand elements, of which no tree is needed."""
    units = {unit: number for number, unit in enumerate(dict.fromkeys(u for f in part.facts for u in f.over))}
    sets = {over: in_runs(units[unit] for unit in over) for over in {fact.over for fact in part.facts}}
    mark = part.mark
    pieces = [
        HEAD,
        _tag("figures", ("xmlns", NAMESPACE), ("kind", part.kind), ("week", part.week), ends=False),
        _tag("log", ("line", str(mark.line)), ("hash", mark.hash)) if mark else "",
        *(_tag("source", ("file", s.file), ("sha256", s.sha256), *_those(("week", s.week))) for s in part.sources),
        *(_tag("unit", ("id", clean(unit))) for unit in units),
        *(_fact_tag(fact, sets[fact.over]) for fact in part.facts),
        *(_held_tag(held) for held in part.held),
        *(_tag("point", ("about", point.about), ("value", repr(point.value))) for point in part.points),
        *(_tag("number", ("text", text), ("times", str(times))) for text, times in sorted((part.others or {}).items())),
        "</figures>",
    ]
    return "".join(pieces).encode()


def _fact_tag(fact: Fact, over: str) -> str:
    measure, unit, dimension, category = fact.key
    parts = (("measure", measure), ("unit", unit), ("dimension", dimension), ("category", category))
    numbers = (("value", fact.value), ("then", fact.then), ("expected", fact.expected if fact.expected >= 0 else None))
    return _tag(
        "fact",
        *((name, text) for name, text in parts if text is not None),
        ("about", fact.about),
        *((name, str(number)) for name, number in numbers if number is not None),
        ("covered", str(fact.covered)),
        ("sources", " ".join(map(str, fact.sources))),
        *_those(("period", fact.period), ("against", fact.against), ("over", over)),
    )


def _held_tag(held: Held) -> str:
    tied = (("about", held.about), ("kind", held.plain)) if held.fact is None else (("share", held.share),)
    fact = "" if held.fact is None else str(held.fact)
    others = _those(("fact", fact), *tied, ("row", held.row), ("joined", "1" if held.joined else ""))
    return _tag("bookmark", ("name", held.name), ("text", held.text), *others)


def _those(*attributes: tuple[str, str]) -> list[tuple[str, str]]:
    """The attributes that say something."""
    return [pair for pair in attributes if pair[1]]


def _tag(name: str, *attributes: tuple[str, str], ends: bool = True) -> str:
    written = "".join([f' {key}="{escape(text, quote=True) if _SPECIAL.search(text) else text}"' for key, text in attributes])
    return f"<{name}{written}{'/' if ends else ''}>"


def _read(root: etree._Element) -> FiguresPart:
    log = root.find(_n("log"))
    units = tuple(u.get("id", "") for u in root.iterchildren(_n("unit")))
    facts = tuple(_fact(f, units) for f in root.iterchildren(_n("fact")))
    return FiguresPart(
        root.get("kind", ""),
        root.get("week", ""),
        tuple(Source(s.get("file", ""), s.get("sha256", ""), s.get("week", "")) for s in root.iterchildren(_n("source"))),
        facts,
        tuple(_held(b, len(facts)) for b in root.iterchildren(_n("bookmark"))),
        Counter({n.get("text", ""): int(n.get("times", "1")) for n in root.iterchildren(_n("number"))}),
        None if log is None else Mark(int(log.get("line", "")), log.get("hash", "")),
        tuple(Point(p.get("about", ""), float(p.get("value", ""))) for p in root.iterchildren(_n("point"))),
    )


def _fact(node: etree._Element, units: Sequence[str]) -> Fact:
    return Fact(
        (node.get("measure", ""), node.get("unit"), node.get("dimension"), node.get("category")),
        node.get("about", ""),
        _number(node, "value"),
        int(node.get("covered", "")),
        int(node.get("expected", "-1")),
        tuple(map(int, node.get("sources", "").split())),
        node.get("period", ""),
        node.get("against", ""),
        _number(node, "then"),
        tuple(units[number] for number in of_runs(node.get("over", ""), len(units))),
    )


def _number(node: etree._Element, name: str) -> int | None:
    text = node.get(name)
    return None if text is None else int(text)


def _held(node: etree._Element, most: int) -> Held:
    fact = node.get("fact")
    if fact is not None and not 0 <= int(fact) < most:
        raise ValueError(fact)
    number = None if fact is None else int(fact)
    return Held(
        node.get("name", ""),
        node.get("text", ""),
        number,
        node.get("about", ""),
        node.get("row", ""),
        "joined" in node.attrib,
        Share(node.get("share", "")),
        node.get("kind", ""),
    )


def _n(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _bytes(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
