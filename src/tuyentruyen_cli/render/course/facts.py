"""The figures of a report of several weeks as its documents account for them.

A figure of one week has the week as its category. Files are those of the weeks' own reports.
"""

from collections.abc import Iterable

from tuyentruyen_cli.model.course import Course, CourseWeek
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render.facts import Fact, Source
from tuyentruyen_cli.render.lookup import CHANNEL, Key, heading
from tuyentruyen_cli.render.tables import TITLES
from tuyentruyen_cli.render.week_facts import ALL_UNITS
from tuyentruyen_cli.render.words import clean

WEEK = "week"


def key_of(measure: Measure, week: CourseWeek | None = None, unit: str | None = None) -> Key:
    """The key of a measure's figure: of one week or of all, of one unit or of all."""
    return (measure.id, unit, WEEK, week.period.id) if week else (measure.id, unit, None, None)


def course_facts(course: Course, keys: Iterable[Key]) -> tuple[tuple[Source, ...], dict[Key, Fact]]:
    """The figures with these keys."""
    return (), {key: _fact(course, key) for key in keys}


def _fact(course: Course, key: Key) -> Fact:
    measure_id, unit, dimension, category = key
    week = next((w for w in course.weeks if w.period.id == category), None) if dimension == WEEK else None
    side = (week.figures if week else course.main).side(measure_id)
    covered, expected = (len(side.within), -1) if side.expected is None else (side.covered, side.expected)
    value = side.value
    if unit is not None:
        value, covered, expected = side.by_unit.get(unit), 1, 1
    elif dimension == CHANNEL:
        value = course.channels.get((category or "", measure_id))
    assert value is not None, "only a figure with a value is written"
    about = [course.units.get(unit, unit) if unit else ALL_UNITS, _part(course, week, category), heading(_measure(course, key))]
    return Fact(key, clean(", ".join(filter(None, about))), value, covered, expected, ())


def _measure(course: Course, key: Key) -> Measure:
    return next(m for m in course.measures if m.id == key[0])


def _part(course: Course, week: CourseWeek | None, category: str | None) -> str:
    """``tuần 05``, ``Phát thanh``; empty for all weeks and channels together."""
    if week is not None:
        return f"tuần {week.period.week:02d}"
    known = course.campaign.schema.dimension(CHANNEL)
    found = known.category(category) if known and category else None
    return found.title if found else TITLES[CHANNEL].get(category or "", category or "")
