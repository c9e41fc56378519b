"""The examples of the catalogue are true: as sent the rule speaks, as it should have been it is silent.

Those that can be drawn are: pairs of a heading and what stands under it (``Số lần phát: 20-30``).
"""

import re
from collections.abc import Callable

import pytest

from tuyentruyen_cli.campaign.schema_file import load_schema
from tuyentruyen_cli.extract.lexicon import Lexicon, Role
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.texts import say

LEXICON = Lexicon(load_schema("bao-cao-tuan"))
USUAL = {"items": ("Số tin, bài", "6"), "duration": ("Thời lượng (phút)", "30"), "broadcasts": ("Số lượt phát", "20"),
         "listeners": ("Ước số người nghe", "500")}  # fmt: skip
PAIRS = re.compile(r"[^:;()]+(?:\((?:phút|nghìn người)\))?: [^;()]+(?:; [^:;()]+(?:\(phút\))?: [^;()]+)*")
DATE = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


def drawn(example: str) -> str | None:
    """A table with what the example says in place of what is usual, or None for an example that is no cells."""
    if not PAIRS.fullmatch(example):
        return None
    columns = dict(USUAL)
    for pair in example.split("; "):
        heading, _, typed = pair.partition(": ")
        meaning = LEXICON.meaning(heading)
        if meaning is None or meaning.role is not Role.MEASURE:
            return None
        date = DATE.fullmatch(typed)
        bare = typed.isdigit() or typed.startswith("#")
        cell = f"{date[3]}-{date[2]}-{date[1]}@dd/mm/yyyy" if date else typed if bare else f'"{typed}"'
        columns[meaning.id] = (heading, cell)
    headings, cells = zip(*columns.values(), strict=True)
    return f"Kênh | {' | '.join(headings)}\nPhát thanh | {' | '.join(cells)}"


DRAWN = {
    rule: (wrong, right)
    for rule in RULES
    if (wrong := drawn(say(f"examples.wrong.{rule}"))) and (right := drawn(say(f"examples.right.{rule}")))
}


def test_most_rules_of_cells_have_an_example_that_can_be_tried() -> None:
    assert len(DRAWN) > 20


@pytest.mark.parametrize("rule", DRAWN)
def test_an_example_is_true(rule: str, report_of: Callable[..., Report]) -> None:
    wrong, right = ({f.rule for f in report_of([{"ban-bo.xlsx": text}], {}, {}).findings} for text in DRAWN[rule])
    assert rule in wrong
    assert rule not in right
