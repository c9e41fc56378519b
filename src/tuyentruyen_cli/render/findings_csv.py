"""Findings as a table for Excel: UTF-8 with a mark, commas, every field in quotes, and no text that becomes a formula."""

import csv
import io
from collections.abc import Sequence

from tuyentruyen_cli.render.findings_view import Line
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import clean

COLUMNS = ("severity", "unit", "file", "place", "measure", "typed", "message", "hint", "count", "also", "rule")
# What a spreadsheet may take for a formula, also with the wide signs of an Asian keyboard; behind blanks too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_QUOTE = "'"


def findings_csv(lines: Sequence[Line], lang: str) -> bytes:
    """The table, one row for each message. A text that could be a formula has an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(say(f"findings.column-{name}", lang) for name in COLUMNS)
    for line in lines:
        writer.writerow(_text(field) for field in _fields(line, lang))
    # A mark, so that Excel reads it as UTF-8. No line ``sep=``: with one Excel forgets the mark.
    return out.getvalue().encode("utf-8-sig")


def _fields(line: Line, lang: str) -> tuple[str, ...]:
    severity = say(f"findings.{line.severity.value}", lang)
    also = "; ".join(line.also)
    return (
        *(severity, line.unit, line.file, line.place, line.measure, line.typed),
        *(line.message, line.hint, str(line.count), also, line.rule),
    )


def _text(field: str) -> str:
    one_line = " ".join(clean(field)[0].split())
    return _QUOTE + one_line if one_line.startswith(_FORMULA) else one_line
