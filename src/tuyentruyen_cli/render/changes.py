"""What changed between two stretches of weeks, in sentences: never without a base, and over the same units or with a word."""

from collections.abc import Callable, Mapping, Sequence

from tuyentruyen_cli.model.comparison import Change, Compared, Comparison, Side, SpanKind
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render import words
from tuyentruyen_cli.render.facts import CHANGE
from tuyentruyen_cli.render.lookup import Key, in_words
from tuyentruyen_cli.render.marks import Share, given, marked_as
from tuyentruyen_cli.render.sentences import COUNTED, NAMED_AT_MOST
from tuyentruyen_cli.render.words import in_sentence, units_counted
from tuyentruyen_cli.vi.changes import format_percent

TITLES = {
    "items": "số tin, bài",
    "duration": "tổng thời lượng",
    "broadcasts": "số lượt phát",
    "listeners": "ước số lượt người nghe",
}
KINDS = {SpanKind.WEEK: "tuần", SpanKind.MONTH: "tháng"}
Current = Callable[[Measure, str], str]


def change_key(measure: Measure, comparison: Comparison) -> Key:
    """The key of a measure beside what it was before."""
    return (measure.id, None, CHANGE, comparison.other.id)


def changes_said(
    comparison: Comparison | None,
    other: str,
    measures: Sequence[Measure],
    names: Mapping[str, str],
    current: Current | None = None,
) -> list[str]:
    """The paragraphs; none where there is nothing to hold a figure against.

    ``other`` names what came before: ``tuần 07``. ``current`` marks a current total where it is written.
    """
    if comparison is None:
        return []
    found = {c.measure: c for c in comparison.measures}
    listed = [(m, found[m.id]) for m in measures if m.id in found]
    alike = [(m, c) for m, c in listed if c.alike is None and c.change.difference is not None]
    whole = []
    for measure, one in alike:
        key = change_key(measure, comparison)
        whole.append(_change(measure, one.change, key, current or _as_of(key)))
    said = [f"So với {other}, {'; '.join(whole)}."] if whole else []
    said += _over_the_same(listed, comparison, other, names)
    rest = [_title(m) for m, c in listed if (c.change if c.alike is None else c.alike.change).difference is None]
    return [*said, f"Chưa đủ số liệu để so sánh {words.listed(rest)}."] if rest and said else said


def _over_the_same(
    listed: Sequence[tuple[Measure, Compared]], comparison: Comparison, other: str, names: Mapping[str, str]
) -> list[str]:
    """The measures whose figures are not of the same units: over the units in both, with how many and without whom."""
    kind = KINDS.get(comparison.current.kind, "kỳ")
    found: dict[tuple[str, ...], list[str]] = {}
    keys: dict[tuple[str, ...], Key] = {}
    for measure, one in listed:
        if one.alike is not None and one.alike.change.difference is not None:
            key = change_key(measure, comparison)
            keys.setdefault(one.alike.units, key)
            clauses = found.setdefault(one.alike.units, [])
            clauses.append(_change(measure, one.alike.change, key, _as_of(key)))
    covers = {units: f"{marked_as(key, units_counted(len(units)), Share.COVERED)} đơn vị" for units, key in keys.items()}
    outside = {units: _outside(units, key, listed, names) for units, key in keys.items()}
    if len(found) == 1:
        (units, clauses), *_ = found.items()
        covered = f"{covers[units]} có đủ số liệu ở cả hai {kind}{outside[units]}"
        return [f"So với {other}, tính trên {covered}: {'; '.join(clauses)}."]
    lines = [
        f"{words.sentence_start('; '.join(clauses))}, trên {covers[units]}{outside[units]}" for units, clauses in found.items()
    ]
    lead = f"So với {other}, tính trên các đơn vị có đủ số liệu ở cả hai {kind}:"
    return [lead, *words.ended_list(lines)] if lines else []


def _as_of(key: Key) -> Current:
    return lambda _, text: marked_as(key, text)


def _outside(units: Sequence[str], key: Key, listed: Sequence[tuple[Measure, Compared]], names: Mapping[str, str]) -> str:
    """Who is not in such a comparison, by name: the units that either stretch asked, or has a figure of."""
    mine = [c for _, c in listed if c.alike is not None and c.alike.units == tuple(units)]
    asked = dict.fromkeys(unit for c in mine for side in (c.current, c.other) for unit in _units_of(side))
    inside, order = set(units), {unit: number for number, unit in enumerate(names)}
    left = sorted((unit for unit in asked if unit not in inside), key=lambda unit: order.get(unit, len(order)))
    if len(left) > NAMED_AT_MOST:
        return f" (không tính {marked_as(key, units_counted(len(left)), Share.REST)} đơn vị khác)"
    return f" (không tính {words.listed([given(in_sentence(names.get(unit, unit))) for unit in left])})" if left else ""


def _units_of(side: Side) -> list[str]:
    return [*side.within, *(unit for unit, _ in side.gaps)]


def _title(measure: Measure) -> str:
    return TITLES.get(measure.id) or measure.title[:1].lower() + measure.title[1:]


def _change(measure: Measure, change: Change, key: Key, current: Current) -> str:
    """``số tin, bài tăng 12 (từ 287 lên 299, tăng 4,2%)``; what is the same has no percent."""
    then, by = change.other or 0, change.difference or 0
    now = current(measure, in_words(measure, change.current or 0))
    word = COUNTED.get(measure.id) or measure.measured_in
    unit = "" if measure.id == "duration" or not word or _title(measure).endswith(word) else f" {word}"
    if by == 0:
        return f"{_title(measure)} không thay đổi ({now})"
    verb, to = ("tăng", "lên") if by > 0 else ("giảm", "còn")
    percent = format_percent(change.percent).lstrip("+-") if change.percent is not None else ""
    # A change so small that its percentage is written as nothing has none.
    told = percent and set(percent) - set("0,%")
    share = f", {verb} {marked_as(key, percent.removesuffix('%'), Share.PERCENT)}%" if told else ""
    between = f"từ {marked_as(key, in_words(measure, then), Share.THEN)} {to} {now}"
    difference = marked_as(key, in_words(measure, abs(by)), Share.DIFFERENCE)
    return f"{_title(measure)} {verb} {difference}{unit} ({between}{share})"
