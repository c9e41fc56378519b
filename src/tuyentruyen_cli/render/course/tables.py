"""The tables of the report of several weeks: weeks as columns, what they come to at the end; all from the same figures."""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import cast

from tuyentruyen_cli.model.comparison import Side, SpanKind
from tuyentruyen_cli.model.course import Course, CourseWeek
from tuyentruyen_cli.model.report import UnitStatus
from tuyentruyen_cli.model.schema import Aggregation, Measure
from tuyentruyen_cli.render.course.keys import attendance_of, key_of, sent_key
from tuyentruyen_cli.render.course.sentences import hedged
from tuyentruyen_cli.render.faults import FiguresDisagree
from tuyentruyen_cli.render.lookup import CHANNEL, Key, heading, in_table
from tuyentruyen_cli.render.marks import Share, marked_as
from tuyentruyen_cli.render.sentences import LISTENERS
from tuyentruyen_cli.render.tables import TITLES

Cells = list[dict[str, str]]
Row = dict[str, object]

TOGETHER = "\u00a0"  # a blank at which no line is broken
NONE = "…"
NOT_SENT = "–"
NOT_ASKED = "×"
LAST = {Aggregation.SUM: "Cộng", Aggregation.MAX: "Cao nhất", Aggregation.LATEST: "Mới nhất"}
LEGEND = {
    NOT_SENT: "Đơn vị chưa gửi báo cáo của tuần.",
    NONE: "Chưa có số liệu, hoặc số liệu chưa rõ; chưa tính vào tổng.",
    NOT_ASKED: "Đơn vị không phải báo cáo trong tuần.",
}
PARTIAL = "Số trong ngoặc: số tuần có số liệu trên số tuần phải báo cáo, khi chưa đủ."
WEEKS_OF_TABLE = 12  # columns that stand beside each other on a landscape page


def _cell(text: str) -> dict[str, str]:
    return {"text": text, "mark": ""}


def _figure(measure: Measure, value: int | None, key: Key) -> str:
    return NONE if value is None else marked_as(key, in_table(measure, value))


def _of_unit(course: Course, measure: Measure, unit: str, asked: Sequence[CourseWeek]) -> str:
    """What a unit comes to over all weeks; beside it of how many weeks, where some that it had to report are not in it."""
    key = key_of(measure, unit=unit)
    text = _figure(measure, course.main.side(measure.id).by_unit.get(unit), key)
    within = [w for w in asked if w.figures.side(measure.id).by_unit.get(unit) is not None]
    if text == NONE or len(within) == len(asked):
        return text
    return f"{text}{TOGETHER}({marked_as(key, f'{len(within)}/{len(asked)}', Share.WEEKS)})"


def _by_unit(weeks: Sequence[CourseWeek], wanted: Callable[[UnitStatus], bool]) -> dict[str, list[CourseWeek]]:
    """For each unit the weeks in which it is as wanted."""
    found: dict[str, list[CourseWeek]] = {}
    for week in weeks:
        for status in filter(wanted, week.units):
            found.setdefault(status.unit, []).append(week)
    return found


def _covered(side: Side, key: Key) -> str:
    """How many units are in a figure in full: ``12/14``."""
    text = str(len(side.within)) if side.expected is None else f"{side.covered}/{side.expected}"
    return marked_as(key, text, Share.COVERED)


def whole_said(course: Course) -> str:
    """What all weeks together are called over a column."""
    return "Cả tháng" if course.main.span.kind is SpanKind.MONTH else "Cả đợt"


