"""``tuyentruyen collect`` from a mailbox, against a real Dovecot."""

import csv
import datetime as dt
import importlib.util
import json
import shutil
import socket
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tuyentruyen_cli.store.received_csv import read_received

spec = importlib.util.spec_from_file_location("tests_dovecot", Path(__file__).with_name("dovecot.py"))
assert spec
assert spec.loader
dovecot = sys.modules["tests_dovecot"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(dovecot)

pytestmark = pytest.mark.skipif(bool(dovecot.why_not()), reason=dovecot.why_not() or "none")
NOW = ("--now", "2021-02-05T09:00+07:00")
MARCH = ("--now", "2021-03-01T09:00+07:00")
SAMPLE = Path(__file__).parents[3] / "sample_data" / "tam-duong-2021"
BOOK = "bc_tuan5_banbo.xlsx"
OTHER = "ban hon bc T5.xlsx"
HANOI = dt.timezone(dt.timedelta(hours=7))
ON_TIME = dt.datetime(2021, 2, 4, 15, 59, 59, tzinfo=HANOI)
LATE = dt.datetime(2021, 2, 4, 16, 0, 1, tzinfo=HANOI)


@pytest.fixture(scope="module")
def shared_server() -> Iterator[Any]:
    with dovecot.running(tls=True) as server:
        yield server


@pytest.fixture
def server(shared_server: Any) -> Any:
    """The server, its mailbox empty."""
    shutil.rmtree(shared_server.base / "mail" / dovecot.USER, ignore_errors=True)
    return shared_server


@pytest.fixture
def collect(tuyentruyen: Any, office: Path, server: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Collect from the server's mailbox, with the settings of ``tuyentruyen.toml`` that are given beside the usual ones."""
    monkeypatch.setenv("TUYENTRUYEN_MAILBOX_PASSWORD", dovecot.SECRET)

    def run(*arguments: str, **settings: object) -> Any:
        table = {"host": "127.0.0.1", "port": server.port, "security": "none", "user": dovecot.USER} | settings
        text = (office / "tuyentruyen.toml").read_text("utf-8").partition("\n[mailbox]")[0]
        lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in table.items()]
        (office / "tuyentruyen.toml").write_text("\n".join([text, "[mailbox]", *lines, ""]), "utf-8")
        return tuyentruyen("collect", "--campaign", office, *NOW, *arguments)

    return run


def files_of(root: Path) -> list[str]:
    return sorted(p.relative_to(root).as_posix() for p in root.glob("week-*/**/*") if p.is_file())


def arrive(server: Any, message: EmailMessage, at: dt.datetime = ON_TIME, folder: str = "INBOX") -> None:
    server.put(message.as_bytes(), at, folder)


def test_the_server_s_own_time_is_the_receipt(
    collect: Any, tuyentruyen: Any, server: Any, office: Path, mail: Any, sample_file: Any
) -> None:
    early = {"received": "Mon, 01 Feb 2021 00:00:00 +0700"}  # a line that anyone can write
    arrive(server, mail("vanhoa@banbo.example", "Tuần 5", (BOOK, sample_file(BOOK)), **early))
    arrive(server, mail("banhon@laichau.example", "Tuần 5", (OTHER, sample_file(OTHER)), **early, identity="<2@x>"), LATE)
    assert collect().code == 0
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}", f"week-05/ban-hon/{OTHER}"]
    report = json.loads(tuyentruyen("aggregate", office / "week-05", "--json", *NOW).out)
    assert [(s["received_at"], s["timeliness"]) for s in report["submissions"]] == [
        ("2021-02-04T15:59:59+07:00", "on-time"),
        ("2021-02-04T16:00:01+07:00", "late"),
    ]


def test_a_mailbox_is_only_read(collect: Any, server: Any, mail: Any, sample_file: Any) -> None:
    arrive(server, mail("vanhoa@banbo.example", "Tuần 5", (BOOK, sample_file(BOOK))))
    with server.open():
        pass  # what has been looked at once lies in cur/
    before = server.files()
    assert collect().code == 0
    assert server.files() == before, "not even marked as read"
    assert all(not name.endswith("S") for name in before)


def test_collecting_twice_fetches_nothing_twice(collect: Any, server: Any, office: Path, mail: Any, sample_file: Any) -> None:
    arrive(server, mail("vanhoa@banbo.example", "Tuần 5", (BOOK, sample_file(BOOK))))
    # The server writes of a session a moment after its end: those of before are waited for.
    before = len(server.ended(server.log().count("Login:")))
    collect()
    assert "Đã xem 0 thư mới, lấy 0 tệp; 1 thư đã lấy từ trước." in collect().err
    assert ["body_count=1 " in line for line in server.ended(before + 2)[before:]] == [True, False], server.log()
    arrive(server, mail("banhon@laichau.example", "Tuần 5", (OTHER, sample_file(OTHER)), identity="<2@x>"))
    assert "Đã xem 1 thư mới, lấy 1 tệp; 1 thư đã lấy từ trước." in collect().err
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}", f"week-05/ban-hon/{OTHER}"]


