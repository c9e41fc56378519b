"""What to do about what was found in a column, a row or a table."""

_NONE = ("Không cần làm gì.", "Nothing to do.")
_CHANNEL = (
    "Thêm tên này vào mẫu báo cáo (schema), hoặc đề nghị đơn vị ghi đúng tên kênh.",
    "Add this name to the report schema, or ask the unit to name the channel.",
)
_TOPIC = (
    "Thêm tên này vào mẫu báo cáo (schema), hoặc đề nghị đơn vị ghi đúng chủ đề.",
    "Add this name to the report schema, or ask the unit to name the topic.",
)
_MEANT = (
    "Có phải “{suggestion}”? Nếu đúng, thêm tên này vào mẫu báo cáo (schema).",
    "Is it “{suggestion}”? If so, add this name to the report schema.",
)
_LINE_TOTAL = (
    "Kiểm tra lại các dòng và số tổng, sửa chỗ sai rồi gửi lại.",
    "Check the rows and the total, mend what is wrong and send it again.",
)

MESSAGES: dict[str, tuple[str, str]] = {
    "basis-unclear": (
        "Ghi rõ tên chỉ tiêu ở tiêu đề cột, mỗi chỉ tiêu một cột.",
        "Name the measure in the heading, one column each.",
    ),
    "split-mismatch": _LINE_TOTAL,
    "total-mismatch": _LINE_TOTAL,
    "subtotal-mismatch": _LINE_TOTAL,
    "total-without-rows": ("Ghi số liệu vào các dòng chi tiết.", "Type the figures into the rows."),
    "unlabelled-row": ("Ghi tên kênh cho dòng này, hoặc xóa dòng nếu thừa.", "Label the row, or delete it."),
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
    "unknown-channel": _CHANNEL,
    "unknown-channel.suggested": _MEANT,
    "unknown-topic": _TOPIC,
    "unknown-topic.suggested": _MEANT,
    "extra-column": (
        "Nếu là một chỉ tiêu cần tổng hợp, thêm tên cột vào mẫu báo cáo (schema).",
        "If it is a measure that you need, add its heading to the report schema.",
    ),
    "other-week": _NONE,
}
