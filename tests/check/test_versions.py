"""Several files of one unit and week: which counts, and when nobody can tell."""

from collections.abc import Callable, Sequence
from itertools import permutations

import pytest

from tuyentruyen_cli.check.versions import settle
from tuyentruyen_cli.model.submission import Outcome, Submission

Sent = Callable[..., Submission]


def told(submissions: Sequence[Submission]) -> str:
    """The outcome of each file, then what is said, the same whatever the order of the files."""
    (said,) = {settled(order) for order in permutations(submissions)}
    return said


def settled(submissions: Sequence[Submission]) -> str:
    result = settle(submissions)
    outcomes = (f"{s.file}: {s.outcome}" for s in result.submissions)
    said = (f"{f.severity} {f.rule} {f.location.file} {f.argument('reason') or ''}".rstrip() for f in result.findings)
    return "\n".join([*outcomes, *said])


def test_one_file_is_as_it_is(sent: Sent) -> None:
    assert told([sent("a.xlsx", items=6)]) == "a.xlsx: accepted"


def test_identical_bytes_count_once(sent: Sent) -> None:
    """The one that came first is kept, also where only the clock's zone says so."""
    assert told([sent("a.xlsx", "02-04T09:00", sha256="x", items=6), sent("b.xlsx", "02-03T09:00", sha256="x", items=6)]) == (
        "a.xlsx: ignored\nb.xlsx: accepted\nnote same-bytes a.xlsx"
    )


def test_identical_bytes_of_two_units_are_two(sent: Sent) -> None:
    files = [sent("a.xlsx", sha256="x", items=6), sent("b.xlsx", sha256="x", unit="ban-hon", items=6)]
    assert told(files) == "a.xlsx: accepted\nb.xlsx: accepted"


def test_the_newest_received_counts(sent: Sent) -> None:
    files = [
        sent("a.xlsx", "02-04T15:00", items=7),
        sent("b.xlsx", "02-03T09:00", items=6),
        sent("c.xlsx", "02-03T10:00", items=5),
    ]
    assert told(files) == "a.xlsx: accepted\nb.xlsx: superseded\nc.xlsx: superseded\nwarning newer-version a.xlsx"


def test_the_cells_that_differ_from_the_version_before_are_named(sent: Sent) -> None:
    files = [sent("a.xlsx", "02-04T15:00", items=7, duration=60), sent("b.xlsx", "02-03T09:00", items=6, duration=60)]
    (finding,) = settle(files).findings
    assert finding.argument("differences") == ("C7: 6 → 7",)
    assert [place.cell for place in finding.related] == ["C7"]


def test_a_newest_that_is_partial_counts(sent: Sent) -> None:
    files = [
        sent("a.xlsx", "02-03T09:00", items=6),
        sent("b.xlsx", "02-04T09:00", outcome=Outcome.PARTIAL, items=6, duration=None),
    ]
    assert told(files) == "a.xlsx: superseded\nb.xlsx: partial\nwarning newer-version b.xlsx"


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({"at": "02-03T09:00"}, {}, "order"),
        ({}, {}, "order"),
        ({"at": "02-03T09:00"}, {"at": "02-03T09:00"}, "order"),
        ({"at": "02-03T09:00"}, {"at": "02-04T09:00", "supplement": True}, "supplement"),
        ({"at": "02-03T09:00"}, {"at": "02-04T09:00", "channel": "mobile"}, "channels"),
        ({"at": "02-03T09:00", "channel": "unknown"}, {"at": "02-04T09:00"}, "channels"),
        ({"at": "02-03T09:00"}, {"at": "02-04T09:00", "outcome": Outcome.REJECTED}, "unreadable"),
        # First seen is the latest that it can have come: what is stated to have come before may be older or newer.
        ({"at": "02-03T09:00"}, {"at": "02-04T09:00", "evidence": "first-seen"}, "order"),
    ],
)
def test_where_nobody_can_tell_neither_counts(
    sent: Sent, first: dict[str, object], second: dict[str, object], reason: str
) -> None:
    files = [sent("a.xlsx", items=6, **first), sent("b.xlsx", items=7, **second)]
    assert told(files) == f"a.xlsx: rejected\nb.xlsx: rejected\nerror which-is-final b.xlsx {reason}"


def test_first_seen_before_a_stated_time_tells_the_order(sent: Sent) -> None:
    files = [sent("a.xlsx", "02-03T09:00", evidence="first-seen", items=6), sent("b.xlsx", "02-04T09:00", items=7)]
    assert told(files) == "a.xlsx: superseded\nb.xlsx: accepted\nwarning newer-version b.xlsx"


def test_a_file_for_another_week_is_no_version(sent: Sent) -> None:
    files = [sent("a.xlsx", items=6), sent("tuan 4.xlsx", period="2021-W04", outcome=Outcome.REJECTED)]
    assert told(files) == "a.xlsx: accepted\ntuan 4.xlsx: rejected"


def test_files_without_a_unit_are_left_alone(sent: Sent) -> None:
    files = [
        sent("a.xlsx", unit=None, outcome=Outcome.REJECTED, items=6),
        sent("b.xlsx", unit=None, outcome=Outcome.REJECTED, items=7),
    ]
    assert told(files) == "a.xlsx: rejected\nb.xlsx: rejected"


def test_a_consolidation_that_agrees_is_set_aside(sent: Sent) -> None:
    files = [sent("ban-bo.xlsx", items=6), sent("tong hop.xlsx", shared=True, items=6)]
    assert told(files) == "ban-bo.xlsx: accepted\ntong hop.xlsx: ignored\nwarning consolidation tong hop.xlsx"


def test_a_consolidation_that_differs_leaves_it_to_a_person(sent: Sent) -> None:
    files = [sent("ban-bo.xlsx", items=6), sent("tong hop.xlsx", shared=True, items=7)]
    assert told(files) == (
        "ban-bo.xlsx: rejected\ntong hop.xlsx: rejected\nerror which-is-final tong hop.xlsx consolidation\nwarning consolidation tong hop.xlsx"
    )


def test_a_consolidation_stands_for_units_that_sent_nothing(sent: Sent) -> None:
    files = [sent("ban-bo.xlsx", items=6), sent("tong hop.xlsx", unit="ban-hon", shared=True, items=7)]
    assert told(files) == "ban-bo.xlsx: accepted\ntong hop.xlsx: accepted"
