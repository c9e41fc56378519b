"""The families of layout, each from facts to a table: flat, split, grouped, cumulative, planned, parts over measures, transposed."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from rehearsal.counts import Manner
from rehearsal.facts import PART, PROGRAMMES, TOPIC_ROWS, TOPICS, Facts, Row, channel_labels, draw_rows
from rehearsal.lengths import CLOCKS, Clock, clock
from rehearsal.table import Column, Line, Shape, Table, transposed, written
from rehearsal.wording import (
    CUMULATIVE,
    DONE,
    EXTRAS,
    LABELS,
    NUMBERS,
    PLANNED,
    TOTALS,
    disguise,
    explained,
    header,
    measured_in,
)

BASE = ("items", "duration", "broadcasts", "listeners")
EXPLAINED = 0.08
GROUP_CHANNELS = (
    ("Phát thanh", "radio"),
    ("Truyền hình", "television"),
    ("Trạm truyền thanh xã", "commune-station"),
    ("Loa di động", "mobile"),
)
MINUTES = CLOCKS[0][0]


@dataclass(frozen=True, slots=True)
class Laid:
    """A table and what it states."""

    table: Table
    facts: Facts
    layout: str


@dataclass(frozen=True, slots=True)
class Taste:
    """One submission's habits."""

    manner: Manner
    mess: float  # 0 low, 1 high
    merges: bool = True


def measures_for(rng: random.Random, taste: Taste, *, split: bool | None = None) -> tuple[str, ...]:
    """The columns of a form: the four figures, the split instead of or beside their sum, sometimes airtime or views."""
    chosen = ["items", "duration", "broadcasts", "listeners"]
    if split if split is not None else rng.random() < 0.3:
        parts = ["news", "articles"] + (["features"] if rng.random() < 0.4 else [])
        chosen[0:1] = ["items", *parts] if rng.random() < 0.25 else parts
    if taste.mess and rng.random() < 0.08:
        chosen.insert(chosen.index("duration") + 1, "airtime")
    if taste.mess and rng.random() < 0.05:
        chosen.append("views")
    if taste.mess and rng.random() < 0.15:
        kept = chosen[: chosen.index("duration")]
        rest = chosen[len(kept) :]
        rng.shuffle(rest)
        chosen = rest + kept if rng.random() < 0.3 else kept + rest
    if taste.mess and rng.random() < 0.03:
        chosen.remove(rng.choice([m for m in ("duration", "broadcasts", "listeners") if m in chosen]))
    return tuple(chosen)


def new_facts(
    rng: random.Random, taste: Taste, measures: tuple[str, ...], parts: tuple[str, ...] = (PART,)
) -> tuple[Facts, Clock]:
    """Facts without rows, and the clock of their durations."""
    way = clock(rng, taste.manner)
    compound = parts == (PART,) and bool(taste.mess) and rng.random() < 0.06 and not {"news", "articles"} & set(measures)
    return Facts([], measures, parts, compound, way.grain), way


def value_columns(rng: random.Random, taste: Taste, facts: Facts, way: Clock, part: str = PART) -> list[Column]:
    """A column for each measure, split columns under their common header where there is one."""
    deep = sum(m in facts.measures for m in ("news", "articles", "features")) > 1 and rng.random() < 0.7
    split_head = (
        rng.choice(("Số lượng tin, bài", "Sản phẩm", "Số tin, bài", "Thể loại"))
        if "items" not in facts.measures
        else "Trong đó"
    )
    thousands = taste.manner.typed and bool(taste.mess) and rng.random() < 0.05
    columns = []
    for measure in facts.measures:
        duration = measure in ("duration", "airtime")
        own = way if measure == "duration" else Clock("phút", 60, "number")
        scale = 1000 if measure == "listeners" and thousands else 1
        words = header(rng, measure, own if duration else None, scale)
        if rng.random() < EXPLAINED * taste.mess:
            words = explained(rng, measure, words)
        path = (split_head, words) if deep and measure in ("news", "articles", "features") else (words,)
        columns.append(Column("value", path, measure, part, own if duration else None, scale))
    return columns


