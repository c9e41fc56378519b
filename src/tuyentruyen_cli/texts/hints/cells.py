"""What to do about what was found in a cell."""

_NONE = ("Không cần làm gì.", "Nothing to do.")

MESSAGES: dict[str, tuple[str, str]] = {
    "fraction-in-count": ("Gõ lại một số nguyên.", "Type a whole number."),
    "fraction-in-count.suggested": (
        "Nếu là {suggestion} thì gõ {suggestion}: Excel đã hiểu dấu chấm là dấu thập phân.",
        "If {suggestion} was meant, type {suggestion}: Excel took the point for a decimal point.",
    ),
    "date-in-number": (
        "Định dạng ô là Text rồi gõ lại số, ví dụ 5.",
        "Format the cell as text and type the number again, such as 5.",
    ),
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
    "malformed-number.duration": (
        "Gõ lại bằng chữ số 0–9, ví dụ 90 phút hoặc 1 giờ 30 phút.",
        "Type it with the digits 0–9, such as 90 phút or 1 giờ 30 phút.",
    ),
    "range": ("Ghi một số, không ghi khoảng.", "Type one number, not a range."),
    "range.duration": ("Ghi một thời lượng, ví dụ 18 phút.", "Type one length, such as 18 phút."),
    "rate-not-total": (
        "Ghi tổng của cả tuần, ví dụ mỗi ngày 3 lần trong 7 ngày thì ghi 21.",
        "Type the week's total: 3 a day for 7 days is 21.",
    ),
    "rate-not-total.duration": (
        "Ghi tổng của cả tuần, ví dụ mỗi ngày 30 phút trong 7 ngày thì ghi 210 phút.",
        "Type the week's total: 30 minutes a day for 7 days is 210 phút.",
    ),
    "rate-not-total.heading": (
        "Ghi vào cột này tổng của cả tuần (mỗi ngày 3 trong 7 ngày thì ghi 21), và sửa tiêu đề thành “{measure}”.",
        "Put the week's totals in this column (3 a day for 7 days is 21), and make its heading “{measure}”.",
    ),
    "not-a-number": ("Ghi một số, ví dụ 12; không có thì ghi 0.", "Type a number, such as 12; 0 for none."),
    "not-a-number.duration": (
        "Ghi thời lượng, ví dụ 22 phút; không có thì ghi 0.",
        "Type the length, such as 22 phút; 0 for none.",
    ),
    "percent": (
        "Ghi số lượng, ví dụ 1200, không ghi phần trăm.",
        "Type the quantity, such as 1200, not a percentage.",
    ),
    "percent.duration": (
        "Ghi thời lượng, ví dụ 22 phút, không ghi phần trăm.",
        "Type the length, such as 22 phút, not a percentage.",
    ),
    "fraction-of": (
        "Ghi một số của đơn vị trong tuần, ví dụ 13.",
        "Type one number, the unit's own for the week, such as 13.",
    ),
    "fraction-of.duration": (
        "Ghi thời lượng của đơn vị trong tuần, ví dụ 22 phút.",
        "Type the unit's own length for the week, such as 22 phút.",
    ),
    "negative": ("Ghi số từ 0 trở lên, ví dụ 5.", "Type a number from 0 up, such as 5."),
    "error-cell": (
        "Sửa công thức, hoặc gõ thẳng số vào ô, ví dụ 12.",
        "Mend the formula, or type the number itself, such as 12.",
    ),
    "uncached-formula": (
        "Mở tệp bằng Excel, lưu lại (Ctrl+S) rồi gửi lại; hoặc gõ thẳng số vào ô.",
        "Open the file in Excel, save it once and send it again; or type the number itself.",
    ),
    "ambiguous-duration": (
        "Ghi rõ đơn vị, ví dụ 5 phút 30 giây, hoặc số phút 330.",
        "Write the unit of measure, such as 5 phút 30 giây, or minutes as a number.",
    ),
    "ambiguous-duration.blank-part": (
        "Ghi 0 vào ô trống của tệp; chốt số thì ghi cả thời lượng, ví dụ 1 giờ 30 phút.",
        "Type 0 into the blank cell of the file; who settles it types the whole length, such as 1 giờ 30 phút.",
    ),
    "ambiguous-duration.twice": (
        "Ghi số giờ chẵn và phần phút lẻ dưới 60, ví dụ 1 và 30.",
        "Write whole hours and the minutes below 60 beside them, such as 1 and 30.",
    ),
    "clock-range": ("Ghi thời lượng, ví dụ 105 phút.", "Write the duration, such as 105 phút."),
    "counting-word": (
        "Kiểm tra có ghi nhầm cột không, rồi chỉ ghi con số, ví dụ 12.",
        "Check whether it stands in the wrong column, then type the number alone, such as 12.",
    ),
    "counting-word.duration": (
        "Kiểm tra có ghi nhầm cột không; thời lượng thì ghi như 22 phút.",
        "Check whether it stands in the wrong column; a length is typed like 22 phút.",
    ),
    "out-of-bounds": (
        "Ghi một số {allowed}; nếu số này đúng thì cơ quan nâng giới hạn trong mẫu báo cáo (schema).",
        "Type a number {allowed}; if this one is right, the office raises the limit in the report schema.",
    ),
    "readings-differ": (
        "Mở tệp bằng Excel, lưu thành tệp mới (.xlsx) rồi gửi lại.",
        "Open the file in Excel, save it as a new .xlsx and send it again.",
    ),
    "tracked-changes": (
        "Trong Word: Review, Accept hoặc Reject mọi thay đổi, lưu rồi gửi lại.",
        "In Word accept or reject all changes, save and send it again.",
    ),
    "hidden-text": (
        "Bỏ chữ ẩn, chữ gạch ngang trong ô, gõ lại số đúng rồi gửi lại.",
        "Remove the hidden or struck-out text, type the right number and send it again.",
    ),
    "unknown-content": (
        "Gõ lại số vào ô như chữ thường rồi gửi lại.",
        "Type the number again as plain text and send it again.",
    ),
    "foreign-thousands": ("Kiểm tra lại; lần sau ghi 1.200 hoặc 1200.", "Check it; write 1.200 or 1200 next time."),
    "measure-assumed": (
        "Ghi đơn vị ở tiêu đề cột, ví dụ Thời lượng (phút).",
        "Write the unit of measure in the heading, such as Thời lượng (phút).",
    ),
    "approximate": (
        "Nếu biết số đúng thì chỉ ghi con số, bỏ chữ “khoảng”, “hơn”, “trên”.",
        "If the exact number is known, type it alone, without words such as “khoảng” or “hơn”.",
    ),
    "not-stated": ("Có thì ghi số; không có thì ghi 0.", "Type the number, or 0 for none."),
    "not-stated.column": (
        "Có thì ghi số vào từng dòng của cột; không có thì ghi 0.",
        "Type the numbers in the rows of the column, or 0 for none.",
    ),
    "not-stated.whole": (
        "Thêm cột “{measure}” và ghi số của tuần; không có thì ghi 0.",
        "Add a column “{measure}” with the week's figures; type 0 for none.",
    ),
    "scaled": _NONE,
    "computed": _NONE,
    "text-cleaned": _NONE,
}
