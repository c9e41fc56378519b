"""Text made comparable, clean and visible."""

import re
import unicodedata
from functools import lru_cache

from tuyentruyen_cli.vi.regex import regex

# Enough for the distinct labels, headers and words of a nation's week; texts repeat, files do not.
CACHE_SIZE = 8192
_LONGEST_CACHED = 500  # characters; paragraphs do not repeat

# Eth (U+00D0) and the African D (U+0189) look like Đ and are typed for it.
_D_WITH_STROKE = str.maketrans({"ð": "đ", "ɖ": "đ"})

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}  # huyền, sắc, ngã, hỏi, nặng
_TWO_VOWELS = regex(
    r"(?P<q>q?)(?P<first>o(?=[aàáảãạeèéẻẽẹ])|[òóỏõọ](?=[ae])|u(?=[yỳýỷỹỵ])|[ùúủũụ](?=y))(?P<second>[^\W\d_])(?P<closed>[^\W\d_]?)"
)

_OOXML_ESCAPE = regex(r"_x([0-9A-Fa-f]{4})_")
_REMOVALS = (
    ("terminal-escape", r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-_]"),
    ("control", r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]"),
    ("bidi", r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
    ("bom", r"\ufeff"),
    ("soft-hyphen", r"\xad"),
    (
        "zero-width",
        r"[\u034f\u180b-\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufe00-\ufe0f\ufff9-\ufffb\U000e0000-\U000e0fff]",
    ),
    ("not-xml", r"[\ud800-\udfff\ufffe\uffff]"),
)
_REMOVED = regex("(?:" + "|".join(f"(?P<{name.replace('-', '_')}>{pattern})" for name, pattern in _REMOVALS) + ")")
_RUN = regex(f"(?:{'|'.join(pattern for _, pattern in _REMOVALS)})+")
# What a person would see as a break or as nothing at all; the text on its two sides must not grow together.
_BREAKING = {"control", "terminal-escape", "not-xml"}


def fold(text: str) -> str:
    """The text for comparing: case, NFC and NFD, Đ and Ð, tone position (hòa, hoà) and spaces no longer differ; marks do."""
    return _fold(text) if len(text) <= _LONGEST_CACHED else _fold.__wrapped__(text)


@lru_cache(maxsize=CACHE_SIZE)
def _fold(text: str) -> str:
    if text.isascii():
        return " ".join(text.casefold().split())
    # Folded twice: casefold can undo a normal form and the other way round (U+0345 with a capital).
    once = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
    twice = unicodedata.normalize("NFC", unicodedata.normalize("NFD", once).casefold())
    return _TWO_VOWELS.sub(_place_tone, " ".join(twice.translate(_D_WITH_STROKE).split()))


def fold_plain(text: str) -> str:
    """``fold`` without diacritics and with đ as d: for headers and labels, never to tell names apart."""
    return _fold_plain(text) if len(text) <= _LONGEST_CACHED else _fold_plain.__wrapped__(text)


@lru_cache(maxsize=CACHE_SIZE)
def _fold_plain(text: str) -> str:
    folded = fold(text)
    if folded.isascii():
        return folded
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).replace("đ", "d")


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what no output can hold or no reader can see, and the names of what was removed, each once.

    Names: ``terminal-escape``, ``control`` (C0 and C1 but tab and newline; also spelled ``_x000D_`` as OOXML does), ``bidi``,
    ``bom``, ``soft-hyphen``, ``zero-width``, ``not-xml``. A control between two visible characters leaves a newline: digits
    that it kept apart do not become one number.
    """
    if text.isprintable() and "_x" not in text:
        return _clean_printable(text)
    found: dict[str, None] = {}
    text = _OOXML_ESCAPE.sub(_unescape_control, text)

    def remove(run: re.Match[str]) -> str:
        names = [_name(match) for match in _REMOVED.finditer(run[0])]
        found.update(dict.fromkeys(names))
        before, after = text[max(run.start() - 1, 0) : run.start()], text[run.end() : run.end() + 1]
        apart = not _BREAKING.isdisjoint(names) and before.strip() and after.strip()
        return "\n" if apart else ""

    return _RUN.sub(remove, text), tuple(found)


def escape(text: str) -> str:
    r"""The text as typed in visible form, for traces: what cannot be seen is spelled (``\u202e``, ``\u00a0``, ``\n``).

    A backslash is doubled, so no two texts look the same.
    """
    if text.isprintable() and "\\" not in text and text.isascii():
        return text
    return "".join(_visible(character) for character in text)


def _place_tone(match: re.Match[str]) -> str:
    """oa, oe and uy with their tone on the first vowel at the end of a syllable (hòa), else on the second (toàn, quý)."""
    first, second = match["first"], match["second"]
    letters = unicodedata.normalize("NFD", first + second)
    tones = [c for c in letters if c in _TONES]
    if len(tones) != 1:
        return match[0]
    bare = [unicodedata.normalize("NFD", c)[0] for c in (first, second)]
    bare[1 if match["q"] or match["closed"] else 0] += tones[0]
    return match["q"] + unicodedata.normalize("NFC", "".join(bare)) + match["closed"]


def _clean_printable(text: str) -> tuple[str, tuple[str, ...]]:
    # Variation selectors and the grapheme joiner are printable to Python and nothing to a reader.
    if text.isascii() or not _RUN.search(text):
        return text, ()
    return _RUN.sub("", text), tuple(dict.fromkeys(_name(m) for m in _REMOVED.finditer(text)))


def _unescape_control(match: re.Match[str]) -> str:
    """The control that an OOXML escape spells; an escape of anything visible stays as typed."""
    character = chr(int(match[1], 16))
    return character if character in "\t\n" or _REMOVED.fullmatch(character) else match[0]


def _name(match: re.Match[str]) -> str:
    return (match.lastgroup or "").replace("_", "-")


def _visible(character: str) -> str:
    if character == "\\":
        return "\\\\"
    if character == "\n":
        return "\\n"
    if character == "\t":
        return "\\t"
    if character.isprintable() and not _REMOVED.fullmatch(character):
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - the last code of four digits
