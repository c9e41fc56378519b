"""Messages about weeks beside weeks, issued reports and the log."""

MESSAGES: dict[str, tuple[str, str]] = {
    "short-compare": (
        "So tuần với tuần, tháng với tháng; lũy kế; số đã báo cáo và số hiện tại.",
        "Weeks beside weeks, months, totals to date; what was reported beside what holds now.",
    ),
    "help-compare": (
        "So một tuần (mới nhất, hoặc --week) với tuần trước và cùng tuần năm trước, kèm lũy kế tháng và từ đầu chiến dịch; hoặc hai quãng bất kỳ (--week, --with), tháng (--month). Số đơn vị khác nhau thì nói rõ và so lại trên các đơn vị có ở cả hai bên. Tuần đã phát hành báo cáo thì đặt số đã báo cáo cạnh số hiện tại.",
        "A week (the newest, or --week) beside the last week and the same week of last year, with the month's and the campaign's totals to date; or any two stretches (--week, --with), or months (--month). Where coverage differs this is said, and the units in both are compared alone. Of a week whose report was issued, the reported figures stand beside the current ones.",
    ),
    "help-compare-week": (
        "Tuần hay quãng tuần: 6, 2021-W06, 5..8.",
        "A week or weeks: 6, 2021-W06, 5..8.",
    ),
    "help-with": (
        "So với tuần, quãng tuần hay tháng nào: 5, 1..4, 2021-01.",
        "The week, weeks or month to compare with: 5, 1..4, 2021-01.",
    ),
    "help-month": (
        "Cả tháng (các tuần có hạn trong tháng): 2021-02.",
        "A whole month (the weeks whose deadline is in it): 2021-02.",
    ),
    "help-to-date": (
        "Lũy kế từ tuần đầu tiên được ghi nhớ.",
        "The total since the first week that is remembered.",
    ),
    "help-as-issued": (
        "Dùng số đã báo cáo của những tuần đã phát hành, thay cho số hiện tại.",
        "Use the reported figures of weeks whose report was issued, instead of the current ones.",
    ),
    "bad-stretch": (
        "Không có quãng tuần nào từ {first} đến {last}. Viết tuần đầu trước, như 5..8.",
        "There are no weeks from {first} to {last}. Write the first week first, as in 5..8.",
    ),
    "bad-month": (
        "Không hiểu tháng “{month}”. Viết như 2021-02.",
        "“{month}” is not a month. Write it as 2021-02.",
    ),
    "one-stretch": (
        "Chỉ dùng một trong --week, --month; --to-date đi được với --week.",
        "Use one of --week and --month; --to-date goes with --week.",
    ),
    "nothing-of-stretch": (
        "Chưa tổng hợp tuần nào của {stretch} (đang nhớ: {weeks}). Chạy trước: tuyentruyen aggregate THƯ_MỤC_TUẦN",
        "No week of {stretch} is remembered (remembered: {weeks}). First run: tuyentruyen aggregate WEEK_FOLDER",
    ),
    "week": ("tuần {id}", "week {id}"),
    "weeks": ("các tuần {first} đến {last}", "weeks {first} to {last}"),
    "month": ("tháng {month}", "month {month}"),
    "month-to-date": ("tháng {month} đến hết tuần {last}", "month {month} to week {last}"),
    "to-date": ("từ đầu đến hết tuần {last}", "from the start to week {last}"),
    "weeks-known": ("{known}/{all} tuần", "{known} of {all} weeks"),
    "title-beside": ("{current} so với {other}", "{current} beside {other}"),
    "measure": ("Chỉ tiêu", "Measure"),
    "difference": ("Tăng, giảm", "Change"),
    "covered": ("Đơn vị có số liệu", "Units with figures"),
    "covered-beside": ("{current} so với {other}", "{current} beside {other}"),
    "not-alike": (
        "* Không cùng các đơn vị. So trên những đơn vị có đủ số liệu ở cả hai bên:",
        "* Not of the same units. Over the units that are whole on both sides:",
    ),
    "none-alike": ("không có đơn vị nào", "no unit"),
    "units-in-both": ("Số đơn vị", "Units"),
    "undefined": ("không xác định", "undefined"),
    "outside": ("Chưa có trong số liệu của {stretch}:", "Not in the figures of {stretch}:"),
    "blanks": ("Còn ô để trống trong số liệu của {stretch}:", "With blanks in the figures of {stretch}:"),
    "every-measure": ("mọi chỉ tiêu", "every measure"),
    "absent-weeks": ("Chưa ghi nhớ: tuần {weeks}.", "Not remembered: week {weeks}."),
    "absent-weeks-of": ("{stretch}: chưa ghi nhớ tuần {weeks}.", "{stretch}: week {weeks} not remembered."),
    "unknown-other": (
        "{stretch}: chưa ghi nhớ nên không so được.",
        "{stretch}: not remembered, so there is nothing to compare with.",
    ),
    "in-brackets": (
        "Trong ngoặc: số đơn vị có số liệu đủ các tuần.",
        "In brackets: the units with figures in every week.",
    ),
    "cumulated": ("Lũy kế", "To date"),
    "how": ("Cách gộp tuần", "Weeks are"),
    "how-sum": ("cộng", "added"),
    "how-max": ("lớn nhất", "the greatest"),
    "how-latest": ("số mới nhất", "the latest"),
    "uses-current": (
        "Các tổng nhiều tuần dùng số hiện tại của mọi tuần.",
        "Totals over several weeks use the current figures of every week.",
    ),
    "uses-issued": (
        "Số liệu dùng ở đây là số đã báo cáo của tuần {weeks}; các tuần khác là số hiện tại.",
        "The figures used here are those reported for week {weeks}; of other weeks the current ones.",
    ),
    "otherwise-issued": ("Theo số đã báo cáo:", "By the reported figures:"),
    "otherwise-current": ("Theo số hiện tại:", "By the current figures:"),
    "issued-same": (
        "Tuần {week} đã phát hành Báo cáo số {name} ngày {date}; số hiện tại trùng số đã báo cáo.",
        "Week {week}: report {name} was issued on {date}; the current figures are those reported.",
    ),
    "issued-unknown": (
        "Tuần {week} đã phát hành Báo cáo số {name} ngày {date}; chưa có số hiện tại để so (tổng hợp lại tuần đó).",
        "Week {week}: report {name} was issued on {date}; the current figures are not known (aggregate the week again).",
    ),
    "issued-moved": (
        "Tuần {week}: số đã báo cáo (Báo cáo số {name} ngày {date}) và số hiện tại",
        "Week {week}: as reported (report {name} of {date}) and now",
    ),
    "reported": ("Đã báo cáo", "Reported"),
    "now": ("Hiện tại", "Now"),
    "units-moved": ("Đơn vị thay đổi:", "Units that changed:"),
    "cells-moved": ("Ô thay đổi:", "Cells that changed:"),
    "more": ("… và {count} nữa (xem đủ bằng --json).", "… and {count} more (all of them by --json)."),
    "no-figure": ("chưa có", "none"),
    "replace-hint": (
        "Lập báo cáo thay thế: tuyentruyen render --week {week} --replace",
        "To write a report that replaces it: tuyentruyen render --week {week} --replace",
    ),
}
