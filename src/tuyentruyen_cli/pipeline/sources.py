"""What a document of a campaign is made of: looked up when its maker asks, and once."""

import datetime as dt
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli import resources
from tuyentruyen_cli.check.returns import due_or_later
from tuyentruyen_cli.errors import NothingReadable, OperatorError
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.comparison import Cumulated
from tuyentruyen_cli.model.course import Course
from tuyentruyen_cli.model.issue import Beside
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.pipeline.asking import asking_of
from tuyentruyen_cli.pipeline.comparing import Question
from tuyentruyen_cli.pipeline.coursing import course_of
from tuyentruyen_cli.pipeline.decisions import decisions_of
from tuyentruyen_cli.pipeline.formats import Formats, originals_of
from tuyentruyen_cli.pipeline.issued import issues, single, week_figures
from tuyentruyen_cli.pipeline.place import remembered_week
from tuyentruyen_cli.pipeline.status import Question as StandingQuestion
from tuyentruyen_cli.pipeline.status import refuse_unread, standing_of
from tuyentruyen_cli.pipeline.week import reload
from tuyentruyen_cli.render.request import Asking
from tuyentruyen_cli.render.urged import Urged
from tuyentruyen_cli.store.memory import Store

WEEKLY = "bao-cao-tuan"
MONTHLY = "bao-cao-thang"
URGING = "don-doc"
REQUEST = "yeu-cau"
CHECK_SHEET = "phieu-kiem-tra"
PAGE = "page.html.j2"
DAYS_TO_ANSWER = 1
WEEKS_SHOWN = 12  # of charts by week


class Sources(Struct, dict=True):
    """A campaign, its store, and what is asked of them.

    ``outputs`` is where the document will lie, None for standard output.
    """

    store: Store
    root: Path
    campaign: Campaign
    start: Path
    now: dt.datetime
    week: str | None = None
    month: str | None = None
    replace: bool = False
    lang: str = "vi"
    outputs: Path | None = None

    @cached_property
    def period(self) -> Period:
        """The week that is asked for. Raises NothingReadable when none is remembered."""
        return remembered_week(self.store.weeks(), self.campaign.calendar, self.start, self.week)

    @cached_property
    def report(self) -> Report:
        """The report of that week. Raises NothingReadable when it is not remembered.

        Raises OperatorError while a decision waits to be applied: a document would show what a person has already changed.
        """
        report = remembered_report(self.store, self.campaign, self.start, self.week)
        if set(report.decisions) != set(decisions_of(self.store, report.period.id)):
            raise OperatorError("cli.decided-since", week=report.period.id)
        return report

    @cached_property
    def replaced(self) -> Beside | None:
        """The issued report that is to be replaced, when that is asked for. Raises OperatorError when there is none."""
        if self.replace and self.report.issued is None:
            raise OperatorError("history.nothing-to-replace", week=self.report.period.id)
        return self.report.issued if self.replace else None

    @property
    def times_replaced(self) -> int:
        """How many reports of the week were issued before the one that replaces the last of them; 0 where it replaces none."""
        return len(issues(self.store, self.report.period.id)) if self.replaced else 0

    @cached_property
    def formats(self) -> Formats:
        """The report of the week in every format."""
        return Formats(
            self.report,
            template_of(self.root / "templates", self.report, WEEKLY),
            self.template(CHECK_SHEET),
            template_of(self.root / "templates", self.report, WEEKLY, PAGE).parent,
            originals_of(self.store, self.report, self.outputs),
            self.lang,
            self.replaced,
            self._weeks,
        )

    def _weeks(self) -> tuple[Cumulated, ...]:
        """The figures of the last remembered weeks, this one at the end."""
        ids = [week for week in self.store.weeks() if week <= self.report.period.id][-WEEKS_SHOWN:]
        figures = week_figures(self.store, ids, self.campaign)
        return tuple(single(figures[week], self.campaign) for week in ids)

    @cached_property
    def course(self) -> Course:
        """The month that is asked for, else all weeks up to the one that is. Raises NothingReadable when none is remembered."""
        to_date = not self.month
        question = Question(self.start, self.now, self.week, month=self.month, to_date=to_date, lang=self.lang)
        return course_of(self.store, self.campaign, question)

    @cached_property
    def urged(self) -> Urged:
        """Who is late or missing in that week, now. Raises OperatorError where its folder holds what was not read yet."""
        found = standing_of(self.store, self.root, self.campaign, StandingQuestion(self.start, self.now, self.week, self.lang))
        refuse_unread(found)
        calendar = self.campaign.calendar
        return Urged(self.campaign, found, due_or_later(found.period.due, calendar, self.now, DAYS_TO_ANSWER))

    @cached_property
    def asking(self) -> Asking:
        """What the campaign asks of its units. Raises OperatorError where it asks nothing, or of nobody."""
        return asking_of(self.campaign, self.root, self.now)

    def template(self, kind: str, name: str = "report.docx") -> Path:
        """The campaign's own template of a kind, else the one that ships."""
        own = self.root / "templates" / kind / name
        return own if own.is_file() else resources.template(kind) / name


def remembered_report(store: Store, campaign: Campaign, start: Path, week: str | None) -> Report:
    """The report of the week that is asked for. Raises NothingReadable when it is not remembered."""
    period = remembered_week(store.weeks(), campaign.calendar, start, week)
    report = reload(store, campaign, period)
    if report is None:
        raise NothingReadable("cli.week-not-remembered", week=period.id)
    return report


def template_of(own: Path, report: Report, kind: str, name: str = "report.docx") -> Path:
    """The campaign's own template of a kind, else the one of its report schema, else the shipped one."""
    schema = resources.template(report.campaign.schema.id) if kind == WEEKLY else resources.template(kind)
    choices = (own / kind / name, schema / name)
    return next((c for c in choices if c.is_file()), resources.template(kind) / name)
