"""Reads a finished document back: every figure of the view model must stand in it, in the row or sentence where it belongs."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from tuyentruyen_cli.render.faults import NotInDocument
from tuyentruyen_cli.render.ooxml import text, w

# A template may leave these out; the others must be there.
OPTIONAL = frozenset({"channel_table", "topic_table", "relayed", "attendance", "decided_table", "changes", "channels"})
SENTENCES = ("results", "attendance", "relayed", "replaced", "changes", "channels", "basis")
TABLES = ("unit_table", "channel_table", "topic_table", "figures_table", "findings_table", "decided_table", "mend_table")
LISTS_OF_TABLES = ("week_tables", "measure_tables")


def read_back(document: bytes, view: Mapping[str, Any], used: set[str]) -> None:
    """Raises ``NotInDocument`` naming the first figures that did not arrive. ``used`` are the names the template mentions."""
    paragraphs, rows = _contents(document)
    arrived(view, {name for name in view if name in used or name not in OPTIONAL}, paragraphs, rows)


def arrived(view: Mapping[str, Any], asked: Iterable[str], paragraphs: Sequence[str], rows: Sequence[Counter[str]]) -> None:
    """Whether the sentences and tables of those names stand in paragraphs and rows (the texts of a row's cells).

    Raises ``NotInDocument`` naming the first that does not.
    """
    asked = set(asked)
    for sentence in (s for name in SENTENCES if name in asked for s in _texts(view.get(name))):
        if not any(sentence in paragraph for paragraph in paragraphs):
            raise NotInDocument("render.not-in-document", what=sentence)
    left = _Rows(rows)
    tables = [view.get(name) for name in TABLES if name in asked]
    tables += [table for name in LISTS_OF_TABLES if name in asked for table in view.get(name, ())]
    # What asks for most takes its row first: a few figures alone, such as totals, may fit the row of another table.
    for expected in sorted((e for table in tables for e in _rows(table)), key=Counter.total, reverse=True):
        if not left.take(expected):
            raise NotInDocument("render.not-in-document", what="; ".join(expected.elements()))


class _Rows:
    """Rows that are looked up by a text in them: a nation's table has thousands."""

    def __init__(self, rows: Sequence[Counter[str]]) -> None:
        self._rows: dict[int, Counter[str]] = dict(enumerate(rows))
        self._with: dict[str, list[int]] = {}
        for number, row in self._rows.items():
            for cell in row:
                self._with.setdefault(cell, []).append(number)

    def take(self, expected: Counter[str]) -> bool:
        """Take away the smallest row that has these cells: a row stands for one line of one table only. False without one."""
        rarest = min((self._with.get(cell, []) for cell in expected), key=len)
        fitting = [n for n in rarest if n in self._rows and expected <= self._rows[n]]
        if not fitting:
            return False
        del self._rows[min(fitting, key=lambda n: self._rows[n].total())]
        return True


def _contents(document: bytes) -> tuple[list[str], list[Counter[str]]]:
    """The text of each paragraph and cell, and of each row the texts of its cells.

    Rows are let go as they are read: a nation has thousands.
    """
    paragraphs: list[str] = []
    rows = []
    row_tag, cell_tag = w("tr"), w("tc")
    with zipfile.ZipFile(io.BytesIO(document)) as archive, archive.open("word/document.xml") as body:
        for _, element in etree.iterparse(body, tag=(w("p"), row_tag)):
            if element.tag != row_tag:
                cell = element.getparent()
                row = None if cell is None or cell.tag != cell_tag else cell.getparent()
                if row is None or row.tag != row_tag:  # what is in a cell comes with its row
                    paragraphs.append(text(element))
                continue
            cells = [text(cell) for cell in element.iterchildren(cell_tag)]
            paragraphs += cells
            rows.append(Counter(cells))
            if next(element.iterancestors(row_tag), None) is None:
                element.clear()
    return paragraphs, rows


def _texts(value: object) -> Iterator[str]:
    """All texts in a part of the view that are not empty."""
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _rows(table: Any) -> Iterator[Counter[str]]:
    """The cells that must stand together in one row each."""
    if not table:
        return
    for row in table["rows"]:
        name = row["name"] + row.get("mark", "")
        yield Counter([name, *(_cells(row["cells"]) if row.get("reported", True) else [row["absent"]])])
    for name in ("total", "coverage", "relayed"):
        if table.get(name):
            yield Counter(_cells(table[name]))


def _cells(cells: list[dict[str, str]]) -> list[str]:
    return [cell["text"] + cell["mark"] for cell in cells]
