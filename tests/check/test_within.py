"""A whole beside its parts."""

from collections.abc import Callable

import pytest

from tuyentruyen_cli.check.within import check_submission
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.submission import Outcome, Submission

Sent = Callable[..., Submission]


@pytest.mark.parametrize(
    "figures",
    [
        {"items": 6, "news": 4, "articles": 2},
        {"items": 6, "news": 4, "articles": 1, "features": 1},
        {"items": 6},
        {"news": 4, "articles": 2},
        {"items": 6, "news": 4, "articles": None},  # the refused part may be what is lacking
        {"items": None, "news": 4, "articles": 2},
    ],
)
def test_silent_where_nothing_contradicts(campaign: Campaign, sent: Sent, figures: dict[str, int | None]) -> None:
    submission = sent("a.xlsx", **figures)
    assert check_submission(submission, campaign.schema) == (submission, ())


@pytest.mark.parametrize("figures", [{"items": 7, "news": 4, "articles": 2}, {"items": 3, "news": 4, "articles": None}])
def test_a_whole_that_is_not_its_parts_refuses_both(campaign: Campaign, sent: Sent, figures: dict[str, int | None]) -> None:
    checked, (finding,) = check_submission(sent("a.xlsx", **figures), campaign.schema)
    assert (finding.rule, finding.location.cell, finding.unit) == ("split-mismatch", "C7", "ban-bo")
    assert {r.measure for r in checked.refusals} == {"items", "news", "articles", "features"}
    assert checked.outcome is Outcome.PARTIAL
