"""What units write in words beside their figures: direction given, difficulties, tasks, proposals."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tuyentruyen_cli.extract.surroundings import Line
from tuyentruyen_cli.model.submission import Note
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold_plain

_HEADINGS = {
    "direction": ("cong tac chi dao", "chi dao dieu hanh", "van ban chi dao"),
    "difficulties": ("kho khan", "ton tai han che", "ton tai", "kho khan vuong mac", "vuong mac"),
    "tasks": ("nhiem vu tuan toi", "nhiem vu trong tam", "phuong huong", "ke hoach tuan toi", "nhiem vu tuan sau"),
    "proposals": ("kien nghi", "de xuat", "de nghi", "kien nghi de xuat"),
}
_NUMBERING = regex(r"^\s*(?:[IVX]{1,4}|\d{1,2}|[a-z]|[-+*•])\s*[.)/-]?\s+", re.IGNORECASE)
LONGEST_HEADING = 60


def find_notes(lines: Iterable[Line]) -> tuple[Note, ...]:
    """The notes in the lines around a table: a heading with its text after a colon, or in the lines under it."""
    notes: list[Note] = []
    heading = ""
    for line in lines:
        text = " ".join(line.text.split())
        if not text:
            continue
        title, rest = _split(text)
        if title:
            heading = title
            if rest:
                notes.append(Note(title, rest, line.location))
                heading = ""
        elif heading and not _ends(text):
            notes.append(Note(heading, _NUMBERING.sub("", text), line.location))
        else:
            heading = ""
    return tuple(notes)


def _split(text: str) -> tuple[str, str]:
    """The heading that a text is or begins with, and what follows its colon."""
    before, colon, after = text.partition(":")
    title = _titled(before) if len(before) <= LONGEST_HEADING else ""
    return title, after.strip() if title and colon else ""


@lru_cache(maxsize=2048)
def _titled(text: str) -> str:
    plain = re.sub(r"[^a-z ]+", " ", fold_plain(_NUMBERING.sub("", text)))
    plain = " ".join(plain.split())
    return next((title for title, starts in _HEADINGS.items() if plain.startswith(starts)), "")


def _ends(text: str) -> bool:
    plain = fold_plain(text)
    return plain.startswith(("noi nhan", "tm.", "kt.", "nguoi lap", "ghi chu")) or text.isupper()
