"""``tuyentruyen collect`` from messages that lie in files: what comes where, with what receipt, and what waits."""

import json
import mailbox
import shutil
import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tuyentruyen_cli.files import write_atomic
from tuyentruyen_cli.pipeline import collecting

NOW = ("--now", "2021-02-05T09:00+07:00")
BOOK = "bc_tuan5_banbo.xlsx"


def files_of(root: Path) -> list[str]:
    """Every file below the folders of weeks."""
    return sorted(p.relative_to(root).as_posix() for p in root.glob("week-*/**/*") if p.is_file())


@pytest.fixture
def collect(tuyentruyen: Any, office: Path) -> Any:
    """Collect from somewhere into the campaign."""
    return lambda *arguments: tuyentruyen("collect", "--campaign", office, *NOW, *arguments)


def test_a_file_goes_to_its_week_under_the_unit_of_its_sender(
    collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any
) -> None:
    said = collect(inbox(mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK)))))
    assert said.code == 0
    assert files_of(office) == ["week-05/ban-bo/bc_tuan5_banbo.xlsx"]
    assert said.out.splitlines() == [
        "04/02/2021 09:12  vanhoa@banbo.example: Báo cáo tuần 5",
        "  + week-05/ban-bo/bc_tuan5_banbo.xlsx (Xã Bản Bo, tuần 2021-W05)",
    ]
    assert said.err.splitlines() == [
        "Đã xem 1 thư mới, lấy 1 tệp; 0 thư đã lấy từ trước.",
        "Tiếp theo: tuyentruyen aggregate week-05",
    ]


FROM_BAN_BO = ("Văn hóa xã Bản Bo <vanhoa@banbo.example>", "Báo cáo tuần 5")


def test_the_server_s_time_is_the_receipt_never_the_sender_s_date(
    collect: Any, tuyentruyen: Any, office: Path, mail: Any, inbox: Any, sample_file: Any
) -> None:
    late = "Thu, 04 Feb 2021 16:00:01 +0700"
    collect(
        inbox(
            mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK))),
            mail(
                "banhon@laichau.example",
                "BC",
                ("ban hon bc T5.xlsx", sample_file("ban hon bc T5.xlsx")),
                received=late,
                identity="<2@x>",
            ),
            mail(
                "ai.do@gmail.example", "", ("then sin t5.xlsx", sample_file("then sin t5.xlsx")), received="", identity="<3@x>"
            ),
        )
    )
    report = json.loads(tuyentruyen("aggregate", office / "week-05", "--json", *NOW).out)
    assert {s["file"]: (s["unit"], s["received_at"], s["timeliness"]) for s in report["submissions"]} == {
        f"ban-bo/{BOOK}": ("ban-bo", "2021-02-04T09:12:00+07:00", "on-time"),
        "ban-hon/ban hon bc T5.xlsx": ("ban-hon", "2021-02-04T16:00:01+07:00", "late"),
        # No server wrote anything: what is known is when it was first seen, which is after the deadline and proves nothing.
        "then sin t5.xlsx": ("then-sin", "2021-02-05T09:00:00+07:00", "unknown"),
    }
    entry = next(e for e in json.loads(tuyentruyen("log", office, "--json").out)["entries"] if e["kind"] == "collected")
    first = entry["data"]["messages"][0]
    assert (first["message_id"], first["sender"]) == ("<1@banbo.example>", "vanhoa@banbo.example")
    assert first["received_at"] == "2021-02-04T09:12:00+07:00"
    assert first["taken"][0]["file"] == f"week-05/ban-bo/{BOOK}"
    assert "nhận lúc 04/02/2021 09:12 theo thư điện tử" in tuyentruyen("log", office, "--kind", "received").out
    told = tuyentruyen("log", office, "--kind", "collected").out
    assert "Lấy 3 thư" in told
    assert "banhon@laichau.example: week-05/ban-hon/ban hon bc T5.xlsx (máy chủ nhận lúc 04/02/2021 16:00)" in told


