"""What a file, its sheets and its tables say of the unit and the week."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.identity import Match, slug
from tuyentruyen_cli.extract.surroundings import Line
from tuyentruyen_cli.extract.week import WeekEvidence, longer_period, other_time, week_in, week_in_name
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.sheet import Sheet
from tuyentruyen_cli.vi.text import fold, fold_plain

_WEEK_BEHIND = re.compile(r"[\s,;–-]*[\s(,;](?:tuần|kỳ|tháng|từ ngày|từ \d|năm \d).*", re.DOTALL)


class UnitEvidence(Struct, frozen=True):
    """The units that were named, where, and in which words."""

    match: Match
    location: Location
    text: str


class Identity(Struct, frozen=True):
    """Who and when a table is about. ``unit`` is None when not recognised, with the rule that says why."""

    unit: str | None
    rule: str
    evidence: tuple[UnitEvidence, ...]
    week: WeekEvidence | None

    @property
    def named(self) -> tuple[str, ...]:
        """Every unit that some evidence names, exactly or nearly."""
        return tuple(sorted({u for e in self.evidence for u in e.match.exact | e.match.near}))


def file_evidence(name: str, context: Context) -> list[UnitEvidence]:
    """What the name of a file and of its folders says of the unit."""
    if context.names is None:
        return []
    path = PurePosixPath(name)
    found = []
    for part in (path.stem, *path.parent.parts):
        # A folder that bears a unit's id is that unit's, whatever words the id is made of.
        own = part in context.names.units and part != path.stem
        match = Match(exact=frozenset({part})) if own else context.names.file_name(part)
        if match.exact or match.near:
            found.append(UnitEvidence(match, Location(name), part))
    return found


def identify(
    context: Context, sheet: Sheet, lines: Sequence[Line], own: Sequence[Line] = (), rows: Iterable[Line] = ()
) -> Identity:
    """Who and when the lines over a table speak of, with the sheet's and the file's names beside them.

    ``own`` are those of the lines that stand over this very table: for its week they come first. ``rows`` are its labels.
    """
    texts = [line.text for line in own]
    week = other_time([*texts, sheet.part]) or week_in(texts, context.calendar)
    week = week or week_in([line.text for line in lines], context.calendar)
    if week is None:
        path = PurePosixPath(sheet.file)
        week = week_in_name(sheet.part, context.calendar) or week_in_name(path.stem, context.calendar)
        week = week or longer_period([line.text for line in lines])
    if context.names is None:
        return Identity(_made_up(sheet, lines), "", (), week)
    evidence = file_evidence(sheet.file, context)
    match = context.names.file_name(sheet.part)
    if match.exact or match.near:
        evidence.append(UnitEvidence(match, Location(sheet.file, sheet.part), sheet.part))
    for line in lines:
        match = context.names.line(line.text)
        if match.exact or match.near:
            evidence.append(UnitEvidence(match, line.location, line.text))
    for row in rows:
        match = context.names.row(row.text)
        if match.exact:
            evidence.append(UnitEvidence(match, row.location, row.text))
    unit, rule = decide(evidence)
    return Identity(unit, rule, tuple(evidence), week)


def decide(evidence: Iterable[UnitEvidence]) -> tuple[str | None, str]:
    """The one unit that all evidence names, and the rule to be said of it (empty when all is exact)."""
    evidence = tuple(evidence)
    exact = frozenset(u for e in evidence for u in e.match.exact)
    near = frozenset(u for e in evidence for u in e.match.near)
    if len(exact) > 1 or (exact and near - exact):
        return None, "unit-conflict"
    if len(exact) == 1:
        return next(iter(exact)), "unit-near-miss" if near else ""
    return None, "unit-near-miss" if near else "unit-unknown"


def unit_of_file_name(name: str) -> str:
    """The id of a unit that only the name of its file gives."""
    return slug(PurePosixPath(name).stem) or "unknown"


def _made_up(sheet: Sheet, lines: Sequence[Line]) -> str:
    """Without a registry a unit's id is made from the name that the file gives, without the week behind it."""
    folded = [_WEEK_BEHIND.sub("", fold(line.text)) for line in lines]
    for text in folded:
        if text.startswith(("đơn vị:", "đơn vị báo cáo:")):
            return slug(text.partition(":")[2])
    for text in folded:
        if fold_plain(text).startswith(("ubnd xa ", "ubnd thi tran ", "ubnd phuong ", "uy ban nhan dan xa ")):
            return slug(text)
    return unit_of_file_name(sheet.file)
