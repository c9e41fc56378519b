"""Durations as texts and as cells: the lines of docs on reading, then what else people type."""

import datetime as dt

import pytest

from tuyentruyen_cli.model.parsed import DurationContext, Parsed, Refused, Result
from tuyentruyen_cli.model.sheet import Cell, CellKind
from tuyentruyen_cli.vi.durations import (
    format_clock,
    format_duration_words,
    format_minutes,
    has_seconds,
    header_context,
    parse_duration,
)

NOTHING = header_context("Thời lượng")
MINUTES = header_context("Thời lượng (phút)")
HOURS = header_context("Thời lượng (giờ)")
SECONDS = header_context("Thời lượng (giây)")
HOURS_MINUTES = header_context("Thời lượng (giờ:phút)")
MINUTES_SECONDS = header_context("Thời lượng (phút:giây)")


def text(typed: str) -> Cell:
    return Cell(7, 3, CellKind.TEXT, typed, typed)


def number(value: float, number_format: str = "General") -> Cell:
    return Cell(7, 3, CellKind.NUMBER, value, str(value), number_format)


def time(clock: str, number_format: str) -> Cell:
    hours, minutes, seconds = (int(part) for part in clock.split(":"))
    raw = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return Cell(7, 3, CellKind.DURATION, raw, clock, number_format)


@pytest.mark.parametrize("header", [NOTHING, MINUTES, HOURS, HOURS_MINUTES])
@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        *[(typed, 900) for typed in ("15 phút", "15'", "15’", "15p", "15ph", "15 phut", "15 PHÚT")],
        *[
            (typed, 5400)
            for typed in (
                "1 giờ 30 phút",
                "1h30",
                "1h30'",
                "1h30p",
                "1g30ph",
                "1g30",
                "1 tiếng 30 phút",
                "90 phút",
                "1,5 giờ",
                "1.5h",
            )
        ],
        *[(typed, 5400) for typed in ("1 giờ 30", "90'", "1.5 giờ", "1 gio 30 phut", "1h 30 phút")],
        ("8,1h", 29160),
        *[(typed, 330) for typed in ("5 phút 30 giây", "5'30\"", "5'30''", "5’30”", "330 giây", "330s")],
        ("0:05:30", 330),
        ("01:30:00", 5400),
        ("26:30:00", 95400),
        ('5"', 5),
        ("1.500 phút", 90000),
        ("1.500 giây", 1500),
        ("1.234,5 phút", 74070),
        ("1 500 phút", 90000),
        ("1 giờ 30 giây", 3630),
        ("1.234 giờ 50 phút", 4445400),
        ("0 phút", 0),
        ("20 (hai mươi) phút", 1200),
    ],
)
def test_a_text_with_its_own_measure(typed: str, seconds: int, header: DurationContext) -> None:
    assert parse_duration(text(typed), header) == Parsed(seconds)


@pytest.mark.parametrize(
    ("typed", "header", "result"),
    [
        ("7.5", MINUTES, Parsed(450)),
        ("0,33", MINUTES, Parsed(20)),
        ("1.500", MINUTES, Parsed(90000)),
        ("1,5", MINUTES, Parsed(90)),
        ("1,500", MINUTES, Refused("ambiguous-number")),
        ("+30", MINUTES, Parsed(1800)),
        ("1,5", HOURS, Parsed(5400)),
        ("30", SECONDS, Parsed(30)),
        ("1.500", HOURS, Refused("ambiguous-number")),
        ("30", NOTHING, Parsed(1800, notes=("measure-assumed",))),
        ("0", NOTHING, Parsed(0)),
        ("30", HOURS_MINUTES, Refused("ambiguous-duration")),
        ("0", HOURS_MINUTES, Parsed(0)),
        ("05:30", HOURS_MINUTES, Parsed(19800)),
        ("05:30", MINUTES_SECONDS, Parsed(330)),
        ("90:00", MINUTES_SECONDS, Parsed(5400)),
        ("05:30", NOTHING, Refused("ambiguous-duration")),
        ("05:30", MINUTES, Refused("ambiguous-duration")),
        ("05:30", HOURS, Refused("ambiguous-duration")),
        ("05:30", header_context("h:mm:ss"), Refused("ambiguous-duration")),
        ("-", MINUTES, Parsed(0, nil=True)),
        ("không", MINUTES, Parsed(0, nil=True)),
        ("", MINUTES, None),
        (" ", MINUTES, None),
        ("khoảng 30 phút", MINUTES, Parsed(1800, approximate=True)),
        ("~1h30", MINUTES, Parsed(5400, approximate=True)),
        ("30 phút/ngày x 7 ngày", MINUTES, Parsed(12600, notes=("computed",))),
        ("12 tin x 5 phút/tin", MINUTES, Parsed(3600, notes=("computed",))),
        ("3 buổi x 15 phút", MINUTES, Parsed(2700, notes=("computed",))),
        ("15' x 2 bản tin", NOTHING, Parsed(1800, notes=("computed",))),
    ],
)
def test_a_text_by_its_header(typed: str, header: DurationContext, result: Result) -> None:
    assert parse_duration(text(typed), header) == result


