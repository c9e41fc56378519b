"""What this machine does: how much of two processes at once is left of twice the work of one."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PROCESSES = 2  # the bars are for two cores
ROUNDS = 5
# Reads the files that its arguments name over and over, once to warm up, and says how long the rest took.
_READ = """
import sys, time
from python_calamine import CalamineWorkbook
rounds, *files = sys.argv[1:]
def read():
    for path in files:
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()
read()
start = time.perf_counter()
for _ in range(int(rounds)):
    read()
print(time.perf_counter() - start)
"""


def side_by_side(files: Sequence[Path]) -> float:
    """How many times the work of one process that reads by ``python-calamine`` two do in the same time."""
    alone = min(_seconds(files, 1) for _ in range(3))
    return PROCESSES * alone / min(_seconds(files, PROCESSES) for _ in range(3))


def _seconds(files: Sequence[Path], processes: int) -> float:
    command = [sys.executable, "-c", _READ, str(ROUNDS), *map(str, files)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(processes)]
    return max(float(process.communicate()[0]) for process in running)
