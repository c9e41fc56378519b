"""An archive of reports in a week's folder: its files count in the week like any others, and came when it came."""

import datetime as dt
import shutil
import zipfile
from pathlib import Path

import pytest

from tuyentruyen_cli import resources
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.submission import Outcome, Submission, Timeliness
from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.week import Request, aggregate

SAMPLE = resources.folder("sample_data") / "tam-duong-2021"
NAMES = ("then sin t5.xlsx", "Na Tam - tuan 5.xlsx")
FRIDAY = dt.datetime.fromisoformat("2021-02-05T09:00+07:00")
THURSDAY = dt.datetime.fromisoformat("2021-02-04T09:00+07:00")


@pytest.fixture
def week(tmp_path: Path) -> Path:
    """Week 05 of a campaign with one archive of two units' files."""
    root = tmp_path / "campaign"
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("week-*", "store", "reports"))
    (root / "week-05").mkdir()
    put(root / "week-05" / "gui.zip", *NAMES)
    return root / "week-05"


def put(archive: Path, *names: str) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for name in names:
            out.write(SAMPLE / "week-05" / name, name)
        out.writestr("~$then sin t5.xlsx", b"x")


def report(week: Path, now: dt.datetime = FRIDAY) -> Report:
    return aggregate(Request(week, now, executor=here))


def by_file(found: Report) -> dict[str, Submission]:
    return {s.file: s for s in found.submissions}


def test_the_files_of_an_archive_are_submissions(week: Path) -> None:
    found = by_file(report(week))
    assert {file: (s.unit, s.outcome, s.timeliness) for file, s in found.items()} == {
        "gui.zip/then sin t5.xlsx": ("then-sin", Outcome.ACCEPTED, Timeliness.UNKNOWN),
        "gui.zip/Na Tam - tuan 5.xlsx": ("na-tam", Outcome.ACCEPTED, Timeliness.UNKNOWN),
        "gui.zip/~$then sin t5.xlsx": (None, Outcome.IGNORED, Timeliness.UNKNOWN),
    }


def test_a_file_in_an_archive_and_beside_it_counts_once(week: Path) -> None:
    shutil.copyfile(SAMPLE / "week-05" / NAMES[0], week / NAMES[0])
    found = report(week)
    assert sorted(s.outcome for s in found.submissions if s.unit == "then-sin") == [Outcome.ACCEPTED, Outcome.IGNORED]
    assert "same-bytes" in {f.rule for f in found.findings}


def test_the_archive_came_when_received_csv_says(week: Path) -> None:
    (week / "received.csv").write_text("file,received_at\ngui.zip,2021-02-04T15:00+07:00\n", encoding="utf-8")
    found = by_file(report(week))["gui.zip/then sin t5.xlsx"]
    assert (found.timeliness, found.evidence) == (Timeliness.ON_TIME, "received.csv")


def test_an_archive_seen_in_time_proves_nothing_of_a_later_one(week: Path) -> None:
    assert by_file(report(week, THURSDAY))["gui.zip/then sin t5.xlsx"].timeliness is Timeliness.ON_TIME
    assert by_file(report(week, FRIDAY))["gui.zip/then sin t5.xlsx"].timeliness is Timeliness.ON_TIME
    put(week / "gui.zip", NAMES[0])
    assert by_file(report(week, FRIDAY))["gui.zip/then sin t5.xlsx"].timeliness is Timeliness.UNKNOWN
