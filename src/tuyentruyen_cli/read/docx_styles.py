"""How a run of text is shown, as far as it matters: its font, and whether a reader sees it as plain text."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from tuyentruyen_cli.read.docx_markup import attribute, is_on, local_name
from tuyentruyen_cli.read.markup import Attributes, parser, run

# ``font`` (of letters beyond ASCII: the legacy encodings live there), ``numbered``, and the others below, empty when off.
Look: TypeAlias = Mapping[str, str]
_SWITCHES: Final = frozenset({"vanish", "specVanish", "strike", "dstrike"})
# Formats of parts of a table, and what was before a tracked change of format.
_PASSED_OVER: Final = frozenset({"tblStylePr", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange"})
_DEEPEST: Final = 50


def property_of(local: str, attributes: Attributes) -> dict[str, str]:
    """What one element inside ``rPr`` or ``numPr`` says of a look; empty for most."""
    if local in _SWITCHES:
        return {local: "on" if is_on(attributes) else ""}
    if local == "vertAlign":
        return {"raised": "on" if attribute(attributes) in {"superscript", "subscript"} else ""}
    if local == "numId":
        return {"numbered": "on" if is_on(attributes) else ""}
    if local == "rFonts":
        if attribute(attributes, "hAnsiTheme"):
            return {"font": ""}
        font = attribute(attributes, "hAnsi")
        return {} if font is None else {"font": font}
    return {}


def is_hidden(look: Look) -> bool:
    """Whether a reader does not see the text."""
    return bool(look.get("vanish") or look.get("specVanish"))


def is_unsure(look: Look) -> bool:
    """Whether digits of this text are not to be read: struck out."""
    return bool(look.get("strike") or look.get("dstrike"))


class Styles:
    """The styles of a document. A style that is not there says nothing."""

    def __init__(self, content: bytes | None = None) -> None:
        self._looks: dict[str, dict[str, str]] = {}
        self._based_on: dict[str, str] = {}
        self._default: dict[str, str] = {}
        self._default_paragraph = ""
        self._style = ""
        self._path: list[str] = []
        self._known: dict[tuple[str, str, str], Look] = {}
        if content is not None:
            self._read(content)

    def look(self, table: str, paragraph: str, character: str) -> Look:
        """The look that the styles of a table, a paragraph and a run give together; empty names where none is given."""
        key = (table, paragraph or self._default_paragraph, character)
        if key not in self._known:
            merged = dict(self._default)
            for style in key:
                merged.update(self._of(style))
            self._known[key] = merged
        return self._known[key]

    def _of(self, style: str) -> dict[str, str]:
        chain: list[str] = []
        while style in self._looks and style not in chain and len(chain) < _DEEPEST:
            chain.append(style)
            style = self._based_on.get(style, "")
        merged: dict[str, str] = {}
        for name in reversed(chain):
            merged.update(self._looks[name])
        return merged

    def _read(self, content: bytes) -> None:
        made = parser()
        made.StartElementHandler = self._start
        made.EndElementHandler = self._end
        run(made, content)

    def _start(self, name: str, attributes: Attributes) -> None:
        local = local_name(name)
        self._path.append(local)
        if local == "style":
            self._style = attribute(attributes, "styleId") or ""
            self._looks.setdefault(self._style, {})
            is_default = attribute(attributes, "default") in {"1", "true", "on"}
            if is_default and attribute(attributes, "type") == "paragraph":
                self._default_paragraph = self._style
        elif local == "basedOn":
            self._based_on[self._style] = attribute(attributes) or ""
        elif found := property_of(local, attributes):
            self._add(found)

    def _add(self, found: dict[str, str]) -> None:
        if _PASSED_OVER.isdisjoint(self._path):
            in_defaults = "docDefaults" in self._path
            (self._default if in_defaults else self._looks.setdefault(self._style, {})).update(found)

    def _end(self, _: str) -> None:
        if self._path.pop() == "style":
            self._style = ""
