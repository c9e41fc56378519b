"""The loop of a worker with files that end it, for ``test_pool``. Spawned processes import it by this name."""

import os
import time
from multiprocessing.connection import Connection

from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.pipeline.answers import packed
from tuyentruyen_cli.pipeline.work import process


def work(connection: Connection) -> None:
    """As ``worker.serve``, but some names do what hostile files do."""
    context = Context.of(*connection.recv())
    connection.send_bytes(b"")
    while (batch := connection.recv()) is not None:
        for job in batch:
            if "dies" in job.name:
                os._exit(134)
            if "hangs" in job.name:
                time.sleep(120)
            if "raises" in job.name:
                raise SystemExit("what a bug looks like from outside")
            connection.send_bytes(packed(process(job, context)))
            if "last" in job.name:
                os._exit(134)


def never(_connection: Connection) -> None:
    """A worker that ends before it has begun."""