def test_what_lay_there_for_years_is_not_even_fetched(
    collect: Any, server: Any, office: Path, mail: Any, sample_file: Any
) -> None:
    message = mail("vanhoa@banbo.example", "Tuần 5", (BOOK, sample_file(BOOK)))
    arrive(server, message, dt.datetime(2020, 12, 24, 23, 59, tzinfo=HANOI))
    before = len(server.ended(server.log().count("Login:")))
    said = collect()
    assert "Bỏ qua 1 thư cũ hơn ngày cần lấy (đổi bằng --since)." in said.err
    assert "body_count=0 " in server.ended(before + 1)[before]
    assert "lấy 1 tệp" in collect("--since", "2020-12-01").err
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}"]


def test_what_was_taken_is_moved_when_asked(collect: Any, server: Any, mail: Any, sample_file: Any) -> None:
    message = mail("vanhoa@banbo.example", "Tuần 5", (BOOK, sample_file(BOOK)))
    arrive(server, message)
    with server.open("Đã nhận") as box:
        box.folder.set("INBOX")
    before = sorted(server.files().values())
    said = collect("--move", move_to="Đã nhận")
    assert said.code == 0, said.err
    assert "Đã chuyển 1 thư sang Đã nhận." in said.err
    assert sorted(server.files().values()) == before, "nothing is lost and nothing doubled"
    with server.open("Đã nhận") as box:
        assert len(box.uids()) == 1
    assert "Đã xem 0 thư mới" in collect(folder="Đã nhận").err, "known by its own id, wherever it lies"


def test_what_was_taken_before_is_moved_when_asked_later(collect: Any, server: Any, mail: Any, sample_file: Any) -> None:
    arrive(server, mail("vanhoa@banbo.example", "Tuần 5", (BOOK, sample_file(BOOK))))
    with server.open("Xong"):
        pass
    collect()
    said = collect("--move", move_to="Xong")
    assert said.code == 0
    assert said.err.splitlines()[:2] == [
        "Đã xem 0 thư mới, lấy 0 tệp; 1 thư đã lấy từ trước.",
        "Đã chuyển 1 thư sang Xong.",
    ]
    with server.open() as box:
        assert box.uids() == []


def test_without_a_folder_or_the_means_nothing_is_moved(
    collect: Any, server: Any, office: Path, mail: Any, sample_file: Any
) -> None:
    arrive(server, mail("vanhoa@banbo.example", "Tuần 5", (BOOK, sample_file(BOOK))))
    assert collect("--move").code == 2
    absent = collect("--move", move_to="Không có")
    assert (absent.code, "Không có" in absent.err) == (4, True)
    assert files_of(office) == []
    assert len(server.files()) == 1


def test_a_server_that_cannot_move_deletes_nothing_either(
    tuyentruyen: Any, office: Path, mail: Any, sample_file: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUYENTRUYEN_MAILBOX_PASSWORD", dovecot.SECRET)
    with dovecot.running(capability="IMAP4rev1 LITERAL+ UIDPLUS") as server:
        arrive(server, mail("vanhoa@banbo.example", "Tuần 5", (BOOK, sample_file(BOOK))))
        with server.open("Xong"):
            pass
        before = server.files()
        with (office / "tuyentruyen.toml").open("a", encoding="utf-8") as file:
            file.write(
                f'\n[mailbox]\nhost = "127.0.0.1"\nport = {server.port}\nsecurity = "none"\nuser = "vhtt"\nmove_to = "Xong"\n'
            )
        said = tuyentruyen("collect", "--campaign", office, "--move", *NOW)
        assert said.code == 4
        assert "MOVE" in said.err
        assert sorted(server.files().values()) == sorted(before.values())
        assert files_of(office) == []


def test_folders_have_vietnamese_names(collect: Any, server: Any, office: Path, mail: Any, sample_file: Any) -> None:
    with server.open("Báo cáo & số liệu/Tuần"):
        pass
    arrive(server, mail("vanhoa@banbo.example", "Tuần 5", (BOOK, sample_file(BOOK))), folder="Báo cáo & số liệu/Tuần")
    assert collect(folder="Báo cáo & số liệu/Tuần").code == 0
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}"]


@pytest.mark.parametrize("security", ["ssl", "starttls"])
def test_connections_are_protected(collect: Any, server: Any, security: str) -> None:
    port = server.ssl_port if security == "ssl" else server.port
    assert collect(security=security, port=port, certificate=str(server.certificate)).code == 0
    unknown = collect(security=security, port=port)
    assert unknown.code == 4
    assert "CERTIFICATE_VERIFY_FAILED" in unknown.err
    other = collect(security=security, port=port, host="127.0.0.2", certificate=str(server.certificate))
    assert other.code == 4


