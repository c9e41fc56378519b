"""Makes weeks 7 and 8 of the sample campaign, a correction that comes late for week 6, and their truth for the tests.

``python tools/sample_weeks.py`` (run by developers; what it writes is committed). Weeks 5 and 6 were made before, elsewhere.
"""

import datetime as dt
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sample_facts as facts
import sample_forms as forms
from sample_facts import MEASURES, PARTS, Row
from sample_files import Sheet, delimited, opendocument, workbook, zipped
from sample_forms import NAMES, WITH_NOTES, Cells, Week

ROOT = Path(__file__).resolve().parent.parent
SEVEN_DAYS = dt.timedelta(7)
WEEKS = {
    n: Week(n, dt.date(2021, 1, 29) + SEVEN_DAYS * (n - 5), dt.date(2021, 2, 4) + SEVEN_DAYS * (n - 5)) for n in range(5, 9)
}
FACTS = {7: facts.WEEK_07, 8: facts.WEEK_08}


@dataclass(frozen=True)
class Paper:
    """A file as it came: whose, when (``18T09:20`` of February), what is in it, and what must become of it.

    ``part`` and ``cells`` say where its figures stand; ``inside`` names the file in an archive.
    """

    unit: str
    file: str
    received: str
    rows: list[Row]
    data: bytes
    outcome: str = "accepted"
    part: str = ""
    cells: Cells | None = None
    inside: str = ""


def drawn(sheet: Sheet, cells: Cells) -> tuple[bytes, str, Cells]:
    """A workbook of one sheet, and where its figures stand."""
    return workbook(sheet), sheet.name, cells


def binh_lu(week: Week, rows: list[Row]) -> tuple[bytes]:
    """Bình Lư keeps its weeks in one workbook, the newest first."""
    earlier = {5: facts.BINH_LU_05, 6: facts.BINH_LU_06, 7: facts.WEEK_07["binh-lu"]}
    all_weeks = {week.number: rows} | {n: earlier[n] for n in sorted(earlier, reverse=True) if n < week.number}
    sheets = (forms.simple("binh-lu", WEEKS[n], r, f"Tuần {n:02d}", total="formula") for n, r in all_weeks.items())
    return (workbook(*(sheet for sheet, _ in sheets)),)


def station(week: Week, rows: list[Row]) -> tuple[bytes]:
    """The district station changes its form from week to week."""
    return (forms.station_sheets(week, rows) if week.number == 7 else forms.station_programmes(week, rows),)


def khun_ha(week: Week, rows: list[Row]) -> tuple[bytes]:
    """In the week of the power cut its letter says so."""
    power = ("II. Khó khăn, vướng mắc", "Mất điện trên diện rộng từ ngày 17/02, loa phát thanh các bản không hoạt động.")
    return (forms.letter("khun-ha", week, rows, total=True, after=power if week.number == 7 else ()),)


def ban_bo(week: Week, rows: list[Row]) -> tuple[bytes, str, Cells]:
    """Without a line of totals in the week in which a cell is broken."""
    return drawn(*forms.simple("ban-bo", week, rows, total="formula" if week.number == 8 else "", head=WITH_NOTES))


