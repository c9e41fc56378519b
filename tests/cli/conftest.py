"""Runs the program as a user does, in this process, and keeps what it says."""

import datetime as dt
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tuyentruyen_cli import resources
from tuyentruyen_cli.cli.main import cli
from tuyentruyen_cli.cli.run import run
from tuyentruyen_cli.pipeline.pool import LocalProcesses, here
from tuyentruyen_cli.pipeline.week import Request, aggregate

SAMPLE = resources.folder("sample_data") / "tam-duong-2021"
FRIDAY = "2021-02-05T09:00+07:00"
FRIDAY_AFTER = "2021-02-12T09:00+07:00"


@dataclass(frozen=True)
class Said:
    """What a run answered."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def tuyentruyen(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """The program: ``tuyentruyen("aggregate", folder)``."""

    def call(*arguments: str | Path) -> Said:
        monkeypatch.setattr(sys, "argv", ["tuyentruyen", *map(str, arguments)])
        capfd.readouterr()
        code = run(cli, "vi")
        captured = capfd.readouterr()
        return Said(code, captured.out, captured.err)

    return call


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read without workers: many times quicker, where nothing hostile is read."""
    monkeypatch.setattr(LocalProcesses, "__call__", lambda _, *asked: here(*asked))


@pytest.fixture(scope="session")
def both_weeks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample campaign with weeks 05 and 06 aggregated, each on the morning after its deadline. Nobody may change it."""
    root = tmp_path_factory.mktemp("sample") / "chiến dịch"
    kept_out = shutil.ignore_patterns("store", "reports", "week-07", "week-08", "gui-sau")
    shutil.copytree(SAMPLE, root, ignore=kept_out)
    for week, now in (("week-05", FRIDAY), ("week-06", FRIDAY_AFTER)):
        aggregate(Request(root / week, dt.datetime.fromisoformat(now), executor=here))
    return root


@pytest.fixture
def sample(both_weeks: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    root = tmp_path / "mẫu của mình"
    shutil.copytree(both_weeks, root)
    return root


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A campaign with three units' files of week 05: one right, one with two cells to mend, one late; and an empty week 06."""
    root = tmp_path / "chiến dịch"
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("week-*", "store", "reports"))
    week = root / "week-05"
    week.mkdir()
    for name in ("then sin t5.xlsx", "ban hon bc T5.xlsx", "Na Tam - tuan 5.xlsx", "received.csv"):
        shutil.copyfile(SAMPLE / "week-05" / name, week / name)
    (root / "week-06").mkdir()
    return root
