"""A form that is filled in by its rules reads back as what was typed, with nothing to say of it: whatever the schema, whatever saved it."""

import io
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.campaign.schema_file import load_schema
from tuyentruyen_cli.check.within import check_submission
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.submission import extract
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.form import NOTES
from tuyentruyen_cli.model.schema import Category, Dimension, FormLayout, Measure, MeasureKind, ReportSchema
from tuyentruyen_cli.pipeline.form_trial import expected
from tuyentruyen_cli.read.file import read_bytes
from tuyentruyen_cli.render.form_book import form_book
from tuyentruyen_cli.render.form_entry import limits
from tuyentruyen_cli.render.form_plan import CONTACT_ROW, SHEET, UNIT_ROW, WEEK_ROW, FormPlan, FormRow, week_label

SAMPLE = Path(__file__).parents[2] / "sample_data" / "tam-duong-2021"
CAMPAIGN = load(SAMPLE)
SHIPPED = (load_schema("bao-cao-tuan"), load_schema("bluezone"))
SILENT = {"portal", "social"}  # channels whose items have no length (checks of the shipped schema)
SOFFICE = shutil.which("soffice")

TITLES = (
    "Số tờ rơi",
    "Số buổi nói chuyện",
    "Số hộ được thăm",
    "Ước số người dự",
    "Số giờ trực",
    "Thời gian phát loa",
    "Số pa nô",
)
PLACES = ("Chợ phiên", "Trường học", "Nhà văn hóa", "Điểm chốt", "Bến xe", "Trạm y tế")
THEMES = ("An toàn giao thông", "Bảo vệ rừng", "Vệ sinh môi trường")
# What a clerk may well write into a box for words, and what would mislead a reader who looks for tables everywhere.
WORDS = st.one_of(
    st.sampled_from(
        [
            "3 văn bản chỉ đạo, 12 tin",
            "KHÔNG",
            "5",
            "Tổng cộng: 12",
            "Khó khăn: loa hỏng\nĐề nghị: sửa loa",
            "Xã Bản Hon hỗ trợ từ 22/01 đến 28/01/2021",
            "Số tin, bài | Thời lượng (phút)",
            "TM. UBND xã",
        ]
    ),
    st.text(alphabet="aàáảãạbcdđeêếghikmnopqưvxyAĐX0123456789 .,;:-/()%“”\n", min_size=1, max_size=60),
).filter(lambda text: bool(text.strip()) and text.lstrip()[0] not in "='")


@dataclass(frozen=True, repr=False)
class Answer:
    """A form and what is typed into it: figures by row and measure, words by box."""

    plan: FormPlan
    figures: Mapping[tuple[int, str], float]
    notes: Mapping[str, str]
    contact: str
    unit: str
    week: str

    def __repr__(self) -> str:
        """What a person needs to see of a case that fails."""
        columns = [f"{m.id}: {m.title} ({m.kind})" for m in self.plan.columns]
        rows = [row.label for row in self.plan.rows]
        typed = dict(self.figures), dict(self.notes), self.contact
        return f"{self.plan.code} {self.unit} {self.week} {columns} {rows} {typed}"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """Hypothesis prints every field of a dataclass otherwise: the whole campaign."""
        printer.text(repr(self))


@st.composite
def own_schemas(draw: st.DrawFn) -> ReportSchema:
    """What an office might ask for: any measures, with limits or without, any rows or none."""
    measures = []
    for number, title in enumerate(draw(st.lists(st.sampled_from(TITLES), min_size=1, max_size=5, unique=True))):
        kind = draw(st.sampled_from(MeasureKind))
        least = draw(st.sampled_from([0, 0, 60]))
        most = draw(st.sampled_from([None, None, 7200]))
        required = number == 0 or draw(st.booleans())
        measures.append(Measure(f"m{number}", title, kind, (title,), required=required, minimum=least, maximum=most))
    dimensions = []
    for name, pool in (("channel", PLACES), ("topic", THEMES)):
        titles = draw(st.lists(st.sampled_from(pool), max_size=4, unique=True))
        categories = tuple(Category(f"{name[0]}{n}", title, (title,)) for n, title in enumerate(titles))
        heading = "Địa điểm" if name == "channel" else "Chủ đề"
        dimensions += [Dimension(name, heading, (heading,), categories)] if categories else []
    relays = [c.id for d in dimensions if d.id == "channel" for c in d.categories]
    layout = FormLayout(
        tuple(draw(st.lists(st.sampled_from([m.id for m in measures]), unique=True))),
        tuple(draw(st.lists(st.sampled_from(relays), unique=True))) if relays else (),
    )
    return ReportSchema("own", 3, "Báo cáo nhanh", tuple(measures), tuple(dimensions), form=layout)


