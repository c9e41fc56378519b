"""A Word file or the text of a PDF held against what was written: by bookmarks, else by its text as far as that goes."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.verification import Altered, Compared, Stray, Way
from tuyentruyen_cli.render.bookmarks import PREFIX
from tuyentruyen_cli.render.chart_points import Point
from tuyentruyen_cli.render.facts import Fact
from tuyentruyen_cli.render.figures_part import FiguresPart, Held
from tuyentruyen_cli.render.lookup import Key
from tuyentruyen_cli.render.marks import Share
from tuyentruyen_cli.render.number_text import numbers_in
from tuyentruyen_cli.render.visible import Block, Visible, visible
from tuyentruyen_cli.vi.dates import format_date

CHART: Final = "biểu đồ"
SHOWN: Final = 90  # characters of the text around a number


def by_bookmarks(seen: Visible, part: FiguresPart, shown: Sequence[Point] = ()) -> Compared:
    """Every bookmark of the part against what stands in it now, and every other number against those that were there.

    ``shown`` are the points of the document's charts.
    """
    places = {name: block for block in seen.blocks for name in block.bookmarks}
    joined = {name: digits for block in seen.blocks for name, digits in block.joined.items()}
    changed, gone = [], []
    for held in part.held:
        now = seen.held.get(held.name)
        if now is None or not now:
            gone.append(Altered(about(part, held), place(places.get(held.name)), held.text, ""))
            continue
        before, after = ("", "") if held.joined else joined.get(held.name, ("", ""))
        now = f"{before}{now}{after}"
        if now != " ".join(held.text.split()):
            changed.append(Altered(about(part, held), place(places.get(held.name)), held.text, now))
    known = {held.name for held in part.held}
    blocks = [_with_unknown(block, seen, known) for block in seen.blocks]
    strays, lost = others(blocks, part.others or {})
    moved, away = _charts(part.points, shown)
    changed, gone = changed + moved, gone + away
    rows = tuple(_relabelled(part, places))
    numbers = len(part.held) + len(part.points)
    return Compared(Way.BOOKMARKS, numbers, tuple(changed), tuple(gone), strays, lost, relabelled=rows)


def _charts(written: Sequence[Point], shown: Sequence[Point]) -> tuple[list[Altered], list[Altered]]:
    """The points of charts that have another value than was written, and those that are not there."""
    now: dict[str, list[float]] = {}
    for point in shown:
        now.setdefault(point.about, []).append(point.value)
    changed, gone = [], []
    for about_it, then in written:
        values = now.get(about_it)
        if not values:
            gone.append(Altered(about_it, CHART, _number(then), ""))
            continue
        value = values.pop(0)
        if not math.isclose(value, then, rel_tol=1e-9, abs_tol=1e-9):
            changed.append(Altered(about_it, CHART, _number(then), _number(value)))
    return changed, gone


def _number(value: float) -> str:
    return f"{value:.10g}".replace(".", ",")


def _relabelled(part: FiguresPart, places: Mapping[str, Block]) -> Iterator[Altered]:
    """Rows that are called otherwise than they were; each once."""
    told = set()
    for held in part.held:
        block = places.get(held.name)
        if held.row and block is not None and block.label != held.row and (held.row, block.text) not in told:
            told.add((held.row, block.text))
            yield Altered("", place(block), held.row, block.label)


def outdated(part: FiguresPart, fresh: FiguresPart) -> tuple[Altered, ...]:
    """The figures of a part that a document written anew has otherwise, in the order in which they stand."""
    values = {fact.key: fact.value for fact in fresh.facts}
    texts, now = (_first_texts(p) for p in (part, fresh))
    found = []
    for (key, share), (fact, text) in texts.items():
        if key not in values and fact.against and fact.against == part.replaces:
            continue  # what a report said of the one that it replaced does not go out of date
        _, text_now = now.get((key, share), (None, ""))
        if values.get(key) != fact.value if share is Share.VALUE else text_now != text:
            found.append(Altered(fact.said(share), "", text, text_now))
    return (*found, *_other_numbers_outdated(part, fresh))


def _first_texts(part: FiguresPart) -> dict[tuple[Key, Share], tuple[Fact, str]]:
    """Each number of each fact as it is first written."""
    found: dict[tuple[Key, Share], tuple[Fact, str]] = {}
    for held in part.held:
        if held.fact is not None:
            fact = part.facts[held.fact]
            found.setdefault((fact.key, held.share), (fact, held.text))
    return found


def _other_numbers_outdated(part: FiguresPart, fresh: FiguresPart) -> Iterator[Altered]:
    """Numbers that are no figures (how many units sent something): only where the documents have the same ones to compare."""
    then, now = ([h for h in p.held if h.fact is None] for p in (part, fresh))
    if [h.about for h in then] == [h.about for h in now]:
        yield from (Altered(a.about, "", a.text, b.text) for a, b in zip(then, now, strict=True) if a.text != b.text)


def about(part: FiguresPart, held: Held) -> str:
    """Whose figure and which; of another number the text that it stood in."""
    return held.about if held.fact is None else part.facts[held.fact].said(held.share)


def place(block: Block | None) -> str:
    """The text around a number, as much of it as helps to find it."""
    text = block.text if block else ""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def others(blocks: Iterable[Block], written: Mapping[str, int]) -> tuple[tuple[Stray, ...], tuple[str, ...]]:
    """The numbers outside of bookmarks that were not written, and those that were and are gone."""
    left = Counter(written)
    strays = []
    for block in blocks:
        for number in numbers_in(block.outside):
            if left[number[0]] > 0:
                left[number[0]] -= 1
            else:
                strays.append(Stray(number[0], place(block)))
    return tuple(strays), tuple(sorted(left.elements()))


def read(document: bytes) -> Visible:
    """What is seen of a Word file, and what stands in the bookmarks of this program."""
    return visible(document, PREFIX)


def _with_unknown(block: Block, seen: Visible, known: set[str]) -> Block:
    """A block whose bookmarks of unknown names are text like any other: nobody vouches for them."""
    unknown = [name for name in block.bookmarks if name not in known]
    if not unknown:
        return block
    return Block(block.cells, " ".join([block.outside, *(seen.held[name] for name in unknown)]), block.bookmarks)


def names_in(blocks: Sequence[Block], names: Iterable[str]) -> str | None:
    """The first of some names of issued reports (``05/BC-VHTT``) that a document bears, whatever its blanks; or None."""
    lines = ["".join(block.text.split()) for block in blocks]
    return next((name for name in names if any(f"Số:{name}" in line for line in lines)), None)


def weeks_in(blocks: Sequence[Block], weeks: Iterable[Period]) -> list[Period]:
    """Those of some weeks whose first and last day a document names together."""
    text = " ".join(" ".join(block.text for block in blocks).split())
    return [p for p in weeks if f"từ ngày {format_date(p.start)} đến ngày {format_date(p.end)}" in text]
