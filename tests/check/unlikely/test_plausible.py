"""What is unlikely inside one submission: each rule speaks once where it should, and is silent beside it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tuyentruyen_cli.aggregate.units import unit_figures
from tuyentruyen_cli.campaign.schema_file import load_schema
from tuyentruyen_cli.check.within import check_submission
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.submission import Record, Refusal, Submission
from tuyentruyen_cli.model.unit import Unit
from tuyentruyen_cli.model.value import Value, ValueState
from tuyentruyen_cli.render.explain import explainer

Draw = Callable[..., Submission]
Tell = Callable[[Finding], str]
HEADING = "channel | items | duration | broadcasts | listeners\n"
BAN_BO = Unit("ban-bo", "Xã Bản Bo", population=4200)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # items without a length, a length without items
        ("commune-station | 12 | 0 | 42 | 300", ["items-without-duration C2 (B2)"]),
        ("commune-station | 12 | | 42 | 300", []),  # blank has its own warning
        ("commune-station | 12 | ? | 42 | 300", []),  # refused has its own error
        ("commune-station | 0 | 0 | 0 | 0", []),
        ("portal | 12 | 0 | 42 | 300", []),  # what is written has no length
        ("social | 0 | 600 | 0 | 300", []),
        ("commune-station | 0 | 600 | 4 | 300", ["duration-without-items B2 (C2)"]),
        ("commune-station | | 600 | 4 | 300", []),
        # broadcasts
        ("radio | 12 | 2160 | 0 | 300", ["fewer-broadcasts-than-items none D2 (B2)"]),
        ("radio | 21 | 2160 | 2 | 300", ["fewer-broadcasts-than-items D2 (B2)"]),  # more than ten items in each
        ("radio | 12 | 28800=480 | 4 | 300", ["fewer-broadcasts-than-items D2 (B2)"]),  # each would last two hours
        ("television | 22 | 1680 | 14 | 1000", []),  # a programme holds several items
        ("radio | 20 | 5310 | 14 | 3800", []),
        ("portal | 12 | 0 | 0 | 300", []),
        ("radio | 0 | 0 | 0 | 0", []),
        # minutes for each item
        ("radio | 10 | 1800=30 | 21 | 300", []),  # three minutes each
        ("radio | 10 | 9000=150 | 21 | 300", []),  # fifteen
        ("radio | 6 | 108000=1800 | 21 | 300", ["scale-slip too-long C2 (B2)"]),  # seconds under minutes
        ("radio | 10 | 22=0,37 | 21 | 300", ["scale-slip too-short C2 (B2)"]),  # hours under minutes
        ("radio | 1 | 29160=8,1h | 21 | 300", ["minutes-per-item C2 (B2)"]),  # it says hours: no slip of the unit of measure
        ("radio | 1 | 94500=26:15:00 | 21 | 300", ["minutes-per-item C2 (B2)"]),
        ("radio | 1 | 600000=10000 | 21 | 300", ["minutes-per-item C2 (B2)"]),  # too long in any measure
        ("radio | 10 | 200=20 giây một tin | 21 | 300", []),
        ("radio | 10 | 190=190 giây | 21 | 300", ["minutes-per-item C2 (B2)"]),
        # listeners
        ("radio | 10 | 1800 | 21 | 4201", ["listeners-over-population E2"]),
        ("radio | 10 | 1800 | 21 | 4200", []),
        ("radio | 10 | 1800 | 21 | 4000\nmobile | 10 | 1800 | 21 | 4000", []),  # one person on two channels
        # the same row twice
        ("mobile | 4 | 720 | 28 | 300\nmobile | 4 | 720 | 28 | 300", ["repeated-row A3 (A2)"]),
        ("mobile | 4 | 720 | 28 | 300\nradio | 4 | 720 | 28 | 300", []),
        ("radio | 24 | 2400 | 26 | 2000\nradio | 24 | 2400 | 48 | 2040", []),  # another programme of that channel
        ("mobile | 4 | 720 | | 0\nmobile | 4 | 720 | | 0", []),  # two figures alike may be chance
        ("unknown | 4 | 720 | 28 | 300\nunknown | 4 | 720 | 28 | 300", []),  # labels that nobody knows may differ
        ("mobile | 1=Tin 5K | 60 | 7 | 300\nmobile | 1=Tin Tết | 60 | 7 | 300", []),  # items of a log
        ("mobile | 1 | 60 | 7 | 300\nmobile | 1 | 60 | 7 | 300", ["repeated-row A3 (A2)"]),
    ],
)
def test_each_rule_speaks_where_it_should(rows: str, expected: list[str], draw: Draw, tell: Tell, schema: ReportSchema) -> None:
    _, findings = check_submission(draw(HEADING + rows), schema, BAN_BO)
    assert [tell(f) for f in findings] == expected
    assert {f.severity for f in findings} <= {Severity.WARNING}


def test_without_a_population_nobody_counts_the_people(draw: Draw, schema: ReportSchema) -> None:
    row = HEADING + "radio | 10 | 1800 | 21 | 9999999"
    for unit in (None, Unit("dai-tt-th", "Đài")):
        assert check_submission(draw(row), schema, unit)[1] == ()


def test_a_measure_that_is_refused_for_the_whole_file_is_not_spoken_of_again(draw: Draw, schema: ReportSchema) -> None:
    submission = draw(HEADING + "radio | 12 | 0 | 42 | 300")
    refused = replace(submission, refusals=(Refusal("duration", "hidden-figures", Location("ban-bo.xlsx")),))
    assert check_submission(refused, schema)[1] == ()


def test_a_slip_is_named_only_where_that_check_is_on(draw: Draw, tell: Tell, schema: ReportSchema) -> None:
    without = replace(schema, checks=tuple(c for c in schema.checks if c.id != "scale-slip"))
    _, findings = check_submission(draw(HEADING + "radio | 6 | 108000=1800 | 21 | 300"), without)
    assert [tell(f) for f in findings] == ["minutes-per-item C2 (B2)"]


def test_a_schema_without_checks_checks_nothing(draw: Draw, schema: ReportSchema) -> None:
    rows = "radio | 6 | 108000=1800 | 0 | 9000\nradio | 6 | 108000=1800 | 0 | 9000\nradio | 6 | 0 | 1 | 1"
    assert check_submission(draw(HEADING + rows), replace(schema, checks=()), BAN_BO)[1] == ()


def test_a_person_reads_what_is_wrong_and_what_to_type(draw: Draw, schema: ReportSchema) -> None:
    rows = "radio | 6 | 108000=1800 | 21 | 5000"
    _, findings = check_submission(draw(HEADING + rows), schema, BAN_BO)
    assert [explainer(schema, "vi")(f) for f in findings] == [
        (
            "6 tin, bài dài tất cả 30 giờ: quá dài. Có thể đã ghi số giây (“1800”) vào cột phút, hoặc số phút vào cột giờ.",
            "Nếu đúng ra là 30 phút thì gõ cả chữ: 30 phút; nếu 30 giờ là đúng thì không cần sửa.",
        ),
        (
            "Ước số lượt người nghe: 5.000 trên một kênh, nhiều hơn số dân của đơn vị (4.200 người).",
            (
                "Kiểm tra có thừa chữ số không. Nếu đơn vị đếm lượt (một người nghe nhiều lần) thì nâng times của "
                "listeners-over-population trong mẫu báo cáo (schema)."
            ),
        ),
    ]


SCHEMA = load_schema("bao-cao-tuan")
FIGURE = st.one_of(st.none(), st.integers(0, 40), st.integers(0, 10**6))


@st.composite
def submissions(data: st.DrawFn) -> Submission:
    records = []
    for row in range(2, 2 + data(st.integers(1, 4))):
        channel = data(st.sampled_from(["radio", "mobile", "portal", "unsplit", "unknown"]))
        values = []
        for column, measure in enumerate(("items", "duration", "broadcasts", "listeners"), 2):
            figure = data(FIGURE)
            state = ValueState.NOT_STATED if figure is None else ValueState.STATED
            values.append((measure, Value(figure, str(figure or ""), Location("a.xlsx", "S", row, column), state)))
        records.append(Record.of(Location("a.xlsx", "S", row, 1), (("channel", channel), ("topic", "unsplit")), values))
    return Submission("a.xlsx", "", "xlsx", "ban-bo", "2021-W05", records=tuple(records))


@given(submissions())
def test_no_check_changes_a_figure(submission: Submission) -> None:
    """With all checks on or none, the submission and every figure made of it are the same."""
    on, _ = check_submission(submission, SCHEMA, BAN_BO)
    off, said = check_submission(submission, replace(SCHEMA, checks=()), BAN_BO)
    assert said == ()
    assert on == off == submission
    figures = [list(unit_figures(["ban-bo"], [s], SCHEMA, "2021-W05")) for s in (on, submission)]
    assert figures[0] == figures[1]
