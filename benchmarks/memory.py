"""How long the commands that read the store take when it holds a year of a province: 52 weeks of 170 units.

    python benchmarks/memory.py [--weeks 52] [--units 170] [--runs 7] [--keep FOLDER]

Builds such a store through the program's own functions (figures are drawn, files are not), then runs each command as a process of
its own and prints the wall clock and the processor's time, medians. The bar is half a second.
"""

import argparse
import datetime as dt
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.check.timeliness import FIRST_SEEN
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.submission import OWN, Outcome, Receipt, Record, Submission
from tuyentruyen_cli.model.value import Value, ValueState
from tuyentruyen_cli.pipeline.remembered import week_of
from tuyentruyen_cli.pipeline.settling import Gathered, report_of, settled
from tuyentruyen_cli.store.memory import open_store
from tuyentruyen_cli.store.rows import Received

BAR = 0.5
YEAR = 2021
CHANNELS = ("commune-station", "mobile", "village-loudspeakers", "portal", "social")
MEASURES = {"items": (1, 30), "duration": (300, 7200), "broadcasts": (5, 60), "listeners": (100, 3000)}
TOML = """title = "Đo tốc độ"
subject = "Kết quả tuyên truyền"
year = 2021
timezone = "Asia/Ho_Chi_Minh"
schema = "bao-cao-tuan"
[issuer]
superior = "UBND TỈNH"
name = "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"
symbol = "BC-SVHTTDL"
place = "Lai Châu"
area = "tỉnh Lai Châu"
[report]
recipients = ["Bộ Văn hóa, Thể thao và Du lịch"]
authority = ["GIÁM ĐỐC"]
[deadline]
rule = "thứ Năm 16:00"
"""


def main() -> int:
    """Print the medians beside the bar; 1 when one is over it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--units", type=int, default=170)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--keep", type=Path, help="where the store is built, and stays")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = asked.keep or Path(scratch) / "tỉnh"
        if not (root / "store").is_dir():
            build(root, asked.weeks, asked.units)
        sizes = {p.name: p.stat().st_size // 1024 for p in sorted((root / "store").iterdir()) if p.is_file()}
        print(", ".join(f"{name} {size} KiB" for name, size in sizes.items()))
        return int(max([measured(root, line.split(), asked.runs) for line in COMMANDS]) > BAR)


COMMANDS = (
    "--help",
    "status --now 2022-01-01T09:00+07:00",
    "status --week 26 --json",
    "compare --now 2022-01-01T09:00+07:00",
    "compare --month 2021-06 --json",
    "trace items",
    "trace listeners --unit u007 --week 30",
    "trace duration --channel portal --week 30 --json",
)


def measured(root: Path, arguments: list[str], runs: int) -> float:
    """The median wall clock of a command, printed."""
    command = (sys.executable, "-c", "from tuyentruyen_cli.cli import main; main()", *arguments)
    walls, works = [], []
    for i in range(runs + 1):
        before, started = os.times(), time.perf_counter()
        done = subprocess.run(command, cwd=root, capture_output=True, check=False, encoding="utf-8")
        wall, after = time.perf_counter() - started, os.times()
        if done.returncode:
            print(f"{' '.join(arguments)}: {done.returncode}\n{done.stderr}")
            return float("inf")
        if i:  # the first run only fills the caches
            walls.append(wall)
            works.append(after.children_user + after.children_system - before.children_user - before.children_system)
    wall = median(walls)
    verdict = "kept" if wall <= BAR else "PASSED OVER"
    print(f"{' '.join(arguments):50} wall {wall:.3f} s   processor {median(works):.3f} s   bar {BAR} s   {verdict}")
    return wall


def build(root: Path, weeks: int, units: int) -> None:
    """A campaign with that many weeks and units remembered."""
    started = time.perf_counter()
    root.mkdir(parents=True, exist_ok=True)
    (root / "tuyentruyen.toml").write_text(TOML, encoding="utf-8")
    rows = "\n".join(f"u{n:03d},Xã Số {n},commune" for n in range(1, units + 1))
    (root / "units.csv").write_text(f"id,name,kind\n{rows}\n", encoding="utf-8")
    campaign = load(root)
    rng = random.Random(YEAR)
    for week in range(1, weeks + 1):
        remember(root, campaign, campaign.calendar.week(week), rng)
    print(f"built {weeks} weeks of {units} units in {time.perf_counter() - started:.0f} s")


def remember(root: Path, campaign: Campaign, period: Period, rng: random.Random) -> None:
    """One week as an aggregate leaves it."""
    now = period.due + dt.timedelta(hours=17)
    sent = [pair for unit in (campaign.registry.units if campaign.registry else ()) for pair in files(unit.id, period, rng)]
    submissions = [s for s, _ in sent]
    findings = [
        Finding("range", RULES["range"], v.sources[0], (("typed", v.raw),), s.unit, m)
        for s in submissions
        for r in s.records
        for m, v in r.values
        if v.rule
    ]
    receipts = [Receipt(s.file, s.sha256, at, "received.csv") for s, at in sent]
    received = [
        row
        for s, at in sent
        for row in (
            Received(s.file, s.sha256, now, FIRST_SEEN, period.id, s.unit, period.id),
            Received(s.file, s.sha256, at, "received.csv", period.id, s.unit, period.id),
        )
    ]
    remembered = settled(Gathered(submissions, findings, receipts), campaign, period, now)
    report = report_of(remembered, campaign, period)
    with open_store(root, now) as store:
        store.record(received, week=week_of(remembered, report))


def files(unit: str, period: Period, rng: random.Random) -> Iterator[tuple[Submission, dt.datetime]]:
    """What one unit sends: nothing, a report, or a report and its correction; in time or late."""
    if rng.random() < 0.03:
        return
    at = period.due - dt.timedelta(minutes=rng.randint(-600, 6000))
    for number in range(2 if rng.random() < 0.05 else 1):
        file = f"{unit} tuần {period.week:02d}{' (sửa)' * number}.xlsx"
        sha = hashlib.sha256(f"{file} {period.id}".encode()).hexdigest()
        records = tuple(record(file, row, channel, rng) for row, channel in enumerate(CHANNELS, start=9))
        refused = any(v.value is None for r in records for _, v in r.values)
        outcome = Outcome.PARTIAL if refused else Outcome.ACCEPTED
        yield Submission(file, sha, "xlsx", unit, period.id, records, outcome=outcome), at + dt.timedelta(hours=number)


def record(file: str, row: int, channel: str, rng: random.Random) -> Record:
    """One row of a unit's table."""
    values = []
    for column, (measure, (low, high)) in enumerate(MEASURES.items(), start=3):
        place = Location(file, "Sheet1", row, column)
        number = rng.randint(low, high)
        open_ = rng.random() < 0.002
        value = Value(None, "20-30", place, ValueState.REFUSED, "range") if open_ else Value(number, str(number), place)
        values.append((measure, value))
    place = Location(file, "Sheet1", row, 2)
    return Record.of(place, (("channel", channel), ("topic", "unsplit"), ("origin", OWN)), values)


if __name__ == "__main__":
    sys.exit(main())
