"""``export``: what is remembered as a Data Package that another program's validator accepts."""

import csv
import hashlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli import resources

SAMPLE = resources.folder("sample_data") / "tam-duong-2021"
pytestmark = pytest.mark.usefixtures("in_this_process")
FRIDAY = ("--now", "2021-02-05T09:00+07:00")
FRIDAY_AFTER = ("--now", "2021-02-12T09:00+07:00")
TABLES = (
    *(
        "units",
        "weeks",
        "measures",
        "categories",
        "receipts",
        "submissions",
        "facts",
        "figures",
        "figures_by_week",
        "findings",
        "decisions",
    ),
)
second_opinion = pytest.mark.skipif(
    importlib.util.find_spec("frictionless") is None, reason="frictionless is not installed: its opinion is not asked"
)


@pytest.fixture
def root(tuyentruyen: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample with both weeks, a unit that is in no list, and two decisions, one of them undone."""
    folder = tmp_path / "chiến dịch"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("store", "reports", "week-07", "week-08", "gui-sau"))
    monkeypatch.chdir(folder)
    tuyentruyen("aggregate", "week-05", *FRIDAY)
    who = ("--who", 'Nguyễn Văn "A", Phòng VH', "--reason", "gọi điện;\nđã xác nhận", "--week", "5", *FRIDAY)
    tuyentruyen("decide", "correct", "--file", "ban hon bc T5.xlsx", "--cell", "Sheet1!F11", "--value", "1.200", *who)
    undone = tuyentruyen("decide", "enter", "--unit", "nung-nang", "--measure", "items", "--value", "7", *who).out.split()[0]
    tuyentruyen("decide", "undo", "--value", undone, *who)
    tuyentruyen("aggregate", "week-05", *FRIDAY)
    tuyentruyen("aggregate", "week-06", *FRIDAY_AFTER)
    return folder


def rows(root: Path, table: str) -> list[dict[str, str]]:
    with (root / "export" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def package(root: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((root / "export" / "datapackage.json").read_text(encoding="utf-8"))
    return document


def test_the_files_and_what_describes_them(tuyentruyen: Any, root: Path) -> None:
    said = tuyentruyen("export", *FRIDAY_AFTER)
    assert said.code == 0
    assert [Path(line).name for line in said.out.splitlines()] == [*(f"{t}.csv" for t in TABLES), "datapackage.json"]
    assert [r["name"] for r in package(root)["resources"]] == list(TABLES)
    for resource in package(root)["resources"]:
        data = (root / "export" / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
        assert [f["name"] for f in resource["schema"]["fields"]] == data.decode().split("\r\n", 1)[0].split(",")


def test_the_facts_add_up_to_the_figures_and_the_figures_are_those_of_aggregate(tuyentruyen: Any, root: Path) -> None:
    tuyentruyen("export", *FRIDAY_AFTER)
    sums: dict[tuple[str, str, str], int] = {}
    for fact in rows(root, "facts"):
        if fact["counts"] == "true":
            key = (fact["week"], fact["unit"], fact["measure"])
            sums[key] = sums.get(key, 0) + int(fact["value"])
    figures = {(f["week"], f["unit"], f["measure"]): int(f["value"]) for f in rows(root, "figures") if f["value"]}
    assert {key: value for key, value in figures.items() if key[1]} == sums
    for week, folder, now in (("2021-W05", "week-05", FRIDAY), ("2021-W06", "week-06", FRIDAY_AFTER)):
        document = json.loads(tuyentruyen("aggregate", folder, "--json", *now).out)
        totals = {m: t["value"] for m, t in document["totals"].items() if t["value"] is not None}
        assert {m: v for (w, unit, m), v in figures.items() if w == week and not unit} == totals


def test_the_weeks_beside_each_other_are_the_figures_turned(tuyentruyen: Any, root: Path) -> None:
    tuyentruyen("export", *FRIDAY_AFTER)
    figures = {(f["week"], f["unit"], f["measure"]): (f["value"], f["marks"]) for f in rows(root, "figures")}
    turned = {
        (week, row["unit"], row["measure"]): (row[week], row[f"{week}_marks"])
        for row in rows(root, "figures_by_week")
        for week in ("2021-W05", "2021-W06")
    }
    assert {key: told for key, told in turned.items() if any(told)} == {key: told for key, told in figures.items() if any(told)}
    assert figures.keys() <= turned.keys()
    assert ("0", "") in figures.values()
    assert ("", "") in figures.values()
    firsts = list(dict.fromkeys((f["unit"], f["measure"]) for f in rows(root, "figures")))
    assert [(row["unit"], row["measure"]) for row in rows(root, "figures_by_week")] == firsts


def test_numbers_are_plain_and_dates_are_iso(tuyentruyen: Any, root: Path) -> None:
    tuyentruyen("export", *FRIDAY_AFTER)
    whole, instant, day = (
        re.compile(r"\d+"),
        re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00"),
        re.compile(r"\d{4}-\d\d-\d\d"),
    )
    forms = {"integer": whole, "datetime": instant, "date": day, "boolean": re.compile("true|false")}
    seen = set()
    for resource in package(root)["resources"]:
        types = {f["name"]: f["type"] for f in resource["schema"]["fields"]}
        for row in rows(root, resource["name"]):
            for name, text in row.items():
                if text and types[name] in forms:
                    seen.add(types[name])
                    assert forms[types[name]].fullmatch(text), (resource["name"], name, text)
    assert seen == set(forms)


def test_receipts_findings_and_decisions_are_all_there(tuyentruyen: Any, root: Path) -> None:
    tuyentruyen("export", *FRIDAY_AFTER)
    lines = [json.loads(line) for line in (root / "store" / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    logged = [
        (line["seq"], r["file"], r["sha256"]) for line in lines if line["kind"] == "received" for r in line["data"]["receipts"]
    ]
    assert [(int(r["line"]), r["file"], r["sha256"]) for r in rows(root, "receipts")] == logged
    decisions = rows(root, "decisions")
    assert [(d["kind"], d["holds"]) for d in decisions] == [("correct", "true"), ("enter", "false"), ("undo", "false")]
    assert decisions[0]["who"] == 'Nguyễn Văn "A", Phòng VH'
    assert decisions[0]["reason"] == "gọi điện;\nđã xác nhận"
    assert (decisions[0]["part"], decisions[0]["cell"], decisions[0]["value"]) == ("Sheet1", "F11", "1200")
    found = [f for f in rows(root, "findings") if f["week"] == "2021-W05" and f["rule"] == "range"]
    assert [(f["severity"], f["unit"], f["cell"]) for f in found] == [("error", "ban-hon", "E12")]
    refused = next(f for f in rows(root, "facts") if f["typed"] == "20-30 lượt")
    assert (refused["value"], refused["state"], refused["rule"], refused["counts"]) == ("", "refused", "range", "false")


def test_again_the_same_bytes_and_never_over_what_a_hand_changed(tuyentruyen: Any, root: Path) -> None:
    tuyentruyen("export", *FRIDAY_AFTER)
    first = {p.name: p.read_bytes() for p in (root / "export").iterdir()}
    log = (root / "store" / "log.jsonl").read_bytes()
    assert tuyentruyen("export", "--now", "2021-03-01T09:00+07:00").code == 0
    assert {p.name: p.read_bytes() for p in (root / "export").iterdir()} == first
    assert (root / "store" / "log.jsonl").read_bytes() == log
    (root / "export" / "units.csv").write_text("mine", encoding="utf-8")
    assert tuyentruyen("export", *FRIDAY_AFTER).code == 2
    assert (root / "export" / "units.csv").read_text(encoding="utf-8") == "mine"
    assert tuyentruyen("export", "--force", *FRIDAY_AFTER).code == 0


def test_elsewhere_and_as_json(tuyentruyen: Any, root: Path, tmp_path: Path) -> None:
    document = json.loads(tuyentruyen("export", root, "-o", tmp_path / "ra", "--json", *FRIDAY_AFTER).out)
    assert document["format"] == "tuyentruyen/outputs"
    assert all(Path(path).is_file() for path in document["outputs"])
    assert {Path(path).parent for path in document["outputs"]} == {tmp_path / "ra"}


def test_before_anything_is_remembered(tuyentruyen: Any, tmp_path: Path) -> None:
    tuyentruyen("init", tmp_path / "mới")
    said = tuyentruyen("export", tmp_path / "mới")
    assert said.code == 3
    assert "Chưa tổng hợp tuần nào" in said.err


def validated(folder: Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json")
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)


@second_opinion
def test_frictionless_accepts_it(tuyentruyen: Any, root: Path) -> None:
    tuyentruyen("export", *FRIDAY_AFTER)
    done = validated(root / "export")
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    assert report["valid"] is True
    assert {task["name"]: task["valid"] for task in report["tasks"]} == dict.fromkeys(TABLES, True)
    assert sum(task["stats"]["rows"] for task in report["tasks"]) > 500


@second_opinion
@pytest.mark.parametrize(
    ("table", "old", "new", "error"),
    [
        ("facts", ",stated,", ",typed,", "constraint-error"),
        ("facts", "2021-W05,ban-bo,", "2021-W05,nowhere,", "foreign-key"),
        ("weeks", "2021-02-04T16:00:00+07:00", "04/02/2021 16:00", "type-error"),
    ],
)
def test_frictionless_would_say_what_is_wrong(tuyentruyen: Any, root: Path, table: str, old: str, new: str, error: str) -> None:
    tuyentruyen("export", *FRIDAY_AFTER)
    path = root / "export" / f"{table}.csv"
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), 1))
    done = validated(root / "export")
    assert done.returncode != 0
    errors = {e["type"] for task in json.loads(done.stdout)["tasks"] for e in task["errors"]}
    assert error in errors
