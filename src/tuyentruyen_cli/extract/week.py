"""Which week a text is about. Dates weigh more than numbers; the document's own date is no evidence."""

from collections.abc import Iterable

from msgspec import Struct

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.lexicon import begins_other, key
from tuyentruyen_cli.model.period import Calendar, Period
from tuyentruyen_cli.vi.dates import parse_range, parse_until, parse_week, parse_week_file_name
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold, fold_plain

# Grounds and addresses carry dates of other things.
_PASSED_OVER = regex(r"căn cứ|kính gửi|thực hiện (?:công văn|kế hoạch|chỉ thị)|số (?!liệu)")
# A date alone may be a deadline or a meeting; these begin what says up to when the figures go.
_SAYS_UNTIL = regex(r"\W*(?:den|toi|tinh|so lieu|tuan|ky|thoi (?:gian|diem)|bao cao|ket qua|bieu|bang)\b")


class WeekEvidence(Struct, frozen=True):
    """The week that a text names, and the text. ``period`` is None when it names something that is no week of the calendar."""

    period: str | None
    text: str
    dated: bool


def week_in(texts: Iterable[str], calendar: Calendar) -> WeekEvidence | None:
    """The week that the texts of a title block name: by a range of dates, else by a number, else by its last day."""
    said = [t for t in texts if t and not _PASSED_OVER.match(fold(t))]
    for text in said:
        span = parse_range(text, calendar.year)
        if span:
            period = calendar.holding(span[0])
            deadlines = (span[1] - period.end).days // 7 + 1
            return WeekEvidence(period.id if deadlines == 1 else None, text, dated=True)
    for text in said:
        found = _numbered(text, calendar)
        if found:
            return WeekEvidence(found.id, text, dated=False)
    for text in (t for t in said if _SAYS_UNTIL.match(fold_plain(t))):
        until = parse_until(text, calendar.year)
        if until:
            return WeekEvidence(calendar.holding(until).id, text, dated=True)
    return None


def other_time(texts: Iterable[str]) -> WeekEvidence | None:
    """What says that a table is not about the week: cumulative, planned, or of the week before."""
    said = next((t for t in texts if begins_other(t, key(t))), None)
    return WeekEvidence(None, said, dated=False) if said else None


def longer_period(texts: Iterable[str]) -> WeekEvidence | None:
    """A title that calls the report one of a month, a quarter or a year."""
    said = next((t for t in texts if words.LONGER_REPORT.search(fold_plain(" ".join(t.split())))), None)
    return WeekEvidence(None, said, dated=True) if said else None


def _numbered(text: str, calendar: Calendar) -> Period | None:
    mention = parse_week(text)
    if mention is None:
        return None
    try:
        if mention.month is not None:
            return calendar.nth_of_month(mention.number, mention.month, mention.year)
        return calendar.week(mention.number, mention.year)
    except ValueError:
        return None


def week_in_name(name: str, calendar: Calendar) -> WeekEvidence | None:
    """The week that the name of a file or sheet names."""
    mention = parse_week(fold(name)) or parse_week_file_name(name)
    if mention is None or mention.month is not None:
        return None
    try:
        return WeekEvidence(calendar.week(mention.number, mention.year).id, name, dated=False)
    except ValueError:
        return None
