"""What to do about what was found in a column, a row or a table."""

_NONE = ("Không cần làm gì.", "Nothing to do.")
_ONE_OF = (
    "Ghi một trong các tên: {allowed}. Nếu đây là cách gọi quen thuộc thì cơ quan thêm vào mẫu báo cáo (schema).",
    "Write one of these: {allowed}. If it is a usual name, the office adds it to the report schema.",
)
_MEANT = (
    "Có phải “{suggestion}”? Nếu đúng thì ghi như vậy, hoặc cơ quan thêm cách gọi này vào mẫu báo cáo (schema).",
    "Is it “{suggestion}”? If so write that, or the office adds this name to the report schema.",
)
_PARTS = (
    "Nếu các phần đúng thì ghi tổng số là {sum_typed}; nếu {stated} đúng thì sửa phần sai. Rồi gửi lại.",
    "If the parts are right, type {sum_typed} as their total; if {stated} is right, mend the wrong part. Then send it again.",
)
_ROWS = (
    "Nếu các dòng đúng thì ghi ô này là {sum_typed}; nếu {stated} đúng thì sửa dòng sai. Rồi gửi lại.",
    "If the rows are right, type {sum_typed} in this cell; if {stated} is right, mend the wrong row. Then send it again.",
)
_LEFT_OUT = (
    "Nếu {explains} đúng thì ghi ô này là {sum_typed}; nếu {explains} thừa thì xóa dòng đó. Rồi gửi lại.",
    "If {explains} is right, type {sum_typed} in this cell; if its row is not meant, delete it. Then send it again.",
)
_TWICE = (
    "Nếu {explains} chỉ tính một lần thì ghi ô này là {sum_typed}; nếu bảng thiếu một dòng thì thêm dòng đó. Rồi gửi lại.",
    "If {explains} counts once, type {sum_typed} in this cell; if a row is lacking, add it. Then send it again.",
)
_FORMULA = (
    "Sửa công thức của ô này cho đủ và chỉ gồm các dòng, hoặc gõ thẳng {sum_typed}. Rồi gửi lại.",
    "Mend the formula so that it goes over each row once, or type {sum_typed}. Then send it again.",
)

MESSAGES: dict[str, tuple[str, str]] = {
    "basis-unclear": (
        "Sửa tiêu đề thành đúng một trong các tên đó; mỗi chỉ tiêu một cột.",
        "Make the heading one of these names; each measure has a column of its own.",
    ),
    "basis-unclear.twice": (
        "Chỉ để một cột “{measures}”; cột kia xóa đi hoặc đổi thành tiêu đề khác.",
        "Leave one column “{measures}”; delete the other or give it another heading.",
    ),
    "basis-unclear.merged": (
        "Bỏ gộp ô, ghi riêng số của từng chỉ tiêu.",
        "Unmerge the cell and type the figure of each measure.",
    ),
    "basis-unclear.added": (
        "Nếu là “{measures}” cả tuần thì ghi tiêu đề đúng như vậy; nếu là số khác thì thêm một cột “{measures}”.",
        "If it is the week's “{measures}”, make the heading just that; if it is something else, add a column “{measures}”.",
    ),
    "split-mismatch": _PARTS,
    "total-mismatch": _ROWS,
    "total-mismatch.left-out": _LEFT_OUT,
    "total-mismatch.twice": _TWICE,
    "total-mismatch.short-range": _FORMULA,
    "total-mismatch.wide-range": _FORMULA,
    "subtotal-mismatch": _ROWS,
    "subtotal-mismatch.left-out": _LEFT_OUT,
    "subtotal-mismatch.twice": _TWICE,
    "subtotal-mismatch.short-range": _FORMULA,
    "subtotal-mismatch.wide-range": _FORMULA,
    "total-without-rows": (
        "Ghi số của từng dòng vào các dòng ở trên, cộng lại thành {stated}.",
        "Type each row's figure into the rows, so that they add up to {stated}.",
    ),
    "unlabelled-row": (
        "Ghi tên kênh ở đầu dòng, ví dụ “Loa bản”; là dòng tổng thì ghi “Tổng cộng”; thừa thì xóa dòng.",
        "Write the channel at the start of the row, such as “Loa bản”, or “Tổng cộng” for a total; delete the row if it is not meant.",
    ),
    "row-unclear": (
        "Ghi rõ dòng này là kênh nào; chi tiết thì ghi “Trong đó”, số của kỳ khác thì để ra bảng khác.",
        "Say which channel the row is; begin details with “Trong đó”, and put other periods in another table.",
    ),
    "row-unclear.sum": (
        "Nếu là dòng tổng, ghi “Tổng cộng” ở đầu dòng; nếu là một dòng riêng, ghi rõ tên kênh.",
        "If it is a total, begin the row with “Tổng cộng”; otherwise name its channel.",
    ),
    "hidden-figures": (
        "Bỏ ẩn dòng, cột; xóa số liệu thừa rồi gửi lại.",
        "Unhide the row or column, delete what is not meant, and send it again.",
    ),
    "value-under-merge": (
        "Bỏ gộp ô, giữ lại số đúng rồi gửi lại.",
        "Unmerge the cells, keep the right number and send it again.",
    ),
    "no-table": (
        "Đề nghị đơn vị ghi số liệu vào bảng có tiêu đề cột (Số tin, bài; Thời lượng; Số lần phát; Ước số người nghe).",
        "Ask for the figures in a table with headings (Số tin, bài; Thời lượng; Số lần phát; Ước số người nghe).",
    ),
    "two-tables": ("Chỉ để lại bảng đúng của tuần này rồi gửi lại.", "Leave only this week's table and send it again."),
    "total-unchecked": (
        "Mở tệp bằng Excel và lưu lại để công thức được tính.",
        "Open and save the file in Excel so that formulas are computed.",
    ),
    "hidden-sheet": (
        "Nếu trang ẩn có số liệu của tuần này, bỏ ẩn rồi gửi lại.",
        "If it holds this week's figures, unhide it and send the file again.",
    ),
    "unread-table": (
        "Xem lại phần dưới bảng; nếu là số liệu của tuần, đưa vào bảng chính.",
        "Look below the table; if those are this week's figures, move them into it.",
    ),
    "unread-table.example": (
        "Nếu là số liệu của tuần, đề nghị đơn vị ghi vào trang, bảng số liệu (không ghi là ví dụ) rồi gửi lại.",
        "If those are the week's figures, ask the unit to type them into the table itself, not into an example, and send it again.",
    ),
    "unknown-channel": _ONE_OF,
    "unknown-channel.suggested": _MEANT,
    "unknown-topic": _ONE_OF,
    "unknown-topic.suggested": _MEANT,
    "extra-column": (
        "Nếu là một chỉ tiêu cần tổng hợp, thêm tên cột vào mẫu báo cáo (schema).",
        "If it is a measure that you need, add its heading to the report schema.",
    ),
    "other-week": _NONE,
}
