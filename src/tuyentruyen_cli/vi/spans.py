"""The grammar of durations: the texts that state a length of time. Each text has at most one production."""

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

from msgspec.structs import replace

from tuyentruyen_cli.model.parsed import DurationContext, Parsed, Refused, Result
from tuyentruyen_cli.vi.digits import MAXIMUM, NUMBER, Writing, read_digits
from tuyentruyen_cli.vi.phrases import LONGEST, phrase, split_equal, split_hedge, split_product
from tuyentruyen_cli.vi.refusals import refuse
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.spelled import without_spelling
from tuyentruyen_cli.vi.words import HOUR, LETTER, MINUTE, NIL, SECOND

Production = Callable[[str, DurationContext], Parsed | Refused | None]

SECONDS_OF_HOUR = 3600
SECONDS_OF_MINUTE = 60

_NIL = regex(NIL)
_BARE = regex(rf"\+?(?P<number>{NUMBER})")
# "1h30" leaves the last measure out; only two digits, for "1h5" may be five minutes or a half.
_MEASURED = regex(
    rf"\+?(?:(?P<h>{NUMBER})\s*{HOUR})?\s*(?:(?P<m>{NUMBER})\s*{MINUTE})?\s*(?:(?P<s>{NUMBER})\s*{SECOND})?"
    rf"|\+?(?P<h2>{NUMBER})\s*{HOUR} ?(?P<m2>[0-9]{{2}})"
)
_CLOCK = regex(r"(?P<first>[0-9]{1,6}):(?P<second>[0-9]{1,2})(?::(?P<third>[0-9]{1,2}))?")
# "1.30" hours: a decimal would be typed 1.3.
_MINUTES_BEHIND_POINT = regex(r"[0-9]{1,2}[.,][1-5]0")
_TWO_DIGITS = len("05")

_TIME_OF_DAY = rf"(?:[0-9]{{1,2}}\s*(?:giờ|gio|h)(?!{LETTER})(?:\s*[0-9]{{1,2}}(?:\s*{MINUTE})?)?|[0-9]{{1,2}}:[0-9]{{2}})"
_CLOCK_RANGE = regex(rf"(?:(?:từ|tu)\s+)?{_TIME_OF_DAY}\s*(?:[-–—]|đến|den|tới|toi)\s*{_TIME_OF_DAY}(?!{LETTER}).*", re.DOTALL)
_HALF_MEASURED = regex(
    rf"\+?{NUMBER}\s*(?:{HOUR}|{MINUTE})\s*[0-9]{{1,2}}|[0-9]{{1,4}}:[0-9]{{1,2}}\s*(?:{HOUR}|{MINUTE}|{SECOND})"
)


@lru_cache(maxsize=8192)
def read_span(text: str, context: DurationContext) -> Result:
    """The seconds that a cell's text states; None when it is empty."""
    if len(text) > LONGEST:
        return Refused("not-a-number")
    typed = phrase(text)
    if not typed:
        return None
    if _CLOCK_RANGE.fullmatch(typed):
        return Refused("clock-range")
    hedged, phrased = split_hedge(typed)
    rest = without_spelling(phrased)
    if isinstance(rest, Refused):
        return rest
    for _, production in PRODUCTIONS:
        result = production(rest, context)
        if isinstance(result, Parsed) and hedged:
            return replace(result, approximate=True)
        if result is not None:
            return result
    return refuse(rest, ("ambiguous-duration", _HALF_MEASURED.fullmatch))


def nil(typed: str, _context: DurationContext) -> Parsed | None:
    """A dash or a word for none."""
    return Parsed(0, nil=True) if _NIL.fullmatch(typed) else None


def bare(typed: str, context: DurationContext) -> Parsed | Refused | None:
    """A number alone, by the measure of its header."""
    match = _BARE.fullmatch(typed)
    if not match:
        return None
    amount = _amount(match["number"], context.measured_in or SECONDS_OF_MINUTE)
    return amount if isinstance(amount, Refused) else by_header(amount, context)


