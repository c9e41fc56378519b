"""Brings in what units sent by mail: from files of messages or a mailbox into the folders of their weeks, with receipts.

Nothing is taken twice, and nothing is ever deleted where it came from. Files are written before the log says so: a run that
was broken off finds them again.
"""

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.mail.sources import posts_in
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.mail import Collected, Delivery, Left, Letter, Post, Why
from tuyentruyen_cli.model.period import Calendar
from tuyentruyen_cli.pipeline.job import FileResult, Job
from tuyentruyen_cli.pipeline.mail_log import COLLECTED, messages, recorded
from tuyentruyen_cli.pipeline.place import parse_week, required_campaign
from tuyentruyen_cli.pipeline.placing import Shelf
from tuyentruyen_cli.pipeline.pool import Executor, LocalProcesses
from tuyentruyen_cli.store.memory import open_store
from tuyentruyen_cli.vi.file_names import safe_name

# What is read at once, and written down in one line of the log: a run that breaks off has to do that again.
BATCH = 100  # messages
BATCH_BYTES = 64 * 1024 * 1024


class CollectOrder(Struct, frozen=True):
    """What is asked: a campaign, where the messages lie (its mailbox when nowhere), the week of files that name none.

    ``since`` is the first day that counts, by the server's time; of a mailbox by default a week before the campaign's year.
    ``secret`` is asked for the password of a user, when it is needed.
    """

    campaign: Path
    now: dt.datetime
    sources: tuple[Path, ...] = ()
    week: str | None = None
    since: dt.date | None = None
    move: bool = False
    lang: str = "vi"
    secret: Callable[[str], str] = lambda _user: ""
    executor: Executor = field(default_factory=LocalProcesses)
    progress: Callable[[int], None] = lambda _done: None


class _Run(Struct):
    order: CollectOrder
    root: Path
    campaign: Campaign
    shelf: Shelf
    keys: set[str]
    places: set[str]
    since: dt.datetime | None
    deliveries: list[Delivery] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    known: int = 0
    older: int = 0
    moved: int = 0


def collect(order: CollectOrder) -> Collected:
    """Take what is new. Raises NothingReadable, OperatorError, OutsideFailed, OutputRefused, StoreError.

    What was taken before a fault stays taken.
    """
    root, campaign = required_campaign(order.campaign, order.lang)
    calendar = campaign.calendar
    week = parse_week(order.week, calendar) if order.week else None
    shelf = Shelf(root, campaign, calendar.holding(order.now.astimezone(calendar.tz).date()), week)
    with open_store(root, order.now, lang=order.lang) as store:
        before = messages(store)
    since = _since(order, calendar)
    run = _Run(order, root, campaign, shelf, {m["key"] for m in before}, {m["place"] for m in before}, since)
    with ExitStack() as stack:
        _all(run, _posts(run, stack))
    return Collected(tuple(run.deliveries), run.known, run.older, tuple(run.faults), run.moved)


def _since(order: CollectOrder, calendar: Calendar) -> dt.datetime | None:
    """From when on messages count. A mailbox holds years of other things; files of messages were chosen by someone."""
    first = dt.date(calendar.year, 1, 1) - dt.timedelta(days=7)  # the window of the first week may begin in the year before
    day = order.since or (None if order.sources else first)
    return dt.datetime.combine(day, dt.time(), calendar.tz) if day else None


def _posts(run: _Run, stack: ExitStack) -> Iterator[Post]:
    """The messages of all sources."""
    order = run.order
    if order.sources:
        if order.move:
            raise OperatorError("mail.move-needs-mailbox")
        for posts in [posts_in(source) for source in order.sources]:
            yield from posts
        return
    if run.campaign.mailbox is None:
        raise OperatorError("mail.no-mailbox", path=run.root / "tuyentruyen.toml")
    from tuyentruyen_cli.mail.imap import Inbox  # noqa: PLC0415 - loads imap_tools

    inbox = stack.enter_context(Inbox(run.campaign.mailbox, order.secret(run.campaign.mailbox.server.user), move=order.move))
    yield from inbox.posts()


