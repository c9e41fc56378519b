"""Numbers of a document that are no figures: what kind of number each is, by the words around it."""

import re
from enum import StrEnum
from typing import Final


class Plain(StrEnum):
    """What a number is that no fact explains."""

    DATE = "date"
    TIME = "time"
    WEEK = "week"
    REFERENCE = "reference"  # the number of a table, a paragraph or a footnote
    GIVEN = "given"  # in what the campaign, a unit or a file calls something, or wrote


_PATTERNS: Final = {
    Plain.DATE: re.compile(r"\d{1,2}/\d{1,2}/\d{4}|(?<=ngày )\d{1,2}/\d{1,2}(?!\d)|(?i:tháng \d{1,2} năm \d{4})"),
    Plain.TIME: re.compile(r"\d{2} giờ \d{2} phút(?= (?:ngày|thứ|Chủ))|(?<=lúc )\d{2} giờ \d{2} phút"),
    Plain.WEEK: re.compile(r"(?i:tuần (?:từ )?\d{2}(?:(?: đến|,) \d{2}(?!\d))*)"),
    Plain.REFERENCE: re.compile(r"Bảng \d+|^\d+(?=\. )|^(?:\(\d+\))+|(?i:Phụ lục) \d+"),
}

# Every one of them has one of these near it: most texts with a number in them have none.
_HINT: Final = re.compile(r"(?i:tuần|ngày|giờ|lúc|tháng|bảng|phụ lục)|/|\(|^\d")

Stretches = tuple[tuple[int, int, Plain], ...]


def plain_stretches(text: str) -> Stretches:
    """Where a text has numbers that the words around them tell to be no figures."""
    if not _HINT.search(text):
        return ()
    return tuple((*match.span(), kind) for kind, pattern in _PATTERNS.items() for match in pattern.finditer(text))


def plain_in(stretches: Stretches, start: int, end: int) -> Plain | None:
    """What the number at that place is; None where nothing tells."""
    return next((kind for begin, until, kind in stretches if begin <= start and end <= until), None)
