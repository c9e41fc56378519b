"""Weeks built by hand: Tam Đường with its 14 units as in week 05 of 2021, and a province with 170."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace

from tuyentruyen_cli.model.campaign import Campaign, Letterhead
from tuyentruyen_cli.model.figure import Coverage, Figure, Known
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.period import Calendar
from tuyentruyen_cli.model.report import Attendance, Report, UnitStatus
from tuyentruyen_cli.model.schema import UNSPLIT, Category, Dimension, Measure, MeasureKind, ReportSchema
from tuyentruyen_cli.model.submission import Note, Outcome, Submission, Timeliness
from tuyentruyen_cli.model.unit import Registry, Unit
from tuyentruyen_cli.render.explain import Explain

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
CALENDAR = Calendar(2021, 4, dt.time(16), "Asia/Ho_Chi_Minh")
PERIOD = CALENDAR.week(5)
AS_OF = dt.datetime(2021, 2, 5, 9, 30, tzinfo=CALENDAR.tz)

MEASURES = (
    Measure("items", "Số tin, bài", MeasureKind.COUNT, (), short_title="Tin, bài"),
    Measure("news", "Số tin", MeasureKind.COUNT, (), required=False, split_of="items"),
    Measure("duration", "Tổng thời lượng", MeasureKind.DURATION, (), measured_in="phút", short_title="Thời lượng"),
    Measure("broadcasts", "Số lượt phát", MeasureKind.COUNT, (), short_title="Lượt phát"),
    Measure("listeners", "Ước số lượt người nghe", MeasureKind.ESTIMATE, (), short_title="Ước lượt người nghe"),
)
CHANNELS = Dimension(
    "channel",
    "Kênh",
    (),
    (Category("radio", "Phát thanh"), Category("television", "Truyền hình"), Category("commune-station", "Truyền thanh cơ sở")),
)
TOPICS = Dimension(
    "topic", "Chủ đề", (), (Category("covid-19", "Phòng, chống dịch Covid-19"), Category("tet", "Tết Nguyên đán"))
)
LETTERHEAD = Letterhead(
    superior="Ủy ban nhân dân huyện Tam Đường",
    issuer="Phòng Văn hóa và Thông tin",
    symbol="BC-VHTT",
    place="Tam Đường",
    recipients=("Sở Thông tin và Truyền thông tỉnh Lai Châu", "Ủy ban nhân dân huyện Tam Đường"),
    copies=("Lãnh đạo Phòng Văn hóa và Thông tin",),
    filed="VT",
    authority=("Trưởng phòng",),
    grounds=(
        "Căn cứ Công văn số 95/UBND-VX ngày 01 tháng 02 năm 2021 của Ủy ban nhân dân huyện Tam Đường về tuyên truyền Covid-19",
        "Căn cứ Công văn số 15/VHTT ngày 02 tháng 02 năm 2021 của Phòng Văn hóa và Thông tin huyện Tam Đường",
    ),
    area="huyện Tam Đường",
)

# unit, name, (items, seconds, broadcasts, listeners), rule that refuses
WEEK_05 = (
    ("thi-tran-tam-duong", "Thị trấn Tam Đường", (24, 4020, 55, 3400)),
    ("then-sin", "Xã Thèn Sin", (24, 2940, 33, 2720)),
    ("ta-leng", "Xã Tả Lèng", (22, 3720, 59, 2300)),
    ("giang-ma", "Xã Giang Ma", (19, "rate-not-total", 53, 1740)),
    ("ho-thau", "Xã Hồ Thầu", (15, 1920, 52, 1090)),
    ("binh-lu", "Xã Bình Lư", (19, 6180, 55, 2530)),
    ("son-binh", "Xã Sơn Bình", (8, 1140, 50, 2860)),
    ("nung-nang", "Xã Nùng Nàng", None),
    ("ban-giang", "Xã Bản Giang", (24, 4140, 55, 2110)),
    ("ban-hon", "Xã Bản Hon", (20, 2940, "range", "fraction-in-count")),
    ("ban-bo", "Xã Bản Bo", (18, 2880, 57, 1970)),
    ("na-tam", "Xã Nà Tăm", (13, 2040, 28, 2310)),
    ("khun-ha", "Xã Khun Há", (12, 8100, 10, 1520)),
    ("dai-tt-th", "Đài Truyền thanh - Truyền hình huyện Tam Đường", (86, 13770, 110, 11400)),
)
Row = tuple[str, str, tuple[int | str | None, ...] | None]
ASKED = ("items", "duration", "broadcasts", "listeners")
Build = Callable[..., Report]


def _explain(finding: Finding) -> tuple[str, str]:
    return f"Lỗi {finding.rule}: “{finding.argument('raw')}”.", "Đề nghị đơn vị ghi lại số liệu rồi gửi lại báo cáo."


def _unit_figure(measure: str, unit: str, value: int | str | None) -> Figure:
    if isinstance(value, int):
        return Figure(
            measure, PERIOD.id, value, Coverage(1, (unit,)), unit, derived_from=(Location(f"{unit}.xlsx", "Sheet1", 9, 3),)
        )
    known = Known(1250, 1) if value else None
    return Figure(measure, PERIOD.id, None, Coverage(1, (), (unit,)), unit, why=(value or "not-stated",), known=known)


def _figures(rows: tuple[Row, ...], measure: str, column: int, expected: int | None) -> list[Figure]:
    """The figures of one measure: by unit, in total, and by channel (half on the radio, the rest not split)."""
    values = {unit: (None if row is None else row[column]) for unit, _, row in rows}
    units = [_unit_figure(measure, unit, values[unit]) for unit, _, row in rows if row is not None]
    inside = {u: v for u, v in values.items() if isinstance(v, int)}
    missing = tuple(u for u in values if u not in inside) if expected is not None else ()
    coverage = Coverage(expected, tuple(inside), missing)
    total = sum(inside.values()) if inside else None
    figures = [*units, Figure(measure, PERIOD.id, total, coverage)]
    if total is not None:
        half, own = total // 2, total // 4
        for dimension, parts in (
            ("channel", (("radio", half), (UNSPLIT, total - half))),
            ("topic", (("covid-19", half), ("tet", total - half))),
            ("origin", (("own", total - own), ("relayed", own if measure == "broadcasts" else 0))),
        ):
            figures += [Figure(measure, PERIOD.id, v, Coverage(expected, tuple(inside)), None, dimension, c) for c, v in parts]
    return figures


def build(
    rows: tuple[Row, ...] = WEEK_05,
    *,
    measures: tuple[Measure, ...] = MEASURES,
    asked: tuple[str, ...] = ASKED,
    letterhead: Letterhead = LETTERHEAD,
    late: tuple[str, ...] = ("na-tam",),
    topics: bool = False,
    registry: bool = True,
) -> Report:
    """A report of these rows; a text in place of a value is the rule that refuses it."""
    expected = len(rows) if registry else None
    schema = ReportSchema("bao-cao-tuan", 1, "Báo cáo tuần", measures, (CHANNELS, TOPICS))
    units = tuple(Unit(unit, name) for unit, name, _ in rows)
    subject = "Kết quả công tác thông tin, tuyên truyền phòng, chống dịch Covid-19 và Tết Nguyên đán Tân Sửu năm 2021"
    campaign = Campaign("Tam Đường 2021", subject, letterhead, CALENDAR, schema, Registry(units) if registry else None)
    figures = [f for i, m in enumerate(asked) for f in _figures(rows, m, i, expected)]
    if not topics:
        figures = [f for f in figures if f.dimension != "topic"]
    sent = [row[0] for row in rows if row[2] is not None]
    missing = tuple(row[0] for row in rows if row[2] is None)
    came_late = tuple(unit for unit in late if unit in sent)
    statuses = tuple(
        UnitStatus(unit, name, unit in sent, _timeliness(unit, sent, came_late), expected=registry) for unit, name, _ in rows
    )
    attendance = Attendance(expected, len(sent), len(sent) - len(came_late), len(came_late), 0, missing if registry else ())
    submissions = tuple(_submission(unit, late=unit in came_late) for unit in sent)
    return Report(campaign, PERIOD, statuses, attendance, tuple(figures), submissions, _findings(rows), AS_OF)


def _timeliness(unit: str, sent: list[str], late: tuple[str, ...]) -> Timeliness:
    if unit not in sent:
        return Timeliness.UNKNOWN
    return Timeliness.LATE if unit in late else Timeliness.ON_TIME


def _submission(unit: str, *, late: bool) -> Submission:
    received = PERIOD.due + dt.timedelta(hours=16, minutes=20) if late else PERIOD.due - dt.timedelta(hours=5)
    notes = {
        "ban-bo": (("direction", "Ủy ban nhân dân xã đã giao mỗi bản giúp từng hộ cài đặt ứng dụng Bluezone"),),
        "giang-ma": (
            ("difficulties", "Cụm loa bản Sin Câu hỏng, chưa có kinh phí sửa chữa."),
            ("proposals", "Hỗ trợ thay 02 loa nén"),
        ),
    }
    written = tuple(Note(h, t, Location(f"{unit}.xlsx", "Sheet1", 20 + i, 1)) for i, (h, t) in enumerate(notes.get(unit, ())))
    timeliness = Timeliness.LATE if late else Timeliness.ON_TIME
    return Submission(
        f"{unit}.xlsx",
        "0" * 64,
        "xlsx",
        unit,
        PERIOD.id,
        (),
        (),
        written,
        Outcome.ACCEPTED,
        timeliness,
        received,
        "received.csv",
    )


def _findings(rows: tuple[Row, ...]) -> tuple[Finding, ...]:
    found = [
        Finding(str(value), Severity.ERROR, Location(f"{unit}.xlsx", "Sheet1", 9, 3 + i), (("raw", "15-20"),), unit, ASKED[i])
        for unit, _, row in rows
        for i, value in enumerate(row or ())
        if isinstance(value, str)
    ]
    where = Location("bc_tuan5_banbo (sua).xlsx")
    return (*found, Finding("newer-version", Severity.WARNING, where, (("raw", "bc_tuan5_banbo.xlsx"),), "ban-bo"))


def rows_of_a_province(number: int = 170) -> tuple[Row, ...]:
    rows: list[Row] = []
    for i in range(1, number + 1):
        values: tuple[int | str | None, ...] | None = (i % 40 + 1, 60 * (i % 90 + 5), i % 70 + 3, 1000 + 13 * i)
        if i % 17 == 0:
            values = None
        elif i % 23 == 0:
            values = (i, "rate-not-total", 40, "fraction-in-count")
        rows.append((f"xa-{i}", f"Xã Mường Số {i}", values))
    return tuple(rows)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Word:
    """A Word file as a test asks about it."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.entries = archive.infolist()
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])[0]

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def find(self, path: str, within: etree._Element | None = None) -> Any:
        return (self.body if within is None else within).xpath(path, namespaces={"w": W[1:-1]})

    def text(self, element: etree._Element) -> str:
        return "".join(t.text or "" for t in element.iter(f"{W}t"))

    def styled(self, style: str) -> list[etree._Element]:
        return list(self.find(f".//w:p[w:pPr/w:pStyle/@w:val='{style}']"))

    def texts(self, style: str) -> list[str]:
        return [self.text(p) for p in self.styled(style)]

    def look(self, paragraph: etree._Element) -> set[tuple[float, bool, bool]]:
        """Size in points, bold, italic of the runs of a paragraph."""
        runs = self.find(".//w:r/w:rPr", paragraph)
        return {
            (int(self.find("string(w:sz/@w:val)", r)) / 2, bool(self.find("w:b", r)), bool(self.find("w:i", r))) for r in runs
        }

    def rows(self, table: etree._Element) -> list[list[str]]:
        return [[self.text(cell) for cell in row.iterchildren(f"{W}tc")] for row in table.iterchildren(f"{W}tr")]

    def tables(self) -> list[etree._Element]:
        return list(self.find(".//w:tbl[w:tblPr/w:tblStyle/@w:val='BangSoLieu']"))

    def all_text(self) -> str:
        return "\n".join(self.text(p) for p in self.body.iter(f"{W}p"))


