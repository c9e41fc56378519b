"""What the report of several weeks says in sentences, each figure with who is in it and who is not, by name."""

from collections.abc import Mapping, Sequence

from tuyentruyen_cli.model.comparison import Side, Span, SpanKind
from tuyentruyen_cli.model.course import Course, CourseWeek
from tuyentruyen_cli.model.schema import Aggregation, Measure, MeasureKind
from tuyentruyen_cli.model.submission import Timeliness
from tuyentruyen_cli.render import words
from tuyentruyen_cli.render.course.keys import key_of
from tuyentruyen_cli.render.lookup import Key, in_words
from tuyentruyen_cli.render.marks import Share, given, marked_as
from tuyentruyen_cli.render.sentences import COUNTED, DISPATCH, NAMED_AT_MOST, attendance_key
from tuyentruyen_cli.render.words import count_of, in_sentence, units_counted
from tuyentruyen_cli.vi.dates import format_date

Gaps = tuple[tuple[str, tuple[str, ...]], ...]


def span_words(span: Span) -> str:
    """``tháng 02 năm 2021``, ``các tuần 05 đến 08``: a stretch inside a sentence."""
    if span.kind is SpanKind.MONTH:
        year, month = span.id.split("-")
        return f"tháng {month if int(month) <= 2 else int(month)} năm {year}"  # noqa: PLR2004 - as dates are written
    weeks = sorted((*span.weeks, *span.absent))
    return f"tuần {weeks[0][-2:]}" if len(weeks) == 1 else f"các tuần từ {weeks[0][-2:]} đến {weeks[-1][-2:]}"


def dates_said(span: Span) -> str:
    """``từ ngày 29/01/2021 đến ngày 25/02/2021``."""
    return f"từ ngày {format_date(span.start)} đến ngày {format_date(span.end)}"


def weeks_listed(weeks: Sequence[str]) -> str:
    """``tuần 05``, ``tuần 05, 07``."""
    return f"tuần {', '.join(week[-2:] for week in weeks)}"


def _by_unit(pairs: Sequence[tuple[str, Sequence[str]]], names: Mapping[str, str], key: Key) -> str:
    """``xã Nùng Nàng (tuần 05, 07), xã Khun Há (tuần 06)``; of very many the first ones and the number of the rest."""
    listed = [f"{given(in_sentence(names.get(unit, unit)))} ({weeks_listed(weeks)})" for unit, weeks in pairs]
    if len(listed) <= NAMED_AT_MOST:
        return words.listed(listed)
    rest = marked_as(key, units_counted(len(listed) - NAMED_AT_MOST), Share.REST)
    return f"{', '.join(listed[:NAMED_AT_MOST])} và {rest} đơn vị khác nêu tại bảng theo đơn vị"


def _by_weeks(gaps: Sequence[tuple[str, Sequence[str]]], names: Mapping[str, str], key: Key) -> str:
    """``tuần 05, 07 của xã Nùng Nàng; tuần 06 của xã Khun Há``; of very many the first ones and the number of the rest."""
    found: dict[tuple[str, ...], list[str]] = {}
    for unit, weeks in gaps[:NAMED_AT_MOST]:
        found.setdefault(tuple(weeks), []).append(given(in_sentence(names.get(unit, unit))))
    said = "; ".join(f"{weeks_listed(weeks)} của {words.listed(found[weeks])}" for weeks in sorted(found))
    rest = len(gaps) - NAMED_AT_MOST
    number = marked_as(key, units_counted(rest), Share.REST)
    return f"{said} và của {number} đơn vị khác nêu tại bảng theo đơn vị" if rest > 0 else said


def attendance(course: Course) -> list[str]:
    """How many weeks there were, who sent all of them, who was late and who lacks which."""
    span = course.main.span
    count = marked_as(attendance_key("weeks"), units_counted(len(course.weeks)))
    known = f"có {count} tuần báo cáo ({dates_said(span)})"
    absent = f"; chưa tổng hợp báo cáo {weeks_listed(span.absent)}" if span.absent else ""
    said = [f"{words.sentence_start(span_words(span))} {known}{absent}."]
    lacking, late = _lacking(course.weeks), _of_units(course.weeks, Timeliness.LATE)
    expected, sent, full, prompt = (units_that(course, state) for state in ("expected", "received", "full", "prompt"))
    if not expected:
        return [*said, f"Đã nhận được báo cáo của {_units('received', count_of(len(sent), None))}."]
    every = "báo cáo" if len(course.weeks) == 1 else f"báo cáo cả {count} tuần"
    few = f", trong đó {_units('prompt', units_counted(len(prompt)))} luôn gửi đúng hạn" if prompt else ""
    prompt_said = ", đều đúng hạn" if prompt and len(prompt) == len(full) else few
    rest = f"; chưa gửi đủ: {_by_unit(list(lacking.items()), course.units, attendance_key('full'))}" if lacking else ""
    said.append(f"Có {_units('full', count_of(len(full), len(expected)))} gửi đủ {every}{prompt_said}{rest}.")
    if late:
        said.append(f"Gửi muộn: {_by_unit(list(late.items()), course.units, attendance_key('late'))}.")
    return said


