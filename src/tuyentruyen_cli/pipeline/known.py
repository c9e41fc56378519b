"""What earlier runs found in files: a file is read again only when it, or anything that its reading rests on, has changed.

It lies in the store's cache, under a key over all of that. Nothing there is trusted: an entry that is not exactly what was put
in is as good as none, and the file is read.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from tuyentruyen_cli import __version__
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.codec import to_json
from tuyentruyen_cli.model.decision import FileDecisions
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.sharing import hold_once
from tuyentruyen_cli.pipeline.answers import of_json, packed
from tuyentruyen_cli.pipeline.job import FileResult
from tuyentruyen_cli.pipeline.limits import MEGABYTES_A_FILE, SECONDS_A_FILE
from tuyentruyen_cli.pipeline.spool import Spool
from tuyentruyen_cli.read.fault import FileFault
from tuyentruyen_cli.read.folder import Found
from tuyentruyen_cli.read.preflight import load
from tuyentruyen_cli.resources import PACKAGE
from tuyentruyen_cli.store.memory import Store
from tuyentruyen_cli.store.rows import ResultRow

# What other programs have no part in: LibreOffice reads .doc, and an archive's files have hashes of their own.
CONTENTS = frozenset({"xlsx", "xlsm", "xls", "ods", "csv", "tsv", "docx"})
# Some of these are of the machine and the moment: time, memory, a disk.
NOT_KEPT = frozenset({"unreadable-file", "unsafe-file"})
LIBRARIES = ("python_calamine", "xlrd", "rapidfuzz", "jinja2", "lxml")


class Basis:
    """What a reading rests on beside the file: this program, its libraries and limits, the campaign, the week, decisions."""

    def __init__(self, campaign: Campaign, period: Period, decided: FileDecisions) -> None:
        limits = (SECONDS_A_FILE, MEGABYTES_A_FILE)
        about = (campaign.schema, campaign.registry, campaign.letterhead.area, campaign.calendar, period)
        general = (__version__, sys.version, limits, *_states())
        self._general = hashlib.sha256(f"{json.dumps(general)}\n{to_json(about)}".encode()).hexdigest()
        self._decisions: dict[str, list[object]] = {}
        for kind, entries in (("cell", decided.corrections), ("side", decided.sides)):
            for about_it, *rest in entries:
                self._decisions.setdefault(about_it[0], []).append((kind, about_it, rest))
        for sha256, unit, week, decision in decided.assigned:
            self._decisions.setdefault(sha256, []).append(("assigned", unit, week, decision))

    def key(self, name: str, sha256: str) -> str:
        """What stands for the reading of a file under that name."""
        rests_on = (self._general, name, sha256, self._decisions.get(sha256, ()))
        return hashlib.sha256(json.dumps(rests_on, ensure_ascii=True).encode()).hexdigest()


class Known(Struct, frozen=True):
    """The results that need not be found again, by the file's name. Without a basis (no campaign) nothing is kept."""

    basis: Basis | None = None
    results: Mapping[str, FileResult] = field(default_factory=dict)
    answers: Spool = field(default_factory=Spool)

    def taken(self, result: FileResult) -> FileResult:
        """A new result without the bytes that it came as: they wait elsewhere for ``rows``."""
        if self.basis is not None and _lasts(result):
            self.answers.put(result.name, result.answer)
        return replace(result, answer=b"")

    def rows(self, results: Sequence[FileResult]) -> tuple[tuple[str, ...], Iterator[ResultRow]]:
        """The keys of a week's results that are to be kept, and the rows of those that are new, made as they are taken."""
        if self.basis is None:
            return (), iter(())
        kept = [(self.basis.key(r.name, r.sha256), r) for r in results if _lasts(r)]
        new = ((key, result) for key, result in kept if self.results.get(result.name) is not result)
        return tuple(key for key, _ in kept), (self._row(key, result) for key, result in new)

    def _row(self, key: str, result: FileResult) -> ResultRow:
        answer = self.answers.get(result.name) or packed(result)
        return ResultRow(key, answer, _seal(key, answer))


class Keyed(Struct, frozen=True):
    """A file's name and hash, and the key of what is found in it."""

    name: str
    sha256: str
    key: str


def keyed(files: Sequence[Found], basis: Basis) -> Iterator[Keyed]:
    """These files, but for those that cannot be read: a worker says what is wrong with them."""
    for file in files:
        with suppress(FileFault, OSError):
            sha256 = hashlib.sha256(load(file.path)).hexdigest()
            yield Keyed(file.name, sha256, basis.key(file.name, sha256))


def known_of(store: Store, files: Sequence[Keyed], basis: Basis) -> Known:
    """What is known of these files."""
    found = {}
    for file in files:
        result = _sound(file.key, store.result(file.key))
        if result is not None and result.name == file.name:
            hold_once(result.submissions)
            found[file.name] = result
    return Known(basis, found)


def _sound(key: str, row: ResultRow | None) -> FileResult | None:
    if row is None or row.seal != _seal(key, row.answer):
        return None
    try:
        return of_json(row.answer)
    except ValueError:
        return None


def _seal(key: str, answer: bytes) -> str:
    return hashlib.sha256(key.encode() + answer).hexdigest()


def _lasts(result: FileResult) -> bool:
    return bool(result.sha256) and result.content in CONTENTS and not any(f.rule in NOT_KEPT for f in result.findings)


def _states() -> Iterator[tuple[str, int, int]]:
    """Every module of this program and of the libraries that read: name, size and when it was last changed."""
    for folder, folders, names in os.walk(PACKAGE):
        folders[:] = sorted(set(folders) - {"__pycache__", "_data"})
        for name in sorted(names):
            yield _state(Path(folder) / name)
    for library in LIBRARIES:
        spec = find_spec(library)
        if spec and spec.origin:
            yield _state(Path(spec.origin))


def _state(path: Path) -> tuple[str, int, int]:
    state = path.stat()
    return (path.name, state.st_size, state.st_mtime_ns)
