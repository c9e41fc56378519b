"""Runs the program as a user does, in this process, and keeps what it says."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tuyentruyen_cli import resources
from tuyentruyen_cli.cli.main import cli
from tuyentruyen_cli.cli.run import run

SAMPLE = resources.folder("sample_data") / "tam-duong-2021"
FRIDAY = "2021-02-05T09:00+07:00"


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
