"""The words that figures are written with. Each may be typed with its marks or without any."""

import re

from tuyentruyen_cli.vi.text import fold, fold_plain


def either(*words: str) -> str:
    """A pattern for any of these words on folded text, with all their marks or with none, the longest first."""
    forms = {form for word in words for form in (fold(word), fold_plain(word))}
    return "(?:" + "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) + ")"


LETTER = r"[^\W\d_]"

# "trên" and "hơn" are bounds in grammar and hedges in reports; "dưới" (less than) is never written for what was done.
HEDGE = either(
    *("khoảng", "vào khoảng", "trên", "hơn", "gần", "ước", "ước tính", "ước chừng"),
    *("trên dưới", "chừng", "độ", "tầm", "xấp xỉ"),
)
NIL = rf"(?:[-–—‒―−]{{1,3}}|{either('không', 'không có', 'ko', 'ko có')})"

SCALES = {"nghìn": 1_000, "nghin": 1_000, "ngàn": 1_000, "ngan": 1_000, "triệu": 1_000_000, "trieu": 1_000_000}
SCALE = either("nghìn", "ngàn", "triệu")

# Also what the typographic quotes of Word and phones become in ``phrases.phrase``.
HOUR = rf"(?:(?:{either('giờ đồng hồ', 'tiếng đồng hồ', 'giờ', 'tiếng')}|[hg])(?!{LETTER}))"
MINUTE = rf"(?:(?:{either('phút')}|ph|p)(?!{LETTER})|')"
SECOND = rf'(?:(?:{either("giây")}|s)(?!{LETTER})|")'

# After "mỗi", "một" or a slash these make a rate.
OCCASION = either(
    *("giờ", "ngày", "đêm", "tuần", "tháng", "quý", "năm", "buổi", "lần", "lượt", "phiên", "ca", "kỳ", "chuyến"),
    *("bản", "thôn", "xã", "hộ", "người", "tin", "bài", "chương trình", "chuyên mục", "điểm", "cụm", "loa", "đợt"),
)
