"""What a campaign asks of its units: of whom, for which weeks, with which files."""

import datetime as dt
from pathlib import Path

from tuyentruyen_cli.campaign.place import CAMPAIGN_FILE
from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.period import Calendar, Period
from tuyentruyen_cli.model.request import Request
from tuyentruyen_cli.pipeline.spans import weeks_span
from tuyentruyen_cli.render.request import Asking


def asking_of(campaign: Campaign, root: Path, now: dt.datetime) -> Asking:
    """The request with its units and weeks. Raises OperatorError where there is none, or for a file that is not there."""
    request = campaign.request
    if request is None:
        raise OperatorError("request.none", file=root / CAMPAIGN_FILE)
    periods = _periods(request, campaign.calendar, now)
    registry = campaign.registry.units if campaign.registry else ()
    units = tuple(u for u in registry if any(u.valid_on(p.end) for p in periods))
    if not units:
        raise OperatorError("request.no-units")
    return Asking(campaign, request, units, periods, now, tuple(path.name for path in materials(request, root)))


def _periods(request: Request, calendar: Calendar, now: dt.datetime) -> tuple[Period, ...]:
    """The weeks that are asked for; where the request names none, the one that is due next."""
    if not request.first:
        return (calendar.holding(now.astimezone(calendar.tz).date()),)
    span = weeks_span(calendar.by_id(request.first), calendar.by_id(request.last), calendar, ())
    return tuple(calendar.by_id(week) for week in span.absent)  # nothing was said to be remembered


def materials(request: Request, root: Path) -> tuple[Path, ...]:
    """The files that go along, each once. Raises OperatorError for a pattern that names no file; links are not followed."""
    found: dict[Path, None] = {}
    for pattern in request.materials:
        paths = [p for p in sorted(root.glob(pattern)) if p.is_file() and not p.is_symlink()]
        if not paths:
            raise OperatorError("request.no-material", pattern=pattern, folder=root)
        found |= dict.fromkeys(paths)
    return tuple(found)
