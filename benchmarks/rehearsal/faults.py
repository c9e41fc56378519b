"""What the law refuses, put into a finished draft, with the truth changed to match."""

import random
from collections.abc import Callable
from dataclasses import replace

from rehearsal.books import Draft
from rehearsal.canvas import Content, Formula
from rehearsal.counts import Manner, refused_count
from rehearsal.facts import SPLIT, refuse, refuse_all
from rehearsal.lengths import refused_length
from rehearsal.table import Slot
from rehearsal.wording import TOTALS

Fault = Callable[[random.Random, Draft, Manner], bool]


def bad_cell(rng: random.Random, draft: Draft, manner: Manner) -> bool:
    """A cell in a notation that is refused; sometimes two."""
    slots = [s for s in draft.main.table.filled("row") if not s.scaled]
    if not slots:
        return False
    for slot in rng.sample(slots, min(len(slots), rng.choice((1, 1, 1, 2)))):
        if slot.way is not None:
            value, rules = refused_length(rng, slot.way, manner)
        else:
            value, rules = refused_count(rng, slot.measure, manner)
        draft.page.cells[slot.spot] = value
        refuse(draft.truth, draft.main.facts, slot.measure, *rules)
    return True


def uncached(rng: random.Random, draft: Draft, manner: Manner) -> bool:
    """A formula in a data cell whose value the file does not keep."""
    slots = draft.main.table.filled("row")
    if not manner.typed or manner.computed or not slots:
        return False
    slot = rng.choice(slots)
    draft.page.cells[slot.spot] = Formula("150*2", None)
    refuse(draft.truth, draft.main.facts, slot.measure, "uncached-formula")
    return True


def raised(value: Content, by: int) -> Content | None:
    """The same cell with another number; None where it is text."""
    if isinstance(value, Formula) and isinstance(value.cached, int):
        return replace(value, cached=value.cached + by)
    return value + by if isinstance(value, int) else None


def wrong_sum(rng: random.Random, draft: Draft, manner: Manner) -> bool:
    """A total or sub-total that differs from its rows."""
    table, page = draft.main.table, draft.page
    slots = [s for kind in ("total", "subtotal") for s in table.filled(kind) if not s.scaled and raised(page.cells[s.spot], 1)]
    if not slots or draft.layout in ("transposed", "topics-over", "channels-over"):
        return False
    slot = rng.choice(slots)
    changed = raised(page.cells[slot.spot], rng.randint(1, 40))
    assert changed is not None
    page.cells[slot.spot] = changed
    labelled = (
        slot.line == "subtotal"
        or any(v in TOTALS for (r, _), v in page.cells.items() if r == slot.spot[0])
        or named(draft, slot)
    )
    for other in [slot] if labelled else [s for s in table.filled("total") if s.spot[0] == slot.spot[0]]:
        rules = ("total-mismatch", "subtotal-mismatch") if labelled else ("unlabelled-row",)
        refuse(draft.truth, draft.main.facts, other.measure, *rules)
    return True


def named(draft: Draft, slot: Slot) -> bool:
    """Whether any words stand in the slot's row to the left of every figure."""
    first = min(s.spot[1] for s in draft.main.table.slots)
    left = (v for (r, c), v in draft.page.cells.items() if r == slot.spot[0] and c < first)
    return any(isinstance(v, str) and any(map(str.isalpha, v)) for v in left)


def split_apart(rng: random.Random, draft: Draft, manner: Manner) -> bool:
    """The sum of tin and bài beside their own columns, and not equal to them."""
    table, page, facts = draft.main.table, draft.page, draft.main.facts
    slots = [s for s in table.filled("row") if s.measure == "items" and isinstance(page.cells[s.spot], int)]
    if not slots or not set(SPLIT) & set(facts.measures) or table.filled("total") or table.filled("subtotal"):
        return False
    changed = raised(page.cells[(slot := rng.choice(slots)).spot], rng.randint(1, 9))
    assert changed is not None
    page.cells[slot.spot] = changed
    refuse(draft.truth, facts, "items", "split-mismatch")
    for part in set(SPLIT) & set(facts.measures):
        draft.truth[part].room = True
    return True


