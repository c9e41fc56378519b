"""Mutates sample submissions and looks for a traceback, a hang, a dead parent, or a silent wrong figure.

    python benchmarks/fuzz.py [--mutants 2000] [--seed 1] [--folder DIR] [--keep DIR]

Half of the mutants have bytes changed, in the file or inside a member of its archive: nothing may break, and the run must
answer for every file. The other half have the values of figure cells changed so that the file stays readable: each measure of
each unit must be the independent total, made by openpyxl from the cells that the unchanged file's figures came from, or null.
Ends with 1 on any fault.
"""

import argparse
import io
import random
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl

from tuyentruyen_cli import resources
from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.submission import Outcome, Submission
from tuyentruyen_cli.pipeline.job import FileResult, Job
from tuyentruyen_cli.pipeline.pool import LocalProcesses, here

SAMPLE = resources.folder("sample_data") / "tam-duong-2021"
WEEK = 5
SENT = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".docx"})
SPREADSHEETS = frozenset({".xlsx", ".xlsm"})
# A figure cell as it is written, and what the law of reading says of it: a number, or None for refused.
TEXTS: tuple[tuple[str, int | None], ...] = (
    ("1.200", 1200), ("1 200", 1200), ("12", 12), ("05", 5), ("0", 0), ("-", 0), ("không", 0), ("khoảng 30", 30),
    ("1,2", None),
    ("20-30", None), ("3/14", None), ("95%", None), ("-4", None), ("nhiều", None), ("1e3", None), ("１２", None),
    ("12.34.567", None),
    ("1.2345", None), ("3 lần/ngày", None), ("#REF!", None), ("inf", None), ("0x10", None), ("12 13", None), ("1_000", None),
)  # fmt: skip


@dataclass
class Tally:
    """What was tried and what went wrong."""

    tried: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Mutant:
    """A changed file; ``changes`` are the texts or numbers put into cells, by (sheet, cell)."""

    name: str
    data: bytes
    origin: Path
    changes: dict[tuple[str, str], tuple[str, int | None]] = field(default_factory=dict)


def mutated_bytes(path: Path, rng: random.Random) -> bytes:
    """The file with some bytes changed, in the archive itself or inside one of its members."""
    data = path.read_bytes()
    if zipfile.is_zipfile(path) and rng.random() < 0.7:
        return _repacked(data, rng)
    return _scratched(data, rng)


def _scratched(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 2, 5, 20))):
        if not changed:
            break
        at = rng.randrange(len(changed))
        match rng.randrange(4):
            case 0:
                changed[at] ^= 1 << rng.randrange(8)
            case 1:
                del changed[at : at + rng.choice((1, 4, 64))]
            case 2:
                changed[at:at] = rng.randbytes(rng.choice((1, 4, 64)))
            case _:
                changed[at : at + 1] = rng.choice((b"<", b">", b"&", b"\0", b"9" * 20, b"\xff\xfe"))
    return bytes(changed)


