"""What is wrong, or worth saying, about what was received; always with its place."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from tuyentruyen_cli.model.location import Location


class Severity(StrEnum):
    """How much a finding weighs: an error refuses a figure, a warning and a note refuse nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


Argument: TypeAlias = str | int | float | tuple[str, ...] | None


class Finding(Struct, frozen=True, array_like=True, gc=False):
    """A rule that spoke, and where. The sentence is made at the edge from ``arguments``, in the reader's language.

    ``unit`` is the unit concerned where it is known. ``measure`` is the measure concerned, if one is.
    ``related`` are further places that explain it.
    """

    rule: str
    severity: Severity
    location: Location
    arguments: tuple[tuple[str, Argument], ...] = ()
    unit: str | None = None
    measure: str | None = None
    related: tuple[Location, ...] = ()

    def __post_init__(self) -> None:
        if not self.location.file:
            msg = f"a finding needs a location: {self.rule}"
            raise ValueError(msg)

    def argument(self, name: str) -> Argument:
        """The argument of that name, or None."""
        return next((value for key, value in self.arguments if key == name), None)
