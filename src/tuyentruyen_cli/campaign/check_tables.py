"""The checks and the office's own rules of a schema.toml: each with its thresholds and its reason."""

from collections.abc import Iterator
from typing import Any

from tuyentruyen_cli.campaign.expression import read_expression
from tuyentruyen_cli.campaign.faults import Faults, Place, checked, not_one_of, shown, unknown_key
from tuyentruyen_cli.campaign.forms import CHECKS, ID, BandCheck, CheckTable, PastCheck, RuleTable
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.schema import Check, Dimension, Measure, OfficeRule
from tuyentruyen_cli.texts import say


def read_checks(raw: dict[str, Any], dimensions: tuple[Dimension, ...], place: Place, faults: Faults) -> Iterator[Check]:
    """The checks that are on, in the order of the program."""
    tables = raw.get("checks", {})
    if not isinstance(tables, dict):
        return  # the schema's heading says so
    for name in tables:
        if name not in CHECKS:
            unknown_key(place.at("checks", name), CHECKS, faults)
    for name, form in CHECKS.items():
        if name in tables:
            here = place.at("checks", name)
            table = checked(form, tables[name], here, faults)
            if table is None:
                continue
            _known_channels(table, dimensions, here, faults)
            _in_order(table, here, faults)
            if table.enabled:
                yield _check(name, table)


def _check(name: str, table: CheckTable) -> Check:
    values = {key: value for key, value in table if key not in {"enabled", "reason"}}
    numbers = tuple((key, float(value)) for key, value in values.items() if isinstance(value, int | float))
    names = tuple((key, tuple(value)) for key, value in values.items() if isinstance(value, list))
    return Check(name, numbers, names, table.reason)


def _known_channels(table: CheckTable, dimensions: tuple[Dimension, ...], place: Place, faults: Faults) -> None:
    channels = [c.id for d in dimensions if d.id == "channel" for c in d.categories]
    for index, channel in enumerate(getattr(table, "except_channels", ())):
        if channel not in channels:
            not_one_of(channel, channels, place.at("except_channels", index), faults)


def _in_order(table: CheckTable, place: Place, faults: Faults) -> None:
    """Limits leave room: a band that is empty would warn of everything, too few weeks would never speak."""
    if isinstance(table, BandCheck) and table.shortest_seconds > table.longest_seconds:
        limits = {"shortest": table.shortest_seconds, "longest": table.longest_seconds}
        faults.add(place.at("shortest_seconds"), "campaign.shortest-above", **limits)
    if isinstance(table, PastCheck) and table.least_weeks > table.weeks:
        faults.add(place.at("least_weeks"), "campaign.least-weeks-above", least=table.least_weeks, weeks=table.weeks)


def read_rules(raw: dict[str, Any], measures: tuple[Measure, ...], place: Place, faults: Faults) -> Iterator[OfficeRule]:
    """The office's own rules, in order."""
    tables = raw.get("rules", [])
    seen: set[str] = set()
    for index, one in enumerate(tables if isinstance(tables, list) else ()):
        here = place.at("rules", index)
        table = checked(RuleTable, one, here, faults)
        if table is None:
            continue
        if not ID.fullmatch(table.id):
            faults.add(here.at("id"), "campaign.wrong", given=table.id, allowed=say("campaign.allowed-id", faults.lang))
        if table.id in seen:
            faults.add(here.at("id"), "campaign.same-rule", id=table.id)
        seen.add(table.id)
        yield from _rule(table, measures, here.at("when"), faults)


def _rule(table: RuleTable, measures: tuple[Measure, ...], place: Place, faults: Faults) -> Iterator[OfficeRule]:
    by_name = {m.id.replace("-", "_"): m.id for m in measures}
    expression = read_expression(table.when)
    if expression is None:
        faults.add(place, "campaign.wrong", given=shown(table.when), allowed=say("campaign.allowed-when", faults.lang))
        return
    strange = [name for name in expression.named if name not in by_name]
    for name in strange:
        not_one_of(name, list(by_name), place, faults)
    if not strange:
        named, compared = (tuple(by_name[n] for n in names) for names in expression)
        yield OfficeRule(table.id, table.when, table.text, Severity(table.severity), named, compared)