def test_a_mail_vouches_for_its_bytes_wherever_a_person_moves_them(
    collect: Any, tuyentruyen: Any, office: Path, mail: Any, inbox: Any, sample_file: Any
) -> None:
    collect(inbox(mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK)))))
    (office / "week-05" / "ban-bo" / BOOK).rename(office / "week-05" / "đã chuyển.xlsx")
    one = json.loads(tuyentruyen("aggregate", office / "week-05", "--json", *NOW).out)["submissions"][0]
    assert (one["file"], one["received_at"], one["timeliness"]) == ("đã chuyển.xlsx", "2021-02-04T09:12:00+07:00", "on-time")
    # Another file under the same name has not come by that mail.
    (office / "week-05" / "đã chuyển.xlsx").write_bytes(sample_file("bc_tuan5_banbo (sua).xlsx"))
    one = json.loads(tuyentruyen("aggregate", office / "week-05", "--json", *NOW).out)["submissions"][0]
    assert one["timeliness"] == "unknown"


def test_collecting_twice_takes_nothing_twice(
    collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any, tmp_path: Path
) -> None:
    message = mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK)))
    folder = inbox(message)
    collect(folder)
    (office / "week-05" / "ban-bo" / BOOK).unlink()  # what a person took away stays away
    again = collect(folder)
    assert (again.out, files_of(office)) == ("", [])
    assert "Đã xem 0 thư mới, lấy 0 tệp; 1 thư đã lấy từ trước." in again.err
    # The same message elsewhere, with another server's line on top and the line ends of that place.
    copy = mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK)), received="Fri, 05 Feb 2021 07:00:00 +0700")
    box = mailbox.mbox(tmp_path / "thư.mbox")
    box.add(copy.as_bytes().replace(b"\r\n", b"\n"))
    box.close()
    assert "1 thư đã lấy từ trước" in collect(tmp_path / "thư.mbox").err
    (folder / "hộp").mkdir()
    (tmp_path / "thư.mbox").rename(folder / "hộp" / "cũ.mbox")
    assert "2 thư đã lấy từ trước" in collect(folder).err


def test_an_interrupted_run_goes_on(
    collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = inbox(
        mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK))),
        mail("banhon@laichau.example", "Tuần 5", ("ban hon bc T5.xlsx", sample_file("ban hon bc T5.xlsx")), identity="<2@x>"),
    )

    def broken(path: Path, data: bytes) -> None:
        if path.name.startswith("ban hon"):
            raise KeyboardInterrupt
        write_atomic(path, data)

    monkeypatch.setattr("tuyentruyen_cli.pipeline.placing.write_atomic", broken)
    assert collect(folder).code == 130
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}"]
    monkeypatch.setattr("tuyentruyen_cli.pipeline.placing.write_atomic", write_atomic)
    said = collect(folder)
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}", "week-05/ban-hon/ban hon bc T5.xlsx"]
    assert "  = week-05/ban-bo/bc_tuan5_banbo.xlsx" in said.out, "found again, not written a second time"


def test_two_runs_at_once_take_nothing_twice(
    collect: Any, tuyentruyen: Any, office: Path, mail: Any, inbox: Any, sample_file: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = inbox(mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK))))
    (office / "week-05" / "ban-bo").mkdir(parents=True)
    (office / "week-05" / "ban-bo" / ".tuyentruyen-0123456789abcdef.tmp").touch()  # of a run that was killed
    read = collecting._read

    def while_another_runs(*asked: Any) -> Any:
        monkeypatch.setattr(collecting, "_read", read)
        assert collect(folder).code == 0
        return read(*asked)

    monkeypatch.setattr(collecting, "_read", while_another_runs)
    assert "Đã xem 0 thư mới, lấy 0 tệp; 1 thư đã lấy từ trước." in collect(folder).err
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}"]
    entries = json.loads(tuyentruyen("log", office, "--kind", "collected", "--json").out)["entries"]
    assert [len(e["data"]["messages"]) for e in entries] == [1]


def test_the_corrected_file_lies_beside_the_first(collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any) -> None:
    collect(
        inbox(
            mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK))),
            mail(*FROM_BAN_BO, (BOOK.upper(), sample_file("bc_tuan5_banbo (sua).xlsx")), identity="<2@banbo.example>"),
            mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK)), identity="<3@banbo.example>"),
        )
    )
    assert files_of(office) == ["week-05/ban-bo/BC_TUAN5_BANBO (2).XLSX", f"week-05/ban-bo/{BOOK}"]


def test_two_attachments_of_one_name(collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any) -> None:
    other = sample_file("bc_tuan5_banbo (sua).xlsx")
    collect(inbox(mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK)), (BOOK, other))))
    assert files_of(office) == ["week-05/ban-bo/bc_tuan5_banbo (2).xlsx", f"week-05/ban-bo/{BOOK}"]
    assert (office / "week-05/ban-bo/bc_tuan5_banbo (2).xlsx").read_bytes() == other


