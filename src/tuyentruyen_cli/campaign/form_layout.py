"""The ``[form]`` table of a schema.toml."""

from collections.abc import Sequence
from typing import Any

from tuyentruyen_cli.campaign.faults import Faults, Place, checked, not_one_of
from tuyentruyen_cli.campaign.forms import LayoutTable
from tuyentruyen_cli.model.schema import Dimension, FormLayout, Measure


def read_layout(
    raw: dict[str, Any], measures: Sequence[Measure], dimensions: Sequence[Dimension], place: Place, faults: Faults
) -> FormLayout:
    """What the fill-in form shows; nothing beside what is required where the table is absent or wrong."""
    here, given = place.at("form"), raw.get("form", {})
    # That it is no table, the schema's heading says.
    table = checked(LayoutTable, given, here, faults) if isinstance(given, dict) else None
    if table is None:
        return FormLayout()
    channels = [c.id for d in dimensions if d.id == "channel" for c in d.categories]
    _all_known(table.optional, [m.id for m in measures], here.at("optional"), faults)
    _all_known(table.relays, channels, here.at("relays"), faults)
    return FormLayout(tuple(table.optional), tuple(table.relays))


def _all_known(given: Sequence[str], known: Sequence[str], place: Place, faults: Faults) -> None:
    for index, name in enumerate(given):
        if name not in known:
            not_one_of(name, known, place.at(index), faults)
