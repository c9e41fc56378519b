"""A very long table in parts, each with the heading of the whole: LibreOffice takes minutes for one of thousands of rows."""

import copy

from lxml import etree

from tuyentruyen_cli.render.ooxml import w

LONGEST = 200  # rows of a table that stays whole
PART = 100
# A paragraph that nobody sees must stand between two tables, or Word makes one of them.
BETWEEN = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}


def in_parts(table: etree._Element) -> None:
    """Part a table with more rows than ``LONGEST`` behind each ``PART`` of them. Its columns must have their widths."""
    rows = list(table.iterchildren(w("tr")))
    heads = [row for row in rows if row.find(f"{w('trPr')}/{w('tblHeader')}") is not None]
    body = [row for row in rows if row not in heads]
    if len(body) <= LONGEST:
        return
    last = table
    for start in range(PART, len(body), PART):
        part = etree.Element(w("tbl"))
        for name in ("tblPr", "tblGrid"):
            part.extend(copy.deepcopy(found) for found in table.iterchildren(w(name)))
        part.extend(copy.deepcopy(head) for head in heads)
        part.extend(body[start : start + PART])
        gap = _between()
        last.addnext(gap)
        gap.addnext(part)
        last = part


def _between() -> etree._Element:
    paragraph = etree.Element(w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    spacing = etree.SubElement(properties, w("spacing"))
    for name, value in BETWEEN.items():
        spacing.set(w(name), value)
    # The mark of the paragraph itself is as high as its type.
    size = etree.SubElement(etree.SubElement(properties, w("rPr")), w("sz"))
    size.set(w("val"), "2")
    return paragraph
