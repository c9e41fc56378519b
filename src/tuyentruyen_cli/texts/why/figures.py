"""Why it matters about figures that do not fit together."""

MESSAGES: dict[str, tuple[str, str]] = {
    "items-without-duration": (
        "Đã có tin, bài thì phải có độ dài; ghi 0 thì tổng thời lượng của huyện bị thiếu.",
        "Where there are items there is a length; a 0 makes the total length too small.",
    ),
    "duration-without-items": (
        "Có thời lượng thì phải có tin, bài; có thể quên ghi số tin, bài hoặc ghi nhầm giờ phát sóng vào cột thời lượng.",
        "Where there is a length there are items; their number may be forgotten, or time on air stands in the wrong column.",
    ),
    "fewer-broadcasts-than-items": (
        "Mỗi tin, bài phải được phát ít nhất một lượt; số lượt ít hơn thì một trong hai số có thể sai.",
        "Each item is on air at least once; with fewer broadcasts one of the two figures may be wrong.",
    ),
    "minutes-per-item": (
        "Chia thời lượng cho số tin, bài ra một con số khó có thật; một trong hai số có thể sai, hoặc nhầm giây với phút.",
        "The length of each item comes out unlikely; one of the figures may be wrong, or seconds were taken for minutes.",
    ),
    "listeners-over-population": (
        "Trên một kênh, số người nghe không thể nhiều hơn số dân, trừ khi đếm một người nhiều lần.",
        "On one channel there cannot be more listeners than people, unless one person is counted several times.",
    ),
    "repeated-row": (
        "Một dòng bị chép hai lần thì mọi con số của dòng đó bị cộng hai lần.",
        "A row that was pasted twice is added twice.",
    ),
    "far-from-own-past": (
        "Con số đột ngột khác xa mọi tuần trước thường do gõ nhầm; cũng có thể tuần này có việc đặc biệt.",
        "A figure far from all weeks before is often a slip; or the week was a special one.",
    ),
    "scale-slip": (
        "Một chữ số 0 thừa hoặc thiếu, hay giây ghi vào cột phút, làm tổng của huyện sai gấp nhiều lần.",
        "A zero too many or too few, or seconds in a column of minutes, makes the district's total wrong many times over.",
    ),
    "cumulative-mismatch": (
        "Lũy kế chỉ tăng thêm đúng bằng số của tuần. Không khớp nghĩa là một tuần đã sửa mà chưa gửi lại, hoặc số tuần này sai.",
        "A cumulative figure grows by what the week reports. If it does not fit, a week was changed and not sent again, or this one is wrong.",
    ),
    "few-weeks": (
        "Mới vài tuần thì chưa biết mức thường ngày của đơn vị, so vội sẽ báo sai.",
        "After a few weeks nobody knows what is usual for a unit, and comparing would raise false alarms.",
    ),
    "office-rule": (
        "Cơ quan tổng hợp đã đặt điều kiện này trong mẫu báo cáo (tệp schema.toml).",
        "The office set this condition in its report schema (schema.toml).",
    ),
}
