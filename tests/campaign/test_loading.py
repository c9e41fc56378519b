"""A campaign's folder, right and wrong. Every wrong one is shown as its two files and the lines that a person reads."""

import datetime as dt
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tuyentruyen_cli.campaign.builtin import builtin
from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.errors import CampaignError, ExitCode
from tuyentruyen_cli.model.period import Extension, Shift
from tuyentruyen_cli.resources import folder as resource_folder

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
GOOD = """
title = "Tuyên truyền Tết"
subject = "Kết quả tuyên truyền"
year = 2021

[issuer]
superior = "UBND HUYỆN TAM ĐƯỜNG"
name = "PHÒNG VĂN HÓA VÀ THÔNG TIN"
symbol = "BC-VHTT"
place = "Tam Đường"

[report]
recipients = ["Sở Thông tin và Truyền thông"]
authority = ["TRƯỞNG PHÒNG"]

[deadline]
rule = "thursday 16:00"
"""
UNITS = "id,name\nban-bo,Xã Bản Bo\nna-tam,Xã Nà Tăm\n"


def campaign(folder: Path, toml: str | bytes = GOOD, units: str | bytes = UNITS) -> Path:
    for name, text in (("tuyentruyen.toml", toml), ("units.csv", units)):
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def faults(folder: Path, toml: str | bytes = GOOD, units: str | bytes = UNITS, lang: str = "en") -> list[str]:
    with pytest.raises(CampaignError) as caught:
        load(campaign(folder, toml, units), lang)
    assert caught.value.message == "campaign.faults"
    assert caught.value.exit_code is ExitCode.USAGE
    return list(caught.value.details)


def test_the_smallest_campaign(tmp_path: Path) -> None:
    loaded = load(campaign(tmp_path))
    assert loaded.title == "Tuyên truyền Tết"
    assert loaded.letterhead.issuer == "PHÒNG VĂN HÓA VÀ THÔNG TIN"
    assert loaded.letterhead.filed == "VT"
    assert loaded.letterhead.copies == ()
    assert loaded.schema.id == "bao-cao-tuan"
    assert loaded.registry
    assert [unit.id for unit in loaded.registry.units] == ["ban-bo", "na-tam"]
    week = loaded.calendar.by_id("2021-W05")
    assert (week.start, week.end) == (dt.date(2021, 1, 29), dt.date(2021, 2, 4))
    assert week.due == dt.datetime(2021, 2, 4, 16, tzinfo=HANOI)


def test_the_sample_campaign_is_that_of_the_dispatch() -> None:
    loaded = load(resource_folder("sample_data") / "tam-duong-2021")
    assert loaded.letterhead.superior == "UBND HUYỆN TAM ĐƯỜNG"
    assert loaded.letterhead.issuer == "PHÒNG VĂN HÓA VÀ THÔNG TIN"
    assert loaded.letterhead.symbol == "BC-VHTT"
    assert loaded.letterhead.recipients == ("Sở Thông tin và Truyền thông tỉnh Lai Châu", "Ủy ban nhân dân huyện Tam Đường")
    assert loaded.letterhead.authority == ("TRƯỞNG PHÒNG",)
    assert loaded.registry
    assert len(loaded.registry.on(dt.date(2021, 2, 4)).units) == 14
    assert dict(loaded.registry.units[0].codes) == {"gso_code_2021": "03390"}
    assert loaded.calendar.by_id("2021-W06").due == dt.datetime(2021, 2, 11, 16, tzinfo=HANOI)


def test_nothing_is_assumed_about_units_without_a_campaign() -> None:
    assumed = builtin(2021)
    assert assumed.registry is None
    assert assumed.calendar.week(5).id == "2021-W05"
    assert assumed.calendar.week(5).due == dt.datetime(2021, 2, 4, 16, tzinfo=HANOI)


def test_shifts_and_extensions(tmp_path: Path) -> None:
    toml = (
        GOOD
        + """
shifts = [{ week = "2021-W06", due = 2021-02-10T16:00:00, reason = "Tết" }]
[[deadline.extensions]]
unit = "ban-bo"
week = "2021-W06"
due = 2021-02-12T09:00:00Z
reason = "Mất điện"
"""
    )
    calendar = load(campaign(tmp_path, toml)).calendar
    shifted = dt.datetime(2021, 2, 10, 16, tzinfo=HANOI)
    extended = dt.datetime(2021, 2, 12, 9, tzinfo=dt.UTC)
    assert calendar.shifts == (Shift("2021-W06", shifted, "Tết"),)
    assert calendar.extensions == (Extension("ban-bo", "2021-W06", extended, "Mất điện"),)
    week = calendar.by_id("2021-W06")
    assert (calendar.due_for(week, "na-tam"), calendar.due_for(week, "ban-bo")) == (shifted, extended)


