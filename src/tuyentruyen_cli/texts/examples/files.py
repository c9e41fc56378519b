"""Examples about whose file it is, which version, and whether it can be read: as sent, and as it should have been."""

from tuyentruyen_cli.texts.examples.typed import Example

EXAMPLES: dict[str, tuple[Example, Example]] = {
    "unit-conflict": (
        (
            "Trong tệp ghi “UBND xã Bản Bo”, tên tệp là “Nà Tăm.xlsx”",
            "The file says “UBND xã Bản Bo” and is named “Nà Tăm.xlsx”",
        ),
        (
            "Trong tệp ghi “UBND xã Bản Bo”, tên tệp là “Bản Bo.xlsx”",
            "The file says “UBND xã Bản Bo” and is named “Bản Bo.xlsx”",
        ),
    ),
    "unit-unknown": (
        (
            "Tệp “bao cao.xlsx”, trong tệp không ghi tên xã",
            "A file “bao cao.xlsx” that names no commune inside",
        ),
        ("Đầu trang ghi “Đơn vị: Xã Bản Bo”", "“Đơn vị: Xã Bản Bo” at the top"),
    ),
    "unit-near-miss": (("Đơn vị: Xã Tả Lẻng", "Đơn vị: Xã Tả Lẻng"), ("Đơn vị: Xã Tả Lèng", "Đơn vị: Xã Tả Lèng")),
    "wrong-period": (
        (
            "Trong tệp ghi “từ 22/01 đến 28/01/2021”, gửi cho tuần 29/01 đến 04/02",
            "The file says “từ 22/01 đến 28/01/2021” and was sent for 29/01 to 04/02",
        ),
        ("Từ 29/01 đến 04/02/2021", "Từ 29/01 đến 04/02/2021"),
    ),
    "wrong-form": (
        (
            "Mã biểu tuyentruyen:bao-cao-tuan/1.be8090, trong khi đang dùng phiên bản 2",
            "A form coded tuyentruyen:bao-cao-tuan/1.be8090, where version 2 is in use",
        ),
        (
            "Biểu lập bằng lệnh tuyentruyen form của đợt báo cáo này",
            "A form that tuyentruyen form made for this campaign",
        ),
    ),
    "old-form": (
        (
            "Biểu lập từ tháng trước, sau đó cơ quan thêm kênh “Báo in”",
            "A form of last month; a channel “Báo in” was added since",
        ),
        ("Biểu lập lại sau khi thêm kênh", "A form made again after that"),
    ),
    "unreadable-file": (
        (
            "Tệp tải về dở dang, Excel cũng không mở được",
            "A half-downloaded file that Excel cannot open either",
        ),
        ("Tệp mở được bằng Excel hoặc Word", "A file that Excel or Word opens"),
    ),
    "encrypted-file": (
        ("Mở tệp thì Excel hỏi mật khẩu", "Excel asks for a password"),
        (
            "Trong Excel: File, Info, Protect Workbook, Encrypt with Password, xóa mật khẩu rồi lưu",
            "In Excel: File, Info, Protect Workbook, Encrypt with Password, empty the password and save",
        ),
    ),
    "unsupported-file": (
        ("Ảnh chụp bảng số liệu, hoặc tệp PDF", "A photo of the table, or a PDF"),
        (
            "Chính tệp Excel hoặc Word đã dùng để lập bảng",
            "The Excel or Word file that the table was made in",
        ),
    ),
    "unsafe-file": (
        ("Tệp 40 MB vì dán nhiều ảnh", "A file of 40 MB, full of pictures"),
        ("Tệp mới chỉ có bảng số liệu", "A new file with the table alone"),
    ),
    "which-is-final": (
        (
            "“ban bo.xlsx” và “ban bo sua.xlsx” khác số liệu, không rõ gửi lúc nào",
            "“ban bo.xlsx” and “ban bo sua.xlsx” differ, and nobody noted when they came",
        ),
        ("Chỉ còn bản chính thức trong thư mục", "Only the final version is in the folder"),
    ),
    "consolidation": (
        (
            "“Tổng hợp cụm.xlsx” có dòng Bản Bo, trong khi Bản Bo đã gửi tệp riêng",
            "“Tổng hợp cụm.xlsx” has a row Bản Bo, which also sent a file of its own",
        ),
        ("Mỗi đơn vị chỉ có trong một tệp", "Each unit stands in one file"),
    ),
    "newer-version": (
        (
            "“ban bo.xlsx” nhận 10 giờ, “ban bo lan 2.xlsx” nhận 15 giờ",
            "“ban bo.xlsx” came at 10:00 and “ban bo lan 2.xlsx” at 15:00",
        ),
        ("Chỉ còn “ban bo lan 2.xlsx”", "Only “ban bo lan 2.xlsx” is left"),
    ),
    "same-as-last-week": (
        (
            "Tuần 4: 12, 60, 7, 900; tuần 5: 12, 60, 7, 900",
            "Week 4: 12, 60, 7, 900; week 5: 12, 60, 7, 900",
        ),
        ("Tuần 5 có số của tuần 5", "Week 5 has figures of its own"),
    ),
    "bad-receipt": (
        ("received_at: chiều thứ năm", "received_at: chiều thứ năm"),
        ("received_at: 04/02/2021 15:10", "received_at: 04/02/2021 15:10"),
    ),
    "stale-decision": (
        (
            "chốt F11 = 1200, rồi đơn vị gửi lại tệp",
            "F11 = 1200 decided, then the unit sends the file again",
        ),
        ("chốt lại theo tệp mới", "decide again on the new file"),
    ),
    "answer-not-applied": (
        (
            "GIÁ TRỊ CHỐT 1200, LÝ DO và NGƯỜI CHỐT để trống",
            "GIÁ TRỊ CHỐT 1200, with LÝ DO and NGƯỜI CHỐT left blank",
        ),
        ("1200, Đã gọi điện xác nhận, Nguyễn Văn A", "1200, Đã gọi điện xác nhận, Nguyễn Văn A"),
    ),
    "converted": (
        ("Bao cao Ban Bo.doc (Word đời cũ)", "Bao cao Ban Bo.doc (an old Word file)"),
        ("Lần sau lưu thành Bao cao Ban Bo.docx", "Save it as Bao cao Ban Bo.docx next time"),
    ),
    "legacy-font": (
        ("Chữ gõ bằng phông .VnTime", "Text typed in the font .VnTime"),
        ("Chữ gõ bằng Times New Roman (Unicode)", "Text typed in Times New Roman (Unicode)"),
    ),
    "set-aside-file": (
        ("~$Ban Bo.xlsx (tệp tạm khi đang mở Excel)", "~$Ban Bo.xlsx (made while Excel is open)"),
        ("Ban Bo.xlsx", "Ban Bo.xlsx"),
    ),
    "same-bytes": (
        ("“Ban Bo.xlsx” và “Ban Bo (1).xlsx” là một", "“Ban Bo.xlsx” and “Ban Bo (1).xlsx” are the same"),
        ("Chỉ “Ban Bo.xlsx”", "“Ban Bo.xlsx” alone"),
    ),
}
