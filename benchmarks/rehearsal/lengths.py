"""How durations are written: every accepted notation of reading.md, by the header above them, and the refused ones."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from rehearsal.canvas import Content, Length
from rehearsal.counts import HEDGES, NIL, Manner, decimal, dotted


@dataclass(frozen=True, slots=True)
class Clock:
    """What a duration column's header says, and the one form of cell that it leans to."""

    says: str  # phút, giờ, giây, nothing, or the name of a notation such as phút:giây
    grain: int  # seconds that every figure of the column is a multiple of
    lean: str  # number, words, cells, three, two
    shown: str = "[h]:mm:ss"


CLOCKS = (
    (Clock("phút", 60, "number"), 40),
    (Clock("phút", 30, "number"), 5),
    (Clock("", 60, "number"), 12),
    (Clock("giờ", 360, "number"), 5),
    (Clock("giây", 1, "number"), 3),
    (Clock("", 1, "words"), 6),
    (Clock("phút", 1, "words"), 5),
    (Clock("", 1, "three"), 4),
    (Clock("phút:giây", 1, "two"), 3),
    (Clock("mm:ss", 1, "two"), 2),
    (Clock("giờ:phút", 60, "two"), 2),
    (Clock("hh:mm", 60, "two"), 2),
    (Clock("", 1, "cells"), 4),
    (Clock("", 1, "cells", "[mm]:ss"), 3),
    (Clock("h:mm:ss", 60, "cells"), 2),
    (Clock("hh:mm", 60, "cells", "[h]:mm"), 2),
    (Clock("giờ", 60, "cells", "h:mm"), 2),
)


def clock(rng: random.Random, manner: Manner) -> Clock:
    """A way for one column; cells of type time only where there are types."""
    while True:
        chosen = rng.choices([c for c, _ in CLOCKS], [w for _, w in CLOCKS])[0]
        if chosen.lean == "number" and chosen.says == "phút" and chosen.grain == 60 and rng.random() < 0.5:
            return chosen
        if manner.oddity == 0 and chosen.grain != 60:
            continue
        if manner.typed or chosen.lean != "cells":
            return chosen


def write_length(rng: random.Random, seconds: int, way: Clock, manner: Manner) -> Content:
    """The seconds in a notation that the column's header allows."""
    if seconds == 0 and way.lean != "cells":
        return rng.choice((0, *NIL)) if rng.random() < manner.oddity else 0
    if way.lean == "cells":
        return Length(seconds, way.shown)
    if way.lean == "three":
        return rng.choice(("{:02d}:{:02d}:{:02d}", "{}:{:02d}:{:02d}")).format(
            seconds // 3600, seconds // 60 % 60, seconds % 60
        )
    if way.lean == "two":
        return in_two_parts(rng, seconds, way)
    if way.lean == "number" and rng.random() >= manner.oddity * 0.7:
        number = plain_number(seconds, way.says)
        if number is not None:
            return number
    return in_words(rng, seconds, way, manner)


def plain_number(seconds: int, says: str) -> Content | None:
    """The figure in the header's measure, where at most two decimals hold it."""
    unit = {"giờ": 3600, "giây": 1}.get(says, 60)
    number = round(seconds / unit, 2)
    if round(number * unit, 6) != seconds:
        return None
    return int(number) if number == int(number) else number


def in_two_parts(rng: random.Random, seconds: int, way: Clock) -> Content:
    """`05:30` under a header that says which is which; longer ones in three parts or in words."""
    small, limit = (1, 3600) if way.says in ("phút:giây", "mm:ss") else (60, 86400)
    if seconds < limit and seconds % small == 0:
        return rng.choice(("{:02d}:{:02d}", "{}:{:02d}")).format(seconds // (small * 60), seconds // small % 60)
    return in_words(rng, seconds, way, Manner(typed=False, oddity=0))


def in_words(rng: random.Random, seconds: int, way: Clock, manner: Manner) -> str:
    """Hours, minutes and seconds with their words or marks."""
    ways: list[Callable[[], str | None]] = [
        lambda: in_minutes(rng, seconds, way),
        lambda: in_minutes(rng, seconds, way),
        lambda: with_hours(rng, seconds),
        lambda: with_seconds(rng, seconds),
        lambda: f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}",
        lambda: rng.choice(("{} giây", "{}s", "{} giây")).format(seconds) if seconds < 1000 else None,
        lambda: about(rng, seconds) if rng.random() < manner.oddity else None,
    ]
    while True:
        written = rng.choice(ways)()
        if written is not None:
            return written


