"""What a file costs: this program's whole path beside other readers, on the same small workbooks, in one run.

    python benchmarks/speed.py [--files 200] [--nation 10373]

Prints one table of medians a file, in processor time, every reader in this one process. The whole path is both readings,
extraction, checks and the file's share of the totals. frictionless is measured when it is installed (make install-dev).
Then `tuyentruyen validate` of one of the files, start to end. With --nation, `tuyentruyen aggregate` of so many units twice, with
a tenth of the units before it, and a workbook of 100,000 rows. Ends with 1 when a bar is not kept.
"""

import argparse
import random
import statistics
import sys
import tempfile
from pathlib import Path

from speed.books import write
from speed.programs import nation, quick, run
from speed.readers import CALAMINE, CHECKED, FRICTIONLESS, WHOLE, medians, readers, totals

TIMES_CALAMINE = 15
PART_OF_FRICTIONLESS = 0.5
VALIDATE_SECONDS = 0.3
NATION_SECONDS, NATION = 25, 10_373
PARENT_MIB = 300
AGAIN = 0.2
LARGE_ROWS, LARGE_SECONDS, LARGE_MIB = 100_000, 10, 1024


class Bars:
    """What was asked, what was measured, and whether all of it was kept."""

    def __init__(self) -> None:
        self.kept = True

    def hold(self, what: str, value: float, bar: float, unit: str = "") -> None:
        """Print a figure beside its bar."""
        kept = value <= bar
        self.kept &= kept
        print(f"  {what:<58} {value:8.2f}{unit}   bar {bar:g}{unit}   {'kept' if kept else 'NOT KEPT'}")


def main() -> int:
    """Print the table and the bars."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--nation", type=int, default=0, metavar="UNITS")
    parser.add_argument("--runs", type=int, default=20, help="of validate")
    arguments = parser.parse_args()
    rng, bars = random.Random(1), Bars()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        files = [place / f"xa-{i}.xlsx" for i in range(arguments.files)]
        for i, path in enumerate(files):
            write(path, f"Xã Số {i}", rng.randint(5, 25), rng)
        table(files, bars)
        print()
        took = quick("validate", files[0].name, cwd=place, runs=arguments.runs)
        bars.hold("tuyentruyen validate of one file, start to end", took, VALIDATE_SECONDS, " s")
        if arguments.nation:
            whole_nation(place, arguments.nation, rng, bars)
    return 0 if bars.kept else 1


def table(files: list[Path], bars: Bars) -> None:
    """The costs of every reader."""
    spent = medians(readers(), files)
    spent[WHOLE] = spent.pop(CHECKED) + totals(files)
    base = spent[CALAMINE]
    size = statistics.median(p.stat().st_size for p in files) / 1024
    print(f"{len(files)} workbooks of {size:.1f} KB, 5 to 25 rows: processor time a file, median\n")
    for name, value in sorted(spent.items(), key=lambda pair: pair[1]):
        print(f"  {name:<30} {value:8.2f} ms {value / base:8.1f} x python-calamine")
    if FRICTIONLESS not in spent:
        print(f"  {FRICTIONLESS:<30} is not installed: make install-dev")
    print()
    bars.hold("the whole path, in times python-calamine alone", spent[WHOLE] / base, TIMES_CALAMINE, " x")
    if FRICTIONLESS in spent:
        bars.hold("the whole path, in parts of frictionless validate", spent[WHOLE] / spent[FRICTIONLESS], PART_OF_FRICTIONLESS)


def whole_nation(place: Path, units: int, rng: random.Random, bars: Bars) -> None:
    """A nation's week, once and again, and one large workbook."""
    tenth = run("aggregate", "week-05", cwd=nation(place / "tenth", units // 10, rng))
    folder = nation(place / "nation", units, rng)
    first = run("aggregate", "week-05", cwd=folder)
    again = run("aggregate", "week-05", cwd=folder)
    print(f"\n  tuyentruyen aggregate, {units // 10} units: {tenth.wall:.1f} s, {tenth.cpu:.1f} s of processor time")
    for name, one in ((f"{units} units", first), ("the same folder again", again)):
        print(
            f"  tuyentruyen aggregate, {name}: {one.wall:.1f} s, {one.cpu:.1f} s of processor time, parent {one.parent:.0f} MiB"
        )
    print()
    bars.hold(f"aggregate of {units} units", first.wall, NATION_SECONDS * units / NATION, " s")
    bars.hold("  its parent process", first.parent, PARENT_MIB, " MiB")
    bars.hold("  a file's cost beside that of a tenth of the units", first.cpu / units / (tenth.cpu / (units // 10)), 1.1, " x")
    bars.hold("aggregate of the same folder again, in parts of the first", again.wall / first.wall, AGAIN)
    large = place / "lon.xlsx"
    write(large, "Xã Lớn", LARGE_ROWS, rng)
    one = run("validate", large.name, cwd=place)
    bars.hold(f"validate of one workbook of {LARGE_ROWS:,} rows", one.wall, LARGE_SECONDS, " s")
    bars.hold("  its worker", one.worker, LARGE_MIB, " MiB")


if __name__ == "__main__":
    sys.exit(main())
