"""A cell's text made ready for the grammar: folded line by line, its hedge taken off, its product taken apart."""

from functools import lru_cache

from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold, fold_plain
from tuyentruyen_cli.vi.words import HEDGE, LETTER, either

# A longer text is prose, whatever figures are in it.
LONGEST = 200

_QUOTES = str.maketrans({**dict.fromkeys("’‘′´`ʹʼ", "'"), **dict.fromkeys("”“″〃ˮ", '"')})
_LINES = regex(r"[\n\r\v\f\x85\u2028\u2029]+")
# Digits that a tab, a line's end or several spaces keep apart are not one number: "1\n200" is not 1 200. One space groups
# thousands: the plain one, NBSP, narrow NBSP, thin or figure space.
_APART = regex(r"(?<=[0-9.,])(?:[^\S \u00a0\u202f\u2009\u2007]|\s{2})\s*(?=[0-9.,])")

_HEDGED = regex(rf"(?:(?:{HEDGE}(?!{LETTER})|[~≈∼])\s*){{1,3}}(?=[0-9])")

_TIMES = regex(rf"\s*(?:[×*]|(?<!{LETTER})x(?!{LETTER}))\s*")
_FACTOR = regex(rf"(?P<number>[0-9]{{1,4}})\s*(?P<of>{LETTER}+(?: {LETTER}+)*)(?:\s*/\s*(?P<per>{LETTER}+(?: {LETTER}+)*))?")
# What each has a length of its own. "15 phút x 3 lần" is most likely one length broadcast three times.
_ITEMS = regex(
    rf"(?P<number>[0-9]{{1,3}}) {either('buổi', 'số', 'tin', 'bài', 'tin bài', 'bản tin', 'chương trình', 'chuyên mục')}"
)


@lru_cache(maxsize=8192)
def phrase(text: str) -> str:
    """The text folded, with plain quotes, one newline between its lines, and ``;`` between numbers that stand apart."""
    text = _APART.sub(";", text.strip())
    lines = (fold(line) for line in _LINES.split(text))
    return "\n".join(line for line in lines if line).translate(_QUOTES).replace("''", '"')


def split_hedge(typed: str) -> tuple[bool, str]:
    """Whether the phrase begins with a hedge (``khoảng hơn``, ``~``) before a number, and what follows it."""
    match = _HEDGED.match(typed)
    return (True, typed[match.end() :]) if match else (False, typed)


def split_product(typed: str) -> tuple[str, int] | None:
    """A quantity and how many times it is taken, where every factor is stated: ``3 lần/ngày x 7 ngày`` is ``3 lần``, 7.

    Each divisor must be what the next factor counts, either way round. None for anything less: ``3 lần x 7 ngày``.
    """
    pieces = _TIMES.split(typed)
    if len(pieces) == 1:
        return None
    if "/" not in pieces[0]:
        pieces.reverse()
    quantity, _, per = pieces[0].rpartition("/")
    times = 1
    for piece in pieces[1:]:
        factor = _FACTOR.fullmatch(piece)
        if not factor or fold_plain(factor["of"]) != fold_plain(per):
            return None
        times *= int(factor["number"])
        per = factor["per"] or ""
    return None if per or not quantity else (quantity.strip(), times)


def split_equal(typed: str) -> tuple[str, int] | None:
    """One length and how many items have it: ``3 buổi x 15 phút`` is ``15 phút``, 3. None for anything else."""
    pieces = _TIMES.split(typed)
    counted = [match for piece in pieces if (match := _ITEMS.fullmatch(piece))]
    if len(pieces) != 2 or len(counted) != 1:  # noqa: PLR2004
        return None
    return next(piece for piece in pieces if piece != counted[0][0]), int(counted[0]["number"])
