"""What the charts of a Word file show: the value of each bar or point, as programs keep it for drawing."""

import io
import zipfile
from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

_CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_TEXT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)


class Point(NamedTuple):
    """A bar or point: ``Tin, bài theo tuần, Tuần 05 (13/14)``, and its value."""

    about: str
    value: float


def points(document: bytes) -> tuple[Point, ...]:
    """The points of all charts, in the order of their names, series and places. A chart that is damaged shows none."""
    found: list[Point] = []
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        for name in sorted(n for n in archive.namelist() if n.startswith("word/charts/chart") and n.endswith(".xml")):
            try:
                found += _points(etree.fromstring(archive.read(name), _PARSER))
            except (etree.XMLSyntaxError, ValueError):
                continue
    return tuple(found)


def _points(chart: etree._Element) -> Iterator[Point]:
    title = chart.find(f"{_CHART}chart/{_CHART}title")
    named = "" if title is None else "".join(t.text or "" for t in title.iter(_TEXT))
    several = sum(1 for _ in chart.iter(f"{_CHART}ser")) > 1
    for series in chart.iter(f"{_CHART}ser"):
        called = "".join(_values(series, "tx").values()) if several else ""
        categories = _values(series, "cat")
        for place, value in _values(series, "val").items():
            about = ", ".join(filter(None, (named, called, categories.get(place, place))))
            yield Point(about, float(value))


def _values(series: etree._Element, part: str) -> dict[str, str]:
    """The cached texts of a part of a series by their places."""
    holder = series.find(f"{_CHART}{part}")
    found = () if holder is None else holder.iter(f"{_CHART}pt")
    return {point.get("idx", ""): point.findtext(f"{_CHART}v") or "" for point in found}
