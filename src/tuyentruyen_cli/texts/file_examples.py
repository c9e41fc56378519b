"""``examples`` of the rules about whole files: whose they are, which week, which version, and whether they can be read."""

MESSAGES: dict[str, tuple[str, str]] = {
    # whose report, which week
    "unit-conflict.wrong": (
        "Trong tệp ghi “UBND xã Bản Bo”, tên tệp là “Nà Tăm.xlsx”",
        "The file says “UBND xã Bản Bo” and is named “Nà Tăm.xlsx”",
    ),
    "unit-conflict.right": (
        "Trong tệp ghi “UBND xã Bản Bo”, tên tệp là “Bản Bo.xlsx”",
        "The file says “UBND xã Bản Bo” and is named “Bản Bo.xlsx”",
    ),
    "unit-unknown.wrong": (
        "Tệp “bao cao.xlsx”, trong tệp không ghi tên xã",
        "A file “bao cao.xlsx” that names no commune inside",
    ),
    "unit-unknown.right": ("Đầu trang ghi “Đơn vị: Xã Bản Bo”", "“Đơn vị: Xã Bản Bo” at the top"),
    "unit-near-miss.wrong": ("Đơn vị: Xã Tả Lẻng", "Đơn vị: Xã Tả Lẻng"),
    "unit-near-miss.right": ("Đơn vị: Xã Tả Lèng", "Đơn vị: Xã Tả Lèng"),
    "wrong-period.wrong": (
        "Trong tệp ghi “từ 22/01 đến 28/01/2021”, gửi cho tuần 29/01 đến 04/02",
        "The file says “từ 22/01 đến 28/01/2021” and was sent for 29/01 to 04/02",
    ),
    "wrong-period.right": ("Từ 29/01 đến 04/02/2021", "Từ 29/01 đến 04/02/2021"),
    # a file
    "unreadable-file.wrong": (
        "Tệp tải về dở dang, Excel cũng không mở được",
        "A half-downloaded file that Excel cannot open either",
    ),
    "unreadable-file.right": ("Tệp mở được bằng Excel hoặc Word", "A file that Excel or Word opens"),
    "encrypted-file.wrong": ("Mở tệp thì Excel hỏi mật khẩu", "Excel asks for a password"),
    "encrypted-file.right": (
        "Trong Excel: File, Info, Protect Workbook, Encrypt with Password, xóa mật khẩu rồi lưu",
        "In Excel: File, Info, Protect Workbook, Encrypt with Password, empty the password and save",
    ),
    "unsupported-file.wrong": ("Ảnh chụp bảng số liệu, hoặc tệp PDF", "A photo of the table, or a PDF"),
    "unsupported-file.right": (
        "Chính tệp Excel hoặc Word đã dùng để lập bảng",
        "The Excel or Word file that the table was made in",
    ),
    "unsafe-file.wrong": ("Tệp 40 MB vì dán nhiều ảnh", "A file of 40 MB, full of pictures"),
    "unsafe-file.right": ("Tệp mới chỉ có bảng số liệu", "A new file with the table alone"),
    "tracked-changes.wrong": (
        "Ô hiện cả số cũ gạch ngang và số mới: 12 15",
        "The cell shows a number struck out and a new one: 12 15",
    ),
    "tracked-changes.right": ("Ô chỉ còn 15", "The cell holds 15 alone"),
    "hidden-text.wrong": ("Ô nhìn thấy 12, nhưng có thêm chữ số 0 bị ẩn", "The cell shows 12, with a hidden 0 beside it"),
    "hidden-text.right": ("Ô chỉ có 12", "The cell holds 12 alone"),
    "unknown-content.wrong": (
        "Ô có công thức toán hoặc hình vẽ thay cho số",
        "An equation or a drawing in place of the number",
    ),
    "unknown-content.right": ("Ô gõ thẳng số 12", "12, typed as text"),
    "which-is-final.wrong": (
        "“ban bo.xlsx” và “ban bo sua.xlsx” khác số liệu, không rõ gửi lúc nào",
        "“ban bo.xlsx” and “ban bo sua.xlsx” differ, and nobody noted when they came",
    ),
    "which-is-final.right": ("Chỉ còn bản chính thức trong thư mục", "Only the final version is in the folder"),
    # read, but worth a look
    "consolidation.wrong": (
        "“Tổng hợp cụm.xlsx” có dòng Bản Bo, trong khi Bản Bo đã gửi tệp riêng",
        "“Tổng hợp cụm.xlsx” has a row Bản Bo, which also sent a file of its own",
    ),
    "consolidation.right": ("Mỗi đơn vị chỉ có trong một tệp", "Each unit stands in one file"),
    "newer-version.wrong": (
        "“ban bo.xlsx” nhận 10 giờ, “ban bo lan 2.xlsx” nhận 15 giờ",
        "“ban bo.xlsx” came at 10:00 and “ban bo lan 2.xlsx” at 15:00",
    ),
    "newer-version.right": ("Chỉ còn “ban bo lan 2.xlsx”", "Only “ban bo lan 2.xlsx” is left"),
    "same-as-last-week.wrong": (
        "Tuần 4: 12, 60, 7, 900; tuần 5: 12, 60, 7, 900",
        "Week 4: 12, 60, 7, 900; week 5: 12, 60, 7, 900",
    ),
    "same-as-last-week.right": ("Tuần 5 có số của tuần 5", "Week 5 has figures of its own"),
    "stale-decision.wrong": (
        "chốt F11 = 1200, rồi đơn vị gửi lại tệp",
        "F11 = 1200 decided, then the unit sends the file again",
    ),
    "stale-decision.right": ("chốt lại theo tệp mới", "decide again on the new file"),
    "bad-receipt.wrong": ("received_at: chiều thứ năm", "received_at: chiều thứ năm"),
    "bad-receipt.right": ("received_at: 04/02/2021 15:10", "received_at: 04/02/2021 15:10"),
    # said, and nothing to do
    "converted.wrong": ("Bao cao Ban Bo.doc (Word đời cũ)", "Bao cao Ban Bo.doc (an old Word file)"),
    "converted.right": ("Lần sau lưu thành Bao cao Ban Bo.docx", "Save it as Bao cao Ban Bo.docx next time"),
    "legacy-font.wrong": ("Chữ gõ bằng phông .VnTime", "Text typed in the font .VnTime"),
    "legacy-font.right": ("Chữ gõ bằng Times New Roman (Unicode)", "Text typed in Times New Roman (Unicode)"),
    "set-aside-file.wrong": ("~$Ban Bo.xlsx (tệp tạm khi đang mở Excel)", "~$Ban Bo.xlsx (made while Excel is open)"),
    "set-aside-file.right": ("Ban Bo.xlsx", "Ban Bo.xlsx"),
    "same-bytes.wrong": ("“Ban Bo.xlsx” và “Ban Bo (1).xlsx” là một", "“Ban Bo.xlsx” and “Ban Bo (1).xlsx” are the same"),
    "same-bytes.right": ("Chỉ “Ban Bo.xlsx”", "“Ban Bo.xlsx” alone"),
}
