"""The log as it is read: its lines, whether they are as they were written, and whether issued documents agree with them."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from tuyentruyen_cli.errors import NothingReadable
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.codec import from_data
from tuyentruyen_cli.model.decision import Decision
from tuyentruyen_cli.pipeline.decisions import EVENT as DECISION
from tuyentruyen_cli.pipeline.issue_record import EVENT as ISSUED
from tuyentruyen_cli.pipeline.mail_log import COLLECTED
from tuyentruyen_cli.pipeline.place import parse_week, required_campaign
from tuyentruyen_cli.store.log import BadLine, Line, Log
from tuyentruyen_cli.store.memory import log_of, verify_log
from tuyentruyen_cli.store.receipts import KIND as RECEIVED

REPORTS = "reports"
CHANGED = "history.document-changed"


class Entry(Struct, frozen=True):
    """A line of the log: its number, when it was written, its kind, the weeks it is about, and its data."""

    line: int
    at: dt.datetime
    kind: str
    weeks: tuple[str, ...]
    data: Mapping[str, Any]

    @property
    def decision(self) -> Decision:
        """The decision that a line of that kind holds."""
        return from_data(Decision, self.data["decision"])


class Logbook(Struct, frozen=True):
    """The lines that were asked for, and the first line that is not as it was written; what stands after it is not read."""

    campaign: Campaign
    entries: tuple[Entry, ...]
    bad: BadLine | None


class Disagreement(Struct, frozen=True):
    """An issued document that the log does not agree with. ``why`` is a message id of ``texts.history``; ``line`` the line."""

    document: str
    why: str
    line: int


class Checked(Struct, frozen=True):
    """What a check of the log found: how many lines are as they were written, how many documents were held against them.

    ``gone`` are issued documents that no longer lie where they were issued; the kept copy is another matter.
    """

    lines: int
    bad: BadLine | None
    documents: int
    disagreements: tuple[Disagreement, ...]
    gone: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was found that should not be so."""
        return self.bad is None and not self.disagreements


def logbook(start: Path, week: str | None, kinds: Sequence[str], lang: str) -> Logbook:
    """The lines of a campaign's log, of one week or kind where that is asked for. Raises NothingReadable when there is none."""
    root, campaign = required_campaign(start, lang)
    log = _log(root)
    period = parse_week(week, campaign.calendar).id if week else None
    entries = (_entry(line) for line in log.lines)
    wanted = (e for e in entries if (not kinds or e.kind in kinds) and (period is None or period in e.weeks))
    return Logbook(campaign, tuple(wanted), log.bad)


def check_log(start: Path, lang: str) -> Checked:
    """Go through the chain of hashes; where it holds, hold every issued document on disk against it."""
    root, _ = required_campaign(start, lang)
    log = _log(root)
    if log.bad:
        return Checked(len(log.texts), log.bad, 0, (), ())
    lines = log.lines
    marked = list(_marked_documents(root))
    found = (_disagreement(path.relative_to(root).as_posix(), data, lines) for path, data in marked)
    issued = (line.data["document"] for line in lines if line.kind == ISSUED)
    gone = tuple(name for name in issued if not (root / name).is_file())
    return Checked(len(lines), verify_log(root), len(marked), tuple(d for d in found if d), gone)


def _log(root: Path) -> Log:
    log = log_of(root)
    if not log.texts and log.bad is None:
        raise NothingReadable("history.no-log", path=log.path)
    return log


def _entry(line: Line) -> Entry:
    data = line.data
    if line.kind == RECEIVED:
        weeks = tuple(dict.fromkeys(one["week"] for one in data["receipts"]))
    elif line.kind == COLLECTED:
        weeks = tuple(dict.fromkeys(one["week"] for message in data["messages"] for one in message["taken"]))
    elif line.kind == DECISION:
        weeks = (from_data(Decision, data["decision"]).subject.period,)
    elif line.kind == ISSUED:
        weeks = (data["week"],)
    else:
        parts = Path(data.get("path", "")).parts
        weeks = parts[1:2] if parts[:1] == (REPORTS,) else ()
    return Entry(line.seq, line.instant, line.kind, weeks, data)


def _marked_documents(root: Path) -> Iterator[tuple[Path, bytes]]:
    """The Word files among the campaign's reports that carry the mark of the log."""
    from tuyentruyen_cli.render.issued_docx import mark_of  # noqa: PLC0415 - loads lxml

    for path in sorted((root / REPORTS).rglob("*.docx")):
        try:
            data = path.read_bytes()
        except OSError:
            continue
        if mark_of(data) is not None:
            yield path, data


def _disagreement(name: str, data: bytes, lines: Sequence[Line]) -> Disagreement | None:
    from tuyentruyen_cli.render.issued_docx import mark_of  # noqa: PLC0415 - loads lxml

    mark = mark_of(data)
    assert mark is not None, "only marked documents are looked at"
    if mark.line > len(lines):
        return Disagreement(name, "history.end-cut", len(lines) + 1)
    if mark.line and lines[mark.line - 1].hash != mark.hash:
        return Disagreement(name, "history.line-replaced", mark.line)
    issued = [line for line in lines if line.kind == ISSUED and line.data["log"] == list(mark)]
    if not issued:
        return Disagreement(name, "history.issue-missing", mark.line + 1)
    digest = hashlib.sha256(data).hexdigest()
    if digest not in {line.data["sha256"] for line in issued}:
        return Disagreement(name, CHANGED, issued[-1].seq)
    return None
