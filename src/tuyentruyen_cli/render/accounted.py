"""A finished document given the part that accounts for its figures, so that it can be verified later."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.bookmarks import Bookmark
from tuyentruyen_cli.render.chart_points import points
from tuyentruyen_cli.render.figures_part import Fact, FiguresPart, Held, Source, with_figures_part
from tuyentruyen_cli.render.lookup import ORIGIN, Key, figures_of, heading
from tuyentruyen_cli.render.number_text import numbers_in
from tuyentruyen_cli.render.sentences import RELAYED
from tuyentruyen_cli.render.strict_template import StrictTemplate
from tuyentruyen_cli.render.tables import category_title
from tuyentruyen_cli.render.visible import BODY, Block, beside
from tuyentruyen_cli.render.words import clean

ALL_UNITS = "Tổng cộng"
LINE = 60  # characters of the text that a number stands in
RELAYED_SAID = "Tiếp âm, tiếp sóng, phát lại"


def accounted(document: bytes, template: StrictTemplate, kind: str, of: str, report: Report | None = None) -> bytes:
    """The document that was made of a filled-in template, with all its rows and its part.

    ``kind`` is the id of the kind of document, ``of`` its week or month; figures are those of ``report``.
    """
    sources, facts = _facts(report, template.bookmarks) if report else ((), {})
    order = {key: number for number, key in enumerate(facts)}
    places: dict[str, tuple[str, str]] = {}
    for block in template.blocks:
        places |= dict.fromkeys(block.bookmarks, (block.text[:LINE], block.label))
    joined = {name for block in template.blocks for name in block.joined}
    held = tuple(_held(b, order, places[b.name], joined=b.name in joined) for b in template.bookmarks)
    others = other_numbers([*template.blocks, *beside(document)])
    part = FiguresPart(kind, of, sources, tuple(facts.values()), held, others, points=points(document))
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = archive.read(BODY)
    return with_figures_part(document, part, {BODY: template.whole(body)})


def _held(bookmark: Bookmark, facts: Mapping[Key, int], place: tuple[str, str], *, joined: bool) -> Held:
    line, row = place
    fact = facts.get(bookmark.key) if bookmark.key else None
    return Held(bookmark.name, bookmark.text, fact, line if fact is None else "", row, joined)


def _facts(report: Report, bookmarks: Iterable[Bookmark]) -> tuple[tuple[Source, ...], dict[Key, Fact]]:
    """The figures that bookmarks hold, and the files of the week."""
    figures = figures_of(report)
    names = {unit.unit: unit.name for unit in report.units}
    hashes = {s.file: s.sha256 for s in report.submissions}
    index = {file: number for number, file in enumerate(sorted(hashes))}
    facts: dict[Key, Fact] = {}
    for key in (bookmark.key for bookmark in bookmarks):
        if key is not None and key not in facts:
            facts[key] = _fact(figures[key], index, _about(report, figures[key], names))
    return tuple(Source(clean(file), digest) for file, digest in sorted(hashes.items())), facts


def other_numbers(blocks: Iterable[Block]) -> Counter[str]:
    """The numbers of a text that stand in no bookmark, with how often each is there."""
    return Counter(number[0] for block in blocks for number in numbers_in(block.outside))


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
