"""Messages of ``tuyentruyen template``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "help": (
        "Mẫu văn bản của riêng cơ quan: chép mẫu có sẵn vào chiến dịch rồi sửa bằng Word (template copy), và kiểm tra mẫu đã sửa (template check).",
        "An office's own templates: copy the shipped one into the campaign and edit it in Word (template copy), then check it (template check).",
    ),
    "short": ("Mẫu văn bản: chép ra để sửa, kiểm tra mẫu đã sửa.", "Templates: copy one to edit, check one that was edited."),
    "help-copy": (
        "Chép mẫu có sẵn vào templates/<loại>/report.docx của chiến dịch. LOẠI mặc định là bao-cao-tuan; các loại khác: bao-cao-thang, don-doc, yeu-cau, phieu-kiem-tra. Mẫu đã sửa không bao giờ bị ghi đè nếu không có --force.",
        "Copy the shipped template to templates/<kind>/report.docx in the campaign. KIND is bao-cao-tuan by default; other kinds: bao-cao-thang, don-doc, yeu-cau, phieu-kiem-tra. A template that was edited is never overwritten without --force.",
    ),
    "short-copy": ("Chép mẫu có sẵn vào chiến dịch để sửa.", "Copy the shipped template into the campaign."),
    "metavar-kind": ("[LOẠI]", "[KIND]"),
    "help-folder": (
        "Thư mục của chiến dịch; mặc định là thư mục hiện tại.",
        "The campaign's folder; by default the current one.",
    ),
    "help-force": ("Ghi đè cả mẫu đã sửa.", "Overwrite a template that was edited."),
    "help-check": (
        "Đọc một mẫu Word: liệt kê từng thẻ và chữ nó in ra, tên không có (kèm gợi ý tên đúng), số liệu mẫu không dùng; rồi làm thử một văn bản. Trả về 0 khi mẫu dùng được, 1 khi có lỗi phải sửa.",
        "Read a Word template: list each tag and what it prints, names that do not exist (with the name that may be meant), values that it leaves out; then fill it in once. Ends with 0 when the template can be used, 1 when something must be mended.",
    ),
    "short-check": ("Kiểm tra một mẫu và làm thử.", "Check a template and fill it in once."),
    "help-kind": (
        "Loại văn bản của mẫu; mặc định theo tên thư mục chứa mẫu, không thì bao-cao-tuan.",
        "The kind of document; by default the name of the template's folder, else bao-cao-tuan.",
    ),
    "help-output": (
        "Ghi văn bản làm thử vào đâu; mặc định là cạnh mẫu, tên thêm -mau-thu.",
        "Where the sample goes; by default beside the template, its name with -mau-thu.",
    ),
    "copied": ("Đã chép mẫu: {path}", "Copied: {path}"),
    "copied-next": (
        "Sửa tệp này bằng Word (giữ các thẻ {{{{ … }}}} và {{% … %}}), rồi kiểm tra: tuyentruyen template check {path}",
        "Edit that file in Word (keep its tags {{{{ … }}}} and {{% … %}}), then check it: tuyentruyen template check {path}",
    ),
    "there": ("Mẫu có sẵn đã nằm ở {path}, chưa bị sửa.", "The shipped template is at {path} already, not edited."),
    "edited": (
        "{path} đã có và đã được sửa, nên không ghi đè. Muốn lấy lại mẫu có sẵn: đổi tên tệp này, hoặc thêm --force.",
        "{path} is there and was edited, so it was not overwritten. For the shipped one rename that file, or add --force.",
    ),
    "not-word": (
        "{file} không phải tệp Word (.docx) mở được. Hãy lưu lại mẫu bằng Word ở dạng .docx.",
        "{file} is not a Word file (.docx) that opens. Save it again in Word as .docx.",
    ),
    "title-own": (
        "Mẫu {file}, loại {kind}. Làm thử bằng số liệu mới nhất của chiến dịch.",
        "Template {file}, of kind {kind}. Filled in from the campaign's newest figures.",
    ),
    "title-sample": (
        "Mẫu {file}, loại {kind}. Làm thử bằng số liệu của chiến dịch mẫu.",
        "Template {file}, of kind {kind}. Filled in from the sample campaign.",
    ),
    "tags": ("Các thẻ ({count}):", "Tags ({count}):"),
    "tag": ("{tag}{times}{prints}{place}", "{tag}{times}{prints}{place}"),
    "tag-times": (" (×{count})", " (×{count})"),
    "tag-prints": ("  in ra: “{text}”", "  prints: “{text}”"),
    "tag-place": ("  [trong đoạn: {text}]", "  [in: {text}]"),
    "unknown": ("Tên không có ({count}):", "Names that do not exist ({count}):"),
    "unknown-one": ("{name}  [trong đoạn: {place}]", "{name}  [in: {place}]"),
    "unknown-close": ("{name}: có phải là {close}?  [trong đoạn: {place}]", "{name}: did you mean {close}?  [in: {place}]"),
    "unused": ("Mẫu không dùng: {names}", "Not used by the template: {names}"),
    "fault": ("Chưa làm thử được: {why}", "It cannot be filled in: {why}"),
    "sample": ("Văn bản làm thử: {path}", "The sample: {path}"),
    "good": ("Mẫu dùng được.", "The template can be used."),
    "bad": ("Mẫu phải sửa các chỗ nêu trên.", "The template must be mended at the places above."),
}
