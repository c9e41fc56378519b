"""Files inside winmail.dat, as Outlook wraps them and as damage leaves them."""

import struct
from email.message import EmailMessage

import pytest

from tuyentruyen_cli.mail.letters import letter_of
from tuyentruyen_cli.mail.winmail import WinmailError, WinmailFile, files_of
from tuyentruyen_cli.model.mail import Left, Why

NAME = "Biểu số liệu tuần 5 - xã Thèn Sin.xlsx"
CONTENT = b"PK\x03\x04" + bytes(range(256))


def attribute(level: int, identity: int, value: bytes) -> bytes:
    return struct.pack("<BII", level, identity, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)


def padded(value: bytes) -> bytes:
    return struct.pack("<I", len(value)) + value + b"\0" * (-len(value) % 4)


def properties(*ones: bytes) -> bytes:
    return struct.pack("<I", len(ones)) + b"".join(ones)


def wrapped(*files: bytes) -> bytes:
    head = struct.pack("<IH", 0x223E9F78, 1)
    return (
        head
        + attribute(1, 0x00089006, struct.pack("<I", 0x10000))
        + attribute(1, 0x00018004, b"B\xe1o c\xe1o\0")
        + b"".join(files)
    )


def wrapped_file(short: bytes = b"BIEUSO~1.XLS", name: str = NAME, data: bytes = CONTENT) -> bytes:
    long_name = struct.pack("<HH", 0x1F, 0x3707) + struct.pack("<I", 1) + padded(name.encode("utf-16-le") + b"\0\0")
    named = struct.pack("<HH", 0x1F, 0x8001) + b"\x11" * 16 + struct.pack("<I", 1) + padded("tên".encode("utf-16-le"))
    named += struct.pack("<I", 1) + padded("x".encode("utf-16-le"))
    numbered = struct.pack("<HH", 0x03, 0x8002) + b"\x11" * 16 + struct.pack("<II", 0, 7) + struct.pack("<I", 5)
    many = struct.pack("<HH", 0x1003, 0x6001) + struct.pack("<III", 2, 1, 2)
    number = struct.pack("<HH", 0x03, 0x3705) + struct.pack("<I", 1)
    time = struct.pack("<HH", 0x40, 0x3008) + b"\0" * 8
    return (
        attribute(2, 0x00069002, b"\x01\0" + b"\0" * 12)
        + attribute(2, 0x00018010, short + b"\0")
        + attribute(2, 0x0006800F, data)
        + attribute(2, 0x00069005, properties(number, named, numbered, many, time, long_name))
    )


def test_files_come_out_under_their_long_names() -> None:
    second = attribute(2, 0x00069002, b"\0" * 14) + attribute(2, 0x00018010, b"b.csv\0") + attribute(2, 0x0006800F, b"1;2")
    assert files_of(wrapped(wrapped_file(), second)) == (WinmailFile(NAME, CONTENT), WinmailFile("b.csv", b"1;2"))


def test_a_wrapping_without_files_has_none() -> None:
    assert files_of(wrapped()) == ()


def mailed(data: bytes) -> bytes:
    message = EmailMessage()
    message["Message-ID"] = "<1@x>"
    message.set_content("Kính gửi")
    message.add_attachment(data, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    return message.as_bytes()


def test_a_message_brings_what_is_inside() -> None:
    letter = letter_of(mailed(wrapped(wrapped_file())))
    assert [(one.name, one.data) for one in letter.attached] == [(NAME, CONTENT)]
    assert letter.left == ()


@pytest.mark.parametrize("cut", range(1, 700, 7))
def test_what_is_cut_off_is_damaged_or_whole_never_half(cut: int) -> None:
    data = wrapped(wrapped_file())
    try:
        found = files_of(data[:-cut])
    except WinmailError:
        return
    assert all(one.data in {CONTENT, b""} for one in found)


@pytest.mark.parametrize("at", range(6, 700, 11))
def test_a_flipped_bit_is_noticed(at: int) -> None:
    data = bytearray(wrapped(wrapped_file()))
    if at >= len(data):
        return
    data[at] ^= 0x10
    try:
        found = files_of(bytes(data))
    except WinmailError:
        return
    assert all(one.data in {CONTENT, b""} for one in found), "a changed file fails its checksum"


def test_a_damaged_one_is_named() -> None:
    letter = letter_of(mailed(b"\x78\x9f\x3e\x22\x01\x00rubbish-that-is-no-attribute"))
    assert letter.attached == ()
    assert letter.left == (Left("winmail.dat", Why.WINMAIL),)
