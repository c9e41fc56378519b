"""Facts by category and measure: their sums and which they are. pandas does it where there is much to do.

Loading pandas takes half a second and 70 MiB. It groups twice as fast as a loop, which takes as long for
two million facts: three times the week of ten thousand units.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

from tuyentruyen_cli.aggregate.units import Fact

MANY = 2_000_000
# Category and measure → the sum, and the places of its facts in the order given.
Groups: TypeAlias = dict[tuple[str, str], tuple[int, list[int]]]


def grouped(categories: Sequence[str], facts: Sequence[Fact]) -> Groups:
    """The groups of facts; ``categories`` holds that of each."""
    return by_pandas(categories, facts) if len(facts) >= MANY else one_by_one(categories, facts)


def one_by_one(categories: Sequence[str], facts: Sequence[Fact]) -> Groups:
    """The groups, without loading anything."""
    members: dict[tuple[str, str], list[int]] = {}
    for place, (category, fact) in enumerate(zip(categories, facts, strict=True)):
        members.setdefault((category, fact.measure), []).append(place)
    return {key: (sum(facts[i].value for i in group), group) for key, group in members.items()}


def by_pandas(categories: Sequence[str], facts: Sequence[Fact]) -> Groups:
    """The same groups."""
    import pandas as pd  # noqa: PLC0415 - only for many facts

    frame = pd.DataFrame(
        {
            "category": categories,
            "measure": [f.measure for f in facts],
            "value": pd.array([f.value for f in facts], dtype="Int64"),
        }
    )
    by_key = frame.groupby(["category", "measure"], dropna=False, sort=False)
    sums: Any = by_key["value"].sum(min_count=1)
    members: Any = by_key.indices
    return {key: (int(value), members[key].tolist()) for key, value in sums.items()}
