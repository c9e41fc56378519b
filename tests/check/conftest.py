"""Submissions in a few words, for rules over several of them."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.submission import Record, Submission
from tuyentruyen_cli.model.value import Value, ValueState

SAMPLE = Path(__file__).parents[2] / "sample_data" / "tam-duong-2021"
WEEK = "2021-W05"
MEASURES = ("items", "news", "articles", "features", "duration", "broadcasts", "listeners")


@pytest.fixture(scope="session")
def campaign() -> Campaign:
    return load(SAMPLE)


@pytest.fixture(scope="session")
def sent() -> Callable[..., Submission]:
    """A file with one record. ``at`` is the local day and time of its receipt; measures are named (``items=6``, None: a refused
    cell), and so are fields of the submission.
    """

    def send(file: str, at: str = "", *, channel: str = "radio", **said: Any) -> Submission:
        received = dt.datetime.fromisoformat(f"2021-{at}:00+07:00") if at else None
        figures = {m: said.pop(m) for m in list(said) if m in MEASURES}
        values = tuple((m, value(file, column, v)) for column, (m, v) in enumerate(figures.items(), 3))
        record = Record.of(Location(file, "Sheet1", 7, 1), (("channel", channel), ("origin", "own")), values)
        fields = {
            "unit": "ban-bo",
            "period": WEEK,
            "sha256": f"sha of {file}",
            "evidence": "received.csv" if at else "",
            **said,
        }
        return Submission(file=file, content="xlsx", records=(record,) if values else (), received_at=received, **fields)

    return send


def value(file: str, column: int, figure: int | None) -> Value:
    place = Location(file, "Sheet1", 7, column)
    return (
        Value(figure, str(figure), place)
        if figure is not None
        else Value(None, "nhiều", place, ValueState.REFUSED, "not-a-number")
    )
