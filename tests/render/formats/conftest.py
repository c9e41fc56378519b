"""Week 05 of the sample campaign, with one figure that a person entered, rendered in every format as a user asks for it."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from tuyentruyen_cli import resources
from tuyentruyen_cli.aggregate.report import build_report
from tuyentruyen_cli.model.decision import DecisionKind
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import UNSPLIT, ReportSchema
from tuyentruyen_cli.model.submission import OWN, Outcome, Record, Submission, Timeliness
from tuyentruyen_cli.model.unit import Registry, Unit
from tuyentruyen_cli.model.value import Value, ValueState
from tuyentruyen_cli.pipeline.deciding import Asked, make_decision
from tuyentruyen_cli.pipeline.documents import Order, render
from tuyentruyen_cli.pipeline.formats import FORMATS, originals_of
from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.sources import remembered_report
from tuyentruyen_cli.pipeline.week import Request, aggregate
from tuyentruyen_cli.render.lookup import Key, figures_of
from tuyentruyen_cli.render.originals import Originals
from tuyentruyen_cli.store.memory import open_store

SAMPLE = resources.folder("sample_data") / "tam-duong-2021"
NOW = dt.datetime.fromisoformat("2021-02-05T09:00:00+07:00")
PRINTED = frozenset({"pdf"})
CELLS = ("C", "D", "E", "F")


@dataclass(frozen=True)
class Week:
    """A campaign with a remembered week, its report, and the figures that outputs must show."""

    root: Path
    report: Report
    originals: Originals

    @property
    def folder(self) -> Path:
        """Where its documents are written."""
        return self.root / "reports" / self.report.period.id

    def file(self, form: str) -> Path:
        """The report in a format."""
        return self.folder / f"bao-cao-tuan-{self.report.period.id}.{form}"

    @property
    def values(self) -> dict[Key, int]:
        """Every figure with a value, of the measures that are shown."""
        shown = {"items", "duration", "broadcasts", "listeners"}
        origins = {"origin"}
        figures = figures_of(self.report).items()
        return {k: f.value for k, f in figures if k[0] in shown and k[2] not in origins and f.value is not None}


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Week:
    """Week 05 of the sample: a unit's figure entered after a telephone call, cells refused, a hedge; every format but PDF."""
    root = tmp_path_factory.mktemp("chiến dịch") / "Tam Đường"
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("store", "reports", "week-06", "week-07", "week-08"))
    week = root / "week-05"
    aggregate(Request(week, NOW, executor=here))
    asked = Asked(DecisionKind.ENTER, root, NOW, "Lò Thị Mai", "điện thoại ngày 05/02", "5", "nung-nang", "items", value="16")
    make_decision(asked)
    aggregate(Request(week, NOW, executor=here))
    render(Order(root, NOW, [form for form in FORMATS if form not in PRINTED], "5"))
    with open_store(root, NOW, write=False) as store:
        from tuyentruyen_cli.pipeline.place import required_campaign  # noqa: PLC0415

        report = remembered_report(store, required_campaign(root, "vi")[1], root, "5")
        return Week(root, report, originals_of(store, report, root / "reports" / "2021-W05"))


Build = Callable[..., Report]


@pytest.fixture(scope="session")
def of_units(week: Report) -> Build:
    """Builds a week of many units: each with a file of three rows by channel; one in seventeen sent nothing."""

    def build(names: list[str], *, file: str = "{unit}.xlsx", typed: str = "", schema: ReportSchema | None = None) -> Report:
        units = tuple(Unit(f"xa-{i}", name) for i, name in enumerate(names, 1))
        sent = [unit for i, unit in enumerate(units, 1) if i % 17]
        submissions = [_submission(u, i, file.format(unit=u.id), typed) for i, u in enumerate(sent, 1)]
        campaign = replace(week.campaign, registry=Registry(units), schema=schema or week.campaign.schema)
        findings = [
            Finding("range", Severity.ERROR, Location(s.file, "Sheet1", 10, 5), (("typed", "15-20"),), s.unit, "broadcasts")
            for s in submissions
            if s.outcome is Outcome.PARTIAL
        ]
        received = dict.fromkeys((u.id for u in sent), Timeliness.ON_TIME)
        return build_report(campaign, week.period, submissions, findings, received, week.as_of)

    return build


def _submission(unit: Unit, number: int, file: str, typed: str) -> Submission:
    """Three rows; of every twenty-third unit a cell cannot be read."""
    refused = number % 23 == 0
    records = []
    for row, channel in enumerate(("radio", "television", UNSPLIT), 9):
        numbers = (number % 40 + row, 60 * (number % 90) + 20 * row, number % 70 + row, 1000 + 13 * number + row)
        places = [Location(file, "Sheet1", row, column) for column in range(3, 7)]
        values = [Value(n, typed or str(n), place) for n, place in zip(numbers, places, strict=True)]
        if refused and row == 10:
            values[2] = Value(None, "15-20", places[2], ValueState.REFUSED, "range")
        dimensions = (("channel", channel), ("topic", UNSPLIT), ("origin", OWN))
        measures = ("items", "duration", "broadcasts", "listeners")
        records.append(Record.of(Location(file, "Sheet1", row, 1), dimensions, zip(measures, values, strict=True)))
    outcome = Outcome.PARTIAL if refused else Outcome.ACCEPTED
    return Submission(file, f"{number:064x}", "xlsx", unit.id, "2021-W05", tuple(records), outcome=outcome)
