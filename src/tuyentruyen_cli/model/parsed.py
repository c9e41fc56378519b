"""What a parser makes of one cell: a figure, or a refusal with its rule."""

from typing import TypeAlias

from msgspec import Struct


class Parsed(Struct, frozen=True, gc=False):
    """A figure. ``value`` is whole (seconds for durations).

    ``parts`` are measure ids and figures of a compound (``12 tin, 5 bài``).

    ``notes`` are the rules of what was assumed or applied: ``foreign-thousands``, ``computed``, ``scaled``,
    ``measure-assumed``, ``text-cleaned``.
    """

    value: int
    parts: tuple[tuple[str, int], ...] = ()
    approximate: bool = False
    nil: bool = False
    notes: tuple[str, ...] = ()


class Refused(Struct, frozen=True, array_like=True, gc=False):
    """No figure. ``rule`` says why; ``suggestion`` is what may have been meant, ready to type, or empty."""

    rule: str
    suggestion: str = ""


# None: the cell states nothing.
Result: TypeAlias = Parsed | Refused | None


class CountContext(Struct, frozen=True, array_like=True, gc=False):
    """What a count's parser must know of its column. Words are folded without marks (``vi.text.fold_plain``).

    ``words`` fit the measure; ``foreign_words`` belong to another; ``part_words`` map a word to the split measure that it names
    (``tin`` to ``news``). ``scale`` is 1,000 under ``nghìn người``. ``estimate``: hedges are expected.
    """

    words: frozenset[str] = frozenset()
    foreign_words: frozenset[str] = frozenset()
    part_words: tuple[tuple[str, str], ...] = ()
    scale: int = 1
    estimate: bool = False


class DurationContext(Struct, frozen=True, array_like=True, gc=False):
    """What a duration's parser must know of its column.

    ``measured_in`` is the seconds of one unit that the header names (60 for phút), 0 for none. ``two_parts`` is ``h:m`` or
    ``m:s`` when the header says what two parts are. ``names_hours``: the header names hours, ``hh:mm`` or ``h:mm:ss``.
    ``formats_with_seconds`` are the number formats of which some cell of the column (its total too) has seconds.
    """

    measured_in: int = 0
    two_parts: str = ""
    names_hours: bool = False
    formats_with_seconds: frozenset[str] = frozenset()
