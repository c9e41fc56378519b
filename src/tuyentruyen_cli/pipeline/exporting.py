"""Writes all that a campaign remembers as a Data Package."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.aggregate.behind import behind
from tuyentruyen_cli.aggregate.by_week import Told, by_week
from tuyentruyen_cli.errors import NothingReadable
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.codec import from_data
from tuyentruyen_cli.model.decision import Decision, in_force
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import MeasureKind
from tuyentruyen_cli.pipeline.decisions import EVENT
from tuyentruyen_cli.pipeline.outputs import Document, write_documents
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.pipeline.remembered import Remembered
from tuyentruyen_cli.render import data_tables as tables
from tuyentruyen_cli.render.data_package import Field, Filled, data_package
from tuyentruyen_cli.render.explain import explainer
from tuyentruyen_cli.store.memory import Store, open_store
from tuyentruyen_cli.store.receipts import KIND as RECEIVED

FOLDER = "export"
KIND = "data-package"
SECONDS = "seconds"

Row = tuple[Field, ...]


class Order(Struct, frozen=True):
    """Of which campaign, where to (None: its ``export/``), whether to write over what a hand has changed."""

    start: Path
    now: dt.datetime
    output: Path | None = None
    force: bool = False
    lang: str = "vi"


def export(order: Order) -> tuple[Path, ...]:
    """The files that were written.

    Raises NothingReadable when no week is remembered, CampaignError, OutputRefused, StoreError.
    """
    root, campaign = required_campaign(order.start, order.lang)
    with open_store(root, order.now, lang=order.lang) as store:
        filled = _Export(store, campaign, order.lang).tables()
        documents = [Document(name, KIND, data) for name, data in data_package(campaign.title, filled, order.lang)]
        return write_documents(store, order.output or root / FOLDER, documents, force=order.force)


class _Export:
    """The tables of one campaign."""

    def __init__(self, store: Store, campaign: Campaign, lang: str) -> None:
        self._store, self._campaign, self._lang = store, campaign, lang
        self._weeks = store.weeks()
        if not self._weeks:
            raise NothingReadable("cli.nothing-remembered")
        payloads = ((week, store.load_week(week)) for week in self._weeks)
        read = {week: Remembered.of(payload) if payload else None for week, payload in payloads}
        self._remembered = {week: remembered for week, remembered in read.items() if remembered is not None}

    def tables(self) -> list[Filled]:
        facts = tables.facts_table(self._campaign.schema)
        made: tuple[tuple[tables.Table, Iterator[Row]], ...] = (
            (tables.UNITS, self._units()),
            (tables.WEEKS, self._periods()),
            (tables.MEASURES, self._measures()),
            (tables.CATEGORIES, self._categories()),
            (tables.RECEIPTS, self._receipts()),
            (tables.SUBMISSIONS, _numbered(self._submissions())),
            (facts, _numbered(self._facts())),
            (tables.FIGURES, _numbered(self._figures())),
            (tables.by_week_table(self._weeks), _numbered(by_week(self._figures(), self._weeks))),
            (tables.FINDINGS, _numbered(self._findings())),
            (tables.DECISIONS, _numbered(self._decisions())),
        )
        return [Filled(table, list(rows)) for table, rows in made]

    def _units(self) -> Iterator[Row]:
        """Those of the campaign, then every other one that was found in files."""
        registry = self._campaign.registry.units if self._campaign.registry else ()
        known = {u.id for u in registry}
        for u in registry:
            yield u.id, u.name, u.kind, u.valid_from, u.valid_to, u.population
        found = {row.unit: row.name for _, row in self._store.units(self._weeks) if row.unit not in known}
        received = {r.unit for r in self._store.received() if r.unit and r.unit not in known}
        for unit in dict.fromkeys([*found, *sorted(received)]):
            yield unit, found.get(unit, unit), None, None, None, None

    def _periods(self) -> Iterator[Row]:
        """The weeks for which anything was received, and those that are remembered."""
        for week in sorted({*self._weeks, *self._store.weeks_received()}):
            period = self._campaign.calendar.by_id(week)
            yield period.id, period.start, period.end, period.due, period.shift_reason or None

    def _measures(self) -> Iterator[Row]:
        for m in self._campaign.schema.measures:
            measured_in = SECONDS if m.kind is MeasureKind.DURATION else m.measured_in or "1"
            yield m.id, m.title, m.kind, measured_in, m.aggregation, m.aggregation_in_unit, m.over_periods, m.split_of

    def _categories(self) -> Iterator[Row]:
        for dimension in self._campaign.schema.dimensions:
            for category in dimension.categories:
                yield dimension.id, category.id, category.title

    def _receipts(self) -> Iterator[Row]:
        for line in self._store.lines(RECEIVED):
            for number, r in enumerate(line.data["receipts"], start=1):
                at = dt.datetime.fromisoformat(r["received_at"])
                told = (r["week"], r["file"], r["sha256"], at, r["evidence"], r["unit"], r["period"])
                yield line.seq, number, line.instant, *told

    def _submissions(self) -> Iterator[Row]:
        for week in self._weeks:
            for s in self._store.submissions(week):
                at = dt.datetime.fromisoformat(s.received_at) if s.received_at else None
                yield (
                    week, s.file, s.sha256 or None, s.unit, s.period, at, s.timeliness, s.outcome, s.evidence or None, s.usable,
                )  # fmt: skip

    def _facts(self) -> Iterator[Row]:
        schema = self._campaign.schema
        dimensions = [*(d.id for d in schema.dimensions), "origin"]
        for week, remembered in self._remembered.items():
            units = [row.unit for _, row in self._store.units([week])]
            for measure in schema.measures:
                for unit in behind(units, remembered.submissions, schema, measure, week):
                    for one in unit.values:
                        value, rows = one.value, [one.record.category(d) for d in dimensions]
                        place = _place(value.source)
                        yield (
                            week, unit.figure.unit, measure.id, value.value, value.state, value.rule or None, one.counts, *rows,
                            one.submission.sha256 or None, *place, value.raw or None,
                        )  # fmt: skip

    def _figures(self) -> Iterator[Told]:
        for week in self._weeks:
            for f in self._store.facts(week):
                if f.dimension is None:
                    yield week, f.unit, f.measure, f.value, f.marks or None

    def _findings(self) -> Iterator[Row]:
        explain = explainer(self._campaign.schema, self._lang)
        for week, remembered in self._remembered.items():
            for f in remembered.findings:
                yield week, f.rule, f.severity, f.unit, f.measure, *_place(f.location), explain(f)[0]

    def _decisions(self) -> Iterator[Row]:
        every = [from_data(Decision, event["decision"]) for event in self._store.events(EVENT)]
        held = {(d.id, d.at) for d in in_force(every)}
        for d in every:
            s = d.subject
            place = _place(Location(s.file, s.part, s.row, s.column))
            yield (
                d.id, d.kind, s.period, s.unit, s.measure, s.rule or None, s.sha256 or None, *place, d.value or None, d.reason,
                d.who, d.at, (d.id, d.at) in held,
            )  # fmt: skip


def _numbered(rows: Iterable[Row]) -> Iterator[Row]:
    return ((number, *row) for number, row in enumerate(rows, start=1))


def _place(location: Location) -> Sequence[str | None]:
    return location.file or None, location.part or None, location.cell
