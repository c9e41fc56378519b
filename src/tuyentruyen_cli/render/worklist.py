"""``can-xu-ly.xlsx``: one row for each open question, with answers to choose from.

It is filled in with Excel; what is filled in is applied at the next run.
"""

import datetime as dt
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from tuyentruyen_cli.model.codec import to_data
from tuyentruyen_cli.model.decision import Decision, DecisionKind
from tuyentruyen_cli.model.question import Proposal, Question
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.schema import MeasureKind
from tuyentruyen_cli.render.decided import decided_row
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.lookup import in_table
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import clean

SHEET = "Cần xử lý"
DONE_SHEET = "Đã chốt"
LISTS = "Danh sách"
COLUMNS = ("number", "unit", "measure", "place", "typed", "problem", "proposals", "value", "reason", "who")
WIDTHS = (5, 22, 18, 28, 16, 46, 30, 24, 28, 20)
KEY_COLUMN = len(COLUMNS)  # hidden: what the row is about, for the program
FIRST_ROW = 4  # 0-based row of the first question
FILLED = ("value", "reason", "who")
# Excel shows at most this many characters of a list written into the cell itself; a longer list stands on the hidden sheet.
LIST_LIMIT = 255
REASONS = ("reason-called", "reason-paper", "reason-message")


class Kept(Struct, frozen=True):
    """What a person had filled in and could not be applied: it is shown again.

    ``refused`` says why: ``incomplete``, ``refused-value``, ``unknown-answer``, ``changed-since``.
    """

    value: str
    reason: str
    who: str
    refused: str


class _Page(Struct, frozen=True):
    """The sheet that is written, and what it is about. ``answers`` to choose from have the rows that they are for."""

    sheet: Any
    report: Report
    formats: Mapping[str, Any]
    answers: dict[tuple[str, ...], list[int]]


_OF_CATALOGUE = "worklist."


def question_key(question: Question) -> str:
    """What a row is about, as the hidden column holds it."""
    # Units are known by their names: a list of all of them in every row would only make the file large.
    named = (p for p in question.proposals if question.kind is not DecisionKind.ASSIGN or p.label.startswith(_OF_CATALOGUE))
    answers = {answer_label(p, None): p.value for p in named}
    return json.dumps([question.kind.value, to_data(question.subject), answers], ensure_ascii=False)


def answer_label(proposal: Proposal, shown: str | None) -> str:
    """The words of an answer. Documents for offices are always Vietnamese."""
    label = say(proposal.label, "vi") if proposal.label.startswith(_OF_CATALOGUE) else proposal.label
    return f"{label}: {shown}" if shown and proposal.label.startswith(_OF_CATALOGUE) else label


def worklist(
    report: Report, questions: Sequence[Question], decisions: Sequence[Decision], kept: Mapping[str, Kept], explain: Explain
) -> bytes:
    """The workbook. ``kept`` are earlier entries by the key of their question. Same inputs, same bytes."""
    import xlsxwriter  # noqa: PLC0415 - only when a work list is written

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001 - same inputs, same bytes
    _questions(book, report, questions, kept, explain)
    if decisions:
        _decided(book, report, decisions)
    book.close()
    return out.getvalue()


def _text(value: str) -> str:
    return clean(value)[0]


def _questions(book: Any, report: Report, questions: Sequence[Question], kept: Mapping[str, Kept], explain: Explain) -> None:
    sheet = book.add_worksheet(SHEET)
    lists = book.add_worksheet(LISTS)
    lists.hide()
    formats = _formats(book)
    sheet.write_string(0, 0, say("worklist.title", "vi", week=report.period.id), formats["title"])
    sheet.write_string(1, 0, say("worklist.how", "vi"), formats["plain"])
    for column, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.write_string(FIRST_ROW - 1, column, say(f"worklist.column-{name}", "vi"), formats["head"])
        sheet.set_column(column, column, width)
    sheet.set_column(KEY_COLUMN, KEY_COLUMN, 8, None, {"hidden": True})
    page = _Page(sheet, report, formats, {})
    for i, question in enumerate(questions):
        _row(page, i, question, kept, explain)
    for answers, rows in page.answers.items():
        _offer(sheet, lists, COLUMNS.index("value"), answers, rows)
    if questions:
        every = range(FIRST_ROW, FIRST_ROW + len(questions))
        _offer(sheet, lists, COLUMNS.index("reason"), [say(f"worklist.{r}", "vi") for r in REASONS], every)
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.autofilter(FIRST_ROW - 1, 0, max(FIRST_ROW, FIRST_ROW + len(questions) - 1), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST_ROW - 1)


