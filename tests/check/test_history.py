"""This week beside the week before."""

from collections.abc import Callable

from tuyentruyen_cli.check.history import same_as_last_week
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.submission import Outcome, Submission

Sent = Callable[..., Submission]
LAST: dict[str, dict[str, int | None]] = {"ban-bo": {"items": 6, "duration": 1800, "broadcasts": 20, "listeners": 500}}


def rules(campaign: Campaign, submission: Submission) -> list[str]:
    return [f.rule for f in same_as_last_week([submission], LAST, campaign.schema)]


def test_the_same_figures_again_are_said(campaign: Campaign, sent: Sent) -> None:
    assert rules(campaign, sent("a.xlsx", items=6, duration=1800, broadcasts=20, listeners=500)) == ["same-as-last-week"]


def test_one_other_figure_is_enough_to_be_silent(campaign: Campaign, sent: Sent) -> None:
    assert rules(campaign, sent("a.xlsx", items=6, duration=1800, broadcasts=20, listeners=501)) == []


def test_silent_without_a_week_before_and_for_what_is_not_used(campaign: Campaign, sent: Sent) -> None:
    same: dict[str, int] = {"items": 6, "duration": 1800, "broadcasts": 20, "listeners": 500}
    assert rules(campaign, sent("a.xlsx", unit="ban-hon", **same)) == []
    assert rules(campaign, sent("a.xlsx", outcome=Outcome.SUPERSEDED, **same)) == []


def test_silent_where_nothing_was_done_twice(campaign: Campaign, sent: Sent) -> None:
    nothing: dict[str, int] = {"items": 0, "duration": 0, "broadcasts": 0, "listeners": 0}
    last: dict[str, dict[str, int | None]] = {"ban-bo": dict(nothing)}
    assert list(same_as_last_week([sent("a.xlsx", **nothing)], last, campaign.schema)) == []
