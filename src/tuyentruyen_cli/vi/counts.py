"""The grammar of counts: the texts that state a whole number. Each text has at most one production."""

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec.structs import replace

from tuyentruyen_cli.model.parsed import CountContext, Parsed, Refused, Result
from tuyentruyen_cli.vi.digits import MAXIMUM, NUMBER, Writing, read_digits
from tuyentruyen_cli.vi.phrases import LONGEST, phrase, split_hedge, split_product
from tuyentruyen_cli.vi.refusals import refuse
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.spelled import without_spelling
from tuyentruyen_cli.vi.text import fold_plain
from tuyentruyen_cli.vi.words import LETTER, NIL, SCALE, SCALES

Production = Callable[[str, CountContext], Parsed | Refused | None]

_NIL = regex(NIL)
_WORDS = rf"{LETTER}+(?:(?:,? |,|\n|/){LETTER}+)*"
_FIGURE = regex(rf"\+?(?P<number>{NUMBER})\s*(?:(?P<scale>{SCALE})(?!{LETTER}))?\s*(?P<words>{_WORDS})?")
_BETWEEN_PARTS = regex(r"\s*(?:(?<![0-9]),|[;+&\n])\s*|\s+(?:và|va)\s+")
_BEFORE_NUMBER = regex(rf"(?<={LETTER})\s+(?=[0-9])")
_BETWEEN_WORDS = regex(r"[,/\s]+")
_UNKNOWN_WORD = regex(rf"\+?{NUMBER}\s*{LETTER}+(?: {LETTER}+){{0,2}}")
_QUANTIFIER = regex(r"\b(?:trăm|tram|chục|chuc|vạn|van|tỷ|tỉ|ty|ti|rưỡi|ruoi|vài|mấy|k|tr)\b")


@lru_cache(maxsize=8192)
def read_count(text: str, context: CountContext) -> Result:
    """The count that a cell's text states; None when it is empty."""
    if len(text) > LONGEST:
        return Refused("not-a-number")
    typed = phrase(text)
    if not typed:
        return None
    hedged, phrased = split_hedge(typed)
    rest = without_spelling(phrased)
    if isinstance(rest, Refused):
        return rest
    for _, production in PRODUCTIONS:
        result = production(rest, context)
        if isinstance(result, Parsed) and hedged:
            return replace(result, approximate=True)
        if result is not None:
            return result
    return refuse(rest, ("counting-word", _is_number_with_word))


def nil(typed: str, _context: CountContext) -> Parsed | None:
    """A dash or a word for none."""
    return Parsed(0, nil=True) if _NIL.fullmatch(typed) else None


def figure(typed: str, context: CountContext) -> Parsed | Refused | None:
    """A number, maybe with a scale and a counting word: ``1.200``, ``13 nghìn``, ``17.270 lượt người``."""
    match = _FIGURE.fullmatch(typed)
    if not match:
        return None
    words, scale = match["words"] or "", SCALES.get(match["scale"] or "", 1)
    if words:
        word = _counting_word(words, context)
        if word is None:
            return None
        if word not in context.words:
            return Refused("counting-word")
    if context.scale != 1 and (words or scale != 1):
        # "12 người" under "nghìn người": whether the header's scale was meant too, nobody can tell.
        return Refused("ambiguous-number")
    value = read_whole(match["number"], scale * context.scale)
    if isinstance(value, Refused):
        return value
    if context.scale != 1:
        value = replace(value, notes=(*value.notes, "scaled"))
    return replace(value, approximate=scale != 1)


def compound(typed: str, context: CountContext) -> Parsed | Refused | None:
    """Parts with their words, which add up: ``12 tin, 5 bài``, ``12 tin + 5 bài``, ``12 tin và 5 bài``, ``12 tin 5 bài``."""
    between = _BETWEEN_PARTS if _BETWEEN_PARTS.search(typed) else _BEFORE_NUMBER
    pieces = [split_hedge(piece) for piece in between.split(typed)]
    matches = [_FIGURE.fullmatch(piece) for _, piece in pieces]
    if len(pieces) == 1 or not all(match and match["words"] for match in matches):
        return None
    named = dict(context.part_words)
    words = [_one_space(match["words"]) for match in matches if match and "/" not in match["words"]]
    if len(words) < len(pieces):
        return None
    if any(word in context.foreign_words and word not in named for word in words):
        return Refused("counting-word")
    measures = [named.get(word) for word in words]
    if None in measures or len(set(measures)) < len(measures):
        return Refused("not-a-number") if between is _BETWEEN_PARTS else None
    parts = [figure(piece, replace(context, words=frozenset(words))) for _, piece in pieces]
    for part in parts:
        if not isinstance(part, Parsed):
            return part
    figures = [part for part in parts if isinstance(part, Parsed)]
    total = sum(part.value for part in figures)
    if total > MAXIMUM:
        return Refused("malformed-number")
    return Parsed(
        total,
        parts=tuple((measure, part.value) for measure, part in zip(measures, figures, strict=True) if measure),
        approximate=any(hedged for hedged, _ in pieces) or any(part.approximate for part in figures),
        notes=tuple(dict.fromkeys(note for part in figures for note in part.notes)),
    )


def product(typed: str, context: CountContext) -> Parsed | Refused | None:
    """A rate and how often, every factor stated: ``3 lần/ngày x 7 ngày``."""
    stated = split_product(typed)
    if not stated:
        return None
    quantity, times = stated
    one = figure(quantity, context) if re.search(LETTER, quantity) else None
    if not isinstance(one, Parsed):
        return one
    if one.value * times > MAXIMUM:
        return Refused("malformed-number")
    return replace(one, value=one.value * times, notes=(*one.notes, "computed"))


PRODUCTIONS: tuple[tuple[str, Production], ...] = (
    ("nil", nil),
    ("figure", figure),
    ("compound", compound),
    ("product", product),
)


def read_whole(digits: str, scale: int) -> Parsed | Refused:
    """Digits as a whole number, times ``scale``; a fraction is fine where the scale makes it whole (``1,2`` thousand)."""
    writing, value = read_digits(digits)
    if writing is Writing.MALFORMED:
        return Refused("malformed-number")
    if writing is Writing.DECIMAL_POINT:
        # In text the point groups thousands; the fraction of a thousand is written with a comma.
        return Refused("malformed-number")
    if scale != 1 and writing in {Writing.DOTS, Writing.COMMAS, Writing.SPACES}:
        # "1.200 nghìn": 1,200 thousand, or 1.2 thousand with a decimal point.
        return Refused("ambiguous-number")
    if writing is Writing.DECIMAL_COMMA and scale == 1:
        return Refused("fraction-in-count")
    total = value * scale
    if total.denominator != 1:
        return Refused("fraction-in-count")
    if total > MAXIMUM:
        return Refused("malformed-number")
    return Parsed(int(total), notes=("foreign-thousands",) if writing is Writing.COMMAS else ())


def _counting_word(words: str, context: CountContext) -> str | None:
    """The words as one known counting word, or None. A slash joins the names of parts only (``tin/bài``), else it is a rate."""
    word = _one_space(words)
    if word not in context.words and word not in context.foreign_words:
        return None
    parts = dict(context.part_words)
    return word if "/" not in words or all(piece in parts for piece in word.split()) else None


def _one_space(words: str) -> str:
    return fold_plain(_BETWEEN_WORDS.sub(" ", words))


def _is_number_with_word(typed: str) -> bool:
    words = typed.lstrip("+0123456789., ")
    return bool(_UNKNOWN_WORD.fullmatch(typed)) and not _QUANTIFIER.search(words)