def week_tables(course: Course) -> list[dict[str, object]]:
    """Each measure in a row, each week in a column, with its coverage below; several tables for very many weeks."""
    _check(course)
    chunks = _chunks(course.weeks)
    tables: list[dict[str, object]] = []
    for number, weeks in enumerate(chunks, 1):
        last = number == len(chunks)
        rows: list[Row] = []
        for measure in course.measures:
            sides = [w.figures.side(measure.id) for w in weeks] + ([course.main.side(measure.id)] if last else [])
            keys = [key_of(measure, week) for week in [*weeks, *([None] if last else [])]]
            texts = [_figure(measure, side.value, key) for side, key in zip(sides, keys, strict=True)]
            approximate = hedged(course, measure) == "khoảng "
            name = heading(measure) + (" – số ước chừng" if approximate else "")
            rows.append({"name": name, "cells": [_cell(text) for text in texts]})
            rows.append(
                {"name": "Số đơn vị có đủ số liệu", "cells": [_cell(_covered(*pair)) for pair in zip(sides, keys, strict=True)]}
            )
        rows += _attendance_rows(weeks, whole=last)
        columns = [f"Tuần {w.period.week:02d}" for w in weeks] + ([whole_said(course)] if last else [])
        tables.append({"columns": columns, "rows": rows})
    return tables


def _attendance_rows(weeks: Sequence[CourseWeek], *, whole: bool) -> list[dict[str, object]]:
    """How many units sent something in time, and late."""
    rows: list[Row] = []
    for title, wanted in (("Đơn vị gửi đúng hạn", "on-time"), ("Đơn vị gửi muộn", "late")):
        counts = [(w, sum(u.received and u.timeliness.value == wanted for u in w.units)) for w in weeks]
        rows.append({"name": title, "cells": [_count(w, wanted, n) for w, n in counts] + ([_cell("")] if whole else [])})
    missing = [_count(w, "missing", len(w.missing)) for w in weeks] + ([_cell("")] if whole else [])
    return [*rows, {"name": "Đơn vị chưa gửi", "cells": missing}]


def _count(week: CourseWeek, state: str, number: int) -> dict[str, str]:
    return _cell(marked_as(attendance_of(week, state), str(number)))


def unit_table(course: Course) -> dict[str, object]:
    """What each unit comes to over all weeks, and for how many weeks it reported."""
    rows: list[Row] = []
    asked_of, sent_by = (_by_unit(course.weeks, attrgetter(state)) for state in ("expected", "received"))
    for number, (unit, name) in enumerate(course.units.items(), 1):
        asked, sent = asked_of.get(unit, []), sent_by.get(unit, [])
        cells = [_cell(_of_unit(course, m, unit, asked)) for m in course.measures]
        weeks = marked_as(sent_key(unit), f"{len(sent)}/{len(asked)}" if asked else str(len(sent)))
        rows.append({"number": str(number), "name": name, "mark": "", "cells": cells, "sent": weeks})
    sides = [course.main.side(m.id) for m in course.measures]
    return {
        "columns": [{"measure": m.id, "title": heading(m)} for m in course.measures],
        "rows": rows,
        "total": [_cell(_figure(m, s.value, key_of(m))) for m, s in zip(course.measures, sides, strict=True)],
        "coverage": [_cell(_covered(s, key_of(m))) for m, s in zip(course.measures, sides, strict=True)],
        "remarks": _remarks(course, set(_texts(rows))),
    }


def measure_tables(course: Course) -> list[dict[str, object]]:
    """For each measure the units with their weeks: of the appendix."""
    return [_measure_table(course, m, weeks) for m in course.measures for weeks in _chunks(course.weeks)]


