"""An issued report beside what its week comes to now, as a person reads it."""

from collections.abc import Iterator, Mapping, Sequence

from tuyentruyen_cli.cli.aligned import aligned
from tuyentruyen_cli.model.comparison import Change
from tuyentruyen_cli.model.issue import Beside, CellMoved, IssuedCell
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.pipeline.decisions import LOG
from tuyentruyen_cli.render.lookup import in_table
from tuyentruyen_cli.render.words import sentence_start
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.changes import signed
from tuyentruyen_cli.vi.dates import format_date
from tuyentruyen_cli.vi.text import escape

MOST_CELLS = 20
MOST_UNITS = 20


def beside_lines(beside: Beside, measures: Sequence[Measure], names: Mapping[str, str], lang: str) -> Iterator[str]:
    """One line where nothing moved; else the totals, the units and the cells that did."""
    issue = beside.issue
    about = {"week": issue.period, "name": issue.name, "date": format_date(issue.date)}
    if not beside.moved:
        yield say("history.issued-same" if beside.remembered else "history.issued-unknown", lang, **about)
        return
    yield say("history.issued-moved", lang, **about)
    yield ""
    yield from _totals(beside, measures, lang)
    yield from _units(beside, measures, names, lang)
    yield from _parts(beside, measures, lang)
    yield from _cells(beside.cells, {m.id: m for m in measures}, names, lang)
    yield say("history.replace-hint", lang, week=issue.period)


def moved_lines(beside: Beside, measures: Sequence[Measure], lang: str) -> Iterator[str]:
    """That a week's report was issued and its figures are others now, for the end of a summary; nothing where they are not."""
    if not beside.moved:
        return
    issue = beside.issue
    yield say("history.issued-differs", lang, name=issue.name, date=format_date(issue.date))
    changes = {m.measure: m.change for m in beside.totals}
    for measure in measures:
        change = changes[measure.id]
        if change.current != change.other:
            then, now = (_value(measure, value, lang) for value in (change.other, change.current))
            by = f" ({signed(change.difference, in_table(measure, abs(change.difference)))})" if change.difference else ""
            yield say("history.moved-line", lang, measure=measure_title(measure), then=then, now=now, by=by)
    if beside.parts:
        yield say("history.parts-differ", lang, count=len(beside.parts))
    yield say("history.replace-hint", lang, week=issue.period)


def measure_title(measure: Measure) -> str:
    """A measure's short title with what it is measured in."""
    title = measure.short_title or measure.title
    return f"{title} ({measure.measured_in})" if measure.measured_in and measure.measured_in not in title else title


def change_said(measure: Measure, change: Change, lang: str) -> str:
    """``50 → 45 (-5)``: what was reported, what it is now."""
    before, now = (_value(measure, value, lang) for value in (change.other, change.current))
    by = f" ({signed(change.difference, in_table(measure, abs(change.difference)))})" if change.difference else ""
    return f"{before} → {now}{by}"


def _value(measure: Measure, value: int | None, lang: str) -> str:
    return say("history.no-figure", lang) if value is None else in_table(measure, value)


def _totals(beside: Beside, measures: Sequence[Measure], lang: str) -> Iterator[str]:
    head = [say(f"history.{key}", lang) for key in ("measure", "reported", "now", "difference", "covered")]
    covered = {measure: (then, now) for measure, then, now in beside.covered}
    changes = {m.measure: m.change for m in beside.totals}
    rows = []
    for measure in measures:
        change = changes[measure.id]
        by = "–" if change.difference is None else signed(change.difference, in_table(measure, abs(change.difference)))
        counts = (
            str(count) if expected is None else f"{count}/{expected}"
            for count, expected in zip(covered[measure.id], beside.expected, strict=True)
        )
        values = [_value(measure, value, lang) for value in (change.other, change.current)]
        rows.append([measure_title(measure), *values, by, " → ".join(counts)])
    yield from aligned(head, rows)


def _units(beside: Beside, measures: Sequence[Measure], names: Mapping[str, str], lang: str) -> Iterator[str]:
    shown = {m.id: m for m in measures}
    units: dict[str, list[str]] = {}
    for moved in beside.units:
        if moved.measure in shown:
            measure = shown[moved.measure]
            said = f"{measure.short_title or measure.title} {change_said(measure, moved.change, lang)}"
            units.setdefault(moved.unit or "", []).append(said)
    if units:
        yield say("history.units-moved", lang)
    for unit in list(units)[:MOST_UNITS]:
        yield f"  {escape(names.get(unit, unit))}: {'; '.join(units[unit])}"
    if len(units) > MOST_UNITS:
        yield "  " + say("history.more", lang, count=len(units) - MOST_UNITS)


def _parts(beside: Beside, measures: Sequence[Measure], lang: str) -> Iterator[str]:
    """The totals by channel and topic that moved, a line for each category."""
    shown = {m.id: m for m in measures}
    found: dict[tuple[str, str], list[str]] = {}
    for part in beside.parts:
        if part.measure in shown:
            measure = shown[part.measure]
            said = f"{measure.short_title or measure.title} {change_said(measure, part.change, lang)}"
            found.setdefault((part.dimension, part.title), []).append(said)
    if found:
        yield say("history.parts-moved", lang)
    for (_, title), changes in list(found.items())[:MOST_UNITS]:
        yield f"  {escape(sentence_start(title))}: {'; '.join(changes)}"
    if len(found) > MOST_UNITS:
        yield "  " + say("history.more", lang, count=len(found) - MOST_UNITS)


def _cells(cells: Sequence[CellMoved], measures: Mapping[str, Measure], names: Mapping[str, str], lang: str) -> Iterator[str]:
    found = [c for c in cells if c.measure in measures]
    if found:
        yield say("history.cells-moved", lang)
    for cell in found[:MOST_CELLS]:
        measure = measures[cell.measure]
        where = escape(names.get(cell.unit, cell.unit))
        yield f"  {where}, {measure.short_title or measure.title}: {_cell_said(cell, measure, lang)}"
    if len(found) > MOST_CELLS:
        yield "  " + say("history.more", lang, count=len(found) - MOST_CELLS)


def _cell_said(cell: CellMoved, measure: Measure, lang: str) -> str:
    before, after = (_value(measure, c.value if c else None, lang) for c in (cell.issued, cell.current))
    old, new = cell.issued, cell.current
    if old and new and old.file != new.file:
        return f"{address(old, lang)} {before} → {address(new, lang)} {after}"
    found = new or old
    assert found is not None, "a cell that moved is there before or after"
    return f"{address(found, lang)} {before} → {after}"


def address(cell: IssuedCell, lang: str) -> str:
    """``bc_tuan6_banbo.xlsx Sheet1!F9``; for what was entered by hand the decision's id."""
    if cell.file == LOG:
        return say("history.entered", lang, id=cell.part)
    place = f"{cell.part}!{cell.cell}" if cell.part and cell.cell else cell.cell or cell.part
    return escape(f"{cell.file} {place}".strip())
