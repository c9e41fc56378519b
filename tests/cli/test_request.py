"""``tuyentruyen render --kind yeu-cau``: the dispatch, and what goes out to each unit with it."""

import email
import io
import json
import shutil
import zipfile
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

NOW = ("--now", "2021-02-02T09:00+07:00")
pytestmark = pytest.mark.usefixtures("in_this_process")


@pytest.fixture
def asking(campaign: Path) -> Path:
    """The campaign with two units, two weeks and one file of material."""
    for week in campaign.glob("week-*"):
        shutil.rmtree(week)
    settings = campaign / "tuyentruyen.toml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace('to = "2021-W08"', 'to = "2021-W06"').replace("materials = []", 'materials = ["tài liệu/*.pdf"]')
    settings.write_text(text, encoding="utf-8")
    units = campaign / "units.csv"
    head, *rows = units.read_text(encoding="utf-8").splitlines()
    kept = [
        f"{row},{'bb@example.vn' if row.startswith('ban-bo') else ''}" for row in rows if row.startswith(("ban-bo", "khun-ha"))
    ]
    units.write_text("\n".join([f"{head},addresses", *kept]) + "\n", encoding="utf-8")
    (campaign / "tài liệu").mkdir()
    (campaign / "tài liệu" / "Hỏi đáp.pdf").write_bytes(b"%PDF-1.4 hoi dap")
    return campaign


def files_of(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def draft(asking: Path, unit: str) -> Any:
    data = (asking / "reports" / "yeu-cau" / unit / f"thu-yeu-cau-{unit}.eml").read_bytes()
    return email.message_from_bytes(data, policy=default)


def test_each_unit_gets_the_dispatch_its_forms_and_the_materials(tuyentruyen: Any, asking: Path) -> None:
    said = tuyentruyen("render", asking, "--kind", "yeu-cau", "--bundle", "folder", "--json", *NOW)
    assert said.code == 0, said.err
    assert files_of(asking / "reports") == sorted(
        ["yeu-cau.docx"]
        + [
            f"yeu-cau/{unit}/{name}"
            for unit in ("ban-bo", "khun-ha")
            for name in (
                "cong-van-yeu-cau.docx",
                "Hỏi đáp.pdf",
                f"bieu-bao-cao-2021-W05-{unit}.xlsx",
                f"bieu-bao-cao-2021-W06-{unit}.xlsx",
                f"thu-yeu-cau-{unit}.eml",
            )
        ]
    )
    assert {Path(p).name for p in json.loads(said.out)["outputs"]} == {Path(p).name for p in files_of(asking / "reports")}
    message = draft(asking, "ban-bo")
    assert message["To"] == "bb@example.vn"
    assert message["Subject"].endswith(" - xã Bản Bo")
    assert [a.get_filename() for a in message.iter_attachments()] == [
        "cong-van-yeu-cau.docx",
        "Hỏi đáp.pdf",
        "bieu-bao-cao-2021-W05-ban-bo.xlsx",
        "bieu-bao-cao-2021-W06-ban-bo.xlsx",
    ]
    assert draft(asking, "khun-ha")["To"] is None


def test_the_form_that_went_out_reads_back_as_that_unit_and_week(tuyentruyen: Any, asking: Path) -> None:
    tuyentruyen("render", asking, "--kind", "yeu-cau", "--bundle", "folder", *NOW)
    form = asking / "reports" / "yeu-cau" / "khun-ha" / "bieu-bao-cao-2021-W06-khun-ha.xlsx"
    copy = shutil.copy(form, asking / "gui lai.xlsx")
    [found] = json.loads(tuyentruyen("validate", copy, "--json").out)["submissions"]
    assert (found["unit"], found["period"]) == ("khun-ha", "2021-W06")


def test_one_archive_a_unit_on_demand_and_the_same_bytes_again(tuyentruyen: Any, asking: Path) -> None:
    order = ("render", asking, "--kind", "yeu-cau", "--bundle", "zip", *NOW)
    assert tuyentruyen(*order).code == 0
    folder = asking / "reports" / "yeu-cau"
    assert files_of(folder / "ban-bo") == ["thu-yeu-cau-ban-bo.eml", "yeu-cau-ban-bo.zip"]
    [attached] = draft(asking, "ban-bo").iter_attachments()
    archive = zipfile.ZipFile(io.BytesIO(attached.get_content()))
    assert len(archive.namelist()) == 4
    assert archive.read("Hỏi đáp.pdf") == b"%PDF-1.4 hoi dap"
    before = {name: (folder / name).read_bytes() for name in files_of(folder)}
    assert tuyentruyen(*order).code == 0
    assert {name: (folder / name).read_bytes() for name in files_of(folder)} == before


def test_what_goes_out_no_more_is_taken_away(tuyentruyen: Any, asking: Path) -> None:
    tuyentruyen("render", asking, "--kind", "yeu-cau", "--bundle", "folder", *NOW)
    tuyentruyen("render", asking, "--kind", "yeu-cau", "--bundle", "zip", *NOW)
    assert files_of(asking / "reports" / "yeu-cau" / "ban-bo") == ["thu-yeu-cau-ban-bo.eml", "yeu-cau-ban-bo.zip"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[request]", "[request_]", "request"),
        ('materials = ["tài liệu/*.pdf"]', 'materials = ["../*.pdf"]', "materials"),
        ('materials = ["tài liệu/*.pdf"]', 'materials = ["C:/*.pdf"]', "materials"),
        ('materials = ["tài liệu/*.pdf"]', 'materials = ["tài liệu/*.doc"]', "tài liệu/*.doc"),
        ('to = "2021-W06"', 'to = "2021-W04"', "2021-W04"),
    ],
)
def test_what_cannot_be_asked_is_named(tuyentruyen: Any, asking: Path, old: str, new: str, said: str) -> None:
    settings = asking / "tuyentruyen.toml"
    text = settings.read_text(encoding="utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), encoding="utf-8")
    answer = tuyentruyen("render", asking, "--kind", "yeu-cau", "--bundle", "zip", *NOW)
    assert answer.code == 2
    assert said in answer.err
    assert not (asking / "reports" / "yeu-cau").exists()


def test_a_campaign_that_asks_nothing_is_told_how(tuyentruyen: Any, asking: Path) -> None:
    settings = asking / "tuyentruyen.toml"
    text = settings.read_text(encoding="utf-8")
    start, end = text.index("[request]"), text.index("[deadline]")
    settings.write_text(text[:start] + text[end:], encoding="utf-8")
    answer = tuyentruyen("render", asking, "--kind", "yeu-cau", *NOW)
    assert (answer.code, "[request]" in answer.err) == (2, True)
    answer = tuyentruyen("render", asking, "--bundle", "zip", *NOW)
    assert (answer.code, "--bundle" in answer.err) == (2, True)


def test_materials_that_no_mail_takes_are_refused(tuyentruyen: Any, asking: Path) -> None:
    with (asking / "tài liệu" / "phim.pdf").open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    answer = tuyentruyen("render", asking, "--kind", "yeu-cau", "--bundle", "zip", *NOW)
    assert (answer.code, "21 MB" in answer.err) == (2, True)
