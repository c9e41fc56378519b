"""Puts together what ``tuyentruyen inspect`` shows of a file."""

from tuyentruyen_cli.extract.account import account
from tuyentruyen_cli.extract.group import Traced
from tuyentruyen_cli.extract.submission import Extraction
from tuyentruyen_cli.extract.values import typed
from tuyentruyen_cli.model.inspection import Inspection, SeenCell, SeenColumn, SeenRow, SeenTable
from tuyentruyen_cli.model.sheet import Reading


def inspect(reading: Reading, extraction: Extraction) -> Inspection:
    """Everything that was seen in a file: evidence, tables with their columns and rows, and the end of every cell."""
    evidence = dict.fromkeys(
        (e.location, e.text, tuple(sorted(e.match.exact | e.match.near)))
        for t in extraction.tables
        for e in t.identity.evidence
    )
    cells = tuple(SeenCell(e.location, typed(e.cell), e.fate.value, e.reason) for e in account(reading, extraction))
    return Inspection(reading.file, reading.content, tuple(evidence), tuple(map(_table, extraction.tables)), cells)


def _table(traced: Traced) -> SeenTable:
    table = traced.figures.table
    columns = tuple(
        SeenColumn(
            c.location, c.heading, "unclear" if c.rivals else c.role.value if c.role else "", c.id or ", ".join(c.rivals)
        )
        for c in table.header.columns
    )
    first = table.header.columns[0].index
    rows = tuple(SeenRow(table.grid.locate(r.row, first), r.label, r.kind.value) for r in traced.figures.rows)
    week = traced.identity.week
    return SeenTable(
        table.location,
        traced.use.value,
        table.grid.turned,
        table.header.score,
        table.support,
        columns,
        rows,
        week.text if week else "",
    )
