"""A wrong and a right example for each rule: what stands in the cell or file, and what to type or send instead.

What is typed is Vietnamese in both languages: that is what the forms hold.
"""


def _typed(text: str) -> tuple[str, str]:
    return text, text


MESSAGES: dict[str, tuple[str, str]] = {
    # a cell
    "fraction-in-count.wrong": _typed("Ước số người nghe: 1,2"),
    "fraction-in-count.right": _typed("Ước số người nghe: 1200"),
    "date-in-number.wrong": _typed("Số tin, bài: 05/02/2021"),
    "date-in-number.right": _typed("Số tin, bài: 5"),
    "malformed-number.wrong": _typed("Ước số người nghe: 12.34.567"),
    "malformed-number.right": _typed("Ước số người nghe: 1234567"),
    "ambiguous-number.wrong": _typed("Thời lượng (phút): 1,500"),
    "ambiguous-number.right": _typed("Thời lượng (phút): 1500"),
    "range.wrong": _typed("Số lần phát: 20-30"),
    "range.right": _typed("Số lần phát: 25"),
    "rate-not-total.wrong": _typed("Số lần phát: 3 lần/ngày"),
    "rate-not-total.right": _typed("Số lần phát: 21"),
    "not-a-number.wrong": _typed("Số tin, bài: nhiều"),
    "not-a-number.right": _typed("Số tin, bài: 12"),
    "percent.wrong": _typed("Ước số người nghe: 95%"),
    "percent.right": _typed("Ước số người nghe: 1900"),
    "fraction-of.wrong": _typed("Số lần phát: 13/14"),
    "fraction-of.right": _typed("Số lần phát: 13"),
    "negative.wrong": _typed("Số tin, bài: -5"),
    "negative.right": _typed("Số tin, bài: 5"),
    "error-cell.wrong": _typed("Số tin, bài: #REF!"),
    "error-cell.right": _typed("Số tin, bài: 12"),
    "uncached-formula.wrong": ("Số tin, bài: =B5+B6 (chưa có kết quả)", "Số tin, bài: =B5+B6 (without a result)"),
    "uncached-formula.right": _typed("Số tin, bài: 12"),
    "ambiguous-duration.wrong": _typed("Thời lượng: 05:30"),
    "ambiguous-duration.right": _typed("Thời lượng: 5 phút 30 giây"),
    "clock-range.wrong": _typed("Thời lượng: từ 5 giờ 15 phút đến 7 giờ"),
    "clock-range.right": _typed("Thời lượng: 105 phút"),
    "counting-word.wrong": _typed("Số tin, bài: 40 lượt"),
    "counting-word.right": _typed("Số tin, bài: 12; Số lần phát: 40"),
    "out-of-bounds.wrong": (
        "Số hộ được hỗ trợ: 99999 (cao nhất cho phép: 5000)",
        "Số hộ được hỗ trợ: 99999 (the most allowed is 5000)",
    ),
    "out-of-bounds.right": _typed("Số hộ được hỗ trợ: 999"),
    # a column, a row, a table
    "basis-unclear.wrong": ("Hai cột cùng tên “Số lần phát”", "Two columns with the same heading “Số lần phát”"),
    "basis-unclear.right": (
        "Một cột “Số tin, bài” và một cột “Số lần phát”",
        "One column “Số tin, bài” and one column “Số lần phát”",
    ),
    "split-mismatch.wrong": _typed("Số tin, bài: 20; Số tin: 12; Số bài: 5"),
    "split-mismatch.right": _typed("Số tin, bài: 17; Số tin: 12; Số bài: 5"),
    "total-mismatch.wrong": _typed("Phát thanh: 12; Loa bản: 5; Tổng cộng: 20"),
    "total-mismatch.right": _typed("Phát thanh: 12; Loa bản: 5; Tổng cộng: 17"),
    "subtotal-mismatch.wrong": _typed("I. Phát thanh: 20; Bản tin sáng: 12; Bản tin chiều: 5"),
    "subtotal-mismatch.right": _typed("I. Phát thanh: 17; Bản tin sáng: 12; Bản tin chiều: 5"),
    "total-without-rows.wrong": (
        "Phát thanh: (trống); Loa bản: (trống); Tổng cộng: 20",
        "Phát thanh: (blank); Loa bản: (blank); Tổng cộng: 20",
    ),
    "total-without-rows.right": _typed("Phát thanh: 15; Loa bản: 5; Tổng cộng: 20"),
    "unlabelled-row.wrong": ("Dòng không ghi tên kênh: 12, 60, 7, 900", "A row without a channel: 12, 60, 7, 900"),
    "unlabelled-row.right": _typed("Loa bản: 12, 60, 7, 900"),
    "row-unclear.wrong": (
        "Dòng “Chương trình” không ghi tên kênh, bằng đúng Phát thanh và Loa bản cộng lại",
        "A row “Chương trình” that names no channel and is exactly Phát thanh and Loa bản added up",
    ),
    "row-unclear.right": ("Ghi tên dòng là “Tổng cộng”", "Label the row “Tổng cộng”"),
    "hidden-figures.wrong": ("Dòng 7 bị ẩn, trong đó có số 12", "Row 7 is hidden and holds 12"),
    "hidden-figures.right": ("Dòng 7 hiện ra, hoặc đã xóa", "Row 7 is shown, or deleted"),
    "value-under-merge.wrong": ("Ô gộp C5:C6 ghi 12, dưới đó ô C6 còn số 7", "Merged C5:C6 shows 12; C6 beneath still holds 7"),
    "value-under-merge.right": ("C5 ghi 12, C6 ghi 7, không gộp ô", "C5 holds 12 and C6 holds 7, not merged"),
    "readings-differ.wrong": (
        "Tệp do phần mềm khác xuất ra, ô C5 đọc được 12 và 21",
        "A file exported by another program; C5 reads as 12 and as 21",
    ),
    "readings-differ.right": (
        "Mở bằng Excel, lưu thành tệp mới, ô C5 là 12",
        "Opened in Excel and saved as a new file, C5 is 12",
    ),
    "no-table.wrong": (
        "“Trong tuần xã đã phát 12 tin, bài…” (viết thành câu)",
        "“Trong tuần xã đã phát 12 tin, bài…” (as a sentence)",
    ),
    "no-table.right": (
        "Bảng có tiêu đề: Kênh, Số tin, bài, Thời lượng (phút), Số lần phát, Ước số người nghe",
        "A table headed: Kênh, Số tin, bài, Thời lượng (phút), Số lần phát, Ước số người nghe",
    ),
    "two-tables.wrong": (
        "Hai bảng cùng tiêu đề, cùng có dòng “Phát thanh” với số khác nhau",
        "Two tables with the same headings, both with a row “Phát thanh”, and different numbers",
    ),
    "two-tables.right": ("Chỉ một bảng của tuần này", "This week's table alone"),
    # read, but worth a look
    "foreign-thousands.wrong": _typed("Ước số người nghe: 1,200"),
    "foreign-thousands.right": _typed("Ước số người nghe: 1200"),
    "measure-assumed.wrong": ("Tiêu đề “Thời lượng”, ô ghi 351", "Heading “Thời lượng”, cell 351"),
    "measure-assumed.right": ("Tiêu đề “Thời lượng (phút)”, ô ghi 351", "Heading “Thời lượng (phút)”, cell 351"),
    "approximate.wrong": _typed("Số lần phát: khoảng 30"),
    "approximate.right": _typed("Số lần phát: 31"),
    "not-stated.wrong": ("Số lần phát: (trống)", "Số lần phát: (blank)"),
    "not-stated.right": _typed("Số lần phát: 0"),
    "total-unchecked.wrong": (
        "Dòng Tổng cộng là công thức chưa có kết quả",
        "The row Tổng cộng is a formula without a result",
    ),
    "total-unchecked.right": _typed("Tổng cộng: 17"),
    "hidden-sheet.wrong": ("Trang tính “Tuần 5” bị ẩn", "The sheet “Tuần 5” is hidden"),
    "hidden-sheet.right": ("Trang tính “Tuần 5” hiện ra", "The sheet “Tuần 5” is shown"),
    "unread-table.wrong": (
        "Dưới chữ ký còn dòng “Phát sinh thêm: 5, 20, 3, 400”",
        "Under the signature a further row “Phát sinh thêm: 5, 20, 3, 400”",
    ),
    "unread-table.right": ("Dòng đó nằm trong bảng, trên dòng Tổng cộng", "That row stands in the table, above Tổng cộng"),
    "unknown-channel.wrong": _typed("Kênh: Cột tin thông minh"),
    "unknown-channel.right": _typed("Kênh: Loa bản"),
    "unknown-topic.wrong": _typed("Chủ đề: Phòng cháy rừng"),
    "unknown-topic.right": _typed("Chủ đề: Chủ đề khác"),
    # figures that do not fit together
    "items-without-duration.wrong": _typed("Số tin, bài: 12; Thời lượng (phút): 0"),
    "items-without-duration.right": _typed("Số tin, bài: 12; Thời lượng (phút): 22"),
    "duration-without-items.wrong": _typed("Số tin, bài: 0; Thời lượng (phút): 60"),
    "duration-without-items.right": _typed("Số tin, bài: 12; Thời lượng (phút): 60"),
    "fewer-broadcasts-than-items.wrong": _typed("Số tin, bài: 12; Số lần phát: 1"),
    "fewer-broadcasts-than-items.right": _typed("Số tin, bài: 12; Số lần phát: 36"),
    "minutes-per-item.wrong": _typed("Số tin, bài: 2; Thời lượng (phút): 900"),
    "minutes-per-item.right": _typed("Số tin, bài: 2; Thời lượng (phút): 15"),
    "listeners-over-population.wrong": (
        "Xã có 3.000 dân, Ước số người nghe: 28000",
        "A commune of 3,000 people, Ước số người nghe: 28000",
    ),
    "listeners-over-population.right": _typed("Ước số người nghe: 2800"),
    "repeated-row.wrong": ("Hai dòng “Loa bản: 5, 20, 7, 400”", "Two rows “Loa bản: 5, 20, 7, 400”"),
    "repeated-row.right": ("Một dòng “Loa bản: 5, 20, 7, 400”", "One row “Loa bản: 5, 20, 7, 400”"),
    "far-from-own-past.wrong": (
        "Số tin, bài: 70 (các tuần trước: 10, 12, 11, 9)",
        "Số tin, bài: 70 (the weeks before: 10, 12, 11, 9)",
    ),
    "far-from-own-past.right": _typed("Số tin, bài: 17"),
    "scale-slip.wrong": (
        "Ước số người nghe: 12000 (các tuần trước: 1200, 1250, 1180)",
        "Ước số người nghe: 12000 (the weeks before: 1200, 1250, 1180)",
    ),
    "scale-slip.right": _typed("Ước số người nghe: 1200"),
    "office-rule.wrong": (
        "Quy tắc của cơ quan: số lượt xem không quá 10 lần số người nghe; ô ghi 90000",
        "The office's rule: at most 10 views for each listener; the cell holds 90000",
    ),
    "office-rule.right": _typed("Lượt xem: 9000"),
    # said, and nothing to do
    "scaled.wrong": (
        "Ước số người nghe (nghìn người): 1,2 được dùng là 1.200",
        "Ước số người nghe (nghìn người): 1,2 is used as 1200",
    ),
    "scaled.right": _typed("Ước số người nghe: 1200"),
    "computed.wrong": ("Số lần phát: 3 lần/ngày x 7 ngày được dùng là 21", "Số lần phát: 3 lần/ngày x 7 ngày is used as 21"),
    "computed.right": _typed("Số lần phát: 21"),
    "text-cleaned.wrong": ("Số tin, bài: 12 kèm ký tự không nhìn thấy", "Số tin, bài: 12 with an invisible character"),
    "text-cleaned.right": _typed("Số tin, bài: 12"),
    "extra-column.wrong": ("Cột “Người phụ trách”", "A column “Người phụ trách”"),
    "extra-column.right": ("Chỉ các cột có trong mẫu", "Only the columns of the form"),
    "other-week.wrong": ("Trang “Tuần 4” trong tệp của tuần 5", "A sheet “Tuần 4” in the file of week 5"),
    "other-week.right": ("Chỉ trang “Tuần 5”", "Only the sheet “Tuần 5”"),
}
