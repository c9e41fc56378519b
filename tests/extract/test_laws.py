"""What may be done to a table without changing its figures, and what a single bad cell may change."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

CHANNELS = (
    "Phát thanh",
    "Truyền hình",
    "Trạm truyền thanh xã",
    "Trang thông tin điện tử",
    "Loa thôn, bản",
    "Loa kéo",
    "Zalo",
    "Khác",
)
HEADING = ("Kênh", "Số tin, bài", "Thời lượng (phút)", "Số lượt phát", "Ước số người nghe")
MEASURES = ("items", "duration", "broadcasts", "listeners")
REFUSED = ("nhiều", "1.5", "10-20", "3 lần/ngày", "#REF!", "=SUM(A1:A2)", "-4", "95%")

Rows: TypeAlias = list[tuple[str, ...]]
Told: TypeAlias = Callable[..., str]


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """Rows of one figure for each measure, each of another channel."""
    channels = draw(st.lists(st.sampled_from(CHANNELS), min_size=1, max_size=5, unique=True))
    figures = st.tuples(*(st.integers(0, most) for most in (60, 500, 90, 5000)))
    return [(channel, *map(str, draw(figures))) for channel in channels]


def sums(rows: Rows) -> tuple[int, ...]:
    return tuple(sum(int(row[i]) for row in rows) for i in range(1, 5))


def expected(rows: Rows) -> str:
    items, minutes, broadcasts, listeners = sums(rows)
    return f"ban-bo: items {items}, duration {minutes * 60}, broadcasts {broadcasts}, listeners {listeners}"


def drawing(rows: Rows, heading: tuple[str, ...] = HEADING) -> str:
    return "\n".join(" | ".join(row) for row in (heading, *rows))


def total(rows: Rows, word: str = "Tổng cộng") -> tuple[str, ...]:
    return (word, *map(str, sums(rows)))


@given(tables(), st.data())
def test_the_order_of_rows_and_columns_does_not_matter(told: Told, rows: Rows, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(rows))
    order = data.draw(st.permutations(range(5)))
    turned = [tuple(row[i] for i in order) for row in (HEADING, *shuffled)]
    assert told(drawing(turned[1:], turned[0])) == expected(rows)


@given(tables(), st.integers(0, 4), st.integers(0, 4))
def test_a_table_may_stand_anywhere(told: Told, rows: Rows, down: int, right: int) -> None:
    margin = [""] * right
    moved = "\n".join(" | ".join((*margin, *row)) for row in (HEADING, *rows))
    assert told("BÁO CÁO\n" + "\n" * down + moved) == expected(rows)


@given(tables(), st.integers(0, 5))
def test_a_column_of_something_else_changes_no_figure(told: Told, rows: Rows, at: int) -> None:
    wide = [(*row[:at], f"{n}", *row[at:]) for n, row in enumerate(rows, 70)]
    heading = (*HEADING[:at], "Số hộ nghèo", *HEADING[at:])
    assert told(drawing(wide, heading)).split("\n")[0] == expected(rows)


@given(tables(), st.booleans(), st.sampled_from(["Tổng", "TỔNG CỘNG", "Cộng", "TC", "Tổng số", "Cộng trong tuần"]))
def test_a_total_changes_no_figure(told: Told, rows: Rows, first: bool, word: str) -> None:
    summed = [total(rows, word), *rows] if first else [*rows, total(rows, word)]
    assert told(drawing(summed)) == expected(rows)


@given(tables())
def test_a_table_on_its_side_says_the_same(told: Told, rows: Rows) -> None:
    assert told(
        drawing(list(zip(*(HEADING, *rows, total(rows)), strict=True))[1:], ("Chỉ tiêu", *(r[0] for r in (*rows, total(rows)))))
    ) == expected(rows)


@given(tables(), st.data())
def test_split_and_whole_say_the_same(told: Told, rows: Rows, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows)))
    parts = [part for part in (rows[:at], rows[at:]) if part]
    assume(len(parts) == 1 or sums(parts[0]) != sums(parts[1]))  # one might be a summary of the other: nobody can tell
    assert told("\n\n".join(map(drawing, parts))) == expected(rows)
    sheets = "\n".join(f"=== Trang {n}\n{drawing(part)}" for n, part in enumerate(parts, 1))
    assert told(sheets) == expected(rows)


@given(tables(), st.integers(1, 4), st.sampled_from(REFUSED), st.data())
def test_a_refused_cell_makes_its_measure_null_and_changes_no_other(
    told: Told, rows: Rows, column: int, bad: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    if column == 2 and bad == "1.5":
        bad = "15-20"
    spoiled = [(*row[:column], bad, *row[column + 1 :]) if n == at else row for n, row in enumerate(rows)]
    figures = told(drawing(spoiled)).split("\n")[0]
    for measure, whole in zip(MEASURES, expected(rows).partition(": ")[2].split(", "), strict=True):
        if measure == MEASURES[column - 1]:
            assert f"{measure} refused" in figures
        else:
            assert whole in figures


@given(tables(), st.integers(1, 4), st.integers(1, 50))
def test_a_wrong_total_refuses_its_measure_alone(told: Told, rows: Rows, column: int, off: int) -> None:
    wrong = list(total(rows))
    wrong[column] = str(int(wrong[column]) + off)
    first, *findings = told(drawing([*rows, tuple(wrong)])).split("\n")
    assert f"{MEASURES[column - 1]} refused" in first
    assert len(findings) == 1
    assert findings[0].startswith("error total-mismatch ")
    for measure, whole in zip(MEASURES, expected(rows).partition(": ")[2].split(", "), strict=True):
        assert measure == MEASURES[column - 1] or whole in first


@pytest.mark.parametrize("word", ["Bình quân", "So với tuần trước", "Tuần trước", "Lũy kế", "Kế hoạch", "Tỷ lệ"])
@settings(max_examples=10)
@given(rows=tables())
def test_a_row_of_something_else_changes_no_figure(told: Told, rows: Rows, word: str) -> None:
    assert told(drawing([*rows, total(rows), total(rows, word)])) == expected(rows)
