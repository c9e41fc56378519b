"""``tuyentruyen inspect``: what was taken for title, heading, rows and totals, and what was set aside and why."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.inspection import Inspection, SeenTable
from tuyentruyen_cli.pipeline.looking import look
from tuyentruyen_cli.render.inspection_json import inspection_json
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape

# Cells set aside outside of tables (titles, signatures) are counted, not listed.
_COUNTED = frozenset({"outside", "label", "heading", "order", "our-list"})


def run_inspect(file: Path, week: str | None, settings: Settings) -> int:
    """Show how a file was understood. 3 when nothing in it could be read."""
    result = look(file, settings.now, settings.lang, week)
    seen = result.inspection
    if settings.as_json:
        click.echo(json.dumps(inspection_json(seen) if seen else {}, ensure_ascii=False, indent=2))
    elif seen:
        for line in _lines(seen, settings.lang):
            click.echo(line)
    return int(ExitCode.DONE if any(s.readable for s in result.submissions) else ExitCode.NOTHING_READABLE)


def _lines(seen: Inspection, lang: str) -> Iterator[str]:
    yield say("cli.seen-file", lang, file=escape(seen.file), content=seen.content)
    for place, text, units in seen.evidence:
        where = f"{place.part}!{place.cell}" if place.cell else place.part or say("cli.seen-name", lang)
        yield say("cli.seen-evidence", lang, where=escape(where), typed=escape(text), units=", ".join(units))
    if not seen.tables:
        yield say("cli.seen-no-table", lang)
    for table in seen.tables:
        yield from _table(table, lang)
    yield from _cells(seen, lang)


def _table(table: SeenTable, lang: str) -> Iterator[str]:
    place = table.location
    yield ""
    use = say(f"cli.use-{table.use}", lang)
    yield say(
        "cli.seen-table", lang, part=escape(place.part), cell=place.cell, use=use, score=table.score, support=table.support
    )
    if table.turned:
        yield "  " + say("cli.seen-turned", lang)
    if table.week:
        yield "  " + say("cli.seen-week", lang, typed=escape(table.week))
    for column in table.columns:
        role = say(f"cli.role-{column.role}", lang) if column.role else say("cli.role-none", lang)
        name = f" {column.id}" if column.id else ""
        yield f"  {column.location.cell or '':>6}  {escape(column.heading) or '…'}  →  {role}{name}"
    for row in table.rows:
        yield f"  {row.location.cell or '':>6}  {say(f'cli.row-{row.kind}', lang)}: {escape(row.label) or '…'}"


def _cells(seen: Inspection, lang: str) -> Iterator[str]:
    counts = Counter(c.fate for c in seen.cells)
    yield ""
    yield say("cli.seen-cells", lang, used=counts["used"], aside=counts["set-aside"], refused=counts["refused"])
    for cell in seen.cells:
        if cell.fate != "used" and cell.reason not in _COUNTED:
            fate = say("cli.fate-refused" if cell.fate == "refused" else "cli.fate-aside", lang)
            where = f"{cell.location.part}!{cell.location.cell}" if cell.location.part else cell.location.cell or ""
            yield f"  {fate} {escape(where)}: “{cell.typed}” ({cell.reason})"
