"""Bytes of mail as text: every character set that Vietnamese mail is labelled with, and what to do when the label is wrong.

Sources: VISCII is RFC 1456, checked against glibc's table; TCVN and VNI are those of ``vi.legacy``.
"""

import codecs
import unicodedata

from tuyentruyen_cli.vi.legacy import decode
from tuyentruyen_cli.vi.regex import regex

_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII = str.maketrans(
    {chr(0x80 + at): letter for at, letter in enumerate(_VISCII_HIGH)}
    | {"\x02": "Ẳ", "\x05": "Ẵ", "\x06": "Ẫ", "\x14": "Ỷ", "\x19": "Ỹ", "\x1e": "Ỵ"}
)
_FONT_OF = {"tcvn": ".VnTime", "tcvn3": ".VnTime", "tcvn5712": ".VnTime", "tcvn57121": ".VnTime", "vietabc": ".VnTime"}
_FONT_OF |= {"vni": "VNI-Times", "vietvni": "VNI-Times"}
_PLAIN_NAME = regex(r"[^a-z0-9]")
# What a program writes that knows no better: the bytes may be anything.
_SAYS_NOTHING = frozenset({"", "ascii", "iso8859-1", "cp1252", "unknown"})
_TRIED = ("cp1258", "tcvn3", "cp1252")


def text_of(data: bytes, charset: str = "") -> str:
    """Bytes labelled with a character set, in NFC. Nothing fails: what cannot be read becomes U+FFFD.

    UTF-8 under a label that says nothing is UTF-8; other bytes are then what gives the most Vietnamese letters.
    """
    name = _known_name(charset)
    if name in _SAYS_NOTHING:
        return unicodedata.normalize("NFC", _guessed(data))
    return unicodedata.normalize("NFC", _decoded(data, name))


def _known_name(charset: str) -> str:
    """Python's name of a character set, one of ``tcvn3``, ``vni``, ``viscii``, or empty for none that is known."""
    plain = _PLAIN_NAME.sub("", charset.casefold()).removeprefix("x")
    if plain in {"viscii", "csviscii", "viscii11"}:
        return "viscii"
    font = _FONT_OF.get(plain.removeprefix("viet") if plain.startswith(("viettcvn", "vietvni")) else plain)
    if font:
        return "vni" if font.startswith("VNI") else "tcvn3"
    try:
        return codecs.lookup(charset).name if "\0" not in charset else ""
    except (LookupError, ValueError, UnicodeError):
        return ""


def _decoded(data: bytes, name: str) -> str:
    if name == "viscii":
        return data.decode("latin-1").translate(_VISCII)
    if name in {"tcvn3", "vni"}:
        return decode(data.decode("latin-1"), ".VnTime" if name == "tcvn3" else "VNI-Times")
    try:
        return data.decode(name, "replace")
    except (LookupError, ValueError):  # a codec of bytes to bytes, such as hex
        return data.decode("utf-8", "replace")


def _guessed(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return max((_decoded(data, name) for name in _TRIED), key=_likeness)


def _likeness(text: str) -> int:
    """How many words with marks are Vietnamese syllables, less twice those that are none, and what is no letter at all."""
    whole = unicodedata.normalize("NFC", text)
    words = (word for word in _WORD.findall(whole) if not word.isascii())
    strange = sum(not (c.isascii() or c.isalpha()) for c in whole)
    return sum(1 if _is_syllable(word) else -2 for word in words) - strange


def _is_syllable(word: str) -> bool:
    parts = unicodedata.normalize("NFD", word.casefold())
    tones = sum(c in _TONES for c in parts)
    bare = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None


_WORD = regex(r"[^\W\d_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SYLLABLE = regex(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"(?:uyê|uya|uyu|iêu|yêu|oai|oao|oay|oeo|uây|uôi|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô"
    r"|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
