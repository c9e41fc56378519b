"""Figures with the weeks beside each other, as people lay them out in a sheet. The only place that knows pandas."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

# Week, unit (None: all units), measure, value and marks: one figure.
Told: TypeAlias = tuple[str, str | None, str, int | None, str | None]


def by_week(figures: Iterable[Told], weeks: Sequence[str]) -> Iterator[tuple[str | int | None, ...]]:
    """One row for each unit and measure, in the order of their first figures: both, then value and marks of each week.

    A week without such a figure, and a figure without a value, are None: never 0.
    Raises ValueError when one figure is told twice.
    """
    import pandas as pd  # noqa: PLC0415 - takes half a second

    names = ["week", "unit", "measure", "value", "marks"]
    frame = pd.DataFrame(list(figures), columns=names).astype({"value": "Int64", "marks": "string"})
    # Of a key that is missing pandas would make NaN, which sorts and joins by rules of its own.
    frame["unit"] = frame["unit"].where(frame["unit"].notna(), "")
    rows = pd.MultiIndex.from_frame(frame[["unit", "measure"]].drop_duplicates())
    columns = pd.MultiIndex.from_product([weeks, ["value", "marks"]])
    turned = frame.pivot(index=["unit", "measure"], columns="week")  # noqa: PD010 - pivot_table would add up and leave out
    turned = turned.swaplevel(axis=1).reindex(index=rows, columns=columns)
    for (unit, measure), fields in zip(rows, turned.astype(object).itertuples(index=False, name=None), strict=True):
        yield unit or None, measure, *(None if pd.isna(field) else field for field in fields)
