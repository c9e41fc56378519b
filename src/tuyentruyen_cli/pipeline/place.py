"""Which campaign and week a folder belongs to."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.campaign.builtin import builtin
from tuyentruyen_cli.campaign.place import find, week_of_folder
from tuyentruyen_cli.campaign.snapshot import restored, snapshot
from tuyentruyen_cli.errors import CampaignError, NothingReadable, OperatorError, OutputRefused
from tuyentruyen_cli.files import write_atomic
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.period import Calendar, Period

SNAPSHOT = "store/campaign.json"


class Place(Struct, frozen=True):
    """A campaign's folder (None without a campaign) and the campaign."""

    root: Path | None
    campaign: Campaign


def campaign_for(start: Path, now: dt.datetime, lang: str) -> Place:
    """The nearest campaign upward from a file or folder, else from the working directory, else the built-in schema alone."""
    root = find(start) or find(Path.cwd())
    if root is None:
        return Place(None, builtin(now.year))
    return Place(root, _campaign(root, lang))


def required_campaign(start: Path, lang: str) -> tuple[Path, Campaign]:
    """The nearest campaign. Raises CampaignError, naming ``tuyentruyen init``, when there is none."""
    root = find(start) or find(Path.cwd())
    if root is None:
        raise CampaignError("cli.no-campaign", folder=start)
    return root, _campaign(root, lang)


def _campaign(root: Path, lang: str) -> Campaign:
    """The campaign of a folder: as it was loaded last, when nothing that it is made of has changed since."""
    path = root / SNAPSHOT
    kept = None
    with suppress(OSError):
        kept = restored(path.read_bytes(), root)
    if kept is not None:
        return kept
    from tuyentruyen_cli.campaign.loading import load  # noqa: PLC0415 - loads pydantic

    campaign = load(root, lang)
    data = snapshot(campaign, root) if path.parent.is_dir() else None
    if data:
        with suppress(OutputRefused):  # who may only read can go on without
            write_atomic(path, data)
    return campaign


def week_for(folder: Path, week: str | None, place: Place) -> Period | None:
    """The asked week: as given, else as the folder's name says. None only without a campaign. Raises OperatorError."""
    calendar = place.campaign.calendar
    if week is not None:
        return parse_week(week, calendar)
    if place.root is not None and (folder / "tuyentruyen.toml").is_file():
        raise OperatorError("cli.campaign-not-week", folder=folder)
    period = week_of_folder(folder.resolve().name, calendar)
    if period is None and place.root is not None:
        raise OperatorError("cli.which-week", folder=folder)
    return period if place.root is not None else None


def parse_week(text: str, calendar: Calendar) -> Period:
    """A week as people write it on a command line: ``2021-W05``, ``W05``, ``5``. Raises OperatorError."""
    period = week_of_folder(text if not text.isdigit() else f"week-{text}", calendar)
    if period is None:
        raise OperatorError("cli.bad-week", week=text)
    return period


def remembered_week(weeks: Sequence[str], calendar: Calendar, start: Path, week: str | None) -> Period:
    """The asked week, else that of the folder that was named, else the newest of those remembered.

    Raises OperatorError for what is no week, NothingReadable when no week is remembered.
    """
    if week:
        return parse_week(week, calendar)
    named = week_of_folder(start.resolve().name, calendar)
    if named:
        return named
    if not weeks:
        raise NothingReadable("cli.nothing-remembered")
    return calendar.by_id(weeks[-1])
