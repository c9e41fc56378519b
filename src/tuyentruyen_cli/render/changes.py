"""What changed between two stretches of weeks, in sentences: never without a base, and over the same units or with a word."""

from collections.abc import Mapping, Sequence

from tuyentruyen_cli.model.comparison import Change, Compared, Comparison, Side
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render import words
from tuyentruyen_cli.render.lookup import in_words
from tuyentruyen_cli.render.sentences import COUNTED, NAMED_AT_MOST
from tuyentruyen_cli.render.words import in_sentence, units_counted
from tuyentruyen_cli.vi.changes import format_percent

TITLES = {
    "items": "số tin, bài",
    "duration": "tổng thời lượng",
    "broadcasts": "số lượt phát",
    "listeners": "số lượt người nghe",
}


def changes_said(comparison: Comparison | None, other: str, measures: Sequence[Measure], names: Mapping[str, str]) -> list[str]:
    """The paragraphs; none where there is nothing to hold a figure against. ``other`` names what came before: ``tuần 07``."""
    if comparison is None:
        return []
    found = {c.measure: c for c in comparison.measures}
    listed = [(m, found[m.id]) for m in measures if m.id in found]
    said = []
    whole = [_change(m, c.change) for m, c in listed if c.alike is None and c.change.difference is not None]
    if whole:
        said.append(f"So với {other}, {'; '.join(whole)}.")
    unlike: dict[tuple[str, ...], list[str]] = {}
    for measure, one in listed:
        if one.alike is not None and one.alike.change.difference is not None:
            unlike.setdefault(one.alike.units, []).append(_change(measure, one.alike.change))
    for units, clauses in unlike.items():
        count, outside = units_counted(len(units)), _outside(units, listed, clauses, names)
        said.append(f"Tính trên {count} đơn vị có đủ số liệu ở cả hai kỳ{outside}, so với {other}, {'; '.join(clauses)}.")
    rest = [_title(m) for m, c in listed if (c.change if c.alike is None else c.alike.change).difference is None]
    if rest and said:
        said.append(f"Chưa đủ số liệu để so sánh {words.listed(rest)}.")
    return said


def _outside(
    units: Sequence[str], listed: Sequence[tuple[Measure, Compared]], clauses: Sequence[str], names: Mapping[str, str]
) -> str:
    """Who is not in such a comparison, by name: the units that either stretch asked, or has a figure of."""
    mine = [c for m, c in listed if c.alike is not None and c.alike.units == tuple(units)]
    asked = dict.fromkeys(unit for c in mine for side in (c.current, c.other) for unit in _units_of(side))
    left = [unit for unit in asked if unit not in set(units)]
    if not left or not clauses:
        return ""
    if len(left) > NAMED_AT_MOST:
        return f" (không tính {units_counted(len(left))} đơn vị khác)"
    return f" (không tính {words.listed([in_sentence(names.get(unit, unit)) for unit in left])})"


def _units_of(side: Side) -> list[str]:
    return [*side.within, *(unit for unit, _ in side.gaps)]


def _title(measure: Measure) -> str:
    return TITLES.get(measure.id) or measure.title[:1].lower() + measure.title[1:]


def _change(measure: Measure, change: Change) -> str:
    """``số tin, bài tăng 12 (từ 287 lên 299, tăng 4,2%)``; what is the same has no percent."""
    now, then, by = change.current or 0, change.other or 0, change.difference or 0
    word = COUNTED.get(measure.id) or measure.measured_in
    unit = "" if measure.id == "duration" or not word or _title(measure).endswith(word) else f" {word}"
    if by == 0:
        return f"{_title(measure)} không thay đổi ({in_words(measure, now)})"
    verb, to = ("tăng", "lên") if by > 0 else ("giảm", "còn")
    percent = format_percent(change.percent).lstrip("+-") if change.percent is not None else ""
    # A change so small that its percentage is written as nothing has none.
    share = f", {verb} {percent}" if percent and set(percent) - set("0,%") else ""
    between = f"từ {in_words(measure, then)} {to} {in_words(measure, now)}"
    return f"{_title(measure)} {verb} {in_words(measure, abs(by))}{unit} ({between}{share})"
