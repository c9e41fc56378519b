"""Runs the commands of a page of docs/ and puts their real answers into it: ``python tools/story.py docs/mot-thang.md``.

A block of the page is a command after ``$ ``, and under it what it answered. Before a block a comment says which lines of the
answer are shown: ``<!-- show: 1-3; /^Tổng cộng/+2; -2 -->`` (the first three; two from the first that fits; the last two);
without one, all are. ``[…]`` stands for what is left out. A test runs the page again and compares every line.

After ``<!-- fill: PATH -->`` stands a table that is typed into that work list as a person does with Excel: the first columns
find the row, the others, under headings in capitals, are filled in.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import openpyxl

CONSOLE = r"(?:<!-- show: (?P<show>[^\n]*) -->\n)?```console\n\$ (?P<command>[^\n]+)\n(?P<answer>.*?)```\n"
FILL = r"<!-- fill: (?P<file>[^\n]+) -->\n\n?(?P<table>(?:\|[^\n]*\n)+)"
BLOCK = re.compile(f"{CONSOLE}|{FILL}", re.DOTALL)
LEFT_OUT = "[…]"
Run = Callable[[list[str], Path], str]


def retold(page: str, folder: Path, run: Run) -> str:
    """The page with the answers that its commands give in ``folder``. ``run`` gives what a program says on both its outputs."""
    where = folder

    def answered(block: re.Match[str]) -> str:
        nonlocal where
        if block["file"]:
            fill_in(
                where / block["file"], [[c.strip() for c in row.strip("|").split("|")] for row in block["table"].splitlines()]
            )
            return block[0]
        words = [w.strip('"') for w in re.findall(r'"[^"]+"|\S+', block["command"])]
        answer = ""
        if words[0] == "cd":
            where = folder / words[1]
        elif words[0] == "cp":
            for file in sorted(where.glob(words[1])):
                shutil.copyfile(file, where / words[2] / file.name)
        else:
            answer = run(words, where).replace(f"{where.resolve()}/", "").replace(f"{folder.resolve()}/", "")
        head = f"<!-- show: {block['show']} -->\n" if block["show"] else ""
        text = (
            "".join(f"{line}\n" for line in shown(answer.rstrip().split("\n"), block["show"] or "")) if answer.strip() else ""
        )
        return f"{head}```console\n$ {block['command']}\n{text}```\n"

    return BLOCK.sub(answered, page)


def fill_in(path: Path, rows: list[list[str]]) -> None:
    """Type a table (heading, the line under it, rows) into a work list. Raises ValueError for a row that is not there."""
    heading, _, *answers = rows
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    named = {str(cell.value): cell.column for cell in next(sheet.iter_rows(min_row=4, max_row=4)) if cell.value}
    keys = [h for h in heading if not h.isupper()]
    by_key = {tuple(str(row[named[k] - 1].value) for k in keys): row for row in sheet.iter_rows(min_row=5)}
    for answer in answers:
        typed = dict(zip(heading, answer, strict=True))
        row = by_key.get(tuple(typed[k] for k in keys))
        if row is None:
            raise ValueError(f"no such row: {answer}")
        for name in heading:
            if name.isupper():
                row[named[name] - 1].value = typed[name]
    book.save(path)


def shown(lines: list[str], asked: str) -> list[str]:
    """The lines of an answer that a page shows, with a sign for those between.

    Raises ValueError for a pattern that fits nothing.
    """
    lines = [line.rstrip() for line in lines]
    if not asked:
        return lines
    kept: set[int] = set()
    for piece in (p.strip() for p in asked.split(";")):
        kept |= set(_kept(lines, piece))
    result: list[str] = []
    for number, line in enumerate(lines):
        if number in kept:
            result.append(line)
        elif not result or result[-1] != LEFT_OUT:
            result.append(LEFT_OUT)
    return result


def _kept(lines: list[str], piece: str) -> range:
    if found := re.fullmatch(r"(\d+)-(\d+)", piece):
        return range(int(found[1]) - 1, min(int(found[2]), len(lines)))
    if found := re.fullmatch(r"-(\d+)", piece):
        return range(max(len(lines) - int(found[1]), 0), len(lines))
    if found := re.fullmatch(r"/(.+)/(?:\+(\d+))?", piece):
        first = next((n for n, line in enumerate(lines) if re.search(found[1], line)), None)
        if first is None:
            raise ValueError(f"no line fits {found[1]!r}: " + "\n".join(lines))
        return range(first, min(first + int(found[2] or 1), len(lines)))
    raise ValueError(f"not a choice of lines: {piece!r}")


def in_a_process(words: list[str], folder: Path) -> str:
    """What the installed program says."""
    program = Path(sys.executable).parent / words[0]
    done = subprocess.run([str(program), *words[1:]], cwd=folder, capture_output=True, check=False)
    return (done.stdout + done.stderr).decode()


def main() -> None:
    """Retell each page that is named."""
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(name)
            path.write_text(retold(path.read_text(encoding="utf-8"), Path(folder), in_a_process), encoding="utf-8")
            print(path)


if __name__ == "__main__":
    main()
