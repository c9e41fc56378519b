"""Looks into one file: what was taken for what."""

import datetime as dt
from pathlib import Path

from tuyentruyen_cli.campaign.place import week_of_folder
from tuyentruyen_cli.errors import NothingReadable
from tuyentruyen_cli.pipeline.job import FileResult, Job
from tuyentruyen_cli.pipeline.place import campaign_for, parse_week
from tuyentruyen_cli.pipeline.pool import Executor, LocalProcesses


def look(
    file: Path, now: dt.datetime, lang: str = "vi", week: str | None = None, executor: Executor | None = None
) -> FileResult:
    """What a file says, with how it was come by. Raises NothingReadable, CampaignError."""
    if not file.exists() and not file.is_symlink():
        raise NothingReadable("cli.no-file", file=file)
    if file.is_dir():
        raise NothingReadable("cli.folder-not-file", file=file)
    place = campaign_for(file.parent, now, lang)
    calendar = place.campaign.calendar
    asked = parse_week(week, calendar) if week else week_of_folder(file.resolve().parent.name, calendar) if place.root else None
    job = Job(str(file), file.name, inspect=True)
    return next(iter((executor or LocalProcesses())([job], place.campaign, asked)))
