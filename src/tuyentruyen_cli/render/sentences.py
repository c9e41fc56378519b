"""What the report says in sentences, from the same figures as its tables; each with its coverage and who is out."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render import words
from tuyentruyen_cli.render.facts import ATTENDANCE
from tuyentruyen_cli.render.lookup import ORIGIN, Figures, Key, hedge, in_words
from tuyentruyen_cli.render.marks import Share, given, marked, marked_as
from tuyentruyen_cli.vi.dates import format_date

NAMED_AT_MOST = 12  # with more names a sentence is no longer read; the table by unit marks them all
ABSENT_NAMED_AT_MOST = 3
RELAYED = "relayed"
LOWERED = frozenset({"Số", "Tổng", "Lượt", "Ước", "Thời", "Độ", "Tỷ", "Tỉ", "Hộ", "Buổi", "Cuộc", "Người"})

# The four figures of the dispatch as officials say them; any other measure is said by its title.
DISPATCH = {
    "items": "thực hiện {value} tin, bài",
    "duration": "tổng thời lượng {value}",
    "broadcasts": "phát {value} lượt",
    "listeners": "{value} lượt người nghe",
}
# How the sentence of results goes on after "các đơn vị": the figures of the dispatch are clauses, any other is a title.
BEGINNINGS = {"items": "đã {text}", **dict.fromkeys(("duration", "broadcasts", "listeners"), "{text}")}
COUNTED = {"items": "tin, bài", "broadcasts": "lượt phát", "listeners": "lượt người nghe"}
LISTENERS = (
    "Số lượt người nghe là số ước tính, được cộng dồn theo lượt; một người có thể được tính nhiều lần nếu nghe trên nhiều kênh."
)


def counted(measure: Measure, value: int, figure: Figure) -> str:
    """A value with the word for what it counts: ``304 tin, bài``, ``16 giờ 05 phút``, ``ước 34.950 lượt người nghe``."""
    word = COUNTED.get(measure.id) or measure.measured_in
    said = in_words(measure, value)
    whole = f"{hedge(measure, figure)}{marked(figure, said)}"
    return whole if not word or said.endswith(word) or measure.id == "duration" else f"{whole} {word}"


class Names(Struct, frozen=True):
    """How sentences name units. ``absent`` sent nothing and are named where attendance is told; ``table`` marks every unit."""

    of: Mapping[str, str]
    absent: tuple[str, ...] = ()
    table: str = "Bảng 1"

    def inside(self, unit: str) -> str:
        """One unit's name inside a sentence."""
        return given(words.in_sentence(self.of.get(unit, unit)))

    def listed(self, units: Sequence[str], key: Key, at_most: int = NAMED_AT_MOST) -> str:
        """The units' names as a sentence lists them; of very many the first ones and the number of the rest.

        ``key`` is that of the fact that they belong to.
        """
        listed = [self.inside(unit) for unit in units]
        if len(listed) <= at_most:
            return words.listed(listed)
        rest = marked_as(key, words.units_counted(len(listed) - at_most), Share.REST)
        return f"{', '.join(listed[:at_most])} và {rest} đơn vị khác nêu tại {self.table}"

    def missing(self, units: Sequence[str], key: Key) -> str:
        """Who is not in a figure; of many that sent nothing only the number, because their names stand above."""
        if len(self.absent) <= ABSENT_NAMED_AT_MOST or not set(self.absent) <= set(units):
            return f"chưa có số liệu của {self.listed(units, key)}"
        number = marked_as(attendance_key("missing"), words.units_counted(len(self.absent)))
        nothing = f"{number} đơn vị chưa gửi báo cáo nêu trên"
        absent = set(self.absent)
        others = [unit for unit in units if unit not in absent]
        return f"chưa có số liệu của {nothing}{f' và của {self.listed(others, key)}' if others else ''}"


def attendance_key(state: str) -> Key:
    """The key of the number of units of which something holds: ``on-time``, ``missing``."""
    return ("", None, ATTENDANCE, state)


def key_of(figure: Figure) -> Key:
    """The key of a figure."""
    return (figure.measure, figure.unit, figure.dimension, figure.category)


