"""Messages of the area ``campaign``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "none": (
        "Không có tuyentruyen.toml trong {folder}. Hãy tạo chiến dịch: tuyentruyen init {folder}",
        "There is no tuyentruyen.toml in {folder}. Create a campaign: tuyentruyen init {folder}",
    ),
    "faults": (
        "Chiến dịch {folder} có {count} chỗ phải sửa (mỗi dòng một chỗ), rồi chạy lại:",
        "The campaign {folder} has {count} faults (one a line); mend them and run again:",
    ),
    "schema-faults": (
        "Không dùng được mẫu chỉ tiêu {name}; hãy sửa rồi chạy lại:",
        "The report schema {name} cannot be used; mend it and run again:",
    ),
    "exists": (
        "Đã có {path}; không ghi đè. Hãy chọn thư mục khác, hoặc xóa tệp đó nếu không cần nữa.",
        "{path} exists already and is not overwritten. Choose another folder, or remove that file if it is not needed.",
    ),
    "not-a-folder": (
        "{path} không phải là thư mục. Hãy chọn tên khác.",
        "{path} is not a folder. Choose another name.",
    ),
    "cannot-create": (
        "Không tạo được thư mục {folder}: {reason}. Hãy chọn chỗ khác.",
        "Cannot create the folder {folder}: {reason}. Choose another place.",
    ),
    # One line of a fault: where, then one of these, then what is allowed, then what may have been meant.
    "missing": ("thiếu.", "is missing."),
    "wrong": ("không dùng được {given}.", "cannot use {given}."),
    "unknown-key": ("không có mục tên như vậy. Các mục có thể ghi: {known}.", "there is no such key. Keys: {known}."),
    "did-you-mean": ("Có phải là {suggestion}?", "Did you mean {suggestion}?"),
    "one-of": ("Cần một trong: {known}.", "One of: {known}."),
    "allowed-text": ("Cần một dòng chữ trong ngoặc kép.", "A line of text in quotes."),
    "allowed-texts": (
        'Cần danh sách các dòng chữ, ví dụ ["dòng một", "dòng hai"].',
        'A list of lines of text, such as ["line one", "line two"].',
    ),
    "allowed-authority": (
        'Cần danh sách có ít nhất một dòng, ví dụ ["TRƯỞNG PHÒNG"].',
        'A list of at least one line, such as ["TRƯỞNG PHÒNG"].',
    ),
    "allowed-table": ("Cần một bảng, ví dụ [deadline].", "A table, such as [deadline]."),
    "allowed-tables": (
        "Cần các bảng có tên riêng, ví dụ [dimensions.channel.categories.radio].",
        "Tables with names of their own, such as [dimensions.channel.categories.radio].",
    ),
    "allowed-list": (
        "Cần danh sách các bảng, mỗi bảng mở đầu bằng [[deadline.shifts]] hay [[deadline.extensions]].",
        "A list of tables, each headed [[deadline.shifts]] or [[deadline.extensions]].",
    ),
    "allowed-measures": (
        "Cần ít nhất một chỉ tiêu, ví dụ [measures.items].",
        "At least one measure, such as [measures.items].",
    ),
    "allowed-checks": (
        "Cần các bảng, ví dụ [checks.minutes-per-item].",
        "Tables, such as [checks.minutes-per-item].",
    ),
    "allowed-rules": ("Cần các bảng, mỗi bảng mở đầu bằng [[rules]].", "Tables, each headed [[rules]]."),
    "allowed-reason": (
        "Cần một dòng chữ trong ngoặc kép nói vì sao chọn ngưỡng này.",
        "A line of text in quotes that says why the threshold is what it is.",
    ),
    "allowed-times": ("Cần một số từ 1 đến 10000, ví dụ 2.5.", "A number from 1 to 10000, such as 2.5."),
    "allowed-count": ("Cần một số nguyên từ 1 đến 1000.", "A whole number from 1 to 1000."),
    "allowed-seconds": ("Cần số giây, số nguyên từ 1 trở lên.", "Seconds, a whole number from 1 up."),
    "allowed-channels": (
        'Cần danh sách mã (id) của các kênh, ví dụ ["portal", "social"].',
        'A list of ids of channels, such as ["portal", "social"].',
    ),
    "shortest-above": (
        "{shortest} giây là ngắn nhất mà {longest} giây là dài nhất.",
        "{shortest} seconds are the shortest, but {longest} the longest.",
    ),
    "least-weeks-above": (
        "cần ít nhất {least} tuần nhưng chỉ xem {weeks} tuần.",
        "at least {least} weeks are needed, but only {weeks} are looked at.",
    ),
    "allowed-severity": (
        'Cần "warning" (cảnh báo) hoặc "note" (ghi chú). Quy tắc của cơ quan không bác số liệu.',
        'One of "warning", "note". A rule of the office refuses no figure.',
    ),
    "allowed-when": (
        'Cần một phép so sánh giữa các chỉ tiêu và số, ví dụ "broadcasts > 100 and items < 5" (được dùng: and, or, not, is none, + - * /, ngoặc đơn).',
        'A comparison of measures and numbers, such as "broadcasts > 100 and items < 5" (allowed: and, or, not, is none, + - * /, brackets).',
    ),
    "same-rule": ("đã có quy tắc tên {id} ở trên.", "there is a rule {id} above already."),
    "allowed-year": (
        "Cần một năm, số nguyên từ 2000 đến 2100, không có ngoặc kép.",
        "A year, a whole number from 2000 to 2100, without quotes.",
    ),
    "allowed-zone": (
        'Cần tên múi giờ, ví dụ "Asia/Ho_Chi_Minh".',
        'The name of a time zone, such as "Asia/Ho_Chi_Minh".',
    ),
    "allowed-schema": (
        'Cần tên một mẫu có sẵn, ví dụ "bao-cao-tuan", hoặc tệp trong chiến dịch, ví dụ "schema.toml".',
        'The name of a shipped schema, such as "bao-cao-tuan", or a file of the campaign, such as "schema.toml".',
    ),
    "shipped-schemas": (
        "Các mẫu có sẵn: {known}; hoặc một tệp .toml trong chiến dịch.",
        "Shipped schemas: {known}; or a .toml file of the campaign.",
    ),
    "no-schema-file": (
        "không có tệp {path} trong chiến dịch. Hãy ghi đường dẫn tính từ thư mục chiến dịch.",
        "there is no file {path} in the campaign. Give its path from the campaign's folder.",
    ),
    "allowed-template": (
        'Cần tên một mẫu có sẵn, ví dụ "bao-cao-tuan".',
        'The name of a shipped schema, such as "bao-cao-tuan".',
    ),
    "allowed-symbol": (
        'Cần ký hiệu viết hoa, không có số, không có dấu /, không có dấu cách, ví dụ "BC-VHTT".',
        'A symbol in capitals, without number, slash or space, such as "BC-VHTT".',
    ),
    "allowed-rule": (
        'Cần thứ trong tuần và giờ (0-23), ví dụ "thứ Năm 16:00" hoặc "thursday 16:00".',
        'A day of the week and a time (0-23), such as "thursday 16:00" or "thứ Năm 16:00".',
    ),
    "allowed-host": (
        'Cần tên máy chủ, không có "https://" và không có cổng, ví dụ "imap.laichau.gov.vn".',
        'The name of a server, without "https://" and port, such as "imap.example.org".',
    ),
    "allowed-port": ("Cần số cổng từ 1 đến 65535, thường bỏ trống được.", "A port from 1 to 65535; mostly it can be left out."),
    "allowed-security": (
        'Cần "ssl", "starttls", hoặc "none" (chỉ với máy chủ trên chính máy này).',
        'One of "ssl", "starttls", or "none" (for a server on this very machine only).',
    ),
    "allowed-address": ("Cần một địa chỉ thư điện tử.", "An e-mail address."),
    "no-security": (
        'không được nối tới {host} mà không mã hóa, mật khẩu sẽ bị lộ; ghi "ssl" hoặc "starttls".',
        'a connection to {host} without encryption would show the password; write "ssl" or "starttls".',
    ),
    "allowed-week": (
        'Cần một tuần ISO có thật, ví dụ "2021-W06".',
        'An ISO week that exists, such as "2021-W06".',
    ),
    "allowed-due": (
        "Cần ngày và giờ, không có ngoặc kép, ví dụ 2021-02-10T16:00:00.",
        "A date with a time, without quotes, such as 2021-02-10T16:00:00.",
    ),
    "due-too-far": (
        "hạn {due} cách hạn thường {usual} của tuần {week} hơn {days} ngày; hãy xem lại năm và tháng.",
        "{due} is more than {days} days from the usual deadline {usual} of week {week}; check the year and the month.",
    ),
    "allowed-materials": (
        'Cần danh sách tên tệp trong thư mục chiến dịch, ví dụ ["tai-lieu/*.pdf"].',
        'A list of files in the campaign\'s folder, such as ["tai-lieu/*.pdf"].',
    ),
    "weeks-turned": (
        "từ {first} đến {last}: cần cả hai tuần, tuần sau không trước tuần đầu.",
        "from {first} to {last}: both weeks are needed, the last not before the first.",
    ),
    "not-later": (
        "hạn {due} không muộn hơn hạn chung {usual}, nên không phải là gia hạn.",
        "{due} is not later than everyone's deadline {usual}, so it is no extension.",
    ),
    "same-week": ("tuần {week} đã có một lần dời hạn ở trên.", "week {week} has been shifted above."),
    "allowed-unit": ("Cần mã (id) của một đơn vị trong units.csv.", "The id of a unit of units.csv."),
    "allowed-whole": (
        "Cần số nguyên không âm, không có dấu chấm hay dấu phẩy.",
        "A whole number, not negative, without separators.",
    ),
    "allowed-yes-no": ("Cần true (có) hoặc false (không), không có ngoặc kép.", "true or false, without quotes."),
    "allowed-kind": (
        'Cần "count" (số nguyên), "estimate" (số ước) hoặc "duration" (thời lượng).',
        'One of "count", "estimate", "duration".',
    ),
    "allowed-aggregation": ('Cần "sum" (cộng) hoặc "max" (lớn nhất).', 'One of "sum", "max".'),
    "allowed-over-periods": (
        'Cần "sum" (cộng), "max" (lớn nhất) hoặc "latest" (số mới nhất).',
        'One of "sum", "max", "latest".',
    ),
    "allowed-measure": ("Cần mã của một chỉ tiêu khác.", "The id of another measure."),
    "allowed-id": (
        "Cần mã chỉ gồm chữ thường không dấu, số và dấu gạch nối, ví dụ ban-bo (và không phải là từ dành riêng).",
        "An id of small letters without marks, digits and hyphens, such as ban-bo (and no reserved word).",
    ),
    "same-alias": (
        '"{alias}" đã là cách ghi của {other}; một cách ghi chỉ được thuộc về một mục.',
        '"{alias}" is an alias of {other} already; an alias names one thing only.',
    ),
    "maximum-below": (
        "giới hạn trên {maximum} nhỏ hơn giới hạn dưới {minimum}.",
        "the maximum {maximum} is below the minimum {minimum}.",
    ),
    "wrong-whole": (
        "không thể là một phần của {whole}: hai chỉ tiêu phải cùng loại (kind), và {whole} không được là một phần của chỉ tiêu khác.",
        "cannot be a part of {whole}: both must be of one kind, and {whole} must not be a part itself.",
    ),
    "no-file": (
        "không có tệp này trong chiến dịch. Mẫu để bắt đầu: tuyentruyen init",
        "the campaign has no such file. To start from one: tuyentruyen init",
    ),
    "cannot-read": ("không đọc được: {reason}.", "cannot be read: {reason}."),
    "not-utf8": (
        "dòng {line} không phải UTF-8. Hãy lưu lại: trong Notepad chọn Encoding UTF-8; trong Excel chọn kiểu “CSV UTF-8”.",
        "line {line} is not UTF-8. Save it again: in Notepad with the encoding UTF-8, in Excel as “CSV UTF-8”.",
    ),
    "not-toml": (
        "dòng {line}, cột {column} viết sai TOML: {text} ({reason}). Chữ phải trong ngoặc kép thẳng; danh sách trong [ ] có dấu phẩy ngăn cách; mỗi mục chỉ ghi một lần.",
        "line {line}, column {column} is not TOML: {text} ({reason}). Text stands in straight quotes, lists in [ ] with commas, each key once.",
    ),
    "cell": ("{file}: dòng {row}, cột {column} ({cell})", "{file}: row {row}, column {column} ({cell})"),
    "row": ("{file}: dòng {row}", "{file}: row {row}"),
    "not-csv": ("không phải CSV: {reason}.", "is not CSV: {reason}."),
    "no-units": ("chưa có đơn vị nào. Ghi mỗi đơn vị một dòng.", "there is no unit. Give each unit a row."),
    "unknown-column": ("không có cột tên như vậy.", "there is no such column."),
    "known-columns": (
        "Các cột có thể ghi: {known}, và cột mã có _code trong tên.",
        "Columns: {known}, and codes with _code in their name.",
    ),
    "missing-column": ("thiếu cột {column}; dòng đầu là {first}.", "the column {column} is missing; the first row is {first}."),
    "too-many-cells": (
        "dòng này có {cells} ô nhưng chỉ có {columns} cột.",
        "this row has {cells} cells, but there are only {columns} columns.",
    ),
    "allowed-printable": (
        "Có ký tự không nhìn thấy; hãy gõ lại ô này.",
        "There are characters that cannot be seen; type this cell again.",
    ),
    "allowed-name": ("Cần tên đơn vị.", "The name of the unit."),
    "allowed-day": ("Cần ngày viết năm-tháng-ngày, ví dụ 2025-06-30.", "A date written year-month-day, such as 2025-06-30."),
    "ends-before": ("ngày kết thúc {end} trước ngày bắt đầu {start}.", "the end {end} is before the start {start}."),
    "same-id": ("mã {id} đã dùng ở dòng {row}.", "the id {id} is used in row {row} already."),
    "same-name": (
        'tên "{name}" đã là của {id} (dòng {row}) trong cùng thời gian; một tên chỉ được dẫn đến một đơn vị.',
        'the name "{name}" is that of {id} (row {row}) at the same time; a name must lead to one unit.',
    ),
}
