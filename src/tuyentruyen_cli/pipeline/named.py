"""What people name on a command line: measures, units, categories, by their ids or their titles."""

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.schema import UNKNOWN, UNSPLIT, Measure, ReportSchema
from tuyentruyen_cli.model.submission import OWN, RELAYED
from tuyentruyen_cli.model.unit import Unit
from tuyentruyen_cli.vi.text import fold

ORIGIN = "origin"


def measure_named(schema: ReportSchema, text: str) -> Measure:
    """The measure of that id or title. Raises OperatorError, naming what there is."""
    found = next((m for m in schema.measures if fold(text) in {m.id, fold(m.title)}), None)
    if found is None:
        raise OperatorError("cli.no-such", what=text, allowed=", ".join(m.id for m in schema.measures))
    return found


def unit_named(campaign: Campaign, text: str) -> Unit:
    """The unit of that id or name. Raises OperatorError, naming what there is."""
    units = campaign.registry.units if campaign.registry else ()
    found = next((u for u in units if fold(text) in {u.id, fold(u.name)}), None)
    if found is None:
        raise OperatorError("cli.no-such", what=text, allowed=", ".join(u.id for u in units))
    return found


def category_named(schema: ReportSchema, dimension: str, text: str) -> str:
    """The category of that id or title in a dimension, ``origin`` among them. Raises OperatorError, naming what there is."""
    known = schema.dimension(dimension)
    titles = {c.id: c.title for c in known.categories} | {UNKNOWN: UNKNOWN, UNSPLIT: UNSPLIT} if known else {}
    if dimension == ORIGIN:
        titles = {OWN: OWN, RELAYED: RELAYED}
    found = next((c for c, title in titles.items() if fold(text) in {c, fold(title)}), None)
    if found is None:
        raise OperatorError("cli.no-such", what=text, allowed=", ".join(titles) or "–")
    return found
