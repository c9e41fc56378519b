"""What has become of each unit's files at a moment: of those that had come by then."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from tuyentruyen_cli.check.timeliness import first_of, judged
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.standing import Past, Sent, UnitStanding, UnitState, Version
from tuyentruyen_cli.model.submission import Outcome, Timeliness

# What a file without a figure is found to be.
_NO_FIGURES = frozenset({"no-table", "zero-bytes"})


class Known(Struct, frozen=True):
    """What is known of a week's units. ``warnings`` counts what was found in a unit's file, by unit and file."""

    sent: Sequence[Sent]
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    warnings: Mapping[tuple[str, str], int] = field(default_factory=dict)
    past: Mapping[str, Past] = field(default_factory=dict)
    excused: frozenset[str] = frozenset()


def standings(campaign: Campaign, period: Period, known: Known, now: dt.datetime) -> tuple[UnitStanding, ...]:
    """Every expected and excused unit in the registry's order, then every other one that sent something.

    The calendar of ``campaign`` has the extensions; its registry has all units, the excused ones too.
    """
    by_unit: dict[str, list[Sent]] = {}
    for one in known.sent:
        if one.unit is not None and one.outcome is not Outcome.IGNORED and _came(one, now):
            by_unit.setdefault(one.unit, []).append(one)
    names = {u.id: u.name for u in campaign.registry.on(period.end).units} if campaign.registry else {}
    return tuple(
        _standing(_Unit(unit, names.get(unit), campaign.calendar.due_for(period, unit)), by_unit.get(unit, []), known, now)
        for unit in dict.fromkeys([*names, *by_unit])
    )


class _Unit(Struct, frozen=True):
    id: str
    name: str | None
    due: dt.datetime


def _standing(unit: _Unit, sent: Sequence[Sent], known: Known, now: dt.datetime) -> UnitStanding:
    excused = unit.id in known.excused
    files = [s for s in sent if s.sha256]
    current = _current(sent)
    first = [s for s in files if s.usable] or files
    timeliness, received_at = first_of((s.received_at, _judged(s, unit.due)) for s in first)
    if not any(s.usable for s in files):
        timeliness = Timeliness.UNKNOWN  # an empty file proves nothing
    evidence = next((s.evidence for s in first if s.received_at == received_at), "")
    late = received_at - unit.due if received_at and timeliness is Timeliness.LATE else None
    return UnitStanding(
        unit.id,
        unit.name or unit.id,
        expected=unit.name is not None and not excused,
        state=_state(sent, current, excused=excused),
        due=unit.due,
        timeliness=timeliness,
        received_at=received_at,
        evidence=evidence,
        late=late,
        errors=sum(len(s.errors) for s in current),
        warnings=sum(known.warnings.get((unit.id, s.file), 0) for s in current),
        versions=tuple(v for v in known.versions.get(unit.id, ()) if v.received_at <= now),
        past=known.past.get(unit.id, Past()),
    )


def _came(one: Sent, now: dt.datetime) -> bool:
    return one.received_at is None or one.received_at <= now


def _judged(one: Sent, due: dt.datetime) -> Timeliness:
    return judged(one.received_at, one.evidence, due) if one.received_at else Timeliness.UNKNOWN


def _current(sent: Sequence[Sent]) -> list[Sent]:
    """The files that count: those that nothing has superseded, else (what did so came later) the newest of the others."""
    standing = [s for s in sent if s.outcome is not Outcome.SUPERSEDED]
    return standing or sorted(sent, key=lambda s: s.received_at.timestamp() if s.received_at else 0.0)[-1:]


def _state(sent: Sequence[Sent], current: Sequence[Sent], *, excused: bool) -> UnitState:
    if not sent:
        return UnitState.EXCUSED if excused else UnitState.MISSING
    files = [s for s in current if s.sha256]
    if not files:
        return UnitState.ENTERED
    if not any(s.usable for s in files):
        return UnitState.EMPTY if all(_without_figures(s) for s in files) else UnitState.REFUSED
    outcomes = {_outcome(s) for s in files}
    if outcomes <= {Outcome.REJECTED}:
        return UnitState.REFUSED
    return UnitState.ACCEPTED if outcomes == {Outcome.ACCEPTED} else UnitState.PARTIAL


def _outcome(one: Sent) -> Outcome:
    """What became of a file, or would have, had no other one come after it."""
    if one.outcome is not Outcome.SUPERSEDED:
        return one.outcome
    return Outcome.PARTIAL if one.errors else Outcome.ACCEPTED


def _without_figures(one: Sent) -> bool:
    return one.outcome is Outcome.ACCEPTED or bool(one.errors and _NO_FIGURES.issuperset(one.errors))


def chains(versions: Iterable[tuple[str, Version]]) -> dict[str, tuple[Version, ...]]:
    """Each unit's versions in the order in which they came, numbered from 1; those of identical bytes are one."""
    first: dict[tuple[str, str], Version] = {}
    for unit, version in versions:
        kept = first.get((unit, version.sha256))
        if kept is None or _better(version, kept):
            first[unit, version.sha256] = version
    result: dict[str, list[Version]] = {}
    for (unit, _), version in sorted(first.items(), key=lambda item: item[1].received_at.timestamp()):
        chain = result.setdefault(unit, [])
        chain.append(
            Version(len(chain) + 1, version.file, version.sha256, version.received_at, version.evidence, version.there)
        )
    return {unit: tuple(chain) for unit, chain in result.items()}


def _better(one: Version, other: Version) -> bool:
    """Whether this says more of when the bytes came: a stated time before a first sight, else the earlier one."""
    stated, others = one.evidence != "first-seen", other.evidence != "first-seen"
    return stated if stated != others else one.received_at < other.received_at
