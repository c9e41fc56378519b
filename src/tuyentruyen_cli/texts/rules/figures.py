"""What the rules found about figures that do not fit together."""

MESSAGES: dict[str, tuple[str, str]] = {
    "items-without-duration": (
        "Dòng này có {items} tin, bài nhưng thời lượng ghi là “{typed}”.",
        "This row has {items} items, but their length is “{typed}”.",
    ),
    "duration-without-items": (
        "Dòng này có thời lượng {read} nhưng số tin, bài ghi là “{typed}”.",
        "This row has a length of {read}, but the number of items is “{typed}”.",
    ),
    "fewer-broadcasts-than-items": (
        "{items} tin, bài mà chỉ có {broadcasts} lượt phát: mỗi lượt không thể chứa hết chừng ấy tin, bài.",
        "{items} items but only {broadcasts} broadcasts: that many items do not fit into one broadcast.",
    ),
    "fewer-broadcasts-than-items.none": (
        "Có {items} tin, bài nhưng không có lượt phát nào.",
        "There are {items} items, but no broadcast.",
    ),
    "minutes-per-item": (
        "{items} tin, bài dài tất cả {read} (ghi “{typed}”): trung bình {usual} một tin, bài.",
        "{items} items last {read} (“{typed}”): {usual} for each on average.",
    ),
    "listeners-over-population": (
        "{measure}: {read} trên một kênh, nhiều hơn số dân của đơn vị ({population} người).",
        "{measure}: {read} on one channel, more than the people of the unit ({population}).",
    ),
    "repeated-row": (
        "Dòng này giống hệt dòng ở {other}: cùng kênh, cùng chủ đề và mọi con số.",
        "This row is the same as the one at {other}: one channel, one topic, all figures.",
    ),
    "far-from-own-past": (
        "{measure}: {read}, khác xa mức thường ngày của đơn vị là {usual} (trung vị của {weeks} tuần trước).",
        "{measure}: {read} is far from the unit's usual {usual} (the median of {weeks} weeks before).",
    ),
    "scale-slip": (
        "{measure}: {read} có vẻ sai hàng đơn vị (gấp {factor} lần).",
        "{measure}: {read} seems to be off by a factor of {factor}.",
    ),
    "scale-slip.over-past": (
        "{measure}: {read}, bằng khoảng {factor} lần mức thường ngày của đơn vị là {usual} (trung vị của {weeks} tuần trước).",
        "{measure}: {read} is about {factor} times the unit's usual {usual} (the median of {weeks} weeks before).",
    ),
    "scale-slip.under-past": (
        "{measure}: {read}, chỉ bằng khoảng {factor} mức thường ngày của đơn vị là {usual} (trung vị của {weeks} tuần trước).",
        "{measure}: {read} is only about {factor} of the unit's usual {usual} (the median of {weeks} weeks before).",
    ),
    "scale-slip.over-others": (
        "{measure}: {read} (ghi “{typed}”); tính theo mỗi tin, bài thì bằng khoảng {factor} lần các đơn vị khác trên cùng kênh.",
        "{measure}: {read} (“{typed}”) is for each item about {factor} times what other units have on this channel.",
    ),
    "scale-slip.under-others": (
        "{measure}: {read} (ghi “{typed}”); tính theo mỗi tin, bài thì chỉ bằng khoảng {factor} các đơn vị khác trên cùng kênh.",
        "{measure}: {read} (“{typed}”) is for each item only about {factor} of what other units have on this channel.",
    ),
    "scale-slip.too-long": (
        "{items} tin, bài dài tất cả {read}: quá dài. Có thể đã ghi số giây (“{typed}”) vào cột phút, hoặc số phút vào cột giờ.",
        "{items} items last {read}, which is too long. Seconds (“{typed}”) may stand in a column of minutes, or minutes in one of hours.",
    ),
    "scale-slip.too-short": (
        "{items} tin, bài dài tất cả {read}: quá ngắn. Có thể đã ghi số giờ (“{typed}”) vào cột phút, hoặc số phút vào cột giây.",
        "{items} items last {read}, which is too short. Hours (“{typed}”) may stand in a column of minutes, or minutes in one of seconds.",
    ),
    "cumulative-mismatch": (
        "{measure}: lũy kế ghi {stated}, nhưng các tuần đã báo cáo cộng lại là {sum}.",
        "{measure}: {stated} is stated as cumulative, but the reported weeks add up to {sum}.",
    ),
    "cumulative-mismatch.below": (
        "{measure}: lũy kế ghi {stated}, ít hơn tuần này cộng {weeks} tuần trước đã báo cáo ({sum}).",
        "{measure}: {stated} is stated as cumulative, less than this week and the {weeks} reported before it ({sum}).",
    ),
    "cumulative-mismatch.month": (
        "{measure}: lũy kế từ đầu tháng ghi {stated}, nhưng các tuần của tháng đã báo cáo cộng lại là {sum}.",
        "{measure}: {stated} is stated since the month began, but the month's reported weeks add up to {sum}.",
    ),
    "cumulative-mismatch.year": (
        "{measure}: lũy kế từ đầu năm ghi {stated}, nhưng các tuần của năm đã báo cáo cộng lại là {sum}.",
        "{measure}: {stated} is stated since the year began, but the year's reported weeks add up to {sum}.",
    ),
    "cumulative-mismatch.step": (
        "{measure}: lũy kế ghi {stated}, nhưng lũy kế tuần trước ({usual}) cộng tuần này ({read}) là {sum}.",
        "{measure}: {stated} is stated as cumulative, but last week's ({usual}) and this week's ({read}) add up to {sum}.",
    ),
    "few-weeks": (
        "Chưa đủ dữ liệu để so với các tuần trước: {count} đơn vị mới có chưa đến {weeks} tuần.",
        "Too little to compare with the weeks before: {count} units have fewer than {weeks} of them.",
    ),
    "office-rule": ("{text}", "{text}"),
}
