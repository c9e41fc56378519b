"""The figures of the example sheet: a few channels filled in as the rules would have them."""

from tuyentruyen_cli.model.form import NOTES
from tuyentruyen_cli.model.schema import Measure, MeasureKind, ReportSchema
from tuyentruyen_cli.render.form_entry import limits
from tuyentruyen_cli.render.form_plan import FormPlan, FormRow, Typed, seconds_of_one
from tuyentruyen_cli.texts import say

ITEMS, DURATION, BROADCASTS = "items", "duration", "broadcasts"
SHOWN = 3  # rows with figures, where nothing tells the rows apart: the others show how a row without activity is left
SECONDS_PER_ITEM = 180
HALF_AN_HOUR = 1800
USUAL = {ITEMS: 4, BROADCASTS: 12, "listeners": 350}
OTHERWISE = 6


def example_figures(plan: FormPlan) -> Typed:
    """What the example has in its cells: nothing in most channels, every column in the rest."""
    figures: dict[tuple[int, str], float] = {}
    for number, index in enumerate(_shown(plan)):
        figures |= {(index, m): v for m, v in _row(plan, plan.rows[index], number).items()}
    return figures


def example_notes() -> dict[str, str]:
    """What the example has in its boxes for words."""
    return {name: say(f"form.example-{name}", "vi") for name in NOTES}


def _shown(plan: FormPlan) -> list[int]:
    """The rows with figures: of the last two channels that relay, what a commune has, and of one whose items have no length."""
    schema = plan.campaign.schema
    shown = {*schema.form.relays[-2:], *_silent(schema)[:1]}
    return [i for i, row in enumerate(plan.rows) if row.category and row.category.id in shown] or [
        *range(min(SHOWN, len(plan.rows)))
    ]


def _row(plan: FormPlan, row: FormRow, number: int) -> dict[str, float]:
    schema = plan.campaign.schema
    items = USUAL[ITEMS] + number
    figures = {m.id: _usual(m, items, number + place) for place, m in enumerate(plan.columns)}
    for whole in {m.split_of for m in plan.columns if m.split_of}:
        parts = [m.id for m in plan.columns if m.split_of == whole]
        figures |= dict.fromkeys(parts, 1 + number)
        if whole in figures:
            figures[whole] = sum(figures[part] for part in parts)
    if row.category and row.category.id in _silent(schema):
        figures |= {m: 0 for m in (DURATION, BROADCASTS) if m in figures}
    elif DURATION in figures and ITEMS in figures:
        figures[DURATION] = figures[ITEMS] * SECONDS_PER_ITEM / seconds_of_one(schema.measure(DURATION))
    return figures


def _usual(measure: Measure, items: int, number: int) -> float:
    if measure.kind is MeasureKind.DURATION:
        value = HALF_AN_HOUR / seconds_of_one(measure)
    else:
        value = items if measure.id == ITEMS else USUAL.get(measure.id, OTHERWISE) + number * 2
    least, most = limits(measure)
    return max(least, value if most is None else min(value, most))


def _silent(schema: ReportSchema) -> tuple[str, ...]:
    """Channels whose items have no length."""
    check = schema.check("items-without-duration")
    return check.listed("except_channels") if check else ()
