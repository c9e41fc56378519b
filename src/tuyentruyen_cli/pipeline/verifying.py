"""Holds a finished document against what was issued, or against what is remembered."""

import datetime as dt
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.campaign.place import find
from tuyentruyen_cli.errors import NothingReadable, OperatorError
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.issue import Issue
from tuyentruyen_cli.model.verification import Against, Compared, Verification
from tuyentruyen_cli.pipeline.issued import issues, last_name
from tuyentruyen_cli.pipeline.kinds import KINDS, Needs, kind_of
from tuyentruyen_cli.pipeline.pdf_text import pdf_text
from tuyentruyen_cli.pipeline.place import parse_week, required_campaign
from tuyentruyen_cli.pipeline.sources import CHECK_SHEET, MONTHLY, WEEKLY, Sources
from tuyentruyen_cli.read.document import Given, document
from tuyentruyen_cli.read.fault import FileFault
from tuyentruyen_cli.render.chart_points import Point, points
from tuyentruyen_cli.render.figures_part import FiguresPart, figures_part
from tuyentruyen_cli.render.text_compared import by_text, with_every_number_marked
from tuyentruyen_cli.render.verified import by_bookmarks, names_in, outdated, read, weeks_in
from tuyentruyen_cli.render.visible import Block, Visible
from tuyentruyen_cli.store.memory import Store, open_store
from tuyentruyen_cli.texts import area, say

# The kinds that say what the store says, not what the hour is.
STEADY: Final = frozenset({WEEKLY, MONTHLY, "bao-cao-dot", CHECK_SHEET})


class Asked(Struct, frozen=True):
    """What is to be verified. ``week`` (of a month's report the month) and ``kind`` help where the file no longer tells."""

    file: Path
    now: dt.datetime
    week: str | None = None
    kind: str | None = None
    lang: str = "vi"


class _Written(NamedTuple):
    """What a document was when it was written: its part, and what was seen of it."""

    part: FiguresPart
    seen: Visible
    against: Against
    issue: Issue | None


def verify(asked: Asked) -> Verification:
    """What became of the document.

    Raises NothingReadable for a file that cannot be read, OperatorError where nobody can tell which report it should be.
    """
    given = _given(asked)
    seen, text = _seen(given, asked)
    own = figures_part(given.data) if given.content == "docx" else None
    with ExitStack() as stack:
        sources = _sources(asked, own, stack)
        written = _written(asked, sources, own, seen)
        shown = points(given.data) if given.content == "docx" else ()
        compared = _compared(written, seen, text, shown)
        fresh = _fresh(sources, written.part) if sources else None
    part = written.part
    stale = None if fresh is None else outdated(part, fresh)
    name = written.issue.name if written.issue else ""
    unknown = sources is not None and own is not None and own.mark is not None and written.issue is None
    return Verification(asked.file.name, part.kind, part.week, name, written.against, compared, stale, unknown)


def _given(asked: Asked) -> Given:
    file = asked.file
    if not file.exists() and not file.is_symlink():
        raise NothingReadable("cli.no-file", file=file)
    if file.is_dir():
        raise NothingReadable("cli.folder-not-file", file=file)
    try:
        return document(file)
    except FileFault as fault:
        raise _unreadable(asked, fault) from fault
    except OSError as error:
        raise NothingReadable("cli.unreadable-output", path=file, reason=error) from error


def _unreadable(asked: Asked, fault: FileFault) -> NothingReadable:
    arguments = dict(fault.arguments)
    special = f"{fault.rule}.{arguments.get('reason')}"
    if fault.rule == "unsupported-file":
        return NothingReadable("verify.unsupported", file=asked.file.name)
    rule = special if special in area("rules") else fault.rule
    why = say(f"rules.{rule}", asked.lang, **arguments) if arguments else say(f"rules.{rule}", asked.lang)
    return NothingReadable("verify.unreadable", file=asked.file.name, why=why)


def _seen(given: Given, asked: Asked) -> tuple[Visible, str]:
    """What is seen of the document: its blocks and bookmarks, and all its text."""
    try:
        if given.content == "docx":
            seen = read(given.data)
            return seen, "\n".join(block.text for block in seen.blocks)
        text = "\n".join(pdf_text(given.data))
    except FileFault as fault:
        raise _unreadable(asked, fault) from fault
    except (KeyError, SyntaxError) as error:  # lxml's fault of broken XML is a SyntaxError
        raise NothingReadable(
            "verify.unreadable", file=asked.file.name, why=say("rules.unreadable-file", asked.lang)
        ) from error
    if not text.strip():
        raise NothingReadable("verify.pdf-is-picture", file=asked.file.name)
    return Visible(tuple(Block((line,), line, ()) for line in text.split("\n")), {}), text


