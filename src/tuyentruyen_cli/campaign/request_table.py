"""``[request]`` of tuyentruyen.toml: the dispatch that asks for reports. A campaign may do without."""

from pathlib import PurePosixPath, PureWindowsPath
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from tuyentruyen_cli.campaign.faults import Faults, Form, Place, checked
from tuyentruyen_cli.campaign.forms import OptionalText, Text, Week
from tuyentruyen_cli.model.request import Request

REQUEST = "request"


def _inside(pattern: str) -> str:
    """A path below the campaign's folder, with the separators of either system."""
    windows = PureWindowsPath(pattern)
    if windows.is_absolute() or windows.drive or windows.root or ".." in windows.parts:
        raise ValueError(pattern)
    return str(PurePosixPath(*windows.parts))


Material = Annotated[Text, AfterValidator(_inside)]


class RequestTable(Form):
    """``[request]``; ``from`` and ``to`` are the weeks of the first and the last report."""

    subject: Text = Field(description="campaign.allowed-text")
    recipients: list[Text] = Field(default_factory=list, description="campaign.allowed-texts")
    grounds: list[Text] = Field(default_factory=list, description="campaign.allowed-texts")
    tasks: list[Text] = Field(default_factory=list, description="campaign.allowed-texts")
    first: Week | None = Field(None, alias="from", description="campaign.allowed-week")
    last: Week | None = Field(None, alias="to", description="campaign.allowed-week")
    address: OptionalText = Field("", description="campaign.allowed-text")
    materials: list[Material] = Field(default_factory=list, description="campaign.allowed-materials")
    copies: list[Text] = Field(default_factory=list, description="campaign.allowed-texts")


def request_of(raw: dict[str, Any], top: Place, faults: Faults) -> Request | None:
    """The request, or None when there is none or something of it is wrong."""
    if REQUEST not in raw:
        return None
    place = top.at(REQUEST)
    table = checked(RequestTable, raw[REQUEST], place, faults)
    if table is None:
        return None
    first, last = table.first or "", table.last or ""
    if bool(first) != bool(last) or last < first:
        faults.add(place.at("to"), "campaign.weeks-turned", first=first or "…", last=last or "…")
        return None
    lists = {name: tuple(getattr(table, name)) for name in ("recipients", "grounds", "tasks", "materials", "copies")}
    return Request(table.subject, first=first, last=last, address=table.address, **lists)
