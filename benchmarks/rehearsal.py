"""A rehearsal with known truth: a synthetic nation sends messy submissions, the tool reads them, and every figure is compared.

benchmarks/rehearsal.py --units 10373 --mess high --seed 1
"""

import argparse
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rehearsal.convert import to_xls
from rehearsal.names import places, write_campaign
from rehearsal.nation import FORMS, Job, Sent, jobs, save
from rehearsal.score import Score, score

BATCH = 40
SHOWN = 20
BARS = {"right": 97.0, "needless": 1.0}


@dataclass(frozen=True, slots=True)
class Run:
    """What the tool answered, and what it cost."""

    answer: dict[str, Any]
    code: int
    wall: float
    cpu: float
    peak: int  # bytes of the parent alone where the system tells, else of the largest process


def main() -> int:
    """Generate, run, compare, print; 1 on any silent wrong figure or a missed bar."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--units", type=int, default=200)
    parser.add_argument("--mess", choices=("low", "high"), default="high")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default=",".join(FORMS), help="comma-separated")
    parser.add_argument("--keep", type=Path, help="keep the campaign and the tool's answer in this folder")
    parser.add_argument("--jobs", type=int, default=2, help="processes that generate")
    parser.add_argument("--show", type=int, default=SHOWN, help="examples of each kind")
    args = parser.parse_args()
    forms = tuple(args.formats.split(","))
    folder = args.keep or Path(tempfile.mkdtemp(prefix="rehearsal-"))
    try:
        started = time.monotonic()
        sent = generate(folder, args.units, args.seed, 1.0 if args.mess == "high" else 0.0, forms, args.jobs)
        made = time.monotonic() - started
        run = aggregate(folder)
        result = score(sent, run.answer)
        if args.keep:
            (folder / "answer.json").write_text(json.dumps(run.answer, ensure_ascii=False, indent=1), encoding="utf-8")
    finally:
        if not args.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{args.units} units, mess {args.mess}, seed {args.seed}, formats {','.join(forms)}: generated in {made:.0f} s\n")
    return report(sent, run, result, args.show)


def generate(folder: Path, units: int, seed: int, mess: float, forms: tuple[str, ...], processes: int) -> list[Sent]:
    """The campaign with its week, written by a pool of spawned processes."""
    week = folder / "week-05"
    if week.exists():
        shutil.rmtree(week)
    shutil.rmtree(folder / ".tuyentruyen", ignore_errors=True)
    nation = places(units, seed)
    write_campaign(folder, nation)
    week.mkdir()
    todo = jobs(nation, seed, mess, forms)
    batches = [todo[n : n + BATCH] for n in range(0, len(todo), BATCH)]
    sent = saved(batches, week, processes)
    to_xls(sorted(week.rglob("*.xls")))
    lines = ["file,received_at", *(f'"{name}",{when}' for one in sent for name, when in one.received.items())]
    (week / "received.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return sent


def saved(batches: list[list[Job]], week: Path, processes: int) -> list[Sent]:
    """Every batch written, in order."""
    if processes < 2 or len(batches) < 3:
        return [one for batch in batches for one in save(batch, week)]
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        done = pool.starmap(save, [(batch, week) for batch in batches], chunksize=1)
    return [one for part in done for one in part]


def aggregate(folder: Path) -> Run:
    """`tuyentruyen aggregate week-05 --json`, with its wall time, CPU and the parent's peak memory."""
    tool = Path(sys.executable).with_name("tuyentruyen.exe" if os.name == "nt" else "tuyentruyen")
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as told:
        started, before = time.monotonic(), os.times()
        process = subprocess.Popen([str(tool), "aggregate", "week-05", "--json"], cwd=folder, stdout=out, stderr=told)
        peak = 0
        while process.poll() is None:
            peak = max(peak, peak_of(process.pid))
            time.sleep(0.05)
        wall, after = time.monotonic() - started, os.times()
        out.seek(0)
        told.seek(0)
        answer = json.loads(out.read() or b"{}")
        if "units" not in answer:
            raise SystemExit(f"the tool ended with {process.returncode}:\n{told.read().decode('utf-8', 'replace')}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(answer, process.returncode, wall, cpu, peak)


def peak_of(pid: int) -> int:
    """The process's largest resident size so far, in bytes; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def report(sent: list[Sent], run: Run, result: Score, shown: int) -> int:
    """The table, the examples, and whether the bars hold."""
    n, files = result.counts, sum(len(one.files) for one in sent)
    values = max(n["values"], 1)
    right, needless = 100 * n["right"] / values, 100 * n["needless"] / values
    rows = [
        ("values that can be read", f"{n['values']}"),
        ("  read right", f"{n['right']}  ({right:.2f} %, bar {BARS['right']} %)"),
        ("  refused without need", f"{n['needless']}  ({needless:.2f} %, bar {BARS['needless']} %)"),
        ("SILENT WRONG FIGURES", f"{len(result.silent)}"),
        ("refusals that were right", f"{n['refused']}, {n['refused-by-rule']} of them by the rule expected"),
        ("units missed", f"{len(result.missed)}"),
        ("totals and channel sums wrong", f"{len(result.totals)} of {n['sums']}"),
        ("files", f"{files}  ({', '.join(f'{k} {v}' for k, v in sorted(Counter(one.form for one in sent).items()))})"),
        ("wall time", f"{run.wall:.1f} s  ({files / max(run.wall, 0.01):.0f} files a second), exit {run.code}"),
        ("CPU", f"{run.cpu:.1f} s"),
        ("peak memory of the parent", f"{run.peak / 2**20:.0f} MiB"),
    ]
    for name, figure in rows:
        print(f"{name:<32}{figure}")
    if result.needless_rules:
        print("\nrefused without need, by what the tool said")
        for rule, count in result.needless_rules.most_common(15):
            print(f"  {count:>6}  {rule}")
    kinds = {
        "silent wrong": result.silent,
        "totals": result.totals,
        "refused without need": result.needless,
        "units missed": result.missed,
    }
    for title, examples in {**kinds, "refused, but by another rule": result.other_rule}.items():
        if examples:
            print(f"\n{title} ({len(examples)})")
            print("\n".join(f"  {line}" for line in examples[:shown]))
    failed = bool(result.silent or result.totals) or right < BARS["right"] or needless > BARS["needless"]
    print("\n" + ("NOT PASSED" if failed else "passed"))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
