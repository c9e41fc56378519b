"""Weeks beside weeks, as a clerk sees them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

MARCH = "2021-03-01T09:00+07:00"

WEEK_06 = """\
Tuần 2021-W06 so với tuần 2021-W05

Chỉ tiêu                  2021-W06   2021-W05   Tăng, giảm        %      Đơn vị có số liệu
──────────────────────────────────────────────────────────────────────────────────────────
Tin, bài                       297        304           -7    -2,3%   13/14 so với 13/14 *
Thời lượng (phút)              838      896,5        -58,5    -6,5%   13/14 so với 12/14 *
Lượt phát                      598        617          -19    -3,1%   11/14 so với 12/14 *
Người nghe (lượt người)     30.190     35.950       -5.760   -16,0%   12/14 so với 12/14 *
* Không cùng các đơn vị. So trên những đơn vị có đủ số liệu ở cả hai bên:

Chỉ tiêu                  2021-W06   2021-W05   Tăng, giảm        %   Số đơn vị
───────────────────────────────────────────────────────────────────────────────
Tin, bài                       288        292           -4    -1,4%          12
Thời lượng (phút)              777      761,5        +15,5    +2,0%          11
Lượt phát                      527        529           -2    -0,4%           9
Người nghe (lượt người)     26.980     32.460       -5.480   -16,9%          10
Chưa có trong số liệu của tuần 2021-W06:
  Xã Khun Há: mọi chỉ tiêu
  Xã Sơn Bình: Lượt phát
  Xã Nà Tăm: Lượt phát
  Xã Bản Bo: Người nghe
Chưa có trong số liệu của tuần 2021-W05:
  Xã Nùng Nàng: mọi chỉ tiêu
  Xã Giang Ma: Thời lượng
  Xã Bản Hon: Lượt phát, Người nghe

Tuần 2020-W06: chưa ghi nhớ nên không so được.

