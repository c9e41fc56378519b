"""What to do about what was found about whose file it is, which version, and whether it can be read."""

_ASK_AGAIN = "Đề nghị đơn vị gửi lại tệp Excel, Word hoặc CSV."
_ASK_AGAIN_EN = "Ask the unit to send an Excel, Word or CSV file."
_NONE = ("Không cần làm gì.", "Nothing to do.")
_FINAL = (
    "Hỏi đơn vị bản nào là bản chính thức, rồi chọn bản đó trong can-xu-ly.xlsx; hoặc chỉ để lại bản đó trong thư mục.",
    "Ask the unit which version is final, and choose it in can-xu-ly.xlsx, or leave only that one in the folder.",
)
_UNSAFE = ("Không mở tệp này. Hỏi lại đơn vị và đề nghị gửi tệp khác.", "Do not open this file. Ask the unit for another one.")

MESSAGES: dict[str, tuple[str, str]] = {
    "unit-conflict": (
        "Sửa tên đơn vị trong tệp hoặc tên tệp cho khớp nhau; hoặc cơ quan chọn đơn vị trong can-xu-ly.xlsx.",
        "Make the unit's name in the file and the file's name agree; or the office chooses the unit in can-xu-ly.xlsx.",
    ),
    "unit-unknown": (
        "Ghi ở đầu trang một dòng như “Đơn vị: Xã Bản Bo”, hoặc đặt tên tệp theo tên đơn vị, như “Bản Bo tuần 5”.",
        "Write a line such as “Đơn vị: Xã Bản Bo” at the top, or name the file after the unit, such as “Bản Bo tuần 5”.",
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
        "Chuyển tệp sang thư mục của tuần đó; nếu ghi nhầm tuần thì sửa tuần trong tệp, hoặc cơ quan chọn tuần trong can-xu-ly.xlsx.",
        "Move the file to that week's folder; if the week is wrong, correct it in the file, or choose it in can-xu-ly.xlsx.",
    ),
    "wrong-period.form": (
        "Hỏi đơn vị số liệu của tuần nào, đề nghị ghi vào biểu của đúng tuần đó rồi gửi lại.",
        "Ask the unit which week it is, and for that week's own form.",
    ),
    "wrong-period.unsaid": (
        "Chọn tuần trong can-xu-ly.xlsx, hoặc chuyển tệp ra khỏi thư mục chua-ro-tuan, vào thư mục của đúng tuần.",
        "Choose the week in can-xu-ly.xlsx, or move the file out of chua-ro-tuan into the folder of its week.",
    ),
    "wrong-form": (
        "Gửi đơn vị biểu {current} (lập bằng lệnh tuyentruyen form) và đề nghị điền vào biểu đó.",
        "Send the unit the form {current} (made by tuyentruyen form) and ask for the figures in it.",
    ),
    "wrong-form.unit": (
        "Gửi đơn vị biểu của chính đơn vị đó (tuyentruyen form --unit MÃ_ĐƠN_VỊ), hoặc thêm đơn vị vào units.csv.",
        "Send the unit a form of its own (tuyentruyen form --unit ID), or add the unit to units.csv.",
    ),
    "old-form": (
        "Gửi đơn vị biểu phiên bản {current} để dùng từ lần sau (lập bằng lệnh tuyentruyen form).",
        "Send the unit the form of version {current} for the next time (made by tuyentruyen form).",
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
    "which-is-final.apart": (
        "Không cần sửa. Lệnh aggregate cho biết bản nào được dùng.",
        "Nothing to mend. The command aggregate tells which version is used.",
    ),
    "which-is-final.channels": _FINAL,
    "which-is-final.consolidation": (
        "Hỏi đơn vị số liệu nào đúng, sửa hoặc bỏ tệp sai khỏi thư mục.",
        "Ask the unit which is right; mend the wrong file or take it out of the folder.",
    ),
    "consolidation": (
        "Không cần sửa. Đơn vị nào chỉ có trong tệp tổng hợp thì nên hỏi lại đơn vị đó.",
        "Nothing to mend. Of a unit that stands in this file alone it is well to ask the unit.",
    ),
    "newer-version": (
        "Kiểm tra các ô khác nhau; nếu bản trước mới đúng, bỏ bản sau khỏi thư mục.",
        "Check the cells that differ; if the earlier version is right, take the later one out of the folder.",
    ),
    "same-as-last-week": (
        "Hỏi đơn vị có gửi nhầm báo cáo tuần trước không.",
        "Ask the unit whether it sent last week's report again.",
    ),
    "bad-receipt": ("Ghi như 2021-02-04T15:10 hoặc 04/02/2021 15:10.", "Write it as 2021-02-04T15:10 or 04/02/2021 15:10."),
    "stale-decision": (
        "Xem lại bản mới của tệp; nếu vẫn cần thì chốt lại trong can-xu-ly.xlsx.",
        "Look at the new version; if need be, decide again in can-xu-ly.xlsx.",
    ),
    "answer-not-applied": (
        "Mở lại can-xu-ly.xlsx: dòng đó vẫn giữ chữ đã điền và ghi rõ thiếu gì; điền đủ ba cột rồi chạy lại.",
        "Open can-xu-ly.xlsx again: the row keeps what was filled in and says what it lacks; fill all three columns and run again.",
    ),
    "answer-not-applied.incomplete": (
        "Mở lại can-xu-ly.xlsx, điền đủ GIÁ TRỊ CHỐT, LÝ DO và NGƯỜI CHỐT của dòng đó (chữ đã điền vẫn còn) rồi chạy lại.",
        "Open can-xu-ly.xlsx again, fill in GIÁ TRỊ CHỐT, LÝ DO and NGƯỜI CHỐT of that row (what was typed is still there) and run again.",
    ),
    "answer-not-applied.refused-value": (
        "Mở lại can-xu-ly.xlsx và ghi một số mà chỉ tiêu đó nhận, ví dụ 1200 hoặc 3 giờ 30 phút, rồi chạy lại.",
        "Open can-xu-ly.xlsx again, type a number that the measure takes, such as 1200 or 3 giờ 30 phút, and run again.",
    ),
    "answer-not-applied.unknown-answer": (
        "Mở lại can-xu-ly.xlsx, chọn một câu trong danh sách thả xuống của ô đó rồi chạy lại.",
        "Open can-xu-ly.xlsx again, choose one of the answers in the cell's list and run again.",
    ),
    "answer-not-applied.changed-since": (
        "Điền lại vào can-xu-ly.xlsx vừa lập, không sửa cột ẩn, rồi chạy lại.",
        "Fill in the new can-xu-ly.xlsx, leave its hidden column alone, and run again.",
    ),
    "converted": _NONE,
    "legacy-font": _NONE,
    "set-aside-file": _NONE,
    "set-aside-file.our-list": _NONE,
    "same-bytes": _NONE,
}
