"""Counts as texts: the lines of docs on reading, then what else people type."""

import pytest
from msgspec import structs

from tuyentruyen_cli.model.parsed import CountContext, Parsed, Refused
from tuyentruyen_cli.vi.counts import read_count

ITEMS = CountContext(
    words=frozenset({"tin", "bai", "tin bai", "phong su", "ban tin", "chuyen muc", "chuong trinh"}),
    foreign_words=frozenset({"luot", "lan", "buoi", "nguoi", "luot phat", "luot nguoi", "luot xem"}),
    part_words=(("tin", "news"), ("bai", "articles"), ("phong su", "features")),
)
NEWS = CountContext(words=frozenset({"tin"}), foreign_words=frozenset({"bai", "luot"}))
BROADCASTS = CountContext(
    words=frozenset({"luot", "lan", "buoi", "luot phat", "luot phat song"}),
    foreign_words=frozenset({"tin", "bai", "nguoi", "luot nguoi"}),
)
LISTENERS = CountContext(
    words=frozenset({"nguoi", "luot", "luot nguoi", "luot nghe"}),
    foreign_words=frozenset({"tin", "bai", "buoi", "lan", "luot xem"}),
    estimate=True,
)
LEAFLETS = CountContext(words=frozenset({"to"}))
THOUSANDS = structs.replace(LISTENERS, scale=1000)


@pytest.mark.parametrize(
    ("typed", "context", "value"),
    [
        ("0", ITEMS, 0),
        ("00", ITEMS, 0),
        ("12", ITEMS, 12),
        ("02", ITEMS, 2),
        (" 12 ", ITEMS, 12),
        ("\u00a0400\u2009", LISTENERS, 400),
        ("1.200", ITEMS, 1200),
        ("12.345.678", LISTENERS, 12345678),
        ("1 200", LISTENERS, 1200),
        ("1\u00a0200", LISTENERS, 1200),
        ("1\u202f200", LISTENERS, 1200),
        ("1 200 300", LISTENERS, 1200300),
        ("+260", ITEMS, 260),
        ("12 tin", ITEMS, 12),
        ("12tin", ITEMS, 12),
        ("05 bản tin", ITEMS, 5),
        ("12 TIN BÀI", ITEMS, 12),
        ("150 tin, bài", ITEMS, 150),
        ("12 tin/bài", ITEMS, 12),
        ("05 (năm)", ITEMS, 5),
        ("1.215(một nghìn hai trăm mười lăm) lượt", BROADCASTS, 1215),
        ("12 tin", NEWS, 12),
        ("40 lượt", BROADCASTS, 40),
        ("40 luot", BROADCASTS, 40),
        ("21 lượt phát sóng", BROADCASTS, 21),
        ("17.270 lượt người", LISTENERS, 17270),
        ("17.270 lượt\nngười", LISTENERS, 17270),
        ("40 lượt", LISTENERS, 40),
    ],
)
def test_a_figure(typed: str, context: CountContext, value: int) -> None:
    assert read_count(typed, context) == Parsed(value)


@pytest.mark.parametrize("typed", ["-", "–", "—", "không", "Không", "không có", "KHONG CO", "Ko"])
def test_nil(typed: str) -> None:
    assert read_count(typed, ITEMS) == Parsed(0, nil=True)


@pytest.mark.parametrize("typed", ["", "  ", "\u00a0", "\n"])
def test_blank_states_nothing(typed: str) -> None:
    assert read_count(typed, ITEMS) is None


@pytest.mark.parametrize(
    ("typed", "value", "parts"),
    [
        ("12 tin, 5 bài", 17, (("news", 12), ("articles", 5))),
        ("12 tin + 5 bài", 17, (("news", 12), ("articles", 5))),
        ("12 tin và 5 bài", 17, (("news", 12), ("articles", 5))),
        ("12 tin\n5 bài", 17, (("news", 12), ("articles", 5))),
        ("12 tin 05 bài", 17, (("news", 12), ("articles", 5))),
        ("12 (mười hai) tin, 5 (năm) bài", 17, (("news", 12), ("articles", 5))),
        ("12tin,5bài", 17, (("news", 12), ("articles", 5))),
        ("117 tin, 22 phóng sự", 139, (("news", 117), ("features", 22))),
        ("1.200 tin; 5 bài; 1 phóng sự", 1206, (("news", 1200), ("articles", 5), ("features", 1))),
    ],
)
def test_a_compound(typed: str, value: int, parts: tuple[tuple[str, int], ...]) -> None:
    assert read_count(typed, ITEMS) == Parsed(value, parts=parts)


