"""The keys of the figures of a report of several weeks. A figure of one week has the week as its category."""

from tuyentruyen_cli.model.course import CourseWeek
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render.facts import ATTENDANCE
from tuyentruyen_cli.render.lookup import Key

WEEK = "week"
SENT = "sent"


def key_of(measure: Measure, week: CourseWeek | None = None, unit: str | None = None) -> Key:
    """The key of a measure's figure: of one week or of all, of one unit or of all."""
    return (measure.id, unit, WEEK, week.period.id) if week else (measure.id, unit, None, None)


def attendance_of(week: CourseWeek, state: str) -> Key:
    """The key of how many units sent something in a week as ``state`` says."""
    return ("", None, f"{ATTENDANCE}:{week.period.id}", state)


def sent_key(unit: str) -> Key:
    """The key of how many of the weeks a unit sent something in."""
    return ("", unit, ATTENDANCE, SENT)
