"""A report that was issued stays as it was issued; what comes later is shown beside it, and replaced in the open."""

import datetime as dt
import hashlib
import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest

from tuyentruyen_cli.pipeline.issued import issues
from tuyentruyen_cli.store.memory import open_store

WED, THU = ("--now", "2021-02-17T08:30+07:00"), ("--now", "2021-02-18T09:00+07:00")
ISSUED = Path("reports", "2021-W06", "bao-cao-tuan-2021-W06.docx")
REPLACING = Path("reports", "2021-W06", "bao-cao-tuan-2021-W06-thay-the.docx")
TRUTH = Path(__file__).parents[2] / "golden" / "week-06-correction.json"
ORDER = ("--week", "6", "--number", "6", "--date", "2021-02-17")

Run = Callable[..., Any]
Correct = Callable[[Path], None]


def text(path: Path) -> list[str]:
    """Every paragraph, those in tables too."""
    document = docx.Document(str(path))
    cells = [p.text for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]
    return [*(p.text for p in document.paragraphs), *cells]


def change(path: Path, old: str, new: str) -> None:
    """Edit a Word file as a person does: the characters that differ, in whatever runs of text they stand."""
    document = docx.Document(str(path))
    paragraphs = [*document.paragraphs]
    paragraphs += [p for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]
    found = [p for p in paragraphs if old in p.text]
    assert found, old
    for paragraph in found:
        start = paragraph.text.index(old)
        for run in paragraph.runs:
            last = len(old) - 1
            kept = [
                c if not 0 <= (n := i - start) <= last else new[n:] if n == last else new[n : n + 1]
                for i, c in enumerate(run.text)
            ]
            start -= len(run.text)
            run.text = "".join(kept)
    document.save(str(path))


def test_number_and_date_are_filled_in_and_nothing_else(tuyentruyen: Run, drafted: Path) -> None:
    before = text(drafted / ISSUED)
    said = tuyentruyen("issue", drafted, *ORDER, *WED)
    assert said.code == 0
    assert said.out.startswith("Đã ghi nhận Báo cáo số 06/BC-VHTT ngày 17/02/2021 của tuần 2021-W06")
    after = text(drafted / ISSUED)
    changed = {(a, b) for a, b in zip(before, after, strict=True) if a != b}
    assert changed == {
        ("Số:      /BC-VHTT", "Số: 06/BC-VHTT"),
        ("Tam Đường, ngày      tháng 02 năm 2021", "Tam Đường, ngày 17 tháng 02 năm 2021"),
    }


def test_a_long_number_and_another_month(tuyentruyen: Run, drafted: Path) -> None:
    march = ("--now", "2021-03-02T09:00+07:00")
    assert tuyentruyen("issue", drafted, "--week", "6", "--number", "0112/BC-VHTT", "--date", "01/03/2021", *march).code == 0
    assert {"Số: 112/BC-VHTT", "Tam Đường, ngày 01 tháng 3 năm 2021"} <= set(text(drafted / ISSUED))


def test_the_draft_may_have_been_edited_in_word(tuyentruyen: Run, drafted: Path) -> None:
    """Sections filled in, the number spread over runs as Word does, the day typed by hand."""
    change(drafted / ISSUED, "ngày      tháng 02 năm 2021", "ngày 17 tháng 02 năm 2021")
    change(drafted / ISSUED, "(Bổ sung nội dung trước khi trình ký)", "Chỉ đạo các xã phát loa mỗi ngày hai buổi.")
    document = docx.Document(str(drafted / ISSUED))
    paragraph = next(p for c in document.tables[0].rows[1].cells for p in c.paragraphs if p.text.startswith("Số:"))
    first = paragraph.runs[0]
    first.text = "Số: "
    for piece in ("……", "/BC-", "VHTT"):
        paragraph.add_run(piece).font.name = "Times New Roman"
    document.save(str(drafted / ISSUED))
    said = tuyentruyen("issue", drafted, *ORDER, *WED)
    assert said.code == 0, said.err
    assert "Văn bản còn" not in said.err
    found = text(drafted / ISSUED)
    assert {"Số: 06/BC-VHTT", "Tam Đường, ngày 17 tháng 02 năm 2021", "Chỉ đạo các xã phát loa mỗi ngày hai buổi."} <= set(
        found
    )


