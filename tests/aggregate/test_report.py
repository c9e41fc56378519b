"""Totals that carry their coverage and their sources, and always add up."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tuyentruyen_cli.aggregate.report import build_report
from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Aggregation
from tuyentruyen_cli.model.submission import Outcome, Record, Refusal, Submission, Timeliness
from tuyentruyen_cli.model.value import Value, ValueState

SAMPLE = Path(__file__).parents[2] / "sample_data" / "tam-duong-2021"
NOW = dt.datetime.fromisoformat("2021-02-05T09:00:00+07:00")
UNITS = ("ban-bo", "ban-hon", "na-tam", "then-sin", "elsewhere")
MEASURES = ("items", "duration", "broadcasts", "listeners")
CHANNELS = ("radio", "television", "mobile", "unknown", "unsplit")


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return load(SAMPLE)


def report(campaign: Campaign, submissions: Sequence[Submission]) -> Report:
    received = {s.unit: Timeliness.UNKNOWN for s in submissions if s.unit}
    return build_report(campaign, campaign.calendar.week(5), submissions, (), received, NOW)


def value(row: int, column: int, file: str, figure: int | None, state: ValueState = ValueState.STATED) -> Value:
    rule = "not-a-number" if state is ValueState.REFUSED else ""
    return Value(figure, str(figure), Location(file, "Sheet1", row, column), state, rule)


def submission(unit: str, rows: Sequence[tuple[str, dict[str, Value]]], outcome: Outcome = Outcome.ACCEPTED) -> Submission:
    records = tuple(
        Record.of(Location(f"{unit}.xlsx", "Sheet1", row, 1), (("channel", channel), ("origin", "own")), values.items())
        for row, (channel, values) in enumerate(rows, 7)
    )
    return Submission(f"{unit}.xlsx", unit, "xlsx", unit, "2021-W05", records, outcome=outcome)


def stated(unit: str, *rows: tuple[str, int]) -> Submission:
    """A unit's items, row by row."""
    return submission(unit, [(c, {"items": value(n, 3, f"{unit}.xlsx", v)}) for n, (c, v) in enumerate(rows, 7)])


@st.composite
def weeks(draw: st.DrawFn) -> list[Submission]:
    """One submission of each of some units, with blanks and refused cells."""
    result = []
    for unit in draw(st.lists(st.sampled_from(UNITS), unique=True, max_size=5)):
        rows = []
        for row, channel in enumerate(draw(st.lists(st.sampled_from(CHANNELS), max_size=4)), 7):
            values: dict[str, Value] = {}
            for column, measure in enumerate(MEASURES, 3):
                state = draw(
                    st.sampled_from([ValueState.STATED] * 6 + [ValueState.NOT_STATED, ValueState.REFUSED, ValueState.NIL])
                )
                empty = state in {ValueState.NOT_STATED, ValueState.REFUSED}
                figure = None if empty else 0 if state is ValueState.NIL else draw(st.integers(0, 9999))
                values[measure] = value(row, column, f"{unit}.xlsx", figure, state)
            rows.append((channel, values))
        result.append(submission(unit, rows, draw(st.sampled_from([Outcome.ACCEPTED, Outcome.PARTIAL, Outcome.REJECTED]))))
    return result


@given(weeks())
def test_totals_and_all_their_splits_add_up(campaign: Campaign, submissions: list[Submission]) -> None:
    made = report(campaign, submissions)
    for total in made.select():
        of_units = [f.value for f in made.figures if f.unit and f.measure == total.measure and f.value is not None]
        assert total.value == (sum(of_units) if of_units else None)
        for dimension in ("channel", "topic", "origin"):
            parts = [f.value for f in made.select(dimension=dimension) if f.measure == total.measure]
            assert None not in parts
            assert sum(p or 0 for p in parts) == (total.value or 0)
            assert bool(parts) == (total.value is not None)


@given(weeks())
def test_a_figure_is_made_of_its_sources(campaign: Campaign, submissions: list[Submission]) -> None:
    made = report(campaign, submissions)
    cells = {p: v.value or 0 for s in submissions for r in s.records for _, v in r.values for p in v.sources}
    for figure in made.figures:
        assert len(set(figure.derived_from)) == len(figure.derived_from)
        if figure.value is not None:
            assert figure.value == sum(cells[place] for place in figure.derived_from)
        if figure.known:
            assert figure.known.open > 0


@given(weeks())
def test_every_expected_unit_is_in_a_figure_or_named_as_missing(campaign: Campaign, submissions: list[Submission]) -> None:
    made = report(campaign, submissions)
    expected = {u.id for u in campaign.registry.units} if campaign.registry else set()
    for total in made.select():
        within = set(total.coverage.units)
        assert set(total.coverage.missing) == expected - within
        assert set(total.coverage.partial) <= within
        assert total.coverage.expected == len(expected)
        for unit in made.units:
            own = made.figure(total.measure, unit.unit)
            assert own is not None
            assert (own.value is not None) == (unit.unit in within)
            assert bool(own.why) == (own.value is None)


