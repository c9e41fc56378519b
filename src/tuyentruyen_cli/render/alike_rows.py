"""Rows of a long table that are alike, kept out of a document's tree: what is done to one of them holds for all.

A nation's table has thousands of rows of two or three patterns, the same markup around other texts. As a tree they are hundreds
of thousands of elements, to be parsed, laid out, written and walked through one by one. Here only the first row of a pattern
and those with the widest words stay; an empty row stands in for each other one until the finished text of the body is there.
"""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from lxml import etree
from msgspec import Struct, field

from tuyentruyen_cli.render.drawn_lines import RULES
from tuyentruyen_cli.render.marks import BETWEEN, CLOSE, NONE, OPEN
from tuyentruyen_cli.render.metrics import text_width
from tuyentruyen_cli.render.ooxml import w
from tuyentruyen_cli.render.visible import GAP, Block, outermost

MANY: Final = 50  # rows, one right behind the other: fewer are not worth it
STAND_IN: Final = "tt-row"
PATTERN: Final = "tt-pattern"
_END: Final = "</w:tr>"
_CELL: Final = "\x1f"  # no text of a document can hold it
_TEXT: Final = re.compile(r"(?<=>)([^<>]+)(?=</w:t>)")
_MARK: Final = re.compile(f"{OPEN}(\\d+){BETWEEN}([^{CLOSE}]*){CLOSE}")
_INDEX: Final = re.compile(f"{OPEN}(\\d+){BETWEEN}")
_JOINT: Final = re.compile(r"<w:tc[ >]|</w:p>")
_TAG: Final = re.compile(r"</?([\w:]+)")
_OTHER_ENTITY: Final = re.compile("&(?!(?:amp|lt|gt|#34|#39);)")
_SLOT: Final = re.compile(
    r'((?:(?<=<w:bookmarkStart w:id=")|(?<=<w:bookmarkEnd w:id="))\d+(?=")|(?<= w:name=")_tt\d+(?=")|(?<=>)[^<>]+(?=</w:t>))'
)
_STANDING_IN: Final = re.compile(rf'<w:tr {STAND_IN}="(\d+)"/>')
_DECLARED: Final = re.compile(r' xmlns(?::\w+)?="[^"]*"')
# What a row may be made of: nothing that is read, hidden or laid out in a way of its own.
_PLAIN: Final = frozenset(
    {"w:tr", "w:trPr", "w:tc", "w:tcPr", "w:p", "w:pPr", "w:r", "w:rPr", "w:t", "w:cantSplit", "w:trHeight", "w:tcW",
     "w:gridSpan", "w:vMerge", "w:vAlign", "w:shd", "w:noWrap", "w:tcBorders", "w:tcMar", "w:top", "w:left", "w:bottom",
     "w:right", "w:start", "w:end", "w:pStyle", "w:keepNext", "w:keepLines", "w:widowControl", "w:spacing", "w:ind", "w:jc",
     "w:contextualSpacing", "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:u", "w:color", "w:sz", "w:szCs",
     "w:vertAlign", "w:lang", "w:highlight", "w:kern"}
)  # fmt: skip


class _Pattern(Struct):
    """The markup of some rows. ``joints`` stand between its texts: a sign where a cell begins, a space where a paragraph ends.

    ``widest`` is the row with the widest word for each cell and weight; ``pieces`` are what stands between texts and bookmarks
    in a finished row.
    """

    number: int
    joints: list[str]
    weights: tuple[bool, ...]
    first: int
    widest: dict[tuple[int, bool], tuple[float, int]] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)


class _Row(NamedTuple):
    """A row's pattern, what stands between the pieces of it, and what is seen of the row."""

    pattern: _Pattern
    values: list[str]
    block: Block


