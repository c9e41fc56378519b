"""Messages as Outlook saves them."""

import datetime as dt
import importlib.util
import struct
import sys
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.mail.letters import letter_of, letter_of_msg
from tuyentruyen_cli.model.mail import Left, Why

spec = importlib.util.spec_from_file_location("tests_compound", Path(__file__).with_name("compound.py"))
assert spec
assert spec.loader
made: Any = importlib.util.module_from_spec(spec)
sys.modules["tests_compound"] = made
spec.loader.exec_module(made)

HEADS = (
    "Received: from relay by mx.laichau.example; Thu, 4 Feb 2021 09:12:00 +0700\r\n"
    "Received: from xa by relay; Mon, 1 Feb 2021 00:00:00 +0700\r\n"
    "From: =?utf-8?B?WMOjIELhuqNuIEJv?= <vanhoa@banbo.example>\r\n"
    "Subject: =?utf-8?Q?B=C3=A1o_c=C3=A1o_tu=E1=BA=A7n_5?=\r\nMessage-ID: <1@banbo.example>\r\n\r\n"
)
NAME = "Biểu số liệu tuần 5 - xã Bản Bo.xlsx"
BIG, SMALL = b"PK\x03\x04" + bytes(9000), b"PK\x03\x04 nho"
DELIVERED = dt.datetime(2021, 2, 4, 3, 0, tzinfo=dt.UTC)


def storage(properties: dict[int, object], head: int, *attached: Any) -> Any:
    """A message or an attachment: texts, bytes, numbers and instants by the number of their property."""
    one = made.Storage()
    lines = b""
    for identity, value in properties.items():
        kind, payload = 0x03, value if isinstance(value, int) else 0
        if isinstance(value, dt.datetime):
            kind, payload = 0x40, int((value - dt.datetime(1601, 1, 1, tzinfo=dt.UTC)).total_seconds()) * 10_000_000
        elif isinstance(value, str | bytes):
            data = value.encode("utf-16-le") if isinstance(value, str) else value
            kind, payload = (0x1F if isinstance(value, str) else 0x102), len(data)
            one.streams[f"__substg1.0_{identity:04X}{kind:04X}"] = data
        lines += struct.pack("<HHIQ", kind, identity, 6, payload)
    one.streams["__properties_version1.0"] = bytes(head) + lines
    for number, inner in enumerate(attached):
        one.storages[f"__attach_version1.0_#{number:08X}"] = inner
    return one


def attachment(name: str, data: bytes, **more: object) -> Any:
    properties: dict[int, object] = {0x3707: name, 0x3704: "BIEUSO~1.XLS", 0x3705: 1, 0x3701: data}
    return storage(properties | {int(key[1:], 16): value for key, value in more.items()}, 8)


def msg(properties: dict[int, object], *attached: Any) -> bytes:
    data: bytes = made.compound(storage({0x001A: "IPM.Note", 0x340D: 0x40000} | properties, 32, *attached))
    return data


def test_files_large_and_small_come_out_with_sender_and_time() -> None:
    letter = letter_of_msg(
        msg({0x007D: HEADS, 0x0E06: DELIVERED, 0x1000: "Kính gửi Phòng."}, attachment(NAME, BIG), attachment("b.csv", SMALL))
    )
    assert [(one.name, one.data) for one in letter.attached] == [(NAME, BIG), ("b.csv", SMALL)]
    assert (letter.sender, letter.subject, letter.message_id) == ("vanhoa@banbo.example", "Báo cáo tuần 5", "<1@banbo.example>")
    assert letter.received_at == dt.datetime.fromisoformat("2021-02-04T09:12:00+07:00")
    assert letter.texts == ("Báo cáo tuần 5", "Kính gửi Phòng.")


def test_it_is_the_same_message_as_the_eml() -> None:
    message = EmailMessage()
    message["Message-ID"] = "<1@banbo.example>"
    message.set_content("Kính gửi Phòng.")
    message.add_attachment(SMALL, maintype="application", subtype="octet-stream", filename=NAME)
    assert letter_of(message.as_bytes()).key == letter_of_msg(msg({0x007D: HEADS}, attachment(NAME, SMALL))).key


