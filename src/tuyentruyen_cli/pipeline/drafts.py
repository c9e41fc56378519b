"""Which drafts there are, to whom each would go, and which of them must not leave."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.campaign.place import week_of_folder
from tuyentruyen_cli.errors import NothingReadable, OperatorError
from tuyentruyen_cli.mail.drafts import Draft, DraftError, draft_of
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.mail import Sending, SendState
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.pipeline.place import parse_week
from tuyentruyen_cli.store.memory import Store

EML = ".eml"
REPORTS = "reports"
LARGEST = 50 * 1024 * 1024  # bytes; no server takes more


class Ready(Struct, frozen=True):
    """A draft with its state. ``key`` tells its text and recipients from every other; ``draft`` is None when it is none."""

    sending: Sending
    key: str = ""
    draft: Draft | None = None


def draft_files(root: Path, campaign: Campaign, start: Path, kind: str | None, week: str | None) -> tuple[Path, ...]:
    """The drafts that are meant by a path: a draft, a folder of them, or a campaign's or week's folder with a kind.

    Raises NothingReadable when there is none, OperatorError when there are several kinds and none was named.
    """
    if not start.exists():
        raise NothingReadable("mail.no-source", path=start)
    if start.is_file():
        return (start,)
    folder = _folder(root, campaign, start, kind, week)
    files = tuple(p for p in sorted(folder.rglob("*")) if p.suffix.casefold() == EML and p.is_file() and not p.is_symlink())
    if not files:
        raise NothingReadable("mail.no-drafts", path=folder)
    return files


def _folder(root: Path, campaign: Campaign, start: Path, kind: str | None, week: str | None) -> Path:
    """The folder to look in: the one that was named, unless that is a campaign's or a week's."""
    named = week_of_folder(start.resolve().name, campaign.calendar) if start.resolve().parent == root.resolve() else None
    if start.resolve() != root.resolve() and named is None:
        return start
    period = parse_week(week, campaign.calendar) if week else named
    kinds = {p.name: p for p in _kinds(root / REPORTS, period)}
    if kind is not None:
        if kind not in kinds:
            raise NothingReadable("mail.no-drafts-of-kind", kind=kind, known=", ".join(kinds) or "–")
        return kinds[kind]
    if len(kinds) > 1:
        raise OperatorError("mail.which-kind", known=", ".join(kinds))
    if not kinds:
        raise NothingReadable("mail.no-drafts", path=root / REPORTS)
    return next(iter(kinds.values()))


def _kinds(reports: Path, period: Period | None) -> Iterator[Path]:
    """The folders with drafts: those of the campaign, and those of a week, by default the newest that has any."""
    if not reports.is_dir():
        return
    folders = [p for p in sorted(reports.iterdir()) if p.is_dir()]
    weeks = {p.name: [k for k in sorted(p.iterdir()) if k.is_dir() and _has_drafts(k)] for p in folders}
    of_weeks = [name for name in weeks if week_like(name) and weeks[name]]
    chosen = period.id if period else next(iter(of_weeks[::-1]), "")
    yield from weeks.get(chosen, [])
    yield from (p for p in folders if not week_like(p.name) and _has_drafts(p))


def week_like(name: str) -> bool:
    """Whether a folder of ``reports/`` is that of a week or month: its name begins with the year."""
    return name[:4].isdigit()


def _has_drafts(folder: Path) -> bool:
    return any(p.suffix.casefold() == EML for p in folder.rglob("*"))


def prepared(files: Sequence[Path], store: Store, campaign: Campaign, units: Sequence[str]) -> list[Ready]:
    """The drafts for these units (all when none is named), with what the log says of each."""
    known = _addresses(campaign)
    past = states(store)
    drafts = [_prepared(path, store, known, past) for path in files]
    drafts = [one for one in drafts if not units or one.sending.unit in units]
    several = Counter(one.sending.unit for one in drafts if one.sending.unit and one.sending.state in _LEAVING)
    return [_once(one, several) for one in drafts]


_LEAVING = frozenset({SendState.READY, SendState.SENT_BEFORE, SendState.UNCLEAR})


def _once(one: Ready, several: Counter[str]) -> Ready:
    """Two drafts for one unit in one run: a person chooses."""
    if one.sending.unit and one.sending.state is SendState.READY and several[one.sending.unit] > 1:
        return replace(one, sending=replace(one.sending, state=SendState.TWICE))
    return one


def _addresses(campaign: Campaign) -> dict[str, tuple[str, list[str]]]:
    """The campaign's own list: every address in small letters, as it is written, and the units that have it."""
    known: dict[str, tuple[str, list[str]]] = {}
    for unit in campaign.registry.units if campaign.registry else ():
        for address in unit.addresses:
            known.setdefault(address.casefold(), (address, []))[1].append(unit.id)
    return known


class Past(Struct, frozen=True):
    """What the log says of sending: by key the last state and when; by path when something was last sent of it."""

    by_key: Mapping[str, tuple[SendState, dt.datetime]]
    by_path: Mapping[str, dt.datetime]


SENDING, SENT, UNSENT = "sending", "sent", "unsent"
_STATES = {SENDING: SendState.UNCLEAR, SENT: SendState.SENT_BEFORE, UNSENT: SendState.READY}


def states(store: Store) -> Past:
    """What was sent, refused, or broken off."""
    by_key: dict[str, tuple[SendState, dt.datetime]] = {}
    by_path: dict[str, dt.datetime] = {}
    lines = sorted((line for kind in _STATES for line in store.lines(kind)), key=lambda line: line.seq)
    for line in lines:
        by_key[line.data["key"]] = _STATES[line.kind], line.instant
        if line.kind == SENT:
            by_path[line.data["path"]] = line.instant
    return Past(by_key, by_path)


def _prepared(path: Path, store: Store, known: Mapping[str, tuple[str, list[str]]], past: Past) -> Ready:
    place = store.inside(path)
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST else b""
        draft = draft_of(data)
    except (OSError, DraftError):
        return Ready(Sending(place, None, "", (), SendState.UNREADABLE))
    to = tuple(known[a][0] if a in known else a for a in draft.to)
    key = hashlib.sha256("\0".join(sorted(draft.to)).encode() + b"\0\0" + draft.data).hexdigest()
    strangers = tuple((a, "") for a in draft.to if a not in known)
    if strangers or not to:
        state = SendState.STRANGER if strangers else SendState.NO_ADDRESS
        return Ready(Sending(place, None, draft.subject, to, state, refused=strangers), key, draft)
    shared = set.intersection(*(set(known[a][1]) for a in draft.to))
    unit = path.parent.name if path.parent.name in shared else min(shared, default=None)
    if unit is None:
        return Ready(Sending(place, None, draft.subject, to, SendState.SEVERAL_UNITS), key, draft)
    state, at = past.by_key.get(key, (SendState.READY, None))
    earlier = past.by_path.get(place) if state is SendState.READY else None
    return Ready(
        Sending(place, unit, draft.subject, to, state, at if state is not SendState.READY else None, earlier=earlier),
        key,
        draft,
    )
