"""The charts of the report of several weeks: each measure by week, and by channel."""

from collections.abc import Iterator

from tuyentruyen_cli.model.comparison import Side
from tuyentruyen_cli.model.course import Course
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render.course.tables import channel_table
from tuyentruyen_cli.render.lookup import heading, in_table
from tuyentruyen_cli.render.week_charts import plotted
from tuyentruyen_cli.render.word_chart import Shape, WordChart

HALF = 80  # millimetres: two stand beside each other
WHOLE = 160
HEIGHT = 58
BAR_HEIGHT = 9
AROUND_BARS = 22


def week_charts(course: Course) -> Iterator[WordChart]:
    """For each measure its weeks, each with how many units are in it where some are not; nothing for a single week."""
    if len(course.weeks) < 2:  # noqa: PLR2004
        return
    for measure in course.measures:
        sides = [w.figures.side(measure.id) for w in course.weeks]
        names = tuple(f"Tuần {w.period.week:02d}{_lacking(s)}" for w, s in zip(course.weeks, sides, strict=True))
        texts = ["chưa có số liệu" if s.value is None else in_table(measure, s.value) for s in sides]
        title = f"{heading(measure)} theo tuần"
        said = "; ".join(f"{name}: {text}" for name, text in zip(names, texts, strict=True))
        values = tuple(plotted(measure, s.value) for s in sides)
        width = HALF if len(names) <= 6 else WHOLE  # noqa: PLR2004 - more columns need the page's width
        yield _chart(measure, title, f"Biểu đồ cột: {title}. {said}.", names, values, Shape.COLUMNS, (width, HEIGHT))


def _lacking(side: Side) -> str:
    whole = side.expected is None or side.covered == side.expected
    return "" if whole else f" ({side.covered}/{side.expected})"


def channel_charts(course: Course) -> Iterator[WordChart]:
    """For the first measure that is split by channel what each channel comes to."""
    rows = channel_table(course).get("rows", [])
    measure = next((m for m in course.measures if any(found == m.id for _, found in course.channels)), None)
    if measure is None or not isinstance(rows, list):
        return
    found = [(row["name"], value) for row in rows if (value := course.channels.get((row["category"], measure.id))) is not None]
    found.sort(key=lambda pair: -pair[1])
    title = f"{heading(measure)} theo kênh"
    said = "; ".join(f"{name}: {in_table(measure, value)}" for name, value in found)
    values = tuple(plotted(measure, value) for _, value in found)
    size = (WHOLE, AROUND_BARS + BAR_HEIGHT * len(found))
    yield _chart(measure, title, f"Biểu đồ thanh: {title}. {said}.", tuple(n for n, _ in found), values, Shape.BARS, size)


def _chart(
    measure: Measure,
    title: str,
    said: str,
    names: tuple[str, ...],
    values: tuple[float | None, ...],
    shape: Shape,
    size: tuple[int, int],
) -> WordChart:
    decimals = any(v is not None and v != int(v) for v in values)
    return WordChart(title, said, heading(measure), names, values, shape, *size, decimals=decimals)