HOSTILE = [
    ("../../../etc/cron.d/x.xlsx", "x.xlsx"),
    ("..\\..\\Startup\\x.xlsx", "x.xlsx"),
    ("/etc/passwd", "passwd"),
    ("C:\\Users\\x.xlsx", "x.xlsx"),
    ("..", "tep"),
    ("CON.xlsx", "_CON.xlsx"),
    ("com¹.xlsx", "_com¹.xlsx"),
    ("nul", "_nul"),
    ("a\x00b\x1b[31m\n.xlsx", "a_b_.xlsx"),
    ("\u202exslx.báo cáo", "xslx.báo cáo"),
    ("zero\u200bwidth\ufeff.xlsx", "zerowidth.xlsx"),
    ('<b>"|?*.xlsx', "_b_____.xlsx"),
    ("x.xlsx. . ", "x.xlsx"),
    (".htaccess", "htaccess"),
    ("received.csv", "thu-received.csv"),
    ("units.csv", "thu-units.csv"),
    ("tuyentruyen.toml", "thu-tuyentruyen.toml"),
    ("can-xu-ly.xlsx", "thu-can-xu-ly.xlsx"),
    ("bao-cao-tuan-5.docx", "thu-bao-cao-tuan-5.docx"),
    ("~$bao cao.xlsx", "_~$bao cao.xlsx"),
    ("n" * 300 + ".xlsx", "n" * 150 + ".xlsx"),
    ("ả" * 300 + ".xlsx", "ả" * 50 + ".xlsx"),
    ("tệp\ud800.xlsx", "tệp\ufffd\ufffd\ufffd.xlsx"),
]


@pytest.mark.parametrize(("named", "kept"), HOSTILE)
def test_a_name_is_never_a_path(
    collect: Any, office: Path, mail: Any, inbox: Any, named: str, kept: str, tmp_path: Path
) -> None:
    before = {p for p in tmp_path.rglob("*") if not p.is_relative_to(office)}
    said = collect(inbox(named_so(mail, named)))
    assert files_of(office) == [f"week-05/ban-bo/{kept}"]
    assert {p for p in tmp_path.rglob("*") if not p.is_relative_to(office)} - before <= {
        tmp_path / "thư đến",
        tmp_path / "thư đến/001.eml",
    }
    assert "\x1b" not in said.out + said.err
    assert not any("\u202a" <= c <= "\u202e" for c in said.out + said.err)


def named_so(mail: Any, name: str) -> bytes:
    """A message whose file has that name, byte for byte: the library would not write it."""
    quoted = "".join(f"%{byte:02X}" for byte in name.encode("utf-8", "surrogatepass"))
    data: bytes = mail(*FROM_BAN_BO, ("THE-NAME", b"so lieu")).as_bytes()
    assert data.count(b'filename="THE-NAME"') == 1
    return data.replace(b'filename="THE-NAME"', f"filename*=utf-8''{quoted}".encode())


def test_the_name_as_written_is_shown_escaped(collect: Any, mail: Any, inbox: Any) -> None:
    assert "    tên trong thư: \\u202ex.csv" in collect(inbox(named_so(mail, "\u202ex.csv"))).out


def test_what_a_file_says_of_its_week_outweighs_the_message(
    collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any
) -> None:
    collect(inbox(mail("vanhoa@banbo.example", "Gửi lại tuần 8", ("so lieu.xlsx", sample_file("then sin t5.xlsx")))))
    assert [f.partition("/")[0] for f in files_of(office)] == ["week-05"]


NO_WEEK = (
    "Đơn vị: Xã Bản Bo\nKênh;Số tin, bài;Thời lượng (phút);Số lượt phát;Ước số người nghe\nTruyền thanh xã;17;90;40;1250\n"
)


def test_the_subject_says_the_week_of_a_file_that_says_none(collect: Any, office: Path, mail: Any, inbox: Any) -> None:
    collect(
        inbox(
            mail("la@gmail.example", "V/v báo cáo tuyên truyền từ ngày 22/01 đến 28/01/2021", ("so lieu.csv", NO_WEEK.encode()))
        )
    )
    assert files_of(office) == ["week-04/so lieu.csv"]


