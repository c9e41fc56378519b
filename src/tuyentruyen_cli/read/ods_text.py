"""The paragraphs of one OpenDocument cell while they are read: white space as ODF has it, each span in its font."""

import re
from collections.abc import Callable
from typing import Final

from tuyentruyen_cli.read.markup import Attributes
from tuyentruyen_cli.read.ods_names import TEXT
from tuyentruyen_cli.read.xlsx_strings import RichText, Run

_WHITE_SPACE: Final = re.compile(r"[ \t\r\n]+")
_PLAIN: Final = Run("", "")
_MOST_SPACES: Final = 32_767
# Inside a paragraph these are not its text.
BESIDE: Final = frozenset(TEXT + local for local in ("note", "ruby-text", "tracked-changes", "bookmark", "script"))


class Paragraphs:
    """Gathers the text of a cell. ``span`` gives how text of a style is set."""

    def __init__(self, span: Callable[[str], Run]) -> None:
        self._span = span
        self._runs: list[Run] = []
        self._looks: list[Run] = []
        self._count = 0
        self._after_space = True

    def start_paragraph(self) -> None:
        """A new paragraph, on a line of its own."""
        if self._count:
            self._add("\n")
        self._count += 1
        self._looks = [_PLAIN]
        self._after_space = True

    def start(self, name: str, attributes: Attributes) -> None:
        """An element inside a paragraph."""
        look = self._looks[-1]
        if name == TEXT + "span":
            own = self._span(attributes.get(TEXT + "style-name", ""))
            look = Run("", own.font or look.font, own.raised or look.raised, own.struck or look.struck)
        elif name == TEXT + "s":
            count = attributes.get(TEXT + "c", "1")
            self._add(" " * min(int(count), _MOST_SPACES))
        elif name == TEXT + "tab":
            self._add("\t")
        elif name == TEXT + "line-break":
            self._add("\n")
        self._looks.append(look)

    def end(self) -> None:
        """The end of an element inside a paragraph."""
        self._looks.pop()

    def text(self, data: str) -> None:
        """Characters: white space counts once, and not at the start of a paragraph."""
        collapsed = data if data.isalnum() else _WHITE_SPACE.sub(" ", data)
        if self._after_space:
            collapsed = collapsed.removeprefix(" ")
        if collapsed:
            self._runs.append(self._looks[-1]._replace(text=collapsed))
            self._after_space = collapsed.endswith(" ")

    def take(self) -> RichText | None:
        """The text since the last time; None where there was no paragraph."""
        runs, count = self._runs, self._count
        self._runs, self._count = [], 0
        if not count:
            return None
        return tuple(runs) if any(run[1:] != _PLAIN[1:] for run in runs) else "".join(run.text for run in runs)

    def _add(self, text: str) -> None:
        self._runs.append((self._looks[-1] if self._looks else _PLAIN)._replace(text=text))
        self._after_space = False
