"""Moments and stretches of time as a person reads them, in either language."""

import datetime as dt

from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.dates import format_date

_DAY, _HOUR, _MINUTE = 86400, 3600, 60
WEEKDAYS = ("day-1", "day-2", "day-3", "day-4", "day-5", "day-6", "day-7")  # by ISO: Monday is 1


def elapsed(stretch: dt.timedelta, lang: str) -> str:
    """``2 ngày 3 giờ``, ``16 giờ 20 phút``: the two largest parts, whatever the sign; less is left off."""
    seconds = abs(int(stretch.total_seconds()))
    days, hours, minutes = seconds // _DAY, seconds % _DAY // _HOUR, seconds % _HOUR // _MINUTE
    parts = [("status.days", days), ("status.hours", hours), ("status.minutes", minutes)]
    first = next((i for i, (_, count) in enumerate(parts) if count), None)
    if first is None:
        return say("status.under-a-minute", lang)
    return " ".join(say(message, lang, count=count) for message, count in parts[first : first + 2] if count)


def instant(moment: dt.datetime, zone: dt.tzinfo, lang: str) -> str:
    """``16:00 thứ Năm 04/02/2021``, on the clock of that zone."""
    local = moment.astimezone(zone)
    weekday = say(f"status.{WEEKDAYS[local.isoweekday() - 1]}", lang)
    return say("status.instant", lang, time=local.strftime("%H:%M"), weekday=weekday, date=format_date(local.date()))


def short_instant(moment: dt.datetime, zone: dt.tzinfo) -> str:
    """``16:00 04/02/2021``, on the clock of that zone."""
    local = moment.astimezone(zone)
    return f"{local:%H:%M} {format_date(local.date())}"
