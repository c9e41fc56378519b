"""What is said to each sender: the message for a telephone, the draft of a mail, the list in Word, the sheet for copying."""

import datetime as dt
import email
import io
import unicodedata
import zipfile
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import docx
import pytest

from tuyentruyen_cli.check.returns import OFFICE, answer_by
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.period import Calendar
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.submission import Outcome
from tuyentruyen_cli.texts import area

BEFORE = dt.datetime.fromisoformat("2021-02-03T10:00:00+07:00")
FRIDAY = dt.datetime.fromisoformat("2021-02-05T10:00:00+07:00")
ROW = (1, "Phát thanh", 6, 30, 20, 1.2)
UNITS = "id,name,kind,aliases,addresses\nban-bo,Xã Bản Bo,commune,Bản Bo,vh.banbo@laichau.gov.vn|Zalo 0912\nkhun-ha,Xã Khun Há,commune,,\n"


def test_every_rule_that_reaches_a_sender_asks_something() -> None:
    """An error or a warning is either the office's own or has words for the sender, and nothing else has."""
    asked = {key.partition(".")[0] for key in area("asks")}
    senders = {
        rule for rule, severity in RULES.items() if severity is not Severity.NOTE and rule not in OFFICE - {"unit-near-miss"}
    }
    assert asked == senders


def test_one_cell_in_one_message(week_of: Any, book: Any, saved: Any) -> None:
    week = week_of({"ban-bo.xlsx": saved(book(ROW))})
    week.report(BEFORE)
    (one,) = week.returns(BEFORE).returned
    assert one.chat == (
        "Tuần 05, xã Bản Bo: Cần sửa 1 ô: F4 đang là 1,2; nếu là 1.200 xin gõ 1200. Xin gửi lại trước 16h00 ngày 04/02. Cảm ơn."
    )


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"ban-bo.csv": "Đơn vị: Xã Bản Bo;;;;\nKênh;Số tin, bài;Thời lượng (phút);Số lượt phát;Ước số người nghe\nPhát thanh;6;30 phút/ngày;20;100\n"},
         "Cần sửa 1 ô: C3 đang là “30 phút/ngày”; xin ghi tổng của cả tuần, ví dụ mỗi ngày 30 phút thì ghi 210 phút."),
        ({"Xã Bản Bo.pdf": "%PDF-1.4\n"}, "Cần sửa 1 chỗ: tệp “Xã Bản Bo.pdf”: tệp là PDF nên không đọc được số liệu, xin gửi tệp Excel, Word hoặc CSV."),
        ({"Xã Bản Bo.xlsx": ""}, "Cần sửa 1 chỗ: tệp “Xã Bản Bo.xlsx”: tệp rỗng, xin gửi lại tệp báo cáo."),
    ],
    ids=["csv", "pdf", "empty"],
)  # fmt: skip
def test_files_that_cannot_be_marked(files: dict[str, str], told: str, week_of: Any) -> None:
    week = week_of({name: text.encode() for name, text in files.items()})
    week.report()
    (one,) = week.returns().returned
    assert told in one.chat
    assert [(f.copy, f.reason) for f in one.files] == [(None, "kind")]
    words = text_of(one.listed)
    assert "DANH SÁCH CẦN SỬA" in words
    assert "không cần gửi lại danh sách này" in words


def text_of(path: Path | None) -> str:
    assert path is not None
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_a_word_file_names_table_row_and_column(week_of: Any) -> None:
    made = docx.Document()
    made.add_paragraph("Đơn vị: Xã Bản Bo")
    table = made.add_table(2, 5)
    for number, words in enumerate(
        (
            ("Kênh", "Số tin, bài", "Thời lượng (phút)", "Số lượt phát", "Ước người nghe"),
            ("Phát thanh", "6", "30", "3 lần/ngày", "100"),
        )
    ):
        for column, word in enumerate(words):
            table.cell(number, column).text = word
    out = io.BytesIO()
    made.save(out)
    week = week_of({"ban-bo.docx": out.getvalue()})
    week.report()
    (one,) = week.returns().returned
    assert (
        "Cần sửa 1 chỗ: bảng 1 dòng 2 cột 4 đang là “3 lần/ngày”; xin ghi tổng của cả tuần, ví dụ mỗi ngày 3 lần thì ghi 21."
        in one.chat
    )
    row = [cell.text for cell in docx.Document(str(one.listed)).tables[0].rows[1].cells]
    assert row[1:3] == ["bảng 1 dòng 2 cột 4", "3 lần/ngày"]


def test_a_message_is_never_longer_than_three_hundred_characters(week_of: Any, book: Any, saved: Any) -> None:
    """However many files, however long their names and what is typed in them."""
    units = "id,name\nkhun-ha,Xã Khun Há\nban-bo,Xã " + "Bản Bo rất là dài " * 12 + "\n"
    files = {
        f"{'tên tệp dài ' * 8}{n} ban-bo.xlsx": saved(book((1, "Loa", "nhiều lắm " * 900, n, 2, "x" * 999))) for n in range(3)
    }
    week = week_of(files, campaign={"units.csv": units})
    week.report()
    for one in week.returns().returned:
        assert len(one.chat) <= 300, one.chat
        assert unicodedata.is_normalized("NFC", one.chat)
        assert "\n" not in one.chat
        assert one.chat.endswith("Cảm ơn.")


