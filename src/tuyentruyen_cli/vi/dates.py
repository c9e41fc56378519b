"""Dates and ranges of dates as Vietnamese reports write them, day first, and the official way to write them.

Read on folded text without marks: a date has no word whose marks tell it from another.
"""

import datetime as dt
import re
from functools import lru_cache
from itertools import pairwise

from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold_plain

# Weeks are read beside dates; callers find both here.
from tuyentruyen_cli.vi.weeks import WeekMention, parse_week, parse_week_file_name

__all__ = [
    "WeekMention",
    "format_date",
    "format_date_long",
    "format_time",
    "parse_dates",
    "parse_range",
    "parse_until",
    "parse_week",
    "parse_week_file_name",
]

_CENTURY = 2000  # of a year typed with two digits

# Not after a digit or a separator (a piece of something longer), not as the number of a week ("tuần 1/02/2021" is unclear).
_START = r"(?<![\d/.])(?<!tuan )(?<!tuan)(?<!thang )"
_YEAR = r"(?:\d{4}|\d{2})"
_ISO = r"(?<!-)(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})(?!-)"
_SLASHED = rf"(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})(?:/(?P<y>{_YEAR}))?(?!\d)"
# Behind or before a dash there may be another whole date (22-01-2021-28-01-2021), nothing less.
_DASHED = (
    r"(?:(?<!-)|(?<=\d{4}-))(?P<d2>\d{1,2})(?P<s>[-.])(?P<m2>\d{1,2})(?P=s)(?P<y2>\d{4})(?!\d)"
    r"(?!-\d(?!\d?[-.]\d{1,2}[-.]\d{4}))"
)
_LONG = r"(?P<ld>\d{1,2}) thang (?P<lm>\d{1,2})(?!\d)(?:,? nam (?P<ly>\d{4})|/(?P<ly2>\d{4}))?"
_ANY = rf"(?:{_ISO}|{_LONG}|{_SLASHED}|{_DASHED})(?![\d/]|\.\d)"
_DATE = regex(_START + _ANY, re.ASCII)
# With a second date behind it "tuần 22/1 - 28/1" is a range.
_DATE_OF_RANGE = regex(rf"(?<![\d/.])(?<!thang ){_ANY}", re.ASCII)

_CLOCK = r"(?:\d{1,2} ?(?:h|gio|:) ?(?:\d{2})?(?: ?phut)?,? ?)?"
_BETWEEN = regex(rf"(?: ?(?:[-–—→÷~]|->|=>) ?|,? (?:den|toi) (?:het )?){_CLOCK}(?:ngay )?", re.ASCII)
_BARE_DAY = regex(
    rf"(?:(?:tu|ngay|(?P<week>tuan)) |\()(?P<day>\d{{1,2}})(?={_BETWEEN.pattern})"
    rf"|(?<![\d.,/])(?P<day2>\d{{1,2}})\.(?P<month>\d{{1,2}})(?={_BETWEEN.pattern}\d{{1,2}}\.)",
    re.ASCII,
)
_LONGEST_WEEK = dt.timedelta(days=10)  # "Tuần 5 - 04/02/2021" is a week and a day
_FROM = regex(r"(?<!\w)tu(?!\w)")
_TO = regex(r"(?<!\w)(?:den|toi)(?!\w)")
_UNTIL = regex(rf"(?<!\w)(?:den|toi) (?:het )?{_CLOCK}(?:ngay:? )?$", re.ASCII)

_Found = tuple[int, int, int | None]  # day, month, year as typed


@lru_cache(maxsize=256)
def parse_dates(text: str, year: int) -> tuple[dt.date, ...]:
    """All dates of the text in order: ``29/01/2021``, ``29-01-2021``, ``29.01.2021``, ``29/1``, ``ngày 04 tháng 02 năm 2021``.

    A date without a year is of ``year``. What is no day of the calendar (``31/02``, ``13/14``) is no date.
    """
    found = (_typed(match) for match in _DATE.finditer(fold_plain(text)))
    days = (_date(day, month, year if typed is None else typed) for day, month, typed in found)
    return tuple(day for day in days if day is not None)


