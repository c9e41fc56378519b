"""docxtpl made strict: values are text and nothing else, an unknown name is an error with its place, broken XML is not mended.

docxtpl alone turns ``A & B <c>`` into ``A  B `` and drops what follows, prints nothing for an unknown name, lets markup and
templates in, reads ``{_{`` in a value as ``{{`` and mends broken XML by leaving parts out.
"""

import difflib
import re
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateRuntimeError, TemplateSyntaxError, UndefinedError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from lxml import etree
from markupsafe import Markup, escape

from tuyentruyen_cli.render.bookmarks import PREFIX, Bookmark, Marker, unmarked
from tuyentruyen_cli.render.columns import lay_out
from tuyentruyen_cli.render.drawn_lines import draw
from tuyentruyen_cli.render.faults import TemplateBroken
from tuyentruyen_cli.render.ooxml import text, text_room, w
from tuyentruyen_cli.render.parts import in_parts
from tuyentruyen_cli.render.said import Said
from tuyentruyen_cli.render.visible import Block, seen_in
from tuyentruyen_cli.render.words import clean

TEMPLATE_FRAME = "<template>"
SHOWN = 120


class UnknownName(TemplateError):
    """A name that the view model does not have."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class _Unknown(StrictUndefined):
    """Any use of an unknown name raises ``UnknownName`` with the names that there are."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        known = tuple(map(str, obj)) if isinstance(obj, Mapping) else ()

        def fault(_message: str) -> UnknownName:
            return UnknownName(name or str(hint), known)

        super().__init__(hint, obj, name, fault if exc is UndefinedError else exc)  # type: ignore[arg-type]


def environment(marker: Marker) -> ImmutableSandboxedEnvironment:
    """The Jinja environment of all templates. A value is text of an XML document, whatever a template says about escaping."""

    def text(value: object) -> Markup:
        if isinstance(value, Markup):
            return value
        return marker.written(value) if isinstance(value, Said) else escape(clean(str(value)))

    env = ImmutableSandboxedEnvironment(autoescape=True, undefined=_Unknown, finalize=text)
    for name in ("safe", "tojson", "xmlattr", "urlize"):  # the filters that let markup in
        del env.filters[name]
    env.globals = {name: env.globals[name] for name in ("range",)}
    return env


class StrictTemplate(DocxTemplate):  # type: ignore[misc]
    """A template of an office, filled in once. After that ``used`` are the names of the view model that it mentions,
    ``bookmarks`` those that numbers stand in, ``blocks`` what is seen of the body.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path
        self.used: set[str] = set()
        self.bookmarks: tuple[Bookmark, ...] = ()
        self.blocks: tuple[Block, ...] = ()
        self._marker = Marker()

    def fill(self, view: Mapping[str, object]) -> None:
        """Fill the template in. Raises ``TemplateBroken``."""
        try:
            self.init_docx()
        except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError, etree.XMLSyntaxError) as error:
            raise TemplateBroken("render.template-unreadable", file=self.path.name, why=str(error)) from error
        self._marker.clear(self.get_docx().element.body)
        self._refuse_open_tags()
        try:
            self.render(dict(view), environment(self._marker))
        except etree.XMLSyntaxError as error:
            raise TemplateBroken("render.template-breaks-xml", file=self.path.name, why=str(error)) from error

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, object], jinja_env: Any = None) -> str:
        """One part (body, header, footer), filled in. Each paragraph is a line, so that a fault has its place."""
        self.current_rendering_part = part
        source = re.sub(r"(?=<w:p[ >])|(?<=</w:p>)", "\n", unmarked(src_xml))
        try:
            names = meta.find_undeclared_variables(jinja_env.parse(source))
            self._refuse_unknown(names - set(context) - set(jinja_env.globals), source, context)
            self.used |= names
            filled = re.sub(r"\n(?=<w:p[ >])|(?<=</w:p>)\n", "", jinja_env.from_string(source).render(context))
            return filled if part is self.docx.part else unmarked(filled)
        except UnknownName as error:
            raise self._unknown(error.name, error.known, _line(source, _frame_line(error.__traceback__))) from error
        except TemplateSyntaxError as error:
            raise self._broken(error, _line(source, error.lineno)) from error
        except (TemplateError, TypeError, OverflowError) as error:
            raise self._broken(error, _line(source, _frame_line(error.__traceback__))) from error

    def fix_tables(self, xml: str) -> etree._Element:
        """The filled-in body as a tree: numbers in bookmarks, columns laid out, rules under names drawn."""
        tree = self._marker.set_in(xml)
        self.blocks = seen_in([tree], PREFIX).blocks
        room = text_room(tree)
        for table in list(tree.iter(w("tbl"))):
            lay_out(table, room)
            in_parts(table)
        draw(tree, self.docx.styles.element, room)
        self.bookmarks = self._marker.named(tree)
        return tree

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
        close = difflib.get_close_matches(name, known, n=1)
        message = "render.unknown-name-close" if close else "render.unknown-name"
        said = close[0] if close else ", ".join(sorted(known))
        line = f"{name}: {place}"
        return TemplateBroken(message, file=self.path.name, name=name, place=place, line=line, known=said)

    def _broken(self, error: Exception, place: str) -> TemplateBroken:
        return TemplateBroken("render.template-broken", file=self.path.name, why=str(error).rstrip("."), place=place)


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
