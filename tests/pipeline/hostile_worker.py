"""The loop of a worker with files that end it, for ``test_pool``. Spawned processes import it by this name."""

import os
import pickle
import time

from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.pipeline.answers import packed
from tuyentruyen_cli.pipeline.channel import to_parent
from tuyentruyen_cli.pipeline.work import process


def work() -> None:
    """As ``worker.serve``, but some names do what hostile files do."""
    channel = to_parent()
    context = Context.of(*pickle.loads(channel.receive()))
    channel.send(str(os.getpid()).encode())
    while True:
        for job in pickle.loads(channel.receive()):
            if "dies" in job.name:
                os._exit(134)
            if "hangs" in job.name:
                time.sleep(120)
            if "is long" in job.name:
                time.sleep(2)
            if "prints" in job.name:
                print("what a library says")  # noqa: T201
                os.write(1, b"what a library in another language says")
                os.write(2, b"thread '<unnamed>' panicked at src/lib.rs\n" * 10_000)
            if "raises" in job.name:
                raise SystemExit("what a bug looks like from outside")
            channel.send(packed(process(job, context)))
            if "last" in job.name:
                os._exit(134)


def never() -> None:
    """A worker that ends before it has begun."""


def broken() -> None:
    """A worker whose installation lacks a library."""
    raise ModuleNotFoundError("No module named 'python_calamine'")