def coverage_said(figure: Figure, names: Names) -> str:
    """Who is in a figure and who is not: empty when every expected unit is in it whole."""
    coverage = figure.coverage
    if coverage.expected is None:
        said = [f"số liệu của {_covered(figure, words.count_of(len(coverage.units), None))} đơn vị"]
    else:
        inside = coverage.expected - len(coverage.missing)
        extra = len(coverage.units) - inside
        beside = f" đơn vị và {words.units_counted(extra)} đơn vị ngoài danh sách" if extra > 0 else ""
        count = f"{words.count_of(inside, coverage.expected)}{beside}"
        said = [f"số liệu của {_covered(figure, count)}{'' if beside else ' đơn vị'}"]
        if not (coverage.missing or coverage.partial or beside):
            return ""
    if coverage.missing:
        said.append(names.missing(coverage.missing, key_of(figure)))
    if coverage.partial:
        said.append(f"{names.listed(coverage.partial, key_of(figure))} mới báo cáo một phần")
    return "; ".join(said)


def _covered(figure: Figure, text: str) -> str:
    return marked(figure, text, Share.COVERED)


def week_said(report: Report) -> str:
    """``từ ngày 29/01/2021 đến ngày 04/02/2021``."""
    return f"từ ngày {format_date(report.period.start)} đến ngày {format_date(report.period.end)}"


def _title(measure: Measure) -> str:
    """A measure's title inside a sentence; a title that begins with a name keeps its capital."""
    first = measure.title.split(" ", 1)[0]
    return measure.title[:1].lower() + measure.title[1:] if first in LOWERED else measure.title


def clause(measure: Measure, figure: Figure) -> str:
    """What one figure says inside a sentence: ``thực hiện 304 tin, bài``."""
    if figure.value is None:
        return f"chưa có số liệu về {_title(measure)}"
    value = f"{hedge(measure, figure)}{marked(figure, in_words(measure, figure.value))}"
    pattern = DISPATCH.get(measure.id)
    return pattern.format(value=value) if pattern else f"{_title(measure)}: {counted(measure, figure.value, figure)}"


def joined(measures: Sequence[Measure], clauses: Sequence[str]) -> str:
    """The clauses as one sentence part: ``thực hiện 304 tin, bài với tổng thời lượng …; phát 642 lượt; …``."""
    ids = [m.id for m in measures]
    text = "; ".join(clauses)
    if ids[:2] == ["items", "duration"] and clauses[1].startswith("tổng"):
        text = f"{clauses[0]} với {'; '.join(clauses[1:])}"
    return text


def results(report: Report, measures: Sequence[Measure], figures: Figures, names: Names) -> dict[str, object]:
    """The totals in words: one sentence where all figures cover the same units, else a line for each with its own coverage."""
    found = [(m, figures[m.id, None, None, None]) for m in measures if (m.id, None, None, None) in figures]
    if not found:
        return {"lead": "Chưa có số liệu của đơn vị nào trong tuần.", "lines": []}
    covers = [(f.coverage.units, f.coverage.missing, f.coverage.partial) for _, f in found]
    if len(set(covers)) == 1 and all(f.value is not None for _, f in found):
        said = coverage_said(found[0][1], names)
        text = joined([m for m, _ in found], [clause(m, f) for m, f in found])
        begun = BEGINNINGS.get(found[0][0].id, "báo cáo: {text}").format(text=text)
        lead = f"Trong tuần ({week_said(report)}), các đơn vị{f' ({said})' if said else ''} {begun}."
        return {"lead": lead, "lines": []}
    lines = [_line(m, f, names) for m, f in found]
    return {"lead": f"Kết quả thực hiện trong tuần ({week_said(report)}):", "lines": words.ended_list(lines)}


def _line(measure: Measure, figure: Figure, names: Names) -> str:
    said = coverage_said(figure, names) if figure.value is not None else ""
    return f"{words.sentence_start(clause(measure, figure))}{f' ({said})' if said else ''}"


def relayed(measures: Sequence[Measure], figures: Figures) -> str:
    """What of the totals was relayed from other stations; empty when nothing was."""
    parts = []
    for measure in measures:
        figure = figures.get((measure.id, None, ORIGIN, RELAYED))
        if figure is not None and figure.value:
            parts.append(counted(measure, figure.value, figure))
    return f"Trong đó tiếp âm, tiếp sóng, phát lại: {'; '.join(parts)}." if parts else ""
