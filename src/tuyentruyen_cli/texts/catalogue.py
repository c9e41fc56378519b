"""Words around the catalogue of rules: its headings, and what each decision does."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error": ("LỖI", "ERROR"),
    "warning": ("Lưu ý", "Warning"),
    "note": ("Ghi chú", "Note"),
    "about-error": (
        "LỖI: số liệu này chưa được tính vào tổng cho đến khi sửa hoặc có người quyết định",
        "ERROR: the figure is in no total until it is mended or a person decides",
    ),
    "about-warning": (
        "Lưu ý: số liệu vẫn được dùng, cần người xem lại",
        "Warning: the figure is used, and a person should look at it",
    ),
    "about-note": ("Ghi chú: cho biết, không cần làm gì", "Note: for information, nothing to do"),
    "found": ("Chương trình báo", "What it says"),
    "why": ("Vì sao", "Why it matters"),
    "remedy": ("Cách sửa", "How to mend it"),
    "wrong": ("Ví dụ sai", "Wrong"),
    "right": ("Ví dụ đúng", "Right"),
    "as-sent": ("Ví dụ", "Example"),
    "better": ("Rõ hơn", "Clearer"),
    "closed-by": (
        "Nếu đơn vị không gửi lại được, cơ quan tổng hợp quyết định",
        "If it cannot be sent again, the office decides",
    ),
    "effect-cell": (
        "ghi số đúng của ô này; số đó thay ô trong mọi tổng, đánh dấu là đã sửa",
        "give the cell's right number; it takes the cell's place in every total, marked as corrected",
    ),
    "effect-figure": (
        "ghi số của đơn vị cho chỉ tiêu này cả tuần; số đó thay cho số trong tệp, đánh dấu là nhập tay",
        "give the unit's figure of that measure for the week; it takes the place of the file's, marked as entered by hand",
    ),
    "effect-rows": (
        "lấy số các dòng (các phần) cộng lại; số tổng ghi trong tệp không dùng",
        "take what the rows (the parts) add up to; the stated total is not used",
    ),
    "effect-total": (
        "lấy số tổng ghi trong tệp; bảng theo kênh ghi là chưa phân tách",
        "take the stated total; the tables by channel show it as not split",
    ),
    "effect-as-read": (
        "xác nhận số chương trình đã đọc ở các dòng là đúng; số đó được cộng vào tổng",
        "confirm that what was read in the rows is right; it is added to the totals",
    ),
    "effect-version": (
        "chọn bản chính thức; chỉ bản đó được cộng, các bản khác vẫn được giữ",
        "choose the final version; it alone is added, the others are kept on record",
    ),
    "effect-parts": (
        "xác nhận các bản bổ sung cho nhau; số của mọi bản được cộng lại",
        "say that the versions complete each other; the figures of all are added up",
    ),
    "effect-unit": (
        "chọn đơn vị của tệp; số trong tệp được tính cho đơn vị đó",
        "choose the file's unit; its figures count for that unit",
    ),
    "effect-week": (
        "chọn tuần của tệp; số trong tệp được tính cho tuần đó",
        "choose the file's week; its figures count for that week",
    ),
    "effect-unused": (
        "không dùng tệp này; nếu đơn vị không có tệp nào khác thì tổng chưa có đơn vị đó",
        "do not use the file; if the unit sent no other, it is in no total",
    ),
    "effect-accepted": (
        "đã biết và chấp nhận; số liệu giữ nguyên, lưu ý được ghi lại ở trang cuối phiếu kiểm tra",
        "known and accepted; the figures stay, and the warning is listed on the last page of the check sheet",
    ),
    "effect-accepted-name": (
        "chỉ khi chỗ khác (tên tệp, tên trang) đã ghi đúng đơn vị: đã biết và chấp nhận, số liệu giữ nguyên",
        "only where another place (the file's or sheet's name) names the unit exactly: known and accepted, the figures stay",
    ),
    "at-least": ("từ {minimum} trở lên", "of at least {minimum}"),
    "between": ("từ {minimum} đến {maximum}", "from {minimum} to {maximum}"),
    "more": (
        "Xem một quy tắc: tuyentruyen rules MÃ, ví dụ tuyentruyen rules fraction-in-count",
        "To see one rule: tuyentruyen rules ID, such as tuyentruyen rules fraction-in-count",
    ),
    "no-such-rule": (
        "Không có quy tắc “{rule}”. Xem danh sách: tuyentruyen rules",
        "There is no rule “{rule}”. For the list: tuyentruyen rules",
    ),
    "did-you-mean": (
        "Không có quy tắc “{rule}”. Có phải: {suggestions}? Xem danh sách: tuyentruyen rules",
        "There is no rule “{rule}”. Is it {suggestions}? For the list: tuyentruyen rules",
    ),
}
