"""The document of ``aggregate --json``."""

import json
import subprocess
import sys
from collections.abc import Callable

from msgspec.structs import replace

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.submission import Outcome
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.report_json import finding_json, report_json, submissions_json

ROWS = (
    ("ban-bo", "Xã Bản Bo", (17, 5400, 40, "fraction-in-count")),
    ("na-tam", "Xã Nà Tăm", None),
)


def test_the_whole_document(make: Callable[..., Report], explain: Explain) -> None:
    report = make(ROWS)
    findings = report.findings[:1]
    document = report_json(replace(report, findings=findings, submissions=report.submissions[:1]), explain)
    assert json.loads(json.dumps(document)) == {
        "format": "tuyentruyen/report",
        "version": 1,
        "period": {"id": "2021-W05", "start": "2021-01-29", "end": "2021-02-04", "deadline": "2021-02-04T16:00:00+07:00"},
        "coverage": {"expected": 2, "received": 1, "on_time": 1, "late": 0, "unknown": 0, "missing": ["na-tam"]},
        "submissions": [
            {
                "file": "ban-bo.xlsx",
                "sha256": "0" * 64,
                "unit": "ban-bo",
                "period": "2021-W05",
                "received_at": "2021-02-04T11:00:00+07:00",
                "timeliness": "on-time",
                "outcome": "accepted",
                "evidence": "received.csv",
            }
        ],
        "decisions": [],
        "comparison": None,
        "issued": None,
        "units": [
            {
                "unit": "ban-bo",
                "name": "Xã Bản Bo",
                "expected": True,
                "received": True,
                "timeliness": "on-time",
                "values": {"items": 17, "news": None, "duration": 5400, "broadcasts": 40, "listeners": None},
                "known": {"listeners": {"value": 1250, "open": 1}},
                "why": {"listeners": ["fraction-in-count"]},
                "approximate": [],
                "decided": [],
            },
            {
                "unit": "na-tam",
                "name": "Xã Nà Tăm",
                "expected": True,
                "received": False,
                "timeliness": "unknown",
                "values": {"items": None, "news": None, "duration": None, "broadcasts": None, "listeners": None},
                "known": {},
                "why": {},
                "approximate": [],
                "decided": [],
            },
        ],
        "channels": [
            {"channel": "radio", "values": {"items": part(8), "duration": part(2700), "broadcasts": part(20)}},
            {"channel": "unsplit", "values": {"items": part(9), "duration": part(2700), "broadcasts": part(20)}},
        ],
        "topics": [],
        "origin": [
            {"origin": "own", "values": {"items": part(13), "duration": part(4050), "broadcasts": part(30)}},
            {"origin": "relayed", "values": {"items": part(0), "duration": part(0), "broadcasts": part(10)}},
        ],
        "totals": {
            "items": {"value": 17, "units": 1, "missing": ["na-tam"], "partial": []},
            "news": {"value": None, "units": 0, "missing": ["ban-bo", "na-tam"], "partial": []},
            "duration": {"value": 5400, "units": 1, "missing": ["na-tam"], "partial": []},
            "broadcasts": {"value": 40, "units": 1, "missing": ["na-tam"], "partial": []},
            "listeners": {"value": None, "units": 0, "missing": ["ban-bo", "na-tam"], "partial": []},
        },
        "findings": [
            {
                "rule": "fraction-in-count",
                "severity": "error",
                "message": "Lỗi fraction-in-count: “15-20”.",
                "hint": "Đề nghị đơn vị ghi lại số liệu rồi gửi lại báo cáo.",
                "unit": "ban-bo",
                "location": {"file": "ban-bo.xlsx", "part": "Sheet1", "cell": "F9"},
                "measure": "listeners",
            }
        ],
    }


def part(value: int) -> dict[str, object]:
    return {"value": value, "units": 1, "missing": [], "partial": []}


def test_a_file_for_several_units_is_one_entry(make: Callable[..., Report]) -> None:
    one = make(ROWS).submissions[0]
    shared = (replace(one, shared=True), replace(one, shared=True, unit="na-tam", outcome=Outcome.PARTIAL))
    [entry] = submissions_json(shared)
    assert (entry["unit"], entry["units"], entry["outcome"]) == (None, ["ban-bo", "na-tam"], "partial")


def test_a_location_has_a_part_and_a_cell_where_there_is_one(explain: Explain) -> None:
    def location(where: Location) -> object:
        return finding_json(Finding("x", Severity.NOTE, where), explain)["location"]

    assert location(Location("week-05")) == {"file": "week-05"}
    assert location(Location("a.csv", "", 8, 4)) == {"file": "a.csv", "part": "", "cell": "D8"}
    assert location(Location("a.docx", "table 2")) == {"file": "a.docx", "part": "table 2"}


def test_figures_are_whole_numbers(week: Report, explain: Explain) -> None:
    def numbers(value: object) -> list[object]:
        if isinstance(value, dict):
            return [n for inner in value.values() for n in numbers(inner)]
        return [n for inner in value for n in numbers(inner)] if isinstance(value, list) else [value]

    assert float not in {type(n) for n in numbers(report_json(week, explain))}


def test_words_libraries_are_loaded_only_for_a_word_file() -> None:
    code = "import sys, tuyentruyen_cli.render.docx, tuyentruyen_cli.render.report_json; print({'lxml', 'docx', 'jinja2'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"
