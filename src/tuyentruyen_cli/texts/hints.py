"""What to do about what a rule found; the same slugs as ``rules``."""

_ASK_AGAIN = "Đề nghị đơn vị gửi lại tệp Excel, Word hoặc CSV."
_ASK_AGAIN_EN = "Ask the unit to send an Excel, Word or CSV file."
_NONE = ("Không cần làm gì.", "Nothing to do.")
_CHANNEL = (
    "Thêm tên này vào mẫu báo cáo (schema), hoặc đề nghị đơn vị ghi đúng tên kênh.",
    "Add this name to the report schema, or ask the unit to name the channel.",
)
_TOPIC = (
    "Thêm tên này vào mẫu báo cáo (schema), hoặc đề nghị đơn vị ghi đúng chủ đề.",
    "Add this name to the report schema, or ask the unit to name the topic.",
)
_MEANT = (
    "Có phải “{suggestion}”? Nếu đúng, thêm tên này vào mẫu báo cáo (schema).",
    "Is it “{suggestion}”? If so, add this name to the report schema.",
)
_LINE_TOTAL = (
    "Kiểm tra lại các dòng và số tổng, sửa chỗ sai rồi gửi lại.",
    "Check the rows and the total, mend what is wrong and send it again.",
)
_FINAL = (
    "Hỏi đơn vị bản nào là bản chính thức, chỉ để lại bản đó trong thư mục (hoặc ghi giờ nhận vào received.csv).",
    "Ask the unit which version is final and leave only that one in the folder (or state the times of receipt in received.csv).",
)
_UNSAFE = ("Không mở tệp này. Hỏi lại đơn vị và đề nghị gửi tệp khác.", "Do not open this file. Ask the unit for another one.")

