"""One week: read the folder, settle versions, make the report, remember it."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
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
from tuyentruyen_cli.pipeline.known import Basis, Keyed, Known, keyed, known_of
from tuyentruyen_cli.pipeline.listing import listing_of
from tuyentruyen_cli.pipeline.mail_log import mailed
from tuyentruyen_cli.pipeline.place import campaign_for, week_for
from tuyentruyen_cli.pipeline.pool import Executor, LocalProcesses
from tuyentruyen_cli.pipeline.remembered import Remembered, week_of
from tuyentruyen_cli.pipeline.settling import Gathered, report_of, settled
from tuyentruyen_cli.pipeline.unchanged import MadeOf
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


class _Folder(Struct, frozen=True):
    """A week's folder of a campaign: what lies in it and what is written down of it."""

    request: Request
    root: Path
    campaign: Campaign
    period: Period
    listing: Listing
    stated: tuple[Receipt, ...]
    findings: tuple[Finding, ...]


def aggregate(request: Request) -> Report:
    """The report of a week's folder; remembered when it belongs to a campaign.

    Raises NothingReadable for a folder without submissions, CampaignError for a broken campaign, StoreError for its memory.
    """
    place = campaign_for(request.folder, request.now, request.lang)
    listing = listing_of(request.folder)
    period = week_for(request.folder, request.week, place)
    stated, bad_receipts = read_received(request.folder, place.campaign.calendar.tz)
    findings = (*bad_receipts, *_set_aside(listing))
    if place.root is None or period is None:
        return _alone(request, listing, place.campaign, period, Gathered((), findings, stated))
    folder = _Folder(request, place.root, place.campaign, period, listing, stated, findings)
    answers, known = Answered(), Known(Basis(place.campaign, period, NOTHING_DECIDED))
    if (place.root / STORE).is_dir() or list_of(place.root, period).exists():
        with open_store(place.root, request.now, lang=request.lang) as store:
            answers = take_answers(store, place.root, place.campaign, period, request.now)
            basis = Basis(place.campaign, period, for_files(answers.held))
            files = tuple(keyed(listing.files, basis))
            if report := _unchanged(store, folder, answers, files):
                return report
            known = known_of(store, files, basis)
    return _read(folder, answers, known)


def _alone(request: Request, listing: Listing, campaign: Campaign, period: Period | None, beside: Gathered) -> Report:
    """The report of files that belong to no campaign, or to none of its weeks: nothing is remembered."""
    results = _run(request, listing, campaign, period, (NOTHING_DECIDED, Known()))
    if period is None:
        period = _period_of(results, request, campaign)
        results = [_within(r, period) for r in results]
    gathered = Gathered(
        [s for r in results for s in r.submissions] + [_ignored(f) for f in listing.left_behind],
        [*beside.findings, *(f for r in results for f in r.findings)],
        _with_members(beside.receipts, results),
    )
    return report_of(settled(gathered, campaign, period, request.now), campaign, period)


def _read(folder: _Folder, answers: Answered, known: Known) -> Report:
    """The week put together of its files, and remembered."""
    request, campaign, period = folder.request, folder.campaign, folder.period
    results = _run(request, folder.listing, campaign, period, (for_files(answers.held), known))
    submissions = [s for r in results for s in r.submissions] + [_ignored(f) for f in folder.listing.left_behind]
    cumulative = any(s.cumulative for s in submissions)
    with open_store(folder.root, request.now, lang=request.lang) as store:
        hashes = {r.name: r.sha256 for r in results if r.sha256}
        keys, rows = known.rows(results)
        made_of = _made_of(store, folder, answers, hashes, keys)
        history = history_of(store, campaign, period, cumulative=True) if cumulative else made_of.history
        units = dict.fromkeys(s.unit for s in submissions if s.unit)
        found = [*made_of.findings, *(f for r in results for f in r.findings)]
        found += few_weeks(units, history.past, campaign.schema, Location(made_of.folder))
        gathered = Gathered(submissions, found, _with_members(made_of.receipts, results), history, answers.held)
        remembered = settled(gathered, campaign, period, request.now)
        report = report_of(remembered, campaign, period)
        # What a cumulative figure is held against goes further back than what the seal is over.
        week = week_of(remembered, report) if cumulative else week_of(remembered, report, made_of.seal)
        week = replace(week, result_keys=keys, results=rows)
        _remember(store, remembered, week, hashes, folder, made_of.told)
        write_worklist(store, folder.root, report, answers)
        return in_context(report, store)


def _unchanged(store: Store, folder: _Folder, answers: Answered, files: Sequence[Keyed]) -> Report | None:
    """The week as it is remembered, when putting it together would come to the same; else None."""
    request, count = folder.request, len(folder.listing.files)
    if len(files) < count:
        return None
    hashes = {f.name: f.sha256 for f in files}
    made_of = _made_of(store, folder, answers, hashes, [f.key for f in files])
    found = made_of.again(store, request.now)
    if found is None:
        return None
    remembered, payload = found
    request.progress(count, count)
    report = report_of(remembered, folder.campaign, folder.period)
    _remember(store, remembered, Week(folder.period.id, payload, rows_stand=True), hashes, folder, made_of.told)
    write_worklist(store, folder.root, report, answers)
    return in_context(report, store)


def _made_of(store: Store, folder: _Folder, answers: Answered, hashes: Mapping[str, str], keys: Sequence[str]) -> MadeOf:
    request, campaign, period = folder.request, folder.campaign, folder.period
    by_mail = mailed(store, request.folder, hashes, campaign.calendar.tz)
    return MadeOf(
        request.folder.resolve().name,
        keys,
        [f.name for f in folder.listing.left_behind],
        [*folder.findings, *not_applied(answers, campaign)],
        store.receipts(period.id),
        [*by_mail, *folder.stated],
        [Receipt(name, sha256, request.now, FIRST_SEEN) for name, sha256 in hashes.items()],
        answers.held,
        history_of(store, campaign, period),
        campaign,
        period,
    )


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
    hashes: Mapping[str, str],
    folder: _Folder,
    told: Iterable[Receipt],
) -> None:
    units = {s.file: s.unit for s in remembered.submissions if not s.shared}
    seen = [
        Received(name, sha, folder.request.now, FIRST_SEEN, remembered.period, units.get(name), remembered.period)
        for name, sha in hashes.items()
    ]
    stated = [
        Received(r.file, hashes[r.file], r.received_at, r.evidence, remembered.period, units.get(r.file), remembered.period)
        for r in told
        if r.file in hashes and r.evidence != FIRST_SEEN
    ]
    paths = {f.name: f.path for f in folder.listing.files}
    sources = {sha: paths[name] for name, sha in hashes.items()}
    store.record([*seen, *stated], sources, week)


def reload(store: Store, campaign: Campaign, period: Period) -> Report | None:
    """The report of a remembered week, or None when it is not (or no longer) remembered."""
    payload = store.load_week(period.id)
    remembered = Remembered.of(payload) if payload else None
    return in_context(report_of(remembered, campaign, period), store) if remembered else None
