"""Puts together what goes back to the senders of a week: marked copies, lists, messages and drafts. Nothing is sent."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from tuyentruyen_cli.check.returns import answer_by, to_mend
from tuyentruyen_cli.errors import NothingReadable, OperatorError
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.returned import FileToMend, Marked, Returns, ToMend, Wanted
from tuyentruyen_cli.model.submission import ENTERED, Outcome
from tuyentruyen_cli.pipeline.job import Job
from tuyentruyen_cli.pipeline.listing import listing_of
from tuyentruyen_cli.pipeline.outputs import Document, write_documents
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.pipeline.pool import Executor, LocalProcesses
from tuyentruyen_cli.pipeline.return_names import Places
from tuyentruyen_cli.pipeline.return_papers import KIND, Papers, papers
from tuyentruyen_cli.pipeline.sources import remembered_report, template_of
from tuyentruyen_cli.pipeline.stale import hash_of, without_stale
from tuyentruyen_cli.render.folded import fold
from tuyentruyen_cli.render.letterhead import office
from tuyentruyen_cli.render.message_sheet import message_sheet
from tuyentruyen_cli.render.returned.letter import heading, letter
from tuyentruyen_cli.store.memory import Store, open_store
from tuyentruyen_cli.texts import say

FOLDER = "tra-lai"
TEXTS = "tra-loi.txt"
LIST_KIND = "danh-sach-can-sua"
# Asked of a sender, and answered with words: there is nothing in the file to mark.
_NOT_IN_FILE = frozenset({"which-is-final", "same-as-last-week"})


class Order(Struct, frozen=True):
    """What is asked: a week's folder (or the campaign's), and the days to answer in once the deadline has passed."""

    folder: Path
    now: dt.datetime
    week: str | None = None
    days: int = 1
    force: bool = False
    lang: str = "vi"
    executor: Executor = field(default_factory=LocalProcesses)


def give_back(order: Order) -> Returns:
    """Write everything that goes back into ``reports/<week>/tra-lai/``.

    Raises NothingReadable for no folder, or a week that is not remembered, OperatorError for a folder that has changed since,
    OutputRefused.
    """
    if not order.folder.exists():
        raise NothingReadable("cli.no-folder", folder=order.folder)
    root, campaign = required_campaign(order.folder, order.lang)
    with open_store(root, order.now, lang=order.lang) as store:
        report = remembered_report(store, campaign, order.folder, order.week)
        _refuse_changed(order.folder, root, report)
        due = [(sender, _answer_by(report, sender, order)) for sender in map(_causes_alone, to_mend(report))]
        marks = _marks(store, report, due, order)
        places = Places(report.period.id)
        template = template_of(root / "templates", report, LIST_KIND)
        made = [
            papers(report, sender, [marks[file.file] for file in sender.files], by, places.of(sender), template)
            for sender, by in due
        ]
        folder = root / "reports" / report.period.id / FOLDER
        paths = write_documents(store, folder, list(_documents(made)), force=order.force)
        removed = tuple(without_stale(store, folder, set(paths)))
    texts = folder / TEXTS if made else None
    return Returns(report.period.id, tuple(one.returned(folder) for one in made), texts, paths, removed)


def _causes_alone(sender: ToMend) -> ToMend:
    """A sender is told what to mend; what follows from it is gone by itself."""
    files = (replace(f, findings=tuple(c for m in fold(f.findings) for c in (m.cause, *m.same))) for f in sender.files)
    return replace(sender, files=tuple(files))


def _answer_by(report: Report, sender: ToMend, order: Order) -> dt.datetime:
    return answer_by(report.campaign.calendar, report.period, sender.unit, order.now, order.days)


def _documents(made: Sequence[Papers]) -> Iterator[Document]:
    for one in made:
        yield from one.documents
    if made:
        first = made[0].said
        said = [(one.said.unit, one.chat, [d.name for d in one.documents]) for one in made]
        title = say("replies.sheet-title", "vi", week=first.week, dates=first.dates)
        yield Document(TEXTS, KIND, message_sheet(title, said))


def _refuse_changed(folder: Path, root: Path, report: Report) -> None:
    """What goes back speaks of the files as they were read: a week's folder that has changed since is read again first."""
    if folder.resolve() == root.resolve():
        return
    read = {s.file: s.sha256 for s in report.submissions if s.content != ENTERED and s.outcome is not Outcome.IGNORED}
    listed = {found.name: found.path for found in listing_of(folder).files}
    inside = {name for name in listed if any(file.startswith(f"{name}/") for file in read)}
    gone = [file for file in read if file not in listed and not any(file.startswith(f"{name}/") for name in inside)]
    ignored = {s.file for s in report.submissions if s.outcome is Outcome.IGNORED}
    changed = [name for name, path in listed.items() if name in read and read[name] and hash_of(path) != read[name]]
    new = [name for name in listed if name not in read and name not in inside and name not in ignored]
    if gone or changed or new:
        raise OperatorError("replies.changed-since-aggregate", details=tuple(sorted([*gone, *changed, *new])), folder=folder)


def _marks(store: Store, report: Report, due: Sequence[tuple[ToMend, dt.datetime]], order: Order) -> dict[str, Marked]:
    """For each file its marked copy, or why there is none."""
    author = report.campaign.letterhead.issuer
    marks: dict[str, Marked] = {}
    jobs = []
    for sender, by in due:
        for file in sender.files:
            marks[file.file] = Marked(file.findings, reason="kind" if not file.readable else "original")
            source = _source(store, report, file) if file.readable else None
            if source is not None:
                path, name = source
                alone = ToMend(sender.unit, sender.name, (file,))
                title, how = heading(letter(report, alone, (marks[file.file],), by))
                wanted = Wanted(file.file, file.findings, title, how, office(report.campaign.letterhead) or author)
                jobs.append(Job(str(path), name, mark=wanted))
                marks[file.file] = Marked(file.findings, reason="structure")
    if jobs:
        done = order.executor(jobs, report.campaign, report.period)
        marks |= {result.name: _if_in_file(result.marked) for result in done if result.marked is not None}
    return marks


def _if_in_file(marked: Marked) -> Marked:
    if all(f.rule in _NOT_IN_FILE for f in marked.findings):
        return Marked(marked.findings, marked.sheets, reason="nothing-to-mark")
    return marked


def _source(store: Store, report: Report, file: FileToMend) -> tuple[Path, str] | None:
    """The kept original of a file and its name; of an archive for a file that came inside one."""
    own = store.original(file.sha256) if file.sha256 else None
    if own is not None:
        return own, file.file
    for one in reversed(store.received(report.period.id)):
        outer = store.original(one.sha256) if file.file.startswith(f"{one.file}/") else None
        if outer is not None:
            return outer, one.file
    return None
