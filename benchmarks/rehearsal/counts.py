"""How counts and the estimate are written: every accepted notation of reading.md, and the refused ones with their rules."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from rehearsal.canvas import Content, Day, Fault, Length

NIL = ("-", "–", "không", "không có", "Ko", "Không")
WORDS = {
    "items": ("tin", "bài", "tin bài", "tin, bài", "bản tin", "chương trình", "chuyên mục"),
    "news": ("tin",),
    "articles": ("bài",),
    "features": ("phóng sự",),
    "broadcasts": ("lượt", "lần", "buổi", "lượt phát", "lượt phát sóng"),
    "listeners": ("người", "lượt", "lượt người", "lượt nghe"),
    "views": ("lượt",),
}
HEDGES = ("khoảng", "trên", "hơn", "gần", "ước", "Khoảng")
THIN = ("\u00a0", "\u2009", " ", "\u202f")


@dataclass(frozen=True, slots=True)
class Manner:
    """How one submission writes: whether cells have types, and how often it departs from plain numbers."""

    typed: bool
    oddity: float
    computed: bool = False  # by a program that computes every formula when it writes


def dotted(value: int, separator: str = ".") -> str:
    """Thousands in groups of three."""
    return f"{value:,}".replace(",", separator)


def decimal(number: float, rng: random.Random) -> str:
    """With a comma or a point, without needless zeros."""
    text = f"{number:g}"
    return text.replace(".", ",") if rng.random() < 0.7 else text


def write_count(rng: random.Random, value: int, measure: str, manner: Manner) -> Content:
    """The value in one of the notations that can hold it."""
    if rng.random() >= manner.oddity:
        return value if manner.typed or rng.random() < 0.7 or value < 1000 else dotted(value)
    if value == 0:
        return rng.choice((0, "0", "00", *NIL))
    ways: list[Callable[[], Content | None]] = [
        lambda: as_typed(rng, value, manner),
        lambda: padded(rng, value),
        lambda: separated(rng, value),
        lambda: with_word(rng, value, measure),
        lambda: hedged(rng, value, measure),
        lambda: in_thousands(rng, value, measure),
        lambda: product(rng, value, measure),
        lambda: rng.choice((f"+{value}", f"\u200b{value}", f"{value}\u200b", f"\ufeff{value}")),
    ]
    weights = (4, 4, 5, 5, 2, 2, 3, 1)
    while True:
        written = rng.choices(ways, weights)[0]()
        if written is not None:
            return written


def as_typed(rng: random.Random, value: int, manner: Manner) -> Content | None:
    """A number cell, also with a machine's noise in it."""
    if not manner.typed:
        return None
    return rng.choice((value, float(value), value + 1e-10 * rng.choice((1, -1)), value * (1 - 2**-52)))


def padded(rng: random.Random, value: int) -> Content:
    """Digits as text, with a leading zero or spaces around."""
    text = f"{value:02d}" if rng.random() < 0.5 else str(value)
    return rng.choice((text, f" {text} ", f"{rng.choice(THIN)}{text}{rng.choice(THIN)}"))


def separated(rng: random.Random, value: int) -> Content | None:
    """Thousands with a dot, a space or, as elsewhere, a comma."""
    if value < 1000:
        return None
    return dotted(value, rng.choice((".", ".", ".", " ", "\u00a0", "\u202f", ",")))


def with_word(rng: random.Random, value: int, measure: str) -> str:
    """A counting word that fits."""
    number = dotted(value) if value >= 1000 and rng.random() < 0.8 else f"{value:02d}" if rng.random() < 0.5 else str(value)
    gap = "\u00a0" if rng.random() < 0.1 else "" if rng.random() < 0.05 else " "
    return f"{number}{gap}{rng.choice(WORDS[measure])}"


def hedged(rng: random.Random, value: int, measure: str) -> str:
    """About so many."""
    number = dotted(value) if value >= 1000 and rng.random() < 0.7 else str(value)
    if rng.random() < 0.2:
        return f"~{number}"
    return f"{rng.choice(HEDGES)} {number}" + (f" {rng.choice(WORDS[measure])}" if rng.random() < 0.5 else "")


def in_thousands(rng: random.Random, value: int, measure: str) -> str | None:
    """So many thousand, where it is exact."""
    if value < 1000 or value % 100:
        return None
    number = f"{value / 1000:g}".replace(".", ",")
    word = f" {rng.choice(WORDS[measure])}" if rng.random() < 0.4 else ""
    return rng.choice(("", "", "hơn ", "khoảng ")) + f"{number} nghìn{word}"


def product(rng: random.Random, value: int, measure: str) -> str | None:
    """So many a day times so many days, where both are whole."""
    days = [d for d in range(2, 8) if value % d == 0 and value // d <= 12]
    if measure != "broadcasts" or not days:
        return None
    day = rng.choice(days)
    return f"{value // day} {rng.choice(('lần', 'lượt', 'buổi'))}/ngày {rng.choice('xX')} {day} ngày"


def compound(rng: random.Random, news: int, articles: int) -> str:
    """`12 tin, 5 bài`: the split inside an items cell."""
    return rng.choice(("{} tin, {} bài", "{} tin + {} bài", "{:02d} tin, {:02d} bài")).format(news, articles)


def refused_count(rng: random.Random, measure: str, manner: Manner) -> tuple[Content, tuple[str, ...]]:
    """A cell that must be refused, and the rules that may say so."""
    n = rng.randint(2, 30)
    other = {"items": "lượt", "broadcasts": "bài", "news": "bài", "articles": "tin", "features": "lượt"}.get(measure, "bài")
    cases: list[tuple[Content, tuple[str, ...]]] = [
        (f"{n}-{n + 7}", ("range",)),
        (f"{n * 10} – {n * 10 + 20}", ("range",)),
        (f"{n} - {n + 1}", ("range",)),
        (f"{n} lần/ngày", ("rate-not-total", "counting-word")),
        (f"mỗi ngày {n:02d} lần", ("rate-not-total", "counting-word")),
        (f"{n} buổi trên ngày", ("rate-not-total", "counting-word")),
        (f"{n:02d} lần/tuần", ("rate-not-total", "counting-word")),
        *((text, ("not-a-number",)) for text in ("nhiều", "x", "có", "hàng trăm tin bài")),
        (f"{n + 60}%", ("percent",)),
        (f"{n}/{n + 1} xã", ("fraction-of",)),
        (f"-{n}", ("negative",)),
        (f"({n})", ("negative",)),
        (f"1_{n:03d}", ("malformed-number",)),
        (f"{n % 9 + 1}e3", ("malformed-number",)),
        ("１２", ("malformed-number",)),
        (f"{n}.{n % 9}5", ("malformed-number", "fraction-in-count")),
        (f"1.{n:03d},5", ("malformed-number", "fraction-in-count")),
        (f"{n}.34.567", ("malformed-number", "fraction-in-count")),
        (f"{n} {other}", ("counting-word",)),
        ("#REF!", ("error-cell",)),
    ]
    if manner.typed:
        cases += [
            (rng.choice((1.2, 12.5, 0.75, n + 0.4)), ("fraction-in-count",)),
            (rng.choice((1.2, 2.35, 1.5)), ("fraction-in-count",)),
            (-n, ("negative",)),
            (Day(f"2021-{n % 12 + 1:02d}-{n % 28 + 1:02d}"), ("date-in-number",)),
            (Length(n * 60 + 3600, "h:mm"), ("date-in-number",)),
            (Fault(rng.choice(("#REF!", "#N/A", "#VALUE!", "#DIV/0!"))), ("error-cell",)),
        ]
    return rng.choice(cases)
