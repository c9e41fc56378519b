"""Puts the parts of charts into a packed Word file: those that the filled-in template refers to."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from tuyentruyen_cli.render.package import repacked
from tuyentruyen_cli.render.word_chart import HEAD, Drawing, chart_xml, workbook

BODY, TYPES, LINKS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
CHART: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"


def drawings_in(view: object) -> Iterator[Drawing]:
    """Every chart that a view model offers."""
    if isinstance(view, Drawing):
        yield view
    elif isinstance(view, dict | list):
        for inner in view.values() if isinstance(view, dict) else view:
            if not isinstance(inner, str):  # a nation's week has a hundred thousand
                yield from drawings_in(inner)


def with_charts(document: bytes, offered: Iterable[Drawing], made: dt.datetime) -> bytes:
    """The document with a part, and a workbook behind it, for each chart that it shows. Same inputs, same bytes."""
    offered = list(offered)
    if not offered:
        return document
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body, types, links = (archive.read(name) for name in (BODY, TYPES, LINKS))
    shown = [drawing for drawing in offered if f'"{drawing.link}"'.encode() in body]
    if not shown:
        return document
    content, related = etree.fromstring(types), etree.fromstring(links)
    default = etree.Element(f"{{{PACKAGE}/content-types}}Default", Extension="xlsx", ContentType=SHEET)
    content.insert(0, default)
    parts: dict[str, bytes] = {}
    moment = made.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
    for drawing in shown:
        name = f"chart{drawing.number}"
        book = f"bieu-do-{drawing.number}.xlsx"
        etree.SubElement(
            content, f"{{{PACKAGE}/content-types}}Override", PartName=f"/word/charts/{name}.xml", ContentType=CHART
        )
        link = etree.SubElement(related, f"{{{PACKAGE}/relationships}}Relationship", Id=drawing.link)
        link.set("Type", f"{OFFICE}/chart")
        link.set("Target", f"charts/{name}.xml")
        parts[f"word/charts/{name}.xml"] = chart_xml(drawing.chart).encode()
        parts[f"word/charts/_rels/{name}.xml.rels"] = _to_workbook(book).encode()
        parts[f"word/embeddings/{book}"] = repacked(workbook(drawing.chart, moment))
    parts |= {TYPES: _bytes(content), LINKS: _bytes(related)}
    return repacked(document, parts)


def _to_workbook(book: str) -> str:
    link = f'<Relationship Id="rId1" Type="{OFFICE}/package" Target="../embeddings/{book}"/>'
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'


def _bytes(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
