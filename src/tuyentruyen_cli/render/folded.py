"""Findings as messages: one for each thing to mend. Nothing is lost: what a message folds under its cause, it still holds.

Two ways of folding. A finding that another one explains goes under that cause and is gone once the cause is mended: the cells
of a column whose heading is wrong. The same fault in several cells of one table is one message with all of them.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import MeasureKind
from tuyentruyen_cli.texts import area

# Headings that refuse their whole column.
_HEADINGS = frozenset({("rate-not-total", "heading"), ("basis-unclear", "twice")})
_UNREAD = frozenset({"unreadable-file", "encrypted-file", "unsupported-file", "unsafe-file", "no-table", "two-tables"})
# What a slip of scale in the same cell explains.
_UNLIKELY = frozenset({"listeners-over-population", "minutes-per-item", "fewer-broadcasts-than-items", "far-from-own-past"})
# Each of these has numbers of its own: they are one fault only where one cell explains them all.
_CONTRADICTIONS = frozenset({"total-mismatch", "subtotal-mismatch"})


class Message(Struct, frozen=True):
    """A finding, the same one in other cells, and what follows from them."""

    cause: Finding
    same: tuple[Finding, ...] = ()
    follows: tuple[Finding, ...] = ()

    @property
    def severity(self) -> Severity:
        """That of its cause: what follows is never heavier."""
        return self.cause.severity

    @property
    def places(self) -> tuple[Location, ...]:
        """Where it stands: the cause first."""
        return (self.cause.location, *(f.location for f in self.same))


class _Open(Struct):
    """A message that is being gathered."""

    cause: Finding
    same: list[Finding] = field(default_factory=list)
    follows: list[Finding] = field(default_factory=list)


def fold(findings: Iterable[Finding]) -> tuple[Message, ...]:
    """The messages of some findings, in the order of their causes."""
    findings = list(findings)
    causes = _Causes(findings)
    under = {id(f): cause for f in findings if (cause := causes.of(f)) is not None}
    messages: dict[tuple[object, ...], _Open] = {}
    home: dict[int, _Open] = {}
    for finding in findings:
        if id(finding) not in under:
            message = messages.setdefault(_alike(finding), _Open(finding))
            if message.cause is not finding:
                message.same.append(finding)
            home[id(finding)] = message
    for finding in findings:
        cause = finding
        while id(cause) in under:
            cause = under[id(cause)]
        if cause is not finding:
            home[id(cause)].follows.append(finding)
    return tuple(Message(m.cause, tuple(m.same), tuple(m.follows)) for m in messages.values())


def folded_under(findings: Sequence[Finding]) -> dict[int, int]:
    """For each finding that is not the first of its message, its index and that of the first."""
    index = {id(f): i for i, f in enumerate(findings)}
    return {index[id(f)]: index[id(m.cause)] for m in fold(findings) for f in (*m.same, *m.follows)}


def _alike(finding: Finding) -> tuple[object, ...]:
    """What makes findings one message: one fault in several cells of a table."""
    place = finding.location
    if place.row is None:
        return (id(finding),)
    key = (finding.rule, finding.severity, place.file, place.part, finding.unit, finding.argument("reason"))
    if finding.rule not in _CONTRADICTIONS:
        # What is to be typed for a length is not what is to be typed for a count.
        own = finding.argument("kind") == MeasureKind.DURATION.value and f"{finding.rule}.duration" in area("hints")
        return (*key, own)
    explained = str(finding.argument("explains") or "")
    # The same row in every column: C9, D9, E9.
    rows = tuple("".join(filter(str.isdigit, cell)) for cell in explained.split(", "))
    return (*key, place.row, rows) if explained else (id(finding),)


def _is_heading(finding: Finding) -> bool:
    return (finding.rule, finding.argument("reason")) in _HEADINGS


class _Causes:
    """Finds what explains a finding, among all that was found."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._headings: dict[tuple[str, str, str | None], list[Finding]] = {}
        self._whole: dict[tuple[str, str, str | None], Finding] = {}
        self._slips: dict[tuple[Location, str | None], Finding] = {}
        self._uncached: dict[tuple[str, str], Finding] = {}
        self._unread: dict[str, Finding] = {}
        for f in findings:
            place = f.location
            if _is_heading(f):
                self._headings.setdefault((place.file, place.part, f.measure), []).append(f)
            elif f.rule == "not-stated" and place.row is None:
                self._whole[place.file, place.part, f.measure] = f
            elif f.rule == "scale-slip" and place.row is not None:
                self._slips.setdefault((place, f.measure), f)
            elif f.rule == "uncached-formula":
                self._uncached.setdefault((place.file, place.part), f)
            elif f.rule in _UNREAD:
                self._unread.setdefault(place.file, f)

    def of(self, finding: Finding) -> Finding | None:
        """What explains a finding, or None."""
        return next((cause for cause in self._candidates(finding) if cause is not finding), None)

    def _candidates(self, f: Finding) -> Iterator[Finding]:
        place = f.location
        if place.row is not None and not _is_heading(f):  # two wrong headings in one row explain nothing of each other
            for heading in self._headings.get((place.file, place.part, f.measure), ()):
                above = heading.location
                if above.column == place.column or above.row == place.row:
                    yield heading
        if f.rule == "not-stated" and (place.file, place.part, f.measure) in self._whole:
            yield self._whole[place.file, place.part, f.measure]
        if f.rule in _UNLIKELY and (place, f.measure) in self._slips:
            yield self._slips[place, f.measure]
        if f.rule == "total-unchecked" and str(f.argument("typed") or "").startswith("="):
            yield from filter(None, (self._uncached.get((place.file, place.part)),))
        if f.rule == "which-is-final" and f.argument("reason") == "unreadable":
            files = f.argument("files")
            yield from (self._unread[name] for name in (files if isinstance(files, tuple) else ()) if name in self._unread)
