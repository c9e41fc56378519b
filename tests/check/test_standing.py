"""What has become of each unit's files at a moment. Input: files drawn one a line; expected: the unit as one line."""

import datetime as dt

import pytest

from tuyentruyen_cli.check.standing import Known, chains, standings
from tuyentruyen_cli.model.campaign import Campaign, Letterhead
from tuyentruyen_cli.model.period import Calendar, Extension
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.standing import Sent, UnitStanding, Version
from tuyentruyen_cli.model.submission import Outcome
from tuyentruyen_cli.model.unit import Registry, Unit

ZONE = dt.timezone(dt.timedelta(hours=7))
CALENDAR = Calendar(2021, 4, dt.time(16), "Asia/Ho_Chi_Minh")
WEEK = CALENDAR.week(5)
NOBODY = Letterhead(superior="", issuer="", symbol="", place="", recipients=())
CAMPAIGN = Campaign("", "", NOBODY, CALENDAR, ReportSchema("x", 1, "", (), ()), Registry((Unit("ban-bo", "Xã Bản Bo"),)))


def at(text: str) -> dt.datetime:
    """``4 15:10`` is the fourth of February."""
    day, _, clock = text.partition(" ")
    hour, minute = clock.split(":")
    return dt.datetime(2021, 2, int(day), int(hour), int(minute), tzinfo=ZONE)


def sent(line: str) -> Sent:
    """``a.xlsx | 4 15:10 | stated | accepted | range,total-mismatch``; ``seen`` for first seen, ``blank`` for no figures."""
    file, came, evidence, outcome, *errors = (part.strip() for part in line.split("|"))
    found = tuple(e for e in ",".join(errors).split(",") if e)
    blank = outcome.endswith(" blank")
    how = "first-seen" if evidence == "seen" else "received.csv"
    return Sent(file, file, "ban-bo", at(came), how, Outcome(outcome.removesuffix(" blank")), not blank, found)


def stands(drawing: str, now: str = "6 09:00", campaign: Campaign = CAMPAIGN, excused: frozenset[str] = frozenset()) -> str:
    files = [sent(line) for line in drawing.strip().splitlines() if line.strip()]
    (unit,) = standings(campaign, WEEK, Known(files, excused=excused), at(now))
    return shown(unit)


def shown(unit: UnitStanding) -> str:
    late = f" {unit.late}" if unit.late is not None else ""
    came = f" {unit.received_at:%d %H:%M}" if unit.received_at else ""
    return f"{unit.state.value} {unit.timeliness.value}{came}{late}" + (f", {unit.errors} errors" if unit.errors else "")


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("", "missing unknown"),
        ("a | 4 16:00 | stated | accepted", "accepted on-time 04 16:00"),
        ("a | 5 08:20 | stated | accepted", "accepted late 05 08:20 16:20:00"),
        ("a | 5 08:20 | seen | accepted", "accepted unknown 05 08:20"),
        ("a | 4 15:59 | seen | partial | range", "partial on-time 04 15:59, 1 errors"),
        ("a | 4 10:00 | stated | rejected blank | zero-bytes", "empty unknown 04 10:00, 1 errors"),
        ("a | 4 10:00 | stated | accepted blank", "empty unknown 04 10:00"),
        ("a | 4 10:00 | stated | rejected blank | no-table", "empty unknown 04 10:00, 1 errors"),
        ("a | 4 10:00 | stated | rejected blank | encrypted-file", "refused unknown 04 10:00, 1 errors"),
        ("a | 4 10:00 | stated | ignored", "missing unknown"),
        # the empty file came in time, the figures did not
        ("a | 4 10:00 | stated | rejected blank | zero-bytes\nb | 5 09:00 | stated | accepted", "partial late 05 09:00 17:00:00, 1 errors"),
        # in time by its first file with figures, whatever came later
        ("a | 4 10:00 | stated | superseded\nb | 5 09:00 | stated | accepted", "accepted on-time 04 10:00"),
        ("a | 4 10:00 | stated | rejected | which-is-final\nb | 4 10:00 | stated | rejected | which-is-final", "refused on-time 04 10:00, 2 errors"),
    ],
)  # fmt: skip
def test_a_unit_at_the_end(drawing: str, expected: str) -> None:
    assert stands(drawing) == expected


VERSIONS = "a | 4 10:00 | stated | superseded | range\nb | 4 15:10 | stated | accepted"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("4 09:59", "missing unknown"),
        ("4 10:00", "partial on-time 04 10:00, 1 errors"),
        ("4 15:10", "accepted on-time 04 10:00"),
    ],
)
def test_at_an_earlier_moment_what_came_later_is_not_there(now: str, expected: str) -> None:
    assert stands(VERSIONS, now) == expected


def test_an_extension_moves_the_due_instant_of_its_unit() -> None:
    extension = Extension("ban-bo", WEEK.id, at("5 17:00"), "Mất điện")
    calendar = Calendar(2021, 4, dt.time(16), "Asia/Ho_Chi_Minh", extensions=(extension,))
    later = Campaign("", "", NOBODY, calendar, CAMPAIGN.schema, CAMPAIGN.registry)
    assert stands("a | 5 08:20 | stated | accepted", campaign=later) == "accepted on-time 05 08:20"
    assert stands("a | 5 18:00 | stated | accepted", campaign=later) == "accepted late 05 18:00 1:00:00"


def test_an_excused_unit_is_not_expected_and_what_it_sends_all_the_same_is_shown() -> None:
    (unit,) = standings(CAMPAIGN, WEEK, Known([], excused=frozenset({"ban-bo"})), at("6 09:00"))
    assert (shown(unit), unit.expected) == ("excused unknown", False)
    assert stands("a | 5 08:20 | stated | accepted", excused=frozenset({"ban-bo"})).startswith("accepted late")


def test_figures_entered_by_hand_are_no_file() -> None:
    by_hand = Sent("store/log.jsonl", "", "ban-bo", None, "", Outcome.ACCEPTED, usable=True)
    (unit,) = standings(CAMPAIGN, WEEK, Known([by_hand]), at("6 09:00"))
    assert shown(unit) == "entered unknown"


def test_identical_bytes_are_one_version_with_the_better_evidence() -> None:
    seen = Version(0, "a.xlsx", "11", at("5 09:00"), "first-seen")
    stated = Version(0, "a.xlsx", "11", at("4 10:00"), "received.csv")
    renamed = Version(0, "b.xlsx", "11", at("6 09:00"), "first-seen")
    newer = Version(0, "a.xlsx", "22", at("4 15:00"), "received.csv", there=False)
    found = chains(("ban-bo", v) for v in (seen, newer, stated, renamed))
    assert [(v.number, v.sha256, v.received_at, v.there) for v in found["ban-bo"]] == [
        (1, "11", at("4 10:00"), True),
        (2, "22", at("4 15:00"), False),
    ]
