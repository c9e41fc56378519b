"""A report on its way out: number and date filled into the Word file that the office made, and the mark of the log in it.

The file may have been edited in Word since it was rendered; only its number, its date and its properties are touched here.
"""

import datetime as dt
import io
import re
import zipfile
from collections import Counter
from typing import NamedTuple

from lxml import etree

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.faults import NotInDocument, TemplateBroken
from tuyentruyen_cli.render.lookup import columns_of, figures_of, in_words
from tuyentruyen_cli.render.notes import PLACEHOLDER
from tuyentruyen_cli.render.ooxml import text, w
from tuyentruyen_cli.render.package import repacked
from tuyentruyen_cli.vi.dates import format_date_long

BODY, TYPES, LINKS, CUSTOM = "word/document.xml", "[Content_Types].xml", "_rels/.rels", "docProps/custom.xml"
PROPERTY = "tuyentruyen.log"
# What Word calls custom properties in a package (ECMA-376, parts 1 and 4).
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
PACKAGE_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
FIRST_ID = 2
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_BLANK = r"[\s.…_]*"
_DATE = rf"ngày(?P<day>{_BLANK}\d*{_BLANK})tháng(?P<month>{_BLANK}\d*{_BLANK})năm(?P<year>{_BLANK}\d*)"
_FIGURE = re.compile(r"[+-]?\d")
_SIGNS = " .…_\u00a0\t"


class Mark(NamedTuple):
    """The last line of the log when a document was issued."""

    line: int
    hash: str


def with_mark(document: bytes, mark: Mark) -> bytes:
    """The document with the mark among its custom properties, where nothing prints it."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        names = archive.namelist()
        types, links = (_tree(archive.read(name)) for name in (TYPES, LINKS))
        custom = _tree(archive.read(CUSTOM)) if CUSTOM in names else etree.Element(f"{{{PROPERTIES}}}Properties")
    if CUSTOM not in names:
        etree.SubElement(types, f"{{{PACKAGE_TYPES}}}Override", PartName=f"/{CUSTOM}", ContentType=CUSTOM_TYPE)
        link = etree.SubElement(links, f"{{{PACKAGE_LINKS}}}Relationship", Id="tuyentruyenLog", Type=CUSTOM_LINK)
        link.set("Target", CUSTOM)
    for old in [p for p in custom if p.get("name") == PROPERTY]:
        custom.remove(old)
    number = max([FIRST_ID - 1, *(int(p.get("pid", "0")) for p in custom)]) + 1
    added = etree.SubElement(custom, f"{{{PROPERTIES}}}property", fmtid=FORMAT_ID, pid=str(number), name=PROPERTY)
    etree.SubElement(added, f"{{{VALUES}}}lpwstr", nsmap={"vt": VALUES}).text = f"{mark.line}:{mark.hash}"
    return repacked(document, {TYPES: _bytes(types), LINKS: _bytes(links), CUSTOM: _bytes(custom)})


def mark_of(document: bytes) -> Mark | None:
    """The mark that a document carries; None for one that was never issued, or is no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            custom = _tree(archive.read(CUSTOM))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        return None
    found = next((p for p in custom if p.get("name") == PROPERTY), None)
    line, _, digest = "".join(str(t) for t in found.itertext()).partition(":") if found is not None else ("", "", "")
    return Mark(int(line), digest) if line.isdigit() and digest else None


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
