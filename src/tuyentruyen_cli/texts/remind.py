"""Reminders to units that have not sent their report: the command, the messages, the drafts."""

MESSAGES: dict[str, tuple[str, str]] = {
    "short": ("Soạn tin nhắc các đơn vị chưa gửi.", "Draft reminders to units that have not sent."),
    "help": (
        "Soạn tin nhắn và thư nháp .eml nhắc từng đơn vị chưa gửi báo cáo (hoặc gửi mà chưa có số liệu), vào reports/<tuần>/nhac/: trước hạn là nhắc hạn, quá hạn là đề nghị gửi ngay. Không gửi gì đi. Đơn vị được miễn không bị nhắc.",
        "Write a short message and a draft .eml for each unit whose report has not come (or came without a figure), into reports/<week>/nhac/: before the deadline they remind of it, afterwards they ask for the report at once. Nothing is sent. Excused units are left alone.",
    ),
    "help-week": (
        "Tuần cần nhắc (6, 2021-W06); mặc định là tuần của FOLDER, nếu không thì tuần mới nhất đã tổng hợp.",
        "The week (6, 2021-W06); that of FOLDER by default, else the newest remembered one.",
    ),
    "help-days": (
        "Số ngày cho đơn vị gửi khi đã quá hạn.",
        "Days to answer in, once the deadline has passed.",
    ),
    "help-unit": (
        "Chỉ nhắc đơn vị này (mã trong units.csv); ghi được nhiều lần.",
        "Only this unit (its id); may be given again.",
    ),
    "help-form": (
        "Kèm vào thư biểu của chính đơn vị và tuần đó, chỉ còn điền số.",
        "Attach the form of that very unit and week, ready to be filled in.",
    ),
    "not-read": (
        "Thư mục {folder} có {count} tệp chưa đọc: đơn vị sắp bị nhắc có thể đã gửi. Tổng hợp trước: tuyentruyen aggregate {folder}",
        "{folder} holds {count} files that were not read yet: a unit to be reminded may have sent. First run: tuyentruyen aggregate {folder}",
    ),
    "excused": (
        "{unit} được miễn báo cáo tuần {week}, không nhắc.",
        "{unit} is excused in week {week} and is not reminded.",
    ),
    "has-sent": (
        "{unit} đã gửi báo cáo tuần {week}, không phải nhắc.",
        "{unit} has sent its report of week {week}; there is nothing to remind of.",
    ),
    # the message
    "missing-before": (
        "{unit} chưa gửi báo cáo tuần {week} ({dates}). Hạn gửi: {due}. Trong tuần không có hoạt động cũng xin gửi, ghi 0. Cảm ơn.",
        "{unit} has not sent the report of week {week} ({dates}). It is due at {due}. If there was nothing, please send it with 0. Thank you.",
    ),
    "missing-after": (
        "Đã quá hạn {due}, chưa nhận được báo cáo tuần {week} ({dates}) của {unit}. Xin gửi ngay, chậm nhất {by}; không có hoạt động cũng xin gửi, ghi 0. Nếu đã gửi, xin báo lại. Cảm ơn.",
        "It was due at {due}, and the report of week {week} ({dates}) of {unit} has not come. Please send it at once, by {by} at the latest; if there was nothing, with 0. If you have sent it, please say so. Thank you.",
    ),
    "empty-before": (
        "Tệp báo cáo tuần {week} ({dates}) của {unit} đã đến nhưng chưa có số liệu nào. Xin điền và gửi lại, hạn: {due}; không có hoạt động thì ghi 0. Cảm ơn.",
        "The file of {unit} for week {week} ({dates}) came without any figure. Please fill it in and send it again, due at {due}; with 0 if there was nothing. Thank you.",
    ),
    "empty-after": (
        "Tệp báo cáo tuần {week} ({dates}) của {unit} đã đến nhưng chưa có số liệu nào. Xin điền và gửi lại ngay, chậm nhất {by}; không có hoạt động thì ghi 0. Cảm ơn.",
        "The file of {unit} for week {week} ({dates}) came without any figure. Please fill it in and send it again at once, by {by} at the latest; with 0 if there was nothing. Thank you.",
    ),
    "instant": ("{time} {weekday} ngày {date}", "{time} on {weekday} {date}"),
    "subject-before": ("Nhắc gửi báo cáo tuần {week} - {unit}", "Reminder: report of week {week} - {unit}"),
    "subject-after": (
        "Đề nghị gửi ngay báo cáo tuần {week} đã quá hạn - {unit}",
        "Overdue: report of week {week} - {unit}",
    ),
    "form": (
        "Biểu của tuần này gửi kèm ({file}): chỉ điền số, lưu và gửi lại chính tệp đó.",
        "The form of this week is attached ({file}): fill in the figures, save it and send that very file back.",
    ),
    # the sheet with all messages
    "sheet-title": (
        "NHẮC CÁC ĐƠN VỊ CHƯA GỬI BÁO CÁO - Tuần {week} ({dates})",
        "REMINDERS TO UNITS THAT HAVE NOT SENT - Week {week} ({dates})",
    ),
    # what the command says
    "drafted": ("{unit} ({state}): {mail}", "{unit} ({state}): {mail}"),
    "texts": (
        "Mọi tin nhắn ở {path}. Chưa gửi gì đi: mở thư nháp bằng Outlook hoặc chép tin nhắn rồi gửi.",
        "All messages are in {path}. Nothing was sent: open the drafts in a mail program, or copy the messages.",
    ),
    "none": ("Tuần {week}: không có đơn vị nào phải nhắc.", "Week {week}: there is nobody to remind."),
    "removed": (
        "Đã bỏ {count} thư nháp của lần trước: đơn vị đó đã gửi hoặc được miễn.",
        "Took away {count} drafts of an earlier run: those units have sent, or are excused.",
    ),
    "unplaced": (
        "Chưa rõ của đơn vị nào: {files}. Xem lại trước khi nhắc, có thể là của một đơn vị trên đây.",
        "Of no known unit: {files}. Look at them before you remind: they may be of one of these.",
    ),
    "refused": (
        "Đã gửi nhưng chưa dùng được: {units}. Trả tệp để sửa: tuyentruyen return",
        "Sent, but could not be used: {units}. Give the files back: tuyentruyen return",
    ),
}
