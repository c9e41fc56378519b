"""Streams through a Word document's XML: tables with their cells, each once, and the text around them.

What is not known is looked into all the same: its text is taken and its cell refused, so nothing is lost in silence.
"""

from typing import Final, NamedTuple

from tuyentruyen_cli.read.docx_fields import Alternatives, Fields
from tuyentruyen_cli.read.docx_formats import Formats
from tuyentruyen_cli.read.docx_markup import (
    BRANCHES,
    CHANGES,
    CHARACTERS,
    SEEN,
    SHAPES,
    SKIPPED,
    TRANSPARENT,
    attribute,
    is_on,
    local_name,
)
from tuyentruyen_cli.read.docx_styles import Styles, is_hidden, is_unsure
from tuyentruyen_cli.read.docx_table import TableContent, WordTable
from tuyentruyen_cli.read.docx_text import Place, has_digit
from tuyentruyen_cli.read.fault import unreadable, unsafe
from tuyentruyen_cli.read.markup import Attributes, End, Start, parser, run
from tuyentruyen_cli.read.preflight import MAX_CELLS

_RUN_CONTENT: Final = BRANCHES | {"r"}
# Inside of t these are how the XML is laid out.
_SPACES: Final = str.maketrans("\t\n\r", "   ")
_XML_SPACE: Final = "http://www.w3.org/XML/1998/namespace space"


class DocumentContent(NamedTuple):
    """The tables in the order in which they begin, and the lines after the last one."""

    tables: tuple[TableContent, ...]
    following: tuple[str, ...]


def walk_document(content: bytes, styles: Styles) -> DocumentContent:
    """What the main part of a document holds. Raises FileFault when it is none, or holds too much."""
    walker = _Walker(styles)
    walker.parser.StartElementHandler = walker.start
    walker.parser.EndElementHandler = walker.end
    walker.parser.CharacterDataHandler = walker.characters
    run(walker.parser, content)
    return walker.result()