def test_what_never_left_the_office_s_own_server() -> None:
    inside = {0x0037: "Báo cáo tuần 5", 0x5D01: "VanHoa@BanBo.example", 0x1035: "<2@x>", 0x0E06: DELIVERED}
    letter = letter_of_msg(msg(inside, attachment(NAME, SMALL)))
    assert (letter.sender, letter.subject, letter.message_id) == ("vanhoa@banbo.example", "Báo cáo tuần 5", "<2@x>")
    assert letter.received_at == DELIVERED


def test_a_draft_has_no_time() -> None:
    assert letter_of_msg(msg({0x0037: "nháp"}, attachment(NAME, SMALL))).received_at is None


def test_pictures_in_the_text_signatures_and_cards_are_left() -> None:
    html = b'<p>K\xc3\xadnh g\xe1\xbb\xadi</p><img src="cid:logo@1">'
    letter = letter_of_msg(
        msg(
            {0x007D: HEADS, 0x1013: html, 0x3FDE: 65001},
            attachment("logo.png", b"\x89PNG", x370E="image/png", x3712="logo@1"),
            attachment("Lan.vcf", b"BEGIN:VCARD"),
            attachment(NAME, SMALL),
        )
    )
    assert [one.name for one in letter.attached] == [NAME]
    assert letter.left == (Left("logo.png", Why.INLINE), Left("Lan.vcf", Why.CARD))
    assert letter.texts[1:] == ("Kính gửi",)


def test_a_message_inside_the_message() -> None:
    inner = storage({0x001A: "IPM.Note", 0x007D: HEADS}, 24, attachment(NAME, SMALL))
    outer = storage({0x3705: 5}, 8)
    outer.storages["__substg1.0_3701000D"] = inner
    letter = letter_of_msg(msg({0x0037: "Fwd", 0x5D01: "canbo@gmail.example"}, outer))
    (one,) = letter.attached
    assert (one.name, one.data, one.forwarded, one.sender) == (NAME, SMALL, True, "vanhoa@banbo.example")
    assert letter.sender == "canbo@gmail.example"


def test_a_signed_message_is_opened() -> None:
    inner = EmailMessage()
    inner.set_content("x")
    inner.add_attachment(SMALL, maintype="application", subtype="octet-stream", filename=NAME)
    inner.add_attachment(b"0\x80", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    letter = letter_of_msg(msg({0x007D: HEADS}, attachment("smime.p7m", inner.as_bytes(), x370E="multipart/signed")))
    assert [(one.name, one.data) for one in letter.attached] == [(NAME, SMALL)]
    assert letter.left == (Left("smime.p7s", Why.SIGNATURE),)


def test_a_saved_message_attached_to_another() -> None:
    message = EmailMessage()
    message["From"] = "canbo@gmail.example"
    message.set_content("x")
    message.add_attachment(
        msg({0x007D: HEADS}, attachment(NAME, SMALL)), maintype="application", subtype="vnd.ms-outlook", filename="a.msg"
    )
    message.add_attachment(b"so lieu", maintype="application", subtype="octet-stream", filename="b.msg")
    first, second = letter_of(message.as_bytes()).attached
    assert (first.name, first.data, first.forwarded, first.sender) == (NAME, SMALL, True, "vanhoa@banbo.example")
    assert (second.name, second.forwarded) == ("b.msg", False)


@pytest.mark.parametrize("cut", [1, 100, 600, 3000, 9000])
def test_a_damaged_file_is_named_not_half_read(cut: int) -> None:
    data = msg({0x007D: HEADS}, attachment(NAME, BIG))
    letter = letter_of_msg(data[:-cut])
    assert [one.data for one in letter.attached] in ([], [BIG])
    assert letter.attached or letter.left == (Left("", Why.DAMAGED),)


@pytest.mark.parametrize(
    "data", [b"", b"x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)]
)
def test_no_such_file(data: bytes) -> None:
    assert letter_of_msg(data).left == (Left("", Why.DAMAGED),)
