"""The figures of a week as one table for Excel and for programs: UTF-8 with a mark, whole numbers, one row for each figure."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Measure, MeasureKind
from tuyentruyen_cli.render.attendance import NOT_SENT
from tuyentruyen_cli.render.csv_table import csv_bytes
from tuyentruyen_cli.render.faults import NotInDocument
from tuyentruyen_cli.render.lookup import CHANNEL, ORIGIN, TOPIC, columns_of
from tuyentruyen_cli.render.tables import REFUSED, UNSTATED, category_title

HEADS = (
    "Tuần", "Phân theo", "Mã", "Tên", "Mã chỉ tiêu", "Chỉ tiêu", "Giá trị", "Đo bằng", "Đơn vị có số liệu",
    "Đơn vị phải báo cáo", "Chưa có giá trị vì", "Ước lượng", "Người phụ trách chốt", "Nguồn",
)  # fmt: skip
VALUE = HEADS.index("Giá trị")
KINDS = {CHANNEL: "kênh", TOPIC: "chủ đề", ORIGIN: "nguồn tin"}
ORIGINS = {"own": "Tự sản xuất", "relayed": "Tiếp âm, phát lại"}
YES = "có"


def render_csv(report: Report) -> bytes:
    """The table. Durations are whole seconds. Raises ``RenderError``."""
    measures = {measure.id: measure for measure in columns_of(report)}
    mine = [f for f in report.figures if f.measure in measures]
    names = {unit.unit: unit.name for unit in report.units}
    rows = [_row(report, measures[f.measure], f, names) for f in mine]
    data = csv_bytes([HEADS, *rows])
    _read_back(data, mine)
    return data


def _row(report: Report, measure: Measure, figure: Figure, names: Mapping[str, str]) -> tuple[str, ...]:
    expected = figure.coverage.expected
    inside = len(figure.coverage.units) if expected is None else expected - len(figure.coverage.missing)
    covered = (str(inside), "" if expected is None else str(expected)) if figure.unit is None else ("", "")
    return (
        report.period.id,
        *_about(report, figure, names),
        measure.id,
        measure.title,
        "" if figure.value is None else str(figure.value),
        "giây" if measure.kind is MeasureKind.DURATION else measure.measured_in,
        *covered,
        _why(figure),
        YES if figure.approximate else "",
        YES if figure.decided else "",
        "; ".join(map(_place, figure.derived_from)) if figure.unit is not None else "",
    )


def _about(report: Report, figure: Figure, names: Mapping[str, str]) -> tuple[str, str, str]:
    """What the figure is of: all, a unit, a channel, a topic, an origin; its id and its name."""
    if figure.unit is not None:
        return "đơn vị", figure.unit, names.get(figure.unit, figure.unit)
    if figure.dimension is None or figure.category is None:
        return "tất cả", "", "Tổng cộng"
    name = ORIGINS.get(figure.category, figure.category)
    if figure.dimension != ORIGIN:
        name = category_title(report, figure.dimension, figure.category)
    return KINDS.get(figure.dimension, figure.dimension), figure.category, name


def _why(figure: Figure) -> str:
    """Why there is no value; a total that no unit has says nothing."""
    if figure.value is not None or not figure.why:
        return ""
    if "missing" in figure.why:
        return NOT_SENT
    return "không ghi" if set(figure.why) <= UNSTATED else f"{REFUSED}: {', '.join(figure.why)}"


def _place(place: Location) -> str:
    return "!".join(filter(None, (place.file, place.part, place.cell)))


def _read_back(data: bytes, figures: Sequence[Figure]) -> None:
    rows = list(_parsed(data))[1:]
    expected = ["" if figure.value is None else str(figure.value) for figure in figures]
    if [row[VALUE] for row in rows] != expected:
        raise NotInDocument("render.not-in-document", what=HEADS[VALUE])


def _parsed(data: bytes) -> Iterator[list[str]]:
    yield from csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
