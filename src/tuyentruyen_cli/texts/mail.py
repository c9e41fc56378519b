"""Mail: taking in what units sent, sending what was drafted, and the settings of both."""

MESSAGES: dict[str, tuple[str, str]] = {
    # collect
    "short-collect": (
        "Lấy báo cáo từ thư điện tử về thư mục của tuần.",
        "Take reports from mail into the folders of their weeks.",
    ),
    "help-collect": (
        "Lấy tệp đính kèm từ thư về thư mục của đúng tuần, ghi vào nhật ký thư của ai, đến máy chủ lúc nào. SOURCE là tệp .eml, .msg, thư mục chứa chúng, tệp mbox hoặc thư mục Maildir; không ghi SOURCE thì lấy từ hộp thư [mailbox] trong tuyentruyen.toml. Lấy lại lần nữa không lấy trùng; không xóa thư nào. Mật khẩu lấy từ biến môi trường TUYENTRUYEN_MAILBOX_PASSWORD, từ tệp password_file, hoặc được hỏi.",
        "Take attachments into the folder of their week, and note in the log who sent them and when the server had them. SOURCE is an .eml or .msg file, a folder of them, an mbox or a Maildir; without it, the mailbox [mailbox] of tuyentruyen.toml. Nothing is taken twice, nothing is ever deleted. The password comes from the environment variable TUYENTRUYEN_MAILBOX_PASSWORD, from the file password_file, or is asked for.",
    ),
    "help-campaign": (
        "Thư mục của chiến dịch; mặc định là thư mục hiện tại.",
        "The campaign's folder; the current one by default.",
    ),
    "help-collect-week": (
        "Tuần của những tệp mà trong tệp, tên tệp và thư đều không nói là tuần nào; không có tùy chọn này thì các tệp đó vào thư mục chua-ro-tuan và chờ trong can-xu-ly.xlsx.",
        "The week of files where neither file, name nor message says one; without this option they wait in chua-ro-tuan and can-xu-ly.xlsx.",
    ),
    "help-since": (
        "Chỉ lấy thư máy chủ nhận từ ngày này; với hộp thư, mặc định là từ một tuần trước năm của chiến dịch.",
        "Only messages that the server took from this day on; of a mailbox by default from a week before the campaign's year.",
    ),
    "help-move": (
        "Chuyển những thư đã lấy sang thư mục move_to của hộp thư. Không có tùy chọn này thì hộp thư chỉ được đọc.",
        "Move the messages that were taken to the folder move_to of the mailbox. Without this the mailbox is only read.",
    ),
    "no-source": ("Không có {path}.", "There is no {path}."),
    "no-messages": (
        "Trong {path} không có tệp thư nào (.eml, .msg, .mbox).",
        "There is no file of messages in {path} (.eml, .msg, .mbox).",
    ),
    "no-mbox": (
        "{path} không phải tệp thư (.eml, .msg, mbox).",
        "{path} is no file of messages (.eml, .msg, mbox).",
    ),
    "no-mailbox": (
        "Chưa có hộp thư để lấy. Ghi SOURCE là tệp hoặc thư mục chứa thư, hoặc thêm bảng [mailbox] (host, user) vào {path}.",
        "There is no mailbox to take from. Name a SOURCE, or add a table [mailbox] (host, user) to {path}.",
    ),
    "move-needs-mailbox": (
        "--move chỉ dùng với hộp thư [mailbox]; tệp thư trên máy không bao giờ bị chuyển đi.",
        "--move is for the mailbox [mailbox] only; messages in files are never moved.",
    ),
    "from": ("{when}  {sender}: {subject}", "{when}  {sender}: {subject}"),
    "no-time": ("(không rõ giờ nhận)", "(time not known)"),
    "no-subject": ("(không có tiêu đề)", "(no subject)"),
    "no-sender": ("(không rõ người gửi)", "(sender not known)"),
    "taken": ("  {mark} {file} ({unit}, tuần {week})", "  {mark} {file} ({unit}, week {week})"),
    "taken-name": ("    tên trong thư: {original}", "    its name in the message: {original}"),
    "taken-unclear": (
        "    chưa rõ tuần: chờ trong can-xu-ly.xlsx sau khi tổng hợp",
        "    week not clear: it waits in can-xu-ly.xlsx after aggregate",
    ),
    "taken-forwarded": (
        "    thư chuyển tiếp: giờ nhận chỉ là muộn nhất",
        "    forwarded: the time is only the latest that it can be",
    ),
    "unit-by-file": ("đơn vị theo nội dung tệp", "unit by what the file says"),
    "left": ("  - không lấy {name}: {why}", "  - not taken {name}: {why}"),
    "left-message": ("nội dung thư", "the message"),
    "look": ("  ! không có tệp nào để lấy, hãy mở thư xem", "  ! nothing to take; please open the message"),
    "why-inline-picture": ("ảnh nằm trong lời thư", "a picture in the text"),
    "why-signature": ("chữ ký số của thư", "the signature of the message"),
    "why-card": ("danh thiếp hoặc lịch hẹn", "a visiting card or an appointment"),
    "why-encrypted": (
        "thư mã hóa hoặc đóng gói chữ ký số, hãy mở bằng phần mềm thư và lưu tệp ra",
        "encrypted or signed as a whole: open it in a mail program and save the files",
    ),
    "why-winmail": ("winmail.dat hỏng, đề nghị người gửi gửi lại", "winmail.dat is damaged: ask for it again"),
    "why-bounce": ("thư báo không gửi được", "a report that a message was not delivered"),
    "why-too-deep": ("thư lồng quá nhiều lớp", "parts in parts too deep"),
    "why-too-large": ("quá lớn", "too large"),
    "why-program": ("là chương trình hoặc tệp có thể chạy khi bấm vào", "a program, or what runs when it is clicked on"),
    "why-own": ("thư của chính cơ quan gửi đi", "the office's own message"),
    "why-damaged": ("thư hỏng, không đọc được", "the message is damaged"),
    "source-fault": ("Không đọc được {place}: {reason}", "Cannot read {place}: {reason}"),
    "progress": ("Đã xem {done} thư mới…", "{done} new messages…"),
    "collected": (
        "Đã xem {messages} thư mới, lấy {files} tệp; {known} thư đã lấy từ trước.",
        "{messages} new messages, {files} files taken; {known} messages were dealt with before.",
    ),
    "collected-older": (
        "Bỏ qua {count} thư cũ hơn ngày cần lấy (đổi bằng --since).",
        "{count} messages from before were passed over (change that with --since).",
    ),
    "collected-look": ("{count} thư cần mở xem.", "{count} messages to open and look at."),
    "collected-moved": ("Đã chuyển {count} thư sang {folder}.", "{count} messages were moved to {folder}."),
    "collected-next": ("Tiếp theo: tuyentruyen aggregate {folder}", "Next: tuyentruyen aggregate {folder}"),
    # send
    "short-send": (
        "Gửi thư nháp (trả lời, nhắc, đề nghị) cho từng đơn vị.",
        "Send drafts (replies, reminders, requests) to the units.",
    ),
    "help-send": (
        "Gửi các thư nháp .eml, mỗi đơn vị một thư, qua máy chủ [smtp] trong tuyentruyen.toml. Không có --really thì chỉ cho xem thư nào gửi cho ai, không gửi gì. FOLDER là thư mục chứa thư nháp, một tệp .eml, hoặc thư mục của tuần hay của chiến dịch cùng với --kind. Chỉ gửi tới địa chỉ có trong units.csv; thư đã gửi không gửi lần nữa; lần nào gửi cũng ghi vào nhật ký. Mật khẩu lấy từ biến môi trường TUYENTRUYEN_SMTP_PASSWORD, từ tệp password_file, hoặc được hỏi.",
        "Send drafts (.eml), one message a unit, through the server [smtp] of tuyentruyen.toml. Without --really it only shows what would go to whom. FOLDER is a folder of drafts, one .eml, or the folder of a week or campaign with --kind. Only addresses of units.csv are sent to; what was sent is not sent again; each sending is in the log. The password comes from the environment variable TUYENTRUYEN_SMTP_PASSWORD, from the file password_file, or is asked for.",
    ),
    "help-kind": (
        "Loại thư nháp: tra-lai, nhac, yeu-cau (tên thư mục trong reports/).",
        "Which drafts: tra-lai, nhac, yeu-cau (the folder below reports/).",
    ),
    "help-send-week": (
        "Tuần của thư nháp; mặc định là tuần mới nhất có thư nháp.",
        "The week of the drafts; the newest with drafts by default.",
    ),
    "help-send-unit": ("Chỉ gửi cho đơn vị này; ghi được nhiều lần.", "Only this unit; may be given several times."),
    "help-again": (
        "Gửi cho đơn vị này lần nữa, dù thư đã gửi hoặc lần gửi trước bị đứt quãng.",
        "Send to this unit once more, though it was sent before or an earlier run broke off.",
    ),
    "help-really": ("Gửi thật.", "Really send."),
    "no-drafts": ("Trong {path} không có thư nháp (.eml) nào.", "There is no draft (.eml) in {path}."),
    "no-drafts-of-kind": (
        "Không có thư nháp loại {kind}. Có: {known}.",
        "There are no drafts of the kind {kind}. There are: {known}.",
    ),
    "which-kind": (
        "Có nhiều loại thư nháp ({known}); ghi --kind để chọn một loại.",
        "There are several kinds of drafts ({known}); choose one with --kind.",
    ),
    "no-outbox": (
        "Chưa có máy chủ gửi thư. Thêm bảng [smtp] (host, user, sender) vào {path}.",
        "There is no server to send through. Add a table [smtp] (host, user, sender) to {path}.",
    ),
    "send-ready": ("sẽ gửi", "would send"),
    "send-sent": ("đã gửi", "sent"),
    "send-sent-before": ("đã gửi lúc {at}, không gửi lại", "sent {at}, not again"),
    "send-unclear": (
        "KHÔNG RÕ: lần gửi lúc {at} bị đứt quãng, máy chủ có thể đã nhận; hỏi đơn vị, rồi nếu cần gửi lại bằng --again {unit}",
        "NOT CLEAR: the sending of {at} broke off and the server may have it; ask the unit, and send with --again {unit} if needed",
    ),
    "send-no-address": (
        "KHÔNG GỬI: thư không có địa chỉ; ghi địa chỉ vào cột addresses của units.csv rồi lập lại thư nháp",
        "NOT SENT: no address; write it into the column addresses of units.csv and draft again",
    ),
    "send-stranger": (
        "KHÔNG GỬI: địa chỉ không có trong units.csv: {refused}",
        "NOT SENT: addresses that units.csv does not have: {refused}",
    ),
    "send-several-units": (
        "KHÔNG GỬI: thư gửi chung cho nhiều đơn vị; mỗi đơn vị phải một thư",
        "NOT SENT: addressed to several units; each has a message of its own",
    ),
    "send-twice": (
        "KHÔNG GỬI: có hai thư nháp cho cùng một đơn vị; gửi từng tệp một, hoặc bỏ một thư",
        "NOT SENT: two drafts for one unit; send one of the files, or remove one",
    ),
    "send-unreadable": ("KHÔNG GỬI: không phải thư nháp đọc được", "NOT SENT: no readable draft"),
    "send-refused": ("MÁY CHỦ TỪ CHỐI: {refused}", "REFUSED by the server: {refused}"),
    "send-partly": ("đã gửi, nhưng máy chủ từ chối: {refused}", "sent, but the server refused: {refused}"),
    "sending": ("{unit} <{to}>: {subject}", "{unit} <{to}>: {subject}"),
    "sending-state": ("  {state}  [{path}]", "  {state}  [{path}]"),
    "sending-earlier": ("  (một bản khác của thư này đã gửi lúc {at})", "  (another text of this draft was sent {at})"),
    "sending-no-unit": ("(không rõ đơn vị)", "(unit not known)"),
    "sending-no-address": ("(chưa có địa chỉ): {subject}", "(no address): {subject}"),
    "would-send": (
        "Sẽ gửi {count} thư; chưa gửi gì. Gửi thật: thêm --really.",
        "{count} messages would be sent; nothing was. To send, add --really.",
    ),
    "nothing-to-send": ("Không có thư nào để gửi.", "There is nothing to send."),
    "was-sent": ("Đã gửi {count} thư.", "{count} messages were sent."),
    "not-sent": ("{count} thư không gửi được, xem ở trên.", "{count} messages were not sent, see above."),
    "send-broken-off": (
        "Mất kết nối với {host} khi đang gửi {path}: {reason}. Không rõ máy chủ đã nhận thư đó chưa. Các thư khác: chạy lại để gửi tiếp.",
        "The connection to {host} broke off while sending {path}: {reason}. Whether the server has that message is not known. Run again for the others.",
    ),
    "log-sending": ("Bắt đầu gửi {path} tới {to}", "About to send {path} to {to}"),
    "log-sent": ("Đã gửi {path} tới {to}", "Sent {path} to {to}"),
    "log-unsent": ("Máy chủ từ chối {path} tới {to}", "The server refused {path} to {to}"),
    "log-refused": ("{address}: {reason}", "{address}: {reason}"),
    # servers
    "no-move-to": (
        "Chưa biết chuyển thư đã lấy đi đâu: ghi move_to trong bảng [mailbox] của tuyentruyen.toml.",
        "There is no folder to move to: write move_to in the table [mailbox] of tuyentruyen.toml.",
    ),
    "no-server": ("Không nối được tới {host}, cổng {port}: {reason}", "Cannot connect to {host}, port {port}: {reason}"),
    "login-refused": (
        "{host} không nhận tên {user} hoặc mật khẩu. Nhiều máy chủ cần mật khẩu ứng dụng thay cho mật khẩu thường.",
        "{host} refuses the user {user} or the password. Many servers want an app password.",
    ),
    "no-folder": ("Hộp thư ở {host} không có thư mục {folder}.", "The mailbox at {host} has no folder {folder}."),
    "cannot-move": (
        "{host} không biết chuyển thư an toàn (lệnh MOVE); chưa lấy gì. Chạy lại không có --move.",
        "{host} cannot move messages safely (the command MOVE); nothing was taken. Run again without --move.",
    ),
    "broken-off": (
        "Mất kết nối với {host}: {reason}. Những gì đã lấy vẫn còn; chạy lại để lấy tiếp.",
        "The connection to {host} broke off: {reason}. What was taken stays; run again to go on.",
    ),
    "no-certificate": ("Không đọc được chứng chỉ {path}.", "The certificate {path} cannot be read."),
    # the password
    "ask-secret": ("Mật khẩu của {user} ở {host}", "Password of {user} at {host}"),
    "no-secret": (
        "Chưa có mật khẩu của {user}. Đặt biến môi trường {variable}, hoặc ghi password_file trong tuyentruyen.toml.",
        "There is no password for {user}. Set the environment variable {variable}, or name a password_file in tuyentruyen.toml.",
    ),
    "no-secret-file": (
        "Không đọc được mật khẩu từ {path}. Tệp này chỉ có một dòng là mật khẩu, lưu kiểu UTF-8.",
        "The password cannot be read from {path}: one line of UTF-8 text.",
    ),
    # the log
    "log-collected": ("Lấy {count} thư", "{count} messages were taken"),
    "log-message": ("{sender}: {files} (máy chủ nhận lúc {when})", "{sender}: {files} (at the server at {when})"),
    "evidence": ("thư điện tử", "the mail"),
    "log-no-files": ("không có tệp", "no files"),
}
