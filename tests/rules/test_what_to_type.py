"""What a clerk reads: each message with what to type, as a whole."""

from collections.abc import Callable

import pytest

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.explain import explainer

HEADING = "TT | Kênh | Số tin, bài | Thời lượng (phút) | Số lượt phát | Ước số người nghe"
RADIO = "1 | Phát thanh | 6 | 30 | 20 | 500"
MOBILE = "2 | Loa kéo | 5 | 20 | 22 | 330"
ROWS = f"{HEADING}\n{RADIO}\n{MOBILE}"
HOUSEHOLDS = """extends = "bao-cao-tuan"
[measures.households]
title = "Số hộ được hỗ trợ"
kind = "count"
maximum = 5000
"""


def one(column: str, typed: str) -> str:
    """A table of one row with one cell changed."""
    words = RADIO.split(" | ")
    words["ABCDEF".index(column)] = typed
    return f"{HEADING}\n{' | '.join(words)}"


CASES = {
    "a total that lacks a row": (
        f"{ROWS}\n | Tổng cộng | 6 | 50 | 42 | 830",
        "total-mismatch C4: Số tin, bài: ô tổng ghi 6 nhưng các dòng cộng lại là 11; thiếu đúng bằng ô C3, có lẽ dòng đó chưa được cộng.",
        "Nếu C3 đúng thì ghi ô này là 11; nếu C3 thừa thì xóa dòng đó. Rồi gửi lại.",
    ),
    "a total with a row too much": (
        f"{ROWS}\n | Tổng cộng | 11 | 50 | 42 | 1160",
        "total-mismatch F4: Ước số lượt người nghe: ô tổng ghi 1.160 nhưng các dòng cộng lại là 830; thừa đúng bằng ô F3, có lẽ dòng đó được cộng hai lần.",
        "Nếu F3 chỉ tính một lần thì ghi ô này là 830; nếu bảng thiếu một dòng thì thêm dòng đó. Rồi gửi lại.",
    ),
    "a total that nothing explains": (
        f"{ROWS}\n | Tổng cộng | 11 | 50 | 42 | 2500",
        "total-mismatch F4: Ước số lượt người nghe: ô tổng ghi 2.500 nhưng các dòng cộng lại là 830.",
        "Nếu các dòng đúng thì ghi ô này là 830; nếu 2.500 đúng thì sửa dòng sai. Rồi gửi lại.",
    ),
    "a total of time": (
        f"{ROWS}\n | Tổng cộng | 11 | 70 | 42 | 830",
        "total-mismatch D4: Thời lượng tin, bài: ô tổng ghi 1 giờ 10 phút nhưng các dòng cộng lại là 50 phút; thừa đúng bằng ô D3, có lẽ dòng đó được cộng hai lần.",
        "Nếu D3 chỉ tính một lần thì ghi ô này là 50 phút; nếu bảng thiếu một dòng thì thêm dòng đó. Rồi gửi lại.",
    ),
    "a formula over fewer rows than there are": (
        f"{ROWS}\n3 | Zalo | 2 | 3 | 4 | 50\n4 | Website | 3 | 9 | 4 | 50\n | Tổng cộng | =SUM(C2:C3) -> 11 | 62 | 50 | 930",
        "total-mismatch C6: Số tin, bài: ô tổng ghi 11 nhưng các dòng cộng lại là 16; công thức =SUM(C2:C3) bỏ sót C4, C5.",
        "Sửa công thức của ô này cho đủ và chỉ gồm các dòng, hoặc gõ thẳng 16. Rồi gửi lại.",
    ),
    "a formula over a sub-total too": (
        f"{HEADING}\nI | Phát thanh | 11 | 50 | 42 | 830\n1 | Bản tin sáng | 6 | 30 | 20 | 500\n2 | Bản tin chiều | 5 | 20 | 22 | 330\n | Tổng cộng | =SUM(C2:C4) -> 22 | 50 | 42 | 830",
        "total-mismatch C5: Số tin, bài: ô tổng ghi 22 nhưng các dòng cộng lại là 11; công thức =SUM(C2:C4) cộng cả C2, là số tổng của các dòng khác.",
        "Sửa công thức của ô này cho đủ và chỉ gồm các dòng, hoặc gõ thẳng 11. Rồi gửi lại.",
    ),
    "a sum of single cells that forgets one": (
        f"{ROWS}\n3 | Zalo | 2 | 3 | 4 | 50\n | Tổng cộng | =C2+$C$4 -> 8 | 53 | 46 | 880",
        "total-mismatch C5: Số tin, bài: ô tổng ghi 8 nhưng các dòng cộng lại là 13; công thức =C2+C4 bỏ sót C3.",
        "Sửa công thức của ô này cho đủ và chỉ gồm các dòng, hoặc gõ thẳng 13. Rồi gửi lại.",
    ),
    "a formula that is no sum explains nothing": (
        f"{ROWS}\n | Tổng cộng | =C2*2 -> 12 | 50 | 42 | 830",
        "total-mismatch C4: Số tin, bài: ô tổng ghi 12 nhưng các dòng cộng lại là 11.",
        "Nếu các dòng đúng thì ghi ô này là 11; nếu 12 đúng thì sửa dòng sai. Rồi gửi lại.",
    ),
    "parts that are not the whole": (
        f"{HEADING} | Số tin | Số bài\n{RADIO} | 4 | 1",
        "split-mismatch C2: Số tin, bài; Số tin; Số bài: ghi tổng số 6 nhưng các phần cộng lại là 5.",
        "Nếu các phần đúng thì ghi tổng số là 5; nếu 6 đúng thì sửa phần sai. Rồi gửi lại.",
    ),
    "a heading that states a rate": (
        f"{HEADING.replace('Số lượt phát', 'Số lượt phát/ngày')}\n{RADIO}",
        "rate-not-total E1: Tiêu đề cột “Số lượt phát/ngày” là mức của mỗi ngày, mỗi buổi hoặc mỗi lần, không phải tổng của cả tuần; cả cột chưa được dùng.",
        "Ghi vào cột này tổng của cả tuần (mỗi ngày 3 trong 7 ngày thì ghi 21), và sửa tiêu đề thành “Số lượt phát sóng”.",
    ),
    "two columns of one measure": (
        f"{HEADING} | Số lần phát\n{RADIO} | 22",
        "basis-unclear G1: Có hai cột cùng là “Số lượt phát sóng” (cột này ghi “Số lần phát”), không rõ cột nào đúng.",
        "Chỉ để một cột “Số lượt phát sóng”; cột kia xóa đi hoặc đổi thành tiêu đề khác.",
    ),
    "a column that nobody filled in": (
        HEADING.replace(" | Số lượt phát", "") + "\n" + RADIO.replace(" | 20", ""),
        "not-stated : Số lượt phát sóng: cả báo cáo không ghi số nào (không ghi không phải là 0).",
        "Thêm cột “Số lượt phát sóng” và ghi số của tuần; không có thì ghi 0.",
    ),
    "a channel that is none": (
        f"{ROWS}\n3 | Pano tuyên truyền | 2 | 3 | 4 | 50",
        "unknown-channel B4: Không rõ “Pano tuyên truyền” là kênh nào; số liệu được tính vào tổng, ở dòng “chưa xác định kênh”.",
        "Ghi một trong các tên: Phát thanh; Truyền hình; Trạm truyền thanh cơ sở; Cổng thông tin điện tử; Loa thôn, bản, tổ dân phố; Loa kéo, loa di động, xe lưu động; Mạng xã hội; Kênh khác. Nếu đây là cách gọi quen thuộc thì cơ quan thêm vào mẫu báo cáo (schema).",
    ),
    "a rate of counts": (
        one("E", "3 lần/ngày"),
        "rate-not-total E2: Số lượt phát sóng: “3 lần/ngày” là mức của mỗi ngày, mỗi buổi hoặc mỗi lần, không phải tổng của cả tuần.",
        "Ghi tổng của cả tuần, ví dụ mỗi ngày 3 lần trong 7 ngày thì ghi 21.",
    ),
    "a rate of time": (
        one("D", "30 phút/ngày"),
        "rate-not-total D2: Thời lượng tin, bài: “30 phút/ngày” là mức của mỗi ngày, mỗi buổi hoặc mỗi lần, không phải tổng của cả tuần.",
        "Ghi tổng của cả tuần, ví dụ mỗi ngày 30 phút trong 7 ngày thì ghi 210 phút.",
    ),
    "a range of time": (
        one("D", "15-20 phút"),
        "range D2: Thời lượng tin, bài: “15-20 phút” là một khoảng, không phải một số.",
        "Ghi một thời lượng, ví dụ 18 phút.",
    ),
    "a point that Excel took for another": (
        one("F", "1.2"),
        "fraction-in-count F2: Ước số lượt người nghe phải là số nguyên, ô này là “1.2”.",
        "Nếu là 1200 thì gõ 1200: Excel đã hiểu dấu chấm là dấu thập phân.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_message_says_what_to_type(name: str, report_of: Callable[..., Report]) -> None:
    drawing, message, hint = CASES[name]
    report = report_of([{"ban-bo.xlsx": drawing}], {}, {})
    rule, _, rest = message.partition(" ")
    (finding,) = (f for f in report.findings if f.rule == rule)
    assert explainer(report.campaign.schema, "vi")(finding) == (rest.partition(": ")[2], hint)
    assert finding.location.cell == (rest.partition(":")[0].strip() or None)


def test_limits_are_said_as_they_are_in_the_schema(report_of: Callable[..., Report]) -> None:
    drawing = f"{HEADING} | Số hộ được hỗ trợ\n{RADIO} | 5001"
    report = report_of([{"ban-bo.xlsx": drawing}], {"schema.toml": HOUSEHOLDS}, {})
    (finding,) = (f for f in report.findings if f.rule == "out-of-bounds")
    assert explainer(report.campaign.schema, "vi")(finding) == (
        "Số hộ được hỗ trợ: “5001” nằm ngoài giới hạn của mẫu báo cáo (từ 0 đến 5.000).",
        "Ghi một số từ 0 đến 5.000; nếu số này đúng thì cơ quan nâng giới hạn trong mẫu báo cáo (schema).",
    )


def test_a_page_of_text_in_a_cell_is_quoted_by_its_beginning(report_of: Callable[..., Report]) -> None:
    report = report_of([{"ban-bo.xlsx": one("C", "x" * 400)}], {}, {})
    (finding,) = (f for f in report.findings if f.location.cell == "C2")
    message, _ = explainer(report.campaign.schema, "vi")(finding)
    assert f"“{'x' * 119}…”" in message
