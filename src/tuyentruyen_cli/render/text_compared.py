"""A text without marks (of a PDF, or of a Word file that another program saved) held against a document that has them.

Each line with numbers (a sentence, a row of a table) is looked for in the text: first as it was written, then with other
numbers in the same places. A piece of text stands for one line only. What is found neither way is said, not guessed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from tuyentruyen_cli.model.verification import Altered, Compared, Stray, Way
from tuyentruyen_cli.render.figures_part import FiguresPart, Held
from tuyentruyen_cli.render.number_text import numbers_in
from tuyentruyen_cli.render.verified import SHOWN, about, place
from tuyentruyen_cli.render.visible import GAP, Block, Visible

_ANY_NUMBER: Final = r"\d[\d.,]{0,30}"
_END: Final = r"(?![.,]?\d)"
_BEGIN: Final = r"(?<![\d.,])"
_PIECES: Final = re.compile(r"\w+|[^\w\s]")


def by_text(text: str, written: Visible, part: FiguresPart) -> Compared:
    """The text against a document as it was written; ``part`` is that document's."""
    search = _Search(" ".join(text.split()))
    held = {one.name: one for one in part.held}
    marked = [block for block in written.blocks if block.bookmarks and held.keys() >= set(block.bookmarks)]
    lines = [(block, [held[name] for name in block.bookmarks]) for block in marked]
    # All that is as it was written is taken first: a changed line must not be found in another that is right.
    left = [(block, inside) for block, inside in lines if not search.exact(block, inside)]
    changed: list[Altered] = []
    unread: list[str] = []
    for block, inside in left:
        found = search.other(block, inside)
        if found is None:
            unread.append(place(block))
            continue
        pairs = [(h, now) for h, now in zip(inside, found, strict=True) if _squeezed(h.text) != _squeezed(now)]
        changed += [Altered(about(part, h), place(block), h.text, now) for h, now in pairs]
    numbers = sum(len(inside) for _, inside in lines)
    sought = {name for block, _ in lines for name in block.bookmarks}
    gone = tuple(Altered(about(part, one), "", one.text, "") for one in part.held if one.name not in sought)
    rest = [block for block in written.blocks if not block.bookmarks]
    return Compared(Way.TEXT, numbers, tuple(changed), gone, strays=search.strays(rest), unread=tuple(unread))


def with_every_number_marked(seen: Visible, part: FiguresPart) -> tuple[Visible, FiguresPart]:
    """A document that lost its bookmarks, as if each of its numbers stood in one; the part is that of such a document."""
    blocks: list[Block] = []
    held: list[Held] = []
    for block in seen.blocks:
        outside, end, names = "", 0, []
        for number in numbers_in(block.text, dates=True):
            names.append(f"{len(held) + 1}")
            held.append(Held(names[-1], number[0], None, place(block)))
            outside += f"{block.text[end : number.start()]} {GAP} "
            end = number.end()
        blocks.append(Block(block.cells, outside + block.text[end:], tuple(names)))
    return Visible(tuple(blocks), {one.name: one.text for one in held}), replace(part, facts=(), held=tuple(held), others={})


class _Search:
    """A text of which pieces are taken one after another."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._taken = bytearray(len(text))
        self._from = 0

    def exact(self, block: Block, inside: Sequence[Held]) -> bool:
        """Take the line as it was written. False when it is not there."""
        return self._take(_pattern(block, [_numbers(h.text, exact=True) for h in inside])) is not None

    def other(self, block: Block, inside: Sequence[Held]) -> tuple[str, ...] | None:
        """Take the line with whatever numbers stand in it, and give them; None when it is not there."""
        match = self._take(_pattern(block, [_numbers(h.text, exact=False) for h in inside]))
        return None if match is None else match.groups()

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match after the one before, else the first in all, of which nothing is taken yet."""
        for start in (self._from, 0):
            for match in pattern.finditer(self._text, start):
                if not any(self._taken[match.start() : match.end()]):
                    self._taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                    self._from = match.end()
                    return match
        return None

    def strays(self, rest: Iterable[Block]) -> tuple[Stray, ...]:
        """The numbers in what nothing took that do not stand in the rest of the lines either."""
        left = Counter(number[0] for block in rest for number in numbers_in(block.outside))
        found = []
        for number in numbers_in(self._text):
            if any(self._taken[number.start() : number.end()]):
                continue
            if left[number[0]] > 0:
                left[number[0]] -= 1
            else:
                around = self._text[max(0, number.start() - SHOWN // 2) : number.end() + SHOWN // 2]
                found.append(Stray(number[0], around))
        return tuple(found)


def _pattern(block: Block, gaps: Sequence[str]) -> re.Pattern[str]:
    """A line as a pattern, blanks anywhere between words; ``gaps`` are patterns for its numbers."""
    pieces = block.outside.split(GAP)
    made = [_flexible(pieces[0])]
    for gap, piece in zip(gaps, pieces[1:], strict=False):
        made += [f"({gap})", _flexible(piece)]
    return re.compile(rf"{_BEGIN}" + r"\s*".join(filter(None, made)))


def _flexible(text: str) -> str:
    return r"\s*".join(
        f"{re.escape(piece)}{_END}" if piece[-1].isdigit() else re.escape(piece) for piece in _PIECES.findall(text)
    )


def _numbers(text: str, *, exact: bool) -> str:
    """The text of a bookmark as a pattern: ``16 giờ 05 phút`` with these numbers, or with any."""
    made = []
    for piece in re.findall(r"\d[\d.,]*\d|\d|[^\W\d_]+|[^\w\s]", text):
        if piece[0].isdigit():
            made.append(f"{_BEGIN}{re.escape(piece) if exact else _ANY_NUMBER}{_END}")
        else:
            made.append(re.escape(piece))
    return r"\s*".join(made)


def _squeezed(text: str) -> str:
    return "".join(text.split())
