"""What people decided of a file, laid over what it says: unit, week, cells, and which side of a contradiction counts."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from tuyentruyen_cli.extract.evidence import Identity
from tuyentruyen_cli.extract.figures import Figures
from tuyentruyen_cli.extract.records import RowRecord
from tuyentruyen_cli.extract.values import Read
from tuyentruyen_cli.extract.week import WeekEvidence
from tuyentruyen_cli.model.decision import FileDecisions
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import UNSPLIT, ReportSchema
from tuyentruyen_cli.model.submission import OWN, Record
from tuyentruyen_cli.model.value import Value, ValueState

ROWS, STATED = "rows", "stated"
_SETTLED = frozenset({"total-mismatch", "subtotal-mismatch", "total-without-rows", "hidden-figures"})


class Decided(Struct, frozen=True, dict=True):
    """The decisions about one file. ``cells`` are the numbers of corrected cells by (part, row, column)."""

    cells: Mapping[tuple[str, int, int], int] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)
    unit: str | None = None
    period: str | None = None

    @classmethod
    def of(cls, decisions: FileDecisions, sha256: str) -> "Decided":
        """What was decided of the file with that hash."""
        cells = {(part, row, column): v for (sha, part, row, column), v, _ in decisions.corrections if sha == sha256}
        sides = {measure: side for (sha, measure), side, _ in decisions.sides if sha == sha256}
        assigned = [(unit, period) for sha, unit, period, _ in decisions.assigned if sha == sha256]
        unit = next((u for u, _ in reversed(assigned) if u), None)
        period = next((p for _, p in reversed(assigned) if p), None)
        return cls(cells, sides, unit, period)

    def identity(self, identity: Identity) -> Identity:
        """Who and when a table is about, as a person assigned it."""
        if self.unit:
            identity = replace(identity, unit=self.unit, rule="")
        if self.period:
            identity = replace(identity, week=WeekEvidence(self.period, self.period, dated=True))
        return identity


def correct(figures: Figures, decided: Decided, least: Mapping[Location, int]) -> None:
    """Put the corrected numbers in place of what the cells say, but for one below the ``least`` that its cells state together:
    it was meant for one of them (0 hours beside 30 minutes).
    """
    if not decided.cells:
        return
    for reads in figures.reads.values():
        for column, read in reads.items():
            place = read.value.source
            number = decided.cells.get((place.part, place.row or 0, place.column or 0))
            if number is not None and number >= least.get(place, 0):
                reads[column] = Read(Value(number, read.value.raw, place, ValueState.DECIDED))


def take_sides(figures: Figures, decided: Decided) -> dict[str, Value]:
    """Lift the refusals that a person settled. Returns the stated figures that count in place of the rows, by measure."""
    stated: dict[str, Value] = {}
    kept: list[Finding] = []
    for finding in figures.findings:
        side = decided.sides.get(finding.measure or "")
        if finding.rule not in _SETTLED or side is None:
            kept.append(finding)
            continue
        number = finding.argument("stated")
        if side == STATED and isinstance(number, int) and finding.measure:
            stated[finding.measure] = Value(number, str(number), finding.location, ValueState.DECIDED)
    figures.findings[:] = kept
    figures.refusals[:] = [r for r in figures.refusals if r.rule not in _SETTLED or r.measure not in decided.sides]
    return stated


def with_stated(records: Iterable[RowRecord], stated: Mapping[str, Value], schema: ReportSchema) -> list[RowRecord]:
    """The records, with the stated figures in place of what the rows say of the same measures, split by nothing."""
    records = list(records)
    if not stated or not records:
        return records
    rest = [replace(r, record=r.record.having((m, v) for m, v in r.record.values if m not in stated)) for r in records]
    dimensions = (*((d.id, UNSPLIT) for d in schema.dimensions), ("origin", OWN))
    place = next(iter(stated.values())).source
    total = Record.of(place, dimensions, stated.items())
    return [*(r for r in rest if r.record.measures), replace(records[0], record=total)]
