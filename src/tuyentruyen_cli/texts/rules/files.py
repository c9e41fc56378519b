"""What the rules found about whose file it is, which version, and whether it can be read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unit-conflict": ("Tệp nêu tên nhiều đơn vị khác nhau: {units}.", "The file names different units: {units}."),
    "unit-unknown": ("Không rõ báo cáo của đơn vị nào.", "It is not clear which unit this is from."),
    "unit-unknown.suggested": ("Không có đơn vị nào tên là {typed} trong danh sách.", "No unit of the list is named {typed}."),
    "unit-near-miss": (
        "Tên đơn vị {typed} gần giống nhưng không đúng tên nào trong danh sách.",
        "The unit's name {typed} is near to, but not, a name of the list.",
    ),
    "unit-near-miss.suggested": (
        "Tên đơn vị {typed} gần giống nhưng không đúng tên nào trong danh sách.",
        "The unit's name {typed} is near to, but not, a name of the list.",
    ),
    "unit-near-miss.confirmed": (
        "Tên đơn vị ghi trong tệp ({typed}) không đúng hẳn; đã nhận là {units} nhờ tên khác ghi đúng.",
        "The unit's name ({typed}) is not quite right; taken for {units}, which other evidence names exactly.",
    ),
    "wrong-period": (
        "Báo cáo của tuần khác (“{typed}”), không phải tuần đang tổng hợp.",
        "This report is for another week (“{typed}”).",
    ),
    "wrong-period.form": (
        "Mã của biểu là tuần {coded}, còn trên biểu ghi “{typed}”.",
        "The form's code is of week {coded}, and it says “{typed}”.",
    ),
    "wrong-period.unsaid": (
        "Thư gửi tệp này và trong tệp đều không nói là báo cáo của tuần nào; chưa tính vào tuần này.",
        "Neither the message that brought this file nor the file says its week; it does not count for this one.",
    ),
    "wrong-form": (
        "Biểu {typed} không dùng được cho lần báo cáo này; biểu phải dùng là {current}.",
        "The form {typed} is not accepted for this report; the one to use is {current}.",
    ),
    "wrong-form.unit": (
        "Biểu này lập cho đơn vị “{typed}”, không có trong danh sách báo cáo tuần này.",
        "This form was made for the unit “{typed}”, which is not on the list of this week.",
    ),
    "old-form": (
        "Biểu phiên bản {typed}, nay đã có phiên bản {current}; số liệu vẫn được đọc.",
        "The form is version {typed}, and there is a version {current} now; it was read all the same.",
    ),
    "unreadable-file": ("Không đọc được tệp (hỏng hoặc thiếu dữ liệu).", "The file cannot be read (damaged or incomplete)."),
    "unreadable-file.zero-bytes": ("Tệp rỗng (0 byte).", "The file is empty (0 bytes)."),
    "unreadable-file.truncated": ("Tệp bị cắt ngang, thiếu phần cuối.", "The file is cut off; its end is missing."),
    "unreadable-file.engine": (
        "Một trong hai bộ đọc độc lập không mở được tệp, nên không dùng số liệu của tệp.",
        "One of the two independent readers cannot open the file, so its figures are not used.",
    ),
    "unreadable-file.encoding": (
        "Không rõ tệp văn bản này dùng bảng mã nào, nên không đọc được chữ có dấu.",
        "It is not clear which encoding this text file is in.",
    ),
    "unreadable-file.delimiter": (
        "Không rõ dấu nào (phẩy, chấm phẩy…) ngăn các ô của tệp CSV này: có dấu ngăn nằm trong ô mà không có ngoặc kép.",
        "It is not clear what keeps the cells of this CSV apart: a delimiter may stand inside a cell without quotes.",
    ),
    "unreadable-file.timeout": ("Đọc tệp quá lâu nên đã dừng lại.", "Reading the file took too long and was stopped."),
    "unreadable-file.memory": (
        "Đọc tệp cần quá nhiều bộ nhớ nên đã dừng lại.",
        "Reading the file needed too much memory and was stopped.",
    ),
    "unreadable-file.conversion": (
        "LibreOffice không chuyển đổi được tệp này (hỏng, có mật khẩu hoặc quá lâu).",
        "LibreOffice could not convert this file (damaged, protected by a password, or too slow).",
    ),
    "unreadable-file.conversion-differs": (
        "Chuyển đổi tệp .doc này cho số liệu trong bảng khác với tệp gốc (chữ ẩn, thay đổi chưa chấp nhận, hoặc bảng hỏng).",
        "Converting this .doc gave other numbers in its tables than the file holds (hidden text, tracked changes, a broken table).",
    ),
    "unreadable-file.died": ("Tệp làm bộ đọc ngừng hoạt động.", "The file made its reader stop working."),
    "encrypted-file": ("Tệp có mật khẩu nên không đọc được.", "The file is protected by a password and cannot be read."),
    "unsupported-file": ("Không đọc được loại tệp này ({content}).", "This kind of file is not read ({content})."),
    "unsupported-file.pdf": (
        "Tệp là PDF: số liệu trong PDF không đọc tự động được.",
        "The file is a PDF; figures in PDFs are not read.",
    ),
    "unsupported-file.picture": (
        "Tệp là ảnh chụp: số liệu trong ảnh không đọc tự động được.",
        "The file is a picture; figures in pictures are not read.",
    ),
    "unsafe-file": ("Tệp không an toàn nên không mở ({reason}).", "The file is not safe and was not opened ({reason})."),
    "unsafe-file.too-large": ("Tệp lớn quá 25 MB nên không mở.", "The file is larger than 25 MB and was not opened."),
    "unsafe-file.doctype": (
        "Tệp có khai báo DOCTYPE hoặc ENTITY, dấu hiệu của tệp độc hại, nên không mở.",
        "The file declares a DOCTYPE or ENTITY, a sign of a hostile file, and was not opened.",
    ),
    "unsafe-file.not-regular": (
        "Đây là liên kết (shortcut) hoặc tệp đặc biệt, không phải tệp báo cáo, nên không mở.",
        "This is a link or a special file, not a report, and was not opened.",
    ),
    "unsafe-file.too-many-cells": (
        "Tệp có quá nhiều ô (hơn 1.000.000) nên không đọc.",
        "The file has more than 1,000,000 cells and was not read.",
    ),
    "which-is-final": (
        "Có nhiều bản khác nhau ({files}) và không rõ bản nào là bản chính thức.",
        "There are different versions ({files}), and it is not clear which one is final.",
    ),
    "which-is-final.supplement": (
        "Có bản ghi là “bổ sung” bên cạnh bản khác ({files}): không rõ là thay thế hay cộng thêm.",
        "A version says that it supplements another ({files}); it may replace it or add to it.",
    ),
    "which-is-final.unreadable": (
        "Bản mới nhất không dùng được; bản cũ không được tự ý dùng thay ({files}).",
        "The newest version cannot be used, and an older one does not take its place by itself ({files}).",
    ),
    "which-is-final.apart": (
        "Kiểm tra từng tệp riêng ({files}): là của một đơn vị nên không cộng và không chọn ở đây.",
        "Checked each for itself ({files}): they are of one unit, and are neither added up nor chosen from here.",
    ),
    "which-is-final.channels": (
        "Các bản ({files}) nói về các kênh khác nhau: không rõ là thay thế hay cộng thêm.",
        "The versions ({files}) speak of different channels; one may replace the other or add to it.",
    ),
    "which-is-final.consolidation": (
        "Bản tổng hợp và bản riêng của đơn vị ghi số liệu khác nhau ({files}).",
        "The consolidated file and the unit's own differ ({files}).",
    ),
    "consolidation": (
        "Tệp tổng hợp của nhiều đơn vị ({units}) bên cạnh tệp riêng của đơn vị; chỉ dùng cho đơn vị không gửi tệp riêng.",
        "A file for several units ({units}) beside files of their own; used only for units that sent none.",
    ),
    "newer-version": (
        "Đơn vị gửi lại: dùng bản nhận sau cùng, thay cho {other}. Ô khác nhau: {differences}.",
        "Sent again: the version received last is used instead of {other}. Cells that differ: {differences}.",
    ),
    "same-as-last-week": ("Mọi số liệu giống hệt tuần trước.", "All figures are the same as last week's."),
    "bad-receipt": (
        "Không hiểu giờ nhận ghi ở đây (“{typed}”), không dùng.",
        "The time of receipt here (“{typed}”) is not understood and not used.",
    ),
    "stale-decision": (
        "Quyết định {decision} (“{typed}”) là về một bản của tệp nay không còn; không áp dụng.",
        "The decision {decision} (“{typed}”) is about a version of the file that is no longer there; not applied.",
    ),
    "answer-not-applied": (
        "{about}: dòng đã điền “{typed}” trong can-xu-ly.xlsx chưa được áp dụng.",
        "{about}: the row filled in with “{typed}” was not applied.",
    ),
    "answer-not-applied.incomplete": (
        "{about}: dòng điền dở (“{typed}”), thiếu giá trị chốt, lý do hoặc người chốt; chưa áp dụng.",
        "{about}: a half-filled row (“{typed}”) lacks a value, a reason or who decided; not applied.",
    ),
    "answer-not-applied.refused-value": (
        "{about}: “{typed}” không phải là giá trị dùng được; chưa áp dụng.",
        "{about}: “{typed}” is not a value that can be used; not applied.",
    ),
    "answer-not-applied.unknown-answer": (
        "{about}: không hiểu “{typed}”; chưa áp dụng.",
        "{about}: “{typed}” is not one of the answers; not applied.",
    ),
    "answer-not-applied.changed-since": (
        "Một dòng đã điền “{typed}” không còn khớp với câu hỏi nào (cột ẩn bị sửa); chưa áp dụng.",
        "A row filled in with “{typed}” fits no question any more (its hidden column was changed); not applied.",
    ),
    "converted": ("Tệp được chuyển đổi trước khi đọc.", "The file was converted before it was read."),
    "legacy-font": (
        "Chữ dùng phông cũ ({encoding}) được chuyển sang Unicode ở {count} ô.",
        "Text in a legacy font ({encoding}) was decoded in {count} cells.",
    ),
    "set-aside-file": ("Tệp tạm của chương trình khác, bỏ qua.", "A temporary file of another program, set aside."),
    "set-aside-file.our-list": (
        "Danh sách CẦN SỬA do chương trình lập, không phải số liệu, bỏ qua.",
        "The list of what to mend that this program made; it is no data and was set aside.",
    ),
    "same-bytes": ("Giống hệt tệp {other}, chỉ tính một lần.", "The same bytes as {other}; counted once."),
}