def test_no_password_goes_over_an_open_line(collect: Any) -> None:
    said = collect(host="imap.laichau.example")
    assert said.code == 2
    assert "mailbox.security" in said.err


def test_a_wrong_password_is_said_plainly(collect: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUYENTRUYEN_MAILBOX_PASSWORD", "sai")
    said = collect()
    assert said.code == 4
    assert "không nhận tên vhtt hoặc mật khẩu" in said.err
    assert "sai\n" not in said.err


def test_the_password_may_lie_in_a_file(collect: Any, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TUYENTRUYEN_MAILBOX_PASSWORD")
    (office / "mat-khau.txt").write_text(f"{dovecot.SECRET}\r\n", "utf-8-sig")
    assert collect(password_file="mat-khau.txt").code == 0
    missing = collect(password_file="khong-co.txt")
    assert (missing.code, "khong-co.txt" in missing.err) == (2, True)
    nothing = collect()
    assert (nothing.code, "TUYENTRUYEN_MAILBOX_PASSWORD" in nothing.err) == (2, True)


def test_a_password_in_the_campaign_is_refused(collect: Any) -> None:
    said = collect(password="bí mật")
    assert said.code == 2
    assert "mailbox.password" in said.err
    assert "bí mật" not in said.err


def test_no_server_at_all(collect: Any) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    said = collect(port=port)
    assert said.code == 4
    assert f"127.0.0.1, cổng {port}" in said.err


def test_a_line_that_breaks_keeps_what_came_through(
    collect: Any, server: Any, office: Path, mail: Any, sample_file: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(server, mail("vanhoa@banbo.example", "Tuần 5", (BOOK, sample_file(BOOK))))
    arrive(server, mail("banhon@laichau.example", "Tuần 5", (OTHER, sample_file(OTHER)), identity="<2@x>"))
    from tuyentruyen_cli.mail.imap import Inbox  # noqa: PLC0415

    fetched = Inbox._letter

    def breaks(inbox: Any, uid: int, at: Any) -> Any:
        if uid != min(number for number, _, _ in inbox._index()):
            inbox._box.client.shutdown()
        return fetched(inbox, uid, at)

    monkeypatch.setattr(Inbox, "_letter", breaks)
    said = collect()
    assert said.code == 4
    assert "chạy lại để lấy tiếp" in said.err
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}"]
    monkeypatch.setattr(Inbox, "_letter", fetched)
    assert collect().code == 0
    assert files_of(office) == [f"week-05/ban-bo/{BOOK}", f"week-05/ban-hon/{OTHER}"]


def test_a_month_in_one_mailbox_is_the_month_in_folders(
    collect: Any, tuyentruyen: Any, server: Any, office: Path, mail: Any, tmp_path: Path
) -> None:
    """Four weeks of the sample, each file in a message of its unit at the time that the office noted, in no order."""
    rows = list(csv.reader((SAMPLE / "units.csv").read_text("utf-8").splitlines()))
    with (office / "units.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[*rows[0], "addresses"], *([*row, f"{row[0]}@tamduong.example"] for row in rows[1:])])
    plain = tmp_path / "thư mục"
    shutil.copytree(SAMPLE, plain, ignore=shutil.ignore_patterns("gui-sau", "store", "reports"))
    shutil.copyfile(office / "units.csv", plain / "units.csv")
    weeks = ["week-05", "week-06", "week-07", "week-08"]
    expected = {week: json.loads(tuyentruyen("aggregate", plain / week, "--json", *MARCH).out) for week in weeks}
    with server.open() as box:
        for week in reversed(weeks):
            unit_of = {s["file"].partition("/")[0]: s["unit"] for s in expected[week]["submissions"]}
            for receipt in read_received(SAMPLE / week, ZoneInfo("Asia/Ho_Chi_Minh"))[0]:
                data = (SAMPLE / week / receipt.file).read_bytes()
                message = mail(f"{unit_of[receipt.file]}@tamduong.example", "Gửi Phòng", (receipt.file, data), identity="")
                box.append(message.as_bytes(), "INBOX", dt=receipt.received_at)
    assert collect().code == 0
    for week in weeks:
        found = json.loads(tuyentruyen("aggregate", office / week, "--json", *MARCH).out)
        for key in ("units", "totals", "coverage", "channels", "topics"):
            assert found[key] == expected[week][key], (week, key)
        timed = [
            sorted(
                (Path(s["file"]).name, s["timeliness"], s["outcome"])
                for s in report["submissions"]
                if s["outcome"] != "ignored"
            )
            for report in (found, expected[week])
        ]
        assert timed[0] == timed[1], week
