"""Rules that an office writes into its schema."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from tuyentruyen_cli.campaign.schema_file import load_schema
from tuyentruyen_cli.check.within import check_submission
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import Aggregation, ReportSchema
from tuyentruyen_cli.model.submission import Refusal, Submission
from tuyentruyen_cli.render.explain import explainer

Draw = Callable[..., Submission]
TABLE = "channel | items | duration | broadcasts | listeners\nradio | 2 | 360 | 60 | 300\nmobile | 2 | 360 | 60 | "
TEXT = "Hơn 100 lượt mà chưa đến 5 tin, bài: hỏi lại đơn vị."


def with_rule(folder: Path, when: str, severity: str = "warning") -> ReportSchema:
    text = (
        f'extends = "bao-cao-tuan"\n[[rules]]\nid = "nhieu-luot"\nwhen = "{when}"\nseverity = "{severity}"\ntext = "{TEXT}"\n'
    )
    (folder / "schema.toml").write_text(text, encoding="utf-8")
    return load_schema("schema.toml", folder)


@pytest.mark.parametrize(
    ("when", "speaks"),
    [
        ("broadcasts > 100 and items < 5", True),
        ("broadcasts > 120 and items < 5", False),
        ("duration / items > 90 * 60", False),
        ("duration / items == 3 * 60", True),
        ("not (items >= 5 or broadcasts <= 100)", True),
        ("2 < items < 5", True),
        ("broadcasts - items * 20 > -items", True),
        ("views is none", True),
        ("views is not none", False),
        ("views is none and items > 0", True),
        ("views > 100", False),  # not stated: nothing to compare
        ("broadcasts > 100 or views > 100", False),
        ("not views > 100", False),
        ("items / (items - 4) > 1", False),  # a division by zero says nothing
    ],
)
def test_a_rule_speaks_when_it_holds(when: str, speaks: bool, tmp_path: Path, draw: Draw) -> None:
    _, findings = check_submission(draw(TABLE), with_rule(tmp_path, when))
    assert [f.rule for f in findings] == ["office-rule"] * speaks


def test_the_offices_own_words_are_shown_with_the_cells(tmp_path: Path, draw: Draw) -> None:
    schema = with_rule(tmp_path, "broadcasts > 100 and items < 5", "note")
    _, (finding,) = check_submission(draw(TABLE), schema)
    assert finding.severity is Severity.NOTE
    assert finding.location == Location("ban-bo.xlsx", "Sheet1")
    assert [r.cell for r in finding.related] == ["D2", "D3", "B2", "B3"]
    assert explainer(schema, "vi")(finding) == (
        TEXT,
        "Quy tắc “nhieu-luot” của cơ quan: broadcasts > 100 and items < 5. Kiểm tra các số liệu này.",
    )


def test_what_is_refused_is_not_judged(tmp_path: Path, draw: Draw) -> None:
    schema = with_rule(tmp_path, "listeners is none or items < 5")
    submission = draw(TABLE.replace("300", "?"))
    assert check_submission(submission, schema)[1] == ()
    hidden = replace(draw(TABLE), refusals=(Refusal("items", "hidden-figures", Location("ban-bo.xlsx")),))
    assert check_submission(hidden, schema)[1] == ()


def test_figures_are_those_of_the_totals(tmp_path: Path, draw: Draw) -> None:
    """Where a unit's figure is its greatest channel's, a rule sees that one."""
    schema = with_rule(tmp_path, "broadcasts > 100")
    greatest = tuple(replace(m, aggregation_in_unit=Aggregation.MAX) if m.id == "broadcasts" else m for m in schema.measures)
    assert check_submission(draw(TABLE), replace(schema, measures=greatest))[1] == ()


def test_an_empty_submission_has_nothing_to_judge(tmp_path: Path) -> None:
    schema = with_rule(tmp_path, "items is none")
    assert check_submission(Submission("a.xlsx", "", "xlsx", "ban-bo", None), schema)[1] == ()


def test_a_hyphen_in_an_id_is_an_underscore(tmp_path: Path, draw: Draw) -> None:
    text = (
        'extends = "bao-cao-tuan"\nrules = [{id = "ho", when = "new_homes > 9", text = "Nhiều hộ"}]\n'
        '[measures.new-homes]\ntitle = "Số hộ mới"\nkind = "count"\n'
    )
    (tmp_path / "schema.toml").write_text(text, encoding="utf-8")
    schema = load_schema("schema.toml", tmp_path)
    _, findings = check_submission(draw("channel | new-homes\nradio | 12"), schema)
    assert [f.argument("id") for f in findings] == ["ho"]
