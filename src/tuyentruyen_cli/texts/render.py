"""Messages of the area ``render``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "template-unreadable": (
        "Không mở được mẫu {file}: {why}. Hãy lưu lại mẫu bằng Word ở dạng .docx, hoặc xóa mẫu này để dùng mẫu có sẵn.",
        "The template {file} cannot be opened: {why}. Save it again in Word as .docx, or remove it to use the one that ships.",
    ),
    "template-breaks-xml": (
        "Mẫu {file} cho ra tệp Word hỏng: {why}. Hãy xem lại các thẻ {{%tr …%}}, {{%tc …%}}, {{%p …%}}: mỗi thẻ mở phải có thẻ đóng cùng loại.",
        "The template {file} makes a broken Word file: {why}. Look at its tags {{%tr …%}}, {{%tc …%}}, {{%p …%}}: each must be closed by one of its kind.",
    ),
    "template-broken": (
        "Mẫu {file} có thẻ sai: {why}. Đoạn có lỗi: {place}",
        "The template {file} has a wrong tag: {why}. The paragraph: {place}",
    ),
    "tag-not-closed": (
        "Mẫu {file} có thẻ chưa đóng (thiếu dấu ngoặc) trong đoạn: {place}",
        "The template {file} has a tag that is not closed in the paragraph: {place}",
    ),
    "not-allowed": (
        "Mẫu {file} dùng thứ mà mẫu không được dùng: {what}. Mẫu chỉ được lấy số liệu, lặp, rẽ nhánh và dùng bộ lọc (như |upper, |join). Đoạn có lỗi: {place}",
        "The template {file} uses what no template may use: {what}. A template may read values, loop, choose and filter (such as |upper, |join). The paragraph: {place}",
    ),
    "unknown-name": (
        "Mẫu {file} dùng tên không có: {name}. Đoạn có lỗi: {place}. Các tên dùng được: {known}.",
        "The template {file} uses a name that does not exist: {name}. The paragraph: {place}. Names that exist: {known}.",
    ),
    "unknown-name-close": (
        "Mẫu {file} dùng tên không có: {name}. Có phải là {known}? Đoạn có lỗi: {place}",
        "The template {file} uses a name that does not exist: {name}. Did you mean {known}? The paragraph: {place}",
    ),
    "units-disagree": (
        "Số liệu các đơn vị không khớp tổng của “{measure}” ({total}). Đây là lỗi của chương trình; báo cáo không được lập.",
        "The units' figures do not give the total of “{measure}” ({total}). This is a fault of the program; no report is written.",
    ),
    "parts-disagree": (
        "Số liệu chia theo {dimension} không khớp tổng của “{measure}” ({total}). Đây là lỗi của chương trình; báo cáo không được lập.",
        "The figures by {dimension} do not give the total of “{measure}” ({total}). This is a fault of the program; no report is written.",
    ),
    "no-libreoffice": (
        "Máy này chưa có LibreOffice nên chưa xuất được PDF. Hãy mở tệp .docx (tuyentruyen render --to docx) bằng Word, chọn Tệp > Lưu thành > PDF; hoặc cài LibreOffice rồi chạy lại.",
        "LibreOffice is not installed here, so no PDF can be made. Open the .docx (tuyentruyen render --to docx) in Word and save it as PDF; or install LibreOffice and run again.",
    ),
    "pdf-late": (
        "LibreOffice chưa in xong PDF sau {seconds} giây nên bị dừng. Hãy mở tệp .docx (tuyentruyen render --to docx) bằng Word, chọn Tệp > Lưu thành > PDF.",
        "LibreOffice was not done with the PDF after {seconds} seconds and was ended. Open the .docx (tuyentruyen render --to docx) in Word and save it as PDF.",
    ),
    "no-pdf": (
        "LibreOffice không in ra được PDF. Hãy mở tệp .docx (tuyentruyen render --to docx) bằng Word, chọn Tệp > Lưu thành > PDF.",
        "LibreOffice made no PDF. Open the .docx (tuyentruyen render --to docx) in Word and save it as PDF.",
    ),
    "not-in-document": (
        "Số liệu không có trong văn bản vừa lập: {what}. Hãy xem mẫu có bỏ sót phần này không.",
        "Figures are not in the document that was made: {what}. See whether the template leaves this part out.",
    ),
    "not-word": (
        "Văn bản không còn là tệp Word mở được: {why}. Hãy xuất lại: tuyentruyen render",
        "The document is no Word file that can be opened: {why}. Render it again: tuyentruyen render",
    ),
    "no-place-for-number": (
        "Trong văn bản không thấy chỗ ghi số và ngày (“Số: …/{symbol}” và “{place}, ngày … tháng … năm …”). Hãy ghi hai dòng đó trong Word rồi chạy lại.",
        "The document has no place for its number and date (“Số: …/{symbol}” and “{place}, ngày … tháng … năm …”). Write these two lines in Word and run again.",
    ),
    "other-number": (
        "Văn bản đã ghi số {there}, không phải {number}. Hãy xem lại số, hoặc sửa trong Word.",
        "The document already bears the number {there}, not {number}. Check the number, or mend it in Word.",
    ),
    "other-date": (
        "Văn bản đã ghi “{there}”, không phải “{date}”. Hãy xem lại ngày, hoặc sửa trong Word.",
        "The document already says “{there}”, not “{date}”. Check the date, or mend it in Word.",
    ),
}