def test_what_the_office_has_still_to_write_is_mentioned(tuyentruyen: Run, drafted: Path) -> None:
    said = tuyentruyen("issue", drafted, *ORDER, *WED)
    assert "Văn bản còn 4 chỗ “(Bổ sung nội dung trước khi trình ký)”." in said.err


@pytest.mark.parametrize(
    ("old", "new", "lacking"),
    [
        ("2.880", "2.980", "Xã Bản Hon; 10; 21; 66; 52; 2.880"),
        ("30.190", "31.190", "Tổng cộng; 297; 838; 598; 30.190"),
        ("Thực hiện 297 tin, bài", "Thực hiện 299 tin, bài", "Số tin, bài: 297"),
    ],
    ids=["a unit's figure", "a total", "a figure in a sentence"],
)
def test_a_figure_changed_in_word_is_never_frozen_as_another(
    tuyentruyen: Run, drafted: Path, old: str, new: str, lacking: str
) -> None:
    change(drafted / ISSUED, old, new)
    edited = (drafted / ISSUED).read_bytes()
    said = tuyentruyen("issue", drafted, *ORDER, *WED)
    assert (said.code, said.out) == (2, "")
    assert "không khớp số liệu đang nhớ của tuần 2021-W06, nên chưa ghi nhận gì" in said.err
    assert lacking in said.err
    assert (drafted / ISSUED).read_bytes() == edited


def test_a_draft_older_than_the_figures_is_not_issued(tuyentruyen: Run, drafted: Path, correct: Correct) -> None:
    correct(drafted)
    said = tuyentruyen("issue", drafted, *ORDER, *THU)
    assert said.code == 2
    assert "xuất lại báo cáo" in said.err
    assert tuyentruyen("render", drafted, "--week", "6", *THU).code == 0
    assert tuyentruyen("issue", drafted, *ORDER, *THU).code == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--number", "sáu", "--date", "2021-02-17"), "Không hiểu số “sáu”"),
        (("--number", "0", "--date", "2021-02-17"), "Không hiểu số “0”"),
        (("--number", "6/BC-UBND", "--date", "2021-02-17"), "Không hiểu số “6/BC-UBND”"),
        (("--number", "6", "--date", "mai"), "Không hiểu ngày “mai”"),
        (("--number", "6", "--date", "2021-02-31"), "Không hiểu ngày “2021-02-31”"),
        (("--number", "6", "--date", "2021-12-17"), "từ 05/02/2021 đến hôm nay, 17/02/2021"),
        (("--number", "6", "--date", "2020-02-17"), "không thể là ngày phát hành"),
    ],
)
def test_numbers_and_days_that_cannot_be(tuyentruyen: Run, drafted: Path, options: Sequence[str], message: str) -> None:
    said = tuyentruyen("issue", drafted, "--week", "6", *options, *WED)
    assert (said.code, said.out) == (2, "")
    assert message in said.err


def test_nothing_to_issue(tuyentruyen: Run, two_weeks: Path) -> None:
    said = tuyentruyen("issue", two_weeks, *ORDER, *WED)
    assert (said.code, said.out) == (3, "")
    assert "Xuất báo cáo trước: tuyentruyen render --week 2021-W06 --to docx" in said.err


def test_a_number_is_given_once_a_year(tuyentruyen: Run, issued: Path) -> None:
    assert tuyentruyen("render", issued, "--week", "5", *WED).code == 0
    said = tuyentruyen("issue", issued, "--week", "5", "--number", "06", "--date", "2021-02-17", *WED)
    assert said.code == 2
    assert "Số 06/BC-VHTT đã dùng cho báo cáo của tuần 2021-W06 (ngày 17/02/2021)" in said.err


