"""Nouns as plain JSON and back: the same nouns."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuyentruyen_cli.model.codec import from_data, from_json, to_data, to_document, to_json
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.sharing import hold_once
from tuyentruyen_cli.model.submission import Note, Outcome, Record, Refusal, Submission, Timeliness
from tuyentruyen_cli.model.value import Value, ValueState

TEXT = st.text(max_size=8)
LOCATIONS = st.builds(
    Location, st.text(min_size=1, max_size=8), TEXT, st.none() | st.integers(1, 99), st.none() | st.integers(1, 99)
)
MOMENTS = st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2030, 1, 1), timezones=st.just(dt.timezone(dt.timedelta(hours=7))))  # noqa: DTZ001
OTHERS = st.lists(LOCATIONS, max_size=2).map(tuple)
NUMBERS = st.integers(0, 10**9)
STATED = st.sampled_from([ValueState.STATED, ValueState.NIL])
UNSTATED = st.sampled_from([ValueState.NOT_STATED, ValueState.REFUSED])
VALUES = st.builds(Value, NUMBERS, TEXT, LOCATIONS, STATED, st.just(""), OTHERS) | st.builds(
    Value, st.none(), TEXT, LOCATIONS, UNSTATED, TEXT, OTHERS
)
PAIRS = st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple)
RECORDS = st.builds(Record.of, LOCATIONS, PAIRS, st.lists(st.tuples(TEXT, VALUES), max_size=3))
SUBMISSIONS = st.builds(
    Submission, TEXT, TEXT, TEXT, st.none() | TEXT, st.none() | TEXT, st.lists(RECORDS, max_size=2).map(tuple),
    st.lists(st.builds(Refusal, TEXT, TEXT, LOCATIONS), max_size=1).map(tuple), st.lists(st.builds(Note, TEXT, TEXT, LOCATIONS), max_size=1).map(tuple),
    st.sampled_from(Outcome), st.sampled_from(Timeliness), st.none() | MOMENTS, TEXT, st.booleans(), st.booleans(), st.booleans(),
)  # fmt: skip
ARGUMENTS = (
    st.none()
    | TEXT
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.lists(TEXT, max_size=2).map(tuple)
)
FINDINGS = st.builds(
    Finding, TEXT, st.sampled_from(Severity), LOCATIONS, st.lists(st.tuples(TEXT, ARGUMENTS), max_size=3).map(tuple),
    st.none() | TEXT, st.none() | TEXT, st.lists(LOCATIONS, max_size=2).map(tuple),
)  # fmt: skip


@given(SUBMISSIONS)
def test_a_submission_comes_back_as_it_was(submission: Submission) -> None:
    assert from_data(Submission, json.loads(json.dumps(to_data(submission)))) == submission
    assert from_json(Submission, to_json(submission).encode()) == submission


@given(FINDINGS)
def test_a_finding_comes_back_as_it_was(finding: Finding) -> None:
    assert from_data(Finding, json.loads(json.dumps(to_data(finding)))) == finding
    assert from_json(Finding, to_json(finding).encode()) == finding


@given(SUBMISSIONS)
def test_holding_alike_texts_once_changes_nothing_else(submission: Submission) -> None:
    read = from_json(Submission, to_json(submission).encode())
    hold_once([read])
    assert read == submission
    assert to_json(read) == to_json(submission)


@pytest.mark.parametrize("data", [[], ["a"], "a", None, [None] * 40])
def test_what_does_not_fit_is_refused(data: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words are of a library
        from_data(Submission, data)
    with pytest.raises(ValueError):  # noqa: PT011
        from_json(Submission, json.dumps(data).encode())


@pytest.mark.parametrize("text", [b"", b"[", b"\xff", b"{}", b'["a.xlsx", "", "", null, null, [[[7], [], []]]]'])
def test_text_that_does_not_fit_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        from_json(Submission, text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    )
)
def test_a_document_is_written_as_the_standard_library_writes_it(value: object) -> None:
    assert to_document(value) == json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"


def test_what_is_no_noun_is_refused() -> None:
    with pytest.raises(TypeError):
        to_data(object())


def test_what_many_cells_say_alike_is_held_once() -> None:
    def row(number: int) -> Record:
        place = Location("ban-bo.xlsx", "Sheet1", number, 2)
        return Record(place, (("channel", "radio"), ("origin", "own")), ("items",), (Value(1200, "1.200", place),))

    written = to_json(Submission("ban-bo.xlsx", "ab", "xlsx", "ban-bo", None, (row(3), row(4)))).encode()
    one, other = from_json(Submission, written), from_json(Submission, written)
    hold_once([one, other])
    first, second = one.records[0], other.records[1]
    (measure, value), (other_measure, other_value) = first.values[0], second.values[0]
    assert first.dimensions is second.dimensions
    assert measure is other_measure
    assert value.raw is other_value.raw
    assert (first.location.file, first.location.row, second.location.row) == ("ban-bo.xlsx", 3, 4)
    assert first.location.file is second.location.file
