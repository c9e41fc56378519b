"""Weeks beside weeks as a person reads them: figures, what they changed by, who is in them and who is not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tuyentruyen_cli.cli.aligned import aligned
from tuyentruyen_cli.cli.beside import beside_lines, measure_title
from tuyentruyen_cli.model.comparison import Change, Compared, Comparison, Cumulated, Side, Span, SpanKind
from tuyentruyen_cli.model.outlook import Outlook
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render.lookup import in_table
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.changes import format_percent, signed
from tuyentruyen_cli.vi.text import escape

NOTHING = "–"
MOST_NAMED = 20


def outlook_lines(outlook: Outlook, lang: str) -> Iterator[str]:
    """The whole answer."""
    for comparison in outlook.comparisons:
        yield from comparison_lines(comparison, outlook.measures, outlook.names, lang)
        yield ""
    for span in outlook.unknown:
        yield say("history.unknown-other", lang, stretch=sentence(span_name(span, lang)))
    stretches = outlook.to_date or (() if outlook.comparisons else (outlook.main,))
    if outlook.unknown and stretches:
        yield ""
    if stretches:
        yield from cumulated_lines(stretches, outlook.measures, outlook.names, lang)
    yield from _basis(outlook, lang)
    if outlook.issued:
        yield ""
    for beside in outlook.issued:
        yield from beside_lines(beside, outlook.measures, outlook.names, lang)


def comparison_lines(comparison: Comparison, measures: Sequence[Measure], names: Mapping[str, str], lang: str) -> Iterator[str]:
    """Two stretches, then over the units in both where they are not of the same, then who is in neither figure."""
    current, other = comparison.current, comparison.other
    yield sentence(say("history.title-beside", lang, current=_named_span(current, lang), other=_named_span(other, lang)))
    yield ""
    shown = {m.id: m for m in measures}
    found = [c for c in comparison.measures if c.measure in shown]
    columns = [say("history.measure", lang), *_ids(current, other), say("history.difference", lang), "%"]
    listed = [(shown[c.measure], c) for c in found]
    rows = [[measure_title(m), *change_cells(m, c.change, lang), _covered(c, lang)] for m, c in listed]
    yield from aligned([*columns, say("history.covered", lang)], rows)
    unlike = [c for c in found if c.alike is not None]
    if unlike:
        yield say("history.not-alike", lang)
        yield ""
        yield from aligned([*columns, say("history.units-in-both", lang)], [_alike(shown[c.measure], c, lang) for c in unlike])
    sides = ((current, {c.measure: c.current for c in found}), (other, {c.measure: c.other for c in found}))
    for span, by_measure in sides:
        yield from _outside(span, by_measure, measures, names, lang)


def short_lines(comparison: Comparison, measures: Sequence[Measure], lang: str) -> Iterator[str]:
    """Two weeks beside each other in a line for each measure, for the end of a summary."""
    yield say("history.beside-week", lang, week=comparison.other.id)
    found = {c.measure: c for c in comparison.measures}
    for measure in measures:
        one = found[measure.id]
        now, then, difference, percent = change_cells(measure, one.change, lang)
        about = {"measure": measure_title(measure), "now": now, "then": then}
        by = "" if one.change.difference is None else f" ({difference}; {percent})"
        yield say("history.beside-line", lang, **about, by=by, covered=_covered(one, lang).rstrip(" *")) + _same(
            measure, one, lang
        )


def _same(measure: Measure, one: Compared, lang: str) -> str:
    """The same over the units in both weeks; empty where the units are the same."""
    if one.alike is None or one.alike.change.difference is None:
        return ""
    _, _, difference, percent = change_cells(measure, one.alike.change, lang)
    return say("history.beside-same", lang, units=len(one.alike.units), difference=difference, percent=percent)


def cumulated_lines(
    stretches: Sequence[Cumulated], measures: Sequence[Measure], names: Mapping[str, str], lang: str
) -> Iterator[str]:
    """The totals over several weeks, each made by its measure's own aggregation."""
    head = [say("history.cumulated", lang), *(sentence(_named_span(s.span, lang)) for s in stretches), say("history.how", lang)]
    rows = []
    for measure in measures:
        sides = [stretch.side(measure.id) for stretch in stretches]
        how = say(f"history.how-{measure.over_periods.value}", lang)
        rows.append([measure_title(measure), *(f"{_value(measure, s.value)} ({_count(s)})" for s in sides), how])
    yield from aligned(head, rows)
    yield say("history.in-brackets", lang)
    for stretch in stretches:
        if stretch.span.absent:
            weeks, name = ", ".join(stretch.span.absent), sentence(span_name(stretch.span, lang))
            yield say("history.absent-weeks-of", lang, stretch=name, weeks=weeks)
    told: set[tuple[str, ...]] = set()
    for stretch in stretches:
        if stretch.span.weeks not in told:
            told.add(stretch.span.weeks)
            yield from _outside(stretch.span, dict(stretch.sides), measures, names, lang)


