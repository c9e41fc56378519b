"""A rule of the office's own: one line of its schema.toml."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
NOW = ("--now", "2021-02-05T09:00+07:00")
RULE = '{ id = "loa-it", when = "broadcasts < 60 and items > 15", severity = "warning", text = "Hơn 15 tin, bài mà chưa đến 60 lượt." }'


@pytest.fixture
def with_rule(campaign: Path) -> Callable[[str], Path]:
    """The week of a campaign whose schema has one more rule."""

    def written(rule: str) -> Path:
        (campaign / "schema.toml").write_text(f'extends = "bao-cao-tuan"\nrules = [{rule}]\n', encoding="utf-8")
        settings = campaign / "tuyentruyen.toml"
        text = settings.read_text(encoding="utf-8")
        assert 'schema = "bao-cao-tuan"' in text
        settings.write_text(text.replace('schema = "bao-cao-tuan"', 'schema = "schema.toml"'), encoding="utf-8")
        return campaign / "week-05"

    return written


def test_one_line_of_the_schema_is_a_rule(tuyentruyen: Run, with_rule: Callable[[str], Path]) -> None:
    """Thèn Sin has 24 items and 33 broadcasts, Nà Tăm 13 items, and Bản Hon's broadcasts are refused: it speaks of one."""
    out = tuyentruyen("aggregate", with_rule(RULE), *NOW).out
    assert out.count("[office-rule]") == 1
    assert (
        "then sin t5.xlsx (Xã Thèn Sin)\n"
        "  ! Lưu ý Sheet1: Hơn 15 tin, bài mà chưa đến 60 lượt. [office-rule]\n"
        "      → Quy tắc “loa-it” của cơ quan: broadcasts < 60 and items > 15. Kiểm tra các số liệu này.\n"
    ) in out


def test_a_note_changes_no_figure_and_stays_off_the_screen(tuyentruyen: Run, with_rule: Callable[[str], Path]) -> None:
    week = with_rule(RULE.replace('"warning"', '"note"'))
    said = tuyentruyen("aggregate", week, "--json", *NOW)
    document = json.loads(said.out)
    (finding,) = (f for f in document["findings"] if f["rule"] == "office-rule")
    assert (finding["severity"], finding["unit"]) == ("note", "then-sin")
    assert [place["cell"] for place in finding["related"]] == ["F8", "F9", "F10", "C8", "D8", "C9", "D9", "C10", "D10"]
    assert "office-rule" not in tuyentruyen("aggregate", week, *NOW).out
    assert document["totals"]["items"]["value"] == 24 + 20 + 13


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (RULE.replace("broadcasts", "broadcast"), 'không dùng được "broadcast"'),
        (RULE.replace("< 60", "<"), "không dùng được"),
        (RULE.replace('"warning"', '"error"'), "không bác số liệu."),
        (RULE.replace("items > 15", "items.__class__ is none"), "không dùng được"),
    ],
)
def test_a_rule_that_is_none_stops_the_run_and_says_why(
    tuyentruyen: Run, with_rule: Callable[[str], Path], rule: str, said: str
) -> None:
    answer = tuyentruyen("aggregate", with_rule(rule), *NOW)
    assert answer.code == 2
    assert "schema.toml: rules[0]" in answer.err
    assert said in answer.err
