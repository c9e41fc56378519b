"""What a campaign asks of its units, before anything comes in."""

from msgspec import Struct


class Request(Struct, frozen=True, array_like=True, gc=False):
    """The dispatch that asks for reports.

    ``subject`` follows ``V/v``. ``recipients`` stand under Kính gửi; none: they are made of the units. ``tasks`` are what is
    asked beside the reports. ``first`` and ``last`` are weeks (``2021-W05``), empty where the campaign has no end yet.
    ``address`` is where reports are sent. ``materials`` are files of the campaign's folder, or patterns of such, that go along.
    """

    subject: str
    recipients: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    address: str = ""
    materials: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
