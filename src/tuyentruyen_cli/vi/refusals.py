"""Why a text is no figure. The first reason that fits names the rule; their order changes the reason, never a figure."""

import re
from collections.abc import Callable, Iterator
from itertools import chain

from tuyentruyen_cli.model.parsed import Refused
from tuyentruyen_cli.vi.digits import NUMBER
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.words import LETTER, OCCASION, either

Reason = tuple[str, Callable[[str], object]]

_WORDS = rf"(?:{LETTER}+(?:,? {LETTER}+)*)"
_MEASURED = rf"""[0-9](?:\s*{_WORDS}|['"])?"""
_BOUND = either("dưới", "tối đa", "tối thiểu", "ít nhất", "nhiều nhất", "không quá", "trở lên", "trở xuống")
_RANGE = regex(
    rf"{_MEASURED}\s*(?:[-–—−~→]|\.\.+|…)\s*(?:{either('đến', 'tới')}\s*)?[0-9]"
    rf"|[0-9].*(?<!{LETTER}){either('đến', 'tới', 'hoặc', 'hay')}(?!{LETTER}).*[0-9]"
    rf"|^{either('từ')}\s.*[0-9]"
    rf"|(?<!{LETTER}){_BOUND}(?!{LETTER})"
    r"|^[<>≤≥]",
    re.DOTALL,
)
_RATE = regex(
    rf"""[^\W\d_'"]\s*/|['"]\s*/|/\s*{LETTER}"""
    rf"|(?<!{LETTER}){either('mỗi', 'từng')}(?!{LETTER})"
    rf"|(?<!{LETTER}){either('hàng', 'hằng', 'một', 'trên', 'trong', 'bình quân', 'trung bình')} {OCCASION}(?!{LETTER})"
    rf"|{LETTER}\s+1 {OCCASION}(?!{LETTER})"
    rf"|^{OCCASION} [0-9]"
    rf"|[0-9].*(?:[×*]|(?<!{LETTER})x(?!{LETTER})).*[0-9]",
    re.DOTALL,
)
_DATE = regex(
    r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ t][0-9:.]+)?|[0-9]{1,2}[-/]thg ?[0-9]{1,2}"
)
_MALFORMED = regex(r"\+?[0-9.,;_ ]*[0-9][0-9.,;_ ]*|[0-9.,]+e[+-]?[0-9]+|[+-]?(?:inf|infinity|nan|∞)|[0-9.,]*_[0-9_.,]+")
_ERROR = regex(r"#(?:ref|n/a|value|div/0|name|num|null|spill|calc|getting_data|blocked|field)[!?]?|err:[0-9]+|#+")
_NOT_APPLICABLE = regex(r"n\s*/\s*a")
_FRACTION_OF = regex(
    rf"[0-9]\s*/\s*[0-9]|[0-9](?: {_WORDS})? {either('trên', 'trong', 'trên tổng số', 'trong tổng số', 'trong số')} [0-9]"
)
_NEGATIVE = regex(rf"[-–—−]\s*{NUMBER}(?:\s*{_WORDS})?|\(\s*[-–—−+]?\s*{NUMBER}\s*\)")
_PERCENT = regex(rf"[%％‰٪﹪]|{either('phần trăm')}")


def _foreign_digits(typed: str) -> bool:
    """Digits or numerals of any other script, also raised and circled ones."""
    return not typed.isascii() and any(not c.isascii() and c.isnumeric() for c in typed)


def _reasons() -> Iterator[Reason]:
    yield "error-cell", _ERROR.fullmatch
    yield "malformed-number", _foreign_digits
    yield "percent", _PERCENT.search
    yield "date-in-number", _DATE.fullmatch
    yield "not-a-number", _NOT_APPLICABLE.fullmatch
    yield "rate-not-total", _RATE.search
    yield "negative", _NEGATIVE.fullmatch
    yield "range", _RANGE.search
    yield "fraction-of", _FRACTION_OF.search
    yield "malformed-number", _MALFORMED.fullmatch


def refuse(typed: str, *more: Reason) -> Refused:
    """The refusal of a phrase that states no figure: by the general reasons, then by ``more``, else ``not-a-number``."""
    return Refused(next((rule for rule, fits in chain(_reasons(), more) if fits(typed)), "not-a-number"))