def test_a_line_of_the_message_says_it_too_but_not_what_it_quotes(collect: Any, office: Path, mail: Any, inbox: Any) -> None:
    quoting = "Xã gửi số liệu tuần 6.\n\nVào lúc 09:00 Th 5, 4 thg 2, 2021 Phòng VHTT đã viết:\n> nộp báo cáo tuần 5\n"
    collect(inbox(mail("la@gmail.example", "báo cáo", ("so lieu.csv", NO_WEEK.encode()), text=quoting)))
    assert files_of(office) == ["week-06/so lieu.csv"]


def test_what_names_no_week_waits_in_the_work_list(
    collect: Any, tuyentruyen: Any, office: Path, mail: Any, inbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = collect(inbox(mail("vanhoa@banbo.example", "Gửi Phòng", ("so lieu.csv", NO_WEEK.encode()))))
    assert files_of(office) == ["week-05/chua-ro-tuan/ban-bo/so lieu.csv"]
    assert "chưa rõ tuần" in said.out
    report = json.loads(tuyentruyen("aggregate", office / "week-05", "--json", *NOW).out)
    assert next((f["rule"], f["severity"]) for f in report["findings"] if f["unit"] == "ban-bo") == ("wrong-period", "error")
    assert next(u for u in report["units"] if u["unit"] == "ban-bo")["values"]["items"] is None
    assert (office / "reports" / "2021-W05" / "can-xu-ly.xlsx").is_file()
    monkeypatch.chdir(office)
    decided = ("--file", "chua-ro-tuan/ban-bo/so lieu.csv", "--value", "2021-W05", "--reason", "đã hỏi", "--who", "Lan")
    assert tuyentruyen("decide", "assign", "--week", "2021-W05", *decided, *NOW).code == 0
    report = json.loads(tuyentruyen("aggregate", office / "week-05", "--json", *NOW).out)
    assert next(u for u in report["units"] if u["unit"] == "ban-bo")["values"]["items"] == 17


def test_the_week_is_chosen_in_the_work_list(collect: Any, tuyentruyen: Any, office: Path, mail: Any, inbox: Any) -> None:
    collect(inbox(mail("vanhoa@banbo.example", "Gửi Phòng", ("so lieu.csv", NO_WEEK.encode()))))
    tuyentruyen("aggregate", office / "week-05", *NOW)
    path = office / "reports" / "2021-W05" / "can-xu-ly.xlsx"
    book = openpyxl.load_workbook(path)
    row = next(r for r in book.worksheets[0].iter_rows(min_row=5) if "so lieu.csv" in str(r[3].value))
    assert row[6].value == "Dùng cho tuần này"
    row[7].value, row[8].value, row[9].value = "Dùng cho tuần này", "Đã hỏi xã", "Lan"
    book.save(path)
    report = json.loads(tuyentruyen("aggregate", office / "week-05", "--json", *NOW).out)
    assert next(u for u in report["units"] if u["unit"] == "ban-bo")["values"]["items"] == 17
    (file,) = report["submissions"]
    assert (file["received_at"], file["timeliness"]) == ("2021-02-04T09:12:00+07:00", "on-time")


def test_with_a_week_said_it_is_that_week_s(collect: Any, office: Path, mail: Any, inbox: Any) -> None:
    collect(inbox(mail("vanhoa@banbo.example", "Gửi Phòng", ("so lieu.csv", NO_WEEK.encode()))), "--week", "6")
    assert files_of(office) == ["week-06/ban-bo/so lieu.csv"]


def test_the_sender_s_address_is_evidence_of_the_unit(
    collect: Any, tuyentruyen: Any, office: Path, mail: Any, inbox: Any
) -> None:
    nameless = NO_WEEK.partition("\n")[2].encode()
    collect(
        inbox(
            mail("UBND.BanHon@LaiChau.example", "BC tuần 5", ("so lieu.csv", nameless)),
            mail("ai.do@gmail.example", "BC tuần 5", ("so lieu 2.csv", nameless + b"\n"), identity="<2@x>"),
            mail(
                "vanhoa@banbo.example",
                "BC tuần 5",
                ("then sin.csv", NO_WEEK.replace("Bản Bo", "Thèn Sin").encode()),
                identity="<3@x>",
            ),
        )
    )
    report = json.loads(tuyentruyen("aggregate", office / "week-05", "--json", *NOW).out)
    assert {s["file"]: s["unit"] for s in report["submissions"]} == {
        "ban-hon/so lieu.csv": "ban-hon",
        "so lieu 2.csv": None,
        "ban-bo/then sin.csv": None,
    }
    assert {f["location"]["file"]: f["rule"] for f in report["findings"] if f["severity"] == "error"} == {
        "so lieu 2.csv": "unit-unknown",
        "ban-bo/then sin.csv": "unit-conflict",
    }


def test_an_archive_is_read_one_level_deep(
    collect: Any, tuyentruyen: Any, office: Path, mail: Any, inbox: Any, sample_file: Any
) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(BOOK, sample_file(BOOK))
    collect(inbox(mail(*FROM_BAN_BO, ("bao cao.zip", packed.getvalue()))))
    assert files_of(office) == ["week-05/ban-bo/bao cao.zip"]
    one = json.loads(tuyentruyen("aggregate", office / "week-05", "--json", *NOW).out)["submissions"][0]
    assert (one["file"], one["outcome"], one["timeliness"]) == (f"ban-bo/bao cao.zip/{BOOK}", "accepted", "on-time")


def test_a_forwarded_report_is_the_unit_s_and_never_late_by_the_forwarding(
    collect: Any, tuyentruyen: Any, office: Path, mail: Any, inbox: Any, sample_file: Any
) -> None:
    inner = mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK)), received="Mon, 01 Feb 2021 08:00:00 +0700")
    outer = mail("canbo@gmail.example", "Fwd: Báo cáo tuần 5", received="Fri, 05 Feb 2021 08:00:00 +0700", identity="<fw@x>")
    outer.add_attachment(inner)
    as_file = mail(
        "canbo@gmail.example",
        "Fwd",
        ("thu.eml", inner.as_bytes()),
        received="Fri, 05 Feb 2021 08:00:00 +0700",
        identity="<fw2@x>",
    )
    said = collect(inbox(outer, as_file))
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}"]
    assert "thư chuyển tiếp: giờ nhận chỉ là muộn nhất" in said.out
    one = json.loads(tuyentruyen("aggregate", office / "week-05", "--json", *NOW).out)["submissions"][0]
    assert (one["received_at"], one["timeliness"]) == ("2021-02-05T08:00:00+07:00", "unknown")


