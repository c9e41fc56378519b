"""``tuyentruyen status``: where a week stands, as a table and as JSON."""

import json
from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

import click

from tuyentruyen_cli.cli.aligned import aligned
from tuyentruyen_cli.cli.beside import beside_lines
from tuyentruyen_cli.cli.fail_on import conditions
from tuyentruyen_cli.cli.rebuilt import make_again
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.standing import Leave, Standing, UnitStanding, UnitState
from tuyentruyen_cli.model.submission import Timeliness
from tuyentruyen_cli.pipeline.status import Question, standing
from tuyentruyen_cli.render.elapsed import elapsed, instant, short_instant
from tuyentruyen_cli.render.status_json import coverage_json, status_json
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.dates import format_date
from tuyentruyen_cli.vi.text import escape

# Names on one line; a province's are in the table and in the JSON.
MOST_NAMES = 20


def run_status(question: Question, fail_on: str, settings: Settings) -> int:
    """Show where the week stands. 1 only for what ``--fail-on`` names."""
    asked = conditions(fail_on)
    found = standing(question)
    if found.lost and make_again(question.start, settings):
        found = standing(question)
    if settings.as_json:
        click.echo(json.dumps(status_json(found), ensure_ascii=False, indent=2))
    else:
        click.echo(status_text(found, settings.lang))
    return int(ExitCode.FOUND if asked & _found(found) else ExitCode.DONE)


def status_text(found: Standing, lang: str) -> str:
    """The week as a person reads it."""
    return "\n".join(_Page(found, lang).lines())


def _found(found: Standing) -> set[str]:
    coverage = coverage_json(found)
    wrong = {"error"} if any(u.errors for u in found.expected) else set()
    return wrong | {name for name in ("missing", "late") if coverage[name]}


class _Page:
    """What is shown of a week, in one language, on the campaign's clock."""

    def __init__(self, found: Standing, lang: str) -> None:
        self.found, self.lang = found, lang
        self.zone = found.period.due.tzinfo or ZoneInfo("UTC")

    def say(self, message: str, **arguments: object) -> str:
        return say(f"status.{message}", self.lang, **arguments)

    def lines(self) -> Iterator[str]:
        yield from self.head()
        yield ""
        yield from self.table()
        yield ""
        yield from self.counts()
        yield from self.leaves()
        yield from self.files()
        if self.found.shared:
            yield self.say("share")
        if self.found.issued:
            yield ""
            names = {u.unit: u.name for u in self.found.units}
            yield from beside_lines(self.found.issued, self.found.measures, names, self.lang)

    def head(self) -> Iterator[str]:
        period, left = self.found.period, self.found.left
        start, end = format_date(period.start), format_date(period.end)
        yield self.say("title", week=period.id, start=start, end=end, now=instant(self.found.now, self.zone, self.lang))
        time = elapsed(left, self.lang)
        words = self.say("left", time=time) if left.total_seconds() >= 0 else self.say("over", time=time)
        yield self.say("due", due=instant(period.due, self.zone, self.lang), left=words)
        if period.shift_reason:
            yield self.say("shifted", reason=escape(period.shift_reason))

    def table(self) -> Iterator[str]:
        head = ["unit", "came", "timeliness", "state", "versions", "past-on-time", "past-right"]
        rows = [
            [
                escape(u.name),
                short_instant(u.received_at, self.zone) if u.received_at else "–",
                self.timeliness(u),
                self.state(u),
                str(len(u.versions)) if u.versions else "–",
                f"{u.past.on_time}/{u.past.expected}",
                f"{u.past.right_first}/{u.past.expected}",
            ]
            for u in self.found.units
        ]
        return aligned([say(f"status.{name}", self.lang) for name in head], rows, left=4)

    def timeliness(self, unit: UnitStanding) -> str:
        if unit.state is UnitState.EXCUSED:
            return "–"
        if not unit.received:
            over = self.found.now - unit.due
            return self.say("overdue", time=elapsed(over, self.lang)) if over.total_seconds() > 0 else self.say("not-yet")
        if unit.late is not None:
            return self.say("late", time=elapsed(unit.late, self.lang))
        return self.say("on-time" if unit.timeliness is Timeliness.ON_TIME else "unknown")

    def state(self, unit: UnitStanding) -> str:
        counts = [self.say("errors", count=unit.errors)] if unit.errors else []
        counts += [self.say("warnings", count=unit.warnings)] if unit.warnings else []
        return ", ".join([say(f"status.{unit.state.value}", self.lang), *counts])

    def counts(self) -> Iterator[str]:
        coverage = coverage_json(self.found)
        missing = self.found.of_state(UnitState.MISSING)
        yield self.say("counts", **{**coverage, "missing": len(missing)})
        if missing:
            yield self.say("names-missing", units=self.names(u.name for u in missing))
        empty = [
            self.say("empty-on-time", unit=u.name) if u.received_at and u.received_at <= u.due else u.name
            for u in self.found.of_state(UnitState.EMPTY)
        ]
        if empty:
            yield self.say("names-empty", units=self.names(empty))
        refused = self.found.of_state(UnitState.REFUSED)
        if refused:
            yield self.say("names-refused", units=self.names(u.name for u in refused))
        again = [self.say("sent-times", unit=u.name, count=len(u.versions)) for u in self.found.units if len(u.versions) > 1]
        if again:
            yield self.say("names-superseded", units=self.names(again))
        yield from self.over_weeks()

    def over_weeks(self) -> Iterator[str]:
        weeks, units = self.found.weeks, self.found.units
        if weeks:
            yield self.say(
                "over-weeks",
                count=len(weeks),
                first=weeks[0],
                last=weeks[-1],
                on_time=sum(u.past.on_time for u in units),
                right=sum(u.past.right_first for u in units),
                expected=sum(u.past.expected for u in units),
            )

    def leaves(self) -> Iterator[str]:
        names = {u.unit: u.name for u in self.found.units}
        for leave in self.found.leaves:
            yield self.leave(leave, escape(names.get(leave.unit, leave.unit)))

    def leave(self, leave: Leave, name: str) -> str:
        who = self.say("by-whom", who=escape(leave.who)) if leave.who else ""
        reason = escape(leave.reason)
        if leave.due is None:
            return self.say("name-excused", unit=name, reason=reason, who=who)
        return self.say("name-extended", unit=name, reason=reason, who=who, due=instant(leave.due, self.zone, self.lang))

    def files(self) -> Iterator[str]:
        """What an officer should do about files, and the weeks whose figures are lost."""
        found, folder = self.found, self.found.folder
        if found.unplaced:
            yield self.say("unplaced", files=self.names(s.file for s in found.unplaced))
        if not found.remembered and found.period.id not in found.lost:
            yield self.say("not-remembered", folder=folder.path if folder else self.say("a-week-folder"))
        for message, names in (("folder-new", folder.new), ("folder-changed", folder.changed)) if folder else ():
            if names and found.remembered and folder:
                yield say(f"status.{message}", self.lang, files=self.names(names), folder=folder.path)
        if folder and folder.gone:
            yield self.say("folder-gone", files=self.names(folder.gone))
        if found.lost:
            yield self.say("lost", weeks=", ".join(found.lost))

    def names(self, names: Iterable[str]) -> str:
        every: Sequence[str] = [escape(name) for name in names]
        return ", ".join(every[:MOST_NAMES]) + (f", … (+{len(every) - MOST_NAMES})" if len(every) > MOST_NAMES else "")
