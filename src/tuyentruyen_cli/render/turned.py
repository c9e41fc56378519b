"""An appendix whose tables are too wide for an upright page lies across (Decree 30/2020/NĐ-CP allows it for wide tables)."""

from lxml import etree

from tuyentruyen_cli.render.columns import least_width
from tuyentruyen_cli.render.ooxml import number, text_room, w

FEW = 8  # columns that always have room
SECTION = f".//{w('pPr')}/{w('sectPr')}"
# The margins of an upright page when it is turned, in twips: 20 mm left and right, 15 to 20 at the top and the bottom.
MARGINS = {"top": "1134", "right": "851", "bottom": "1134", "left": "1134"}


def turn(body: etree._Element) -> None:
    """Turn the last section, if it is an upright one behind another, with a table that has no room in it at its own size."""
    ends = body.findall(SECTION)
    section, size = body.find(w("sectPr")), body.find(f"{w('sectPr')}/{w('pgSz')}")
    if not ends or section is None or size is None or number(size, "./@w:w", 0) > number(size, "./@w:h", 0):
        return
    start = next(child for child in ends[-1].iterancestors() if child.getparent() is body)
    tables = [table for table in start.itersiblings() if table.tag == w("tbl") and _columns(table) > FEW]
    room = text_room(body)
    if all(least_width(table) <= room for table in tables):
        return
    width, height = size.get(w("w"), ""), size.get(w("h"), "")
    size.set(w("w"), height)
    size.set(w("h"), width)
    size.set(w("orient"), "landscape")
    margins = section.find(w("pgMar"))
    if margins is not None:
        for side, value in MARGINS.items():
            margins.set(w(side), value)
    for table in tables:
        asked = table.find(f"{w('tblPr')}/{w('tblW')}")
        if asked is not None:
            asked.set(w("w"), str(text_room(body)))


def _columns(table: etree._Element) -> int:
    first = table.find(w("tr"))
    return 0 if first is None else len(first.findall(w("tc")))
