"""Examples in a column, a row or a table: as sent, and as it should have been."""

from tuyentruyen_cli.texts.examples.typed import Example, typed

EXAMPLES: dict[str, tuple[Example, Example]] = {
    "basis-unclear": (
        ("Hai cột cùng tên “Số lần phát”", "Two columns with the same heading “Số lần phát”"),
        (
            "Một cột “Số tin, bài” và một cột “Số lần phát”",
            "One column “Số tin, bài” and one column “Số lần phát”",
        ),
    ),
    "split-mismatch": (typed("Số tin, bài: 20; Số tin: 12; Số bài: 5"), typed("Số tin, bài: 17; Số tin: 12; Số bài: 5")),
    "total-mismatch": (typed("Phát thanh: 12; Loa bản: 5; Tổng cộng: 20"), typed("Phát thanh: 12; Loa bản: 5; Tổng cộng: 17")),
    "subtotal-mismatch": (
        typed("I. Phát thanh: 20; Bản tin sáng: 12; Bản tin chiều: 5"),
        typed("I. Phát thanh: 17; Bản tin sáng: 12; Bản tin chiều: 5"),
    ),
    "total-without-rows": (
        (
            "Phát thanh: (trống); Loa bản: (trống); Tổng cộng: 20",
            "Phát thanh: (blank); Loa bản: (blank); Tổng cộng: 20",
        ),
        typed("Phát thanh: 15; Loa bản: 5; Tổng cộng: 20"),
    ),
    "unlabelled-row": (
        ("Dòng không ghi tên kênh: 12, 60, 7, 900", "A row without a channel: 12, 60, 7, 900"),
        typed("Loa bản: 12, 60, 7, 900"),
    ),
    "row-unclear": (
        (
            "Dòng “Chương trình” không ghi tên kênh, bằng đúng Phát thanh và Loa bản cộng lại",
            "A row “Chương trình” that names no channel and is exactly Phát thanh and Loa bản added up",
        ),
        ("Ghi tên dòng là “Tổng cộng”", "Label the row “Tổng cộng”"),
    ),
    "hidden-figures": (
        ("Dòng 7 bị ẩn, trong đó có số 12", "Row 7 is hidden and holds 12"),
        ("Dòng 7 hiện ra, hoặc đã xóa", "Row 7 is shown, or deleted"),
    ),
    "value-under-merge": (
        ("Ô gộp C5:C6 ghi 12, dưới đó ô C6 còn số 7", "Merged C5:C6 shows 12; C6 beneath still holds 7"),
        ("C5 ghi 12, C6 ghi 7, không gộp ô", "C5 holds 12 and C6 holds 7, not merged"),
    ),
    "no-table": (
        (
            "“Trong tuần xã đã phát 12 tin, bài…” (viết thành câu)",
            "“Trong tuần xã đã phát 12 tin, bài…” (as a sentence)",
        ),
        (
            "Bảng có tiêu đề: Kênh, Số tin, bài, Thời lượng (phút), Số lần phát, Ước số người nghe",
            "A table headed: Kênh, Số tin, bài, Thời lượng (phút), Số lần phát, Ước số người nghe",
        ),
    ),
    "two-tables": (
        (
            "Hai bảng cùng tiêu đề, cùng có dòng “Phát thanh” với số khác nhau",
            "Two tables with the same headings, both with a row “Phát thanh”, and different numbers",
        ),
        ("Chỉ một bảng của tuần này", "This week's table alone"),
    ),
    "total-unchecked": (
        (
            "Dòng Tổng cộng là công thức chưa có kết quả",
            "The row Tổng cộng is a formula without a result",
        ),
        typed("Tổng cộng: 17"),
    ),
    "hidden-sheet": (
        ("Trang tính “Tuần 5” bị ẩn", "The sheet “Tuần 5” is hidden"),
        ("Trang tính “Tuần 5” hiện ra", "The sheet “Tuần 5” is shown"),
    ),
    "unread-table": (
        (
            "Dưới chữ ký còn dòng “Phát sinh thêm: 5, 20, 3, 400”",
            "Under the signature a further row “Phát sinh thêm: 5, 20, 3, 400”",
        ),
        ("Dòng đó nằm trong bảng, trên dòng Tổng cộng", "That row stands in the table, above Tổng cộng"),
    ),
    "unknown-channel": (typed("Kênh: Cột tin thông minh"), typed("Kênh: Loa bản")),
    "unknown-topic": (typed("Chủ đề: Phòng cháy rừng"), typed("Chủ đề: Chủ đề khác")),
    "extra-column": (
        ("Cột “Kinh phí”", "A column “Kinh phí”"),
        ("Chỉ các cột có trong mẫu", "Only the columns of the form"),
    ),
    "other-week": (
        ("Trang “Tuần 4” trong tệp của tuần 5", "A sheet “Tuần 4” in the file of week 5"),
        ("Chỉ trang “Tuần 5”", "Only the sheet “Tuần 5”"),
    ),
}