def lead(rng: random.Random, taste: Taste) -> list[Column]:
    """The number and label columns."""
    label = Column("label", (rng.choice(LABELS),))
    return [Column("number", (rng.choice(NUMBERS),)), label] if rng.random() < 0.75 else [label]


def row_lines(rng: random.Random, taste: Taste, facts: Facts, labels: list[tuple[str, str]]) -> list[Line]:
    """A line for each label, with numbers."""
    draw_rows(rng, facts, labels, mess=taste.mess)
    return [Line("row", row.label, n, (row,)) for n, row in enumerate(facts.rows, 1)]


def with_total(rng: random.Random, taste: Taste, lines: list[Line], rows: tuple[Row, ...]) -> list[Line]:
    """The lines with a total row last, first, in the middle, or none."""
    draw = rng.random()
    if draw < 0.3:
        return lines
    label = rng.choice(TOTALS)
    if taste.mess and draw < 0.35 and len(rows) > 1:
        label = ""  # a last row without any label, whose figures are the sums
    total = Line("total", label, "", rows)
    if not taste.mess or draw < 0.85 or not label:
        return [*lines, total]
    return [total, *lines] if draw < 0.95 else [*lines[: len(lines) // 2], total, *lines[len(lines) // 2 :]]


def strewn(rng: random.Random, taste: Taste, lines: list[Line]) -> list[Line]:
    """A row of letters under the header; blank rows; the header again after a page break."""
    res = list(lines)
    known = all(row.channel != "unknown" for line in res for row in line.rows)
    if taste.mess and known and len(res) > 2 and res[-1].label and rng.random() < 0.08:
        res.insert(rng.randint(1, len(res) - 1), Line("blank"))
    if taste.mess and len(res) > 3 and res[-1].label and rng.random() < 0.05:
        at = rng.randint(2, len(res) - 1)
        above, below = (
            {row.channel for line in part if line.kind == "row" for row in line.rows} for part in (res[:at], res[at:])
        )
        # After a blank row it heads a second table, and these may not share a channel.
        if res[at - 1].kind != "blank" or not above & below:
            res.insert(at, Line("header"))
    if rng.random() < 0.12 + 0.08 * taste.mess:
        res.insert(0, Line("letters", rng.choice(("(1)", "A"))))
    return res


def finish(rng: random.Random, taste: Taste, columns: list[Column], lines: list[Line], facts: Facts, layout: str) -> Laid:
    """Extra columns, disguised words, and the grid."""
    if rng.random() < 0.4:
        columns = [*columns, Column("extra", ("Ghi chú",))]
    elif taste.mess and rng.random() < 0.2:
        gaps = [n for n in range(1, len(columns)) if len(columns[n].path) < 2 or columns[n - 1].path[0] != columns[n].path[0]]
        columns.insert(rng.choice([*gaps, len(columns)]), Column("extra", (rng.choice(EXTRAS),)))
    for column in columns:
        column.path = tuple(disguise(rng, text, 0.12 * taste.mess) if len(column.path) == 1 else text for text in column.path)
    # Without its label a row is a total by its figures alone, which formulas without values do not show.
    unnamed = any(line.kind == "total" and not line.label for line in lines)
    shape = Shape(
        merged=rng.random() < 0.85,
        formulas=rng.random() < 0.6,
        cached=not taste.mess or rng.random() < 0.96 or unnamed,
        total_in_number=rng.random() < 0.2,
    )
    return Laid(written(rng, columns, lines, facts, taste.manner, shape), facts, layout)


def flat(rng: random.Random, taste: Taste) -> Laid:
    """A row for each channel."""
    facts, way = new_facts(rng, taste, measures_for(rng, taste))
    columns = [*lead(rng, taste), *value_columns(rng, taste, facts, way)]
    labels = channel_labels(rng, rng.randint(1, 6), unknown=0.03 * taste.mess, explained=EXPLAINED * taste.mess)
    lines = row_lines(rng, taste, facts, labels)
    lines = strewn(rng, taste, with_total(rng, taste, lines, tuple(facts.rows)))
    if taste.mess and rng.random() < 0.06 and lines[-1].label:
        lines.append(Line("cumulative", rng.choice(CUMULATIVE), "", tuple(facts.rows)))
    return finish(rng, taste, columns, lines, facts, "flat")


def deep(rng: random.Random, taste: Taste) -> Laid:
    """A header of three rows over the split and the rest."""
    facts, way = new_facts(rng, taste, measures_for(rng, taste, split=True))
    columns = value_columns(rng, taste, facts, way)
    for column in columns[:-1] if len(columns[-1].path) == 1 else columns:
        column.path = (
            ("Kết quả trong tuần", *column.path) if len(column.path) > 1 else ("Kết quả trong tuần", "Khối lượng", *column.path)
        )
    columns = [*lead(rng, taste), *columns]
    lines = row_lines(rng, taste, facts, channel_labels(rng, rng.randint(1, 5), explained=EXPLAINED * taste.mess))
    return finish(rng, taste, columns, strewn(rng, taste, with_total(rng, taste, lines, tuple(facts.rows))), facts, "deep")


def grouped(rng: random.Random, taste: Taste) -> Laid:
    """Roman groups that name the channel, with or without sub-totals."""
    facts, way = new_facts(rng, taste, measures_for(rng, taste))
    groups = rng.sample(GROUP_CHANNELS, rng.randint(2, 3))
    subtotals, topics = rng.random() < 0.5, rng.random() < 0.5
    names = [rng.sample(TOPIC_ROWS if topics else PROGRAMMES, rng.randint(1, 3)) for _ in groups]
    draw_rows(rng, facts, [(n, channel) for (_, channel), own in zip(groups, names, strict=True) for n in own], mess=taste.mess)
    head, lines, at = lead(rng, taste), [], 0
    in_number = len(head) > 1 and rng.random() < 0.4
    for k, ((name, _), own) in enumerate(zip(groups, names, strict=True)):
        rows = tuple(facts.rows[at : at + len(own)])
        at += len(own)
        roman = ("I", "II", "III")[k]
        label, number = (name, roman) if in_number else (f"{roman}. {name}", "")
        lines.append(Line("subtotal" if subtotals else "group", label, number, rows))
        lines += [Line("row", row.label, n, (row,)) for n, row in enumerate(rows, 1)]
    if rng.random() < 0.7:
        lines.append(Line("total", rng.choice(TOTALS), "", tuple(facts.rows)))
    return finish(
        rng, taste, [*head, *value_columns(rng, taste, facts, way)], lines, facts, "subtotals" if subtotals else "groups"
    )


def cumulative(rng: random.Random, taste: Taste) -> Laid:
    """The week beside the sum since the start, under some or all of the measures."""
    return paired(rng, taste, ("Trong tuần", rng.choice(CUMULATIVE[:4])), ("value", "cumulative"), "cumulative")


def planned(rng: random.Random, taste: Taste) -> Laid:
    """Plan beside actual."""
    return paired(rng, taste, (rng.choice(PLANNED), rng.choice(DONE)), ("plan", "value"), "planned")


def paired(rng: random.Random, taste: Taste, words: tuple[str, str], kinds: tuple[str, str], layout: str) -> Laid:
    """Two columns under a measure, or two groups of measures."""
    facts, way = new_facts(rng, taste, measures_for(rng, taste, split=False))
    facts.compound = False
    single = value_columns(rng, taste, facts, way)
    if rng.random() < 0.7:
        every = rng.random() < 0.6
        pairs = [
            [(w, k, c) for w, k in zip(words, kinds, strict=True)] if every or n == 0 else [("", "value", c)]
            for n, c in enumerate(single)
        ]
        columns = [
            Column(k, (*c.path, w) if w else c.path, c.measure, c.part, c.way, c.scale) for pair in pairs for w, k, c in pair
        ]
    else:
        columns = [
            Column(k, (w, *c.path), c.measure, c.part, c.way, c.scale)
            for w, k in zip(words, kinds, strict=True)
            for c in single
        ]
    lines = row_lines(rng, taste, facts, channel_labels(rng, rng.randint(1, 5), explained=EXPLAINED * taste.mess))
    lines = strewn(rng, taste, with_total(rng, taste, lines, tuple(facts.rows)))
    return finish(rng, taste, [*lead(rng, taste), *columns], lines, facts, layout)


def parts_over(rng: random.Random, taste: Taste) -> Laid:
    """Topics, or channels, over the measures; sometimes their sum at the end."""
    topics = rng.random() < 0.6
    names = rng.sample(TOPICS, rng.randint(2, 3)) if topics else [n for n, _ in rng.sample(GROUP_CHANNELS, 2)]
    facts, way = new_facts(rng, taste, BASE if rng.random() < 0.7 else BASE[:3], tuple(names))
    if not topics:
        facts.part_channels = dict(GROUP_CHANNELS)
    labels = (
        channel_labels(rng, rng.randint(1, 4), explained=EXPLAINED * taste.mess)
        if topics
        else [(n, "") for n in rng.sample(TOPIC_ROWS, rng.randint(1, 3))]
    )
    lines = row_lines(rng, taste, facts, labels)
    first = value_columns(rng, taste, facts, way, names[0])
    columns = [Column("value", (n, *c.path), c.measure, n, c.way, c.scale) for n in names for c in first]
    if rng.random() < 0.3:
        columns += [Column("total", ("Tổng cộng", *c.path), c.measure, PART, c.way, c.scale) for c in first]
    head = [Column("label", (rng.choice(LABELS[:4]) if topics else "Nội dung",))]
    lines = with_total(rng, taste, lines, tuple(facts.rows))
    return finish(rng, taste, [*head, *columns], lines, facts, "topics-over" if topics else "channels-over")


def across(rng: random.Random, taste: Taste) -> Laid:
    """Measures down and channels across, with or without a column for what they are measured in."""
    facts, way = new_facts(rng, taste, measures_for(rng, taste, split=False))
    units = rng.random() < 0.5
    columns = [Column("label", (rng.choice(("Chỉ tiêu", "Nội dung", "Tên chỉ tiêu")),))]
    for measure in facts.measures:
        own = (way if measure == "duration" else MINUTES) if measure in ("duration", "airtime") else None
        columns.append(Column("value", (header(rng, measure, own, bare=units),), measure, PART, own))
    labels = (
        channel_labels(rng, rng.randint(1, 4), explained=EXPLAINED * taste.mess)
        if rng.random() < 0.85
        else [(rng.choice(("Kết quả", "Số liệu")), "?")]
    )
    if labels == [("Khác", "other")]:
        labels = [("Kênh khác", "other")]  # alone under Nội dung it could be another topic
    lines = row_lines(rng, taste, facts, labels)
    lines = with_total(rng, taste, lines, tuple(facts.rows)) if labels[0][1] != "?" else lines
    lines = [line for line in lines if line.kind == "row" or line.label]
    shape = Shape(formulas=False)
    table = transposed(written(rng, columns, lines, facts, taste.manner, shape))
    table.lines = dict.fromkeys(range(table.height), "row")
    if units:
        shift(table, ["ĐVT", *(measured_in(rng, c.measure, c.way, 1) for c in columns[1:])])
    return Laid(table, facts, "transposed")


def shift(table: Table, words: list[str]) -> None:
    """A column of measures put in after the first."""
    moved = {(r, c + (c > 0)): v for (r, c), v in table.cells.items()}
    table.cells = moved | {(r, 1): word for r, word in enumerate(words) if word}
    table.slots = [s.moved(0, 1) for s in table.slots]
    table.width += 1


FAMILIES: dict[str, tuple[Callable[[random.Random, Taste], Laid], int]] = {
    "flat": (flat, 40),
    "deep": (deep, 6),
    "grouped": (grouped, 12),
    "cumulative": (cumulative, 6),
    "planned": (planned, 6),
    "parts": (parts_over, 8),
    "across": (across, 8),
}


def lay(rng: random.Random, taste: Taste) -> Laid:
    """A table of any family; at low mess the first with few variations."""
    if not taste.mess:
        return flat(rng, taste)
    family = rng.choices([f for f, _ in FAMILIES.values()], [w for _, w in FAMILIES.values()])[0]
    return family(rng, taste)
