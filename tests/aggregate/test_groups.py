"""Few facts are grouped as many are, to the same figures."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.aggregate.groups import by_pandas, one_by_one
from tuyentruyen_cli.aggregate.units import Fact
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.submission import Record
from tuyentruyen_cli.model.value import Value

PLACE = Location("a.xlsx", "Sheet1", 1, 1)


def fact(measure: str, number: int) -> Fact:
    """A value of that measure."""
    return Fact("ban-bo", measure, number, Record(PLACE, (), ()), Value(number, str(number), (PLACE,)))


STATED = st.tuples(
    st.sampled_from(["radio", "mobile", "unsplit"]), st.sampled_from(["items", "duration"]), st.integers(0, 10**12)
)


@settings(deadline=None)  # the first loads pandas
@given(st.lists(STATED, max_size=30))
def test_with_pandas_and_without_it_the_groups_are_the_same(stated: list[tuple[str, str, int]]) -> None:
    categories, facts = [c for c, _, _ in stated], [fact(m, n) for _, m, n in stated]
    plainly = one_by_one(categories, facts)
    assert by_pandas(categories, facts) == plainly
    assert list(by_pandas(categories, facts)) == list(plainly)
    assert {key: total for key, (total, _) in plainly.items()} == {
        (c, m): sum(n for category, measure, n in stated if (category, measure) == (c, m)) for c, m, _ in stated
    }
