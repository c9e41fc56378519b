"""The forms in which the units of the sample campaign report: where each puts its heading, its rows and its totals."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sample_facts import MEASURES, Row
from sample_files import Formula, Length, Sheet, address, word, workbook

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
TITLE = "Kết quả tuyên truyền phòng, chống dịch Covid-19, ứng dụng Bluezone và Tết Nguyên đán Tân Sửu 2021"
TO = "Kính gửi: Phòng Văn hóa và Thông tin huyện Tam Đường"
NAMES = {
    "thi-tran-tam-duong": "Thị trấn Tam Đường", "then-sin": "Xã Thèn Sin", "ta-leng": "Xã Tả Lèng", "giang-ma": "Xã Giang Ma",
    "ho-thau": "Xã Hồ Thầu", "binh-lu": "Xã Bình Lư", "son-binh": "Xã Sơn Bình", "nung-nang": "Xã Nùng Nàng",
    "ban-giang": "Xã Bản Giang", "ban-hon": "Xã Bản Hon", "ban-bo": "Xã Bản Bo", "na-tam": "Xã Nà Tăm", "khun-ha": "Xã Khun Há",
    "dai-tt-th": "Đài Truyền thanh - Truyền hình huyện Tam Đường",
}  # fmt: skip
PLAIN = ("TT", "Kênh tuyên truyền", "Số tin, bài", "Thời lượng (phút)", "Số lần phát", "Ước số người nghe")
WITH_NOTES = (*PLAIN, "Ghi chú")
Cells = dict[tuple[int, str], str]


@dataclass(frozen=True)
class Week:
    """A week of the campaign: its number, its days and the deadline that holds for it."""

    number: int
    start: dt.date
    end: dt.date

    @property
    def dated(self) -> str:
        """As a formal report writes it."""
        return f"Tuần {self.number:02d} (từ {self.start:%d/%m} đến {self.end:%d/%m/%Y})"

    @property
    def plain(self) -> str:
        """As a plain form writes it."""
        return f"(Tuần {self.number}, từ ngày {self.start:%d/%m/%Y} đến ngày {self.end:%d/%m/%Y})"


def typed(row: Row, measure: str) -> Any:
    """What stands in a cell."""
    plain = row.minutes if measure == "duration" else row.value.get(measure)
    found = row.typed.get(measure, plain)
    return Formula("=#REF!+1", found) if found == "#REF!" else found


def formal(sheet: Sheet, unit: str, week: Week, width: int) -> None:
    """The head of an official letter."""
    name, half = NAMES[unit], width // 2
    office = "ĐÀI TRUYỀN THANH - TRUYỀN HÌNH" if unit == "dai-tt-th" else f"UBND {name.upper()}"
    symbol = "BC-ĐTTTH" if unit == "dai-tt-th" else "BC-UBND"
    place = "Tam Đường" if unit in {"dai-tt-th", "thi-tran-tam-duong"} else name.removeprefix("Xã ")
    day = f"{place}, ngày {week.end:%d} tháng {week.end:%m} năm {week.end:%Y}"
    for left, right in (("UBND HUYỆN TAM ĐƯỜNG", NATION[0]), (office, NATION[1]), (f"Số: {week.number + 7}/{symbol}", day)):
        row = sheet.put(left, *[None] * (half - 1), right)
        sheet.merge(row, 0, half - 1)
        sheet.merge(row, half, width - 1)
    sheet.put()
    for line in ("BÁO CÁO", TITLE, week.dated):
        sheet.merge(sheet.put(line), 0, width - 1)
    sheet.put(TO)
    sheet.put()


def plain_head(sheet: Sheet, unit: str, week: Week, width: int) -> None:
    """The head of a plain form."""
    sheet.put(f"Đơn vị: {NAMES[unit]}")
    for line in ("BIỂU TỔNG HỢP KẾT QUẢ TUYÊN TRUYỀN", week.plain):
        sheet.merge(sheet.put(line), 0, width - 1)
    sheet.put()


def signed(sheet: Sheet, width: int, *, formally: bool) -> None:
    """Who signs."""
    sheet.put()
    left, right = (
        (("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), ("- Như trên;", "CHỦ TỊCH"))
        if formally
        else (("Người lập biểu", "Thủ trưởng đơn vị"), ("", "(Ký, đóng dấu)"))
    )
    for a, b in (left, right):
        sheet.put(a, *[None] * (width - 2), b)
    if formally:
        sheet.put("- Lưu: VT.")


def body(sheet: Sheet, rows: list[Row], order: tuple[str, ...], *, total: str = "") -> Cells:
    """The rows of a table after its heading; ``order`` names what stands in each column. Returns where each figure stands."""
    cells: Cells = {}
    first = len(sheet.rows)
    for number, row in enumerate(rows):
        known = {"tt": number + 1, "label": row.label, "note": None}
        at = sheet.put(*(known[key] if key in known else typed(row, key) for key in order))
        cells |= {(number, key): address(at, c) for c, key in enumerate(order) if key not in known}
    if total:
        line: list[Any] = [None, "Tổng cộng"]
        for column, key in enumerate(order[2:], start=2):
            values = [typed(row, key) for row in rows]
            whole = sum(v for v in values if isinstance(v, int))
            span = f"{address(first, column)}:{address(first + len(rows) - 1, column)}"
            line.append(None if key == "note" else Formula(f"=SUM({span})", whole) if total == "formula" else whole)
        sheet.put(*line)
    return cells


SIMPLE = ("tt", "label", *MEASURES)


def simple(
    unit: str,
    week: Week,
    rows: list[Row],
    name: str = "Sheet1",
    *,
    formally: bool = False,
    total: str = "",
    head: tuple[str, ...] = PLAIN,
) -> tuple[Sheet, Cells]:
    """The usual form, one line for each channel."""
    sheet = Sheet(name)
    (formal if formally else plain_head)(sheet, unit, week, len(head))
    sheet.put(*head)
    cells = body(sheet, rows, SIMPLE + ("note",) * (len(head) - len(SIMPLE)), total=total)
    signed(sheet, len(head), formally=formally)
    return sheet, cells


def split(unit: str, week: Week, rows: list[Row], *, formally: bool = False, total: str = "") -> tuple[Sheet, Cells]:
    """The form with a heading of two rows, news and articles apart."""
    sheet = Sheet("Sheet1")
    (formal if formally else plain_head)(sheet, unit, week, 7)
    top = sheet.put("TT", "Hình thức", "Số lượng tin, bài", None, "Kết quả", None, "Ước người nghe")
    sheet.put(None, None, "Tin", "Bài", "Thời lượng (phút)", "Số lượt phát")
    for column in (0, 1, 6):
        sheet.merge(top, column, column, down=1)
    sheet.merge(top, 2, 3)
    sheet.merge(top, 4, 5)
    cells = body(sheet, rows, ("tt", "label", "news", "articles", "duration", "broadcasts", "listeners"), total=total)
    signed(sheet, 7, formally=formally)
    return sheet, cells


def numbered(unit: str, week: Week, rows: list[Row]) -> tuple[Sheet, Cells]:
    """Tả Lèng's form: columns in another order, a row of their numbers, durations in words."""
    sheet = Sheet("Bieu 1")
    for line in (
        *NATION,
        None,
        f"BÁO CÁO TUẦN CỦA UBND {NAMES[unit].upper()}",
        f"Kỳ báo cáo: Tuần {week.number:02d}/2021 ({week.start:%d/%m/%Y} - {week.end:%d/%m/%Y})",
        None,
    ):
        sheet.put(line)
    sheet.put("TT", "Kênh", "Lượt phát sóng", "Số lượng tin, bài", "Tổng TL", "Số người nghe (ước)")
    sheet.put(*(f"({n})" for n in range(1, 7)))
    cells = body(sheet, rows, ("tt", "label", "broadcasts", "items", "duration", "listeners"))
    signed(sheet, 6, formally=False)
    return sheet, cells