Lũy kế                    Tháng 02/2021 đến hết tuần 2021-W06 (2/2 tuần)   Từ đầu đến hết tuần 2021-W06 (2/2 tuần)   Cách gộp tuần
──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Tin, bài                                                     601 (12/14)                               601 (12/14)            cộng
Thời lượng (phút)                                        1.734,5 (11/14)                           1.734,5 (11/14)            cộng
Lượt phát                                                   1.215 (9/14)                              1.215 (9/14)            cộng
Người nghe (lượt người)                                  66.140 (10/14)                            66.140 (10/14)            cộng
"""


def test_a_week_beside_the_last(tuyentruyen: Any, two_weeks: Path) -> None:
    """13/14 beside 13/14 were not the same thirteen: said, and compared again over those in both."""
    said = tuyentruyen("compare", two_weeks)
    assert said.code == 0
    assert without_padding(WEEK_06) in without_padding(said.out)


def without_padding(text: str) -> str:
    return "\n".join(" ".join(line.strip("─ ").split()) for line in text.splitlines())


def test_the_summary_of_a_week_says_what_changed_since_the_last(tuyentruyen: Any, two_weeks: Path) -> None:
    said = tuyentruyen("aggregate", two_weeks / "week-06", "--now", "2021-02-17T08:40+07:00")
    assert "So với tuần 2021-W05:" in said.out
    assert (
        "  Tin, bài: 297 so với 304 (-7; -2,3%), số đơn vị 13/14 so với 13/14; trên 12 đơn vị có ở cả hai tuần: -4; -1,4%\n"
        in said.out
    )
    first = tuyentruyen("aggregate", two_weeks / "week-05", "--now", "2021-02-17T08:40+07:00")
    assert "So với tuần" not in first.out


def test_json_of_a_week_carries_the_comparison(tuyentruyen: Any, two_weeks: Path) -> None:
    document = json.loads(tuyentruyen("aggregate", two_weeks / "week-06", "--json").out)
    items = document["comparison"]["measures"]["items"]
    assert (items["current"]["value"], items["other"]["value"], items["difference"], items["percent"]) == (297, 304, -7, -2.3)
    assert items["current"]["missing"] == {"khun-ha": ["2021-W06"]}
    assert items["same_units"] is False
    assert (items["alike"]["current"], items["alike"]["other"]) == (288, 292)
    assert len(items["alike"]["units"]) == 12
    assert not {"khun-ha", "nung-nang"} & set(items["alike"]["units"])
    assert json.loads(tuyentruyen("aggregate", two_weeks / "week-05", "--json").out)["comparison"] is None


def test_compare_agrees_with_what_each_week_said_of_itself(tuyentruyen: Any, two_weeks: Path) -> None:
    """Every value and coverage of ``compare --json`` is that of ``aggregate --json``."""
    weeks = {w: json.loads(tuyentruyen("aggregate", two_weeks / f"week-{w}", "--json").out) for w in ("05", "06")}
    compared = json.loads(tuyentruyen("compare", two_weeks, "--json").out)["comparisons"][0]["measures"]
    for measure, one in compared.items():
        for side, week in (("current", "06"), ("other", "05")):
            total = weeks[week]["totals"][measure]
            assert one[side]["value"] == total["value"], measure
            assert sorted(one[side]["missing"]) == sorted(total["missing"]), measure
            assert one[side]["units"] == total["units"], measure


def test_any_two_stretches(tuyentruyen: Any, two_weeks: Path) -> None:
    said = tuyentruyen("compare", two_weeks, "--week", "5", "--with", "6")
    assert said.out.startswith("Tuần 2021-W05 so với tuần 2021-W06\n")
    both = tuyentruyen("compare", two_weeks, "--week", "5..6", "--with", "5")
    assert both.out.startswith("Các tuần 2021-W05 đến 2021-W06 (2/2 tuần) so với tuần 2021-W05\n")


def test_the_month(tuyentruyen: Any, two_weeks: Path) -> None:
    said = tuyentruyen("compare", two_weeks, "--month", "2021-02")
    assert "Tháng 01/2021: chưa ghi nhớ nên không so được." in said.out
    assert "Tháng 02/2021 (2/4 tuần)" in said.out
    assert "Tháng 02/2021: chưa ghi nhớ tuần 2021-W07, 2021-W08." in said.out
    assert "  Xã Nùng Nàng: mọi chỉ tiêu (2021-W05)" in said.out


def test_the_campaign_to_date(tuyentruyen: Any, two_weeks: Path) -> None:
    document = json.loads(tuyentruyen("compare", two_weeks, "--to-date", "--json").out)
    assert document["main"]["kind"] == "to-date"
    assert document["main"]["measures"]["items"]["value"] == 297 + 304
    assert document["comparisons"] == []


def test_the_same_week_of_the_year_before_when_there_is_one(tuyentruyen: Any, two_weeks: Path) -> None:
    """Week 06 of 2020: the only file of it says that Bản Hon had 10 items."""
    folder = two_weeks / "2020" / "tuần 6 năm 2020"
    folder.mkdir(parents=True)
    source = next((two_weeks / "week-06").glob("giangma*.csv")).read_text(encoding="utf-8-sig")
    text = source.replace("Tuần 6, từ ngày 05/02/2021 đến ngày 11/02/2021", "Tuần 6, từ ngày 31/01/2020 đến ngày 06/02/2020")
    (folder / "giangma.csv").write_text(text, encoding="utf-8-sig")
    assert tuyentruyen("aggregate", folder, "--week", "2020-W06").code == 0
    said = tuyentruyen("compare", two_weeks, "--week", "2021-W06")
    assert "Tuần 2021-W06 so với tuần 2020-W06" in said.out
    assert "13/14 so với 1/14 *" in said.out
    document = json.loads(tuyentruyen("compare", two_weeks, "--week", "2021-W06", "--json").out)
    assert [c["other"]["id"] for c in document["comparisons"]] == ["2021-W05", "2020-W06"]
    assert document["comparisons"][1]["measures"]["items"]["alike"]["units"] == ["giang-ma"]
    assert document["comparisons"][1]["measures"]["items"]["alike"]["difference"] == 0


def test_a_measure_of_the_office_that_is_a_state_is_not_added_up(tuyentruyen: Any, tmp_path: Path) -> None:
    """Households that use the app: 40 in week 6, 55 in week 7; the month has 55, not 95."""
    sample = tmp_path / "mẫu"
    tuyentruyen("init", sample, "--sample")
    for name in ("week-05", "week-06", "week-07", "week-08"):
        shutil.rmtree(sample / name)
    (sample / "schema.toml").write_text(
        'extends = "bao-cao-tuan"\n[measures.households]\ntitle = "Số hộ đang dùng Bluezone"\nshort_title = "Hộ đang dùng"\n'
        'kind = "count"\nrequired = false\ncounting_words = ["hộ"]\nover_periods = "latest"\n',
        encoding="utf-8",
    )
    config = sample / "tuyentruyen.toml"
    config.write_text(config.read_text(encoding="utf-8").replace('schema = "bao-cao-tuan"', 'schema = "schema.toml"'), "utf-8")
    for week, start, end, households in ((6, "05/02", "11/02", 40), (7, "12/02", "18/02", 55)):
        folder = sample / f"week-{week:02d}"
        folder.mkdir()
        lines = (
            "Đơn vị: Xã Giang Ma;;;;;;",
            f"(Tuần {week}, từ ngày {start}/2021 đến ngày {end}/2021);;;;;;",
            "TT;Kênh tuyên truyền;Số tin, bài;Thời lượng (phút);Số lần phát;Ước số người nghe;Số hộ đang dùng Bluezone",
            f"1;Trạm truyền thanh xã;5;16;12;780;{households}",
        )
        (folder / "giangma.csv").write_text("\r\n".join(lines), encoding="utf-8-sig")
        assert tuyentruyen("aggregate", folder, "--now", MARCH).code == 0
    said = tuyentruyen("compare", sample, "--month", "2")
    rows = [" ".join(line.split()) for line in said.out.splitlines()]
    assert "Hộ đang dùng 55 (1/14) số mới nhất" in rows
    assert "Tin, bài 10 (1/14) cộng" in rows


def test_nothing_to_compare_with(tuyentruyen: Any, tmp_path: Path) -> None:
    tuyentruyen("init", tmp_path / "mẫu", "--sample")
    said = tuyentruyen("compare", tmp_path / "mẫu")
    assert (said.code, said.out) == (3, "")
    assert "Chưa tổng hợp tuần nào." in said.err


def test_a_week_that_is_not_remembered(tuyentruyen: Any, two_weeks: Path) -> None:
    said = tuyentruyen("compare", two_weeks, "--week", "9")
    assert said.code == 3
    assert "Chưa tổng hợp tuần nào của 2021-W09 (đang nhớ: 2021-W05, 2021-W06)" in said.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--month", "13"), "Không hiểu tháng “13”"),
        (("--week", "8..5"), "Không có quãng tuần nào từ 2021-W08 đến 2021-W05"),
        (("--week", "6", "--month", "2"), "Chỉ dùng một trong --week, --month"),
        (("--week", "tuần trước"), "Không hiểu tuần"),
    ],
)
def test_wrong_usage(tuyentruyen: Any, two_weeks: Path, arguments: tuple[str, ...], message: str) -> None:
    said = tuyentruyen("compare", two_weeks, *arguments)
    assert (said.code, said.out) == (2, "")
    assert message in said.err


def test_the_cache_lost_and_made_again_changes_no_figure(tuyentruyen: Any, two_weeks: Path) -> None:
    before = tuyentruyen("compare", two_weeks, "--json").out
    (two_weeks / "store" / "cache.sqlite").unlink()
    assert tuyentruyen("compare", two_weeks, "--json").out == before
