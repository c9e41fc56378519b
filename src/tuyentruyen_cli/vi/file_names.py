"""A name that someone else gave a file, made safe: on every system, in a terminal, and in no case a path."""

import re
from collections.abc import Iterator

from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import clean

# What Windows allows in no name, and the names of its devices.
_FORBIDDEN = regex(r'[<>:"/\\|?*\n\t]')
_DEVICES = regex(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE)
_PARTS = regex(r"[/\\]")
_ENDING = regex(r"\.[A-Za-z0-9]{1,8}")
_BYTES = 150  # of a stem in UTF-8: file systems hold 255 of a name, and paths on Windows 260 characters
_NAMELESS = "tep"


def is_device(name: str) -> bool:
    """Whether Windows would take a name for one of its devices."""
    return _DEVICES.fullmatch(name) is not None


def safe_stem(name: str, ending: str) -> str:
    """The stem of a name without what a system, a terminal or a mail program could take otherwise than it looks."""
    visible = _FORBIDDEN.sub("_", clean(name)[0])
    stem = visible.rpartition(".")[0] or visible
    while len(stem.encode()) > _BYTES:
        stem = stem[:-1]
    stem = stem.strip(" .") or _NAMELESS
    return f"_{stem}" if is_device(stem + ending) or stem.startswith(("~$", "._")) else stem


def safe_name(name: str, ending: str = "") -> tuple[str, str]:
    """Stem and ending under which a file with that name is kept; ``ending`` where the name has none.

    Only what stands after the last ``/`` or backslash counts; ``..`` names nothing.
    """
    last = next((part for part in reversed(_PARTS.split(clean(name)[0])) if part.strip(" .")), _NAMELESS).strip(" .")
    dot = last.rfind(".")
    own = last[dot:] if dot > 0 and _ENDING.fullmatch(last[dot:]) else ""
    kept = own or ending
    return safe_stem(last if own else f"{last}.", kept), kept


def numbered(stem: str, ending: str, form: str = " ({})") -> Iterator[str]:
    """The names that a file can be given where one is taken: ``a.xlsx``, ``a (2).xlsx``…"""
    yield stem + ending
    number = 2
    while True:
        yield stem + form.format(number) + ending
        number += 1
