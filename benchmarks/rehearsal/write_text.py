"""Comma-, semicolon- and tab-separated files in the encodings that the law names."""

import csv
import io
import random
import unicodedata

from rehearsal.canvas import Page, as_text

KEPT = "\u0302\u0306\u031b"  # circumflex, breve and horn stay on their letter in Windows-1258; tones stand after it


def to_csv(page: Page, rng: random.Random, form: str) -> bytes:
    """The page's cells in rows."""
    end = rng.choice(("\r\n", "\r\n", "\n"))
    delimiter = "\t" if form == "tsv" else rng.choice(",,;")
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter, lineterminator=end)
    for r in range(page.height):
        writer.writerow([as_text(page.cells.get((r, c), "")) for c in range(page.width)])
    return encoded(held.getvalue(), rng)


def encoded(text: str, rng: random.Random) -> bytes:
    """UTF-8 with or without its mark, UTF-16, Windows-1258."""
    way = rng.choices(("utf-8-sig", "utf-8", "utf-16", "utf-16-le", "cp1258"), (40, 30, 10, 8, 12))[0]
    if way == "cp1258":
        try:
            return windows_1258(text).encode("cp1258")
        except UnicodeEncodeError:
            way = "utf-8"
    return text.encode(way)


def windows_1258(text: str) -> str:
    """The text with its tones after the letters, as that code page wants them."""
    res = []
    for letter in unicodedata.normalize("NFC", text):
        spread = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", spread[0] + "".join(c for c in spread[1:] if c in KEPT))
        res.append(base + "".join(c for c in spread[1:] if c not in KEPT))
    return "".join(res)