@pytest.fixture(scope="session")
def word() -> Callable[[bytes], Word]:
    return Word


@pytest.fixture(scope="session")
def explain() -> Explain:
    """A finding's sentences, without the catalogue."""
    return _explain


@pytest.fixture
def edited(report_template: Path, tmp_path: Path) -> Callable[[str, str], Path]:
    """The shipped template with one text in it replaced, as an office would in Word."""

    def edit(old: str, new: str) -> Path:
        path = tmp_path / "mau.docx"
        with zipfile.ZipFile(report_template) as source, zipfile.ZipFile(path, "w") as target:
            for name in source.namelist():
                data = source.read(name)
                if name == "word/document.xml":
                    assert old in data.decode()
                    data = data.decode().replace(old, new, 1).encode()
                target.writestr(name, data)
        return path

    return edit


@pytest.fixture(scope="session")
def make() -> Build:
    return build


@pytest.fixture(scope="session")
def week() -> Report:
    """Week 05 of Tam Đường: one unit missing, one late, three figures refused."""
    return build()


@pytest.fixture(scope="session")
def province() -> Report:
    rows = rows_of_a_province()
    letterhead = replace(
        LETTERHEAD,
        superior="Ủy ban nhân dân tỉnh Thanh Hóa",
        issuer="Sở Văn hóa, Thể thao và Du lịch",
        symbol="BC-SVHTTDL",
        place="Thanh Hóa",
        area="tỉnh Thanh Hóa",
        recipients=("Ủy ban nhân dân tỉnh Thanh Hóa",),
        authority=("KT. Giám đốc", "Phó Giám đốc"),
        signer="Nguyễn Văn A",
    )
    return build(rows, letterhead=letterhead, late=("xa-5", "xa-90"))


@pytest.fixture(scope="session")
def report_template() -> Path:
    return TEMPLATES / "bao-cao-tuan" / "report.docx"


@pytest.fixture(scope="session")
def sheet_template() -> Path:
    return TEMPLATES / "phieu-kiem-tra" / "report.docx"