def _repacked(data: bytes, rng: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        chosen = rng.choice(names)
        for name in names:
            content = source.read(name)
            target.writestr(name, _scratched(content, rng) if name == chosen else content)
    return out.getvalue()


_CELL = re.compile(rb'<c r="(?P<cell>[A-Z]+\d+)"(?P<rest>[^>]*)>(?P<inside>.*?)</c>', re.DOTALL)


def mutated_values(path: Path, cells: Sequence[tuple[str, str]], rng: random.Random) -> Mutant | None:
    """The workbook with some of its figure cells rewritten as texts or numbers, everything else as it was."""
    if not cells:
        return None
    chosen = {place: _new_value(rng) for place in rng.sample(list(cells), min(len(cells), rng.choice((1, 1, 2, 3))))}
    book = openpyxl.load_workbook(path)
    parts = {sheet.title: f"xl/worksheets/sheet{i}.xml" for i, sheet in enumerate(book.worksheets, start=1)}
    out = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            here_ = {cell: text for (sheet, cell), (text, _) in chosen.items() if parts.get(sheet) == name}
            target.writestr(name, _CELL.sub(lambda m, h=here_: _rewritten(m, h), content) if here_ else content)
    return Mutant(path.name, out.getvalue(), path, chosen)


def _new_value(rng: random.Random) -> tuple[str, int | None]:
    if rng.random() < 0.5:
        return rng.choice(TEXTS)
    number = rng.choice((rng.randint(0, 99), rng.randint(100, 5000)))
    return f"={number}", number


def _rewritten(match: "re.Match[bytes]", new: dict[str, str]) -> bytes:
    cell = match["cell"].decode()
    if cell not in new:
        return match[0]
    style = b"".join(re.findall(rb' s="\d+"', match["rest"]))
    text = new[cell]
    if text.startswith("="):
        return b'<c r="%s"%s><v>%s</v></c>' % (match["cell"], style, text[1:].encode())
    return b'<c r="%s"%s t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % (match["cell"], style, text.encode())


def used_cells(submissions: Sequence[Submission], measures: frozenset[str]) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """The cells behind each unit's figures, by unit and measure."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for s in submissions:
        for record in s.records:
            for measure, value in record.values:
                if s.unit and measure in measures and value.value is not None and len(value.sources) == 1:
                    place = value.sources[0]
                    found.setdefault((s.unit, measure), []).append((place.part, place.cell or ""))
    return found


def figures(result: FileResult) -> dict[tuple[str, str], int | None]:
    """Each unit's figures in a result; None where any part is refused."""
    found: dict[tuple[str, str], int | None] = {}
    for s in result.submissions:
        if s.unit is None or s.outcome not in {Outcome.ACCEPTED, Outcome.PARTIAL}:
            continue
        refused = {r.measure for r in s.refusals}
        for record in s.records:
            for measure, value in record.values:
                key = (s.unit, measure)
                if value.rule or measure in refused:
                    found[key] = None
                elif value.value is not None and found.get(key, 0) is not None:
                    found[key] = (found.get(key) or 0) + value.value
    return found


def expected(mutant: Mutant, cells: Sequence[tuple[str, str]], scale: int) -> int | None:
    """The independent total of some cells of a mutant: openpyxl's numbers, and what the law says of the texts put in."""
    book = openpyxl.load_workbook(io.BytesIO(mutant.data), data_only=True)
    total = 0
    for sheet, cell in cells:
        if (sheet, cell) in mutant.changes:
            number = mutant.changes[sheet, cell][1]
            if number is None:
                return None
        else:
            number = book[sheet][cell].value
            if not isinstance(number, int):
                return None
        total += number * scale
    return total


def check_bytes(files: Sequence[Path], count: int, campaign: Campaign, place: Path, rng: random.Random, tally: Tally) -> None:
    """Run byte mutants through the workers; each must be answered."""
    jobs = []
    for i in range(count):
        origin = rng.choice(files)
        path = place / f"{i:05d}-{origin.name}"
        path.write_bytes(mutated_bytes(origin, rng))
        jobs.append(Job(str(path), path.name))
    answered = Counter(r.name for r in LocalProcesses()(jobs, campaign, campaign.calendar.week(WEEK)))
    tally.tried["bytes"] += len(jobs)
    for job in jobs:
        if answered[job.name] != 1:
            tally.faults.append(f"answered {answered[job.name]} times: {job.name}")


def value_mutants(files: Sequence[Path], count: int, campaign: Campaign, rng: random.Random) -> Iterator[tuple[Mutant, dict]]:
    """Value mutants with the cells behind the unchanged file's figures."""
    counts = frozenset(m.id for m in campaign.schema.measures if m.kind != "duration" and not m.split_of)
    period = campaign.calendar.week(WEEK)
    books = []
    for path in files:
        (result,) = here([Job(str(path), path.name)], campaign, period)
        book = openpyxl.load_workbook(path, data_only=True)
        used = used_cells(result.submissions, counts)
        cells = {key: places for key, places in used.items() if all(isinstance(book[s][c].value, int) for s, c in places)}
        if cells:
            books.append((path, cells))
    for _ in range(count):
        path, cells = rng.choice(books)
        mutant = mutated_values(path, sorted({c for cs in cells.values() for c in cs}), rng)
        if mutant:
            yield mutant, cells


def check_values(files: Sequence[Path], count: int, campaign: Campaign, place: Path, rng: random.Random, tally: Tally) -> None:
    """Run value mutants; every figure is the independent total or null."""
    mutants = {}
    jobs = []
    for i, (mutant, cells) in enumerate(value_mutants(files, count, campaign, rng)):
        name = f"{i:05d}/{mutant.name}"
        path = place / f"{i:05d}" / mutant.name
        path.parent.mkdir()
        path.write_bytes(mutant.data)
        mutants[name] = (mutant, cells)
        jobs.append(Job(str(path), name))
    for result in LocalProcesses()(jobs, campaign, campaign.calendar.week(WEEK)):
        mutant, cells = mutants[result.name]
        tally.tried["values"] += 1
        got = figures(result)
        for key, places in cells.items():
            right = expected(mutant, places, 1)
            if got.get(key) is not None and got[key] != right:
                tally.faults.append(
                    f"silent wrong: {result.name} {key}: {got[key]}, independent total {right}; {mutant.changes}"
                )


def main() -> int:
    """Run and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mutants", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=SAMPLE / "week-05", help="files to mutate; the sample's week by default")
    parser.add_argument("--keep", type=Path, help="write the mutants here and leave them")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    files = sorted(
        p for p in arguments.folder.rglob("*") if p.is_file() and p.suffix not in {".json", ".md"} and p.name != "received.csv"
    )
    campaign = load(SAMPLE)
    tally = Tally()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        place = arguments.keep or Path(temporary)
        for name in ("bytes", "values"):
            (place / name).mkdir(parents=True)
        check_bytes(files, arguments.mutants // 2, campaign, place / "bytes", rng, tally)
        books = [p for p in files if p.suffix in SPREADSHEETS and not p.name.startswith("~$")]
        check_values(books, arguments.mutants - arguments.mutants // 2, campaign, place / "values", rng, tally)
    for fault in tally.faults[:20]:
        print(fault)
    print(
        f"{tally.tried['bytes']} byte mutants, {tally.tried['values']} value mutants, seed {arguments.seed}: "
        f"{len(tally.faults)} faults in {time.monotonic() - start:.0f} s"
    )
    return int(bool(tally.faults))


if __name__ == "__main__":
    sys.exit(main())
