"""``tuyentruyen trace``: a figure opened down to its cells, on the screen, as JSON, as a workbook."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from tuyentruyen_cli.cli.aligned import aligned
from tuyentruyen_cli.cli.rebuilt import remembering
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode, OperatorError
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.trace import Trace, TracedValue
from tuyentruyen_cli.pipeline.decisions import LOG
from tuyentruyen_cli.pipeline.tracing import Question, trace
from tuyentruyen_cli.render.explain import explainer
from tuyentruyen_cli.render.lookup import in_table
from tuyentruyen_cli.render.trace_json import trace_json
from tuyentruyen_cli.render.trace_words import (
    decision_words,
    figure_name,
    figure_value,
    place,
    reasons,
    row_name,
    shown,
    state_words,
    takes_greatest,
)
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape

HASH_SHOWN = 8
WORKBOOK = ".xlsx"


def run_trace(question: Question, output: Path | None, settings: Settings, *, force: bool) -> int:
    """Show what a figure is made of."""
    if output is not None and output.suffix.lower() != WORKBOOK:
        raise OperatorError("trace.bad-output", path=output)
    campaign, found = remembering(lambda: trace(question), question.start, settings)
    if settings.as_json:
        document = trace_json(found, explainer(campaign.schema, settings.lang))
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for line in _lines(found, campaign.schema, settings.lang):
            click.echo(line)
    if output is not None:
        from tuyentruyen_cli.pipeline.trace_book import write_trace  # noqa: PLC0415 - loads what writes documents

        path = write_trace(found, campaign, question, output, force=force)
        click.echo(say("trace.written", settings.lang, path=path), err=True)
    return int(ExitCode.DONE)


def category_of(named: dict[str, str | None]) -> tuple[str, str] | None:
    """The one dimension that was named, with its category. Raises OperatorError when there are several."""
    given = [(dimension, text) for dimension, text in named.items() if text]
    if len(given) > 1:
        raise OperatorError("trace.one-category")
    return given[0] if given else None


def _lines(found: Trace, schema: ReportSchema, lang: str) -> Iterator[str]:
    name, value = figure_name(found, schema, lang), figure_value(found, lang)
    yield escape(say("trace.title", lang, figure=name, week=found.period.id, value=value))
    if found.values:
        yield ""
        yield from _table(found, list(found.values), schema, lang)
        yield ""
        yield _made_of(found, lang)
    if found.without:
        names = ", ".join(escape(found.names.get(u, u)) for u in found.without)
        yield say("trace.without", lang, units=names)
    yield from _outside(found, schema, lang)


def _table(found: Trace, values: list[TracedValue], schema: ReportSchema, lang: str) -> Iterator[str]:
    """The cells under their unit and file, in columns that stand under each other over all of them."""
    measure = found.asked.measure
    head = [say(f"trace.{name}", lang) for name in ("cell", "row", "typed", "value")]
    rows = [
        [
            escape(place(v.location)) if v.location.file != LOG else "–",
            escape(row_name(v, schema, lang)),
            f"“{escape(v.typed)}”" if v.location.file != LOG else "–",
            in_table(measure, v.value) if v.value is not None else "–",
        ]
        for v in values
    ]
    first, rule, *lines = aligned([f"    {head[0]}", *head[1:]], [[f"    {row[0]}", *row[1:]] for row in rows], left=3)
    yield from (first, rule)
    unit = file = None
    for line, value in zip(lines, values, strict=True):
        if value.unit != unit:
            unit, file = value.unit, None
            yield _unit(found, [v for v in values if v.unit == unit])
        if value.location.file != file:
            file = value.location.file
            yield f"  {_file(value, lang)}"
        yield f"{line}   {escape(_note(value, found, lang))}".rstrip()


def _unit(found: Trace, values: list[TracedValue]) -> str:
    name = escape(found.names.get(values[0].unit, values[0].unit))
    counted = [v.value for v in values if v.counts and v.value is not None]
    return f"{name}: {shown(found.asked.measure, sum(counted))}" if counted else name


def _file(value: TracedValue, lang: str) -> str:
    if value.location.file == LOG:
        return say("trace.by-hand", lang)
    version = f", {say('trace.version', lang, number=value.version)}" if value.version else ""
    return f"{escape(value.location.file)}{version}, {value.sha256[:HASH_SHOWN]}"


def _note(value: TracedValue, found: Trace, lang: str) -> str:
    uncounted = takes_greatest(found.asked.measure) and value.value is not None and not value.counts
    said = [say("trace.not-counted", lang)] if uncounted else []
    return "; ".join(filter(None, [*said, state_words(value, lang), decision_words(value.decisions, lang)]))


def _made_of(found: Trace, lang: str) -> str:
    measure = found.asked.measure
    covered = str(len(found.units)) if found.expected is None else f"{len(found.units) + len(found.without)}/{found.expected}"
    message = "trace.made-of-greatest" if takes_greatest(measure) else "trace.made-of"
    return say(
        message, lang, cells=len(found.counted), units=len(found.units), covered=covered, sum=shown(measure, found.value or 0)
    )


def _outside(found: Trace, schema: ReportSchema, lang: str) -> Iterator[str]:
    explain = explainer(schema, lang)
    if found.outside:
        yield ""
        yield say("trace.outside", lang)
    for out in found.outside:
        yield f"  {escape(found.names.get(out.unit, out.unit))}"
        for where, why in reasons(out, explain, lang):
            yield escape(f"    {where}: {why}" if where else f"    {why}")
    read = [value for out in found.outside for value in out.values]
    if read:
        yield ""
        yield say("trace.read-outside", lang)
        yield from _table(found, read, schema, lang)
