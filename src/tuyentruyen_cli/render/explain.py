"""A finding as sentences for a person: what was found, and what to do. Numbers and units of measure in the reader's form."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from tuyentruyen_cli.model.finding import Argument, Finding, Severity
from tuyentruyen_cli.model.schema import Measure, MeasureKind, ReportSchema
from tuyentruyen_cli.texts import area, fill, say
from tuyentruyen_cli.vi.written import format_count, format_duration_words

Explain: TypeAlias = Callable[[Finding], tuple[str, str]]
_NUMBERS = frozenset({"read", "stated", "sum", "usual", "fits"})
MOST_QUOTED = 120
_COUNTS = frozenset({"items", "broadcasts", "population"})
# Numbers that a person is asked to type, and how: a point that parts thousands is what Excel abroad takes for a decimal point.
_TO_TYPE = {"fits": "fits_typed", "sum": "sum_typed"}
_LABELS = {"unknown-channel": "channel", "unknown-topic": "topic"}


def explainer(schema: ReportSchema, lang: str) -> Explain:
    """Makes of a finding its message and its hint, in one language."""
    measures = {m.id: m for m in schema.measures}
    categories = {d.id: "; ".join(c.title for c in d.categories) for d in schema.dimensions}

    def explain(finding: Finding) -> tuple[str, str]:
        measure = measures.get(finding.measure or "")
        said = shown_arguments(finding)
        said.setdefault("measure", measure.title if measure else "")
        if finding.rule in _LABELS:
            said.setdefault("allowed", categories.get(_LABELS[finding.rule], "…"))
        elif measure is not None:
            said.setdefault("allowed", _bounds(measure, lang))
        keys = tuple(message_keys(finding, measure))
        return fill(first_known("rules", keys), lang, said), fill(first_known("hints", keys), lang, said)

    return explain


def message_keys(finding: Finding, measure: Measure | None) -> Iterator[str]:
    """The ids that may say it, the most special first: of its reason (``unreadable-file.timeout``), of its kind of measure."""
    reason = finding.argument("reason") or finding.argument("content")
    if reason:
        yield f"{finding.rule}.{reason}"
    if finding.location.row is None:
        yield f"{finding.rule}.whole"
    if finding.rule == "unit-near-miss" and finding.severity is not Severity.ERROR:
        yield "unit-near-miss.confirmed"
    if finding.argument("suggestion"):
        yield f"{finding.rule}.suggested"
    if measure is not None:
        yield f"{finding.rule}.{measure.kind.value}"
    yield finding.rule


def first_known(name: str, keys: tuple[str, ...]) -> str:
    """The id of the most special message that an area has."""
    messages = area(name)
    return f"{name}.{next(key for key in keys if key in messages)}"


class Lenient(dict[str, str]):
    """Arguments for a message; one that a finding lacks is an ellipsis, never an error."""

    def __missing__(self, key: str) -> str:
        return "…"


def shown_arguments(finding: Finding) -> Lenient:
    """A finding's arguments as a person reads them, and the numbers that are to be typed as they are typed."""
    said = Lenient((name, _shown(name, value, finding)) for name, value in finding.arguments)
    for name, value in finding.arguments:
        if name in _TO_TYPE and isinstance(value, int):
            said[_TO_TYPE[name]] = said[name] if _of_duration(finding) else str(value)
    return said


def _shown(name: str, value: Argument, finding: Finding) -> str:
    if value is None:
        return "…"
    if isinstance(value, tuple):
        between = "; " if name == "measures" else ", "  # titles have commas of their own
        return between.join(f"“{_quoted(v)}”" if name == "typed" else v for v in value)
    if name in _COUNTS and isinstance(value, int):
        return format_count(value)
    if name in _NUMBERS and isinstance(value, int):
        return format_duration_words(value) if _of_duration(finding) else format_count(value)
    return _quoted(str(value)) if name == "typed" else str(value)


def _quoted(text: str) -> str:
    """What stands in a cell, as far as it helps to find it: a cell can hold a page."""
    return text if len(text) <= MOST_QUOTED else text[: MOST_QUOTED - 1].rstrip() + "…"


def _of_duration(finding: Finding) -> bool:
    return finding.argument("kind") == MeasureKind.DURATION.value


def _bounds(measure: Measure, lang: str) -> str:
    """What a figure of a measure may be."""
    show = format_duration_words if measure.kind is MeasureKind.DURATION else format_count
    if measure.maximum is None:
        return say("catalogue.at-least", lang, minimum=show(measure.minimum))
    return say("catalogue.between", lang, minimum=show(measure.minimum), maximum=show(measure.maximum))
