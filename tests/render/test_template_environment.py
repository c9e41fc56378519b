"""A template comes from whoever edits it: it may read, loop, choose and filter, and reaches nothing else."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.render.docx import render_report
from tuyentruyen_cli.render.faults import TemplateBroken
from tuyentruyen_cli.render.template_check import read_template, trial

Edit = Callable[[str, str], Path]

HOSTILE = (
    "{{ closing.__class__ }}",
    "{{ closing['__class__'] }}",
    "{{ unit_table.__init__.__globals__ }}",
    "{{ unit_table.items() }}",
    "{{ closing.format(x=1) }}",
    "{{ closing|attr('__class__') }}",
    "{{ [closing]|map(attribute='__class__')|list }}",
    "{{ [closing]|map('attr', '__class__')|list }}",
    "{{ [closing]|sort(attribute='__class__') }}",
    "{{ cycler }}",
    "{{ lipsum() }}",
    "{{ self._TemplateReference__context }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{{ 'a' * 1000000000 }}",
    "{{ [1] * 1000000000 }}",
    "{{ 10 ** 1000000 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ ('a'|center(1000000000))|length }}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ closing|random }}",
    "{{ closing|safe }}",
    "{% for x in loop %}{% endfor %}",
)


@pytest.mark.parametrize("tag", HOSTILE)
def test_a_hostile_template_runs_nothing_and_is_refused_with_its_place(week: Any, edited: Edit, tag: str) -> None:
    begun = time.monotonic()
    with pytest.raises(TemplateBroken) as error:
        render_report(week, edited("{{ closing }}", tag.replace("'", "&apos;")))
    assert time.monotonic() - begun < 20
    assert "place" in error.value.arguments


@pytest.mark.parametrize(
    "tag",
    ["{{ closing|upper }}{{ closing }}", "{% for x in attendance %}{{ loop.index }}. {{ x }}{% endfor %}{{ closing }}",
     "{{ closing[:5] }}{{ closing }}", "{% set x = results.lead %}{{ x }}{{ closing }}",
     "{{ unit_table.rows[0].cells[0].text }}{{ closing }}", "{{ unit_table['rows']|length * 2 }}{{ closing }}"],
)  # fmt: skip
def test_what_an_office_needs_works(week: Any, edited: Edit, tag: str) -> None:
    assert render_report(week, edited("{{ closing }}", tag.replace("'", "&apos;")))


def test_names_are_looked_for_in_branches_that_the_week_does_not_take(week: Any, edited: Edit) -> None:
    path = edited(
        "{{ replaced }}", "{% for row in unit_table.rows %}{{ row.nmae }}{% endfor %}{{ letterhead.sginer }}{{ titel }}"
    )
    with trial(path) as tried, pytest.raises(TemplateBroken):
        render_report(week, path)
    assert tried.view is not None
    found = {(u.name, u.close) for u in read_template(path, tried.view).unknown}
    assert found == {("row.nmae", "name"), ("letterhead.sginer", "signer"), ("titel", "title")}


def test_the_shipped_template_uses_everything_but_the_period_and_charts(week: Any, report_template: Path) -> None:
    with trial(report_template) as tried:
        render_report(week, report_template)
    assert tried.view is not None
    read = read_template(report_template, tried.view)
    assert (read.unknown, read.unused) == ((), ("period", "charts"))
    prints = {tag.tag: tag.prints for tag in read.tags}
    assert prints["{{ letterhead.number }}"] == "Số:      /BC-VHTT"
    assert prints["{{ title }}"] == "BÁO CÁO"