@pytest.mark.parametrize(
    ("typed", "context", "value"),
    [
        ("khoảng 30", BROADCASTS, 30),
        ("trên 240 chương trình", ITEMS, 240),
        ("hơn 400 bài", ITEMS, 400),
        ("gần 30 bản tin", ITEMS, 30),
        ("~30", BROADCASTS, 30),
        ("≈ 30", BROADCASTS, 30),
        ("ước 30", LISTENERS, 30),
        ("ước tính 1.300 người", LISTENERS, 1300),
        ("khoảng hơn 30", ITEMS, 30),
        ("trên dưới 30", ITEMS, 30),
        ("chừng 30", ITEMS, 30),
        ("độ 30", ITEMS, 30),
        ("tầm 30", ITEMS, 30),
        ("KHOANG 30", ITEMS, 30),
        ("13 nghìn tờ", LEAFLETS, 13000),
        ("13 ngàn tờ", LEAFLETS, 13000),
        ("1,2 nghìn", LISTENERS, 1200),
        ("0,5 triệu", LISTENERS, 500000),
        ("hơn 2 triệu", LISTENERS, 2000000),
    ],
)
def test_an_approximate_figure(typed: str, context: CountContext, value: int) -> None:
    assert read_count(typed, context) == Parsed(value, approximate=True)


def test_a_hedge_before_any_part_makes_the_sum_approximate() -> None:
    parts = (("news", 12), ("articles", 5))
    assert read_count("khoảng 12 tin, 5 bài", ITEMS) == Parsed(17, parts=parts, approximate=True)
    assert read_count("12 tin, hơn 5 bài", ITEMS) == Parsed(17, parts=parts, approximate=True)


@pytest.mark.parametrize(
    ("typed", "context", "value", "notes"),
    [
        ("1,200", LISTENERS, 1200, ("foreign-thousands",)),
        ("1,200,300 người", LISTENERS, 1200300, ("foreign-thousands",)),
        ("3 lần/ngày x 7 ngày", BROADCASTS, 21, ("computed",)),
        ("3 lần / ngày × 7 ngày", BROADCASTS, 21, ("computed",)),
        ("3 lần/ngày * 07 ngày", BROADCASTS, 21, ("computed",)),
        ("7 ngày x 3 lần/ngày", BROADCASTS, 21, ("computed",)),
        ("2 lần/buổi x 3 buổi/ngày x 7 ngày", BROADCASTS, 42, ("computed",)),
        ("50 người/buổi x 12 buổi", LISTENERS, 600, ("computed",)),
        ("3", THOUSANDS, 3000, ("scaled",)),
        ("1,2", THOUSANDS, 1200, ("scaled",)),
    ],
)
def test_a_figure_with_a_note(typed: str, context: CountContext, value: int, notes: tuple[str, ...]) -> None:
    assert read_count(typed, context) == Parsed(value, notes=notes)


