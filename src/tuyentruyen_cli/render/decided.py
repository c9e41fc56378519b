"""Decisions of people as documents show them: always in Vietnamese."""

from tuyentruyen_cli.model.decision import Decision
from tuyentruyen_cli.model.location import column_letters
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.lookup import figures_of, in_table
from tuyentruyen_cli.texts import say


def decided_row(report: Report, decision: Decision) -> tuple[str, ...]:
    """A decision as people read it: what, of whom, which figure, where, the value, why, by whom, when, its id."""
    subject = decision.subject
    measure = report.campaign.schema.measure(subject.measure) if subject.measure else None
    cell = f"{column_letters(subject.column)}{subject.row}" if subject.row and subject.column else ""
    place = " ".join(filter(None, (subject.file, f"{subject.part}!{cell}" if subject.part and cell else cell)))
    value = decision.value
    if measure and value.isascii() and value.isdigit():
        value = in_table(measure, int(value))
    elif value in {"rows", "stated"}:
        value = say(f"worklist.{value}", "vi")
    return (
        say(f"worklist.kind-{decision.kind.value}", "vi"),
        report.unit_name(subject.unit) if subject.unit else "",
        measure.title if measure else "",
        place,
        value,
        decision.reason,
        decision.who,
        decision.at.strftime("%d/%m/%Y %H:%M"),
        decision.id,
    )


def approximate_figures(report: Report) -> list[str]:
    """The figures that rest on a hedge (khoảng, hơn), each as one line."""
    shown = []
    for (measure_id, unit, dimension, _), figure in figures_of(report).items():
        if figure.approximate and unit is not None and dimension is None and figure.value is not None:
            measure = report.campaign.schema.measure(measure_id)
            shown.append(f"{report.unit_name(unit)}: {measure.title} khoảng {in_table(measure, figure.value)}")
    return shown
