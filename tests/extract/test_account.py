"""Every cell of a file ends as used, set aside with a reason, or refused by a rule: one of the three, and never none.

Sheets are drawn of which it is known what each cell is: a figure of a row that is added up, or something that must never be
added. What came of them is compared with the figures themselves, not only with what the account says of itself.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from hypothesis import event, given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.aggregate.totals import split, totals
from tuyentruyen_cli.aggregate.units import unit_figures
from tuyentruyen_cli.extract.account import Entry, Fate, account
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.submission import Extraction, extract
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.sheet import Reading

CHANNELS = (
    "Phát thanh",
    "Truyền hình",
    "Trạm truyền thanh xã",
    "Trang thông tin điện tử",
    "Loa thôn, bản",
    "Loa kéo",
    "Zalo",
    "Tờ rơi",
    "Khác",
)
COUNTS = ("12", '"07"', '"1.200"', '"1,200"', "3 nghìn", "khoảng 30", "-", "không", "0", "")
BAD = ("nhiều", "1.5", "10-20", "3 lần/ngày", "#REF!", "=SUM(A1:A2)", "-4", "95%", "TRUE", "2021-02-05@dd/mm", "2/14 xã")
COLUMNS: dict[str, tuple[str, ...]] = {
    "Số tin, bài": (*COUNTS, "12 tin", "7 tin, 5 bài", "12 lượt", *BAD),
    "Tin": (*COUNTS, "4 tin", *BAD),
    "Bài": (*COUNTS, "4 bài", *BAD),
    "Thời lượng (phút)": ("35", "7.5", "1h30", "15'", "0:05:30", "5:30:00@[h]:mm:ss", "05:30", "30 phút/ngày", "", *BAD),
    "Số lượt phát": (*COUNTS, "3 lần/ngày x 7 ngày", "21 lượt", *BAD),
    "Ước số người nghe": (*COUNTS, "2.500 người", "hơn 2 triệu", *BAD),
}
# Columns that are never added up, with what may stand in them.
ASIDE = {
    "Ghi chú": ("loa hỏng", "12", ""),
    "Số hộ nghèo": ("70", "nhiều", ""),
    "Lũy kế số tin, bài": ("300", "nhiều", ""),
    "Kế hoạch số lượt phát": ("40", ""),
    "Thể loại": ("Tin", "Bài", "phóng sự", "Kịch", ""),
}
LOGGED = ("Thời lượng (phút)", "Số lượt phát", "Ước số người nghe")
LABELS = {
    "Đơn vị": ("Xã Bản Bo", "Bản Hon", "Xã Tả Lèng", "Xã Tả Lẻng", "Xã Hòa Lạc"),
    "Tên tin, bài": ("Phòng dịch", "Vui Tết", "Phát thanh", "12 điều cần biết"),
}


TITLES: tuple[list[str], ...] = (["BÁO CÁO"], [], ["Đơn vị: Xã Bản Bo"], ["Tuần 05"], ["Tuần 04 (từ 22/01 đến 28/01/2021)"])
# Why a figure may be set aside: it is of another week, out of sight, or in a summary of other sheets.
ELSEWHERE = {"other-week", "hidden-sheet", "checksum"}


@dataclass
class Drawn:
    """One sheet as rows of words, and by (row, column), from 1, the cells that are figures of rows that are added up."""

    rows: list[list[str]] = field(default_factory=list)
    figures: set[tuple[int, int]] = field(default_factory=set)
    genres: set[tuple[int, int]] = field(default_factory=set)  # read where all of them are known
    hidden: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        return "\n".join(("hidden> " if n in self.hidden else "") + " | ".join(words) for n, words in enumerate(self.rows, 1))

    @property
    def filled(self) -> set[tuple[int, int]]:
        return {
            (r, c) for r, words in enumerate(self.rows, 1) for c, word in enumerate(words, 1) if word.removeprefix("^").strip()
        }


@st.composite
def sheets(draw: st.DrawFn) -> Drawn:
    """A table of any shape under any title."""
    first = draw(st.sampled_from(["Kênh", "Kênh", "Nội dung", "Chủ đề", "Đơn vị", "Tên tin, bài"]))
    names = draw(
        st.lists(st.sampled_from(LOGGED if first == "Tên tin, bài" else list(COLUMNS)), min_size=2, max_size=5, unique=True)
    )
    aside = draw(st.lists(st.sampled_from(list(ASIDE)[:4]), max_size=2, unique=True))
    genre = ["Thể loại"] if first == "Tên tin, bài" and draw(st.booleans()) else []
    heading = [first, *genre, *draw(st.permutations(names + aside))]
    if first == "Tên tin, bài" or draw(st.booleans()):
        heading = ["TT", *heading]
    sheet = Drawn()
    sheet.rows += draw(st.lists(st.sampled_from(TITLES), max_size=3))
    sheet.rows.append(heading)
    numbers = count(1)
    for label in draw(st.lists(st.sampled_from(LABELS.get(first, CHANNELS)), min_size=1, max_size=4, unique=True)):
        between(draw, sheet, heading)
        put(draw, sheet, heading, label, str(next(numbers)))
    for label in draw(st.lists(st.sampled_from(["Tổng cộng", "", "Lũy kế", "Kế hoạch", "Trong đó: xã"]), max_size=2)):
        put(draw, sheet, heading, label, "")
        of_row = {(len(sheet.rows), c) for c in range(1, len(heading) + 1)}
        sheet.figures -= of_row
        sheet.genres -= of_row
    sheet.rows += draw(st.sampled_from([[], [[], ["Người lập biểu", "", "Thủ trưởng"]], [["Ghi chú: 12 hộ chưa có loa"]]]))
    return sheet


def between(draw: st.DrawFn, sheet: Drawn, heading: list[str]) -> None:
    """Now and then a row that is no data before the next: a group's, a blank one, the heading again."""
    first = heading.index("TT") + 1 if "TT" in heading else 0
    kind = draw(st.sampled_from(["", "", "", "", "group", "blank", "again"]))
    if kind == "group":
        sheet.rows.append([""] * first + ["I. Nhóm kênh"])
    elif kind == "blank":
        sheet.rows.append([])
    elif kind == "again":
        sheet.rows.append(list(heading))


