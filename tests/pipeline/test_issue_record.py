"""An issued report comes back from its line of the log as it went in."""

import datetime as dt
import json

from hypothesis import given
from hypothesis import strategies as st

from tuyentruyen_cli.model.comparison import WeekFigures
from tuyentruyen_cli.model.issue import Issue, IssuedCell, Replaced
from tuyentruyen_cli.pipeline.issue_record import of_event, to_event

AT = dt.datetime.fromisoformat("2021-02-17T09:00:00+07:00")
DAY = dt.date(2021, 2, 17)
names = st.text(min_size=1, max_size=8)
units, measures = st.sampled_from(["ban-bo", "ban-hon", "na-tam"]), st.sampled_from(["items", "duration"])
values = st.dictionaries(measures, st.dictionaries(units, st.integers(0, 10**12), min_size=1), max_size=2)
cells = st.builds(IssuedCell, units, measures, names, names, st.sampled_from(["C7", "F9", ""]), st.integers(0, 10**12))


@given(
    values,
    st.none() | st.lists(units, unique=True).map(tuple),
    st.lists(cells, unique_by=lambda c: c[:5], max_size=6),
    st.none() | st.just(Replaced("05/BC-VHTT", DAY)),
)
def test_there_and_back(
    found: dict[str, dict[str, int]], expected: tuple[str, ...] | None, made_of: list[IssuedCell], replaces: Replaced | None
) -> None:
    parts = {("channel", "radio", "items"): 3}
    figures = WeekFigures("2021-W06", expected, found, {"items": frozenset({"ban-bo"})}, "06/BC-VHTT", parts)
    totals = (("items", 7), ("duration", None))
    issue = Issue(
        "2021-W06", "06", "BC-VHTT", DAY, AT, "reports/a.docx", "aa", 4, "bb", figures, totals, tuple(made_of), replaces
    )
    again = of_event(AT, json.loads(json.dumps(to_event(issue))))
    assert again.figures == figures
    assert set(again.cells) == set(made_of)
    assert (again.totals, again.replaces, again.name) == (totals, replaces, "06/BC-VHTT")
