"""Names and small questions of WordprocessingML."""

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TWIPS = 20  # to the point


def w(name: str) -> str:
    """A name of WordprocessingML, qualified."""
    return f"{{{W}}}{name}"


_TEXT = w("t")


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
    return "".join([t.text or "" for t in element.iter(_TEXT)])


def style(paragraph: etree._Element) -> str:
    """The id of a paragraph's style."""
    return next(iter(values(paragraph, "./w:pPr/w:pStyle/@w:val")), "")


def is_on(switch: etree._Element) -> bool:
    """Whether a switch such as ``w:b`` is on."""
    return switch.get(w("val"), "1") not in {"0", "false", "none"}


def text_room(body: etree._Element) -> int:
    """The width of the text area of the last section in twips."""
    return _room(body, ".")


def text_room_at(place: etree._Element, room: int) -> int:
    """The width of the text area where a paragraph of the body stands: of the section that ends next, else ``room``."""
    ends = (e for e in (place, *place.itersiblings()) if e.find(f"{w('pPr')}/{w('sectPr')}") is not None)
    end = next(ends, None)
    return room if end is None else _room(end, "./w:pPr")


def _room(element: etree._Element, where: str) -> int:
    width = number(element, f"{where}/w:sectPr/w:pgSz/@w:w", 11906)
    left, right = (
        number(element, f"{where}/w:sectPr/w:pgMar/@w:{side}", size) for side, size in (("left", 1701), ("right", 851))
    )
    return width - left - right
