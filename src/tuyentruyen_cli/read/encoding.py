"""The text of a file that says nothing of its encoding, or a refusal: a wrong guess turns every label into another word."""

import re
import unicodedata
from typing import Final

from tuyentruyen_cli.read.fault import FileFault, unreadable
from tuyentruyen_cli.vi.text import fold

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_LOOK_AT: Final = 256
_CLEARLY: Final = 4
# Words of titles and headings that have marks: no other encoding spells them in the bytes of Windows-1258.
_WORDS: Final = frozenset(
    {
        "số",
        "bài",
        "thời",
        "lượng",
        "lượt",
        "lần",
        "người",
        "kênh",
        "đơn",
        "vị",
        "xã",
        "báo",
        "cáo",
        "tuần",
        "tổng",
        "cộng",
        "độ",
        "dài",
        "trạm",
        "truyền",
        "tuyên",
        "ước",
        "phóng",
        "sự",
        "ngày",
    }
)
_ENOUGH_WORDS: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]+")
# The tones that Windows-1258 writes after their letter; composed, none is left over a letter that can bear it.
_STRAY_TONE: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# Letters of Vietnamese in UTF-8: part of the file is UTF-8 then, and the rest is damaged.
_UTF8_LETTER: Final = re.compile(rb"\xe1[\xba\xbb][\x80-\xbf]")


def decoded(data: bytes) -> str:
    """The text: UTF-8, UTF-16 by its mark or its zero bytes, or Windows-1258 where that gives Vietnamese words, composed.

    Raises FileFault ``unreadable-file`` with reason ``encoding``.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    encoding = markless_utf16(data)
    if encoding:
        return _strictly(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows_1258(data)


def markless_utf16(data: bytes) -> str:
    """The UTF-16 that bytes without a mark are in, by the side of the zero in plain letters; empty when they are in none.

    A few letters have their zero on the other side: the marks of decomposed text begin at U+0300.
    """
    first, second = (data[side:_LOOK_AT:2].count(0) for side in (0, 1))
    if max(first, second) <= _CLEARLY * min(first, second):
        return ""
    return "utf-16-be" if first > second else "utf-16-le"


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _refused() from error


def _windows_1258(data: bytes) -> str:
    text = unicodedata.normalize("NFC", _strictly(data, "cp1258"))
    words = set(_WORD.findall(fold(text)))
    if len(words & _WORDS) < _ENOUGH_WORDS or _STRAY_TONE.search(text) or _UTF8_LETTER.search(data):
        raise _refused()
    return text


def _refused() -> FileFault:
    return unreadable("encoding")
