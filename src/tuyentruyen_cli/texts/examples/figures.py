"""Examples about figures that do not fit together: as sent, and as it should have been."""

from tuyentruyen_cli.texts.examples.typed import Example, typed

EXAMPLES: dict[str, tuple[Example, Example]] = {
    "items-without-duration": (typed("Số tin, bài: 12; Thời lượng (phút): 0"), typed("Số tin, bài: 12; Thời lượng (phút): 22")),
    "duration-without-items": (typed("Số tin, bài: 0; Thời lượng (phút): 60"), typed("Số tin, bài: 12; Thời lượng (phút): 60")),
    "fewer-broadcasts-than-items": (typed("Số tin, bài: 12; Số lần phát: 1"), typed("Số tin, bài: 12; Số lần phát: 36")),
    "minutes-per-item": (
        typed("Số tin, bài: 2; Thời lượng (phút): 15 giờ"),
        typed("Số tin, bài: 2; Thời lượng (phút): 15 phút"),
    ),
    "listeners-over-population": (
        (
            "Xã có 3.000 dân, Ước số người nghe: 28000",
            "A commune of 3,000 people, Ước số người nghe: 28000",
        ),
        typed("Ước số người nghe: 2800"),
    ),
    "repeated-row": (
        ("Hai dòng “Loa bản: 5, 20, 7, 400”", "Two rows “Loa bản: 5, 20, 7, 400”"),
        ("Một dòng “Loa bản: 5, 20, 7, 400”", "One row “Loa bản: 5, 20, 7, 400”"),
    ),
    "far-from-own-past": (
        (
            "Số tin, bài: 70 (các tuần trước: 10, 12, 11, 9)",
            "Số tin, bài: 70 (the weeks before: 10, 12, 11, 9)",
        ),
        typed("Số tin, bài: 17"),
    ),
    "scale-slip": (
        (
            "Ước số người nghe: 12000 (các tuần trước: 1200, 1250, 1180)",
            "Ước số người nghe: 12000 (the weeks before: 1200, 1250, 1180)",
        ),
        typed("Ước số người nghe: 1200"),
    ),
    "cumulative-mismatch": (
        (
            "Tin, bài: 12; Lũy kế từ đầu tháng: 20 (tuần trước đã báo cáo 15)",
            "Tin, bài: 12; Lũy kế từ đầu tháng: 20 (15 were reported the week before)",
        ),
        typed("Tin, bài: 12; Lũy kế từ đầu tháng: 27"),
    ),
    "few-weeks": (
        ("Tuần thứ 2 của chiến dịch", "The second week of a campaign"),
        ("Từ tuần thứ 5", "From the fifth week on"),
    ),
    "office-rule": (
        (
            "Quy tắc của cơ quan: số lượt xem không quá 10 lần số người nghe; ô ghi 90000",
            "The office's rule: at most 10 views for each listener; the cell holds 90000",
        ),
        typed("Lượt xem: 9000"),
    ),
}