def test_what_is_no_report_is_named_and_left(collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any) -> None:
    message = mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK)), ("smime.p7s", b"0\x80"), ("Lan.vcf", b"BEGIN:VCARD"))
    html = '<p>Kính gửi</p><img src="cid:logo@1">'
    message.get_payload()[0].make_alternative()
    message.get_payload()[0].add_alternative(html, subtype="html")
    picture = b"\x89PNG\r\n\x1a\n"
    message.get_payload()[0].get_payload()[1].add_related(picture, "image", "png", cid="<logo@1>", filename="image001.png")
    message.add_attachment(picture, "image", "png", filename="anh chup bao cao tuan 5.png")
    said = collect(inbox(message))
    assert files_of(office) == ["week-05/ban-bo/anh chup bao cao tuan 5.png", f"week-05/ban-bo/{BOOK}"]
    assert [line.strip() for line in said.out.splitlines() if line.startswith("  -")] == [
        "- không lấy image001.png: ảnh nằm trong lời thư",
        "- không lấy smime.p7s: chữ ký số của thư",
        "- không lấy Lan.vcf: danh thiếp hoặc lịch hẹn",
    ]


def test_programs_are_never_laid_on_a_disk(collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any) -> None:
    names = ["bao cao tuan 5.xlsx.exe", "b.JS", "c.lnk ", "d.scr.", "e.iso"]
    said = collect(inbox(mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK)), *((name, b"MZ") for name in names))))
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}"]
    assert said.out.count("là chương trình hoặc tệp có thể chạy") == len(names)
    assert "1 thư cần mở xem." in said.err


def test_messages_from_before_are_passed_over_when_asked(
    collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any
) -> None:
    old = mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK)), received="Thu, 28 Jan 2021 23:59:59 +0700")
    folder = inbox(old, mail(*FROM_BAN_BO, ("moi.csv", NO_WEEK.encode()), identity="<2@x>"))
    said = collect(folder, "--since", "2021-01-29")
    assert files_of(office) == ["week-05/ban-bo/moi.csv"]
    assert "Bỏ qua 1 thư cũ hơn ngày cần lấy" in said.err
    collect(folder)
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}", "week-05/ban-bo/moi.csv"]


