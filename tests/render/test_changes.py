"""What changed since the week before, in sentences: never without a base, never over other units without a word."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.aggregate.spans import compared, cumulated
from tuyentruyen_cli.model.comparison import Comparison, Span, SpanKind, WeekFigures
from tuyentruyen_cli.model.period import Calendar
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Measure, MeasureKind
from tuyentruyen_cli.render.changes import changes_said
from tuyentruyen_cli.render.docx import render_report
from tuyentruyen_cli.render.words import clean

MEASURES = (
    Measure("items", "Số tin, bài", MeasureKind.COUNT, ()),
    Measure("duration", "Tổng thời lượng", MeasureKind.DURATION, ()),
)
NAMES = {"ban-bo": "Xã Bản Bo", "nung-nang": "Xã Nùng Nàng", "dai": "Đài Truyền thanh"}
Values = Mapping[str, Mapping[str, int]]
ALL = ("ban-bo", "nung-nang", "dai")


def beside(calendar: Calendar, now: Values, then: Values, expected: tuple[str, ...] = ALL) -> Comparison:
    """Week 06 beside week 05; figures by measure and unit."""
    sides = []
    for number, values in ((6, now), (5, then)):
        period = calendar.week(number)
        span = Span(period.id, SpanKind.WEEK, (period.id,), (), period.start, period.end)
        sides.append(cumulated(span, [WeekFigures(period.id, expected, values)], MEASURES))
    return compared(sides[0], sides[1], MEASURES)


@pytest.fixture(scope="module")
def said(week: Report) -> Callable[..., list[str]]:
    def call(now: Values, then: Values, **more: Any) -> list[str]:
        lines = changes_said(beside(week.campaign.calendar, now, then, **more), "tuần 05", MEASURES, NAMES)
        return [clean(line) for line in lines]

    return call


def both(items: tuple[int, ...], seconds: tuple[int, ...]) -> Values:
    return {"items": dict(zip(ALL, items, strict=False)), "duration": dict(zip(ALL, seconds, strict=False))}


def test_the_same_units_are_simply_compared(said: Callable[..., list[str]]) -> None:
    assert said(both((10, 5, 20), (600, 60, 90)), both((8, 7, 18), (600, 60, 150))) == [
        (
            "So với tuần 05, số tin, bài tăng 2 (từ 33 lên 35, tăng 6,1%); "
            "tổng thời lượng giảm 1 phút (từ 13 phút 30 giây còn 12 phút 30 giây, giảm 7,4%)."
        )
    ]


def test_what_is_the_same_has_no_percent(said: Callable[..., list[str]]) -> None:
    [sentence] = said(both((10, 5, 20), (600, 60, 90)), both((20, 5, 10), (600, 60, 90)))
    assert sentence == "So với tuần 05, số tin, bài không thay đổi (35); tổng thời lượng không thay đổi (12 phút 30 giây)."
    assert "%" not in sentence


def test_nothing_is_divided_by_nothing_and_a_trifle_has_no_percent(said: Callable[..., list[str]]) -> None:
    [sentence] = said(both((10, 0, 0), (360_001, 0, 0)), both((0, 0, 0), (360_000, 0, 0)))
    assert (
        sentence
        == "So với tuần 05, số tin, bài tăng 10 (từ 0 lên 10); tổng thời lượng tăng 1 giây (từ 100 giờ lên 100 giờ 1 giây)."
    )


def test_other_units_are_compared_over_those_in_both_with_the_names_of_the_rest(said: Callable[..., list[str]]) -> None:
    assert said(both((10, 5), (600, 60)), both((8, 7, 18), (600, 60, 90))) == [
        (
            "So với tuần 05, tính trên 02 đơn vị có đủ số liệu ở cả hai tuần (không tính Đài Truyền thanh): "
            "số tin, bài không thay đổi (15); tổng thời lượng không thay đổi (11 phút)."
        )
    ]


def test_measures_of_different_units_each_say_of_whom(said: Callable[..., list[str]]) -> None:
    assert said(both((10, 5), (600,)), both((8, 7, 18), (300, 60, 90))) == [
        "So với tuần 05, tính trên các đơn vị có đủ số liệu ở cả hai tuần:",
        "- Số tin, bài không thay đổi (15), trên 02 đơn vị (không tính Đài Truyền thanh);",
        (
            "- Tổng thời lượng tăng 5 phút (từ 5 phút lên 10 phút, tăng 100%), trên 01 đơn vị "
            "(không tính xã Nùng Nàng và Đài Truyền thanh)."
        ),
    ]


def test_without_a_base_nothing_is_compared(said: Callable[..., list[str]]) -> None:
    assert changes_said(None, "tuần 05", MEASURES, NAMES) == []
    assert said(both((10, 5, 20), (600, 60, 90)), {}) == []
    half = said(both((10, 5, 20), (600, 60, 90)), {"items": {"ban-bo": 10, "nung-nang": 5, "dai": 18}})
    assert half == [
        "So với tuần 05, số tin, bài tăng 2 (từ 33 lên 35, tăng 6,1%).",
        "Chưa đủ số liệu để so sánh tổng thời lượng.",
    ]


def test_the_report_says_it_under_the_results(week: Report, report_template: Path, word: Callable[[bytes], Any]) -> None:
    comparison = beside(week.campaign.calendar, both((10, 5, 20), (600, 60, 90)), both((8, 7, 18), (600, 60, 150)))
    doc = word(render_report(replace(week, comparison=comparison), report_template))
    assert any(line.startswith("So với tuần 05, số tin, bài tăng 2") for line in doc.texts("NoiDung"))
    assert not [line for line in word(render_report(week, report_template)).texts("NoiDung") if line.startswith("So với")]


def test_each_channel_has_a_sentence_of_the_figures_of_its_row(
    week: Report, report_template: Path, word: Callable[[bytes], Any]
) -> None:
    lines = [
        t for t in word(render_report(week, report_template)).texts("NoiDung") if t.startswith(("- Phát thanh", "- Chưa phân"))
    ]
    assert lines == [
        (
            "- Phát thanh: thực hiện 152 tin, bài (13 đơn vị); tổng thời lượng 7 giờ 28 phút 15 giây (12 đơn vị); "
            "phát 308 lượt (12 đơn vị); ước 17.975 lượt người nghe (12 đơn vị);"
        ),
        (
            "- Chưa phân tách theo kênh: thực hiện 152 tin, bài (13 đơn vị); tổng thời lượng 7 giờ 28 phút 15 giây (12 đơn vị); "
            "phát 309 lượt (12 đơn vị); ước 17.975 lượt người nghe (12 đơn vị)."
        ),
    ]
