"""Rules about what is unlikely inside one submission. They refuse nothing: a person looks again."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from tuyentruyen_cli.check.office import office_rules
from tuyentruyen_cli.check.stated import BROADCASTS, CHANNEL, DURATION, ITEMS, LISTENERS, TOPIC, Row, Stated, bare, warned
from tuyentruyen_cli.model.finding import Argument, Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import UNKNOWN, UNSPLIT, ReportSchema
from tuyentruyen_cli.model.submission import Submission
from tuyentruyen_cli.model.unit import Unit
from tuyentruyen_cli.model.value import Value, ValueState

Said: TypeAlias = dict[str, Argument]
Rule: TypeAlias = Callable[[Stated, ReportSchema, Unit | None], Iterator[Finding]]

SECONDS_A_MINUTE = 60


def implausible(submission: Submission, schema: ReportSchema, unit: Unit | None) -> Iterator[Finding]:
    """What the rules say of a submission. ``unit`` is its unit as the registry has it."""
    stated = Stated.of(submission)
    for rule in RULES_WITHIN:
        yield from rule(stated, schema, unit)


def items_without_duration(stated: Stated, schema: ReportSchema, _unit: Unit | None) -> Iterator[Finding]:
    """Items whose length is stated as nothing. A length that is not stated is another rule's."""
    check = schema.check("items-without-duration")
    if check is None:
        return
    for row in stated.rows:
        items, duration = row.number(ITEMS), row.number(DURATION)
        if items and duration == 0 and row.record.category(CHANNEL) not in check.listed("except_channels"):
            typed = row.values[DURATION].raw
            yield warned(check.id, row.place(DURATION), stated.submission, DURATION, row.place(ITEMS), items=items, typed=typed)


def duration_without_items(stated: Stated, schema: ReportSchema, _unit: Unit | None) -> Iterator[Finding]:
    """A length, and no item that it could be the length of."""
    check = schema.check("duration-without-items")
    if check is None:
        return
    for row in stated.rows:
        duration = row.number(DURATION)
        if duration and row.number(ITEMS) == 0 and row.record.category(CHANNEL) not in check.listed("except_channels"):
            said: Said = {"read": duration, "kind": "duration", "typed": row.values[ITEMS].raw}
            yield warned(check.id, row.place(ITEMS), stated.submission, ITEMS, row.place(DURATION), **said)


def fewer_broadcasts_than_items(stated: Stated, schema: ReportSchema, _unit: Unit | None) -> Iterator[Finding]:
    """So few broadcasts that each would hold more items, or last longer, than a programme does: some were never on air."""
    check = schema.check("fewer-broadcasts-than-items")
    if check is None:
        return
    for row in stated.rows:
        items, broadcasts = row.number(ITEMS), row.number(BROADCASTS)
        if items is None or broadcasts is None or broadcasts >= items:
            continue
        if row.record.category(CHANNEL) in check.listed("except_channels"):
            continue
        length = row.number(DURATION) or 0
        too_many = items > broadcasts * check.number("most_items")
        if too_many or length > broadcasts * check.number("longest_seconds"):
            said: Said = {"items": items, "broadcasts": broadcasts, "reason": "" if broadcasts else "none"}
            yield warned(check.id, row.place(BROADCASTS), stated.submission, BROADCASTS, row.place(ITEMS), **said)


def minutes_per_item(stated: Stated, schema: ReportSchema, _unit: Unit | None) -> Iterator[Finding]:
    """Items that are shorter than can be read out, or longer than a programme; a slip of minutes is named as such."""
    check = schema.check("minutes-per-item")
    if check is None:
        return
    shortest, longest = check.number("shortest_seconds"), check.number("longest_seconds")
    for row in stated.rows:
        items, duration = row.number(ITEMS), row.number(DURATION)
        if not items or not duration or shortest <= duration / items <= longest:
            continue
        fits = _in_other_measure(row.values[DURATION], items, shortest, longest) if schema.check("scale-slip") else None
        said: Said = {"read": duration, "items": items, "kind": "duration", "typed": row.values[DURATION].raw}
        place = row.place(DURATION)
        if fits is None:
            said["usual"] = round(duration / items)
            yield warned(check.id, place, stated.submission, DURATION, row.place(ITEMS), **said)
        else:
            said |= {"fits": fits, "reason": "too-long" if fits < duration else "too-short"}
            yield warned("scale-slip", place, stated.submission, DURATION, row.place(ITEMS), **said)


def _in_other_measure(duration: Value, items: int, shortest: float, longest: float) -> int | None:
    """The length had it been typed in the next measure (seconds, minutes, hours), when that alone would be likely."""
    if duration.value is None or not bare(duration):
        return None
    for seconds in (duration.value / SECONDS_A_MINUTE, duration.value * SECONDS_A_MINUTE):
        if shortest <= seconds / items <= longest:
            return round(seconds)
    return None


def listeners_over_population(stated: Stated, schema: ReportSchema, unit: Unit | None) -> Iterator[Finding]:
    """More listeners on one channel than people in the unit."""
    check = schema.check("listeners-over-population")
    if check is None or unit is None or not unit.population:
        return
    for row in stated.rows:
        listeners = row.number(LISTENERS)
        if listeners is not None and listeners > unit.population * check.number("times"):
            said: Said = {"read": listeners, "population": unit.population, "typed": row.values[LISTENERS].raw}
            yield warned(check.id, row.place(LISTENERS), stated.submission, LISTENERS, **said)


def repeated_row(stated: Stated, schema: ReportSchema, _unit: Unit | None) -> Iterator[Finding]:
    """One channel and topic twice with the same figures: a row pasted twice.

    With other figures it is another programme of that channel (tiếng Mông, tiếng Thái). Items of a log may well be alike.
    """
    check = schema.check("repeated-row")
    if check is None:
        return
    seen: dict[tuple[object, ...], Row] = {}
    least = check.number("least_figures")
    for row in stated.rows:
        channel = row.record.category(CHANNEL) or UNSPLIT
        if channel in {UNKNOWN, UNSPLIT} or row.record.category(TOPIC) == UNKNOWN or _is_item_of_log(row):
            continue
        numbers = [v.value for v in row.values.values()]
        if sum(map(bool, numbers)) < least:
            continue
        key = (row.record.dimensions, frozenset(zip(row.values, numbers, strict=True)))
        first = seen.setdefault(key, row)
        if first is not row:
            place, other = row.record.location, first.record.location
            yield warned(check.id, place, stated.submission, None, other, other=_address(other, place))


def _is_item_of_log(row: Row) -> bool:
    """Whether the row is one item of a log: the one that its title counts for, whatever the title says."""
    items = row.values.get(ITEMS)
    return items is not None and items.value == 1 and items.state is ValueState.STATED and not bare(items)


def _address(other: Location, place: Location) -> str:
    return other.cell or "" if other.part == place.part else f"{other.part}!{other.cell}"


RULES_WITHIN: tuple[Rule, ...] = (
    items_without_duration,
    duration_without_items,
    fewer_broadcasts_than_items,
    minutes_per_item,
    listeners_over_population,
    repeated_row,
    office_rules,
)
