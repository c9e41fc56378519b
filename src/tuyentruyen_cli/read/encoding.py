"""The text of a file that says nothing of its encoding, or a refusal: a wrong guess turns every label into another word."""

import re
import unicodedata
from typing import Final

from tuyentruyen_cli.read.fault import FileFault, unreadable
from tuyentruyen_cli.vi.text import fold

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_LOOK_AT: Final = 256
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
    # UTF-16 without a mark: one byte of each plain letter is zero, always on the same side.
    first, second = b"\0" in data[:_LOOK_AT:2], b"\0" in data[1:_LOOK_AT:2]
    if first != second:
        return _strictly(data, "utf-16-be" if first else "utf-16-le")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows_1258(data)


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
