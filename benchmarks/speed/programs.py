"""The program itself, run as a user runs it: how long it takes, and how much its own process and its workers hold."""

import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from rehearsal.names import places, write_campaign

from speed.books import write

SECONDS = 300


@dataclass(frozen=True, slots=True)
class Run:
    """Wall clock and processor time in seconds; MiB that the program's process and its largest worker held at most."""

    wall: float
    cpu: float
    parent: float
    worker: float


def run(*arguments: str, cwd: Path) -> Run:
    """One run of ``tuyentruyen``. Ends this program when it fails for another reason than the figures it was given."""
    script = Path(sys.executable).with_name("tuyentruyen.exe" if os.name == "nt" else "tuyentruyen")
    started, before = time.perf_counter(), os.times()
    process = subprocess.Popen([str(script), *arguments], cwd=cwd, stdout=subprocess.DEVNULL)
    peaks: dict[int, float] = {}
    while process.poll() is None:
        for pid in (process.pid, *_children(process.pid)):
            peaks[pid] = max(peaks.get(pid, 0), _peak(pid))
        time.sleep(0.05)
    wall, after = time.perf_counter() - started, os.times()
    if process.returncode not in {0, 1}:
        raise SystemExit(f"tuyentruyen {' '.join(arguments)}: ended with {process.returncode}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    parent = peaks.pop(process.pid, 0)
    return Run(wall, cpu, parent, max(peaks.values(), default=0))


def quick(*arguments: str, cwd: Path, runs: int) -> float:
    """Median seconds on the wall clock of a command, start to end, its files and the program's in the system's memory."""
    script = Path(sys.executable).with_name("tuyentruyen.exe" if os.name == "nt" else "tuyentruyen")
    times = []
    for i in range(runs + 2):
        started = time.perf_counter()
        subprocess.run([str(script), *arguments], cwd=cwd, stdout=subprocess.DEVNULL, check=True)
        if i >= 2:  # the first runs only fill the caches
            times.append(time.perf_counter() - started)
    return statistics.median(times)


def nation(folder: Path, units: int, rng: random.Random) -> Path:
    """A campaign of so many units, each with its workbook in ``week-05``. Returns the campaign's folder."""
    shutil.rmtree(folder, ignore_errors=True)
    names = places(units, 1)
    write_campaign(folder, names)
    (folder / "week-05").mkdir()
    for place in names:
        write(folder / "week-05" / f"{place.id}.xlsx", place.name, rng.randint(5, 25), rng)
    return folder


def _children(pid: int) -> list[int]:
    """The workers, where the system tells."""
    try:
        return [int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def _peak(pid: int) -> float:
    """The largest resident size so far in MiB; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)
