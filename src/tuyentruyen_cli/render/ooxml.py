"""Names and small questions of WordprocessingML."""

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TWIPS = 20  # to the point


def w(name: str) -> str:
    """A name of WordprocessingML, qualified."""
    return f"{{{W}}}{name}"


def values(element: etree._Element, path: str) -> list[str]:
    """What an XPath to attributes finds, as texts."""
    found = etree._Element.xpath(element, path, namespaces={"w": W})  # noqa: SLF001 - python-docx's elements hide it
    return [str(value) for value in found] if isinstance(found, list) else []


def number(element: etree._Element, path: str, default: int) -> int:
    """The first number that an XPath to attributes finds."""
    found = values(element, path)
    return int(float(found[0])) if found else default


def text(element: etree._Element) -> str:
    """The text that a reader sees in a paragraph or cell."""
    return "".join(t.text or "" for t in element.iter(w("t")))


def style(paragraph: etree._Element) -> str:
    """The id of a paragraph's style."""
    return next(iter(values(paragraph, "./w:pPr/w:pStyle/@w:val")), "")


def is_on(switch: etree._Element) -> bool:
    """Whether a switch such as ``w:b`` is on."""
    return switch.get(w("val"), "1") not in {"0", "false", "none"}


def text_room(body: etree._Element) -> int:
    """The width of the text area in twips."""
    width = number(body, "./w:sectPr/w:pgSz/@w:w", 11906)
    return width - number(body, "./w:sectPr/w:pgMar/@w:left", 1701) - number(body, "./w:sectPr/w:pgMar/@w:right", 851)