REFUSED = {
    "rate-not-total": [
        *("30 phút/ngày", "15 phút/buổi", "180 phút/3 lần/ngày", "1,5 h/lần", "8,1h/ngày", "30'/ngày", "20'/1 tin"),
        *("30 phút x 7 ngày", "mỗi ngày 30 phút", "30 phút mỗi ngày", "30 phút/ngày x 7 buổi", "30/ngày x 7 ngày"),
        *("15 phút x 3 lần", "3 lượt x 15 phút", "2 tin x 3 buổi x 15 phút", "3 buổi x 15"),
    ],
    "range": ["15-20 phút", "từ 30 phút đến 2 tiếng", "1-2 giờ", "từ 1 tiếng đến 2 tiếng", "15 phút - 20 phút", "dưới 30 phút"],
    "clock-range": ["từ 5 giờ 15 phút đến 7 giờ", "5h15-7h", "5:30 - 7:00", "từ 5h đến 7h hàng ngày", "tu 5 gio den 7 gio"],
    "ambiguous-duration": [
        "05:30",
        "90:00",
        "1h5",
        "1h 5",
        "1 giờ 5",
        "5'30",
        "5 phút 30",
        "05:30 phút",
        "1 giờ\n30",
        "0:5:30",
        "0,25 giây",
    ],
    "ambiguous-number": ["1,500 phút", "1.500 giờ", "1,500"],
    "malformed-number": [
        *("1h90", "5'90\"", "1:75:00", "01:30:75", "1,5 giờ 30 phút", "1 giờ 1.000 phút", "0.500 phút", "12.34.567 phút"),
        *("1e3", "３０ phút", "30\n45", "30.", "20 (hai) phút", "99999999999999999 phút", "100000000000000 phút/ngày x 7 ngày"),
    ],
    "negative": ["-30", "-30 phút", "(30)"],
    "percent": ["70%", "70% thời lượng"],
    "fraction-of": ["3/4"],
    "error-cell": ["#N/A"],
    "not-a-number": [
        *(
            "x",
            "có",
            "2 tiếng Mông",
            "30 m",
            "1 giờ rưỡi",
            "10 tin 5 phút",
            "12 tin",
            "15 phút, 20 phút",
            "12 tin: 60 phút",
            "= 30",
        ),
        "30 phút " * 40,
    ],
}


@pytest.mark.parametrize("header", [NOTHING, MINUTES, HOURS])
@pytest.mark.parametrize(("rule", "typed"), [(rule, typed) for rule, cases in REFUSED.items() for typed in cases])
def test_refused(rule: str, typed: str, header: DurationContext) -> None:
    assert parse_duration(text(typed), header) == Refused(rule)


@pytest.mark.parametrize(
    ("cell", "header", "result"),
    [
        (number(351), MINUTES, Parsed(21060)),
        (number(7.5), MINUTES, Parsed(450)),
        (number(0.33), MINUTES, Parsed(20)),
        (number(1.5), HOURS, Parsed(5400)),
        (number(330), SECONDS, Parsed(330)),
        (number(0.5), SECONDS, Refused("ambiguous-duration")),
        (number(2.5), SECONDS, Parsed(2)),
        (number(3.5), SECONDS, Parsed(4)),
        (number(45), NOTHING, Parsed(2700, notes=("measure-assumed",))),
        (number(0), NOTHING, Parsed(0)),
        (number(90), HOURS_MINUTES, Refused("ambiguous-duration")),
        (number(-5), MINUTES, Refused("negative")),
        (number(0.0208333333), MINUTES, Refused("ambiguous-duration")),
        (number(0.25), MINUTES, Parsed(15)),
        (number(20.5, "0"), MINUTES, Parsed(1230, notes=("computed",))),
        (number(20.5, "0.0"), MINUTES, Parsed(1230)),
        (number(20.5, "General"), MINUTES, Parsed(1230)),
        (number(20, "#,##0"), MINUTES, Parsed(1200)),
        (number(0.5, "0%"), MINUTES, Refused("percent")),
        (number(2, '0" giờ"'), NOTHING, Parsed(7200)),
        (number(2, '0.0"h"'), MINUTES, Parsed(7200)),
        (number(30, '0" phút/ngày"'), MINUTES, Refused("rate-not-total")),
        (number(30, '0" ₫"'), MINUTES, Parsed(1800)),
        (number(5, ";;;"), MINUTES, Refused("hidden-figures")),
        (number(5, "0,"), MINUTES, Refused("ambiguous-number")),
        (number(float("nan")), MINUTES, Refused("malformed-number")),
        (number(1e300), MINUTES, Refused("malformed-number")),
        (number(2**52), HOURS, Refused("malformed-number")),
    ],
)
def test_number_cells(cell: Cell, header: DurationContext, result: Result) -> None:
    assert parse_duration(cell, header) == result


