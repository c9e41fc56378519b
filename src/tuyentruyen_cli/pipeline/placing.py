"""Where a file that came by mail belongs: its week, the unit of its sender, and a name under which it can lie there."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field

from tuyentruyen_cli.campaign.place import week_of_folder
from tuyentruyen_cli.errors import OutputRefused
from tuyentruyen_cli.extract.week import WeekEvidence, week_in, week_in_name
from tuyentruyen_cli.files import clear_left_over, write_atomic
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.mail import Attached, Letter, Taken
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.unclear import WEEK_UNCLEAR
from tuyentruyen_cli.pipeline.job import FileResult
from tuyentruyen_cli.read.folder import is_left_behind, is_own
from tuyentruyen_cli.vi.file_names import numbered, safe_name

_AS_MAIL = "thu-"  # before a name that the program would take for its own


class Shelf(Struct):
    """The folders of a campaign's weeks. ``week`` is that of files that name none, where a person said so."""

    root: Path
    campaign: Campaign
    today: Period
    week: Period | None = None
    _folders: dict[str, Path] = field(default_factory=dict)

    def put(self, letter: Letter, attached: Attached, result: FileResult) -> Taken:
        """Lay one file of a message down. Raises OutputRefused."""
        calendar = self.campaign.calendar
        came = calendar.holding(letter.received_at.astimezone(calendar.tz).date()) if letter.received_at else self.today
        named = self._named(letter, attached, result, came)
        period = named or came
        unit = self._unit(letter, attached, came)
        parts = [*(() if named else (WEEK_UNCLEAR,)), *((unit,) if unit else ())]
        folder = self._folder(period).joinpath(*parts)
        digest = hashlib.sha256(attached.data).hexdigest()
        path, new = _laid(folder, attached, digest)
        where = path.relative_to(self.root).as_posix()
        known = named is not None
        return Taken(where, digest, attached.name, period.id, unit, attached.forwarded, new=new, week_known=known)

    def _named(self, letter: Letter, attached: Attached, result: FileResult, came: Period) -> Period | None:
        """The week that the file speaks of; else that of its name, of the message, or of the order."""
        calendar = self.campaign.calendar
        told = {s.period for s in result.submissions if s.period}
        said = week_in_name(Path(attached.name.replace("\\", "/")).stem, calendar) or _one_week(letter.texts, self.campaign)
        by_message = said.period if said else None
        if len(told) > 1:
            # One file for many weeks comes again and again: with the week that the message, or its time, is about.
            week = next((w for w in (by_message, came.id) if w in told), None)
        else:
            week = next(iter(told), None) or by_message
        return calendar.by_id(week) if week else self.week

    def _unit(self, letter: Letter, attached: Attached, came: Period) -> str | None:
        """The one unit whose address the sender's is; that of who wrote a forwarded message when the sender is none."""
        for sender in (letter.sender, attached.sender):
            units = self.campaign.registry.on(came.end).units if self.campaign.registry else ()
            found = [u.id for u in units if sender and sender in {a.casefold() for a in u.addresses}]
            if len(found) == 1:
                return found[0]
        return None

    def _folder(self, period: Period) -> Path:
        """The folder of a week: the one that there is, whatever it is called, else a new one."""
        if period.id not in self._folders:
            calendar = self.campaign.calendar
            there = [p for p in sorted(self.root.iterdir()) if p.is_dir() and week_of_folder(p.name, calendar) == period]
            own = f"week-{period.week:02d}" if period.year == calendar.year else period.id
            self._folders[period.id] = there[0] if there else self.root / own
        return self._folders[period.id]


def _one_week(texts: Sequence[str], campaign: Campaign) -> WeekEvidence | None:
    """The week that a message names in its subject, else in its lines; None when these name several."""
    calendar = campaign.calendar
    subject = week_in(texts[:1], calendar)
    if subject is not None:
        return subject
    found = {w.period: w for line in texts[1:] if (w := week_in([line], calendar)) is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _laid(folder: Path, attached: Attached, digest: str) -> tuple[Path, bool]:
    """Where the file lies now, and whether it was not there before. What lies there already is never written over.

    Only under the lock of the store: what a run that was killed left half-written is cleared away.
    """
    stem, ending = safe_name(attached.name)
    if is_own(stem + ending) or is_left_behind(stem + ending):
        stem = f"{_AS_MAIL}{stem}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        clear_left_over(folder)
        taken = {path.name.casefold(): path for path in folder.iterdir()}
        for name in numbered(stem, ending):
            there = taken.get(name.casefold())
            if there is None:
                write_atomic(folder / name, attached.data)
                return folder / name, True
            if there.is_file() and hashlib.sha256(there.read_bytes()).hexdigest() == digest:
                return there, False
    except OSError as error:
        raise OutputRefused("cli.cannot-make-folder", folder=folder, reason=error) from error
    raise AssertionError("there is always one more number")
