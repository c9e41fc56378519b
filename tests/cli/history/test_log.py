"""The log in plain words, and what shows that somebody changed it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

ISSUED = Path("reports", "2021-W06", "bao-cao-tuan-2021-W06.docx")
Run = Callable[..., Any]


def lines_of(root: Path) -> list[str]:
    return (root / "store" / "log.jsonl").read_text(encoding="utf-8").splitlines()


def rewrite(root: Path, lines: list[str]) -> None:
    (root / "store" / "log.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def without_cache(root: Path) -> None:
    """Who removes a tail can remove the cache that remembers it, too."""
    (root / "store" / "cache.sqlite").unlink()


def test_the_log_tells_what_happened(tuyentruyen: Run, issued: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(issued)
    decided = ("enter", "--week", "6", "--unit", "khun-ha", "--measure", "items", "--value", "9")
    tuyentruyen("decide", *decided, "--who", "Chị Hoa", "--reason", "gọi điện", "--now", "2021-02-18T10:00+07:00")
    said = tuyentruyen("log")
    assert said.code == 0
    told = [[*line[:24].split(), line[24:]] for line in said.out.splitlines() if line[:5].strip()]
    assert [line[-1] for line in told] == [
        "Nhận 14 tệp vào tuần 2021-W05",
        "Xuất reports/2021-W05/can-xu-ly.xlsx",
        "Nhận 14 tệp vào tuần 2021-W06",
        "Xuất reports/2021-W06/can-xu-ly.xlsx",
        "Xuất reports/2021-W06/bao-cao-tuan-2021-W06.docx",
        "Xuất reports/2021-W06/phieu-kiem-tra-2021-W06.docx",
        f"Phát hành Báo cáo số 06/BC-VHTT ngày 17/02/2021 của tuần 2021-W06: {ISSUED.as_posix()}",
        told[-1][-1],
    ]
    assert told[-1][-1].startswith("Quyết định ")
    assert told[-1][-1].endswith("Xã Khun Há, Số tin, bài = 9")
    assert told[-1][:3] == ["8", "18/02/2021", "10:00"]
    assert "gọi điện (Chị Hoa)" in said.out
    assert "ban hon bc T5.xlsx (Xã Bản Hon), nhận lúc 04/02/2021 15:55 theo received.csv" in said.out


def test_only_some_lines(tuyentruyen: Run, issued: Path) -> None:
    assert len(tuyentruyen("log", issued, "--kind", "issued").out.splitlines()) == 1
    week = tuyentruyen("log", issued, "--week", "5").out
    assert "2021-W05" in week
    assert "2021-W06" not in week
    document = json.loads(tuyentruyen("log", issued, "--kind", "output", "--kind", "issued", "--json").out)
    assert [e["kind"] for e in document["entries"]] == ["output"] * 4 + ["issued"]
    assert document["entries"][-1]["line"] == 7


def test_a_whole_log(tuyentruyen: Run, issued: Path) -> None:
    said = tuyentruyen("log", issued, "--verify")
    assert (said.code, said.out) == (0, "✓ 7 dòng nhật ký đúng như đã ghi; 1 văn bản đã phát hành khớp nhật ký.\n")


def test_no_log_yet(tuyentruyen: Run, tmp_path: Path) -> None:
    tuyentruyen("init", tmp_path / "mẫu", "--sample")
    assert tuyentruyen("log", tmp_path / "mẫu").code == 3


@pytest.mark.parametrize(
    ("tamper", "line", "why"),
    [
        (lambda lines: [lines[0].replace("15:55", "15:59"), *lines[1:]], 1, "nội dung dòng này đã bị sửa"),
        (lambda lines: [*lines[:3], lines[3].replace("can-xu-ly", "can-xu-lI"), *lines[4:]], 4, "nội dung dòng này đã bị sửa"),
        (lambda lines: [*lines[:2], *lines[3:]], 3, "dòng này không nối với dòng trước"),
        (lambda lines: [*lines[:2], lines[3], lines[2], *lines[4:]], 3, "dòng này không nối với dòng trước"),
        (lambda lines: [*lines[:2], "{}", *lines[2:]], 3, "dòng này không đọc được"),
    ],
    ids=["a time changed", "a path changed", "a line removed", "lines exchanged", "a line put in"],
)
def test_a_changed_line_is_named(
    tuyentruyen: Run, issued: Path, tamper: Callable[[list[str]], list[str]], line: int, why: str
) -> None:
    rewrite(issued, tamper(lines_of(issued)))
    without_cache(issued)
    said = tuyentruyen("log", issued, "--verify")
    assert said.code == 1
    assert said.out.startswith(f"✗ Dòng {line}: {why}")
    document = json.loads(tuyentruyen("log", issued, "--verify", "--json").out)
    assert (document["whole"], document["bad"]["line"]) == (False, line)
    shown = tuyentruyen("log", issued)
    assert shown.code == 1
    assert f"✗ Dòng {line}:" in shown.out


@pytest.mark.parametrize(
    ("left", "why"),
    [
        (6, "nhật ký không có dòng phát hành văn bản này; từ dòng 7 trở đi đã bị cắt hoặc thay"),
        (5, "văn bản ghi nhận nhật ký dài hơn; từ dòng 6 trở đi đã bị cắt"),
        (1, "văn bản ghi nhận nhật ký dài hơn; từ dòng 2 trở đi đã bị cắt"),
    ],
)
def test_an_issued_document_shows_a_removed_tail(tuyentruyen: Run, issued: Path, left: int, why: str) -> None:
    """The chain of what is left is whole, and the cache is gone: only the document knows."""
    rewrite(issued, lines_of(issued)[:left])
    without_cache(issued)
    said = tuyentruyen("log", issued, "--verify")
    assert said.code == 1
    assert f"✗ {ISSUED.as_posix()}: {why}" in said.out


def test_a_log_written_anew_is_not_the_one_that_the_document_knows(
    tuyentruyen: Run, issued: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(issued / "store")
    monkeypatch.chdir(issued)
    for week in ("week-05", "week-06"):
        tuyentruyen("aggregate", week, "--now", "2021-02-17T20:00+07:00")
    for value in ("7", "8", "9"):
        decided = ("enter", "--week", "6", "--unit", "khun-ha", "--measure", "items", "--value", value)
        assert tuyentruyen("decide", *decided, "--who", "A", "--reason", "x").code == 0
    said = tuyentruyen("log", "--verify")
    assert said.code == 1
    assert "dòng 6 của nhật ký không phải dòng mà văn bản ghi nhận; nhật ký đã bị viết lại" in said.out


def test_a_document_changed_after_it_was_issued_is_named(tuyentruyen: Run, issued: Path) -> None:
    document = docx.Document(str(issued / ISSUED))
    document.paragraphs[0].add_run("!")
    document.save(str(issued / ISSUED))
    said = tuyentruyen("log", issued, "--verify")
    assert said.code == 1
    assert "văn bản đã thay đổi sau khi phát hành (dòng 7); bản đã phát hành còn trong store/originals" in said.out
    assert "Nhật ký đúng như đã ghi, nhưng văn bản đã phát hành thì không." in said.out
    assert "lấy lại store/log.jsonl" not in said.out.lower()


def test_a_document_that_was_moved_away_is_mentioned(tuyentruyen: Run, issued: Path) -> None:
    (issued / ISSUED).unlink()
    said = tuyentruyen("log", issued, "--verify")
    assert said.code == 0
    assert "! reports/2021-W06/bao-cao-tuan-2021-W06.docx: không còn ở đây" in said.out


def test_drafts_are_not_held_against_the_log(tuyentruyen: Run, two_weeks: Path) -> None:
    tuyentruyen("render", two_weeks, "--week", "6")
    assert "0 văn bản đã phát hành khớp nhật ký" in tuyentruyen("log", two_weeks, "--verify").out
