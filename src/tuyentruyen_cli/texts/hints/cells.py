"""What to do about what was found in a cell."""

_NONE = ("Không cần làm gì.", "Nothing to do.")

MESSAGES: dict[str, tuple[str, str]] = {
    "fraction-in-count": ("Gõ lại một số nguyên.", "Type a whole number."),
    "fraction-in-count.suggested": (
        "Nếu là {suggestion} thì gõ {suggestion}: Excel đã hiểu dấu chấm là dấu thập phân.",
        "If {suggestion} was meant, type {suggestion}: Excel took the point for a decimal point.",
    ),
    "date-in-number": ("Định dạng ô là Text rồi gõ lại số.", "Format the cell as text and type the number again."),
    "date-in-number.suggested": (
        "Có thể đã gõ “{suggestion}” và Excel đổi thành ngày. Định dạng ô là Text rồi gõ lại số.",
        "“{suggestion}” may have been typed and Excel made a date of it. Format the cell as text and type the number again.",
    ),
    "malformed-number": (
        "Gõ lại số bằng chữ số 0–9, ví dụ 1200 hoặc 1.200.",
        "Type the number with the digits 0–9, such as 1200 or 1.200.",
    ),
    "ambiguous-number": (
        "Gõ lại số không có dấu ngăn cách, ví dụ 1500; số lẻ thì ghi rõ, ví dụ 1 phút 30 giây.",
        "Type the number without separators, such as 1500; write parts out, such as 1 phút 30 giây.",
    ),
    "range": ("Ghi một số, ví dụ 25.", "Type one number, such as 25."),
    "rate-not-total": (
        "Ghi tổng của cả tuần, ví dụ mỗi ngày 3 lần trong 7 ngày thì ghi 21.",
        "Type the week's total: 3 a day for 7 days is 21.",
    ),
    "not-a-number": ("Ghi một số; không có thì ghi 0.", "Type a number; 0 for none."),
    "percent": ("Ghi số lượng, không ghi phần trăm.", "Type the quantity, not a percentage."),
    "fraction-of": ("Ghi số lượng của đơn vị trong tuần.", "Type the unit's own quantity for the week."),
    "negative": ("Ghi số từ 0 trở lên.", "Type a number from 0 up."),
    "error-cell": ("Sửa công thức, hoặc gõ thẳng số vào ô.", "Mend the formula, or type the number itself."),
    "uncached-formula": (
        "Mở tệp bằng Excel, lưu lại (Ctrl+S) rồi gửi lại; hoặc gõ thẳng số vào ô.",
        "Open the file in Excel, save it once and send it again; or type the number itself.",
    ),
    "ambiguous-duration": (
        "Ghi rõ đơn vị, ví dụ 5 phút 30 giây, hoặc số phút 330.",
        "Write the unit of measure, such as 5 phút 30 giây, or minutes as a number.",
    ),
    "clock-range": ("Ghi thời lượng, ví dụ 105 phút.", "Write the duration, such as 105 phút."),
    "counting-word": (
        "Kiểm tra có ghi nhầm cột không, rồi ghi lại chỉ con số.",
        "Check whether it stands in the wrong column, then type the number alone.",
    ),
    "out-of-bounds": ("Kiểm tra lại con số.", "Check the number."),
    "readings-differ": (
        "Mở tệp bằng Excel, lưu thành tệp mới (.xlsx) rồi gửi lại.",
        "Open the file in Excel, save it as a new .xlsx and send it again.",
    ),
    "tracked-changes": (
        "Trong Word: Review, Accept hoặc Reject mọi thay đổi, lưu rồi gửi lại.",
        "In Word accept or reject all changes, save and send it again.",
    ),
    "hidden-text": ("Bỏ chữ ẩn trong ô, lưu rồi gửi lại.", "Remove the hidden text, save and send it again."),
    "unknown-content": (
        "Gõ lại số vào ô như chữ thường rồi gửi lại.",
        "Type the number again as plain text and send it again.",
    ),
    "foreign-thousands": ("Kiểm tra lại; lần sau ghi 1.200 hoặc 1200.", "Check it; write 1.200 or 1200 next time."),
    "measure-assumed": (
        "Ghi đơn vị ở tiêu đề cột, ví dụ Thời lượng (phút).",
        "Write the unit of measure in the heading, such as Thời lượng (phút).",
    ),
    "approximate": ("Nếu có số đúng thì ghi số đúng.", "State the exact number if there is one."),
    "not-stated": ("Không có thì ghi 0; có thì ghi số.", "Type 0 for none, or the number."),
    "scaled": _NONE,
    "computed": _NONE,
    "text-cleaned": _NONE,
}
