"""The child's side of reading a PDF: it may hang, or take all memory, without harm."""

import json

from tuyentruyen_cli.pipeline.channel import to_parent
from tuyentruyen_cli.pipeline.limits import WORKER_MEGABYTES, cap_memory
from tuyentruyen_cli.read.fault import FileFault
from tuyentruyen_cli.read.pdf import text_of


def work() -> None:
    """Read the PDF that comes, and answer with its pages, or with why not."""
    cap_memory(WORKER_MEGABYTES)
    channel = to_parent()
    try:
        answer: dict[str, object] = {"pages": text_of(channel.receive())}
    except FileFault as fault:
        answer = {"rule": fault.rule, "arguments": dict(fault.arguments)}
    except MemoryError:
        answer = {"rule": "unreadable-file", "arguments": {"reason": "memory"}}
    channel.send(json.dumps(answer).encode())