def units_that(course: Course, state: str) -> tuple[str, ...]:
    """The units that were expected or sent something in any of the weeks, were late in one, sent all that was expected of
    them (``full``), or all of it in time (``prompt``).
    """
    weeks, expected = course.weeks, [u.unit for week in course.weeks for u in week.units if u.expected]
    late = _of_units(weeks, Timeliness.LATE)
    lacking = _lacking(weeks)
    match state:
        case "expected":
            found = expected
        case "received":
            found = [u.unit for week in weeks for u in week.units if u.received]
        case "late":
            found = list(late)
        case _:
            found = [unit for unit in expected if unit not in lacking]
    if state == "prompt":
        unknown = _of_units(weeks, Timeliness.UNKNOWN)
        found = [unit for unit in found if unit not in late and unit not in unknown]
    return tuple(dict.fromkeys(found))


def _units(state: str, text: str) -> str:
    return f"{marked_as(attendance_key(state), text)} đơn vị"


def _lacking(weeks: Sequence[CourseWeek]) -> dict[str, list[str]]:
    """The weeks for which each expected unit sent nothing."""
    found: dict[str, list[str]] = {}
    for week in weeks:
        for unit in week.missing:
            found.setdefault(unit, []).append(week.period.id)
    return found


def _of_units(weeks: Sequence[CourseWeek], timeliness: Timeliness) -> dict[str, list[str]]:
    """The weeks that each unit sent at that time."""
    found: dict[str, list[str]] = {}
    for week in weeks:
        for unit in week.units:
            if unit.received and unit.timeliness is timeliness:
                found.setdefault(unit.unit, []).append(week.period.id)
    return found


def results(course: Course) -> dict[str, object]:
    """The totals in words: one sentence where all are whole, else a line for each with its own coverage."""
    when = f"Trong {span_words(course.main.span)} ({dates_said(course.main.span)})"
    sides = [(m, course.main.side(m.id)) for m in course.measures]
    stated = [(m, s) for m, s in sides if s.value is not None]
    if not stated:
        return {"lead": f"{when}, chưa có số liệu của đơn vị nào.", "lines": []}
    if len(stated) == len(sides) and all(s.expected is not None and not s.gaps and not s.partial for _, s in sides):
        clauses = "; ".join(_clause(course, m, s) for m, s in sides)
        return {"lead": f"{when}, các đơn vị {'đã ' if sides[0][0].id in DISPATCH else 'báo cáo: '}{clauses}.", "lines": []}
    lines = [_line(course, m, s) for m, s in sides]
    return {"lead": f"{when}, kết quả thực hiện của các đơn vị như sau:", "lines": words.ended_list(lines)}


def _line(course: Course, measure: Measure, side: Side) -> str:
    covered = coverage_said(side, course.units, key_of(measure)) if side.value is not None else ""
    return f"{words.sentence_start(_clause(course, measure, side))}{f' ({covered})' if covered else ''}"


def _clause(course: Course, measure: Measure, side: Side) -> str:
    """What one figure says: ``thực hiện 1.108 tin, bài``."""
    title = measure.title[:1].lower() + measure.title[1:]
    if side.value is None:
        return f"chưa có số liệu về {title}"
    said = in_words(measure, side.value)
    value = f"{hedged(course, measure)}{marked_as(key_of(measure), said)}"
    most = {Aggregation.MAX: ", mức cao nhất trong các tuần", Aggregation.LATEST: ", số mới nhất"}.get(measure.over_periods, "")
    if measure.id in DISPATCH:
        return DISPATCH[measure.id].format(value=value) + most
    word = COUNTED.get(measure.id) or measure.measured_in
    counted = value if not word or said.endswith(word) else f"{value} {word}"
    return f"{title}: {counted}{most}"


def hedged(course: Course, measure: Measure) -> str:
    """The word before a figure that is not exact."""
    if measure.kind is MeasureKind.ESTIMATE:
        return "ước "
    return "khoảng " if measure.id in course.approximate else ""


def coverage_said(side: Side, names: Mapping[str, str], key: Key) -> str:
    """Who is in a figure in full, and who lacks which weeks; empty when every expected unit is in it whole."""
    if side.expected is None:
        said = [f"số liệu của {marked_as(key, count_of(len(side.within), None), Share.COVERED)} đơn vị"]
    elif side.gaps or side.partial:
        count = marked_as(key, count_of(side.covered, side.expected), Share.COVERED)
        said = [f"{count} đơn vị có đủ số liệu các tuần"]
    else:
        return ""
    if side.gaps:
        said.append(f"chưa có số liệu {_by_weeks(side.gaps, names, key)}")
    if side.partial:
        partial = [given(in_sentence(names.get(unit, unit))) for unit in side.partial]
        number = marked_as(key, units_counted(len(partial)), Share.PARTIAL)
        few = words.listed(partial) if len(partial) <= NAMED_AT_MOST else f"{number} đơn vị"
        said.append(f"{few} mới báo cáo một phần")
    return "; ".join(said)


def basis_said(course: Course) -> list[str]:
    """Which reported weeks have come to other figures since: a report of the month must not disagree in silence."""
    moved = [one for one in course.issued if one.moved]
    return [
        f"Số liệu {weeks_listed([one.issue.period])} đã được cập nhật so với Báo cáo số {given(one.issue.name)} "
        f"ngày {format_date(one.issue.date)}."
        for one in moved
    ]
