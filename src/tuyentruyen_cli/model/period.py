"""Weeks, their deadlines, and the calendar that knows them.

A week's id is the ISO week of its deadline before any shift; its window is the seven days that end on that day.
"""

import datetime as dt
import re
from zoneinfo import ZoneInfo

from msgspec import Struct

ISO_WEEK = re.compile(r"(\d{4})-W(\d{2})")


class Period(Struct, frozen=True, array_like=True, gc=False):
    """One week of a campaign. ``start`` and ``end`` are inclusive; ``due`` is the instant with its zone, shifts applied."""

    id: str
    start: dt.date
    end: dt.date
    due: dt.datetime
    shift_reason: str = ""

    @property
    def week(self) -> int:
        """The number of the ISO week."""
        return int(self.id[-2:])

    @property
    def year(self) -> int:
        """The year of the ISO week."""
        return int(self.id[:4])

    def holds(self, day: dt.date) -> bool:
        """Whether the day is in the window."""
        return self.start <= day <= self.end


class Shift(Struct, frozen=True, array_like=True, gc=False):
    """Another due instant for one week, for everyone."""

    period: str
    due: dt.datetime
    reason: str


class Extension(Struct, frozen=True, array_like=True, gc=False):
    """Another due instant for one unit in one week."""

    unit: str
    period: str
    due: dt.datetime
    reason: str


class Calendar(Struct, frozen=True, array_like=True, gc=False):
    """When reports are due. ``weekday`` is ISO (Thursday is 4); ``year`` is what a bare week number belongs to."""

    year: int
    weekday: int
    time: dt.time
    zone: str
    shifts: tuple[Shift, ...] = ()
    extensions: tuple[Extension, ...] = ()

    @property
    def tz(self) -> ZoneInfo:
        """The time zone of the campaign."""
        return ZoneInfo(self.zone)

    def week(self, number: int, year: int | None = None) -> Period:
        """The week of that ISO number. Raises ValueError when the year has no such week."""
        year = self.year if year is None else year
        end = dt.date.fromisocalendar(year, number, self.weekday)
        period_id = f"{year}-W{number:02d}"
        shift = next((s for s in self.shifts if s.period == period_id), None)
        due = shift.due if shift else dt.datetime.combine(end, self.time, tzinfo=self.tz)
        return Period(period_id, end - dt.timedelta(days=6), end, due, shift.reason if shift else "")

    def by_id(self, period_id: str) -> Period:
        """The week of an id such as ``2021-W05``. Raises ValueError."""
        match = ISO_WEEK.fullmatch(period_id)
        if not match:
            msg = f"not a week: {period_id!r}"
            raise ValueError(msg)
        return self.week(int(match[2]), int(match[1]))

    def holding(self, day: dt.date) -> Period:
        """The week whose window holds that day."""
        end = day + dt.timedelta(days=(self.weekday - day.isoweekday()) % 7)
        year, number, _ = end.isocalendar()
        return self.week(number, year)

    def nth_of_month(self, n: int, month: int, year: int | None = None) -> Period | None:
        """The week of the n-th deadline day of a month, counted from 1; None when the month has fewer."""
        year = self.year if year is None else year
        first = dt.date(year, month, 1)
        end = first + dt.timedelta(days=(self.weekday - first.isoweekday()) % 7 + 7 * (n - 1))
        return self.holding(end) if n >= 1 and end.month == month else None

    def due_for(self, period: Period, unit: str) -> dt.datetime:
        """The due instant of one unit, extensions applied."""
        mine = [e.due for e in self.extensions if e.unit == unit and e.period == period.id]
        return max([period.due, *mine])
