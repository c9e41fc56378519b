"""The fixed parts of an official document (Decree 30/2020/NĐ-CP, Annex I): headers, recipients, signature, where copies go."""

import datetime as dt

from tuyentruyen_cli.model.campaign import Letterhead
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.metrics import text_width, wrapped
from tuyentruyen_cli.render.sentences import week_said
from tuyentruyen_cli.render.words import ended_list, without_end
from tuyentruyen_cli.vi.dates import format_date_long

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BLANK = "      "  # room for a number or a day that the office's clerk writes
# The room and the size of the two names at the top left, in points; longer names are broken where a clerk would.
NAME_ROOM = 205.0
NAME_SIZE = 12
BREAK_BEFORE = ("HUYỆN", "TỈNH", "XÃ", "PHƯỜNG", "THÀNH", "QUẬN", "THỊ", "ĐẶC", "VÀ")
OFFICES = (
    "Phòng Văn hóa và Thông tin",
    "Phòng Văn hóa - Xã hội",
    "Phòng Văn hóa, Khoa học và Thông tin",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Văn hóa và Thể thao",
    "Sở Thông tin và Truyền thông",
)
STILL_THE_SAME_WEEK = dt.timedelta(days=31)


def _name_lines(name: str, *, bold: bool) -> list[str]:
    """A name in capitals on as few lines as it takes, broken before ``HUYỆN …`` or ``VÀ …`` where that fits."""
    text = name.strip().upper()
    if not text:
        return []
    number = len(wrapped(text, NAME_SIZE, NAME_ROOM, bold=bold))
    if number != 2:  # noqa: PLR2004
        return wrapped(text, NAME_SIZE, NAME_ROOM, bold=bold)
    pieces = text.split(" ")
    splits = [(" ".join(pieces[:i]), " ".join(pieces[i:])) for i in range(1, len(pieces))]
    fitting = [s for s in splits if max(text_width(line, NAME_SIZE, bold=bold) for line in s) <= NAME_ROOM]
    good = [s for s in fitting if s[1].split(" ")[0] in BREAK_BEFORE] or fitting
    return list(min(good, key=lambda s: max(text_width(line, NAME_SIZE, bold=bold) for line in s)))


def _month(report: Report) -> str:
    return signing_month(report.period.due, report.as_of, report.campaign.calendar.tz)


def signing_month(due: dt.datetime, made: dt.datetime, zone: dt.tzinfo) -> str:
    """``tháng 02 năm 2021``: the month in which a document will be signed that is about a week due then."""
    due, made = due.astimezone(zone), made.astimezone(zone)
    signed = made if abs(made - due) <= STILL_THE_SAME_WEEK else due
    return "tháng " + format_date_long(signed.date()).partition(" tháng ")[2]


def _in_lower_case(head: Letterhead) -> str:
    """The issuing body as sentences write it. A letterhead often has it in capitals alone: then as other lines of the campaign
    write it, or as offices of that name do; empty when nobody does.
    """
    name = head.issuer.strip()
    if not name.isupper():
        return name
    for text in (*head.grounds, *head.copies, *head.recipients, *OFFICES):
        start = text.casefold().find(name.casefold())
        found = text[start : start + len(name)]
        if start >= 0 and not found.isupper():
            return found
    return ""


def office(head: Letterhead) -> str:
    """The issuing body inside a sentence, with the place it serves; empty where nobody knows how it is written."""
    name, area = _in_lower_case(head), head.area.strip()
    return name if not name or not area or area.casefold() in name.casefold() else f"{name} {area}"


def week_title(report: Report) -> str:
    """``Tuần 05 (từ ngày 29/01/2021 đến ngày 04/02/2021)``."""
    return f"Tuần {report.period.week:02d} ({week_said(report)})"


def opening(report: Report) -> str:
    """The sentence that leads from the grounds to the results."""
    who = office(report.campaign.letterhead)
    what = f"kết quả tuyên truyền tuần {report.period.week:02d} như sau:"
    return f"{who} báo cáo {what}" if who else f"Báo cáo {what}"


def closing(report: Report) -> str:
    """The last sentence of the body, with the mark that ends it."""
    who = office(report.campaign.letterhead)
    said = f"Trên đây là báo cáo kết quả tuyên truyền tuần {report.period.week:02d}"
    return f"{said}, {who} trân trọng báo cáo./." if who else f"{said}, trân trọng báo cáo./."


def letterhead_view(report: Report) -> dict[str, object]:
    """The header blocks, recipients and signature block of a week's report."""
    return header_view(report.campaign.letterhead, _month(report))


def header_view(head: Letterhead, month: str) -> dict[str, object]:
    """The header blocks, recipients and signature block as the form writes them; number and day stay blank."""
    recipients = [r for r in map(without_end, head.recipients) if r]
    copies = (["Như trên"] if recipients else []) + list(head.copies) + [f"Lưu: {without_end(head.filed)}"]
    return {
        "superior": _name_lines(head.superior, bold=False),
        "issuer": _name_lines(head.issuer, bold=True),
        "country": COUNTRY,
        "motto": MOTTO,
        "number": f"Số:{BLANK}/{head.symbol.strip()}",
        "place_and_date": f"{head.place.strip()}, ngày{BLANK}{month}",
        "recipient": recipients[0] if len(recipients) == 1 else "",
        "recipients": ended_list(recipients) if len(recipients) > 1 else [],
        "grounds": ended_list(head.grounds, dash=""),
        "authority": [line.strip().upper() for line in head.authority],
        "signer": head.signer.strip(),
        "copies": ended_list(copies),
    }


def appendix_view(report: Report) -> dict[str, object]:
    """The head of the appendix of a week's report."""
    title = f"KẾT QUẢ TUYÊN TRUYỀN TUẦN {report.period.week:02d} THEO ĐƠN VỊ"
    return appendix_head(report.campaign.letterhead, _month(report), title)


def dispatch_symbol(head: Letterhead) -> str:
    """The symbol of a công văn: that of a report without the letters of its kind, ``VHTT`` of ``BC-VHTT``."""
    return head.symbol.strip().removeprefix("BC-")


def appendix_head(head: Letterhead, month: str, title: str, kind: str = "Báo cáo") -> dict[str, object]:
    """The head of an appendix: its name, its title, and what it belongs to; number and day stay blank there too."""
    who = office(head)
    of = f" của {who}" if who else ""
    return {
        "name": "Phụ lục",
        "title": title,
        "belongs": f"(Kèm theo {kind} số{BLANK}/{head.symbol.strip()} ngày{BLANK}{month}{of})",
    }
