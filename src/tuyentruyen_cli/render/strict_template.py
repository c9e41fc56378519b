"""docxtpl made strict: values are text and nothing else, an unknown name is an error with its place, broken XML is not mended.

docxtpl alone turns ``A & B <c>`` into ``A  B `` and drops what follows, prints nothing for an unknown name, lets markup and
templates in, reads ``{_{`` in a value as ``{{`` and mends broken XML by leaving parts out.
"""

import re
from collections.abc import Mapping
from contextvars import ContextVar
from pathlib import Path
from types import TracebackType
from typing import Any
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError, meta
from lxml import etree
from msgspec import Struct

from tuyentruyen_cli.render.alike_rows import AlikeRows
from tuyentruyen_cli.render.bookmarks import PREFIX, Bookmark, Marker, take_copies_out, unmarked
from tuyentruyen_cli.render.columns import lay_out
from tuyentruyen_cli.render.drawn_lines import draw
from tuyentruyen_cli.render.faults import TemplateBroken
from tuyentruyen_cli.render.leads import keep_leads
from tuyentruyen_cli.render.ooxml import text, text_room, w
from tuyentruyen_cli.render.parts import in_parts
from tuyentruyen_cli.render.template_environment import NotAllowed, UnknownName, close_name, environment
from tuyentruyen_cli.render.turned import turn
from tuyentruyen_cli.render.visible import Block, seen_in

TEMPLATE_FRAME = "<template>"
SHOWN = 120


class Trial(Struct, dict=True):
    """A template that takes the place of the one that a document is made from, and the values that it is filled from."""

    template: Path
    view: Mapping[str, object] | None = None


TRIAL: ContextVar[Trial | None] = ContextVar("trial", default=None)