def change_cells(measure: Measure, change: Change, lang: str) -> list[str]:
    """The figure, the other one, the difference, and the difference in percent."""
    values = [_value(measure, change.current), _value(measure, change.other)]
    if change.difference is None:
        return [*values, NOTHING, NOTHING]
    percent = change.percent
    shown = say("history.undefined", lang) if percent is None else format_percent(percent)
    return [*values, signed(change.difference, in_table(measure, abs(change.difference))), shown]


def span_name(span: Span, lang: str) -> str:
    """``tuần 2021-W06``, ``tháng 02/2021``."""
    first, _, last = span.id.partition("..")
    month = f"{span.end:%m/%Y}"
    return say(f"history.{span.kind.value}", lang, id=span.id, first=first, last=last or first, month=month)


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def _named_span(span: Span, lang: str) -> str:
    """A stretch with how many of its weeks are remembered, where it has several."""
    if span.kind is SpanKind.WEEK:
        return span_name(span, lang)
    known, every = len(span.weeks), len(span.weeks) + len(span.absent)
    return f"{span_name(span, lang)} ({say('history.weeks-known', lang, known=known, all=every)})"


def _ids(*spans: Span) -> list[str]:
    return [span.id for span in spans]


def _value(measure: Measure, value: int | None) -> str:
    return NOTHING if value is None else in_table(measure, value)


def _count(side: Side) -> str:
    return str(side.covered) if side.expected is None else f"{side.covered}/{side.expected}"


def _covered(one: Compared, lang: str) -> str:
    """``12/14 so với 14/14``, with a sign where it is not the same units."""
    counts = say("history.covered-beside", lang, current=_count(one.current), other=_count(one.other))
    return f"{counts} *" if one.alike else f"{counts}  "


def _alike(measure: Measure, one: Compared, lang: str) -> list[str]:
    assert one.alike is not None, "asked for only where units differ"
    units = str(len(one.alike.units)) if one.alike.units else say("history.none-alike", lang)
    return [measure_title(measure), *change_cells(measure, one.alike.change, lang), units]


def _outside(
    span: Span, sides: Mapping[str, Side], measures: Sequence[Measure], names: Mapping[str, str], lang: str
) -> Iterator[str]:
    """Who is not in which figure, and in which weeks; then whose figures have blanks."""
    lacking: dict[str, dict[str, str]] = {}
    blank: dict[str, dict[str, str]] = {}
    for measure in measures:
        side = sides[measure.id]
        for unit, weeks in side.gaps:
            lacking.setdefault(unit, {})[measure.id] = "" if span.kind is SpanKind.WEEK else ", ".join(weeks)
        for unit in side.partial:
            blank.setdefault(unit, {})[measure.id] = ""
    for heading, found in (("history.outside", lacking), ("history.blanks", blank)):
        if found:
            yield say(heading, lang, stretch=span_name(span, lang))
            yield from _named(found, measures, names, lang)


def _named(
    found: Mapping[str, Mapping[str, str]], measures: Sequence[Measure], names: Mapping[str, str], lang: str
) -> Iterator[str]:
    """A line for each unit: the measures, and the weeks where there are several."""
    for unit in list(found)[:MOST_NAMED]:
        by_weeks: dict[str, list[str]] = {}
        for measure in measures:
            if measure.id in found[unit]:
                by_weeks.setdefault(found[unit][measure.id], []).append(measure.short_title or measure.title)
        parts = []
        for weeks, titles in by_weeks.items():
            which = say("history.every-measure", lang) if len(titles) == len(measures) else ", ".join(titles)
            parts.append(f"{which} ({weeks})" if weeks else which)
        yield f"  {escape(names.get(unit, unit))}: {'; '.join(parts)}"
    if len(found) > MOST_NAMED:
        yield "  " + say("history.more", lang, count=len(found) - MOST_NAMED)


def _basis(outlook: Outlook, lang: str) -> Iterator[str]:
    """Whether totals are of current or of reported figures, and what they are by the others."""
    several = outlook.to_date or (outlook.main,)
    reports = dict(r for stretch in (outlook.main, *several) for r in stretch.reports)
    if outlook.as_issued and reports:
        yield say("history.uses-issued", lang, weeks=", ".join(f"{week} ({name})" for week, name in sorted(reports.items())))
    elif outlook.issued:
        yield say("history.uses-current", lang)
    if outlook.otherwise:
        yield say("history.otherwise-current" if outlook.as_issued else "history.otherwise-issued", lang)
        for stretch in outlook.otherwise:
            yield f"  {sentence(_named_span(stretch.span, lang))}: {_figures(stretch, outlook.measures)}"


def _figures(stretch: Cumulated, measures: Iterable[Measure]) -> str:
    sides = ((m, stretch.side(m.id)) for m in measures)
    return "; ".join(f"{m.short_title or m.title} {_value(m, s.value)} ({_count(s)})" for m, s in sides)
