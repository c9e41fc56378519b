"""The paragraphs of one OpenDocument cell while they are read: white space as ODF has it, each span in its font."""

import re
from collections.abc import Callable
from typing import Final

from tuyentruyen_cli.read.markup import Attributes
from tuyentruyen_cli.read.ods_names import TEXT
from tuyentruyen_cli.read.xlsx_strings import RichText, Run

_WHITE_SPACE: Final = re.compile(r"[ \t\r\n]+")
_MOST_SPACES: Final = 32_767
# Inside a paragraph these are not its text.
BESIDE: Final = frozenset(TEXT + local for local in ("note", "ruby-text", "tracked-changes", "bookmark", "script"))


class Paragraphs:
    """Gathers the text of a cell. ``font_of`` gives the font of a text style."""

    def __init__(self, font_of: Callable[[str], str]) -> None:
        self._font_of = font_of
        self._runs: list[Run] = []
        self._fonts: list[str] = []
        self._count = 0
        self._after_space = True

    def start_paragraph(self) -> None:
        """A new paragraph, on a line of its own."""
        if self._count:
            self._add("\n")
        self._count += 1
        self._fonts = [""]
        self._after_space = True

    def start(self, name: str, attributes: Attributes) -> None:
        """An element inside a paragraph."""
        font = self._fonts[-1]
        if name == TEXT + "span":
            font = self._font_of(attributes.get(TEXT + "style-name", "")) or font
        elif name == TEXT + "s":
            count = attributes.get(TEXT + "c", "1")
            self._add(" " * min(int(count), _MOST_SPACES))
        elif name == TEXT + "tab":
            self._add("\t")
        elif name == TEXT + "line-break":
            self._add("\n")
        self._fonts.append(font)

    def end(self) -> None:
        """The end of an element inside a paragraph."""
        self._fonts.pop()

    def text(self, data: str) -> None:
        """Characters: white space counts once, and not at the start of a paragraph."""
        collapsed = data if data.isalnum() else _WHITE_SPACE.sub(" ", data)
        if self._after_space:
            collapsed = collapsed.removeprefix(" ")
        if collapsed:
            self._runs.append(Run(collapsed, self._fonts[-1]))
            self._after_space = collapsed.endswith(" ")

    def take(self) -> RichText | None:
        """The text since the last time; None where there was no paragraph."""
        runs, count = self._runs, self._count
        self._runs, self._count = [], 0
        if not count:
            return None
        return tuple(runs) if any(run.font for run in runs) else "".join(run.text for run in runs)

    def _add(self, text: str) -> None:
        self._runs.append(Run(text, self._fonts[-1] if self._fonts else ""))
        self._after_space = False