def test_the_same_again_writes_nothing(tuyentruyen: Run, issued: Path) -> None:
    before = {p: p.read_bytes() for p in issued.rglob("*") if p.is_file() and p.suffix in {".docx", ".jsonl"}}
    assert tuyentruyen("issue", issued, *ORDER, *WED).code == 0
    assert {p: p.read_bytes() for p in issued.rglob("*") if p.is_file() and p.suffix in {".docx", ".jsonl"}} == before


@pytest.mark.parametrize("there", ["the draft", "nothing"])
def test_interrupted_between_the_log_and_the_document_the_next_run_completes_it(
    tuyentruyen: Run, drafted: Path, monkeypatch: pytest.MonkeyPatch, there: str
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("tuyentruyen_cli.pipeline.issuing.write_atomic", die)
        assert tuyentruyen("issue", drafted, *ORDER, *WED).code == 130
    assert "Số:      /BC-VHTT" in text(drafted / ISSUED)
    if there == "nothing":
        (drafted / ISSUED).unlink()
    assert tuyentruyen("issue", drafted, *ORDER, *WED).code == 0
    assert "Số: 06/BC-VHTT" in text(drafted / ISSUED)
    assert tuyentruyen("log", drafted, "--verify").code == 0


def test_interrupted_before_the_log_nothing_was_issued(
    tuyentruyen: Run, drafted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("tuyentruyen_cli.store.memory.Store.log", die)
        assert tuyentruyen("issue", drafted, *ORDER, *WED).code == 130
    assert tuyentruyen("log", drafted, "--kind", "issued").out == ""
    assert "Số:      /BC-VHTT" in text(drafted / ISSUED)
    assert tuyentruyen("issue", drafted, *ORDER, *WED).code == 0


def test_the_issued_document_is_kept_as_it_was(issued: Path) -> None:
    data = (issued / ISSUED).read_bytes()
    kept = issued / "store" / "originals" / f"{hashlib.sha256(data).hexdigest()}.docx"
    assert kept.read_bytes() == data


def test_render_never_writes_over_it(tuyentruyen: Run, issued: Path) -> None:
    before = (issued / ISSUED).read_bytes()
    for flags in ((), ("--force",), ("--to", "pdf", "--force")):
        said = tuyentruyen("render", issued, "--week", "6", *flags, *THU)
        assert said.code == 2
        assert "là Báo cáo số 06/BC-VHTT đã phát hành nên được giữ nguyên" in said.err
    assert (issued / ISSUED).read_bytes() == before


def test_a_correction_changes_the_week_and_never_what_was_reported(tuyentruyen: Run, issued: Path, correct: Correct) -> None:
    truth = json.loads(TRUTH.read_text(encoding="utf-8"))["units"][0]["values"]
    document = (issued / ISSUED).read_bytes()
    correct(issued)
    found = json.loads(tuyentruyen("compare", issued, "--week", "6", "--json").out)["issued"][0]
    assert (found["report"], found["date"], found["moved"]) == ("06/BC-VHTT", "2021-02-17", True)
    totals = {
        m: (t["issued"], t["current"], t["difference"]) for m, t in found["totals"].items() if t["issued"] != t["current"]
    }
    assert totals == {
        "broadcasts": (598, 598 - 50 + truth["broadcasts"], truth["broadcasts"] - 50),
        "listeners": (30190, 30190 + truth["listeners"], truth["listeners"]),
    }
    assert [(u["unit"], u["measure"], u["issued"], u["current"]) for u in found["units"]] == [
        ("ban-bo", "broadcasts", 50, truth["broadcasts"]),
        ("ban-bo", "listeners", None, truth["listeners"]),
    ]
    assert [(c["issued"]["cell"], c["issued"]["value"], c["current"]["value"]) for c in found["cells"]] == [("E7", 13, 8)]
    assert found["cells"][0]["current"]["file"] == "bc_tuan6_banbo (dinh chinh).xlsx"
    assert (issued / ISSUED).read_bytes() == document


def test_what_was_reported_stands_beside_what_is(tuyentruyen: Run, issued: Path, correct: Correct) -> None:
    same = tuyentruyen("compare", issued, "--week", "6")
    assert "Tuần 2021-W06 đã phát hành Báo cáo số 06/BC-VHTT ngày 17/02/2021; số hiện tại trùng số đã báo cáo." in same.out
    correct(issued)
    said = [" ".join(line.split()) for line in tuyentruyen("compare", issued, "--week", "6").out.splitlines()]
    start = said.index("Tuần 2021-W06: số đã báo cáo (Báo cáo số 06/BC-VHTT ngày 17/02/2021) và số hiện tại")
    assert said[start + 2 :] == [
        "Chỉ tiêu Đã báo cáo Hiện tại Tăng, giảm Đơn vị có số liệu",
        said[start + 3],
        "Tin, bài 297 297 0 13/14 → 13/14",
        "Thời lượng (phút) 838 838 0 13/14 → 13/14",
        "Lượt phát 598 593 -5 11/14 → 11/14",
        "Người nghe (lượt người) 30.190 32.580 +2.390 12/14 → 13/14",
        "Đơn vị thay đổi:",
        "Xã Bản Bo: Lượt phát 50 → 45 (-5); Người nghe chưa có → 2.390",
        "Kênh, chủ đề thay đổi:",
        "Loa kéo, loa di động, xe lưu động: Lượt phát 119 → 114 (-5); Người nghe 6.420 → 7.440 (+1.020)",
        "Trạm truyền thanh cơ sở: Người nghe 7.730 → 8.270 (+540)",
        "Loa thôn, bản, tổ dân phố: Người nghe 5.630 → 6.460 (+830)",
        "Ô thay đổi:",
        "Xã Bản Bo, Lượt phát: bc_tuan6_banbo.xlsx Sheet1!E7 13 → bc_tuan6_banbo (dinh chinh).xlsx Sheet1!E7 8",
        "Lập báo cáo thay thế: tuyentruyen render --week 2021-W06 --replace",
    ]


def test_aggregate_says_at_once_that_the_report_is_out_of_date(tuyentruyen: Run, issued: Path, correct: Correct) -> None:
    correct(issued)
    said = tuyentruyen("aggregate", issued / "week-06", *THU)
    assert (
        "Tuần này đã phát hành Báo cáo số 06/BC-VHTT ngày 17/02/2021, và số liệu nay đã khác:\n"
        "  Lượt phát: đã báo cáo 598, hiện tại 593 (-5)\n"
        "  Người nghe (lượt người): đã báo cáo 30.190, hiện tại 32.580 (+2.390)\n"
        "  Số liệu theo kênh, chủ đề: 4 số đã khác.\n"
        "Lập báo cáo thay thế: tuyentruyen render --week 2021-W06 --replace\n"
    ) in said.out
    assert json.loads(tuyentruyen("aggregate", issued / "week-06", "--json", *THU).out)["issued"]["moved"] is True


def test_status_shows_what_was_reported_beside_what_is(tuyentruyen: Run, issued: Path, correct: Correct) -> None:
    same = tuyentruyen("status", issued, "--week", "6", *THU)
    assert "Tuần 2021-W06 đã phát hành Báo cáo số 06/BC-VHTT ngày 17/02/2021; số hiện tại trùng số đã báo cáo." in same.out
    assert json.loads(tuyentruyen("status", issued, "--week", "5", "--json", *THU).out)["issued"] is None
    before = ("--now", "2021-02-16T09:00+07:00")
    assert json.loads(tuyentruyen("status", issued, "--week", "6", "--json", *before).out)["issued"] is None
    correct(issued)
    said = [" ".join(line.split()) for line in tuyentruyen("status", issued, "--week", "6", *THU).out.splitlines()]
    assert "Chỉ tiêu Đã báo cáo Hiện tại Tăng, giảm Đơn vị có số liệu" in said
    assert "Người nghe (lượt người) 30.190 32.580 +2.390 12/14 → 13/14" in said
    assert "Xã Bản Bo, Lượt phát: bc_tuan6_banbo.xlsx Sheet1!E7 13 → bc_tuan6_banbo (dinh chinh).xlsx Sheet1!E7 8" in said
    document = json.loads(tuyentruyen("status", issued, "--week", "6", "--json", *THU).out)
    assert document["issued"]["totals"]["broadcasts"]["difference"] == -5


def test_a_file_overwritten_under_its_own_name_still_shows_the_old_cell(tuyentruyen: Run, issued: Path) -> None:
    """The old file is gone from the folder; what was in it when the report was issued is in the log."""
    late = issued / "gui-sau" / "week-06" / "bc_tuan6_banbo (dinh chinh).xlsx"
    shutil.copyfile(late, issued / "week-06" / "bc_tuan6_banbo.xlsx")
    assert tuyentruyen("aggregate", issued / "week-06", *THU).code == 0
    out = tuyentruyen("compare", issued, "--week", "6").out
    assert "  Xã Bản Bo, Lượt phát: bc_tuan6_banbo.xlsx Sheet1!E7 13 → 8\n" in out


def test_a_figure_moved_to_another_channel_is_no_longer_what_was_reported(tuyentruyen: Run, issued: Path) -> None:
    """The unit's totals are the same; the table by channel, which was signed, is not."""
    file = next((issued / "week-06").glob("giangma*.csv"))
    text = file.read_text(encoding="utf-8-sig")
    assert "Loa kéo, loa di động" in text
    file.write_text(text.replace("Loa kéo, loa di động", "Loa phát thanh thôn, bản"), encoding="utf-8-sig")
    assert tuyentruyen("aggregate", issued / "week-06", *THU).code == 0
    found = json.loads(tuyentruyen("compare", issued, "--week", "6", "--json").out)["issued"][0]
    assert (found["moved"], found["units"], found["totals"]["items"]["difference"]) == (True, [], 0)
    assert {"channel": "mobile", "measure": "items", "issued": 70, "current": 61} in found["parts"]


def test_a_decision_moves_it_too(tuyentruyen: Run, issued: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(issued)
    decided = ("enter", "--week", "6", "--unit", "khun-ha", "--measure", "items", "--value", "9")
    assert tuyentruyen("decide", *decided, "--who", "A", "--reason", "gọi điện", *THU).code == 0
    assert tuyentruyen("aggregate", "week-06", *THU).code == 0
    found = json.loads(tuyentruyen("compare", "--week", "6", "--json").out)["issued"][0]
    assert [(u["unit"], u["measure"], u["issued"], u["current"]) for u in found["units"]] == [("khun-ha", "items", None, 9)]
    assert found["cells"][0]["issued"] is None
    assert found["cells"][0]["current"]["file"] == "store/log.jsonl"
    assert (found["totals"]["items"]["units_issued"], found["totals"]["items"]["units_current"]) == (13, 14)
    shown = tuyentruyen("compare", "--week", "6").out
    assert "store/log.jsonl" not in shown
    assert "Xã Khun Há, Tin, bài: nhập tay (quyết định " in shown
    assert "Chưa phân tách theo kênh: Tin, bài" in shown


def test_a_decision_that_no_figure_tells_of_yet_stops_the_issue(
    tuyentruyen: Run, drafted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(drafted)
    decided = ("enter", "--week", "6", "--unit", "khun-ha", "--measure", "items", "--value", "9")
    tuyentruyen("decide", *decided, "--who", "A", "--reason", "gọi điện", *WED)
    number = ("--number", "6", "--date", "17/02/2021", "--week", "6", *WED)
    said = tuyentruyen("issue", *number)
    assert said.code == 2
    assert "Có quyết định về tuần 2021-W06 chưa được áp dụng vào số liệu." in said.err
    assert tuyentruyen("aggregate", "week-06", *WED).code == 0
    assert tuyentruyen("render", "--week", "6", *WED).code == 0
    assert tuyentruyen("issue", *number).code == 0


def test_the_month_says_which_figures_it_uses(tuyentruyen: Run, issued: Path, correct: Correct) -> None:
    assert "Theo số đã báo cáo" not in tuyentruyen("compare", issued, "--month", "2").out
    correct(issued)
    current = tuyentruyen("compare", issued, "--month", "2").out
    assert "Các tổng nhiều tuần dùng số hiện tại của mọi tuần." in current
    assert "Lượt phát 1.215 (9/14)" in current.partition("Theo số đã báo cáo:")[2]
    assert re.search(r"^Lượt phát +1\.210 \(9/14\)", current, re.MULTILINE)
    reported = tuyentruyen("compare", issued, "--month", "2", "--as-issued").out
    assert "Số liệu dùng ở đây là số đã báo cáo của tuần 2021-W06 (06/BC-VHTT); các tuần khác là số hiện tại." in reported
    assert re.search(r"^Lượt phát +1\.215 \(9/14\)", reported, re.MULTILINE)
    assert "Lượt phát 1.210 (9/14)" in reported.partition("Theo số hiện tại:")[2]


def test_nothing_is_replaced_before_something_was_issued(tuyentruyen: Run, drafted: Path) -> None:
    said = tuyentruyen("render", drafted, "--week", "6", "--replace", *WED)
    assert said.code == 2
    assert "Tuần 2021-W06 chưa phát hành báo cáo nào nên không có gì để thay thế." in said.err


def test_the_report_that_replaces_says_so_with_old_and_new_figures(tuyentruyen: Run, issued: Path, correct: Correct) -> None:
    before = (issued / ISSUED).read_bytes()
    correct(issued)
    assert tuyentruyen("render", issued, "--week", "6", "--replace", *THU).code == 0
    found = text(issued / REPLACING)
    assert (
        "Báo cáo này thay thế Báo cáo số 06/BC-VHTT ngày 17 tháng 02 năm 2021 của Phòng Văn hóa và Thông tin huyện Tam Đường."
        " Các số liệu thay đổi được nêu tại Bảng 3."
    ) in found
    assert {"BÁO CÁO", "5. Số liệu thay đổi", "Bảng 3. Số liệu thay đổi so với Báo cáo số 06/BC-VHTT ngày 17/02/2021"} <= set(
        found
    )
    table = docx.Document(str(issued / REPLACING)).tables[3]
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["Nội dung", "Đã báo cáo", "Báo cáo lại", "Tăng (+), giảm (-)"],
        ["Tổng cộng: Tin, bài", "297\u00a0(13/14)", "297\u00a0(13/14)", "0"],
        ["Tổng cộng: Thời lượng (phút)", "838\u00a0(13/14)", "838\u00a0(13/14)", "0"],
        ["Tổng cộng: Lượt phát", "598\u00a0(11/14)", "593\u00a0(11/14)", "-5"],
        ["Tổng cộng: Ước người nghe (lượt người)", "30.190\u00a0(12/14)", "32.580\u00a0(13/14)", "+2.390"],
        ["Xã Bản Bo: Lượt phát", "50", "45", "-5"],
        ["Xã Bản Bo: Ước người nghe (lượt người)", "chưa có", "2.390", "–"],
        ["Loa kéo, loa di động, xe lưu động: Lượt phát", "119", "114", "-5"],
        ["Trạm truyền thanh cơ sở: Ước người nghe (lượt người)", "7.730", "8.270", "+540"],
        ["Loa kéo, loa di động, xe lưu động: Ước người nghe (lượt người)", "6.420", "7.440", "+1.020"],
        ["Loa thôn, bản, tổ dân phố: Ước người nghe (lượt người)", "5.630", "6.460", "+830"],
    ]
    assert (issued / ISSUED).read_bytes() == before
    first = text(issued / ISSUED)
    assert not any("thay thế" in line for line in first)


def test_the_report_that_replaces_is_issued_in_its_turn(tuyentruyen: Run, issued: Path, correct: Correct) -> None:
    correct(issued)
    early = tuyentruyen("issue", issued, "--week", "6", "--number", "7", "--date", "18/02/2021", *THU)
    assert early.code == 2
    assert "Tuần 2021-W06 đã phát hành Báo cáo số 06/BC-VHTT ngày 17/02/2021. Muốn thay thế" in early.err
    tuyentruyen("render", issued, "--week", "6", "--replace", *THU)
    said = tuyentruyen("issue", issued, "--week", "6", "--number", "7", "--date", "18/02/2021", *THU)
    assert said.code == 0, said.err
    assert "Thay thế Báo cáo số 06/BC-VHTT ngày 17/02/2021." in said.out
    found = text(issued / REPLACING)
    assert "Số: 07/BC-VHTT" in found
    assert any(line.startswith("Báo cáo này thay thế Báo cáo số 06/BC-VHTT ngày 17 tháng 02") for line in found)
    out = tuyentruyen("compare", issued, "--week", "6").out
    assert "Báo cáo số 07/BC-VHTT ngày 18/02/2021; số hiện tại trùng số đã báo cáo." in out
    third = tuyentruyen("render", issued, "--week", "6", "--replace", *THU)
    assert Path(third.out.splitlines()[0]).name == "bao-cao-tuan-2021-W06-thay-the-2.docx"


def test_a_replacement_without_its_sentence_is_not_issued(tuyentruyen: Run, issued: Path, correct: Correct) -> None:
    correct(issued)
    tuyentruyen("render", issued, "--week", "6", "--replace", *THU)
    change(issued / REPLACING, "Báo cáo này thay thế Báo cáo số 06/BC-VHTT", "Báo cáo này bổ sung báo cáo trước")
    said = tuyentruyen("issue", issued, "--week", "6", "--number", "7", "--date", "18/02/2021", *THU)
    assert said.code == 2
    assert "Báo cáo này thay thế Báo cáo số 06/BC-VHTT" in said.err


def test_an_offices_own_template_without_a_place_for_it_is_refused(tuyentruyen: Run, issued: Path, correct: Correct) -> None:
    """An office that made its template before must not send a replacement that does not say so."""
    own = issued / "templates" / "bao-cao-tuan"
    own.mkdir(parents=True)
    shipped = Path(__file__).parents[3] / "templates" / "bao-cao-tuan" / "report.docx"
    with zipfile.ZipFile(shipped) as old, zipfile.ZipFile(own / "report.docx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"{{ replaced }}", b"")
            new.writestr(name, data)
    correct(issued)
    said = tuyentruyen("render", issued, "--week", "6", "--replace", *THU)
    assert said.code == 2
    assert "Báo cáo này thay thế Báo cáo số 06/BC-VHTT" in said.err
    assert not (issued / REPLACING).exists()


def test_the_document_carries_the_log_and_prints_it_nowhere(issued: Path) -> None:
    lines = (issued / "store" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if json.loads(line)["kind"] == "issued")
    before = json.loads(lines[number - 1])["hash"]
    with zipfile.ZipFile(io.BytesIO((issued / ISSUED).read_bytes())) as archive:
        assert f'<log line="{number}" hash="{before}"/>' in archive.read("customXml/item1.xml").decode()
        others = b"".join(archive.read(n) for n in archive.namelist() if n != "customXml/item1.xml")
        assert before.encode() not in others
    assert docx.Document(str(issued / ISSUED)).paragraphs


def test_every_figure_of_the_report_is_in_the_log(issued: Path) -> None:
    now = dt.datetime.fromisoformat("2021-02-17T09:00+07:00")
    with open_store(issued, now, write=False) as store:
        (found,) = issues(store)
        current = store.values(["2021-W06"])
    assert {(v.unit, v.measure): v.value for v in current} == {
        (unit, measure): value for measure, units in found.figures.values.items() for unit, value in units.items()
    }
    assert dict(found.totals)["items"] == 297
    assert found.figures.parts["channel", "television", "items"] == 16
    assert len(found.figures.expected or ()) == 14


def test_json(tuyentruyen: Run, drafted: Path) -> None:
    document = json.loads(tuyentruyen("issue", drafted, *ORDER, "--json", *WED).out)
    assert (document["format"], document["report"], document["date"], document["week"], document["replaces"]) == (
        "tuyentruyen/issue", "06/BC-VHTT", "2021-02-17", "2021-W06", None,
    )  # fmt: skip
    assert document["sha256"] == hashlib.sha256((drafted / ISSUED).read_bytes()).hexdigest()
