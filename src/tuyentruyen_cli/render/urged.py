"""Who is late or missing at a moment: the message for a chat group, and the official letter that urges them."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.standing import Standing, UnitStanding, UnitState
from tuyentruyen_cli.model.submission import Timeliness
from tuyentruyen_cli.render import letterhead, words
from tuyentruyen_cli.render.facts import Fact, Source
from tuyentruyen_cli.render.filled import Labels, filled
from tuyentruyen_cli.render.lookup import Key
from tuyentruyen_cli.render.marks import given, marked_as
from tuyentruyen_cli.render.said import as_it_is
from tuyentruyen_cli.render.sentences import attendance_key
from tuyentruyen_cli.render.words import count_of, in_sentence, sentence_start, units_counted, units_of
from tuyentruyen_cli.vi.dates import format_date, format_time

NAMED_AT_MOST = 12  # with more recipients a letter has a list behind it
COMMUNES = frozenset({"commune", "ward", "township", "special-zone"})
STATES = {UnitState.MISSING: "chưa gửi", UnitState.EMPTY: "gửi nhưng chưa có số liệu"}
GROUND = "Căn cứ "


class Urged(Struct, frozen=True):
    """A week at a moment, and until when an answer is asked for (the deadline itself while it is to come)."""

    campaign: Campaign
    standing: Standing
    by: dt.datetime

    @property
    def expected(self) -> tuple[UnitStanding, ...]:
        """The units that must report."""
        return self.standing.expected

    @property
    def missing(self) -> tuple[UnitStanding, ...]:
        """Those of which nothing has come, or no figure; once the deadline has passed without those that have more time."""
        now = self.standing.now
        return tuple(u for u in self.expected if u.state in STATES and (not self.over or u.due <= now))

    @property
    def extended(self) -> tuple[UnitStanding, ...]:
        """Those that have not sent and have more time than the others."""
        return tuple(u for u in self.expected if u.state in STATES and u.due > self.standing.period.due)

    @property
    def late(self) -> tuple[UnitStanding, ...]:
        """Those that sent something, and late."""
        return tuple(u for u in self.expected if u.state not in STATES and u.timeliness is Timeliness.LATE)

    @property
    def came(self) -> tuple[UnitStanding, ...]:
        """Those of which figures have come."""
        return tuple(u for u in self.expected if u.state not in STATES)

    @property
    def over(self) -> bool:
        """Whether the deadline has passed."""
        return self.standing.left < dt.timedelta(0)

    def clock(self, when: dt.datetime) -> dt.datetime:
        """An instant on the campaign's clock."""
        return when.astimezone(self.campaign.calendar.tz)

    def of_state(self, state: UnitState) -> list[str]:
        """The names of the missing units in that state, as sentences write them."""
        return [given(in_sentence(u.name)) for u in self.missing if u.state is state]


def _moment(when: dt.datetime) -> str:
    return f"{format_time(when.time())} ngày {format_date(when.date())}"


def group_message(urged: Urged) -> str:
    """The message for the group: who is missing and who was late, all by name, and what is asked."""
    period = urged.standing.period
    now, by = urged.clock(urged.standing.now), urged.clock(urged.by)
    dates = f"{period.start:%d/%m} - {format_date(period.end)}"
    came = urged.came
    lines = [f"TÌNH HÌNH GỬI BÁO CÁO TUẦN {period.week:02d} ({dates})"]
    lines.append(f"Tính đến {_moment(now)}: {units_of(len(came), len(urged.expected))} đã gửi{_how(urged, came)}.")
    lines += _listed("Chưa gửi", urged.of_state(UnitState.MISSING))
    lines += _listed("Đã gửi nhưng chưa có số liệu", urged.of_state(UnitState.EMPTY))
    lines += _listed("Gửi muộn", [in_sentence(u.name) for u in urged.late])
    due = urged.clock(period.due)
    extended = [f"{in_sentence(u.name)} (đến {_moment(urged.clock(u.due))})" for u in urged.extended]
    lines += _listed("Được gia hạn", extended)
    excused = [in_sentence(u.name) for u in urged.standing.of_state(UnitState.EXCUSED)]
    lines += _listed("Được miễn báo cáo tuần này", excused)
    if not urged.missing:
        lines.append("Trân trọng cảm ơn các đơn vị." if urged.extended else "Các đơn vị đã gửi đủ. Trân trọng cảm ơn.")
    elif urged.over:
        lines.append(f"Đề nghị các đơn vị chưa gửi báo cáo gửi ngay, chậm nhất {_moment(by)}. Trân trọng cảm ơn.")
    else:
        lines.append(f"Hạn gửi: {_moment(due)}. Đề nghị các đơn vị chưa gửi gửi đúng hạn. Trân trọng cảm ơn.")
    return "\n".join(words.clean(line) for line in lines) + "\n"