def test_every_fault_of_both_files_at_once_with_what_is_allowed_and_what_was_meant(tmp_path: Path) -> None:
    toml = """
titel = "x"
subject = ""
year = "2021"
timezone = "Asia/Ho_Chi_Min"
schema = "bao-cao-tuam"
[issuer]
superior = "A"
name = 3
symbol = "05/BC-vhtt"
[report]
recipients = "ai"
copies = ["a", 1]
authority = []
[deadline]
rule = "thứ Năm 25:00"
shift = []
[[deadline.shifts]]
week = "2021-W60"
due = 2021-02-10
reason = "x"
[[deadline.extensions]]
unit = "ban-bô"
wek = "2021-W05"
due = "2021"
"""
    units = "id,name,kind\nban-bo,Xã Bản Bo,comune\n"
    text, texts = "A line of text in quotes.", 'A list of lines of text, such as ["line one", "line two"].'
    assert faults(tmp_path, toml, units) == [
        f"tuyentruyen.toml: title: is missing. {text}",
        f'tuyentruyen.toml: subject: cannot use "". {text}',
        'tuyentruyen.toml: year: cannot use "2021". A year, a whole number from 2000 to 2100, without quotes.',
        'tuyentruyen.toml: timezone: cannot use "Asia/Ho_Chi_Min". The name of a time zone, such as "Asia/Ho_Chi_Minh". Did you mean Asia/Ho_Chi_Minh?',
        "tuyentruyen.toml: titel: there is no such key. Keys: title, subject, schema, year, timezone, issuer, report, deadline, mailbox, smtp, request. Did you mean title?",
        'tuyentruyen.toml: schema: cannot use "bao-cao-tuam". Shipped schemas: bao-cao-tuan, bluezone; or a .toml file of the campaign. Did you mean bao-cao-tuan?',
        f"tuyentruyen.toml: issuer.name: cannot use 3. {text}",
        'tuyentruyen.toml: issuer.symbol: cannot use "05/BC-vhtt". A symbol in capitals, without number, slash or space, such as "BC-VHTT".',
        f"tuyentruyen.toml: issuer.place: is missing. {text}",
        f'tuyentruyen.toml: report.recipients: cannot use "ai". {texts}',
        f"tuyentruyen.toml: report.copies[1]: cannot use 1. {texts}",
        'tuyentruyen.toml: report.authority: cannot use []. A list of at least one line, such as ["TRƯỞNG PHÒNG"].',
        'tuyentruyen.toml: deadline.rule: cannot use "thứ Năm 25:00". A day of the week and a time (0-23), such as "thursday 16:00" or "thứ Năm 16:00".',
        "tuyentruyen.toml: deadline.shift: there is no such key. Keys: rule, shifts, extensions. Did you mean shifts?",
        'tuyentruyen.toml: deadline.shifts[0].week: cannot use "2021-W60". An ISO week that exists, such as "2021-W06".',
        "tuyentruyen.toml: deadline.shifts[0].due: cannot use 2021-02-10. A date with a time, without quotes, such as 2021-02-10T16:00:00.",
        'tuyentruyen.toml: deadline.extensions[0].week: is missing. An ISO week that exists, such as "2021-W06".',
        'tuyentruyen.toml: deadline.extensions[0].due: cannot use "2021". A date with a time, without quotes, such as 2021-02-10T16:00:00.',
        f"tuyentruyen.toml: deadline.extensions[0].reason: is missing. {text}",
        "tuyentruyen.toml: deadline.extensions[0].wek: there is no such key. Keys: week, due, reason, unit. Did you mean week?",
        'units.csv: row 2, column kind (C2): cannot use "comune". One of: commune, ward, township, special-zone, station, district, province, office, other. Did you mean commune?',
    ]


def test_the_same_in_vietnamese(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD.replace("year = 2021", 'yaer = 2021\ntimezone = ""'), lang="vi") == [
        "tuyentruyen.toml: year: thiếu. Cần một năm, số nguyên từ 2000 đến 2100, không có ngoặc kép.",
        'tuyentruyen.toml: timezone: không dùng được "". Cần tên múi giờ, ví dụ "Asia/Ho_Chi_Minh".',
        "tuyentruyen.toml: yaer: không có mục tên như vậy. Các mục có thể ghi: title, subject, schema, year, timezone, issuer, report, deadline, mailbox, smtp, request. Có phải là year?",
    ]


