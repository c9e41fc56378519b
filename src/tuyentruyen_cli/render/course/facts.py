"""The figures of a report of several weeks as its documents account for them.

A figure of one week has the week as its category. Files are those that the units' figures are from, with the week of each.
"""

from collections.abc import Iterable, Sequence

from tuyentruyen_cli.model.comparison import Side
from tuyentruyen_cli.model.course import Course, CourseWeek
from tuyentruyen_cli.render.course.keys import WEEK
from tuyentruyen_cli.render.course.sentences import span_words, units_that
from tuyentruyen_cli.render.facts import ATTENDANCE, CHANGE, Fact, Source
from tuyentruyen_cli.render.lookup import CHANNEL, Key, heading
from tuyentruyen_cli.render.tables import TITLES
from tuyentruyen_cli.render.week_facts import ALL_UNITS, COUNTED, USED, sends
from tuyentruyen_cli.render.words import clean

STATES = {
    **COUNTED,
    "weeks": "Số tuần báo cáo",
    "full": "Số đơn vị gửi đủ báo cáo",
    "prompt": "Số đơn vị luôn gửi đúng hạn",
}


def course_facts(course: Course, keys: Iterable[Key]) -> tuple[tuple[Source, ...], dict[Key, Fact]]:
    """The figures with these keys, and the files of the weeks, with those of the stretch that they are held against."""
    facts = _Facts(course)
    return facts.sources, {key: facts.of(key) for key in keys}


class _Facts:
    def __init__(self, course: Course) -> None:
        self.course = course
        self.weeks = {week.period.id: week for week in course.weeks}
        self.measures = {m.id: m for m in course.measures}
        used = [s for s in course.submissions if s.unit and s.outcome in USED]
        before = course.comparison.files if course.comparison else ()
        files = [(s.period or "", s.unit or "", s.file, s.sha256) for s in used] + [tuple(file) for file in before]
        numbers = {source: n for n, source in enumerate(dict.fromkeys((f, sha, week) for week, _, f, sha in files))}
        self.sources = tuple(Source(clean(file), sha, week) for file, sha, week in numbers)
        self._files: dict[tuple[str, str], list[int]] = {}
        for week, unit, file, sha in files:
            self._files.setdefault((week, unit), []).append(numbers[file, sha, week])

    def of(self, key: Key) -> Fact:
        """The fact with that key."""
        measure, unit, dimension, category = key
        if dimension == CHANGE:
            return self._change(key)
        if not measure:
            return self._attendance(key)
        week = self.weeks.get(category or "") if dimension == WEEK else None
        side = (week.figures if week else self.course.main).side(measure)
        covered, expected = _coverage(side)
        value, over = side.value, side.within
        if unit is not None:
            value, covered, expected, over = side.by_unit.get(unit), 1, 1, ()
        elif dimension == CHANNEL:
            value = self.course.channels.get((category or "", measure))
        whose = self.course.units.get(unit, unit) if unit else ALL_UNITS
        about = [whose, self._part(week, category), heading(self.measures[measure])]
        sources = self._sources([week.period.id] if week else self.weeks, [unit] if unit else over)
        period = week.period.id if week else ""
        return Fact(key, clean(", ".join(filter(None, about))), value, covered, expected, sources, period, over=over)

    def _change(self, key: Key) -> Fact:
        """A measure beside the stretch before: over the units in both, or over all in it where those are the same."""
        comparison = self.course.comparison
        assert comparison is not None, "a change is marked only where there is something to compare"
        one = next(c for c in comparison.measures if c.measure == key[0])
        change, over = (one.change, one.current.within) if one.alike is None else (one.alike.change, one.alike.units)
        about = f"{ALL_UNITS}, {heading(self.measures[one.measure])}, so với {span_words(comparison.other)}"
        sources = self._sources([*comparison.other.weeks, *self.weeks], over)
        expected, against = _coverage(one.current)[1], comparison.other.id
        return Fact(key, about, change.current, len(over), expected, sources, against=against, then=change.other, over=over)

    def _attendance(self, key: Key) -> Fact:
        _, unit, dimension, category = key
        state, of_week = category or "", (dimension or "").removeprefix(f"{ATTENDANCE}:")
        expected = len(units_that(self.course, "expected")) or -1
        if unit is not None:
            sent = sum(u.received for week in self.course.weeks for u in week.units if u.unit == unit)
            return Fact(key, f"{self.course.units.get(unit, unit)}, số tuần đã gửi báo cáo", sent, 1, 1, ())
        if state == "weeks":
            return Fact(key, STATES[state], len(self.weeks), 0, -1, ())
        if of_week in self.weeks:
            week = self.weeks[of_week]
            over = week.missing if state == "missing" else tuple(u.unit for u in week.units if sends(state, u))
            expected = sum(u.expected for u in week.units) or -1
            about = f"{STATES[state]}, tuần {week.period.week:02d}"
            return Fact(key, about, len(over), len(over), expected, (), of_week, over=over)
        over = units_that(self.course, state)
        return Fact(key, STATES[state], len(over), len(over), expected, (), over=over)

    def _sources(self, weeks: Iterable[str], units: Sequence[str]) -> tuple[int, ...]:
        return tuple(sorted({n for week in weeks for unit in units for n in self._files.get((week, unit), ())}))

    def _part(self, week: CourseWeek | None, category: str | None) -> str:
        """``tuần 05``, ``Phát thanh``; empty for all weeks and channels together."""
        if week is not None:
            return f"tuần {week.period.week:02d}"
        known = self.course.campaign.schema.dimension(CHANNEL)
        found = known.category(category) if known and category else None
        return found.title if found else TITLES[CHANNEL].get(category or "", category or "")


def _coverage(side: Side) -> tuple[int, int]:
    """How many units are in a figure in full, of how many (-1: nobody knows)."""
    return (len(side.within), -1) if side.expected is None else (side.covered, side.expected)
