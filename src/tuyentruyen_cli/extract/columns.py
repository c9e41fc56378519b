"""What one column of a table is for, by its heading and by the columns beside it."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from tuyentruyen_cli.extract.lexicon import Lexicon, Meaning, Role
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.vi.numbers import states_rate

_SET_ASIDE = (Role.CUMULATIVE, Role.PLAN, Role.PREVIOUS)


@dataclass(frozen=True, slots=True)
class Column:
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
    if not path or not meanings:
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


def settle_totals(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A ``Tổng`` under a measure is that measure itself unless its neighbours split the measure by categories."""
    split = {c.id for c in columns if c.role is Role.MEASURE and c.categories}
    return tuple(
        Column(c.index, Role.MEASURE, c.id, c.path, c.location, c.categories, c.rivals)
        if c.role is Role.TOTAL and c.id and c.id not in split
        else c
        for c in columns
    )


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
