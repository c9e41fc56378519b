"""A week as it is remembered: what was received and found.

Figures are made of it anew, so that they cannot disagree with it.
"""

import datetime as dt
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from msgspec import Struct
from msgspec.structs import astuple, replace

from tuyentruyen_cli.model.codec import from_json, to_json
from tuyentruyen_cli.model.decision import Decision, DecisionKind
from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.sharing import hold_once
from tuyentruyen_cli.model.submission import ENTERED, Outcome, Submission, Timeliness
from tuyentruyen_cli.store.rows import FactRow, FindingRow, SubmissionRow, UnitRow, Week

VERSION = 6
_QUICKLY = 1
_CHUNK = 1 << 18  # bytes unpacked at once
# What a person decides of when a unit reports, or accepts as it is, says nothing against its figures.
_OF_DEADLINES = frozenset({DecisionKind.EXCUSE, DecisionKind.EXTEND, DecisionKind.WAIVE})


class _Head(Struct, frozen=True):
    version: int
    period: str
    as_of: dt.datetime
    seal: str = ""


class _Rest(Struct, frozen=True):
    """The first line of what is packed: who sent something, and how many lines of each noun follow."""

    received: dict[str, Timeliness]
    submissions: int
    findings: int
    decisions: int


class Remembered(Struct, frozen=True):
    """The submissions of a week with their outcomes, the findings, who sent something, and when it was put together."""

    period: str
    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]
    received: Mapping[str, Timeliness]
    as_of: dt.datetime
    decisions: tuple[Decision, ...] = ()

    def payload(self, seal: Callable[[bytes], str] = lambda _: "") -> bytes:
        """The week as bytes for the store: a line that tells the version, and the rest packed, a noun a line.

        As one text it would need as much again as the program holds, when it is written and when it is read. ``seal``
        makes of what is packed that by which the week is known again.
        """
        packer = zlib.compressobj(_QUICKLY)
        packed = b"".join((*[packer.compress(text.encode()) for text in self._texts()], packer.flush()))
        return _payload(_Head(VERSION, self.period, self.as_of, seal(packed)), packed)

    def _texts(self) -> Iterator[str]:
        """The rest as lines of JSON."""
        counts = (len(self.submissions), len(self.findings), len(self.decisions))
        for noun in (_Rest(dict(self.received), *counts), *self.submissions, *self.findings, *self.decisions):
            yield to_json(noun) + "\n"

    @classmethod
    def of(cls, payload: bytes) -> "Remembered | None":
        """The week of a payload, or None when another version of the program wrote it."""
        head, _, rest = payload.partition(b"\n")
        if not is_current(head):
            return None
        try:
            about = from_json(_Head, head)
            lines = _unpacked(rest)
            counts = from_json(_Rest, next(lines, b""))
            submissions = tuple(map(_submission, islice(lines, counts.submissions)))
            findings = tuple(from_json(Finding, line) for line in islice(lines, counts.findings))
            decisions = tuple(from_json(Decision, line) for line in islice(lines, counts.decisions))
            if (len(submissions), len(findings), len(decisions), *lines) != (*astuple(counts)[1:],):
                return None
        except (ValueError, zlib.error):
            return None
        return cls(about.period, submissions, findings, counts.received, about.as_of, decisions)


def _unpacked(packed: bytes) -> Iterator[bytes]:
    """The lines of what is packed. Raises ValueError or zlib.error when it is torn."""
    unpacker = zlib.decompressobj()
    begun, left = b"", packed
    while not unpacker.eof:
        chunk = unpacker.decompress(left, _CHUNK)
        left = unpacker.unconsumed_tail
        if not chunk and not left and not unpacker.eof:
            raise ValueError("torn")
        *whole, begun = (begun + chunk).split(b"\n")
        yield from whole
    if begun:
        raise ValueError("torn")


def _submission(line: bytes) -> Submission:
    submission = from_json(Submission, line)
    hold_once((submission,))
    return submission


class Sealed(Struct, frozen=True):
    """A payload taken apart: ``packed`` is what its seal is over, beside what the week was made of."""

    head: _Head
    packed: bytes

    @property
    def seal(self) -> str:
        """The seal, empty when it has none."""
        return self.head.seal

    def renewed(self, as_of: dt.datetime) -> bytes:
        """The same payload as of another moment."""
        return _payload(replace(self.head, as_of=as_of), self.packed)


def sealed(payload: bytes) -> Sealed | None:
    """The payload taken apart, or None when another version of the program wrote it."""
    head, _, packed = payload.partition(b"\n")
    if not is_current(head):
        return None
    try:
        return Sealed(from_json(_Head, head), packed)
    except ValueError:
        return None


def _payload(head: _Head, packed: bytes) -> bytes:
    return b"".join((to_json(head).encode(), b"\n", packed))


def is_current(payload_start: bytes) -> bool:
    """Whether a payload that begins so is of this version of the program."""
    return payload_start.startswith(f'{{"version":{VERSION},'.encode())


def week_of(remembered: Remembered, report: Report, seal: Callable[[bytes], str] = lambda _: "") -> Week:
    """The week with its rows for queries, which are made while they are written: they can be gone through once."""
    return Week(
        remembered.period,
        remembered.payload(seal),
        _submission_rows(remembered.submissions),
        map(_fact_row, report.figures),
        (
            FindingRow(
                f.rule, f.severity.value, f.unit, f.measure, f.location.file, f.location.part, f.location.cell,
                to_json(f.arguments),
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
    special = (("approximate", figure.approximate), ("partial", figure.coverage.partial), ("decided", figure.decided))
    marks = [word for word, holds in special if holds]
    return FactRow(
        figure.unit, figure.measure, figure.dimension, figure.category, figure.value, to_json(places), " ".join(marks)
    )
