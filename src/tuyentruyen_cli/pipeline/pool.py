"""Workers that can be killed: each file has its time and memory.

A file that kills its worker is a finding for that file alone.
"""

import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Protocol, TypeAlias

from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import NOTHING_DECIDED, FileDecisions
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.pipeline.answers import unpacked
from tuyentruyen_cli.pipeline.job import FileResult, Job
from tuyentruyen_cli.pipeline.limits import resident_megabytes

SECONDS_A_FILE = 10.0
MEGABYTES_A_FILE = 1024
BASE_MEGABYTES = 512  # the interpreter and the libraries, before the first file
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


def work(connection: Connection) -> None:
    """What a worker does, from its start to its end."""
    from tuyentruyen_cli.pipeline.worker import serve  # noqa: PLC0415 - loads every reader, which the parent needs not

    serve(connection, BASE_MEGABYTES + MEGABYTES_A_FILE)


@dataclass(slots=True)
class Worker:
    """A process, the jobs that it was given and has not answered, and when it last gave a sign.

    ``ended`` is why it is no more (``died``, ``timeout``, ``memory``), or empty.
    """

    process: BaseProcess
    connection: Connection
    waiting: deque[Job] = field(default_factory=deque)
    since: float = 0.0
    started: bool = False
    ended: str = ""

    def ask(self, asked: Asked) -> None:
        """Hand over what its jobs are read for."""
        with suppress(OSError):
            self.connection.send(asked)

    def give(self, batch: Sequence[Job]) -> None:
        """Hand over a batch. That the process has ended is noticed where its answer is awaited."""
        self.waiting.extend(batch)
        self.since = time.monotonic()
        with suppress(OSError):
            self.connection.send(list(batch))

    def overdue(self) -> str:
        """Why this worker must be stopped (``timeout``, ``memory``), or empty."""
        if not self.waiting or not self.started:
            return ""
        if time.monotonic() - self.since > SECONDS_A_FILE:
            return "timeout"
        held = resident_megabytes(self.process.pid or 0)
        return "memory" if held is not None and held > BASE_MEGABYTES + MEGABYTES_A_FILE else ""

    def stop(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class LocalProcesses:
    """The default executor: as many processes as the machine has cores, fed in batches."""

    def __init__(self, workers: int | None = None, batch: int = BATCH) -> None:
        self._workers = workers
        self._batch = batch
        self._begun: list[Worker] = []

    def begin(self) -> None:
        """Start a first worker now, so that it loads while the caller finds out what to ask of it."""
        self._begun.append(_started())

    def __call__(
        self, jobs: Sequence[Job], campaign: Campaign, period: Period | None, decided: FileDecisions = NOTHING_DECIDED
    ) -> Iterator[FileResult]:
        """Run the jobs; one that took too long, or whose worker died twice, is answered with a finding."""
        queue = deque(jobs)
        count = self._workers or (1 if len(jobs) <= SMALL_WEEK else os.cpu_count() or 1)
        size = max(1, min(self._batch, -(-len(jobs) // (count * 4))))
        asked = (campaign, period, decided)
        workers = [*self._begun, *(_started() for _ in range(min(count, len(jobs)) - len(self._begun)))]
        self._begun = []
        for worker in workers:
            worker.ask(asked)
        suspects: set[Job] = set()
        try:
            while queue or any(w.waiting for w in workers):
                self._feed(workers, queue, size)
                for worker in self._signs(workers):
                    yield from self._answer(worker)
                    if not worker.ended:
                        continue
                    workers.remove(worker)
                    lost = self._take_back(worker, queue, suspects)
                    if queue:
                        workers.append(_started())
                        workers[-1].ask(asked)
                    if lost is not None:
                        yield self._failed(lost, worker.ended, asked)
        finally:
            for worker in workers:
                worker.stop()

    @staticmethod
    def _feed(workers: list[Worker], queue: deque[Job], size: int) -> None:
        for worker in workers:
            if not worker.waiting and queue:
                worker.give([queue.popleft() for _ in range(min(size, len(queue)))])

    @staticmethod
    def _signs(workers: list[Worker]) -> list[Worker]:
        """The workers that answered, died or are overdue."""
        busy = [w for w in workers if w.waiting or not w.started]
        ready = wait([w.connection for w in busy], timeout=WATCH_SECONDS)
        return [w for w in busy if w.connection in ready or w.overdue()]

    @staticmethod
    def _answer(worker: Worker) -> Iterator[FileResult]:
        """What a worker has to say; afterwards ``ended`` tells why it is no more."""
        try:
            while worker.connection.poll():
                answer = worker.connection.recv_bytes()
                worker.started = True
                worker.since = time.monotonic()
                if answer:
                    worker.waiting.popleft()
                    yield unpacked(answer)
            worker.ended = worker.overdue()
        except (EOFError, OSError):
            worker.ended = "died"
        if worker.ended == "died" and not worker.started:
            raise RuntimeError("a worker could not start")
        if worker.ended:
            worker.stop()

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


def _started() -> Worker:
    spawn = multiprocessing.get_context("spawn")
    mine, theirs = spawn.Pipe()
    child = spawn.Process(target=work, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    return Worker(child, mine)
