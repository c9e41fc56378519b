"""Makes a ``Campaign`` of a folder."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from tuyentruyen_cli.campaign.deadline_rule import read_rule
from tuyentruyen_cli.campaign.defaults import DEFAULT_SCHEMA, FOUR, THURSDAY
from tuyentruyen_cli.campaign.faults import AnyForm, Faults, Place, checked, unknown_key
from tuyentruyen_cli.campaign.forms import (
    Clock,
    DeadlineTable,
    ExtensionTable,
    Heading,
    Issuer,
    ReportPage,
    ShiftTable,
)
from tuyentruyen_cli.campaign.place import CAMPAIGN_FILE, UNITS_FILE
from tuyentruyen_cli.campaign.request_table import REQUEST, request_of
from tuyentruyen_cli.campaign.schema_file import read_schema
from tuyentruyen_cli.campaign.servers import MAILBOX, OUTBOX, mailbox_of, outbox_of
from tuyentruyen_cli.campaign.toml_file import read_toml
from tuyentruyen_cli.campaign.units_file import read_units
from tuyentruyen_cli.errors import CampaignError
from tuyentruyen_cli.model.campaign import Campaign, Letterhead
from tuyentruyen_cli.model.period import Calendar, Extension, Period, Shift
from tuyentruyen_cli.model.unit import Registry

TABLES = ("issuer", "report", "deadline", MAILBOX, OUTBOX, REQUEST)
# A shift over a holiday is days; one of months is a slip in the year, and would make everyone late or no one.
FARTHEST = dt.timedelta(days=31)


def load(folder: Path, lang: str = "vi") -> Campaign:
    """The campaign of a folder that holds tuyentruyen.toml and units.csv.

    Raises CampaignError with every fault of its files, one a line.
    """
    if not (folder / CAMPAIGN_FILE).is_file():
        raise CampaignError("campaign.none", folder=folder)
    faults = Faults(lang)
    raw = read_toml(folder / CAMPAIGN_FILE, CAMPAIGN_FILE, faults)
    units_faults = Faults(lang)
    registry = read_units(folder / UNITS_FILE, units_faults)
    campaign = None if raw is None else _campaign(raw, folder, registry, faults)
    faults.lines += units_faults.lines
    if campaign is None or faults.lines:
        raise CampaignError("campaign.faults", tuple(faults.lines), folder=folder, count=len(faults.lines))
    return campaign


def _campaign(raw: dict[str, Any], folder: Path, registry: Registry | None, faults: Faults) -> Campaign | None:
    top = Place(CAMPAIGN_FILE)
    heading = checked(Heading, _only(raw, Heading), top, faults)
    clock = checked(Clock, _only(raw, Clock), top, faults)
    known = [*_keys(Heading), *_keys(Clock), *TABLES]
    for key in raw:
        if key not in known:
            unknown_key(top.at(key), known, faults)
    asked = heading.schema_name if heading else raw.get("schema", DEFAULT_SCHEMA)
    schema = read_schema(asked, folder, top.at("schema"), faults) if isinstance(asked, str) else None
    issuer = checked(Issuer, raw.get("issuer", {}), top.at("issuer"), faults)
    page = checked(ReportPage, raw.get("report", {}), top.at("report"), faults)
    calendar = _calendar(raw.get("deadline", {}), clock, registry, top.at("deadline"), faults)
    mailbox, outbox, request = mailbox_of(raw, top, faults), outbox_of(raw, top, faults), request_of(raw, top, faults)
    if not (heading and issuer and page and registry and calendar and schema):
        return None
    letterhead = Letterhead(
        superior=issuer.superior,
        issuer=issuer.name,
        symbol=issuer.symbol,
        place=issuer.place,
        recipients=tuple(page.recipients),
        copies=tuple(page.copies),
        filed=page.filed,
        authority=tuple(page.authority),
        signer=page.signer,
        grounds=tuple(page.grounds),
        area=issuer.area,
    )
    return Campaign(heading.title, heading.subject, letterhead, calendar, schema, registry, mailbox, outbox, request)


def _keys(form: type[Heading] | type[Clock]) -> list[str]:
    return [field.alias or name for name, field in form.model_fields.items()]


def _only(raw: dict[str, Any], form: type[Heading] | type[Clock]) -> dict[str, Any]:
    return {key: raw[key] for key in _keys(form) if key in raw}


def _calendar(raw: Any, clock: Clock | None, registry: Registry | None, place: Place, faults: Faults) -> Calendar | None:
    table = checked(DeadlineTable, raw, place, faults)
    units = tuple(unit.id for unit in registry.units) if registry else None
    shifts = _each(ShiftTable, raw, place.at("shifts"), faults)
    extensions = _each(ExtensionTable, raw, place.at("extensions"), faults, units)
    if clock is None or table is None:
        return None
    weekday, time = read_rule(table.rule) or (THURSDAY, FOUR)
    calendar = Calendar(clock.year, weekday, time, clock.timezone)
    calendar = replace(calendar, shifts=tuple(_shifts(calendar, shifts, faults)))
    return replace(calendar, extensions=tuple(_extensions(calendar, extensions, faults)))


def _each(
    form: type[AnyForm], raw: Any, place: Place, faults: Faults, units: tuple[str, ...] | None = None
) -> list[tuple[Place, AnyForm]]:
    tables = raw.get(place.keys[-1]) if isinstance(raw, dict) else None
    numbered = enumerate(tables) if isinstance(tables, list) else ()
    forms = [(place.at(i), checked(form, table, place.at(i), faults, units)) for i, table in numbered]
    return [(where, one) for where, one in forms if one is not None]


def _due(calendar: Calendar, place: Place, table: ShiftTable, faults: Faults) -> tuple[Period, dt.datetime] | None:
    """The week of a shift or extension and its due instant in the campaign's zone, when that can be right."""
    period = calendar.by_id(table.week)
    due = table.due if table.due.tzinfo else table.due.replace(tzinfo=calendar.tz)
    if abs(due - period.due) > FARTHEST:
        faults.add(place.at("due"), "campaign.due-too-far", due=due, week=period.id, usual=period.due, days=FARTHEST.days)
        return None
    return period, due


def _shifts(calendar: Calendar, tables: list[tuple[Place, ShiftTable]], faults: Faults) -> Iterator[Shift]:
    seen: set[str] = set()
    for place, table in tables:
        if table.week in seen:
            faults.add(place.at("week"), "campaign.same-week", week=table.week)
        seen.add(table.week)
        if found := _due(calendar, place, table, faults):
            yield Shift(found[0].id, found[1], table.reason)


def _extensions(calendar: Calendar, tables: list[tuple[Place, ExtensionTable]], faults: Faults) -> Iterator[Extension]:
    for place, table in tables:
        found = _due(calendar, place, table, faults)
        if found and found[1] <= found[0].due:
            faults.add(place.at("due"), "campaign.not-later", due=found[1], usual=found[0].due)
        elif found:
            yield Extension(table.unit, found[0].id, found[1], table.reason)
