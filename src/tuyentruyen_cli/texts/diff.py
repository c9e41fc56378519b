"""Messages of ``tuyentruyen diff``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "help": (
        "So hai bản báo cáo cùng tuần của một đơn vị: từng ô khác nhau, chữ trước và nay, số trước và nay. Đọc lại từ bản gốc đã giữ, kể cả bản đã bị tệp khác ghi đè.",
        "Compare two versions of a unit's week: every cell that differs, as typed before and now, as read before and now. Read again from the kept originals, also where another file has taken the name since.",
    ),
    "short": ("So hai bản báo cáo của một đơn vị.", "Compare two versions of a unit's week."),
    "help-week": (
        "Tuần cần so; mặc định là tuần của thư mục, hoặc tuần mới nhất đã nhận.",
        "The week; that of the folder by default, else the newest received one.",
    ),
    "help-from": ("Số của bản trước; mặc định là bản áp chót.", "Number of the older version; the last but one by default."),
    "help-to": ("Số của bản sau; mặc định là bản cuối.", "Number of the newer version; the last by default."),
    "no-version": (
        "Không có bản {number}: {unit} có {count} bản trong tuần này.",
        "There is no version {number}: {unit} has {count} versions in this week.",
    ),
    "no-original": (
        "Không còn bản gốc của {file} (store/originals/{sha256}). Hãy lấy lại thư mục store/originals từ bản sao lưu.",
        "The original of {file} is gone (store/originals/{sha256}). Restore the folder store/originals from a backup.",
    ),
    "title": ("{unit}, tuần {week}:", "{unit}, week {week}:"),
    "version": ("  bản {number}: {file}, {how} {time}", "  version {number}: {file}, {how} {time}"),
    "stated": ("nhận lúc", "received"),
    "seen": ("thấy lần đầu lúc", "first seen"),
    "not-there": (" (không còn trong thư mục)", " (no longer in the folder)"),
    "none": ("Chưa nhận được bản nào.", "Nothing was received."),
    "only-one": ("Chỉ có một bản, không có gì để so.", "There is one version only, nothing to compare."),
    "compared": ("Bản {before} so với bản {now}:", "Version {before} beside version {now}:"),
    "same": ("Không có ô nào khác nhau.", "No cell differs."),
    "renamed": ("Trang “{before}” nay tên là “{now}”.", "The sheet “{before}” is now called “{now}”."),
    "cell": ("Trang!Ô", "Sheet!cell"),
    "measure": ("Chỉ tiêu", "Measure"),
    "typed-before": ("Trước ghi", "Typed before"),
    "typed-now": ("Nay ghi", "Typed now"),
    "value-before": ("Số trước", "Read before"),
    "value-now": ("Số nay", "Read now"),
    "no-figure": ("không cộng", "not added"),
    "refused": ("chưa rõ", "not clear"),
    "figures": ("Số của đơn vị theo từng bản:", "The unit's figures by each version:"),
    "figure": ("  {measure}: {before} → {now}", "  {measure}: {before} → {now}"),
    "nothing": ("không có", "none"),
}
