"""Sheets drawn as text, and what extraction makes of them, told as text.

A line is a row, ``|`` parts its cells, and an empty line is an empty row. ``12`` is a number cell, ``"12"`` and words are text
(``\\n`` breaks a line), ``TRUE`` a boolean, ``#REF!`` an error, ``=SUM(B2:B3)`` a formula that was never computed,
``5:30:00@[h]:mm:ss`` a duration cell and ``2021-02-05@dd/mm`` a date cell with their formats. ``<`` joins a cell to the one on its
left and ``^`` to the one above it (``^ 7`` leaves a 7 under the merge). A row that begins with ``hidden>`` is hidden.
Sheets are parted by ``=== name`` lines; ``=== name (hidden)`` hides one.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tuyentruyen_cli.aggregate.units import unit_figures
from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.check.within import check_submission
from tuyentruyen_cli.extract.account import Fate, account
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.submission import extract
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.sheet import Cell, CellKind, Merge, Reading, Sheet
from tuyentruyen_cli.model.submission import Outcome, Submission

# What is unlikely refuses no figure and has its drawings in tests/check/unlikely; here small made-up figures would set it off.
UNLIKELY = frozenset(
    {
        *("items-without-duration", "duration-without-items", "fewer-broadcasts-than-items", "minutes-per-item"),
        *("listeners-over-population", "far-from-own-past", "scale-slip", "repeated-row", "office-rule"),
    }
)
SAMPLE = Path(__file__).parents[2] / "sample_data" / "tam-duong-2021"
WEEK = "2021-W05"

NUMBER = re.compile(r"-?\d+(\.\d+)?")
CLOCK = re.compile(r"(\d+):(\d\d):(\d\d)@(.+)")
DATE = re.compile(r"(\d{4}-\d\d-\d\d)@(.+)")
SHEET = re.compile(r"=== (?P<name>.+?)(?P<hidden> \(hidden\))?")


@pytest.fixture(scope="session")
def campaign() -> Campaign:
    return load(SAMPLE)


@pytest.fixture(scope="session")
def context(campaign: Campaign) -> Context:
    return Context.of(campaign, campaign.calendar.by_id(WEEK))


@pytest.fixture(scope="session")
def draw() -> Callable[..., Reading]:
    """A file of a drawing. ``hidden`` names hidden columns by their letters."""
    return drawn


@pytest.fixture(scope="session")
def told(context: Context) -> Callable[..., str]:
    """What extraction makes of a drawing: a line for each submission with its figures, a line for each finding."""

    def tell(text: str, *, file: str = "ban-bo.xlsx", hidden: str = "", by: str = "", within: Context = context) -> str:
        return outcome(drawn(text, file=file, hidden=hidden), within, by)

    return tell


def drawn(text: str, *, file: str = "ban-bo.xlsx", hidden: str = "") -> Reading:
    sheets: list[tuple[str, bool, list[str]]] = []
    for line in text.strip("\n").split("\n"):
        heading = SHEET.fullmatch(line.strip())
        if heading:
            sheets.append((heading["name"], bool(heading["hidden"]), []))
            continue
        if not sheets:
            sheets.append(("Sheet1", False, []))
        sheets[-1][2].append(line)
    return Reading(file, "0" * 64, 1, "xlsx", tuple(sheet(file, *s, hidden=hidden) for s in sheets))


def sheet(file: str, name: str, out_of_sight: bool, lines: list[str], *, hidden: str = "") -> Sheet:
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    cells: list[Cell] = []
    for row, line in enumerate(lines, 1):
        rest = line.strip().removeprefix("hidden>")
        for column, typed in enumerate(rest.split("|") if rest.strip() else (), 1):
            place, word = (row, column), typed.strip()
            if word[:1] in {"<", "^"}:
                beside = (row, column - 1) if word[0] == "<" else (row - 1, column)
                owners[place] = owners.get(beside, beside)
                word = word[1:].strip()
            if word:
                unseen = rest != line.strip() or chr(64 + column) in hidden
                cells.append(cell(row, column, word)._replace(hidden=unseen, merged_into=owners.get(place)))
    return Sheet(file, name, tuple(cells), merges(owners), out_of_sight)


def merges(owners: dict[tuple[int, int], tuple[int, int]]) -> tuple[Merge, ...]:
    ends: dict[tuple[int, int], tuple[int, int]] = {}
    for (row, column), owner in owners.items():
        bottom, right = ends.get(owner, owner)
        ends[owner] = (max(bottom, row), max(right, column))
    return tuple(Merge(*owner, *end) for owner, end in ends.items())


def cell(row: int, column: int, word: str) -> Cell:
    clock, date = CLOCK.fullmatch(word), DATE.fullmatch(word)
    if clock:
        hours, minutes, seconds = (int(g) for g in clock.groups()[:3])
        span = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
        return Cell(row, column, CellKind.DURATION, span, word.partition("@")[0], clock[4])
    if date:
        return Cell(row, column, CellKind.DATE, dt.datetime.fromisoformat(date[1]), date[1], date[2])
    if NUMBER.fullmatch(word):
        return Cell(row, column, CellKind.NUMBER, float(word) if "." in word else int(word), word)
    if word == "TRUE":
        return Cell(row, column, CellKind.BOOLEAN, raw=True, text="TRUE")
    if word.startswith("#"):
        return Cell(row, column, CellKind.ERROR, word, word, problem="error-cell")
    if word.startswith("="):
        return Cell(row, column, CellKind.BLANK, None, "", formula=word[1:], problem="uncached-formula")
    text = (word[1:-1] if word[0] == word[-1] == '"' and len(word) > 1 else word).replace("\\n", "\n")
    return Cell(row, column, CellKind.TEXT, text, text)


def outcome(reading: Reading, context: Context, by: str = "") -> str:
    extraction = extract(reading, context)
    lost = [entry.location.cell for entry in account(reading, extraction) if entry.fate is Fate.LOST]
    assert not lost, f"neither used, set aside nor refused: {lost}"
    checked = [check_submission(s, context.schema) for s in extraction.submissions]
    findings = [*extraction.findings, *(f for _, said in checked for f in said if f.rule not in UNLIKELY)]
    lines = [line for s, _ in checked for line in about(s, context, by)]
    several = len(reading.sheets) > 1
    return "\n".join([*lines, *dict.fromkeys(complaint(f, several=several) for f in in_order(findings))])


def about(submission: Submission, context: Context, by: str) -> Iterator[str]:
    unit = submission.unit or "?"
    week = "" if submission.period == WEEK else f" {submission.period}"
    state = "" if submission.outcome is Outcome.ACCEPTED else f" {submission.outcome}"
    used = list(unit_figures([unit], [submission], context.schema, WEEK))
    figures = list(filter(None, map(figure, used)))
    everything = len(figures) == len(used) and all(f.endswith(" refused") for f in figures)
    yield f"{unit}{week}{state}: {'everything refused' if everything else ', '.join(figures) or 'nothing'}"
    if by:
        stated: dict[str, dict[str, int]] = {}
        for record in submission.records:
            for measure, value in record.values:
                if value.value is not None:
                    sums = stated.setdefault(record.category(by) or "none", {})
                    sums[measure] = sums.get(measure, 0) + value.value
        yield from (f"  {category}: {', '.join(f'{m} {v}' for m, v in sums.items())}" for category, sums in stated.items())


def figure(one: Figure) -> str:
    if one.value is not None:
        return f"{one.measure} {'~' if one.approximate else ''}{one.value}{' (partial)' if one.coverage.partial else ''}"
    why = [w for w in one.why if w != "not-stated"]
    if not why or why == ["missing"]:
        return ""
    return f"{one.measure} refused" + (f" (at least {one.known.value}, {one.known.open} open)" if one.known else "")


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (f.location.part, f.location.row or 0, f.location.column or 0, f.rule))


def complaint(finding: Finding, *, several: bool) -> str:
    place = finding.location.cell or ""
    where = f"{finding.location.part}!{place}".strip("!") if several else place
    return " ".join(filter(None, (finding.severity, finding.rule, where)))
