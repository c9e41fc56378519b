"""``validate``, ``inspect``, ``render`` and ``init``."""

import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

NOW = ("--now", "2021-02-05T09:00+07:00")


def test_validate_says_what_was_read_and_what_to_mend(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("validate", campaign / "week-05" / "ban hon bc T5.xlsx")
    assert said.code == 1
    assert "ban hon bc T5.xlsx: Xã Bản Hon, tuần 2021-W05: dùng được một phần" in said.out
    assert "Số tin, bài: 20" in said.out
    assert "Sheet1!F11" in said.out


def test_validate_of_a_right_file_says_so(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("validate", campaign / "week-05" / "then sin t5.xlsx")
    assert said.code == 0
    assert said.out.endswith("Không có gì cần sửa.\n")


def test_validate_needs_no_campaign(tuyentruyen: Any, campaign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = tmp_path / "một mình"
    alone.mkdir()
    monkeypatch.chdir(alone)
    file = alone / "ban hon bc T5.xlsx"
    (campaign / "week-05" / file.name).rename(file)
    document = json.loads(tuyentruyen("validate", file, "--json").out)
    assert document["format"] == "tuyentruyen/validation"
    assert document["units"][0]["values"]["items"] == 20
    assert {f["rule"] for f in document["findings"]} == {"fraction-in-count", "range"}


def test_validate_of_several_files_of_one_unit_adds_nothing_up(
    tuyentruyen: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a campaign nothing says which is final: each file has its own figures, the unit none."""
    monkeypatch.chdir(tmp_path)
    for name, items in (("a.csv", 6), ("b.csv", 8)):
        text = f"Đơn vị: UBND xã Bản Bo - Tuần 5\n\nKênh,Số tin bài,Thời lượng (phút)\nPhát thanh,{items},30\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [u["values"]["items"] for u in json.loads(tuyentruyen("validate", "a.csv", "--json").out)["units"]] == [6]
    document = json.loads(tuyentruyen("validate", "a.csv", "b.csv", "--json").out)
    (unit,) = document["units"]
    said = [(f["rule"], f["severity"], f["unit"], f["location"]["file"]) for f in document["findings"]]
    assert ("which-is-final", "note", "ban-bo", "b.csv") in said
    assert (unit["unit"], unit["values"]["items"], unit["why"]["items"]) == ("ban-bo", None, ["which-is-final"])
    shown = tuyentruyen("validate", "a.csv", "b.csv").out
    assert "Số tin, bài: 6" in shown
    assert "Số tin, bài: 8" in shown


def test_validate_takes_a_sheet_without_a_name_for_the_unit_of_the_others(
    tuyentruyen: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also without a list of units: not for a further unit called after the file, which would be added to the total."""
    monkeypatch.chdir(tmp_path)
    book = openpyxl.Workbook()
    for title, channel, items in (("Đơn vị: UBND xã Bản Bo", "Phát thanh", 6), ("", "Loa kéo", 4)):
        sheet = book.create_sheet()
        for row in ((title,), ("Kênh", "Số tin, bài", "Thời lượng (phút)"), (channel, items, 20)):
            sheet.append(row)
    book.save("bc.xlsx")
    units = json.loads(tuyentruyen("validate", "bc.xlsx", "--json").out)["units"]
    assert [(u["unit"], u["values"]["items"]) for u in units] == [("ban-bo", 10)]


def test_validate_of_nothing_readable(tuyentruyen: Any, tmp_path: Path) -> None:
    file = tmp_path / "Xã Bản Bo.xlsx"
    file.write_bytes(b"")
    said = tuyentruyen("validate", file)
    assert said.code == 3
    assert "Tệp rỗng" in said.out
    assert "tuần chưa rõ: không dùng được" in said.out


def test_inspect_shows_every_file_of_an_archive(tuyentruyen: Any, campaign: Path) -> None:
    inside = ("ban hon bc T5.xlsx", "then sin t5.xlsx")
    with zipfile.ZipFile(campaign / "week-05" / "ca hai.zip", "w") as archive:
        for name in inside:
            archive.write(campaign / "week-05" / name, name)
    said = tuyentruyen("inspect", campaign / "week-05" / "ca hai.zip").out
    assert [line for line in said.splitlines() if line.startswith("ca hai.zip/")] == [
        f"ca hai.zip/{n} (loại: xlsx)" for n in inside
    ]
    document = json.loads(tuyentruyen("inspect", campaign / "week-05" / "ca hai.zip", "--json").out)
    assert [file["file"] for file in document["files"]] == [f"ca hai.zip/{n}" for n in inside]


def test_inspect_shows_headings_rows_and_refused_cells(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("inspect", campaign / "week-05" / "ban hon bc T5.xlsx")
    assert said.code == 0
    assert "C10  Số tin, bài  →  chỉ tiêu items" in said.out
    assert "A11  số liệu: Trạm truyền thanh xã" in said.out
    assert "Ô: 10 được dùng, 25 để ngoài, 2 bị từ chối." in said.out
    assert "✗ từ chối Sheet1!F11: “1.2” (Số lẻ (1,2) ở chỗ phải là số nguyên, fraction-in-count)" in said.out


def test_render_writes_the_report_and_the_check_sheet(tuyentruyen: Any, campaign: Path) -> None:
    tuyentruyen("aggregate", campaign / "week-05", *NOW)
    said = tuyentruyen("render", campaign, *NOW)
    folder = campaign / "reports" / "2021-W05"
    assert said.out.splitlines() == [str(folder / "bao-cao-tuan-2021-W05.docx"), str(folder / "phieu-kiem-tra-2021-W05.docx")]
    assert all(Path(line).read_bytes().startswith(b"PK") for line in said.out.splitlines())


def test_render_of_one_week_gives_the_same_bytes_again(tuyentruyen: Any, campaign: Path, tmp_path: Path) -> None:
    tuyentruyen("aggregate", campaign / "week-05", *NOW)
    for place in ("a", "b"):
        assert tuyentruyen("render", campaign, "--week", "5", "-o", tmp_path / place, *NOW).code == 0
    for name in ("bao-cao-tuan-2021-W05.docx", "phieu-kiem-tra-2021-W05.docx"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_render_as_json_is_the_report(tuyentruyen: Any, campaign: Path, tmp_path: Path) -> None:
    aggregated = json.loads(tuyentruyen("aggregate", campaign / "week-05", "--json", *NOW).out)
    tuyentruyen("render", campaign, "--to", "json", "-o", tmp_path / "r.json", *NOW)
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8")) == aggregated


def test_init_starts_a_campaign_that_loads_and_is_never_overwritten(tuyentruyen: Any, tmp_path: Path) -> None:
    folder = tmp_path / "mới"
    assert tuyentruyen("init", folder).code == 0
    (folder / "week-05").mkdir()
    assert tuyentruyen("aggregate", folder / "week-05").code == 3, "an empty week of a campaign that loads"
    said = tuyentruyen("init", folder)
    assert said.code == 2
    assert "không ghi đè" in said.err


def test_init_sample_lays_the_sample_campaign_down(tuyentruyen: Any, tmp_path: Path) -> None:
    assert tuyentruyen("init", tmp_path / "mẫu", "--sample").code == 0
    assert (tmp_path / "mẫu" / "week-05" / "ban hon bc T5.xlsx").is_file()
