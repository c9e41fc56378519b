"""Each bad input has its own message with the next step, the right exit code, and leaves nothing half written."""

import errno
import json
import os
import shutil
import socket
import ssl
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.texts import say

NOW = ("--now", "2021-02-05T09:00+07:00")


def test_a_folder_that_is_not_there(tuyentruyen: Any, tmp_path: Path) -> None:
    said = tuyentruyen("aggregate", tmp_path / "week-09")
    assert (said.code, said.out) == (3, "")
    assert said.err == f"Không có thư mục {tmp_path / 'week-09'}. Kiểm tra lại đường dẫn.\n"


def test_an_empty_folder(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("aggregate", campaign / "week-06")
    assert said.code == 3
    assert "không có tệp báo cáo nào" in said.err
    assert not (campaign / "store").exists()


def test_a_file_where_a_folder_is_asked_and_the_other_way_round(tuyentruyen: Any, campaign: Path) -> None:
    file = campaign / "week-05" / "then sin t5.xlsx"
    assert (
        tuyentruyen("aggregate", file).err
        == f"{file} là một tệp, không phải thư mục. Kiểm tra một tệp: tuyentruyen validate {file}\n"
    )
    said = tuyentruyen("validate", campaign / "week-05")
    assert said.code == 3
    assert "tuyentruyen aggregate" in said.err


def test_the_campaign_itself_named_as_a_week(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("aggregate", campaign)
    assert said.code == 2
    assert "week-05" in said.err


def test_a_folder_whose_name_says_no_week(tuyentruyen: Any, campaign: Path) -> None:
    (campaign / "week-05").rename(campaign / "báo cáo")
    said = tuyentruyen("aggregate", campaign / "báo cáo")
    assert said.code == 2
    assert "--week 2021-W05" in said.err
    assert tuyentruyen("aggregate", campaign / "báo cáo", "--week", "5", *NOW).code == 0


def test_render_without_a_campaign_names_init(tuyentruyen: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = tuyentruyen("render", "--to", "docx")
    assert said.code == 2
    assert "tuyentruyen init" in said.err


def test_render_before_aggregate_names_aggregate(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("render", campaign)
    assert said.code == 3
    assert "tuyentruyen aggregate" in said.err


def test_a_broken_campaign_says_every_fault_at_once(tuyentruyen: Any, campaign: Path) -> None:
    toml = campaign / "tuyentruyen.toml"
    text = toml.read_text(encoding="utf-8").replace("year =", "yaer =").replace("thứ Năm 16:00", "thứ Chín 16:00")
    toml.write_text(text, encoding="utf-8")
    said = tuyentruyen("aggregate", campaign / "week-05", "--json")
    assert said.code == 2
    assert "Có phải là year?" in said.err
    assert "deadline.rule" in said.err
    assert json.loads(said.out)["error"] == "campaign.faults"


def test_toml_that_cannot_be_parsed_names_the_line(tuyentruyen: Any, campaign: Path) -> None:
    (campaign / "tuyentruyen.toml").write_text('title = "x\n', encoding="utf-8")
    said = tuyentruyen("aggregate", campaign / "week-05")
    assert said.code == 2
    assert "1" in said.err


def test_an_unreadable_file_among_good_ones_is_a_finding(tuyentruyen: Any, campaign: Path) -> None:
    (campaign / "week-05" / "Xã Bản Bo.xlsx").write_bytes(b"PK\x03\x04 broken")
    document = json.loads(tuyentruyen("aggregate", campaign / "week-05", "--json", *NOW).out)
    finding = next(f for f in document["findings"] if f["location"]["file"] == "Xã Bản Bo.xlsx")
    assert (finding["rule"], finding["unit"]) == ("unreadable-file", "ban-bo")
    assert document["coverage"]["received"] == 4
    assert document["totals"]["items"]["value"] == 57


def test_a_campaign_inside_the_week_is_refused(tuyentruyen: Any, campaign: Path) -> None:
    inner = campaign / "week-05" / "khác"
    inner.mkdir()
    (inner / "tuyentruyen.toml").write_text("", encoding="utf-8")
    said = tuyentruyen("aggregate", campaign / "week-05")
    assert said.code == 2
    assert str(inner) in said.err


def test_a_report_changed_by_hand_is_kept_until_forced(tuyentruyen: Any, campaign: Path) -> None:
    tuyentruyen("aggregate", campaign / "week-05", *NOW)
    assert tuyentruyen("render", campaign, *NOW).code == 0
    report = campaign / "reports" / "2021-W05" / "bao-cao-tuan-2021-W05.docx"
    assert tuyentruyen("render", campaign, *NOW).code == 0, "untouched: replaced"
    report.write_bytes(report.read_bytes() + b"x")
    changed = report.read_bytes()
    said = tuyentruyen("render", campaign, *NOW)
    assert said.code == 2
    assert "--force" in said.err
    assert report.read_bytes() == changed
    assert tuyentruyen("render", campaign, "--force", *NOW).code == 0
    assert report.read_bytes() != changed


def test_a_place_that_cannot_be_written(tuyentruyen: Any, campaign: Path) -> None:
    tuyentruyen("aggregate", campaign / "week-05", *NOW)
    shutil.rmtree(campaign / "reports")
    (campaign / "reports").write_text("a file where the folder should be")
    said = tuyentruyen("render", campaign, *NOW)
    assert said.code == 2
    assert "reports" in said.err


def test_an_interrupted_run_leaves_the_old_outputs_whole(
    tuyentruyen: Any, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tuyentruyen("aggregate", campaign / "week-05", *NOW)
    tuyentruyen("render", campaign, *NOW)
    folder = campaign / "reports" / "2021-W05"
    before = {p.name: p.read_bytes() for p in folder.iterdir()}

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    (campaign / "week-05" / "Na Tam - tuan 5.xlsx").unlink()
    said = tuyentruyen("render", campaign, "--now", "2021-02-07T09:00+07:00")
    assert said.code == 130
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


def test_an_unknown_format_names_those_there_are(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("render", campaign, "--to", "odt")
    assert said.code == 2
    assert "docx" in said.err


def test_a_bug_is_reported_in_short(tuyentruyen: Any, campaign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tuyentruyen_cli.cli.aggregate as command  # noqa: PLC0415

    def broken(_: object) -> None:
        raise ZeroDivisionError("nothing to divide by")

    monkeypatch.setattr(command, "aggregate", broken)
    said = tuyentruyen("aggregate", campaign / "week-05")
    assert said.code == 70
    assert "ZeroDivisionError: nothing to divide by" in said.err
    assert "Traceback" not in said.err


def _process(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "tuyentruyen_cli.cli.main", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment}, timeout=60)


def test_output_is_utf8_under_another_code_page() -> None:
    said = _process("--help", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert said.returncode == 0
    assert "Tổng hợp báo cáo" in said.stdout.decode("utf-8")


def test_english_by_option_and_by_environment() -> None:
    assert b"Exit codes" in _process("--lang", "en", "--help").stdout
    assert b"Exit codes" in _process("--help", TUYENTRUYEN_LANG="en").stdout


def test_a_closed_pipe_is_quiet(campaign: Path) -> None:
    command = [sys.executable, "-m", "tuyentruyen_cli.cli.main", "aggregate", str(campaign / "week-05"), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait(timeout=60)
    assert process.returncode == 0


def test_a_place_that_the_system_refuses_is_told_in_words(tuyentruyen: Any, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_bytes(b"")
    said = tuyentruyen("init", tmp_path / "tệp" / "chiến dịch")
    assert said.code == 2
    assert "một phần của đường dẫn là tệp, không phải thư mục" in said.err


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "không có quyền, hoặc tệp đang mở trong chương trình khác"),
        (OSError(errno.ENOSPC, "No space left on device"), "ổ đĩa đã đầy"),
        (TimeoutError("timed out"), "hết thời gian chờ"),
        (socket.gaierror(-2, "Name or service not known"), "không tìm thấy máy chủ có tên này"),
        (ssl.SSLError(1, "wrong  version\nnumber"), "wrong version number"),
        (OSError(99999, "strange"), "strange"),
        (EOFError(), "EOFError"),
    ],
)
def test_an_error_of_the_system_in_the_reader_s_language(error: BaseException, words: str) -> None:
    assert say("store.cannot-write", "vi", path="x", reason=error).count(words) == 1
