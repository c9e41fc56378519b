"""What the files that go back are called: safe on every system, and a copy as its original is, which may name the unit."""

import re
from pathlib import PurePosixPath

from msgspec import Struct, field

from tuyentruyen_cli.model.returned import ToMend
from tuyentruyen_cli.vi.file_names import is_device, numbered, safe_stem
from tuyentruyen_cli.vi.text import fold_plain

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SLUG = 40


class Place(Struct, frozen=True):
    """The folder of one sender, below that of the week, and the names in it. Each name is given once."""

    folder: str
    week: str
    taken: set[str] = field(default_factory=set)

    @property
    def mail(self) -> str:
        """The draft."""
        return f"{self.folder}/thu-sua-{self.folder}-{self.week}.eml"

    @property
    def listed(self) -> str:
        """The list in Word."""
        return f"{self.folder}/can-sua-{self.folder}-{self.week}.docx"

    def copy(self, file: str, ending: str) -> str:
        """The marked copy of a file, under the file's own name as far as that is safe."""
        stem = safe_stem(PurePosixPath(file).name, ending)
        name = next(n for n in numbered(stem, ending) if n.casefold() not in self.taken)
        self.taken.add(name.casefold())
        return f"{self.folder}/{name}"


class Places:
    """The folders of all senders of a week, no two alike."""

    def __init__(self, week: str) -> None:
        self._week = week
        self._taken: set[str] = set()

    def of(self, sender: ToMend) -> Place:
        """The folder of a sender: its unit's id, or ``tep-`` and what its file is called."""
        slug = _slug(sender.unit) if sender.unit else f"tep-{_slug(PurePosixPath(sender.name).stem)}"
        folder = next(n for n in numbered(slug, "", "-{}") if n not in self._taken)
        self._taken.add(folder)
        return Place(folder, self._week)


def _slug(text: str) -> str:
    plain = _NOT_SLUG.sub("-", fold_plain(text)).strip("-")[:_SLUG].strip("-") or "khong-ten"
    return f"_{plain}" if is_device(plain) else plain
