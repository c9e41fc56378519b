"""Reads a finished page back: every figure of the view model must stand in it, in the row or sentence where it belongs."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from lxml import etree

from tuyentruyen_cli.render.readback import arrived

ASKED = ("results", "attendance", "relayed", "unit_table", "channel_table", "topic_table", "figures_table")


def read_back(page: bytes, view: Mapping[str, Any]) -> None:
    """Raises ``NotInDocument`` naming the first figures that did not arrive.

    A row is an element with ``data-row``; its cells are the elements in it with ``data-cell``.
    """
    body = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    paragraphs = [_text(element) for element in body.iter("p", "li")]
    rows = [
        Counter(_text(cell) for cell in row.iter() if "data-cell" in cell.attrib)
        for row in body.iter()
        if "data-row" in row.attrib
    ]
    arrived(view, ASKED, paragraphs, rows)


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
