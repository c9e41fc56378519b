"""Rules that hold between the tables of one schema."""

from tuyentruyen_cli.campaign.faults import Faults, Place, nearest, shown
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import fold_plain


def clashing_aliases(named: list[tuple[Place, tuple[str, ...]]], faults: Faults) -> None:
    """An alias names one thing only: a heading that could be two measures would put figures in the wrong place."""
    owners: dict[str, Place] = {}
    for place, aliases in named:
        for alias in aliases:
            owner = owners.setdefault(fold_plain(alias), place)
            if owner != place:
                faults.add(place, "campaign.same-alias", alias=alias, other=".".join(map(str, owner.keys)))


def check_references(measures: tuple[Measure, ...], place: Place, faults: Faults) -> None:
    """A part belongs to a whole of the same kind that is no part itself; limits leave room."""
    known = {measure.id: measure for measure in measures}
    for measure in measures:
        here = place.at("measures", measure.id)
        if measure.maximum is not None and measure.maximum < measure.minimum:
            faults.add(here.at("maximum"), "campaign.maximum-below", maximum=measure.maximum, minimum=measure.minimum)
        if measure.split_of is None:
            continue
        whole = known.get(measure.split_of)
        if whole is None:
            wholes = [m.id for m in measures if m.split_of is None and m.id != measure.id]
            allowed = say("campaign.one-of", faults.lang, known=", ".join(wholes))
            suggestion = nearest(measure.split_of, wholes)
            faults.add(
                here.at("split_of"), "campaign.wrong", given=shown(measure.split_of), allowed=allowed, suggestion=suggestion
            )
        elif whole.split_of is not None or whole.kind is not measure.kind or whole.id == measure.id:
            faults.add(here.at("split_of"), "campaign.wrong-whole", whole=whole.id)
