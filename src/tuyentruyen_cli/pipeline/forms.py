"""Makes the forms of a campaign: one for all units and some weeks, or one for each unit and week."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.form import code_of
from tuyentruyen_cli.model.period import Calendar, Period
from tuyentruyen_cli.model.unit import Unit
from tuyentruyen_cli.pipeline.form_trial import try_form
from tuyentruyen_cli.pipeline.outputs import Document, write_documents
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.pipeline.spans import parse_span
from tuyentruyen_cli.render.form_book import form_book
from tuyentruyen_cli.render.form_plan import TOPIC, FormPlan
from tuyentruyen_cli.render.form_sheet import LYING
from tuyentruyen_cli.store.memory import open_store

KIND = "bieu-bao-cao"
FOLDER = "forms"
WEEKS_AHEAD = 12  # a quarter: what a form for all units offers without being asked for weeks
WEEK = dt.timedelta(days=7)


class Wish(Struct, frozen=True):
    """What is asked for. ``units`` are ids, and ask for a form for each; ``week`` is a week, weeks (``5..8``) or a month."""

    start: Path
    now: dt.datetime
    week: str | None = None
    per_unit: bool = False
    units: Sequence[str] = ()
    by_topic: bool = False
    output: Path | None = None
    force: bool = False
    lang: str = "vi"


class Made(Struct, frozen=True):
    """The forms that were written, and their version."""

    paths: tuple[Path, ...]
    edition: str


def make_forms(wish: Wish) -> Made:
    """Write the forms, all or none. Raises OperatorError for what cannot be asked for, or for a form that would not be read."""
    root, campaign = required_campaign(wish.start, wish.lang)
    each = wish.per_unit or bool(wish.units)
    periods = _periods(wish, campaign.calendar, 1 if each else WEEKS_AHEAD)
    common = FormPlan(campaign, _units(campaign, periods, wish), periods, wish.by_topic)
    _refuse(common, wish)
    try_form(common, wish.lang)
    plans = [(f"{KIND}.xlsx", common)] if not each else list(_each(campaign, periods, wish))
    folder, names = _places(root, wish, [name for name, _ in plans])
    documents = [Document(name, KIND, form_book(plan)) for name, (_, plan) in zip(names, plans, strict=True)]
    with open_store(root, wish.now, lang=wish.lang) as store:
        paths = write_documents(store, folder, documents, force=wish.force)
    return Made(paths, code_of(campaign.schema).edition)


def _periods(wish: Wish, calendar: Calendar, ahead: int) -> tuple[Period, ...]:
    """The weeks that are asked for, else those from now on."""
    if wish.week is None:
        today = wish.now.astimezone(calendar.tz).date()
        return tuple(calendar.holding(today + WEEK * number) for number in range(ahead))
    span = parse_span(wish.week, calendar, ())
    return tuple(calendar.by_id(week) for week in span.absent)  # nothing was said to be remembered


def _units(campaign: Campaign, periods: Sequence[Period], wish: Wish) -> tuple[Unit, ...]:
    """The units that report in any of the weeks. Raises OperatorError for an id that is not among them, or for none at all."""
    registry = campaign.registry.units if campaign.registry else ()
    units = {u.id: u for u in registry if any(u.valid_on(p.end) for p in periods)}
    if not units:
        raise OperatorError("form.no-units", week=periods[0].id)
    unknown = next((u for u in wish.units if u not in units), None)
    if unknown is not None:
        raise OperatorError("cli.no-such", what=unknown, allowed=", ".join(units))
    return tuple(u for u in units.values() if not wish.units or u.id in wish.units)


def _refuse(plan: FormPlan, wish: Wish) -> None:
    if wish.by_topic and plan.campaign.schema.dimension(TOPIC) is None:
        raise OperatorError("form.no-topics")
    if len(plan.columns) > LYING:
        raise OperatorError("form.too-wide", count=len(plan.columns), most=LYING)


def own_form(campaign: Campaign, unit: Unit, period: Period) -> Document:
    """The form of one unit and week, not yet tried."""
    return Document(_own_name(unit, period), KIND, form_book(_own_plan(campaign, unit, period)))


def tried(campaign: Campaign, unit: Unit, period: Period, lang: str) -> None:
    """Try the form of a unit and week: all others differ in names alone. Raises OperatorError for one that is not read."""
    try_form(_own_plan(campaign, unit, period), lang)


def _own_plan(campaign: Campaign, unit: Unit, period: Period) -> FormPlan:
    return FormPlan(campaign, (unit,), (period,), unit=unit, period=period)


def _own_name(unit: Unit, period: Period) -> str:
    return f"{KIND}-{period.id}-{unit.id}.xlsx"


def _each(campaign: Campaign, periods: Sequence[Period], wish: Wish) -> Iterator[tuple[str, FormPlan]]:
    for period in periods:
        for unit in _units(campaign, (period,), wish):
            plan = FormPlan(campaign, (unit,), (period,), wish.by_topic, unit, period)
            yield f"{period.id}/{_own_name(unit, period)}", plan


def _places(root: Path, wish: Wish, names: Sequence[str]) -> tuple[Path, list[str]]:
    """The folder to write to, and the names in it. Raises OperatorError where several forms would be one file."""
    output = wish.output
    if output is None:
        return root / FOLDER, list(names)
    if output.suffix != ".xlsx":
        return output, list(names)
    if len(names) > 1:
        raise OperatorError("form.one-file", count=len(names), path=output)
    return output.parent, [output.name]
