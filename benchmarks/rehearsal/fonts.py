"""Text as the TCVN3 fonts (.VnTime) hold it: one byte a letter, marks included; capitals with tones as small letters."""

import unicodedata

from rehearsal.canvas import Page

SMALL = dict(
    zip(
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ",
        strict=True,
    ),
)
LARGE = dict(zip("ĂÂĐÊÔƠƯ", "¡¢§£¤¥¦", strict=True))
FONT = ".VnTime"


def to_tcvn3(text: str) -> str | None:
    """The text in TCVN3; None when it holds a letter that the code has no place for."""
    res = []
    for letter in unicodedata.normalize("NFC", text):
        if letter.isascii():
            res.append(letter)
        elif letter in LARGE:
            res.append(LARGE[letter])
        elif letter.lower() in SMALL:
            res.append(SMALL[letter.lower()])
        else:
            return None
    return "".join(res)


def age(page: Page) -> bool:
    """The whole page in an old font, where all its text can be."""
    texts = {spot: to_tcvn3(v) for spot, v in page.cells.items() if isinstance(v, str)}
    if any(t is None for t in texts.values()):
        return False
    page.cells |= {spot: t for spot, t in texts.items() if t is not None}
    page.font = FONT
    return True
