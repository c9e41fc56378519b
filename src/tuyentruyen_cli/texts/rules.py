"""What each rule found, by its slug (``slug.reason`` where a reason has words of its own). What to do stands in ``hints``."""

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
    "clock-range": (
        "{measure}: “{typed}” là giờ bắt đầu và giờ kết thúc, không phải thời lượng.",
        "{measure}: “{typed}” is a clock range, not a duration.",
    ),
    "counting-word": (
        "{measure}: “{typed}” dùng từ chỉ đơn vị đếm của một chỉ tiêu khác.",
        "{measure}: “{typed}” uses a counting word of another measure.",
    ),
    "out-of-bounds": (
        "{measure}: “{typed}” nằm ngoài giới hạn của mẫu báo cáo.",
        "{measure}: “{typed}” is outside the limits of the report schema.",
    ),
    "basis-unclear": (
        "Không rõ “{heading}” là chỉ tiêu nào trong các chỉ tiêu: {measures}.",
        "It is not clear which of these measures “{heading}” is: {measures}.",
    ),
    "split-mismatch": (
        "{measures}: ghi tổng số {stated} nhưng các phần cộng lại là {sum}.",
        "{measures}: {stated} is stated, but the parts add up to {sum}.",
    ),
    "total-mismatch": (
        "{measures}: dòng (cột) tổng ghi {stated} nhưng các dòng cộng lại là {sum}.",
        "{measures}: the stated total is {stated}, but the rows add up to {sum}.",
    ),
    "subtotal-mismatch": (
        "{measures}: dòng nhóm ghi {stated} nhưng các dòng của nhóm cộng lại là {sum}.",
        "{measures}: the sub-total is {stated}, but its rows add up to {sum}.",
    ),
    "total-without-rows": (
        "{measures}: chỉ có số {stated} ở dòng tổng, các dòng chi tiết để trống.",
        "{measures}: {stated} stands only in the total row; the rows are blank.",
    ),
    "unlabelled-row": (
        "Dòng {row} có số liệu ({measures}) nhưng không ghi là của kênh nào và không phải là tổng.",
        "Row {row} has figures ({measures}) but no label, and they are not the sum of the rows.",
    ),
    "row-unclear": (
        "Không rõ dòng “{typed}” là một dòng riêng, là phần của dòng khác hay của kỳ khác: {measures}.",
        "It is not clear whether the row “{typed}” stands for itself, is part of another row, or is of another time: {measures}.",
    ),
    "row-unclear.sum": (
        "Dòng “{typed}” bằng đúng tổng các dòng bên cạnh nhưng không ghi là dòng tổng: {measures}.",
        "The row “{typed}” is exactly the sum of the rows beside it, but does not say that it is a total: {measures}.",
    ),
    "hidden-figures": ("Dòng hoặc cột bị ẩn có số liệu: {measures}.", "A hidden row or column holds figures: {measures}."),
    "value-under-merge": (
        "{measures}: ô này bị một ô gộp che khuất nhưng vẫn còn giá trị “{typed}”.",
        "{measures}: a merged cell covers this one, which still holds “{typed}”.",
    ),
    "readings-differ": (
        "Hai bộ đọc độc lập đọc ô này ra hai kết quả khác nhau (“{typed}”).",
        "Two independent readers read this cell differently (“{typed}”).",
    ),
    "tracked-changes": (
        "Ô này có nội dung sửa theo dõi (Track Changes) chưa được chấp nhận hay từ chối (“{typed}”).",
        "This cell has tracked changes that are neither accepted nor rejected (“{typed}”).",
    ),
    "hidden-text": ("Ô này có chữ ẩn bên cạnh số (“{typed}”).", "This cell has hidden text beside the number (“{typed}”)."),
    "unknown-content": (
        "Ô này có nội dung mà chương trình không biết cách đọc (“{typed}”).",
        "This cell has content that the program does not know how to read (“{typed}”).",
    ),
    "no-table": ("Không tìm thấy bảng số liệu trong tệp.", "No table of figures was found in the file."),
    "two-tables": (
        "Có nhiều bảng số liệu như nhau (bắt đầu ở {places}), không rõ bảng nào là bảng đúng.",
        "There are several equally good tables (at {places}); it is not clear which one counts.",
    ),
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
        "Không rõ dấu nào (phẩy, chấm phẩy…) ngăn các ô của tệp CSV này: có dấu phẩy nằm trong ô mà không có ngoặc kép.",
        "It is not clear what keeps the cells of this CSV apart: a comma may stand inside a cell without quotes.",
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
    "which-is-final.channels": (
        "Các bản ({files}) nói về các kênh khác nhau: không rõ là thay thế hay cộng thêm.",
        "The versions ({files}) speak of different channels; one may replace the other or add to it.",
    ),
    "which-is-final.consolidation": (
        "Bản tổng hợp và bản riêng của đơn vị ghi số liệu khác nhau ({files}).",
        "The consolidated file and the unit's own differ ({files}).",
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
    "total-unchecked": (
        "{measure}: không đối chiếu được với ô tổng (“{typed}”); vẫn dùng số liệu các dòng.",
        "{measure}: the total (“{typed}”) cannot be checked; the rows are used.",
    ),
    "hidden-sheet": ("Trang tính bị ẩn, không dùng số liệu trong đó.", "A hidden sheet was set aside."),
    "unread-table": (
        "Bên dưới bảng còn các dòng có số mà chương trình không hiểu, không được đọc.",
        "Rows with numbers below the table were not understood and not read.",
    ),
    "unknown-channel": (
        "Không rõ “{typed}” là kênh nào; số liệu được tính vào tổng, ở dòng “chưa xác định kênh”.",
        "“{typed}” names no known channel; its figures are in the total, under “unknown channel”.",
    ),
    "unknown-channel.suggested": (
        "Không rõ “{typed}” là kênh nào; số liệu được tính vào tổng, ở dòng “chưa xác định kênh”.",
        "“{typed}” names no known channel; its figures are in the total, under “unknown channel”.",
    ),
    "unknown-topic": (
        "Không rõ “{typed}” là chủ đề nào; số liệu được tính vào tổng, ở dòng “chưa xác định chủ đề”.",
        "“{typed}” names no known topic; its figures are in the total, under “unknown topic”.",
    ),
    "unknown-topic.suggested": (
        "Không rõ “{typed}” là chủ đề nào; số liệu được tính vào tổng, ở dòng “chưa xác định chủ đề”.",
        "“{typed}” names no known topic; its figures are in the total, under “unknown topic”.",
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
    "items-without-duration": (
        "Dòng này có {items} tin, bài nhưng thời lượng ghi là “{typed}”.",
        "This row has {items} items, but their length is “{typed}”.",
    ),
    "duration-without-items": (
        "Dòng này có thời lượng {read} nhưng số tin, bài ghi là “{typed}”.",
        "This row has a length of {read}, but the number of items is “{typed}”.",
    ),
    "fewer-broadcasts-than-items": (
        "{items} tin, bài mà chỉ có {broadcasts} lượt phát: mỗi lượt không thể chứa hết chừng ấy tin, bài.",
        "{items} items but only {broadcasts} broadcasts: that many items do not fit into one broadcast.",
    ),
    "fewer-broadcasts-than-items.none": (
        "Có {items} tin, bài nhưng không có lượt phát nào.",
        "There are {items} items, but no broadcast.",
    ),
    "minutes-per-item": (
        "{items} tin, bài dài tất cả {read} (ghi “{typed}”): trung bình {usual} một tin, bài.",
        "{items} items last {read} (“{typed}”): {usual} for each on average.",
    ),
    "listeners-over-population": (
        "{measure}: {read} trên một kênh, nhiều hơn số dân của đơn vị ({population} người).",
        "{measure}: {read} on one channel, more than the people of the unit ({population}).",
    ),
    "repeated-row": (
        "Dòng này giống hệt dòng ở {other}: cùng kênh, cùng chủ đề và mọi con số.",
        "This row is the same as the one at {other}: one channel, one topic, all figures.",
    ),
    "far-from-own-past": (
        "{measure}: {read}, khác xa mức thường ngày của đơn vị là {usual} (trung vị của {weeks} tuần trước).",
        "{measure}: {read} is far from the unit's usual {usual} (the median of {weeks} weeks before).",
    ),
    "scale-slip": (
        "{measure}: {read} có vẻ sai hàng đơn vị (gấp {factor} lần).",
        "{measure}: {read} seems to be off by a factor of {factor}.",
    ),
    "scale-slip.over-past": (
        "{measure}: {read}, bằng khoảng {factor} lần mức thường ngày của đơn vị là {usual} (trung vị của {weeks} tuần trước).",
        "{measure}: {read} is about {factor} times the unit's usual {usual} (the median of {weeks} weeks before).",
    ),
    "scale-slip.under-past": (
        "{measure}: {read}, chỉ bằng khoảng {factor} mức thường ngày của đơn vị là {usual} (trung vị của {weeks} tuần trước).",
        "{measure}: {read} is only about {factor} of the unit's usual {usual} (the median of {weeks} weeks before).",
    ),
    "scale-slip.over-others": (
        "{measure}: {read} (ghi “{typed}”); tính theo mỗi tin, bài thì bằng khoảng {factor} lần các đơn vị khác trên cùng kênh.",
        "{measure}: {read} (“{typed}”) is for each item about {factor} times what other units have on this channel.",
    ),
    "scale-slip.under-others": (
        "{measure}: {read} (ghi “{typed}”); tính theo mỗi tin, bài thì chỉ bằng khoảng {factor} các đơn vị khác trên cùng kênh.",
        "{measure}: {read} (“{typed}”) is for each item only about {factor} of what other units have on this channel.",
    ),
    "scale-slip.too-long": (
        "{items} tin, bài dài tất cả {read}: quá dài. Có thể đã ghi số giây (“{typed}”) vào cột phút, hoặc số phút vào cột giờ.",
        "{items} items last {read}, which is too long. Seconds (“{typed}”) may stand in a column of minutes, or minutes in one of hours.",
    ),
    "scale-slip.too-short": (
        "{items} tin, bài dài tất cả {read}: quá ngắn. Có thể đã ghi số giờ (“{typed}”) vào cột phút, hoặc số phút vào cột giây.",
        "{items} items last {read}, which is too short. Hours (“{typed}”) may stand in a column of minutes, or minutes in one of seconds.",
    ),
    "office-rule": ("{text}", "{text}"),
    "stale-decision": (
        "Quyết định {decision} (“{typed}”) là về một bản của tệp nay không còn; không áp dụng.",
        "The decision {decision} (“{typed}”) is about a version of the file that is no longer there; not applied.",
    ),
    "bad-receipt": (
        "Không hiểu giờ nhận ghi ở đây (“{typed}”), không dùng.",
        "The time of receipt here (“{typed}”) is not understood and not used.",
    ),
    "scaled": (
        "{measure}: “{typed}” được nhân theo đơn vị ghi ở tiêu đề thành {read}.",
        "{measure}: “{typed}” is scaled as the heading says, to {read}.",
    ),
    "computed": ("{measure}: “{typed}” được tính thành {read}.", "{measure}: “{typed}” is computed as {read}."),
    "converted": ("Tệp được chuyển đổi trước khi đọc.", "The file was converted before it was read."),
    "legacy-font": (
        "Chữ dùng phông cũ ({encoding}) được chuyển sang Unicode ở {count} ô.",
        "Text in a legacy font ({encoding}) was decoded in {count} cells.",
    ),
    "set-aside-file": ("Tệp tạm của chương trình khác, bỏ qua.", "A temporary file of another program, set aside."),
    "same-bytes": ("Giống hệt tệp {other}, chỉ tính một lần.", "The same bytes as {other}; counted once."),
    "text-cleaned": (
        "Đã bỏ ký tự không nhìn thấy ở {count} ô ({removed}).",
        "Invisible characters were removed in {count} cells ({removed}).",
    ),
    "extra-column": (
        "Cột “{heading}” không thuộc mẫu báo cáo, không đọc.",
        "The column “{heading}” is not part of the report and was not read.",
    ),
    "other-week": (
        "Bảng của tuần khác (“{week}”), không dùng cho tuần này.",
        "A table of another week (“{week}”), not used for this one.",
    ),
}
