"""A line that ends in a colon stays on the page of what it leads to."""

from lxml import etree

from tuyentruyen_cli.render.ooxml import text, w

_PROPERTIES, _STYLE, _KEPT = w("pPr"), w("pStyle"), w("keepNext")


def keep_leads(body: etree._Element) -> None:
    """Keep each such paragraph with the next one."""
    for paragraph in body.iterfind(w("p")):
        if text(paragraph).rstrip().endswith(":"):
            _keep(paragraph)


def _keep(paragraph: etree._Element) -> None:
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        paragraph.insert(0, properties)
    if properties.find(_KEPT) is None:
        # The format wants it right behind the style.
        properties.insert(0 if properties.find(_STYLE) is None else 1, etree.Element(_KEPT))
