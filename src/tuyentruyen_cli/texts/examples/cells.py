"""Examples in a cell: as sent, and as it should have been."""

from tuyentruyen_cli.texts.examples.typed import Example, typed

EXAMPLES: dict[str, tuple[Example, Example]] = {
    "fraction-in-count": (typed("Ước số người nghe: 1,2"), typed("Ước số người nghe: 1200")),
    "date-in-number": (typed("Số tin, bài: 05/02/2021"), typed("Số tin, bài: 5")),
    "malformed-number": (typed("Ước số người nghe: 12.34.567"), typed("Ước số người nghe: 1234567")),
    "ambiguous-number": (typed("Thời lượng (phút): 1,500"), typed("Thời lượng (phút): 1500")),
    "range": (typed("Số lần phát: 20-30"), typed("Số lần phát: 25")),
    "rate-not-total": (typed("Số lần phát: 3 lần/ngày"), typed("Số lần phát: 21")),
    "not-a-number": (typed("Số tin, bài: nhiều"), typed("Số tin, bài: 12")),
    "percent": (typed("Ước số người nghe: 95%"), typed("Ước số người nghe: 1900")),
    "fraction-of": (typed("Số lần phát: 13/14"), typed("Số lần phát: 13")),
    "negative": (typed("Số tin, bài: -5"), typed("Số tin, bài: 5")),
    "error-cell": (typed("Số tin, bài: #REF!"), typed("Số tin, bài: 12")),
    "uncached-formula": (
        ("Số tin, bài: =B5+B6 (chưa có kết quả)", "Số tin, bài: =B5+B6 (without a result)"),
        typed("Số tin, bài: 12"),
    ),
    "ambiguous-duration": (typed("Thời lượng: 05:30"), typed("Thời lượng: 5 phút 30 giây")),
    "clock-range": (typed("Thời lượng: từ 5 giờ 15 phút đến 7 giờ"), typed("Thời lượng: 105 phút")),
    "counting-word": (typed("Số tin, bài: 40 lượt"), typed("Số tin, bài: 12; Số lần phát: 40")),
    "out-of-bounds": (
        (
            "Số hộ được hỗ trợ: 99999 (cao nhất cho phép: 5000)",
            "Số hộ được hỗ trợ: 99999 (the most allowed is 5000)",
        ),
        typed("Số hộ được hỗ trợ: 999"),
    ),
    "readings-differ": (
        (
            "Tệp do phần mềm khác xuất ra, ô C5 đọc được 12 và 21",
            "A file exported by another program; C5 reads as 12 and as 21",
        ),
        (
            "Mở bằng Excel, lưu thành tệp mới, ô C5 là 12",
            "Opened in Excel and saved as a new file, C5 is 12",
        ),
    ),
    "tracked-changes": (
        (
            "Ô hiện cả số cũ gạch ngang và số mới: 12 15",
            "The cell shows a number struck out and a new one: 12 15",
        ),
        ("Ô chỉ còn 15", "The cell holds 15 alone"),
    ),
    "hidden-text": (
        ("Ô nhìn thấy 12, nhưng có thêm chữ số 0 bị ẩn", "The cell shows 12, with a hidden 0 beside it"),
        ("Ô chỉ có 12", "The cell holds 12 alone"),
    ),
    "unknown-content": (
        (
            "Ô có công thức toán hoặc hình vẽ thay cho số",
            "An equation or a drawing in place of the number",
        ),
        ("Ô gõ thẳng số 12", "12, typed as text"),
    ),
    "foreign-thousands": (typed("Ước số người nghe: 1,200"), typed("Ước số người nghe: 1200")),
    "measure-assumed": (
        ("Tiêu đề “Thời lượng”, ô ghi 351", "Heading “Thời lượng”, cell 351"),
        ("Tiêu đề “Thời lượng (phút)”, ô ghi 351", "Heading “Thời lượng (phút)”, cell 351"),
    ),
    "approximate": (typed("Số lần phát: khoảng 30"), typed("Số lần phát: 31")),
    "not-stated": (("Số lần phát: (trống)", "Số lần phát: (blank)"), typed("Số lần phát: 0")),
    "scaled": (typed("Ước số người nghe (nghìn người): 1,2"), typed("Ước số người nghe: 1200")),
    "computed": (typed("Số lần phát: 3 lần/ngày x 7 ngày"), typed("Số lần phát: 21")),
    "text-cleaned": (
        ("Số tin, bài: 12 (kèm ký tự không nhìn thấy)", "Số tin, bài: 12 (with an invisible character)"),
        typed("Số tin, bài: 12"),
    ),
}
