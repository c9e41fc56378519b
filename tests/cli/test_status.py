"""``status``: who has sent what, at any moment, as a person and as a script read it."""

import datetime as dt
import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.cli.status import status_text
from tuyentruyen_cli.pipeline.status import Question, standing

pytestmark = pytest.mark.usefixtures("in_this_process")
FRIDAY = ("--now", "2021-02-05T09:00+07:00")
FRIDAY_AFTER = ("--now", "2021-02-12T09:00+07:00")
WHO = ("--who", "Nguyễn Văn A", "--reason", "mất điện")


def line_of(out: str, word: str) -> str:
    return " ".join(next(line for line in out.splitlines() if word in line).split())


def test_the_week_in_words(tuyentruyen: Any, both_weeks: Path) -> None:
    said = tuyentruyen("status", both_weeks, *FRIDAY_AFTER)
    assert said.code == 0
    assert said.out.splitlines()[:2] == [
        "Tuần 2021-W06 (từ 05/02/2021 đến 11/02/2021), tính đến 09:00 thứ Sáu 12/02/2021",
        "Hạn: 16:00 thứ Năm 11/02/2021. Đã quá hạn 17 giờ.",
    ]
    assert line_of(said.out, "Xã Thèn Sin ") == "Xã Thèn Sin 09:00 10/02/2021 ✓ đúng hạn dùng được, 1 lưu ý 2 2/2 1/2"
    assert line_of(said.out, "Xã Giang Ma ") == "Xã Giang Ma 07:30 12/02/2021 ! muộn 15 giờ 30 phút dùng được 1 1/2 1/2"
    assert line_of(said.out, "Xã Bản Bo ") == "Xã Bản Bo 14:10 11/02/2021 ✓ đúng hạn dùng được một phần, 1 lỗi 1 2/2 0/2"
    assert line_of(said.out, "Xã Khun Há ") == "Xã Khun Há – ✗ quá hạn 17 giờ chưa gửi – 1/2 1/2"
    assert "Phải gửi 14; đã nhận 13: đúng hạn 12, muộn 1, không rõ giờ 0; chưa gửi 1.\nChưa gửi: Xã Khun Há.\n" in said.out
    assert "Đã gửi lại, bản trước được thay: Xã Thèn Sin (2 bản)." in said.out
    assert "Cả đợt: đúng hạn 24/28, đúng ngay lần đầu 19/28." in said.out


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot change the time zone of a running program")
def test_a_moment_without_a_zone_is_vietnamese_time(
    tuyentruyen: Any, both_weeks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "America/New_York")
        time.tzset()
        said = tuyentruyen("status", both_weeks, "--now", "2021-02-12T09:00")
    time.tzset()
    assert said.out == tuyentruyen("status", both_weeks, *FRIDAY_AFTER).out


def test_in_english(both_weeks: Path) -> None:
    text = status_text(standing(Question(both_weeks, dt.datetime.fromisoformat(FRIDAY_AFTER[1]))), "en")
    assert "Due: 16:00 Thursday 11/02/2021. It passed 17 h ago." in text
    assert "! late by 15 h 30 min" in text


@pytest.mark.parametrize(
    ("now", "left", "received", "banbo"),
    [
        ("2021-02-04T09:29+07:00", "Còn 6 giờ 31 phút.", 3, "– chưa đến hạn"),
        ("2021-02-04T12:00+07:00", "Còn 4 giờ.", 7, "✓ đúng hạn"),
        ("2021-02-04T16:00+07:00", "Còn chưa đến 1 phút.", 12, "✓ đúng hạn"),
        ("2021-02-06T18:05+07:00", "Đã quá hạn 2 ngày 2 giờ.", 13, "✓ đúng hạn"),
    ],
)
def test_as_of_any_moment(tuyentruyen: Any, both_weeks: Path, now: str, left: str, received: int, banbo: str) -> None:
    said = tuyentruyen("status", both_weeks / "week-05", "--now", now)
    assert said.out.splitlines()[1].endswith(left)
    assert f"đã nhận {received}:" in said.out
    assert banbo in line_of(said.out, "Xã Bản Bo ")


