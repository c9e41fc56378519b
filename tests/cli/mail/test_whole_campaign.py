"""The sample's month by commands alone: request and forms out, a mailbox in, work list, reports, reminders, replies."""

import csv
import email
import importlib.util
import json
import socket
import sys
from collections.abc import Iterator
from email import policy
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from aiosmtpd.controller import Controller

from tuyentruyen_cli.store.received_csv import read_received

spec = importlib.util.spec_from_file_location("tests_dovecot", Path(__file__).with_name("dovecot.py"))
assert spec
assert spec.loader
dovecot = sys.modules["tests_dovecot"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(dovecot)

pytestmark = pytest.mark.skipif(bool(dovecot.why_not()), reason=dovecot.why_not() or "none")
SAMPLE = Path(__file__).parents[3] / "sample_data" / "tam-duong-2021"
WEEKS = {
    "week-05": "2021-02-05T09:00+07:00",
    "week-06": "2021-02-17T09:00+07:00",
    "week-07": "2021-02-22T11:00+07:00",
    "week-08": "2021-02-26T09:00+07:00",
}
ASKED = ("items", "duration", "broadcasts", "listeners")
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


class Postbox:
    """A server that takes everything."""

    def __init__(self) -> None:
        self.taken: list[tuple[list[str], Any]] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.taken.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=policy.default)))
        return "250 OK"


@pytest.fixture
def postbox() -> Iterator[tuple[Postbox, int]]:
    handler = Postbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    yield handler, port
    controller.stop()


@pytest.fixture
def imap() -> Iterator[Any]:
    with dovecot.running(tls=True) as server:
        yield server


@pytest.fixture
def campaign(office: Path, imap: Any, postbox: tuple[Postbox, int], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample campaign, an address for each unit, a mailbox and a way out."""
    monkeypatch.setenv("TUYENTRUYEN_MAILBOX_PASSWORD", dovecot.SECRET)
    rows = list(csv.reader((SAMPLE / "units.csv").read_text("utf-8").splitlines()))
    with (office / "units.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[*rows[0], "addresses"], *([*row, address(row[0])] for row in rows[1:])])
    with (office / "tuyentruyen.toml").open("a", encoding="utf-8") as file:
        file.write(
            f'\n[mailbox]\nhost = "127.0.0.1"\nport = {imap.port}\nsecurity = "none"\nuser = "{dovecot.USER}"\n'
            f'\n[smtp]\nhost = "127.0.0.1"\nport = {postbox[1]}\nsecurity = "none"\nsender = "vhtt@tamduong.example"\n'
        )
    return office


def address(unit: str) -> str:
    return f"{unit}@tamduong.example"


def arrived(imap: Any, mail: Any, expected: dict[str, Any], week: str) -> None:
    """Every file of a week in a message of its unit, at the time that the office noted."""
    unit_of = {s["file"].partition("/")[0]: s["unit"] for s in expected["submissions"]}
    with imap.open() as box:
        for receipt in read_received(SAMPLE / week, HANOI)[0]:
            file = (receipt.file, (SAMPLE / week / receipt.file).read_bytes())
            message = mail(address(unit_of[receipt.file]), "Gửi Phòng", file, identity="")
            box.append(message.as_bytes(), "INBOX", dt=receipt.received_at)


def settled(path: Path) -> int:
    """Fill a work list in as a person does who was told a number for everything; how many rows there were."""
    book = openpyxl.load_workbook(path)
    sheet = book["Cần xử lý"]
    rows = [row for row in sheet.iter_rows(min_row=5) if row[0].value]
    for row in rows:
        proposals = str(row[6].value or "").split("\n")
        row[7].value, row[8].value, row[9].value = proposals[0] or "7", "gọi điện", "Lan"
    book.save(path)
    return len(rows)


def test_the_month(
    tuyentruyen: Any, campaign: Path, imap: Any, mail: Any, postbox: tuple[Postbox, int], tmp_path: Path
) -> None:
    taken = postbox[0].taken

    def run(*arguments: Any, now: str, code: int = 0) -> Any:
        said = tuyentruyen(*arguments, "--now", now)
        assert said.code == code, (arguments, said.err)
        return said

    start = "2021-02-01T09:00+07:00"
    run("render", campaign, "--kind", "yeu-cau", "--bundle", "folder", now=start)
    run("send", campaign, "--kind", "yeu-cau", "--really", now=start)
    assert len(taken) == 14
    names = {a.get_filename() for _, message in taken for a in message.iter_attachments()}
    assert {"cong-van-yeu-cau.docx", "bieu-bao-cao-2021-W05-thi-tran-tam-duong.xlsx"} <= names

    plain = tmp_path / "mẫu"
    tuyentruyen("init", plain, "--sample")
    for week, now in WEEKS.items():
        expected = json.loads(run("aggregate", plain / week, "--json", now=now).out)
        arrived(imap, mail, expected, week)
        run("collect", "--campaign", campaign, now=now)
        found = json.loads(run("aggregate", campaign / week, "--json", now=now).out)
        assert found["totals"] == expected["totals"], week

        before = len(taken)
        missing = json.loads(run("remind", campaign / week, "--json", now=now).out)["reminders"]
        if missing:
            run("send", campaign / week, "--kind", "nhac", "--really", now=now)
        returned = json.loads(run("return", campaign / week, "--json", now=now).out)["returns"]
        if returned:
            run("send", campaign / week, "--kind", "tra-lai", "--really", now=now)
        told = [*[one["unit"] for one in missing], *[one["unit"] for one in returned]]
        assert sorted(to for (to,), _ in taken[before:]) == sorted(map(address, told))

        listed = campaign / "reports" / found["period"]["id"] / "can-xu-ly.xlsx"
        open_questions = settled(listed) if listed.exists() else 0
        final = json.loads(run("aggregate", campaign / week, "--json", now=now).out)
        assert not open_questions or {m: final["totals"][m]["units"] for m in ASKED} == dict.fromkeys(ASKED, 14), week
        run("render", campaign / week, "--to", "docx", now=now)
        run("issue", campaign, "--week", week[-1], "--number", week[-2:], "--date", now[:10], now=now)
    run("render", campaign, "--month", "2021-02", now="2021-03-01T09:00+07:00")
    run("verify", campaign / "reports" / "2021-W08" / "bao-cao-tuan-2021-W08.docx", now="2021-03-01T09:00+07:00")
    run("log", campaign, "--verify", now="2021-03-01T09:00+07:00")
