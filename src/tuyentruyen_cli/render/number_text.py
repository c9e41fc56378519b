"""The numbers in a text as a reader sees them: figures, days, and what is no figure although it has digits."""

import re
from collections.abc import Iterator
from typing import Final

# The day of a document and the number that it bears are filled in by an office; ``F9`` and names of files are no figures.
_LONG_DATE: Final = r"ngày[\s.…_]*\d*[\s.…_]*tháng[\s.…_]*\d*[\s.…_]*năm[\s.…_]*\d*|tháng\s+\d{1,2}\s+năm\s+\d{4}"
_SYMBOL: Final = r"\d*\s*/(?:\d{4}/)?[A-ZĐ][A-ZĐ0-9]*(?:-[A-ZĐ0-9]+)+"
_DATE: Final = r"\d{1,2}/\d{1,2}/\d{4}"
_WORD: Final = r"(?=[\w]*[^\W\d_])\w+(?:[-_.]\w+)*"
_FIGURE: Final = r"\d+(?:[.,]\d+)*(?:\s*/\s*\d+(?:[.,]\d+)*)*"
_ANY: Final = re.compile(
    rf"(?P<long>{_LONG_DATE})|(?P<symbol>{_SYMBOL})|(?P<date>{_DATE}(?!\d))|(?P<word>{_WORD})|(?P<figure>{_FIGURE})"
)


def numbers_in(text: str, *, dates: bool = False) -> Iterator[re.Match[str]]:
    """The numbers of a text in their order, with ``12/14`` as one; with ``dates`` days such as ``04/02/2021`` too."""
    wanted = {"figure", "date"} if dates else {"figure"}
    return (match for match in _ANY.finditer(text) if match.lastgroup in wanted)