class _Walker:
    """The state of reading one document. The last of ``_places`` takes the text; the first is all outside of tables."""

    def __init__(self, styles: Styles) -> None:
        self.parser = parser()
        self._formats = Formats(styles)
        self._path: list[str] = []
        self._skipped = 0
        self._foreign = 0
        self._in_shape = False
        self._saved: list[tuple[int, bool]] = []
        self._places = [Place()]
        self._tables: list[WordTable] = []
        self._every_table: list[WordTable] = []
        self._count = 0
        self._fields = Fields()
        self._alternatives = Alternatives()
        self._changes = 0
        self._deletions = 0
        self._controls: list[bool] = []
        self._placeholders = 0
        self._text: list[str] | None = None
        self._keeps_space = False
        self._starts: dict[str, Start] = {
            "tbl": self._table_start, "tr": self._row_start, "tc": self._cell_start, "p": self._paragraph_start,
            "r": self._run_start, "t": self._text_start, "sym": self._symbol, "sdt": self._control_start,
            "fldChar": self._field_mark, "fldSimple": self._simple_field, "txbxContent": self._box_start,
            "mc:AlternateContent": lambda _: self._alternatives.begin(), **dict.fromkeys(BRANCHES, self._branch_start),
            **dict.fromkeys(SHAPES, self._shape_start),
        }  # fmt: skip
        self._ends: dict[str, End] = {
            "tbl": self._table_end, "tr": self._row_end, "tc": self._cell_end, "p": self._paragraph_end,
            "r": self._formats.end_run, "t": self._text_end, "sdt": self._control_end, "txbxContent": self._box_end,
            "mc:AlternateContent": lambda: self._alternatives.end(self._place), **dict.fromkeys(BRANCHES, self._branch_end),
            **dict.fromkeys(SHAPES, self._shape_end),
        }  # fmt: skip

    def result(self) -> DocumentContent:
        """Everything that was met."""
        return DocumentContent(tuple(t.content() for t in self._every_table), self._places[0].take_lines())

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._skipped:
            self._skipped += 1
            return
        local = local_name(name)
        parent = self._path[-1] if self._path else ""
        if not self._path and local != "document":
            raise unreadable("damaged")
        if local in SKIPPED or (self._alternatives.later and local in {"tbl", "tr", "tc"}):
            self._pass_over(local)
            return
        self._path.append(local)
        if parent.endswith("Pr"):
            self._property(local, parent, attributes)
        elif local in CHARACTERS and parent in _RUN_CONTENT:
            self._put(CHARACTERS[local], special=True)
        elif local in self._starts:
            self._starts[local](attributes)
        if local in CHANGES:
            self._change_start(local, parent)
        elif local in SEEN:
            self._place.opaque = True
        self._foreign += local not in TRANSPARENT

    def end(self, _: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
            return
        local = self._path.pop()
        self._foreign -= local not in TRANSPARENT
        if local in CHANGES:
            self._changes -= 1
            self._deletions -= local in {"del", "moveFrom"}
        if local in self._ends and not (self._path and self._path[-1].endswith("Pr")):
            self._ends[local]()

    def characters(self, data: str) -> None:
        """Text; outside of ``t`` there is none that a reader of the file would know how to take."""
        if self._skipped:
            return
        if self._text is not None:
            self._text.append(data)
        elif not self._in_shape and data.strip():
            self._doubt()

    @property
    def _place(self) -> Place:
        return self._places[-1]

    @property
    def _table(self) -> WordTable:
        if not self._tables:
            raise unreadable("damaged")
        return self._tables[-1]

    @property
    def _table_style(self) -> str:
        return self._tables[-1].style if self._tables else ""

    def _doubt(self) -> None:
        self._place.unknown = True
        if self._tables and not self._tables[-1].in_cell:
            self._tables[-1].unknown = True

    def _pass_over(self, local: str) -> None:
        self._skipped = 1
        if local == "delText":
            self._place.tracked = True
        elif local in {"tr", "tc"}:
            self._table.unknown = True

    def _put(self, text: str, *, special: bool = False) -> None:
        """Text as a reader sees it goes to its place; what a reader does not see is noted there."""
        place = self._place
        if self._deletions or self._fields.in_code:
            return
        if self._placeholders:
            place.unsure |= has_digit(text)
            return
        look = self._formats.look(self._table_style)
        if is_hidden(look):
            place.hide(text)
            return
        if self._foreign or (self._tables and not self._tables[-1].in_cell):
            self._doubt()
        place.unsure |= is_unsure(look) and has_digit(text)
        place.add(text, "" if special else look.get("font", ""), raised=bool(look.get("raised")))

    def _property(self, local: str, parent: str, attributes: Attributes) -> None:
        """A property of a cell, row, table, control, paragraph or run."""
        if parent == "tcPr":
            self._table.meet_cell_property(local, attributes)
        elif parent == "trPr":
            self._table.meet_row_property(local, attributes)
        elif (parent, local) == ("tblPr", "tblStyle"):
            self._table.style = attribute(attributes) or ""
        elif (parent, local) == ("sdtPr", "showingPlcHdr") and self._controls and not self._controls[-1]:
            self._controls[-1] = is_on(attributes)
            self._placeholders += self._controls[-1]
        else:
            self._formats.meet(self._path, attributes)

    def _change_start(self, local: str, parent: str) -> None:
        """A tracked change: a mark in properties, or around what was inserted, deleted or moved."""
        self._changes += 1
        self._deletions += local in {"del", "moveFrom"}
        if parent == "trPr":
            self._table.mark_tracked()
        elif parent != "numPr":
            self._place.tracked = True

    def _table_start(self, _: Attributes) -> None:
        self._count_one()
        self._place.opaque |= bool(self._tables)
        lines = () if self._tables else tuple(line for place in self._places for line in place.take_lines())
        self._tables.append(WordTable(len(self._every_table) + 1, lines))
        self._every_table.append(self._tables[-1])

    def _table_end(self) -> None:
        self._tables.pop()

    def _row_start(self, _: Attributes) -> None:
        self._count_one()
        self._table.start_row()

    def _row_end(self) -> None:
        self._table.end_row()

    def _cell_start(self, _: Attributes) -> None:
        self._count_one()
        self._table.start_cell()
        doubtful = bool(self._foreign) or self._fields.in_code
        self._places.append(Place(tracked=bool(self._changes), unknown=doubtful, fields=self._fields.depth))

    def _cell_end(self) -> None:
        place = self._places.pop()
        place.unknown |= place.fields != self._fields.depth
        self._table.end_cell(place)

    def _count_one(self) -> None:
        self._count += 1
        if self._count > MAX_CELLS:
            raise unsafe("too-many-cells")

    def _paragraph_start(self, _: Attributes) -> None:
        self._formats.start_paragraph()

    def _paragraph_end(self) -> None:
        self._place.numbered |= self._formats.end_paragraph(self._table_style)
        self._place.add("\n")

    def _run_start(self, _: Attributes) -> None:
        self._formats.start_run()

    def _text_start(self, attributes: Attributes) -> None:
        self._text = []
        self._keeps_space = attributes.get(_XML_SPACE) == "preserve"

    def _text_end(self) -> None:
        text, self._text = "".join(self._text or ()), None
        text = text.translate(_SPACES)
        self._put(text if self._keeps_space else text.strip(" "))

    def _symbol(self, attributes: Attributes) -> None:
        self._put(chr(int(attribute(attributes, "char") or "FFFD", 16)), special=True)

    def _control_start(self, _: Attributes) -> None:
        self._controls.append(False)

    def _control_end(self) -> None:
        self._placeholders -= self._controls.pop()

    def _field_mark(self, attributes: Attributes) -> None:
        self._fields.meet(attribute(attributes, "fldCharType") or "", self._place)
        self._simple_field(attributes)

    def _simple_field(self, attributes: Attributes) -> None:
        # A dirty result is to be calculated anew when the document is opened.
        self._place.opaque |= (attribute(attributes, "dirty") or "0") not in {"0", "false", "off"}

    def _shape_start(self, _: Attributes) -> None:
        self._place.opaque = True
        self._saved.append((self._foreign, self._in_shape))
        self._in_shape = True

    def _shape_end(self) -> None:
        self._foreign, self._in_shape = self._saved.pop()

    def _box_start(self, _: Attributes) -> None:
        self._saved.append((self._foreign, self._in_shape))
        self._foreign, self._in_shape = 0, False
        self._places.append(Place())

    def _box_end(self) -> None:
        self._foreign, self._in_shape = self._saved.pop()
        lines = self._places.pop().take_lines()
        if self._tables:
            self._place.unsure |= any(map(has_digit, lines))
        elif lines and not self._alternatives.later:
            self._place.add("\n" + "\n".join(lines) + "\n")

    def _branch_start(self, _: Attributes) -> None:
        self._alternatives.begin_branch(self._place)

    def _branch_end(self) -> None:
        self._alternatives.end_branch(self._place)
