"""The weeks beside each other: what was told comes back, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.aggregate.by_week import Told, by_week

WEEKS = ("2021-W05", "2021-W06", "2021-W07")
KEYS = st.tuples(st.sampled_from(WEEKS), st.none() | st.sampled_from(["ban-bo", "nà tăm"]), st.sampled_from(["items", "views"]))
VALUES = st.tuples(st.none() | st.integers(0, 10**15), st.none() | st.sampled_from(["approximate", "decided partial"]))


@settings(deadline=None)  # the first loads pandas
@given(st.dictionaries(KEYS, VALUES))
def test_every_figure_comes_back_once(told: dict[tuple[str, str | None, str], tuple[int | None, str | None]]) -> None:
    figures: list[Told] = [(*key, *value) for key, value in told.items()]
    turned = list(by_week(figures, WEEKS))
    assert [(unit, measure) for unit, measure, *_ in turned] == list(dict.fromkeys((u, m) for _, u, m in told))
    for unit, measure, *fields in turned:
        for place, week in enumerate(WEEKS):
            found = told.get((week, unit, measure), (None, None))  # type: ignore[arg-type]
            assert tuple(fields[2 * place : 2 * place + 2]) == found
            assert [type(f) for f in fields[2 * place : 2 * place + 2]] == [type(f) for f in found]


def test_a_figure_that_is_told_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="duplicate"):
        list(by_week([("2021-W05", "ban-bo", "items", 1, None), ("2021-W05", "ban-bo", "items", 2, None)], WEEKS))
