"""Which channel, topic and origin a row is about."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TypeAlias

from msgspec import Struct

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.columns import Column
from tuyentruyen_cli.extract.figures import Figures
from tuyentruyen_cli.extract.lexicon import REMEMBERED, Lexicon, Role, all_words, contains, key
from tuyentruyen_cli.extract.row_kind import RowKind
from tuyentruyen_cli.extract.rows import Row
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.schema import UNKNOWN, UNSPLIT, Dimension
from tuyentruyen_cli.model.submission import OWN, RELAYED

CHANNEL = "channel"
TOPIC = "topic"
ORIGIN = "origin"


Categories: TypeAlias = tuple[tuple[str, str], ...]
"""Dimension ids (and ``origin``) with their categories."""

Unmatched: TypeAlias = tuple[Dimension, Column, str]
"""A label of a column that names no category of the dimension that it is meant for."""


class Labels(Struct, frozen=True, dict=True):
    """Resolves the rows of one table. ``sheet_channel`` is what the sheet's name gives, and wins over row labels."""

    figures: Figures
    lexicon: Lexicon
    sheet_channel: str | None = None

    def dimensions(self, row: Row) -> tuple[Categories, list[Finding]]:
        """The category of a row in each dimension of the schema, its origin, and findings about labels that name none."""
        labels = self._labels(row)
        # Of the rows of a long table most are labelled like others.
        said = row.group, *[(column.index, label) for column, label in labels], *[text for _, text in row.labels]
        known = self._known.get(said)
        if known is None:
            known = self._known[said] = self._categories(row, labels)
        categories, unmatched = known
        return categories, [self._unknown(row, *one) for one in unmatched]

    @cached_property
    def _known(self) -> dict[object, tuple[Categories, list[Unmatched]]]:
        return {}

    def _categories(self, row: Row, labels: Iterable[tuple[Column, str]]) -> tuple[Categories, list[Unmatched]]:
        """The categories of a row, and the labels that name none of the dimension that they are meant for."""
        found: dict[str, str] = {}
        unmatched: list[Unmatched] = []
        of_groups = {} if row.group is None else self._from_groups(row)
        for column, label in labels:
            self._place(column, label, found, unmatched, of_groups)
        found = of_groups | found
        if self.sheet_channel:
            found[CHANNEL] = self.sheet_channel
        nameless: dict[str, Unmatched] = {}
        for one in unmatched:
            if one[0].id not in found:
                nameless.setdefault(one[0].id, one)
        found |= dict.fromkeys(nameless, UNKNOWN)
        for dimension in self.lexicon.schema.dimensions:
            found.setdefault(dimension.id, UNSPLIT)
        found[ORIGIN] = self._origin(row)
        return tuple(found.items()), list(nameless.values())

    def unit(self, row: Row) -> str:
        """The unit that a row names, empty without a column of units."""
        if not self.figures.table.header.by_role(Role.UNIT):
            return ""
        return next((t for c, t in self._labels(row) if c.role is Role.UNIT), "")

    def _labels(self, row: Row) -> Sequence[tuple[Column, str]]:
        """The labels of a row; a blank outer label (channel beside topic) holds on from the row above."""
        if all(text for _, text in row.labels) or self.figures.table.header.is_log:
            return row.labels
        result = []
        for i, (column, text) in enumerate(row.labels):
            label = text
            if not label and any(t for _, t in row.labels[i + 1 :]):
                label = self._above(row, column)
            result.append((column, label))
        return result

    def _above(self, row: Row, column: Column) -> str:
        rows, texts = self._written.get(column.index, ((), ()))
        above = bisect_left(rows, row.row)
        return texts[above - 1] if above else ""

    @cached_property
    def _written(self) -> dict[int, tuple[list[int], list[str]]]:
        """By column the rows with a label in it, of figures or left blank, from top to bottom, and the labels."""
        result: dict[int, tuple[list[int], list[str]]] = {}
        for row in (r for r in self.figures.rows if r.kind in {RowKind.DATA, RowKind.EMPTY}):
            for column, text in row.labels:
                if text:
                    rows, texts = result.setdefault(column.index, ([], []))
                    rows.append(row.row)
                    texts.append(text)
        return result

    def _place(
        self,
        column: Column,
        label: str,
        found: dict[str, str],
        unmatched: list[Unmatched],
        given: Container[str],
    ) -> None:
        """Put a label under its dimension. One of two (Khác) is of the dimension that the row's groups do not give, then of the
        one that the other labels of its column name.
        """
        if not label or column.role in {Role.UNIT, Role.TITLE} or key(label) in words.ACTUAL:
            return
        own, choices = self._choices(column)
        kin = self._kin.get(column.index) if key(label) in self.lexicon.shared else None
        if given or kin:
            choices = sorted(choices, key=lambda d: (d.id in given, d.id != kin))
        for dimension in choices:
            category = self.lexicon.category(dimension, label)
            if category and dimension.id not in found:
                found[dimension.id] = category.id
                return
        meant = own or self._meant.get(column.index)
        if meant:
            unmatched.append((meant, column, label))

    def _choices(self, column: Column) -> tuple[Dimension | None, list[Dimension]]:
        """The dimension that a column is headed by, and those that its labels may name, that one first."""
        choices = self._of_columns.get(column.index)
        if choices is None:
            own = self.lexicon.schema.dimension(column.id) if column.role is Role.DIMENSION else None
            others = [d for d in self.lexicon.schema.dimensions if d is not own]
            choices = self._of_columns[column.index] = own, [own, *others] if own else others
        return choices

    @cached_property
    def _of_columns(self) -> dict[int, tuple[Dimension | None, list[Dimension]]]:
        return {}

    @cached_property
    def _kin(self) -> dict[int, str]:
        """By column the one dimension that its labels name, those that could be of two apart."""
        result = {}
        for index, texts in self._texts.items():
            named = {d for t in texts if key(t) not in self.lexicon.shared for d in self.lexicon.dimensions_of(t)}
            if len(named) == 1:
                result[index] = next(iter(named))
        return result

    @cached_property
    def _meant(self) -> dict[int, Dimension]:
        """By column the dimension that it is about, also a general one (Nội dung, Chỉ tiêu): one that its labels name."""
        found = ((index, self._named_in(texts)) for index, texts in self._texts.items())
        return {index: dimension for index, dimension in found if dimension}

    def _named_in(self, texts: Iterable[str]) -> Dimension | None:
        named = frozenset().union(*map(self.lexicon.dimensions_of, texts))
        return next((d for d in self.lexicon.schema.dimensions if d.id in named), None)

    @cached_property
    def _texts(self) -> dict[int, set[str]]:
        """The labels in each column, those of total rows and groups too."""
        result: dict[int, set[str]] = {}
        for row in self.figures.rows:
            for column, text in row.labels:
                if text:
                    result.setdefault(column.index, set()).add(text)
        return result

    @cached_property
    def _by_number(self) -> dict[int, Row]:
        return {r.row: r for r in self.figures.rows}

    def _groups(self, row: Row) -> Iterable[Row]:
        group = row.group
        while group is not None:
            yield self._by_number[group]
            group = self._by_number[group].group

    def _from_groups(self, row: Row) -> dict[str, str]:
        found: dict[str, str] = {}
        for group in self._groups(row):
            for dimension in self.lexicon.schema.dimensions:
                category = self.lexicon.category(dimension, group.label)
                if category:
                    found.setdefault(dimension.id, category.id)
        return found

    def _origin(self, row: Row) -> str:
        texts = (*(t for _, t in row.labels), *(g.label for g in self._groups(row)))
        return RELAYED if any(map(_says_relayed, texts)) else OWN

    def _unknown(self, row: Row, dimension: Dimension, column: Column, label: str) -> Finding:
        rule = f"unknown-{dimension.id}" if f"unknown-{dimension.id}" in RULES else "unknown-topic"
        arguments = (("typed", label), ("suggestion", self.lexicon.suggestion(dimension, label)))
        return Finding(rule, RULES[rule], self.figures.grid.locate(row.row, column.index), arguments)


@lru_cache(maxsize=REMEMBERED)
def _says_relayed(label: str) -> bool:
    return any(contains(w, all_words(label)) for w in words.RELAYED)
