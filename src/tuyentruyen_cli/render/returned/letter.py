"""What is said to one sender: what the message, the mail and the list in Word are made of."""

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.returned import FileToMend, Marked, ToMend
from tuyentruyen_cli.render.letterhead import office
from tuyentruyen_cli.render.returned.words import WORD_KINDS, Line, lines, shortened
from tuyentruyen_cli.render.sentences import week_said
from tuyentruyen_cli.render.words import clean, in_sentence
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.dates import format_date, format_time

FIRST_SEEN = "first-seen"
_NAME = 60


class Part(Struct, frozen=True):
    """One file of a letter, in words."""

    file: FileToMend
    name: str
    lines: tuple[Line, ...]

    @property
    def in_cells(self) -> bool:
        """Whether all that is said of it is about cells of a sheet."""
        return self.file.content not in WORD_KINDS and all(line.cell for line in self.lines)


class Letter(Struct, frozen=True):
    """Everything that is said to one sender. ``by`` is the instant to answer by, in the campaign's zone."""

    unit: str
    week: str
    dates: str
    by: dt.datetime
    parts: tuple[Part, ...]
    errors: int
    warnings: int
    office: str
    addresses: tuple[str, ...]

    @property
    def until(self) -> str:
        """``16 giờ 00 phút ngày 05/02/2021``."""
        return moment(self.by)

    def sorted_lines(self, *, error: bool) -> Iterator[tuple[Part, Line]]:
        """The lines of that weight, with their files."""
        return ((part, line) for part in self.parts for line in part.lines if line.error is error)


def moment(when: dt.datetime) -> str:
    """An instant as a letter writes it."""
    return say("replies.by", "vi", time=format_time(when.time()), date=format_date(when.date()))


def letter(report: Report, sender: ToMend, marked: Sequence[Marked], by: dt.datetime) -> Letter:
    """The letter to a sender. ``marked`` go with its files, one for each."""
    schema = report.campaign.schema
    parts = tuple(
        Part(file, clean(file.file), lines(one.findings, file.content, one.sheets, schema))
        for file, one in zip(sender.files, marked, strict=True)
    )
    registry = report.campaign.registry
    unit = registry.unit(sender.unit) if registry and sender.unit else None
    name = in_sentence(clean(sender.name)) if sender.unit else say("replies.place-file", "vi", file=clean(sender.name))
    return Letter(
        shortened(name, _NAME),
        f"{report.period.week:02d}",
        week_said(report),
        by,
        parts,
        sender.count(Severity.ERROR),
        sender.count(Severity.WARNING),
        clean(office(report.campaign.letterhead) or report.campaign.letterhead.issuer),
        unit.addresses if unit else (),
    )


def opening(said: Letter) -> str:
    """The first sentence: what cannot be used, or is to be looked at, and until when."""
    key = "replies.mail-error" if said.errors else "replies.mail-warning"
    count = said.errors or said.warnings
    return say(key, "vi", week=said.week, dates=said.dates, unit=said.unit, count=count, by=said.until)


def received(said: Letter, zone: dt.tzinfo) -> list[str]:
    """Each file with when it was received, as far as that is known."""
    found = []
    for part in said.parts:
        when = part.file.received_at
        if when is None:
            found.append(part.name)
        else:
            key = "replies.received-by" if part.file.evidence == FIRST_SEEN else "replies.received-at"
            found.append(say(key, "vi", file=part.name, moment=moment(when.astimezone(zone))))
    return found


def heading(said: Letter) -> tuple[str, str]:
    """The first two lines of the list in a marked copy: whose it is, and what to do with it."""
    return (
        say("replies.list-title", "vi", week=said.week, unit=said.unit),
        say("replies.list-how", "vi", by=said.until),
    )