# unit: its file's name, and how it is made of the week and the rows.
USUAL: dict[str, tuple[str, Callable[[Week, list[Row]], tuple[Any, ...]]]] = {
    "thi-tran-tam-duong": (
        "BC tuyên truyền tuần {n} - TT Tam Đường.xlsx",
        lambda w, r: drawn(
            *forms.simple("thi-tran-tam-duong", w, r, f"Tuần {w.number}", formally=True, total="formula", head=WITH_NOTES)
        ),
    ),
    "then-sin": ("then sin t{n}.xlsx", lambda w, r: drawn(*forms.split("then-sin", w, r, total="typed"))),
    "ta-leng": ("Bieu TTCS tuan 0{n} Ta Leng.xlsx", lambda w, r: drawn(*forms.numbered("ta-leng", w, r))),
    "giang-ma": ("giangma_tuan{n}.csv", lambda w, r: (delimited(forms.simple("giang-ma", w, r)[0]),)),
    "ho-thau": ("Báo cáo tuần {n} xã Hồ Thầu.docx", lambda w, r: (forms.letter("ho-thau", w, r, apart=True, total=True),)),
    "binh-lu": ("Binh Lu - bao cao cac tuan.xlsx", binh_lu),
    "son-binh": ("Sơn Bình_tuần {n}.docx", lambda w, r: (forms.letter("son-binh", w, r),)),
    "nung-nang": ("nung nang tuan {n}.xlsx", lambda w, r: drawn(*forms.simple("nung-nang", w, r, formally=True))),
    "ban-giang": (
        "bangiang-tuan0{n}.ods",
        lambda w, r: (opendocument(forms.simple("ban-giang", w, r, "Trang_tính1", formally=True, total="typed")[0]),),
    ),
    "ban-hon": ("ban hon bc T{n}.xlsx", lambda w, r: drawn(*forms.turned("ban-hon", w, r))),
    "ban-bo": ("bc_tuan{n}_banbo.xlsx", ban_bo),
    "na-tam": ("Na Tam - tuan {n}.xlsx", lambda w, r: drawn(*forms.split("na-tam", w, r, formally=True))),
    "khun-ha": ("khun ha tuan {n}.docx", khun_ha),
    "dai-tt-th": ("DaiTTTH_BC_tuan0{n}_2021.xlsx", station),
}
# When each report came. In week 7 everyone had until the 19th, 10:00, Khun Há until the 22nd; Nùng Nàng sent nothing.
RECEIVED: dict[int, dict[str, str]] = {
    7: {
        "thi-tran-tam-duong": "18T09:20", "then-sin": "18T14:05", "ta-leng": "19T14:20", "giang-ma": "18T16:40",
        "ho-thau": "17T15:30", "binh-lu": "18T10:10", "son-binh": "18T15:45", "ban-giang": "18T11:00", "ban-hon": "19T08:15",
        "ban-bo": "18T13:30", "na-tam": "18T15:59", "khun-ha": "20T08:30", "dai-tt-th": "19T09:30",
    },
    8: {
        "thi-tran-tam-duong": "25T09:05", "then-sin": "25T10:30", "ta-leng": "25T08:20", "giang-ma": "26T08:10",
        "ho-thau": "25T08:00", "binh-lu": "25T09:40", "son-binh": "25T10:00", "nung-nang": "25T15:30", "ban-giang": "25T13:00",
        "ban-hon": "25T15:05", "ban-bo": "25T14:10", "na-tam": "25T15:50", "khun-ha": "25T10:15", "dai-tt-th": "25T15:40",
    },
}  # fmt: skip
DUE = {7: "19T10:00", 8: "25T16:00"}
EXTENDED = {(7, "khun-ha"): "22T10:00"}


def paper(number: int, unit: str, rows: list[Row] | None = None) -> Paper:
    """A unit's report of a week, in its usual form."""
    rows = FACTS[number][unit] if rows is None else rows
    name, make = USUAL[unit]
    data, *where = make(WEEKS[number], rows)
    outcome = "partial" if any(row.refused for row in rows) else "accepted"
    return Paper(unit, name.format(n=number), RECEIVED[number][unit], rows, data, outcome, *where)


def papers_of(number: int) -> list[Paper]:
    """The reports of a week. In week 8 Thèn Sin sends twice, and Khun Há sends an archive."""
    papers = {unit: paper(number, unit) for unit in RECEIVED[number]}
    if number != 8:
        return list(papers.values())
    first = replace(paper(8, "then-sin", facts.FIRST_OF_THEN_SIN), received="24T16:00", outcome="superseded")
    papers["then-sin"] = replace(papers["then-sin"], file="then sin t8 (sua).xlsx")
    inside = papers["khun-ha"]
    data = zipped({inside.file: inside.data})
    papers["khun-ha"] = replace(inside, file="khun ha tuan 8.zip", data=data, inside=inside.file)
    return [first, *papers.values()]


