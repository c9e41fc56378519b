"""Messages about weeks beside weeks, issued reports and the log."""

MESSAGES: dict[str, tuple[str, str]] = {
    "entered": ("nhập tay (quyết định {id})", "entered by hand (decision {id})"),
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
    "absent-weeks-of": ("{stretch}: chưa ghi nhớ tuần {weeks}.", "{stretch}: week {weeks} not remembered."),
    "unknown-other": (
        "{stretch}: chưa ghi nhớ nên không so được.",
        "{stretch}: not remembered, so there is nothing to compare with.",
    ),
    "beside-week": ("So với tuần {week}:", "Beside week {week}:"),
    "beside-line": (
        "  {measure}: {now} so với {then}{by}, số đơn vị {covered}",
        "  {measure}: {now} beside {then}{by}, units {covered}",
    ),
    "beside-same": (
        "; trên {units} đơn vị có ở cả hai tuần: {difference}; {percent}",
        "; over the {units} units in both weeks: {difference}; {percent}",
    ),
    "issued-differs": (
        "Tuần này đã phát hành Báo cáo số {name} ngày {date}, và số liệu nay đã khác:",
        "Report {name} of {date} was issued of this week, and the figures are others now:",
    ),
    "moved-line": (
        "  {measure}: đã báo cáo {then}, hiện tại {now}{by}",
        "  {measure}: reported {then}, now {now}{by}",
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
    "parts-moved": ("Kênh, chủ đề thay đổi:", "Channels and topics that changed:"),
    "parts-differ": (
        "  Số liệu theo kênh, chủ đề: {count} số đã khác.",
        "  Figures by channel and topic: {count} are others.",
    ),
    "cells-moved": ("Ô thay đổi:", "Cells that changed:"),
    "more": ("… và {count} nữa (xem đủ bằng --json).", "… and {count} more (all of them by --json)."),
    "no-figure": ("chưa có", "none"),
    "replace-hint": (
        "Lập báo cáo thay thế: tuyentruyen render --week {week} --replace",
        "To write a report that replaces it: tuyentruyen render --week {week} --replace",
    ),
    "help-replace": (
        "Lập BÁO CÁO thay thế báo cáo đã phát hành của tuần: nói rõ thay thế báo cáo nào, kèm bảng số cũ và số mới.",
        "Write a report that replaces the issued one of the week: says which, with a table of old and new figures.",
    ),
    "nothing-to-replace": (
        "Tuần {week} chưa phát hành báo cáo nào nên không có gì để thay thế. Bỏ --replace; phát hành bằng: tuyentruyen issue --week {week} --number SỐ --date NGÀY",
        "No report of week {week} was issued, so there is nothing to replace. Leave --replace out; a report is issued by: tuyentruyen issue --week {week} --number NUMBER --date DAY",
    ),
    "issued-stays": (
        "{path} là Báo cáo số {name} đã phát hành nên được giữ nguyên. Lập báo cáo thay thế: tuyentruyen render --week {week} --replace",
        "{path} is report {name}, which was issued, and is kept. To write one that replaces it: tuyentruyen render --week {week} --replace",
    ),
    "short-issue": (
        "Ghi nhận báo cáo đã ký, phát hành: điền số, ngày; giữ cố định số liệu.",
        "Record that a report was signed and sent: fill in number and date, freeze its figures.",
    ),
    "help-issue": (
        "Ghi nhận báo cáo của một tuần (mới nhất, hoặc --week) đã được ký và gửi: điền số và ngày vào tệp Word trong reports/<tuần>/, ghi mọi số liệu và mã băm của văn bản vào nhật ký. Từ đó số đã báo cáo không đổi nữa; tệp hay quyết định đến sau chỉ đổi số hiện tại. Báo cáo lập bằng render --replace thì được ghi nhận là báo cáo thay thế.",
        "Record that the report of a week (the newest, or --week) was signed and sent: number and date are filled into the Word file in reports/<week>/, and all figures and the document's hash are written to the log. What was reported then stays; later files and decisions change the current figures only. A report that was written by render --replace is recorded as the one that replaces.",
    ),
    "help-number": ("Số của báo cáo: 05.", "The report's number: 05."),
    "help-date": (
        "Ngày ghi trên báo cáo: 2021-02-04 hoặc 04/02/2021.",
        "The day that the report bears: 2021-02-04 or 04/02/2021.",
    ),
    "bad-number": (
        "Không hiểu số “{number}”. Viết như 05 (không kèm ký hiệu khác /{symbol}).",
        "“{number}” is not a number of a report. Write it as 05 (with no other symbol than /{symbol}).",
    ),
    "bad-date": (
        "Không hiểu ngày “{date}”. Viết như 2021-02-04.",
        "“{date}” is not a day. Write it as 2021-02-04.",
    ),
    "date-outside": (
        "Ngày {date} không thể là ngày phát hành báo cáo của tuần {week} (từ {start} đến hôm nay, {today}). Hãy xem lại --date.",
        "{date} cannot be the day on which the report of week {week} was issued (from {start} to today, {today}). Check --date.",
    ),
    "number-taken": (
        "Số {name} đã dùng cho báo cáo của tuần {week} (ngày {date}). Hãy xem lại --number.",
        "The number {name} was given to the report of week {week} ({date}). Check --number.",
    ),
    "already-issued": (
        "Tuần {week} đã phát hành Báo cáo số {name} ngày {date}. Muốn thay thế: tuyentruyen render --week {week} --replace, rồi issue lại với số và ngày mới.",
        "Report {name} of week {week} was issued on {date}. To replace it: tuyentruyen render --week {week} --replace, then issue again with the new number and day.",
    ),
    "nothing-to-issue": (
        "Chưa có {path} để phát hành. Xuất báo cáo trước: tuyentruyen render --week {week} --to docx",
        "There is no {path} to issue. First write the report: tuyentruyen render --week {week} --to docx",
    ),
    "document-differs": (
        "{path} không khớp số liệu đang nhớ của tuần {week}, nên chưa ghi nhận gì. Nếu số trong văn bản đúng, ghi lại bằng tuyentruyen decide (hoặc can-xu-ly.xlsx) rồi tổng hợp; sau đó xuất lại báo cáo. Trong văn bản không thấy:",
        "{path} does not agree with the figures of week {week}, so nothing was recorded. If the document is right, record it by tuyentruyen decide (or can-xu-ly.xlsx) and aggregate; then render the report again. Not in the document:",
    ),
    "issued": (
        "Đã ghi nhận Báo cáo số {name} ngày {date} của tuần {week}: {path}",
        "Recorded: report {name} of {date}, week {week}: {path}",
    ),
    "issued-replaces": ("Thay thế Báo cáo số {name} ngày {date}.", "It replaces report {name} of {date}."),
    "issued-next": (
        "Số liệu đã báo cáo từ nay không đổi. Bản phát hành được giữ trong store/originals.",
        "What was reported now stays as it is. The issued document is kept in store/originals.",
    ),
    "unfinished": (
        "Văn bản còn {count} chỗ “{text}”. Nếu bản đã ký không như vậy, hãy giữ bản đã ký cạnh bản này.",
        "The document still has {count} places that say “{text}”. If what was signed does not, keep the signed one beside it.",
    ),
    "short-log": (
        "Xem nhật ký: tệp đã nhận, quyết định, văn bản đã xuất, đã phát hành; kiểm tra nhật ký.",
        "Show the log: receipts, decisions, documents written and issued; check that it is whole.",
    ),
    "help-log": (
        "Kể lại nhật ký của chiến dịch, từng dòng: nhận tệp nào lúc nào, ai quyết định gì, xuất và phát hành văn bản nào. --verify kiểm tra từng dòng bằng chuỗi mã băm, và đối chiếu với các văn bản đã phát hành trong reports/; kết thúc bằng mã 1 khi có chỗ không khớp.",
        "Tell the campaign's log line by line: what was received when, who decided what, which documents were written and issued. --verify checks every line by the chain of hashes, and against the issued documents in reports/; it ends with 1 when something does not agree.",
    ),
    "help-log-week": ("Chỉ những dòng của tuần này.", "Only the lines of this week."),
    "help-kind": (
        "Chỉ loại này: received (nhận tệp), decision (quyết định), output (xuất văn bản), issued (phát hành).",
        "Only this kind: received, decision, output, issued.",
    ),
    "help-verify": ("Kiểm tra nhật ký có còn như đã ghi không.", "Check that the log is as it was written."),
    "no-log": (
        "Chưa có nhật ký ({path}). Chạy trước: tuyentruyen aggregate THƯ_MỤC_TUẦN",
        "There is no log yet ({path}). First run: tuyentruyen aggregate WEEK_FOLDER",
    ),
    "log-received": ("Nhận {count} tệp vào tuần {weeks}", "Received {count} files for week {weeks}"),
    "log-file": ("{file} ({unit}), {when}", "{file} ({unit}), {when}"),
    "log-unknown-unit": ("chưa rõ đơn vị", "unit not known"),
    "log-stated": ("nhận lúc {when} theo {evidence}", "received {when} by {evidence}"),
    "log-seen": ("thấy lần đầu lúc {when}", "first seen {when}"),
    "log-decision": ("Quyết định {id}: {what}", "Decision {id}: {what}"),
    "log-by": ("{reason} ({who})", "{reason} ({who})"),
    "log-output": ("Xuất {path}", "Wrote {path}"),
    "log-issued": (
        "Phát hành Báo cáo số {name} ngày {date} của tuần {week}: {path}",
        "Issued report {name} of {date}, week {week}: {path}",
    ),
    "log-replaces": ("thay thế Báo cáo số {name}", "replaces report {name}"),
    "log-other": ("{kind}", "{kind}"),
    "log-bad": (
        "✗ Dòng {line}: {reason}. Các dòng từ đây không đọc.",
        "✗ Line {line}: {reason}. What follows is not read.",
    ),
    "log-whole": (
        "✓ {lines} dòng nhật ký đúng như đã ghi; {documents} văn bản đã phát hành khớp nhật ký.",
        "✓ {lines} lines are as they were written; {documents} issued documents agree with them.",
    ),
    "log-not-whole": (
        "Nhật ký không còn như đã ghi. Hãy lấy lại store/log.jsonl (và văn bản) từ bản sao lưu; đừng sửa tay.",
        "The log is not as it was written. Restore store/log.jsonl (and the documents) from a backup; do not mend it by hand.",
    ),
    "document-not-whole": (
        "Nhật ký đúng như đã ghi, nhưng văn bản đã phát hành thì không. Xem chỗ bị sửa: tuyentruyen verify; lấy lại bản đã phát hành trong store/originals.",
        "The log is as it was written, the issued document is not. See what was changed: tuyentruyen verify; take the issued copy out of store/originals.",
    ),
    "decided-since": (
        "Có quyết định về tuần {week} chưa được áp dụng vào số liệu. Hãy tổng hợp lại (tuyentruyen aggregate), xuất lại báo cáo (tuyentruyen render --week {week}), rồi ghi nhận phát hành.",
        "A decision about week {week} is not applied to its figures yet. Aggregate it again (tuyentruyen aggregate), render it again (tuyentruyen render --week {week}), then issue it.",
    ),
    "log-disagrees": ("✗ {document}: {reason}", "✗ {document}: {reason}"),
    "end-cut": (
        "văn bản ghi nhận nhật ký dài hơn; từ dòng {line} trở đi đã bị cắt",
        "the document knows of a longer log; from line {line} on it was cut off",
    ),
    "line-replaced": (
        "dòng {line} của nhật ký không phải dòng mà văn bản ghi nhận; nhật ký đã bị viết lại",
        "line {line} of the log is not the one that the document knows; the log was written anew",
    ),
    "issue-missing": (
        "nhật ký không có dòng phát hành văn bản này; từ dòng {line} trở đi đã bị cắt hoặc thay",
        "the log has no line that issues this document; from line {line} on it was cut off or replaced",
    ),
    "document-changed": (
        "văn bản đã thay đổi sau khi phát hành (dòng {line}); bản đã phát hành còn trong store/originals",
        "the document was changed after it was issued (line {line}); the issued one is in store/originals",
    ),
    "document-gone": (
        "! {document}: không còn ở đây; bản đã phát hành còn trong store/originals.",
        "! {document}: is no longer here; the issued one is in store/originals.",
    ),
}
