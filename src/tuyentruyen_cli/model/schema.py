"""What is reported: measures, and the dimensions they are split by. Data of a campaign, not code."""

from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from tuyentruyen_cli.model.finding import Severity


class MeasureKind(StrEnum):
    """How a figure is written and stored."""

    COUNT = "count"  # whole number
    ESTIMATE = "estimate"  # whole number, where a hedge (khoảng, hơn) is expected
    DURATION = "duration"  # whole seconds


class Aggregation(StrEnum):
    """How figures become one."""

    SUM = "sum"
    MAX = "max"
    LATEST = "latest"  # over weeks only: the newest stated one, of what is itself counted from the beginning


class Measure(Struct, frozen=True, array_like=True, gc=False):
    """One figure that is asked for.

    ``aliases`` are column headings that name it; ``counting_words`` follow a number in its cells (``tin``, ``lượt``).
    ``split_of`` is the measure of which this one is a part (``news`` is a part of ``items``). ``aggregation`` is over rows,
    channels and units of one period; ``over_periods`` over weeks. ``measured_in`` is shown beside the title (``phút``).
    """

    id: str
    title: str
    kind: MeasureKind
    aliases: tuple[str, ...]
    required: bool = True
    counting_words: tuple[str, ...] = ()
    split_of: str | None = None
    minimum: int = 0
    maximum: int | None = None
    aggregation: Aggregation = Aggregation.SUM
    aggregation_in_unit: Aggregation = Aggregation.SUM
    over_periods: Aggregation = Aggregation.SUM
    measured_in: str = ""
    short_title: str = ""


class Category(Struct, frozen=True, array_like=True, gc=False):
    """One value of a dimension, such as the channel ``radio``."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()


class Dimension(Struct, frozen=True, array_like=True, gc=False):
    """What figures are split by (``channel``, ``topic``). ``aliases`` are column headings that name it."""

    id: str
    title: str
    aliases: tuple[str, ...]
    categories: tuple[Category, ...]

    def category(self, category_id: str) -> Category | None:
        """The category of that id, or None."""
        return next((c for c in self.categories if c.id == category_id), None)


# A label that names no category, and a table that has no column for the dimension.
UNKNOWN = "unknown"
UNSPLIT = "unsplit"


class Check(Struct, frozen=True, array_like=True, gc=False):
    """A rule about figures that looks for what is unlikely, with its thresholds, and why they are what they are."""

    id: str
    numbers: tuple[tuple[str, float], ...] = ()
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    reason: str = ""

    def number(self, name: str) -> float:
        """The threshold of that name. Raises KeyError."""
        return dict(self.numbers)[name]

    def listed(self, name: str) -> tuple[str, ...]:
        """The ids under that name. Raises KeyError."""
        return dict(self.names)[name]


class OfficeRule(Struct, frozen=True, array_like=True, gc=False):
    """A rule that an office wrote itself: an expression over the measures of one submission, and what to say when it holds.

    ``when`` names measures by their ids, ``_`` for ``-``. ``named`` are all the measures in it, ``compared`` those that must be
    stated for it to speak (all but those that are only asked for with ``is none``).
    """

    id: str
    when: str
    text: str
    severity: Severity = Severity.WARNING
    named: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()


class FormLayout(Struct, frozen=True, array_like=True, gc=False):
    """What the fill-in form of a report shows beside its required measures and its channels.

    ``optional`` are measures that are asked for too; ``relays`` are channels with a second row for what is relayed.
    """

    optional: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()


class ReportSchema(Struct, frozen=True, array_like=True, gc=False):
    """A kind of report. ``id`` is the folder under ``templates/`` that it comes from; a check that is off is not in it."""

    id: str
    version: int
    title: str
    measures: tuple[Measure, ...]
    dimensions: tuple[Dimension, ...]
    checks: tuple[Check, ...] = ()
    rules: tuple[OfficeRule, ...] = ()
    form: FormLayout = FormLayout()

    def __hash__(self) -> int:
        # What is made of a schema is remembered by it; a hash of all its words would cost more than most of that.
        return hash((self.id, self.version, self.title))

    def measure(self, measure_id: str) -> Measure:
        """The measure of that id. Raises KeyError."""
        for measure in self.measures:
            if measure.id == measure_id:
                return measure
        raise KeyError(measure_id)

    def dimension(self, dimension_id: str) -> Dimension | None:
        """The dimension of that id, or None."""
        return next((d for d in self.dimensions if d.id == dimension_id), None)

    def check(self, check_id: str) -> Check | None:
        """The check of that id, or None when it is off."""
        return next((c for c in self.checks if c.id == check_id), None)

    def parts_of(self, measure_id: str) -> tuple[Measure, ...]:
        """The measures that are parts of this one."""
        return dict(self.splits).get(measure_id, ())

    @property
    def splits(self) -> tuple[tuple[str, tuple[Measure, ...]], ...]:
        """The measures that have parts, each with them."""
        return _splits(self)


@lru_cache(maxsize=16)
def _splits(schema: ReportSchema) -> tuple[tuple[str, tuple[Measure, ...]], ...]:
    wholes = dict.fromkeys(m.split_of for m in schema.measures if m.split_of)
    return tuple((whole, tuple(m for m in schema.measures if m.split_of == whole)) for whole in wholes)
