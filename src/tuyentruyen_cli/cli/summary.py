"""The summary of a week as a person reads it: units with their figures, totals with their coverage, what to do next."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tuyentruyen_cli.cli.beside import moved_lines
from tuyentruyen_cli.cli.outlook import short_lines
from tuyentruyen_cli.cli.shown_figure import shown_figure
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.report import Report, UnitStatus
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.model.submission import Outcome, Timeliness
from tuyentruyen_cli.render.folded import fold
from tuyentruyen_cli.render.lookup import Figures, columns_of, figures_of, in_table
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.dates import format_date
from tuyentruyen_cli.vi.text import escape

# A screen shows a district whole; a province's table goes into the documents.
MOST_UNITS = 200
MOST_NAMES = 20


def summary(report: Report, lang: str, width: int) -> str:
    """The table of units and the lines under it."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - rich only where something is drawn
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    figures = figures_of(report)
    measures = columns_of(report)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_footer=True)
    table.add_column(Text(say("cli.unit", lang)), footer=Text(say("cli.total", lang)), overflow="fold")
    for measure in measures:
        table.add_column(Text(_heading(measure)), footer=Text(_total(measure, figures)), justify="right")
    table.add_column(Text(say("cli.sent", lang)), footer=Text(_received(report)))
    table.add_column(Text(say("cli.problems", lang)))
    problems = Counter((m.cause.unit, m.severity) for m in fold(report.findings))
    for status in report.units[:MOST_UNITS]:
        cells = [shown_figure(measure, figures.get((measure.id, status.unit, None, None)), lang) for measure in measures]
        row = [escape(status.name), *cells, _sent(status, lang), _problems(problems, status, lang)]
        table.add_row(*(Text(text) for text in row))
    console = Console(width=width, highlight=False, markup=False, emoji=False, no_color=True, legacy_windows=False)
    with console.capture() as capture:
        console.print(table)
    under = [*_outside(report, figures, measures, lang), *_decided(report, lang), *_history(report, measures, lang)]
    return "\n".join([*_title(report, lang), capture.get().rstrip(), *under])


def _title(report: Report, lang: str) -> Iterator[str]:
    period = report.period
    due = period.due.strftime("%H:%M ") + format_date(period.due.date())
    yield say("cli.title", lang, week=period.id, start=format_date(period.start), end=format_date(period.end), due=due)


def _heading(measure: Measure) -> str:
    title = measure.short_title or measure.title
    return f"{title} ({measure.measured_in})" if measure.measured_in and measure.measured_in not in title else title


def _total(measure: Measure, figures: Figures) -> str:
    figure = figures.get((measure.id, None, None, None))
    if figure is None or figure.value is None:
        return "…"
    expected = figure.coverage.expected
    covered = len(figure.coverage.units)
    return in_table(measure, figure.value) + (f"\n{covered}/{expected}" if expected is not None else f"\n({covered})")


def _received(report: Report) -> str:
    attendance = report.attendance
    return f"{attendance.received}/{attendance.expected}" if attendance.expected is not None else str(attendance.received)


def _sent(status: UnitStatus, lang: str) -> str:
    if not status.received:
        return "✗ " + say("cli.missing", lang)
    marks = {Timeliness.ON_TIME: "✓", Timeliness.LATE: "!", Timeliness.UNKNOWN: "?"}
    return f"{marks[status.timeliness]} " + say(f"cli.{status.timeliness.value}", lang)


def _problems(messages: Counter[tuple[str | None, Severity]], status: UnitStatus, lang: str) -> str:
    errors, warnings = (messages[status.unit, severity] for severity in (Severity.ERROR, Severity.WARNING))
    parts = [say("cli.count-errors", lang, count=errors)] if errors else []
    parts += [say("cli.count-warnings", lang, count=warnings)] if warnings else []
    return ", ".join(parts)


def _outside(report: Report, figures: Figures, measures: list[Measure], lang: str) -> Iterator[str]:
    """Who is not in which total, by name."""
    if report.attendance.missing:
        yield say("cli.not-received", lang, units=_names(report, report.attendance.missing))
        unknown = dict.fromkeys(
            escape(s.file) for s in report.submissions if s.unit is None and s.outcome is not Outcome.IGNORED
        )
        if unknown:
            yield say("cli.whose-is-it", lang, count=len(unknown), files=_listed(list(unknown)))
    for measure in measures:
        figure = figures.get((measure.id, None, None, None))
        if figure is not None and figure.coverage.missing:
            yield say("cli.not-in-total", lang, measure=measure.title, units=_names(report, figure.coverage.missing))
        if figure is not None and figure.coverage.partial:
            yield say("cli.partly-blank", lang, measure=measure.title, units=_names(report, figure.coverage.partial))


def _decided(report: Report, lang: str) -> Iterator[str]:
    """That people decided some of it, and where it is written."""
    if report.decisions:
        yield say("cli.figures-decided", lang, count=len(report.decisions), week=report.period.id)


def _history(report: Report, measures: list[Measure], lang: str) -> Iterator[str]:
    """The week beside the one before, and beside what was reported of it."""
    if report.comparison:
        yield from short_lines(report.comparison, measures, lang)
    if report.issued:
        yield from moved_lines(report.issued, measures, lang)


def _names(report: Report, units: tuple[str, ...]) -> str:
    return _listed([escape(report.unit_name(u)) for u in units])


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMES]) + (f", … (+{len(names) - MOST_NAMES})" if len(names) > MOST_NAMES else "")
