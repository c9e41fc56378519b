"""Pages of docs/ tell what the program answers: every command of a page is run again, every line of it compared."""

import importlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tuyentruyen_cli.cli.main import cli
from tuyentruyen_cli.pipeline.pool import here

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("mot-thang.md", "chot-so-lieu.md")


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.fixture
def story(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    return importlib.import_module("story")


@pytest.fixture
def run(tuyentruyen: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str], Path], str]:
    """The program in this process, which reads files in this process too."""
    monkeypatch.setattr("tuyentruyen_cli.cli.aggregate.LocalProcesses", lambda _jobs: here)

    def say(words: list[str], folder: Path) -> str:
        monkeypatch.chdir(folder)
        said = tuyentruyen(*words[1:])
        return str(said.out + said.err)

    return say


@pytest.mark.parametrize("name", PAGES)
def test_every_answer_of_a_page_is_the_answer(name: str, story: Any, run: Any, tmp_path: Path) -> None:
    lines = page(name).split("\n")
    again = story.retold(page(name), tmp_path, run).split("\n")
    for number, (told, answered) in enumerate(zip(lines, again, strict=False), 1):
        assert told == answered, f"line {number}: mend the program, or run tools/story.py docs/{name}"
    assert len(again) == len(lines)


def test_the_work_list_alone_closes_the_week() -> None:
    """The page that says so uses no other way."""
    used = re.findall(r"^\$ tuyentruyen (\w+ ?\w*)", page("chot-so-lieu.md"), re.MULTILINE)
    assert set(used) == {"init tuan", "aggregate week", "decide list"}


def test_a_row_that_the_work_list_does_not_have_is_a_fault(story: Any, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append([])
    for row in ([None], [None], [None], ["Đơn vị", "LÝ DO"], ["Xã Bản Bo", ""]):
        book.worksheets[0].append(row)
    book.worksheets[0].delete_rows(1)
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(ValueError, match="no such row"):
        story.fill_in(tmp_path / "a.xlsx", [["Đơn vị", "LÝ DO"], ["---", "---"], ["Xã Nà Tăm", "gọi điện"]])


def test_the_pages_use_commands_that_there_are() -> None:
    used = set(re.findall(r"^\$ tuyentruyen (\w+)", "".join(map(page, PAGES)), re.MULTILINE))
    assert {"init", "aggregate", "render", "issue", "compare", "log", "decide"} <= used <= set(cli.commands)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", ["a", "b", "c", "d", "e"]),
        ("1-2", ["a", "b", "[…]"]),
        ("-1", ["[…]", "e"]),
        ("1-1; /c/+2", ["a", "[…]", "c", "d", "[…]"]),
        ("/b/", ["[…]", "b", "[…]"]),
    ],
)
def test_what_is_left_out_is_marked(story: Any, asked: str, shown: list[str]) -> None:
    assert story.shown(["a", "b", "c", "d", "e"], asked) == shown


def test_a_line_that_is_no_longer_said_is_a_fault(story: Any) -> None:
    with pytest.raises(ValueError, match="no line fits"):
        story.shown(["a"], "/b/")
