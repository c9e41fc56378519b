"""The sample campaign with its weeks aggregated, and the report of week 06 issued: made once, copied for each test."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tuyentruyen_cli import resources
from tuyentruyen_cli.pipeline.documents import Order, render
from tuyentruyen_cli.pipeline.issuing import IssueOrder, issue
from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.week import Request, aggregate

SAMPLE = resources.folder("sample_data") / "tam-duong-2021"
LATE = SAMPLE / "gui-sau" / "week-06"
WEDNESDAY = dt.datetime.fromisoformat("2021-02-17T08:30:00+07:00")
THURSDAY = dt.datetime.fromisoformat("2021-02-18T09:00:00+07:00")
ISSUED = Path("reports", "2021-W06", "bao-cao-tuan-2021-W06.docx")
REPLACING = Path("reports", "2021-W06", "bao-cao-tuan-2021-W06-thay-the.docx")

Correct = Callable[[Path], None]


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("campaign") / "mẫu"
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("store", "reports"))
    for week in ("week-05", "week-06"):
        aggregate(Request(root / week, WEDNESDAY, executor=here))
    return root


@pytest.fixture(scope="session")
def _drafted(_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("drafted") / "mẫu"
    shutil.copytree(_made, root)
    render(Order(root, WEDNESDAY, week="6"))
    return root


@pytest.fixture(scope="session")
def _issued(_drafted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("issued") / "mẫu"
    shutil.copytree(_drafted, root)
    issue(IssueOrder(root, WEDNESDAY, "6", "17/02/2021", "6"))
    return root


@pytest.fixture
def two_weeks(_made: Path, tmp_path: Path) -> Path:
    """Weeks 05 and 06 of the sample, remembered."""
    shutil.copytree(_made, tmp_path / "mẫu")
    return tmp_path / "mẫu"


@pytest.fixture
def drafted(_drafted: Path, tmp_path: Path) -> Path:
    """The same, with the report of week 06 as a draft."""
    shutil.copytree(_drafted, tmp_path / "mẫu")
    return tmp_path / "mẫu"


@pytest.fixture
def issued(_issued: Path, tmp_path: Path) -> Path:
    """The same, with the report of week 06 issued as 06/BC-VHTT on 17 February."""
    shutil.copytree(_issued, tmp_path / "mẫu")
    return tmp_path / "mẫu"


@pytest.fixture
def correct() -> Correct:
    """Bản Bo's correction of week 06 arrives on 18 February, and the week is aggregated again."""

    def arrive(root: Path) -> None:
        for file in LATE.iterdir():
            shutil.copyfile(file, root / "week-06" / file.name)
        aggregate(Request(root / "week-06", THURSDAY, executor=here))

    return arrive