def _measure_table(course: Course, measure: Measure, weeks: Sequence[CourseWeek]) -> dict[str, object]:
    last = weeks[-1] is course.weeks[-1]
    whole = course.main.side(measure.id)
    sides = [w.figures.side(measure.id) for w in weeks]
    statuses = [{u.unit: u for u in w.units} for w in weeks]
    asked_of = _by_unit(course.weeks, attrgetter("expected"))
    rows: list[Row] = []
    for number, (unit, name) in enumerate(course.units.items(), 1):
        texts = []
        for week, side, units in zip(weeks, sides, statuses, strict=True):
            value, status = side.by_unit.get(unit), units.get(unit)
            if value is not None:
                texts.append(_figure(measure, value, key_of(measure, week, unit)))
            elif status is None or not status.expected:
                texts.append(NOT_ASKED)
            else:
                texts.append(NONE if status.received else NOT_SENT)
        texts += [_of_unit(course, measure, unit, asked_of.get(unit, []))] if last else []
        rows.append({"number": str(number), "name": name, "mark": "", "cells": [_cell(text) for text in texts]})
    shown = [*sides, *([whole] if last else [])]
    keys = [key_of(measure, week) for week in [*weeks, *([None] if last else [])]]
    columns = [f"Tuần {w.period.week:02d}" for w in weeks] + ([LAST[measure.over_periods]] if last else [])
    used = set(_texts(rows))
    return {
        "title": heading(measure),
        "columns": [{"title": title} for title in columns],
        "rows": rows,
        "total": [_cell(_figure(measure, side.value, key)) for side, key in zip(shown, keys, strict=True)],
        "coverage": [_cell(_covered(*pair)) for pair in zip(shown, keys, strict=True)],
        "remarks": [f"{sign} {text}" for sign, text in LEGEND.items() if sign in used]
        + ([PARTIAL] if any(text.endswith(")") for text in used) else []),
    }


def channel_table(course: Course) -> dict[str, object]:
    """What each channel comes to over all weeks; empty where no measure is split by channel."""
    measures = [m for m in course.measures if any(measure == m.id for _, measure in course.channels)]
    known = course.campaign.schema.dimension(CHANNEL)
    titles = {c.id: c.title for c in known.categories} | TITLES[CHANNEL] if known else TITLES[CHANNEL]
    found = dict.fromkeys(category for category, _ in course.channels)
    rows: list[Row] = []
    for category in [c for c in titles if c in found] + [c for c in found if c not in titles]:
        values = [course.channels.get((category, m.id)) for m in measures]
        if any(values):
            cells = [_cell(_figure(m, v, (m.id, None, CHANNEL, category))) for m, v in zip(measures, values, strict=True)]
            name = titles.get(category, category)
            rows.append({"number": str(len(rows) + 1), "category": category, "name": name, "cells": cells})
    if not rows:
        return {}
    sides = [course.main.side(m.id) for m in measures]
    return {
        "columns": [{"measure": m.id, "title": heading(m)} for m in measures],
        "rows": rows,
        "total": [_cell(_figure(m, s.value, key_of(m))) for m, s in zip(measures, sides, strict=True)],
        "coverage": [_cell(_covered(s, key_of(m))) for m, s in zip(measures, sides, strict=True)],
        "remarks": [],
    }


def _texts(rows: Sequence[Row]) -> Iterator[str]:
    return (cell["text"] for row in rows for cell in cast("Cells", row["cells"]))


def _remarks(course: Course, texts: set[str]) -> list[str]:
    said = [f"{NONE} {LEGEND[NONE]}"] if NONE in texts else []
    said += [PARTIAL] if any(text.endswith(")") for text in texts) else []
    return said + ([LISTENERS] if any(m.kind.value == "estimate" for m in course.measures) else [])


def _chunks(weeks: Sequence[CourseWeek]) -> list[Sequence[CourseWeek]]:
    return [weeks[i : i + WEEKS_OF_TABLE] for i in range(0, len(weeks), WEEKS_OF_TABLE)]


def _check(course: Course) -> None:
    """The weeks must give what all of them come to, and so must the channels. Raises FiguresDisagree."""
    for measure in course.measures:
        total = course.main.side(measure.id).value
        weeks = [v for w in course.weeks if (v := w.figures.side(measure.id).value) is not None]
        adds = measure.over_periods is Aggregation.SUM and measure.aggregation is Aggregation.SUM
        if adds and total is not None and sum(weeks) != total:
            raise FiguresDisagree("render.units-disagree", measure=measure.title, total=total)
        parts = [v for (_, m), v in course.channels.items() if m == measure.id]
        if parts and sum(parts) != total:
            raise FiguresDisagree("render.parts-disagree", measure=measure.title, dimension=CHANNEL, total=total)
