"""The mail servers of a campaign: ``[mailbox]`` and ``[smtp]``, each of which it may do without."""

import ipaddress
from typing import Any

from tuyentruyen_cli.campaign.faults import Faults, Place, checked
from tuyentruyen_cli.campaign.server_forms import MailboxTable, OutboxTable, ServerTable
from tuyentruyen_cli.model.servers import Mailbox, Outbox, Security, Server

MAILBOX, OUTBOX = "mailbox", "smtp"
_IMAP = {Security.SSL: 993, Security.STARTTLS: 143, Security.NONE: 143}
_SMTP = {Security.SSL: 465, Security.STARTTLS: 587, Security.NONE: 25}  # RFC 8314


def mailbox_of(raw: dict[str, Any], top: Place, faults: Faults) -> Mailbox | None:
    """The mailbox, or None when there is none or something of it is wrong."""
    if MAILBOX not in raw:
        return None
    table = checked(MailboxTable, raw[MAILBOX], top.at(MAILBOX), faults)
    server = _server(table, _IMAP, top.at(MAILBOX), faults) if table else None
    return Mailbox(server, table.folder, table.move_to) if table and server else None


def outbox_of(raw: dict[str, Any], top: Place, faults: Faults) -> Outbox | None:
    """The way out, or None when there is none or something of it is wrong."""
    if OUTBOX not in raw:
        return None
    table = checked(OutboxTable, raw[OUTBOX], top.at(OUTBOX), faults)
    server = _server(table, _SMTP, top.at(OUTBOX), faults) if table else None
    return Outbox(server, table.sender) if table and server else None


def _server(table: ServerTable, ports: dict[Security, int], place: Place, faults: Faults) -> Server | None:
    security = Security(table.security)
    if security is Security.NONE and not _on_this_machine(table.host):
        faults.add(place.at("security"), "campaign.no-security", host=table.host)
        return None
    port = table.port or ports[security]
    return Server(table.host.strip("[]"), port, security, table.user, table.password_file, table.certificate)


def _on_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost"
