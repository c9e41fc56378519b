"""A sender's own workbook with the cells to mend marked, by openpyxl: a fill, a note, and the list as its first sheet."""

import io
import re
import warnings
from collections.abc import Mapping, Sequence
from typing import Any, Final

from lxml import etree

from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.sheet import Merge
from tuyentruyen_cli.render.returned import list_sheet
from tuyentruyen_cli.render.returned.list_sheet import ERROR_FILL, WARNING_FILL
from tuyentruyen_cli.render.returned.loss import parser
from tuyentruyen_cli.render.returned.restore import calculates_on_load, restored, without_merges
from tuyentruyen_cli.render.returned.words import Line, shortened
from tuyentruyen_cli.render.words import clean
from tuyentruyen_cli.texts import say

_LONGEST: Final = 200
_NOTE_WIDTH: Final = 340
_LINE_HEIGHT: Final = 18
_IN_A_LINE: Final = 48  # characters of a note's line
_NO_FILL: Final = ""

Merges = Mapping[str, Sequence[Merge]]


def marked_copy(data: bytes, lines: Sequence[Line], merges: Merges, title: str, how: str, author: str) -> bytes:
    """The copy. ``merges`` are those of each sheet. What openpyxl makes of a workbook is for the caller to compare.

    Raises KeyError for a line about a sheet that is not there, and whatever openpyxl raises for what it cannot hold.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - only where a copy is made

    with warnings.catch_warnings():
        # openpyxl warns of what it leaves out; that was looked for before.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(without_merges(data)), rich_text=True, keep_vba=b"vbaProject" in data)
        if book.calculation is not None:
            # openpyxl would have everything calculated anew; then no result in the file would count.
            book.calculation.fullCalcOnLoad = calculates_on_load(data)
        _unmark(book)
        before = _mark(book, lines, merges, author)
        list_sheet.write_list(book, lines, before, title, how)
        list_sheet.select_alone(book)
        book.template = False
        out = io.BytesIO()
        book.save(out)
    return restored(out.getvalue(), data)


def _mark(book: Any, lines: Sequence[Line], merges: Merges, author: str) -> list[str]:
    """Mark the cell of each line. Returns what it was filled with before, as XML."""
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    cells: dict[Location, list[Line]] = {}
    for line in lines:
        if line.cell:
            cells.setdefault(_top(line.cell, merges), []).append(line)
    fills = {}
    for place, about in cells.items():
        cell = book[place.part].cell(place.row, place.column)
        fills[place] = _fill_xml(cell)
        cell.fill = PatternFill("solid", fgColor=ERROR_FILL if any(line.error for line in about) else WARNING_FILL)
        _add_note(cell, "\n\n".join(map(_note, about)), author)
    return [fills[_top(line.cell, merges)] if line.cell else _NO_FILL for line in lines]


def _top(place: Location, merges: Merges) -> Location:
    """The cell itself, or the top left one of the merge that covers it: only that one is seen."""
    row, column = place.row or 1, place.column or 1
    for m in merges.get(place.part, ()):
        if m.top <= row <= m.bottom and m.left <= column <= m.right:
            return Location("", place.part, m.top, m.left)
    return Location("", place.part, row, column)


def _note(line: Line) -> str:
    """What a note says of one thing: found, allowed, an example, what to do."""
    parts = (
        ("typed", line.typed or say("replies.blank", "vi")),
        ("found", line.found),
        ("allowed", line.allowed),
        ("example", line.example),
        ("ask", line.ask),
    )
    return "\n".join(
        say("replies.note-line", "vi", name=say(f"replies.column-{name}", "vi"), text=shortened(clean(text), _LONGEST))
        for name, text in parts
        if text
    )


def _add_note(cell: Any, text: str, author: str) -> None:
    """Add to what a cell's note says already."""
    from openpyxl.comments import Comment  # noqa: PLC0415

    theirs = f"{cell.comment.text}\n\n" if cell.comment else ""
    whole = f"{theirs}{say('replies.note-title', 'vi')}\n{text}"
    cell.comment = Comment(whole, clean(author) or say("replies.note-title", "vi"))
    _fit(cell.comment)


def _fit(note: Any) -> None:
    rows = sum(1 + len(line) // _IN_A_LINE for line in note.text.split("\n"))
    note.width, note.height = _NOTE_WIDTH, _LINE_HEIGHT * (rows + 1)


def _unmark(book: Any) -> None:
    """Take off what an earlier copy marked, and give every note of the sender's own room for its text."""
    title = re.escape(say("replies.note-title", "vi"))
    ours = re.compile(rf"(?:\A|\n+){title}\r?\n.*\Z", re.DOTALL)
    fills: dict[Location, str] = {}
    for old in list_sheet.lists_of(book):
        fills |= list_sheet.earlier_fills(old)
        book.remove(old)
    for sheet in book.worksheets:
        sheet.legacy_drawing = None  # its shapes are those of notes alone; they are drawn anew
        for cell in [c for row in sheet.iter_rows() for c in row if c.comment]:
            if not ours.search(cell.comment.text):
                _fit(cell.comment)
                continue
            _restore_fill(cell, fills.get(Location("", sheet.title, cell.row, cell.column), _NO_FILL))
            left = ours.sub("", cell.comment.text)
            author = cell.comment.author
            cell.comment = None
            if left.strip():
                from openpyxl.comments import Comment  # noqa: PLC0415

                cell.comment = Comment(left, author)
                _fit(cell.comment)


def _fill_xml(cell: Any) -> str:
    return etree.tostring(cell.fill.to_tree()).decode() if cell.fill.tagname else _NO_FILL


def _restore_fill(cell: Any, xml: str) -> None:
    """What a cell was filled with before, unless somebody has filled it otherwise since."""
    from openpyxl.styles import PatternFill  # noqa: PLC0415
    from openpyxl.styles.fills import Fill  # noqa: PLC0415

    colour = getattr(cell.fill, "fgColor", None)  # a gradient has none
    if str(colour.rgb if colour else "")[-6:] not in {ERROR_FILL, WARNING_FILL}:
        return
    try:
        tree: Any = etree.fromstring(xml, parser()) if xml else None
        cell.fill = PatternFill() if tree is None else Fill.from_tree(tree)
    except (etree.XMLSyntaxError, TypeError, ValueError, AttributeError):
        cell.fill = PatternFill()