def _sources(asked: Asked, own: FiguresPart | None, stack: ExitStack) -> Sources | None:
    """The campaign that the file lies in, or that of the working directory; None without one."""
    root = find(asked.file) or find(Path.cwd())
    if root is None:
        return None
    _, campaign = required_campaign(root, asked.lang)
    store = stack.enter_context(open_store(root, asked.now, write=False, lang=asked.lang))
    made = Sources(store, root, campaign, root, asked.now, lang=asked.lang)
    return _of(made, asked.kind or (own.kind if own else "") or WEEKLY, asked.week or (own.week if own else None))


def _of(sources: Sources, kind: str, stretch: str | None) -> Sources:
    """The same campaign, asked for that week, or for that month where the kind of document is of one."""
    of_month = kind in KINDS and KINDS[kind].needs is Needs.MONTH
    return replace(sources, week=None if of_month else stretch, month=stretch if of_month else None)


def _written(asked: Asked, sources: Sources | None, own: FiguresPart | None, seen: Visible) -> _Written:
    """What the document was when it was written: as it was issued, else as it tells itself, else written anew."""
    issue = _issue(sources.store, own, seen.blocks, asked, sources.campaign) if sources else None
    kept = sources.store.original(issue.sha256) if sources and issue else None
    if kept and issue:
        data = kept.read_bytes()
        part = figures_part(data) or FiguresPart(WEEKLY, issue.period)
        as_issued = read(data)
        if not _marked(as_issued, part):  # the office had saved it with another program before it was issued
            as_issued, part = with_every_number_marked(as_issued, replace(part, kind=WEEKLY, week=issue.period))
        return _Written(part, as_issued, Against.ISSUED, issue)
    if own and (_marked(seen, own) or sources is None):
        return _Written(own, seen, Against.ITSELF, issue)
    if sources is None:
        raise OperatorError("verify.no-marks-no-campaign", file=asked.file.name)
    kind = kind_of(asked.kind or (own.kind if own and own.kind else WEEKLY))
    if not sources.week and not sources.month:
        sources = _of(sources, kind.id, issue.period if issue else _week(sources, seen.blocks, asked))
    data = kind.makers["docx"](sources)
    fresh = figures_part(data)
    assert fresh is not None, "every document that is written has its part"
    return _Written(fresh, read(data), Against.STORE, issue)


def _marked(seen: Visible, part: FiguresPart) -> bool:
    return any(held.name in seen.held for held in part.held)


def _issue(store: Store, own: FiguresPart | None, blocks: Sequence[Block], asked: Asked, campaign: Campaign) -> Issue | None:
    """The issued report that a document is: by the mark of the log in it, else by the number that it bears."""
    known = issues(store)
    if own and own.mark:
        return next((i for i in known if (i.log_line, i.log_hash) == tuple(own.mark or ())), None)
    if own and own.held:
        return None
    if asked.week and asked.kind in {None, WEEKLY}:
        week = parse_week(asked.week, campaign.calendar).id
        known = tuple(i for i in known if i.period == week)
    name = names_in(blocks, [i.name for i in known])
    return next((i for i in reversed(known) if i.name == name), None)


def _week(sources: Sources, blocks: Sequence[Block], asked: Asked) -> str:
    """The week that a document without marks says it is of. Raises OperatorError where it says none, or several."""
    remembered = [sources.campaign.calendar.by_id(week) for week in sources.store.weeks()]
    said = weeks_in(blocks, remembered)
    if len(said) != 1:
        raise OperatorError("verify.which-week", file=asked.file.name)
    return said[0].id


def _compared(written: _Written, seen: Visible, text: str, shown: Sequence[Point]) -> Compared:
    if _marked(seen, written.part) or written.seen is seen:
        return by_bookmarks(seen, written.part, shown)
    return by_text(text, written.seen, written.part)


def _fresh(sources: Sources, part: FiguresPart) -> FiguresPart | None:
    """The part of the same document written anew; None when it cannot be."""
    if part.kind not in STEADY:
        return None
    kind = KINDS[part.kind]
    asked = _of(sources, part.kind, part.week)
    asked.replace = bool(part.replaces) and part.replaces == last_name(sources.store, part.week)
    try:
        return figures_part(kind.makers["docx"](asked))
    except OperatorError:  # not remembered, or a template that an office is working on: the rest can be told all the same
        return None