@st.composite
def shipped_schemas(draw: st.DrawFn) -> ReportSchema:
    """The shipped ones, asking for more or fewer columns and rows."""
    schema = SHIPPED[draw(st.integers(0, len(SHIPPED) - 1))]
    optional = [m.id for m in schema.measures if not m.required]
    if not optional:
        return schema
    layout = FormLayout(
        tuple(draw(st.lists(st.sampled_from(optional), unique=True, max_size=4))),
        tuple(draw(st.lists(st.sampled_from(["radio", "portal", "other"]), unique=True))),
    )
    return replace(schema, form=layout)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    schema = draw(st.one_of(shipped_schemas(), own_schemas()))
    campaign = replace(CAMPAIGN, schema=schema)
    periods = tuple(campaign.calendar.week(number) for number in range(5, 9))
    units = campaign.registry.units if campaign.registry else ()
    unit, period = units[draw(st.integers(0, len(units) - 1))], periods[draw(st.integers(0, len(periods) - 1))]
    one = draw(st.booleans())
    by_topic = draw(st.booleans()) and schema.dimension("topic") is not None
    plan = FormPlan(campaign, units, periods, by_topic, unit if one else None, period if one else None)
    rows = range(len(plan.rows))
    chosen = draw(st.lists(st.sampled_from(rows), min_size=1, max_size=6, unique=True))
    figures = {(index, m): v for index in chosen for m, v in drawn_row(draw, plan, plan.rows[index]).items()}
    notes = {name: draw(WORDS) for name in draw(st.lists(st.sampled_from(NOTES), unique=True))}
    contact = draw(st.one_of(st.just(""), st.just("Lò Thị Ban, xã Bản Hon, 0912.345.678"), WORDS))
    return Answer(plan, figures, notes, contact, unit.id, period.id)


def drawn_row(draw: st.DrawFn, plan: FormPlan, row: FormRow) -> dict[str, float]:
    """The cells of a row by the rules: within limits, parts that make up their whole, nothing that would be asked about."""
    typed: dict[str, float] = {}
    for measure in plan.columns:
        least, most = limits(measure)
        if measure.kind is MeasureKind.DURATION:
            hundredths = draw(st.integers(round(least * 100), round((most or least + 500) * 100)))
            typed[measure.id] = hundredths / 100
        else:
            typed[measure.id] = draw(st.integers(round(least), round(most or least + 20_000)))
    for whole in {m.split_of for m in plan.columns if m.split_of in typed}:
        typed[whole or ""] = sum(typed[m.id] for m in plan.columns if m.split_of == whole)
    if {"items", "duration", "broadcasts"} <= typed.keys():
        items = typed["items"]
        longest = 0 if not items or (row.category and row.category.id in SILENT) else items * 120
        typed["duration"] = draw(st.integers(round(min(items, longest) * 100), round(longest * 100))) / 100
        typed["broadcasts"] = items * draw(st.integers(2, 5)) if longest else typed["broadcasts"]
    if "installations" in typed:
        typed["households"] = max(typed["households"], 1)
    return typed


