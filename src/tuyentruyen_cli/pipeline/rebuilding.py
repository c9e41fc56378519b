"""Makes again what the cache has lost: a deleted cache, or one of an older version, costs time and nothing else."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, field

from tuyentruyen_cli.campaign.place import find
from tuyentruyen_cli.errors import NothingReadable
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.pipeline.pool import Executor, LocalProcesses
from tuyentruyen_cli.pipeline.remembered import is_current
from tuyentruyen_cli.store.memory import FOLDER, open_store

START = 32  # bytes of a payload that tell its version


class Rebuilding(Struct, frozen=True):
    """Where, as of when, whom to tell what is read again; ``but`` is a folder that is about to be read anyway."""

    start: Path
    now: dt.datetime
    lang: str = "vi"
    tell: Callable[[str, Path], None] = lambda _week, _folder: None
    executor: Executor = field(default_factory=LocalProcesses)
    but: Path | None = None


def rebuild(asked: Rebuilding) -> tuple[str, ...]:
    """Aggregate again, oldest first, each week that was received and that the cache has lost or has of another version.

    Returns those that are back. A week whose folder is not below the campaign under a name that says it stays lost.
    Raises CampaignError, StoreError.
    """
    root = find(asked.start) or find(Path.cwd())
    if root is None or not (root / FOLDER / "log.jsonl").is_file():
        return ()
    _, campaign = required_campaign(root, asked.lang)
    with open_store(root, asked.now, write=False, lang=asked.lang) as store:
        there = {week for week, start in store.payload_starts(START).items() if is_current(start)}
        lost = [week for week in store.weeks_received() if week not in there]
    if not lost:
        return ()
    from tuyentruyen_cli.pipeline.status import folder_of  # noqa: PLC0415 - seldom needed

    back = []
    for week in lost:
        folder = folder_of(root, root, campaign.calendar.by_id(week), campaign)
        if folder is not None and not _same(folder, asked.but) and _again(asked, folder, week):
            back.append(week)
    return tuple(back)


def _same(folder: Path, other: Path | None) -> bool:
    return other is not None and folder.resolve() == other.resolve()


def _again(asked: Rebuilding, folder: Path, week: str) -> bool:
    from tuyentruyen_cli.pipeline.week import Request, aggregate  # noqa: PLC0415 - loads the readers; seldom needed

    asked.tell(week, folder)
    try:
        aggregate(Request(folder, asked.now, week, asked.lang, asked.executor))
    except NothingReadable:  # the files are gone: its receipts and originals are all that is left
        return False
    return True
