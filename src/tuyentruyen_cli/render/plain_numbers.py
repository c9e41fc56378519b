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


def plain_number(text: str, start: int, end: int) -> Plain | None:
    """What the number at that place of a text is; None where the words around it do not tell."""
    for kind, pattern in _PATTERNS.items():
        if any(match.start() <= start and end <= match.end() for match in pattern.finditer(text)):
            return kind
    return None
