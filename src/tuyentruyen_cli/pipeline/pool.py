"""Workers that can be killed: each file has its time and memory.

A file that kills its worker is a finding for that file alone.
"""

import os
import pickle
import queue
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Protocol, TypeAlias

from msgspec import Struct, field

from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import NOTHING_DECIDED, FileDecisions
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.sharing import hold_once
from tuyentruyen_cli.pipeline.answers import unpacked
from tuyentruyen_cli.pipeline.child import WORK, Child, taken
from tuyentruyen_cli.pipeline.job import FileResult, Job
from tuyentruyen_cli.pipeline.limits import SECONDS_A_FILE, SECONDS_A_MEGABYTE, WORKER_MEGABYTES, resident_megabytes

BATCH = 64
SMALL_WEEK = 24  # up to here a second worker's start costs more than it saves
WATCH_SECONDS = 0.5


# What the jobs are read for: the campaign, the week, and what people decided of the files.
Asked: TypeAlias = tuple[Campaign, Period | None, FileDecisions]


class Executor(Protocol):
    """Runs jobs somewhere and yields one result for each, in any order."""

    def __call__(
        self, jobs: Sequence[Job], campaign: Campaign, period: Period | None, decided: FileDecisions = NOTHING_DECIDED
    ) -> Iterator[FileResult]:
        """Run the jobs."""


def here(
    jobs: Sequence[Job], campaign: Campaign, period: Period | None, decided: FileDecisions = NOTHING_DECIDED
) -> Iterator[FileResult]:
    """Run the jobs in this process, one after the other: for measuring and tests. Nothing protects it from a hostile file."""
    from tuyentruyen_cli.extract.context import Context  # noqa: PLC0415 - the parent needs it only here
    from tuyentruyen_cli.pipeline.work import process  # noqa: PLC0415

    context = Context.of(campaign, period, decided)
    for job in jobs:
        yield process(job, context)


class Worker(Struct):
    """A process, the jobs that it was given and has not answered, and when it last gave a sign.

    ``pid`` is 0 until it has begun. ``ended`` is why it is no more (``died``, ``timeout``, ``memory``), or empty.
    """

    child: Child
    waiting: deque[Job] = field(default_factory=deque)
    since: float = 0.0
    pid: int = 0
    ended: str = ""

    def ask(self, asked: Asked) -> None:
        """Hand over what its jobs are read for."""
        self.child.send(pickle.dumps(asked))

    def give(self, batch: Sequence[Job]) -> None:
        """Hand over a batch. The time of a file that it is at goes on."""
        if not self.waiting:
            self.since = time.monotonic()
        self.waiting.extend(batch)
        self.child.send(pickle.dumps(list(batch)))

    def overdue(self) -> str:
        """Why this worker must be stopped (``timeout``, ``memory``), or empty."""
        if not self.waiting or not self.pid:
            return ""
        waited = time.monotonic() - self.since
        if waited > SECONDS_A_FILE and waited > _allowed(self.waiting[0]):
            return "timeout"
        held = resident_megabytes(self.pid)
        return "memory" if held is not None and held > WORKER_MEGABYTES else ""

    def end(self, why: str) -> None:
        """End the process at once. Raises RuntimeError for one that never began: that is no file's fault."""
        self.ended = why
        self.child.stop()
        if not self.pid:
            raise RuntimeError(f"a worker could not start: {self.child.last_words() or 'it did not say why'}")


def _allowed(job: Job) -> float:
    """Seconds that a file may take: a large one more, with an end all the same, as what is larger than 25 MiB is never read."""
    with suppress(OSError):
        return SECONDS_A_FILE + SECONDS_A_MEGABYTE * os.lstat(job.path).st_size / 2**20
    return SECONDS_A_FILE


# What a worker said (None: that it has ended), by the threads that listen to them.
Inbox: TypeAlias = "queue.SimpleQueue[tuple[Worker, bytes | None]]"


