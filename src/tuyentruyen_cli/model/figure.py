"""Totals that carry their sources and their coverage."""

from msgspec import Struct

from tuyentruyen_cli.model.location import Location


class Coverage(Struct, frozen=True, array_like=True, gc=False):
    """Who is in a figure. ``expected`` is None without a registry. ``missing`` are expected units that are not in it,
    for whatever reason; ``partial`` those in it with a blank beside stated rows.
    """

    expected: int | None
    units: tuple[str, ...]
    missing: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()


class Known(Struct, frozen=True, array_like=True, gc=False):
    """What could be read of a figure that is refused: at least ``value``, with ``open`` cells not clear."""

    value: int
    open: int


class Figure(Struct, frozen=True, array_like=True, gc=False):
    """A measure for one unit or all, for one category of one dimension or all.

    ``unit`` None is all units. ``dimension`` and ``category`` are None for the figure over everything; the dimension
    ``origin`` has the categories ``own`` and ``relayed``. ``value`` is None when it is refused or not stated;
    ``why`` then holds the rules that refuse it (or ``not-stated``, ``missing``). ``derived_from`` are the cells behind it.
    ``decided`` says that a person gave or chose some of it.
    """

    measure: str
    period: str
    value: int | None
    coverage: Coverage
    unit: str | None = None
    dimension: str | None = None
    category: str | None = None
    derived_from: tuple[Location, ...] = ()
    known: Known | None = None
    why: tuple[str, ...] = ()
    approximate: bool = False
    decided: bool = False
