"""What a spreadsheet's number format adds to a number before a person sees it."""

import re
from functools import lru_cache
from typing import NamedTuple

from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold

# The codes under which a number is seen as it is.
PLAIN = frozenset({"General", "GENERAL", "general", "@", "0", "#,##0", "0.00", "#,##0.00", ""})
_TOKEN = regex(r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|\[[^\]]*\]?|(?P<code>.)', re.DOTALL)
_SCALING_COMMA = regex(r"[0#?],+(?![0#?,])")
_DIGIT = regex(r"[0-9]")
_PLACE = regex(r"[0#?]")


class Shown(NamedTuple):
    """What a person sees beside the digits.

    ``text`` is the literal text, folded. ``scaled`` holds when the format shows another size: thousands of the value, or
    noughts of its own.
    """

    text: str = ""
    percent: bool = False
    hidden: bool = False
    scaled: bool = False


NOTHING = Shown()


@lru_cache(maxsize=512)
def shows_whole(number_format: str) -> bool:
    """Whether that format rounds what it shows to whole numbers (``0``, ``#,##0``)."""
    code = "".join(token["code"] or "" for token in _TOKEN.finditer(number_format.partition(";")[0]))
    return bool(_PLACE.search(code)) and "." not in code


@lru_cache(maxsize=512)
def shown(number_format: str) -> Shown:
    """What that format shows with a positive number."""
    if number_format in PLAIN:
        return NOTHING
    if ";" in number_format and not number_format.strip("; "):
        return Shown(hidden=True)
    literals, code = [], []
    for token in _TOKEN.finditer(number_format):
        if token["code"] == ";":
            break
        literals.append(token["quoted"] or token["escaped"] or "")
        code.append(token["code"] or "")
    codes, text = "".join(code), fold("".join(literals))
    return Shown(
        text, "%" in codes or "%" in text, hidden=False, scaled=bool(_SCALING_COMMA.search(codes) or _DIGIT.search(text))
    )
