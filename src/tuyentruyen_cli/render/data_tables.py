"""The tables of an export: their columns and keys. Names are for programs and never change with the language."""

from collections.abc import Sequence

from msgspec import Struct

from tuyentruyen_cli.model.decision import DecisionKind
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.schema import Aggregation, MeasureKind, ReportSchema
from tuyentruyen_cli.model.submission import Outcome, Timeliness
from tuyentruyen_cli.model.value import ValueState

SHA256 = "^[0-9a-f]{64}$"
WEEK = r"^\d{4}-W\d{2}$"


class Column(Struct, frozen=True):
    """A column: its Table Schema type, and whether every row has a value in it."""

    name: str
    type: str = "string"
    required: bool = False
    pattern: str = ""
    enum: tuple[str, ...] = ()


class Table(Struct, frozen=True):
    """A table. ``foreign`` are columns whose values stand in the first key column of another table."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign: tuple[tuple[str, str], ...] = ()


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _needed(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, required=True) for name in names)


def _whole(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, "integer") for name in names)


_ID = Column("id", required=True)
_WEEK = Column("week", required=True, pattern=WEEK)
_SHA = Column("sha256", pattern=SHA256)
_PLACE = _text("file", "part", "cell")

UNITS = Table(
    "units",
    (
        _ID,
        *_needed("name"),
        *_text("kind"),
        Column("valid_from", "date"),
        Column("valid_to", "date"),
        *_whole("population"),
    ),
    ("id",),
)
WEEKS = Table(
    "weeks",
    (
        Column("id", required=True, pattern=WEEK),
        Column("start", "date", required=True),
        Column("end", "date", required=True),
        Column("due", "datetime", required=True),
        Column("shift_reason"),
    ),
    ("id",),
)
MEASURES = Table(
    "measures",
    (
        _ID,
        *_needed("title"),
        Column("kind", required=True, enum=tuple(MeasureKind)),
        *_needed("measured_in"),
        *(Column(n, required=True, enum=tuple(Aggregation)) for n in ("over_units", "in_unit", "over_periods")),
        *_text("part_of"),
    ),
    ("id",),
)
CATEGORIES = Table("categories", _needed("dimension", "id", "title"), ("dimension", "id"))
RECEIPTS = Table(
    "receipts",
    (
        Column("line", "integer", required=True),
        Column("number", "integer", required=True),
        Column("recorded_at", "datetime", required=True),
        _WEEK,
        *_needed("file"),
        Column("sha256", required=True, pattern=SHA256),
        Column("received_at", "datetime", required=True),
        *_needed("evidence"),
        *_text("unit", "period"),
    ),
    ("line", "number"),
    (("week", "weeks"), ("unit", "units")),
)
SUBMISSIONS = Table(
    "submissions",
    (
        Column("number", "integer", required=True),
        _WEEK,
        *_needed("file"),
        _SHA,
        *_text("unit", "period"),
        Column("received_at", "datetime"),
        Column("timeliness", required=True, enum=tuple(Timeliness)),
        Column("outcome", required=True, enum=tuple(Outcome)),
        *_text("evidence"),
        Column("has_figures", "boolean", required=True),
    ),
    ("number",),
    (("week", "weeks"), ("unit", "units")),
)
FIGURES = Table(
    "figures",
    (Column("number", "integer", required=True), _WEEK, *_text("unit"), *_needed("measure"), *_whole("value"), *_text("marks")),
    ("number",),
    (("week", "weeks"), ("unit", "units"), ("measure", "measures")),
)
FINDINGS = Table(
    "findings",
    (
        Column("number", "integer", required=True),
        _WEEK,
        *_needed("rule"),
        Column("severity", required=True, enum=tuple(Severity)),
        *_text("unit", "measure"),
        *_PLACE,
        *_needed("message"),
    ),
    ("number",),
    (("week", "weeks"), ("unit", "units"), ("measure", "measures")),
)
DECISIONS = Table(
    "decisions",
    (
        Column("number", "integer", required=True),
        _ID,
        Column("kind", required=True, enum=tuple(DecisionKind)),
        Column("week", required=True, pattern=WEEK),
        *_text("unit", "measure", "rule"),
        _SHA,
        *_PLACE,
        *_text("value"),
        *_needed("reason", "who"),
        Column("at", "datetime", required=True),
        Column("holds", "boolean", required=True),
    ),
    ("number",),
    (("unit", "units"), ("measure", "measures")),
)


def facts_table(schema: ReportSchema) -> Table:
    """The values of the files, one row a cell; a column for each dimension of the campaign."""
    dimensions = (*(f"by_{d.id}" for d in schema.dimensions), "by_origin")
    return Table(
        "facts",
        (
            Column("number", "integer", required=True),
            _WEEK,
            *_needed("unit", "measure"),
            *_whole("value"),
            Column("state", required=True, enum=tuple(ValueState)),
            *_text("rule"),
            Column("counts", "boolean", required=True),
            *_text(*dimensions),
            _SHA,
            *_PLACE,
            *_text("typed"),
        ),
        ("number",),
        (("week", "weeks"), ("unit", "units"), ("measure", "measures")),
    )


def by_week_table(weeks: Sequence[str]) -> Table:
    """The figures with the weeks beside each other: of each week its value, and what is special about it."""
    told = (column for week in weeks for column in (*_whole(week), *_text(f"{week}_marks")))
    return Table(
        "figures_by_week",
        (Column("number", "integer", required=True), *_text("unit"), *_needed("measure"), *told),
        ("number",),
        (("unit", "units"), ("measure", "measures")),
    )
