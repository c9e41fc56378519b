"""One week: read the folder, settle versions, make the report, remember it."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tuyentruyen_cli.check.history import same_as_last_week
from tuyentruyen_cli.check.timeliness import FIRST_SEEN, first_received, timed
from tuyentruyen_cli.check.versions import settle
from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.submission import Outcome, Receipt, Submission, Timeliness
from tuyentruyen_cli.pipeline.place import Place, campaign_for, listing_of, week_for
from tuyentruyen_cli.pipeline.pool import Executor, LocalProcesses
from tuyentruyen_cli.pipeline.remembered import Remembered, unit_values, week_of
from tuyentruyen_cli.pipeline.work import FileResult, Job
from tuyentruyen_cli.read.folder import Found, Listing
from tuyentruyen_cli.store.memory import Store, open_store
from tuyentruyen_cli.store.received_csv import read_received
from tuyentruyen_cli.store.rows import Received


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: a folder, perhaps a week, the moment that counts as now, the language of errors."""

    folder: Path
    now: dt.datetime
    week: str | None = None
    lang: str = "vi"
    executor: Executor = field(default_factory=LocalProcesses)
    progress: Callable[[int, int], None] = lambda _done, _total: None


def aggregate(request: Request) -> Report:
    """The report of a week's folder; remembered when it belongs to a campaign.

    Raises NothingReadable for a folder without submissions, CampaignError for a broken campaign, StoreError for its memory.
    """
    place = campaign_for(request.folder, request.now, request.lang)
    listing = listing_of(request.folder)
    period = week_for(request.folder, request.week, place)
    results = _run(request, listing, place.campaign, period)
    if period is None:
        period = _period_of(results, request, place.campaign)
        results = [_within(r, period) for r in results]
    stated, bad_receipts = read_received(request.folder, place.campaign.calendar.tz)
    findings = [*bad_receipts, *_set_aside(listing), *(f for r in results for f in r.findings)]
    submissions = [s for r in results for s in r.submissions] + [_ignored(f) for f in listing.left_behind]
    if place.root is None:
        remembered = _settled(submissions, findings, stated, place.campaign, period, {}, request.now)
        return _report(remembered, place.campaign, period)
    with open_store(place.root, request.now, lang=request.lang) as store:
        known = [*store.receipts(period.id), *stated, *_seen_now(results, request.now)]
        previous = unit_values(store.facts(_week_before(place, period).id))
        remembered = _settled(submissions, findings, known, place.campaign, period, previous, request.now)
        report = _report(remembered, place.campaign, period)
        _remember(store, remembered, report, results, listing, stated, request.now)
    return report


def _run(request: Request, listing: Listing, campaign: Campaign, period: Period | None) -> list[FileResult]:
    jobs = [Job(str(f.path), f.name) for f in listing.files]
    results = []
    for result in request.executor(jobs, campaign, period):
        results.append(result)
        request.progress(len(results), len(jobs))
    return sorted(results, key=lambda r: r.name)


def _period_of(results: Sequence[FileResult], request: Request, campaign: Campaign) -> Period:
    """Without a campaign: the one week that the files speak of. Raises OperatorError when they speak of several, or none."""
    named = Counter(s.period for r in results for s in r.submissions if s.period)
    if not named:
        return campaign.calendar.holding(request.now.date())
    if len(named) > 1:
        raise OperatorError("cli.several-weeks", weeks=", ".join(sorted(named)), folder=request.folder)
    return campaign.calendar.by_id(next(iter(named)))


def _within(result: FileResult, period: Period) -> FileResult:
    return replace(result, submissions=tuple(replace(s, period=s.period or period.id) for s in result.submissions))


def _set_aside(listing: Listing) -> Iterable[Finding]:
    for found in listing.left_behind:
        yield Finding("set-aside-file", RULES["set-aside-file"], Location(found.name))


def _ignored(found: Found) -> Submission:
    return Submission(found.name, "", "unknown", None, None, outcome=Outcome.IGNORED, readable=False)


def _seen_now(results: Sequence[FileResult], now: dt.datetime) -> list[Receipt]:
    return [Receipt(r.name, r.sha256, now, FIRST_SEEN) for r in results if r.sha256]


def _week_before(place: Place, period: Period) -> Period:
    return place.campaign.calendar.holding(period.start - dt.timedelta(days=1))


def _settled(
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    receipts: Sequence[Receipt],
    campaign: Campaign,
    period: Period,
    previous: dict[str, dict[str, int | None]],
    now: dt.datetime,
) -> Remembered:
    """The week with times of receipt, versions and repetitions settled."""
    settled = settle(timed(submissions, receipts, campaign.calendar, period))
    repeated = same_as_last_week(settled.submissions, previous, campaign.schema)
    received = _received(settled.submissions, period)
    said = sorted([*findings, *settled.findings, *repeated], key=_order)
    return Remembered(period.id, settled.submissions, tuple(dict.fromkeys(said)), received, now)


def _order(finding: Finding) -> tuple[str, str, int, int, str]:
    place = finding.location
    return (place.file, place.part, place.row or 0, place.column or 0, finding.rule)


def _received(submissions: Sequence[Submission], period: Period) -> dict[str, Timeliness]:
    """Every unit that sent something for this week, used or not, and whether in time."""
    mine: dict[str, list[Submission]] = {}
    for s in submissions:
        if s.unit is not None and s.period in {period.id, None}:
            mine.setdefault(s.unit, []).append(s)
    return {unit: first_received(own)[0] for unit, own in mine.items()}


def _report(remembered: Remembered, campaign: Campaign, period: Period) -> Report:
    from tuyentruyen_cli.aggregate.report import build_report  # noqa: PLC0415 - loads pandas

    return build_report(campaign, period, remembered.submissions, remembered.findings, remembered.received, remembered.as_of)


def _remember(
    store: Store,
    remembered: Remembered,
    report: Report,
    results: Sequence[FileResult],
    listing: Listing,
    stated: Sequence[Receipt],
    now: dt.datetime,
) -> None:
    units = {s.file: s.unit for s in remembered.submissions if not s.shared}
    hashes = {r.name: r.sha256 for r in results if r.sha256}
    seen = [
        Received(name, sha, now, FIRST_SEEN, remembered.period, units.get(name), remembered.period)
        for name, sha in hashes.items()
    ]
    told = [
        Received(r.file, hashes[r.file], r.received_at, r.evidence, remembered.period, units.get(r.file), remembered.period)
        for r in stated
        if r.file in hashes
    ]
    paths = {f.name: f.path for f in listing.files}
    sources = {sha: paths[name] for name, sha in hashes.items()}
    store.record([*seen, *told], sources, week_of(remembered, report))


def reload(store: Store, campaign: Campaign, period: Period) -> Report | None:
    """The report of a remembered week, or None when it is not (or no longer) remembered."""
    payload = store.load_week(period.id)
    remembered = Remembered.of(payload) if payload else None
    return _report(remembered, campaign, period) if remembered else None
