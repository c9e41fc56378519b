"""The dispatch that asks for reports: what is to be sent, by whom, until when, and where to."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.period import Period
from tuyentruyen_cli.model.request import Request
from tuyentruyen_cli.model.schema import Measure, MeasureKind
from tuyentruyen_cli.model.unit import Unit
from tuyentruyen_cli.render import letterhead, words
from tuyentruyen_cli.render.elapsed import WEEKDAYS
from tuyentruyen_cli.render.filled import Labels, filled
from tuyentruyen_cli.render.urged import COMMUNES
from tuyentruyen_cli.render.words import in_sentence, sentence_start, units_counted, without_end
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.dates import format_date, format_time

LEADS = ("Thực hiện ", "Căn cứ ", "Theo ")
MOST_NAMED = 5  # units that are no communes, by name under Kính gửi
TOWN = "township"


class Asking(Struct, frozen=True):
    """The request of a campaign, the units and weeks that it is for, and the names of the files that go along."""

    campaign: Campaign
    request: Request
    units: tuple[Unit, ...]
    periods: tuple[Period, ...]
    now: dt.datetime
    materials: tuple[str, ...] = ()


def render_request(asking: Asking, template: Path) -> bytes:
    """The dispatch as a Word file. Raises ``RenderError``. Same inputs, same bytes."""
    title = sentence_start(asking.request.subject)
    labels = Labels(title, asking.campaign.letterhead.issuer, asking.now, "yeu-cau", are_given=True)
    return filled(template, request_view(asking), labels)


def request_view(asking: Asking) -> dict[str, object]:
    """The view model of the dispatch."""
    head, request, zone = asking.campaign.letterhead, asking.request, asking.campaign.calendar.tz
    month = letterhead.signing_month(asking.now, asking.now, zone)
    to = request.recipients or tuple(recipients_of(asking.units))
    own = replace(head, symbol=letterhead.dispatch_symbol(head), recipients=to, grounds=(), copies=request.copies)
    who = letterhead.office(head) or sentence_start(head.issuer)
    first = 2 if request.tasks else 1
    view = {
        "letterhead": letterhead.header_view(own, month),
        "about": f"V/v {without_end(request.subject)}",
        "opening": _opening(request, who),
        "tasks": words.ended_list(request.tasks),
        "contents_heading": f"{first}. Nội dung báo cáo",
        "contents": f"Báo cáo kết quả tuyên truyền trong tuần{_split(asking.campaign)} gồm:",
        "measures": words.ended_list([_measure(m) for m in asking.campaign.schema.measures if m.required]),
        "writing": _writing(asking.campaign),
        "sending_heading": f"{first + 1}. Thời hạn và cách gửi",
        "sending": list(_sending(asking, who)),
        "closing": f"{who} đề nghị các đơn vị quan tâm, phối hợp thực hiện./.",
    }
    cleaned = words.cleaned(view)
    assert isinstance(cleaned, dict)
    return cleaned


def recipients_of(units: Sequence[Unit]) -> Iterator[str]:
    """Communes are addressed together, as their People's Committees; other bodies by name while they are few."""
    kinds = {u.kind for u in units} & COMMUNES
    if kinds:
        names = [name for kind, name in (("commune", "xã"), ("ward", "phường"), (TOWN, "thị trấn")) if kind in kinds]
        yield f"Ủy ban nhân dân các {', '.join(names or ['đơn vị hành chính cấp xã'])}"
    others = [u.name for u in units if u.kind not in COMMUNES]
    yield from others if len(others) <= MOST_NAMED else ["Các đơn vị báo cáo khác"]


def _opening(request: Request, who: str) -> str:
    grounds = [without_end(g) for g in request.grounds if without_end(g)]
    asked = f"{who} đề nghị các đơn vị thực hiện các nội dung sau:"
    if not grounds:
        return sentence_start(asked)
    return f"{'' if grounds[0].startswith(LEADS) else LEADS[0]}{'; '.join(grounds)}, {asked}"


def _split(campaign: Campaign) -> str:
    channels = campaign.schema.dimension("channel")
    return ", ghi riêng từng kênh," if channels and channels.categories else ""


def _measure(measure: Measure) -> str:
    unit = " (phút, hoặc ghi rõ giờ, phút, giây)" if measure.kind is MeasureKind.DURATION else ""
    return f"{measure.title}{unit}"


def _writing(campaign: Campaign) -> str:
    channels = campaign.schema.dimension("channel")
    named = f"Các kênh: {'; '.join(c.title for c in channels.categories)}. " if channels and channels.categories else ""
    return (
        f"{named}Mỗi ô ghi một số của cả tuần, không ghi khoảng (20-30) hoặc mức mỗi ngày; "
        "không có thì ghi số 0, không để trống."
    )


def _sending(asking: Asking, who: str) -> Iterator[str]:
    """Until when, for which weeks, with what, where to: one sentence each."""
    calendar = asking.campaign.calendar
    day = say(f"status.{WEEKDAYS[calendar.weekday - 1]}", "vi")
    yield f"Báo cáo gửi trước {format_time(calendar.time)} {day} hằng tuần{_weeks(asking)}."
    start = say(f"status.{WEEKDAYS[calendar.weekday % 7]}", "vi")
    yield f"Số liệu của mỗi tuần tính từ {start} tuần trước đến hết {day}."
    for period in asking.periods:
        if period.shift_reason:
            due = period.due.astimezone(calendar.tz)
            moment = f"{format_time(due.time())} ngày {format_date(due.date())}"
            yield f"Riêng tuần {period.week:02d} gửi trước {moment} ({without_end(period.shift_reason)})."
    address = asking.request.address or _mailbox(asking.campaign)
    where = f" qua địa chỉ {address}" if address else ""
    yield f"Các đơn vị điền vào biểu gửi kèm, lưu và gửi lại chính tệp đó về {who}{where}."
    if asking.materials:
        yield f"Tài liệu gửi kèm: {', '.join(asking.materials)}."


def _mailbox(campaign: Campaign) -> str:
    """The mailbox that reports are collected from, where its user is an address."""
    user = campaign.mailbox.server.user if campaign.mailbox else ""
    return user if "@" in user else ""


def _weeks(asking: Asking) -> str:
    if not asking.periods or not asking.request.first:
        return ""
    first, last = asking.periods[0], asking.periods[-1]
    if first == last:
        return f", cho tuần {first.week:02d} (hạn ngày {_due(asking, first)})"
    number = f"{units_counted(len(asking.periods))} kỳ"
    return (
        f", {number}, từ tuần {first.week:02d} (hạn ngày {_due(asking, first)})"
        f" đến tuần {last.week:02d} (hạn ngày {_due(asking, last)})"
    )


def _due(asking: Asking, period: Period) -> str:
    return format_date(period.due.astimezone(asking.campaign.calendar.tz).date())


def letter_lines(asking: Asking, unit: Unit, attached: Sequence[str]) -> tuple[str, list[str]]:
    """Subject and lines of the mail to one unit."""
    head = asking.campaign.letterhead
    who = words.clean(letterhead.office(head) or sentence_start(head.issuer))
    name = words.clean(in_sentence(unit.name))
    lines = [say("request.mail-body", "vi", who=who, unit=name, files=words.listed([words.clean(a) for a in attached]))]
    lines += ["", *map(words.clean, _sending(asking, who)), "", who]
    return say("request.mail-subject", "vi", subject=words.clean(without_end(asking.request.subject)), unit=name), lines
