"""The rows of files behind the figures: what a workbook adds up, and what a figure opens on a page."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import UNSPLIT, Measure
from tuyentruyen_cli.model.submission import ENTERED, OWN, Outcome, Record, Submission
from tuyentruyen_cli.model.value import Value, ValueState
from tuyentruyen_cli.render.faults import FiguresDisagree
from tuyentruyen_cli.render.lookup import CHANNEL, ORIGIN, Figures, in_table
from tuyentruyen_cli.render.tables import TOGETHER

USED = frozenset({Outcome.ACCEPTED, Outcome.PARTIAL})


class Typed(Struct, frozen=True):
    """What one row states of one measure.

    ``value`` is None where it is refused. ``counted`` says that it is in the totals: a value beside a refused one of the same
    unit and measure is not. ``raw`` is as typed.
    """

    value: int | None
    raw: str
    places: tuple[Location, ...]
    counted: bool
    decided: bool = False


class SourceRow(Struct, frozen=True):
    """A row of a file that is in use, or could have been. ``number`` is the unit's place in the report, from 1.

    ``entered`` says that a person entered it: there is no file.
    """

    unit: str
    number: int
    file: str
    sha256: str
    location: Location
    categories: Mapping[str, str]
    typed: Mapping[str, Typed]
    entered: bool = False

    def category(self, dimension: str) -> str:
        """Its channel, topic or origin, as figures by category are keyed."""
        return self.categories.get(dimension) or (OWN if dimension == ORIGIN else UNSPLIT)


def source_rows(report: Report, figures: Figures, measures: Sequence[str]) -> tuple[SourceRow, ...]:
    """The rows that state one of the measures: by unit in the order of the report, then by file and row."""
    numbers = {unit.unit: number for number, unit in enumerate(report.units, 1)}
    mine = [s for s in report.submissions if s.unit in numbers and _is_read(s, report.period.id)]
    rows = (row for s in mine for row in _rows(s, numbers[s.unit or ""], figures, measures))
    return tuple(sorted(rows, key=lambda row: row.number))


def _is_read(submission: Submission, period: str) -> bool:
    return submission.outcome in USED or (submission.outcome is Outcome.REJECTED and submission.period in {period, None})


def _rows(submission: Submission, number: int, figures: Figures, measures: Sequence[str]) -> Iterator[SourceRow]:
    unit = submission.unit or ""
    for record in submission.records:
        typed = {}
        for measure in measures:
            figure = figures.get((measure, unit, None, None))
            counted = submission.outcome in USED and figure is not None and figure.value is not None
            stated = _typed(record, measure, counted=counted)
            if stated is not None:
                typed[measure] = stated
        if typed:
            yield SourceRow(
                unit,
                number,
                submission.file,
                submission.sha256,
                record.location,
                dict(record.dimensions),
                typed,
                entered=submission.content == ENTERED,
            )


def _typed(record: Record, measure: str, *, counted: bool) -> Typed | None:
    """What a row states of a measure; two cells that do, such as those of two months, are taken together."""
    values = [v for m, v in record.values if m == measure and v.state is not ValueState.NOT_STATED]
    if not values:
        return None
    refused = any(v.value is None for v in values)
    return Typed(
        None if refused else sum(v.value or 0 for v in values),
        "; ".join(v.raw for v in values),
        _places(values),
        counted and not refused,
        any(v.state is ValueState.DECIDED for v in values),
    )


def _places(values: Sequence[Value]) -> tuple[Location, ...]:
    return tuple(dict.fromkeys(place for v in values for place in v.sources))


def check_rows(rows: Sequence[SourceRow], figures: Figures, measures: Sequence[Measure]) -> None:
    """The rows that count must give every unit's figure. Raises FiguresDisagree."""
    summed: dict[tuple[str, str], dict[str, int]] = {}
    for row in rows:
        for name, typed in row.typed.items():
            if typed.counted:
                channels = summed.setdefault((name, row.unit), {})
                channels[row.category(CHANNEL)] = channels.get(row.category(CHANNEL), 0) + (typed.value or 0)
    asked = {measure.id: measure for measure in measures}
    for (name, unit, dimension, _), figure in figures.items():
        if unit is not None and dimension is None and name in asked:
            found = summed.get((name, unit))
            total = TOGETHER[asked[name].aggregation_in_unit](list(found.values())) if found else None
            if figure.value != total:
                raise FiguresDisagree("render.units-disagree", measure=asked[name].title, total=figure.value)


def cells_said(typed: Typed) -> str:
    """``C9``, ``C2, D2``."""
    return ", ".join(dict.fromkeys(filter(None, (place.cell for place in typed.places))))


def raw_said(measure: Measure, typed: Typed) -> str:
    """What was typed, where that says more than the number."""
    raw = " ".join(typed.raw.split())
    plain = typed.value is not None and raw in {str(typed.value), in_table(measure, typed.value)}
    return "" if plain or not raw else f"“{raw}”"
