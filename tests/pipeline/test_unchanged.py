"""A week of which nothing has changed is not put together anew; as soon as anything has, it is. The report is the same by either way."""

import datetime as dt
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.model.decision import Decision, DecisionKind, Subject
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.pipeline import week as module
from tuyentruyen_cli.pipeline.decisions import decide
from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.week import Request, aggregate
from tuyentruyen_cli.store.memory import open_store

NOW = dt.datetime.fromisoformat("2021-02-05T09:00:00+07:00")
Write = Callable[..., Path]


def report_of(folder: Path, now: dt.datetime = NOW) -> Report:
    """The report, by whichever way."""
    return aggregate(Request(folder, now, executor=here))


@pytest.fixture
def by_long_way(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were put together anew."""
    gone: list[Path] = []
    read = module._read

    def noted(folder: module._Folder, *about: object) -> Report:
        gone.append(folder.request.folder)
        return read(folder, *about)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_read", noted)
    return gone


@pytest.fixture
def week(root: Path, write: Write) -> Path:
    """A week of four files, one of them twice, with something wrong in one, received at stated times; and the week before."""
    for number, unit in enumerate(("ban-bo", "ban-hon")):
        write(root / "week-04", f"{unit}.xlsx", ("Phát thanh", 3 + number, 30, 20, 500))
        write(root / "week-05", f"{unit}.xlsx", ("Phát thanh", 6 + number, 30, 20, 500))
    write(root / "week-05", "na-tam.xlsx", ("Phát thanh", "2-3", 30, 20, 500))
    write(root / "week-05", "ban-bo sửa.xlsx", ("Phát thanh", 7, 30, 20, 500))
    received(root / "week-05", "2021-02-03 08:00")
    report_of(root / "week-04", NOW - dt.timedelta(days=7))
    report_of(root / "week-05")
    return root / "week-05"


def received(folder: Path, corrected: str) -> None:
    """When the files came, as the office wrote down."""
    lines = ["file,received_at", "ban-bo.xlsx,2021-02-02 08:00", f"ban-bo sửa.xlsx,{corrected}"]
    (folder / "received.csv").write_text("\n".join(lines), encoding="utf-8")


def afresh(folder: Path, now: dt.datetime) -> Report:
    """The report when its files are read and the week is put together anew; other weeks stay."""
    with sqlite3.connect(folder.parent / "store" / "cache.sqlite") as connection:
        connection.execute("DELETE FROM weeks WHERE week = '2021-W05'")
        connection.execute("DELETE FROM results WHERE week = '2021-W05'")
    connection.close()
    return report_of(folder, now)


def kept(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the cache."""
    with sqlite3.connect(folder.parent / "store" / "cache.sqlite") as connection:
        tables = ("receipts", "weeks", "submissions", "facts", "units", "findings", "results", "head")
        found = {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}
    connection.close()
    return found


def test_the_report_and_what_is_remembered_are_the_same_by_either_way(week: Path, by_long_way: list[Path]) -> None:
    later = NOW + dt.timedelta(hours=3)
    short = report_of(week, later)
    assert by_long_way == []
    by_short_way = kept(week)
    assert afresh(week, later) == short
    assert by_long_way == [week]
    assert kept(week) == by_short_way
    assert (short.as_of, len(short.submissions), short.attendance.received) == (later, 4, 3)
    assert report_of(week, later) == short


def decided(week: Path) -> None:
    subject = Subject("2021-W05", "na-tam", "items")
    with open_store(week.parent, NOW) as store:
        decide(store, [Decision(DecisionKind.ENTER, subject, "3", "gọi điện", "Lan", NOW)])


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def of_week_before(week: Path) -> None:
    (week.parent / "week-04" / "ban-hon.xlsx").unlink()
    report_of(week.parent / "week-04", NOW)


def payload(week: Path) -> None:
    """What is remembered is another week's."""
    with sqlite3.connect(week.parent / "store" / "cache.sqlite") as connection:
        [(sealed,)] = connection.execute("SELECT payload FROM weeks WHERE week = '2021-W05'")
        [(other,)] = connection.execute("SELECT payload FROM weeks WHERE week = '2021-W04'")
        mixed = sealed.partition(b"\n")[0] + b"\n" + other.partition(b"\n")[2]
        connection.execute("UPDATE weeks SET payload = ? WHERE week = '2021-W05'", (mixed,))
    connection.close()


CHANGES: dict[str, Callable[[Path], object]] = {
    "a stated time": lambda week: received(week, "2021-02-01 08:00"),
    "no stated times": lambda week: (week / "received.csv").unlink(),
    "a list of times that cannot be read": lambda week: (week / "received.csv").write_text("tệp,giờ\n", encoding="utf-8"),
    "a file that a program left": lambda week: (week / "~$ban-bo.xlsx").write_bytes(b"x"),
    "a file gone": lambda week: (week / "ban-hon.xlsx").unlink(),
    "a file of another name": lambda week: (week / "ban-hon.xlsx").rename(week / "ban-hon 2.xlsx"),
    "a file that cannot be read": lambda week: (week / "then-sin.xlsx").write_bytes(b""),
    "the week before": of_week_before,
    "a decision": decided,
    "a deadline": lambda week: edited(week.parent / "tuyentruyen.toml", "16:00", "07:00"),
    "a unit's name": lambda week: edited(week.parent / "units.csv", "Nà Tăm", "Nà Tăm Mới"),
    "what is remembered": payload,
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_the_week_is_put_together_anew(week: Path, change: str, by_long_way: list[Path]) -> None:
    CHANGES[change](week)
    by_long_way.clear()
    said = report_of(week)
    assert by_long_way == [week]
    assert afresh(week, NOW) == said


def test_a_file_that_an_earlier_moment_saw_first_is_put_together_anew(week: Path, by_long_way: list[Path]) -> None:
    """``--now`` before the first run: then the files were there before."""
    earlier = NOW - dt.timedelta(days=2)
    said = report_of(week, earlier)
    assert by_long_way == [week]
    assert afresh(week, earlier) == said


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(sorted(set(CHANGES) - {"a file gone", "a file of another name", "no stated times"})), max_size=3)
)
def test_whatever_changes_come_together_the_report_is_as_if_put_together_anew(week: Path, changes: list[str]) -> None:
    for change in changes:
        try:
            CHANGES[change](week)
        except (AssertionError, FileNotFoundError):  # changed like that already
            continue
        said = report_of(week)
        assert report_of(week) == said
    assert report_of(week) == afresh(week, NOW)
