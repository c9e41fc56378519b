"""Messages of the area ``store``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "cannot-write": (
        "Không ghi được {path}: {reason}. Tệp cũ (nếu có) vẫn nguyên.",
        "Cannot write {path}: {reason}. What stood there is unchanged.",
    ),
    "read-only-folder": (
        "Không ghi được {path}: không có quyền ghi vào thư mục {folder}. Hãy xin quyền ghi, hoặc chọn chỗ khác.",
        "Cannot write {path}: the folder {folder} is read-only. Ask for the right to write there, or choose another place.",
    ),
    "read-only-file": (
        "Không ghi đè {path}: tệp đang được đặt chỉ đọc. Hãy bỏ thuộc tính chỉ đọc, hoặc chọn tên khác.",
        "{path} is not replaced: the file is read-only. Make it writable, or choose another name.",
    ),
    "no-folder": (
        "Không ghi được {path}: không có thư mục {folder}. Hãy tạo thư mục đó, hoặc chọn chỗ khác.",
        "Cannot write {path}: there is no folder {folder}. Create it, or choose another place.",
    ),
    "is-folder": (
        "Không ghi được {path}: đã có một thư mục mang tên này. Hãy chọn tên khác.",
        "Cannot write {path}: a folder has this name. Choose another name.",
    ),
    "open-elsewhere": (
        "Không ghi được {path}: tệp đang mở ở chương trình khác hoặc được bảo vệ. Hãy đóng tệp (Word, Excel) rồi chạy lại; tệp cũ vẫn nguyên.",
        "Cannot write {path}: it is open in another program, or protected. Close it (Word, Excel) and run again; the old file is unchanged.",
    ),
    "disk-full": (
        "Không ghi được {path}: hết chỗ trên ổ đĩa. Hãy dọn bớt rồi chạy lại; tệp cũ (nếu có) vẫn nguyên.",
        "Cannot write {path}: the disk is full. Free some space and run again; what stood there is unchanged.",
    ),
    "exists": (
        "Đã có {path}; không ghi đè. Hãy chọn thư mục khác.",
        "{path} exists already and is not overwritten. Choose another folder.",
    ),
    "cannot-read": (
        "Không đọc được {path}: {reason}.",
        "Cannot read {path}: {reason}.",
    ),
    "locked": (
        "Chiến dịch đang được một lần chạy khác ghi: {holder}. Hãy đợi lần chạy đó xong rồi chạy lại.",
        "Another run is writing this campaign: {holder}. Wait until it has ended, then run again.",
    ),
    "holder": (
        "tiến trình {pid} trên máy {host}, từ {since}",
        "process {pid} on {host}, since {since}",
    ),
    "holder-unknown": ("không rõ máy nào", "which machine is not known"),
    "newer-log": (
        "{path} do một bản tuyentruyen mới hơn ghi (dòng {line}, phiên bản {version}). Hãy cập nhật tuyentruyen rồi chạy lại.",
        "{path} was written by a newer tuyentruyen (line {line}, version {version}). Update tuyentruyen and run again.",
    ),
    "log-changed": (
        "{path} không còn như đã ghi, từ dòng {line}: {reason}. Nhật ký là bằng chứng ai gửi lúc nào nên không ghi tiếp. Hãy lấy lại tệp từ bản sao lưu; nếu cố ý bỏ nó, hãy cất thư mục {folder} đi rồi tổng hợp lại.",
        "{path} is not as it was written, from line {line}: {reason}. The log is the evidence of who sent when, so nothing is added to it. Restore the file from a backup; if you mean to go on without it, move the folder {folder} away and aggregate again.",
    ),
    "bad-line": ("dòng này không đọc được", "this line cannot be read"),
    "bad-hash": ("nội dung dòng này đã bị sửa", "this line has been changed"),
    "bad-chain": (
        "dòng này không nối với dòng trước (có dòng bị xóa, thêm hoặc đổi chỗ)",
        "this line does not follow the one before (a line was removed, added or moved)",
    ),
    "bad-end": ("các dòng cuối đã mất hoặc đã bị thay", "the last lines are gone or were replaced"),
    "cache-failed": (
        "Không ghi được {path}: {reason}. Biên nhận đã được ghi vào nhật ký; hãy chạy lại để có số liệu.",
        "Cannot write {path}: {reason}. The receipts are in the log; run again to have the figures.",
    ),
    "original-changed": (
        "{path} đã thay đổi trong lúc đang đọc. Chưa ghi nhận gì; hãy chạy lại.",
        "{path} changed while it was being read. Nothing was recorded; run again.",
    ),
}