@pytest.mark.parametrize(
    ("cell", "header", "result"),
    [
        (time("26:30:00", "[h]:mm:ss"), NOTHING, Refused("ambiguous-duration")),
        (time("5:30:00", "hh:mm:ss"), NOTHING, Refused("ambiguous-duration")),
        (time("5:30:00", "h:mm"), MINUTES, Refused("ambiguous-duration")),
        (time("5:30:00", "h:mm"), MINUTES_SECONDS, Refused("ambiguous-duration")),
        (time("26:30:00", "[h]:mm:ss"), HOURS, Parsed(95400)),
        (time("26:30:00", "[h]:mm:ss"), HOURS_MINUTES, Parsed(95400)),
        (time("26:30:00", "[h]:mm:ss"), header_context("h:mm:ss"), Parsed(95400)),
        (time("26:30:00", "[h]:mm:ss"), DurationContext(formats_with_seconds=frozenset({"[h]:mm:ss"})), Parsed(95400)),
        (
            time("26:30:00", "h:mm"),
            DurationContext(formats_with_seconds=frozenset({"[h]:mm:ss"})),
            Refused("ambiguous-duration"),
        ),
        (time("0:05:30", "h:mm:ss"), NOTHING, Parsed(330)),
        (time("30:00:01", "[h]:mm:ss"), NOTHING, Parsed(108001)),
        (time("0:00:00", "h:mm"), NOTHING, Parsed(0)),
        (time("0:12:00", "[mm]:ss"), NOTHING, Parsed(720)),
        (time("2:30:00", "[mm]:ss"), NOTHING, Parsed(9000)),
        (time("0:12:00", "mm:ss"), NOTHING, Parsed(720)),
        (time("0:12:00", "[$-409]mm:ss;@"), NOTHING, Parsed(720)),
        (time("2:30:00", "mm:ss"), NOTHING, Refused("ambiguous-duration")),
        (time("-1:00:00", "h:mm"), HOURS, Refused("negative")),
    ],
)
def test_time_cells(cell: Cell, header: DurationContext, result: Result) -> None:
    assert parse_duration(cell, header) == result


def test_a_time_in_binary_misses_its_second_by_a_little() -> None:
    noisy = Cell(7, 3, CellKind.DURATION, dt.timedelta(hours=5, minutes=30, microseconds=-3), "5:30", "h:mm")
    assert parse_duration(noisy, HOURS) == Parsed(19800)
    assert not has_seconds(noisy)


def test_has_seconds() -> None:
    assert has_seconds(time("0:05:30", "h:mm:ss"))
    assert not has_seconds(time("5:30:00", "h:mm:ss"))
    assert not has_seconds(text("0:05:30"))


def test_other_kinds() -> None:
    day = dt.datetime(2021, 2, 5)  # noqa: DTZ001
    assert parse_duration(Cell(7, 3, CellKind.DATE, day, "5/2", "d/m"), MINUTES) == Refused("date-in-number")
    assert parse_duration(Cell(7, 3, CellKind.ERROR, "#REF!", "#REF!"), MINUTES) == Refused("error-cell")
    assert parse_duration(Cell(7, 3, CellKind.BOOLEAN, True, "TRUE"), MINUTES) == Refused("not-a-number")  # noqa: FBT003
    assert parse_duration(Cell(7, 3, CellKind.BLANK, None, ""), MINUTES) is None
    assert parse_duration(Cell(7, 3, CellKind.NUMBER, None, ""), MINUTES) == Refused("not-a-number")
    assert parse_duration(number(12)._replace(problem="uncached-formula"), MINUTES) == Refused("uncached-formula")


def test_cleaned_text() -> None:
    cell = Cell(7, 3, CellKind.TEXT, "15 phút_x000D_", "15 phút", cleaned=("control",))
    assert parse_duration(cell, MINUTES) == Parsed(900, notes=("text-cleaned",))


@pytest.mark.parametrize(
    ("seconds", "words", "minutes", "clock"),
    [
        (0, "0 phút", "0", "0:00:00"),
        (5, "5 giây", "0,08", "0:00:05"),
        (330, "5 phút 30 giây", "5,5", "0:05:30"),
        (2700, "45 phút", "45", "0:45:00"),
        (3600, "1 giờ", "60", "1:00:00"),
        (3630, "1 giờ 30 giây", "60,5", "1:00:30"),
        (13800, "3 giờ 50 phút", "230", "3:50:00"),
        (90000, "25 giờ", "1.500", "25:00:00"),
    ],
)
def test_formats(seconds: int, words: str, minutes: str, clock: str) -> None:
    assert (format_duration_words(seconds), format_minutes(seconds), format_clock(seconds)) == (words, minutes, clock)
