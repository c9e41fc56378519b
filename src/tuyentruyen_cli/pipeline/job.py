"""What goes to a worker and what comes back. Light: the parent of the workers loads no reader of files."""

from msgspec import Struct

from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.inspection import Inspection
from tuyentruyen_cli.model.returned import Marked, Wanted
from tuyentruyen_cli.model.submission import Submission


class Job(Struct, frozen=True):
    """A file to work on. ``name`` is relative to its folder.

    ``inspect`` asks for how its figures were come by; ``mark`` for a copy that says what to mend, and for nothing else.
    """

    path: str
    name: str
    inspect: bool = False
    mark: Wanted | None = None


class FileResult(Struct, frozen=True):
    """What a file says, and what there is to say of it. ``sha256`` is empty when it was never read.

    ``inspections``: how its figures were come by, where that was asked for; one for each file of an archive. ``answer``: the
    bytes that it came as, where it came as bytes.
    """

    name: str
    sha256: str
    content: str
    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]
    inspections: tuple[Inspection, ...] = ()
    marked: Marked | None = None
    answer: bytes = b""
