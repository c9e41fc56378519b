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
    "not-in-document": (
        "Số liệu không có trong văn bản vừa lập: {what}. Hãy xem mẫu có bỏ sót phần này không.",
        "Figures are not in the document that was made: {what}. See whether the template leaves this part out.",
    ),
}
