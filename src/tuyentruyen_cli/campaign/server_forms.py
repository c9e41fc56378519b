"""The tables ``[mailbox]`` and ``[smtp]`` of tuyentruyen.toml as pydantic reads them."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from tuyentruyen_cli.campaign.faults import Form
from tuyentruyen_cli.campaign.forms import OptionalText, Text

HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[?[0-9A-Fa-f:]+\]?")
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


def _matching(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text


Host = Annotated[Text, AfterValidator(lambda text: _matching(HOST, text))]
Address = Annotated[Text, AfterValidator(lambda text: _matching(ADDRESS, text))]
Port = Annotated[int, Field(ge=1, le=65535, description="campaign.allowed-port")]


class ServerTable(Form):
    """What ``[mailbox]`` and ``[smtp]`` share. There is no key for a password: it does not belong into this file."""

    host: Host = Field(description="campaign.allowed-host")
    port: Port | None = Field(None, description="campaign.allowed-port")
    security: Literal["ssl", "starttls", "none"] = Field("ssl", description="campaign.allowed-security")
    user: OptionalText = Field("", description="campaign.allowed-text")
    password_file: OptionalText = Field("", description="campaign.allowed-text")
    certificate: OptionalText = Field("", description="campaign.allowed-text")


class MailboxTable(ServerTable):
    """``[mailbox]``: where submissions come in."""

    user: Text = Field(description="campaign.allowed-text")
    folder: Text = Field("INBOX", description="campaign.allowed-text")
    move_to: OptionalText = Field("", description="campaign.allowed-text")


class OutboxTable(ServerTable):
    """``[smtp]``: through what is sent."""

    sender: Address = Field(description="campaign.allowed-address")
