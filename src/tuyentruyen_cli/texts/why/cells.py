"""Why it matters in a cell."""

MESSAGES: dict[str, tuple[str, str]] = {
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
    "readings-differ": (
        "Chương trình đọc mỗi ô theo hai cách độc lập để tự kiểm tra; hai kết quả khác nhau thì không số nào chắc đúng.",
        "Each cell is read in two independent ways as a check; where they disagree neither number is certain.",
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
    "scaled": (
        "Con số dùng trong tổng khác với con số nhìn thấy trong ô (1,2 nghìn người là 1.200 người).",
        "The number in the total is not the one seen in the cell (1.2 under “thousand people” is 1200).",
    ),
    "computed": (
        "Ô ghi đủ các thừa số nên tính được chắc chắn (3 lần/ngày x 7 ngày là 21).",
        "The cell states every factor, so the result is certain (3 a day x 7 days is 21).",
    ),
    "text-cleaned": (
        "Ký tự không nhìn thấy (thường do chép từ trang web) không thuộc con số; phần còn lại đọc bình thường.",
        "Invisible characters (mostly from web pages) are not part of a number; the rest is read as usual.",
    ),
}