def _how(urged: Urged, came: Sequence[UnitStanding]) -> str:
    """`` (11 đúng hạn, 02 muộn)``: nothing where nobody has sent."""
    counts = ((Timeliness.ON_TIME, "đúng hạn"), (Timeliness.LATE, "muộn"), (Timeliness.UNKNOWN, "chưa rõ giờ gửi"))
    found = [(sum(u.timeliness is t for u in came), said) for t, said in counts]
    said = [f"{units_counted(number)} {word}" for number, word in found if number]
    return f" ({', '.join(said)})" if said and urged.expected else ""


def _listed(title: str, names: Sequence[str]) -> list[str]:
    return [f"{title} ({units_counted(len(names))}): {', '.join(names)}."] if names else []


def render_letter(urged: Urged, template: Path) -> bytes:
    """The letter as a Word file. Raises ``RenderError``. Same inputs, same bytes."""
    title = f"Đôn đốc gửi báo cáo tuần {urged.standing.period.week:02d}"
    standing = urged.standing
    labels = Labels(title, urged.campaign.letterhead.issuer, standing.now, "don-doc", standing.period.id)
    return filled(template, letter_view(urged, as_it_is), labels, partial(urged_facts, urged))


def urged_facts(urged: Urged, keys: Iterable[Key]) -> tuple[tuple[Source, ...], dict[Key, Fact]]:
    """How many units sent something, and how many did not."""
    states = {
        "received": ("Số đơn vị đã gửi", urged.came),
        "missing": ("Số đơn vị chưa gửi", tuple(u for u in urged.missing if u.state is UnitState.MISSING)),
        "empty": ("Số đơn vị gửi nhưng chưa có số liệu", tuple(u for u in urged.missing if u.state is UnitState.EMPTY)),
        "late": ("Số đơn vị gửi muộn", urged.late),
    }
    facts = {}
    for key in keys:
        about, units = states[key[3] or ""]
        over = tuple(u.unit for u in units)
        facts[key] = Fact(key, about, len(over), len(over), len(urged.expected), (), over=over)
    return (), facts


def letter_view(urged: Urged, finish: Callable[[object], object] = words.cleaned) -> dict[str, object]:
    """The view model of the letter. ``finish`` makes its texts clean."""
    head, zone, period = urged.campaign.letterhead, urged.campaign.calendar.tz, urged.standing.period
    month = letterhead.signing_month(urged.standing.now, urged.standing.now, zone)
    listed = len(urged.missing) > NAMED_AT_MOST
    to = ["Các đơn vị có tên trong danh sách kèm theo"] if listed else [_recipient(urged, u) for u in urged.missing]
    own = replace(head, symbol=letterhead.dispatch_symbol(head), recipients=tuple(to), grounds=())
    who = letterhead.office(head) or sentence_start(head.issuer)
    title = f"DANH SÁCH ĐƠN VỊ CHƯA GỬI BÁO CÁO TUẦN {period.week:02d}"
    view = {
        "letterhead": letterhead.header_view(own, month),
        "about": f"V/v đôn đốc gửi báo cáo kết quả tuyên truyền tuần {period.week:02d}",
        "asked": _asked(urged, who),
        "attendance": _attendance(urged, who),
        "demand": _demand(urged, who),
        "late_demand": _late_demand(urged),
        "closing": f"{who} đề nghị các đơn vị phối hợp thực hiện./.",
        "list": _list(urged) if listed else [],
        "appendix": letterhead.appendix_head(own, month, title, "Công văn"),
    }
    return cast("dict[str, object]", finish(view))