def test_a_message_without_files_is_shown_to_a_person(collect: Any, mail: Any, inbox: Any) -> None:
    said = collect(inbox(mail(*FROM_BAN_BO, text="Xã phát 17 tin, 90 phút.")))
    assert "  ! không có tệp nào để lấy, hãy mở thư xem" in said.out
    assert "1 thư cần mở xem." in said.err


def test_our_own_message_that_comes_back_is_no_report(
    collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any
) -> None:
    bounce = EmailMessage()
    bounce["From"] = "MAILER-DAEMON@mx.example"
    bounce["Subject"] = "Undelivered Mail Returned to Sender"
    bounce.set_content("x")
    bounce.add_attachment(mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK))))
    bounce.replace_header("Content-Type", f'multipart/report; report-type=delivery-status; boundary="{bounce.get_boundary()}"')
    said = collect(inbox(bounce))
    assert files_of(office) == []
    assert "thư báo không gửi được" in said.out


def test_a_maildir_is_read_and_nothing_in_it_moves(
    collect: Any, office: Path, mail: Any, sample_file: Any, tmp_path: Path
) -> None:
    box = mailbox.Maildir(tmp_path / "Maildir")
    key = box.add(mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK))).as_bytes())
    before = sorted(p.relative_to(tmp_path / "Maildir").as_posix() for p in (tmp_path / "Maildir").rglob("*"))
    assert collect(tmp_path / "Maildir").code == 0
    assert sorted(p.relative_to(tmp_path / "Maildir").as_posix() for p in (tmp_path / "Maildir").rglob("*")) == before
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}"]
    shutil.move(tmp_path / "Maildir/new" / key, tmp_path / "Maildir/cur" / f"{key}:2,S")  # a person has read it
    assert "1 thư đã lấy từ trước" in collect(tmp_path / "Maildir").err


def test_what_cannot_be_opened_is_named_and_the_rest_goes_on(
    collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any
) -> None:
    folder = inbox(mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK))))
    (folder / "000.msg").write_bytes(b"no message of Outlook's")
    said = collect(folder)
    assert said.code == 0
    assert "  - không lấy nội dung thư: thư hỏng, không đọc được" in said.out
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}"]


def test_the_folder_of_a_week_may_have_another_name(
    collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any
) -> None:
    (office / "Tuần 5").mkdir()
    collect(inbox(mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK)))))
    assert (office / "Tuần 5" / "ban-bo" / BOOK).is_file()


@pytest.mark.parametrize("name", ["khong-co", "trong", "a.xlsx"])
def test_where_nothing_is_it_says_so(collect: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / "trong").mkdir()
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    said = collect(tmp_path / name)
    assert said.code == 3
    assert name in said.err


def test_without_a_source_and_a_mailbox_it_names_both(collect: Any) -> None:
    said = collect()
    assert said.code == 2
    assert "[mailbox]" in said.err


def test_json_is_one_document(collect: Any, mail: Any, inbox: Any, sample_file: Any) -> None:
    document = json.loads(collect(inbox(mail(*FROM_BAN_BO, (BOOK, sample_file(BOOK)))), "--json").out)
    assert (document["format"], document["version"]) == ("tuyentruyen/collected", 1)
    (message,) = document["messages"]
    assert message["received_at"] == "2021-02-04T09:12:00+07:00"
    assert [(f["file"], f["week"], f["unit"], f["new"]) for f in message["files"]] == [
        (f"week-05/ban-bo/{BOOK}", "2021-W05", "ban-bo", True)
    ]


def test_what_the_office_sent_itself_is_no_report(collect: Any, office: Path, mail: Any, inbox: Any, sample_file: Any) -> None:
    with (office / "tuyentruyen.toml").open("a", encoding="utf-8") as file:
        file.write('\n[smtp]\nhost = "smtp.laichau.example"\nsender = "VHTT@tamduong.example"\n')
    said = collect(inbox(mail("PHÒNG VHTT <vhtt@tamduong.example>", "Đề nghị sửa báo cáo tuần 5", (BOOK, sample_file(BOOK)))))
    assert files_of(office) == []
    assert "thư của chính cơ quan gửi đi" in said.out
    assert "cần mở xem" not in said.err