def filled(answer: Answer) -> bytes:
    """The form as openpyxl saves it, which keeps no result of any formula."""
    plan = answer.plan
    book = openpyxl.load_workbook(io.BytesIO(form_book(plan)))
    sheet: Any = book[SHEET]
    for (index, measure), value in answer.figures.items():
        sheet.cell(*plan.place(index, measure)).value = value
    for number, name in enumerate(NOTES):
        if name in answer.notes:
            sheet.cell(plan.note_row + 2 * number + 1, 1).value = answer.notes[name]
    if answer.contact:
        sheet.cell(CONTACT_ROW, 3).value = answer.contact
    if plan.unit is None:
        unit = next(u for u in plan.units if u.id == answer.unit)
        sheet.cell(UNIT_ROW, 3).value = unit.name
        sheet.cell(WEEK_ROW, 3).value = week_label(plan.campaign.calendar.by_id(answer.week))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def wanted(answer: Answer) -> tuple[Any, ...]:
    """What must be read: unit, week, figures by what they are about, words, and no finding."""
    plan = answer.plan
    rows: dict[frozenset[tuple[str, str]], dict[str, int]] = {}
    for (index, measure), typed in answer.figures.items():
        about = frozenset(plan.dimensions(plan.rows[index]).items())
        rows.setdefault(about, {})[measure] = expected(plan.campaign.schema.measure(measure), typed)
    notes = {name: " ".join(text.split()) for name, text in answer.notes.items()}
    return answer.unit, answer.week, rows, notes, []


def found(data: bytes, name: str, campaign: Campaign, week: str | None) -> tuple[Any, ...]:
    """What is read, with what the checks say."""
    period = campaign.calendar.by_id(week) if week else None
    extraction = extract(read_bytes(data, name), Context.of(campaign, period))
    (submission,) = extraction.submissions
    checked, said = check_submission(submission, campaign.schema)
    columns = {m.id for m in campaign.schema.measures if m.required or m.id in campaign.schema.form.optional}
    rows = {
        frozenset(r.dimensions): {m: v.value for m, v in r.values if v.value is not None and m in columns}
        for r in checked.records
    }
    assert len(rows) == len(checked.records)
    return (
        checked.unit,
        checked.period,
        rows,
        {note.heading: note.text for note in checked.notes},
        [f"{f.rule} {f.location.part} {f.location.cell}" for f in (*extraction.findings, *said)],
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(answers())
def test_a_filled_form_is_the_identity(answer: Answer) -> None:
    assert found(filled(answer), "x.xlsx", answer.plan.campaign, answer.week) == wanted(answer)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(answers())
def test_a_filled_form_names_its_week_itself(answer: Answer) -> None:
    """Also where no folder says which week it is."""
    assert found(filled(answer), "x.xlsx", answer.plan.campaign, None) == wanted(answer)


def example(schema: ReportSchema, *, one: bool, by_topic: bool = False) -> Answer:
    """Something of everything: zeros, blank rows, fractions of a minute, words."""
    campaign = replace(CAMPAIGN, schema=schema)
    assert campaign.registry
    unit, period = campaign.registry.units[-1], campaign.calendar.week(6)
    plan = FormPlan(
        campaign, campaign.registry.units, (period,), by_topic, unit if one else None, period if one else None
    )  # fmt: skip
    figures: dict[tuple[int, str], float] = {}
    for index in (0, len(plan.rows) // 2, len(plan.rows) - 1):
        for place, measure in enumerate(plan.columns):
            figures[index, measure.id] = 7.5 if measure.kind is MeasureKind.DURATION else 3 + place
    for measure in plan.columns if len(plan.rows) > 3 else ():
        figures[1, measure.id] = 0
    notes = {"direction": "2 văn bản", "proposals": "KHÔNG"}
    return Answer(plan, figures, notes, "Lò Văn A, 0912345678", unit.id, period.id)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed here")
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_libreoffice_saves_a_form_that_is_the_same(ending: str, tmp_path: Path) -> None:
    """Saved as it came, and as the two other kinds that people choose by mistake."""
    weekly, drive = SHIPPED
    cases = [
        example(weekly, one=True),
        example(weekly, one=False),
        example(weekly, one=True, by_topic=True),
        example(drive, one=False),
    ]
    (tmp_path / "sent").mkdir()
    files = [tmp_path / f"{number}.xlsx" for number, _ in enumerate(cases)]
    for file, case in zip(files, cases, strict=True):
        file.write_bytes(filled(case))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    convert = [
        str(SOFFICE),
        profile,
        "--headless",
        "--convert-to",
        ending,
        "--outdir",
        str(tmp_path / "sent"),
        *map(str, files),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    for number, case in enumerate(cases):
        name = f"{number}.{ending}"
        assert found((tmp_path / "sent" / name).read_bytes(), name, case.plan.campaign, case.week) == wanted(case), name