def _recipient(urged: Urged, unit: UnitStanding) -> str:
    """A commune is addressed as its People's Committee."""
    known = urged.campaign.registry.unit(unit.unit) if urged.campaign.registry else None
    return f"Ủy ban nhân dân {in_sentence(unit.name)}" if known and known.kind in COMMUNES else unit.name


def _asked(urged: Urged, who: str) -> str:
    """What was asked for, on what ground, until when."""
    period = urged.standing.period
    grounds = [words.without_end(g).removeprefix(GROUND) for g in urged.campaign.letterhead.grounds if g.startswith(GROUND)]
    week = f"tuần {period.week:02d} (từ ngày {format_date(period.start)} đến ngày {format_date(period.end)})"
    said = f"các đơn vị gửi báo cáo kết quả tuyên truyền {week} về {who} trước {_moment(urged.clock(period.due))}."
    return f"Thực hiện {'; '.join(grounds)}, {said}" if grounds else sentence_start(said)


def _named(state: str, names: Sequence[str]) -> str:
    number = f"{_count(state, units_counted(len(names)))} đơn vị"
    return f"{number} (danh sách kèm theo)" if len(names) > NAMED_AT_MOST else f"{number}: {words.listed(names)}"


def _count(state: str, text: str) -> str:
    return marked_as(attendance_key(state), text)


def _attendance(urged: Urged, who: str) -> str:
    """Who has sent and who has not, by name."""
    came = len(urged.came)
    count = _count("received", count_of(came, len(urged.expected)))
    said = [f"{who} đã nhận được báo cáo của {count} đơn vị" if came else ""]
    missing, empty = (urged.of_state(state) for state in (UnitState.MISSING, UnitState.EMPTY))
    if missing:
        said.append(f"{'' if came else f'{who} '}chưa nhận được báo cáo của {_named('missing', missing)}")
    if empty:
        said.append(f"{_named('empty', empty)} đã gửi tệp nhưng chưa có số liệu")
    if urged.late:
        late = [given(in_sentence(u.name)) for u in urged.late]
        names = f": {words.listed(late)}" if len(late) <= NAMED_AT_MOST else ""
        said.append(f"{_count('late', units_counted(len(late)))} đơn vị gửi muộn{names}")
    return f"Tính đến {_moment(urged.clock(urged.standing.now))}, {'; '.join(filter(None, said))}."


def _demand(urged: Urged, who: str) -> str:
    """What is asked of those that have not sent."""
    named = "các đơn vị chưa gửi" if len(urged.missing) > 1 else in_sentence(urged.missing[0].name)
    due = f"trước {_moment(urged.clock(urged.by))}"
    nothing = f"Đơn vị không có hoạt động trong tuần vẫn gửi báo cáo và {given('ghi số 0')}."
    more = "Đơn vị được gia hạn gửi theo thời hạn đã được gia hạn. " if set(urged.extended) & set(urged.missing) else ""
    return f"Để tổng hợp báo cáo cấp trên đúng thời gian, {who} đề nghị {named} gửi báo cáo {due}. {more}{nothing}"


def _late_demand(urged: Urged) -> str:
    return "Các đơn vị gửi muộn chủ động gửi báo cáo các tuần sau đúng thời hạn." if urged.late else ""


def _list(urged: Urged) -> list[dict[str, str]]:
    """The units behind the letter, where they are too many to be named in it."""
    return [
        {
            "number": str(number),
            "name": unit.name,
            "due": f"{format_time(urged.clock(unit.due).time())}, {format_date(urged.clock(unit.due).date())}",
            "state": sentence_start(STATES[unit.state]),
        }
        for number, unit in enumerate(urged.missing, 1)
    ]
