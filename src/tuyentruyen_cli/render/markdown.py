"""The week as plain text with Markdown's tables: for a chat, a wiki, a mail. It stays in the office."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.office_view import office_view
from tuyentruyen_cli.render.readback import arrived

ASKED = ("results", "attendance", "relayed", "unit_table", "channel_table", "topic_table", "figures_table")
# What Markdown, or HTML inside it, would take for markup.
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
ESCAPED = re.compile(r"\\(.)")
NUMBERED = re.compile(r"^(\d+)([.)])(\s)")


def render_markdown(report: Report, explain: Explain) -> bytes:
    """The text, in UTF-8. Raises ``RenderError``."""
    view = office_view(report, explain)
    text = "\n".join(_lines(view)) + "\n"
    _read_back(text, view)
    return text.encode()


def _lines(view: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"# {_text(view['title'])}", "", f"**{_text(view['subject'][0])}**", "", _text(view["subject"][1]), "")
    yield from _paragraphs([*view["attendance"], view["results"]["lead"]])
    yield from _list(view["results"]["lines"])
    yield from _paragraphs([view["relayed"], *view["changes"]])
    heads = ("Chỉ tiêu", "Tổng", "Đơn vị có số liệu", "Chưa tính trong tổng, lý do")
    totals = ([r["name"], r["value"], r["coverage"], " / ".join(r["outside"])] for r in view["figures_table"]["rows"])
    yield from ("## Tổng hợp", "", *_table(heads, totals))
    yield from ("## Theo đơn vị", "", *_figures(view["unit_table"], "Đơn vị"))
    for name, title, head in (("channel_table", "Theo kênh", "Kênh"), ("topic_table", "Theo chủ đề", "Chủ đề")):
        if view[name]:
            yield from (f"## {title}", "", *_figures(view[name], head))
    yield from ("## Cần xem", "", *_findings(view["findings"]))
    if view["decisions"]:
        columns = ("kind", "unit", "measure", "place", "value", "reason", "who", "at")
        decided = ("Quyết định", "Đơn vị", "Chỉ tiêu", "Chỗ", "Giá trị chốt", "Lý do", "Người chốt", "Lúc")
        yield from ("## Quyết định", "", *_table(decided, ([d[c] for c in columns] for d in view["decisions"])))
    yield f"*{_text(view['made'])}.*"


def _figures(table: Mapping[str, Any], head: str) -> Iterator[str]:
    """A table of figures with its totals and remarks."""
    heads = [head, *(column["title"] for column in table["columns"])]
    rows = [[row["name"] + row.get("mark", ""), *_cells(row)] for row in table["rows"]]
    ends = (("Tổng cộng", "total"), ("Số đơn vị có số liệu", "coverage"), ("Trong đó tiếp âm, phát lại", "relayed"))
    rows += [[label, *(cell["text"] for cell in table[name])] for label, name in ends if table.get(name)]
    yield from _table(heads, rows)
    yield from _paragraphs(table["remarks"])


def _cells(row: Mapping[str, Any]) -> list[str]:
    if not row.get("reported", True):
        return [row["absent"]] * len(row["cells"])
    return [cell["text"] + cell["mark"] for cell in row["cells"]]


def _findings(findings: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not findings:
        yield from ("Không có gì cần xem.", "")
        return
    heads = ("Mức", "Đơn vị", "Tệp", "Trang, ô", "Vấn đề", "Cần làm gì", "Quy tắc")
    columns = ("severity", "unit", "file", "place", "message", "hint", "rule")
    told = ({**f, "message": f"{f['message']} {f['also']}"} for f in findings)
    yield from _table(heads, ([f[c] for c in columns] for f in told))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(map(_text, heads))} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(map(_text, row))} |"
    yield ""


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in filter(None, texts):
        yield from (_text(text), "")


def _list(lines: Sequence[str]) -> Iterator[str]:
    """Lines that begin with a dash are a list already."""
    yield from (f"- {_text(line.removeprefix('- '))}" for line in lines)
    if lines:
        yield ""


def _text(text: str) -> str:
    """A text that Markdown shows as it is."""
    return NUMBERED.sub(r"\1\\\2\3", MARKUP.sub(r"\\\1", " ".join(text.split())))


def _read_back(text: str, view: Mapping[str, Any]) -> None:
    rows, paragraphs = [], []
    for line in text.splitlines():
        if line.startswith("| "):
            rows.append(Counter(_plain(cell.strip()) for cell in _split(line)[1:-1]))
        else:
            paragraphs.append(_plain(line))
    arrived(view, ASKED, paragraphs, rows)


def _split(line: str) -> list[str]:
    """The cells of a line, at each bar without a backslash before it."""
    cells, last = [], 0
    for match in re.finditer(r"\\.|\|", line):
        if match[0] == "|":
            cells.append(line[last : match.start()])
            last = match.end()
    return [*cells, line[last:]]


def _plain(text: str) -> str:
    return ESCAPED.sub(r"\1", text)
