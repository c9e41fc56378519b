"""Numbers spelled out beside their digits, as accounts do: ``05 (năm)``, ``12 (mười hai) tin``."""

from tuyentruyen_cli.model.parsed import Refused
from tuyentruyen_cli.vi.digits import NUMBER, read_digits
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold_plain
from tuyentruyen_cli.vi.words import LETTER

_SPELLED = regex(rf"(?P<number>{NUMBER})\s*\((?P<words>{LETTER}+(?:[ ,]+{LETTER}+)*)\)")
_ONES = dict(
    **dict.fromkeys(("bon", "tu"), 4),
    **dict.fromkeys(("nam", "lam", "nham"), 5),
    khong=0, mot=1, hai=2, ba=3, sau=6, bay=7, tam=8, chin=9,
)  # fmt: skip
_BETWEEN = frozenset({"linh", "le"})  # một trăm linh năm
_TENS, _HUNDREDS = "muoi", "tram"
_GROUPS = {"nghin": 1_000, "ngan": 1_000, "trieu": 1_000_000}


def without_spelling(typed: str) -> str | Refused:
    """A text without the words in brackets that spell its numbers out; refused where they spell another one."""
    for match in _SPELLED.finditer(typed) if "(" in typed else ():
        value = spelled(match["words"])
        if value is None:
            return typed
        if read_digits(match["number"]).value != value:
            return Refused("malformed-number")
        typed = typed.replace(match[0], match["number"], 1)
    return typed


def spelled(words: str) -> int | None:
    """The number that Vietnamese words name, with or without marks; None when they name none."""
    total, group, ones = 0, 0, None
    for word in fold_plain(words).replace(",", " ").split():
        if word in _ONES:
            if ones is not None:
                return None
            ones = _ONES[word]
        elif word == _TENS:
            group, ones = group + (1 if ones is None else ones) * 10, None
        elif word == _HUNDREDS and ones is not None and not group:
            group, ones = ones * 100, None
        elif word in _GROUPS and (group or ones is not None):
            total, group, ones = total + (group + (ones or 0)) * _GROUPS[word], 0, None
        elif word not in _BETWEEN or not (total or group):
            return None
    return total + group + (ones or 0) if total or group or ones is not None else None
