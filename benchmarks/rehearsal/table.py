"""A table as columns times lines, written into a grid; the slots say which cells hold a figure of which measure."""

import random
from dataclasses import dataclass, field, replace
from itertools import groupby

from rehearsal.canvas import Box, Content, Formula, Length, Spot
from rehearsal.counts import Manner, compound, dotted, write_count
from rehearsal.facts import PART, Facts, Row
from rehearsal.lengths import Clock, plain_number, write_length
from rehearsal.wording import REMARKS


@dataclass(slots=True)
class Column:
    """One column: its header from the top down, and what its cells hold."""

    kind: str  # number, label, value, plan, cumulative, total (over the parts), extra
    path: tuple[str, ...]
    measure: str = ""
    part: str = PART
    way: Clock | None = None
    scale: int = 1


@dataclass(slots=True)
class Line:
    """One line under the header."""

    kind: str  # row, group, subtotal, total, cumulative, blank, header, letters
    label: str = ""
    number: str | int = ""
    rows: tuple[Row, ...] = ()  # the row itself, or the rows that are summed


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell that holds a figure."""

    spot: Spot
    line: str
    measure: str
    way: Clock | None
    scaled: bool = False

    def moved(self, rows: int, columns: int) -> "Slot":
        """The same cell where the table stands elsewhere."""
        return replace(self, spot=(self.spot[0] + rows, self.spot[1] + columns))


@dataclass(slots=True)
class Table:
    """The written grid."""

    cells: dict[Spot, Content] = field(default_factory=dict)
    merges: list[Box] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    lines: dict[int, str] = field(default_factory=dict)  # kind of line by grid row
    height: int = 0
    width: int = 0

    def filled(self, kind: str) -> list[Slot]:
        """The slots of one kind of line that have something in them."""
        return [s for s in self.slots if s.line == kind and s.spot in self.cells]


@dataclass(frozen=True, slots=True)
class Shape:
    """How the writer of the table likes it."""

    merged: bool = True
    formulas: bool = True
    cached: bool = True
    total_in_number: bool = False


def written(rng: random.Random, columns: list[Column], lines: list[Line], facts: Facts, manner: Manner, shape: Shape) -> Table:
    """The table: header, then every line; formulas in sums where the cells above are numbers."""
    table = Table(width=len(columns))
    put_header(table, columns, shape)
    typed: dict[int, bool] = {}
    for line in lines:
        r = table.height
        table.lines[r] = line.kind
        if line.kind == "header":
            put_header(table, columns, shape)
            continue
        if line.kind == "letters":
            table.cells |= {(r, c): text for c, text in enumerate(column_names(columns, line.label))}
            table.height += 1
            continue
        for c, column in enumerate(columns):
            value = content(rng, line, column, facts, manner)
            if line.kind == "row" and column.kind == "value" and value is not None:
                typed[c] = typed.get(c, True) and not isinstance(value, str)
            if value is not None and value != "":
                table.cells[r, c] = value
                if column.kind == "value" and line.kind not in ("letters", "group"):
                    table.slots.append(Slot((r, c), line.kind, column.measure, column.way, column.scale > 1))
        if line.kind == "total" and shape.total_in_number and len(columns) > 1 and columns[0].kind == "number":
            table.cells[r, 0] = table.cells.pop((r, 1), line.label)
            table.merges.append((r, 0, r, 1))
        table.height += 1
    if manner.typed and shape.formulas and not manner.computed:
        put_formulas(table, typed, shape)
    return table


def put_header(table: Table, columns: list[Column], shape: Shape) -> None:
    """One to three rows of header; equal neighbours of one level under one merged (or just first) cell."""
    top, depth = table.height, max(len(c.path) for c in columns)
    for level in range(depth):
        spans = groupby(range(len(columns)), key=lambda c: (columns[c].path[: level + 1], len(columns[c].path) > level or c))
        for (path, _), group in spans:
            span = list(group)
            first, last = span[0], span[-1]
            if len(path) <= level:
                continue
            table.cells[top + level, first] = path[level]
            bottom = top + depth - 1 if len(path) == level + 1 == len(columns[first].path) else top + level
            if shape.merged and (bottom > top + level or last > first):
                table.merges.append((top + level, first, bottom, last))
    for r in range(top, top + depth):
        table.lines[r] = "header"
    table.height = top + depth


def column_names(columns: list[Column], style: str) -> list[Content]:
    """`A B 1 2 3` or `(1) (2) (3)` under the header."""
    if style == "(1)":
        return [f"({c + 1})" for c in range(len(columns))]
    lead = next(c for c, column in enumerate(columns) if column.kind not in ("number", "label", "extra"))
    return [letters(c) if c < lead else c - lead + 1 for c in range(len(columns))]


def content(rng: random.Random, line: Line, column: Column, facts: Facts, manner: Manner) -> Content | None:
    """What stands in one cell."""
    if line.kind == "blank":
        return None
    if column.kind == "number":
        return line.number
    if column.kind == "label":
        return line.label
    if column.kind == "extra":
        return rng.choice(REMARKS) if line.kind == "row" else None
    if line.kind == "group":
        return None
    return figure(rng, line, column, facts, manner)


def figure(rng: random.Random, line: Line, column: Column, facts: Facts, manner: Manner) -> Content | None:
    """The figure of one line in one column, in some notation."""
    amount = summed(line, column, facts)
    if amount is None:
        return None
    step = facts.grain if column.way else 1
    if column.kind in ("plan", "cumulative"):
        for n, row in enumerate(facts.rows):
            if row in line.rows:
                low, high = (0, 5) if column.kind == "plan" else (5, 90)
                amount += facts.noise.setdefault((n, column.kind, column.part, column.measure), rng.randint(low, high) * step)
    if line.kind == "cumulative":
        amount += rng.randint(5, 90) * step
    is_sum = line.kind != "row" or column.kind != "value"
    if (
        facts.compound
        and column.measure == "items"
        and (line.kind == "row" or rng.random() < 0.5)
        and line.kind != "cumulative"
    ):
        pair = [sum(row.values[PART, m] or 0 for row in line.rows) for m in ("news", "articles")]
        return compound(rng, *pair)
    if column.way is not None:
        return plain_length(rng, amount, column.way, manner) if is_sum else write_length(rng, amount, column.way, manner)
    if column.scale > 1:
        return amount // column.scale if amount % column.scale == 0 else amount / column.scale
    if is_sum:
        return amount if manner.typed or amount < 1000 or rng.random() < 0.5 else dotted(amount)
    return write_count(rng, amount, column.measure, manner)


def plain_length(rng: random.Random, seconds: int, way: Clock, manner: Manner) -> Content:
    """A sum of durations, written soberly."""
    if way.lean == "number":
        number = plain_number(seconds, way.says)
        if number is not None:
            return number
    return write_length(rng, seconds, way, Manner(manner.typed, 0))


def summed(line: Line, column: Column, facts: Facts) -> int | None:
    """The sum over the line's rows, and over the parts in a total column."""
    parts = facts.parts if column.kind == "total" else (column.part,)
    values = [row.values.get((part, column.measure)) for row in line.rows for part in parts]
    stated = [v for v in values if v is not None]
    return sum(stated) if stated else None


def put_formulas(table: Table, typed: dict[int, bool], shape: Shape) -> None:
    """Sums become formulas that keep their value (or do not), where every cell above them is a number."""
    for slot in table.filled("total"):
        r, c = slot.spot
        value = table.cells[r, c]
        if typed.get(c) and isinstance(value, int | float | Length):
            column, first = letters(c), min(k for k, v in table.lines.items() if v != "header") + 1
            table.cells[r, c] = Formula(f"SUM({column}{first}:{column}{r})", value if shape.cached else None)


def letters(column: int) -> str:
    """The letters of a 0-based column."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def transposed(table: Table) -> Table:
    """Measures down and channels across."""
    other = Table(height=table.width, width=table.height)
    other.cells = {(c, r): v for (r, c), v in table.cells.items()}
    other.merges = [(c1, r1, c2, r2) for r1, c1, r2, c2 in table.merges]
    other.slots = [replace(s, spot=(s.spot[1], s.spot[0])) for s in table.slots]
    other.cells = {k: (v.cached if isinstance(v, Formula) and v.cached is not None else v) for k, v in other.cells.items()}
    return other
