"""What holds for every text and every cell."""

import datetime as dt
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tuyentruyen_cli.model.parsed import CountContext, DurationContext, Parsed, Refused, Result
from tuyentruyen_cli.model.sheet import Cell, CellKind, Raw
from tuyentruyen_cli.vi import counts, spans
from tuyentruyen_cli.vi.durations import format_clock, format_duration_words, format_minutes, parse_duration
from tuyentruyen_cli.vi.numbers import format_count, parse_count
from tuyentruyen_cli.vi.phrases import phrase, split_hedge
from tuyentruyen_cli.vi.text import clean

LAW = settings(deadline=None, max_examples=300)

ITEMS = CountContext(
    words=frozenset({"tin", "bai", "tin bai", "lan", "luot", "ngay"}),
    foreign_words=frozenset({"nguoi", "luot nguoi"}),
    part_words=(("tin", "news"), ("bai", "articles")),
)
COUNTS = st.sampled_from([ITEMS, CountContext(), structs.replace(ITEMS, scale=1000, estimate=True)])
DURATIONS = st.builds(
    DurationContext,
    measured_in=st.sampled_from([0, 1, 60, 3600]),
    two_parts=st.sampled_from(["", "h:m", "m:s"]),
    names_hours=st.booleans(),
)

PIECES = (
    *("0", "3", "05", "12", "90", "1.200", "1,200", "1 200", "1,5", "7.5", "12.34", "0.500"),
    *(
        "tin",
        "bài",
        "tin/bài",
        "lượt người",
        "lần",
        "ngày",
        "nghìn",
        "triệu",
        "khoảng",
        "hơn",
        "trên",
        "từ",
        "đến",
        "không",
        "mỗi",
    ),
    *(
        "giờ",
        "phút",
        "giây",
        "tiếng",
        "h",
        "p",
        "'",
        '"',
        "''",
        ":",
        "/",
        "x",
        "×",
        "+",
        ",",
        ";",
        "-",
        "–",
        "(",
        ")",
        "%",
        ".",
        " ",
        "\n",
        "và",
    ),
)
TYPED = st.builds(
    lambda pieces, between: between.join(pieces),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=7),
    st.sampled_from(["", " ", " "]),
)
TEXTS = st.one_of(TYPED, st.text(max_size=30), st.text(alphabet="0123456789.,' hpxgiờút/:-+tinbàđ\n\t", max_size=16))

RAW: st.SearchStrategy[Raw] = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.timedeltas(),
)
FORMATS = st.one_of(
    st.sampled_from(["General", "0%", ";;;", '0" giờ"', "[mm]:ss", "mm:ss", "#,##0,", '"']), st.text(max_size=12)
)


def text_cell(typed: str) -> Cell:
    cleaned, removed = clean(typed)
    return Cell(1, 1, CellKind.TEXT, typed, cleaned, cleaned=removed)


@st.composite
def any_cells(draw: st.DrawFn) -> Cell:
    raw = draw(RAW)
    return Cell(1, 1, draw(st.sampled_from(CellKind)), raw, raw if isinstance(raw, str) else "", draw(FORMATS))


def check_result(result: Result) -> None:
    if isinstance(result, Parsed):
        assert 0 <= result.value <= 2**53
        assert not result.parts or sum(value for _, value in result.parts) == result.value
        assert not result.nil or result.value == 0
    elif result is not None:
        assert result.rule


@LAW
@given(any_cells(), COUNTS, DURATIONS)
def test_no_cell_breaks_a_parser(cell: Cell, count: CountContext, duration: DurationContext) -> None:
    check_result(parse_count(cell, count))
    check_result(parse_duration(cell, duration))


@LAW
@given(TEXTS, COUNTS, DURATIONS)
def test_no_text_breaks_a_parser(typed: str, count: CountContext, duration: DurationContext) -> None:
    check_result(parse_count(text_cell(typed), count))
    check_result(parse_duration(text_cell(typed), duration))


@LAW
@given(TEXTS, COUNTS)
def test_at_most_one_production_of_counts_fires(typed: str, context: CountContext) -> None:
    _, rest = split_hedge(phrase(clean(typed)[0]))
    fired = [name for name, production in counts.PRODUCTIONS if production(rest, context) is not None]
    assert len(fired) <= 1, fired


@LAW
@given(TEXTS, DURATIONS)
def test_at_most_one_production_of_durations_fires(typed: str, context: DurationContext) -> None:
    _, rest = split_hedge(phrase(clean(typed)[0]))
    fired = [name for name, production in spans.PRODUCTIONS if production(rest, context) is not None]
    assert len(fired) <= 1, fired


@LAW
@given(TEXTS, COUNTS, DURATIONS)
def test_normal_form_does_not_matter(typed: str, count: CountContext, duration: DurationContext) -> None:
    composed, decomposed = (text_cell(unicodedata.normalize(form, typed)) for form in ("NFC", "NFD"))
    assert parse_count(composed, count) == parse_count(decomposed, count)
    assert parse_duration(composed, duration) == parse_duration(decomposed, duration)


@LAW
@given(st.integers(0, 2**53))
def test_formatted_counts_read_back(value: int) -> None:
    assert parse_count(text_cell(format_count(value)), ITEMS) == Parsed(value)
    assert parse_count(text_cell(str(value)), ITEMS) == Parsed(value)


SECONDS = st.one_of(st.integers(0, 9000), st.integers(0, 999_999 * 3600))


@LAW
@given(SECONDS)
@pytest.mark.parametrize("form", [format_duration_words, format_clock])
def test_formatted_durations_read_back(form: Callable[[int], str], seconds: int) -> None:
    assert parse_duration(text_cell(form(seconds)), DurationContext()) == Parsed(seconds)


@LAW
@given(SECONDS)
def test_formatted_minutes_read_back(seconds: int) -> None:
    assert parse_duration(text_cell(format_minutes(seconds)), DurationContext(measured_in=60)) == Parsed(seconds)


@LAW
@given(st.integers(1, 10**12))
def test_exact_times_read_back(seconds: int) -> None:
    cell = Cell(1, 1, CellKind.DURATION, dt.timedelta(seconds=seconds), "", "[h]:mm:ss")
    exact = parse_duration(cell, DurationContext(names_hours=True))
    assert exact == Parsed(seconds)
    assert parse_duration(cell, DurationContext()) in (exact, Refused("ambiguous-duration"))


@LAW
@given(st.integers(1, 999), st.integers(0, 999))
def test_dots_and_decimals_are_never_mixed_up(thousands: int, rest: int) -> None:
    grouped = parse_count(text_cell(f"{thousands}.{rest:03d}"), ITEMS)
    assert grouped == Parsed(thousands * 1000 + rest)
    assert isinstance(parse_count(text_cell(f"{thousands}.{rest % 100:02d}"), ITEMS), Refused)
    assert isinstance(parse_count(text_cell(f"{thousands},{rest % 100:02d}"), ITEMS), Refused)
