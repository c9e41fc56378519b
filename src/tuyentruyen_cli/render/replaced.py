"""What a report says that replaces another one (Decree 30/2020/NĐ-CP, Article 18.3): which one, and what changed."""

from collections.abc import Iterator

from tuyentruyen_cli.model.comparison import Change
from tuyentruyen_cli.model.issue import Beside
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render.facts import ISSUED
from tuyentruyen_cli.render.letterhead import office
from tuyentruyen_cli.render.lookup import Key, columns_of, heading, in_table
from tuyentruyen_cli.render.marks import Share, given, marked_as
from tuyentruyen_cli.render.words import sentence_start
from tuyentruyen_cli.vi.changes import signed
from tuyentruyen_cli.vi.dates import format_date, format_date_long

NO_FIGURE = "chưa có"
NO_DIFFERENCE = "–"
TOGETHER = "\u00a0"  # a blank at which no line is broken
REMARK = "Trong ngoặc là số đơn vị có số liệu. Chưa có: đơn vị chưa gửi, hoặc số liệu chưa rõ nên chưa tính vào tổng."


def replaced_said(report: Report, replaced: Beside, table: str) -> str:
    """``Báo cáo này thay thế Báo cáo số 06/BC-VHTT ngày 12 tháng 02 năm 2021 của …``, and where the changes stand."""
    issue = replaced.issue
    who = office(report.campaign.letterhead)
    of = f" của {who}" if who else ""
    where = f" Các số liệu thay đổi được nêu tại {table}." if replaced.moved else ""
    return f"Báo cáo này thay thế Báo cáo số {given(issue.name)} {format_date_long(issue.date)}{of}.{where}"


def replaced_table(report: Report, replaced: Beside, label: str, before: int) -> dict[str, object]:
    """Every total as reported and now, then what moved of units and categories; empty where nothing did."""
    if not replaced.moved:
        return {}
    measures = columns_of(report)
    issue = replaced.issue
    return {
        "heading": f"{before + 1}. Số liệu thay đổi",
        "label": label,
        "title": f"Số liệu thay đổi so với Báo cáo số {given(issue.name)} ngày {format_date(issue.date)}",
        "remark": REMARK,
        "rows": [*_totals(replaced, measures), *_units(report, replaced, measures), *_parts(replaced, measures)],
    }


def _totals(replaced: Beside, measures: list[Measure]) -> Iterator[dict[str, object]]:
    changes = {m.measure: m.change for m in replaced.totals}
    covered = {measure: (then, now) for measure, then, now in replaced.covered}
    for measure in measures:
        key = (measure.id, None, None, None)
        counts = tuple(
            str(count) if expected is None else f"{count}/{expected}"
            for count, expected in zip(covered[measure.id], replaced.expected, strict=True)
        )
        yield _row(f"Tổng cộng: {heading(measure)}", measure, changes[measure.id], key, counts)


def _units(report: Report, replaced: Beside, measures: list[Measure]) -> Iterator[dict[str, object]]:
    shown = {m.id: m for m in measures}
    for moved in replaced.units:
        if moved.measure in shown:
            measure = shown[moved.measure]
            key = (measure.id, moved.unit, None, None)
            yield _row(f"{report.unit_name(moved.unit or '')}: {heading(measure)}", measure, moved.change, key)


def _parts(replaced: Beside, measures: list[Measure]) -> Iterator[dict[str, object]]:
    """The figures by channel, topic and origin that moved."""
    shown = {m.id: m for m in measures}
    for part in replaced.parts:
        if part.measure in shown:
            measure = shown[part.measure]
            key = (measure.id, None, part.dimension, part.category)
            yield _row(f"{sentence_start(part.title)}: {heading(measure)}", measure, part.change, key)


def issued_key(key: Key) -> Key:
    """The key of what an issued report had for the figure with that key."""
    measure, unit, dimension, category = key
    return (measure, unit, f"{ISSUED}:{dimension or ''}", category)


def _row(name: str, measure: Measure, change: Change, key: Key, counts: tuple[str, ...] = ("", "")) -> dict[str, object]:
    by = change.difference
    size = NO_DIFFERENCE if by is None else marked_as(issued_key(key), in_table(measure, abs(by)), Share.DIFFERENCE)
    sides = ((change.other, issued_key(key), counts[0]), (change.current, key, counts[1]))
    texts = [*(_figure(measure, *side) for side in sides), size if by is None else signed(by, size)]
    return {"name": name, "cells": [{"text": text, "mark": ""} for text in texts]}


def _figure(measure: Measure, value: int | None, key: Key, count: str) -> str:
    """A figure, and behind a total how many units are in it."""
    text = NO_FIGURE if value is None else marked_as(key, in_table(measure, value))
    return f"{text}{TOGETHER}({marked_as(key, count, Share.COVERED)})" if count else text
