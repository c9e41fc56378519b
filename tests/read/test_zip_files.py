"""Archives of reports: each file inside is read as if it had come alone."""

import io
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tuyentruyen_cli.model.sheet import Reading
from tuyentruyen_cli.read.file import open_bytes, open_file

Pack = Callable[[Mapping[str, bytes]], bytes]
Parts = Callable[..., dict[str, bytes]]
CSV = "Kênh,Số tin\nLoa,12\n".encode()


def inside(data: bytes, name: str = "tuần 5.zip") -> dict[str, Reading]:
    return {reading.file: reading for reading in open_bytes(data, name).readings}


def refusal(reading: Reading) -> str:
    (finding,) = reading.findings
    return f"{finding.rule} {finding.argument('reason') or finding.argument('content') or ''}".strip()


def renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    """The archive with the bytes of a name replaced by others of the same length, without a mark that they are UTF-8."""
    assert len(old) == len(new)
    return data.replace(old, new)


def test_each_file_is_read(parts: Parts, pack: Pack) -> None:
    workbook = pack(parts('<row r="1"><c r="A1"><v>12</v></c></row>'))
    opened = open_bytes(pack({"Bản Bo.xlsx": workbook, "sub/na tam.csv": CSV}), "tuần 5.zip")
    assert (opened.content, len(opened.sha256)) == ("zip", 64)
    found = {reading.file: reading for reading in opened.readings}
    assert list(found) == ["tuần 5.zip/Bản Bo.xlsx", "tuần 5.zip/sub/na tam.csv"]
    first = found["tuần 5.zip/Bản Bo.xlsx"]
    assert (first.content, first.sheets[0].file, first.sheets[0].cells[0].raw) == ("xlsx", "tuần 5.zip/Bản Bo.xlsx", 12)
    assert first.sha256 not in {opened.sha256, found["tuần 5.zip/sub/na tam.csv"].sha256}


def test_a_file_alone_is_itself(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(CSV)
    opened = open_file(tmp_path / "a.csv", "a.csv")
    (reading,) = opened.readings
    assert (opened.sha256, opened.content, reading.file) == (reading.sha256, "csv", "a.csv")
    (missing,) = open_file(tmp_path / "b.csv", "b.csv").readings
    assert refusal(missing) == "unreadable-file os-error"


def test_what_is_refused_is_refused_alone(pack: Pack) -> None:
    found = inside(pack({"a.csv": CSV, "b.zip": pack({"c.csv": CSV}), "c.pdf": b"%PDF-1.7", "d.xlsx": b""}))
    assert {name.rpartition("/")[2]: refusal(r) if r.findings else "" for name, r in found.items()} == {
        "a.csv": "",
        "b.zip": "unsupported-file zip",
        "c.pdf": "unsupported-file pdf",
        "d.xlsx": "unreadable-file zero-bytes",
    }


def test_a_member_with_a_password(pack: Pack) -> None:
    data = bytearray(pack({"a.csv": CSV, "b.csv": CSV}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    found = inside(bytes(data))
    assert refusal(found["tuần 5.zip/a.csv"]) == "encrypted-file"
    assert found["tuần 5.zip/b.csv"].findings == ()


def test_a_damaged_member(pack: Pack) -> None:
    data = bytearray(pack({"a.csv": CSV, "b.csv": CSV}))
    data[data.index(b"PK\x01\x02") + 16] ^= 1
    found = inside(bytes(data))
    assert refusal(found["tuần 5.zip/a.csv"]) == "unreadable-file damaged"
    assert found["tuần 5.zip/b.csv"].findings == ()


def test_caps_count_over_all_members(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuyentruyen_cli.read.archive.MAX_INFLATED", 2 * len(CSV))
    found = inside(pack({"a.csv": CSV, "b.csv": CSV, "c.csv": CSV}))
    assert [refusal(r) if r.findings else "" for r in found.values()] == ["", "", "unsafe-file inflated"]
    monkeypatch.setattr("tuyentruyen_cli.read.zip_files.MAX_SIZE", len(CSV) - 1)
    assert refusal(inside(pack({"a.csv": CSV}))["tuần 5.zip/a.csv"]) == "unsafe-file too-large"


def test_too_many_members(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuyentruyen_cli.read.archive.MAX_ENTRIES", 1)
    assert refusal(inside(pack({"a.csv": CSV, "b.csv": CSV}))["tuần 5.zip"]) == "unsafe-file too-many-entries"


def test_an_archive_without_files(pack: Pack) -> None:
    assert refusal(inside(pack({}))["tuần 5.zip"]) == "unreadable-file no-members"
    assert refusal(inside(pack({"units.csv": CSV}))["tuần 5.zip"]) == "unreadable-file no-members"


def test_what_programs_leave_behind(pack: Pack) -> None:
    found = inside(pack({"a.csv": CSV, "__MACOSX/._a.csv": b"x", "~$a.docx": b"x", "Thumbs.db": b"x", "received.csv": CSV}))
    assert {name: refusal(r) for name, r in found.items() if r.findings} == {
        "tuần 5.zip/__MACOSX/._a.csv": "set-aside-file",
        "tuần 5.zip/~$a.docx": "set-aside-file",
        "tuần 5.zip/Thumbs.db": "set-aside-file",
    }
    assert "tuần 5.zip/received.csv" not in found


@pytest.mark.parametrize(
    ("member", "label"),
    [
        ("../../etc/bo.csv", "etc/bo.csv"),
        ("/etc/bo.csv", "etc/bo.csv"),
        ("C:\\bc\\bo.csv", "bc/bo.csv"),
        ("bc/./bo.csv", "bc/bo.csv"),
        ("bo\x1b[31m.csv", "bo .csv"),
        ("bo\u202ecsv.exe", "bocsv.exe"),
        ("Ba\u0309n Bo.csv", "Bản Bo.csv"),
        ("..", "?"),
    ],
)
def test_a_name_is_only_a_label(member: str, label: str, pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert list(inside(pack({member: CSV}))) == [f"tuần 5.zip/{label}"]
    assert list(tmp_path.iterdir()) == []


def test_two_members_of_one_label(pack: Pack) -> None:
    assert list(inside(pack({"bo.csv": CSV, "../bo.csv": CSV, "bo": CSV, "../bo": CSV}))) == [
        "tuần 5.zip/bo",
        "tuần 5.zip/bo (2)",
        "tuần 5.zip/bo (2).csv",
        "tuần 5.zip/bo.csv",
    ]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Bản Bo".encode(), "Bản Bo"),
        (unicodedata.normalize("NFD", "Bản Bo").encode(), "Bản Bo"),
        ("Ba\u0309n Bo".encode("cp1258"), "Bản Bo"),
        ("Đơn vị".encode(), "Đơn vị"),
        (b"ban bo", "ban bo"),
        (b"b\x9dn bo", "b¥n bo"),
    ],
)
def test_names_as_old_programs_write_them(raw: bytes, name: str, pack: Pack) -> None:
    data = renamed(pack({"x" * len(raw) + ".csv": CSV}), b"x" * len(raw), raw)
    assert list(inside(data)) == [f"tuần 5.zip/{name}.csv"]


def test_an_office_document_is_no_archive_of_files(pack: Pack) -> None:
    assert (
        refusal(inside(pack({"mimetype": b"application/vnd.oasis.opendocument.text"}))["tuần 5.zip"]) == "unsupported-file odt"
    )


def test_the_names_python_writes_are_marked(pack: Pack) -> None:
    with zipfile.ZipFile(io.BytesIO(pack({"Bản Bo.csv": CSV}))) as archive:
        assert archive.infolist()[0].flag_bits & 0x800
