"""What the rules found in a cell."""

MESSAGES: dict[str, tuple[str, str]] = {
    "fraction-in-count": (
        "{measure} phải là số nguyên, ô này là “{typed}”.",
        "{measure} must be a whole number; this cell is “{typed}”.",
    ),
    "fraction-in-count.suggested": (
        "{measure} phải là số nguyên, ô này là “{typed}”.",
        "{measure} must be a whole number; this cell is “{typed}”.",
    ),
    "date-in-number": (
        "{measure}: ô này là ngày hoặc giờ (“{typed}”), không phải số.",
        "{measure}: this cell is a date or time (“{typed}”), not a number.",
    ),
    "date-in-number.suggested": (
        "{measure}: ô này là ngày hoặc giờ (“{typed}”), không phải số.",
        "{measure}: this cell is a date or time (“{typed}”), not a number.",
    ),
    "malformed-number": (
        "{measure}: “{typed}” không phải là một số viết đúng.",
        "{measure}: “{typed}” is not a well-formed number.",
    ),
    "ambiguous-number": (
        "{measure}: “{typed}” có thể đọc thành hai số khác nhau.",
        "{measure}: “{typed}” can be read as two different numbers.",
    ),
    "range": ("{measure}: “{typed}” là một khoảng, không phải một số.", "{measure}: “{typed}” is a range, not one number."),
    "rate-not-total": (
        "{measure}: “{typed}” là mức của mỗi ngày, mỗi buổi hoặc mỗi lần, không phải tổng của cả tuần.",
        "{measure}: “{typed}” is a rate, not the week's total.",
    ),
    "rate-not-total.heading": (
        "Tiêu đề cột “{typed}” là mức của mỗi ngày, mỗi buổi hoặc mỗi lần, không phải tổng của cả tuần; cả cột chưa được dùng.",
        "The heading “{typed}” states a rate, not the week's total; the whole column is not used.",
    ),
    "not-a-number": ("{measure}: “{typed}” không phải là số.", "{measure}: “{typed}” is not a number."),
    "percent": (
        "{measure}: “{typed}” là tỷ lệ phần trăm, không phải số lượng.",
        "{measure}: “{typed}” is a percentage, not a quantity.",
    ),
    "fraction-of": (
        "{measure}: “{typed}” là một phần của tổng khác (mấy trên mấy), không phải số lượng.",
        "{measure}: “{typed}” is a part of something else, not a quantity.",
    ),
    "negative": ("{measure} không thể âm, ô này là “{typed}”.", "{measure} cannot be negative; this cell is “{typed}”."),
    "error-cell": (
        "{measure}: ô này là lỗi của bảng tính (“{typed}”).",
        "{measure}: this cell holds a spreadsheet error (“{typed}”).",
    ),
    "uncached-formula": (
        "{measure}: ô này là công thức chưa được tính (“{typed}”).",
        "{measure}: this cell is a formula without a computed value (“{typed}”).",
    ),
    "ambiguous-duration": (
        "{measure}: “{typed}” có thể là giờ và phút, cũng có thể là phút và giây.",
        "{measure}: “{typed}” may be hours and minutes, or minutes and seconds.",
    ),
    "ambiguous-duration.blank-part": (
        "{measure}: “{typed}” có ô giờ, phút hoặc giây để trống (để trống không phải là 0).",
        "{measure}: of “{typed}” the hours, minutes or seconds are blank (a blank is not 0).",
    ),
    "ambiguous-duration.twice": (
        "{measure}: “{typed}” có thể là một thời lượng ghi hai lần, bằng giờ và bằng phút.",
        "{measure}: “{typed}” may be one length written twice, in hours and in minutes.",
    ),
    "clock-range": (
        "{measure}: “{typed}” là giờ bắt đầu và giờ kết thúc, không phải thời lượng.",
        "{measure}: “{typed}” is a clock range, not a duration.",
    ),
    "counting-word": (
        "{measure}: “{typed}” dùng từ chỉ đơn vị đếm của một chỉ tiêu khác.",
        "{measure}: “{typed}” uses a counting word of another measure.",
    ),
    "out-of-bounds": (
        "{measure}: “{typed}” nằm ngoài giới hạn của mẫu báo cáo ({allowed}).",
        "{measure}: “{typed}” is outside the limits of the report schema ({allowed}).",
    ),
    "readings-differ": (
        "Hai bộ đọc độc lập đọc ô này ra hai kết quả khác nhau (“{typed}”).",
        "Two independent readers read this cell differently (“{typed}”).",
    ),
    "tracked-changes": (
        "Ô này có nội dung sửa theo dõi (Track Changes) chưa được chấp nhận hay từ chối (“{typed}”).",
        "This cell has tracked changes that are neither accepted nor rejected (“{typed}”).",
    ),
    "hidden-text": (
        "Ô này có chữ ẩn hoặc số bị gạch ngang (“{typed}”).",
        "This cell has hidden text, or a number that is struck out (“{typed}”).",
    ),
    "unknown-content": (
        "Ô này có nội dung mà chương trình không biết cách đọc (“{typed}”).",
        "This cell has content that the program does not know how to read (“{typed}”).",
    ),
    "foreign-thousands": (
        "{measure}: “{typed}” được đọc là {read} (dấu phẩy ngăn hàng nghìn kiểu nước ngoài).",
        "{measure}: “{typed}” is read as {read} (a comma as thousands separator).",
    ),
    "measure-assumed": (
        "{measure}: “{typed}” không ghi đơn vị, được đọc là phút ({read}).",
        "{measure}: “{typed}” has no unit of measure and is read as minutes ({read}).",
    ),
    "approximate": (
        "{measure}: “{typed}” là số ước chừng, được lấy là {read}.",
        "{measure}: “{typed}” is approximate and is taken as {read}.",
    ),
    "not-stated": ("{measure}: để trống (để trống không phải là 0).", "{measure}: left blank (a blank is not 0)."),
    "not-stated.column": (
        "{measure}: cả cột để trống (để trống không phải là 0).",
        "{measure}: the whole column is blank (a blank is not 0).",
    ),
    "not-stated.whole": (
        "{measure}: cả báo cáo không ghi số nào (không ghi không phải là 0).",
        "{measure}: not stated anywhere in the report (which is not 0).",
    ),
    "scaled": (
        "{measure}: “{typed}” được nhân theo đơn vị ghi ở tiêu đề thành {read}.",
        "{measure}: “{typed}” is scaled as the heading says, to {read}.",
    ),
    "computed": ("{measure}: “{typed}” được tính thành {read}.", "{measure}: “{typed}” is computed as {read}."),
    "text-cleaned": (
        "Đã bỏ ký tự không nhìn thấy ở {count} ô.",
        "Invisible characters were removed in {count} cells.",
    ),
}
