"""The whole program killed while it aggregates, and two of it at once."""

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FAULTS = Path(__file__).parents[1] / "store"
NOW = ("--now", "2021-02-05T09:00+07:00")
FAULTY = """
import sys, faulty
from tuyentruyen_cli.cli.main import main
if __name__ == "__main__":  # the workers import this too
    with faulty.Faults(int(sys.argv.pop(1)), faulty.die, steps=400)():
        main()
"""
HOLD = """
import datetime as dt, sys
from pathlib import Path
from tuyentruyen_cli.store.memory import open_store
with open_store(Path(sys.argv[1]), dt.datetime(2021, 2, 5, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))):
    print("held", flush=True)
    sys.stdin.readline()
"""


def run(script: Path, at: int, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(FAULTS)}
    command = (sys.executable, str(script), str(at), *map(str, arguments))
    return subprocess.run(command, env=environment, capture_output=True, check=False, encoding="utf-8", timeout=120)


@pytest.mark.parametrize("at", [2, 11, 19, 31])
def test_an_aggregate_killed_and_run_again(tuyentruyen: Any, campaign: Path, tmp_path: Path, at: int) -> None:
    """What was remembered before is there unchanged; the next run gives what it would have given."""
    script = tmp_path / "faulty_main.py"
    script.write_text(FAULTY, encoding="utf-8")
    week = campaign / "week-05"
    late = (week / "Na Tam - tuan 5.xlsx").rename(tmp_path / "later.xlsx")
    tuyentruyen("aggregate", week, "--now", "2021-02-04T17:00+07:00")
    before = json.loads(tuyentruyen("trace", "items", campaign, "--json", *NOW).out)
    shutil.copytree(campaign, tmp_path / "undisturbed")
    for root in (campaign, tmp_path / "undisturbed"):
        shutil.copyfile(late, root / "week-05" / "Na Tam - tuan 5.xlsx")
    expected = json.loads(tuyentruyen("aggregate", tmp_path / "undisturbed" / "week-05", "--json", *NOW).out)
    assert run(script, at, "aggregate", week, *NOW).returncode == 9
    left = json.loads(tuyentruyen("trace", "items", campaign, "--json", *NOW).out)
    assert left["value"] in {before["value"], expected["totals"]["items"]["value"]}
    assert tuyentruyen("status", campaign, *NOW).code == 0
    assert json.loads(tuyentruyen("aggregate", week, "--json", *NOW).out) == expected
    assert tuyentruyen("log", campaign, "--verify").code == 0
    assert [p.name for p in campaign.rglob(".tuyentruyen-*")] == []


def test_two_at_once_both_end_well(campaign: Path) -> None:
    command = (sys.executable, "-m", "tuyentruyen_cli.cli.main", "aggregate", str(campaign / "week-05"), "--json", *NOW)
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") for _ in range(2)]
    said = [one.communicate(timeout=120)[0] for one in runs]
    assert [one.returncode for one in runs] == [0, 0]
    assert json.loads(said[0])["totals"] == json.loads(said[1])["totals"]
    lines = (campaign / "store" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    files = [
        r["file"] for line in lines if json.loads(line)["kind"] == "received" for r in json.loads(line)["data"]["receipts"]
    ]
    assert len(files) == len({(f, n) for n, f in enumerate(files)}) == 6, "each file once as seen and once as stated"


def test_the_second_says_who_holds_the_lock(tuyentruyen: Any, campaign: Path, monkeypatch: Any) -> None:
    tuyentruyen("aggregate", campaign / "week-05", *NOW)
    monkeypatch.setattr(
        "tuyentruyen_cli.store.memory.open_store.__wrapped__.__kwdefaults__", {"write": True, "wait": 0.2, "lang": "vi"}
    )
    with subprocess.Popen((sys.executable, "-c", HOLD, str(campaign)), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline().strip() == b"held"
        said = tuyentruyen("aggregate", campaign / "week-05", *NOW)
        asked = tuyentruyen("status", campaign, *NOW)
        holder.stdin.write(b"\n")
        holder.stdin.flush()
    assert said.code == 2
    assert f"tiến trình {holder.pid} trên máy {platform.node()}, từ 2021-02-05T08:30:00+07:00" in said.err
    assert asked.code == 0, "who only asks waits for no one"
    assert tuyentruyen("aggregate", campaign / "week-05", *NOW).code == 0


def test_a_log_of_a_newer_program_is_refused_by_every_command(tuyentruyen: Any, campaign: Path) -> None:
    tuyentruyen("aggregate", campaign / "week-05", *NOW)
    log = campaign / "store" / "log.jsonl"
    log.write_bytes(log.read_bytes() + b'{"version":2}\n')
    line = len(log.read_bytes().splitlines())
    for command in (
        ("aggregate", campaign / "week-05"),
        ("status", campaign),
        ("trace", "items", campaign),
        ("export", campaign),
    ):
        said = tuyentruyen(*command, *NOW)
        assert said.code == 2, command
        assert f"do một bản tuyentruyen mới hơn ghi (dòng {line}, phiên bản 2)" in said.err
        assert said.out == ""
