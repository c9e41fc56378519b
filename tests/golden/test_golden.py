"""Whole folders with known truth: what a generator wrote down, never what was read back.

``cases/<id>/`` asks one question each (``line`` of its ``truth.json``); ``week-05.json`` to ``week-08.json`` are the truth of the
sample campaign's weeks. ``any_of`` lists every acceptable answer where the law of reading leaves room.
"""

import datetime as dt
import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.week import Request, aggregate

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "sample_data" / "tam-duong-2021"
CASES = sorted(path.parent.name for path in HERE.glob("cases/*/truth.json"))
WEEKS = ("week-05", "week-06", "week-07", "week-08")
PARTS = ("news", "articles", "features")
AFTERWARDS = dt.datetime.fromisoformat("2021-03-01T09:00:00+07:00")

Truth = dict[str, Any]


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    for name in ("tuyentruyen.toml", "units.csv"):
        shutil.copyfile(SAMPLE / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("case", CASES)
def test_a_case(case: str, campaign: Path) -> None:
    """Every value, refusal, rule, address and outcome is as the truth says."""
    truth: Truth = json.loads((HERE / "cases" / case / "truth.json").read_text(encoding="utf-8"))
    folder = campaign / truth["folder"]
    shutil.copytree(HERE / "cases" / case, folder, ignore=shutil.ignore_patterns("truth.json"))
    assert list(faults(truth, report_of(folder))) == [], truth["line"]


@pytest.mark.parametrize("week", WEEKS)
def test_a_week(week: str, campaign: Path) -> None:
    """The sample weeks, one after the other, so that each has the weeks before it."""
    truth: Truth = json.loads((HERE / f"{week}.json").read_text(encoding="utf-8"))
    for folder in WEEKS[: WEEKS.index(week) + 1]:
        shutil.copytree(SAMPLE / folder, campaign / folder)
        report = report_of(campaign / folder)
    assert list(faults(truth, report)) == []


def test_some_cases_are_there() -> None:
    """An empty folder would make the tests above pass without a word."""
    assert len(CASES) > 60


def report_of(folder: Path) -> Report:
    return aggregate(Request(folder, AFTERWARDS, executor=here))


def answers(accepted: Any) -> list[Any]:
    return list(accepted["any_of"]) if isinstance(accepted, dict) else [accepted]


def faults(truth: Truth, report: Report) -> Iterator[str]:
    """How a report differs from the truth, one line for each."""
    yield from wrong_values(truth, report)
    yield from wrong_submissions(truth, report)
    yield from wrong_coverage(truth.get("coverage", {}), report)
    for wanted in truth["must_find"]:
        if not any(fits(wanted, f) for f in report.findings):
            yield f"not found: {wanted} in {[(f.rule, f.location) for f in report.findings]}"
    for rule in truth.get("must_not_find", []):
        if any(f.rule == rule for f in report.findings):
            yield f"a false alarm: {rule}"
    if all(is_certain(unit) for unit in truth["units"]) and not any(is_error(m) for m in truth["must_find"]):
        files = {s["file"] for s in truth["submissions"]}
        yield from (f"a false alarm: {f}" for f in report.findings if f.severity is Severity.ERROR and f.location.file in files)


def is_certain(unit: Truth) -> bool:
    """Whether nothing of a unit is refused, and nothing may be."""
    refused = set(unit["why"].values()) - {"not-stated", "missing"}
    return not refused and not any(isinstance(v, dict) for v in unit["values"].values())


def is_error(wanted: Truth) -> bool:
    return bool(wanted.get("severity", "error") == "error")


def wrong_values(truth: Truth, report: Report) -> Iterator[str]:
    for unit in truth["units"]:
        for measure, accepted in unit["values"].items():
            figure = report.figure(measure, unit["unit"])
            value = figure.value if figure else None
            if value not in answers(accepted):
                yield f"{unit['unit']}.{measure}: {value}, should be {accepted} {unit['why'].get(measure, '')}"
            why = unit["why"].get(measure)
            # A file without a unit leaves its unit missing; a part that no column asks for is not stated, whatever is refused.
            said = set(figure.why) - {"missing", *(["not-stated"] if measure in PARTS else [])} if figure else set()
            if why and accepted is None and said and not said & {why, *every_rule(truth)}:
                yield f"{unit['unit']}.{measure}: is null for {said}, should be for {why}"
    known = {u["unit"] for u in truth["units"]} | {s["unit"] for s in truth["submissions"]}
    if truth["group"] != "weeks":
        yield from (f"{u.unit} sent nothing" for u in report.units if u.received and u.unit not in known)


def every_rule(truth: Truth) -> set[str]:
    """The rules that a truth lets the program choose among."""
    choices: Iterable[list[Any]] = (answers(m["rule"]) for m in truth["must_find"])
    return {rule for rules in choices if len(rules) > 1 for rule in rules}


def wrong_submissions(truth: Truth, report: Report) -> Iterator[str]:
    for wanted in truth["submissions"]:
        found = [s for s in report.submissions if s.file == wanted["file"]]
        outcomes: set[str | None] = {s.outcome.value for s in found} or {None}
        if not outcomes & set(answers(wanted["outcome"])):
            yield f"{wanted['file']}: {outcomes}, should be {wanted['outcome']}"
        if wanted["received_at"] and {s.timeliness.value for s in found} != {wanted["timeliness"]}:
            yield f"{wanted['file']}: {[s.timeliness.value for s in found]}, should be {wanted['timeliness']}"
        if set(wanted.get("units", [])) - {s.unit for s in found}:
            yield f"{wanted['file']}: speaks of {[s.unit for s in found]}, should be {wanted['units']}"


def wrong_coverage(wanted: Truth, report: Report) -> Iterator[str]:
    for key, accepted in wanted.items():
        found = getattr(report.attendance, key)
        found = list(found) if isinstance(found, tuple) else found
        if found not in answers(accepted):
            yield f"{key}: {found}, should be {accepted}"


def fits(wanted: Truth, finding: Finding) -> bool:
    place = finding.location
    rules, cells = answers(wanted["rule"]), answers(wanted.get("cell"))
    severe = finding.severity is Severity.ERROR if is_error(wanted) else finding.severity is not Severity.NOTE
    return (
        place.file in answers(wanted["file"])
        and (finding.rule in rules or "*" in rules)
        and (cells == [None] or place.cell in cells)
        and wanted.get("part") in {None, place.part}
        and severe
    )
