"""docs/mot-thang.md tells what the program answers: every command of the page is run again, every line of it compared."""

import importlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.cli.main import cli
from tuyentruyen_cli.pipeline.pool import here

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "mot-thang.md").read_text(encoding="utf-8")


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


def test_every_answer_of_the_page_is_the_answer(story: Any, run: Any, tmp_path: Path) -> None:
    again = story.retold(PAGE, tmp_path, run).split("\n")
    for number, (told, answered) in enumerate(zip(PAGE.split("\n"), again, strict=False), 1):
        assert told == answered, f"line {number}: mend the program, or run tools/story.py docs/mot-thang.md"
    assert len(again) == len(PAGE.split("\n"))


def test_the_page_uses_commands_that_there_are() -> None:
    used = set(re.findall(r"^\$ tuyentruyen (\w+)", PAGE, re.MULTILINE))
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
