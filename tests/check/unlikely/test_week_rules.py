"""A week beside the weeks before, and units beside each other."""

from collections.abc import Callable

import pytest

from tuyentruyen_cli.aggregate.units import unit_figures
from tuyentruyen_cli.check.past import Week
from tuyentruyen_cli.check.weekly import with_unlikely
from tuyentruyen_cli.check.within import check_submission
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.submission import Submission
from tuyentruyen_cli.render.explain import explainer

Draw = Callable[..., Submission]
Tell = Callable[[Finding], str]
HEADING = "channel | items | duration | broadcasts | listeners\n"
USUAL = (12, 2160, 42, 900)


def past(*weeks: tuple[int, int, int, int]) -> list[dict[str, dict[str, int | None]]]:
    return [{"ban-bo": dict(zip(("items", "duration", "broadcasts", "listeners"), w, strict=True))} for w in weeks]


def said(schema: ReportSchema, submissions: list[Submission], before: list[dict[str, dict[str, int | None]]]) -> list[Finding]:
    figures: dict[str, dict[str, int | None]] = {}
    for f in unit_figures(dict.fromkeys(s.unit or "" for s in submissions), submissions, schema, "2021-W05"):
        figures.setdefault(f.unit or "", {})[f.measure] = f.value
    found = [f for s in submissions for f in check_submission(s, schema)[1]]
    return with_unlikely(Week(submissions, figures, before, schema), found)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("radio | 12 | 2160=36 | 42 | 900", []),
        ("radio | 20 | 3600=60 | 70 | 1700", []),  # nearly twice the usual is usual
        ("radio | 40 | 2160=36 | 42 | 900", ["far-from-own-past Sheet1 (B2)"]),
        ("radio | 0 | 0 | 0 | 0", [
            "far-from-own-past Sheet1 (B2)", "far-from-own-past Sheet1 (C2)",
            "far-from-own-past Sheet1 (D2)", "far-from-own-past Sheet1 (E2)",
        ]),
        ("radio | 12 | 2160=36 | 42 | 9000", ["scale-slip over-past Sheet1 (E2)"]),
        ("radio | 12 | 2160=36 | 42 | 90", ["scale-slip under-past Sheet1 (E2)"]),
        ("radio | 12 | 2160=36 | 4200 | 900", ["scale-slip over-past Sheet1 (D2)"]),
        ("radio | 12 | 2160=36 | 42 | 900000", ["scale-slip over-past Sheet1 (E2)"]),
        ("radio | 12 | 2160=36 | 42 | 27000", ["far-from-own-past Sheet1 (E2)"]),  # thirty times is no slip
        ("radio | 12 | 129600=2160 | 42 | 900", ["scale-slip too-long C2 (B2)"]),  # said once, and not of the past again
        ("radio | 120 | 129600=2160 | 420 | 900", [  # the length for each item is fine, the week before was sixtieth of it
            "scale-slip over-past Sheet1 (B2)", "scale-slip over-past Sheet1 (C2)", "scale-slip over-past Sheet1 (D2)",
        ]),
        ("radio | 120 | 129600=36 giờ | 42 | 900", [  # it says hours: far, and no slip
            "scale-slip over-past Sheet1 (B2)", "far-from-own-past Sheet1 (C2)",
        ]),
        ("radio | 12 | 2160=36 | 42 | ?", []),
        ("radio | 12 | 2160=36 | 42 | ", []),
    ],
)  # fmt: skip
def test_a_unit_beside_its_own_weeks(row: str, expected: list[str], draw: Draw, tell: Tell, schema: ReportSchema) -> None:
    before = past(USUAL, (10, 1980, 40, 800), (14, 2400, 45, 1000), (12, 2100, 42, 900))
    found = said(schema, [draw(HEADING + row)], before)
    assert [tell(f) for f in sorted(found, key=lambda f: f.related)] == expected