_SLIP = (
    "Nếu đúng ra là {fits} thì sửa lại con số, viết không có dấu ngăn cách (ví dụ 1200); nếu {read} là đúng thì không cần sửa.",
    "If {fits} was meant, type it anew without separators (such as 1200); if {read} is right, leave it.",
)
_SLIP_OF_MINUTES = (
    "Nếu đúng ra là {fits} thì ghi lại kèm đơn vị, ví dụ 22 phút; nếu {read} là đúng thì không cần sửa.",
    "If {fits} was meant, type it with its unit, such as 22 phút; if {read} is right, leave it.",
)
_BROADCASTS = (
    "Ghi tổng số lượt phát của các tin, bài: một tin phát 3 lần là 3 lượt. Nếu mỗi lượt là một chương trình dài thì không cần sửa.",
    "Type how often the items were on air in all: one item on air 3 times is 3. If each was a long programme, leave it.",
)

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
    "basis-unclear": (
        "Ghi rõ tên chỉ tiêu ở tiêu đề cột, mỗi chỉ tiêu một cột.",
        "Name the measure in the heading, one column each.",
    ),
    "split-mismatch": _LINE_TOTAL,
    "total-mismatch": _LINE_TOTAL,
    "subtotal-mismatch": _LINE_TOTAL,
    "total-without-rows": ("Ghi số liệu vào các dòng chi tiết.", "Type the figures into the rows."),
    "unlabelled-row": ("Ghi tên kênh cho dòng này, hoặc xóa dòng nếu thừa.", "Label the row, or delete it."),
    "row-unclear": (
        "Ghi rõ dòng này là kênh nào; chi tiết thì ghi “Trong đó”, số của kỳ khác thì để ra bảng khác.",
        "Say which channel the row is; begin details with “Trong đó”, and put other periods in another table.",
    ),
    "row-unclear.sum": (
        "Nếu là dòng tổng, ghi “Tổng cộng” ở đầu dòng; nếu là một dòng riêng, ghi rõ tên kênh.",
        "If it is a total, begin the row with “Tổng cộng”; otherwise name its channel.",
    ),
    "hidden-figures": (
        "Bỏ ẩn dòng, cột; xóa số liệu thừa rồi gửi lại.",
        "Unhide the row or column, delete what is not meant, and send it again.",
    ),
    "value-under-merge": (
        "Bỏ gộp ô, giữ lại số đúng rồi gửi lại.",
        "Unmerge the cells, keep the right number and send it again.",
    ),
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
    "no-table": (
        "Đề nghị đơn vị ghi số liệu vào bảng có tiêu đề cột (Số tin, bài; Thời lượng; Số lần phát; Ước số người nghe).",
        "Ask for the figures in a table with headings (Số tin, bài; Thời lượng; Số lần phát; Ước số người nghe).",
    ),
    "two-tables": ("Chỉ để lại bảng đúng của tuần này rồi gửi lại.", "Leave only this week's table and send it again."),
    "unit-conflict": (
        "Sửa tên đơn vị trong tệp hoặc tên tệp cho khớp nhau.",
        "Make the unit's name in the file and the file's name agree.",
    ),
    "unit-unknown": (
        "Ghi “Đơn vị: …” ở đầu trang, hoặc đặt tên tệp theo tên đơn vị.",
        "Write “Đơn vị: …” at the top, or name the file after the unit.",
    ),
    "unit-unknown.suggested": (
        "Có phải “{suggestion}”? Sửa lại tên trong tệp.",
        "Is it “{suggestion}”? Correct the name in the file.",
    ),
    "unit-near-miss": (
        "Sửa lại tên đơn vị cho đúng, hoặc thêm tên này vào cột aliases của units.csv.",
        "Correct the name, or add it to the aliases in units.csv.",
    ),
    "unit-near-miss.suggested": (
        "Có phải “{suggestion}”? Sửa lại tên cho đúng, hoặc thêm tên này vào cột aliases của units.csv.",
        "Is it “{suggestion}”? Correct the name, or add it to the aliases in units.csv.",
    ),
    "unit-near-miss.confirmed": (
        "Kiểm tra lại tên đơn vị; nếu cách viết này đúng, thêm vào cột aliases của units.csv.",
        "Check the name; if this spelling is right, add it to the aliases in units.csv.",
    ),
    "wrong-period": (
        "Chuyển tệp sang thư mục của tuần đó, hoặc sửa tuần ghi trong tệp.",
        "Move the file to that week's folder, or correct the week in the file.",
    ),
    "unreadable-file": ("Mở thử tệp bằng Excel hoặc Word. " + _ASK_AGAIN, "Try to open it in Excel or Word. " + _ASK_AGAIN_EN),
    "unreadable-file.zero-bytes": (_ASK_AGAIN, _ASK_AGAIN_EN),
    "unreadable-file.truncated": ("Tải lại tệp. " + _ASK_AGAIN, "Download it again. " + _ASK_AGAIN_EN),
    "unreadable-file.engine": (
        "Mở tệp bằng Excel, lưu thành tệp mới (.xlsx) rồi gửi lại.",
        "Open the file in Excel, save it as a new .xlsx and send it again.",
    ),
    "unreadable-file.encoding": (
        "Lưu lại thành .xlsx, hoặc CSV UTF-8, rồi gửi lại.",
        "Save it as .xlsx or as CSV UTF-8 and send it again.",
    ),
    "unreadable-file.delimiter": (
        "Lưu bảng thành .xlsx rồi gửi lại.",
        "Save the table as .xlsx and send it again.",
    ),
    "unreadable-file.timeout": (
        "Chép bảng số liệu sang một tệp mới rồi gửi lại.",
        "Copy the table into a new file and send it again.",
    ),
    "unreadable-file.memory": (
        "Chép bảng số liệu sang một tệp mới rồi gửi lại.",
        "Copy the table into a new file and send it again.",
    ),
    "unreadable-file.conversion": (
        "Mở tệp bằng Word, lưu thành .docx (không đặt mật khẩu) rồi gửi lại.",
        "Open the file in Word, save it as .docx without a password and send it again.",
    ),
    "unreadable-file.conversion-differs": (
        "Mở tệp bằng Word, chấp nhận mọi thay đổi, bỏ chữ ẩn, lưu thành .docx rồi gửi lại.",
        "Open the file in Word, accept all changes, remove hidden text, save it as .docx and send it again.",
    ),
    "unreadable-file.died": (
        "Chép bảng số liệu sang một tệp mới rồi gửi lại.",
        "Copy the table into a new file and send it again.",
    ),
    "encrypted-file": ("Đề nghị đơn vị bỏ mật khẩu rồi gửi lại.", "Ask the unit to remove the password and send it again."),
    "unsupported-file": (_ASK_AGAIN, _ASK_AGAIN_EN),
    "unsupported-file.pdf": (_ASK_AGAIN, _ASK_AGAIN_EN),
    "unsupported-file.picture": (_ASK_AGAIN, _ASK_AGAIN_EN),
    "unsafe-file": _UNSAFE,
    "unsafe-file.too-large": (
        "Chép bảng số liệu sang một tệp mới rồi gửi lại.",
        "Copy the table into a new file and send it again.",
    ),
    "unsafe-file.doctype": _UNSAFE,
    "unsafe-file.not-regular": ("Chép chính tệp báo cáo vào thư mục.", "Copy the report itself into the folder."),
    "unsafe-file.too-many-cells": (
        "Chép bảng số liệu sang một tệp mới rồi gửi lại.",
        "Copy the table into a new file and send it again.",
    ),
    "which-is-final": _FINAL,
    "which-is-final.supplement": _FINAL,
    "which-is-final.unreadable": (
        "Đề nghị đơn vị gửi lại bản mới nhất, hoặc bỏ bản hỏng khỏi thư mục nếu bản cũ vẫn đúng.",
        "Ask for the newest version again, or take the broken one out of the folder if the older one still holds.",
    ),
    "which-is-final.channels": _FINAL,
    "which-is-final.consolidation": (
        "Hỏi đơn vị số liệu nào đúng, sửa hoặc bỏ tệp sai khỏi thư mục.",
        "Ask the unit which is right; mend the wrong file or take it out of the folder.",
    ),
    "foreign-thousands": ("Kiểm tra lại; lần sau ghi 1.200 hoặc 1200.", "Check it; write 1.200 or 1200 next time."),
    "measure-assumed": (
        "Ghi đơn vị ở tiêu đề cột, ví dụ Thời lượng (phút).",
        "Write the unit of measure in the heading, such as Thời lượng (phút).",
    ),
    "approximate": ("Nếu có số đúng thì ghi số đúng.", "State the exact number if there is one."),
    "not-stated": ("Không có thì ghi 0; có thì ghi số.", "Type 0 for none, or the number."),
    "total-unchecked": (
        "Mở tệp bằng Excel và lưu lại để công thức được tính.",
        "Open and save the file in Excel so that formulas are computed.",
    ),
    "hidden-sheet": (
        "Nếu trang ẩn có số liệu của tuần này, bỏ ẩn rồi gửi lại.",
        "If it holds this week's figures, unhide it and send the file again.",
    ),
    "unread-table": (
        "Xem lại phần dưới bảng; nếu là số liệu của tuần, đưa vào bảng chính.",
        "Look below the table; if those are this week's figures, move them into it.",
    ),
    "unknown-channel": _CHANNEL,
    "unknown-channel.suggested": _MEANT,
    "unknown-topic": _TOPIC,
    "unknown-topic.suggested": _MEANT,
    "consolidation": ("Kiểm tra lại nếu cần.", "Check it if need be."),
    "newer-version": (
        "Kiểm tra các ô khác nhau; nếu bản trước mới đúng, bỏ bản sau khỏi thư mục.",
        "Check the cells that differ; if the earlier version is right, take the later one out of the folder.",
    ),
    "same-as-last-week": (
        "Hỏi đơn vị có gửi nhầm báo cáo tuần trước không.",
        "Ask the unit whether it sent last week's report again.",
    ),
    "items-without-duration": (
        "Ghi tổng độ dài của các tin, bài đó, ví dụ 22 phút; chưa biết thì để trống, không ghi 0.",
        "Type the length of these items in all, such as 22 phút; leave it blank, not 0, if it is not known.",
    ),
    "duration-without-items": (
        "Ghi số tin, bài của dòng này. Nếu là giờ phát sóng chứ không phải độ dài tin, bài thì ghi ở cột “Thời lượng phát sóng”.",
        "Type the number of items. If it is time on air and not the length of items, it belongs under “Thời lượng phát sóng”.",
    ),
    "fewer-broadcasts-than-items": _BROADCASTS,
    "fewer-broadcasts-than-items.none": _BROADCASTS,
    "minutes-per-item": (
        "Kiểm tra số tin, bài và thời lượng; ghi thời lượng kèm đơn vị, ví dụ 22 phút. Nếu đúng thì không cần sửa.",
        "Check the items and their length; type the length with its unit, such as 22 phút. If both are right, leave them.",
    ),
    "listeners-over-population": (
        "Kiểm tra có thừa chữ số không. Nếu đơn vị đếm lượt (một người nghe nhiều lần) thì nâng times của listeners-over-population trong mẫu báo cáo (schema).",
        "Check for a digit too many. If the unit counts each time a person listens, raise times of listeners-over-population in the report schema.",
    ),
    "repeated-row": (
        "Nếu dòng bị chép hai lần thì xóa một dòng rồi gửi lại; nếu là hai việc khác nhau thì không cần sửa.",
        "If the row was pasted twice, delete one and send it again; if they are two different things, leave them.",
    ),
    "far-from-own-past": (
        "Kiểm tra lại với đơn vị; nếu đúng thì không cần sửa.",
        "Ask the unit; if it is right, leave it.",
    ),
    "scale-slip": _SLIP,
    "scale-slip.over-past": _SLIP,
    "scale-slip.under-past": _SLIP,
    "scale-slip.over-others": _SLIP,
    "scale-slip.under-others": _SLIP,
    "scale-slip.too-long": _SLIP_OF_MINUTES,
    "scale-slip.too-short": _SLIP_OF_MINUTES,
    "office-rule": (
        "Quy tắc “{id}” của cơ quan: {when}. Kiểm tra các số liệu này.",
        "The office's own rule “{id}”: {when}. Check these figures.",
    ),
    "stale-decision": (
        "Xem lại bản mới của tệp; nếu vẫn cần thì chốt lại trong can-xu-ly.xlsx.",
        "Look at the new version; if need be, decide again in can-xu-ly.xlsx.",
    ),
    "bad-receipt": ("Ghi như 2021-02-04T15:10 hoặc 04/02/2021 15:10.", "Write it as 2021-02-04T15:10 or 04/02/2021 15:10."),
    "scaled": _NONE,
    "computed": _NONE,
    "converted": _NONE,
    "legacy-font": _NONE,
    "set-aside-file": _NONE,
    "same-bytes": _NONE,
    "text-cleaned": _NONE,
    "extra-column": (
        "Nếu là một chỉ tiêu cần tổng hợp, thêm tên cột vào mẫu báo cáo (schema).",
        "If it is a measure that you need, add its heading to the report schema.",
    ),
    "other-week": _NONE,
}
