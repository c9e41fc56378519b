"""The numbers in a text as a reader sees them: figures, days, and what is no figure although it has digits."""

import re
from collections.abc import Iterator
from typing import Final

# Every repetition is bounded, or cannot fail once it has begun: texts of hostile files come here too.
# The day of a document and the number that it bears are filled in by an office; ``F9`` and names of files are no figures.
_BLANK: Final = r"[\s.…_]{0,40}"
_MONTH_YEAR: Final = r"tháng\s{1,9}\d{1,2}\s{1,9}năm\s{1,9}\d{4}"
_LONG_DATE: Final = rf"[Nn]gày{_BLANK}\d{{0,2}}{_BLANK}tháng{_BLANK}\d{{0,2}}{_BLANK}năm{_BLANK}\d{{0,4}}|{_MONTH_YEAR}"
_SYMBOL: Final = r"\d{0,9}\s{0,9}/(?:\d{4}/)?[A-ZĐ][A-ZĐ0-9]{0,20}(?:-[A-ZĐ0-9]{1,20}){1,9}"
_DATE: Final = r"\d{1,2}/\d{1,2}/\d{4}"
_WORD: Final = r"(?=\w{0,80}?[^\W\d_])\w+(?:[-_.]\w+)*"
_FIGURE: Final = r"\d+(?:[.,]\d+)*(?:\s{0,9}/\s{0,9}\d+(?:[.,]\d+)*)*"
_ANY: Final = re.compile(
    rf"(?P<long>{_LONG_DATE})|(?P<symbol>{_SYMBOL})|(?P<date>{_DATE}(?!\d))|(?P<word>{_WORD})|(?P<figure>{_FIGURE})"
)


def numbers_in(text: str, *, dates: bool = False) -> Iterator[re.Match[str]]:
    """The numbers of a text in their order, with ``12/14`` as one; with ``dates`` days such as ``04/02/2021`` too."""
    wanted = {"figure", "date"} if dates else {"figure"}
    return (match for match in _ANY.finditer(text) if match.lastgroup in wanted)
