"""Every figure of a month's report is tied to what it is: whose, of which week, and who is in it."""

from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.model.course import Course
from tuyentruyen_cli.render.course.documents import render_course
from tuyentruyen_cli.render.facts import Fact
from tuyentruyen_cli.render.figures_part import FiguresPart, figures_part
from tuyentruyen_cli.render.verified import by_bookmarks, outdated, read


def part_of(course: Course, template: Path) -> FiguresPart:
    part = figures_part(render_course(course, template))
    assert part is not None
    return part


@pytest.fixture
def facts(month: Course, template: Path) -> dict[tuple[str | None, ...], Fact]:
    return {fact.key: fact for fact in part_of(month, template).facts}


def test_totals_weeks_units_and_channels_are_facts(month: Course, facts: Any) -> None:
    for measure in month.measures:
        side = month.main.side(measure.id)
        whole = facts[measure.id, None, None, None]
        assert (whole.value, whole.covered, whole.expected) == (side.value, side.covered, side.expected)
        for unit, value in side.by_unit.items():
            assert facts[measure.id, unit, None, None].value == value
        for week in month.weeks:
            of_week = week.figures.side(measure.id)
            assert facts[measure.id, None, "week", week.period.id].value == of_week.value
            for unit, value in of_week.by_unit.items():
                assert facts[measure.id, unit, "week", week.period.id].value == value
    for (channel, measure_id), value in month.channels.items():
        assert facts[measure_id, None, "channel", channel].value == value


def test_a_fact_says_whose_and_of_when_it_is(month: Course, facts: Any) -> None:
    week = month.weeks[0]
    about = facts["items", None, "week", week.period.id].about
    assert about == f"Tổng cộng, tuần {week.period.week:02d}, Tin, bài"
    assert facts["items", "ban-bo", None, None].about == "Xã Bản Bo, Tin, bài"


def test_a_sentence_and_the_table_hold_the_same_fact(month: Course, template: Path) -> None:
    part = part_of(month, template)
    number = next(n for n, fact in enumerate(part.facts) if fact.key == ("items", None, None, None))
    held = [h for h in part.held if h.fact == number and not h.share]
    assert len(held) >= 3
    assert len({h.text for h in held}) == 1


def test_a_week_that_came_to_another_figure_is_named(make_course: Any, template: Path) -> None:
    weeks = {6: {"ban-bo": 20, "nung-nang": 9, "na-tam": 6}, 7: {"ban-bo": 1, "nung-nang": 2, "na-tam": 3}}
    before = part_of(make_course(weeks), template)
    weeks[7]["ban-bo"] = 5
    after = render_course(make_course(weeks), template)
    fresh = figures_part(after)
    assert fresh is not None
    said = {(a.about, a.then, a.now) for a in outdated(before, fresh)}
    assert ("Xã Bản Bo, tuần 07, Tin, bài", "1", "5") in said
    assert ("Tổng cộng, Tin, bài", "41", "45") in said
    assert not by_bookmarks(read(after), fresh).changed
