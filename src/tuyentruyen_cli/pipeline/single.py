"""Validates files one by one, each for itself: no versions, no week, nothing remembered."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from tuyentruyen_cli.aggregate.units import USED, unit_figures
from tuyentruyen_cli.campaign.place import week_of_folder
from tuyentruyen_cli.errors import NothingReadable
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.report import Attendance, Report, UnitStatus
from tuyentruyen_cli.model.submission import Outcome, Submission, Timeliness
from tuyentruyen_cli.model.unit import Registry
from tuyentruyen_cli.pipeline.job import Job
from tuyentruyen_cli.pipeline.place import campaign_for, parse_week
from tuyentruyen_cli.pipeline.pool import Executor, LocalProcesses


def validate(
    files: Sequence[Path], now: dt.datetime, lang: str = "vi", week: str | None = None, executor: Executor | None = None
) -> Report:
    """The figures and findings of some files, as a report without totals. Raises NothingReadable, CampaignError."""
    for file in files:
        if not file.exists() and not file.is_symlink():
            raise NothingReadable("cli.no-file", file=file)
        if file.is_dir():
            raise NothingReadable("cli.folder-not-file", file=file)
    place = campaign_for(files[0].parent, now, lang)
    calendar = place.campaign.calendar
    asked = (
        parse_week(week, calendar) if week else week_of_folder(files[0].resolve().parent.name, calendar) if place.root else None
    )
    jobs = [Job(str(f), _name(f, files)) for f in files]
    results = sorted((executor or LocalProcesses())(jobs, place.campaign, asked), key=lambda r: r.name)
    submissions = [s for r in results for s in r.submissions]
    period = asked or calendar.holding(now.date())
    units = _units(submissions, place.campaign.registry)
    figures = tuple(unit_figures([u.unit for u in units], _one_each(submissions), place.campaign.schema, period.id))
    found = tuple(dict.fromkeys(f for r in results for f in r.findings)) + tuple(_several(submissions))
    attendance = Attendance(None, len(units), 0, 0, len(units), ())
    return Report(place.campaign, period, units, attendance, figures, tuple(submissions), found, now)


def _one_each(submissions: Sequence[Submission]) -> list[Submission]:
    """The submissions, none of them used of a unit that several files or weeks speak of: they are not to be added up."""
    said = _speaking(submissions)
    return [replace(s, outcome=Outcome.REJECTED) if s.unit in said else s for s in submissions]


def _speaking(submissions: Iterable[Submission]) -> dict[str | None, tuple[str, ...]]:
    """The units of which several files or weeks speak, each with the files."""
    said: dict[str | None, dict[tuple[str, str | None], str]] = {}
    for s in submissions:
        if s.outcome in USED:
            said.setdefault(s.unit, {}).setdefault((s.sha256, s.period), s.file)
    return {unit: tuple(dict.fromkeys(found.values())) for unit, found in said.items() if len(found) > 1}


def _several(submissions: Sequence[Submission]) -> Iterator[Finding]:
    """Why a unit has no figure of its own here; each of its files may well be right."""
    for unit, files in _speaking(s for s in submissions if s.unit is not None).items():
        arguments = (("files", files), ("reason", "apart"))
        yield Finding(
            "which-is-final", Severity.NOTE, Location(files[-1]), arguments, unit, related=tuple(map(Location, files))
        )


def _name(file: Path, files: Sequence[Path]) -> str:
    """A file's own name, or its path where two have the same name."""
    return file.name if sum(f.name == file.name for f in files) == 1 else file.as_posix()


def _units(submissions: Sequence[Submission], registry: Registry | None) -> tuple[UnitStatus, ...]:
    known = {u.id: u.name for u in registry.units} if registry else {}
    named = dict.fromkeys(s.unit for s in submissions if s.unit)
    return tuple(UnitStatus(u, known.get(u, u), received=True, timeliness=Timeliness.UNKNOWN, expected=False) for u in named)