def _formats(book: Any) -> dict[str, Any]:
    base = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
    add = book.add_format
    return {
        "plain": add(base),
        "title": add({**base, "bold": True, "font_size": 14}),
        "head": add({**base, "bold": True, "border": 1, "text_wrap": True, "bg_color": "#D9D9D9", "align": "center"}),
        "cell": add({**base, "border": 1, "text_wrap": True}),
        "fill": add({**base, "border": 1, "text_wrap": True, "bg_color": "#FFF2CC", "num_format": "@"}),
    }


def _row(page: _Page, i: int, question: Question, kept: Mapping[str, Kept], explain: Explain) -> None:
    sheet, report, formats = page.sheet, page.report, page.formats
    row = FIRST_ROW + i
    key = question_key(question)
    earlier = kept.get(key)
    labels = [answer_label(p, _shown(report, question, p)) for p in question.proposals]
    for column, text in enumerate(_told(report, question, labels, explain, earlier, i)):
        sheet.write_string(row, column, _text(text), formats["cell"])
    for column, text in enumerate(
        (earlier.value, earlier.reason, earlier.who) if earlier else ("", "", ""), start=len(COLUMNS) - 3
    ):
        sheet.write_string(row, column, _text(text), formats["fill"])
    sheet.write_string(row, KEY_COLUMN, key)
    if labels:
        page.answers.setdefault(tuple(labels), []).append(row)


def _shown(report: Report, question: Question, proposal: Proposal) -> str | None:
    if proposal.figure is None or question.subject.measure is None:
        return None
    return in_table(report.campaign.schema.measure(question.subject.measure), proposal.figure)


def _told(
    report: Report, question: Question, labels: Sequence[str], explain: Explain, earlier: Kept | None, i: int
) -> tuple[str, ...]:
    """The columns that are not filled in: what is asked."""
    subject, finding = question.subject, question.finding
    measure = report.campaign.schema.measure(subject.measure) if subject.measure else None
    title = (
        measure.title + (say("worklist.in-minutes", "vi") if measure.kind is MeasureKind.DURATION else "") if measure else ""
    )
    message = explain(finding)[0] if finding else say("worklist.nothing-sent", "vi")
    if earlier:
        why = say(f"worklist.{earlier.refused}", "vi", value=earlier.value, measure=measure.title if measure else "")
        message = f"{say('worklist.not-applied', 'vi', reason=why)}\n{message}"
    place = ""
    if finding:
        where = finding.location
        place = "\n".join(
            filter(None, (where.file, f"{where.part}!{where.cell}" if where.part and where.cell else where.cell or ""))
        )
    unit = report.unit_name(subject.unit) if subject.unit else say("worklist.no-unit", "vi")
    shown = labels if len(labels) <= 4 else [*labels[:3], "…"]  # noqa: PLR2004 - a list of all units would hide the question
    return (str(i + 1), unit, title, place, question.typed, message, "\n".join(shown))


def _offer(sheet: Any, lists: Any, column: int, labels: Sequence[str], rows: Sequence[int]) -> None:
    """A drop-down in these rows (0-based, ascending) that suggests and never forbids; one rule for all of them."""
    source: Any = list(labels)
    if sum(len(x) + 1 for x in labels) > LIST_LIMIT or any("," in x for x in labels):
        from xlsxwriter.utility import xl_range_abs  # noqa: PLC0415 - loaded with xlsxwriter

        row = 0 if lists.dim_rowmax is None else lists.dim_rowmax + 1
        for i, label in enumerate(labels):
            lists.write_string(row, i, _text(label))
        source = f"='{LISTS}'!{xl_range_abs(row, 0, row, len(labels) - 1)}"
    (first, last), *others = _runs(rows)
    rule = {"validate": "list", "source": source, "show_error": False, "ignore_blank": True}
    if others:
        rule["other_cells"] = [[a, column, b, column] for a, b in others]
    sheet.data_validation(first, column, last, column, rule)


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last of each unbroken run of rows."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _decided(book: Any, report: Report, decisions: Sequence[Decision]) -> None:
    sheet = book.add_worksheet(DONE_SHEET)
    formats = _formats(book)
    heads = ("kind", "unit", "measure", "place", "value", "reason", "who", "at", "id")
    for column, name in enumerate(heads):
        sheet.write_string(0, column, say(f"worklist.column-{name}", "vi"), formats["head"])
        sheet.set_column(column, column, 22)
    for row, decision in enumerate(decisions, start=1):
        for column, text in enumerate(decided_row(report, decision)):
            sheet.write_string(row, column, _text(text), formats["cell"])
