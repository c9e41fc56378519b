"""Words of headers and titles: the synonyms of reading.md and others that mean the same to any reader."""

import random
import unicodedata

from rehearsal.lengths import Clock
from rehearsal.names import bare_letters

HEADERS: dict[str, tuple[str, ...]] = {
    "items": (
        "Số tin, bài", "Số tin bài", "Tin, bài", "Tổng số tin, bài", "Số lượng tin, bài", "SL tin bài", "Số tin/bài", "Tổng số tin bài",
        "Số lượng tin bài",
    ),
    "news": ("Tin", "Số tin", "SL tin", "Số lượng tin"),
    "articles": ("Bài", "Số bài", "SL bài", "Số lượng bài"),
    "features": ("Phóng sự", "Số phóng sự"),
    "duration": ("Thời lượng", "Độ dài", "Tổng thời lượng", "Tổng TL", "Độ dài tin, bài", "Thời lượng tin, bài", "Tổng độ dài"),
    "airtime": ("Thời lượng phát sóng", "Tổng thời lượng phát sóng"),
    "broadcasts": (
        "Số lần phát", "Số lượt phát", "Lượt phát sóng", "Số buổi phát", "Số lượng phát sóng", "Số lượt phát sóng", "Lượt phát",
        "Số lần phát sóng", "Tổng số lượt phát",
    ),
    "listeners": (
        "Ước số người nghe", "Ước người nghe", "Số người nghe (ước)", "Ước số lượng người nghe", "Số người nghe", "Lượt người nghe",
        "Số lượng người nghe", "Ước số lượt người nghe", "Số lượt người nghe", "Ước tính số người nghe",
    ),
    "views": ("Lượt truy cập", "Lượt xem", "Số lượt truy cập", "Số lượt xem"),
}  # fmt: skip
LABELS = (
    "Kênh tuyên truyền",
    "Kênh",
    "Hình thức",
    "Hình thức tuyên truyền",
    "Kênh / chủ đề",
    "Loại hình",
    "Phương tiện",
    "Chương trình",
)
NUMBERS = ("TT", "STT", "Số TT", "Stt")
TOTALS = ("Tổng", "Tổng cộng", "Cộng", "Tổng số", "TC", "TỔNG CỘNG", "CỘNG", "Tổng cộng:")
CUMULATIVE = ("Lũy kế", "Luỹ kế", "Từ đầu tháng", "Cộng dồn", "Lũy kế từ đầu tháng", "LŨY KẾ")
PLANNED, DONE = ("Kế hoạch", "KH", "Kế hoạch tuần"), ("Thực hiện", "TH", "Kết quả thực hiện")
MEASURED_IN = {
    "items": "tin, bài",
    "news": "tin",
    "articles": "bài",
    "features": "phóng sự",
    "broadcasts": "lượt",
    "listeners": "người",
    "views": "lượt",
}
EXPLAINED_HEADERS = {
    "items": ("kể cả tiếng Thái", "ví dụ: 5", "trong tuần", "bao gồm cả bài dịch", "từ 29/01 đến 04/02"),
    "duration": ("tổng cả tuần", "không tính nhạc hiệu", "ghi tổng"),
    "broadcasts": ("cả tuần", "tính cả phát lại", "tuần 5"),
    "listeners": ("ghi số ước", "nếu có", "không kể trùng"),
}
EXTRAS = ("Ghi chú", "Người thực hiện", "Địa bàn", "Khung giờ phát", "Ghi chú khác")
REMARKS = (
    "",
    "",
    "",
    "tăng 3 so với tuần trước",
    "loa hỏng 1 cụm",
    "phát 2 buổi/ngày",
    "đ/c Hùng",
    "12 bản",
    "x",
    "5h00 - 5h30",
)
TITLES = (
    "Kết quả tuyên truyền phòng, chống dịch Covid-19, ứng dụng Bluezone và Tết Nguyên đán Tân Sửu 2021",
    "BIỂU TỔNG HỢP KẾT QUẢ TUYÊN TRUYỀN",
    "KẾT QUẢ TUYÊN TRUYỀN TRÊN HỆ THỐNG TRUYỀN THANH",
    "Báo cáo nhanh công tác tuyên truyền trong tuần",
    "Tổng hợp số liệu tuyên truyền trên hệ thống truyền thanh cơ sở",
)


def header(rng: random.Random, measure: str, way: Clock | None = None, scale: int = 1, *, bare: bool = False) -> str:
    """A header's words, with what it is measured in unless ``bare``."""
    words = rng.choice(HEADERS[measure])
    if bare:
        return words
    says = measured_in(rng, measure, way, scale)
    if says and (way or scale > 1 or rng.random() < 0.15):
        gap = "\n" if rng.random() < 0.3 else " "
        return f"{words}{gap}({'ĐVT: ' if rng.random() < 0.05 and ':' not in says else ''}{says})"
    return words


def explained(rng: random.Random, measure: str, words: str) -> str:
    """A header that explains itself once more in brackets; what it counts stays the same."""
    texts = EXPLAINED_HEADERS.get(measure)
    return f"{words} ({rng.choice(texts)})" if texts else words


def measured_in(rng: random.Random, measure: str, way: Clock | None, scale: int) -> str:
    """What the figures are measured in, as the header or an ĐVT column says it."""
    if way is not None:
        return way.says
    if scale == 1000:
        return rng.choice(("nghìn người", "1.000 người", "nghìn lượt người"))
    return MEASURED_IN.get(measure, "")


def disguise(rng: random.Random, text: str, oddity: float) -> str:
    """The same words in other clothes: capitals, decomposed, without marks, spaced out."""
    if rng.random() >= oddity:
        return text
    return rng.choice((upper_words, spread, without_marks, spaced, old_tones))(text)


def upper_words(text: str) -> str:
    """Capitals, save where a notation such as mm:ss would change."""
    return text if ":" in text else text.upper()


def spread(text: str) -> str:
    """Decomposed Unicode."""
    return unicodedata.normalize("NFD", text)


def without_marks(text: str) -> str:
    """Typed without Vietnamese marks."""
    return bare_letters(text)


def spaced(text: str) -> str:
    """Double spaces, a tab, spaces around."""
    return f" {text.replace(' ', '  ', 1)} " if len(text) % 2 else text.replace(" ", "\t", 1)


def old_tones(text: str) -> str:
    """The older position of the tone mark."""
    return text.replace("hòa", "hoà").replace("HÒA", "HOÀ").replace("Hòa", "Hoà").replace("lũy", "luỹ")