def put(draw: st.DrawFn, sheet: Drawn, heading: list[str], label: str, number: str) -> None:
    """One row under the heading, perhaps hidden, perhaps with a cell merged into the one above."""
    row = len(sheet.rows) + 1
    words = []
    for column, name in enumerate(heading, 1):
        if name in COLUMNS:
            word = draw(st.sampled_from(COLUMNS[name]))
            if (row - 1, column) in sheet.figures and draw(st.integers(0, 19)) == 0:
                word = f"^ {word}"
            words.append(word)
            sheet.figures.add((row, column))
        else:
            words.append(draw(st.sampled_from(ASIDE[name])) if name in ASIDE else number if name == "TT" else label)
            if name == "Tên tin, bài":
                sheet.figures.add((row, column))  # each title is one item
            elif name == "Thể loại":
                sheet.genres.add((row, column))
    if draw(st.integers(0, 14)) == 0:
        sheet.hidden.add(row)
    sheet.rows.append(words)


def on_its_side(sheet: Drawn) -> Drawn:
    """Rows become columns; nothing is merged or hidden then."""
    width = max(map(len, sheet.rows))
    full = [[w.removeprefix("^ ") for w in words] + [""] * (width - len(words)) for words in sheet.rows]
    figures, genres = ({(c, r) for r, c in spots} for spots in (sheet.figures, sheet.genres))
    return Drawn([list(column) for column in zip(*full, strict=True)], figures, genres)


def check(reading: Reading, extraction: Extraction, drawn: dict[str, Drawn], context: Context) -> None:
    entries = account(reading, extraction)
    of: dict[Location, Entry] = {entry.location: entry for entry in entries}
    place = {(name, *spot): Location(reading.file, name, *spot) for name, sheet in drawn.items() for spot in sheet.filled}

    # Complete and disjoint: an entry for each cell that was drawn, and no two for one.
    assert len(of) == len(entries)
    assert set(of) == set(place.values())
    assert {entry.fate for entry in entries} <= {Fate.USED, Fate.SET_ASIDE, Fate.REFUSED}
    assert all(entry.reason for entry in entries)

    # A refusal is by a rule that is an error, and the file's findings say it.
    refused = {entry.location for entry in entries if entry.fate is Fate.REFUSED}
    said = {finding.rule for finding in extraction.findings if finding.severity is Severity.ERROR}
    assert {of[location].reason for location in refused} <= said & set(RULES)

    # What is added up is used; what is used could be read.
    units = sorted({s.unit for s in extraction.submissions if s.unit})
    figures = list(unit_figures(units, extraction.submissions, context.schema, "2021-W05"))
    overall = totals(figures, units, context.schema, "2021-W05")
    parts = split(figures, extraction.submissions, overall, context.schema, "2021-W05")
    added = {spot for part in parts for spot in part.derived_from}
    readable = {
        spot
        for s in extraction.submissions
        for record in s.records
        for _, value in record.values
        if value.value is not None
        for spot in value.sources
    }
    used = {entry.location for entry in entries if entry.fate is Fate.USED}
    assert added <= used <= readable

    # A figure is used or refused, and nothing else is ever used.
    true = {place[name, *spot] for name, sheet in drawn.items() for spot in sheet.figures & sheet.filled}
    assert used <= true | {place[name, *spot] for name, sheet in drawn.items() for spot in sheet.genres & sheet.filled}
    if "no-table" not in said:
        assert {of[location].reason for location in true if of[location].fate is Fate.SET_ASIDE} <= ELSEWHERE
    event(f"used {bool(used)}, refused {bool(refused)}")


Draw = Callable[..., Reading]


@settings(max_examples=300, deadline=None)
@given(sheet=sheets(), turned=st.booleans(), file=st.sampled_from(["ban-bo.xlsx", "bao cao.xlsx", "ban-hon.xlsx"]))
def test_every_cell_of_a_table_has_one_end(draw: Draw, context: Context, sheet: Drawn, turned: bool, file: str) -> None:
    log = any("Tên tin, bài" in words for words in sheet.rows)  # its items lie down, never across
    sheet = on_its_side(sheet) if turned and not log else sheet
    reading = draw(f"=== Sheet1\n{sheet.text}", file=file)
    check(reading, extract(reading, context), {"Sheet1": sheet}, context)


@settings(max_examples=200, deadline=None)
@given(
    parts=st.dictionaries(
        st.sampled_from(["Phát thanh", "Loa kéo", "Tổng hợp", "Tuần 4", "Trang 2"]), sheets(), min_size=2, max_size=3
    ),
    hidden=st.booleans(),
)
def test_every_cell_of_several_sheets_has_one_end(draw: Draw, context: Context, parts: dict[str, Drawn], hidden: bool) -> None:
    last = list(parts)[-1]
    text = "\n".join(
        f"=== {name}{' (hidden)' if hidden and name == last else ''}\n{sheet.text}" for name, sheet in parts.items()
    )
    reading = draw(text)
    check(reading, extract(reading, context), parts, context)
