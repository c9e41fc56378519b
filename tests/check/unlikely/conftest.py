"""Submissions drawn as text.

The first line names the columns: ``channel``, ``topic`` and measures. Each further line is a row; ``|`` parts its cells. A figure is
a whole number in what it is stored as, with the text as typed after ``=`` where that matters (``4860=81``); ``?`` is refused, ``-``
nothing there, an empty cell not stated.
"""

from collections.abc import Callable

import pytest

from tuyentruyen_cli.campaign.schema_file import load_schema
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import UNSPLIT, ReportSchema
from tuyentruyen_cli.model.submission import Record, Submission
from tuyentruyen_cli.model.value import Value, ValueState

WEEK = "2021-W05"


@pytest.fixture(scope="session")
def schema() -> ReportSchema:
    return load_schema("bao-cao-tuan")


@pytest.fixture(scope="session")
def draw() -> Callable[..., Submission]:
    """A submission of a drawing."""
    return drawn


def drawn(text: str, unit: str | None = "ban-bo") -> Submission:
    file = f"{unit or 'ai'}.xlsx"
    heading, *lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    records = tuple(record(file, row, dict(zip(heading, cells, strict=True))) for row, cells in enumerate(lines, 2))
    return Submission(file, "0" * 64, "xlsx", unit, WEEK, records=records)


def record(file: str, row: int, cells: dict[str, str]) -> Record:
    dimensions = tuple((d, cells.get(d) or UNSPLIT) for d in ("channel", "topic"))
    figures = [(m, cell) for m, cell in cells.items() if m not in {"channel", "topic"} and cell != "-"]
    values = tuple((m, value(cell, Location(file, "Sheet1", row, at))) for at, (m, cell) in enumerate(figures, 2))
    return Record.of(Location(file, "Sheet1", row, 1), (*dimensions, ("origin", "own")), values)


def value(cell: str, place: Location) -> Value:
    if cell == "?":
        return Value(None, "1,2", place, ValueState.REFUSED, "fraction-in-count")
    if not cell:
        return Value(None, "", place, ValueState.NOT_STATED)
    number, _, typed = cell.partition("=")
    return Value(int(number), typed or number, place)


def told(finding: Finding) -> str:
    """A finding in short: rule, reason, cell, and the cells beside it."""
    place = finding.location
    beside = ",".join(r.cell or r.file for r in finding.related)
    words = (finding.rule, str(finding.argument("reason") or ""), place.cell or place.part, f"({beside})" if beside else "")
    return " ".join(filter(None, words))


@pytest.fixture(scope="session")
def tell() -> Callable[[Finding], str]:
    """A finding in short."""
    return told
