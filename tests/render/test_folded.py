"""Many findings, few messages: what has one cause is said once, and nothing is lost."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuyentruyen_cli.model.finding import Argument, Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.render.folded import Message, fold, folded_under

COLUMNS = "ABCDEFGHIJ"


def found(rule: str, cell: str = "", measure: str | None = None, file: str = "a.xlsx", **said: Argument) -> Finding:
    row, column = (int(cell[1:]), COLUMNS.index(cell[0]) + 1) if cell else (None, None)
    return Finding(rule, RULES[rule], Location(file, "S", row, column), tuple(said.items()), "ban-bo", measure)


def drawn(messages: Sequence[Message]) -> list[str]:
    """``rule cell + same cells > what follows``."""
    lines = []
    for m in messages:
        same = f" + {' '.join(f.location.cell or '' for f in m.same)}" if m.same else ""
        follows = f" > {' '.join(f'{f.rule} {f.location.cell}' for f in m.follows)}" if m.follows else ""
        lines.append(f"{m.cause.rule} {m.cause.location.cell or m.cause.location.file}{same}{follows}")
    return lines


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        pytest.param(
            [
                found("rate-not-total", "E1", "broadcasts", reason="heading"),
                found("rate-not-total", "E2", "broadcasts"),
                found("range", "E3", "broadcasts"),
                found("range", "F3", "listeners"),
            ],
            ["rate-not-total E1 > rate-not-total E2 range E3", "range F3"],
            id="a heading and the cells under it",
        ),
        pytest.param(
            [
                found("basis-unclear", "G1", "broadcasts", reason="twice"),
                found("range", "G3", "broadcasts"),
                found("range", "E3", "broadcasts"),
            ],
            ["basis-unclear G1 > range G3", "range E3"],
            id="the first of two columns still has its own faults",
        ),
        pytest.param(
            [found("measure-assumed", f"D{row}", "duration", typed=str(row)) for row in (2, 3, 4)],
            ["measure-assumed D2 + D3 D4"],
            id="one heading without minutes",
        ),
        pytest.param(
            [
                found("fraction-in-count", "C2", "items", suggestion="1200"),
                found("fraction-in-count", "F2", "listeners", suggestion="900"),
                found("fraction-in-count", "C2", "items", file="b.xlsx"),
            ],
            ["fraction-in-count C2 + F2", "fraction-in-count C2"],
            id="one fault in two columns, and in another file",
        ),
        pytest.param(
            [
                found("not-stated", "", "broadcasts"),
                found("not-stated", "E2", "broadcasts"),
                found("not-stated", "E3", "broadcasts"),
                found("not-stated", "F3", "listeners"),
            ],
            ["not-stated a.xlsx > not-stated E2 not-stated E3", "not-stated F3"],
            id="a column that nobody filled in",
        ),
        pytest.param(
            [
                found("scale-slip", "F2", "listeners", reason="over-others"),
                found("listeners-over-population", "F2", "listeners"),
                found("listeners-over-population", "F3", "listeners"),
            ],
            ["scale-slip F2 > listeners-over-population F2", "listeners-over-population F3"],
            id="a slip explains what else is unlikely of its cell",
        ),
        pytest.param(
            [
                found("uncached-formula", "C2", "items", typed="=B2"),
                found("uncached-formula", "D2", "duration", typed="=B2"),
                found("total-unchecked", "C5", "items", typed="=SUM(C2:C4)"),
                found("total-unchecked", "E5", "broadcasts", typed="khoảng 9"),
            ],
            ["uncached-formula C2 + D2 > total-unchecked C5", "total-unchecked E5"],
            id="a file that was never calculated",
        ),
        pytest.param(
            [
                found("total-mismatch", "C5", "items", reason="left-out", explains="C4"),
                found("total-mismatch", "D5", "duration", reason="left-out", explains="D4"),
                found("total-mismatch", "E5", "broadcasts", reason="twice", explains="E4"),
                found("total-mismatch", "F5", "listeners", reason="left-out", explains="F3"),
                found("total-mismatch", "G5", "views"),
                found("total-mismatch", "H5", "airtime"),
            ],
            ["total-mismatch C5 + D5", "total-mismatch E5", "total-mismatch F5", "total-mismatch G5", "total-mismatch H5"],
            id="one row that a total forgot is one fault; other gaps are not",
        ),
        pytest.param(
            [
                found("not-a-number", "D2", "duration", kind="duration"),
                found("not-a-number", "D3", "duration", kind="duration"),
                found("not-a-number", "E2", "broadcasts", kind="count"),
                found("not-a-number", "F2", "listeners", kind="estimate"),
            ],
            ["not-a-number D2 + D3", "not-a-number E2 + F2"],
            id="nobody is told to type a length into a count",
        ),
        pytest.param(
            [
                Finding("unreadable-file", RULES["unreadable-file"], Location("b.xlsx"), unit="ban-bo"),
                Finding(
                    "which-is-final",
                    RULES["which-is-final"],
                    Location("b.xlsx"),
                    (("files", ("a.xlsx", "b.xlsx")), ("reason", "unreadable")),
                    "ban-bo",
                ),
            ],
            ["unreadable-file b.xlsx > which-is-final None"],
            id="a newest version that cannot be read",
        ),
        pytest.param(
            [
                found("rate-not-total", "E1", "broadcasts", reason="heading"),
                found("uncached-formula", "E2", "broadcasts"),
                found("total-unchecked", "E5", "broadcasts", typed="=SUM(E2:E4)"),
            ],
            ["rate-not-total E1 > uncached-formula E2 total-unchecked E5"],
            id="what follows from what follows",
        ),
        pytest.param(
            [
                found("rate-not-total", "C1", "items", reason="heading"),
                found("basis-unclear", "C1", "items", reason="twice"),
                found("basis-unclear", "D1", "items", reason="twice"),
                found("not-a-number", "D2", "items"),
            ],
            ["rate-not-total C1", "basis-unclear C1 + D1 > not-a-number D2"],
            id="two wrong headings in one row",
        ),
    ],
)
def test_what_has_one_cause_is_one_message(findings: list[Finding], expected: list[str]) -> None:
    assert drawn(fold(findings)) == expected


RULES_FOLDED = (
    *(
        "rate-not-total",
        "range",
        "not-stated",
        "scale-slip",
        "listeners-over-population",
        "uncached-formula",
        "total-unchecked",
    ),
    *("total-mismatch", "unreadable-file", "which-is-final", "basis-unclear", "unknown-channel"),
)


@st.composite
def findings(data: st.DrawFn) -> list[Finding]:
    result = []
    for _ in range(data(st.integers(0, 12))):
        cell = data(st.sampled_from(["", "C1", "C2", "D1", "D2"]))
        said: dict[str, Argument] = {
            "reason": data(st.sampled_from(["", "heading", "twice", "unreadable"])),
            "typed": data(st.sampled_from(["", "=A1"])),
            "files": ("a.xlsx", "b.xlsx"),
        }
        file = data(st.sampled_from(["a.xlsx", "b.xlsx"]))
        result.append(
            found(data(st.sampled_from(RULES_FOLDED)), cell, data(st.sampled_from(["items", "duration"])), file, **said)
        )
    return result


@given(findings())
def test_nothing_is_lost_and_nothing_heavy_hides_under_something_light(found: list[Finding]) -> None:
    messages = fold(found)
    inside = [f for m in messages for f in (m.cause, *m.same, *m.follows)]
    assert sorted(map(id, inside)) == sorted(map(id, found))
    weight = {"error": 2, "warning": 1, "note": 0}
    assert all(weight[m.severity] >= weight[f.severity] for m in messages for f in (*m.same, *m.follows))
    assert len(folded_under(found)) == len(found) - len(messages)
    assert not set(folded_under(found)) & set(folded_under(found).values())
