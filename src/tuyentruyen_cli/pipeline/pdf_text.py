"""The text of a PDF, read in a process that is ended when it takes too long."""

import json
import queue
from typing import Final

from tuyentruyen_cli.pipeline.child import Child
from tuyentruyen_cli.read.fault import FileFault, unreadable

WORK: Final = "tuyentruyen_cli.pipeline.pdf_worker:work"
SECONDS: Final = 60.0


def pdf_text(data: bytes, seconds: float = SECONDS) -> list[str]:
    """The text of each page. Raises FileFault."""
    heard: queue.Queue[bytes | None] = queue.Queue()
    child = Child(WORK)
    try:
        child.listen(heard.put)
        child.send(data)
        answer = heard.get(timeout=seconds)
    except queue.Empty as error:
        raise unreadable("timeout") from error
    finally:
        child.stop()
    if answer is None:
        raise unreadable("died")
    said = json.loads(answer)
    if "rule" in said:
        raise FileFault(said["rule"], **said["arguments"])
    pages: list[str] = said["pages"]
    return pages
