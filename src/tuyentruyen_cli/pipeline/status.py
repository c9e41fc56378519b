"""Where a week stands, made of what is remembered, of the log's receipts and of the folder as it is now."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.campaign.place import week_of_folder
from tuyentruyen_cli.check.standing import Known, standings
from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import Decision, DecisionKind
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.standing import FolderNow, Leave, Past, Sent, Standing
from tuyentruyen_cli.model.submission import Outcome
from tuyentruyen_cli.pipeline.decisions import decisions_of, with_decisions
from tuyentruyen_cli.pipeline.issued import issued_figures
from tuyentruyen_cli.pipeline.place import remembered_week, required_campaign
from tuyentruyen_cli.pipeline.versions import sent_for, versions_of
from tuyentruyen_cli.read.folder import list_folder
from tuyentruyen_cli.store.memory import Store, open_store
from tuyentruyen_cli.store.rows import Received
from tuyentruyen_cli.store.share import on_network_share


class Question(Struct, frozen=True):
    """Which week, as typed, and the moment that counts as now."""

    start: Path
    now: dt.datetime
    week: str | None = None
    lang: str = "vi"


def standing(question: Question) -> Standing:
    """Where the week stood at that moment. Raises OperatorError for what is no week, CampaignError, StoreError."""
    root, campaign = required_campaign(question.start, question.lang)
    with open_store(root, question.now, write=False, lang=question.lang) as store:
        return standing_of(store, root, campaign, question)


def standing_of(store: Store, root: Path, campaign: Campaign, question: Question) -> Standing:
    """The same of a store that is open."""
    now, calendar = question.now, campaign.calendar
    weeks = store.weeks()
    period = remembered_week(weeks or (calendar.holding(now.date()).id,), calendar, question.start, question.week)
    decisions = decisions_of(store, period.id)
    extended = replace(campaign, calendar=with_decisions(campaign, period, decisions).calendar)
    leaves = tuple(_leaves(campaign, period, decisions))
    sent, warnings = sent_for(store, period)
    received = store.received(period.id)
    counted = tuple(w for w in weeks if w <= period.id and calendar.by_id(w).due <= now)
    issued = issued_figures(store, campaign, period, now)
    moved = {m.measure for m in issued.units} if issued else set()
    known = Known(
        sent,
        versions_of(received, sent),
        warnings,
        _past(
            store, counted, period, frozenset(s.unit for s in sent if s.unit).difference(s.unit for s in sent if _by(s, now))
        ),
        frozenset(leave.unit for leave in leaves if leave.due is None),
    )
    return Standing(
        period,
        now,
        standings(extended, period, known, now),
        remembered=period.id in weeks,
        leaves=leaves,
        unplaced=tuple(s for s in sent if s.unit is None and s.outcome is not Outcome.IGNORED and _by(s, now)),
        folder=_folder(root, question.start, period, campaign, received, store),
        weeks=counted,
        lost=tuple(w for w in store.weeks_received() if w not in weeks),
        shared=on_network_share(root),
        issued=issued,
        measures=tuple(m for m in campaign.schema.measures if m.required or m.id in moved),
    )


def refuse_unread(found: Standing) -> None:
    """Who has sent is not to be named as missing: what lies in the folder is read first. Raises OperatorError."""
    folder = found.folder
    unread = (*folder.new, *folder.changed) if folder else ()
    if folder and unread:
        raise OperatorError("remind.not-read", unread, folder=folder.path, count=len(unread))


def _by(one: Sent, now: dt.datetime) -> bool:
    return one.received_at is None or one.received_at <= now


def _past(store: Store, weeks: Sequence[str], period: Period, still_to_come: frozenset[str]) -> dict[str, Past]:
    """How units did over the weeks; what came of this week after the moment asked about does not count yet."""
    past = _over(store, weeks)
    before = _over(store, tuple(w for w in weeks if w != period.id)) if still_to_come else {}
    for unit in still_to_come & past.keys():
        past[unit] = replace(before.get(unit, Past()), expected=past[unit].expected)
    return past


def _over(store: Store, weeks: Sequence[str]) -> dict[str, Past]:
    return {row.unit: Past(*row[1:]) for row in store.punctuality(weeks)} if weeks else {}


def _leaves(campaign: Campaign, period: Period, decisions: Iterable[Decision]) -> Iterator[Leave]:
    """Who has another due instant, or none: by the campaign's files, and by what was decided since."""
    for extension in campaign.calendar.extensions:
        if extension.period == period.id:
            yield Leave(extension.unit, extension.due, extension.reason)
    for d in decisions:
        if d.subject.unit and d.kind is DecisionKind.EXTEND:
            yield Leave(d.subject.unit, dt.datetime.fromisoformat(d.value), d.reason, d.who)
        elif d.subject.unit and d.kind is DecisionKind.EXCUSE:
            yield Leave(d.subject.unit, None, d.reason, d.who)


def _folder(
    root: Path, start: Path, period: Period, campaign: Campaign, received: Sequence[Received], store: Store
) -> FolderNow | None:
    """What the week's folder holds beside what was read of it; None when no folder is that week's, or two are."""
    folder = folder_of(root, start, period, campaign)
    if folder is None:
        return None
    try:
        listing = list_folder(folder)
    except OSError:
        return None
    last = {r.file: r.sha256 for r in received}
    new = tuple(f.name for f in listing.files if f.name not in last)
    changed = tuple(f.name for f in listing.files if f.name in last and _differs(f.path, store.original(last[f.name])))
    names = {f.name for f in listing.files}
    rows = {row.file for row in store.submissions(period.id) if row.sha256}
    gone = tuple(sorted(name for name in last if name in rows and name not in names))
    return FolderNow(str(folder), new, changed, gone)


def folder_of(root: Path, start: Path, period: Period, campaign: Campaign) -> Path | None:
    """The folder of a week's files: the one that was named, else the only one below the campaign whose name says that week."""
    if start.is_dir() and week_of_folder(start.resolve().name, campaign.calendar) == period:
        return start
    found = [p for p in sorted(root.iterdir()) if p.is_dir() and week_of_folder(p.name, campaign.calendar) == period]
    return found[0] if len(found) == 1 else None


def _differs(path: Path, kept: Path | None) -> bool:
    """Whether a file can no longer be the one that was kept: by its length, which is quick to see."""
    try:
        return kept is not None and path.stat().st_size != kept.stat().st_size
    except OSError:
        return False
