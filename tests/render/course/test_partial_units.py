"""A unit of which a week is missing never shows a sum that looks whole."""

from typing import Any

from tuyentruyen_cli.render.course.tables import measure_tables, unit_table
from tuyentruyen_cli.render.words import clean

PARTIAL = "Số trong ngoặc: số tuần có số liệu trên số tuần phải báo cáo, khi chưa đủ."


def cells(table: dict[str, Any], name: str) -> list[str]:
    return [clean(cell["text"]) for row in table["rows"] if row["name"] == name for cell in row["cells"]]


def test_a_missed_week_stands_beside_the_sum(month: Any) -> None:
    table: dict[str, Any] = unit_table(month)
    assert cells(table, "Xã Nùng Nàng")[0] == "28\u00a0(3/4)"
    assert cells(table, "Xã Bản Bo")[0] == "66"
    assert PARTIAL in table["remarks"]
    items: dict[str, Any] = measure_tables(month)[0]
    assert cells(items, "Xã Nùng Nàng") == ["–", "9", "7", "12", "28\u00a0(3/4)"]
    assert PARTIAL in items["remarks"]


def test_where_nothing_is_missing_nothing_is_said(make_course: Any) -> None:
    whole = make_course({6: {"ban-bo": 20, "nung-nang": 9, "na-tam": 6}, 7: {"ban-bo": 1, "nung-nang": 2, "na-tam": 3}})
    table: dict[str, Any] = unit_table(whole)
    assert cells(table, "Xã Nùng Nàng")[0] == "11"
    assert PARTIAL not in table["remarks"]
