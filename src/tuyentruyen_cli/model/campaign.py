"""The nouns of a campaign: who asks whom for what, by when, on whose letterhead."""

from msgspec import Struct

from tuyentruyen_cli.model.period import Calendar
from tuyentruyen_cli.model.request import Request
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.servers import Mailbox, Outbox
from tuyentruyen_cli.model.unit import Registry


class Letterhead(Struct, frozen=True, array_like=True, gc=False):
    """What the official form needs (Decree 30/2020/NĐ-CP, Annex I).

    ``symbol`` follows the number (``BC-VHTT``). ``recipients`` stand under Kính gửi, ``copies`` under Nơi nhận (without ``Như
    trên`` and ``Lưu``), ``filed`` after ``Lưu:``. ``authority`` are the lines above the signature (``TRƯỞNG PHÒNG``).
    """

    superior: str
    issuer: str
    symbol: str
    place: str
    recipients: tuple[str, ...]
    copies: tuple[str, ...] = ()
    filed: str = "VT"
    authority: tuple[str, ...] = ()
    signer: str = ""
    grounds: tuple[str, ...] = ()
    area: str = ""  # what the report is about, such as "huyện Tam Đường"


class Campaign(Struct, frozen=True, array_like=True, gc=False):
    """A campaign as its folder describes it. ``subject`` completes the title of the report; ``registry`` is None without a
    campaign folder (units are then taken from the files). ``mailbox``, ``outbox`` and ``request`` are None where the office
    uses none.
    """

    title: str
    subject: str
    letterhead: Letterhead
    calendar: Calendar
    schema: ReportSchema
    registry: Registry | None
    mailbox: Mailbox | None = None
    outbox: Outbox | None = None
    request: Request | None = None
