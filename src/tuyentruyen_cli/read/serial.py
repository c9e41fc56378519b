"""Serial numbers of spreadsheets as dates and durations.

Both are rounded to a millisecond, the finest that a sheet shows: 05:30 is stored as 0.229166666666667.
"""

import datetime as dt
from typing import Final

# Excel counts a 29/02/1900 that never was (serial 60), so the days before it count from a day later.
_EPOCH_1900: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - cells have no time zone
_EPOCH_1900_EARLY: Final = dt.datetime(1899, 12, 31)  # noqa: DTZ001
_EPOCH_1904: Final = dt.datetime(1904, 1, 1)  # noqa: DTZ001
_NEVER_WAS: Final = 60
_AFTER_9999_IN_1900: Final = 2_958_466
_AFTER_9999_IN_1904: Final = 2_957_004
_DAY_IN_MS: Final = 86_400_000


def to_datetime(serial: float, date1904: bool) -> dt.datetime | None:
    """The moment that a serial number stands for, or None when a sheet shows none: negative, after 9999, 29/02/1900."""
    days, milliseconds = divmod(round(serial * _DAY_IN_MS), _DAY_IN_MS)
    if days < 0 or days >= (_AFTER_9999_IN_1904 if date1904 else _AFTER_9999_IN_1900):
        return None
    if date1904:
        epoch = _EPOCH_1904
    elif days == _NEVER_WAS:
        return None
    else:
        epoch = _EPOCH_1900_EARLY if days < _NEVER_WAS else _EPOCH_1900
    return epoch + dt.timedelta(days=days, milliseconds=milliseconds)


def to_timedelta(serial: float) -> dt.timedelta | None:
    """The length of time of a serial number, or None for a negative one (a sheet shows ``#####``) or one beyond any date."""
    if not 0 <= serial < _AFTER_9999_IN_1900:
        return None
    return dt.timedelta(milliseconds=round(serial * _DAY_IN_MS))


def show_datetime(moment: dt.datetime) -> str:
    """``04/02/2021``, with the time of day where there is one."""
    day = f"{moment.day:02}/{moment.month:02}/{moment.year:04}"
    since_midnight = moment - moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return f"{day} {show_timedelta(since_midnight)}" if since_midnight else day


def show_timedelta(length: dt.timedelta) -> str:
    """``26:30:00``: hours, also over 24, minutes, seconds, and a fraction where there is one."""
    seconds, microseconds = divmod(length // dt.timedelta(microseconds=1), 1_000_000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{microseconds // 1000:03}".rstrip("0") if microseconds else ""
    return f"{hours}:{minutes:02}:{seconds:02}{fraction}"
