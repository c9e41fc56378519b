"""Which cells differ between two versions of a file."""

from collections.abc import Mapping

from tuyentruyen_cli.model.difference import CellDifference, CellPlace, SeenCell

Cells = Mapping[CellPlace, SeenCell]


def same_parts(before: Cells, now: Cells) -> dict[str, str]:
    """For each sheet of the older version its name in the newer: the same, or the only one left on both sides."""
    old, new = (list(dict.fromkeys(place.part for place in cells)) for cells in (before, now))
    left, free = [p for p in old if p not in new], [p for p in new if p not in old]
    renamed = {left[0]: free[0]} if len(left) == len(free) == 1 else {}
    return {p: renamed.get(p, p) for p in old}


def differences(before: Cells, now: Cells, parts: Mapping[str, str]) -> tuple[CellDifference, ...]:
    """The cells that differ as typed, or as read where what is typed is the same, by sheet, row and column."""
    moved = {CellPlace(parts.get(p.part, p.part), p.row, p.column): seen for p, seen in before.items()}
    order = {part: n for n, part in enumerate(dict.fromkeys([*(p.part for p in now), *(p.part for p in moved)]))}
    places = sorted({*moved, *now}, key=lambda p: (order[p.part], p.row, p.column))
    found = (CellDifference(place, moved.get(place), now.get(place)) for place in places)
    return tuple(d for d in found if d.before != d.now)
