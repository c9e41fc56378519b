"""The tables of tuyentruyen.toml and schema.toml as pydantic reads them, one flat form each.

Flat, because each is checked by itself: a fault in one table must not hide those of another.
"""

import datetime as dt
import re
import unicodedata
import zoneinfo
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationInfo

from tuyentruyen_cli.campaign.deadline_rule import read_rule
from tuyentruyen_cli.campaign.defaults import DEFAULT_SCHEMA, DEFAULT_ZONE
from tuyentruyen_cli.campaign.faults import Form
from tuyentruyen_cli.model.period import ISO_WEEK

SYMBOL = re.compile(r"[A-ZĐ0-9]+(?:-[A-ZĐ0-9]+)+")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text).strip()
    if not text.replace("\u00a0", " ").isprintable():  # a line break or worse would break the report
        raise ValueError(text)
    return text


def _stated(text: str) -> str:
    if not text:
        raise ValueError(text)
    return text


def _matching(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text


def _week(text: str) -> str:
    if not (match := ISO_WEEK.fullmatch(text)):
        raise ValueError(text)
    dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)  # raises ValueError for a week that its year does not have
    return text


def _unit(unit: str, info: ValidationInfo) -> str:
    units = info.context["units"] if info.context else None
    if units is not None and unit not in units:
        raise ValueError(unit)
    return unit


def _zone(name: str) -> str:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, OSError) as error:
        raise ValueError(name) from error
    return name


def _rule(text: str) -> str:
    if read_rule(text) is None:
        raise ValueError(text)
    return text


OptionalText = Annotated[str, AfterValidator(_clean)]
Text = Annotated[OptionalText, AfterValidator(_stated)]
Symbol = Annotated[Text, AfterValidator(lambda text: _matching(SYMBOL, text))]
Week = Annotated[str, AfterValidator(_week)]
UnitId = Annotated[str, AfterValidator(_unit)]
Zone = Annotated[str, AfterValidator(_zone)]
Rule = Annotated[str, AfterValidator(_rule)]
How = Literal["sum", "max"]
HowOverPeriods = Literal["sum", "max", "latest"]


class Heading(Form):
    """What the campaign is called and which report it asks for."""

    title: Text = Field(description="campaign.allowed-text")
    subject: Text = Field(description="campaign.allowed-text")
    schema_name: Text = Field(DEFAULT_SCHEMA, alias="schema", description="campaign.allowed-schema")


class Clock(Form):
    """Year and time zone."""

    year: int = Field(ge=2000, le=2100, description="campaign.allowed-year")
    timezone: Zone = Field(DEFAULT_ZONE, description="campaign.allowed-zone")


class Issuer(Form):
    """``[issuer]``: whose letterhead the report has."""

    superior: Text = Field(description="campaign.allowed-text")
    name: Text = Field(description="campaign.allowed-text")
    symbol: Symbol = Field(description="campaign.allowed-symbol")
    place: Text = Field(description="campaign.allowed-text")
    area: OptionalText = Field("", description="campaign.allowed-text")


class ReportPage(Form):
    """``[report]``: to whom, on what grounds, who signs."""

    recipients: list[Text] = Field(default_factory=list, description="campaign.allowed-texts")
    copies: list[Text] = Field(default_factory=list, description="campaign.allowed-texts")
    filed: Text = Field("VT", description="campaign.allowed-text")
    authority: list[Text] = Field(min_length=1, description="campaign.allowed-authority")
    signer: OptionalText = Field("", description="campaign.allowed-text")
    grounds: list[Text] = Field(default_factory=list, description="campaign.allowed-texts")


class DeadlineTable(Form):
    """``[deadline]``; its shifts and extensions are checked one by one."""

    rule: Rule = Field(description="campaign.allowed-rule")
    shifts: list[Any] = Field(default_factory=list, description="campaign.allowed-list")
    extensions: list[Any] = Field(default_factory=list, description="campaign.allowed-list")


class ShiftTable(Form):
    """One of ``deadline.shifts``."""

    week: Week = Field(description="campaign.allowed-week")
    due: dt.datetime = Field(description="campaign.allowed-due")
    reason: Text = Field(description="campaign.allowed-text")


class ExtensionTable(ShiftTable):
    """One of ``deadline.extensions``."""

    unit: UnitId = Field(description="campaign.allowed-unit")


class SchemaHeading(Form):
    """The top of a schema.toml; its measures and dimensions are checked one by one."""

    version: int = Field(1, ge=1, description="campaign.allowed-whole")
    title: Text = Field(description="campaign.allowed-text")
    template: Text = Field(DEFAULT_SCHEMA, description="campaign.allowed-template")
    extends: Text = Field("", description="campaign.allowed-template")
    measures: dict[str, Any] = Field(min_length=1, description="campaign.allowed-measures")
    dimensions: dict[str, Any] = Field(default_factory=dict, description="campaign.allowed-tables")
    checks: dict[str, Any] = Field(default_factory=dict, description="campaign.allowed-checks")
    rules: list[Any] = Field(default_factory=list, description="campaign.allowed-rules")
    form: dict[str, Any] = Field(default_factory=dict, description="campaign.allowed-tables")