class StrictTemplate(DocxTemplate):  # type: ignore[misc]
    """A template of an office, filled in once. After that ``used`` are the names of the view model that it mentions,
    ``bookmarks`` those that numbers stand in, ``blocks`` what is seen of the body.
    """

    def __init__(self, path: Path) -> None:
        self._trial = TRIAL.get()
        self.path = self._trial.template if self._trial else path
        super().__init__(str(self.path))
        self.used: set[str] = set()
        self.bookmarks: tuple[Bookmark, ...] = ()
        self.blocks: tuple[Block, ...] = ()
        self._marker = Marker()
        self._rows = AlikeRows("", self._marker.bookmark)

    def fill(self, view: Mapping[str, object]) -> None:
        """Fill the template in. Raises ``TemplateBroken``."""
        if self._trial:
            self._trial.view = view
        self.open()
        self._refuse_open_tags()
        try:
            self.render(dict(view), environment(self._marker))
        except etree.XMLSyntaxError as error:
            raise TemplateBroken("render.template-breaks-xml", file=self.path.name, why=str(error)) from error

    def open(self) -> None:
        """Open the file. Raises ``TemplateBroken`` when Word could not have written it."""
        try:
            self.init_docx()
        except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError, etree.XMLSyntaxError) as error:
            raise TemplateBroken("render.template-unreadable", file=self.path.name, why=str(error)) from error
        self._marker.clear(self.get_docx().element.body)

    def trees(self) -> list[etree._Element]:
        """The body, and the headers and footers that it has."""
        kinds = (self.HEADER_URI, self.FOOTER_URI)
        beside = [etree.fromstring(part.blob) for kind in kinds for _, part in self.get_headers_footers(kind)]
        return [self.get_docx().element.body, *beside]

    def sources(self) -> list[str]:
        """The parts as templates of Jinja, each paragraph a line."""
        return [_in_lines(self.patch_xml(self.xml_to_string(tree))) for tree in self.trees()]

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, object], jinja_env: Any = None) -> str:
        """One part (body, header, footer), filled in. Each paragraph is a line, so that a fault has its place."""
        self.current_rendering_part = part
        source = _in_lines(src_xml)
        try:
            names = meta.find_undeclared_variables(jinja_env.parse(source))
            self._refuse_unknown(names - set(context) - set(jinja_env.globals), source, context)
            self.used |= names
            filled = _out_of_lines(jinja_env.from_string(source).render(context))
            return filled if part is self.docx.part else unmarked(filled)
        except UnknownName as error:
            raise self._unknown(error.name, error.known, _line(source, _frame_line(error.__traceback__))) from error
        except TemplateSyntaxError as error:
            raise self._broken(error, _line(source, error.lineno)) from error
        except NotAllowed as error:
            place = _line(source, _frame_line(error.__traceback__))
            raise TemplateBroken("render.not-allowed", file=self.path.name, what=str(error), place=place) from error
        except (TemplateError, TypeError, ValueError, ArithmeticError, RecursionError, MemoryError) as error:
            raise self._broken(error, _line(source, _frame_line(error.__traceback__))) from error

    def fix_tables(self, xml: str) -> etree._Element:
        """The filled-in body as a tree: numbers in bookmarks, columns laid out, rules under names drawn."""
        self._rows = AlikeRows(xml, self._marker.bookmark)
        tree = self._marker.set_in(self._rows.xml)
        self.blocks = self._rows.blocks(tree, seen_in([tree], PREFIX).blocks)
        self.bookmarks = self._marker.set_down(name for block in self.blocks for name in block.bookmarks)
        turn(tree)
        room = text_room(tree)
        for table in list(tree.iter(w("tbl"))):
            lay_out(table, room)
            in_parts(table)
        draw(tree, self.docx.styles.element, room)
        keep_leads(tree)
        take_copies_out(tree)
        self._rows.finish(tree)
        return tree

    def whole(self, body: bytes) -> bytes:
        """The body as it is to be written, of the body as this library writes it."""
        return self._rows.whole(body)

    def render_properties(self, context: dict[str, object], jinja_env: Any = None) -> None:
        """Nothing: the properties of the document are written when it is packed."""

    def _refuse_open_tags(self) -> None:
        """A tag that is not closed in its paragraph would swallow what follows."""
        for paragraph in self.get_docx().element.body.iter(w("p")):
            said = text(paragraph)
            if any(said.count(begin) != said.count(end) for begin, end in (("{{", "}}"), ("{%", "%}"))):
                raise TemplateBroken("render.tag-not-closed", file=self.path.name, place=said[:SHOWN])

    def _refuse_unknown(self, names: set[str], source: str, context: Mapping[str, object]) -> None:
        faults = []
        for name in sorted(names):
            place = next((i for i, line in enumerate(source.split("\n"), 1) if re.search(rf"{{[{{%][^}}]*\b{name}\b", line)), 0)
            faults.append(self._unknown(name, tuple(context), _line(source, place)))
        if faults:
            faults[0].details = tuple(str(f.arguments["line"]) for f in faults[1:])
            raise faults[0]

    def _unknown(self, name: str, known: tuple[str, ...], place: str) -> TemplateBroken:
        close = close_name(name, known)
        message = "render.unknown-name-close" if close else "render.unknown-name"
        said = close or ", ".join(sorted(known))
        line = f"{name}: {place}"
        return TemplateBroken(message, file=self.path.name, name=name, place=place, line=line, known=said)

    def _broken(self, error: Exception, place: str) -> TemplateBroken:
        return TemplateBroken("render.template-broken", file=self.path.name, why=str(error).rstrip("."), place=place)


def _in_lines(xml: str) -> str:
    return re.sub(r"(?=<w:p[ >])|(?<=</w:p>)", "\n", unmarked(xml))


def _out_of_lines(xml: str) -> str:
    """The same without those line ends."""
    return xml.replace("\n<w:p>", "<w:p>").replace("\n<w:p ", "<w:p ").replace("</w:p>\n", "</w:p>")


def _frame_line(traceback: TracebackType | None) -> int:
    """The line of the template in which an exception was raised, 0 when unknown."""
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == TEMPLATE_FRAME:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def _line(source: str, number: int | None) -> str:
    """The text of the paragraph at that line, as a person finds it in Word."""
    lines = source.split("\n")
    if not number or number > len(lines):
        return "?"
    text = re.sub(r"<[^>]*>", "", lines[number - 1]).strip()
    return text[:SHOWN] or "?"
