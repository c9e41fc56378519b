"""Files that kill, hang or break their worker cost themselves and no other file."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import NOTHING_DECIDED, FileDecisions
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.pipeline import pool
from tuyentruyen_cli.pipeline.job import FileResult, Job
from tuyentruyen_cli.pipeline.pool import Executor, LocalProcesses, here

ROW = ("Phát thanh", 6, 30, 20, 500)

Write = Callable[..., Path]


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers that do what a file's name says. Spawned processes find the module by the parent's path."""
    monkeypatch.syspath_prepend(Path(__file__).parent)
    monkeypatch.setattr(pool, "WORK", "hostile_worker:work")
    monkeypatch.setattr(pool, "SECONDS_A_FILE", 1.0)
    monkeypatch.setattr(pool, "WATCH_SECONDS", 0.05)


def results(root: Path, names: Iterable[str], write: Write, executor: Executor) -> dict[str, str]:
    """What comes of some files, each Bản Bo's with the same figures: what was refused, or the figures in the file."""
    jobs = [Job(str(write(root / "week-05", name, ROW)), name) for name in names]
    campaign = load(root)
    told = {}
    for result in executor(jobs, campaign, campaign.calendar.week(5)):
        assert result.name not in told, "one answer for each file"
        reasons = [str(f.argument("reason")) for f in result.findings if f.rule == "unreadable-file"]
        told[result.name] = ", ".join(reasons) or " ".join(
            f"{m} {v.value}" for s in result.submissions for r in s.records for m, v in r.values if m == "items"
        )
    return told


def test_in_this_process_and_in_workers_is_the_same(root: Path, write: Write) -> None:
    names = [f"ban-bo {n}.xlsx" for n in range(5)]
    expected = dict.fromkeys(names, "items 6")
    assert results(root, names, write, here) == expected
    assert results(root, names, write, LocalProcesses(workers=2, batch=2)) == expected


@pytest.mark.usefixtures("hostile")
def test_a_file_hangs_no_longer_because_more_work_is_handed_over(root: Path, write: Write) -> None:
    """Half of its batch is done when its worker is given the next one; that file alone is refused."""
    names = [f"ban-bo {n}.xlsx" for n in range(4)] + ["ban-bo 4 hangs.xlsx"] + [f"ban-bo {n}.xlsx" for n in range(5, 12)]
    told = results(root, names, write, LocalProcesses(workers=1, batch=6))
    assert told == {name: "timeout" if "hangs" in name else "items 6" for name in names}


@pytest.mark.usefixtures("hostile")
def test_a_file_that_ends_its_worker_is_refused_and_the_rest_is_read(root: Path, write: Write) -> None:
    names = [
        "ban-bo 1.xlsx",
        "ban-bo 2 dies.xlsx",
        "ban-bo 3.xlsx",
        "ban-bo 4 hangs.xlsx",
        "ban-bo 5 raises.xlsx",
        "ban-bo 6.xlsx",
    ]
    assert results(root, names, write, LocalProcesses(workers=1, batch=6)) == {
        "ban-bo 1.xlsx": "items 6",
        "ban-bo 2 dies.xlsx": "died",
        "ban-bo 3.xlsx": "items 6",
        "ban-bo 4 hangs.xlsx": "timeout",
        "ban-bo 5 raises.xlsx": "died",
        "ban-bo 6.xlsx": "items 6",
    }


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(("seconds", "expected"), [(0, "timeout"), (5000, "items 6")])
def test_a_large_file_may_take_longer(
    root: Path, write: Write, monkeypatch: pytest.MonkeyPatch, seconds: float, expected: str
) -> None:
    """The workbook is of 5 KB."""
    monkeypatch.setattr(pool, "SECONDS_A_MEGABYTE", seconds)
    assert results(root, ["ban-bo is long.xlsx"], write, LocalProcesses()) == {"ban-bo is long.xlsx": expected}


@pytest.mark.usefixtures("hostile")
def test_what_a_library_prints_is_no_answer(root: Path, write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    assert results(root, ["ban-bo prints.xlsx"], write, LocalProcesses()) == {"ban-bo prints.xlsx": "items 6"}
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("hostile")
def test_who_looks_for_a_fault_sees_what_a_library_says(
    root: Path, write: Write, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TUYENTRUYEN_DEBUG", "1")
    assert results(root, ["ban-bo prints.xlsx"], write, LocalProcesses()) == {"ban-bo prints.xlsx": "items 6"}
    assert "panicked" in capfd.readouterr().err


def test_a_module_in_the_folder_of_the_files_is_not_imported(root: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root / "week-05", "ban-bo.xlsx", ROW)
    for name in ("json", "pickle", "python_calamine"):
        (root / "week-05" / f"{name}.py").write_text("raise SystemExit('code that somebody sent')", encoding="utf-8")
    monkeypatch.chdir(root / "week-05")
    assert results(root, ["ban-bo.xlsx"], write, LocalProcesses()) == {"ban-bo.xlsx": "items 6"}


@pytest.mark.usefixtures("hostile")
def test_a_worker_that_dies_between_two_batches_costs_no_file(root: Path, write: Write) -> None:
    """It is noticed when it is given more, or, where the receiver is slow, before that."""
    names = ["ban-bo 1 last.xlsx", "ban-bo 2 last.xlsx", "ban-bo 3.xlsx"]
    local = LocalProcesses(workers=1, batch=1)

    def slowly(
        jobs: Sequence[Job], campaign: Campaign, period: Period | None, decided: FileDecisions = NOTHING_DECIDED
    ) -> Iterator[FileResult]:
        for result in local(jobs, campaign, period, decided):
            time.sleep(0.3)
            yield result

    assert results(root, names, write, local) == dict.fromkeys(names, "items 6")
    assert results(root, names, write, slowly) == dict.fromkeys(names, "items 6")


@pytest.mark.usefixtures("hostile")
def test_a_refused_file_still_belongs_to_the_unit_that_its_name_names(root: Path, write: Write) -> None:
    path = write(root / "week-05", "ban-bo dies.xlsx", ROW)
    campaign = load(root)
    (result,) = LocalProcesses()([Job(str(path), "xã Bản Bo dies.xlsx")], campaign, campaign.calendar.week(5))
    assert [(s.unit, s.readable, s.period) for s in result.submissions] == [("ban-bo", False, "2021-W05")]
    assert [f.unit for f in result.findings] == ["ban-bo"]


@pytest.mark.usefixtures("hostile")
def test_a_worker_that_cannot_begin_is_a_fault_of_the_program(
    root: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "WORK", "hostile_worker:never")
    with pytest.raises(RuntimeError, match="could not start: it did not say why"):
        results(root, ["ban-bo.xlsx"], write, LocalProcesses())


@pytest.mark.usefixtures("hostile")
def test_a_worker_that_cannot_load_says_so_in_one_line(
    root: Path, write: Write, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pool, "WORK", "hostile_worker:broken")
    with pytest.raises(RuntimeError, match=r"could not start: ModuleNotFoundError: No module named 'python_calamine'$"):
        results(root, ["ban-bo.xlsx"], write, LocalProcesses())
    assert capfd.readouterr() == ("", "")


def test_memory_running_out_inside_python_is_a_finding(root: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("tuyentruyen_cli.pipeline.work.open_file", exhausted)
    assert results(root, ["ban-bo.xlsx"], write, here) == {"ban-bo.xlsx": "memory"}
