"""The child's side of the pool: everything that reads files is loaded here, and only here."""

from multiprocessing.connection import Connection

from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.pipeline.answers import packed
from tuyentruyen_cli.pipeline.limits import cap_memory, settle_memory
from tuyentruyen_cli.pipeline.work import process


def serve(connection: Connection, megabytes: int) -> None:
    """What is asked for comes first, then batches of jobs; each job is answered as it is done. None ends it."""
    cap_memory(megabytes)
    try:
        context = Context.of(*connection.recv())
        settle_memory()
        connection.send_bytes(b"")
        while (batch := connection.recv()) is not None:
            for job in batch:
                connection.send_bytes(packed(process(job, context)))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return
