"""A report on its way out: number and date filled into the Word file that the office made, and the mark of the log in it.

The file may have been edited in Word since it was rendered; only its number, its date and its properties are touched here.
"""

import datetime as dt
import io
import re
import zipfile
from collections import Counter

from lxml import etree

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.faults import NotInDocument, TemplateBroken
from tuyentruyen_cli.render.figures_part import FiguresPart, Mark, figures_part, with_figures_part
from tuyentruyen_cli.render.lookup import columns_of, figures_of, in_words
from tuyentruyen_cli.render.notes import PLACEHOLDER
from tuyentruyen_cli.render.ooxml import text, w
from tuyentruyen_cli.render.package import repacked
from tuyentruyen_cli.vi.dates import format_date_long

BODY = "word/document.xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_BLANK = r"[\s.…_]*"
_DATE = rf"ngày(?P<day>{_BLANK}\d*{_BLANK})tháng(?P<month>{_BLANK}\d*{_BLANK})năm(?P<year>{_BLANK}\d*)"
_FIGURE = re.compile(r"[+-]?\d")
_SIGNS = " .…_\u00a0\t"


def with_mark(document: bytes, mark: Mark, written: bytes) -> bytes:
    """The document with the mark in the part that accounts for its figures, where nothing prints it.

    ``written`` is the same document as it was written, whose part it gets when another program dropped its own.
    """
    part = figures_part(document) or figures_part(written) or FiguresPart("", "")
    return with_figures_part(document, part.marked(mark))


def mark_of(document: bytes) -> Mark | None:
    """The mark that a document carries; None for one that was never issued, or is no Word file."""
    part = figures_part(document)
    return part.mark if part else None


def filled(document: bytes, number: str, symbol: str, place: str, date: dt.date) -> bytes:
    """The document with its number and date. What an office typed there already must be the same.

    Raises TemplateBroken when there is no place for them, NotInDocument when they are others.
    """
    with _archive(document) as archive:
        body = _tree(archive.read(BODY))
    of_number = re.compile(rf"(?:^\s*Số:|Kèm theo Báo cáo số)(?P<number>\s*[^/]*?)/\s*{re.escape(symbol)}")
    of_date = re.compile(rf"(?:^\s*{re.escape(place)}\s*,\s*|Kèm theo Báo cáo số.*?){_DATE}")
    numbers = dates = 0
    for paragraph in body.iter(w("p")):
        if found := of_number.search(text(paragraph)):
            _fill_number(paragraph, found, number)
            numbers += 1
        if found := of_date.search(text(paragraph)):
            _fill_date(paragraph, found, date)
            dates += 1
    if not (numbers and dates):
        raise TemplateBroken("render.no-place-for-number", symbol=symbol, place=place)
    return repacked(document, {BODY: _bytes(body)})


def unfinished(document: bytes) -> int:
    """How many paragraphs still ask the office to write something."""
    with _archive(document) as archive:
        body = _tree(archive.read(BODY))
    return sum(PLACEHOLDER in text(p) for p in body.iter(w("p")))


def differences(document: bytes, fresh: bytes, report: Report) -> list[str]:
    """The rows and totals of a freshly rendered report that a document lacks: a hand, or a later file, changed figures.

    So does that it replaces the report that was issued before it.
    """
    rows, words = _figures(document)
    wanted, said = _figures(fresh)
    lacking = []
    for row in wanted:
        fitting = [r for r in rows if row <= r]
        if fitting:
            rows.remove(min(fitting, key=Counter.total))
        else:
            lacking.append("; ".join(row.elements()))
    figures = figures_of(report)
    for measure in columns_of(report):
        figure = figures.get((measure.id, None, None, None))
        if figure is not None and figure.value is not None:
            value = re.compile(rf"(?<![\d.,]){re.escape(in_words(measure, figure.value))}(?![.,]?\d)")
            if value.search(said) and not value.search(words):
                lacking.append(f"{measure.title}: {in_words(measure, figure.value)}")
    if report.issued and f"thay thế Báo cáo số {report.issued.issue.name}" not in words:
        lacking.append(next(line for line in said.split("\n") if report.issued.issue.name in line))
    return lacking


def _figures(document: bytes) -> tuple[list[Counter[str]], str]:
    """Of each row with figures its figures and its name; and the text outside of tables."""
    with _archive(document) as archive:
        body = _tree(archive.read(BODY))
    rows = []
    for row in body.iter(w("tr")):
        cells = [" ".join(text(cell).split()) for cell in row.iterchildren(w("tc"))]
        figures = [c for c in cells if _FIGURE.match(c)]
        if figures:
            rows.append(Counter([next((c for c in cells if c and c not in figures), ""), *figures]))
    inside = {p for table in body.iter(w("tbl")) for p in table.iter(w("p"))}
    return rows, "\n".join(" ".join(text(p).split()) for p in body.iter(w("p")) if p not in inside)


def _fill_number(paragraph: etree._Element, found: re.Match[str], number: str) -> None:
    there = found["number"].strip(_SIGNS)
    if there not in {"", number}:
        raise NotInDocument("render.other-number", there=there, number=number)
    _replace(paragraph, *found.span("number"), f" {number}")


def _fill_date(paragraph: etree._Element, found: re.Match[str], date: dt.date) -> None:
    day, month, year = (found[name].strip(_SIGNS) for name in ("day", "month", "year"))
    if day and (day.zfill(2), month.zfill(2), year) != (f"{date:%d}", f"{date:%m}", f"{date:%Y}"):
        there = " ".join(found[0][found[0].index("ngày") :].split())
        raise NotInDocument("render.other-date", there=there, date=format_date_long(date))
    start, _ = found.span("day")
    _replace(paragraph, start - len("ngày"), found.end("year"), format_date_long(date))


def _replace(paragraph: etree._Element, start: int, end: int, new: str) -> None:
    """Put a text in place of some characters of a paragraph, whatever runs they are spread over."""
    position = 0
    for node in paragraph.iter(w("t")):
        old = node.text or ""
        first, last = max(start - position, 0), min(end - position, len(old))
        if first < last or (first == last and first <= len(old) and new and position <= start <= position + len(old)):
            node.text = old[:first] + new + old[last:]
            node.set(_SPACE, "preserve")
            new = ""
        position += len(old)


def _archive(document: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(document))
    except zipfile.BadZipFile as error:
        raise TemplateBroken("render.not-word", why=str(error)) from error


def _tree(data: bytes) -> etree._Element:
    return etree.fromstring(data, _PARSER)


def _bytes(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
