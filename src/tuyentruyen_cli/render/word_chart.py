"""Native charts of a Word file: what a person can edit in Word, with the workbook behind it; never a picture."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import count
from typing import ClassVar, Final

from markupsafe import Markup, escape
from msgspec import Struct

from tuyentruyen_cli.render.words import clean

FONT: Final = "Times New Roman"
BLUE: Final = "1F5FA8"
EMU_OF_MM: Final = 36_000
SHEET: Final = "BieuDo"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Shape(StrEnum):
    """How bars stand: upright for what follows in time, lying for names."""

    COLUMNS = "col"
    BARS = "bar"


class WordChart(Struct, frozen=True):
    """One chart of one series. ``said`` is its text alternative; a value of None is a gap, never a zero.

    ``width`` and ``height`` are in millimetres; ``decimals`` says that values have some.
    """

    title: str
    said: str
    series: str
    names: tuple[str, ...]
    values: tuple[float | None, ...]
    shape: Shape
    width: int
    height: int
    decimals: bool = False

    @property
    def code(self) -> str:
        """Its number format: that of Vietnam also where the machine has another one."""
        return "[$-42A]#,##0.##" if self.decimals else "[$-42A]#,##0"


class Drawing(Struct, frozen=True):
    """A chart in its place in a document; ``number`` counts the charts of the document from 1.

    Of an object a template may read what ``for_templates`` names.
    """

    for_templates: ClassVar[frozenset[str]] = frozenset({"shown"})

    chart: WordChart
    number: int

    @property
    def link(self) -> str:
        """The id by which the document refers to the chart's part."""
        return f"rIdBieuDo{self.number}"

    @property
    def shown(self) -> Markup:
        """The chart in the midst of a run's text."""
        chart = self.chart
        size = f'cx="{chart.width * EMU_OF_MM}" cy="{chart.height * EMU_OF_MM}"'
        title, said = escape(clean(chart.title)), escape(clean(chart.said))
        return Markup(  # noqa: S704 - every text in it is escaped
            f'</w:t><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
            'distR="0">'
            f'<wp:extent {size}/><wp:docPr id="{self.number}" name="Biểu đồ {self.number}" descr="{said}" title="{title}"/>'
            f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
            f'<c:chart xmlns:c="{_DRAWING}/chart" xmlns:r="{_LINKS}" r:id="{self.link}"/>'
            '</a:graphicData></a:graphic></wp:inline></w:drawing><w:t xml:space="preserve">'
        )


def drawings(charts: Iterable[WordChart], numbers: "count[int]") -> list[dict[str, object]]:
    """The charts as a template names them: ``title``, ``said``, and ``drawing``, which stands for the chart itself."""
    return [{"title": c.title, "said": c.said, "drawing": Drawing(c, next(numbers))} for c in charts]


def chart_xml(chart: WordChart) -> str:
    """The part of a chart: its values are those of the workbook that is embedded beside it."""
    last = len(chart.names) + 1
    names = _cache("str", [(i, n) for i, n in enumerate(chart.names)], len(chart.names))
    stated = [(i, _plain(v)) for i, v in enumerate(chart.values) if v is not None]
    numbers = _cache("num", stated, len(chart.values), f"<c:formatCode>{chart.code}</c:formatCode>")
    series = (
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>{SHEET}!$B$1</c:f>'
        f"{_cache('str', [(0, chart.series)], 1)}</c:strRef></c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{BLUE}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f'<c:dLbls><c:numFmt formatCode="{chart.code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{_text_properties(1000)}{_SHOWN}</c:dLbls>"
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>{names}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!$B$2:$B${last}</c:f>{numbers}</c:numRef></c:val></c:ser>"
    )
    lying = chart.shape is Shape.BARS
    plot = (
        f'<c:barChart><c:barDir val="{chart.shape}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        '<c:gapWidth val="60"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>'
        f"{_category_axis(lying=lying)}{_value_axis(lying=lying)}"
    )
    title = (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>{_run_properties('defRPr', 1100, bold=True)}</a:pPr>"
        f"<a:r>{_run_properties('rPr', 1100, bold=True)}<a:t>{escape(clean(chart.title))}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main" xmlns:r="{_LINKS}"><c:date1904 val="0"/>'
        f'<c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart>{title}<c:autoTitleDeleted val="0"/>'
        f'<c:plotArea><c:layout/>{plot}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text_properties(1000)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


_SHOWN: Final = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
    '<c:showBubbleSize val="0"/>'
)


def _plain(value: float) -> str:
    """A number as XML writes it, whole: ``32520.25``, ``838``."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _cache(kind: str, points: Sequence[tuple[int, str]], number: int, before: str = "") -> str:
    made = "".join(f'<c:pt idx="{i}"><c:v>{escape(clean(text))}</c:v></c:pt>' for i, text in points)
    return f'<c:{kind}Cache>{before}<c:ptCount val="{number}"/>{made}</c:{kind}Cache>'


def _run_properties(name: str, size: int, *, bold: bool = False) -> str:
    """The look of text; ``size`` in hundredths of a point."""
    fonts = "".join(f'<a:{kind} typeface="{FONT}"/>' for kind in ("latin", "ea", "cs"))
    black = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    return f'<a:{name} lang="vi-VN" sz="{size}" b="{int(bold)}">{black}{fonts}</a:{name}>'


def _text_properties(size: int) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr>{_run_properties("defRPr", size)}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )


def _category_axis(*, lying: bool) -> str:
    """The axis of names; lying bars begin at the top, as their table does."""
    line = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr>'
    return (
        f'<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="{"maxMin" if lying else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if lying else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{line}{_text_properties(1000)}<c:crossAx val="222222222"/><c:crosses val="autoZero"/></c:catAx>'
    )


def _value_axis(*, lying: bool) -> str:
    """The axis of values is not shown: every bar bears its number. It begins at zero, or lengths would mislead."""
    return (
        '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{"t" if lying else "l"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="111111111"/><c:crosses val="autoZero"/></c:valAx>'
    )


def workbook(chart: WordChart, made: dt.datetime) -> bytes:
    """The workbook behind a chart, which Word opens for editing its data; ``made`` is the moment that it says it was made."""
    import xlsxwriter  # noqa: PLC0415 - slow to load

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": made})
        sheet = book.add_worksheet(SHEET)
        number = book.add_format({"num_format": chart.code})
        sheet.set_column(0, 0, 30)
        sheet.write_string(0, 1, clean(chart.series))
        for row, (name, value) in enumerate(zip(chart.names, chart.values, strict=True), 1):
            sheet.write_string(row, 0, clean(name))
            if value is not None:
                sheet.write_number(row, 1, value, number)
    return buffer.getvalue()
