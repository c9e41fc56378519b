"""The rules under names, as long as the decree asks for: measured when the names are known.

A rule is a paragraph with a line as its border, in one of two styles: as long as the text above it (Tiêu ngữ), or two fifths of
it (names of offices and the subject: the decree asks for one third to one half).
"""

from lxml import etree

from tuyentruyen_cli.render.metrics import text_width, wrapped
from tuyentruyen_cli.render.ooxml import TWIPS, is_on, number, style, text, text_room_at, values, w

RULES = {"DuongKeBangChu": 1.0, "DuongKeNgan": 0.4}
DEFAULT_SIZE = 14.0


def draw(body: etree._Element, styles: etree._Element, room: int) -> None:
    """Indent every rule so that it is centred and has its length."""
    styled = [found for found in body.iter(w("pStyle")) if found.get(w("val")) in RULES]
    for properties in (parent for found in styled if (parent := found.getparent()) is not None):
        paragraph = properties.getparent()
        if paragraph is None or paragraph.tag != w("p"):
            continue
        part = RULES[style(paragraph)]
        inner = _room_of(paragraph, room)
        indent = max(0, round((inner - part * widest_line(paragraph, inner, styles)) / 2))
        found = properties.find(w("ind"))
        if found is None:
            found = etree.Element(w("ind"))
            after = next((e for e in properties if e.tag in {w("jc"), w("rPr")}), None)
            properties.insert(len(properties) if after is None else properties.index(after), found)
        for side in ("left", "right"):
            found.set(w(side), str(indent))
        found.set(w("firstLine"), "0")


def _room_of(paragraph: etree._Element, room: int) -> int:
    """The width in twips in which a paragraph stands: its cell's, or the text area's."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    if cell is None:
        return text_room_at(paragraph, room)
    table = next(cell.iterancestors(w("tbl")))
    margins = sum(number(table, f"./w:tblPr/w:tblCellMar/w:{side}/@w:w", 108) for side in ("left", "right"))
    return number(cell, "./w:tcPr/w:tcW/@w:w", room) - margins


def widest_line(rule: etree._Element, room: int, styles: etree._Element) -> float:
    """The width in twips of the widest line of the text above a rule: the paragraphs of one style that end just before it."""
    widest = 0.0
    above = rule.getprevious()
    kind = style(above) if above is not None else ""
    while above is not None and above.tag == w("p") and style(above) == kind:
        size, bold = _look(above, kind, styles)
        lines = wrapped(text(above), size, room / TWIPS, bold=bold)
        widest = max([widest, *(text_width(line, size, bold=bold) * TWIPS for line in lines)])
        above = above.getprevious()
    return min(widest, float(room))


def _look(paragraph: etree._Element, kind: str, styles: etree._Element) -> tuple[float, bool]:
    """The size and weight of a paragraph's text: of its first run, else of its style."""
    run = paragraph.find(f"{w('r')}/{w('rPr')}")
    of_style = next((s.find(w("rPr")) for s in styles.iter(w("style")) if s.get(w("styleId")) == kind), None)
    found = [properties for properties in (run, of_style) if properties is not None]
    sizes = [size for properties in found for size in values(properties, "./w:sz/@w:val")]
    weights = [is_on(b) for properties in found for b in properties.findall(w("b"))]
    return (int(sizes[0]) / 2 if sizes else DEFAULT_SIZE), bool(weights) and weights[0]
