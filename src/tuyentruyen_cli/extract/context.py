"""What extraction knows of the campaign; built once in each worker."""

from dataclasses import dataclass

from tuyentruyen_cli.extract.identity import Names
from tuyentruyen_cli.extract.lexicon import Lexicon
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.period import Calendar, Period
from tuyentruyen_cli.model.schema import ReportSchema


@dataclass(frozen=True)
class Context:
    """The schema's words, the registry's names and the week that is asked for (None: whatever a file says)."""

    schema: ReportSchema
    lexicon: Lexicon
    names: Names | None
    calendar: Calendar
    period: Period | None

    @classmethod
    def of(cls, campaign: Campaign, period: Period | None) -> "Context":
        """The context of one week of a campaign."""
        names = None
        if campaign.registry is not None:
            registry = campaign.registry.on(period.end) if period else campaign.registry
            names = Names(registry, also_elsewhere=(campaign.letterhead.area.removeprefix("huyện ").removeprefix("tỉnh "),))
        return cls(campaign.schema, Lexicon(campaign.schema), names, campaign.calendar, period)
