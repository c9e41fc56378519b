"""The child's side of the pool: everything that reads files is loaded here, and only here."""

import os
import pickle

from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.pipeline.answers import packed
from tuyentruyen_cli.pipeline.channel import Channel, to_parent
from tuyentruyen_cli.pipeline.limits import WORKER_MEGABYTES, cap_memory, settle_memory
from tuyentruyen_cli.pipeline.work import process


def work() -> None:
    """What a worker does, from its start to its end."""
    serve(to_parent(), WORKER_MEGABYTES)


def serve(channel: Channel, megabytes: int) -> None:
    """What is asked for comes first, then batches of jobs. The number of this process is said, then each job is answered."""
    cap_memory(megabytes)
    try:
        context = Context.of(*pickle.loads(channel.receive()))  # noqa: S301 - of our own parent
        settle_memory()
        channel.send(str(os.getpid()).encode())
        while True:
            for job in pickle.loads(channel.receive()):  # noqa: S301 - of our own parent
                channel.send(packed(process(job, context)))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return
