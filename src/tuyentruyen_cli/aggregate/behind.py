"""What a figure is made of, value by value, and whether the list comes to the figure."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.aggregate.units import USED, unit_figures
from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.schema import Aggregation, Measure, ReportSchema
from tuyentruyen_cli.model.submission import Outcome, Record, Submission
from tuyentruyen_cli.model.value import Value


class DoesNotAddUp(AssertionError):
    """The values listed do not come to the figure that was reported: a fault of the program, never shown as a result."""


class Behind(Struct, frozen=True):
    """A value of a unit's file. ``counts`` tells whether it is in the figure."""

    submission: Submission
    record: Record
    value: Value
    counts: bool = False


class UnitBehind(Struct, frozen=True):
    """A unit's figure and all its values of that measure: of the files in use, else of those that were refused."""

    figure: Figure
    values: tuple[Behind, ...]


def behind(
    units: Iterable[str], submissions: Sequence[Submission], schema: ReportSchema, measure: Measure, period: str
) -> list[UnitBehind]:
    """Each unit with its figure of that measure and the values behind it."""
    by_unit: dict[str, list[Submission]] = {}
    for s in submissions:
        if s.unit is not None and s.outcome is not Outcome.IGNORED:
            by_unit.setdefault(s.unit, []).append(s)
    alone = replace(schema, measures=(measure,))
    figures = unit_figures(units, submissions, alone, period)
    return [UnitBehind(f, tuple(_values(f, by_unit.get(f.unit or "", []), measure))) for f in figures]


def _values(figure: Figure, submissions: Sequence[Submission], measure: Measure) -> Iterable[Behind]:
    used = [s for s in submissions if s.outcome in USED] or [s for s in submissions if s.outcome is Outcome.REJECTED]
    every = [Behind(s, r, v) for s in used for r in s.records for m, v in r.values if m == measure.id]
    if figure.value is None:
        return every
    stated = [b for b in every if b.value.value is not None]
    greatest = None
    if measure.aggregation_in_unit is Aggregation.MAX:
        sums = _sums((b.record.category("channel"), b.value.value or 0) for b in stated)
        greatest = {max(sums, key=lambda channel: sums[channel])} if sums else set()
    return [
        replace(b, counts=b.value.value is not None and (greatest is None or b.record.category("channel") in greatest))
        for b in every
    ]


def _sums(pairs: Iterable[tuple[str | None, int]]) -> dict[str | None, int]:
    sums: dict[str | None, int] = {}
    for key, number in pairs:
        sums[key] = sums.get(key, 0) + number
    return sums


def total_of(found: Sequence[UnitBehind], measure: Measure) -> tuple[int | None, list[UnitBehind]]:
    """The figure over all units, and the units with only those values counting that are in it."""
    known = [u for u in found if u.figure.value is not None]
    if not known:
        return None, list(found)
    if measure.aggregation is not Aggregation.MAX:
        return sum(u.figure.value or 0 for u in known), list(found)
    top = max(known, key=lambda u: u.figure.value or 0)
    rest = [u if u is top else replace(u, values=tuple(replace(b, counts=False) for b in u.values)) for u in found]
    return top.figure.value, rest


def check(found: Iterable[UnitBehind], reported: Mapping[str | None, int | None], total: int | None) -> None:
    """Raises DoesNotAddUp unless the values come to each unit's figure and the units to the total, as both were reported."""
    for unit in found:
        listed = sum(b.value.value or 0 for b in unit.values if b.counts)
        figure = unit.figure
        if figure.value != reported.get(figure.unit) or (figure.value is not None and figure.value != listed):
            told = f"{figure.unit} {figure.measure}: listed {listed}, made {figure.value}, reported {reported.get(figure.unit)}"
            raise DoesNotAddUp(told)
    if total != reported.get(None):
        raise DoesNotAddUp(f"listed {total}, reported {reported.get(None)}")
