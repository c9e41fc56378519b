"""The bodies that report."""

import datetime as dt

from msgspec import Struct


class Unit(Struct, frozen=True, array_like=True, gc=False):
    """A body that reports.

    ``valid_from`` and ``valid_to`` are inclusive; None is open. ``kind`` is ``commune``, ``township``…
    """

    id: str
    name: str
    kind: str = "commune"
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    successors: tuple[str, ...] = ()
    population: int | None = None
    addresses: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()

    def valid_on(self, day: dt.date) -> bool:
        """Whether the unit exists on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Registry(Struct, frozen=True, array_like=True, gc=False):
    """The units of a campaign, in the order in which reports list them."""

    units: tuple[Unit, ...]

    def unit(self, unit_id: str) -> Unit | None:
        """The unit of that id, or None."""
        return next((u for u in self.units if u.id == unit_id), None)

    def on(self, day: dt.date) -> "Registry":
        """The units that exist on that day: who is expected to report."""
        return Registry(tuple(u for u in self.units if u.valid_on(day)))