def moment(text: str) -> str:
    """A day of February 2021 and a time, with the zone of Vietnam."""
    return f"2021-02-{text}:00+07:00"


def truth(week: Week, papers: list[Paper]) -> dict[str, Any]:
    """What must come out, from the facts alone."""
    used = {p.unit: p.rows for p in papers if p.outcome != "superseded"}
    nothing = dict.fromkeys(("items", *PARTS, *MEASURES[1:]))
    units = []
    for unit in NAMES:
        values, why = facts.truth_of(used[unit]) if unit in used else (nothing, dict.fromkeys(nothing, "missing"))
        units.append({"unit": unit, "values": values, "why": why})
    folder = f"week-{week.number:02d}"
    submissions = [submission(week, p) for p in papers]
    newest_first = sorted(submissions, key=lambda s: s["received_at"], reverse=True)
    timeliness = list({s["unit"]: s["timeliness"] for s in newest_first}.values())
    return {
        "id": folder,
        "group": "weeks",
        "week": f"2021-W{week.number:02d}",
        "folder": folder,
        "line": "a whole week",
        "units": units,
        "submissions": submissions,
        "must_find": must_find(papers),
        "coverage": {
            "expected": len(NAMES),
            "received": len(timeliness),
            "on_time": timeliness.count("on-time"),
            "late": timeliness.count("late"),
            "missing": [u for u in NAMES if u not in used],
        },
    }


def submission(week: Week, one: Paper) -> dict[str, str]:
    """What becomes of a file."""
    due = EXTENDED.get((week.number, one.unit), DUE[week.number])
    return {
        "file": f"{one.file}/{one.inside}" if one.inside else one.file,
        "unit": one.unit,
        "outcome": one.outcome,
        "received_at": moment(one.received),
        "timeliness": "on-time" if one.received <= due else "late",
    }


def must_find(papers: list[Paper]) -> list[dict[str, Any]]:
    """What must be said: each refused cell, and each report that replaces an earlier one."""
    said: list[dict[str, Any]] = []
    for one in papers:
        for number, row in enumerate(one.rows):
            for measure, rule in row.refused.items():
                cell = (one.cells or {})[number, measure]
                said.append({"file": one.file, "part": one.part, "cell": cell, "rule": rule})
        if one.outcome == "superseded":
            both = [p.file for p in papers if p.unit == one.unit]
            said.append({"file": {"any_of": both}, "part": None, "cell": None, "rule": "newer-version", "severity": "warning"})
    return said


def correction() -> Paper:
    """What Bản Bo sent for week 6 after the report of that week was issued."""
    form = forms.simple("ban-bo", WEEKS[6], facts.CORRECTION_06, total="typed", head=WITH_NOTES)
    return Paper("ban-bo", "bc_tuan6_banbo (dinh chinh).xlsx", "18T08:50", facts.CORRECTION_06, *drawn(*form)[:1])


def main(root: Path = ROOT) -> None:
    """Write the folders and the truth below ``root``."""
    sample, golden = root / "sample_data" / "tam-duong-2021", root / "tests" / "golden"
    for number in FACTS:
        papers, folder = papers_of(number), f"week-{number:02d}"
        record = "file,received_at\n" + "".join(f"{p.file},{moment(p.received)}\n" for p in papers)
        write(sample / folder, {**{p.file: p.data for p in papers}, "received.csv": record.encode()})
        write(golden, {f"{folder}.json": as_json(truth(WEEKS[number], papers))})
    late = correction()
    record = (ROOT / "sample_data" / "tam-duong-2021" / "week-06" / "received.csv").read_text(encoding="utf-8")
    record += f"{late.file},{moment(late.received)}\n"
    write(sample / "gui-sau" / "week-06", {late.file: late.data, "received.csv": record.encode()})
    values, why = facts.truth_of(late.rows)
    units = [{"unit": late.unit, "values": values, "why": why}]
    write(golden, {"week-06-correction.json": as_json({"week": "2021-W06", "file": late.file, "units": units})})


def as_json(value: object) -> bytes:
    """A truth as its file holds it."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