REFUSED = {
    "counting-word": [
        ("40 lượt", ITEMS),
        ("12 bài", BROADCASTS),
        ("12 bài", NEWS),
        ("12 tin, 5 bài", NEWS),
        ("12 tin, 5 bài, 3 lượt", ITEMS),
        ("12 lượt xem", LISTENERS),
        ("12 xã", ITEMS),
        ("hơn 1.342 học sinh", LISTENERS),
        ("3 tin/ngày x 7 ngày", BROADCASTS),
    ],
    "fraction-in-count": [
        ("1,5", ITEMS),
        ("1.200,5", ITEMS),
        ("12,0", ITEMS),
        ("1,2345 nghìn", LISTENERS),
        ("1,5 tin", ITEMS),
        ("1,5 tin, 2 bài", ITEMS),
    ],
    "malformed-number": [
        ("05 (sáu)", ITEMS),
        ("12 tin, 5 (sáu) bài", ITEMS),
        *[(typed, ITEMS) for typed in ("1.23", "1.2345", "12.34.567", "1.5 tin", "0.500", "0,500", "012.345", "1,200.5")],
        *[
            (typed, ITEMS)
            for typed in ("1 2", "12 34", "1 200 30", "12.", ".5", "12,", "12;", "1\n200", "1\t200", "1  200", "12 \n 5")
        ],
        *[(typed, ITEMS) for typed in ("１２", "٣", "1２", "½", "5²", "①", "1_000", "1e3", "1E3", "inf", "-inf", "nan")],
        ("0912345678", LISTENERS),
        ("99999999999999999", LISTENERS),
        ("9.007.199.254.740.993", LISTENERS),
        ("1.2", THOUSANDS),
        ("9000000000000 triệu", LISTENERS),
        ("9007199254740992 tin, 1 bài", ITEMS),
        ("9007199254740992 lần/ngày x 2 ngày", BROADCASTS),
        ("1.2 nghìn", LISTENERS),
    ],
    "ambiguous-number": [
        ("1.200", THOUSANDS),
        ("1,200", THOUSANDS),
        ("1.200 nghìn", LISTENERS),
        ("1,200 nghìn", LISTENERS),
        ("13 nghìn", THOUSANDS),
        ("12 người", THOUSANDS),
    ],
    "range": [
        ("20-30 lượt", BROADCASTS),
        ("150 – 170", LISTENERS),
        ("3 - 4", ITEMS),
        ("20 lượt - 30 lượt", BROADCASTS),
        ("từ 3 đến 4", ITEMS),
        ("20 đến 30", ITEMS),
        ("20~30", ITEMS),
        ("3 hoặc 4", ITEMS),
        ("trên 20 dưới 30", ITEMS),
        ("dưới 30", ITEMS),
        ("ít nhất 30", ITEMS),
        (">30", ITEMS),
        ("5-2", ITEMS),
    ],
    "rate-not-total": [
        ("3 lần/ngày", BROADCASTS),
        ("mỗi ngày 03 lần", BROADCASTS),
        ("2 buổi trên ngày", BROADCASTS),
        ("03 lần/tuần", BROADCASTS),
        ("150 tin, bài/tuần", ITEMS),
        ("40 lượt/3 buổi", BROADCASTS),
        ("mỗi tuần 3 lần", BROADCASTS),
        ("3 lần x 7 ngày", BROADCASTS),
        ("3 lần/ngày x 7 buổi", BROADCASTS),
        ("3 lần/ngày x 7 ngày/tuần", BROADCASTS),
        ("3/ngày x 7 ngày", BROADCASTS),
        ("3 x 7", BROADCASTS),
        ("ngày 3 lần", BROADCASTS),
        ("3 lần một ngày", BROADCASTS),
        ("50 lượt/người", LISTENERS),
        ("12 tin/bài, 3 phóng sự", ITEMS),
    ],
    "percent": [("95%", ITEMS), ("70% thời lượng", ITEMS), ("95 %", ITEMS), ("95 phần trăm", ITEMS)],
    "fraction-of": [("13/14 xã", ITEMS), ("3/4", ITEMS), ("13 trên 14", ITEMS)],
    "negative": [("-5", ITEMS), ("(5)", ITEMS), ("−5", ITEMS), ("–5", ITEMS), ("-1.200", ITEMS), ("-5 tin", ITEMS)],
    "date-in-number": [("05/02/2021", ITEMS), ("5-2-2021", ITEMS), ("2021-02-05", ITEMS)],
    "error-cell": [
        ("#REF!", ITEMS),
        ("#N/A", ITEMS),
        ("#VALUE!", ITEMS),
        ("#DIV/0!", ITEMS),
        ("Err:502", ITEMS),
        ("####", ITEMS),
    ],
    "not-a-number": [
        *[(typed, ITEMS) for typed in ("hàng trăm tin bài", "nhiều", "x", "có", "chưa có", "12+5", "12 + 5", "= 12", "=12")],
        *[
            (typed, ITEMS)
            for typed in (
                "12 (6 tin, 6 bài)",
                "10 tin 5 phút",
                "12 tin, 3 tin",
                "12 tin bài 5",
                "12 tin 5",
                "3 bài tuần 5",
                "12 (người)",
                "5h30",
                "5:30",
                "2 triệu rưỡi",
            )
        ],
        *[(typed, ITEMS) for typed in ("1 nghìn 2", "12 tin, 5 xã", "12 bài viết về phòng chống dịch bệnh", "12" * 101, "☺")],
        ("3 lần, 4 buổi", BROADCASTS),
    ],
}


@pytest.mark.parametrize(("rule", "typed", "context"), [(rule, *case) for rule, cases in REFUSED.items() for case in cases])
def test_refused(rule: str, typed: str, context: CountContext) -> None:
    result = read_count(typed, context)
    assert result == Refused(rule)
