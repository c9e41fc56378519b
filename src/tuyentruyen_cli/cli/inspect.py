"""``tuyentruyen inspect``: what was taken for title, heading, rows and totals, and what was set aside and why."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.inspection import Inspection, SeenCell, SeenTable
from tuyentruyen_cli.pipeline.job import FileResult
from tuyentruyen_cli.pipeline.looking import look
from tuyentruyen_cli.render.inspection_json import inspection_json
from tuyentruyen_cli.texts import area, say
from tuyentruyen_cli.vi.text import escape

# Cells set aside outside of tables (titles, signatures) are counted, not listed.
_COUNTED = frozenset({"outside", "label", "heading", "order", "our-list"})


def run_inspect(file: Path, week: str | None, settings: Settings) -> int:
    """Show how a file was understood. 3 when nothing in it could be read."""
    result = look(file, settings.now, settings.lang, week)
    seen = [inspection_json(one) for one in result.inspections]
    if settings.as_json:
        document = {"file": file.name, "content": result.content, "files": seen} if len(seen) > 1 else seen[0] if seen else {}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return _code(result)
    for number, one in enumerate(result.inspections):
        if number:
            click.echo()
        for line in _lines(one, settings.lang):
            click.echo(line)
    return _code(result)


def _code(result: FileResult) -> int:
    return int(ExitCode.DONE if any(s.readable for s in result.submissions) else ExitCode.NOTHING_READABLE)


def _lines(seen: Inspection, lang: str) -> Iterator[str]:
    yield say("inspection.file", lang, file=escape(seen.file), content=seen.content)
    for place, text, units in seen.evidence:
        where = f"{place.part}!{place.cell}" if place.cell else place.part or say("inspection.name", lang)
        yield say("inspection.evidence", lang, where=escape(where), typed=escape(text), units=", ".join(units))
    if not seen.tables:
        yield say("inspection.no-table", lang)
    for table in seen.tables:
        yield from _table(table, lang)
    yield from _cells(seen, lang)


def _table(table: SeenTable, lang: str) -> Iterator[str]:
    place = table.location
    yield ""
    use = say(f"inspection.use-{table.use}", lang)
    yield say(
        "inspection.table", lang, part=escape(place.part), cell=place.cell, use=use, score=table.score, support=table.support
    )
    if table.turned:
        yield "  " + say("inspection.turned", lang)
    if table.week:
        yield "  " + say("inspection.week", lang, typed=escape(table.week))
    for column in table.columns:
        role = say(f"inspection.role-{column.role}", lang) if column.role else say("inspection.role-none", lang)
        name = f" {column.id}" if column.id else ""
        yield f"  {column.location.cell or '':>6}  {escape(column.heading) or '…'}  →  {role}{name}"
    for row in table.rows:
        yield f"  {row.location.cell or '':>6}  {say(f'inspection.row-{row.kind}', lang)}: {escape(row.label) or '…'}"


def _cells(seen: Inspection, lang: str) -> Iterator[str]:
    counts = Counter(c.fate for c in seen.cells)
    yield ""
    yield say("inspection.cells", lang, used=counts["used"], aside=counts["set-aside"], refused=counts["refused"])
    for cell in seen.cells:
        if cell.fate != "used" and cell.reason not in _COUNTED:
            fate = say("inspection.fate-refused" if cell.fate == "refused" else "inspection.fate-aside", lang)
            where = f"{cell.location.part}!{cell.location.cell}" if cell.location.part else cell.location.cell or ""
            yield f"  {fate} {escape(where)}: “{cell.typed}” ({_reason(cell, lang)})"


def _reason(cell: SeenCell, lang: str) -> str:
    """Why a cell is no figure: the rule that refuses it, or what its row, its column or its table was taken for."""
    if cell.fate == "refused":
        return f"{say(f'titles.{cell.reason}', lang)}, {cell.reason}"
    why = cell.reason
    names = (f"inspection.row-{why}", f"inspection.role-{why}", f"inspection.use-{why}", f"inspection.aside-{why}")
    name = next((n for n in names if n.partition(".")[2] in area("inspection")), None)
    return say(name, lang) if name else why
