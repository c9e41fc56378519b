"""``aggregate``: the summary that an officer reads, the JSON that scripts rely on, the exit codes."""

import json
from pathlib import Path
from typing import Any

NOW = ("--now", "2021-02-05T09:00+07:00")


def line_of(out: str, word: str) -> str:
    return " ".join(next(line for line in out.splitlines() if word in line).split())


def test_the_summary_shows_each_unit_with_its_figures_and_when_it_sent(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("aggregate", campaign / "week-05", *NOW)
    assert said.code == 0
    assert line_of(said.out, "Xã Thèn Sin") == "Xã Thèn Sin 24 49 33 2.720 ✓ đúng hạn"
    assert line_of(said.out, "Xã Bản Hon") == "Xã Bản Hon 20 49 ≥ 27 (còn 1 ô) ≥ 620 (còn 1 ô) ✓ đúng hạn 2 lỗi"
    assert line_of(said.out, "Xã Nà Tăm") == "Xã Nà Tăm 13 34 28 2.310 ! muộn"
    assert line_of(said.out, "Xã Bản Bo") == "Xã Bản Bo – – – – ✗ chưa gửi"


def test_totals_carry_their_coverage_and_name_who_is_out(tuyentruyen: Any, campaign: Path) -> None:
    out = tuyentruyen("aggregate", campaign / "week-05", *NOW).out
    assert line_of(out, "Tổng cộng") == "Tổng cộng 57 132 61 5.030 3/14"
    assert "3/14 3/14 2/14 2/14" in " ".join(out.split())
    assert line_of(out, "Tổng “Số lượt phát sóng” chưa có").endswith("Đài Truyền thanh - Truyền hình huyện Tam Đường.")


def test_faults_stand_under_their_file_with_the_cell_and_what_to_type(tuyentruyen: Any, campaign: Path) -> None:
    out = tuyentruyen("aggregate", campaign / "week-05", *NOW).out
    assert (
        "ban hon bc T5.xlsx (Xã Bản Hon)\n"
        "  ✗ LỖI Sheet1!F11: Ước số lượt người nghe phải là số nguyên, ô này là “1.2”. [fraction-in-count]\n"
        "      → Nếu là 1200 thì gõ 1200: Excel đã hiểu dấu chấm là dấu thập phân.\n"
        "  ✗ LỖI Sheet1!E12: Số lượt phát sóng: “20-30 lượt” là một khoảng, không phải một số. [range]\n"
        "      → Ghi một số, không ghi khoảng.\n"
    ) in out


def test_json_is_the_contract_and_nothing_else(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("aggregate", campaign / "week-05", "--json", *NOW)
    document = json.loads(said.out)
    assert (document["format"], document["version"]) == ("tuyentruyen/report", 1)
    assert document["period"] == {
        "id": "2021-W05",
        "start": "2021-01-29",
        "end": "2021-02-04",
        "deadline": "2021-02-04T16:00:00+07:00",
    }
    coverage = document["coverage"]
    assert {k: coverage[k] for k in ("expected", "received", "on_time", "late", "unknown")} == {
        "expected": 14, "received": 3, "on_time": 2, "late": 1, "unknown": 0,
    }  # fmt: skip
    ban_hon = next(u for u in document["units"] if u["unit"] == "ban-hon")
    assert ban_hon["values"]["listeners"] is None
    assert ban_hon["known"]["listeners"] == {"value": 620, "open": 1}
    assert document["totals"]["items"]["value"] == 57
    assert sum(c["values"]["items"]["value"] for c in document["channels"]) == 57


def test_every_channel_adds_up_to_the_total(tuyentruyen: Any, campaign: Path) -> None:
    document = json.loads(tuyentruyen("aggregate", campaign / "week-05", "--json", *NOW).out)
    for measure, total in document["totals"].items():
        for split in ("channels", "topics", "origin"):
            parts = [row["values"][measure]["value"] for row in document[split] if measure in row["values"]]
            assert sum(parts) == (total["value"] or 0), (measure, split)


def test_fail_on_ends_with_one_only_for_what_it_names(tuyentruyen: Any, campaign: Path) -> None:
    week = campaign / "week-05"
    assert tuyentruyen("aggregate", week, "--fail-on", "error", *NOW).code == 1
    assert tuyentruyen("aggregate", week, "--fail-on", "missing", *NOW).code == 1
    assert tuyentruyen("aggregate", week, "--fail-on", "late", *NOW).code == 1
    (week / "ban hon bc T5.xlsx").unlink()
    assert tuyentruyen("aggregate", week, "--fail-on", "error", *NOW).code == 0
    said = tuyentruyen("aggregate", week, "--fail-on", "eror", *NOW)
    assert said.code == 2
    assert "error, missing, late" in said.err


def test_the_same_folder_again_gives_the_same_figures_and_no_second_receipt(tuyentruyen: Any, campaign: Path) -> None:
    first = json.loads(tuyentruyen("aggregate", campaign / "week-05", "--json", *NOW).out)
    log = (campaign / "store" / "log.jsonl").read_bytes()
    second = json.loads(tuyentruyen("aggregate", campaign / "week-05", "--json", "--now", "2021-02-06T09:00+07:00").out)
    assert first == second
    assert (campaign / "store" / "log.jsonl").read_bytes() == log


def test_first_seen_before_the_deadline_proves_on_time(tuyentruyen: Any, campaign: Path) -> None:
    (campaign / "week-05" / "received.csv").unlink()
    tuyentruyen("aggregate", campaign / "week-05", "--now", "2021-02-04T15:59+07:00")
    later = json.loads(tuyentruyen("aggregate", campaign / "week-05", "--json", *NOW).out)
    assert (later["coverage"]["on_time"], later["coverage"]["unknown"]) == (3, 0)


def test_without_a_campaign_units_come_from_the_files_and_nothing_is_remembered(
    tuyentruyen: Any, campaign: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "khác"
    (campaign / "week-05").rename(folder)
    document = json.loads(tuyentruyen("aggregate", folder, "--json").out)
    assert document["coverage"]["expected"] is None
    assert document["period"]["id"] == "2021-W05"
    assert sorted(u["unit"] for u in document["units"]) == ["ban-hon", "na-tam", "then-sin"]
    assert sorted(p.name for p in folder.iterdir()) == [
        "Na Tam - tuan 5.xlsx",
        "ban hon bc T5.xlsx",
        "received.csv",
        "then sin t5.xlsx",
    ]
