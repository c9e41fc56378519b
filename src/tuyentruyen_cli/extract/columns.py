"""What one column of a table is for, by its heading and by the columns beside it."""

from collections import Counter
from collections.abc import Container, Iterable
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.lexicon import Lexicon, Meaning, Role, key
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import MeasureKind, ReportSchema
from tuyentruyen_cli.vi.numbers import states_rate

_COUNTED = frozenset({Role.TOTAL, Role.MEASURE})
_SET_ASIDE = (Role.CUMULATIVE, Role.PLAN, Role.PREVIOUS)


# Hours, minutes and seconds in columns of their own under one heading.
_LENGTHS = {"gio": 3600, "tieng": 3600, "phut": 60, "giay": 1}


class Column(Struct, frozen=True):
    """One column of a table: its role, the id that goes with it, and its heading's texts from top to bottom.

    ``categories`` are what the heading splits the measure by (topics over the measures). ``rivals`` are the measures that a
    heading could mean when it could mean two. A total over categories has role TOTAL and the measure's id.
    """

    index: int
    role: Role | None
    id: str
    path: tuple[str, ...]
    location: Location
    categories: tuple[tuple[str, str], ...] = ()
    rivals: tuple[str, ...] = ()

    @property
    def is_rate(self) -> bool:
        """Whether the heading states a rate instead of the week's total."""
        return any(map(states_rate, self.path))

    @property
    def heading(self) -> str:
        """The heading as one text."""
        return " / ".join(self.path)


def column_of(lexicon: Lexicon, index: int, path: tuple[str, ...], location: Location, *, measured: bool = False) -> Column:
    """The column under these texts. ``measured``: the lowest of them only says what its figures are measured in."""
    meanings = [m for m in map(lexicon.meaning, path[:-1] if measured else path) if m]
    categories = tuple((m.id, m.category) for m in meanings if m.role is Role.CATEGORY)
    qualifier = next((m.qualifier or m.role for m in meanings if (m.qualifier or m.role) in _SET_ASIDE), None)
    measures = list(dict.fromkeys(m.id for m in meanings if m.role is Role.MEASURE))
    detail = len(path) > 1 and lexicon.meaning(path[-1]) is None and f"{key(path[-1])} ".startswith(words.DETAIL_START)
    if not path or not meanings or detail:
        return Column(index, None, "", path, location)
    if qualifier:
        return Column(index, qualifier, measures[-1] if measures else "", path, location, categories)
    if not measures:
        return _other_column(index, meanings, path, location)
    if len(measures) > 1 and not _refines(lexicon, measures):
        return Column(index, None, "", path, location, rivals=tuple(measures))
    role = Role.TOTAL if any(m.role is Role.TOTAL for m in meanings) else Role.MEASURE
    return Column(index, role, measures[-1], path, location, categories)


def _other_column(index: int, meanings: list[Meaning], path: tuple[str, ...], location: Location) -> Column:
    lowest = meanings[-1]
    categories = tuple((m.id, m.category) for m in meanings if m.role is Role.CATEGORY)
    return Column(index, lowest.role, lowest.id, path, location, categories)


def _refines(lexicon: Lexicon, measures: list[str]) -> bool:
    """Whether each lower heading is a part of the one above it (Số tin, bài over Tin)."""
    return all(lexicon.schema.measure(low).split_of == high for high, low in pairwise(measures))


def under_groups(columns: tuple[Column, ...], empty: Container[int]) -> tuple[Column, ...]:
    """The columns of a table on its side, those after a line without figures (I. Phát thanh, II. Tuần trước) as headed by it.

    A line that names no category (III. Tổng cộng) ends that; ``Trong đó`` does not.
    """
    result = []
    group: Column | None = None
    stated = {c.id for c in columns if c.index not in empty}
    for column in columns:
        if column.role is Role.MEASURE and column.index in empty and column.id in stated:
            column = replace(column, role=None, id="")  # noqa: PLW2901 - I. Tin, bài, over Số tin, bài
        aside = column.role in _SET_ASIDE and not column.id  # Kế hoạch số lượt phát leads nothing
        leads = column.role in {None, Role.CATEGORY, Role.TOTAL} or aside
        if leads and column.index in empty and not _says_detail(column):
            group = column
        elif group is not None and column.role in _COUNTED:
            role = group.role if group.role in _SET_ASIDE else column.role
            path, categories = (*group.path, *column.path), column.categories or group.categories
            column = replace(column, role=role, path=path, categories=categories)  # noqa: PLW2901
        result.append(column)
    return tuple(result)


def _says_detail(column: Column) -> bool:
    return bool(column.path) and f"{key(column.path[-1])} ".startswith(words.DETAIL_START)


def settle_totals(lexicon: Lexicon, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns with the totals over categories told from the measures: those beside which others split the same measure.

    A ``Tổng`` that nothing splits is the measure itself; a measure that others split (Số tin, bài before Trong đó) is a total.
    """
    categorised = any(c.categories for c in columns)
    settled = []
    for c in columns:
        if c.id and c.role in _COUNTED:
            role = Role.TOTAL if categorised and splits_of(lexicon.schema, columns, c) else Role.MEASURE
            settled.append(c if c.role is role else replace(c, role=role))
        else:
            settled.append(c)
    return tuple(settled)


def splits_of(schema: ReportSchema, columns: Iterable[Column], whole: Column) -> list[Column]:
    """The columns that split what a column states by more categories: of the same measure, else of its parts."""
    finer = [c for c in columns if c.role is Role.MEASURE and set(whole.categories) < set(c.categories)]
    own = [c for c in finer if c.id == whole.id]
    return own or [c for c in finer if c.id and schema.measure(c.id).split_of == whole.id]


def without_twins(lexicon: Lexicon, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns without those that are not read beside another of their measure.

    A rate (Lượt phát/ngày) beside the total; two of one optional measure (Lượt truy cập, Lượt xem), neither of them the figure
    that was asked for.
    """
    totals = {(c.id, c.categories) for c in columns if c.role is Role.MEASURE and not c.is_rate}
    columns = tuple(
        Column(c.index, None, "", c.path, c.location)
        if c.role is Role.MEASURE and c.is_rate and (c.id, c.categories) in totals
        else c
        for c in columns
    )
    parts = {m.split_of for m in lexicon.schema.measures} | {m.id for m in lexicon.schema.measures if m.split_of or m.required}
    keys = Counter((c.id, c.categories) for c in columns if c.role is Role.MEASURE and c.id not in parts)
    return tuple(
        Column(c.index, None, "", c.path, c.location) if c.role is Role.MEASURE and keys[c.id, c.categories] > 1 else c
        for c in columns
    )


def with_parts(lexicon: Lexicon, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns with those told that state smaller parts of the length before them: Phút beside Giờ, under one Thời lượng."""
    result = list(columns[:1])
    for before, column in pairwise(columns):
        part = column.role is Role.MEASURE and lexicon.schema.measure(column.id).kind is MeasureKind.DURATION
        alike = (before.id, before.path[:-1], before.categories) == (column.id, column.path[:-1], column.categories)
        part = part and alike and len(column.path) > 1 and 0 < seconds_of(column) < seconds_of(before)
        result.append(replace(column, role=Role.PART) if part else column)
    return tuple(result)


def seconds_of(column: Column) -> int:
    """The seconds that the lowest heading alone names (Giờ, Phút, Giây), else 0."""
    return _LENGTHS.get(key(column.path[-1]), 0) if column.path else 0
