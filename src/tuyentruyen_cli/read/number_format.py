"""What a number format makes of a number: a plain number, a date, or a duration."""

import re
from functools import lru_cache
from typing import Final

from tuyentruyen_cli.model.sheet import CellKind

# ECMA-376 part 1, 18.8.30. The codes of 14–17 and 22 follow the locale of the machine that shows them.
_BUILT_IN: Final = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    # East Asian forms (WPS writes them). 34, 35, 55 and 56 are dates in some languages and times in others: dates here, since
    # a date is never taken for a figure.
    32: "h:mm",
    33: "h:mm:ss",
} | dict.fromkeys((27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58), "dd/mm/yyyy")

_TOKEN: Final = re.compile(
    r"""
      "[^"]*"? | \\. | [_*].                 # literal text: quoted, escaped, a width, a filling
    | \[(?P<elapsed>h+|m+|s+)\]              # hours, minutes or seconds that do not wrap round
    | \[[^\]]*\]?                            # colour, condition, currency, language
    | (?P<plain>General|Standard)            # some programs write the word of their language
    | (?P<half>AM/PM|A/P)
    | (?P<exponent>E[+-])
    | (?P<fraction>s+[.,]0+)
    | (?P<letters>y+|m+|d+|h+|s+|e+|g+|b+)
    | (?P<digit>[0\#?])
    | .                                      # punctuation
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def built_in(number: int) -> str:
    """The code of a built-in format; ``General`` for 0 and for numbers that mean nothing."""
    return _BUILT_IN.get(number, "General")


@lru_cache(maxsize=1024)
def kind_of_format(code: str) -> CellKind | None:
    """NUMBER, DATE (a day, month or year is shown) or DURATION (only hours, minutes, seconds).

    None when the sections of the code (positive; negative; zero) say different things, or one says two: which of them
    a person saw is not settled here, and no figure should depend on it.
    """
    kinds = {kind for section in _sections(code) for kind in _kinds_of_section(section)}
    if not kinds:
        return CellKind.NUMBER
    return kinds.pop() if len(kinds) == 1 else None


def _sections(code: str) -> list[list[re.Match[str]]]:
    """The tokens of each section."""
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token[0] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return sections


def _kinds_of_section(tokens: list[re.Match[str]]) -> set[CellKind]:
    """What one section shows: nothing (empty, ``@``, text), one kind, or two when digits stand beside a date."""
    kinds: set[CellKind] = set()
    if any(token["digit"] or token["exponent"] or token["plain"] for token in tokens):
        kinds.add(CellKind.NUMBER)
    shown = [letter for letter in map(_time_letter, tokens) if letter]
    if shown:
        is_date = any(_is_calendar(shown, index) for index in range(len(shown)))
        kinds.add(CellKind.DATE if is_date else CellKind.DURATION)
    return kinds


def _time_letter(token: re.Match[str]) -> str:
    """``h``, ``m`` or ``s`` of a clock, ``[`` for elapsed minutes, another letter for the calendar; empty for anything else."""
    if token["elapsed"]:
        return "[" if token["elapsed"][0] in "mM" else token["elapsed"][0].lower()
    if token["half"]:
        return "h"
    return (token["fraction"] or token["letters"] or " ")[0].lower().strip()


def _is_calendar(shown: list[str], index: int) -> bool:
    """Whether a token shows a day, month or year. ``m`` is minutes after hours and before seconds, else the month."""
    letter = shown[index]
    if letter != "m":
        return letter not in "hs["
    after_hours = index > 0 and shown[index - 1] == "h"
    before_seconds = index + 1 < len(shown) and shown[index + 1] == "s"
    return not (after_hours or before_seconds)
