"""What a reminder says: the message for a telephone, and the draft of the mail."""

import datetime as dt
from collections.abc import Sequence
from typing import Final, NamedTuple

from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.standing import UnitState
from tuyentruyen_cli.render.elapsed import WEEKDAYS
from tuyentruyen_cli.render.mail_draft import Attached, draft
from tuyentruyen_cli.render.returned.words import shortened
from tuyentruyen_cli.render.words import clean, in_sentence, sentence_start
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.dates import format_date

MOST: Final = 300  # characters of a message that a telephone shows whole
_NAME: Final = 60


class Words(NamedTuple):
    """Whom a reminder is for and what of. ``due`` and ``by`` are on the campaign's clock."""

    name: str
    period: Period
    state: UnitState
    due: dt.datetime
    by: dt.datetime

    @property
    def when(self) -> str:
        """``before`` or ``after`` the due instant, as messages are named."""
        return "before" if self.by == self.due else "after"

    def say(self, message: str) -> str:
        """A message of this reminder."""
        unit = shortened(in_sentence(clean(self.name)), _NAME)
        dates = short_dates(self.period)
        week = f"{self.period.week:02d}"
        said = say(message, "vi", unit=unit, week=week, dates=dates, due=_instant(self.due), by=_instant(self.by))
        return sentence_start(said)


def short_dates(period: Period) -> str:
    """``29/01 - 04/02/2021``."""
    return f"{period.start:%d/%m} - {format_date(period.end)}"


def chat(words: Words) -> str:
    """The message, of at most ``MOST`` characters."""
    if words.state is UnitState.EMPTY:
        return words.say(f"remind.empty-{words.when}")
    return words.say(f"remind.missing-{words.when}")


def mail(words: Words, addresses: Sequence[str], office: str, form: Attached | None = None) -> bytes:
    """The draft, with the unit's form where there is one."""
    body = [chat(words)]
    body += ["", say("remind.form", "vi", file=form.name)] if form else []
    body += ["", office] if office else []
    return draft(words.say(f"remind.subject-{words.when}"), addresses, body, [form] if form else ())


def _instant(moment: dt.datetime) -> str:
    """``16h00 thứ Năm ngày 04/02/2021``."""
    weekday = say(f"status.{WEEKDAYS[moment.isoweekday() - 1]}", "vi")
    return say("remind.instant", "vi", time=f"{moment:%Hh%M}", weekday=weekday, date=format_date(moment.date()))
