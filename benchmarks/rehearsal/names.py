"""Invented commune names, all distinct after folding, and the campaign folder that lists them."""

import random
import unicodedata
from dataclasses import dataclass
from pathlib import Path

FIRST = (
    "Bản", "Nà", "Nậm", "Mường", "Tả", "Pa", "Sìn", "Khun", "Giang", "Bình", "Sơn", "Tân", "Thanh", "An", "Vĩnh", "Phú",
    "Hòa", "Long", "Đông", "Tây", "Nam", "Bắc", "Thượng", "Hạ", "Trung", "Quảng", "Hưng", "Minh", "Đại", "Kim", "Ngọc",
    "Xuân", "Thu", "Yên", "Lộc", "Phước", "Mỹ", "Thạnh", "Hiệp", "Thuận", "Cẩm", "Diễn", "Quỳnh", "Nghi", "Hương", "Lâm",
    "Trà", "Krông", "Chư", "Buôn", "Cư", "Suối", "Đồng", "Chiềng", "Phiêng", "Púng", "Lùng", "Sủng", "Thèn", "Nùng", "Tủa",
    "Háng", "Dào", "Cốc", "Thắng", "Tràng", "Vạn", "Gia", "Liên", "Nghĩa", "Hải", "Châu", "Ninh", "Vân", "Quý", "Đức",
    "Lương", "Thọ", "Hoằng", "Triệu", "Gio", "Cam", "Sông", "Ba", "Dương", "Kiến", "Bàu", "Tường", "Kỳ", "Đường", "Hữu", "Ái",
    "Bằng", "Thụy", "Thái", "Đan", "Hồng", "Liêm", "Nhân", "Trực", "Ý", "Ea", "Ia", "Đắk",
)  # fmt: skip
SECOND = (
    "Bo", "Hon", "Tăm", "Lèng", "Ma", "Thầu", "Lư", "Há", "Nàng", "Sin", "Mít", "Tè", "Kha", "Cang", "Vàng", "Phìn", "Chải",
    "Dao", "Tủa", "Lập", "Lộc", "Sơn", "Bình", "Giang", "Thành", "Trung", "Phong", "Thịnh", "Lợi", "Đức", "Hiệp", "Hội",
    "Nghĩa", "Lâm", "Khê", "Trạch", "Hà", "Hải", "Châu", "Thủy", "Phúc", "Xá", "Đình", "Dân", "Cường", "Thắng", "Tiến",
    "Hưng", "Quang", "Minh", "Ninh", "Khánh", "Vân", "Hoa", "Mai", "Lan", "Quế", "Trúc", "Tùng", "Bách", "Thạch", "Kim",
    "Ngân", "Bạch", "Long", "Phượng", "Quy", "Lân", "Hổ", "Nguyên", "Hùng", "Vinh", "Phát", "Tài", "Đạt", "Chung", "Sách",
    "Cốc", "Kè", "Rơm", "Hua", "Ngam", "Pua", "Pồn", "Xén", "Chà", "Vai", "Khoa", "Lếch", "Mạ", "Ngần", "Sàng", "Tằm", "Ỏ",
    "Ẳng", "Khăm", "Dăm", "Drông", "Pơi", "Rưng", "Tul", "Nuôl", "Bang", "Grai", "Mơr", "Púch",
)  # fmt: skip
THIRD = ("Thượng", "Hạ", "Đông", "Tây", "Nam", "Bắc", "Trung", "Hồ", "Phố")
TAKEN = {"tamduong", "baocao", "bosung", "banmoi", "bantin", "bansua", "loa", "tongso", "trungbinh", "banphat"}
KINDS = {"commune": "Xã", "township": "Thị trấn", "ward": "Phường"}
CAMPAIGN = """\
title = "Tuyên truyền Tết Nguyên đán Tân Sửu"
subject = "Kết quả tuyên truyền Tết Nguyên đán Tân Sửu năm 2021"
year = 2021
timezone = "Asia/Ho_Chi_Minh"
schema = "bao-cao-tuan"

[issuer]
superior = "UBND HUYỆN TAM ĐƯỜNG"
name = "PHÒNG VĂN HÓA VÀ THÔNG TIN"
symbol = "BC-VHTT"
place = "Tam Đường"
area = "huyện Tam Đường"

[report]
recipients = ["Sở Thông tin và Truyền thông tỉnh Lai Châu"]
authority = ["TRƯỞNG PHÒNG"]

[deadline]
rule = "thứ Năm 16:00"
"""
HEAD = "id,name,kind,aliases,valid_from,valid_to,gso_code_2021\n"


@dataclass(frozen=True, slots=True)
class Place:
    """One unit of the invented registry."""

    id: str
    kind: str
    bare: str

    @property
    def name(self) -> str:
        """The name with its kind: ``Xã Bản Bo``."""
        return f"{KINDS[self.kind]} {self.bare}"

    @property
    def plain(self) -> str:
        """The bare name without marks: ``Ban Bo``."""
        return bare_letters(self.bare)

    @property
    def joined(self) -> str:
        """The bare name in one piece: ``BanBo``."""
        return self.plain.replace(" ", "")


def bare_letters(text: str) -> str:
    """The text without tones and marks."""
    spread = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in spread if not unicodedata.combining(c))


def places(units: int, seed: int) -> list[Place]:
    """So many places, whose names without marks and spaces all differ."""
    rng = random.Random(f"names:{seed}")
    found: dict[str, Place] = {}
    while len(found) < units:
        words = [rng.choice(FIRST), rng.choice(SECOND)]
        if len({bare_letters(w) for w in words}) == 1:
            continue
        if rng.random() < 0.2:
            words.append(rng.choice(THIRD))
        bare = " ".join(words)
        key = bare_letters(bare).replace(" ", "").casefold()
        if key in found or key in TAKEN:
            continue
        kind = rng.choices(tuple(KINDS), (88, 10, 2))[0]
        found[key] = Place(bare_letters(bare).casefold().replace(" ", "-"), kind, bare)
    return list(found.values())


def write_campaign(folder: Path, units: list[Place]) -> None:
    """``tuyentruyen.toml``, and a ``units.csv`` of these places."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tuyentruyen.toml").write_text(CAMPAIGN, encoding="utf-8")
    lines = [HEAD]
    for number, place in enumerate(units):
        also = "|".join(dict.fromkeys((place.bare, place.plain, place.joined)))
        lines.append(f"{place.id},{place.name},{place.kind},{also},2020-01-01,2025-06-30,{10000 + number:05d}\n")
    (folder / "units.csv").write_text("".join(lines), encoding="utf-8")
