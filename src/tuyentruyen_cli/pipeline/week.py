"""One week: read the folder, settle versions, make the report, remember it."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from tuyentruyen_cli.check.past import few_weeks
from tuyentruyen_cli.check.timeliness import FIRST_SEEN, OF_BYTES
from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import NOTHING_DECIDED, FileDecisions, for_files
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.submission import Outcome, Receipt, Submission
from tuyentruyen_cli.pipeline.comparing import in_context
from tuyentruyen_cli.pipeline.history import history_of
from tuyentruyen_cli.pipeline.job import FileResult, Job
from tuyentruyen_cli.pipeline.known import Basis, Known, known_of
from tuyentruyen_cli.pipeline.listing import listing_of
from tuyentruyen_cli.pipeline.mail_log import mailed
from tuyentruyen_cli.pipeline.place import Place, campaign_for, week_for
from tuyentruyen_cli.pipeline.pool import Executor, LocalProcesses
from tuyentruyen_cli.pipeline.remembered import Remembered, week_of
from tuyentruyen_cli.pipeline.settling import Gathered, report_of, settled
from tuyentruyen_cli.pipeline.worklist import Answered, list_of, not_applied, take_answers, write_worklist
from tuyentruyen_cli.read.folder import Found, Listing
from tuyentruyen_cli.store.memory import FOLDER as STORE
from tuyentruyen_cli.store.memory import Store, open_store
from tuyentruyen_cli.store.received_csv import read_received
from tuyentruyen_cli.store.rows import Received, Week


class Request(Struct, frozen=True):
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
    answers, known_files = _known(place, period, request, listing)
    results = _run(request, listing, place.campaign, period, (for_files(answers.held), known_files))
    if period is None:
        period = _period_of(results, request, place.campaign)
        results = [_within(r, period) for r in results]
    stated, bad_receipts = read_received(request.folder, place.campaign.calendar.tz)
    findings = [*bad_receipts, *_set_aside(listing), *(f for r in results for f in r.findings)]
    submissions = [s for r in results for s in r.submissions] + [_ignored(f) for f in listing.left_behind]
    if place.root is None:
        gathered = Gathered(submissions, findings, _with_members(stated, results))
        return report_of(settled(gathered, place.campaign, period, request.now), place.campaign, period)
    with open_store(place.root, request.now, lang=request.lang) as store:
        by_mail = mailed(store, request.folder, results, place.campaign.calendar.tz)
        known = _with_members([*store.receipts(period.id), *by_mail, *stated, *_seen_now(results, request.now)], results)
        history = history_of(store, place.campaign, period, cumulative=any(s.cumulative for s in submissions))
        units = dict.fromkeys(s.unit for s in submissions if s.unit)
        here = Location(request.folder.resolve().name)
        findings += not_applied(answers, place.campaign)
        findings += few_weeks(units, history.past, place.campaign.schema, here)
        gathered = Gathered(submissions, findings, known, history, answers.held)
        remembered = settled(gathered, place.campaign, period, request.now)
        report = report_of(remembered, place.campaign, period)
        keys, rows = known_files.rows(results)
        week = replace(week_of(remembered, report), result_keys=keys, results=rows)
        _remember(store, remembered, week, results, listing, [*by_mail, *stated], request.now)
        write_worklist(store, place.root, report, answers)
        return in_context(report, store)


def _known(place: Place, period: Period | None, request: Request, listing: Listing) -> tuple[Answered, Known]:
    """What people decided of the week, with what they filled into the work list since the last run; what was read before."""
    if place.root is None or period is None:
        return Answered(), Known()
    if not (place.root / STORE).is_dir() and not list_of(place.root, period).exists():
        return Answered(), Known(Basis(place.campaign, period, NOTHING_DECIDED))
    with open_store(place.root, request.now, lang=request.lang) as store:
        answers = take_answers(store, place.root, place.campaign, period, request.now)
        return answers, known_of(store, listing.files, Basis(place.campaign, period, for_files(answers.held)))


def _run(
    request: Request, listing: Listing, campaign: Campaign, period: Period | None, before: tuple[FileDecisions, Known]
) -> list[FileResult]:
    decided, known = before
    jobs = [Job(str(f.path), f.name) for f in listing.files if f.name not in known.results]
    results = [*known.results.values()]
    request.progress(len(results), len(listing.files))
    for result in request.executor(jobs, campaign, period, decided):
        results.append(known.taken(result))
        request.progress(len(results), len(listing.files))
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


def _with_members(receipts: Sequence[Receipt], results: Sequence[FileResult]) -> list[Receipt]:
    """The receipts, and those of an archive for each file in it. That an archive was seen says nothing of another one since."""
    inside = {r.name: (r.sha256, {(s.file, s.sha256) for s in r.submissions if s.file != r.name}) for r in results}
    of_members = (
        replace(receipt, file=file, sha256=sha256)
        for receipt in receipts
        if (found := inside.get(receipt.file)) and (receipt.evidence not in OF_BYTES or receipt.sha256 == found[0])
        for file, sha256 in sorted(found[1])
    )
    return [*receipts, *of_members]


def _remember(
    store: Store,
    remembered: Remembered,
    week: Week,
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
        if r.file in hashes and r.evidence != FIRST_SEEN
    ]
    paths = {f.name: f.path for f in listing.files}
    sources = {sha: paths[name] for name, sha in hashes.items()}
    store.record([*seen, *told], sources, week)


def reload(store: Store, campaign: Campaign, period: Period) -> Report | None:
    """The report of a remembered week, or None when it is not (or no longer) remembered."""
    payload = store.load_week(period.id)
    remembered = Remembered.of(payload) if payload else None
    return in_context(report_of(remembered, campaign, period), store) if remembered else None