def _all(run: _Run, posts: Iterator[Post]) -> None:
    """Take everything, batch by batch. Where the line to a mailbox breaks, what has come through is taken all the same."""
    while True:
        batch, fault = _fetched(run, posts)
        if batch:
            _deliver(run, batch)
        if fault is not None:
            raise fault
        if not batch:
            return


def _fetched(run: _Run, posts: Iterator[Post]) -> tuple[list[tuple[Post, Letter]], OperatorError | None]:
    """The next new messages, none at the end; and what broke."""
    batch: list[tuple[Post, Letter]] = []
    size = 0
    try:
        for post in posts:
            letter = _opened(run, post)
            if letter is not None:
                batch.append((post, letter))
                size += sum(len(one.data) for one in letter.attached)
            if len(batch) == BATCH or size > BATCH_BYTES:
                break
    except OperatorError as error:
        return batch, error
    return batch, None


def _opened(run: _Run, post: Post) -> Letter | None:
    """The message, unless it was dealt with before or cannot be opened."""
    if post.stable and post.place in run.places:
        _pass_over(run, post)
        return None
    if _older(run, post.at):
        return None
    try:
        letter = post.letter()
    except OSError as error:
        run.faults.append((post.place, error.strerror or str(error)))
        return None
    if post.at is None and _older(run, letter.received_at):
        return None
    if letter.key in run.keys:
        _pass_over(run, post)
        return None
    run.keys.add(letter.key)
    return _not_own(run, letter)


def _pass_over(run: _Run, post: Post) -> None:
    """What was dealt with before is moved now, when that is asked for now."""
    run.known += 1
    _move(run, post)


def _move(run: _Run, post: Post) -> None:
    if post.move is not None:
        post.move()
        run.moved += 1


def _older(run: _Run, at: dt.datetime | None) -> bool:
    """Whether a message is from before what is asked; it is not remembered, and counts when more is asked."""
    older = run.since is not None and at is not None and at < run.since
    run.older += older
    return older


def _not_own(run: _Run, letter: Letter) -> Letter:
    """What the office sent itself is no report, with whatever files: a mailbox may hold copies of it."""
    outbox = run.campaign.outbox
    if outbox is None or letter.sender != outbox.sender.casefold():
        return letter
    return replace(letter, attached=(), left=(Left("", Why.OWN),))


def _deliver(run: _Run, batch: Sequence[tuple[Post, Letter]]) -> None:
    results = _read(run, [letter for _, letter in batch])
    deliveries = []
    # Files are laid down under the lock too: of two runs the second sees what the first has taken.
    with open_store(run.root, run.order.now, lang=run.order.lang) as store:
        meanwhile = {message["key"] for message in messages(store)}
        for at, (post, letter) in enumerate(batch):
            if letter.key in meanwhile:
                run.known += 1
                continue
            taken = [run.shelf.put(letter, one, results[at, number]) for number, one in enumerate(letter.attached)]
            deliveries.append(Delivery(post.place, letter, tuple(taken)))
        if deliveries:
            store.log(COLLECTED, {"messages": [recorded(one) for one in deliveries]})
    run.deliveries += deliveries
    run.order.progress(len(run.deliveries))
    for post, _ in batch:
        _move(run, post)


def _read(run: _Run, letters: Sequence[Letter]) -> dict[tuple[int, int], FileResult]:
    """Every file of some messages as it reads by itself, by the numbers of message and file."""
    with tempfile.TemporaryDirectory(prefix="tuyentruyen-") as folder:
        jobs = {}
        for at, letter in enumerate(letters):
            for number, one in enumerate(letter.attached):
                place = Path(folder, f"{at}.{number}")
                place.mkdir()
                path = place / "".join(safe_name(one.name))
                path.write_bytes(one.data)
                jobs[f"{at}.{number}/{path.name}"] = (at, number), Job(str(path), f"{at}.{number}/{path.name}")
        results = run.order.executor([job for _, job in jobs.values()], run.campaign, None) if jobs else ()
        return {jobs[result.name][0]: result for result in results}
