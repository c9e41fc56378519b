"""What extraction knows of the campaign; built once in each worker."""

from msgspec import Struct

from tuyentruyen_cli.extract.identity import Names
from tuyentruyen_cli.extract.lexicon import Lexicon
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.decision import NOTHING_DECIDED, FileDecisions
from tuyentruyen_cli.model.period import Calendar, Period
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.unit import Unit


class Context(Struct, frozen=True, dict=True):
    """The schema's words, the registry's names and the week that is asked for (None: whatever a file says)."""

    schema: ReportSchema
    lexicon: Lexicon
    names: Names | None
    calendar: Calendar
    period: Period | None
    decided: FileDecisions = NOTHING_DECIDED

    def unit(self, unit_id: str | None) -> Unit | None:
        """The unit of that id as the registry has it, or None."""
        return self.names.units.get(unit_id or "") if self.names else None

    @classmethod
    def of(cls, campaign: Campaign, period: Period | None, decided: FileDecisions = NOTHING_DECIDED) -> "Context":
        """The context of one week of a campaign, with what people decided of its files."""
        names = None
        if campaign.registry is not None:
            registry = campaign.registry.on(period.end) if period else campaign.registry
            names = Names(registry, also_elsewhere=(campaign.letterhead.area.removeprefix("huyện ").removeprefix("tỉnh "),))
        return cls(campaign.schema, Lexicon(campaign.schema), names, campaign.calendar, period, decided)
