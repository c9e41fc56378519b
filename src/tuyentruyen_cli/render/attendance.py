"""Who sent a report and when, in sentences that name names."""

from collections.abc import Sequence

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.submission import Timeliness
from tuyentruyen_cli.render.marks import given, marked_as
from tuyentruyen_cli.render.sentences import Names, attendance_key
from tuyentruyen_cli.render.words import count_of, units_counted
from tuyentruyen_cli.vi.dates import format_date, format_time

NAMED_AT_MOST = 30
STATUS = {Timeliness.ON_TIME: "đúng hạn", Timeliness.LATE: "muộn", Timeliness.UNKNOWN: "chưa rõ giờ gửi"}
NOT_SENT = "chưa gửi"


def _moment(report: Report) -> str:
    """The due instant, or the moment of the report where that comes first."""
    zone = report.campaign.calendar.tz
    moment = min(report.period.due, report.as_of).astimezone(zone)
    return f"{format_time(moment.time())} ngày {format_date(moment.date())}"


def _count(state: str, text: str) -> str:
    """A number of units with the word, marked as that of those of which something holds."""
    return f"{marked_as(attendance_key(state), text)} đơn vị"


def units_that_sent(report: Report, timeliness: Timeliness) -> tuple[str, ...]:
    """The units whose report came at that time, in the order of the registry."""
    return tuple(u.unit for u in report.units if u.received and u.timeliness == timeliness)


def _sent(report: Report, names: Names) -> str:
    attendance = report.attendance
    late, unknown = (units_that_sent(report, t) for t in (Timeliness.LATE, Timeliness.UNKNOWN))
    if attendance.received == 0:
        return "chưa nhận được báo cáo của đơn vị nào"
    if attendance.unknown == attendance.received:
        all_in = _count("received", count_of(attendance.received, attendance.expected))
        return f"đã nhận được báo cáo của {all_in}, chưa xác định được thời điểm gửi"
    on_time = f"có {_count('on-time', count_of(attendance.on_time, attendance.expected))} gửi báo cáo đúng hạn"
    parts = [on_time if attendance.on_time else "chưa có đơn vị nào gửi báo cáo đúng hạn"]
    if attendance.late:
        who = names.listed(late, attendance_key("late"), NAMED_AT_MOST)
        parts.append(f"{_count('late', units_counted(attendance.late))} gửi muộn ({who})")
    if attendance.unknown:
        who = names.listed(unknown, attendance_key("unknown"), NAMED_AT_MOST)
        parts.append(f"{_count('unknown', units_counted(attendance.unknown))} chưa xác định được thời điểm gửi ({who})")
    return ", ".join(parts)


def attendance_said(report: Report, names: Names) -> str:
    """The sentence of the decree's kind: how many on time, who late, who not at all."""
    missing = report.attendance.missing
    rest = ""
    if missing and report.attendance.received:
        number = f"{_count('missing', units_counted(len(missing)))}: " if len(missing) > 1 else ""
        rest = f"; chưa nhận được báo cáo của {number}{names.listed(missing, attendance_key('missing'), NAMED_AT_MOST)}"
    return f"Tính đến {_moment(report)}, {_sent(report, names)}{rest}."


def _due(report: Report, unit: str) -> str:
    due = report.campaign.calendar.due_for(report.period, unit).astimezone(report.campaign.calendar.tz)
    return f"{format_time(due.time())} ngày {format_date(due.date())}"


def _reason(reason: str) -> str:
    return f" ({given(reason)})" if reason else ""


def deadline_said(report: Report, names: Names) -> list[str]:
    """What was changed about the deadline, for all or for one unit."""
    said = []
    if report.period.shift_reason:
        said.append(f"Thời hạn gửi báo cáo của tuần được chuyển đến {_due(report, '')}{_reason(report.period.shift_reason)}.")
    extensions = [e for e in report.campaign.calendar.extensions if e.period == report.period.id]
    for extension in extensions:
        name = names.inside(extension.unit)
        said.append(f"Đơn vị được gia hạn: {name}, đến {_due(report, extension.unit)}{_reason(extension.reason)}.")
    return said


def statuses(units: Sequence[tuple[bool, Timeliness]]) -> list[str]:
    """How each unit's sending is written in a table."""
    return [STATUS[timeliness] if received else NOT_SENT for received, timeliness in units]
