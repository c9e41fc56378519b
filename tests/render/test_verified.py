"""A figure changed in a finished document is found, wherever it stands; what was not changed is not."""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tuyentruyen_cli.libreoffice import converted
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.verification import Compared, Way
from tuyentruyen_cli.render.docx import render_check_sheet, render_report
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.figures_part import FiguresPart, figures_part
from tuyentruyen_cli.render.number_text import numbers_in
from tuyentruyen_cli.render.ooxml import w
from tuyentruyen_cli.render.package import repacked
from tuyentruyen_cli.render.text_compared import by_text
from tuyentruyen_cli.render.verified import by_bookmarks, outdated, read

BODY = "word/document.xml"
PART = "customXml/item1.xml"


@pytest.fixture(scope="module")
def document(week: Report, report_template: Path) -> bytes:
    return render_report(week, report_template)


def part_of(document: bytes) -> FiguresPart:
    part = figures_part(document)
    assert part is not None
    return part


def body_of(document: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return etree.fromstring(archive.read(BODY))


def with_body(document: bytes, body: etree._Element) -> bytes:
    return repacked(document, {BODY: etree.tostring(body)})


def verified(document: bytes) -> Compared:
    return by_bookmarks(read(document), part_of(document))


def other_digit(digit: str) -> str:
    return str((int(digit) + 1) % 10)


def digits(body: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """Every digit of a figure: number and day of the document, and names with digits in them, are no figures."""
    for node in body.iter(w("t")):
        for number in numbers_in(node.text or "", dates=True):
            yield from ((node, i) for i in range(*number.span()) if (node.text or "")[i].isdigit())


def test_a_document_as_it_was_written_holds(document: bytes) -> None:
    found = verified(document)
    assert (found.as_written, found.strays, found.numbers) == (True, (), len(part_of(document).held))


def test_a_check_sheet_holds_too(week: Report, sheet_template: Path, explain: Explain) -> None:
    found = verified(render_check_sheet(week, sheet_template, explain))
    assert found.as_written
    assert found.numbers > 20


def test_every_single_digit_that_is_changed_is_found(document: bytes) -> None:
    body = body_of(document)
    tried = 0
    for node, i in list(digits(body)):
        text = node.text or ""
        node.text = text[:i] + other_digit(text[i]) + text[i + 1 :]
        assert not verified(with_body(document, body)).as_written, (text, node.text)
        node.text = text
        tried += 1
    assert tried > 250


def test_a_change_is_told_with_whose_figure_it_is_and_from_what(document: bytes) -> None:
    body = body_of(document)
    cell = next(t for t in body.iter(w("t")) if t.text == "2.720")
    cell.text = "2.270"
    (found,) = verified(with_body(document, body)).changed
    assert (found.about, found.then, found.now) == ("Xã Thèn Sin, Ước lượt người nghe", "2.720", "2.270")
    assert found.place == "2 Xã Thèn Sin 24 49 33 2.270 đúng hạn"


def test_every_figure_of_the_report_has_its_bookmark_sources_and_coverage(week: Report, document: bytes) -> None:
    part = part_of(document)
    written = {fact.key: fact.value for fact in part.facts}
    units = {f.unit for f in week.figures if f.unit and f.value is not None}
    assert {key: value for key, value in written.items() if key[1]} == {
        (f.measure, f.unit, None, None): f.value for f in week.figures if f.unit in units and f.value is not None
    }
    for fact in (f for f in part.facts if f.key[0]):
        figure = week.figure(*fact.key)
        assert figure is not None
        assert [part.sources[n].file for n in fact.sources] == sorted({place.file for place in figure.derived_from})
        assert fact.covered == (fact.expected - len(figure.coverage.missing))
    assert {source.sha256 for source in part.sources} == {s.sha256 for s in week.submissions}


def test_names_are_short_hidden_and_in_order(document: bytes) -> None:
    names = [held.name for held in part_of(document).held]
    assert names == [f"_tt{n:04d}" for n in range(1, len(names) + 1)]
    starts, ends = ([e.get(w("id")) for e in body_of(document).iter(w(f"bookmark{k}"))] for k in ("Start", "End"))
    assert len(starts) == len(set(starts)) == len(names)
    assert starts == ends


def test_a_bookmark_that_is_gone_and_the_number_typed_in_its_place_are_told(document: bytes) -> None:
    body = body_of(document)
    cell = next(t for t in body.iter(w("t")) if t.text == "2.720")
    for mark in next(cell.iterancestors(w("p"))).iter(w("bookmarkStart"), w("bookmarkEnd")):
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    cell.text = "9.720"
    found = verified(with_body(document, body))
    assert [(g.about, g.then) for g in found.gone] == [("Xã Thèn Sin, Ước lượt người nghe", "2.720")]
    assert [(s.number, s.place) for s in found.strays] == [("9.720", "2 Xã Thèn Sin 24 49 33 9.720 đúng hạn")]


@pytest.mark.parametrize(
    ("typed", "where", "now"), [("0", "after", "2.7200"), ("1", "before", "12.720"), (",5", "after", "2.720,5")]
)
def test_a_digit_typed_at_the_edge_of_a_bookmark_is_found(document: bytes, typed: str, where: str, now: str) -> None:
    """Word puts what is typed behind the last digit outside of the bookmark."""
    body = body_of(document)
    run = next(t for t in body.iter(w("t")) if t.text == "2.720").getparent()
    assert run is not None
    added = etree.Element(w("r"))
    etree.SubElement(added, w("t")).text = typed
    mark = run.getnext() if where == "after" else run.getprevious()
    assert mark is not None
    mark.addnext(added) if where == "after" else mark.addprevious(added)
    found = verified(with_body(document, body))
    assert [(a.about, a.then, a.now) for a in found.changed] == [("Xã Thèn Sin, Ước lượt người nghe", "2.720", now)]


def test_digits_of_the_template_beside_a_number_are_no_change(week: Report, edited: Any) -> None:
    made = render_report(
        week, edited("{{ closing }}", "Mục 3.{{ results.lead[:0] }}{{ attendance[0][10:] }}1{{ unit_table.total[0].text }}2")
    )
    assert verified(made).as_written


def test_a_row_that_is_called_otherwise_is_told(document: bytes) -> None:
    """No digit changes when two names change places, and yet every figure under them is wrong."""
    body = body_of(document)
    one, other = (next(t for t in body.iter(w("t")) if t.text == name) for name in ("Xã Thèn Sin", "Xã Tả Lèng"))
    one.text, other.text = other.text, one.text
    found = verified(with_body(document, body))
    assert [(a.then, a.now) for a in found.relabelled] == [("Xã Thèn Sin", "Xã Tả Lèng"), ("Xã Tả Lèng", "Xã Thèn Sin")]
    assert not found.as_written


def test_numbers_that_an_office_adds_are_told_and_are_no_fault(document: bytes) -> None:
    body = body_of(document)
    place = next(t for t in body.iter(w("t")) if (t.text or "").startswith("(Bổ sung"))
    place.text = "Ngày 05 tháng 02 năm 2021 đã họp 3 cuộc theo Công văn số 12/UBND-VX, bản F9."
    found = verified(with_body(document, body))
    assert found.as_written
    assert [s.number for s in found.strays] == ["3"]


@pytest.mark.parametrize("wrapper", ["del", "moveFrom"])
def test_a_figure_deleted_with_changes_tracked_is_not_there(document: bytes, wrapper: str) -> None:
    body = body_of(document)
    run = next(t for t in body.iter(w("t")) if t.text == "2.720").getparent()
    assert run is not None
    deleted = etree.Element(w(wrapper))
    run.addprevious(deleted)
    deleted.append(run)
    assert [g.then for g in verified(with_body(document, body)).gone] == ["2.720"]


def test_a_figure_made_invisible_beside_another_is_found(document: bytes) -> None:
    body = body_of(document)
    cell = next(t for t in body.iter(w("t")) if t.text == "2.720")
    properties = cell.getparent().find(w("rPr"))  # type: ignore[union-attr]
    assert properties is not None
    etree.SubElement(properties, w("vanish"))
    assert [g.then for g in verified(with_body(document, body)).gone] == ["2.720"]


def test_a_template_made_from_an_old_report_has_no_bookmarks_twice(
    week: Report, document: bytes, report_template: Path, tmp_path: Path
) -> None:
    """An office may save a finished report as its template: what it says by hand stays, its old marks go."""
    body = body_of(document)
    with zipfile.ZipFile(report_template) as archive:
        template = etree.fromstring(archive.read(BODY))
    paragraph = next(p for p in body.iter(w("p")) if "304 tin, bài" in "".join(map(str, p.itertext())))
    template[0].insert(0, paragraph)
    path = tmp_path / "report.docx"
    path.write_bytes(repacked(report_template.read_bytes(), {BODY: etree.tostring(template)}))
    made = render_report(week, path)
    names = [b.get(w("name")) for b in body_of(made).iter(w("bookmarkStart"))]
    assert len(names) == len(set(names)) == len(part_of(made).held)
    assert verified(made).as_written


def test_values_that_look_like_marks_or_tags_are_text(make: Any, report_template: Path) -> None:
    """A unit's name comes from a file that anyone may send."""
    name = "Xã \ufdd00\ufdd19\ufdd2{{ title }}{% if x %}<b>&\ufdd0"
    rows = (("a", name, (7, 420, 3, 5)), ("b", "Xã B", (8, 60, 3, 5)))
    made = render_report(make(rows, late=()), report_template)
    seen = read(made)
    assert any("Xã 09{{ title }}{% if x %}<b>&" in block.text for block in seen.blocks)
    assert verified(made).as_written


def test_what_no_longer_holds_is_told(make: Any, week: Report, report_template: Path, document: bytes) -> None:
    rows = [(u.unit, u.name, None) for u in week.units]
    figures = {(f.unit, f.measure): f.value for f in week.figures}
    now = [
        (unit, name, tuple(figures.get((unit, m)) for m in ("items", "duration", "broadcasts", "listeners")))
        for unit, name, _ in rows
    ]
    now = [(u, n, (25, *v[1:]) if u == "xa-then-sin" or n == "Xã Thèn Sin" else v) for u, n, v in now]
    fresh = part_of(render_report(make(tuple(now)), report_template))
    told = {(a.about, a.then, a.now) for a in outdated(part_of(document), fresh)}
    assert ("Xã Thèn Sin, Tin, bài", "24", "25") in told
    assert ("Tổng cộng, Tin, bài", "304", "305") in told
    assert outdated(part_of(document), part_of(document)) == ()


def text_of(document: bytes) -> str:
    return "\n".join(block.text for block in read(document).blocks)


def test_a_text_without_marks_holds_too(document: bytes) -> None:
    found = by_text(text_of(document), read(document), part_of(document))
    assert (found.way, found.as_written, found.strays) == (Way.TEXT, True, ())


def test_in_a_text_without_marks_every_digit_of_a_figure_that_is_changed_is_found(document: bytes) -> None:
    written, part = read(document), part_of(document)
    lines = [block.text for block in written.blocks]
    tried = 0
    for n, block in enumerate(written.blocks):
        if not block.bookmarks:
            continue
        for number in numbers_in(lines[n], dates=True):
            if number[0] not in {written.held[name] for name in block.bookmarks}:
                continue
            for i in [i for i in range(*number.span()) if lines[n][i].isdigit()]:
                line = lines[n][:i] + other_digit(lines[n][i]) + lines[n][i + 1 :]
                found = by_text("\n".join([*lines[:n], line, *lines[n + 1 :]]), written, part)
                assert not found.as_written, line
                tried += 1
    assert tried > 200


def test_a_line_is_looked_for_once_for_each_time_it_stands_there(document: bytes) -> None:
    """The totals stand under three tables: those of one table must not vouch for those of another."""
    text = text_of(document)
    total = re.search(r"Tổng cộng 304 [^\n]*", text)
    assert total is not None
    assert text.count(total[0]) > 1
    found = by_text(text.replace(total[0], total[0].replace("304", "340"), 1), read(document), part_of(document))
    assert [(a.about, a.then, a.now) for a in found.changed] == [("Tổng cộng, Tin, bài", "304", "340")]


def test_a_line_that_is_not_there_is_said_not_guessed(document: bytes) -> None:
    text = text_of(document).replace("Xã Thèn Sin", "Xã Khác")
    found = by_text(text, read(document), part_of(document))
    assert found.unread == ("2 Xã Thèn Sin 24 49 33 2.720 đúng hạn",)
    assert not found.as_written


@pytest.mark.parametrize(
    "damage",
    [b"<figures", b'<figures xmlns="urn:tuyentruyen:figures:1"><bookmark name="_tt0001" text="1" fact="99"/></figures>',
     b'<figures xmlns="urn:tuyentruyen:figures:1"><log line="x" hash=""/></figures>'],
    ids=["broken XML", "a fact that is not there", "no number"],
)  # fmt: skip
def test_a_damaged_part_is_no_part(document: bytes, damage: bytes) -> None:
    assert figures_part(repacked(document, {PART: damage + b" urn:tuyentruyen:figures:1"})) is None


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
@pytest.mark.parametrize("steps", [("docx",), ("odt", "docx")], ids=["saved as docx", "by way of odt"])
def test_bookmarks_survive_libreoffice(document: bytes, steps: tuple[str, ...]) -> None:
    """Saved as docx the whole account survives; by way of odt the bookmarks do, and are held against what is kept."""
    data, ending = document, "docx"
    for step in steps:
        with converted(Path(shutil.which("soffice") or ""), f"bao-cao.{ending}", data, step, 120) as made:
            data, ending = made.read_bytes(), step
    assert (figures_part(data) == part_of(document)) == (len(steps) == 1)
    found = by_bookmarks(read(data), part_of(document))
    assert (found.as_written, found.strays) == (True, ())
    body = body_of(data)
    cell = next(t for t in body.iter(w("t")) if t.text == "2.720")
    cell.text = "2.721"
    (changed,) = by_bookmarks(read(with_body(data, body)), part_of(document)).changed
    assert (changed.then, changed.now) == ("2.720", "2.721")
