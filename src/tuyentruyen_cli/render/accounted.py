"""A finished document given the part that accounts for its figures, so that it can be verified later."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping

from tuyentruyen_cli.render.bookmarks import Bookmark
from tuyentruyen_cli.render.chart_points import points
from tuyentruyen_cli.render.facts import FactsOf
from tuyentruyen_cli.render.figures_part import FiguresPart, Held, with_figures_part
from tuyentruyen_cli.render.lookup import Key
from tuyentruyen_cli.render.marks import Share
from tuyentruyen_cli.render.number_text import numbers_in
from tuyentruyen_cli.render.strict_template import StrictTemplate
from tuyentruyen_cli.render.visible import BODY, Block, beside

LINE = 60  # characters of the text that a number stands in


def accounted(document: bytes, template: StrictTemplate, kind: str, of: str, facts_of: FactsOf | None = None) -> bytes:
    """The document that was made of a filled-in template, with all its rows and its part.

    ``kind`` is the id of the kind of document, ``of`` its week or month; ``facts_of`` gives the figures that it writes.
    """
    keys = dict.fromkeys(b.tie.key for b in template.bookmarks if b.tie and b.tie.key)
    sources, facts = facts_of(keys) if facts_of else ((), {})
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
    fact = facts.get(bookmark.tie.key) if bookmark.tie and bookmark.tie.key else None
    share = bookmark.tie.share if bookmark.tie else Share.VALUE
    return Held(bookmark.name, bookmark.text, fact, line if fact is None else "", row, joined, share, bookmark.plain or "")


def other_numbers(blocks: Iterable[Block]) -> Counter[str]:
    """The numbers of a text that stand in no bookmark, with how often each is there."""
    return Counter(number[0] for block in blocks for number in numbers_in(block.outside))