def test_versions_as_of_a_moment(tuyentruyen: Any, both_weeks: Path) -> None:
    def versions(now: str) -> list[str]:
        document = json.loads(tuyentruyen("status", both_weeks, "--week", "5", "--json", "--now", now).out)
        unit = next(u for u in document["units"] if u["unit"] == "ban-bo")
        return [v["file"] for v in unit["versions"]]

    assert versions("2021-02-04T12:00+07:00") == ["bc_tuan5_banbo.xlsx"]
    assert versions("2021-02-05T09:00+07:00") == ["bc_tuan5_banbo.xlsx", "bc_tuan5_banbo (sua).xlsx"]


def test_what_comes_later_is_not_right_first_time_yet(tuyentruyen: Any, both_weeks: Path) -> None:
    def na_tam(now: str) -> tuple[int, int, int]:
        document = json.loads(tuyentruyen("status", both_weeks, "--week", "5", "--json", "--now", now).out)
        over = next(u for u in document["units"] if u["unit"] == "na-tam")["weeks"]
        return over["expected"], over["received"], over["right_first"]

    assert na_tam("2021-02-04T22:00+07:00") == (1, 0, 0)
    assert na_tam("2021-02-05T09:00+07:00") == (1, 1, 1)


@pytest.mark.parametrize(("week", "now"), [("week-05", FRIDAY), ("week-06", FRIDAY_AFTER)])
def test_the_counts_are_those_of_aggregate(tuyentruyen: Any, sample: Path, week: str, now: tuple[str, str]) -> None:
    aggregated = json.loads(tuyentruyen("aggregate", sample / week, "--json", *now).out)["coverage"]
    status = json.loads(tuyentruyen("status", sample / week, "--json", *now).out)["coverage"]
    assert {key: status[key] for key in aggregated} == aggregated


def test_empty_refused_and_unknown_files_are_named(tuyentruyen: Any, sample: Path) -> None:
    week = sample / "week-05"
    (week / "nung nang.xlsx").write_bytes(b"")
    with (week / "received.csv").open("a", encoding="utf-8") as received:
        received.write("nung nang.xlsx,2021-02-04T09:00:00+07:00\n")
    (week / "Na Tam - tuan 5.xlsx").write_bytes(b"%PDF-1.4 scan")
    (week / "scan001.pdf").write_bytes(b"%PDF-1.4 another scan")
    coverage = json.loads(tuyentruyen("aggregate", week, "--json", *FRIDAY).out)["coverage"]
    out = tuyentruyen("status", week, *FRIDAY).out
    assert "Có gửi nhưng không có số liệu: Xã Nùng Nàng (gửi trước hạn)." in out
    assert "Bị từ chối, chưa dùng được số nào: Xã Nà Tăm." in out
    assert "Tệp chưa rõ của đơn vị nào: scan001.pdf." in out
    status = json.loads(tuyentruyen("status", week, "--json", *FRIDAY).out)["coverage"]
    assert {key: status[key] for key in coverage} == coverage
    assert (status["empty"], status["refused"]) == (["nung-nang"], ["na-tam"])


