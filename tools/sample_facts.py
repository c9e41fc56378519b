"""What the units of the sample campaign reported in weeks 7 and 8, all of it invented: the truth that tests compare with."""

from dataclasses import dataclass, field
from typing import Any

MEASURES = ("items", "duration", "broadcasts", "listeners")
PARTS = ("news", "articles", "features")


@dataclass(frozen=True)
class Row:
    """One line of a report. ``items`` is a number, or news, articles and features apart.

    ``typed`` is what stands in a cell where it is not the plain number; ``refused`` the rule that must refuse it.
    """

    label: str
    items: int | tuple[int, ...]
    minutes: float
    broadcasts: int
    listeners: int
    typed: dict[str, Any] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)

    @property
    def value(self) -> dict[str, int]:
        """The true figures; durations in seconds."""
        parts = self.items if isinstance(self.items, tuple) else ()
        whole = sum(parts) if parts else self.items
        named = dict(zip(PARTS, parts, strict=False))
        return {
            "items": whole,
            "duration": round(self.minutes * 60),
            "broadcasts": self.broadcasts,
            "listeners": self.listeners,
            **named,
        }  # type: ignore[dict-item]


STATION, MOBILE, VILLAGES = "Trạm truyền thanh xã", "Loa kéo, loa di động", "Loa phát thanh thôn, bản"
QUARTER = "Loa tổ dân phố"

WEEK_07: dict[str, list[Row]] = {
    "thi-tran-tam-duong": [
        Row("Trạm truyền thanh thị trấn", 6, 18, 14, 820),
        Row("Loa di động", 5, 15, 11, 640),
        Row("Cổng thông tin điện tử", 2, 6, 7, 410),
        Row(QUARTER, 4, 10, 9, 530),
    ],
    "then-sin": [Row(STATION, (3, 2), 14, 12, 690), Row(MOBILE, (4, 1), 12, 9, 240)],
    "ta-leng": [
        Row(STATION, 4, 65, 18, 470, {"duration": "1 giờ 05 phút"}),
        Row(MOBILE, 6, 40, 12, 510, {"duration": "40'"}),
        Row(VILLAGES, 3, 15, 16, 1150, {"duration": "15p", "listeners": "1 150"}),
    ],
    "giang-ma": [Row(STATION, 4, 12, 10, 620), Row(MOBILE, 6, 19, 14, 1050, {"listeners": "1.050"})],
    "ho-thau": [Row(STATION, (3, 2), 15, 9, 310), Row(MOBILE, (1, 1), 6, 6, 280), Row(VILLAGES, (1, 1), 7, 5, 940)],
    "binh-lu": [Row(STATION, 5, 17, 12, 740), Row(MOBILE, 5, 14, 12, 980), Row(VILLAGES, 3, 8, 6, 310)],
    "son-binh": [
        Row(STATION, 5, 12, 21, 340, {"broadcasts": "21 lượt"}),
        Row(MOBILE, 6, 17, 11, 610),
        Row(VILLAGES, 5, 13, 8, 290),
    ],
    "ban-giang": [Row(STATION, 6, 19, 15, 760), Row(MOBILE, 5, 14, 13, 590), Row(VILLAGES, 4, 11, 10, 420)],
    "ban-hon": [
        Row(STATION, 6, 19, 13, 810),
        Row(MOBILE, 3, 8, 9, 640),
        Row(VILLAGES, 4, 13, 12, 600, {"listeners": "khoảng 600"}),
    ],
    "ban-bo": [
        Row(STATION, 4, 13, 12, 480),
        Row(MOBILE, 5, 11, 10, 870, {"listeners": "#REF!"}, {"listeners": "error-cell"}),
        Row(VILLAGES, 3, 9, 13, 650),
    ],
    "na-tam": [Row(STATION, (3, 1), 9, 8, 820), Row(MOBILE, (2, 1), 8, 7, 430)],
    "khun-ha": [Row(STATION, 3, 9, 6, 560), Row(MOBILE, 4, 12, 8, 610)],
    "dai-tt-th": [
        Row("Phát thanh tiếng Việt", 16, 32, 20, 1800),
        Row("Phát thanh tiếng Mông", 16, 44, 30, 1360),
        Row("Phát thanh tiếng Thái", 16, 30, 32, 1720),
        Row("Truyền hình", 12, 22, 26, 2600),
        Row("Cổng thông tin điện tử huyện", 6, 19, 18, 720),
    ],
}

