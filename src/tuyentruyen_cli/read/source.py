"""What the reader of a format is given, and what it gives back."""

from msgspec import Struct

from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.sheet import Sheet
from tuyentruyen_cli.read.archive import Archive


class Source(Struct, frozen=True):
    """A file before its format is read. ``archive`` is None for what is no ZIP; ``name`` is what Locations say."""

    name: str
    content: str
    data: bytes
    archive: Archive | None = None

    def opened(self) -> Archive:
        """The archive of a format that is one."""
        assert self.archive is not None, self.content
        return self.archive


class Contents(Struct, frozen=True):
    """What a file holds: sheets, what is to be said of it, and hidden identification as in ``Reading``."""

    sheets: tuple[Sheet, ...] = ()
    findings: tuple[Finding, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
