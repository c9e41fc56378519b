"""A week as bytes for the store: it comes back as it was, or not at all."""

import datetime as dt
import zlib
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.submission import Record, Submission, Timeliness
from tuyentruyen_cli.model.value import Value
from tuyentruyen_cli.pipeline.rebuilding import START
from tuyentruyen_cli.pipeline.remembered import Remembered, is_current

NOW = dt.datetime.fromisoformat("2021-02-05T09:00:00+07:00")
PLACE = Location("Bản Bo.xlsx", "Sheet1", 3, 2)
VALUES = (("items", Value(6, "6", PLACE)), ("duration", Value(30, "30", PLACE)))
SUBMISSION = Submission("Bản Bo.xlsx", "ab", "xlsx", "ban-bo", "2021-W05", (Record.of(PLACE, (("channel", "radio"),), VALUES),))
FINDING = Finding("same-bytes", Severity.NOTE, PLACE, (("other", "na-tam.xlsx"),))
WEEK = Remembered("2021-W05", (SUBMISSION, SUBMISSION), (FINDING,), {"ban-bo": Timeliness.LATE}, NOW)


def test_a_week_comes_back_as_it_was() -> None:
    payload = WEEK.payload()
    assert is_current(payload[:START])
    assert Remembered.of(payload) == WEEK


def test_a_week_of_many_lines_comes_back_as_it_was() -> None:
    names = (str(i) + "\n\u2028" * (i % 3) for i in range(3000))
    many = replace(WEEK, submissions=tuple(replace(SUBMISSION, file=name) for name in names))
    assert Remembered.of(many.payload()) == many


@pytest.mark.parametrize(
    "change", [lambda lines: lines[:-1], lambda lines: [*lines, lines[-1]], lambda lines: lines[1:], lambda _: []]
)
def test_a_week_with_more_or_less_than_it_says_is_none(change: Callable[[list[bytes]], list[bytes]]) -> None:
    head, _, rest = WEEK.payload().partition(b"\n")
    lines = zlib.decompress(rest).splitlines(keepends=True)
    assert Remembered.of(head + b"\n" + zlib.compress(b"".join(lines))) == WEEK
    assert Remembered.of(head + b"\n" + zlib.compress(b"".join(change(lines)))) is None
    assert Remembered.of(head + b"\n" + zlib.compress(b"".join(lines)[:-1])) is None


@pytest.mark.parametrize("kept", range(0, 400, 7))
def test_a_torn_week_is_none(kept: int) -> None:
    payload = WEEK.payload()
    head = payload.index(b"\n") + 1
    torn = payload[: head + kept % (len(payload) - head)]
    assert Remembered.of(torn) is None


def test_a_week_of_an_older_program_is_none() -> None:
    payload = WEEK.payload().replace(b'{"version":', b'{"version":9', 1)
    assert not is_current(payload[:START])
    assert Remembered.of(payload) is None
    head, _, rest = WEEK.payload().partition(b"\n")
    older = b'{"version":4' + head[head.index(b",") : -1] + b"," + zlib.decompress(rest)[1:]
    assert Remembered.of(older) is None
