"""The one view model of a week that all writers fill their templates from: texts, numbers and lists, nothing to compute.

Every figure in it is a ``Figure`` of the report, written once by ``vi``, with its coverage. Texts are clean: one line each,
NFC, nothing that XML cannot hold.
"""

from collections.abc import Callable, Sequence
from typing import cast

from tuyentruyen_cli.model.issue import Beside
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Measure, MeasureKind
from tuyentruyen_cli.render import attendance, letterhead, sentences, words
from tuyentruyen_cli.render.changes import changes_said
from tuyentruyen_cli.render.channels import channels_said
from tuyentruyen_cli.render.lookup import CHANNEL, TOPIC, Figures, categories_found, columns_of, figures_of
from tuyentruyen_cli.render.marks import marked
from tuyentruyen_cli.render.notes import notes_view
from tuyentruyen_cli.render.replaced import replaced_said, replaced_table
from tuyentruyen_cli.render.sentences import Names
from tuyentruyen_cli.render.tables import split_table, unit_table
from tuyentruyen_cli.render.week_charts import word_charts
from tuyentruyen_cli.vi.dates import format_date

APPENDIX = "Phụ lục"
APPENDIX_OVER = 40  # rows: a longer table goes behind the signature
WIDE_OVER = 6  # measures: wider ones too, by unit, channel and topic
PARAGRAPHS_BEFORE = 3  # of part I: attendance, results, by unit


def _labels(report: Report, *, by_channel: bool, wide: bool) -> dict[str, str]:
    """What each table is called; a long or wide one by unit is an appendix, and the numbers begin after it."""
    long = len(report.units) > APPENDIX_OVER or wide
    numbers = ("1", "2") if long else ("2", "3")
    return {
        "unit_table": APPENDIX if long else "Bảng 1",
        "channel_table": f"Bảng {numbers[0]}",
        "topic_table": f"Bảng {numbers[by_channel]}",
    }


def report_view(
    report: Report, replaced: Beside | None = None, finish: Callable[[object], object] = words.cleaned
) -> dict[str, object]:
    """The view model of the report, or of one that replaces an issued one. ``finish`` makes its texts clean.

    Raises ``FiguresDisagree`` where its figures contradict each other.
    """
    figures = figures_of(report)
    measures = columns_of(report)
    by_channel = report.campaign.schema.dimension(CHANNEL) is not None
    wide = len(measures) > WIDE_OVER
    labels = _labels(report, by_channel=by_channel, wide=wide)
    names = Names({unit.unit: unit.name for unit in report.units}, report.attendance.missing, labels["unit_table"])
    estimates = any(m.kind == MeasureKind.ESTIMATE for m in measures)
    by_topic = bool(set(categories_found(report, TOPIC)) - {"unsplit", "unknown"})
    view = {
        "title": "BÁO CÁO",
        "subject": [report.campaign.subject.strip(), letterhead.week_title(report)],
        "letterhead": letterhead.letterhead_view(report),
        "period": _period_view(report),
        "opening": letterhead.opening(report),
        "attendance": [attendance.attendance_said(report, names), *attendance.deadline_said(report, names)],
        "results": sentences.results(report, measures, figures, names),
        "relayed": sentences.relayed(measures, figures),
        "changes": _changes(report, measures, figures, names),
        "channels": channels_said(report, measures, figures, names) if by_channel and not wide else [],
        "listeners_remark": sentences.LISTENERS if estimates else "",
        "unit_table": {
            **unit_table(report, measures, figures),
            "label": labels["unit_table"],
            "appendix": labels["unit_table"] == APPENDIX,
        },
        "channel_table": {**split_table(report, CHANNEL, measures, figures), "label": labels["channel_table"]}
        if by_channel
        else {},
        "topic_table": {**split_table(report, TOPIC, measures, figures), "label": labels["topic_table"]} if by_topic else {},
        **_replaced_view(report, replaced, labels["unit_table"], by_channel + by_topic),
        "wide": wide,
        "appendix": letterhead.appendix_view(report),
        "notes": notes_view(report, names),
        "closing": letterhead.closing(report),
    }
    charts = word_charts(report, measures, figures)
    return {**cast("dict[str, object]", finish(view)), "charts": charts}


def _changes(report: Report, measures: Sequence[Measure], figures: Figures, names: Names) -> list[str]:
    """What changed against the week before, where that is remembered."""
    if report.comparison is None:
        return []

    def current(measure: Measure, text: str) -> str:
        figure = figures.get((measure.id, None, None, None))
        return text if figure is None or figure.value is None else marked(figure, text)

    other = f"tuần {report.comparison.other.id[-2:]}"
    return changes_said(report.comparison, other, measures, names.of, current)


def _replaced_view(report: Report, replaced: Beside | None, units: str, splits: int) -> dict[str, object]:
    """What is said of the report that this one replaces; nothing where it replaces none.

    ``splits`` is how many tables by channel or topic there are.
    """
    if replaced is None:
        return {"replaced": "", "replaced_table": {}}
    # The tables by unit, channel and topic come before, and so do the paragraphs that they stand under.
    before = (units != APPENDIX) + splits
    label = f"Bảng {before + 1}"
    return {
        "replaced": replaced_said(report, replaced, label),
        "replaced_table": replaced_table(report, replaced, label, PARAGRAPHS_BEFORE + splits),
    }


def _period_view(report: Report) -> dict[str, object]:
    period = report.period
    return {
        "id": period.id,
        "week": f"{period.week:02d}",
        "year": str(period.year),
        "start": format_date(period.start),
        "end": format_date(period.end),
    }