@lru_cache(maxsize=256)
def parse_range(text: str, year: int) -> tuple[dt.date, dt.date] | None:
    """The one range of days that the text states, inclusive: ``từ 29/01 đến 04/02/2021``, ``29/1-4/2``, ``từ 29 đến 04/02``.

    The year of the second day is given to a first without one, less a year where the first would come later; ``year`` where
    neither has one. None when there is no range, when it runs backward, or when the text states two different ones.
    """
    folded = fold_plain(text)
    dates = list(_DATE_OF_RANGE.finditer(folded))
    ranges = {
        found
        for first, second in pairwise(dates)
        if _BETWEEN.fullmatch(folded, first.end(), second.start())
        if (found := _range(_typed(first), _typed(second), year))
    }
    by_start = {date.start(): date for date in dates}
    for match in _BARE_DAY.finditer(folded):
        between = _BETWEEN.match(folded, match.end())
        last = by_start.get(between.end()) if between else None
        if last and (found := _from_bare(match, _typed(last), year)):
            ranges.add(found)
    if not ranges and (found := _far_apart(folded, year)):
        ranges.add(found)
    return ranges.pop() if len(ranges) == 1 else None


@lru_cache(maxsize=256)
def parse_until(text: str, year: int) -> dt.date | None:
    """The day up to which the text says its figures are (``tính đến 16 giờ ngày 28/01/2021``); its one date."""
    folded = fold_plain(text)
    dates = list(_DATE.finditer(folded))
    if len(dates) != 1 or not _UNTIL.search(folded[: dates[0].start()]):
        return None
    day, month, typed = _typed(dates[0])
    return _date(day, month, year if typed is None else typed)


def _from_bare(match: re.Match[str], last: _Found, year: int) -> tuple[dt.date, dt.date] | None:
    """The range that begins with a day without its month, or with a month and no year (``22.1 - 28.1.2021``)."""
    if match["month"]:
        return _range((int(match["day2"]), int(match["month"]), None), last, year)
    found = _range_in_month(int(match["day"]), last, year)
    return None if found and match["week"] and found[1] - found[0] > _LONGEST_WEEK else found


def _far_apart(folded: str, year: int) -> tuple[dt.date, dt.date] | None:
    """The range of a text's only two dates, with "từ" before them and "đến" between: từ thứ Sáu (22/01) đến thứ Năm (28/01)."""
    dates = list(_DATE.finditer(folded))
    if len(dates) != len(("first", "last")):
        return None
    first, last = dates
    if not _FROM.search(folded, 0, first.start()) or not _TO.search(folded, first.end(), last.start()):
        return None
    return _range(_typed(first), _typed(last), year)


def format_date(day: dt.date) -> str:
    """``04/02/2021``."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def format_date_long(day: dt.date) -> str:
    """``ngày 04 tháng 02 năm 2021``: 0 before days under 10 and before months 1 and 2 only (Decree 30/2020/NĐ-CP, Annex I)."""
    month = f"{day.month:02d}" if day.month in {1, 2} else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def format_time(time: dt.time) -> str:
    """``16 giờ 00 phút``."""
    return f"{time.hour:02d} giờ {time.minute:02d} phút"


def _typed(match: re.Match[str]) -> _Found:
    """Day, month and year of a match, whichever way it is written."""
    day = match["id"] or match["ld"] or match["d"] or match["d2"]
    month = match["im"] or match["lm"] or match["m"] or match["m2"]
    year = match["iy"] or match["ly"] or match["ly2"] or match["y"] or match["y2"]
    if year is None:
        return int(day), int(month), None
    return int(day), int(month), int(year) + (_CENTURY if len(year) == len("21") else 0)


def _date(day: int, month: int, year: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _range(first: _Found, second: _Found, year: int) -> tuple[dt.date, dt.date] | None:
    """The range of two dates, the years that are not typed filled in."""
    typed = second[2] if second[2] is not None else first[2]
    end_year = year if typed is None else typed
    start = _date(first[0], first[1], end_year if first[2] is None else first[2])
    end = _date(second[0], second[1], end_year)
    if start and end and start > end:
        if first[2] is None:
            start = _date(first[0], first[1], end_year - 1)
        elif second[2] is None:
            end = _date(second[0], second[1], end_year + 1)
    return (start, end) if start and end and start <= end else None


def _range_in_month(day: int, second: _Found, year: int) -> tuple[dt.date, dt.date] | None:
    """The range from a bare day: of the second's month, or of the month before when that day would come later."""
    end = _date(second[0], second[1], year if second[2] is None else second[2])
    if end is None:
        return None
    month = end if day <= end.day else end.replace(day=1) - dt.timedelta(days=1)
    start = _date(day, month.month, month.year)
    return (start, end) if start else None
