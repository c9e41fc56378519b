"""A week of the sample, sent by mail: what is collected gives the figures, the attendance and the questions of the folder itself."""

import csv
import json
import shutil
from collections.abc import Callable
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tuyentruyen_cli.store.received_csv import read_received

SAMPLE = Path(__file__).parents[3] / "sample_data" / "tam-duong-2021"
NOW = ("--now", "2021-02-05T09:00+07:00")


@pytest.fixture
def addressed(office: Path) -> Callable[[str | None], str]:
    """The campaign with an address for each unit, and what a unit's address is."""
    rows = list(csv.reader((SAMPLE / "units.csv").read_text("utf-8").splitlines()))
    with (office / "units.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[*rows[0], "addresses"], *([*row, f"{row[0]}@tamduong.example"] for row in rows[1:])])
    return lambda unit: f"{unit}@tamduong.example" if unit else "ai.do@gmail.example"


def facts(report: dict[str, Any]) -> dict[str, Any]:
    """What must not depend on the way in which files came."""
    return {
        "units": report["units"],
        "totals": report["totals"],
        "coverage": report["coverage"],
        "submissions": sorted(
            (Path(s["file"]).name, s["unit"] or "", s["received_at"] or "", s["timeliness"], s["outcome"])
            for s in report["submissions"]
            if s["outcome"] != "ignored"
        ),
        "findings": sorted(
            (f["rule"], f["unit"] or "", Path(f["location"]["file"]).name, f["location"].get("cell") or "")
            for f in report["findings"]
            if f["rule"] != "set-aside-file"
        ),
    }


@pytest.mark.parametrize("week", ["week-05", "week-08"])
def test_the_mailed_week_is_the_week(
    tuyentruyen: Any, office: Path, addressed: Any, mail: Any, inbox: Any, week: str, tmp_path: Path
) -> None:
    plain = tmp_path / "thư mục"
    shutil.copytree(SAMPLE / week, plain / week)
    for name in ("tuyentruyen.toml", "units.csv"):
        shutil.copyfile(office / name, plain / name)
    expected = json.loads(tuyentruyen("aggregate", plain / week, "--json", *NOW).out)
    unit_of = {s["file"].partition("/")[0]: s["unit"] for s in expected["submissions"]}
    receipts, _ = read_received(SAMPLE / week, ZoneInfo("Asia/Ho_Chi_Minh"))
    came = {receipt.file: receipt.received_at for receipt in receipts}
    messages = []
    for number, path in enumerate(sorted((SAMPLE / week).iterdir())):
        if path.name == "received.csv" or path.name.startswith("~$"):
            continue
        received = format_datetime(came[path.name]) if path.name in came else ""
        file = (path.name, path.read_bytes())
        sender = addressed(unit_of.get(path.name))
        messages.append(mail(sender, "Báo cáo", file, received=received, identity=f"<{number}@x>"))
    assert tuyentruyen("collect", inbox(*messages), "--campaign", office, *NOW).code == 0
    found = json.loads(tuyentruyen("aggregate", office / week, "--json", *NOW).out)
    assert facts(found) == facts(expected)