def turned(unit: str, week: Week, rows: list[Row]) -> tuple[Sheet, Cells]:
    """Bản Hon's form: measures down, channels across."""
    sheet = Sheet("Sheet1")
    formal(sheet, unit, week, 6)
    sheet.put("Chỉ tiêu", *(row.label for row in rows), "Tổng cộng")
    cells: Cells = {}
    for title, measure in zip(PLAIN[2:], MEASURES, strict=True):
        plain = [row.minutes if measure == "duration" else row.value[measure] for row in rows]
        at = sheet.put(title, *(typed(row, measure) for row in rows), sum(plain))
        cells |= {(n, measure): address(at, n + 1) for n in range(len(rows))}
    signed(sheet, 6, formally=True)
    return sheet, cells


def station_sheets(week: Week, rows: list[Row]) -> bytes:
    """The district station: a sheet for each kind of programme."""
    sheets = []
    for name, mine in (("Phát thanh", rows[:3]), ("Truyền hình", rows[3:4]), ("Cổng TTĐT", rows[4:])):
        head = ("TT", "Chương trình", "Số tin, bài", "Tổng thời lượng (phút)", "Lượt phát", "Ước số người nghe")
        sheets.append(simple("dai-tt-th", week, mine, name, total="formula", head=head)[0])
    return workbook(*sheets)


