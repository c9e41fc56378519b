"""Text of the fonts before Unicode."""

import pytest

from tuyentruyen_cli.vi.legacy import decode, encoding_of_font

SMALL = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
# As converters of the time list them, in the same order; ư is a soft hyphen.
TCVN3 = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ®"
VNI_TABLE = (
    "aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò "
    "où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ î ñ"
)
VNI = VNI_TABLE.split()


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".VnTimeH", "tcvn3"),
        (".VnArial Narrow", "tcvn3"),
        ("'.VNTIME'", "tcvn3"),
        ("VNI-Times", "vni"),
        ("vni-helve", "vni"),
        ("Times New Roman", ""),
        ("VnTime Unicode", ""),
        ("", ""),
    ],
)
def test_encoding_by_the_name_of_the_font(font: str, encoding: str) -> None:
    assert encoding_of_font(font) == encoding


def test_all_small_letters() -> None:
    assert len(SMALL) == len(set(SMALL)) == 67
    assert decode(TCVN3, ".VnTime") == SMALL
    assert decode("".join(VNI), "VNI-Times") == SMALL


def test_all_capitals() -> None:
    assert decode(TCVN3, ".VnTimeH") == SMALL.upper()
    assert decode("¡¢£¤¥¦§", ".VnTime") == "ĂÂÊÔƠƯĐ"
    assert decode("".join(VNI).upper(), "VNI-Times") == SMALL.upper()


@pytest.mark.parametrize("at", range(67))
def test_each_letter_alone(at: int) -> None:
    assert decode(TCVN3[at], ".VnArial") == SMALL[at]
    assert decode(VNI[at], "VNI-Helve") == SMALL[at]
    assert decode(VNI[at].capitalize(), "VNI-Helve") == SMALL[at].upper()


@pytest.mark.parametrize(
    ("typed", "font", "read"),
    [
        ("§¬n vÞ: X· B¶n Bo", ".VnTime", "Đơn vị: Xã Bản Bo"),
        ("Mêng Kh\u00ad¬ng", ".VnTime", "Mờng Khương"),
        ("ñy ban nh©n d©n", ".VnTimeH", "ỦY BAN NHÂN DÂN"),
        ("Tieáng Vieät raát hay", "VNI-Times", "Tiếng Việt rất hay"),
        ("ÑAØI TRUYEÀN THANH", "VNI-Times", "ĐÀI TRUYỀN THANH"),
        ("1.200 tin", ".VnTime", "1.200 tin"),
        ("tin “mới”", ".VnTime", "tin “mới”"),
    ],
)
def test_words(typed: str, font: str, read: str) -> None:
    assert decode(typed, font) == read


@pytest.mark.parametrize("font", ["Times New Roman", "Arial", ""])
def test_no_blind_decoding(font: str) -> None:
    assert decode("B¶o c¸o", font) == "B¶o c¸o"


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times"])
def test_unicode_under_an_old_font_stays(font: str) -> None:
    assert decode("Xã Bản Bo, toán", font) == "Xã Bản Bo, toán"
