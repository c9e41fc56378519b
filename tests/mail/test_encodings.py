"""Vietnamese subjects and names of files in every way in which mail writes letters, right and wrong."""

import base64
import quopri
import unicodedata
from collections.abc import Callable
from email import message_from_bytes
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuyentruyen_cli.mail.heads import addresses, file_name, head, received_at
from tuyentruyen_cli.mail.letters import letter_of
from tuyentruyen_cli.vi.charsets import text_of
from tuyentruyen_cli.vi.file_names import safe_name

SENTENCE = "Báo cáo tuần 05 của Ủy ban nhân dân xã Tả Lèng, đợt Tết Nguyên đán Tân Sửu"
NAME = "Biểu số liệu tuần 5 - xã Thèn Sin (sửa).xlsx"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """As Windows writes it: a letter with its hat in one byte, its tone in the next."""
    out = ""
    for letter in unicodedata.normalize("NFC", text):
        marks = unicodedata.normalize("NFD", letter)
        tones = "".join(m for m in marks if m in TONES)
        out += unicodedata.normalize("NFC", "".join(m for m in marks if m not in TONES)) + tones
    return out.encode("cp1258")


def tcvn3(text: str) -> bytes:
    """As the ABC fonts write it, which have no capitals with tones."""
    table = {text_of(bytes([byte]), "tcvn"): byte for byte in range(0xA1, 0xFF)}
    return bytes(ord(c) if c.isascii() else table[c] for c in text)


def viscii(text: str) -> bytes:
    table = {text_of(bytes([byte]), "viscii"): byte for byte in (*range(0x80, 0x100), 2, 5, 6, 0x14, 0x19, 0x1E)}
    return bytes(ord(c) if c.isascii() else table[c] for c in text)


UTF8: Callable[[str], bytes] = str.encode
SETS = [
    ("utf-8", UTF8),
    ("UTF8", UTF8),
    ("windows-1258", windows_1258),
    ("cp1258", windows_1258),
    ("viscii", viscii),
    ("x-viscii", viscii),
    ("tcvn", tcvn3),
    ("x-viet-tcvn5712", tcvn3),
    ("utf-16", lambda text: text.encode("utf-16")),
    # Labels that say nothing, or something wrong.
    ("iso-8859-1", UTF8),
    ("us-ascii", UTF8),
    ("unknown-8bit", UTF8),
    ("iso-8859-1", windows_1258),
    ("windows-1252", tcvn3),
    ("không-có", UTF8),
]
LOW = "báo cáo tuần 05 của uỷ ban nhân dân xã tả lèng"


def b_word(charset: str, data: bytes) -> str:
    return f"=?{charset}?B?{base64.b64encode(data).decode()}?="


def q_word(charset: str, data: bytes) -> str:
    coded = quopri.encodestring(data, header=True).decode().replace("=\n", "").replace("?", "=3F")
    return f"=?{charset}?q?{coded}?="


def subject_of(raw: bytes) -> str:
    return head(message_from_bytes(b"Subject: " + raw + b"\r\n\r\n"), "Subject")


def name_of(raw: bytes, header: bytes = b"Content-Disposition: attachment; ") -> str:
    return file_name(message_from_bytes(header + raw + b"\r\n\r\n"))


@pytest.mark.parametrize("word", [b_word, q_word])
@pytest.mark.parametrize(("charset", "encode"), SETS)
def test_rfc_2047(charset: str, encode: Callable[[str], bytes], word: Callable[[str, bytes], str]) -> None:
    if not charset.isascii():
        charset = "x-khong-co"
    assert subject_of(word(charset, encode(LOW)).encode()) == LOW


@pytest.mark.parametrize("encode", [UTF8, windows_1258, tcvn3])
def test_bytes_that_no_rule_allows(encode: Callable[[str], bytes]) -> None:
    assert subject_of(encode(LOW)) == LOW
    assert name_of(b'filename="' + encode("số liệu tuần 5.xlsx") + b'"') == "số liệu tuần 5.xlsx"


def test_words_are_joined_as_the_rule_says() -> None:
    first, second = SENTENCE[:20], SENTENCE[20:]
    folded = f"{b_word('utf-8', first.encode())}\r\n {q_word('utf-8', second.encode())}"
    assert subject_of(folded.encode()) == SENTENCE
    assert subject_of(f"Fwd: {b_word('utf-8', b'a')} b {b_word('utf-8', b'c')}".encode()) == "Fwd: a b c"
    assert (
        subject_of(f"{b_word('utf-8', 'tuần '.encode())} {b_word('windows-1258', windows_1258('năm'))}".encode()) == "tuần năm"
    )


def test_a_letter_cut_in_two_between_words() -> None:
    data = SENTENCE.encode()
    for cut in range(1, 40):
        assert subject_of(f"{b_word('utf-8', data[:cut])}\r\n {b_word('utf-8', data[cut:])}".encode()) == SENTENCE


def test_a_language_behind_the_character_set() -> None:
    assert subject_of(b_word("utf-8*vi", SENTENCE.encode()).encode()) == SENTENCE


