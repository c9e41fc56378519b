"""Where a campaign lies, and which week a folder is for."""

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

from tuyentruyen_cli.campaign.place import find, nested, week_of_folder
from tuyentruyen_cli.model.period import Calendar

CALENDAR = Calendar(2021, 4, dt.time(16), "Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("name", "week"),
    [
        ("week-05", "2021-W05"),
        ("Week 5", "2021-W05"),
        ("tuan-05", "2021-W05"),
        ("tuần 5", "2021-W05"),
        ("Tuần_05", "2021-W05"),
        (unicodedata.normalize("NFD", "Tuần 05"), "2021-W05"),
        ("W05", "2021-W05"),
        ("2021-W05", "2021-W05"),
        ("2020-W53", "2020-W53"),
        ("tuần 5 năm 2021", "2021-W05"),
        ("tuan-06-2022", "2022-W06"),
        ("Tuần 1 tháng 02", "2021-W05"),
        ("tuan-4-thang-2-2021", "2021-W08"),
    ],
)
def test_names_of_weeks(name: str, week: str) -> None:
    found = week_of_folder(name, CALENDAR)
    assert found
    assert found.id == week


@pytest.mark.parametrize(
    "name",
    [
        "",
        "05",
        "T5",
        "bao cao",
        "week-05 (2)",
        "tuần",
        "week-53",
        "week-00",
        "2021-W99",
        "2021-tuan-5-2022",
        "tuan 5 thang 2",
        "tuan 1 thang 13",
        "weekend-05",
    ],
)
def test_names_of_anything_else(name: str) -> None:
    assert week_of_folder(name, CALENDAR) is None


def test_the_nearest_campaign_upward(tmp_path: Path) -> None:
    outer, inner = tmp_path / "tỉnh Lai Châu", tmp_path / "tỉnh Lai Châu" / "huyện"
    (inner / "week-05" / "xã").mkdir(parents=True)
    for folder in (outer, inner):
        (folder / "tuyentruyen.toml").touch()
    assert find(inner / "week-05" / "xã" / "bc.xlsx") == inner
    assert find(inner / "week-05") == inner
    assert find(inner) == inner
    assert find(outer / "week-99-not-there") == outer
    assert find(inner / "week-05" / ".." / "..") == outer
    assert find(tmp_path) is None


def test_campaigns_below_a_week_are_found_so_that_they_can_be_refused(tmp_path: Path) -> None:
    (tmp_path / "tuyentruyen.toml").touch()
    for name in ("week-05/xã/b", "week-05/a"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "tuyentruyen.toml").touch()
    assert nested(tmp_path / "week-05") == [tmp_path / "week-05" / "a", tmp_path / "week-05" / "xã" / "b"]
    assert nested(tmp_path / "week-05" / "a") == []
