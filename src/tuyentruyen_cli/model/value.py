"""One figure as one cell states it."""

from enum import StrEnum

from msgspec import Struct

from tuyentruyen_cli.model.location import Location


class ValueState(StrEnum):
    """How a figure was come by."""

    STATED = "stated"
    NIL = "nil"  # a dash or a word for none: zero, remembered as nil
    APPROXIMATE = "approximate"
    DECIDED = "decided"
    NOT_STATED = "not-stated"
    REFUSED = "refused"


_WITHOUT_VALUE = frozenset({ValueState.NOT_STATED, ValueState.REFUSED})


class Value(Struct, frozen=True, array_like=True, gc=False):
    """A figure with its sources. ``value`` is a whole number (seconds for durations), or None when refused or not stated.

    ``raw`` is the text as typed. ``rule`` is what refused it. ``others`` are the cells beside the first that it is made of:
    a nation's week has a million values, nearly all of one cell.
    """

    value: int | None
    raw: str
    source: Location
    state: ValueState = ValueState.STATED
    rule: str = ""
    others: tuple[Location, ...] = ()

    def __post_init__(self) -> None:
        if (self.value is None) != (self.state in _WITHOUT_VALUE):
            msg = f"a {self.state} value cannot be {self.value!r}"
            raise ValueError(msg)

    @property
    def sources(self) -> tuple[Location, ...]:
        """Every cell that it is made of."""
        return (self.source, *self.others)
