"""What each reader does with one workbook, and what that costs in processor time."""

import datetime as dt
import gc
import importlib
import importlib.util
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from python_calamine import CalamineWorkbook

from tuyentruyen_cli.aggregate.report import build_report
from tuyentruyen_cli.campaign.builtin import builtin
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.submission import Outcome, Timeliness
from tuyentruyen_cli.pipeline.job import Job
from tuyentruyen_cli.pipeline.limits import settle_memory
from tuyentruyen_cli.pipeline.work import process
from tuyentruyen_cli.read.file import open_file

Read: TypeAlias = Callable[[Path], object]

CALAMINE = "python-calamine alone"
PANDAS = "pandas with openpyxl"
FRICTIONLESS = "frictionless validate"
READINGS = "tuyentruyen, both readings"
CHECKED = "tuyentruyen, read to checked"
WHOLE = "tuyentruyen, whole path"
WEEK = (2021, 5)


def calamine(path: Path) -> None:
    """Every value of every sheet."""
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def pandas(path: Path) -> None:
    """Every sheet as a table, as most scripts read one."""
    importlib.import_module("pandas").read_excel(path, sheet_name=None, header=None, engine="openpyxl")


def frictionless(path: Path) -> None:
    """What ``frictionless validate`` does: one sheet, its rows against the types that it finds."""
    report = importlib.import_module("frictionless").validate(path.name, basepath=str(path.parent))
    if not report.tasks[0].stats["rows"]:
        raise SystemExit(f"frictionless did not read {path}: {report.flatten(['message'])}")


def readings(path: Path) -> None:
    """Both engines, and where they agree."""
    list(open_file(path, path.name).readings)


def asked() -> tuple[Campaign, Period]:
    """The schema that needs no campaign, and the week of the workbooks."""
    campaign = builtin(WEEK[0])
    return campaign, campaign.calendar.week(WEEK[1])


def readers() -> dict[str, Read]:
    """Those that are installed, by name. What is ours does exactly what a worker of ours does with a file."""
    context = Context.of(*asked())
    found: dict[str, Read] = {CALAMINE: calamine, READINGS: readings, PANDAS: pandas}
    found[CHECKED] = lambda path: process(Job(str(path), path.name), context)
    if importlib.util.find_spec("frictionless"):
        found[FRICTIONLESS] = frictionless
    return found


def medians(read: dict[str, Read], files: Sequence[Path]) -> dict[str, float]:
    """Milliseconds of processor time a file, the readers taking turns file by file so that noise falls on all of them."""
    for one in read.values():
        one(files[0])
    settle_memory()
    spent: dict[str, list[float]] = {name: [] for name in read}
    for path in files:
        for name, one in read.items():
            start = time.process_time()
            one(path)
            spent[name].append((time.process_time() - start) * 1000)
    return {name: statistics.median(times) for name, times in spent.items()}


def totals(files: Sequence[Path]) -> float:
    """Milliseconds of processor time a file for the totals of them all. Ends the program if a figure was not read."""
    campaign, period = asked()
    context = Context.of(campaign, period)
    submissions = [s for p in files for s in process(Job(str(p), p.name), context).submissions]
    if len(submissions) != len(files) or any(s.outcome is not Outcome.ACCEPTED for s in submissions):
        raise SystemExit("a workbook of the benchmark was not read as it was written")
    received = {s.unit: Timeliness.UNKNOWN for s in submissions if s.unit}
    build_report(campaign, period, submissions[:1], [], received, dt.datetime.now(dt.UTC))
    gc.collect()
    start = time.process_time()
    build_report(campaign, period, submissions, [], received, dt.datetime.now(dt.UTC))
    return (time.process_time() - start) * 1000 / len(files)
