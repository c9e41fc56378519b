"""Messages of ``tuyentruyen verify``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "help": (
        "Kiểm tra lại một văn bản đã làm ra (.docx, hoặc .pdf có chữ): số nào bị sửa bằng tay và sửa từ số nào, số nào đã cũ so với số liệu hiện tại, số nào không do chương trình viết ra. Văn bản đã phát hành được so với bản đã lưu khi phát hành. Trả về 0 khi không có gì sai lệch, 1 khi có.",
        "Check a document that was made (.docx, or a .pdf with text): which figures a hand changed and from what, which are out of date, which numbers this program did not write. An issued document is held against the copy that was kept. Ends with 0 when nothing differs, 1 when something does.",
    ),
    "short": (
        "Kiểm tra văn bản: số bị sửa tay, số đã cũ, số lạ.",
        "Check a document: figures changed by hand, out of date, or of unknown origin.",
    ),
    "help-week": (
        "Tuần (hay tháng) của văn bản, khi văn bản không còn cho biết.",
        "The document's week (or month), where it no longer tells.",
    ),
    "help-kind": ("Loại văn bản, khi văn bản không còn cho biết.", "The kind of document, where it no longer tells."),
    "title": ("{file}: {what}", "{file}: {what}"),
    "title-issued": ("{file}: {what}, đã phát hành: Báo cáo số {name}", "{file}: {what}, issued: report {name}"),
    "against-issued": ("So với bản đã lưu khi phát hành.", "Held against the copy that was kept when it was issued."),
    "against-store": ("So với văn bản làm lại từ số liệu hiện tại.", "Held against the same document, written anew."),
    "against-itself": ("So với số liệu ghi kèm trong tệp.", "Held against the figures that the file carries."),
    "by-text": (
        "Tệp không còn dấu của từng số (PDF, hoặc đã lưu bằng chương trình bỏ dấu), nên chỉ so được bằng chữ.",
        "The file has no marks at its figures (a PDF, or saved by a program that drops them), so it was compared by its text only.",
    ),
    "changed": ("Sửa bằng tay ({count}):", "Changed by hand ({count}):"),
    "altered": ("{about}: {then} → {now}", "{about}: {then} → {now}"),
    "altered-in": ("{about}: {then} → {now}  [{place}]", "{about}: {then} → {now}  [{place}]"),
    "relabelled": (
        "Hàng mang tên khác trước, số trong hàng thành của nơi khác ({count}):",
        "Rows with another name than was written, so that their figures are said of another ({count}):",
    ),
    "row": ("“{then}” → “{now}”  [{place}]", "“{then}” → “{now}”  [{place}]"),
    "gone": ("Mất dấu, không kiểm tra được ({count}):", "Mark gone, cannot be checked ({count}):"),
    "gone-one": ("{about}: trước là {then}", "{about}: was {then}"),
    "lost": (
        "Số chương trình đã viết, nay không còn: {numbers}",
        "Numbers that were written and are no longer there: {numbers}",
    ),
    "unread": ("Không tìm thấy dòng này trong văn bản ({count}):", "Lines that are not in the document ({count}):"),
    "outdated": ("Đã cũ so với số liệu hiện tại ({count}):", "Out of date, beside what holds now ({count}):"),
    "no-figure-now": ("chưa có", "none"),
    "strays": (
        "Số không do chương trình viết ({count}), xin tự kiểm tra:",
        "Numbers that this program did not write ({count}), for you to check:",
    ),
    "stray": ("{number}  [{place}]", "{number}  [{place}]"),
    "more": ("… và {count} nữa (xem đủ bằng --json).", "… and {count} more (all of them with --json)."),
    "unknown-mark": (
        "Văn bản mang dấu đã phát hành, nhưng nhật ký của chiến dịch này không có dòng đó.",
        "The document bears the mark of an issued report, but this campaign's log has no such line.",
    ),
    "not-asked": (
        "Chưa so với số liệu hiện tại: ở đây không làm lại được văn bản này (không nhớ tuần này, mẫu đang có lỗi, hoặc văn bản nói theo lúc làm ra).",
        "Not compared with what holds now: this document cannot be made anew here (its week is not remembered, the template is broken, or it tells of the hour when it was made).",
    ),
    "holds": (
        "Đúng: cả {count} số trong văn bản đều như đã viết.",
        "All {count} numbers in the document are as they were written.",
    ),
    "holds-not": (
        "Có sai lệch. Mở văn bản, tìm các chỗ nêu trên; muốn có bản đúng thì chạy: tuyentruyen render",
        "Something differs. Look at the places above; for a right copy run: tuyentruyen render",
    ),
    "holds-not-issued": (
        "Có sai lệch. Văn bản bị sửa tay thì lấy lại bản đã phát hành trong store/originals; số liệu nay đã khác thì lập báo cáo thay thế: tuyentruyen render --week {week} --replace",
        "Something differs. If a hand changed the document, take the issued copy out of store/originals; if the figures have moved, write the report that replaces it: tuyentruyen render --week {week} --replace",
    ),
    "unsupported": (
        "{file} không phải Word (.docx) hay PDF. Mở tệp, lưu lại thành .docx hoặc .pdf rồi kiểm tra.",
        "{file} is neither Word (.docx) nor a PDF. Open it, save it as .docx or .pdf, and verify that.",
    ),
    "unreadable": ("Không đọc được {file}: {why}", "{file} cannot be read: {why}"),
    "pdf-is-picture": (
        "{file} chỉ có hình ảnh (bản quét), không có chữ để so. Hãy kiểm tra tệp .docx, hoặc PDF lưu thẳng từ Word.",
        "{file} holds pictures only (a scan), no text to compare. Verify the .docx, or a PDF saved from Word.",
    ),
    "no-marks-no-campaign": (
        "{file} không mang theo số liệu để so, và không nằm trong chiến dịch nào. Chạy lại lệnh trong thư mục chiến dịch.",
        "{file} carries no figures to compare with, and lies in no campaign. Run this in the campaign's folder.",
    ),
    "which-week": (
        "Không rõ {file} là báo cáo tuần nào. Gõ thêm --week, ví dụ: --week 2021-W05",
        "It is not clear which week {file} is of. Add --week, for example: --week 2021-W05",
    ),
}