def test_deadlines_that_cannot_be_meant(tmp_path: Path) -> None:
    toml = (
        GOOD
        + """
[[deadline.shifts]]
week = "2021-W06"
due = 2012-02-10T16:00:00
reason = "a slip in the year"
[[deadline.shifts]]
week = "2021-W06"
due = 2021-02-10T16:00:00
reason = "again"
[[deadline.extensions]]
unit = "ban-bo"
week = "2021-W05"
due = 2021-02-03T16:00:00
reason = "earlier"
[[deadline.extensions]]
unit = "ban-bon"
week = "2021-W05"
due = 2021-02-05T16:00:00
reason = "nobody"
"""
    )
    assert faults(tmp_path, toml) == [
        'tuyentruyen.toml: deadline.extensions[1].unit: cannot use "ban-bon". The id of a unit of units.csv. Did you mean ban-bo?',
        "tuyentruyen.toml: deadline.shifts[0].due: 2012-02-10 16:00:00+07:00 is more than 31 days from the usual deadline 2021-02-11 16:00:00+07:00 of week 2021-W06; check the year and the month.",
        "tuyentruyen.toml: deadline.shifts[1].week: week 2021-W06 has been shifted above.",
        "tuyentruyen.toml: deadline.extensions[0].due: 2021-02-03 16:00:00+07:00 is not later than everyone's deadline 2021-02-04 16:00:00+07:00, so it is no extension.",
    ]


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        ('title = "x"\nsubject = [1,\n"a" b\n', 'line 3, column 5 is not TOML: "a" b (Unclosed array).'),
        ("title = Tết\n", "line 1, column 9 is not TOML: title = Tết (Invalid value)."),
        ('title = "a"\ntitle = "b"\n', 'line 2, column 12 is not TOML: title = "b" (Cannot overwrite a value).'),
        ('title = "a', 'line 1, column 11 is not TOML: title = "a (Unterminated string'),
        ("title = “a”\n", "line 1, column 9 is not TOML: title = “a” (Invalid value)."),
    ],
)
def test_broken_toml_is_shown_with_line_and_column_and_units_are_checked_all_the_same(
    tmp_path: Path, toml: str, line: str
) -> None:
    first, second = faults(tmp_path, toml, "id,name\nban-bo,\n")
    assert first.startswith(f"tuyentruyen.toml: {line}")
    assert second == "units.csv: row 2, column name (B2): is missing. The name of the unit."


def test_notepad_writes_a_byte_order_mark_and_that_is_no_fault(tmp_path: Path) -> None:
    assert load(
        campaign(tmp_path, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + UNITS.encode())
    ).registry


def test_another_encoding_is_said_with_its_line(tmp_path: Path) -> None:
    not_utf8 = "is not UTF-8. Save it again: in Notepad with the encoding UTF-8, in Excel as “CSV UTF-8”."
    assert faults(tmp_path, 'year = 2021\ntitle = "Tết"'.encode("utf-16"), b"id,name\nban-bo,X\xe3 B\xe0n\n") == [
        f"tuyentruyen.toml: line 1 {not_utf8}",
        f"units.csv: line 2 {not_utf8}",
    ]


def test_tables_that_are_no_tables(tmp_path: Path) -> None:
    toml = 'title = "a"\nsubject = "b"\nyear = 2021\nissuer = "A"\nreport = 1\ndeadline = []\n'
    assert faults(tmp_path, toml) == [
        f"tuyentruyen.toml: {key}: cannot use {given}. A table, such as [deadline]."
        for key, given in (("issuer", '"A"'), ("report", "1"), ("deadline", "[]"))
    ]


def test_line_breaks_and_what_cannot_be_seen_do_not_get_into_a_report(tmp_path: Path) -> None:
    toml = GOOD.replace('"Tam Đường"', '"Tam\\nĐường"').replace('"TRƯỞNG PHÒNG"', '"TRƯỞNG\\u200bPHÒNG"')
    assert [line.split(":")[1] for line in faults(tmp_path, toml)] == [" issuer.place", " report.authority[0]"]


def test_a_folder_without_its_files(tmp_path: Path) -> None:
    with pytest.raises(CampaignError) as caught:
        load(tmp_path)
    assert caught.value.message == "campaign.none"
    campaign(tmp_path)
    (tmp_path / "units.csv").unlink()
    with pytest.raises(CampaignError) as caught:
        load(tmp_path, "en")
    assert caught.value.details == ("units.csv: the campaign has no such file. To start from one: tuyentruyen init",)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    campaign(tmp_path)
    (tmp_path / "units.csv").unlink()
    (tmp_path / "units.csv").mkdir()
    with pytest.raises(CampaignError) as caught:
        load(tmp_path, "en")
    (line,) = caught.value.details
    assert line.startswith("units.csv: cannot be read: ")


@pytest.mark.parametrize("week", ["2021-06", "2021-W53", "W06", "2021-W6"])
def test_weeks_that_are_none(tmp_path: Path, week: str) -> None:
    toml = f'{GOOD}shifts = [{{ week = "{week}", due = 2021-02-10T16:00:00, reason = "x" }}]'
    assert faults(tmp_path, toml) == [
        f'tuyentruyen.toml: deadline.shifts[0].week: cannot use "{week}". An ISO week that exists, such as "2021-W06".'
    ]


def test_finding_a_campaign_does_not_load_pydantic() -> None:
    code = "import sys, tuyentruyen_cli.campaign.place, tuyentruyen_cli.campaign.starting, tuyentruyen_cli.texts.campaign; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
