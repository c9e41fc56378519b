"""What the shipped schema takes a heading or a label for."""

import pytest

from tuyentruyen_cli.campaign.schema_file import load_schema, shipped
from tuyentruyen_cli.model.schema import Aggregation, MeasureKind, ReportSchema
from tuyentruyen_cli.vi.text import fold_plain


@pytest.fixture(scope="module")
def schema() -> ReportSchema:
    return load_schema("bao-cao-tuan")


def heading(schema: ReportSchema, text: str) -> list[str]:
    named = [(m.id, m.aliases) for m in schema.measures] + [(d.id, d.aliases) for d in schema.dimensions]
    return [name for name, aliases in named if fold_plain(text) in map(fold_plain, aliases)]


def category(schema: ReportSchema, dimension: str, label: str) -> str | None:
    """The category whose longest alias the label is, or starts with as whole words."""
    label, best = fold_plain(label), ("", None)
    found = schema.dimension(dimension)
    assert found
    for one in found.categories:
        for alias in map(fold_plain, one.aliases):
            starts = label == alias or (label.startswith(alias) and not label[len(alias)].isalnum())
            if starts and len(alias) > len(best[0]):
                best = (alias, one.id)  # type: ignore[assignment]
    return best[1]


def test_the_measures_are_those_of_the_reading_law(schema: ReportSchema) -> None:
    kinds = {m.id: (m.kind, m.required, m.split_of) for m in schema.measures}
    assert kinds == {
        "items": (MeasureKind.COUNT, True, None),
        "news": (MeasureKind.COUNT, False, "items"),
        "articles": (MeasureKind.COUNT, False, "items"),
        "features": (MeasureKind.COUNT, False, "items"),
        "duration": (MeasureKind.DURATION, True, None),
        "airtime": (MeasureKind.DURATION, False, None),
        "broadcasts": (MeasureKind.COUNT, True, None),
        "listeners": (MeasureKind.ESTIMATE, True, None),
        "views": (MeasureKind.COUNT, False, None),
    }
    assert {m.aggregation for m in schema.measures} == {Aggregation.SUM}
    assert shipped() == ("bao-cao-tuan", "bluezone")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Số tin, bài", "items"),
        ("TỔNG SỐ TIN, BÀI", "items"),
        ("SL tin/bài", "items"),
        ("Số tin", "news"),
        ("Tin", "news"),
        ("SL tin", "news"),
        ("Bài", "articles"),
        ("Phóng sự", "features"),
        ("Thời lượng", "duration"),
        ("Độ dài tin, bài", "duration"),
        ("Tổng TL", "duration"),
        ("Thời lượng phát sóng", "airtime"),
        ("Số lần phát", "broadcasts"),
        ("Lượt phát sóng", "broadcasts"),
        ("Số buổi phát", "broadcasts"),
        ("Ước số\nngười nghe", "listeners"),
        ("Số người nghe (ước)", "listeners"),
        ("Ước số người nghe, xem", "listeners"),
        ("luot nguoi nghe", "listeners"),
        ("Lượt truy cập", "views"),
        ("Lượt xem", "views"),
        ("Kênh / chủ đề", "channel"),
        ("Chương trình", "channel"),
        ("Hình thức", "channel"),
        ("Nội dung", "topic"),
    ],
)
def test_headings_as_units_write_them(schema: ReportSchema, text: str, measure: str) -> None:
    assert heading(schema, text) == [measure]


@pytest.mark.parametrize(
    "text", ["Số lần phát/ngày", "Thời lượng/buổi", "Tổng số", "Số lượng", "Ghi chú", "Số phút", "Thời lượng trung bình"]
)
def test_headings_of_rates_and_of_who_knows_what_are_no_measure(schema: ReportSchema, text: str) -> None:
    assert heading(schema, text) == []


@pytest.mark.parametrize(
    ("label", "channel"),
    [
        ("Phát thanh", "radio"),
        ("Phát thanh tiếng Mông", "radio"),
        ("Phát thanh xã", "commune-station"),
        ("Truyền hình", "television"),
        ("Trạm truyền thanh xã", "commune-station"),
        ("Trạm truyền thanh thị trấn", "commune-station"),
        ("Trạm truyền thanh", "commune-station"),
        ("Đài truyền thanh xã Bản Bo", "commune-station"),
        ("Cổng thông tin điện tử huyện", "portal"),
        ("Cổng TTĐT", "portal"),
        ("Loa phát thanh thôn, bản", "village-loudspeakers"),
        ("Loa tổ dân phố", "village-loudspeakers"),
        ("Loa kéo, loa di động", "mobile"),
        ("Loa di động", "mobile"),
        ("Xe lưu động", "mobile"),
        ("Zalo, Facebook", "social"),
        ("Kênh khác", "other"),
        ("Đài Truyền thanh - Truyền hình huyện", None),
        ("Thời sự địa phương", None),
        ("Loa", None),
        ("Truyền thanh", None),
        ("Tiếp âm Đài Tiếng nói Việt Nam", None),
    ],
)
def test_channels_as_units_write_them(schema: ReportSchema, label: str, channel: str | None) -> None:
    assert category(schema, "channel", label) == channel


@pytest.mark.parametrize(
    ("label", "topic"),
    [
        ("Phòng, chống dịch Covid-19", "covid-19"),
        ("Covid", "covid-19"),
        ("Ứng dụng Bluezone", "bluezone"),
        ("Hướng dẫn cài đặt ứng dụng Bluezone", "bluezone"),
        ("Tết Nguyên đán Tân Sửu", "tet"),
        ("Tết", "tet"),
        ("Tết Trung thu", "other"),
        ("Nội dung khác", "other"),
        ("Phòng, chống dịch tả lợn châu Phi", None),
        ("Phòng cháy, chữa cháy rừng", None),
    ],
)
def test_topics_as_units_write_them(schema: ReportSchema, label: str, topic: str | None) -> None:
    assert category(schema, "topic", label) == topic


def test_an_alias_names_one_thing_only(schema: ReportSchema) -> None:
    headings = [(m.id, m.aliases) for m in schema.measures] + [(d.id, d.aliases) for d in schema.dimensions]
    labels = [[(c.id, c.aliases) for c in dimension.categories] for dimension in schema.dimensions]
    for group in (headings, *labels):
        owners: dict[str, set[str]] = {}
        for name, aliases in group:
            for alias in aliases:
                owners.setdefault(fold_plain(alias), set()).add(name)
        assert {alias: ids for alias, ids in owners.items() if len(ids) > 1} == {}


def test_no_alias_stands_twice_in_its_list(schema: ReportSchema) -> None:
    lists = [m.aliases for m in schema.measures] + [d.aliases for d in schema.dimensions]
    lists += [c.aliases for d in schema.dimensions for c in d.categories]
    for aliases in lists:
        folded = [fold_plain(alias) for alias in aliases]
        assert len(folded) == len(set(folded)), aliases[0]


def test_the_bluezone_drive_asks_for_other_things_by_data_alone() -> None:
    drive = load_schema("bluezone")
    assert {m.id: m.over_periods for m in drive.measures} == {
        "agencies": Aggregation.LATEST,
        "villages": Aggregation.LATEST,
        "households": Aggregation.SUM,
        "installations": Aggregation.SUM,
    }
    assert drive.dimensions == ()
    assert heading(drive, "Số hộ được hướng dẫn") == ["households"]