def measured(typed: str, _context: DurationContext) -> Parsed | Refused | None:
    """Numbers with their own measures: ``1 giờ 30 phút``, ``1h30``, ``5'30"``, ``1,5 giờ``."""
    match = _MEASURED.fullmatch(typed)
    if not match:
        return None
    typed_parts = (
        (match["h"] or match["h2"], SECONDS_OF_HOUR),
        (match["m"] or match["m2"], SECONDS_OF_MINUTE),
        (match["s"], 1),
    )
    parts = [(number, seconds) for number, seconds in typed_parts if number]
    if not parts:
        return None
    if len(parts) == 1:
        amount = _amount(*parts[0])
        return amount if isinstance(amount, Refused) else whole_seconds(amount)
    total = 0
    for at, (number, seconds) in enumerate(parts):
        writing, value = read_digits(number)
        # Behind a larger measure, 60 or more of the smaller one or a fraction is a slip of the hand: "1h90".
        fits = (
            writing is Writing.PLAIN and value * seconds < parts[at - 1][1] if at else writing in {Writing.PLAIN, Writing.DOTS}
        )
        if not fits:
            return Refused("malformed-number")
        total += int(value) * seconds
    return whole_seconds(Fraction(total))


def clock(typed: str, context: DurationContext) -> Parsed | Refused | None:
    """Two or three numbers with colons; what two of them are, only the header can say."""
    match = _CLOCK.fullmatch(typed)
    if not match:
        return None
    first, *rest = (int(part) for part in match.groups() if part is not None)
    if any(part >= SECONDS_OF_MINUTE for part in rest):
        return Refused("malformed-number")
    if len(match[match.lastgroup or 0]) < _TWO_DIGITS or len(match["second"]) < _TWO_DIGITS:
        return Refused("ambiguous-duration")
    if len(rest) == 1 and not context.two_parts:
        return Refused("ambiguous-duration")
    if len(rest) == 1 and context.two_parts == "m:s":
        return Parsed(first * SECONDS_OF_MINUTE + rest[0])
    return Parsed(first * SECONDS_OF_HOUR + rest[0] * SECONDS_OF_MINUTE + (rest[1] if len(rest) > 1 else 0))


def product(typed: str, context: DurationContext) -> Parsed | Refused | None:
    """A rate and how often, every factor stated: ``30 phút/ngày x 7 ngày``; or items of one length: ``3 buổi x 15 phút``."""
    stated = split_product(typed) or split_equal(typed)
    if not stated:
        return None
    quantity, times = stated
    one = measured(quantity, context)
    if not isinstance(one, Parsed):
        return one
    if one.value * times > MAXIMUM:
        return Refused("malformed-number")
    return replace(one, value=one.value * times, notes=(*one.notes, "computed"))


PRODUCTIONS: tuple[tuple[str, Production], ...] = (
    ("nil", nil),
    ("bare", bare),
    ("measured", measured),
    ("clock", clock),
    ("product", product),
)


def by_header(seconds: Fraction | int, context: DurationContext) -> Parsed | Refused:
    """What a plain number states, its seconds reckoned by the header's measure, or as minutes where the header names none."""
    if seconds and not context.measured_in and (context.two_parts or context.names_hours):
        # "90" under "giờ:phút" or "h:mm:ss": neither measure is the number's own.
        return Refused("ambiguous-duration")
    result = whole_seconds(seconds)
    if isinstance(result, Refused) or context.measured_in or not seconds:
        return result
    return replace(result, notes=("measure-assumed",))


def whole_seconds(seconds: Fraction | int) -> Parsed | Refused:
    """Seconds rounded to whole ones, half to even."""
    if seconds < 0:
        return Refused("negative")
    if seconds > MAXIMUM:
        return Refused("malformed-number")
    whole = round(seconds)
    # What was stated is never rounded to nothing.
    return Parsed(whole) if whole or not seconds else Refused("ambiguous-duration")


def _amount(digits: str, seconds: int) -> Fraction | Refused:
    """Digits times the seconds of their measure."""
    writing, value = read_digits(digits)
    if writing is Writing.MALFORMED:
        return Refused("malformed-number")
    # "1,500" is 1.5 by Vietnamese custom and 1,500 by English; "1.500 giờ" is nine weeks, or an hour and a half.
    if seconds == SECONDS_OF_HOUR and _MINUTES_BEHIND_POINT.fullmatch(digits):
        return Refused("ambiguous-duration")
    if writing is Writing.COMMAS or (writing is Writing.DOTS and seconds == SECONDS_OF_HOUR):
        return Refused("ambiguous-number")
    return value * seconds
