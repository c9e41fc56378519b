"""What a fill-in form shows and where: its columns, its rows, and whose it is. For who writes it and for who tries it."""

from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct

from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.form import FormCode, code_of, columns_of
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.schema import UNSPLIT, Aggregation, Category, Dimension, Measure, MeasureKind
from tuyentruyen_cli.model.submission import OWN, RELAYED
from tuyentruyen_cli.model.unit import Unit
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.dates import format_date

SHEET = "Số liệu"
CHANNEL, TOPIC = "channel", "topic"
SECONDS = {"giờ": 3600, "phút": 60, "giây": 1}
# 1-based rows of the sheet.
UNIT_ROW, WEEK_ROW, CONTACT_ROW, HINT_ROW, HEAD_ROW = 4, 5, 6, 7, 8
FIRST_ROW = HEAD_ROW + 1

Typed: TypeAlias = Mapping[tuple[int, str], float]
"""What is typed into a form, by the index of the row and the measure; durations in what their heading says."""


class FormRow(Struct, frozen=True):
    """One line to fill in. ``topic`` is None in a form without topics and in rows for what is relayed."""

    category: Category | None
    topic: Category | None = None
    relayed: bool = False

    @property
    def label(self) -> str:
        """What stands before the figures."""
        if self.category is None:
            return say("form.all", "vi")
        return say("form.relayed", "vi", channel=self.category.title) if self.relayed else self.category.title


class FormPlan(Struct, frozen=True, dict=True):
    """A form of a campaign: of one unit and week (``unit``, ``period``), or for all ``units`` and ``periods`` to choose of."""

    campaign: Campaign
    units: tuple[Unit, ...]
    periods: tuple[Period, ...]
    by_topic: bool = False
    unit: Unit | None = None
    period: Period | None = None

    @cached_property
    def columns(self) -> tuple[Measure, ...]:
        """The measures, from left to right."""
        return columns_of(self.campaign.schema)

    @cached_property
    def code(self) -> FormCode:
        """What the form says of itself."""
        return code_of(self.campaign.schema, self.period.id if self.period else None, self.unit.id if self.unit else None)

    @cached_property
    def dimension(self) -> Dimension | None:
        """What the rows are: channels, else whatever the schema splits by first."""
        schema = self.campaign.schema
        return schema.dimension(CHANNEL) or next(iter(schema.dimensions), None)

    @cached_property
    def topics(self) -> Dimension | None:
        """What the rows are split by once more, where that is asked for."""
        topics = self.campaign.schema.dimension(TOPIC) if self.by_topic else None
        return topics if topics is not self.dimension else None

    @cached_property
    def rows(self) -> tuple[FormRow, ...]:
        """The lines, from top to bottom: of each channel its own items, by topic where asked, then what it relays."""
        relays = self.campaign.schema.form.relays
        rows: list[FormRow] = []
        for category in self.dimension.categories if self.dimension else ():
            topics = self.topics.categories if self.topics else (None,)
            rows += [FormRow(category, topic) for topic in topics]
            rows += [FormRow(category, relayed=True)] if category.id in relays else []
        return tuple(rows) or (FormRow(None),)

    @property
    def first_column(self) -> int:
        """The 1-based column of the first measure, after the number, the label and the topic."""
        return 4 if self.topics else 3

    @property
    def last_column(self) -> int:
        """The 1-based column of the last measure."""
        return self.first_column + len(self.columns) - 1

    @property
    def total_row(self) -> int | None:
        """The 1-based row of the totals; None where there is only one line."""
        return FIRST_ROW + len(self.rows) if len(self.rows) > 1 else None

    @property
    def note_row(self) -> int:
        """The 1-based row of the first heading for notes; each has its box in the row below."""
        return FIRST_ROW + len(self.rows) + (2 if self.total_row else 1)

    def place(self, index: int, measure: str) -> tuple[int, int]:
        """The 1-based row and column of a figure."""
        return FIRST_ROW + index, self.first_column + [m.id for m in self.columns].index(measure)

    def dimensions(self, row: FormRow) -> dict[str, str]:
        """What a line is about, as it must be read back."""
        found = {d.id: UNSPLIT for d in self.campaign.schema.dimensions}
        if self.dimension and row.category:
            found[self.dimension.id] = row.category.id
        if self.topics and row.topic:
            found[self.topics.id] = row.topic.id
        return {**found, "origin": RELAYED if row.relayed else OWN}


def week_label(period: Period) -> str:
    """A week as the form offers it: ``Tuần 05 (từ 29/01/2021 đến 04/02/2021)``."""
    return say("form.week-label", "vi", week=f"{period.week:02d}", start=format_date(period.start), end=format_date(period.end))


def heading(measure: Measure) -> str:
    """The head of a column: the measure's title, with what it is measured in where the title does not say it."""
    said = measured_in(measure)
    if not said or said.casefold() in measure.title.casefold():
        return measure.title
    return f"{measure.title} ({said})"


def measured_in(measure: Measure) -> str:
    """What the figures of a column are measured in: durations in minutes, unless the schema says hours or seconds."""
    if measure.kind is not MeasureKind.DURATION:
        return measure.measured_in
    return measure.measured_in if measure.measured_in in SECONDS else "phút"


def seconds_of_one(measure: Measure) -> int:
    """How many seconds 1 in a duration's cell is."""
    return SECONDS[measured_in(measure)]


def is_added(measure: Measure) -> bool:
    """Whether the rows of a measure add up to its total."""
    return measure.aggregation_in_unit is Aggregation.SUM
