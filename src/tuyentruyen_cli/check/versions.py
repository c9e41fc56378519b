"""Which of several submissions of one unit and week counts; where that is not known, none does until a person says."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.check.timeliness import FIRST_SEEN
from tuyentruyen_cli.model.decision import Decision, DecisionKind
from tuyentruyen_cli.model.finding import Argument, Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.schema import UNSPLIT
from tuyentruyen_cli.model.submission import Outcome, Submission
from tuyentruyen_cli.model.value import ValueState

USED = frozenset({Outcome.ACCEPTED, Outcome.PARTIAL})
_SHOWN_DIFFERENCES = 12
_OF_VERSIONS = frozenset({DecisionKind.CHOOSE, DecisionKind.COMBINE})


class Settled(Struct, frozen=True):
    """Submissions with their outcomes settled, and what there is to say."""

    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]


def settle(
    submissions: Iterable[Submission], decisions: Iterable[Decision] = (), names: Mapping[str, str] | None = None
) -> Settled:
    """Settle identical files, consolidations of the office and chains of versions, whatever their order.

    Where a person chose a version, or said that all are parts of one, that holds. ``names`` are the units', for what is said.
    """
    chosen = {d.subject.unit: d for d in decisions if d.kind in _OF_VERSIONS and d.subject.measure is None}
    ordered = sorted(submissions, key=lambda s: (s.file, s.unit or ""))
    findings: list[Finding] = []
    ordered = _same_bytes(ordered, findings)
    chains: dict[tuple[str, str], list[Submission]] = {}
    for s in ordered:
        if s.unit is not None and s.outcome is not Outcome.IGNORED:
            # A file for another week is no version of this week's.
            chains.setdefault((s.unit, s.period or ""), []).append(s)
    decided: dict[int, Submission] = {}
    for (unit, _), mine in sorted(chains.items()):
        settled = _as_decided(mine, chosen[unit]) if unit in chosen else _settle_unit(unit, mine, findings)
        decided |= {id(s): new for s, new in zip(mine, settled, strict=True)}
    ordered = [decided.get(id(s), s) for s in ordered]
    findings += _consolidations(ordered, names or {})
    return Settled(tuple(ordered), tuple(findings))


def _as_decided(mine: list[Submission], decision: Decision) -> list[Submission]:
    """All versions as they are where they are combined; else the chosen one, the others superseded by it."""
    if decision.kind is DecisionKind.COMBINE:
        return mine
    return [s if s.sha256 == decision.value else replace(s, outcome=Outcome.SUPERSEDED) for s in mine]


def _finding(rule: str, file: str, unit: str | None, related: Iterable[Location] = (), **arguments: Argument) -> Finding:
    return Finding(rule, RULES[rule], Location(file), tuple(arguments.items()), unit, related=tuple(related))


def _same_bytes(submissions: list[Submission], findings: list[Finding]) -> list[Submission]:
    first: dict[tuple[str, str | None, str | None], Submission] = {}
    result = []
    for s in sorted(submissions, key=lambda s: (s.received_at is None, _instant(s), s.file)):
        key = (s.sha256, s.unit, s.period)
        kept = first.setdefault(key, s)
        if kept.file == s.file or not s.sha256:
            result.append(s)
            continue
        result.append(replace(s, outcome=Outcome.IGNORED))
        findings.append(_finding("same-bytes", s.file, s.unit, (Location(kept.file),), other=kept.file))
    return sorted(result, key=lambda s: (s.file, s.unit or ""))


def _settle_unit(unit: str, mine: list[Submission], findings: list[Finding]) -> list[Submission]:
    own = [s for s in mine if not s.shared]
    shared = [s for s in mine if s.shared]
    if shared and own:
        settled = _settle_chain(unit, own, findings)
        current = [s for s in settled if s.outcome in USED]
        aside = []
        for s in shared:
            if len(current) == 1 and _facts(s) == _facts(current[0]):
                aside.append(replace(s, outcome=Outcome.IGNORED))
            else:
                files = (*(c.file for c in settled), s.file)
                findings.append(
                    _finding("which-is-final", s.file, unit, map(Location, files), files=files, reason="consolidation")
                )
                settled = [replace(c, outcome=Outcome.REJECTED) if c.outcome in USED else c for c in settled]
                aside.append(replace(s, outcome=Outcome.REJECTED))
        return [*_in_order(mine, settled, aside)]
    return _settle_chain(unit, mine, findings)


def _in_order(mine: list[Submission], *settled: list[Submission]) -> list[Submission]:
    by_file = {(s.file, s.sha256): s for group in settled for s in group}
    return [by_file[s.file, s.sha256] for s in mine]


def _settle_chain(unit: str, versions: list[Submission], findings: list[Finding]) -> list[Submission]:
    if len(versions) < 2:  # noqa: PLR2004
        return versions
    reason = _undecidable(versions)
    files = tuple(v.file for v in versions)
    if reason:
        findings.append(_finding("which-is-final", versions[-1].file, unit, map(Location, files), files=files, reason=reason))
        return [replace(v, outcome=Outcome.REJECTED) for v in versions]
    *older, newest = sorted(versions, key=_instant)
    places, shown = _differences(older[-1], newest)
    said = {"files": files, "other": tuple(v.file for v in older), "differences": shown}
    findings.append(_finding("newer-version", newest.file, unit, places, **said))
    return [v if v is newest else replace(v, outcome=Outcome.SUPERSEDED) for v in versions]


def _undecidable(versions: list[Submission]) -> str:
    """Why nobody can tell which version counts, or empty."""
    times = [v.received_at for v in versions]
    if any(v.supplement for v in versions):
        return "supplement"
    if any(t is None for t in times) or len(set(times)) < len(times) or not _comparable(versions):
        return "order"
    newest = max(versions, key=_instant)
    if newest.outcome not in USED:
        return "unreadable"
    older = [v for v in versions if v is not newest and v.outcome in USED]
    if any(_channels(v) and _channels(newest) and not _channels(v) & _channels(newest) for v in older):
        return "channels"
    return ""


def _instant(submission: Submission) -> float:
    """When it came, in seconds; times of receipt may bear different zones."""
    return submission.received_at.timestamp() if submission.received_at else 0.0


def _comparable(versions: list[Submission]) -> bool:
    """First seen is only the latest that a file can have come: beside a stated time it tells the order only when earlier."""
    seen = [v.received_at for v in versions if v.evidence == FIRST_SEEN and v.received_at]
    stated = [v.received_at for v in versions if v.evidence != FIRST_SEEN and v.received_at]
    return not seen or not stated or max(seen) < min(stated)


def _channels(submission: Submission) -> set[str]:
    return {c for r in submission.records if (c := r.category("channel")) and c != UNSPLIT}


def _facts(submission: Submission) -> dict[str, int | None]:
    """The figures of a submission: what two files are compared by."""
    refused = {r.measure for r in submission.refusals}
    facts: dict[str, int | None] = {}
    for record in submission.records:
        for measure, value in record.values:
            if value.state is not ValueState.NOT_STATED:
                known = facts.get(measure, 0)
                facts[measure] = None if known is None or value.value is None or measure in refused else known + value.value
    return facts


def _differences(old: Submission, new: Submission) -> tuple[list[Location], tuple[str, ...]]:
    """The cells of the newer version that differ, with what stood there and what stands there."""
    before = {(v.source.part, v.source.row, v.source.column): v for r in old.records for v in r.stated}
    after = {(v.source.part, v.source.row, v.source.column): v for r in new.records for v in r.stated}
    places, shown = [], []
    for key in sorted(set(before) | set(after), key=str):
        a, b = before.get(key), after.get(key)
        if (a.raw if a else "") != (b.raw if b else ""):
            place = (b or a).source if (b or a) else None  # type: ignore[union-attr]
            if place is not None:
                places.append(place)
                shown.append(f"{place.cell}: {a.raw if a else '…'} → {b.raw if b else '…'}")
    return places[:_SHOWN_DIFFERENCES], tuple(shown[:_SHOWN_DIFFERENCES])


def _consolidations(submissions: list[Submission], names: Mapping[str, str]) -> Iterable[Finding]:
    """A file for several units beside files of their own."""
    own = {s.unit for s in submissions if not s.shared and s.unit}
    for file in sorted({s.file for s in submissions if s.shared and s.unit in own}):
        units = sorted(s.unit for s in submissions if s.file == file and s.unit)
        yield _finding("consolidation", file, None, units=tuple(names.get(unit, unit) for unit in units))
