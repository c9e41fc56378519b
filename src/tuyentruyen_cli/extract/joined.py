"""Lengths of time of which hours, minutes and seconds stand in columns of their own, made one figure each."""

from collections.abc import Sequence

from msgspec.structs import replace

from tuyentruyen_cli.extract.columns import Column, seconds_of
from tuyentruyen_cli.extract.figures import Figures, states
from tuyentruyen_cli.extract.lexicon import Role
from tuyentruyen_cli.extract.row_kind import RowKind
from tuyentruyen_cli.extract.rows import Row
from tuyentruyen_cli.extract.values import Read, cell_finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.value import Value, ValueState


def join_parts(figures: Figures) -> dict[Location, int]:
    """Put what Giờ and Phút state together into the first of them, in every row with figures.

    Returns the seconds that each refused one has at least, by where it is: a person who settles it settles all of it.
    """
    least: dict[Location, int] = {}
    for first in figures.table.header.measures:
        parts = [c for c in figures.table.header.by_role(Role.PART) if c.id == first.id and c.path[:-1] == first.path[:-1]]
        for row in figures.rows if parts else ():
            columns, in_row = (first, *parts), figures.reads.get(row.row, {})
            reads = [in_row.pop(c.index, None) for c in columns]
            if any(map(states, reads)):
                joined = in_row[first.index] = _joined(figures, row, columns, reads)
                if joined.value.value is None:
                    least[joined.value.source] = max(read.value.value or 0 for read in reads if read)
    return least


def _joined(figures: Figures, row: Row, columns: Sequence[Column], reads: Sequence[Read | None]) -> Read:
    measure = figures.schema.measure(columns[0].id)
    places = [figures.grid.locate(row.row, c.index) for c in columns]
    raw = " | ".join(read.value.raw if read else "" for read in reads)
    values = [read.value if read and states(read) else None for read in reads]
    rule, reason = _refused_by(row, columns, values)
    if rule:
        refused = Value(None, raw, places[0], ValueState.REFUSED, rule, tuple(places[1:]))
        finding = cell_finding(rule, places[0], measure, raw)
        return Read(refused, findings=(replace(finding, arguments=(*finding.arguments, ("reason", reason))),))
    stated = [v for v in values if v is not None]
    state = ValueState.APPROXIMATE if any(v.state is ValueState.APPROXIMATE for v in stated) else ValueState.STATED
    total = sum(v.value or 0 for v in stated)
    findings = tuple(f for read in reads if read for f in read.findings)
    return Read(Value(total, raw, places[0], state, others=tuple(places[1:])), findings=findings)


def _refused_by(row: Row, columns: Sequence[Column], values: Sequence[Value | None]) -> tuple[str, str | None]:
    """The rule that refuses a length in parts, with its reason. A blank part is no zero, and 1 hour beside 90 minutes may be
    one length said twice.
    """
    if any(v is None for v in values):
        return "ambiguous-duration", "blank-part"
    rule = next((v.rule for v in values if v and v.value is None), "")
    if rule or row.kind is RowKind.TOTAL:
        return rule, None
    known = [v.value or 0 for v in values if v]
    larger = zip(columns, known, known[1:], strict=False)
    twice = any(value and (value % seconds_of(c) or after >= seconds_of(c)) for c, value, after in larger)
    return ("ambiguous-duration", "twice") if twice else ("", None)