@given(weeks(), st.randoms())
def test_the_order_of_files_does_not_matter(campaign: Campaign, submissions: list[Submission], chance: object) -> None:
    shuffled = list(submissions)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = report(campaign, submissions), report(campaign, shuffled)
    keyed = [
        {(f.measure, f.unit, f.dimension, f.category): (f.value, f.known, f.why, sorted(f.derived_from)) for f in r.figures}
        for r in (one, other)
    ]
    assert keyed[0] == keyed[1]


def test_a_refused_cell_makes_the_unit_null_and_is_known_in_part(campaign: Campaign) -> None:
    rows = [
        ("radio", {"items": value(7, 3, "ban-bo.xlsx", 6)}),
        ("mobile", {"items": value(8, 3, "ban-bo.xlsx", None, ValueState.REFUSED)}),
    ]
    made = report(campaign, [submission("ban-bo", rows, Outcome.PARTIAL), stated("ban-hon", ("radio", 4))])
    own, total = made.figure("items", "ban-bo"), made.figure("items")
    assert own is not None
    assert total is not None
    assert (own.value, own.why) == (None, ("not-a-number",))
    assert own.known is not None
    assert (own.known.value, own.known.open) == (6, 1)
    assert (total.value, total.coverage.units) == (4, ("ban-hon",))
    assert "ban-bo" in total.coverage.missing


def test_a_contradicted_measure_is_not_known_in_part(campaign: Campaign) -> None:
    """After a wrong total the rows may be too much as well as too little."""
    wrong = replace(stated("ban-bo", ("radio", 6)), refusals=(Refusal("items", "total-mismatch", Location("ban-bo.xlsx")),))
    own = report(campaign, [wrong]).figure("items", "ban-bo")
    assert own is not None
    assert (own.value, own.known, own.why) == (None, None, ("total-mismatch",))


def test_a_blank_beside_stated_figures_is_partial(campaign: Campaign) -> None:
    blank = value(8, 3, "ban-bo.xlsx", None, ValueState.NOT_STATED)
    rows = [
        ("radio", {"items": value(7, 3, "ban-bo.xlsx", 6)}),
        ("mobile", {"items": blank, "broadcasts": value(8, 5, "ban-bo.xlsx", 2)}),
    ]
    total = report(campaign, [submission("ban-bo", rows)]).figure("items")
    assert total is not None
    assert (total.value, total.coverage.partial) == (6, ("ban-bo",))


def test_why_a_unit_has_no_figure(campaign: Campaign) -> None:
    """Nothing sent, nothing stated, another week's file, or two that nobody can choose between."""
    other_week = Refusal("items", "wrong-period", Location("na-tam.xlsx"))
    of_another = replace(submission("na-tam", [], Outcome.REJECTED), period="2021-W04", refusals=(other_week,))
    rivals = [replace(stated("then-sin", ("radio", n)), file=f"{n}.xlsx", outcome=Outcome.REJECTED) for n in (1, 2)]
    made = report(campaign, [submission("ban-bo", []), of_another, *rivals])
    why = {u: f.why for u in ("ban-bo", "na-tam", "then-sin", "ban-hon") if (f := made.figure("items", u))}
    assert why == {
        "ban-bo": ("not-stated",),
        "na-tam": ("wrong-period",),
        "then-sin": ("which-is-final",),
        "ban-hon": ("missing",),
    }


def test_listeners_may_be_the_greatest_channel_of_a_unit(campaign: Campaign) -> None:
    measures = tuple(
        replace(m, aggregation_in_unit=Aggregation.MAX) if m.id == "items" else m for m in campaign.schema.measures
    )
    other = replace(campaign, schema=replace(campaign.schema, measures=measures))
    made = report(other, [stated("ban-bo", ("radio", 6), ("mobile", 4), ("mobile", 5)), stated("ban-hon", ("radio", 2))])
    figures = [made.figure("items", "ban-bo"), made.figure("items")]
    assert [f.value for f in figures if f] == [9, 11]


def test_superseded_and_ignored_files_are_in_no_figure(campaign: Campaign) -> None:
    old = replace(stated("ban-bo", ("radio", 99)), file="old.xlsx", outcome=Outcome.SUPERSEDED)
    copy = replace(stated("ban-bo", ("radio", 99)), file="copy.xlsx", outcome=Outcome.IGNORED)
    total = report(campaign, [old, copy, stated("ban-bo", ("radio", 6))]).figure("items")
    assert total is not None
    assert total.value == 6


def test_a_unit_outside_of_the_registry_is_listed_last(campaign: Campaign) -> None:
    made = report(campaign, [stated("elsewhere", ("radio", 1))])
    assert (made.units[-1].unit, made.units[-1].expected) == ("elsewhere", False)
    assert made.attendance.expected == 14
    assert made.attendance.received == 0


def test_without_a_registry_nobody_is_expected(campaign: Campaign) -> None:
    made = report(replace(campaign, registry=None), [stated("ban-bo", ("radio", 1))])
    total = made.figure("items")
    assert total is not None
    assert (total.value, total.coverage.expected, total.coverage.missing) == (1, None, ())
    assert made.attendance.expected is None
