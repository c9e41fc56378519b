"""The words around a figure that is opened: its name, its value, why units are not in it, what was decided."""

from collections.abc import Iterable, Iterator

from tuyentruyen_cli.model.decision import Decision, DecisionKind
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import UNKNOWN, UNSPLIT, Aggregation, Measure, ReportSchema
from tuyentruyen_cli.model.submission import OWN, RELAYED
from tuyentruyen_cli.model.trace import Outside, Trace, TracedValue
from tuyentruyen_cli.model.value import ValueState
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.lookup import in_table
from tuyentruyen_cli.texts import say

_IN_WORDS = frozenset({OWN, RELAYED, UNKNOWN, UNSPLIT})
_SAID_ALONE = frozenset({"missing", "not-stated"})


def figure_name(trace: Trace, schema: ReportSchema, lang: str) -> str:
    """``Số tin, bài của Xã Bản Bo, Trạm truyền thanh xã``."""
    asked = trace.asked
    name = asked.measure.title
    if asked.unit:
        name = say("trace.of-unit", lang, measure=name, unit=trace.names.get(asked.unit, asked.unit))
    if asked.dimension and asked.category:
        category = category_title(schema, asked.dimension, asked.category, lang)
        name = say("trace.of-category", lang, figure=name, category=category)
    return name


def figure_value(trace: Trace, lang: str) -> str:
    """The figure with what it is measured in; what is known of it when it is refused."""
    measure = trace.asked.measure
    if trace.value is not None:
        return shown(measure, trace.value)
    known = trace.outside[0].known if trace.asked.unit and trace.outside else None
    if known is None:
        return say("trace.nothing", lang)
    return say("trace.at-least", lang, value=shown(measure, known.value), open=known.open)


def shown(measure: Measure, value: int) -> str:
    """A number with what it is measured in."""
    return f"{in_table(measure, value)} {measure.measured_in}".rstrip()


def takes_greatest(measure: Measure) -> bool:
    """Whether some stated figures do not count because another is greater."""
    return Aggregation.MAX in {measure.aggregation, measure.aggregation_in_unit}


def category_title(schema: ReportSchema, dimension: str, category: str, lang: str) -> str:
    """A category as people know it."""
    if category in _IN_WORDS:
        return say(f"trace.{category}", lang)
    known = schema.dimension(dimension)
    found = known.category(category) if known else None
    return found.title if found else category


def row_name(value: TracedValue, schema: ReportSchema, lang: str) -> str:
    """The categories of a value's row that say anything."""
    said = (c for name, c in value.dimensions if c != UNSPLIT and (name, c) != ("origin", OWN))
    dimensions = {c: name for name, c in value.dimensions}
    return ", ".join(category_title(schema, dimensions[c], c, lang) for c in said)


def place(location: Location) -> str:
    """``Sheet1!F11``; without a sheet ``F11``."""
    return f"{location.part}!{location.cell}" if location.part and location.cell else location.cell or location.part


def state_words(value: TracedValue, lang: str) -> str:
    """What is special about a value: refused by which rule, a blank, an estimate, decided; nothing about a plain one."""
    if value.state is ValueState.STATED:
        return ""
    said = say(f"trace.state-{value.state.value}", lang)
    if value.state is ValueState.REFUSED and value.rule:
        said = f"{said}: {say(f'titles.{value.rule}', lang)}"
    return said


def decision_words(decisions: Iterable[Decision], lang: str) -> str:
    """Each decision: what, its id, by whom, why."""
    return "; ".join(
        say("trace.decision", lang, kind=say(f"worklist.kind-{d.kind.value}", lang), id=d.id, who=d.who, reason=d.reason)
        for d in decisions
    )


def reasons(out: Outside, explain: Explain, lang: str) -> Iterator[tuple[str, str]]:
    """Why a unit is not in the figure: where, and the sentence."""
    for decision in out.decisions:
        if decision.kind is DecisionKind.EXCLUDE:
            said = say("trace.why-excluded", lang, file=decision.subject.file)
            yield decision.subject.file, f"{said}: {decision_words((decision,), lang)}"
    for finding in out.findings:
        where = finding.location
        yield " ".join(filter(None, (where.file, place(where)))), explain(finding)[0]
    told = {f.rule for f in out.findings}
    for rule in out.why:
        if rule in _SAID_ALONE and not (out.decisions or told):
            yield "", say(f"trace.why-{rule}", lang)
        elif rule not in told and rule not in _SAID_ALONE:
            yield "", say("trace.why-which-is-final" if rule == "which-is-final" else f"titles.{rule}", lang)
