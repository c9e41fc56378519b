"""Two versions of a unit's week side by side: the kept originals, read again."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from tuyentruyen_cli.aggregate.units import unit_figures
from tuyentruyen_cli.check.difference import differences, same_parts
from tuyentruyen_cli.errors import NothingReadable, OperatorError
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import FileDecisions, for_files
from tuyentruyen_cli.model.difference import CellPlace, Difference, FigureDifference, SeenCell
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.standing import Version
from tuyentruyen_cli.model.submission import Submission
from tuyentruyen_cli.pipeline.decisions import decisions_of
from tuyentruyen_cli.pipeline.job import FileResult, Job
from tuyentruyen_cli.pipeline.named import unit_named
from tuyentruyen_cli.pipeline.place import remembered_week, required_campaign
from tuyentruyen_cli.pipeline.pool import Executor, LocalProcesses
from tuyentruyen_cli.pipeline.versions import sent_for, versions_of
from tuyentruyen_cli.store.memory import Store, open_store


class Question(Struct, frozen=True):
    """Whose versions, as typed; ``before`` and ``now`` are their numbers, the last two by default."""

    unit: str
    start: Path
    now: dt.datetime
    week: str | None = None
    versions: tuple[int | None, int | None] = (None, None)
    lang: str = "vi"
    executor: Executor = field(default_factory=lambda: LocalProcesses(1))


def difference(question: Question) -> tuple[Campaign, Difference]:
    """The campaign and what differs.

    Raises OperatorError for a unit or version that there is not, NothingReadable when an original is lost.
    """
    root, campaign = required_campaign(question.start, question.lang)
    with open_store(root, question.now, write=False, lang=question.lang) as store:
        period = remembered_week(store.weeks_received(), campaign.calendar, question.start, question.week)
        unit = unit_named(campaign, question.unit)
        received = store.received(period.id)
        chain = versions_of(received, sent_for(store, period)[0]).get(unit.id, ())
        found = Difference(unit.id, unit.name, period, chain)
        before, now = _chosen(chain, question)
        if before is None or now is None:
            return campaign, found
        archives = {r.file: r.sha256 for r in received}
        originals = {v.sha256: _original(store, v, archives) for v in (before, now)}
        decided = replace(for_files(decisions_of(store, period.id)), corrections=(), sides=())
    read = _Readings(campaign, period, unit.id, question.executor, decided)
    older, newer = (read.of(v, originals[v.sha256]) for v in (before, now))
    parts = same_parts(older.cells, newer.cells)
    return campaign, replace(
        found,
        before=before,
        now=now,
        cells=differences(older.cells, newer.cells, parts),
        figures=tuple(f for f in _figures(older, newer) if f.before != f.now),
        renamed=tuple((old, new) for old, new in parts.items() if old != new),
    )


def _chosen(chain: tuple[Version, ...], question: Question) -> tuple[Version | None, Version | None]:
    """The two versions that are asked for; None where there are not two."""
    for number in question.versions:
        if number is not None and not 1 <= number <= len(chain):
            raise OperatorError("diff.no-version", number=number, unit=question.unit, count=len(chain))
    if len(chain) < 2:  # noqa: PLR2004 - nothing to compare with
        return None, None
    last = question.versions[1] or len(chain)
    first = question.versions[0] or (last - 1 or len(chain))
    return chain[first - 1], chain[last - 1]


def _original(store: Store, version: Version, archives: Mapping[str, str]) -> Path:
    """The kept file of a version, or the archive that it came in."""
    above = next((sha for file, sha in archives.items() if version.file.startswith(f"{file}/")), "")
    path = store.original(version.sha256) or store.original(above)
    if path is None:
        raise NothingReadable("diff.no-original", file=version.file, sha256=version.sha256)
    return path


class _Read(Struct, frozen=True):
    """A version as read: its cells, and the unit's figures by it alone."""

    cells: Mapping[CellPlace, SeenCell]
    figures: Mapping[str, int | None]


class _Readings(Struct, frozen=True):
    """Reads versions of one unit's week, each in a worker of its own."""

    campaign: Campaign
    period: Period
    unit: str
    executor: Executor
    decided: FileDecisions

    def of(self, version: Version, path: Path) -> _Read:
        """A version from its kept file."""
        name = version.file
        # In an archive's own name the reader puts the names of its files.
        inner = path.stem != version.sha256
        job = Job(str(path), name.partition("/")[0] if inner else name, inspect=True)
        result = next(iter(self.executor([job], self.campaign, self.period, self.decided)))
        mine = [s for s in result.submissions if s.unit == self.unit and (s.file == name or s.sha256 == version.sha256)]
        figures = unit_figures([self.unit], mine, self.campaign.schema, self.period.id)
        return _Read(_cells(result, version, mine), {f.measure: f.value for f in figures})


def _cells(result: FileResult, version: Version, submissions: list[Submission]) -> dict[CellPlace, SeenCell]:
    """Every cell of a file with something in it."""
    seen = (c for one in result.inspections if one.file == version.file for c in one.cells)
    cells = {place: SeenCell(c.typed) for c in seen if c.typed and (place := _place(c.location))}
    for s in submissions:
        for record in s.records:
            for measure, value in record.values:
                place = _place(value.source)
                if place and (value.raw or place in cells):
                    cells[place] = SeenCell(cells[place].typed if place in cells else value.raw, measure, value.value)
    return cells


def _place(location: Location) -> CellPlace | None:
    if location.row is None or location.column is None:
        return None
    return CellPlace(location.part, location.row, location.column)


def _figures(before: _Read, now: _Read) -> list[FigureDifference]:
    return [FigureDifference(m, before.figures.get(m), value) for m, value in now.figures.items()]