def station_programmes(week: Week, rows: list[Row]) -> bytes:
    """The district station: one sheet, products apart, lengths as Excel keeps them."""
    sheet = Sheet("BC tuần")
    formal(sheet, "dai-tt-th", week, 8)
    top = sheet.put(
        "TT", "Chương trình", "Sản phẩm", None, None, "Tổng thời lượng", "Số lượt phát sóng", "Ước số người nghe, xem"
    )
    sheet.put(None, None, "Tin", "Bài", "Phóng sự")
    for column in (0, 1, 5, 6, 7):
        sheet.merge(top, column, column, down=1)
    sheet.merge(top, 2, 4)
    for title, mine, first in (("I. Phát thanh", rows[:3], 1), ("II. Truyền hình", rows[3:], 4)):
        sheet.put(None, title)
        for number, row in enumerate(mine, start=first):
            parts = row.items if isinstance(row.items, tuple) else ()
            products = [*parts, *[None] * (3 - len(parts))]
            sheet.put(number, row.label, *products, Length(row.value["duration"]), row.broadcasts, row.listeners)
    signed(sheet, 8, formally=True)
    return workbook(sheet)


def letter(
    unit: str, week: Week, rows: list[Row], *, apart: bool = False, total: bool = False, after: tuple[str, ...] = ()
) -> bytes:
    """A report in Word with one table."""
    name = NAMES[unit]
    place = name.removeprefix("Xã ")
    head = [
        f"UBND HUYỆN TAM ĐƯỜNG\nUBND {name.upper()}\nSố: {week.number + 3:02d}/BC-UBND",
        f"{NATION[0]}\n{NATION[1]}\n{place}, ngày {week.end:%d} tháng {week.end:%m} năm {week.end:%Y}",
    ]
    lines = ["BÁO CÁO", "Kết quả tuyên truyền trên hệ thống thông tin cơ sở", week.dated, TO]
    keys = ("news", "articles", *MEASURES[1:]) if apart else MEASURES
    heading = [
        "STT",
        "Nội dung",
        *(("Số tin", "Số bài") if apart else ("Số tin, bài",)),
        "Độ dài (phút)",
        "Số buổi phát",
        "Số người nghe",
    ]
    table = [heading]
    for number, row in enumerate(rows, start=1):
        table.append([str(number), row.label, *(str(typed(row, key)) for key in keys)])
    if total:
        sums = (sum(row.minutes if key == "duration" else row.value[key] for row in rows) for key in keys)
        table.append(["", "Cộng", *map(str, sums)])
    return word(head, lines, table, [*after, "Nơi nhận:", "- Như trên;", "- Lưu: VT."])
