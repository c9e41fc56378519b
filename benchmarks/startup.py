"""How long ``tuyentruyen --help`` takes beside ``python -c "import click"``, the two in turn, medians of many runs."""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

BAR = 1.5
HELP = "import sys; from tuyentruyen_cli.cli.main import main; sys.argv = ['tuyentruyen', '--help']; main()"


def main() -> int:
    """Print the medians, their ratio and the bar; 1 when the bar is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=40)
    runs = parser.parse_args().runs
    script = Path(sys.executable).with_name("tuyentruyen.exe" if os.name == "nt" else "tuyentruyen")
    commands = {
        'python -c "import click"': (sys.executable, "-c", "import click"),
        "tuyentruyen --help": (str(script), "--help") if script.exists() else (sys.executable, "-c", HELP),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for i in range(runs + 2):
        for name, command in commands.items():
            took = seconds(command)
            if i >= 2:  # the first runs only fill the caches
                times[name].append(took)
    for name, measured in times.items():
        print(f"{name:26} median {median(measured) * 1000:6.1f} ms   fastest {min(measured) * 1000:6.1f} ms   {runs} runs")
    bare, helped = (median(measured) for measured in times.values())
    print(f"ratio {helped / bare:.2f}   bar {BAR}   {'kept' if helped / bare <= BAR else 'PASSED OVER'}")
    return int(helped / bare > BAR)


def seconds(command: tuple[str, ...]) -> float:
    """One run of a command, on the wall clock."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
