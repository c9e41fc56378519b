"""Rules over a whole week, and what they repeat of each other taken out."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from tuyentruyen_cli.check.cumulative import cumulative_against_history
from tuyentruyen_cli.check.others import slip_against_others
from tuyentruyen_cli.check.past import FAR, SLIP, Week, far_from_own_past, slip_against_own_past
from tuyentruyen_cli.model.finding import Finding

WeekRule: TypeAlias = Callable[[Week], Iterator[Finding]]

RULES_OF_A_WEEK: tuple[WeekRule, ...] = (
    slip_against_own_past,
    slip_against_others,
    far_from_own_past,
    cumulative_against_history,
)
# What a slip of scale explains: once it is named, these say nothing more.
_EXPLAINED = frozenset({SLIP, FAR, "minutes-per-item"})


def with_unlikely(week: Week, said: Sequence[Finding]) -> list[Finding]:
    """What was said of the week's files, and what its rules find unlikely. One slip of a figure is one finding."""
    told = list(said)
    for rule in RULES_OF_A_WEEK:
        slips = _slips(told)
        told += [f for f in rule(week) if not _explained(f, slips)]
    slips = _slips(told)
    return [f for f in told if f.rule == SLIP or not _explained(f, slips)]


def _slips(findings: Sequence[Finding]) -> dict[tuple[str | None, str | None], list[Finding]]:
    slips: dict[tuple[str | None, str | None], list[Finding]] = {}
    for finding in findings:
        if finding.rule == SLIP:
            slips.setdefault((finding.unit, finding.measure), []).append(finding)
    return slips


def _explained(finding: Finding, slips: dict[tuple[str | None, str | None], list[Finding]]) -> bool:
    """Whether a slip of the same figure is named: of the same cell, or where either speaks of the whole table."""
    if finding.rule not in _EXPLAINED:
        return False
    mine = slips.get((finding.unit, finding.measure), ())
    return any(s.location == finding.location or None in {s.location.row, finding.location.row} for s in mine)