WEEK_08: dict[str, list[Row]] = {
    "thi-tran-tam-duong": [
        Row("Trạm truyền thanh thị trấn", 9, 25, 19, 1090),
        Row("Loa di động", 6, 19, 13, 860),
        Row("Cổng thông tin điện tử", 4, 12, 12, 720),
        Row(QUARTER, 6, 13, 14, 690),
    ],
    "then-sin": [Row(STATION, (5, 3), 22, 18, 950), Row(MOBILE, (4, 3), 17, 12, 330)],
    "ta-leng": [
        Row(STATION, 5, 70, 20, 520, {"duration": "1 giờ 10 phút"}),
        Row(MOBILE, 8, 45, 15, 640, {"duration": "45'"}),
        Row(VILLAGES, 5, 20, 21, 1300, {"duration": "20p", "listeners": "1 300"}),
    ],
    "giang-ma": [Row(STATION, 6, 18, 13, 790), Row(MOBILE, 9, 28, 20, 1230, {"listeners": "1.230"})],
    "ho-thau": [Row(STATION, (4, 3), 21, 12, 460), Row(MOBILE, (3, 1), 10, 9, 350), Row(VILLAGES, (2, 2), 12, 8, 1210)],
    "binh-lu": [Row(STATION, 8, 26, 18, 930), Row(MOBILE, 7, 21, 17, 1280), Row(VILLAGES, 5, 12, 9, 390)],
    "son-binh": [Row(STATION, 7, 15, 21, 380), Row(MOBILE, 9, 24, 16, 790), Row(VILLAGES, 8, 19, 12, 370)],
    "nung-nang": [Row(STATION, 8, 19, 17, 380), Row(MOBILE, 4, 11, 9, 260)],
    "ban-giang": [Row(STATION, 9, 26, 20, 860), Row(MOBILE, 8, 22, 19, 740), Row(VILLAGES, 6, 17, 15, 560)],
    "ban-hon": [Row(STATION, 9, 29, 19, 1060), Row(MOBILE, 5, 13, 14, 940), Row(VILLAGES, 7, 21, 17, 830)],
    "ban-bo": [Row(STATION, 6, 18, 16, 620), Row(MOBILE, 6, 14, 13, 1010), Row(VILLAGES, 5, 14, 18, 810)],
    "na-tam": [Row(STATION, (4, 2), 15, 10, 1050), Row(MOBILE, (3, 2), 13, 12, 720)],
    "khun-ha": [Row(STATION, 6, 19, 9, 780), Row(MOBILE, 7, 22, 11, 830)],
    "dai-tt-th": [
        Row("Phát thanh tiếng Việt", (10, 8), 40.5, 26, 2100),
        Row("Phát thanh tiếng Mông", (9, 9), 58.5, 36, 1580),
        Row("Phát thanh tiếng Thái", (10, 8), 41.5, 40, 1980),
        Row("Thời sự địa phương", (10, 4, 2), 30.5, 34, 3100),
    ],
}

# Thèn Sin's first report of week 8: one figure is another one in the report that follows it.
FIRST_OF_THEN_SIN = [Row(STATION, (5, 3), 22, 18, 590), Row(MOBILE, (4, 3), 17, 12, 330)]
# What Bản Bo sent for week 6 after the report of that week was issued: fewer broadcasts, and a total that agrees.
CORRECTION_06 = [Row(STATION, 5, 17, 17, 540), Row(MOBILE, 6, 12, 8, 1020), Row(VILLAGES, 5, 14, 20, 830)]
# Bình Lư keeps its weeks in one workbook; these stand behind the new one.
BINH_LU_06 = [Row(STATION, 8, 24, 18, 910), Row(MOBILE, 7, 22, 18, 1300), Row(VILLAGES, 5, 11, 8, 350)]
BINH_LU_05 = [Row(STATION, 5, 19, 16, 300), Row(MOBILE, 6, 15, 9, 640)]


def truth_of(rows: list[Row]) -> tuple[dict[str, int | None], dict[str, str]]:
    """A unit's figures, null where they are refused or not stated, and why."""
    values: dict[str, int | None] = {}
    why: dict[str, str] = {}
    for measure in ("items", *PARTS, *MEASURES[1:]):
        stated = [row.value[measure] for row in rows if measure in row.value]
        refused = [row.refused[measure] for row in rows if measure in row.refused]
        values[measure] = sum(stated) if stated and not refused else None
        if refused:
            why[measure] = refused[0]
        elif not stated:
            why[measure] = "not-stated"
    return values, why
