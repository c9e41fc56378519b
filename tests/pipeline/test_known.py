"""A file is read once; again only when something has changed that its figures rest on. No figure ever differs for it."""

import datetime as dt
import importlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import NOTHING_DECIDED, Decision, DecisionKind, FileDecisions, Subject
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.pipeline import known
from tuyentruyen_cli.pipeline.decisions import decide
from tuyentruyen_cli.pipeline.job import FileResult, Job
from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.week import Request, aggregate
from tuyentruyen_cli.render.explain import explainer
from tuyentruyen_cli.render.report_json import report_json
from tuyentruyen_cli.store.memory import open_store

NOW = dt.datetime.fromisoformat("2021-02-05T09:00:00+07:00")
ROW = ("Phát thanh", 6, 30, 20, 500)
UNITS = ("ban-bo", "ban-hon", "na-tam")

Write = Callable[..., Path]


@dataclass
class Reader:
    """An executor that notes what it is asked to read."""

    read: list[str] = field(default_factory=list)

    def __call__(
        self, jobs: Sequence[Job], campaign: Campaign, period: Period | None, decided: FileDecisions = NOTHING_DECIDED
    ) -> Iterator[FileResult]:
        """Note, then read."""
        self.read += [job.name for job in jobs]
        return here(jobs, campaign, period, decided)


@pytest.fixture
def week(root: Path, write: Write) -> Path:
    """A week of three files that was aggregated once."""
    for number, unit in enumerate(UNITS):
        write(root / "week-05", f"{unit}.xlsx", ("Phát thanh", 6 + number, 30, 20, 500))
    told(root / "week-05")
    return root / "week-05"


def told(folder: Path) -> tuple[list[str], object]:
    """What had to be read, and everything that the report says."""
    reader = Reader()
    report = aggregate(Request(folder, NOW, executor=reader))
    return sorted(reader.read), report_json(report, explainer(report.campaign.schema, "vi"))


def afresh(folder: Path) -> object:
    """What the report says when nothing is remembered."""
    (folder.parent / "store" / "cache.sqlite").unlink()
    read, said = told(folder)
    assert len(read) == len([f for f in folder.iterdir() if f.suffix == ".xlsx"])
    return said


def test_an_unchanged_folder_is_not_read_again(week: Path) -> None:
    read, said = told(week)
    assert read == []
    assert said == afresh(week)


CHANGES: dict[str, Callable[[Path], None]] = {
    "a unit's other name": lambda week: edit(week.parent / "units.csv", "Bản Bo", "Bản Bo Mới"),
    "the year": lambda week: edit(week.parent / "tuyentruyen.toml", "year = 2021", "year = 2027"),
    "a deadline": lambda week: edit(week.parent / "tuyentruyen.toml", "16:00", "15:00"),
    "the schema": lambda week: own_schema(week.parent),
}


def edit(path: Path, old: str, new: str) -> None:
    """Other words in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def own_schema(root: Path) -> None:
    """A schema of the campaign's own with one word more."""
    words = 'extends = "bao-cao-tuan"\n[measures.households]\ntitle = "Số hộ"\nkind = "count"\ncounting_words = ["hộ"]\n'
    (root / "schema.toml").write_text(words, encoding="utf-8")
    text = (root / "tuyentruyen.toml").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("schema")]
    (root / "tuyentruyen.toml").write_text("\n".join(['schema = "schema.toml"', *kept]), encoding="utf-8")


@pytest.mark.parametrize("change", CHANGES)
def test_a_campaign_that_changed_is_read_by_anew(week: Path, change: str) -> None:
    CHANGES[change](week)
    read, said = told(week)
    assert read == [f"{unit}.xlsx" for unit in UNITS]
    assert said == afresh(week)


@pytest.mark.parametrize("place", ["SECONDS_A_FILE", "MEGABYTES_A_FILE", "__version__", "LIBRARIES"])
def test_another_program_or_other_limits_read_anew(week: Path, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, place, {"__version__": "9", "LIBRARIES": ("json",)}.get(place, 7))
    assert told(week)[0] == [f"{unit}.xlsx" for unit in UNITS]