class LocalProcesses:
    """The default executor: as many processes as the machine has cores, fed in batches."""

    def __init__(self, workers: int | None = None, batch: int = BATCH) -> None:
        self._workers = workers
        self._batch = batch

    def __call__(
        self, jobs: Sequence[Job], campaign: Campaign, period: Period | None, decided: FileDecisions = NOTHING_DECIDED
    ) -> Iterator[FileResult]:
        """Run the jobs; one that took too long, or whose worker died twice, is answered with a finding."""
        waiting = deque(jobs)
        count = self._workers or (1 if len(jobs) <= SMALL_WEEK else os.cpu_count() or 1)
        size = max(1, min(self._batch, -(-len(jobs) // (count * 4))))
        asked = (campaign, period, decided)
        inbox: Inbox = queue.SimpleQueue()
        workers = [_started(inbox) for _ in range(min(count, len(jobs)))]
        for worker in workers:
            worker.ask(asked)
        suspects: set[Job] = set()
        try:
            while waiting or any(w.waiting for w in workers):
                self._feed(workers, waiting, size)
                for worker, answer in _heard(workers, inbox):
                    if answer is not None:
                        if len(jobs) > 1:  # one file alone takes no more while it is read than when it is held
                            hold_once(answer.submissions)
                        yield answer
                        continue
                    workers.remove(worker)
                    lost = self._take_back(worker, waiting, suspects)
                    if waiting:
                        workers.append(_started(inbox))
                        workers[-1].ask(asked)
                    if lost is not None:
                        yield self._failed(lost, worker.ended, asked)
        finally:
            for worker in workers:
                worker.child.stop()

    @staticmethod
    def _feed(workers: list[Worker], queue: deque[Job], size: int) -> None:
        """The next batch for each worker that is through half of its own: none has to wait until this process gets to it."""
        for worker in workers:
            if queue and 2 * len(worker.waiting) <= size:
                worker.give([queue.popleft() for _ in range(min(size, len(queue)))])

    @staticmethod
    def _take_back(worker: Worker, queue: deque[Job], suspects: set[Job]) -> Job | None:
        """Put what a worker leaves behind back into the queue, but for the job that ended it.

        A worker may die of something else than the file that it was given: only the second death tells.
        """
        lost = worker.waiting.popleft() if worker.waiting else None
        queue.extendleft(reversed(worker.waiting))
        if lost is None or worker.ended != "died" or lost in suspects:
            return lost
        suspects.add(lost)
        queue.appendleft(lost)
        return None

    @staticmethod
    def _failed(job: Job, reason: str, asked: Asked) -> FileResult:
        from tuyentruyen_cli.extract.context import Context  # noqa: PLC0415 - only when a worker died
        from tuyentruyen_cli.pipeline.work import failed  # noqa: PLC0415

        return failed(job, reason, Context.of(*asked))


def _started(inbox: Inbox) -> Worker:
    worker = Worker(taken(WORK))

    def heard(message: bytes | None) -> None:
        worker.since = time.monotonic()
        inbox.put((worker, message))

    worker.child.listen(heard)
    return worker


def _heard(workers: Sequence[Worker], inbox: Inbox) -> Iterator[tuple[Worker, FileResult | None]]:
    """The answers that have come, and with None each worker that has ended or had to be."""
    for worker, message in _messages(inbox):
        if worker.ended:
            continue
        if message is None:
            worker.end("died")
            yield worker, None
        elif not worker.pid:
            worker.pid = int(message)
        else:
            worker.waiting.popleft()
            yield worker, unpacked(message)
    for worker in [*workers]:
        if not worker.ended and (why := worker.overdue()):
            worker.end(why)
            yield worker, None


def _messages(inbox: Inbox) -> list[tuple[Worker, bytes | None]]:
    """All that is there; after a while, nothing."""
    found = []
    try:
        found.append(inbox.get(timeout=WATCH_SECONDS))
        while True:
            found.append(inbox.get_nowait())
    except queue.Empty:
        return found
