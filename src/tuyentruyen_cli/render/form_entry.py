"""What Excel says and allows while a form is filled in, from the same limits that are checked on arrival."""

from typing import Any

from tuyentruyen_cli.model.schema import Aggregation, Measure, MeasureKind
from tuyentruyen_cli.render.form_plan import measured_in, seconds_of_one
from tuyentruyen_cli.render.words import clean
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.numbers import format_count

# Excel's own limits: longer texts make it call the file damaged.
LONGEST_TITLE, LONGEST_MESSAGE = 32, 255


def limits(measure: Measure) -> tuple[float, float | None]:
    """The smallest and the greatest number that may be typed; None for no greatest."""
    if measure.kind is not MeasureKind.DURATION:
        return measure.minimum, measure.maximum
    one = seconds_of_one(measure)
    return measure.minimum / one, None if measure.maximum is None else measure.maximum / one


def said_on_entry(measure: Measure) -> str:
    """What is said of a measure's cells before something is typed into one."""
    when = say("form.when-now" if measure.over_periods is Aggregation.LATEST else "form.when-week", "vi")
    said = {"when": when, "bounds": _bounds(measure), "measured_in": measured_in(measure)}
    return say(f"form.input-{measure.kind.value}", "vi", **said)


def validation(measure: Measure) -> dict[str, Any]:
    """What Excel lets into the cells of a measure, with what it says before and after."""
    duration = measure.kind is MeasureKind.DURATION
    kind = "duration" if duration else "count"
    error = say(f"form.error-{kind}", "vi", bounds=_bounds(measure), measured_in=measured_in(measure))
    minimum, maximum = limits(measure)
    allowed = {"criteria": ">=", "value": minimum} if maximum is None else {"criteria": "between"}
    return {
        "validate": "decimal" if duration else "integer",
        **allowed,
        **({} if maximum is None else {"minimum": minimum, "maximum": maximum}),
        "input_title": _short(measure.short_title or measure.title, LONGEST_TITLE),
        "input_message": _short(said_on_entry(measure), LONGEST_MESSAGE),
        "error_title": say("form.wrong-number", "vi"),
        "error_message": _short(error, LONGEST_MESSAGE),
    }


def choice(source: str, message: str) -> dict[str, Any]:
    """A list to choose from."""
    return {
        "validate": "list",
        "source": source,
        "input_message": say(message, "vi"),
        "error_title": say("form.wrong-number", "vi"),
        "error_message": say("form.not-in-list", "vi"),
    }


def number(value: float) -> str:
    """A limit as a person writes it: ``1.200``, ``7,5``."""
    whole, fraction = divmod(round(value * 100), 100)
    return format_count(whole) + (f",{fraction:02d}".rstrip("0") if fraction else "")


def _bounds(measure: Measure) -> str:
    minimum, maximum = limits(measure)
    if maximum is None:
        return say("form.at-least", "vi", minimum=number(minimum))
    return say("form.between", "vi", minimum=number(minimum), maximum=number(maximum))


def _short(text: str, most: int) -> str:
    text = clean(text)
    return text if len(text) <= most else text[: most - 1] + "…"
