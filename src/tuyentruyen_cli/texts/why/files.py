"""Why it matters about whose file it is, which version, and whether it can be read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unit-conflict": (
        "Nếu tính cho nhầm đơn vị thì một đơn vị bị thừa số liệu, đơn vị kia bị coi là chưa gửi.",
        "Counted for the wrong unit, one unit has too much and the other seems to have sent nothing.",
    ),
    "unit-unknown": (
        "Số liệu chưa được cộng cho đến khi biết là của đơn vị nào.",
        "The figures are in no total until it is known whose they are.",
    ),
    "unit-near-miss": (
        "Tên chỉ khác một dấu có thể là một xã khác; chương trình không tự đoán tên.",
        "A name that differs in one tone may be another commune; names are not guessed.",
    ),
    "wrong-period": (
        "Số liệu của tuần khác cộng vào tuần này thì cả hai tuần đều sai.",
        "Figures of another week would make both weeks wrong.",
    ),
    "wrong-form": (
        "Biểu khác phiên bản, biểu của đợt khác hỏi những chỉ tiêu khác; ghép vào thì số này thành số kia.",
        "Another version or campaign asks for other figures; put together, one would pass for another.",
    ),
    "old-form": (
        "Biểu cũ có thể thiếu chỉ tiêu hoặc kênh mới thêm, nên những chỗ đó không có số liệu.",
        "An older form may lack a measure or channel that was added, so nothing is known of it.",
    ),
    "unreadable-file": (
        "Không lấy được số nào từ tệp; đơn vị có trong danh sách đã gửi nhưng chưa có trong tổng.",
        "No figure could be taken from the file; the unit counts as having sent, but is in no total.",
    ),
    "encrypted-file": (
        "Không có mật khẩu thì không đọc được số liệu.",
        "Without its password the file's figures cannot be read.",
    ),
    "unsupported-file": (
        "Số trong ảnh hay PDF phải đoán từng chữ số, dễ sai mà không ai biết. Chương trình chỉ ghi nhận đã nhận tệp.",
        "Figures in pictures and PDFs would have to be guessed digit by digit. The file is only recorded as received.",
    ),
    "unsafe-file": (
        "Tệp quá lớn hoặc có dấu hiệu độc hại có thể làm hỏng máy hoặc treo chương trình.",
        "A file that is too large or looks hostile may harm the computer or stop the program.",
    ),
    "which-is-final": (
        "Dùng nhầm bản thì số sai, cộng cả hai bản thì tính hai lần. Chưa dùng bản nào cho đến khi có người chốt.",
        "The wrong version gives wrong figures, and both together count twice. None is used until a person decides.",
    ),
    "consolidation": (
        "Số của một đơn vị có ở hai tệp; tệp riêng của đơn vị được ưu tiên để không tính hai lần.",
        "A unit's figures stand in two files; its own file comes first, so that nothing counts twice.",
    ),
    "newer-version": (
        "Bản sau thay cho bản trước, không cộng thêm; nếu bản sau chỉ là phần bổ sung thì số bị thiếu.",
        "The later version takes the place of the earlier one; if it was only an addition, figures are missing.",
    ),
    "same-as-last-week": (
        "Hiếm khi mọi con số trùng hai tuần liền; có thể gửi nhầm tệp cũ.",
        "All figures are rarely the same two weeks running; the old file may have been sent again.",
    ),
    "bad-receipt": (
        "Không biết giờ nhận thì không biết đơn vị gửi đúng hạn hay muộn, và bản nào gửi sau.",
        "Without the time of receipt it is not known whether a unit was late, or which version came last.",
    ),
    "stale-decision": (
        "Quyết định chỉ đúng với đúng tệp và ô mà người quyết định đã xem; tệp đổi thì phải xem lại.",
        "A decision holds only for the file and cell that were looked at; a changed file must be looked at again.",
    ),
    "answer-not-applied": (
        "Số chốt phải có lý do và tên người chốt, và phải là số mà chỉ tiêu nhận; thiếu thì chương trình không tự thêm.",
        "What is decided needs a reason, a name, and a value that its measure takes; the program adds nothing of its own.",
    ),
    "converted": (
        "Tệp .doc kiểu cũ được LibreOffice đổi sang .docx; các số đã được so lại với tệp gốc.",
        "LibreOffice converted the old .doc; the numbers were compared with the file itself.",
    ),
    "legacy-font": (
        "Chữ gõ bằng phông TCVN3 hoặc VNI phải đổi mã mới đọc được tên kênh, tên đơn vị.",
        "Text in TCVN3 or VNI fonts must be decoded before names can be read.",
    ),
    "set-aside-file": (
        "Excel, Word và máy tính tự tạo tệp này; trong đó không có báo cáo.",
        "Excel, Word or the computer made this file by itself; there is no report in it.",
    ),
    "same-bytes": (
        "Cùng một tệp gửi hai lần không được cộng hai lần.",
        "The same file sent twice must not be added twice.",
    ),
}