class MeasureTable(Form):
    """One of ``measures``."""

    title: Text = Field(description="campaign.allowed-text")
    kind: Literal["count", "estimate", "duration"] = Field(description="campaign.allowed-kind")
    short_title: OptionalText = Field("", description="campaign.allowed-text")
    aliases: list[Text] = Field(default_factory=list, description="campaign.allowed-texts")
    required: bool = Field(True, description="campaign.allowed-yes-no")  # noqa: FBT003 - pydantic's way
    counting_words: list[Text] = Field(default_factory=list, description="campaign.allowed-texts")
    split_of: Text | None = Field(None, description="campaign.allowed-measure")
    minimum: int = Field(0, ge=0, description="campaign.allowed-whole")
    maximum: int | None = Field(None, ge=0, description="campaign.allowed-whole")
    aggregation: How = Field("sum", description="campaign.allowed-aggregation")
    aggregation_in_unit: How = Field("sum", description="campaign.allowed-aggregation")
    over_periods: HowOverPeriods = Field("sum", description="campaign.allowed-over-periods")
    measured_in: OptionalText = Field("", description="campaign.allowed-text")


class LayoutTable(Form):
    """``[form]``: what the fill-in form shows beside the required measures and the channels."""

    optional: list[Text] = Field(default_factory=list, description="campaign.allowed-texts")
    relays: list[Text] = Field(default_factory=list, description="campaign.allowed-texts")


class CategoryTable(Form):
    """One of the ``categories`` of a dimension."""

    title: Text = Field(description="campaign.allowed-text")
    aliases: list[Text] = Field(default_factory=list, description="campaign.allowed-texts")


class DimensionTable(CategoryTable):
    """One of ``dimensions``; its categories are checked one by one."""

    categories: dict[str, Any] = Field(default_factory=dict, description="campaign.allowed-tables")


Times = Annotated[float, Field(ge=1, le=10_000, description="campaign.allowed-times")]
Count = Annotated[int, Field(ge=1, le=1_000, description="campaign.allowed-count")]
Seconds = Annotated[int, Field(ge=1, description="campaign.allowed-seconds")]
Channels = Annotated[list[Text], Field(description="campaign.allowed-channels")]


class CheckTable(Form):
    """One of ``checks``; each has its own thresholds beside these."""

    enabled: bool = Field(True, description="campaign.allowed-yes-no")  # noqa: FBT003 - pydantic's way
    reason: Text = Field(description="campaign.allowed-reason")


class ChannelsCheck(CheckTable):
    """A check that leaves some channels alone."""

    except_channels: Channels = Field(default_factory=list, description="campaign.allowed-channels")


class ProgrammeCheck(ChannelsCheck):
    """``fewer-broadcasts-than-items``: what one broadcast holds at most."""

    most_items: Count
    longest_seconds: Seconds


class BandCheck(CheckTable):
    """``minutes-per-item``: how long an item is."""

    shortest_seconds: Seconds
    longest_seconds: Seconds


class PopulationCheck(CheckTable):
    """``listeners-over-population``: how many times the people of a unit."""

    times: Times


class RepetitionCheck(CheckTable):
    """``repeated-row``: how many figures above zero must be the same."""

    least_figures: Count


class PastCheck(CheckTable):
    """``far-from-own-past``: how far, and from how many weeks."""

    weeks: Count
    least_weeks: Count
    deviations: Times
    times: Times


class SlipCheck(PastCheck):
    """``scale-slip``: also from how many units, and how near to 10, 100 or 1000 times."""

    least_units: Count
    near: Times


CHECKS: dict[str, type[CheckTable]] = {
    "items-without-duration": ChannelsCheck,
    "duration-without-items": ChannelsCheck,
    "fewer-broadcasts-than-items": ProgrammeCheck,
    "minutes-per-item": BandCheck,
    "listeners-over-population": PopulationCheck,
    "repeated-row": RepetitionCheck,
    "far-from-own-past": PastCheck,
    "scale-slip": SlipCheck,
}


class RuleTable(Form):
    """One of ``rules``: what an office asks for beside the checks. It warns or notes, and refuses nothing."""

    id: Text = Field(description="campaign.allowed-id")
    when: Text = Field(description="campaign.allowed-when")
    severity: Literal["warning", "note"] = Field("warning", description="campaign.allowed-severity")
    text: Text = Field(description="campaign.allowed-text")
