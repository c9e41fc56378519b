"""Rows of texts as a CSV file for Excel: UTF-8 with a mark, commas, every field in quotes, no text that becomes a formula."""

import csv
import io
from collections.abc import Iterable

from tuyentruyen_cli.render.words import clean

# What a spreadsheet may take for a formula, also with the wide signs of an Asian keyboard.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
QUOTE = "'"


def csv_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """The file. A text that could be a formula, behind blanks too, has an apostrophe before it; each is one line."""
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows([_harmless(text) for text in row] for row in rows)
    # A mark, so that Excel reads it as UTF-8. No line ``sep=``: with one Excel forgets the mark.
    return out.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    line = " ".join(clean(text).split())
    return QUOTE + line if line.startswith(FORMULA) else line
