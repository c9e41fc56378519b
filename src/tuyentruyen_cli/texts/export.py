"""Messages of ``tuyentruyen export``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "help": (
        "Xuất mọi điều chiến dịch ghi nhớ (biên nhận, tệp, từng số liệu kèm ô nguồn, kiểm tra, quyết định) thành một Data Package: các tệp CSV số viết liền, ngày theo ISO, và datapackage.json mô tả từng cột.",
        "Write all that the campaign remembers (receipts, files, every value with its cell, findings, decisions) as a Data Package: CSV with plain digits and ISO dates, and a datapackage.json that describes every column.",
    ),
    "short": ("Xuất dữ liệu đã ghi nhớ thành CSV có mô tả.", "Write what is remembered as CSV with its description."),
    "help-output": (
        "Ghi vào thư mục này; mặc định là export/ của chiến dịch.",
        "The folder; the campaign's export/ by default.",
    ),
    "description": (
        "Dữ liệu do tuyentruyen ghi nhớ. Cột value là số nguyên; chỉ tiêu đo thời lượng tính bằng giây (xem bảng measures). Ô trống là không có, không phải 0. Ở bảng figures, unit trống là mọi đơn vị.",
        "What tuyentruyen remembers. Values are whole numbers; durations are in seconds (see the table measures). An empty field is nothing, not 0. In figures an empty unit is all units.",
    ),
    "units": ("Đơn vị", "Units"),
    "weeks": ("Tuần và hạn gửi", "Weeks and their deadlines"),
    "measures": ("Chỉ tiêu", "Measures"),
    "categories": ("Kênh, chủ đề và các phân loại khác", "Channels, topics and other categories"),
    "receipts": ("Biên nhận, theo nhật ký", "Receipts, by the log"),
    "submissions": ("Tệp đã nhận và kết quả", "Files received and what became of them"),
    "facts": ("Từng số liệu, kèm tệp và ô nguồn", "Every value, with its file and cell"),
    "figures": ("Số của từng đơn vị và tổng", "Figures of units, and totals"),
    "figures_by_week": ("Số của từng đơn vị và tổng, mỗi tuần một cột", "Figures of units, and totals, a column for each week"),
    "findings": ("Những điều kiểm tra nêu ra", "Findings"),
    "decisions": ("Quyết định của người phụ trách", "Decisions of people"),
}
