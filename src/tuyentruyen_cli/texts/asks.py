"""What each rule asks of a sender, by its slug: short, for a message on a telephone. Rules of the office alone are not here."""

_SHORT = (
    "công thức {formula} bỏ sót {explains}, các dòng cộng lại là {sum}, xin sửa công thức",
    "the formula {formula} leaves out {explains}; the rows add up to {sum}; please mend it",
)
_LEFT_OUT = (
    "các dòng cộng lại là {sum}, có thể bỏ sót {explains}, xin sửa chỗ sai",
    "the rows add up to {sum}; {explains} may be left out; please mend what is wrong",
)
_TWICE = (
    "các dòng cộng lại là {sum}, có thể đã cộng hai lần {explains}, xin sửa chỗ sai",
    "the rows add up to {sum}; {explains} may be counted twice; please mend what is wrong",
)
_WIDE = (
    "công thức {formula} cộng thừa {explains}, các dòng cộng lại là {sum}, xin sửa công thức",
    "the formula {formula} takes {explains} too; the rows add up to {sum}; please mend it",
)

MESSAGES: dict[str, tuple[str, str]] = {
    # a cell: what it holds now is said before
    "fraction-in-count": ("xin gõ một số nguyên, ví dụ {sample}", "please type a whole number, such as {sample}"),
    "fraction-in-count.suggested": ("nếu là {dotted} xin gõ {suggestion}", "if it is {dotted}, please type {suggestion}"),
    "date-in-number": (
        "xin định dạng ô là Text rồi gõ lại số",
        "please format the cell as text and type the number again",
    ),
    "date-in-number.suggested": (
        "có thể đã gõ {suggestion}: xin định dạng ô là Text rồi gõ lại một số",
        "{suggestion} may have been typed: please format the cell as text and type one number",
    ),
    "malformed-number": ("xin gõ lại bằng chữ số 0-9, ví dụ {sample}", "please type it with the digits 0-9, such as {sample}"),
    "ambiguous-number": (
        "đọc được hai cách, xin gõ không có dấu ngăn cách, ví dụ 1500, hoặc 1 phút 30 giây",
        "it can be read in two ways; please type it without separators, such as 1500, or 1 phút 30 giây",
    ),
    "range": ("xin ghi một số, không ghi khoảng", "please type one number, not a range"),
    "rate-not-total": (
        "xin ghi tổng của cả tuần, ví dụ mỗi ngày 3 lần thì ghi 21",
        "please type the whole week's total: 3 a day are 21",
    ),
    "rate-not-total.duration": (
        "xin ghi tổng của cả tuần, ví dụ mỗi ngày 30 phút thì ghi 210 phút",
        "please type the whole week's total: 30 minutes a day are 210 phút",
    ),
    "rate-not-total.heading": (
        "cả cột ghi mức mỗi ngày hoặc mỗi buổi: xin ghi tổng của cả tuần và sửa tiêu đề thành “{measure}”",
        "the whole column is a rate: please put the week's totals there, under the heading “{measure}”",
    ),
    "not-a-number": ("xin ghi một số; không có thì ghi 0", "please type a number; 0 for none"),
    "not-a-number.duration": (
        "xin ghi thời lượng, ví dụ 22 phút; không có thì ghi 0",
        "please type the length, such as 22 phút; 0 for none",
    ),
    "percent": ("xin ghi số lượng, không ghi phần trăm", "please type the quantity, not a percentage"),
    "fraction-of": (
        "xin ghi số của đơn vị trong tuần, ví dụ {sample}",
        "please type your own number for the week, such as {sample}",
    ),
    "negative": ("xin ghi số từ 0 trở lên", "please type a number from 0 up"),
    "error-cell": ("xin sửa công thức hoặc gõ thẳng số vào ô", "please mend the formula, or type the number itself"),
    "uncached-formula": (
        "công thức chưa được tính: xin mở bằng Excel rồi lưu lại, hoặc gõ thẳng số",
        "the formula was never computed: please open and save the file in Excel, or type the number itself",
    ),
    "ambiguous-duration": (
        "xin ghi rõ phút, giây, ví dụ 5 phút 30 giây",
        "please write minutes and seconds out, such as 5 phút 30 giây",
    ),
    "clock-range": ("xin ghi thời lượng, ví dụ 105 phút", "please write the length, such as 105 phút"),
    "counting-word": (
        "xin xem có ghi nhầm cột không, rồi chỉ ghi con số",
        "please see whether it is in the wrong column, then type the number alone",
    ),
    "out-of-bounds": ("ngoài giới hạn cho phép, xin kiểm tra lại", "it is outside the limits; please check it"),
    "tracked-changes": (
        "còn sửa đổi chưa duyệt: vào Review, chọn Accept hoặc Reject hết rồi lưu",
        "it has tracked changes: accept or reject them all, then save",
    ),
    "hidden-text": ("ô có chữ ẩn, xin bỏ chữ ẩn", "the cell has hidden text; please remove it"),
    "unknown-content": ("xin gõ lại số vào ô như chữ thường", "please type the number again as plain text"),
    "readings-differ": (
        "tệp ghi ô này hai cách khác nhau: xin mở bằng Excel và lưu thành tệp .xlsx mới",
        "the file holds this cell in two ways: please open it in Excel and save it as a new .xlsx",
    ),
    "hidden-figures": (
        "số nằm trong dòng, cột hoặc ô bị ẩn: xin bỏ ẩn, xóa số thừa",
        "the figure is in a hidden row, column or cell: please unhide it and delete what is not meant",
    ),
    "value-under-merge": (
        "số nằm dưới ô gộp: xin bỏ gộp ô, chỉ giữ số đúng",
        "the figure is under a merged cell: please unmerge and keep the right number",
    ),
    "row-unclear": (
        "không rõ dòng này là gì: xin ghi tên kênh, dòng chi tiết thì ghi “Trong đó”",
        "it is not clear what this row is: please name its channel, or begin a detail with “Trong đó”",
    ),
    "row-unclear.sum": (
        "nếu là dòng tổng xin ghi “Tổng cộng” ở đầu dòng, nếu không xin ghi tên kênh",
        "if it is a total, please begin the row with “Tổng cộng”, otherwise name its channel",
    ),
    # a column, a row, a table
    "basis-unclear": (
        "không rõ cột “{heading}” là chỉ tiêu nào, xin ghi rõ tên cột",
        "it is not clear what the column “{heading}” is; please name it",
    ),
    "basis-unclear.twice": (
        "có hai cột cùng là {measures}, xin chỉ để một cột",
        "two columns are {measures}; please leave one",
    ),
    "basis-unclear.merged": (
        "một ô gộp nằm dưới nhiều chỉ tiêu, xin bỏ gộp và ghi riêng từng số",
        "a merged cell lies under several measures; please unmerge it and type each figure",
    ),
    "split-mismatch": (
        "các phần cộng lại là {sum}, xin sửa chỗ sai",
        "the parts add up to {sum}; please mend what is wrong",
    ),
    "total-mismatch": (
        "các dòng cộng lại là {sum}, xin sửa chỗ sai",
        "the rows add up to {sum}; please mend what is wrong",
    ),
    "total-mismatch.left-out": _LEFT_OUT,
    "total-mismatch.twice": _TWICE,
    "total-mismatch.short-range": _SHORT,
    "total-mismatch.wide-range": _WIDE,
    "subtotal-mismatch": (
        "các dòng của nhóm cộng lại là {sum}, xin sửa chỗ sai",
        "the rows of the group add up to {sum}; please mend what is wrong",
    ),
    "subtotal-mismatch.left-out": _LEFT_OUT,
    "subtotal-mismatch.twice": _TWICE,
    "subtotal-mismatch.short-range": _SHORT,
    "subtotal-mismatch.wide-range": _WIDE,
    "total-without-rows": (
        "chỉ có số tổng {stated}, xin ghi số vào từng dòng",
        "only the total {stated} is there; please fill in the rows",
    ),
    "unlabelled-row": (
        "dòng {row} có số nhưng không có tên, xin ghi tên kênh hoặc xóa dòng",
        "row {row} has figures and no label; please name its channel or delete it",
    ),
    "no-table": (
        "không thấy bảng số liệu, xin ghi vào bảng có các cột Số tin, bài; Thời lượng; Số lần phát; Ước số người nghe",
        "no table was found; please use one headed Số tin, bài; Thời lượng; Số lần phát; Ước số người nghe",
    ),
    "two-tables": (
        "có nhiều bảng số liệu ({places}), xin chỉ để lại bảng đúng của tuần này",
        "there are several tables ({places}); please leave only this week's",
    ),
    # who and when
    "unit-conflict": ("tệp nêu nhiều đơn vị ({units}), xin sửa cho khớp", "the file names {units}; please make them agree"),
    "unit-unknown": (
        "tệp chưa ghi tên đơn vị, xin ghi “Đơn vị: …” ở đầu trang",
        "the file names no unit; please write “Đơn vị: …” at the top",
    ),
    "unit-near-miss": ("tên đơn vị chưa đúng, xin sửa lại", "the unit's name is not right; please correct it"),
    "unit-near-miss.suggested": (
        "tên đơn vị chưa đúng; nếu là {suggestion} xin ghi {suggestion}",
        "the unit's name is not right; if it is {suggestion}, please write {suggestion}",
    ),
    "wrong-period": (
        "tệp ghi là của tuần khác ({typed}), xin gửi báo cáo đúng tuần",
        "the file says another week ({typed}); please send this week's",
    ),
    "wrong-period.form": (
        "biểu này là của tuần {coded}, xin điền vào biểu của đúng tuần",
        "this form is of week {coded}; please use the right week's",
    ),
    "wrong-period.unsaid": ("tệp không ghi tuần nào, xin ghi rõ rồi gửi lại", "please write the week and send it again"),
    "wrong-form": (
        "xin điền vào biểu phiên bản {current} (biểu đang gửi là {typed})",
        "please use the form of version {current} (this one is {typed})",
    ),
    "wrong-form.unit": (
        "biểu này lập cho đơn vị khác ({typed}), xin dùng biểu của đơn vị mình",
        "this form was made for another unit ({typed}); please use your own",
    ),
    "old-form": ("lần sau xin dùng biểu phiên bản {current}", "next time please use the form of version {current}"),
    "which-is-final": (
        "có nhiều bản khác nhau ({files}), xin cho biết dùng bản nào hay cộng các bản",
        "there are different versions ({files}); please say which one counts, or whether to add them up",
    ),
    "which-is-final.supplement": (
        "có bản ghi “bổ sung” ({files}), xin cho biết thay thế hay cộng thêm",
        "a version is a supplement ({files}); please say whether it replaces the other or adds to it",
    ),
    "which-is-final.unreadable": (
        "bản mới nhất không dùng được ({files}), xin gửi lại bản đó",
        "the newest version cannot be used ({files}); please send it again",
    ),
    # a file
    "unreadable-file": (
        "tệp không mở được, xin gửi lại bằng Excel, Word hoặc CSV",
        "the file cannot be opened; please send Excel, Word or CSV",
    ),
    "unreadable-file.zero-bytes": ("tệp rỗng, xin gửi lại tệp báo cáo", "the file is empty; please send the report again"),
    "unreadable-file.truncated": ("tệp bị cắt mất phần cuối, xin gửi lại", "the file is cut off; please send it again"),
    "unreadable-file.encoding": (
        "không đọc được chữ có dấu, xin lưu thành tệp .xlsx rồi gửi lại",
        "its letters cannot be read; please save it as .xlsx and send it again",
    ),
    "unreadable-file.delimiter": (
        "không rõ dấu ngăn các ô, xin lưu thành tệp .xlsx rồi gửi lại",
        "it is not clear what parts its cells; please save it as .xlsx and send it again",
    ),
    "unreadable-file.engine": (
        "xin mở tệp bằng Excel, lưu thành tệp .xlsx mới rồi gửi lại",
        "please open it in Excel, save it as a new .xlsx and send it again",
    ),
    "encrypted-file": ("tệp có mật khẩu, xin bỏ mật khẩu rồi gửi lại", "please send it again without its password"),
    "unsupported-file": (
        "loại tệp này không đọc được số liệu, xin gửi lại bằng Excel, Word hoặc CSV",
        "figures in this kind of file are not read; please send Excel, Word or CSV",
    ),
    "unsupported-file.pdf": (
        "tệp là PDF nên không đọc được số liệu, xin gửi tệp Excel, Word hoặc CSV",
        "figures in a PDF are not read; please send Excel, Word or CSV",
    ),
    "unsupported-file.picture": (
        "tệp là ảnh nên không đọc được số liệu, xin gửi tệp Excel, Word hoặc CSV",
        "figures in a picture are not read; please send Excel, Word or CSV",
    ),
    "unsafe-file": (
        "tệp không mở được an toàn, xin chép bảng sang một tệp mới rồi gửi lại",
        "the file cannot be opened safely; please copy the table into a new file",
    ),
    # figures that were read, and are asked about
    "foreign-thousands": ("được hiểu là {read}, xin xem có đúng không", "it is read as {read}; please see whether it is"),
    "measure-assumed": (
        "được hiểu là phút, xin ghi đơn vị ở tiêu đề cột, ví dụ Thời lượng (phút)",
        "it is read as minutes; please say so in the heading",
    ),
    "approximate": (
        "được lấy là {read}, nếu có số đúng xin ghi số đúng",
        "it is taken as {read}; please give the exact number",
    ),
    "not-stated": ("{measure} đang để trống: không có thì ghi 0, có thì ghi số", "{measure} is blank: type 0 or the number"),
    "not-stated.whole": (
        "chưa có số liệu {measure}: xin thêm vào, không có thì ghi 0",
        "{measure} is not stated at all; please add it, 0 for none",
    ),
    "total-unchecked": (
        "ô tổng chưa có kết quả, xin mở bằng Excel rồi lưu lại",
        "the total has no result; please open and save the file in Excel",
    ),
    "hidden-sheet": (
        "trang bị ẩn nên không đọc, nếu có số liệu tuần này xin bỏ ẩn",
        "this sheet is hidden; unhide it if it holds this week's figures",
    ),
    "unread-table": (
        "dưới bảng còn dòng có số chưa đọc được, xin đưa vào bảng",
        "rows with numbers below the table were not read; please move them into it",
    ),
    "unread-table.example": (
        "số ghi ở trang, bảng hoặc dòng ví dụ không được đọc; nếu là số của tuần xin ghi vào bảng số liệu",
        "numbers in an example are not read; if they are the week's figures, please type them into the table itself",
    ),
    "same-as-last-week": (
        "mọi số giống hệt tuần trước, xin xem có gửi nhầm tệp không",
        "all figures are last week's; please see whether the right file was sent",
    ),
    "items-without-duration": (
        "có {items} tin, bài, xin ghi độ dài, ví dụ 22 phút",
        "there are {items} items; please give their length, such as 22 phút",
    ),
    "duration-without-items": (
        "dòng có thời lượng {read}, xin ghi số tin, bài",
        "the row has a length of {read}; please give its number of items",
    ),
    "fewer-broadcasts-than-items": (
        "{items} tin, bài mà chỉ {broadcasts} lượt phát, xin ghi tổng số lượt phát",
        "{items} items and only {broadcasts} broadcasts; please give all broadcasts",
    ),
    "minutes-per-item": (
        "{items} tin, bài dài {read}, xin xem lại; ghi kèm đơn vị, ví dụ 22 phút",
        "{items} items last {read}; please check, and write the length out, such as 22 phút",
    ),
    "listeners-over-population": (
        "nhiều hơn số dân ({population}), xin xem có thừa chữ số không",
        "it is more than the people there are ({population}); please look for a digit too many",
    ),
    "repeated-row": (
        "dòng này giống hệt dòng ở {other}, nếu chép thừa xin xóa một dòng",
        "this row is the same as {other}; please delete one if it was pasted twice",
    ),
    "far-from-own-past": (
        "{measure} {read}, mọi tuần khoảng {usual}, xin xem lại",
        "{measure} is {read}, usually about {usual}; please check",
    ),
    "cumulative-mismatch": (
        "lũy kế ghi {stated} nhưng các tuần đã báo cáo cộng lại là {sum}: xin sửa lũy kế, hoặc gửi lại tuần bị sai",
        "the cumulative figure is {stated}, but the reported weeks add up to {sum}; please mend it, or send the wrong week again",
    ),
    "scale-slip": (
        "{measure} khác xa mức thường gặp; nếu là {fits} xin gõ {fits_typed}, nếu đúng thì để nguyên",
        "{measure} is far from what is usual; if it is {fits}, please type {fits_typed}; if it is right, leave it",
    ),
    "office-rule": ("{text} Xin xem lại các số này.", "{text} Please check these figures."),
}
