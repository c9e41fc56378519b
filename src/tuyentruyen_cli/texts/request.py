"""The dispatch that asks for reports, and what is bundled with it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "help-bundle": (
        "Với --kind yeu-cau: soạn cho từng đơn vị công văn, biểu của từng tuần và tài liệu, thành một thư mục hoặc một tệp .zip, kèm thư nháp .eml.",
        "With --kind yeu-cau: for each unit the dispatch, the form of each week and the materials, as a folder or one .zip, with a draft .eml.",
    ),
    "none": (
        'Chiến dịch chưa có phần [request] (công văn yêu cầu báo cáo). Thêm vào {file}: [request], rồi subject = "…" (xem README).',
        'The campaign has no [request] (the dispatch that asks for reports). Add to {file}: [request], then subject = "…" (see README).',
    ),
    "no-units": (
        "Không đơn vị nào trong units.csv có hiệu lực trong các tuần của [request].",
        "No unit of units.csv exists in the weeks of [request].",
    ),
    "no-material": (
        "[request] materials: không có tệp nào là “{pattern}” trong {folder}.",
        "[request] materials: nothing is “{pattern}” in {folder}.",
    ),
    "too-large": (
        "Tài liệu gửi kèm nặng {size} MB; thư điện tử nhận nhiều nhất {most} MB. Bớt tệp trong [request] materials, hoặc gửi tài liệu bằng đường khác.",
        "The materials come to {size} MB; mail takes {most} MB at most. Leave some out of [request] materials, or send them another way.",
    ),
    "mail-subject": ("V/v {subject} - {unit}", "{subject} - {unit}"),
    "mail-body": (
        "{who} gửi {unit} công văn và biểu báo cáo: {files}.",
        "{who} sends {unit} the dispatch and the forms: {files}.",
    ),
}
