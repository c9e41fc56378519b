"""Reads when reports are due: ``thursday 16:00``, ``thứ Năm 16h00``, ``16 giờ 00 phút thứ Năm``."""

import datetime as dt
import re

from tuyentruyen_cli.vi.text import fold_plain

# ISO weekdays. Vietnamese counts from Sunday as the first day: Monday is "thứ hai", the second.
ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
VIETNAMESE = ("thu hai|thu 2", "thu ba|thu 3", "thu tu|thu 4", "thu nam|thu 5", "thu sau|thu 6", "thu bay|thu 7", "chu nhat|cn")
WEEKDAY = (
    "(?:" + "|".join(f"(?P<d{i}>{e}|{e[:3]}|{v})" for i, (e, v) in enumerate(zip(ENGLISH, VIETNAMESE, strict=True), 1)) + ")"
)
TIME = r"(?P<hour>\d{1,2})\s?(?::|h|g|gio)\s?(?:(?P<minute>\d{2})\s?(?:phut|p)?)?"
BETWEEN = r"(?:,? ?(?:truoc|luc|vao|ngay|before|at|on)? ?)"
WEEKLY = r"(?: (?:hang tuan|weekly))?"
RULE = (re.compile(WEEKDAY + BETWEEN + TIME + WEEKLY), re.compile(BETWEEN + TIME + BETWEEN + WEEKDAY + WEEKLY))


def read_rule(text: str) -> tuple[int, dt.time] | None:
    """The ISO weekday and the local time, or None when the text is no such rule."""
    plain = " ".join(fold_plain(text).split())
    match = next((m for rule in RULE if (m := rule.fullmatch(plain))), None)
    if not match:
        return None
    weekday = next(i for i in range(1, 8) if match[f"d{i}"])
    try:
        return weekday, dt.time(int(match["hour"]), int(match["minute"] or 0))
    except ValueError:
        return None
