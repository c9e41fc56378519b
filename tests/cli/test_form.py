"""``tuyentruyen form``: what it writes where, and a whole small campaign that asks for other things."""

import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tuyentruyen_cli.render.form_plan import SHEET

NOW = ("--now", "2021-02-01T09:00+07:00")
AFTERWARDS = ("--now", "2021-02-05T09:00+07:00")
# The form of the weekly report: Trạm truyền thanh cơ sở, and what it relays.
OWN, RELAYED = 13, 14


def fill(form: Path, into: Path, cells: dict[str, str | float]) -> None:
    """Fill a form in as a clerk does, and send it."""
    book = openpyxl.load_workbook(form)
    for cell, value in cells.items():
        book[SHEET][cell] = value
    into.parent.mkdir(exist_ok=True)
    book.save(into)


def about_files(document: Any) -> list[str]:
    """The findings that are about a file, not about the week."""
    return [f["rule"] for f in document["findings"] if f["location"]["file"].endswith(".xlsx")]


def row(number: int, *figures: float) -> dict[str, str | float]:
    return {f"{column}{number}": figure for column, figure in zip("CDEF", figures, strict=True)}


def test_one_form_for_all_units_and_the_weeks_that_are_asked_for(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("form", campaign, "--week", "5..8", *NOW)
    path = campaign / "forms" / "bieu-bao-cao.xlsx"
    assert (said.code, said.out) == (0, f"{path}\n")
    assert "Đã lập 1 biểu (phiên bản 1." in said.err
    lists = openpyxl.load_workbook(path)["tuyentruyen"]
    assert [c.value for c in lists["B"] if c.value] == [
        "Tuần 05 (từ 29/01/2021 đến 04/02/2021)",
        "Tuần 06 (từ 05/02/2021 đến 11/02/2021)",
        "Tuần 07 (từ 12/02/2021 đến 18/02/2021)",
        "Tuần 08 (từ 19/02/2021 đến 25/02/2021)",
    ]
    assert len([c.value for c in lists["A"] if c.value]) == 2 + 14


def test_a_month_is_its_weeks_and_by_default_a_quarter_is_offered(tuyentruyen: Any, campaign: Path) -> None:
    for asked, weeks in ((("--week", "2021-02"), 4), ((), 12)):
        assert tuyentruyen("form", campaign, *asked, *NOW).code == 0
        lists = openpyxl.load_workbook(campaign / "forms" / "bieu-bao-cao.xlsx")["tuyentruyen"]
        offered = [c.value for c in lists["B"] if c.value]
        assert (len(offered), offered[0][:7]) == (weeks, "Tuần 05")


def test_a_form_for_each_unit_and_week(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("form", campaign, "--per-unit", "--week", "5..6", "--json", *NOW)
    document = json.loads(said.out)
    assert (document["format"], len(document["outputs"])) == ("tuyentruyen/outputs", 28)
    assert document["form"].startswith("1.")
    path = campaign / "forms" / "2021-W06" / "bieu-bao-cao-2021-W06-khun-ha.xlsx"
    assert str(path) in document["outputs"]
    sheet = openpyxl.load_workbook(path)[SHEET]
    assert (sheet["C4"].value, sheet["C5"].value) == ("Xã Khun Há", "Tuần 06 (từ 05/02/2021 đến 11/02/2021)")
    assert sheet["A1"].value.endswith(f"/{document['form']}/2021-W06/khun-ha")


def test_a_form_for_some_units_of_the_week_that_now_is(tuyentruyen: Any, campaign: Path) -> None:
    said = tuyentruyen("form", campaign, "--unit", "ban-bo", "--unit", "na-tam", *NOW)
    folder = campaign / "forms" / "2021-W05"
    assert [Path(line) for line in said.out.splitlines()] == [
        folder / "bieu-bao-cao-2021-W05-ban-bo.xlsx",
        folder / "bieu-bao-cao-2021-W05-na-tam.xlsx",
    ]


def test_a_form_is_made_again_but_never_over_a_filled_one(tuyentruyen: Any, campaign: Path) -> None:
    path = campaign / "forms" / "bieu-bao-cao.xlsx"
    assert tuyentruyen("form", campaign, *NOW).code == 0
    first = path.read_bytes()
    assert tuyentruyen("form", campaign, *NOW).code == 0
    assert path.read_bytes() == first
    fill(path, path, row(OWN, 4, 12, 10, 300))
    said = tuyentruyen("form", campaign, *NOW)
    assert (said.code, "đã được sửa tay" in said.err) == (2, True)
    assert openpyxl.load_workbook(path)[SHEET][f"C{OWN}"].value == 4
    assert tuyentruyen("form", campaign, "--force", *NOW).code == 0
    assert path.read_bytes() == first


def test_a_place_of_ones_own(tuyentruyen: Any, campaign: Path, tmp_path: Path) -> None:
    file = tmp_path / "gửi đi" / "Biểu tuần 5.xlsx"
    assert tuyentruyen("form", campaign, "--unit", "ban-bo", "-o", file, *NOW).code == 0
    assert zipfile.is_zipfile(file)
    said = tuyentruyen("form", campaign, "--per-unit", "-o", file, *NOW)
    assert (said.code, "phải là một thư mục" in said.err) == (2, True)
    assert tuyentruyen("form", campaign, "--per-unit", "-o", tmp_path / "cả huyện", *NOW).code == 0
    assert len(list((tmp_path / "cả huyện" / "2021-W05").iterdir())) == 14


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (("--unit", "ban-bao"), "Không dùng được “ban-bao”. Có thể dùng: thi-tran-tam-duong, then-sin"),
        (("--week", "thế nào"), "Không hiểu tuần “thế nào”"),
        (("--week", "8..5"), "Viết tuần đầu trước"),
        (("--week", "2030-W05"), "Tuần 2030-W05 không có đơn vị nào phải báo cáo"),
    ],
)
def test_what_cannot_be_made_is_said(tuyentruyen: Any, campaign: Path, asked: tuple[str, ...], answer: str) -> None:
    said = tuyentruyen("form", campaign, *asked, *NOW)
    assert said.code == 2
    assert answer in said.err
    assert not (campaign / "forms").exists()


