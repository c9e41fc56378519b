"""Why what a rule found matters; the same slugs as ``rules``."""

MESSAGES: dict[str, tuple[str, str]] = {
    # a cell
    "fraction-in-count": (
        "Không có 1,2 người hay 1,2 tin. Thường là 1.200 bị Excel hiểu thành 1,2: nếu cộng vào thì tổng thiếu hơn một nghìn.",
        "There are no 1.2 people. Usually 1.200 (1,200) was typed and Excel took it for 1.2: adding it would lose over a thousand.",
    ),
    "date-in-number": (
        "Excel tự đổi 5/2 hay 3-4 thành ngày và giữ một số khác hẳn bên trong; không thể biết chắc đã gõ gì.",
        "Excel turns 5/2 or 3-4 into a date and keeps quite another number inside; what was typed cannot be known.",
    ),
    "malformed-number": (
        "Dấu chấm, dấu phẩy không đúng chỗ thì 12.34 có thể là 12,34 hay 1.234; đoán sai là sai cả tổng.",
        "With points or commas out of place 12.34 may be 12.34 or 1,234; a wrong guess makes the total wrong.",
    ),
    "ambiguous-number": (
        "Cùng một cách viết mà hiểu theo hai kiểu thì hơn kém nhau cả nghìn lần.",
        "The two readings of the same text differ a thousandfold.",
    ),
    "range": (
        "Cộng số nhỏ hay số lớn đều là tự chọn thay cho đơn vị; tổng phải là số đơn vị chịu trách nhiệm.",
        "Taking the lower or the higher number would be choosing for the unit; the total must be the unit's own figure.",
    ),
    "rate-not-total": (
        "“3 lần/ngày” là 3 hay 21 lần trong tuần thì còn tùy phát mấy ngày; chỉ đơn vị mới biết.",
        "“3 a day” may be 3 or 21 in the week, depending on the days; only the unit knows.",
    ),
    "not-a-number": (
        "Chữ như “nhiều”, “có”, “x” không cộng được, và coi là 0 thì sai.",
        "Words such as “many” or “x” cannot be added, and taking them for 0 would be wrong.",
    ),
    "percent": (
        "Phần trăm không cộng được với số lượng của đơn vị khác.",
        "A percentage cannot be added to the quantities of other units.",
    ),
    "fraction-of": (
        "“13/14” là 13 phần của 14, cũng có thể là ngày 13/14: không phải một con số để cộng.",
        "“13/14” is 13 out of 14, or a date: no number to add.",
    ),
    "negative": (
        "Số tin, thời lượng, số lượt không thể nhỏ hơn 0; cộng vào sẽ làm giảm số của đơn vị khác.",
        "Counts and durations cannot be below 0; adding one would lower the figures of other units.",
    ),
    "error-cell": (
        "Ô không có số nào để cộng, chỉ có báo lỗi của Excel.",
        "The cell holds no number to add, only Excel's error.",
    ),
    "uncached-formula": (
        "Tệp chỉ lưu công thức, không lưu kết quả. Chương trình không tự tính thay Excel, vì có thể ra số khác với số người gửi thấy.",
        "The file holds the formula without its result. It is not computed here, since the sender may have seen another number.",
    ),
    "ambiguous-duration": (
        "5:30 là 5 giờ 30 phút hay 5 phút 30 giây hơn kém nhau 60 lần.",
        "5:30 as hours and minutes is 60 times as long as minutes and seconds.",
    ),
    "clock-range": (
        "Giờ phát sóng không nói phát trong mấy ngày và có nghỉ hay không, nên không ra thời lượng của tuần.",
        "Clock times do not say on how many days or with which breaks, so they give no duration for the week.",
    ),
    "counting-word": (
        "“40 lượt” ở cột số tin, bài: có thể ghi nhầm cột, và nếu cộng thì cả hai chỉ tiêu đều sai.",
        "“40 lượt” (times) under items: it may stand in the wrong column, and then both measures would be wrong.",
    ),
    "out-of-bounds": (
        "Số lớn hoặc nhỏ quá mức cho phép thường do gõ thừa, thiếu chữ số hoặc nhầm phút với giây.",
        "A number beyond the limits is usually a digit too many or too few, or minutes typed as seconds.",
    ),
    # a column, a row, a table
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
    "readings-differ": (
        "Chương trình đọc mỗi ô theo hai cách độc lập để tự kiểm tra; hai kết quả khác nhau thì không số nào chắc đúng.",
        "Each cell is read in two independent ways as a check; where they disagree neither number is certain.",
    ),
    "no-table": (
        "Số liệu nằm trong câu văn hoặc bảng thiếu tiêu đề thì không biết số nào thuộc chỉ tiêu nào.",
        "In prose, or in a table without headings, it is not known which number belongs to which measure.",
    ),
    "two-tables": (
        "Cộng cả hai bảng thì có thể tính hai lần, chọn một bảng thì có thể chọn nhầm.",
        "Adding both tables may count twice, and picking one may pick the wrong one.",
    ),
    # whose report, which week
    "unit-conflict": (
        "Nếu tính cho nhầm đơn vị thì một đơn vị bị thừa số liệu, đơn vị kia bị coi là chưa gửi.",
        "Counted for the wrong unit, one unit has too much and the other seems to have sent nothing.",
    ),
    "unit-unknown": (
        "Số liệu chưa được cộng cho đến khi biết là của đơn vị nào.",
        "The figures are in no total until it is known whose they are.",
    ),
    "unit-near-miss": (
        "Tên chỉ khác một dấu có thể là một xã khác; chương trình không tự đoán tên.",
        "A name that differs in one tone may be another commune; names are not guessed.",
    ),
    "wrong-period": (
        "Số liệu của tuần khác cộng vào tuần này thì cả hai tuần đều sai.",
        "Figures of another week would make both weeks wrong.",
    ),
    # a file
    "unreadable-file": (
        "Không lấy được số nào từ tệp; đơn vị có trong danh sách đã gửi nhưng chưa có trong tổng.",
        "No figure could be taken from the file; the unit counts as having sent, but is in no total.",
    ),
    "encrypted-file": (
        "Không có mật khẩu thì không đọc được số liệu.",
        "Without its password the file's figures cannot be read.",
    ),
    "unsupported-file": (
        "Số trong ảnh hay PDF phải đoán từng chữ số, dễ sai mà không ai biết. Chương trình chỉ ghi nhận đã nhận tệp.",
        "Figures in pictures and PDFs would have to be guessed digit by digit. The file is only recorded as received.",
    ),
    "unsafe-file": (
        "Tệp quá lớn hoặc có dấu hiệu độc hại có thể làm hỏng máy hoặc treo chương trình.",
        "A file that is too large or looks hostile may harm the computer or stop the program.",
    ),
    "tracked-changes": (
        "Ô có hai con số, cũ và mới; chưa ai chốt số nào là đúng.",
        "The cell holds an old and a new number, and nobody has settled which is right.",
    ),
    "hidden-text": (
        "Chữ ẩn nằm lẫn với con số: số đọc được khác với số nhìn thấy.",
        "Hidden text stands among the digits: what is read is not what is seen.",
    ),
    "unknown-content": (
        "Trong ô có thứ không phải chữ gõ thường (hình, công thức toán, đánh số tự động…), có thể che mất một phần con số.",
        "The cell holds something other than typed text (a picture, an equation, automatic numbering…) that may be part of the number.",
    ),
    "which-is-final": (
        "Dùng nhầm bản thì số sai, cộng cả hai bản thì tính hai lần. Chưa dùng bản nào cho đến khi có người chốt.",
        "The wrong version gives wrong figures, and both together count twice. None is used until a person decides.",
    ),
    # read, but worth a look
    "foreign-thousands": (
        "1,200 theo kiểu Việt Nam là 1,2; theo kiểu Anh, Mỹ là 1.200. Đã đọc là 1.200 vì chỉ tiêu này là số nguyên.",
        "1,200 is 1.2 as Vietnamese write numbers and 1200 as the English do. It is read as 1200, since whole numbers are asked for.",
    ),
    "measure-assumed": (
        "Nếu đơn vị ghi theo giờ hoặc giây thì số phút đọc được sai 60 lần.",
        "If hours or seconds were meant, the minutes that were read are wrong by 60 times.",
    ),
    "approximate": (
        "Số được cộng vào tổng, và báo cáo nói rõ tổng có số ước chừng.",
        "The number is in the total, and the report says that the total holds approximate numbers.",
    ),
    "not-stated": (
        "Để trống không phải là 0: có thể là quên ghi. Tổng nói rõ đơn vị nào còn ô trống.",
        "Blank is not 0: it may have been forgotten. The total names the units with blanks.",
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
    "consolidation": (
        "Số của một đơn vị có ở hai tệp; tệp riêng của đơn vị được ưu tiên để không tính hai lần.",
        "A unit's figures stand in two files; its own file comes first, so that nothing counts twice.",
    ),
    "newer-version": (
        "Bản sau thay cho bản trước, không cộng thêm; nếu bản sau chỉ là phần bổ sung thì số bị thiếu.",
        "The later version takes the place of the earlier one; if it was only an addition, figures are missing.",
    ),
    "same-as-last-week": (
        "Hiếm khi mọi con số trùng hai tuần liền; có thể gửi nhầm tệp cũ.",
        "All figures are rarely the same two weeks running; the old file may have been sent again.",
    ),
    "stale-decision": (
        "Quyết định chỉ đúng với đúng tệp và ô mà người quyết định đã xem; tệp đổi thì phải xem lại.",
        "A decision holds only for the file and cell that were looked at; a changed file must be looked at again.",
    ),
    "bad-receipt": (
        "Không biết giờ nhận thì không biết đơn vị gửi đúng hạn hay muộn, và bản nào gửi sau.",
        "Without the time of receipt it is not known whether a unit was late, or which version came last.",
    ),
    # figures that do not fit together
    "items-without-duration": (
        "Đã có tin, bài thì phải có độ dài; ghi 0 thì tổng thời lượng của huyện bị thiếu.",
        "Where there are items there is a length; a 0 makes the total length too small.",
    ),
    "duration-without-items": (
        "Có thời lượng thì phải có tin, bài; có thể quên ghi số tin, bài hoặc ghi nhầm giờ phát sóng vào cột thời lượng.",
        "Where there is a length there are items; their number may be forgotten, or time on air stands in the wrong column.",
    ),
    "fewer-broadcasts-than-items": (
        "Mỗi tin, bài phải được phát ít nhất một lượt; số lượt ít hơn thì một trong hai số có thể sai.",
        "Each item is on air at least once; with fewer broadcasts one of the two figures may be wrong.",
    ),
    "minutes-per-item": (
        "Chia thời lượng cho số tin, bài ra một con số khó có thật; một trong hai số có thể sai, hoặc nhầm giây với phút.",
        "The length of each item comes out unlikely; one of the figures may be wrong, or seconds were taken for minutes.",
    ),
    "listeners-over-population": (
        "Trên một kênh, số người nghe không thể nhiều hơn số dân, trừ khi đếm một người nhiều lần.",
        "On one channel there cannot be more listeners than people, unless one person is counted several times.",
    ),
    "repeated-row": (
        "Một dòng bị chép hai lần thì mọi con số của dòng đó bị cộng hai lần.",
        "A row that was pasted twice is added twice.",
    ),
    "far-from-own-past": (
        "Con số đột ngột khác xa mọi tuần trước thường do gõ nhầm; cũng có thể tuần này có việc đặc biệt.",
        "A figure far from all weeks before is often a slip; or the week was a special one.",
    ),
    "scale-slip": (
        "Một chữ số 0 thừa hoặc thiếu, hay giây ghi vào cột phút, làm tổng của huyện sai gấp nhiều lần.",
        "A zero too many or too few, or seconds in a column of minutes, makes the district's total wrong many times over.",
    ),
    "office-rule": (
        "Cơ quan tổng hợp đã đặt điều kiện này trong mẫu báo cáo (tệp schema.toml).",
        "The office set this condition in its report schema (schema.toml).",
    ),
    # said, and nothing to do
    "scaled": (
        "Con số dùng trong tổng khác với con số nhìn thấy trong ô (1,2 nghìn người là 1.200 người).",
        "The number in the total is not the one seen in the cell (1.2 under “thousand people” is 1200).",
    ),
    "computed": (
        "Ô ghi đủ các thừa số nên tính được chắc chắn (3 lần/ngày x 7 ngày là 21).",
        "The cell states every factor, so the result is certain (3 a day x 7 days is 21).",
    ),
    "converted": (
        "Tệp .doc kiểu cũ được LibreOffice đổi sang .docx; các số đã được so lại với tệp gốc.",
        "LibreOffice converted the old .doc; the numbers were compared with the file itself.",
    ),
    "legacy-font": (
        "Chữ gõ bằng phông TCVN3 hoặc VNI phải đổi mã mới đọc được tên kênh, tên đơn vị.",
        "Text in TCVN3 or VNI fonts must be decoded before names can be read.",
    ),
    "set-aside-file": (
        "Excel, Word và máy tính tự tạo tệp này; trong đó không có báo cáo.",
        "Excel, Word or the computer made this file by itself; there is no report in it.",
    ),
    "same-bytes": (
        "Cùng một tệp gửi hai lần không được cộng hai lần.",
        "The same file sent twice must not be added twice.",
    ),
    "text-cleaned": (
        "Ký tự không nhìn thấy (thường do chép từ trang web) không thuộc con số; phần còn lại đọc bình thường.",
        "Invisible characters (mostly from web pages) are not part of a number; the rest is read as usual.",
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
