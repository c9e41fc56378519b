"""Workbooks such as communes send, about 8 KB each: letterhead, a styled table, a total of formulas, a signature.

No two have a style sheet, a workbook part or properties in common, so that nothing is measured that was only remembered from
the file before.
"""

import random
from pathlib import Path
from typing import Any

import xlsxwriter

CHANNELS = (
    "Trạm truyền thanh xã",
    "Loa kéo, loa di động",
    "Loa phát thanh thôn, bản",
    "Cổng thông tin điện tử",
    "Zalo, Facebook",
)
HEADINGS = ("TT", "Kênh tuyên truyền", "Số tin, bài", "Thời lượng (phút)", "Số lần phát", "Ước số người nghe", "Ghi chú")
WIDTHS = (5, 34, 12, 14, 12, 16, 40)
VILLAGES = ("Bản Hon", "Nà Tăm", "Khun Há", "Thèn Sin", "Tả Lèng", "Hồ Thầu", "Giang Ma", "Bản Bo", "Sơn Bình", "Nùng Nàng")
REMARKS = (
    "Phát sáng 5 giờ 30, chiều 17 giờ",
    "Bằng tiếng phổ thông và tiếng Mông",
    "Phòng, chống dịch Covid-19",
    "Vệ sinh môi trường, chăm sóc lúa xuân",
    "",
)
BETWEEN = ((1, 20), (5, 60), (20, 40), (100, 2000))  # items, minutes, broadcasts, listeners
FONT = {"font_name": "Times New Roman", "font_size": 13}
FIRST = 8  # the row of the first figures, counted from 0


def write(path: Path, unit: str, rows: int, rng: random.Random) -> None:
    """A workbook of week 5 of 2021 with so many rows of figures, set up for printing. ``unit`` is the name with its kind."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"title": f"Báo cáo tuyên truyền {unit}", "author": "Văn hóa xã", "company": f"UBND {unit}"})
        _Sheet(book, unit, rng).fill(rows, rng)
        for name in ("Sheet2", "Sheet3"):  # left empty, as Excel 2010 and older began each workbook
            book.add_worksheet(name)


class _Sheet:
    """The first sheet, with the formats that Excel's ribbon would leave behind."""

    def __init__(self, book: Any, unit: str, rng: random.Random) -> None:
        self.unit = unit
        self.sums = [0, 0, 0, 0]
        self.sheet = book.add_worksheet(unit[:31])
        shade, light = f"#{rng.randrange(1 << 24):06X}", f"#{rng.randrange(1 << 24):06X}"
        boxed = {**FONT, "border": 1, "valign": "vcenter"}
        self.plain = book.add_format({**FONT, "align": "center"})
        self.bold = book.add_format({**FONT, "align": "center", "bold": True})
        self.italic = book.add_format({**FONT, "align": "center", "italic": True})
        self.title = book.add_format({**FONT, "align": "center", "bold": True, "font_size": 14})
        self.heading = book.add_format({**boxed, "bold": True, "text_wrap": True, "align": "center", "bg_color": shade})
        self.order = book.add_format({**boxed, "align": "center"})
        self.label = book.add_format({**boxed, "text_wrap": True})
        self.number = book.add_format({**boxed, "num_format": "#,##0"})
        self.note = book.add_format({**boxed, "text_wrap": True, "italic": True, "font_size": 11})
        self.total = book.add_format({**boxed, "bold": True, "bg_color": light})
        self.sum = book.add_format({**boxed, "bold": True, "bg_color": light, "num_format": "#,##0"})

    def fill(self, rows: int, rng: random.Random) -> None:
        """Letterhead, title, table and signature."""
        sheet = self.sheet
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.5, 0.5, 0.75, 0.75)
        sheet.repeat_rows(FIRST - 1)
        sheet.freeze_panes(FIRST, 2)
        sheet.merge_range("A1:C1", "UBND HUYỆN TAM ĐƯỜNG", self.plain)
        sheet.merge_range("A2:C2", f"UBND {self.unit.upper()}", self.bold)
        sheet.merge_range("D1:G1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", self.bold)
        sheet.merge_range("D2:G2", "Độc lập - Tự do - Hạnh phúc", self.bold)
        sheet.merge_range("A4:G4", "BÁO CÁO", self.title)
        sheet.merge_range("A5:G5", "Kết quả công tác tuyên truyền tuần 05", self.title)
        sheet.merge_range("A6:G6", "(Từ ngày 29/01/2021 đến ngày 04/02/2021)", self.italic)
        sheet.set_row(FIRST - 1, 48)
        sheet.write_row(FIRST - 1, 0, HEADINGS, self.heading)
        for i in range(rows):
            self._row(FIRST + i, i, rng)
        self._end(FIRST + rows)

    def _row(self, row: int, i: int, rng: random.Random) -> None:
        sheet = self.sheet
        sheet.set_row(row, 20.25)
        sheet.write_number(row, 0, i + 1, self.order)
        sheet.write_string(row, 1, f"{CHANNELS[i % len(CHANNELS)]} {VILLAGES[i // len(CHANNELS) % 10]}", self.label)
        figures = [rng.randint(least, most) for least, most in BETWEEN]
        self.sums = [total + value for total, value in zip(self.sums, figures, strict=True)]
        for column, value in enumerate(figures, 2):
            sheet.write_number(row, column, value, self.number)
        sheet.write(row, 6, rng.choice(REMARKS), self.note)

    def _end(self, row: int) -> None:
        """The total row, and under it who made the report and who gets it."""
        sheet = self.sheet
        sheet.write_blank(row, 0, None, self.total)
        sheet.write_string(row, 1, "Tổng cộng", self.total)
        for column, value in enumerate(self.sums, 2):
            letter = "CDEF"[column - 2]
            sheet.write_formula(row, column, f"=SUM({letter}{FIRST + 1}:{letter}{row})", self.sum, value)
        sheet.write_blank(row, 6, None, self.total)
        sheet.merge_range(row + 2, 4, row + 2, 6, "....., ngày 04 tháng 02 năm 2021", self.italic)
        sheet.merge_range(row + 3, 4, row + 3, 6, "TM. ỦY BAN NHÂN DÂN", self.bold)
        sheet.merge_range(row + 4, 4, row + 4, 6, "KT. CHỦ TỊCH", self.bold)
        sheet.merge_range(row + 5, 4, row + 5, 6, "PHÓ CHỦ TỊCH", self.bold)
        sheet.write_string(row + 3, 0, "Nơi nhận:", self.italic)
        sheet.write_string(row + 4, 0, "- Phòng VH&TT huyện;", self.italic)
        sheet.write_string(row + 5, 0, "- Lưu: VT.", self.italic)