def test_excused_and_extended_units_with_reason_and_name(tuyentruyen: Any, sample: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(sample)
    tuyentruyen("decide", "excuse", "--week", "6", "--unit", "khun-ha", *WHO, *FRIDAY_AFTER)
    extended = ("--unit", "giang-ma", "--value", "2021-02-12T08:00")
    tuyentruyen("decide", "extend", "--week", "6", *extended, *WHO, *FRIDAY_AFTER)
    out = tuyentruyen("status", *FRIDAY_AFTER).out
    assert "Phải gửi 13; đã nhận 13: đúng hạn 13, muộn 0, không rõ giờ 0; chưa gửi 0." in out
    assert line_of(out, "Xã Khun Há ") == "Xã Khun Há – – được miễn – 1/2 1/2"
    assert "Được miễn tuần này: Xã Khun Há – mất điện (Nguyễn Văn A)." in out
    assert "Gia hạn đến 08:00 thứ Sáu 12/02/2021: Xã Giang Ma – mất điện (Nguyễn Văn A)." in out


def test_a_moved_deadline_says_so(tuyentruyen: Any, sample: Path) -> None:
    with (sample / "tuyentruyen.toml").open("a", encoding="utf-8") as toml:
        toml.write('[[deadline.shifts]]\nweek = "2021-W06"\ndue = 2021-02-10T16:00:00\nreason = "Nghỉ Tết"\n')
        toml.write('[[deadline.extensions]]\nunit = "ban-hon"\nweek = "2021-W06"\ndue = 2021-02-12T16:00:00\nreason = "Lũ"\n')
    out = tuyentruyen("status", sample, *FRIDAY_AFTER).out
    assert out.splitlines()[1:3] == ["Hạn: 16:00 thứ Tư 10/02/2021. Đã quá hạn 1 ngày 17 giờ.", "Đã dời hạn: Nghỉ Tết."]
    assert "! muộn 12 phút" in line_of(out, "Thị trấn Tam Đường ")
    assert "✓ đúng hạn" in line_of(out, "Xã Bản Hon ")
    assert "Gia hạn đến 16:00 thứ Sáu 12/02/2021: Xã Bản Hon – Lũ." in out


def test_what_the_folder_holds_beside_what_was_read(tuyentruyen: Any, sample: Path) -> None:
    week = sample / "week-06"
    shutil.copyfile(week / "nung nang.xlsx", week / "mới.xlsx")
    (week / "bangiang-tuan06.ods").unlink()
    with (week / "giangma_tuan6.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    out = tuyentruyen("status", week, *FRIDAY_AFTER).out
    assert f"Tệp mới trong thư mục, chưa tổng hợp: mới.xlsx. Chạy: tuyentruyen aggregate {week}" in out
    assert "Tệp đã đổi từ lần tổng hợp trước: giangma_tuan6.csv." in out
    assert "nay không còn trong thư mục (bản gốc vẫn giữ trong store/originals): bangiang-tuan06.ods." in out


def test_a_file_that_another_took_the_name_of_is_still_a_version(tuyentruyen: Any, sample: Path) -> None:
    week = sample / "week-06"
    shutil.copyfile(week / "then sin t6 chinh sua.xlsx", week / "nung nang.xlsx")
    before = json.loads(tuyentruyen("status", week, "--json", *FRIDAY_AFTER).out)
    tuyentruyen("aggregate", week, *FRIDAY_AFTER)
    after = json.loads(tuyentruyen("status", week, "--json", *FRIDAY_AFTER).out)
    (old,) = next(u["versions"] for u in before["units"] if u["unit"] == "nung-nang")
    kept = [v for u in after["units"] for v in u["versions"] if v["sha256"] == old["sha256"]]
    assert [v["in_folder"] for v in kept] == [False]
    assert len(list((sample / "store" / "originals").glob(f"{old['sha256']}*"))) == 1


def test_fail_on(tuyentruyen: Any, both_weeks: Path) -> None:
    for condition, code in (("missing", 1), ("late", 1), ("error", 1), ("", 0)):
        assert tuyentruyen("status", both_weeks, "--fail-on", condition, *FRIDAY_AFTER).code == code
    assert tuyentruyen("status", both_weeks, "--week", "5", "--fail-on", "late", "--now", "2021-02-04T16:00+07:00").code == 0
    assert tuyentruyen("status", both_weeks, "--fail-on", "eror", *FRIDAY_AFTER).code == 2


def test_before_anything_was_aggregated(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("status", campaign, *FRIDAY)
    assert said.code == 0
    assert "Tuần 2021-W06" in said.out
    assert "Phải gửi 14; đã nhận 0" in said.out
    assert f"Tuần này chưa tổng hợp lần nào. Chạy: tuyentruyen aggregate {campaign / 'week-06'}" in said.out
    assert not (campaign / "store").exists(), "asking makes nothing"


def test_without_a_campaign_it_names_init(tuyentruyen: Any, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    said = tuyentruyen("status")
    assert said.code == 2
    assert "tuyentruyen init" in said.err


def test_a_network_share_is_warned_about(tuyentruyen: Any, both_weeks: Path, monkeypatch: Any) -> None:
    assert "ổ mạng" not in tuyentruyen("status", both_weeks, *FRIDAY_AFTER).out
    monkeypatch.setattr("tuyentruyen_cli.pipeline.status.on_network_share", lambda _: True)
    assert "Thư mục chiến dịch nằm trên ổ mạng." in tuyentruyen("status", both_weeks, *FRIDAY_AFTER).out
    assert json.loads(tuyentruyen("status", both_weeks, "--json", *FRIDAY_AFTER).out)["network_share"] is True
