"""Checks and an office's own rules as data of the schema."""

from pathlib import Path

import pytest

from tuyentruyen_cli.campaign.expression import read_expression
from tuyentruyen_cli.campaign.forms import CHECKS
from tuyentruyen_cli.campaign.schema_file import load_schema
from tuyentruyen_cli.errors import CampaignError
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.rules import RULES


def written(folder: Path, text: str) -> Path:
    (folder / "schema.toml").write_text('extends = "bao-cao-tuan"\n' + text, encoding="utf-8")
    return folder


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(CampaignError) as caught:
        load_schema("schema.toml", written(folder, text), "en")
    return list(caught.value.details)


def test_each_shipped_check_is_a_rule_with_a_reason() -> None:
    schema = load_schema("bao-cao-tuan")
    assert [c.id for c in schema.checks] == list(CHECKS)
    assert {c.id for c in schema.checks} <= set(RULES)
    assert all(len(c.reason) > 40 for c in schema.checks)
    assert schema.rules == ()


def test_an_office_changes_a_threshold_and_switches_a_check_off(tmp_path: Path) -> None:
    text = """
[checks.listeners-over-population]
times = 2.5
reason = "Xã đếm theo lượt: mỗi người nghe hai, ba lần."
[checks.repeated-row]
enabled = false
[checks.items-without-duration]
except_channels = ["mobile"]
"""
    schema = load_schema("schema.toml", written(tmp_path, text))
    population = schema.check("listeners-over-population")
    assert population
    assert (population.number("times"), population.reason[:13]) == (2.5, "Xã đếm theo l")
    assert schema.check("repeated-row") is None
    assert schema.check("minutes-per-item") == load_schema("bao-cao-tuan").check("minutes-per-item")
    without = schema.check("items-without-duration")
    assert without
    assert without.listed("except_channels") == ("mobile", "portal", "social")


def test_every_fault_of_a_check_is_said_with_its_key(tmp_path: Path) -> None:
    text = """
[checks.minuts-per-item]
[checks.minutes-per-item]
shortest_seconds = 9000
[checks.far-from-own-past]
least_weeks = 20
times = 0.5
[checks.scale-slip]
least_weeks = 20
[checks.repeated-row]
least_figures = "ba"
reason = ""
[checks.items-without-duration]
except_channels = ["portl"]
"""
    assert faults(tmp_path, text) == [
        (
            "schema.toml: checks.minuts-per-item: there is no such key. Keys: items-without-duration, duration-without-items, "
            "fewer-broadcasts-than-items, minutes-per-item, listeners-over-population, repeated-row, far-from-own-past, scale-slip. "
            "Did you mean minutes-per-item?"
        ),
        (
            'schema.toml: checks.items-without-duration.except_channels[0]: cannot use "portl". One of: radio, television, '
            "commune-station, portal, village-loudspeakers, mobile, social, other. Did you mean portal?"
        ),
        "schema.toml: checks.minutes-per-item.shortest_seconds: 9000 seconds are the shortest, but 7200 the longest.",
        'schema.toml: checks.repeated-row.reason: cannot use "". A line of text in quotes that says why the threshold is what it is.',
        'schema.toml: checks.repeated-row.least_figures: cannot use "ba". A whole number from 1 to 1000.',
        "schema.toml: checks.far-from-own-past.times: cannot use 0.5. A number from 1 to 10000, such as 2.5.",
        "schema.toml: checks.scale-slip.least_weeks: at least 20 weeks are needed, but only 12 are looked at.",
    ]


def test_a_rule_is_one_line_of_the_schema(tmp_path: Path) -> None:
    text = 'rules = [{id = "nhieu-loa", when = "broadcasts > 100 and views is none", severity = "note", text = "Hỏi lại đơn vị."}]\n'
    (rule,) = load_schema("schema.toml", written(tmp_path, text)).rules
    assert (rule.id, rule.severity, rule.text) == ("nhieu-loa", Severity.NOTE, "Hỏi lại đơn vị.")
    assert (rule.named, rule.compared) == (("broadcasts", "views"), ("broadcasts",))


def test_every_fault_of_a_rule_is_said_with_its_key(tmp_path: Path) -> None:
    text = """
[[rules]]
id = "Một"
when = "broadcast > 100"
text = "a"
[[rules]]
id = "hai"
when = "broadcasts >"
severity = "error"
text = "b"
[[rules]]
id = "ba"
when = "broadcasts >"
text = "c"
[[rules]]
id = "ba"
when = "items > 5"
text = "d"
"""
    a_comparison = (
        'A comparison of measures and numbers, such as "broadcasts > 100 and items < 5" '
        "(allowed: and, or, not, is none, + - * /, brackets)."
    )
    assert faults(tmp_path, text) == [
        (
            "schema.toml: rules[0].id: cannot use Một. An id of small letters without marks, digits and hyphens, such as ban-bo "
            "(and no reserved word)."
        ),
        (
            'schema.toml: rules[0].when: cannot use "broadcast". One of: items, news, articles, features, duration, airtime, broadcasts, '
            "listeners, views. Did you mean broadcasts?"
        ),
        'schema.toml: rules[1].severity: cannot use "error". One of "warning", "note". A rule of the office refuses no figure.',
        f'schema.toml: rules[2].when: cannot use "broadcasts >". {a_comparison}',
        "schema.toml: rules[3].id: there is a rule ba above already.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "", "items", "items + 5", "5 > 3", "items > ", "items > 5 }} {{ 1", "items > 5 items", "items > '5'", "items > true",
        "items.__class__ is none", "items() > 5", "items|length > 5", "items[0] > 5", "items in [1, 2]", "items ** 9 > 5",
        "items > 5 if news else 3", "items is defined", "items is divisibleby(3)", "(items + 1) is none", "items ~ 1 > 5",
        "items // 0 > 5", "items % 2 > 0", "items > [5]", "{% if items %}", "items > 5 #}",
    ],
)  # fmt: skip
def test_nothing_else_may_stand_in_a_rule(text: str) -> None:
    assert read_expression(text) is None


@pytest.mark.parametrize("key", ["checks = 1", "checks = []", "rules = 1", "rules = [1]", "[rules.a]\nid = 1"])
def test_tables_of_another_shape_are_faults(tmp_path: Path, key: str) -> None:
    assert len(faults(tmp_path, key)) == 1
