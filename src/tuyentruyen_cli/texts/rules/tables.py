"""What the rules found in a column, a row or a table."""

_TOTAL = (
    "{measures}: ô tổng ghi {stated} nhưng các dòng cộng lại là {sum}",
    "{measures}: the stated total is {stated}, but the rows add up to {sum}",
)
_GROUP = (
    "{measures}: dòng nhóm ghi {stated} nhưng các dòng của nhóm cộng lại là {sum}",
    "{measures}: the sub-total is {stated}, but its rows add up to {sum}",
)
_LEFT_OUT = (
    "; thiếu đúng bằng ô {explains}, có lẽ dòng đó chưa được cộng.",
    "; it lacks exactly what {explains} says, which may have been left out.",
)
_TWICE = (
    "; thừa đúng bằng ô {explains}, có lẽ dòng đó được cộng hai lần.",
    "; it has too much exactly what {explains} says, which may have been added twice.",
)
_SHORT = (
    "; công thức {formula} bỏ sót {explains}.",
    "; the formula {formula} leaves out {explains}.",
)
_WIDE = (
    "; công thức {formula} cộng cả {explains}, là số tổng của các dòng khác.",
    "; the formula {formula} takes in {explains}, which sums up other rows.",
)

MESSAGES: dict[str, tuple[str, str]] = {
    "basis-unclear": (
        "Không rõ “{heading}” là chỉ tiêu nào trong các chỉ tiêu: {measures}.",
        "It is not clear which of these measures “{heading}” is: {measures}.",
    ),
    "basis-unclear.twice": (
        "Có hai cột cùng là “{measures}” (cột này ghi “{heading}”), không rõ cột nào đúng.",
        "Two columns are “{measures}” (this one is headed “{heading}”); it is not clear which one counts.",
    ),
    "basis-unclear.merged": (
        "Một ô gộp (“{heading}”) nằm dưới nhiều chỉ tiêu: {measures}.",
        "A merged cell (“{heading}”) stands under several measures: {measures}.",
    ),
    "basis-unclear.added": (
        "Tiêu đề “{heading}” ghi thêm điều làm không rõ số bên dưới có phải là “{measures}” cả tuần không.",
        "The heading “{heading}” adds something that leaves it unclear whether its figures are the week's “{measures}”.",
    ),
    "split-mismatch": (
        "{measures}: ghi tổng số {stated} nhưng các phần cộng lại là {sum}.",
        "{measures}: {stated} is stated, but the parts add up to {sum}.",
    ),
    "total-mismatch": (
        _TOTAL[0] + ".",
        _TOTAL[1] + ".",
    ),
    "total-mismatch.left-out": (_TOTAL[0] + _LEFT_OUT[0], _TOTAL[1] + _LEFT_OUT[1]),
    "total-mismatch.twice": (_TOTAL[0] + _TWICE[0], _TOTAL[1] + _TWICE[1]),
    "total-mismatch.short-range": (_TOTAL[0] + _SHORT[0], _TOTAL[1] + _SHORT[1]),
    "total-mismatch.wide-range": (_TOTAL[0] + _WIDE[0], _TOTAL[1] + _WIDE[1]),
    "subtotal-mismatch": (
        _GROUP[0] + ".",
        _GROUP[1] + ".",
    ),
    "subtotal-mismatch.left-out": (_GROUP[0] + _LEFT_OUT[0], _GROUP[1] + _LEFT_OUT[1]),
    "subtotal-mismatch.twice": (_GROUP[0] + _TWICE[0], _GROUP[1] + _TWICE[1]),
    "subtotal-mismatch.short-range": (_GROUP[0] + _SHORT[0], _GROUP[1] + _SHORT[1]),
    "subtotal-mismatch.wide-range": (_GROUP[0] + _WIDE[0], _GROUP[1] + _WIDE[1]),
    "total-without-rows": (
        "{measures}: chỉ có số {stated} ở dòng tổng, các dòng chi tiết để trống.",
        "{measures}: {stated} stands only in the total row; the rows are blank.",
    ),
    "unlabelled-row": (
        "Dòng {row} có số liệu ({measures}) nhưng không ghi là của kênh nào và không phải là tổng.",
        "Row {row} has figures ({measures}) but no label, and they are not the sum of the rows.",
    ),
    "row-unclear": (
        "Không rõ dòng “{typed}” là một dòng riêng, là phần của dòng khác hay của kỳ khác: {measures}.",
        "It is not clear whether the row “{typed}” stands for itself, is part of another row, or is of another time: {measures}.",
    ),
    "row-unclear.sum": (
        "Dòng “{typed}” bằng đúng tổng các dòng bên cạnh nhưng không ghi là dòng tổng: {measures}.",
        "The row “{typed}” is exactly the sum of the rows beside it, but does not say that it is a total: {measures}.",
    ),
    "hidden-figures": ("Dòng hoặc cột bị ẩn có số liệu: {measures}.", "A hidden row or column holds figures: {measures}."),
    "value-under-merge": (
        "{measures}: ô này bị một ô gộp che khuất nhưng vẫn còn giá trị “{typed}”.",
        "{measures}: a merged cell covers this one, which still holds “{typed}”.",
    ),
    "no-table": ("Không tìm thấy bảng số liệu trong tệp.", "No table of figures was found in the file."),
    "two-tables": (
        "Có nhiều bảng số liệu như nhau (bắt đầu ở {places}), không rõ bảng nào là bảng đúng.",
        "There are several equally good tables (at {places}); it is not clear which one counts.",
    ),
    "total-unchecked": (
        "{measure}: không đối chiếu được với ô tổng (“{typed}”); vẫn dùng số liệu các dòng.",
        "{measure}: the total (“{typed}”) cannot be checked; the rows are used.",
    ),
    "hidden-sheet": ("Trang tính bị ẩn, không dùng số liệu trong đó.", "A hidden sheet was set aside."),
    "unread-table": (
        "Bên dưới bảng còn các dòng có số mà chương trình không hiểu, không được đọc.",
        "Rows with numbers below the table were not understood and not read.",
    ),
    "unread-table.example": (
        "Đây là trang, bảng hoặc dòng ví dụ; số ghi ở đó không được đọc.",
        "A sheet, table or row of examples; numbers in it are not read.",
    ),
    "unknown-channel": (
        "Không rõ “{typed}” là kênh nào; số liệu được tính vào tổng, ở dòng “chưa xác định kênh”.",
        "“{typed}” names no known channel; its figures are in the total, under “unknown channel”.",
    ),
    "unknown-channel.suggested": (
        "Không rõ “{typed}” là kênh nào; số liệu được tính vào tổng, ở dòng “chưa xác định kênh”.",
        "“{typed}” names no known channel; its figures are in the total, under “unknown channel”.",
    ),
    "unknown-topic": (
        "Không rõ “{typed}” là chủ đề nào; số liệu được tính vào tổng, ở dòng “chưa xác định chủ đề”.",
        "“{typed}” names no known topic; its figures are in the total, under “unknown topic”.",
    ),
    "unknown-topic.suggested": (
        "Không rõ “{typed}” là chủ đề nào; số liệu được tính vào tổng, ở dòng “chưa xác định chủ đề”.",
        "“{typed}” names no known topic; its figures are in the total, under “unknown topic”.",
    ),
    "extra-column": (
        "Cột “{heading}” không thuộc mẫu báo cáo, không đọc.",
        "The column “{heading}” is not part of the report and was not read.",
    ),
    "other-week": (
        "Bảng của tuần khác (“{week}”), không dùng cho tuần này.",
        "A table of another week (“{week}”), not used for this one.",
    ),
}