def test_a_module_that_changed_reads_anew(week: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "reading.py").write_text("ONE = 1\n", encoding="utf-8")
    monkeypatch.setattr(known, "PACKAGE", package)
    assert len(told(week)[0]) == len(UNITS)
    assert told(week)[0] == []
    (package / "reading.py").write_text("ONE = 11\n", encoding="utf-8")
    assert len(told(week)[0]) == len(UNITS)


def test_only_files_that_changed_or_have_another_name_are_read(week: Path, write: Write) -> None:
    write(week, "ban-bo.xlsx", ("Phát thanh", 9, 30, 20, 500))
    (week / "na-tam.xlsx").rename(week / "na-tam sửa.xlsx")
    write(week, "then-sin.xlsx", ROW)
    read, said = told(week)
    assert read == ["ban-bo.xlsx", "na-tam sửa.xlsx", "then-sin.xlsx"]
    assert said == afresh(week)


def test_a_decision_reads_the_file_that_it_is_about(week: Path) -> None:
    said_of = {}
    for value in ("7", "8"):
        sha256 = next(r.sha256 for r in results(week) if r.name == "ban-bo.xlsx")
        subject = Subject("2021-W05", "ban-bo", "items", sha256, "ban-bo.xlsx", "Sheet1", 3, 2)
        with open_store(week.parent, NOW) as store:
            decide(store, [Decision(DecisionKind.CORRECT, subject, value, "gọi điện", "Lan", NOW)])
        read, said = told(week)
        assert read == ["ban-bo.xlsx"]
        assert said == afresh(week)
        said_of[value] = said
    assert said_of["7"] != said_of["8"]


def results(week: Path) -> list[FileResult]:
    """What its files say, read now."""
    campaign = load(week.parent)
    jobs = [Job(str(f), f.name) for f in sorted(week.iterdir())]
    return list(here(jobs, campaign, campaign.calendar.week(5)))


def test_a_file_that_could_not_be_read_is_tried_again(week: Path) -> None:
    (week / "then-sin.xlsx").write_bytes(b"PK\x03\x04 torn")
    assert told(week)[0] == ["then-sin.xlsx"]
    assert told(week)[0] == ["then-sin.xlsx"]


def test_a_cache_of_another_version_is_made_again(week: Path) -> None:
    said = told(week)[1]
    with sqlite3.connect(week.parent / "store" / "cache.sqlite") as connection:
        connection.execute("PRAGMA user_version = 5")
    connection.close()
    assert told(week) == ([f"{unit}.xlsx" for unit in UNITS], said)
    assert told(week) == ([], said)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_an_entry_that_is_not_what_was_put_in_is_never_used(week: Path, data: st.DataObject) -> None:
    cache = week.parent / "store" / "cache.sqlite"
    with sqlite3.connect(cache) as connection:
        rows = connection.execute("SELECT key, answer, seal FROM results ORDER BY key").fetchall()
        key, answer, seal = data.draw(st.sampled_from(rows))
        how = data.draw(st.sampled_from(["bytes", "seal", "other", "cut"]))
        if how == "bytes":
            place = data.draw(st.integers(0, len(answer) - 1))
            answer = answer[:place] + bytes([answer[place] ^ data.draw(st.integers(1, 255))]) + answer[place + 1 :]
        elif how == "seal":
            seal = seal[1:] + ("1" if seal[0] != "1" else "2")
        elif how == "cut":
            answer = answer[: data.draw(st.integers(0, len(answer) - 1))]
        else:  # a whole one, of another file
            answer, seal = data.draw(st.sampled_from([(a, s) for k, a, s in rows if k != key]))
        connection.execute("UPDATE results SET answer = ?, seal = ? WHERE key = ?", (answer, seal, key))
        connection.execute("DELETE FROM weeks")  # else nothing is asked of single files
    connection.close()
    read, said = told(week)
    assert len(read) == 1
    assert said == afresh(week)


def test_without_a_campaign_nothing_is_kept(write: Write, tmp_path: Path) -> None:
    write(tmp_path / "loose", "xã Bản Bo tuần 5.xlsx", ROW)
    for _ in range(2):
        assert told(tmp_path / "loose")[0] == ["xã Bản Bo tuần 5.xlsx"]


def test_what_is_kept_is_what_a_worker_answers(week: Path) -> None:
    answers = importlib.import_module("tuyentruyen_cli.pipeline.answers")
    for result in results(week):
        assert replace(answers.of_json(answers.packed(result)), answer=b"") == result
