"""The sheet of source rows: what each row of each file states, with its cells; what the other sheets add up."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import Aggregation, Measure
from tuyentruyen_cli.render.behind import SourceRow, Typed, cells_said, raw_said
from tuyentruyen_cli.render.lookup import CHANNEL, ORIGIN, TOPIC, heading, in_table
from tuyentruyen_cli.render.office_view import part_said
from tuyentruyen_cli.render.originals import Originals
from tuyentruyen_cli.render.tables import REFUSED, category_title
from tuyentruyen_cli.render.workbook.book import Paper, cell_name

SHEET = "Nguồn số liệu"
HEAD = 3
FIRST = HEAD + 1
FIXED = ("STT đơn vị", "Đơn vị", "Kênh", "Chủ đề", "Nguồn tin", "Tệp gốc", "Trang", "Dòng")
WIDTHS = (6, 22, 31, 27, 12, 40, 10, 6)
LINKED_UP_TO = 2_000  # rows: with more, each row has one link, to its first cell, and the addresses of its values are text
VALUE_WIDTH, CELL_WIDTH = 9, 13
CODES = (CHANNEL, TOPIC, ORIGIN)
ORIGINS = {"own": "Tự sản xuất", "relayed": "Tiếp âm, phát lại"}
HOW = (
    "Mỗi dòng là một dòng số liệu trong tệp của đơn vị; ô có số là ô được tính vào tổng, ô có chữ là ô không được tính. "
    "Bấm tên tệp hoặc địa chỉ ô để mở bản gốc đã lưu."
)


class Sources(Struct, frozen=True):
    """The written sheet: formulas over its rows. ``codes`` number the categories of each dimension; 0 rows give no formula."""

    paper: Paper
    rows: int
    columns: Mapping[str, int]
    codes: Mapping[str, Mapping[str, int]]
    code_columns: Mapping[str, int]

    def of_unit(self, measure: Measure, number: str) -> str:
        """The figure of the unit whose number stands in that cell."""
        chosen = f"{self._area(0)},{number}"
        if measure.aggregation_in_unit is Aggregation.SUM:
            return f"SUMIFS({self._values(measure)},{chosen})"
        channel = self._area(self.code_columns[CHANNEL])
        by_channel = (f"SUMIFS({self._values(measure)},{chosen},{channel},{code})" for code in self.codes[CHANNEL].values())
        return f"MAX({','.join(by_channel)})"

    def of_category(self, measure: Measure, dimension: str, category: str) -> str:
        """The figure of a channel, topic or origin over all units."""
        area = self._area(self.code_columns[dimension])
        return f"SUMIFS({self._values(measure)},{area},{self.codes[dimension][category]})"

    def _values(self, measure: Measure) -> str:
        return self._area(self.columns[measure.id])

    def _area(self, column: int) -> str:
        return self.paper.address(FIRST, column, FIRST + self.rows - 1)


def write_sources(
    paper: Paper, report: Report, rows: Sequence[SourceRow], measures: Sequence[Measure], originals: Originals
) -> Sources:
    """Write the sheet."""
    count = len(FIXED) + 2 * len(measures)
    paper.widths(*WIDTHS, *((VALUE_WIDTH, CELL_WIDTH) * len(measures)))
    columns = {measure.id: len(FIXED) + 2 * i for i, measure in enumerate(measures)}
    code_columns = {dimension: count + i for i, dimension in enumerate(CODES)}
    codes = {d: {c: i for i, c in enumerate(dict.fromkeys(row.category(d) for row in rows), 1)} for d in CODES}
    paper.text(0, 0, "NGUỒN SỐ LIỆU", "title")
    paper.text(1, 0, HOW, "small")
    titles = [title for m in measures for title in (heading(m), f"Ô ghi {(m.short_title or m.title).casefold()}")]
    paper.head(HEAD, [*FIXED, *titles, *(f"mã {name}" for name in ("kênh", "chủ đề", "nguồn tin"))])
    paper.raw.set_column(count, count + len(CODES) - 1, 9, None, {"hidden": True, "level": 1})
    sources = Sources(paper, len(rows), columns, codes, code_columns)
    linked = len(rows) <= LINKED_UP_TO
    for row, source in enumerate(rows, FIRST):
        _row(sources, row, source, report, originals)
        for measure in measures:
            if measure.id in source.typed:
                _stated(paper, row, columns[measure.id], measure, source.typed[measure.id], originals, linked=linked)
            else:
                paper.text(row, columns[measure.id], "")
                paper.text(row, columns[measure.id] + 1, "")
    paper.finish(HEAD, FIRST + len(rows) - 1, count, frozen=2)
    return sources


def _row(sources: Sources, row: int, source: SourceRow, report: Report, originals: Originals) -> None:
    paper = sources.paper
    paper.number(row, 0, source.number)
    paper.text(row, 1, report.units[source.number - 1].name)
    for column, dimension in enumerate((CHANNEL, TOPIC), 2):
        paper.text(row, column, category_title(report, dimension, source.category(dimension)))
    paper.text(row, 4, ORIGINS.get(source.category(ORIGIN), source.category(ORIGIN)))
    file = "(người phụ trách nhập)" if source.entered else source.file
    paper.link(row, 5, originals.cell(source.location), file)
    paper.text(row, 6, part_said(source.location))
    paper.text(row, 7, source.location.cell or "", "middle")
    for dimension in CODES:
        paper.number(row, sources.code_columns[dimension], sources.codes[dimension][source.category(dimension)])


def _stated(paper: Paper, row: int, column: int, measure: Measure, typed: Typed, originals: Originals, *, linked: bool) -> None:
    """A value as a number where it counts, else as words; beside it its cells, and what was typed where that says more."""
    if typed.value is None:
        paper.text(row, column, REFUSED, "absent")
    elif not typed.counted:
        paper.text(row, column, f"{in_table(measure, typed.value)} (chưa tính)", "absent")
    else:
        paper.figure(row, column, measure, typed.value)
    said = ": ".join(filter(None, (cells_said(typed), raw_said(measure, typed))))
    paper.link(row, column + 1, originals.cell(typed.places[0]) if linked else "", said, "place")


def own_number(row: int) -> str:
    """The cell that holds the number of a row's unit, for the formulas of that row."""
    return cell_name(row, 0, fixed_column=True)
