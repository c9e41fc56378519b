"""Whole files: one page, an itemised log, a sheet a channel with a summary, several weeks as sheets, pages that go on."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from rehearsal.canvas import Day, Page
from rehearsal.facts import CHANNELS, PROGRAMMES, Expected, Facts, Truth, channel_labels, draw_rows, truth_of
from rehearsal.layouts import BASE, Laid, Taste, finish, lay, lead, new_facts, row_lines, value_columns
from rehearsal.lengths import Clock
from rehearsal.names import Place
from rehearsal.surround import OTHER_WEEKS, Signs, page_of, sheet_name
from rehearsal.table import Column, Line, Shape, Table, written

ITEMS = (
    "Khuyến cáo 5K phòng, chống dịch Covid-19", "Hướng dẫn cài đặt ứng dụng Bluezone", "Phòng cháy, chữa cháy rừng dịp Tết",
    "Bảo đảm an toàn giao thông dịp Tết", "Lịch phát động Tết trồng cây xuân Tân Sửu", "Chăm sóc đàn gia súc trong đợt rét đậm",
    "Thông báo khai báo y tế đối với người về từ vùng dịch", "Gương người tốt, việc tốt tháng 01", "Văn bản số 12/UBND về dịch bệnh",
)  # fmt: skip
GENRES = {"Tin": "news", "Bài": "articles", "Phóng sự": "features"}


@dataclass(slots=True)
class Draft:
    """Pages with their tables and truth, before faults."""

    pages: list[Page]
    page: Page  # the page that faults are put into
    main: Laid  # and its table
    truth: Truth
    layout: str


def draft(rng: random.Random, place: Place, how: Signs, taste: Taste, *, sheets: bool) -> Draft:
    """Any kind of file; the kinds with several sheets only where the format has sheets."""
    kinds: list[tuple[Callable[[random.Random, Place, Signs, Taste], Draft], int]] = [(single, 78), (log, 10), (joined, 3)]
    if sheets and (how.title != "none" or how.file or how.folder or not how.sheet):  # their sheets have names of their own
        kinds += [(by_channel, 5), *([(by_week, 4)] if how.week not in OTHER_WEEKS else [])]
    return (
        rng.choices([k for k, _ in kinds], [w for _, w in kinds])[0](rng, place, how, taste)
        if taste.mess
        else single(rng, place, how, taste)
    )


def single(rng: random.Random, place: Place, how: Signs, taste: Taste) -> Draft:
    """One table on one page."""
    laid = lay(rng, taste)
    page = page_of(rng, place, how, laid.table, sheet_name(rng, place, how), taste.mess)
    return Draft([page], page, laid, truth_of(laid.facts), laid.layout)


def log(rng: random.Random, place: Place, how: Signs, taste: Taste) -> Draft:
    """One row for each item that went on air."""
    plain = replace(taste, manner=replace(taste.manner, oddity=taste.manner.oddity / 3))
    genre, times, heard = rng.random() < 0.8, rng.random() < 0.85, rng.random() < 0.85
    measures = ("duration", *(["broadcasts"] if times else []), *(["listeners"] if heard else []))
    facts, way = new_facts(rng, plain, measures)
    facts.compound = False
    columns = [
        Column("number", ("TT",)), Column("day", (rng.choice(("Ngày phát", "Ngày", "Ngày phát sóng")),)),
        Column("label", (rng.choice(("Tên tin, bài", "Tiêu đề", "Tên tin bài", "Tên bài")),)),
        *([Column("genre", ("Thể loại",))] if genre else []), Column("channel", ("Kênh",)), *value_columns(rng, plain, facts, way),
    ]  # fmt: skip
    count = rng.randint(2, 14)
    channels = channel_labels(rng, 2)
    draw_rows(rng, facts, [(rng.choice(ITEMS), rng.choice(channels)[1]) for _ in range(count)], mess=0)
    lines = [Line("row", row.label, n, (row,)) for n, row in enumerate(facts.rows, 1)]
    shape = Shape(formulas=rng.random() < 0.5)
    table = written(rng, columns, lines, facts, plain.manner, shape)
    genres = log_words(rng, table, columns, facts, {c: n for n, c in channels})
    page = page_of(rng, place, how, table, sheet_name(rng, place, how), taste.mess)
    truth = truth_of(facts)
    truth["items"] = Expected(count)
    for row in facts.rows:
        truth["items"].channels[row.channel] = truth["items"].channels.get(row.channel, 0) + 1
    for measure in GENRES.values() if genre else ():
        truth[measure] = Expected(genres.count(measure), room=measure not in genres)
        for kind, row in zip(genres, facts.rows, strict=True):
            if kind == measure:
                truth[measure].channels[row.channel] = truth[measure].channels.get(row.channel, 0) + 1
    return Draft([page], page, Laid(table, facts, "log"), truth, "log")


def log_words(rng: random.Random, table: Table, columns: list[Column], facts: Facts, names: dict[str, str]) -> list[str]:
    """The days, genres and channels of a log; the genres as measures."""
    genres = []
    for n, row in enumerate(facts.rows):
        r = table.height - len(facts.rows) + n
        genre = rng.choices(tuple(GENRES), (6, 4, 1))[0]
        genres.append(GENRES[genre])
        for c, column in enumerate(columns):
            if column.kind == "day":
                table.cells[r, c] = Day(rng.choice(("2021-01-29", "2021-01-31", "2021-02-01", "2021-02-03", "2021-02-04")))
            elif column.kind == "genre":
                table.cells[r, c] = genre
            elif column.kind == "channel":
                table.cells[r, c] = names[row.channel]
    return genres


def joined(rng: random.Random, place: Place, how: Signs, taste: Taste) -> Draft:
    """A table that goes on, with the same header, further down; no channel stands in both."""
    facts, way = new_facts(rng, taste, BASE)
    facts.compound = False
    columns = [*lead(rng, taste), *value_columns(rng, taste, facts, way)]
    labels = {channel: (label, channel) for label, channel in channel_labels(rng, 6)}
    lines = row_lines(rng, taste, facts, list(labels.values())[:5])
    at = rng.randint(1, max(1, len(lines) - 1))
    lines = [*lines[:at], *[Line("blank")] * rng.choice((1, 2)), Line("header"), *lines[at:]]
    laid = finish(rng, taste, columns, lines, facts, "joined")
    page = page_of(rng, place, how, laid.table, sheet_name(rng, place, how), taste.mess)
    return Draft([page], page, laid, truth_of(facts), "joined")


def by_channel(rng: random.Random, place: Place, how: Signs, taste: Taste) -> Draft:
    """One sheet for each channel, sometimes with a summary sheet whose rows are their sums."""
    facts, way = new_facts(rng, taste, BASE)
    facts.compound = False
    columns = value_columns(rng, taste, facts, way)
    pages, sums, last = [], [], None
    for channel in rng.sample(("radio", "television", "commune-station", "mobile"), rng.randint(2, 3)):
        name = CHANNELS[channel][0][:31]
        own = replace_rows(facts)
        draw_rows(rng, own, [(p, channel) for p in rng.sample(PROGRAMMES, rng.randint(1, 3))], mess=0)
        lines = [Line("row", row.label, n, (row,)) for n, row in enumerate(own.rows, 1)]
        if rng.random() < 0.6:
            lines.append(Line("total", "Tổng cộng", "", tuple(own.rows)))
        head = [Column("number", ("TT",)), Column("label", (rng.choice(("Nội dung", "Chương trình")),))]
        table = written(rng, [*head, *columns], lines, own, taste.manner, Shape())
        last = Laid(table, facts, "sheets")
        page = page_of(rng, place, how, table, name, taste.mess, titled=not pages or rng.random() < 0.5)
        pages.append(page)
        facts.rows += own.rows
        sums.append(Line("row", name, len(sums) + 1, tuple(own.rows)))
    assert last is not None
    if rng.random() < 0.5:
        table = written(rng, [*lead(rng, taste), *columns], sums, facts, replace(taste.manner, oddity=0), Shape())
        pages.insert(rng.choice((0, len(pages))), page_of(rng, place, how, table, "Tổng hợp", taste.mess))
    return Draft(pages, page, last, truth_of(facts), "sheets")


def replace_rows(facts: Facts) -> Facts:
    """The same form without rows."""
    return Facts([], facts.measures, facts.parts, facts.compound, facts.grain)


def by_week(rng: random.Random, place: Place, how: Signs, taste: Taste) -> Draft:
    """The sheet of the week beside those of other weeks."""
    this = replace(how, week="Tuần 05 (từ 29/01 đến 04/02/2021)")
    main = lay(rng, taste)
    pages = [page_of(rng, place, this, main.table, "Tuần 5", taste.mess)]
    asked = pages[0]
    for week, name in ((OTHER_WEEKS[0], "Tuần 4"), ("Tuần 03 (từ 15/01 đến 21/01/2021)", "Tuần 3"))[: rng.randint(1, 2)]:
        other = lay(rng, taste)
        pages.insert(rng.randint(0, 1), page_of(rng, place, replace(this, week=week), other.table, name, taste.mess))
    return Draft(pages, asked, main, truth_of(main.facts), "weeks")


def old_sheet(rng: random.Random, taste: Taste) -> Page:
    """A hidden sheet of other figures."""
    facts = Facts([], BASE)
    draw_rows(rng, facts, [("Trạm truyền thanh xã", "commune-station")], mess=0)
    columns = [Column("label", ("Kênh tuyên truyền",)), *value_columns(rng, taste, facts, Clock("phút", 60, "number"))]
    table = written(rng, columns, [Line("row", r.label, "", (r,)) for r in facts.rows], facts, taste.manner, Shape())
    return Page("cu", dict(table.cells), list(table.merges), hidden=True, table=(0, table.height))
