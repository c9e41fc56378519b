"""``tuyentruyen diff``: the cells that differ between two versions of a unit's week."""

import json
from collections.abc import Iterator

import click

from tuyentruyen_cli.cli.aligned import aligned
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.difference import CellDifference, Difference, SeenCell
from tuyentruyen_cli.model.standing import Version
from tuyentruyen_cli.pipeline.differing import Question, difference
from tuyentruyen_cli.render.elapsed import short_instant
from tuyentruyen_cli.render.lookup import in_table
from tuyentruyen_cli.render.status_json import version_json
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape


def run_diff(question: Question, settings: Settings) -> int:
    """Show what differs."""
    campaign, found = difference(question)
    if settings.as_json:
        click.echo(json.dumps(_json(found), ensure_ascii=False, indent=2))
    else:
        for line in _lines(campaign, found, settings.lang):
            click.echo(line)
    return int(ExitCode.DONE)


def _lines(campaign: Campaign, found: Difference, lang: str) -> Iterator[str]:
    yield say("diff.title", lang, unit=escape(found.name), week=found.period.id)
    for version in found.versions:
        yield _version(campaign, version, lang)
    if found.before is None or found.now is None:
        yield say("diff.only-one" if found.versions else "diff.none", lang)
        return
    yield ""
    yield say("diff.compared", lang, before=found.before.number, now=found.now.number)
    for before, now in found.renamed:
        if before and now:  # a file without sheets has none to name
            yield say("diff.renamed", lang, before=escape(before), now=escape(now))
    if not found.cells:
        yield say("diff.same", lang)
        return
    head = [say(f"diff.{n}", lang) for n in ("cell", "measure", "typed-before", "typed-now", "value-before", "value-now")]
    yield from aligned(head, [_row(campaign, d, lang) for d in found.cells], left=4)
    if found.figures:
        yield ""
        yield say("diff.figures", lang)
    for figure in found.figures:
        measure = campaign.schema.measure(figure.measure)
        before, now = (
            in_table(measure, value) if value is not None else say("diff.nothing", lang)
            for value in (figure.before, figure.now)
        )
        yield say("diff.figure", lang, measure=escape(measure.title), before=before, now=now)


def _version(campaign: Campaign, version: Version, lang: str) -> str:
    how = say("diff.seen" if version.evidence == "first-seen" else "diff.stated", lang)
    time = short_instant(version.received_at, campaign.calendar.tz)
    said = say("diff.version", lang, number=version.number, file=escape(version.file), how=how, time=time)
    return said if version.there else said + say("diff.not-there", lang)


def _row(campaign: Campaign, cell: CellDifference, lang: str) -> list[str]:
    place, measure = cell.place, cell.measure
    title = campaign.schema.measure(measure).title if measure else say("diff.no-figure", lang)
    return [
        escape(f"{place.part}!{place.cell}" if place.part else place.cell),
        escape(title),
        *(f"“{escape(seen.typed)}”" if seen else "–" for seen in (cell.before, cell.now)),
        *(_number(campaign, seen, lang) for seen in (cell.before, cell.now)),
    ]


def _number(campaign: Campaign, seen: SeenCell | None, lang: str) -> str:
    if seen is None or seen.measure is None:
        return "–"
    if seen.value is None:
        return say("diff.refused", lang) if seen.typed else "–"
    return in_table(campaign.schema.measure(seen.measure), seen.value)


def _json(found: Difference) -> dict[str, object]:
    return {
        "format": "tuyentruyen/diff",
        "version": 1,
        "week": found.period.id,
        "unit": found.unit,
        "name": found.name,
        "versions": [version_json(version) for version in found.versions],
        "before": found.before.number if found.before else None,
        "now": found.now.number if found.now else None,
        "renamed": [list(names) for names in found.renamed],
        "cells": [
            {
                "part": cell.place.part,
                "cell": cell.place.cell,
                "measure": cell.measure,
                "typed_before": cell.before.typed if cell.before else None,
                "typed_now": cell.now.typed if cell.now else None,
                "value_before": cell.before.value if cell.before else None,
                "value_now": cell.now.value if cell.now else None,
            }
            for cell in found.cells
        ],
        "figures": [{"measure": f.measure, "before": f.before, "now": f.now} for f in found.figures],
    }
