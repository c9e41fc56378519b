"""How wide a text is in Times New Roman, so that rules under names get the length that the decree asks for.

Advance widths in thousandths of the type size, from the metrics that Times New Roman shares with Liberation Serif 2.1. A letter
with marks is as wide as its base letter; ``ơ``, ``ư`` are letters of their own.
"""

import unicodedata
from functools import lru_cache

REGULAR_WIDTHS = {
    180: "'",
    200: "|",
    250: " \u00a0,.",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr‘’·",
    389: "Js",
    400: "°",
    408: '"',
    444: "?acez“”",
    469: "^",
    480: "{}",
    529: "ơ",
    541: "~",
    542: "ư",
    556: "FPS",
    564: "+<=>×",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐƠ",
    776: "Ư",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
    1000: "—…",
}
BOLD_WIDTHS = {
    220: "|",
    250: " \u00a0,.",
    278: "'/\\il",
    333: "!()-:;[]`fjt‘’·",
    389: "Is",
    394: "{}",
    400: "°",
    444: "cerz",
    520: "~",
    554: "ơ",
    555: '"',
    556: "Sbdhknpquđ",
    570: "+<=>×",
    581: "^",
    600: "ư",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQƠ",
    796: "Ư",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W—…",
}
OTHER = 500  # digits, and most letters
HORN = "\u031b"
REGULAR = {character: width for width, characters in REGULAR_WIDTHS.items() for character in characters}
BOLD = {character: width for width, characters in BOLD_WIDTHS.items() for character in characters}


@lru_cache(maxsize=1024)
def _base(character: str) -> str:
    """The letter without its marks, but with its horn."""
    decomposed = unicodedata.normalize("NFD", character)
    horn = HORN if HORN in decomposed else ""
    return unicodedata.normalize("NFC", decomposed[0] + horn)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width in points of a text set in one line at ``size`` points."""
    widths = BOLD if bold else REGULAR
    return sum(widths.get(_base(c), OTHER) for c in unicodedata.normalize("NFC", text)) * size / 1000


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The lines that a text takes in ``room`` points, broken at spaces."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
