"""A week as it is remembered: what was received and found.

Figures are made of it anew, so that they cannot disagree with it.
"""

import datetime as dt
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from tuyentruyen_cli.model.codec import from_data, to_data, to_json
from tuyentruyen_cli.model.decision import Decision, DecisionKind
from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.submission import ENTERED, Outcome, Record, Submission, Timeliness
from tuyentruyen_cli.store.rows import FactRow, FindingRow, SubmissionRow, UnitRow, Week

VERSION = 4
_QUICKLY = 1
_as_json = json.JSONEncoder(ensure_ascii=False).encode
# What a person decides of when a unit reports, or accepts as it is, says nothing against its figures.
_OF_DEADLINES = frozenset({DecisionKind.EXCUSE, DecisionKind.EXTEND, DecisionKind.WAIVE})


class Remembered(Struct, frozen=True):
    """The submissions of a week with their outcomes, the findings, who sent something, and when it was put together."""

    period: str
    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]
    received: Mapping[str, Timeliness]
    as_of: dt.datetime
    decisions: tuple[Decision, ...] = ()

    def payload(self) -> bytes:
        """The week as bytes for the store: a line that tells the version, and the rest packed, noun by noun.

        As one text it would need a third of what the program holds, twice over while SQLite takes it.
        """
        head = to_json({"version": VERSION, "period": self.period, "as_of": self.as_of.isoformat()})
        packer = zlib.compressobj(_QUICKLY)
        packed = [packer.compress(text.encode()) for text in self._texts()]
        return b"".join((head.encode(), b"\n", *packed, packer.flush()))

    def _texts(self) -> Iterator[str]:
        """The rest as JSON, piece by piece."""
        yield '{"received":' + to_json({unit: t.value for unit, t in self.received.items()})
        nouns = {"submissions": self.submissions, "findings": self.findings, "decisions": self.decisions}
        for name, listed in nouns.items():
            yield f',"{name}":['
            for i, noun in enumerate(listed):
                yield "," * bool(i) + to_json(noun)
            yield "]"
        yield "}"

    @classmethod
    def of(cls, payload: bytes, measure: str | None = None) -> "Remembered | None":
        """The week of a payload, or None when another version of the program wrote it. ``measure``: of values, only its own."""
        head, _, rest = payload.partition(b"\n")
        data = json.loads(head)
        if data.get("version") != VERSION:
            return None
        try:
            data |= json.loads(zlib.decompress(rest))
            if measure is not None:
                _keep_only(data["submissions"], measure)
            return cls(
                data["period"],
                tuple(from_data(Submission, s) for s in data["submissions"]),
                tuple(from_data(Finding, f) for f in data["findings"]),
                {unit: Timeliness(t) for unit, t in data["received"].items()},
                dt.datetime.fromisoformat(data["as_of"]),
                tuple(from_data(Decision, d) for d in data["decisions"]),
            )
        except (ValueError, TypeError, KeyError, zlib.error):
            return None


def is_current(payload_start: bytes) -> bool:
    """Whether a payload that begins so is of this version of the program."""
    return payload_start.startswith(f'{{"version":{VERSION},'.encode())


def _keep_only(submissions: list[Any], measure: str) -> None:
    """Drop the values of other measures before they are made into objects, and the rows that have no other."""
    records, values = _place(Submission, "records"), _place(Record, "values")
    for submission in submissions:
        for record in submission[records]:
            record[values] = [pair for pair in record[values] if pair[0] == measure]
        submission[records] = [record for record in submission[records] if record[values]]


def _place(noun: type[Submission] | type[Record], name: str) -> int:
    """Where a field stands in the list that a noun is written as."""
    return noun.__struct_fields__.index(name)


def week_of(remembered: Remembered, report: Report) -> Week:
    """The week with its rows for queries, which are made while they are written: they can be gone through once."""
    return Week(
        remembered.period,
        remembered.payload(),
        _submission_rows(remembered.submissions),
        map(_fact_row, report.figures),
        (
            FindingRow(
                f.rule, f.severity.value, f.unit, f.measure, f.location.file, f.location.part, f.location.cell,
                json.dumps(to_data(f.arguments), ensure_ascii=False),
            )
            for f in remembered.findings
        ),
        _unit_rows(remembered, report),
    )  # fmt: skip


def _submission_rows(submissions: Iterable[Submission]) -> Iterable[SubmissionRow]:
    for s in submissions:
        received = s.received_at.isoformat() if s.received_at else None
        yield SubmissionRow(
            s.file,
            s.sha256,
            s.unit,
            s.period,
            received,
            s.timeliness.value,
            s.outcome.value,
            s.evidence,
            usable=s.readable and bool(s.records),
        )


def _unit_rows(remembered: Remembered, report: Report) -> Iterable[UnitRow]:
    """Each unit's attendance, and whether what it sent is used as it is, without an error or a decision about it."""
    wrong = {f.unit for f in remembered.findings if f.severity is Severity.ERROR}
    used = {s.unit for s in remembered.submissions if s.outcome is Outcome.ACCEPTED and s.records and s.content != ENTERED}
    hashes = {s.sha256: s.unit for s in remembered.submissions if s.sha256}
    decided = {d.subject.unit or hashes.get(d.subject.sha256) for d in remembered.decisions if d.kind not in _OF_DEADLINES}
    for u in report.units:
        clean = u.received and u.unit in used and u.unit not in wrong | decided
        yield UnitRow(u.unit, u.name, u.expected, u.received, u.timeliness.value, clean)


def unit_values(facts: Iterable[FactRow]) -> dict[str, dict[str, int | None]]:
    """Each unit's figures from the rows of a week."""
    values: dict[str, dict[str, int | None]] = {}
    for fact in facts:
        if fact.unit is not None and fact.dimension is None:
            values.setdefault(fact.unit, {})[fact.measure] = fact.value
    return values


def _fact_row(figure: Figure) -> FactRow:
    # The sources of totals are those of the units; kept once.
    places = figure.derived_from if figure.unit is not None else ()
    sources = _as_json(places)
    special = (("approximate", figure.approximate), ("partial", figure.coverage.partial), ("decided", figure.decided))
    marks = [word for word, holds in special if holds]
    return FactRow(figure.unit, figure.measure, figure.dimension, figure.category, figure.value, sources, " ".join(marks))