def with_schema(campaign: Path, text: str) -> None:
    (campaign / "schema.toml").write_text(text, encoding="utf-8")
    settings = campaign / "tuyentruyen.toml"
    asked = settings.read_text(encoding="utf-8").replace('schema = "bao-cao-tuan"', 'schema = "schema.toml"')
    settings.write_text(asked, encoding="utf-8")


def test_a_form_that_would_not_read_as_it_is_meant_is_never_handed_out(tuyentruyen: Any, campaign: Path) -> None:
    """An office's own title that says something else to the reader: which one, and what it is taken for."""
    with_schema(campaign, 'extends = "bao-cao-tuan"\n[measures.meetings]\ntitle = "Lũy kế số cuộc họp"\nkind = "count"\n')
    said = tuyentruyen("form", campaign, *NOW)
    assert said.code == 2
    assert "Cột “Lũy kế số cuộc họp” được hiểu là không phải số liệu." in said.err
    assert not (campaign / "forms").exists()


def test_topics_are_not_asked_for_where_there_are_none(tuyentruyen: Any, campaign: Path) -> None:
    settings = campaign / "tuyentruyen.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("bao-cao-tuan", "bluezone"), encoding="utf-8")
    said = tuyentruyen("form", campaign, "--topics", *NOW)
    assert (said.code, "không chia theo chủ đề" in said.err) == (2, True)


def test_more_columns_than_a_page_holds(tuyentruyen: Any, campaign: Path) -> None:
    measures = "".join(f'[measures.m{n}]\ntitle = "Số việc {n}"\nkind = "count"\n' for n in range(20, 29))
    with_schema(campaign, f'extends = "bao-cao-tuan"\n{measures}')
    said = tuyentruyen("form", campaign, *NOW)
    assert (said.code, "13 cột số liệu, nhiều quá một trang A4 (12 cột)" in said.err) == (2, True)


