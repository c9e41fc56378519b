"""The formats of the paragraphs and runs that are open, over the document's styles."""

from collections.abc import Sequence

from tuyentruyen_cli.read.docx_markup import attribute
from tuyentruyen_cli.read.docx_styles import Look, Styles, property_of
from tuyentruyen_cli.read.markup import Attributes


class Formats:
    """Paragraphs and runs lie in each other where text boxes do; the last of each holds."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._paragraphs: list[dict[str, str]] = []
        self._runs: list[dict[str, str]] = []

    def start_paragraph(self) -> None:
        """A paragraph begins."""
        self._paragraphs.append({})

    def end_paragraph(self, table_style: str) -> bool:
        """A paragraph ends. True when Word puts a number or bullet before it."""
        paragraph = self._paragraphs.pop()
        look = {**self._styles.look(table_style, paragraph.get("style", ""), ""), **paragraph}
        return bool(look.get("numbered"))

    def start_run(self) -> None:
        """A run begins."""
        self._runs.append({})

    def end_run(self) -> None:
        """A run ends."""
        self._runs.pop()

    def look(self, table_style: str) -> Look:
        """How text that stands here looks."""
        paragraph = self._paragraphs[-1] if self._paragraphs else {}
        direct = self._runs[-1] if self._runs else {}
        return {**self._styles.look(table_style, paragraph.get("style", ""), direct.get("style", "")), **direct}

    def meet(self, path: Sequence[str], attributes: Attributes) -> None:
        """A property. ``path`` are the names of the elements around it and its own; a paragraph mark's format is no run's."""
        *around, parent, local = path[-3:]
        if (parent, local) == ("pPr", "pStyle") and self._paragraphs:
            self._paragraphs[-1]["style"] = attribute(attributes) or ""
        elif parent == "numPr" and around == ["pPr"] and self._paragraphs:
            self._paragraphs[-1].update(property_of(local, attributes))
        elif parent == "rPr" and around == ["r"] and self._runs:
            named = {"style": attribute(attributes) or ""} if local == "rStyle" else property_of(local, attributes)
            self._runs[-1].update(named)
