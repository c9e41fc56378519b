"""Weeks as reports and file names name them. What a number means (week of the year or of the month) is the caller's to know."""

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold_plain

_LONGEST_NAME = 255  # of a file, on every system
_LAST_WEEK = 53  # ISO 8601
_MONTHS = range(1, 13)


class WeekMention(Struct, frozen=True):
    """A week as named: its number, and the month or year that the text gives with it, each None when it gives none.

    With a month, the number counts weeks of that month; without, of the year.
    """

    number: int
    month: int | None = None
    year: int | None = None


_ISO = regex(r"(?<!\w)(?P<y>\d{4})-?w(?P<n>\d{2})(?![\da-z])", re.ASCII)
# "mỗi tuần 3 lần", "lần/tuần": how often, not which week.
_OFTEN = r"(?<!moi )(?<!mot )(?<!hang )(?<!01 )(?<!1 )(?<!/)(?<!/ )(?<!tren )"
_COUNTED = r"(?! ?(?:lan|buoi|tin|bai|luot|gio|phut|phong su|ban tin|chuong trinh|chuyen muc|cuoc|nguoi|ho|ngay(?! ?\d)|%)\b)"
_NAMED = regex(
    rf"(?<!\w){_OFTEN}(?:tuan (?:thu |so |le )?|tuan|week[ _-]?)(?P<n>\d{{1,2}}){_COUNTED}(?![\w%]|[./,]\d| ?[-–—] ?\d)"
    r"(?:,? (?:cua )?thang (?P<m>\d{1,2})(?!\d))?"
    r"(?:,? nam (?P<y>\d{4})(?!\d)|/(?P<y2>\d{4})(?!\d))?",
    re.ASCII,
)
_LABELLED = regex(
    r"^\W*(?:bao cao )?tuan(?: (?:bao cao|thu|so))* ?: ?(?P<n>\d{1,2})(?![\w%]|[./,]\d| ?[-–—] ?\d)"
    r"(?:,? (?:cua )?thang (?P<m>\d{1,2})(?!\d))?(?:,? nam (?P<y>\d{4})(?!\d))?",
    re.ASCII,
)
# In capitals alone: "tuần vi" may begin any word.
_ROMAN = regex(r"(?P<word>\b(?i:tu[aầ]n)\s+(?:(?i:thứ|số)\s+)?)(?P<number>[IVX]{1,5})(?=\s*(?:$|[,;:./()–-]|(?i:tháng|năm)\b))")
_ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}  # of a month there are no more
_NAMED_WITH_YEAR = regex(r"(?<!\w)tuan (?:thu |so )?(?P<n>\d{1,2})/(?P<y>\d{4})(?![\d/])", re.ASCII)
# A number and a part of a date together: which is the week and which the day, nobody can tell.
_UNCLEAR = regex(r"(?<!\w)tuan (?:thu |so )?\d{1,2} ?[-–—/.] ?\d{1,2}(?!\d)", re.ASCII)

_NO_PART_OF_NAME = regex(r"\.[a-z]{2,4}$|\(\d\)")  # the extension; (1) of a second download
_PIECE = regex(r"\d+|[^\W\d_]+", re.ASCII)
_WEEK_PIECES = {"tuan", "week", "t", "w"}


@lru_cache(maxsize=256)
def parse_week(text: str) -> WeekMention | None:
    """The one week that the text names: ``Tuần 05``, ``Tuần thứ 5``, ``Tuần 1 tháng 02``, ``week-05``, ``2021-W05``.

    None when it names none, two different ones, or one that is not clear (``Tuần 1/02/2021``).
    """
    folded = fold_plain(_ROMAN.sub(_in_digits, unicodedata.normalize("NFC", text)))
    if _UNCLEAR.search(folded):
        return None
    matches = [m for pattern in (_ISO, _NAMED, _LABELLED, _NAMED_WITH_YEAR) for m in pattern.finditer(folded)]
    return _only([_mention(match.groupdict()) for match in matches])


@lru_cache(maxsize=256)
def parse_week_file_name(name: str) -> WeekMention | None:
    """The one week that a file's or folder's name names, also as ``t5`` or ``w05`` (``bc_tuan5_banbo``, ``ban hon T5.xlsx``).

    A year that stands alone in the name is the year. None as in ``parse_week``.
    """
    if len(name) > _LONGEST_NAME:
        return None
    folded = _NO_PART_OF_NAME.sub("", fold_plain(name))
    if iso := _ISO.search(folded.replace("_", " ")):
        return _only([_mention(iso.groupdict())])
    pieces = _PIECE.findall(folded)
    mentions = [m for at in range(len(pieces) - 1) for m in _mentions_at(pieces, at)]
    return _only(mentions)


def _mentions_at(pieces: list[str], at: int) -> list[WeekMention | None]:
    """The week that starts at that piece of a file's name: no item, or one that is None when it is not clear."""
    after = pieces[at + 1 :]
    if pieces[at] == "tuan" and after[0] in {"thu", "so"}:
        after = after[1:]
    if pieces[at] not in _WEEK_PIECES or not after or not after[0].isdecimal() or len(after[0]) > len("05"):
        return []
    number, rest = int(after[0]), after[1:]
    month = None
    if rest[:1] == ["thang"] and len(rest) > 1 and rest[1].isdecimal():
        month, rest = int(rest[1]), rest[2:]
    digits = _leading_digits(rest)
    if len(digits) in {1, 2} and len(digits[0]) <= len("02"):  # tuan1-02-2021, tuan 5-2; a full date has three parts
        return [None]
    years = {int(p) for p in pieces if len(p) == len("2021") and p.isdecimal() and p.startswith("20")}
    return [
        _mention({"n": str(number), "m": str(month) if month else None, "y": str(years.pop()) if len(years) == 1 else None})
    ]


def _in_digits(match: re.Match[str]) -> str:
    return f"{match['word']}{_ROMANS.get(match['number'], match['number'])}"


def _leading_digits(pieces: list[str]) -> list[str]:
    count = next((i for i, piece in enumerate(pieces) if not piece.isdecimal()), len(pieces))
    return pieces[:count]


def _mention(groups: dict[str, str | None]) -> WeekMention | None:
    number = int(groups["n"] or 0)
    month = int(groups.get("m") or 0) or None
    year = int(groups.get("y") or groups.get("y2") or 0) or None
    if not 1 <= number <= _LAST_WEEK or (month is not None and month not in _MONTHS):
        return None
    return WeekMention(number, month, year)


def _only(mentions: list[WeekMention | None]) -> WeekMention | None:
    """The one mention that all agree on. One that says less (no month or year) agrees with one that says more."""
    if not mentions or None in mentions:
        return None
    full = max((m for m in mentions if m), key=lambda m: (m.month is not None, m.year is not None))
    for mention in mentions:
        if mention and (
            mention.number != full.number or mention.month not in {None, full.month} or mention.year not in {None, full.year}
        ):
            return None
    return full