def test_the_week_of_a_campaign_by_forms_alone(tuyentruyen: Any, campaign: Path) -> None:
    """Forms out, filled in, and back: every figure where it belongs, nothing to say."""
    tuyentruyen("form", campaign, "--per-unit", *NOW)
    tuyentruyen("form", campaign, "--topics", "--week", "5..6", "-o", campaign / "forms" / "theo-chu-de.xlsx", *NOW)
    week = campaign / "tuần 5"
    forms = sorted((campaign / "forms" / "2021-W05").iterdir())
    for number, form in enumerate(forms[:-1]):
        relayed = row(RELAYED, 1, 3, 3, 50) if number % 2 else {}
        fill(form, week / form.name, {**row(OWN, 4, 12, 10, 300 + number), **relayed, "A24": f"{number} văn bản"})
    topics: dict[str, str | float] = {
        "C4": "Đài Truyền thanh - Truyền hình huyện Tam Đường",
        "C5": "Tuần 05 (từ 29/01/2021 đến 04/02/2021)",
    }
    assert forms[-1].stem.endswith("thi-tran-tam-duong")
    fill(forms[-1], week / forms[-1].name, row(OWN, 0, 0, 0, 0))
    station = next(f for f in (week).iterdir() if f.stem.endswith("dai-tt-th"))
    station.unlink()
    cells: dict[str, str | float] = {"D9": 2, "E9": 6, "F9": 5, "G9": 900, "D10": 3, "E10": 9, "F10": 6, "G10": 800}
    fill(campaign / "forms" / "theo-chu-de.xlsx", week / "đài.xlsx", {**topics, **cells})
    document = json.loads(tuyentruyen("aggregate", week, "--json", *AFTERWARDS).out)
    assert about_files(document) == []
    assert document["coverage"]["received"] == 14
    totals = {m: t["value"] for m, t in document["totals"].items()}
    assert (totals["items"], totals["duration"]) == (12 * 4 + 6 + 5, 60 * (12 * 12 + 6 * 3 + 15))
    assert {t["topic"]: t["values"]["items"]["value"] for t in document["topics"] if t["values"]["items"]["value"]} == {
        "covid-19": 2,
        "bluezone": 3,
        "unsplit": 54,
    }


def test_a_drive_that_asks_for_other_things_needs_no_code(tuyentruyen: Any, tmp_path: Path) -> None:
    """The whole way with the Bluezone schema: a new campaign, its form, two answers, totals, the Word report."""
    campaign = tmp_path / "bluezone"
    assert tuyentruyen("init", campaign, *NOW).code == 0
    settings = campaign / "tuyentruyen.toml"
    text = settings.read_text(encoding="utf-8").replace('schema = "bao-cao-tuan"', 'schema = "bluezone"')
    settings.write_text(text.replace("công tác thông tin, tuyên truyền", "cài đặt ứng dụng Bluezone"), encoding="utf-8")
    assert tuyentruyen("form", campaign, "--week", "2021-02", *NOW).code == 0
    form = campaign / "forms" / "bieu-bao-cao.xlsx"
    for unit, figures in (("Xã Một", (12, 8, 140, 260)), ("Xã Hai", (5, 11, 95, 0))):
        chosen: dict[str, str | float] = {"C4": unit, "C5": "Tuần 05 (từ 29/01/2021 đến 04/02/2021)"}
        fill(form, campaign / "week-05" / f"{unit}.xlsx", {**chosen, **row(9, *figures)})
    document = json.loads(tuyentruyen("aggregate", campaign / "week-05", "--json", *AFTERWARDS).out)
    assert about_files(document) == []
    assert {m: t["value"] for m, t in document["totals"].items()} == {
        "agencies": 17,
        "villages": 19,
        "households": 235,
        "installations": 260,
    }
    said = tuyentruyen("render", campaign, "--to", "docx", *AFTERWARDS)
    assert said.code == 0, said.err
    words = document_text(campaign / "reports" / "2021-W05" / "bao-cao-tuan-2021-W05.docx")
    assert "I. KẾT QUẢ CÀI ĐẶT BLUEZONE TRONG TUẦN" in words
    assert "các đơn vị báo cáo: số cơ quan, đơn vị yêu cầu cài Bluezone: 17; số thôn, bản giúp hộ dân cài Bluezone: 19" in words
    assert "theo kênh" not in words


def document_text(path: Path) -> str:
    from docx import Document  # noqa: PLC0415

    document = Document(str(path))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)