def test_no_slug_reaches_a_sender(week_of: Any, book: Any, saved: Any) -> None:
    week = week_of(
        {"ban-bo.xlsx": saved(book((1, "Phát thanh", "nhiều", "05:30", "13/14", "95%"), (2, "Loa", -5, 1, "", "1,200")))}
    )
    week.report()
    (one,) = week.returns().returned
    said = one.chat + mail_of(one.mail).get_body().get_content()  # type: ignore[union-attr]
    assert [rule for rule in RULES if "-" in rule and rule in said] == []


def mail_of(path: Path) -> EmailMessage:
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_mail_is_a_draft_with_the_copy_attached(week_of: Any, book: Any, saved: Any) -> None:
    received = "file,received_at\nbáo cáo bản bo.xlsx,2021-02-04T15:55\n".encode()
    files = {"báo cáo bản bo.xlsx": saved(book(ROW, (2, "Loa kéo", 5, 20, "", 330))), "received.csv": received}
    week = week_of(files, campaign={"units.csv": UNITS})
    week.report(FRIDAY)
    (one,) = [r for r in week.returns(FRIDAY).returned if r.unit == "ban-bo"]
    message = mail_of(one.mail)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Đề nghị sửa báo cáo tuyên truyền tuần 05 - xã Bản Bo"
    assert message["To"] == "vh.banbo@laichau.gov.vn"
    assert (message["From"], message["Date"]) == (None, None), "the mail program sets them when a person sends it"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "báo cáo bản bo.xlsx"
    assert attached.get_content_type() == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert attached.get_content() == one.files[0].copy.read_bytes()
    body = message.get_body()
    assert body is not None
    assert body.get_content().splitlines() == [
        "Báo cáo tuần 05 (từ ngày 29/01/2021 đến ngày 04/02/2021) của xã Bản Bo có 1 chỗ chưa dùng được, xin sửa và gửi lại trước 16 giờ 00 phút ngày 08/02/2021.",
        "",
        "Cần sửa:",
        "1. F4 đang là 1,2; nếu là 1.200 xin gõ 1200.",
        "",
        "Xin xem lại (đã đọc được, nhưng có thể sai):",
        "1. E5: Số lượt phát sóng đang để trống: không có thì ghi 0, có thì ghi số.",
        "",
        "Tệp gửi kèm là chính tệp của đơn vị, chỗ cần sửa đã tô màu và ghi chú, có trang CẦN SỬA ở đầu: báo cáo bản bo.xlsx. Xin sửa trong tệp đó và gửi lại chính tệp đó.",
        "",
        "Đã nhận:",
        "- báo cáo bản bo.xlsx, lúc 15 giờ 55 phút ngày 04/02/2021",
        "",
        "Cảm ơn.",
        "Phòng Văn hóa và Thông tin huyện Tam Đường",
    ]  # fmt: skip
    raw = one.mail.read_bytes()
    assert raw.isascii(), "what servers of all ages let through"
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_a_hostile_name_reaches_no_header_and_no_path(week_of: Any, book: Any, saved: Any) -> None:
    name = "ban-bo\r\nBcc: x@example.org\u202exslx.xlsx"
    week = week_of({name: saved(book(ROW))})
    week.report()
    (one,) = week.returns().returned
    message = mail_of(one.mail)
    assert message["Bcc"] is None
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == one.files[0].copy.name == "ban-bo_Bcc_ x@example.orgxslx.xlsx"


@pytest.mark.parametrize(
    ("now", "days", "by"),
    [
        ("2021-02-03T10:00+07:00", 1, "2021-02-04T16:00+07:00"),  # the deadline is still to come
        ("2021-02-04T16:00+07:00", 1, "2021-02-05T16:00+07:00"),
        ("2021-02-05T09:00+07:00", 1, "2021-02-08T16:00+07:00"),  # Saturday and Sunday are passed over
        ("2021-02-08T17:30+00:00", 2, "2021-02-11T16:00+07:00"),  # already the 9th in the campaign's zone
        ("2021-02-09T09:00+07:00", 0, "2021-02-09T16:00+07:00"),
    ],
)
def test_when_an_answer_is_asked_for(now: str, days: int, by: str) -> None:
    calendar = Calendar(2021, 4, dt.time(16), "Asia/Ho_Chi_Minh")
    found = answer_by(calendar, calendar.week(5), "ban-bo", dt.datetime.fromisoformat(now), days)
    assert found == dt.datetime.fromisoformat(by)


