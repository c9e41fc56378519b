"""Rows to records: values with their channel and topic, parts that add up to their whole, and what was left blank."""

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.figures import Figures, states
from tuyentruyen_cli.extract.grid import is_blank
from tuyentruyen_cli.extract.labels import CHANNEL, TOPIC, Labels
from tuyentruyen_cli.extract.lexicon import Role, key
from tuyentruyen_cli.extract.rows import Row
from tuyentruyen_cli.extract.values import Read, cell_finding
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.schema import UNSPLIT, Measure, ReportSchema
from tuyentruyen_cli.model.submission import Record, Refusal
from tuyentruyen_cli.model.value import Value, ValueState

Values: TypeAlias = dict[str, Value]
# Where a figure stands that is merged over several rows: it is of all of them together.
_TOGETHER = ((CHANNEL, UNSPLIT), (TOPIC, UNSPLIT))
_NOT_STATED = ValueState.NOT_STATED


class RowRecord(Struct, frozen=True):
    """A record with the row it comes from, and the unit that the row names (empty without a unit column)."""

    record: Record
    row: Row
    unit: str


def build_records(labels: Labels) -> tuple[list[RowRecord], list[Finding]]:
    """The records of a table and the findings about its labels and blanks."""
    figures = labels.figures
    header, splits = figures.table.header, figures.schema.splits
    required = [c for c in header.measures if figures.schema.measure(c.id).required]
    needed = {c.id for c in required}
    result: list[RowRecord] = []
    findings: list[Finding] = []
    for row in figures.data_rows:
        rows_values = _by_categories(figures, row)
        item = _is_item(figures, row)
        if item:
            # Of a row split by its headings the item is in none of the categories.
            where = next(iter(rows_values)) if len(rows_values) == 1 and _TOGETHER not in rows_values else ()
            rows_values.setdefault(where, {}).update(_item(figures, labels, row))
            findings += _shared_title(figures, rows_values[where])
        stated = frozenset([m for values in rows_values.values() for m, v in values.items() if v.state is not _NOT_STATED])
        if not stated and not item:
            continue
        dimensions, unknown = labels.dimensions(row)
        findings += unknown
        location = figures.grid.locate(row.row, header.columns[0].index)
        unit = labels.unit(row)
        for extra, values in rows_values.items():
            complete = _complete(splits, values, stated if extra == _TOGETHER else _merged_wholes(figures, row))
            categories = tuple({**dict(dimensions), **dict(extra)}.items()) if extra else dimensions
            result.append(RowRecord(Record(location, categories, tuple(complete), tuple(complete.values())), row, unit))
        if not needed <= stated:
            findings += _blanks(figures, row, [c for c in required if c.id not in stated])
    findings += _blank_parts(figures, [r.row for r in result])
    may_state_parts = figures.compound or header.is_log
    return _whole_splits(figures.schema, result) if may_state_parts else result, findings


def _states(value: Value) -> bool:
    return value.state is not _NOT_STATED


def _by_categories(figures: Figures, row: Row) -> dict[tuple[tuple[str, str], ...], Values]:
    """The values of a row, by the categories that its headings split the measures into."""
    result: dict[tuple[tuple[str, str], ...], Values] = {}
    merged, reads = figures.table.merged, figures.reads[row.row]
    for column in figures.table.header.measures:
        read = reads.get(column.index) or _blank(figures, row, column)
        if read is None:
            continue
        where = column.categories or (_shared_over_rows(figures, row, column) if merged else ())
        values = result.get(where)
        if values is None:
            values = result[where] = {}
        value = read.value
        if value.state is not _NOT_STATED or not _states(values.get(column.id, value)):
            values[column.id] = value
        if read.parts:
            values |= _parts(figures, row, column, read)
    return result or ({(): {}} if figures.table.header.is_log else {})


def _parts(figures: Figures, row: Row, column: Column, read: Read) -> Values:
    """The parts that a text states. Where a part has a column of its own that says anything, that is what counts."""
    over = figures.rows_under(row, column)
    own = {c.id for c in figures.table.header.measures if any(states(figures.read(r.row, c.index)) for r in over)}
    return {part: value for part, value in read.parts if part not in own}


def _blank(figures: Figures, row: Row, column: Column) -> Read | None:
    """The blank that a cell is which the file does not hold; None where a merge covers the place."""
    merge = figures.grid.merge(row.row, column.index)
    if merge is not None and merge.top < row.row:
        return None
    return Read(Value(None, "", figures.grid.locate(row.row, column.index), ValueState.NOT_STATED))


