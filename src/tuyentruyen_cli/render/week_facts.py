"""The figures of a week's report as its documents account for them."""

from collections.abc import Iterable

from tuyentruyen_cli.model.comparison import Comparison
from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.report import Report, UnitStatus
from tuyentruyen_cli.model.submission import Outcome
from tuyentruyen_cli.render.check_view import ERRORS, messages
from tuyentruyen_cli.render.facts import ATTENDANCE, CHANGE, FINDINGS, ISSUED, Fact, Source
from tuyentruyen_cli.render.lookup import ORIGIN, Key, figures_of, heading
from tuyentruyen_cli.render.sentences import RELAYED, key_of
from tuyentruyen_cli.render.tables import category_title
from tuyentruyen_cli.render.words import clean

ALL_UNITS = "Tổng cộng"
RELAYED_SAID = "Tiếp âm, tiếp sóng, phát lại"
USED = frozenset({Outcome.ACCEPTED, Outcome.PARTIAL})
COUNTED = {
    "received": "Số đơn vị đã gửi báo cáo",
    "on-time": "Số đơn vị gửi đúng hạn",
    "late": "Số đơn vị gửi muộn",
    "unknown": "Số đơn vị chưa rõ thời điểm gửi",
    "missing": "Số đơn vị chưa gửi báo cáo",
}


def sends(state: str, unit: UnitStatus) -> bool:
    """Whether a unit sent something, at the time that is said."""
    return unit.received and state in {"received", unit.timeliness.value}


def week_facts(report: Report, keys: Iterable[Key]) -> tuple[tuple[Source, ...], dict[Key, Fact]]:
    """The facts with these keys, and the files of the week, with those of the week before where it is held against that."""
    return _Week(report).facts(keys)


class _Week:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.figures = figures_of(report)
        self.names = {unit.unit: unit.name for unit in report.units}
        self.headings = {measure.id: heading(measure) for measure in report.campaign.schema.measures}
        hashes = {s.file: s.sha256 for s in report.submissions}
        self.sources = [Source(clean(file), digest) for file, digest in sorted(hashes.items())]
        self.index = {file: number for number, file in enumerate(sorted(hashes))}
        self.files: dict[str, list[int]] = {}
        for s in report.submissions:
            if s.unit and s.outcome in USED:
                self.files.setdefault(s.unit, []).append(self.index[s.file])
        if report.comparison is not None:
            self._add_files_before(report.comparison)

    def _add_files_before(self, comparison: Comparison) -> None:
        """The files of the week before, behind those of this one."""
        week = comparison.other.id
        for source in comparison.files:
            self.files.setdefault(source.unit, []).append(len(self.sources))
            self.sources.append(Source(clean(source.file), source.sha256, week))

    def facts(self, keys: Iterable[Key]) -> tuple[tuple[Source, ...], dict[Key, Fact]]:
        """The facts, and the files."""
        found = {key: self._fact(key) for key in keys}
        return tuple(self.sources), found

    def _fact(self, key: Key) -> Fact:
        dimension = key[2] or ""
        if dimension == CHANGE:
            return self._change(key)
        if dimension == ATTENDANCE:
            return self._attendance(key)
        if dimension == FINDINGS:
            return self._findings(key)
        return self._issued(key) if dimension.startswith(f"{ISSUED}:") else self._figure(self.figures[key])

    def _figure(self, figure: Figure) -> Fact:
        coverage = figure.coverage
        files = dict.fromkeys([place.file for place in figure.derived_from])
        return Fact(
            key_of(figure),
            clean(self._whose(key_of(figure))),
            figure.value,
            len(coverage.units) if coverage.expected is None else coverage.expected - len(coverage.missing),
            -1 if coverage.expected is None else coverage.expected,
            tuple(sorted(self.index[file] for file in files if file in self.index)),
            over=coverage.units if figure.unit is None else (),
        )

    def _change(self, key: Key) -> Fact:
        """A measure beside the week before: over the units in both, or over all that are in it where those are the same."""
        comparison = self.report.comparison
        assert comparison is not None, "a change is marked only where there is something to compare"
        one = next(c for c in comparison.measures if c.measure == key[0])
        change, over = (one.change, one.current.within) if one.alike is None else (one.alike.change, one.alike.units)
        title = self.headings[one.measure]
        against = self.report.campaign.calendar.by_id(comparison.other.id)
        return Fact(
            key,
            clean(f"{ALL_UNITS}, {title}, so với tuần {against.week:02d}"),
            change.current,
            len(over),
            -1 if one.current.expected is None else one.current.expected,
            tuple(sorted({number for unit in over for number in self.files.get(unit, ())})),
            against=comparison.other.id,
            then=change.other,
            over=over,
        )

    def _attendance(self, key: Key) -> Fact:
        report, state = self.report, key[3] or ""
        expected = report.attendance.expected
        over = tuple(u.unit for u in report.units if sends(state, u))
        # A unit that nobody asked is not among those that are counted as having sent nothing.
        over = report.attendance.missing if state == "missing" else over
        return Fact(key, COUNTED[state], len(over), len(over), -1 if expected is None else expected, (), over=over)

    def _findings(self, key: Key) -> Fact:
        """How many messages there are; no unit is in such a number."""
        found = messages(self.report)
        errors = sum(m.severity is Severity.ERROR for m in found)
        count = errors if key[3] == ERRORS else len(found) - errors
        return Fact(key, "Số lỗi phải sửa" if key[3] == ERRORS else "Số điểm cần xem", count, 0, -1, ())

    def _issued(self, key: Key) -> Fact:
        """What the report that is replaced had."""
        measure, unit, dimension, category = key
        replaced, dimension = self.report.issued, (dimension or "").removeprefix(f"{ISSUED}:") or None
        assert replaced is not None, "such figures are marked only where a report replaces another"
        figures = replaced.issue.figures
        by_unit = figures.values.get(measure, {})
        over = () if unit or dimension else tuple(by_unit)
        value = by_unit.get(unit) if unit else dict(replaced.issue.totals).get(measure)
        if dimension and category:
            value = figures.parts.get((dimension, category, measure))
        covered, expected = 1, 1
        if unit is None:
            covered = next((then for m, then, _ in replaced.covered if m == measure), 0)
            expected = -1 if replaced.expected[0] is None else replaced.expected[0]
        about = clean(f"{self._whose((measure, unit, dimension, category))}, theo Báo cáo số {replaced.issue.name}")
        return Fact(key, about, value, covered, expected, (), against=replaced.issue.name, over=over)

    def _whose(self, key: Key) -> str:
        """``Xã Bản Bo, Số tin, bài``: whose figure and which."""
        measure, unit, dimension, category = key
        parts = [self.names.get(unit, unit) if unit else ALL_UNITS]
        if dimension == ORIGIN:
            parts.append(RELAYED_SAID if category == RELAYED else category or "")
        elif dimension:
            parts.append(category_title(self.report, dimension, category or ""))
        return ", ".join([*filter(None, parts), self.headings[measure]])
