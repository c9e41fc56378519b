"""The mail servers of a campaign: where submissions come in, and through which one messages are sent."""

from enum import StrEnum

from msgspec import Struct


class Security(StrEnum):
    """How a connection to a server is protected."""

    SSL = "ssl"
    STARTTLS = "starttls"
    NONE = "none"  # only on this machine


class Server(Struct, frozen=True, array_like=True, gc=False):
    """A server, and as whom it is used. The secret is never part of a campaign; ``password_file`` says where one may lie."""

    host: str
    port: int
    security: Security
    user: str = ""
    password_file: str = ""
    certificate: str = ""  # a file with the certificate of a server that no public authority has signed


class Mailbox(Struct, frozen=True, array_like=True, gc=False):
    """``[mailbox]``: where submissions come in. ``move_to`` is the folder for what was taken, when that is asked for."""

    server: Server
    folder: str = "INBOX"
    move_to: str = ""


class Outbox(Struct, frozen=True, array_like=True, gc=False):
    """``[smtp]``: through which server, and as whom, is sent."""

    server: Server
    sender: str
