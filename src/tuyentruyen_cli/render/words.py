"""Small pieces of official Vietnamese (names in a sentence, lists, numbers of units), and text that any output can hold."""

import unicodedata
from collections.abc import Sequence

from tuyentruyen_cli.render.marks import OPEN, start_of, without_marks
from tuyentruyen_cli.vi.written import format_count

# The generic words that begin a unit's name; capitals at the start of a line, lower case inside a sentence.
GENERIC = ("Xã", "Thị trấn", "Phường", "Huyện", "Quận", "Thị xã", "Thành phố", "Tỉnh", "Đặc khu", "Tổ dân phố")
TEN = 10
BREAKS = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
# Cc controls, Cf formats (bidirectional overrides, zero-width marks), Cn not a character.
DROPPED = frozenset({"Cc", "Cf", "Cn"})


def _kept(character: str) -> str:
    if character in BREAKS:
        return " "
    category = unicodedata.category(character)
    if category == "Cs":  # half a character: what a file name that is not UTF-8 leaves
        return "\ufffd"
    return "" if category in DROPPED else character


def clean(text: str) -> str:
    """The text in NFC, in one line, without characters that XML cannot hold or that reorder what a reader sees."""
    if text.isprintable():  # a nation's week has a hundred thousand texts, nearly all of them clean
        return unicodedata.normalize("NFC", text)
    if OPEN in text:
        return clean(without_marks(text).replace(OPEN, ""))
    return unicodedata.normalize("NFC", "".join(map(_kept, text)))


def cleaned(value: object) -> object:
    """The same lists and dictionaries with every text cleaned."""
    match value:
        case str():
            return clean(value)
        case dict():
            return {key: cleaned(inner) for key, inner in value.items()}
        case list() | tuple():
            return [cleaned(inner) for inner in value]
        case _:
            return value


def in_sentence(name: str) -> str:
    """A unit's name inside a sentence: ``xã Bản Bo``, ``thị trấn Tam Đường``; a proper name such as ``Đài …`` stays."""
    if any(name.startswith(f"{word} ") for word in GENERIC):
        return name[0].lower() + name[1:]
    return name


def sentence_start(text: str) -> str:
    """The text with a capital at its start."""
    start = start_of(text)
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def listed(names: Sequence[str]) -> str:
    """``A``, ``A và B``, ``A, B và C``."""
    if len(names) < 2:  # noqa: PLR2004
        return "".join(names)
    return f"{', '.join(names[:-1])} và {names[-1]}"


def units_counted(number: int) -> str:
    """A number of units as official text writes it: ``01``, ``12``, ``0``."""
    return f"{number:02d}" if 0 < number < TEN else format_count(number)


def units_of(number: int, expected: int | None) -> str:
    """``12/14 đơn vị``, or ``12 đơn vị`` where nobody knows how many there should be."""
    return f"{count_of(number, expected)} đơn vị"


def count_of(number: int, expected: int | None) -> str:
    """The same without the word."""
    return units_counted(number) if expected is None else f"{units_counted(number)}/{units_counted(expected)}"


def without_end(text: str) -> str:
    """A line of a list without the mark that ends it, so that the list can set its own."""
    return text.strip().rstrip(";.,").rstrip()


def ended_list(lines: Sequence[str], dash: str = "- ") -> list[str]:
    """The lines of an official list: each ends with ``;``, the last with ``.``."""
    kept = [without_end(line) for line in lines if without_end(line)]
    return [f"{dash}{line}{'.' if number == len(kept) else ';'}" for number, line in enumerate(kept, 1)]