def _shared_over_rows(figures: Figures, row: Row, column: Column) -> tuple[tuple[str, str], ...]:
    """A figure merged over several rows belongs to all of them together: it is in the total, and split by none."""
    merge = figures.grid.merge(row.row, column.index)
    if merge is None or sum(merge.top <= r.row <= merge.bottom for r in figures.data_rows) < 2:  # noqa: PLR2004
        return ()
    return _TOGETHER


def _is_item(figures: Figures, row: Row) -> bool:
    return figures.table.header.is_log and any(t for c, t in row.labels if c.role is Role.TITLE)


def _shared_title(figures: Figures, values: Values) -> list[Finding]:
    """What is said of an item whose title is merged with the one above."""
    refused = {m: v for m, v in values.items() if v.rule == "row-unclear"}
    titles = tuple(figures.schema.measure(m).title for m in refused)
    return [
        Finding("row-unclear", RULES["row-unclear"], v.source, (("measures", titles), ("typed", v.raw)))
        for v in list(refused.values())[:1]
    ]


def _merged_wholes(figures: Figures, row: Row) -> frozenset[str]:
    """The measures that a cell states which is merged over several rows, this one among them."""
    if not figures.table.merged:
        return frozenset()
    merges = ((c.id, figures.grid.merge(row.row, c.index)) for c in figures.table.header.measures)
    return frozenset(i for i, m in merges if m and m.top < m.bottom and not is_blank(figures.grid.at(m.top, m.left)))


def _complete(splits: Iterable[tuple[str, tuple[Measure, ...]]], values: Values, elsewhere: frozenset[str]) -> Values:
    """The values with what follows from them: the whole of stated parts is their sum, where it is not stated ``elsewhere``."""
    complete = dict(values)
    for whole, of_whole in splits:
        if whole in elsewhere or (whole in complete and _states(complete[whole])):
            continue
        parts = [complete[p.id] for p in of_whole if p.id in complete]
        stated = [value for value in parts if _states(value)]
        if stated:
            complete[whole] = _sum(stated)
        elif parts:  # a column of its own for the whole, blank here, says so itself
            complete.setdefault(whole, parts[0])
    return complete


def _sum(parts: list[Value]) -> Value:
    first, *others = dict.fromkeys(s for p in parts for s in p.sources)
    raw = " + ".join(p.raw for p in parts)
    refused = next((p for p in parts if p.value is None), None)
    if refused is not None:
        return Value(None, raw, first, ValueState.REFUSED, refused.rule, tuple(others))
    state = ValueState.APPROXIMATE if any(p.state is ValueState.APPROXIMATE for p in parts) else ValueState.STATED
    return Value(sum(p.value or 0 for p in parts), raw, first, state, others=tuple(others))


def with_those_made_of(refusals: Iterable[Refusal], records: Iterable[RowRecord], schema: ReportSchema) -> tuple[Refusal, ...]:
    """The refusals, with those of wholes that were made of a refused part, and of parts read out of a refused whole's cells.

    A whole that was made of its parts also lacks one that is refused and blank in every row: only its total is stated.
    """
    refusals = tuple(refusals)
    if not refusals:
        return ()
    made: set[tuple[str, str]] = set()
    for values in (dict(r.record.values) for r in records):
        for part in schema.measures:
            if part.split_of and part.id in values and part.split_of in values:
                cells, of_whole = set(values[part.id].sources), set(values[part.split_of].sources)
                made |= {(p.id, part.split_of) for p in schema.parts_of(part.split_of)} if cells <= of_whole else set()
                made |= {(part.split_of, part.id)} if part.id in _compound(values, part.split_of, schema) else set()
    more = [replace(r, measure=other) for r in refusals for one, other in sorted(made) if r.measure == one]
    return tuple(dict.fromkeys((*refusals, *more)))


def _item(figures: Figures, labels: Labels, row: Row) -> Values:
    """One item, and its genre where the log's genres are all known."""
    schema = figures.schema
    title = next(c for c, t in row.labels if c.role is Role.TITLE and t)
    location = figures.grid.locate(row.row, title.index)
    one = Value(1, figures.grid.text(row.row, title.index), location)
    whole = next((m.split_of for m in schema.measures if m.split_of), None)
    merge = figures.grid.merge(row.row, title.index)
    if whole and merge is not None and merge.top < row.row:
        # One title over several rows: one item, or one for each row.
        refused = Value(None, one.raw, location, ValueState.REFUSED, "row-unclear")
        return {whole: refused, **{part.id: refused for part in schema.parts_of(whole)}}
    values: Values = {whole: one} if whole else {}
    genre = next(iter(figures.table.header.by_role(Role.GENRE)), None)
    if genre is None or whole is None:
        return values
    genres = labels.lexicon.genres
    if all(key(figures.grid.text(r.row, genre.index)) in genres for r in figures.data_rows):
        place = figures.grid.locate(row.row, genre.index)
        text = figures.grid.text(row.row, genre.index)
        for part in schema.parts_of(whole):
            values[part.id] = Value(int(genres[key(text)] == part.id), text, place)
    return values


