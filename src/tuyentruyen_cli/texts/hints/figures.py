"""What to do about what was found about figures that do not fit together."""

_SLIP = (
    "Nếu đúng ra là {fits} thì gõ lại {fits_typed}; nếu {read} là đúng thì không cần sửa.",
    "If {fits} was meant, type {fits_typed}; if {read} is right, leave it.",
)
_SLIP_OF_MINUTES = (
    "Nếu đúng ra là {fits} thì gõ cả chữ: {fits_typed}; nếu {read} là đúng thì không cần sửa.",
    "If {fits} was meant, type it with its words: {fits_typed}; if {read} is right, leave it.",
)
_BROADCASTS = (
    "Ghi tổng số lượt phát của các tin, bài: một tin phát 3 lần là 3 lượt. Nếu mỗi lượt là một chương trình dài thì không cần sửa.",
    "Type how often the items were on air in all: one item on air 3 times is 3. If each was a long programme, leave it.",
)
_CUMULATIVE = (
    "Nếu các tuần đúng thì ghi lũy kế là {sum_typed}; nếu tuần này hoặc tuần trước sai thì sửa và gửi lại tuần đó. Lũy kế không được cộng.",
    "If the weeks are right, type {sum_typed} as cumulative; if a week is wrong, send that week again. Cumulative figures are not added.",
)

MESSAGES: dict[str, tuple[str, str]] = {
    "items-without-duration": (
        "Ghi tổng độ dài của các tin, bài đó, ví dụ 22 phút; chưa biết thì để trống, không ghi 0.",
        "Type the length of these items in all, such as 22 phút; leave it blank, not 0, if it is not known.",
    ),
    "duration-without-items": (
        "Ghi số tin, bài của dòng này. Nếu là giờ phát sóng chứ không phải độ dài tin, bài thì ghi ở cột “Thời lượng phát sóng”.",
        "Type the number of items. If it is time on air and not the length of items, it belongs under “Thời lượng phát sóng”.",
    ),
    "fewer-broadcasts-than-items": _BROADCASTS,
    "fewer-broadcasts-than-items.none": _BROADCASTS,
    "minutes-per-item": (
        "Kiểm tra số tin, bài và thời lượng; ghi thời lượng kèm đơn vị, ví dụ 22 phút. Nếu đúng thì không cần sửa.",
        "Check the items and their length; type the length with its unit, such as 22 phút. If both are right, leave them.",
    ),
    "listeners-over-population": (
        "Kiểm tra có thừa chữ số không. Nếu đơn vị đếm lượt (một người nghe nhiều lần) thì nâng times của listeners-over-population trong mẫu báo cáo (schema).",
        "Check for a digit too many. If the unit counts each time a person listens, raise times of listeners-over-population in the report schema.",
    ),
    "repeated-row": (
        "Nếu dòng bị chép hai lần thì xóa một dòng rồi gửi lại; nếu là hai việc khác nhau thì không cần sửa.",
        "If the row was pasted twice, delete one and send it again; if they are two different things, leave them.",
    ),
    "far-from-own-past": (
        "Hỏi lại đơn vị: sai thì gõ lại số đúng, đúng thì không cần sửa.",
        "Ask the unit: if it is wrong, type the right number; if it is right, leave it.",
    ),
    "scale-slip": _SLIP,
    "scale-slip.over-past": _SLIP,
    "scale-slip.under-past": _SLIP,
    "scale-slip.over-others": _SLIP,
    "scale-slip.under-others": _SLIP,
    "scale-slip.too-long": _SLIP_OF_MINUTES,
    "scale-slip.too-short": _SLIP_OF_MINUTES,
    "cumulative-mismatch": _CUMULATIVE,
    "cumulative-mismatch.below": _CUMULATIVE,
    "cumulative-mismatch.month": _CUMULATIVE,
    "cumulative-mismatch.year": _CUMULATIVE,
    "cumulative-mismatch.step": _CUMULATIVE,
    "few-weeks": (
        "Không cần làm gì: đủ số tuần thì chương trình tự so.",
        "Nothing to do: with enough weeks they are compared.",
    ),
    "office-rule": (
        "Quy tắc “{id}” của cơ quan: {when}. Kiểm tra các số liệu này.",
        "The office's own rule “{id}”: {when}. Check these figures.",
    ),
}
