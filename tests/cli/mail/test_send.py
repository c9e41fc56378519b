"""``tuyentruyen send``: what would go to whom, what a real server on loopback gets, and what must never leave."""

import email
import json
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword

NOW = ("--now", "2021-02-05T09:00+07:00")
LATER = ("--now", "2021-02-05T10:00+07:00")
SECRET = "mật khẩu"
# The server's own warning: here is no line that anyone could listen to.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
BAN_BO, BAN_HON = "vanhoa@banbo.example", "banhon@laichau.example"


class Office:
    """What a server was given, and what it refuses: addresses with an answer."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.refuses: dict[str, str] = {}
        self.breaks_at = 0

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.taken.append(envelope)
        if len(self.taken) == self.breaks_at:
            server.transport.close()  # taken, and nobody hears of it
        return "250 OK"

    @property
    def messages(self) -> list[EmailMessage]:
        found = [email.message_from_bytes(e.content or b"", policy=policy.default) for e in self.taken]  # type: ignore[arg-type]
        return [m for m in found if isinstance(m, EmailMessage)]


def right(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    return AuthResult(success=isinstance(data, LoginPassword) and data.password == SECRET.encode(), handled=False)


@pytest.fixture
def server() -> Iterator[tuple[Office, int]]:
    handler = Office()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(
        handler, hostname="127.0.0.1", port=port, authenticator=right, auth_require_tls=False, auth_required=True
    )
    controller.start()
    yield handler, port
    controller.stop()


def draft(folder: Path, unit: str, to: str, text: str = "Xin sửa ô F11.", subject: str = "Đề nghị sửa báo cáo tuần 05") -> Path:
    message = EmailMessage(policy=policy.SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = subject
    if to:
        message["To"] = to
    message.set_content(text)
    message.add_attachment(b"PK\x03\x04 so lieu", maintype="application", subtype="octet-stream", filename="báo cáo.xlsx")
    (folder / unit).mkdir(parents=True, exist_ok=True)
    path = folder / unit / f"thu-{unit}.eml"
    path.write_bytes(message.as_bytes())
    return path


@pytest.fixture
def drafts(office: Path) -> Path:
    """Two drafts in the folder where ``return`` writes."""
    folder = office / "reports" / "2021-W05" / "tra-lai"
    draft(folder, "ban-bo", BAN_BO)
    draft(folder, "ban-hon", BAN_HON)
    return folder


@pytest.fixture
def send(tuyentruyen: Any, office: Path, server: tuple[Office, int], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("TUYENTRUYEN_SMTP_PASSWORD", SECRET)
    with (office / "tuyentruyen.toml").open("a", encoding="utf-8") as file:
        file.write(
            f'\n[smtp]\nhost = "127.0.0.1"\nport = {server[1]}\nsecurity = "none"\nuser = "vhtt"\nsender = "vhtt@tamduong.example"\n'
        )
    return lambda *arguments: tuyentruyen("send", *arguments, *(() if "--now" in arguments else NOW))


@pytest.fixture
def office_server(server: tuple[Office, int]) -> Office:
    return server[0]


def test_first_it_only_shows(send: Any, drafts: Path, office_server: Office) -> None:
    said = send(drafts)
    assert said.code == 0
    assert said.out.splitlines() == [
        "Xã Bản Bo <vanhoa@banbo.example>: Đề nghị sửa báo cáo tuần 05",
        "  sẽ gửi  [reports/2021-W05/tra-lai/ban-bo/thu-ban-bo.eml]",
        "Xã Bản Hon <banhon@laichau.example>: Đề nghị sửa báo cáo tuần 05",
        "  sẽ gửi  [reports/2021-W05/tra-lai/ban-hon/thu-ban-hon.eml]",
    ]
    assert said.err == "Sẽ gửi 2 thư; chưa gửi gì. Gửi thật: thêm --really.\n"
    assert send(drafts, "--dry-run").out == said.out
    assert office_server.taken == []


def test_each_unit_gets_its_own_message_as_it_was_drafted(send: Any, drafts: Path, office_server: Office) -> None:
    assert send(drafts, "--really").code == 0
    assert [(e.mail_from, e.rcpt_tos) for e in office_server.taken] == [
        ("vhtt@tamduong.example", [BAN_BO]),
        ("vhtt@tamduong.example", [BAN_HON]),
    ]
    first, second = office_server.messages
    assert first["From"] == "PHÒNG VĂN HÓA VÀ THÔNG TIN <vhtt@tamduong.example>"
    assert first["Subject"] == "Đề nghị sửa báo cáo tuần 05"
    assert first["Date"] == "Fri, 05 Feb 2021 09:00:00 +0700"
    assert first["X-Unsent"] is None
    assert first["Message-ID"] != second["Message-ID"]
    assert first["Message-ID"].endswith("@tamduong.example>")
    body = first.get_body()
    assert body
    assert body.get_content() == "Xin sửa ô F11.\r\n"
    (file,) = first.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("báo cáo.xlsx", b"PK\x03\x04 so lieu")


def test_sent_is_sent(send: Any, tuyentruyen: Any, drafts: Path, office_server: Office, office: Path) -> None:
    send(drafts, "--really")
    again = send(drafts, "--really", *LATER)
    assert len(office_server.taken) == 2
    assert again.out.count("đã gửi lúc 05/02/2021 09:00, không gửi lại") == 2
    assert again.err == "Đã gửi 0 thư.\n"
    told = tuyentruyen("log", office, "--kind", "sent").out
    assert "Đã gửi reports/2021-W05/tra-lai/ban-bo/thu-ban-bo.eml tới vanhoa@banbo.example" in told
    assert tuyentruyen("log", office, "--verify").code == 0


def test_another_text_is_another_message_and_says_so(send: Any, drafts: Path, office_server: Office) -> None:
    send(drafts, "--really")
    draft(drafts, "ban-bo", BAN_BO, "Xin sửa ô F12.")
    shown = send(drafts, *LATER)
    assert "  (một bản khác của thư này đã gửi lúc 05/02/2021 09:00)" in shown.out
    send(drafts, "--really", *LATER)
    assert [e.rcpt_tos for e in office_server.taken[2:]] == [[BAN_BO]]


def test_only_the_units_that_were_named(send: Any, drafts: Path, office_server: Office) -> None:
    send(drafts, "--really", "--unit", "Xã Bản Hon")
    assert [e.rcpt_tos for e in office_server.taken] == [[BAN_HON]]
    send(drafts, "--really", "--again", "ban-hon", *LATER)
    assert [e.rcpt_tos for e in office_server.taken] == [[BAN_HON], [BAN_HON]]


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("", "không có địa chỉ"),
        ("ai.do@gmail.example", "không có trong units.csv: ai.do@gmail.example"),
        (f"{BAN_BO}, ai.do@gmail.example", "không có trong units.csv: ai.do@gmail.example"),
        (f"{BAN_BO}, {BAN_HON}", "nhiều đơn vị"),
    ],
)
def test_nobody_but_one_unit_of_the_campaign(send: Any, office: Path, office_server: Office, to: str, reason: str) -> None:
    folder = office / "nháp"
    draft(folder, "ban-bo", to)
    said = send(folder, "--really")
    assert "KHÔNG GỬI" in said.out
    assert reason in said.out
    assert office_server.taken == []


@pytest.mark.parametrize("field", ["Cc", "Bcc", "bcc"])
def test_a_stranger_in_copy_is_a_stranger(send: Any, office: Path, office_server: Office, field: str) -> None:
    path = draft(office / "nháp", "ban-bo", BAN_BO)
    path.write_bytes(f"{field}: ai.do@gmail.example\r\n".encode() + path.read_bytes())
    assert "ai.do@gmail.example" in send(path, "--really").out
    assert office_server.taken == []


def test_both_addresses_of_a_unit_and_a_hidden_copy_that_stays_hidden(send: Any, office: Path, office_server: Office) -> None:
    path = draft(office / "nháp", "ban-hon", "BanHon@LaiChau.example")
    path.write_bytes(b"Bcc: ubnd.banhon@laichau.example\r\n" + path.read_bytes())
    send(path, "--really")
    (envelope,) = office_server.taken
    assert sorted(envelope.rcpt_tos) == [BAN_HON, "ubnd.banhon@laichau.example"]
    assert office_server.messages[0]["Bcc"] is None


def test_two_drafts_for_one_unit_wait_for_a_person(send: Any, drafts: Path, office_server: Office) -> None:
    draft(drafts, "tep-x", BAN_BO, "Thư khác.")
    said = send(drafts, "--really")
    assert said.out.count("hai thư nháp cho cùng một đơn vị") == 2
    assert [e.rcpt_tos for e in office_server.taken] == [[BAN_HON]]
    send(drafts / "tep-x" / "thu-tep-x.eml", "--really")
    assert [e.rcpt_tos for e in office_server.taken] == [[BAN_HON], [BAN_BO]]


def test_a_refused_address_is_said_plainly_and_the_others_go_on(send: Any, drafts: Path, office_server: Office) -> None:
    office_server.refuses = {BAN_BO: "550 5.1.1 hộp thư không tồn tại"}
    said = send(drafts, "--really")
    assert said.code == 4
    assert "MÁY CHỦ TỪ CHỐI: vanhoa@banbo.example 550 5.1.1" in said.out
    assert [e.rcpt_tos for e in office_server.taken] == [[BAN_HON]]
    assert said.err.splitlines() == ["Đã gửi 1 thư.", "1 thư không gửi được, xem ở trên."]
    office_server.refuses = {}
    assert send(drafts, "--really", *LATER).code == 0
    assert [e.rcpt_tos for e in office_server.taken] == [[BAN_HON], [BAN_BO]]


def test_one_of_two_addresses_refused(send: Any, tuyentruyen: Any, office: Path, office_server: Office) -> None:
    path = draft(office / "nháp", "ban-hon", f"{BAN_HON}, ubnd.banhon@laichau.example")
    office_server.refuses = {"ubnd.banhon@laichau.example": "452 đầy"}
    said = send(path, "--really")
    assert (said.code, "đã gửi, nhưng máy chủ từ chối: ubnd.banhon@laichau.example 452" in said.out) == (4, True)
    assert "ubnd.banhon@laichau.example: 452" in tuyentruyen("log", office, "--kind", "sent").out
    send(path, "--really", *LATER)
    assert len(office_server.taken) == 1, "who has it does not get it again"


def test_a_line_that_breaks_after_the_message_never_doubles_it(send: Any, drafts: Path, office_server: Office) -> None:
    office_server.breaks_at = 1
    said = send(drafts, "--really")
    assert said.code == 4
    assert "Không rõ máy chủ đã nhận thư đó chưa" in said.err
    again = send(drafts, "--really", *LATER)
    assert "KHÔNG RÕ: lần gửi lúc 05/02/2021 09:00 bị đứt quãng" in again.out
    assert [e.rcpt_tos for e in office_server.taken] == [[BAN_BO], [BAN_HON]], "the second went; the first not a second time"
    send(drafts, "--really", "--again", "ban-bo", "--now", "2021-02-05T11:00+07:00")
    assert [e.rcpt_tos for e in office_server.taken][2:] == [[BAN_BO]]


def test_interrupted_between_two_messages_it_goes_on(
    send: Any, drafts: Path, office_server: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tuyentruyen_cli.mail.smtp import Line  # noqa: PLC0415

    begin = Line.begin

    def interrupted(line: Any) -> None:
        if office_server.taken:
            raise KeyboardInterrupt
        begin(line)

    monkeypatch.setattr(Line, "begin", interrupted)
    assert send(drafts, "--really").code == 130
    monkeypatch.setattr(Line, "begin", begin)
    send(drafts, "--really", *LATER)
    assert [e.rcpt_tos for e in office_server.taken] == [[BAN_BO], [BAN_HON]]


@pytest.mark.usefixtures("drafts")
def test_from_a_week_s_folder_or_the_campaign_s_with_a_kind(send: Any, office: Path) -> None:
    (office / "week-05").mkdir()
    assert "Sẽ gửi 2 thư" in send(office / "week-05").err
    assert "Sẽ gửi 2 thư" in send(office).err
    draft(office / "reports" / "2021-W05" / "nhac", "ban-bo", BAN_BO, "Chưa nhận được báo cáo.")
    both = send(office / "week-05")
    assert (both.code, "nhac, tra-lai" in both.err) == (2, True)
    assert "Sẽ gửi 1 thư" in send(office, "--kind", "nhac").err
    assert "Sẽ gửi 2 thư" in send(office, "--kind", "tra-lai", "--week", "5").err
    assert send(office, "--kind", "yeu-cau").code == 3


def test_without_a_server_it_shows_and_does_not_send(tuyentruyen: Any, drafts: Path) -> None:
    assert tuyentruyen("send", drafts, *NOW).code == 0
    said = tuyentruyen("send", drafts, "--really", *NOW)
    assert said.code == 2
    assert "[smtp]" in said.err


def test_a_wrong_password_sends_nothing(
    send: Any, drafts: Path, office_server: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for wrong in ("sai", "sai nữa"):
        monkeypatch.setenv("TUYENTRUYEN_SMTP_PASSWORD", wrong)
        said = send(drafts, "--really")
        assert said.code == 4
        assert "không nhận tên vhtt hoặc mật khẩu" in said.err
    assert office_server.taken == []
    monkeypatch.setenv("TUYENTRUYEN_SMTP_PASSWORD", SECRET)
    assert send(drafts, "--really").code == 0
    assert len(office_server.taken) == 2, "what never reached a server is not in doubt"


def test_what_is_no_draft(send: Any, office: Path, office_server: Office) -> None:
    folder = office / "nháp"
    folder.mkdir()
    (folder / "a.eml").write_bytes(b"\x00\x01\x02")
    (folder / "b.eml").write_bytes(b"To: vanhoa@banbo.example\r\nSubject: B\xc3\xa1o\r\n\r\nx")
    said = send(folder, "--really").out
    assert said.count("không phải thư nháp đọc được") == 2
    assert "<>" not in said
    assert office_server.taken == []
    assert send(office / "không có").code == 3


def test_what_return_writes_can_be_sent(
    send: Any, tuyentruyen: Any, office: Path, sample_file: Any, office_server: Office
) -> None:
    (office / "week-05").mkdir()
    (office / "week-05" / "ban hon bc T5.xlsx").write_bytes(sample_file("ban hon bc T5.xlsx"))
    tuyentruyen("aggregate", office / "week-05", *NOW)
    assert tuyentruyen("return", office / "week-05", *NOW).code == 0
    assert send(office / "week-05", "--really").code == 0
    (message,) = office_server.messages
    assert [a.get_filename() for a in message.iter_attachments()] == ["ban hon bc T5.xlsx"]


def test_json_is_one_document(send: Any, drafts: Path) -> None:
    document = json.loads(send(drafts, "--json").out)
    assert (document["format"], document["version"], document["dry_run"]) == ("tuyentruyen/sendings", 1, True)
    assert [(m["unit"], m["state"]) for m in document["messages"]] == [("ban-bo", "ready"), ("ban-hon", "ready")]
    document = json.loads(send(drafts, "--json", "--really").out)
    assert [(m["unit"], m["state"]) for m in document["messages"]] == [("ban-bo", "sent"), ("ban-hon", "sent")]


def test_the_request_and_reminders_can_be_sent(send: Any, tuyentruyen: Any, office: Path, office_server: Office) -> None:
    tuyentruyen("render", office, "--kind", "yeu-cau", "--bundle", "zip", *NOW)
    said = send(office, "--kind", "yeu-cau", "--really")
    assert said.code == 0, said.err
    assert [e.rcpt_tos for e in office_server.taken] == [[BAN_BO], [BAN_HON, "ubnd.banhon@laichau.example"]]
    assert said.out.count("KHÔNG GỬI: thư không có địa chỉ") == 12
    assert said.out.count("\n(chưa có địa chỉ): V/v") + said.out.startswith("(chưa có địa chỉ): V/v") == 12
    assert "<>" not in said.out
    assert tuyentruyen("remind", office, "--week", "5", *NOW).code == 0
    assert send(office, "--kind", "nhac", "--week", "5", "--really").code == 0
    assert [e.rcpt_tos for e in office_server.taken][2:] == [[BAN_BO], [BAN_HON, "ubnd.banhon@laichau.example"]]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
@pytest.mark.parametrize("security", ["ssl", "starttls"])
def test_connections_are_protected(
    tuyentruyen: Any, office: Path, drafts: Path, tmp_path: Path, security: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = tmp_path / "tls.key", tmp_path / "tls.crt"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    subprocess.run([*command, *names, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    handler = Office()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    protected = {"ssl_context": context} if security == "ssl" else {"tls_context": context, "require_starttls": True}
    controller = Controller(handler, hostname="127.0.0.1", port=port, authenticator=right, auth_required=True, **protected)
    if security == "ssl":
        controller.SMTP_kwargs["auth_require_tls"] = False  # the server does not see that its whole line is one
    controller.start()
    monkeypatch.setenv("TUYENTRUYEN_SMTP_PASSWORD", SECRET)
    plain = (office / "tuyentruyen.toml").read_text("utf-8")
    table = f'\n[smtp]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "{security}"\nuser = "vhtt"\nsender = "vhtt@tamduong.example"\n'
    try:
        (office / "tuyentruyen.toml").write_text(plain + table, "utf-8")
        unknown = tuyentruyen("send", drafts, "--really", *NOW)
        assert (unknown.code, "CERTIFICATE_VERIFY_FAILED" in unknown.err, handler.taken) == (4, True, [])
        (office / "tuyentruyen.toml").write_text(f'{plain}{table}certificate = "{certificate}"\n', "utf-8")
        assert tuyentruyen("send", drafts, "--really", *NOW).code == 0
        assert len(handler.taken) == 2
    finally:
        controller.stop()
