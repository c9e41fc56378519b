"""Every layout and rule of reading.md as a drawing with what comes of it, in ``drawings/*.txt``.

A case begins with ``# `` and a sentence, then ``@ `` and options (the file's name, hidden columns, a dimension to show), then the
sheet (see ``conftest.py``). Its whole outcome follows in lines with ``→``: figures (durations in seconds), then findings.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tuyentruyen_cli.model.rules import RULES

DRAWINGS = Path(__file__).parent / "drawings"
ARROW = "→ "

# Said by the readers of files and of received.csv, or over several files: see tests/read, tests/store, tests/check,
# tests/pipeline, tests/cli.
ELSEWHERE = frozenset(
    {
        *("unreadable-file", "encrypted-file", "unsupported-file", "unsafe-file", "set-aside-file", "converted", "bad-receipt"),
        *(
            "readings-differ",
            "tracked-changes",
            "hidden-text",
            "unknown-content",
            "legacy-font",
            "text-cleaned",
            "out-of-bounds",
        ),
        *("which-is-final", "newer-version", "same-bytes", "same-as-last-week", "consolidation"),
        "stale-decision",
        "answer-not-applied",
        *("items-without-duration", "duration-without-items", "fewer-broadcasts-than-items", "minutes-per-item"),
        *("listeners-over-population", "far-from-own-past", "scale-slip", "repeated-row", "office-rule"),
        *("cumulative-mismatch", "few-weeks", "wrong-form", "old-form"),
    }
)


class Case(NamedTuple):
    """A drawing, how it is sent and shown, and the outcome."""

    title: str
    options: dict[str, str]
    drawing: str
    outcome: str


def cases() -> Iterator[tuple[str, Case]]:
    for path in sorted(DRAWINGS.glob("*.txt")):
        for block in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, *lines = block.rstrip("\n").split("\n")
            options = dict(o.split("=") for line in lines if line.startswith("@ ") for o in line[2:].split("; "))
            drawing = [line for line in lines if not line.startswith(("@ ", ARROW))]
            outcome = [line.removeprefix(ARROW) for line in lines if line.startswith(ARROW)]
            yield f"{path.stem}: {title}", Case(title, options, "\n".join(drawing), "\n".join(outcome))


ALL = dict(cases())


@pytest.mark.parametrize("name", ALL)
def test_drawing(name: str, told: Callable[..., str]) -> None:
    case = ALL[name]
    assert told(case.drawing, **case.options) == case.outcome


def test_every_rule_speaks_in_some_drawing_and_is_silent_in_others() -> None:
    """The other half: none of the drawings without a rule's line may make it speak, since outcomes are whole."""
    said = {
        line.split()[1]
        for case in ALL.values()
        for line in case.outcome.split("\n")
        if line.split()[0] in {"error", "warning", "note"}
    }
    assert set(RULES) - ELSEWHERE - said == set()
    assert said & ELSEWHERE == set()
    for rule in said:
        assert any(f" {rule}" not in case.outcome for case in ALL.values())