class AlikeRows:
    """The rows of a filled-in body. ``xml`` is the body with stand-ins.

    ``named`` gives the id and the name of the bookmark that a mark becomes.
    """

    def __init__(self, xml: str, named: Callable[[int], tuple[str, str]]) -> None:
        self._named = named
        self._rows: dict[int, _Row] = {}
        self._patterns: dict[tuple[object, ...], _Pattern | None] = {}
        self._widths: dict[tuple[str, bool], float] = {}
        marks = _INDEX.findall(xml)
        # A mark that a template prints twice is a bookmark only once.
        self.xml = xml if len(set(marks)) < len(marks) else "".join(self._lean(xml.split(_END)))

    def blocks(self, tree: etree._Element, seen: Sequence[Block]) -> tuple[Block, ...]:
        """What is seen of the whole body: ``seen`` is what is seen of its tree."""
        pairs = zip(seen, outermost(tree), strict=True)
        return tuple(self._rows[int(e.get(STAND_IN, ""))].block if e.get(STAND_IN) else block for block, e in pairs)

    def finish(self, tree: etree._Element) -> None:
        """Learn from the finished rows in the tree how the others are written."""
        patterns = {str(p.number): p for p in self._patterns.values() if p}
        for row in tree.iter(w("tr")):
            number = row.get(PATTERN)
            if number is not None:
                del row.attrib[PATTERN]
                start, _, rest = etree.tostring(row, encoding="unicode", with_tail=False).partition(">")
                patterns[number].pieces = _SLOT.split(f"{_DECLARED.sub('', start)}>{rest}")

    def whole(self, body: bytes) -> bytes:
        """The written body with all its rows."""
        if not self._rows:
            return body
        pieces = _STANDING_IN.split(body.decode())
        pieces[1::2] = [_written(self._rows[int(number)]) for number in pieces[1::2]]
        return "".join(pieces).encode()

    def _lean(self, pieces: list[str]) -> Iterator[str]:
        """The body, of which each piece but the last ends a row."""
        run: list[str] = []
        depth = 0
        last = pieces.pop()
        for piece in pieces:
            depth += piece.count("<w:tbl>") + piece.count("<w:tbl ") - piece.count("</w:tbl>")
            if depth == 1 and piece.startswith(("<w:tr>", "<w:tr ")):
                run.append(piece)
                continue
            yield from self._run(run)
            run = []
            yield piece + _END
        yield from self._run(run)
        yield last

    def _run(self, run: list[str]) -> Iterator[str]:
        """Rows of one table, one right behind the other."""
        if len(run) < MANY:
            yield from (piece + _END for piece in run)
            return
        before = len(self._patterns)
        rows = [self._row(piece, number, before) for number, piece in enumerate(run)]
        patterns = {row.pattern.number: row.pattern for row in rows if row}
        firsts = {p.first: p.number for p in patterns.values()}
        kept = {number for p in patterns.values() for _, number in p.widest.values()}
        for number, (piece, row) in enumerate(zip(run, rows, strict=True)):
            if number in firsts:
                yield f'<w:tr {PATTERN}="{firsts[number]}"{piece[5:]}{_END}'
            elif row is None or number in kept:
                yield piece + _END
            else:
                yield f'<w:tr {STAND_IN}="{len(self._rows)}"/>'
                self._rows[len(self._rows)] = row

    def _row(self, piece: str, number: int, run: int) -> _Row | None:
        """A row, or None for one that has to stay. ``run`` tells the runs of rows apart."""
        texts = _TEXT.split(piece)
        markup = texts[::2]
        parts = [_MARK.split(text) for text in texts[1::2]]
        if _is_odd(piece, sum([len(cut) // 3 for cut in parts])):
            return None
        # A text that is a mark alone, or stands beside one, becomes other runs than one without.
        key = (run, *markup, *(tuple(map(bool, cut[::3])) for cut in parts))
        if key not in self._patterns:
            self._patterns[key] = _pattern(len(self._patterns), markup, number)
        pattern = self._patterns[key]
        if pattern is None:
            return None
        row = self._read(pattern, parts)
        for cell, words in enumerate(row.block.cells):
            for bold in pattern.weights:
                width = self._width(words, bold)
                if width > pattern.widest.get((cell, bold), (-1.0, 0))[0]:
                    pattern.widest[cell, bold] = (width, number)
        return row

    def _read(self, pattern: _Pattern, parts: list[list[str]]) -> _Row:
        values: list[str] = []
        names: list[str] = []
        seen, outside = [pattern.joints[0]], [pattern.joints[0]]
        for cut, joint in zip(parts, pattern.joints[1:], strict=True):
            for i in range(0, len(cut), 3):
                if cut[i]:
                    values.append(_as_written(cut[i]))
                    said = html.unescape(cut[i])
                    seen.append(said)
                    outside.append(said)
                if i + 1 < len(cut):
                    identity, name = self._named(int(cut[i + 1]))
                    values += [identity, name, _as_written(cut[i + 2]), identity]
                    names.append(name)
                    seen.append(html.unescape(cut[i + 2]))
                    outside.append(GAP)
            seen.append(joint)
            outside.append(joint)
        cells = tuple([cell.strip() for cell in "".join(seen).split(_CELL)[1:]])
        return _Row(pattern, values, Block(cells, "".join(outside).replace(_CELL, ""), tuple(names)))

    def _width(self, words: str, bold: bool) -> float:
        """How wide the widest word is, at a size of one point."""
        key = (words, bold)
        if key not in self._widths:
            self._widths[key] = max((text_width(word, 1, bold=bold) for word in words.split(" ")), default=0.0)
        return self._widths[key]


def _pattern(number: int, markup: Sequence[str], first: int) -> _Pattern | None:
    """The pattern of a row's markup; None for one with anything out of the way in it."""
    whole = "".join(markup)
    if not _PLAIN.issuperset(_TAG.findall(whole)) or any(style in whole for style in RULES):
        return None
    joints = ["".join(" " if found == "</w:p>" else _CELL for found in _JOINT.findall(part)) for part in markup]
    return _Pattern(number, joints, (False, True) if "<w:b" in whole else (False,), first)


def _is_odd(piece: str, marks: int) -> bool:
    """Whether a row has signs that a file writes otherwise, or others of the marks' signs than so many whole marks have."""
    if any(piece.count(sign) != marks for sign in (OPEN, BETWEEN, CLOSE)) or NONE in piece or BETWEEN + CLOSE in piece:
        return True
    return "\r" in piece or ("&" in piece and _OTHER_ENTITY.search(piece) is not None)


def _as_written(text: str) -> str:
    """A text as it stands in a finished file, which writes quotes as they are."""
    return text.replace("&#34;", '"').replace("&#39;", "'") if "&#" in text else text


def _written(row: _Row) -> str:
    pieces = row.pattern.pieces[:]
    pieces[1::2] = row.values
    return "".join(pieces)