def in_minutes(rng: random.Random, seconds: int, way: Clock) -> str | None:
    """`15 phút`, `15'`, and under a header of minutes a bare figure as text."""
    if seconds % 6:
        return None
    minutes = seconds // 60
    if seconds % 60:
        return decimal(seconds / 60, rng) if way.says == "phút" else None
    forms = ["{} phút", "{:02d} phút", "{}'", "{}’", "{}p", "{}ph", "{} phut", "{}phút"]
    if way.says == "phút":
        forms += ["{}", "{:02d}"]
        if minutes >= 1000:
            return dotted(minutes)
    return rng.choice(forms).format(minutes)


def with_hours(rng: random.Random, seconds: int) -> str | None:
    """`1 giờ 30 phút` and its short forms; `1,5 giờ`."""
    hours, rest = divmod(seconds, 3600)
    if hours == 0 or rest % 60:
        return None
    minutes = rest // 60
    if minutes == 0:
        return rng.choice(("{} giờ", "{} tiếng", "{}h", "{:02d} giờ")).format(hours)
    if seconds % 360 == 0 and rng.random() < 0.4:
        return decimal(seconds / 3600, rng) + rng.choice((" giờ", "h"))
    forms = ("{} giờ {} phút", "{} giờ {:02d} phút", "{}h{:02d}", "{}h{:02d}'", "{}h{:02d}p", "{} tiếng {} phút")
    return rng.choice(forms).format(hours, minutes)


def with_seconds(rng: random.Random, seconds: int) -> str | None:
    """`5 phút 30 giây`, `5'30"`."""
    if seconds % 60 == 0 or seconds >= 3600 * 2 or seconds < 60:
        return None
    forms = ("{} phút {} giây", "{} phút {:02d} giây", "{}'{:02d}\"", "{}'{:02d}''", "{}’{:02d}”", "{:02d}'{:02d}\"")
    return rng.choice(forms).format(*divmod(seconds, 60))


def about(rng: random.Random, seconds: int) -> str | None:
    """`khoảng 30 phút`."""
    return None if seconds % 60 else f"{rng.choice(HEDGES)} {seconds // 60} phút"


def refused_length(rng: random.Random, way: Clock, manner: Manner) -> tuple[Content, tuple[str, ...]]:
    """A duration that must be refused, and the rules that may say so."""
    n = rng.randint(2, 29)
    cases: list[tuple[Content, tuple[str, ...]]] = [
        (f"{n} phút/ngày", ("rate-not-total",)),
        (f"{n} phút/buổi", ("rate-not-total",)),
        ("180 phút/3 lần/ngày", ("rate-not-total",)),
        ("1,5 h/lần", ("rate-not-total",)),
        (f"{n}-{n + 5} phút", ("range",)),
        ("từ 30 phút đến 2 tiếng", ("range",)),
        ("từ 5 giờ 15 phút đến 7 giờ", ("clock-range",)),
        ("nhiều", ("not-a-number",)),
        (f"{n + 60}%", ("percent",)),
        (f"-{n}", ("negative",)),
        ("#REF!", ("error-cell",)),
    ]
    if way.says in ("", "phút", "giây"):
        cases += [(f"{n:02d}:30", ("ambiguous-duration",)), (f"{n}:05", ("ambiguous-duration",))]
    if way.says == "phút":
        cases += [("1,500", ("ambiguous-number",))]
    if manner.typed and way.says in ("", "phút") and way.lean != "cells":
        cases += [
            (Length(n * 3600 + 1800, "[h]:mm:ss"), ("ambiguous-duration",)),
            (Length(n * 600, "h:mm"), ("ambiguous-duration",)),
        ]
    return rng.choice(cases)
