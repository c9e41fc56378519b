"""Texts of a workbook: the shared strings, and the runs of one text that are set in different fonts."""

import re
from typing import Final, NamedTuple, TypeAlias
from xml.etree.ElementTree import Element

from tuyentruyen_cli.read.markup import in_spreadsheet, names_in_spreadsheet, take


class Run(NamedTuple):
    """A piece of a text in one font; ``font`` is empty where the cell's own font holds.

    ``raised``: set higher or lower than the rest, as the number of a note is. ``struck``: struck out.
    """

    text: str
    font: str
    raised: bool = False
    struck: bool = False


# Plain when the cell's font holds throughout, which is nearly always.
RichText: TypeAlias = str | tuple[Run, ...]

# ST_Xstring spells what XML cannot hold: _x000D_ is a carriage return, _x005F_ the underscore of a text that looks like that.
_T: Final = names_in_spreadsheet("t")
_R: Final = names_in_spreadsheet("r")
_FONT: Final = names_in_spreadsheet("rFont")
_ALIGNED: Final = names_in_spreadsheet("vertAlign")
_STRUCK: Final = names_in_spreadsheet("strike")
_RAISED: Final = frozenset({"superscript", "subscript"})
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """The text with ``_xHHHH_`` resolved."""
    if "_x" not in text:
        return text
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    # Two escapes may spell the halves of one character above U+FFFF; a half alone becomes U+FFFD.
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def plain(text: RichText) -> str:
    """The whole text, whatever its fonts."""
    return text if isinstance(text, str) else "".join(piece.text for piece in text)


def rich_text(element: Element) -> RichText:
    """The text of an ``si`` or ``is``. Phonetic runs (``rPh``) are not text."""
    if len(element) == 1 and element[0].tag in _T:
        return unescaped(element[0].text or "")
    runs: list[Run] = []
    for part in element:
        if part.tag in _T:
            runs.append(Run(unescaped(part.text or ""), ""))
        elif part.tag in _R:
            runs.append(_run(part))
    if any(piece.font or piece.raised or piece.struck for piece in runs):
        return tuple(piece for piece in runs if piece.text)
    return runs[0].text if len(runs) == 1 else "".join(piece.text for piece in runs)


def shared_strings(content: bytes) -> list[RichText]:
    """The entries of the shared string table, by index."""
    strings: list[RichText] = []

    def add(element: Element) -> None:
        strings.append(rich_text(element))
        element.clear()

    take(content, in_spreadsheet({"si": add}))
    return strings


def _run(element: Element) -> Run:
    text = "".join(part.text or "" for part in element if part.tag in _T)
    fonts = (part.get("val", "") for part in element.iter() if part.tag in _FONT)
    raised = any(part.get("val") in _RAISED for part in element.iter() if part.tag in _ALIGNED)
    return Run(unescaped(text), next(fonts, ""), raised, is_struck(element))


def is_struck(element: Element) -> bool:
    """Whether a font, or the properties of a run, strike their text out."""
    return any(part.get("val", "1") not in {"0", "false"} for part in element.iter() if part.tag in _STRUCK)
