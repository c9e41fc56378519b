"""Text typed in the Vietnamese fonts of before Unicode, by the font's name.

A file shows such text as Latin-1 characters that its font draws as Vietnamese ones. Only the font's name tells; a text is never
decoded because it looks odd.

Sources: TCVN3 is TCVN 5712:1993 VN3 as the ABC fonts (``.Vn…``) draw it, checked against glibc's TCVN5712-1; VNI is
VNI-Windows, checked against the tables of several converters.
"""

import re
import unicodedata
from functools import lru_cache

from tuyentruyen_cli.vi.regex import regex

TCVN3 = "tcvn3"
VNI = "vni"

_LETTERS = (
    "áàảãạ" "ă" "ắằẳẵặ" "â" "ấầẩẫậ" "éèẻẽẹ" "ê" "ếềểễệ" "íìỉĩị"
    "óòỏõọ" "ô" "ốồổỗộ" "ơ" "ớờởỡợ" "úùủũụ" "ư" "ứừửữự" "ýỳỷỹỵ" "đ"
)  # fmt: skip
_TCVN3_BYTES = bytes.fromhex(
    "b8b5b6b7b9 a8 bebbbcbdc6 a9 cac7c8c9cb d0cccecfd1 aa d5d2d3d4d6 ddd7d8dcde"
    "e3dfe1e2e4 ab e8e5e6e7e9 ac edeaebecee f3eff1f2f4 ad f8f5f6f7f9 fdfafbfcfe ae"
)
# The only capitals with marks that these fonts have; all others are drawn by the H fonts, from the bytes of small letters.
_TCVN3_CAPITALS = dict(zip("\xa1\xa2\xa3\xa4\xa5\xa6\xa7", "ĂÂÊÔƠƯĐ", strict=True))
_TCVN3 = str.maketrans(dict(zip(_TCVN3_BYTES.decode("latin-1"), _LETTERS, strict=True)) | _TCVN3_CAPITALS)

# VNI writes a letter and then its marks; these letters alone are one character.
_VNI_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}


def _vni_table() -> dict[str, str]:
    """Every VNI spelling of one or two characters, small and capital, and its letter."""
    table = dict(_VNI_ALONE)
    for base, letter in (*zip("aeouy", "aeouy", strict=True), ("ô", "ơ"), ("ö", "ư")):
        table.update({base + mark: letter + tone for mark, tone in _VNI_TONES.items()})
    for base in "aeo":
        table.update({base + mark: base + _CIRCUMFLEX + tone for mark, tone in _VNI_CIRCUMFLEX.items()})
    table.update({"a" + mark: "a" + _BREVE + tone for mark, tone in _VNI_BREVE.items()})
    table = {spelling: unicodedata.normalize("NFC", letter) for spelling, letter in table.items()}
    # A capital followed by a small mark is how a word with one capital letter is often typed.
    capitals = {spelling[0].upper() + spelling[1:]: letter.upper() for spelling, letter in table.items()}
    return table | capitals | {spelling.upper(): letter.upper() for spelling, letter in table.items()}


_VNI = _vni_table()
_VNI_SPELLING = regex("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

# No old font can have produced these; a text with one of them is Unicode already, whatever its font.
_UNICODE_LETTER = regex(r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u036f\u1ea0-\u1ef9]")


@lru_cache(maxsize=256)
def encoding_of_font(font_name: str) -> str:
    """``tcvn3`` for ``.VnTime`` and its family, ``vni`` for ``VNI-Times`` and its family, else empty."""
    name = font_name.strip(" '\"").casefold()
    if name.startswith(".vn"):
        return TCVN3
    return VNI if name.startswith("vni-") else ""


def decode(text: str, font_name: str) -> str:
    """The text as that font draws it, in NFC; unchanged in every other font, or when it is Unicode already.

    Fonts of the ``.Vn`` family whose name ends in H draw small letters as capitals.
    """
    encoding = encoding_of_font(font_name)
    if not encoding:
        return text
    if _UNICODE_LETTER.search(text):
        return unicodedata.normalize("NFC", text)
    if encoding == VNI:
        decoded = _VNI_SPELLING.sub(lambda match: _VNI[match[0]], text)
    else:
        decoded = text.translate(_TCVN3)
        if font_name.strip(" '\"").casefold().endswith("h"):
            decoded = decoded.upper()
    return unicodedata.normalize("NFC", decoded)
