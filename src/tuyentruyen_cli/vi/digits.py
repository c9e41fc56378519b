"""Digits with their separators: which number they are, and by which way of writing."""

from enum import Enum, auto
from fractions import Fraction
from typing import NamedTuple

from tuyentruyen_cli.vi.regex import regex

# The largest whole number that a spreadsheet holds exactly; what is greater was typed by mistake.
MAXIMUM = 2**53

# Any run of digits and separators: what is no number must be seen whole to be refused. ASCII digits only.
NUMBER = r"(?:[0-9]{1,3}(?: [0-9]{3})+(?![0-9.,])|[0-9]+(?:[.,][0-9]+)*)"

_LONGEST_WITH_ZEROS = 4  # "0012" is a padded number, "0912345678" a telephone's
_GROUPS = r"[1-9][0-9]{0,2}(?:%s[0-9]{3})+"


class Writing(Enum):
    """How a number is written."""

    PLAIN = auto()
    DOTS = auto()  # 1.200
    SPACES = auto()  # 1 200
    COMMAS = auto()  # 1,200
    DECIMAL_COMMA = auto()  # 1,5 and 1.200,5
    DECIMAL_POINT = auto()  # 1.5
    MALFORMED = auto()


class Digits(NamedTuple):
    """A number as written. ``value`` is 0 when malformed."""

    writing: Writing
    value: Fraction


_MALFORMED = Digits(Writing.MALFORMED, Fraction(0))

# Exactly three digits behind a lone separator are a group, or a mistake ("0.500", "1500,500"), never a fraction.
_FRACTION = r"[0-9]{1,2}|[0-9]{4,15}"
_WAYS = (
    (Writing.PLAIN, regex(rf"[1-9][0-9]{{0,15}}|0[0-9]{{0,{_LONGEST_WITH_ZEROS - 1}}}")),
    (Writing.DOTS, regex(_GROUPS % r"\.")),
    (Writing.SPACES, regex(_GROUPS % " ")),
    (Writing.COMMAS, regex(_GROUPS % ",")),
    (Writing.DECIMAL_COMMA, regex(rf"(?:0|[1-9][0-9]{{0,15}}),(?:{_FRACTION})|{_GROUPS % r'[.]'},[0-9]{{1,15}}")),
    (Writing.DECIMAL_POINT, regex(rf"(?:0|[1-9][0-9]{{0,15}})\.(?:{_FRACTION})")),
)


def read_digits(typed: str) -> Digits:
    """The number that these digits and separators are; at most one way of writing fits."""
    writing = next((way for way, pattern in _WAYS if pattern.fullmatch(typed)), Writing.MALFORMED)
    if writing is Writing.MALFORMED:
        return _MALFORMED
    if writing is Writing.DECIMAL_COMMA:
        plain = typed.replace(".", "").replace(",", ".")
    elif writing is Writing.DECIMAL_POINT:
        plain = typed
    else:
        plain = typed.translate(_NO_SEPARATORS)
    value = Fraction(plain)
    return Digits(writing, value) if value <= MAXIMUM else _MALFORMED


_NO_SEPARATORS = str.maketrans("", "", "., ")
