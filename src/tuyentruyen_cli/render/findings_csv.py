"""Findings as a table for Excel."""

from collections.abc import Sequence

from tuyentruyen_cli.render.csv_table import csv_bytes
from tuyentruyen_cli.render.findings_view import Line
from tuyentruyen_cli.texts import say

COLUMNS = ("severity", "unit", "file", "place", "measure", "typed", "message", "hint", "count", "also", "rule")


def findings_csv(lines: Sequence[Line], lang: str) -> bytes:
    """The table, one row for each message."""
    heads = tuple(say(f"findings.column-{name}", lang) for name in COLUMNS)
    return csv_bytes([heads, *(_fields(line, lang) for line in lines)])


def _fields(line: Line, lang: str) -> tuple[str, ...]:
    severity = say(f"findings.{line.severity.value}", lang)
    also = "; ".join(line.also)
    return (
        *(severity, line.unit, line.file, line.place, line.measure, line.typed),
        *(line.message, line.hint, str(line.count), also, line.rule),
    )
