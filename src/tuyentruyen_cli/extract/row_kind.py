"""What a row is, as far as its label says it."""

from enum import StrEnum
from functools import lru_cache

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.lexicon import REMEMBERED, Lexicon, all_words, begins_other, contains, key
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold

_ASIDE = regex(rf"(?<!\S)(?:{'|'.join(sorted((*words.OTHER_TIME, *words.CUMULATIVE), key=len, reverse=True))})(?!\S)")
_DENIED = regex(rf"(?<!\S)(?:khong|chua|ngoai|tru)(?: tinh| ke| gom| bao gom| cong){{0,2}} {_ASIDE.pattern}")


class RowKind(StrEnum):
    """What a row is for."""

    DATA = "data"
    TOTAL = "total"
    GROUP = "group"  # names what the rows below are about; its figures, if any, are their sum
    CUMULATIVE = "cumulative"
    PLAN = "plan"
    ASIDE = "aside"  # turned tables: order numbers, notes
    MEASURED_IN = "measured-in"  # turned tables: what each measure is measured in
    DETAIL = "detail"  # trong đó: already in the row above
    NUMBERS = "numbers"  # column numbers under the heading
    HEADING = "heading"  # the heading again, after a page break
    UNLABELLED = "unlabelled"
    DOUBTFUL = "doubtful"  # could be part of another row, of another time, or no row of the table at all
    EXAMPLE = "example"  # how to fill in the table
    EMPTY = "empty"


@lru_cache(maxsize=REMEMBERED)
def kind_by_label(label: str, lexicon: Lexicon) -> RowKind | None:
    """What a label says that its row is, None where it only names what the row is about.

    Of another time (``Lũy kế``, ``So với tuần trước``) is only a row of which all words say so. ``Kỷ niệm 91 năm thành lập Đảng
    (1930 đến nay)`` may be of this week as well, and ``Riêng bản Nà Vàng`` a part of another row: such rows are doubtful.
    """
    if lexicon.dimensions_of(label):
        return _of_known(label, lexicon)
    return kind_by_title(label, lexicon) or (RowKind.DOUBTFUL if words.PART.match(fold(label)) else None)


def kind_by_title(title: str, lexicon: Lexicon) -> RowKind | None:
    """The same of the title of an item, which may begin with any words."""
    kind = _kind_by_start(title)
    if kind is RowKind.TOTAL and not _says_of_what(title, lexicon):
        return RowKind.DOUBTFUL
    if kind in {RowKind.CUMULATIVE, RowKind.PLAN} and not _says_only(
        words.STRUCTURE, lexicon.without_categories(_unnumbered(title))
    ):
        return RowKind.DOUBTFUL
    return kind


def _of_known(label: str, lexicon: Lexicon) -> RowKind | None:
    """Phát thanh (tuần trước): the channel is known, and the row is not of this week."""
    plain = _DENIED.sub(" ", all_words(label))
    if _ASIDE.search(plain):
        return RowKind.PLAN if _says_only(words.OF_TIME, lexicon.without_categories(plain)) else RowKind.DOUBTFUL
    if lexicon.without_categories(plain) in words.PLAN | words.PREVIOUS:
        return RowKind.PLAN
    return RowKind.DOUBTFUL if words.PART_OF_OTHER.search(fold(label)) else None


@lru_cache(maxsize=REMEMBERED)
def is_structure(label: str) -> bool:
    """Whether a label names nothing: all of its words are of totals, times and comparisons (Ước cả tháng)."""
    plain = all_words(label)
    if plain in words.ACTUAL or not words.STRUCTURE_CORE.search(plain):
        return False
    subject = f"{plain} ".startswith(words.NOT_TOTAL) and f"{plain} " not in words.NOT_TOTAL
    return not subject and _says_only(words.STRUCTURE, plain)


@lru_cache(maxsize=REMEMBERED)
def names_other_time(line: str) -> bool:
    """Whether a line over rows or measures says that they are not of the week: II. Phương hướng tuần 6, Kết quả năm 2020."""
    plain = _unnumbered(line)
    if begins_other(line, plain) or contains("du kien", plain):
        return True
    if any(contains(phrase, plain) for phrase in (*words.OTHER_TIME, *words.CUMULATIVE)):
        return _says_only(words.STRUCTURE, plain)
    longer = words.LONGER.search(plain)
    return longer is not None and not contains("tuan", plain) and _says_only(words.STRUCTURE, plain[: longer.start()])


@lru_cache(maxsize=REMEMBERED)
def names_days(line: str) -> bool:
    """Whether a text says nothing beside days: Từ ngày 22/01 đến 28/01/2021, Thứ Sáu 05/02."""
    return _says_only(words.STRUCTURE | words.OF_DAYS, _unnumbered(line))


@lru_cache(maxsize=REMEMBERED)
def names_times(label: str, lexicon: Lexicon) -> bool:
    """Whether a label says nothing beside a known category and times: Phát thanh (22/01-28/01), Loa kéo tháng 01."""
    return _says_only(words.STRUCTURE | words.OF_DAYS, lexicon.without_categories(_unnumbered(label)))


def _unnumbered(text: str) -> str:
    """Every word of a text without its number: I. Tuần này."""
    marker = words.MARKER.match(text)
    return all_words(text[marker.end() :] if marker else text)


@lru_cache(maxsize=REMEMBERED)
def says_example(label: str) -> bool:
    """Whether a label says that its row shows how to fill in the table."""
    return words.EXAMPLE.fullmatch(all_words(label)) is not None


def _says_only(allowed: frozenset[str], plain: str) -> bool:
    """Whether a text has no words beside these and numbers."""
    return all(word in allowed or word.isdigit() for word in plain.split())


@lru_cache(maxsize=REMEMBERED)
def _kind_by_start(label: str) -> RowKind | None:
    plain = key(label) + " "
    if any(contains(phrase, plain.strip()) for phrase in words.CUMULATIVE):
        return RowKind.CUMULATIVE  # before the totals: Cộng dồn, Tổng cộng từ đầu tháng
    if _is_total(label):
        return RowKind.TOTAL
    if plain.strip() in words.PLAN | words.PREVIOUS or plain.startswith(words.COMPARED_START):
        return RowKind.PLAN
    if any(contains(phrase, all_words(label)) for phrase in (*words.OTHER_TIME, *words.CUMULATIVE)):
        return RowKind.PLAN
    return RowKind.DETAIL if plain.startswith(words.DETAIL_START) else None


def _says_of_what(label: str, lexicon: Lexicon) -> bool:
    """Whether what follows Tổng or Cộng says of what it is the total: Tổng thống Mỹ is none, or none that is known."""
    first, _, rest = key(label).partition(" ")
    named = first not in {"tong", "cong"} or not rest or words.AFTER_TOTAL.match(rest)
    return bool(named) or not lexicon.without_categories(rest)


def _is_total(label: str) -> bool:
    """Whether a label says total. Cộng counts with its marks alone: without them it also begins Cổng thông tin."""
    plain = key(label) + " "
    if plain.startswith(words.NOT_TOTAL):
        return False
    said = plain.strip() in words.TOTAL or plain.startswith((*words.TOTAL_START, *words.SUBTOTAL_START))
    return said or fold(label).startswith("cộng ")
