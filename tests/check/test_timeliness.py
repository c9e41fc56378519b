"""On time, late or unknown: by evidence alone."""

import datetime as dt
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.check.timeliness import first_received, timed
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.period import Extension
from tuyentruyen_cli.model.submission import Receipt, Submission, Timeliness

Sent = Callable[..., Submission]


def receipt(at: str, evidence: str = "received.csv", file: str = "a.xlsx", sha256: str = "") -> Receipt:
    return Receipt(file, sha256, dt.datetime.fromisoformat(at), evidence)


def timeliness(campaign: Campaign, submission: Submission, *receipts: Receipt) -> str:
    calendar = campaign.calendar
    (one,) = timed([submission], receipts, calendar, calendar.by_id("2021-W05"))
    return f"{one.timeliness} {one.evidence}".strip()


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2021-02-04T15:59:00+07:00", "on-time"),
        ("2021-02-04T16:00:00+07:00", "on-time"),
        ("2021-02-04T09:00:00+00:00", "on-time"),
        ("2021-02-04T16:00:01+07:00", "late"),
        ("2021-02-04T10:00:00+00:00", "late"),
    ],
)
def test_a_stated_time_decides(campaign: Campaign, sent: Sent, at: str, expected: str) -> None:
    assert timeliness(campaign, sent("a.xlsx", items=1), receipt(at)) == f"{expected} received.csv"


def test_seen_before_the_deadline_is_proof(campaign: Campaign, sent: Sent) -> None:
    seen = receipt("2021-02-04T12:00:00+07:00", "first-seen", sha256="x")
    assert timeliness(campaign, sent("a.xlsx", sha256="x", items=1), seen) == "on-time first-seen"


def test_seen_after_the_deadline_proves_nothing(campaign: Campaign, sent: Sent) -> None:
    seen = receipt("2021-02-05T08:00:00+07:00", "first-seen", sha256="x")
    assert timeliness(campaign, sent("a.xlsx", sha256="x", items=1), seen) == "unknown first-seen"


def test_other_bytes_under_the_same_name_were_not_seen(campaign: Campaign, sent: Sent) -> None:
    seen = receipt("2021-02-04T12:00:00+07:00", "first-seen", sha256="old")
    assert timeliness(campaign, sent("a.xlsx", sha256="new", items=1), seen) == "unknown"


def test_a_stated_time_weighs_more_than_when_it_was_seen(campaign: Campaign, sent: Sent) -> None:
    seen = receipt("2021-02-04T12:00:00+07:00", "first-seen", sha256="x")
    stated = receipt("2021-02-05T08:00:00+07:00")
    assert timeliness(campaign, sent("a.xlsx", sha256="x", items=1), seen, stated) == "late received.csv"


def test_an_extension_holds_for_its_unit_alone(campaign: Campaign, sent: Sent) -> None:
    due = dt.datetime.fromisoformat("2021-02-05T16:00:00+07:00")
    extended = replace(
        campaign, calendar=replace(campaign.calendar, extensions=(Extension("ban-bo", "2021-W05", due, "Mất điện"),))
    )
    stated = receipt("2021-02-05T08:00:00+07:00")
    assert timeliness(extended, sent("a.xlsx", items=1), stated) == "on-time received.csv"
    assert timeliness(extended, sent("a.xlsx", unit="ban-hon", items=1), stated) == "late received.csv"


def judged(*submissions: Submission) -> Timeliness:
    return first_received(submissions)[0]


def test_a_unit_is_on_time_by_its_first_readable_file(sent: Sent) -> None:
    on_time = replace(sent("a.xlsx", "02-04T09:00", items=1), timeliness=Timeliness.ON_TIME)
    late = replace(sent("b.xlsx", "02-05T09:00", items=1), timeliness=Timeliness.LATE)
    unreadable = replace(sent("c.xlsx", "02-04T08:00", readable=False), timeliness=Timeliness.ON_TIME)
    empty = replace(sent("d.xlsx", "02-04T08:00"), timeliness=Timeliness.ON_TIME)
    unknown = sent("e.xlsx", items=1)
    assert judged(late, on_time) is Timeliness.ON_TIME
    assert judged(late) is Timeliness.LATE
    assert judged(late, unreadable, empty) is Timeliness.LATE
    assert judged(late, unknown) is Timeliness.UNKNOWN  # the other one may have come before
    assert judged(unreadable) is Timeliness.UNKNOWN
    assert judged() is Timeliness.UNKNOWN
