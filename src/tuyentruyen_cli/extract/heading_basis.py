"""What a heading adds to the name of its measure: an explanation leaves the measure as it is, anything else may change it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.figures import Figures
from tuyentruyen_cli.extract.lexicon import Lexicon, Role, all_words, contains
from tuyentruyen_cli.extract.row_kind import RowKind, names_other_time
from tuyentruyen_cli.extract.week import week_in
from tuyentruyen_cli.model.period import Calendar, Period
from tuyentruyen_cli.model.schema import Measure, MeasureKind, ReportSchema
from tuyentruyen_cli.vi.dates import parse_dates
from tuyentruyen_cli.vi.headers import parse_scale
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold_plain

_BRACKETS = regex(r"[(\[]([^()\[\]]*)[)\]]")
# (1), (3 = 1 + 2): the number of the column.
_NUMBER = regex(r"(?:cot )?\d{1,2}(?:\s*[=+:;,x-]\s*\d{1,2})*")
_WEEK = regex(r"tuan (?:thu )?0?(\d{1,2})(?: nam \d{4}| \d{4})?")


def refuse_other_basis(figures: Figures, context: Context) -> Figures:
    """Refuse measures whose heading adds what is not known to leave them: ``Số người nghe (hộ)``, ``(%)``, ``(nữ)``."""
    header, schema = figures.table.header, figures.schema
    for column in header.by_role(Role.MEASURE, Role.PART, Role.TOTAL):
        stated = any(figures.grid.is_filled(row, column.index) for row in figures.table.rows)
        if not stated or not column.id or column.is_rate or column.id in figures.refused:
            continue
        measure = schema.measure(column.id)
        added = [*_added(figures.table.lexicon, column), *_beside(figures, column)]
        other = any(_is_of_other_time(text, context) for text in column.path if _BRACKETS.sub("", text).strip())
        if other or any(_counts_others(text, measure, schema) or not _explains(text, measure, context) for text in added):
            figures.refuse("basis-unclear", column.location, (column.id,), heading=column.heading, reason="added")
    return figures


def _added(lexicon: Lexicon, column: Column) -> Iterator[str]:
    """The texts in brackets of a heading, and those under it that are no heading by themselves."""
    named = False
    for text in column.path:
        meaning = lexicon.meaning(text)
        if named and meaning is None:
            yield text.strip("()[] ")
        elif meaning is not None:
            yield from _BRACKETS.findall(text)
        named = named or (meaning is not None and meaning.role is Role.MEASURE)


def _beside(figures: Figures, column: Column) -> Iterator[str]:
    """What a table on its side says in a column of its own (ĐVT) that a measure is measured in."""
    for row in figures.rows:
        if row.kind is RowKind.MEASURED_IN and (text := figures.grid.text(row.row, column.index)):
            yield text.strip("()[] ")


def _counts_others(text: str, measure: Measure, schema: ReportSchema) -> bool:
    """Whether an addition is the one word that counts another measure: Thời lượng (tin) is none, (tin, bài) says of what."""
    plain = all_words(text)
    own = {all_words(word) for m in (measure, *schema.parts_of(measure.id)) for word in m.counting_words}
    every = {all_words(word) for m in schema.measures for word in m.counting_words}
    return plain in every - own and " " not in plain


def _is_of_other_time(text: str, context: Context) -> bool:
    """Whether a heading says that what is under it is not of the week: Tháng 1 or Dự kiến over the measures."""
    plain = all_words(_BRACKETS.sub(" ", text))
    if contains("du kien", plain) or any(contains(phrase, plain) for phrase in words.OTHER_TIME):
        return True
    if words.LONGER.fullmatch(plain) or names_other_time(text):
        return True
    behind = words.WEEK_BEHIND.search(plain)  # of a heading that begins with Số, as the number of a document does
    week = week_in([behind[0] if behind else text], context.calendar)
    return week is not None and context.period is not None and week.period != context.period.id


def _explains(text: str, measure: Measure, context: Context) -> bool:
    """Whether an addition says what the measure is anyway: a unit of it, the week, what is included, a column's number."""
    plain = all_words(text)
    if not plain and "%" not in text:
        return True
    folded = fold_plain(text).strip()
    if _NUMBER.fullmatch(folded) or words.EXPLAINS.match(plain):
        return True
    if measure.kind is not MeasureKind.DURATION and parse_scale(f"({text})") != 1:
        return True
    if context.period is not None and _is_of(folded, context.calendar, context.period):
        return True
    pieces = re.split("[,;]", text)
    if len(pieces) > 1:
        return all(_explains(piece, measure, context) for piece in pieces)
    return all(word in words.NEUTRAL or word in _own_words(measure) for word in plain.split())


def _is_of(folded: str, calendar: Calendar, period: Period) -> bool:
    """Whether an addition names the week, or days of it."""
    week = week_in([folded], calendar)
    days = parse_dates(folded, period.year)
    return week.period == period.id if week else bool(days) and all(map(period.holds, days))


@lru_cache(maxsize=64)
def _own_words(measure: Measure) -> frozenset[str]:
    said = (measure.title, *measure.aliases, *measure.counting_words)
    own = frozenset(word for text in said for word in all_words(text).split())
    return own | words.OF_LENGTH if measure.kind is MeasureKind.DURATION else own
