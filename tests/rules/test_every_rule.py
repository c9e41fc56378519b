"""Every rule in a week where it speaks, and in its neighbour, which differs in little, where it is silent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tuyentruyen_cli.campaign.schema_file import load_schema
from tuyentruyen_cli.check.questions import open_questions
from tuyentruyen_cli.model.decision import DecisionKind
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.form import code_of
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.rules import CLOSED_BY, RULES
from tuyentruyen_cli.render.explain import explainer
from tuyentruyen_cli.texts import area

Files = Mapping[str, str]
DOCS = Path(__file__).parents[2] / "docs" / "rules"

HEADING = "TT | Kênh | Số tin, bài | Thời lượng (phút) | Số lượt phát | Ước số người nghe"
RADIO = "1 | Phát thanh | 6 | 30 | 20 | 500"
MOBILE = "2 | Loa kéo | 5 | 20 | 22 | 330"
TABLE = f"{HEADING}\n{RADIO}\n{MOBILE}"
OTHER_FIGURES = f"{HEADING}\n1 | Phát thanh | 7 | 30 | 20 | 500\n{MOBILE}"
FORM = f"Mã biểu: {code_of(load_schema('bao-cao-tuan'))}"
WITHOUT_UNIT = {"bao cao.xlsx": TABLE}

# Severity as the catalogue says, but for these, which weigh differently from case to case.
WEIGHED = {"unit-near-miss", "approximate", "office-rule"}


@dataclass(frozen=True)
class Case:
    """Weeks, the last of which is looked at, files of the campaign's own, and files that a person decided something of.

    ``filled`` is typed into the first row of the work list.
    """

    fires: Files
    silent: Files
    before: tuple[Files, ...] = ()
    campaign: Files = field(default_factory=dict)
    campaign_silent: Files | None = None
    decided: Files = field(default_factory=dict)
    before_silent: tuple[Files, ...] | None = None
    filled: tuple[str, ...] = ()
    filled_silent: tuple[str, ...] = ()


def of(fires: str, silent: str, name: str = "ban-bo.xlsx") -> Case:
    """One file that speaks, and one that does not."""
    return Case({name: fires}, {name: silent})


def cell(column: str, fires: str, silent: str) -> Case:
    """A workbook with one cell of its first row changed."""
    words = RADIO.split(" | ")
    rows = []
    for typed in (fires, silent):
        words["ABCDEF".index(column)] = typed
        rows.append(f"{HEADING}\n{' | '.join(words)}")
    return of(*rows)


def rows(fires: str, silent: str = "", more: str = TABLE) -> Case:
    """A table with a further row."""
    return of(f"{more}\n{fires}", f"{more}\n{silent}")


def heading(fires: str, silent: str, row: str = RADIO) -> Case:
    """A table under one or another heading."""
    return of(f"{fires}\n{row}", f"{silent}\n{row}")


def word(fires: str, silent: str = "6") -> Case:
    """A Word table with its first figure so, or so."""
    table = HEADING + "\n1 | Phát thanh | {} | 30 | 20 | 500"
    return of(table.format(fires), table.format(silent), "ban-bo.docx")


def received(first: str, second: str) -> str:
    return f"file,received_at\nban-bo.xlsx,{first}\nban-bo-moi.xlsx,{second}\n"


HOUSEHOLDS = """extends = "bao-cao-tuan"
[measures.households]
title = "Số hộ được hỗ trợ"
kind = "count"
maximum = 5000
"""
OFFICE = """extends = "bao-cao-tuan"
[[rules]]
id = "many-listeners"
when = "listeners > items * 100"
severity = "warning"
text = "Số người nghe nhiều hơn 100 lần số tin, bài."
"""
KHUN_HA = "khun-ha,Xã Khun Há,commune,Khun Há,2000\n"  # the sample's settings name it
FEW_PEOPLE = f"id,name,kind,aliases,population\nban-bo,Xã Bản Bo,commune,Bản Bo,300\n{KHUN_HA}"
MANY_PEOPLE = FEW_PEOPLE.replace(",300", ",30000")
USUAL = {"ban-bo.xlsx": f"{HEADING}\n1 | Phát thanh | 6 | 30 | 20 | 500\n2 | Loa kéo | 5 | 20 | 22 | 330"}
NEXT = {"ban-bo.xlsx": f"{HEADING}\n1 | Phát thanh | 7 | 33 | 21 | 510\n2 | Loa kéo | 5 | 22 | 22 | 340"}
PAST = (USUAL, NEXT) * 5
TWO = {"ban-bo.xlsx": TABLE, "ban-bo-moi.xlsx": OTHER_FIGURES}
SHARED = "TT | Đơn vị | Số tin, bài | Thời lượng (phút) | Số lượt phát | Ước số người nghe\n1 | Bản Bo | 11 | 50 | 42 | 830\n2 | Nà Tăm | 3 | 9 | 7 | 90"

CASES = {
    # a cell
    "fraction-in-count": cell("F", "1.2", "1200"),
    "date-in-number": cell("C", "2021-02-05@dd/mm", "5"),
    "malformed-number": cell("F", "12.34.567", "12.345.678"),
    "ambiguous-number": cell("D", '"1,500"', '"1.500"'),
    "range": cell("E", "20-30 lượt", "25 lượt"),
    "rate-not-total": cell("E", "3 lần/ngày", "3 lần/ngày x 7 ngày"),
    "not-a-number": cell("C", "nhiều", "không"),
    "percent": cell("F", "95%", "95"),
    "fraction-of": cell("E", "13/14 xã", "13"),
    "negative": cell("C", "-5", "5"),
    "error-cell": cell("C", "#REF!", "6"),
    "uncached-formula": cell("C", "=B5+B6", "6"),
    "ambiguous-duration": cell("D", "05:30", "0:05:30"),
    "clock-range": cell("D", "từ 5 giờ 15 phút đến 7 giờ", "105 phút"),
    "counting-word": cell("C", "40 lượt", "40 tin"),
    "foreign-thousands": cell("F", '"1,200"', '"1.200"'),
    "measure-assumed": heading(HEADING.replace(" (phút)", ""), HEADING),
    "approximate": cell("E", "khoảng 30", "30"),
    "not-stated": cell("E", "", "0"),
    "scaled": heading(HEADING + " (nghìn người)", HEADING),
    "computed": cell("E", "3 lần/ngày x 7 ngày", "21"),
    "text-cleaned": cell("C", "12\u200b", '"12"'),
    "legacy-font": of("@ font .VnTime\n" + TABLE.replace("Phát thanh", "Ph¸t thanh"), TABLE),
    "readings-differ": of("@ twice C2\n" + TABLE, TABLE),
    "out-of-bounds": Case(
        {"ban-bo.xlsx": f"{HEADING} | Số hộ được hỗ trợ\n{RADIO} | 5001"},
        {"ban-bo.xlsx": f"{HEADING} | Số hộ được hỗ trợ\n{RADIO} | 5000"},
        campaign={"schema.toml": HOUSEHOLDS},
    ),
    # a column, a row, a table
    "basis-unclear": heading(HEADING + " | Số lượt phát", HEADING + " | Lượt xem", RADIO + " | 22"),
    "split-mismatch": heading(
        f"{HEADING} | Số tin | Số bài\n{RADIO} | 4 | 1", f"{HEADING} | Số tin | Số bài\n{RADIO} | 4 | 2", ""
    ),
    "total-mismatch": rows(" | Tổng cộng | 12 | 50 | 42 | 830", " | Tổng cộng | 11 | 50 | 42 | 830"),
    "subtotal-mismatch": of(
        f"{HEADING}\nI | Phát thanh | 12 | 50 | 42 | 830\n1 | Bản tin sáng | 6 | 30 | 20 | 500\n2 | Bản tin chiều | 5 | 20 | 22 | 330",
        f"{HEADING}\nI | Phát thanh | 11 | 50 | 42 | 830\n1 | Bản tin sáng | 6 | 30 | 20 | 500\n2 | Bản tin chiều | 5 | 20 | 22 | 330",
    ),
    "total-without-rows": of(
        f"{HEADING}\n1 | Phát thanh | | 30 | 20 | 500\n | Tổng cộng | 6 | 30 | 20 | 500",
        f"{HEADING}\n1 | Phát thanh | 6 | 30 | 20 | 500\n | Tổng cộng | 6 | 30 | 20 | 500",
    ),
    "total-unchecked": rows(" | Tổng cộng | =SUM(C2:C3) | 50 | 42 | 830", " | Tổng cộng | 11 | 50 | 42 | 830"),
    "unlabelled-row": rows(" | | 3 | 4 | 5 | 6", " | | 11 | 50 | 42 | 830"),
    "row-unclear": rows("3 | Toàn bộ các kênh | 11 | 50 | 42 | 830", " | Tổng số các kênh | 11 | 50 | 42 | 830"),
    "hidden-figures": rows("hidden>3 | Zalo | 2 | 3 | 4 | 50", "3 | Zalo | 2 | 3 | 4 | 50"),
    "value-under-merge": of(
        f"{HEADING}\n{RADIO}\n2 | Loa kéo | ^ 6 / 5 | 20 | 22 | 330", f"{HEADING}\n{RADIO}\n2 | Loa kéo | ^ 6 / | 20 | 22 | 330"
    ),
    "no-table": of("Trong tuần xã đã phát 12 tin, bài.", TABLE),
    "two-tables": of(f"{TABLE}\n\n\n{OTHER_FIGURES}", f"{TABLE}\n\n\n{HEADING}\n3 | Zalo | 2 | 3 | 4 | 50"),
    "hidden-sheet": of(f"{TABLE}\n=== Nháp (hidden)\n{TABLE}", TABLE),
    "unread-table": rows("\n | | | | Người lập biểu\n | Điện thoại | | | | 912345678", "\n | | | | Người lập biểu"),
    "extra-column": heading(HEADING + " | Kinh phí", HEADING + " | Ghi chú", RADIO + " | Sùng A Páo"),
    "unknown-channel": rows("3 | Loa ông Sùng | 2 | 3 | 4 | 50", "3 | Zalo | 2 | 3 | 4 | 50"),
    "unknown-topic": heading(
        HEADING.replace("Kênh", "Chủ đề"), HEADING.replace("Kênh", "Chủ đề"), "1 | {} | 6 | 30 | 20 | 500"
    ),
    "other-week": of(f"=== Tuần 4\n{OTHER_FIGURES}\n=== Tuần 5\n{TABLE}", f"=== Tuần 5\n{TABLE}"),
    # whose report, which week
    "unit-conflict": of(f"Đơn vị: Xã Nà Tăm\n{TABLE}", f"Đơn vị: Xã Bản Bo\n{TABLE}"),
    "unit-unknown": Case(WITHOUT_UNIT, {"bao cao ban bo.xlsx": TABLE}),
    "unit-near-miss": Case({"bao cao.xlsx": f"Đơn vị: Xã Tả Lẻng\n{TABLE}"}, {"bao cao.xlsx": f"Đơn vị: Xã Tả Lèng\n{TABLE}"}),
    "wrong-period": of(f"Từ ngày 22/01/2021 đến ngày 28/01/2021\n{TABLE}", f"Từ ngày 29/01/2021 đến ngày 04/02/2021\n{TABLE}"),
    "wrong-form": of(f"{FORM.replace('/1.', '/2.')}\n{TABLE}", f"{FORM}\n{TABLE}"),
    "old-form": of(f"{FORM[:-6]}000000\n{TABLE}", f"{FORM}\n{TABLE}"),
    # a file
    "unreadable-file": of("@ empty", TABLE),
    "encrypted-file": of("@ encrypted", TABLE),
    "unsupported-file": Case({"ban-bo.pdf": "%PDF-1.4\n"}, {"ban-bo.csv": TABLE.replace(",", "").replace(" | ", ",")}),
    "unsafe-file": of("@ doctype\n" + TABLE, TABLE),
    "tracked-changes": word("6[ins:5]"),
    "hidden-text": word("6[hidden:0]"),
    "unknown-content": word("6[math:5]"),
    "converted": Case({"ban-bo.doc": TABLE}, {"ban-bo.docx": TABLE}),
    "set-aside-file": Case({"ban-bo.xlsx": TABLE, "~$ban-bo.xlsx": "x"}, {"ban-bo.xlsx": TABLE}),
    "bad-receipt": Case(
        {"ban-bo.xlsx": TABLE, "received.csv": "file,received_at\nban-bo.xlsx,chiều thứ năm\n"},
        {"ban-bo.xlsx": TABLE, "received.csv": "file,received_at\nban-bo.xlsx,04/02/2021 15:10\n"},
    ),
    # several files
    "same-bytes": Case({"ban-bo.xlsx": TABLE, "ban-bo-moi.xlsx": TABLE}, {"ban-bo.xlsx": TABLE}),
    "which-is-final": Case(TWO, {**TWO, "received.csv": received("2021-02-04T10:00", "2021-02-04T15:00")}),
    "newer-version": Case({**TWO, "received.csv": received("2021-02-04T10:00", "2021-02-04T15:00")}, {"ban-bo.xlsx": TABLE}),
    "consolidation": Case({"cum.xlsx": SHARED, "ban-bo.xlsx": TABLE}, {"cum.xlsx": SHARED}),
    "same-as-last-week": Case(USUAL, NEXT, before=(USUAL,)),
    "stale-decision": Case({"ban-bo.xlsx": OTHER_FIGURES}, {"ban-bo.xlsx": TABLE}, decided={"ban-bo.xlsx": TABLE}),
    "answer-not-applied": Case(
        {"ban-bo.xlsx": f"{HEADING}\n1 | Phát thanh | 6 | 30 | 20 | 1.2"},
        {"ban-bo.xlsx": f"{HEADING}\n1 | Phát thanh | 6 | 30 | 20 | 1.2"},
        filled=("1200", "", "Lan"),
        filled_silent=("1200", "gọi điện", "Lan"),
    ),
    # figures that do not fit together
    "items-without-duration": cell("D", "0", "30"),
    "duration-without-items": cell("C", "0", "6"),
    "fewer-broadcasts-than-items": cell("E", "0", "20"),
    "minutes-per-item": of(
        f"{HEADING}\n1 | Phát thanh | 6 | 900 phút | 20 | 500", f"{HEADING}\n1 | Phát thanh | 6 | 30 phút | 20 | 500"
    ),
    "scale-slip": of(f"{HEADING}\n1 | Phát thanh | 6 | 1800 | 20 | 500", f"{HEADING}\n1 | Phát thanh | 6 | 30 | 20 | 500"),
    "listeners-over-population": Case(
        {"ban-bo.xlsx": TABLE},
        {"ban-bo.xlsx": TABLE},
        campaign={"units.csv": FEW_PEOPLE},
        campaign_silent={"units.csv": MANY_PEOPLE},
    ),
    "repeated-row": rows("3 | Loa kéo | 5 | 20 | 22 | 330", "3 | Loa kéo | 4 | 20 | 22 | 330"),
    "far-from-own-past": Case(
        {"ban-bo.xlsx": f"{HEADING}\n1 | Phát thanh | 40 | 200 | 80 | 500\n2 | Loa kéo | 5 | 20 | 22 | 330"}, USUAL, before=PAST
    ),
    "cumulative-mismatch": Case(
        {"ban-bo.xlsx": f"{HEADING} | Số tin, bài lũy kế từ đầu tháng\n{RADIO} | 19"},
        {"ban-bo.xlsx": f"{HEADING} | Số tin, bài lũy kế từ đầu tháng\n{RADIO} | 17"},
        before=(USUAL,) * 5,
    ),
    "few-weeks": Case(USUAL, NEXT, before_silent=PAST),
    "office-rule": Case(
        {"ban-bo.xlsx": f"{HEADING}\n1 | Phát thanh | 1 | 5 | 20 | 500"},
        {"ban-bo.xlsx": TABLE},
        campaign={"schema.toml": OFFICE},
    ),
}
_TOPICS = CASES["unknown-topic"]
CASES["unknown-topic"] = Case(
    {"ban-bo.xlsx": _TOPICS.fires["ban-bo.xlsx"].format("Chống rét cho trâu bò")},
    {"ban-bo.xlsx": _TOPICS.silent["ban-bo.xlsx"].format("Bluezone")},
)

ReportOf = Callable[..., Report]


def test_one_slug_in_four_places() -> None:
    """The rule, its words, its case, its page: what one has, all have."""
    words = {name: {key.partition(".")[0] for key in area(name)} for name in ("titles", "rules", "hints", "why")}
    words["examples"] = {key.partition(".")[2] for key in area("examples")}
    pages = {path.stem for path in DOCS.glob("*.md")} - {"README"}
    assert {name: slugs ^ set(RULES) for name, slugs in words.items() if slugs != set(RULES)} == {}
    assert (set(CASES) ^ set(RULES), pages ^ set(RULES)) == (set(), set())


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_speaks(rule: str, report_of: ReportOf) -> None:
    """With the severity of the catalogue, in whole sentences, and what it leaves open can be closed as the catalogue says."""
    case = CASES[rule]
    report = report_of([*case.before, case.fires], case.campaign, case.decided, case.filled)
    mine = [f for f in report.findings if f.rule == rule]
    assert mine, {f.rule for f in report.findings}
    assert rule in WEIGHED or {f.severity for f in mine} == {RULES[rule]}
    for lang in ("vi", "en"):
        explain = explainer(report.campaign.schema, lang)
        assert [text for f in mine for text in explain(f) if "…" in text] == []
    kinds = {c.kind for c in CLOSED_BY.get(rule, ())}
    asked = {q.kind for q in open_questions(report) if q.finding is not None and q.finding.rule == rule}
    assert asked - kinds == set(), "asked for, but not in the catalogue"


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_is_silent(rule: str, report_of: ReportOf) -> None:
    case = CASES[rule]
    campaign = case.campaign if case.campaign_silent is None else case.campaign_silent
    before = case.before if case.before_silent is None else case.before_silent
    report = report_of([*before, case.silent], campaign, case.decided, case.filled_silent)
    assert {f.rule for f in report.findings if f.rule == rule} == set()


def test_every_error_can_be_closed_and_none_is_waived() -> None:
    """No refusal is a dead end; a note asks nothing."""
    errors = {rule for rule, severity in RULES.items() if severity is Severity.ERROR}
    assert {rule for rule in errors if not CLOSED_BY.get(rule)} == set()
    waived = {rule for rule, closings in CLOSED_BY.items() if any(c.kind is DecisionKind.WAIVE for c in closings)}
    assert waived & errors == set()
    assert waived == {rule for rule, severity in RULES.items() if severity is Severity.WARNING}
    assert set(CLOSED_BY) == {rule for rule, severity in RULES.items() if severity is not Severity.NOTE}
