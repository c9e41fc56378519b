"""Words of the fill-in form, and of the command that makes it. The form itself is always Vietnamese."""

MESSAGES: dict[str, tuple[str, str]] = {
    "help": (
        "Lập biểu Excel để các đơn vị điền: một biểu chung cho mọi đơn vị (chọn tên và tuần trong danh sách), hoặc mỗi đơn vị mỗi tuần một biểu ghi sẵn tên (--per-unit). Biểu hỏi đúng những gì chương trình kiểm tra; điền xong gửi về là đọc được ngay.",
        "Make the Excel form that units fill in: one for all (unit and week are chosen from lists), or one for each unit and week with both filled in (--per-unit). It asks for what the checks check; filled in and sent back, it reads itself.",
    ),
    "short": ("Lập biểu Excel để các đơn vị điền.", "Make the form that units fill in."),
    "help-week": (
        "Tuần hay quãng tuần của biểu: 6, 2021-W06, 5..8. Mặc định: tuần này (--per-unit), hoặc 12 tuần từ tuần này.",
        "The week or weeks: 6, 2021-W06, 5..8. By default this week (--per-unit), or twelve weeks from this one.",
    ),
    "help-per-unit": (
        "Mỗi đơn vị mỗi tuần một tệp, ghi sẵn tên đơn vị và tuần.",
        "One file for each unit and week, with both filled in.",
    ),
    "help-unit": (
        "Chỉ lập biểu ghi sẵn cho đơn vị này (id trong units.csv); ghi nhiều lần được.",
        "Only the filled-in form of this unit (its id in units.csv); may be given more than once.",
    ),
    "help-topics": ("Mỗi kênh chia dòng theo chủ đề.", "Rows by topic under each channel."),
    "help-output": (
        "Ghi vào thư mục (hoặc tệp) này; mặc định là forms/ của chiến dịch.",
        "Write to this folder (or file); the campaign's forms/ by default.",
    ),
    "made": (
        "Đã lập {count} biểu (phiên bản {edition}). Gửi cho các đơn vị; tệp gửi về đặt vào thư mục của tuần rồi chạy tuyentruyen aggregate.",
        "{count} forms made (version {edition}). Send them out; put what comes back into the week's folder and run tuyentruyen aggregate.",
    ),
    "no-units": (
        "Tuần {week} không có đơn vị nào phải báo cáo (xem valid_from, valid_to trong units.csv).",
        "No unit reports in week {week} (see valid_from and valid_to in units.csv).",
    ),
    "no-topics": (
        "Mẫu báo cáo này không chia theo chủ đề, nên không dùng --topics.",
        "This kind of report has no topics; leave --topics out.",
    ),
    "one-file": (
        "Lập {count} biểu thì -o phải là một thư mục, không phải tệp {path}.",
        "For {count} forms, -o must be a folder, not the file {path}.",
    ),
    "too-wide": (
        "Biểu có {count} cột số liệu, nhiều quá một trang A4 ({most} cột). Bớt chỉ tiêu trong [form] optional, hoặc bỏ required = true ở chỉ tiêu không cần hỏi hằng tuần.",
        "The form would have {count} columns of figures, more than a page of A4 holds ({most}). Ask for fewer: [form] optional, or required = false.",
    ),
    "does-not-read": (
        "Biểu lập theo mẫu báo cáo này gửi về sẽ không đọc đúng, nên không lập. Sửa các tên sau trong schema.toml (title) cho khác nhau và rõ nghĩa:",
        "A form of this schema would not read as what it is, so none was made. Give these titles of schema.toml other words:",
    ),
    "misread-column": (
        "Cột “{title}” được hiểu là {found}.",
        "The column “{title}” is taken for {found}.",
    ),
    "misread-row": ("Dòng “{title}” được hiểu là {found}.", "The row “{title}” is taken for {found}."),
    "misread-nothing": ("không phải số liệu", "no figures"),
    "misread-rule": ("Ô {cell}: {rule}.", "Cell {cell}: {rule}."),
    # the sheet of figures
    "code": ("Mã biểu: {code}", "Form: {code}"),
    "to": ("Kính gửi: {office}; gửi trước {time} {day}", "To: {office}; due before {time} {day}"),
    "day-of-week": ("{weekday} hằng tuần", "{weekday} every week"),
    "day-of-date": ("{weekday}, ngày {date}", "{weekday}, {date}"),
    "weekday-monday": ("thứ Hai", "Monday"),
    "weekday-tuesday": ("thứ Ba", "Tuesday"),
    "weekday-wednesday": ("thứ Tư", "Wednesday"),
    "weekday-thursday": ("thứ Năm", "Thursday"),
    "weekday-friday": ("thứ Sáu", "Friday"),
    "weekday-saturday": ("thứ Bảy", "Saturday"),
    "weekday-sunday": ("Chủ nhật", "Sunday"),
    "unit": ("Đơn vị báo cáo:", "Unit:"),
    "week": ("Tuần báo cáo:", "Week:"),
    "contact": ("Người lập, điện thoại:", "Filled in by, telephone:"),
    "week-label": ("Tuần {week} (từ {start} đến {end})", "Week {week} (from {start} to {end})"),
    "hint": (
        "Chỉ ghi số vào ô vàng. Kênh không hoạt động: để trống cả dòng. Dòng đã ghi thì ghi đủ các ô: không có thì ghi 0 (để trống là chưa báo cáo).",
        "Numbers only, in the yellow cells. A channel without activity: leave its row blank. In a row with figures fill every cell: 0 for none (a blank is not reported).",
    ),
    "hint-one": (
        "Chỉ ghi số vào ô vàng, ghi đủ các ô: không có thì ghi 0 (để trống là chưa báo cáo).",
        "Numbers only, in every yellow cell: 0 for none (a blank is not reported).",
    ),
    "order": ("TT", "No."),
    "label": ("Nội dung", "Item"),
    "all": ("Kết quả trong tuần", "Results of the week"),
    "relayed": ("{channel} – tiếp sóng, phát lại", "{channel} – relayed"),
    "total": ("Tổng cộng", "Total"),
    "note-direction": ("Công tác chỉ đạo (ghi vào ô dưới):", "Direction given (in the box below):"),
    "note-difficulties": ("Khó khăn, vướng mắc (ghi vào ô dưới):", "Difficulties (in the box below):"),
    "note-tasks": ("Nhiệm vụ tuần tới (ghi vào ô dưới):", "Tasks of the coming week (in the box below):"),
    "note-proposals": ("Kiến nghị, đề xuất (ghi vào ô dưới):", "Proposals (in the box below):"),
    "compiler": ("NGƯỜI LẬP BIỂU", "FILLED IN BY"),
    "head": ("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE UNIT"),
    "sign": ("(ký, ghi rõ họ tên)", "(signature, full name)"),
    # what Excel says while it is filled in
    "choose-unit": ("Bấm mũi tên, chọn tên đơn vị.", "Choose the unit."),
    "choose-week": ("Bấm mũi tên, chọn tuần báo cáo.", "Choose the week."),
    "not-in-list": (
        "Xin chọn trong danh sách (bấm mũi tên bên phải ô), không tự gõ.",
        "Please choose from the list (the arrow beside the cell).",
    ),
    "wrong-number": ("Số chưa đúng", "Not right"),
    "input-count": (
        "{when}, số nguyên {bounds}. Không có thì ghi 0. Không ghi chữ, không ghi dấu chấm, dấu phẩy.",
        "{when}, a whole number {bounds}; 0 for none. No words, no dots or commas.",
    ),
    "input-estimate": (
        "{when} (số ước), số nguyên {bounds}. Ghi một con số, không ghi “khoảng”, không ghi 20-30. Không có thì ghi 0.",
        "{when} (an estimate), one whole number {bounds}; 0 for none.",
    ),
    "input-duration": (
        "{when} bằng {measured_in}, {bounds}. Phần lẻ ghi thập phân (7 phút 30 giây là 7,5 phút). Không có thì ghi 0.",
        "{when} in {measured_in}, {bounds}; fractions as decimals; 0 for none.",
    ),
    "when-week": ("Tổng cả tuần", "The week's total"),
    "when-now": ("Số có đến hết tuần", "The number at the end of the week"),
    "error-count": (
        "Cần một số nguyên {bounds}, ví dụ 1200. Không ghi chữ (“12 tin”), không ghi 1.200 hay 1,2.",
        "A whole number {bounds} is needed, such as 1200.",
    ),
    "error-duration": (
        "Cần số {measured_in} {bounds}, ví dụ 90. Không ghi chữ, không ghi 1:30.",
        "A number of {measured_in} {bounds} is needed, such as 90.",
    ),
    "at-least": ("từ {minimum} trở lên", "from {minimum}"),
    "between": ("từ {minimum} đến {maximum}", "from {minimum} to {maximum}"),
    # the example
    "example-title": (
        "VÍ DỤ – chỉ để xem, không ghi vào trang này, chương trình không đọc trang này",
        "EXAMPLE – to look at; nothing on this sheet is read",
    ),
    "example-unit": ("Xã Ví Dụ", "Example commune"),
    "example-contact": ("Nguyễn Văn A, 09xx xxx xxx", "A. Nguyen, 09xx xxx xxx"),
    "example-direction": (
        "Ban hành 01 văn bản chỉ đạo, giao nhiệm vụ cho từng thôn, bản.",
        "One letter of direction, with a task for each village.",
    ),
    "example-difficulties": ("02 bản ở xa, đi lại khó khăn do mưa rét.", "Two villages are hard to reach in the cold."),
    "example-tasks": ("Tiếp tục thực hiện trong dịp Tết.", "Go on over the holidays."),
    "example-proposals": (
        "Đề nghị cấp thêm tài liệu bằng tiếng dân tộc.",
        "More material in the minorities' languages.",
    ),
    # the instructions
    "guide-title": ("HƯỚNG DẪN ĐIỀN BIỂU", "HOW TO FILL IN THE FORM"),
    "guide-edition": (
        "Biểu phiên bản {edition}; chương trình tự nhận biểu theo mã ở đầu trang, xin đừng xóa mã.",
        "Form version {edition}; it is recognised by the code at its top.",
    ),
    "guide-measures": ("Ghi gì vào từng cột", "What to write in each column"),
    "guide-rules": ("Điều cần nhớ", "What to remember"),
    "guide-cells": ("Ghi số thế nào", "How to write numbers"),
    "guide-questions": (
        "Những chỗ sẽ được hỏi lại (số liệu vẫn được dùng)",
        "What will be asked about (the figures are used all the same)",
    ),
    "guide-measure": ("{heading} ({needed}): {how}", "{heading} ({needed}): {how}"),
    "guide-column-right": ("Ghi đúng", "Right"),
    "guide-column-wrong": ("Không ghi", "Wrong"),
    "guide-required": ("bắt buộc", "required"),
    "guide-optional": ("có thì ghi", "if there is any"),
    "guide-blank": ("(để trống)", "(blank)"),
    "guide-send": (
        "Điền xong, lưu lại và gửi tệp Excel này; không gửi ảnh chụp, không chuyển sang PDF.",
        "Save and send this Excel file; no photograph, no PDF.",
    ),
    "guide-nothing": (
        "Cả tuần không có hoạt động nào: ghi 0 vào các ô của một dòng rồi vẫn gửi; biểu để trống không được tính là báo cáo bằng 0.",
        "No activity all week: write 0 into the cells of one row and send it all the same; a blank form reports no zero.",
    ),
    "guide-relays": (
        "Tin, bài tự làm ghi ở dòng của kênh; tin, bài tiếp sóng, phát lại của nơi khác ghi ở dòng “tiếp sóng, phát lại”. Hai dòng được cộng với nhau, không ghi trùng.",
        "Own items in the channel's row, relayed ones in the row below it. Both are added up.",
    ),
    "guide-unit-conflict": (
        "Mỗi đơn vị dùng biểu của mình; không lấy biểu đã ghi tên đơn vị khác để điền.",
        "Each unit uses its own form, not one that bears another unit's name.",
    ),
    "guide-unit-unknown": (
        "Chọn tên đơn vị ở đầu biểu; để trống thì không biết số liệu của ai.",
        "Choose the unit at the top; without it nobody knows whose figures these are.",
    ),
    "guide-wrong-period": (
        "Mỗi tuần một biểu, đúng tuần ghi ở đầu biểu; không dùng lại biểu của tuần trước.",
        "A form for each week, with that week at its top; not last week's again.",
    ),
    "guide-not-stated": (
        "Kênh không hoạt động trong tuần: để trống cả dòng. Dòng đã ghi thì ghi đủ các ô bắt buộc; không có thì ghi 0, vì để trống nghĩa là chưa báo cáo.",
        "A channel without activity: leave its row blank. In a row with figures fill every required cell; 0 for none.",
    ),
    "guide-one-row": (
        "Ghi đủ các ô bắt buộc; không có thì ghi 0, vì để trống nghĩa là chưa báo cáo.",
        "Fill every required cell; 0 for none, because a blank is not reported.",
    ),
    "guide-rate-not-total": (
        "Ghi tổng cả tuần, không ghi theo ngày hay theo buổi.",
        "The week's total, not so many a day.",
    ),
    "guide-range": ("Ghi một con số, cả khi ước lượng.", "One number, also for an estimate."),
    "guide-not-a-number": ("Chỉ ghi số, không ghi chữ.", "Numbers, no words."),
    "guide-fraction-in-count": (
        "Số đếm là số nguyên, gõ liền các chữ số, không gõ dấu ngăn hàng nghìn.",
        "Whole numbers, without a separator of thousands.",
    ),
    "guide-ambiguous-duration": (
        "Thời lượng ghi bằng {measured_in}, không ghi kiểu giờ:phút.",
        "Durations in {measured_in}, not as hours:minutes.",
    ),
    "guide-split-mismatch": (
        "“{whole}” phải bằng các phần cộng lại: {parts}.",
        "“{whole}” must be what its parts add up to: {parts}.",
    ),
    "guide-total-mismatch": (
        "Dòng “Tổng cộng” tự tính, không ghi đè.",
        "The total is computed; do not write over it.",
    ),
    "guide-unknown-channel": (
        "Không sửa tên ở đầu dòng. Kênh không có tên trong biểu thì ghi vào dòng “{other}”.",
        "Do not change the names of the rows; what has no row goes into “{other}”.",
    ),
    "guide-items-without-duration": (
        "Có “{items}” mà “{duration}” là 0{exceptions}.",
        "“{items}” without “{duration}”{exceptions}.",
    ),
    "guide-duration-without-items": (
        "Có “{duration}” mà “{items}” là 0{exceptions}.",
        "“{duration}” without “{items}”{exceptions}.",
    ),
    "guide-fewer-broadcasts-than-items": (
        "“{broadcasts}” ít hơn “{items}” đến mức mỗi lượt phải chứa hơn {most} tin, bài hoặc dài hơn {longest}{exceptions}.",
        "So few “{broadcasts}” for “{items}” that each would hold more than {most} items or last longer than {longest}{exceptions}.",
    ),
    "guide-minutes-per-item": (
        "Tính trung bình mỗi tin, bài ngắn hơn {shortest} hoặc dài hơn {longest}.",
        "Items shorter than {shortest} or longer than {longest} on average.",
    ),
    "guide-listeners-over-population": (
        "“{listeners}” của một kênh nhiều hơn {times}số dân của đơn vị.",
        "“{listeners}” of a channel over {times}the people of the unit.",
    ),
    "guide-times": ("{times} lần ", "{times} times "),
    "guide-except": (" (trừ {channels})", " (but not {channels})"),
}