def test_only_what_holds_is_asked(week_of: Any, book: Any, saved: Any) -> None:
    """A file that a later one replaced asks nothing any more; a blank that has a cell is not said twice."""
    received = b"file,received_at\nban-bo.xlsx,2021-02-03T08:00\nban-bo-moi.xlsx,2021-02-03T09:00\n"
    good = (1, "Phát thanh", 6, 30, "", 1200)
    week = week_of({"ban-bo.xlsx": saved(book(ROW)), "ban-bo-moi.xlsx": saved(book(good)), "received.csv": received})
    report = week.report()
    assert {s.file: s.outcome for s in report.submissions}["ban-bo.xlsx"] is Outcome.SUPERSEDED
    (one,) = week.returns().returned
    assert (one.errors, one.warnings) == (0, 1)
    assert one.chat.startswith(
        "Tuần 05, xã Bản Bo: Xin xem lại 1 ô: E4: Số lượt phát sóng đang để trống: không có thì ghi 0, có thì ghi số."
    )
    assert [f.file for f in one.files] == ["ban-bo-moi.xlsx"]


def test_what_was_read_and_said_is_no_message_of_its_own(week_of: Any, book: Any, saved: Any) -> None:
    """“khoảng 30” is taken as 30 and the report says so: nobody is written to for that."""
    week = week_of({"ban-bo.xlsx": saved(book((1, "Phát thanh", 6, 30, "khoảng 30", "1,200")))})
    assert {f.rule for f in week.report().findings} >= {"approximate", "foreign-thousands"}
    returns = week.returns()
    assert (returns.returned, returns.texts, returns.outputs) == ((), None, ())


def test_a_file_of_no_known_unit_goes_back_by_itself(week_of: Any, book: Any, saved: Any) -> None:
    made = book(ROW)
    made.active["A1"] = "BÁO CÁO"
    week = week_of({"bao cao.xlsx": saved(made)})
    week.report()
    (one,) = week.returns().returned
    assert (one.unit, one.name) == (None, "bao cao.xlsx")
    assert one.mail.parent.name == "tep-bao-cao"
    assert "tệp chưa ghi tên đơn vị" in one.chat


def test_two_versions_are_asked_about_in_words(week_of: Any, book: Any, saved: Any) -> None:
    good = (1, "Phát thanh", 6, 30, 20, 1200)
    other = (1, "Phát thanh", 7, 30, 20, 1200)
    week = week_of({"ban-bo.xlsx": saved(book(good)), "ban-bo-moi.xlsx": saved(book(other))})
    week.report()
    (one,) = week.returns().returned
    assert "có nhiều bản khác nhau (ban-bo-moi.xlsx, ban-bo.xlsx), xin cho biết dùng bản nào" in one.chat
    assert [(f.copy, f.reason) for f in one.files] == [(None, "nothing-to-mark")]


def test_a_file_inside_an_archive_comes_back_marked(week_of: Any, book: Any, saved: Any) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Xã Bản Bo/bao cao.xlsx", saved(book(ROW)))
    week = week_of({"bao cao tuan 5.zip": out.getvalue()})
    week.report()
    (one,) = week.returns().returned
    assert [f.copy.name for f in one.files if f.copy] == ["bao cao.xlsx"]


def test_a_list_that_comes_back_is_set_aside(week_of: Any, book: Any, saved: Any) -> None:
    """Word's list put into the week's folder is no report, and no second version of one."""
    week = week_of({"Xã Bản Bo.pdf": b"%PDF-1.4\n"})
    week.report()
    (one,) = week.returns().returned
    week = week_of_again(week, {"ban-bo.xlsx": saved(book((1, "Phát thanh", 6, 30, 20, 1200)))}, one.listed)
    report = week.report()
    found = report.figure("items", "ban-bo")
    assert found is not None
    assert found.value == 6
    (aside,) = [s for s in report.submissions if s.file == "danh sach.docx"]
    assert aside.outcome is Outcome.IGNORED
    assert [f.argument("reason") for f in report.findings if f.rule == "set-aside-file"] == ["our-list"]


def week_of_again(week: Any, files: dict[str, bytes], listed: Path) -> Any:
    (week.folder / "Xã Bản Bo.pdf").unlink()
    for name, data in {**files, "danh sach.docx": listed.read_bytes()}.items():
        week.put(name, data)
    week.anew()
    return week


def test_drafts_and_messages_in_a_weeks_folder_are_no_reports(week_of: Any, book: Any, saved: Any) -> None:
    week = week_of({"ban-bo.xlsx": saved(book(ROW))})
    week.report()
    returns = week.returns()
    for path in (returns.returned[0].mail, returns.texts):
        week.put(path.name, path.read_bytes())
    week.anew()
    assert [s.file for s in week.report().submissions] == ["ban-bo.xlsx"]


def test_a_wrong_heading_is_one_thing_to_mend(week_of: Any, book: Any, saved: Any) -> None:
    """Every figure under it is refused; the sender mends one cell."""
    made = book((1, "Phát thanh", 6, 30, 3, 1200), (2, "Loa kéo", 5, 20, 2, 330))
    made.active["E3"] = "Số lượt phát/ngày"
    week = week_of({"ban-bo.xlsx": saved(made)})
    week.report()
    (one,) = week.returns().returned
    assert one.errors == 1
    assert one.chat.startswith(
        "Tuần 05, xã Bản Bo: Cần sửa 1 ô: E3 đang là “Số lượt phát/ngày”; cả cột ghi mức mỗi ngày hoặc mỗi buổi:"
    )
