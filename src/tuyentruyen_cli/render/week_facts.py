"""The figures of a week's report as its documents account for them."""

from collections.abc import Iterable, Mapping

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.facts import Fact, Source
from tuyentruyen_cli.render.lookup import ORIGIN, Key, figures_of, heading
from tuyentruyen_cli.render.sentences import RELAYED
from tuyentruyen_cli.render.tables import category_title
from tuyentruyen_cli.render.words import clean

ALL_UNITS = "Tổng cộng"
RELAYED_SAID = "Tiếp âm, tiếp sóng, phát lại"


def week_facts(report: Report, keys: Iterable[Key]) -> tuple[tuple[Source, ...], dict[Key, Fact]]:
    """The figures with these keys, and the files of the week."""
    figures = figures_of(report)
    names = {unit.unit: unit.name for unit in report.units}
    hashes = {s.file: s.sha256 for s in report.submissions}
    index = {file: number for number, file in enumerate(sorted(hashes))}
    facts = {key: _fact(figures[key], index, _about(report, figures[key], names)) for key in keys}
    return tuple(Source(clean(file), digest) for file, digest in sorted(hashes.items())), facts


def _fact(figure: Figure, index: Mapping[str, int], about: str) -> Fact:
    assert figure.value is not None, "only a figure with a value is written"
    coverage = figure.coverage
    files = {place.file for place in figure.derived_from}
    return Fact(
        (figure.measure, figure.unit, figure.dimension, figure.category),
        clean(about),
        figure.value,
        len(coverage.units) if coverage.expected is None else coverage.expected - len(coverage.missing),
        -1 if coverage.expected is None else coverage.expected,
        tuple(sorted(index[file] for file in files if file in index)),
    )


def _about(report: Report, figure: Figure, names: Mapping[str, str]) -> str:
    """``Xã Bản Bo, Số tin, bài``: whose figure and which."""
    parts = [names.get(figure.unit, figure.unit) if figure.unit else ALL_UNITS]
    if figure.dimension == ORIGIN:
        parts.append(RELAYED_SAID if figure.category == RELAYED else figure.category or "")
    elif figure.dimension:
        parts.append(category_title(report, figure.dimension, figure.category or ""))
    return ", ".join([*filter(None, parts), heading(report.campaign.schema.measure(figure.measure))])