def _blanks(figures: Figures, row: Row, unstated: Iterable[Column]) -> list[Finding]:
    """A blank of a required measure in a row that states another one, or is an item."""
    findings = []
    for column in unstated:
        merge = figures.grid.merge(row.row, column.index)
        if merge is None or merge.top >= row.row:
            location = figures.grid.locate(row.row, column.index)
            findings.append(cell_finding("not-stated", location, figures.schema.measure(column.id), ""))
    return findings


def _blank_parts(figures: Figures, rows: Iterable[Row]) -> list[Finding]:
    """Blanks of the parts that alone make a required whole (Tin and Bài, where no column is for both).

    A row that leaves all of them blank does not state the whole. Beside a part that it states a blank one is only mentioned:
    the whole is what the stated ones add up to. Of a part that no row states one is said.
    """
    schema, rows = figures.schema, list({r.row: r for r in rows}.values())
    findings = []
    for whole in dict.fromkeys(m.split_of for m in schema.measures if m.split_of and schema.measure(m.split_of).required):
        parts = [c for c in figures.table.header.measures if schema.measure(c.id).split_of == whole]
        alone = [c for c in parts if (whole, c.categories) not in {(f.id, f.categories) for f in figures.table.header.figures}]
        stating = {(r.row, c.index) for r in rows for c in alone if states(figures.read(r.row, c.index))}
        without = {r.row for r in rows} - {row for row, _ in stating}
        for column in alone if not {c.id for c in alone} & figures.refused else ():
            blank = [r for r in rows if (r.row, column.index) not in stating]
            said = [(r.row in without, f) for r in blank for f in _blanks(figures, r, [column])]
            if len(blank) == len(rows) > 1:
                whole_column = (replace(f, arguments=(*f.arguments, ("reason", "column"))) for _, f in said[:1])
                said = [(not stating, f) for f in whole_column]
            findings += [f if lacking else replace(f, severity=Severity.NOTE) for lacking, f in said]
    return findings


def _whole_splits(schema: ReportSchema, records: list[RowRecord]) -> list[RowRecord]:
    """Parts that the cells of a whole state (``12 tin, 5 bài``), as far as all of its cells do."""
    for whole in dict.fromkeys(m.split_of for m in schema.measures if m.split_of):
        parts = {p.id for p in schema.parts_of(whole)}
        named = {p for r in records for p in _compound(dict(r.record.values), whole, schema)}
        if named:
            records = _without_incomplete(_with_refused(records, whole, named), whole, parts)
    return records


def _compound(values: Values, whole: str, schema: ReportSchema) -> set[str]:
    """The parts that a whole's own cell states, two at least; a whole that was made of one part has that part's cell too."""
    cell = values[whole].sources if whole in values else None
    parts = {p.id for p in schema.parts_of(whole) if p.id in values and values[p.id].sources == cell}
    return parts if len(parts) > 1 else set()


def _with_refused(records: list[RowRecord], whole: str, parts: set[str]) -> list[RowRecord]:
    """A cell that is refused may have stated the parts too: with it they are refused."""
    result = []
    for r in records:
        refused = next((v for m, v in r.record.values if m == whole and v.state is ValueState.REFUSED), None)
        if refused is not None and parts.isdisjoint(r.record.measures):
            more = tuple((part, refused) for part in sorted(parts))
            result.append(replace(r, record=r.record.having((*r.record.values, *more))))
        else:
            result.append(r)
    return result


def _without_incomplete(records: list[RowRecord], whole: str, parts: set[str]) -> list[RowRecord]:
    """Where only some rows state the parts (``12 tin, 5 bài`` beside ``4``) their sum would be a total of less than all."""
    stating = [r for r in records if any(m == whole and v.value for m, v in r.record.values)]
    lacking = [r for r in stating if parts.isdisjoint(r.record.measures)]
    if not lacking or len(lacking) == len(stating):
        return records
    kept = (tuple((m, v) for m, v in r.record.values if m not in parts) for r in records)
    return [replace(r, record=r.record.having(values)) for r, values in zip(records, kept, strict=True)]
