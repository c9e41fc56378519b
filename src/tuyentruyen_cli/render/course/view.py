"""The view model of the report of several weeks: texts, numbers and lists, nothing to compute."""

from itertools import count

from tuyentruyen_cli.model.comparison import SpanKind
from tuyentruyen_cli.model.course import Course
from tuyentruyen_cli.model.schema import Measure, MeasureKind
from tuyentruyen_cli.render import letterhead
from tuyentruyen_cli.render.changes import changes_said
from tuyentruyen_cli.render.course import sentences, tables
from tuyentruyen_cli.render.course.charts import channel_charts, week_charts
from tuyentruyen_cli.render.course.keys import key_of
from tuyentruyen_cli.render.marks import marked_as
from tuyentruyen_cli.render.notes import HEADINGS, PLACEHOLDER, quoted
from tuyentruyen_cli.render.sentences import LISTENERS, Names
from tuyentruyen_cli.render.word_chart import drawings
from tuyentruyen_cli.render.words import sentence_start

APPENDIX_OVER = 40  # units: a longer table goes behind the signature
DETAIL_UP_TO = 200  # units: of more, the weeks stand in the weeks' own reports
WEEKS_IN_BODY = 6  # of more, the table by week lies in the landscape appendix
IN_BRACKETS = "Trong biểu đồ, số trong ngoặc là số đơn vị có đủ số liệu của tuần."


def course_view(course: Course) -> dict[str, object]:
    """The view model; figures bear their marks. Raises ``FiguresDisagree`` where its figures contradict each other."""
    by_unit = tables.unit_table(course)
    in_appendix = len(course.units) > APPENDIX_OVER
    weeks_in_appendix = len(course.weeks) > WEEKS_IN_BODY
    channels = tables.channel_table(course)
    texts = {
        "title": "BÁO CÁO",
        "subject": [course.campaign.subject.strip(), _title(course)],
        **_head(course),
        "period": _period(course),
        "attendance": sentences.attendance(course),
        "results": sentences.results(course),
        "changes": _changes(course),
        "basis": sentences.basis_said(course),
        "listeners_remark": LISTENERS if any(m.kind is MeasureKind.ESTIMATE for m in course.measures) else "",
        "week_tables": tables.week_tables(course),
        "weeks_in_appendix": weeks_in_appendix,
        "unit_table": {**by_unit, "appendix": in_appendix},
        "channel_table": channels,
        "measure_tables": tables.measure_tables(course) if len(course.units) <= DETAIL_UP_TO else [],
        "labels": _labels(weeks=not weeks_in_appendix, units=not in_appendix),
        "notes": _notes(course),
    }
    return {**texts, "charts": _charts(course)}


def _title(course: Course) -> str:
    said = sentence_start(sentences.span_words(course.main.span))
    return f"{said} ({sentences.dates_said(course.main.span)})"


def _head(course: Course) -> dict[str, object]:
    """What the form asks for: header blocks, the first and the last sentence, the head of the appendix."""
    head, calendar = course.campaign.letterhead, course.campaign.calendar
    month = letterhead.signing_month(course.weeks[-1].period.due, course.as_of, calendar.tz)
    who, when = letterhead.office(head), sentences.span_words(course.main.span)
    thanks = f", {who} trân trọng báo cáo./." if who else ", trân trọng báo cáo./."
    return {
        "letterhead": letterhead.header_view(head, month),
        "opening": f"{f'{who} báo cáo' if who else 'Báo cáo'} kết quả tuyên truyền {when} như sau:",
        "closing": f"Trên đây là báo cáo kết quả tuyên truyền {when}{thanks}",
        "appendix": letterhead.appendix_head(head, month, f"KẾT QUẢ TUYÊN TRUYỀN {when.upper()} THEO ĐƠN VỊ, THEO TUẦN"),
    }


def _period(course: Course) -> dict[str, object]:
    span = course.main.span
    month = span.kind is SpanKind.MONTH
    return {
        "id": span.id,
        "said": sentences.span_words(span),
        "within": "TRONG THÁNG" if month else "CỦA CẢ ĐỢT",
        "next": "THÁNG TỚI" if month else "THỜI GIAN TỚI",
        "dates": sentences.dates_said(span),
    }


def _changes(course: Course) -> list[str]:
    if course.comparison is None:
        return []

    def current(measure: Measure, text: str) -> str:
        return marked_as(key_of(measure), text)

    other = sentences.span_words(course.comparison.other)
    return changes_said(course.comparison, other, course.measures, course.units, current)


def _labels(*, weeks: bool, units: bool) -> dict[str, str]:
    """What each table of the body is called; those of the appendix have no number."""
    numbers = count(1)
    asked = (("weeks", weeks), ("channels", True), ("units", units))
    return {name: f"Bảng {next(numbers)}" if inside else "" for name, inside in asked}


def _charts(course: Course) -> dict[str, object]:
    numbers = count(1)
    weeks = drawings(week_charts(course), numbers)
    sides = [w.figures.side(m.id) for w in course.weeks for m in course.measures]
    lacking = any(side.expected is not None and side.covered != side.expected for side in sides)
    return {
        "weeks": weeks,
        "channels": drawings(channel_charts(course), numbers),
        "remark": IN_BRACKETS if weeks and lacking else "",
    }


def _notes(course: Course) -> dict[str, object]:
    names = Names(course.units)
    order = {unit: number for number, unit in enumerate(course.units)}
    return {**{h: quoted(course.submissions, order, h, names) for h in HEADINGS}, "placeholder": PLACEHOLDER}
