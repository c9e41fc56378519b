"""What goes back to senders: the marked copy, the list in Word, the message and the mail. Nothing of it is sent by the program."""

MESSAGES: dict[str, tuple[str, str]] = {
    # the command
    "short-return": ("Trả tệp cho đơn vị, chỉ rõ chỗ cần sửa.", "Give files back, marked with what to mend."),
    "help-return": (
        "Lập những gì trả lại cho từng đơn vị có chỗ cần sửa, vào reports/<tuần>/tra-lai/: tệp của chính đơn vị có tô màu, ghi chú và trang CẦN SỬA (hoặc danh sách Word), tin nhắn ngắn, thư nháp .eml. Không gửi gì đi. Tuần phải được tổng hợp trước.",
        "Write what goes back to each unit with something to mend, into reports/<week>/tra-lai/: its own file with cells marked and a sheet CẦN SỬA (or a list in Word), a short message, a draft .eml. Nothing is sent. The week must have been aggregated.",
    ),
    "help-return-week": (
        "Tuần cần trả lời, khi FOLDER là thư mục của cả chiến dịch; mặc định là tuần mới nhất đã tổng hợp.",
        "The week, when FOLDER is the campaign's; the newest remembered one by default.",
    ),
    "help-return-days": (
        "Số ngày cho đơn vị sửa khi đã quá hạn gửi; còn hạn thì theo hạn gửi.",
        "Days to answer in, once the deadline has passed; until then it is the deadline.",
    ),
    "changed-since-aggregate": (
        "Thư mục {folder} đã thay đổi từ lần tổng hợp trước. Chạy lại: tuyentruyen aggregate {folder}",
        "The folder {folder} has changed since it was aggregated. Run again: tuyentruyen aggregate {folder}",
    ),
    "returned-none": ("Không có gì phải trả lại cho đơn vị nào.", "Nothing goes back to anyone."),
    "returned": ("{name}: {what}", "{name}: {what}"),
    "returned-errors": ("{count} chỗ phải sửa", "{count} to mend"),
    "returned-warnings": ("{count} chỗ xin xem lại", "{count} to check"),
    "returned-copy": ("  tệp đã đánh dấu: {path}", "  marked copy: {path}"),
    "returned-list": ("  danh sách Word: {path}", "  list in Word: {path}"),
    "returned-mail": ("  thư nháp: {path}", "  draft: {path}"),
    "returned-no-copy": ("  không tô màu được {file}: {reason}", "  {file} was not marked: {reason}"),
    "returned-removed": (
        "Đã bỏ {count} tệp của lần trước không còn đúng.",
        "{count} files of an earlier run that no longer hold were removed.",
    ),
    "returned-texts": (
        "Mọi tin nhắn ở {path}. Chưa gửi gì đi: mở thư nháp bằng Outlook hoặc chép tin nhắn rồi gửi.",
        "All messages are in {path}. Nothing was sent: open the drafts, or copy the messages.",
    ),
    # what a measure allows
    "allowed-count": (
        "Số nguyên từ {minimum} trở lên, ví dụ 12 hoặc 1.200",
        "A whole number from {minimum} up, such as 12 or 1.200",
    ),
    "allowed-estimate": (
        "Số nguyên từ {minimum} trở lên, ví dụ 350 hoặc 1.200",
        "A whole number from {minimum} up, such as 350 or 1.200",
    ),
    "allowed-duration": (
        "Số phút, hoặc ghi rõ như 5 phút 30 giây, 1 giờ 30 phút",
        "Minutes, or written out such as 5 phút 30 giây, 1 giờ 30 phút",
    ),
    "allowed-at-most": ("{allowed}; nhiều nhất {maximum}", "{allowed}; at most {maximum}"),
    # where it stands
    "place-sheet-cell": ("{cell} trang “{sheet}”", "{cell} of sheet “{sheet}”"),
    "place-sheet": ("trang “{sheet}”", "sheet “{sheet}”"),
    "place-word": ("bảng {table} dòng {row} cột {column}", "table {table} row {row} column {column}"),
    "place-word-table": ("bảng {table}", "table {table}"),
    "whole-sheet": ("cả trang", "the sheet"),
    "whole-file": ("cả tệp", "the file"),
    "place-file": ("tệp “{file}”", "file “{file}”"),
    # the sheet and the notes in the marked copy, and the list in Word
    "list-title": ("CẦN SỬA - Báo cáo tuần {week}, {unit}", "TO MEND - Report of week {week}, {unit}"),
    "list-how": (
        "Xin sửa ngay trong các ô tô màu của tệp này (bấm vào cột Ô để tới ô đó), lưu, rồi gửi lại chính tệp này trước {by}. Không cần xóa trang này, màu và ghi chú.",
        "Please mend the coloured cells of this file (click on a cell's address to go there), save it and send it back before {by}. This sheet, the colours and the notes may stay.",
    ),
    "list-mark": (
        "Trang này do phần mềm lập, không phải số liệu ({mark}).",
        "This sheet was made by the gathering program and holds no figures ({mark}).",
    ),
    "list-marked": (
        "Danh sách do phần mềm lập, không phải số liệu ({mark}).",
        "This list was made by the gathering program and holds no figures ({mark}).",
    ),
    "column-number": ("STT", "No."),
    "column-sheet": ("Trang", "Sheet"),
    "column-place": ("Ô", "Cell"),
    "column-severity": ("Mức", "Weight"),
    "column-typed": ("Đang ghi", "As typed"),
    "column-found": ("Vấn đề", "Problem"),
    "column-allowed": ("Được ghi", "Allowed"),
    "column-example": ("Ví dụ đúng", "A right example"),
    "column-ask": ("Cách sửa", "What to do"),
    "severity-error": ("Phải sửa", "Mend"),
    "severity-warning": ("Xin xem lại", "Check"),
    "note-title": ("CẦN SỬA", "TO MEND"),
    "note-line": ("{name}: {text}", "{name}: {text}"),
    "blank": ("(trống)", "(blank)"),
    "document-title": ("DANH SÁCH CẦN SỬA", "LIST OF WHAT TO MEND"),
    "document-how": (
        "Xin sửa ngay trong tệp báo cáo của đơn vị rồi gửi lại tệp đó trước {by}; không cần gửi lại danh sách này.",
        "Please mend your own file and send it back before {by}; this list need not come back.",
    ),
    "document-file": ("Tệp: {file}", "File: {file}"),
    "more-places": ("{places} và {count} chỗ khác", "{places} and {count} others"),
    # the message and the mail
    "by": ("{time} ngày {date}", "{time} on {date}"),
    "chat-error": (
        "Tuần {week}, {unit}: Cần sửa {count} {what}: {items}",
        "Week {week}, {unit}: {count} {what} to mend: {items}",
    ),
    "chat-warning": (
        "Tuần {week}, {unit}: Xin xem lại {count} {what}: {items}",
        "Week {week}, {unit}: {count} {what} to check: {items}",
    ),
    "chat-by": ("{time} ngày {date}", "{time} on {date}"),
    "chat-end": ("Xin gửi lại trước {by}. Cảm ơn.", "Please send it again before {by}. Thank you."),
    "chat-end-warning": (
        "Nếu sai xin sửa và gửi lại trước {by}. Cảm ơn.",
        "If wrong, please mend it and send it again before {by}. Thank you.",
    ),
    "chat-more": ("còn {count} chỗ nữa, xem tệp gửi kèm", "{count} more in the attached file"),
    "what-cells": ("ô", "cells"),
    "what-places": ("chỗ", "points"),
    "now": (" đang là {typed}; {ask}", " is {typed}; {ask}"),
    "at": (": {ask}", ": {ask}"),
    "mail-subject": (
        "Đề nghị sửa báo cáo tuyên truyền tuần {week} - {unit}",
        "Please mend the report of week {week} - {unit}",
    ),
    "mail-error": (
        "Báo cáo tuần {week} ({dates}) của {unit} có {count} chỗ chưa dùng được, xin sửa và gửi lại trước {by}.",
        "The report of week {week} ({dates}) of {unit} has {count} points that cannot be used; please mend them and send it again before {by}.",
    ),
    "mail-warning": (
        "Báo cáo tuần {week} ({dates}) của {unit} có {count} chỗ xin xem lại, nếu sai xin sửa và gửi lại trước {by}.",
        "The report of week {week} ({dates}) of {unit} has {count} points to check; if wrong, please mend them and send it again before {by}.",
    ),
    "mail-received": ("Đã nhận:", "Received:"),
    "received-at": ("{file}, lúc {moment}", "{file}, at {moment}"),
    "received-by": ("{file}, chậm nhất là lúc {moment}", "{file}, no later than {moment}"),
    "mail-mend": ("Cần sửa:", "To mend:"),
    "mail-check": ("Xin xem lại (đã đọc được, nhưng có thể sai):", "To check (read, but perhaps wrong):"),
    "mail-copy": (
        "Tệp gửi kèm là chính tệp của đơn vị, chỗ cần sửa đã tô màu và ghi chú, có trang CẦN SỬA ở đầu: {files}. Xin sửa trong tệp đó và gửi lại chính tệp đó.",
        "Attached is your own file with the cells coloured and notes in them, and a first sheet CẦN SỬA: {files}. Please mend and return that file.",
    ),
    "mail-list": (
        "Danh sách chỗ cần sửa gửi kèm: {files}. Xin sửa trong tệp của đơn vị rồi gửi lại.",
        "The list of what to mend is attached: {files}. Please mend your own file and send it again.",
    ),
    "mail-thanks": ("Cảm ơn.", "Thank you."),
    "sheet-title": ("TRẢ LỜI CÁC ĐƠN VỊ - Tuần {week} ({dates})", "REPLIES - Week {week} ({dates})"),
    "sheet-how": (
        "Chưa gửi cho ai. Mỗi đoạn dưới đây là một tin nhắn để chép; thư nháp (.eml) mở bằng Outlook hoặc Thunderbird.",
        "Nothing was sent. Each paragraph is a message to copy; the drafts (.eml) open in Outlook or Thunderbird.",
    ),
    "sheet-files": ("(Kèm theo: {files})", "(With: {files})"),
    # why no marked copy was made
    "no-copy-kind": ("loại tệp này không tô màu được", "cells of this kind of file cannot be marked"),
    "no-copy-drawing": ("có hình vẽ, biểu đồ hoặc ảnh", "it has drawings, charts or pictures"),
    "no-copy-extension": (
        "có định dạng kiểu Excel mới (x14) trong trang tính",
        "its sheets have newer Excel features (x14)",
    ),
    "no-copy-control": ("có nút bấm, điều khiển hoặc đối tượng nhúng", "it has form controls or embedded objects"),
    "no-copy-pivot": ("có bảng Pivot, slicer hoặc kết nối dữ liệu", "it has pivot tables, slicers or data connections"),
    "no-copy-external": ("có liên kết sang tệp khác", "it links to other files"),
    "no-copy-threaded": ("có trao đổi bình luận (threaded comments)", "it has threaded comments"),
    "no-copy-macro-signature": ("có chữ ký số hoặc macro đã ký", "it is signed, or its macros are"),
    "no-copy-part": ("có thành phần không giữ lại được: {part}", "it has a part that would be lost: {part}"),
    "no-copy-strict": ("lưu ở dạng Strict Open XML", "it is saved as Strict Open XML"),
    "no-copy-large": ("tệp quá lớn để tô màu", "it is too large to be marked"),
    "no-copy-structure": ("cấu trúc tệp khác thường", "it is built in an unusual way"),
    "no-copy-differs": (
        "bản tô màu đọc lại không giống hệt tệp gốc",
        "the marked copy did not read exactly as the original",
    ),
    "no-copy-nothing-to-mark": ("không có chỗ nào trong tệp để tô màu", "there is nothing in it to mark"),
    "no-copy-original": ("bản gốc không còn trong store/originals", "its original is no longer in store/originals"),
}
