"""Why it matters in a column, a row or a table."""

MESSAGES: dict[str, tuple[str, str]] = {
    "basis-unclear": (
        "Tiêu đề hiểu được thành hai chỉ tiêu, cộng vào chỉ tiêu nào cũng có thể sai.",
        "The heading may be either of two measures, and adding to either may be wrong.",
    ),
    "split-mismatch": (
        "Hai con số trong cùng một bảng trái nhau thì ít nhất một số sai; chương trình không tự chọn.",
        "Of two figures that contradict each other at least one is wrong; the program does not choose.",
    ),
    "total-mismatch": (
        "Hoặc một dòng sai, hoặc số tổng sai (hay công thức cộng thiếu dòng). Chỉ người lập báo cáo biết.",
        "Either a row is wrong or the total is (or its formula leaves a row out). Only the author knows.",
    ),
    "subtotal-mismatch": (
        "Hoặc số của nhóm sai, hoặc một dòng trong nhóm sai hay bị thiếu.",
        "Either the sub-total is wrong, or a row of the group is wrong or missing.",
    ),
    "total-without-rows": (
        "Không có dòng nào để đối chiếu; số tổng có thể còn sót lại của tuần trước.",
        "There is no row to check it against; the total may be left over from another week.",
    ),
    "unlabelled-row": (
        "Dòng có thể là một kênh quên ghi tên, cũng có thể là dòng tổng: cộng hay bỏ đều có thể sai.",
        "It may be a channel without its name, or a total: adding it or leaving it out may both be wrong.",
    ),
    "row-unclear": (
        "Nếu dòng này đã nằm trong dòng khác thì cộng là tính hai lần; nếu là dòng riêng thì bỏ là thiếu.",
        "If the row is part of another, adding it counts twice; if it stands for itself, leaving it out loses it.",
    ),
    "hidden-figures": (
        "Người ký báo cáo không nhìn thấy các số này; cộng vào thì số tổng khác với bản họ xem.",
        "Whoever signed the report did not see these figures; adding them would give another total than theirs.",
    ),
    "value-under-merge": (
        "Trên màn hình chỉ thấy số của ô gộp; số bị che có thể là số cũ quên xóa.",
        "Only the merged cell's number is seen; the one under it may be an old one that nobody deleted.",
    ),
    "no-table": (
        "Số liệu nằm trong câu văn hoặc bảng thiếu tiêu đề thì không biết số nào thuộc chỉ tiêu nào.",
        "In prose, or in a table without headings, it is not known which number belongs to which measure.",
    ),
    "two-tables": (
        "Cộng cả hai bảng thì có thể tính hai lần, chọn một bảng thì có thể chọn nhầm.",
        "Adding both tables may count twice, and picking one may pick the wrong one.",
    ),
    "total-unchecked": (
        "Các dòng vẫn được cộng, nhưng không có số tổng để biết có sót dòng nào không.",
        "The rows are added, but there is no stated total to show whether a row was missed.",
    ),
    "hidden-sheet": (
        "Trang ẩn thường là bản nháp hoặc tuần cũ nên không cộng; nhưng có thể là trang của tuần này bị ẩn nhầm.",
        "A hidden sheet is mostly a draft or an old week and is not added; but it may be this week's, hidden by mistake.",
    ),
    "unread-table": (
        "Phần dưới bảng (sau chữ ký, ghi chú) không được cộng; nếu là số liệu của tuần thì tổng bị thiếu.",
        "What stands below the table (after signatures or notes) is not added; if it is of this week, the total lacks it.",
    ),
    "unknown-channel": (
        "Tổng chung vẫn đủ, nhưng bảng theo kênh để số này ở dòng “chưa xác định”.",
        "The total is whole, but the table by channel shows these figures under “unknown”.",
    ),
    "unknown-topic": (
        "Tổng chung vẫn đủ, nhưng bảng theo chủ đề để số này ở dòng “chưa xác định”.",
        "The total is whole, but the table by topic shows these figures under “unknown”.",
    ),
    "extra-column": (
        "Cột không được cộng ở đâu cả; nếu là chỉ tiêu cần tổng hợp thì phải thêm vào mẫu.",
        "The column is in no total; if it is needed, it must be added to the report's measures.",
    ),
    "other-week": (
        "Tệp có bảng của nhiều tuần; chỉ bảng của tuần đang tổng hợp được cộng.",
        "The file has tables of several weeks; only that of the asked week is added.",
    ),
}
