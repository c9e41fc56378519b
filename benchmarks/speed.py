"""What a file costs: this program's whole path beside other readers, on the same small workbooks, in one run.

    python benchmarks/speed.py [--files 200] [--nation 0]

Prints one table of per-file medians in CPU time, each reader in this one process. The whole path is both readings, extraction,
checks and the file's share of the totals. frictionless is measured when it is installed (``pip install frictionless[excel]``).
With ``--nation N`` the folder of N files is then aggregated by worker processes, and one workbook of 100,000 rows validated.
"""

import argparse
import datetime as dt
import importlib
import importlib.util
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from tuyentruyen_cli.aggregate.report import build_report
from tuyentruyen_cli.campaign.loading import builtin
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.model.submission import Timeliness
from tuyentruyen_cli.pipeline.pool import LocalProcesses
from tuyentruyen_cli.pipeline.work import Job, process

CHANNELS = (
    "Trạm truyền thanh xã",
    "Loa kéo, loa di động",
    "Loa phát thanh thôn, bản",
    "Cổng thông tin điện tử",
    "Zalo, Facebook",
)
HEADINGS = ("TT", "Kênh tuyên truyền", "Số tin, bài", "Thời lượng (phút)", "Số lần phát", "Ước số người nghe", "Ghi chú")
YEAR = 2021
WEEK = 5


def write(path: Path, unit: str, rows: int, rng: random.Random) -> None:
    """A styled workbook such as a commune sends, with a total row of formulas."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Tuần 5")
        title = book.add_format({"bold": True, "align": "center", "font_name": "Times New Roman", "font_size": 14})
        head = book.add_format(
            {"bold": True, "border": 1, "text_wrap": True, "align": "center", "font_name": "Times New Roman"}
        )
        cell = book.add_format({"border": 1, "font_name": "Times New Roman"})
        sheet.merge_range("A1:C1", "UBND HUYỆN TAM ĐƯỜNG", title)
        sheet.merge_range("A2:C2", f"UBND XÃ {unit.upper()}", title)
        sheet.merge_range("A4:G4", "BÁO CÁO", title)
        sheet.merge_range("A5:G5", "Tuần 05 (từ 29/01 đến 04/02/2021)", title)
        for column, text in enumerate(HEADINGS):
            sheet.write(6, column, text, head)
        sums = [0, 0, 0, 0]
        for i in range(rows):
            figures = [rng.randint(1, 20), rng.randint(5, 60), rng.randint(1, 30), rng.randint(100, 2000)]
            sums = [a + b for a, b in zip(sums, figures, strict=True)]
            sheet.write_row(7 + i, 0, [i + 1, f"{CHANNELS[i % len(CHANNELS)]} {i // len(CHANNELS) + 1}", *figures, ""], cell)
        sheet.write(7 + rows, 1, "Tổng cộng", cell)
        for column, value in enumerate(sums):
            letter = "CDEF"[column]
            sheet.write_formula(7 + rows, 2 + column, f"=SUM({letter}8:{letter}{7 + rows})", cell, value)
        sheet.write(9 + rows, 0, "Nơi nhận:", cell)


def calamine(path: Path) -> None:
    """python-calamine alone."""
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def pandas_openpyxl(path: Path) -> None:
    """Read with pandas and openpyxl, as most scripts do."""
    importlib.import_module("pandas").read_excel(path, sheet_name=None, header=None, engine="openpyxl")


def frictionless(path: Path) -> None:
    """``frictionless validate``."""
    importlib.import_module("frictionless").validate(str(path))


def whole_path() -> Callable[[Path], None]:
    """Read twice, extract and check, as a worker of tuyentruyen does."""
    campaign = builtin(YEAR)
    context = Context.of(campaign, campaign.calendar.week(WEEK))

    def run(path: Path) -> None:
        process(Job(str(path), path.name), context)

    return run


def medians(readers: dict[str, Callable[[Path], None]], files: list[Path]) -> dict[str, float]:
    """Milliseconds of CPU a file, the readers taking turns file by file so that noise falls on all of them."""
    spent: dict[str, list[float]] = {name: [] for name in readers}
    for path in files:
        for name, read in readers.items():
            start = time.process_time()
            read(path)
            spent[name].append((time.process_time() - start) * 1000)
    return {name: statistics.median(times) for name, times in spent.items()}


def totals_share(files: list[Path]) -> float:
    """Milliseconds of CPU a file that the totals of all files cost."""
    campaign = builtin(YEAR)
    period = campaign.calendar.week(WEEK)
    context = Context.of(campaign, period)
    results = [process(Job(str(p), p.name), context) for p in files]
    submissions = [s for r in results for s in r.submissions]
    received = {s.unit: Timeliness.UNKNOWN for s in submissions if s.unit}
    start = time.process_time()
    build_report(campaign, period, submissions, [], received, dt.datetime.now(dt.UTC))
    return (time.process_time() - start) * 1000 / len(files)


def nation(folder: Path, count: int, rng: random.Random) -> None:
    """A folder of ``count`` files by worker processes, and one workbook of 100,000 rows."""
    folder.mkdir()
    for i in range(count):
        write(folder / f"xa-{i}.xlsx", f"Số {i}", rng.randint(5, 25), rng)
    campaign = builtin(YEAR)
    jobs = [Job(str(p), p.name) for p in sorted(folder.iterdir())]
    start = time.perf_counter()
    done = sum(1 for _ in LocalProcesses()(jobs, campaign, campaign.calendar.week(WEEK)))
    wall = time.perf_counter() - start
    parent = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{done} files by worker processes: {wall:.1f} s, {done / wall:.0f} files/s, parent {parent:.0f} MiB at most")
    print("(bars for 10,373: 25 s, 300 MiB)")
    large = folder / "lon.xlsx"
    write(large, "Lớn", 100_000, rng)
    start = time.perf_counter()
    result = next(iter(LocalProcesses()([Job(str(large), large.name)], campaign, campaign.calendar.week(WEEK))))
    wall = time.perf_counter() - start
    rows = sum(len(s.records) for s in result.submissions)
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"one workbook of 100,000 rows: {wall:.1f} s, {rows} records, worker {child:.0f} MiB at most (bars: 10 s, 1024 MiB)")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--nation", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as place:
        files = [Path(place) / f"xa-{i}.xlsx" for i in range(arguments.files)]
        for i, path in enumerate(files):
            write(path, f"Số {i}", rng.randint(5, 25), rng)
        size = statistics.median(p.stat().st_size for p in files)
        readers = {
            "python-calamine alone": calamine,
            "pandas with openpyxl": pandas_openpyxl,
            "tuyentruyen, read to checked": whole_path(),
        }
        if importlib.util.find_spec("frictionless"):
            readers["frictionless validate"] = frictionless
        for read in readers.values():
            read(files[0])
        spent = medians(readers, files)
        share = totals_share(files)
        spent["tuyentruyen, whole path"] = spent["tuyentruyen, read to checked"] + share
        print(f"{len(files)} workbooks of {size / 1024:.1f} KB (median), CPU milliseconds a file (median)\n")
        base = spent["python-calamine alone"]
        for name, value in sorted(spent.items(), key=lambda pair: pair[1]):
            print(f"  {name:<30} {value:8.2f} ms   {value / base:6.1f} x python-calamine")
        print("\nbars: the whole path at most 15 x python-calamine, and at most half of frictionless validate")
        if arguments.nation:
            nation(Path(place) / "week-05", arguments.nation, rng)


if __name__ == "__main__":
    main()
