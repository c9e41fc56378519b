"""Nouns as plain JSON and back: the same nouns."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuyentruyen_cli.model.codec import from_data, to_data
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.submission import Note, Outcome, Record, Refusal, Submission, Timeliness
from tuyentruyen_cli.model.value import Value, ValueState

TEXT = st.text(max_size=8)
LOCATIONS = st.builds(
    Location, st.text(min_size=1, max_size=8), TEXT, st.none() | st.integers(1, 99), st.none() | st.integers(1, 99)
)
MOMENTS = st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2030, 1, 1), timezones=st.just(dt.timezone(dt.timedelta(hours=7))))  # noqa: DTZ001
VALUES = st.builds(
    Value,
    st.integers(0, 10**9),
    TEXT,
    st.lists(LOCATIONS, min_size=1, max_size=2).map(tuple),
    st.sampled_from([ValueState.STATED, ValueState.NIL]),
) | st.builds(Value, st.none(), TEXT, st.tuples(LOCATIONS), st.sampled_from([ValueState.NOT_STATED, ValueState.REFUSED]), TEXT)
PAIRS = st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple)
RECORDS = st.builds(Record, LOCATIONS, PAIRS, st.lists(st.tuples(TEXT, VALUES), max_size=3).map(tuple))
SUBMISSIONS = st.builds(
    Submission, TEXT, TEXT, TEXT, st.none() | TEXT, st.none() | TEXT, st.lists(RECORDS, max_size=2).map(tuple),
    st.lists(st.builds(Refusal, TEXT, TEXT, LOCATIONS), max_size=1).map(tuple), st.lists(st.builds(Note, TEXT, TEXT, LOCATIONS), max_size=1).map(tuple),
    st.sampled_from(Outcome), st.sampled_from(Timeliness), st.none() | MOMENTS, TEXT, st.booleans(), st.booleans(), st.booleans(),
)  # fmt: skip
ARGUMENTS = st.none() | TEXT | st.integers() | st.lists(TEXT, max_size=2).map(tuple)
FINDINGS = st.builds(
    Finding, TEXT, st.sampled_from(Severity), LOCATIONS, st.lists(st.tuples(TEXT, ARGUMENTS), max_size=3).map(tuple),
    st.none() | TEXT, st.none() | TEXT, st.lists(LOCATIONS, max_size=2).map(tuple),
)  # fmt: skip


@given(SUBMISSIONS)
def test_a_submission_comes_back_as_it_was(submission: Submission) -> None:
    assert from_data(Submission, json.loads(json.dumps(to_data(submission)))) == submission


@given(FINDINGS)
def test_a_finding_comes_back_as_it_was(finding: Finding) -> None:
    assert from_data(Finding, json.loads(json.dumps(to_data(finding)))) == finding


@pytest.mark.parametrize("data", [[], ["a"], "a", None, [None] * 40])
def test_what_does_not_fit_is_refused(data: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_data(Submission, data)


def test_what_is_no_noun_is_refused() -> None:
    with pytest.raises(TypeError):
        to_data(object())


def test_what_many_cells_say_alike_is_held_once() -> None:
    def row(number: int) -> Record:
        place = Location("ban-bo.xlsx", "Sheet1", number, 2)
        return Record(place, (("channel", "radio"), ("origin", "own")), (("items", Value(1200, "1.200", (place,))),))

    written = to_data(Submission("ban-bo.xlsx", "ab", "xlsx", "ban-bo", None, (row(3), row(4))))
    first, second = from_data(Submission, written).records
    (measure, value), (other_measure, other_value) = first.values[0], second.values[0]
    assert first.dimensions is second.dimensions
    assert measure is other_measure
    assert value.raw is other_value.raw
    assert (first.location.file, first.location.row, second.location.row) == ("ban-bo.xlsx", 3, 4)
    assert first.location.file is second.location.file