def test_letters_in_parts_become_whole() -> None:
    assert subject_of(b_word("utf-8", unicodedata.normalize("NFD", SENTENCE).encode()).encode()) == SENTENCE


@pytest.mark.parametrize(
    ("charset", "encode"),
    [("utf-8", UTF8), ("UTF-8", UTF8), ("windows-1258", windows_1258), ("viscii", viscii), ("iso-8859-1", UTF8)],
)
def test_rfc_2231(charset: str, encode: Callable[[str], bytes]) -> None:
    whole = quote(encode(NAME), safe="")
    assert name_of(f"filename*={charset}''{whole}".encode()) == NAME
    assert name_of(f"filename*={charset}'vi'{whole}".encode()) == NAME
    data = encode(NAME)
    pieces = [quote(data[:8], safe=""), quote(data[8:20], safe=""), quote(data[20:], safe="")]  # a letter may be cut in two
    lines = f"filename*0*={charset}''{pieces[0]};\r\n filename*1*={pieces[1]};\r\n filename*2*={pieces[2]}"
    assert name_of(lines.encode()) == NAME


def test_names_as_programs_write_them_against_the_rule() -> None:
    assert name_of(f'filename="{b_word("utf-8", NAME.encode())}"'.encode()) == NAME  # Outlook
    half = len(NAME) // 2
    words = f"{b_word('utf-8', NAME[:half].encode())}\r\n {b_word('utf-8', NAME[half:].encode())}"
    assert name_of(f'filename="{words}"'.encode()) == NAME
    assert name_of(f"filename={q_word('utf-8', NAME.encode())}".encode()) == NAME  # without quotes
    assert name_of(f'name="{b_word("utf-8", NAME.encode())}"'.encode(), b"Content-Type: application/octet-stream; ") == NAME
    both = f"filename=\"Bieu so lieu.xlsx\"; filename*=utf-8''{quote(NAME)}"
    assert name_of(both.encode()) == NAME, "what is for programs that know no better is not preferred"


def test_an_address_in_the_name_is_none() -> None:
    trick = b_word("utf-8", b'"ban-bo" <vanhoa@banbo.example>')
    message = message_from_bytes(f"From: {trick} <La@Gmail.example>\r\n\r\n".encode())
    assert addresses(message, "From") == ("la@gmail.example",)


@pytest.mark.parametrize(
    ("line", "instant"),
    [
        ("from a by b; Thu, 04 Feb 2021 09:12:00 +0700 (ICT)", "2021-02-04T09:12:00+07:00"),
        ("from a by b;\r\n\tThu, 4 Feb 2021 02:12:00 GMT", "2021-02-04T02:12:00+00:00"),
        ("from a by b (x;y)", None),
        ("from a by b; Thu, 04 Feb 2021 09:12:00 -0000", None),
        ("from a by b; 04/02/2021 09:12", None),
        ("from a by b; Thu, 99 Feb 2021 09:12:00 +0700", None),
    ],
)
def test_the_time_of_the_last_server(line: str, instant: str | None) -> None:
    older = "Received: from x by y; Mon, 01 Feb 2021 00:00:00 +0700"
    message = message_from_bytes(f"Received: {line}\r\n{older}\r\nDate: Tue, 02 Feb 2021 00:00:00 +0700\r\n\r\n".encode())
    found = received_at(message)
    assert (found.isoformat() if found else None) == instant


def test_bodies_in_every_set() -> None:
    for charset, encode in SETS:
        named = charset if charset.isascii() else "x-khong-co"
        coded = base64.b64encode(encode(LOW))
        data = f'Content-Type: text/plain; charset="{named}"\r\nContent-Transfer-Encoding: base64\r\n\r\n'.encode() + coded
        assert letter_of(data).texts == ("", LOW), charset


@given(
    st.binary(max_size=300),
    st.sampled_from(["", "utf-8", "utf-7", "idna", "punycode", "hex", "rot13", "undefined", "tcvn", "x\0"]),
)
def test_nothing_fails_for_a_label(data: bytes, charset: str) -> None:
    text = text_of(data, charset)
    assert text == unicodedata.normalize("NFC", text)
    text.encode()  # nothing that no file and no screen could hold


@given(st.binary(max_size=400))
def test_no_bytes_are_too_hostile_for_a_message(data: bytes) -> None:
    letter_of(data)
    letter_of(b'Content-Type: multipart/mixed; boundary="a"\r\nSubject: ' + data + b"\r\n\r\n--a\r\n" + data)
    letter_of(b"Content-Type: application/ms-tnef\r\n\r\n\x78\x9f\x3e\x22\x00\x00" + data)


@given(st.text(max_size=400))
def test_every_name_is_one_name_on_every_system(name: str) -> None:
    kept = "".join(safe_name(name))
    assert kept.strip(" .") == kept != ""
    assert len(kept.encode()) <= 160
    assert not set(kept) & set('<>:"/\\|?*\n\r\t\0')
    assert kept.isprintable() or all(unicodedata.category(c) in {"Zs", "Co", "Cn"} for c in kept if not c.isprintable())
    assert kept.casefold().partition(".")[0].rstrip() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
