"""What the report says of each channel in a sentence of its own, from the same figures as the table by channel."""

from collections.abc import Sequence

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render import words
from tuyentruyen_cli.render.lookup import CHANNEL, Figures, categories_found
from tuyentruyen_cli.render.marks import Share, given, marked
from tuyentruyen_cli.render.sentences import Names, clause, joined, key_of
from tuyentruyen_cli.render.tables import category_title

FEW = 3  # units that are named

Stated = list[tuple[Measure, Figure]]


def channels_said(report: Report, measures: Sequence[Measure], figures: Figures, names: Names) -> list[str]:
    """A line for each channel that has a figure; none where nothing is split by channel."""
    lines = []
    for category in categories_found(report, CHANNEL):
        found = [(m, f) for m in measures if (f := figures.get((m.id, None, CHANNEL, category))) is not None and f.value]
        if found:
            lines.append(f"{given(category_title(report, CHANNEL, category))}: {_said(found, names)}")
    return words.ended_list(lines)


def _said(found: Stated, names: Names) -> str:
    """The figures with whose they are: once where all are of the same units, else behind each."""
    units = {figure.coverage.units for _, figure in found}
    clauses = [clause(measure, figure) for measure, figure in found]
    if len(units) > 1:
        clauses = [f"{text} ({_whose(figure, names)})" for text, (_, figure) in zip(clauses, found, strict=True)]
        return "; ".join(clauses)
    return f"{joined([m for m, _ in found], clauses)} ({_whose(found[0][1], names)})"


def _whose(figure: Figure, names: Names) -> str:
    """Of how many units; of few their names."""
    units = figure.coverage.units
    count = f"{marked(figure, words.units_counted(len(units)), Share.COVERED)} đơn vị"
    return f"{count}: {names.listed(units, key_of(figure))}" if len(units) <= FEW else count