def test_with_few_weeks_there_is_too_little_to_go_by(draw: Draw, schema: ReportSchema) -> None:
    one = draw(HEADING + "radio | 12 | 2160=36 | 42 | 9000")
    assert said(schema, [one], past(USUAL, USUAL, USUAL)) == []
    assert len(said(schema, [one], past(USUAL, USUAL, USUAL, USUAL))) == 1
    gap: list[dict[str, dict[str, int | None]]] = [{"ban-bo": {"listeners": None}}, {}]
    assert said(schema, [one], [*past(USUAL, USUAL, USUAL), *gap]) == []


def test_only_the_last_weeks_are_looked_at(draw: Draw, schema: ReportSchema) -> None:
    long_ago, since = [(12, 2160, 42, 90000)] * 40, [USUAL] * 12
    assert said(schema, [draw(HEADING + "radio | 12 | 2160=36 | 42 | 900")], past(*long_ago, *since)) == []


def test_a_unit_of_the_usual_kind_that_swings_is_left_alone(draw: Draw, schema: ReportSchema) -> None:
    """From 100 to 2.000 listeners within four weeks: then 2.500 is no news, and 4.000 is far from little."""
    before = past((12, 2160, 42, 100), (12, 2160, 42, 2000), (12, 2160, 42, 600), (12, 2160, 42, 1200))
    assert said(schema, [draw(HEADING + "radio | 12 | 2160=36 | 42 | 2500")], before) == []


def test_the_message_names_the_slip_and_the_figure_without_it(draw: Draw, schema: ReportSchema) -> None:
    found = said(schema, [draw(HEADING + "radio | 12 | 2160=36 | 42 | 9000")], past(*[USUAL] * 4))
    assert explainer(schema, "vi")(found[0]) == (
        "Ước số lượt người nghe: 9.000, bằng khoảng 10 lần mức thường ngày của đơn vị là 900 (trung vị của 4 tuần trước).",
        "Nếu đúng ra là 900 thì gõ lại 900; nếu 9.000 là đúng thì không cần sửa.",
    )


def units(draw: Draw, rows: list[str]) -> list[Submission]:
    return [draw(HEADING + row, f"xa-{n}") for n, row in enumerate(rows)]


ALIKE = [f"mobile | {n} | {n * 180} | {n * 3} | {n * 80}" for n in range(4, 12)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("mobile | 6 | 1080 | 18 | 480", []),
        ("mobile | 6 | 1080 | 18 | 1800", []),  # units differ
        ("mobile | 6 | 1080 | 18 | 48000", ["scale-slip over-others E2 (B2)"]),
        ("mobile | 6 | 1080 | 1800 | 480", ["scale-slip over-others D2 (B2)"]),
        ("mobile | 6 | 1080 | 18 | 5", ["scale-slip under-others E2 (B2)"]),
        ("mobile | 6 | 10800=180 | 18 | 480", ["scale-slip over-others C2 (B2)"]),
        ("mobile | 6 | 10800=3 giờ | 18 | 480", []),
        ("mobile | 6 | 1080 | 18 | 14400", []),  # thirty times is no slip
        ("radio | 6 | 1080 | 18 | 48000", []),  # nobody else has that channel
        ("mobile | 1 | 180 | 3 | 640", []),  # eight times as many for its one item, and as many as the others in all
    ],
)
def test_a_row_beside_the_other_units(row: str, expected: list[str], draw: Draw, tell: Tell, schema: ReportSchema) -> None:
    found = said(schema, units(draw, [row, *ALIKE]), [])
    assert [tell(f) for f in found] == expected


def test_few_units_tell_nothing(draw: Draw, schema: ReportSchema) -> None:
    row = "mobile | 6 | 1080 | 18 | 48000"
    assert said(schema, units(draw, [row, *ALIKE[:4]]), []) == []
    assert len(said(schema, units(draw, [row, *ALIKE[:5]]), [])) == 1


def test_one_slip_is_said_once(draw: Draw, tell: Tell, schema: ReportSchema) -> None:
    """Seen within the file, beside the weeks before and beside the other units."""
    row = draw(HEADING + "mobile | 12 | 129600=2160 | 42 | 900")
    found = said(schema, [row, *units(draw, ALIKE)], past(*[USUAL] * 4))
    assert [tell(f) for f in found] == ["scale-slip too-long C2 (B2)"]