def hidden_line(rng: random.Random, draft: Draft, manner: Manner) -> bool:
    """A hidden row or column that holds figures."""
    slots = draft.main.table.filled("row")
    if not manner.typed or not slots:
        return False
    axis = rng.choice((0, 1))
    at = rng.choice(slots).spot[axis]
    (draft.page.hidden_rows if axis == 0 else draft.page.hidden_columns).add(at)
    for slot in draft.main.table.slots:
        if slot.spot[axis] == at and slot.spot in draft.page.cells:
            refuse(draft.truth, draft.main.facts, slot.measure, "hidden-figures")
    if draft.layout == "log" and axis == 0:
        for counted in ("items", *SPLIT):
            refuse(draft.truth, draft.main.facts, counted, "hidden-figures")  # the row is an item itself
    return True


def under_merge(rng: random.Random, draft: Draft, manner: Manner) -> bool:
    """A figure under a merge, where no reader of the sheet sees it."""
    slots = {s.spot: s for s in draft.main.table.filled("row")}
    pairs = [
        (s, slots[below])
        for s in slots.values()
        if (below := (s.spot[0] + 1, s.spot[1])) in slots and slots[below].measure == s.measure
    ]
    if not manner.typed or not pairs or draft.layout == "transposed":
        return False
    upper, lower = rng.choice(pairs)
    draft.page.merges.append((*upper.spot, *lower.spot))
    refuse(draft.truth, draft.main.facts, upper.measure, "value-under-merge")
    return True


def only_total(rng: random.Random, draft: Draft, manner: Manner) -> bool:
    """A measure whose figures stand in the total row alone."""
    table, page = draft.main.table, draft.page
    slots = [s for s in table.filled("total") if named(draft, s)]
    if not slots or draft.layout not in ("flat", "deep"):
        return False
    slot = rng.choice(slots)
    total = page.cells[slot.spot]
    if isinstance(total, Formula) or total in (0, "0") or draft.main.facts.compound:
        return False
    for row in table.filled("row"):
        if row.measure == slot.measure:
            page.cells.pop(row.spot, None)
    refuse(draft.truth, draft.main.facts, slot.measure, "total-without-rows")
    return True


def twice(rng: random.Random, draft: Draft, manner: Manner) -> bool:
    """A second sheet with the same header and channels, and another figure."""
    if not manner.typed or draft.layout != "flat" or len(draft.pages) > 1:
        return False
    page = draft.page
    slots = [s for s in draft.main.table.filled("row") if isinstance(page.cells[s.spot], int)]
    if not slots:
        return False
    again = replace(page, name="Sheet2", cells=dict(page.cells), merges=list(page.merges))
    changed = raised(again.cells[(slot := rng.choice(slots)).spot], 1)
    assert changed is not None
    again.cells[slot.spot] = changed
    draft.pages.append(again)
    draft.truth = refuse_all(draft.truth, "two-tables")
    return True


def prose(rng: random.Random, draft: Draft, manner: Manner) -> bool:
    """No table at all: a sentence."""
    first, after = draft.page.table
    page = draft.page
    page.cells = {(r, c): v for (r, c), v in page.cells.items() if not first <= r < after}
    page.cells[first, 0] = (
        f"Trong tuần đơn vị đã phát {rng.randint(3, 20)} tin, {rng.randint(2, 9)} bài, {rng.randint(10, 60)} lượt."
    )
    page.merges, page.table = [], (first, first)
    draft.pages = [page]
    draft.truth = refuse_all(draft.truth, "no-table", "missing")  # the page that is left may say no unit
    return True


FAULTS: tuple[tuple[Fault, int], ...] = (
    (bad_cell, 60), (uncached, 4), (wrong_sum, 8), (split_apart, 3), (hidden_line, 6), (under_merge, 4), (only_total, 3), (twice, 3), (prose, 2),
)  # fmt: skip


def spoil(rng: random.Random, draft: Draft, manner: Manner) -> str:
    """Put one fault in, any that fits; its name."""
    while True:
        fault = rng.choices([f for f, _ in FAULTS], [w for _, w in FAULTS])[0]
        if fault(rng, draft, manner):
            if any(page.name == "Tổng hợp" for page in draft.pages):
                for expected in draft.truth.values():
                    expected.room = True  # a summary sheet that can no longer be compared: two-tables is fine too
            return fault.__name__.replace("_", "-")
