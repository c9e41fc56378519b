"""Texts of a workbook: the shared strings, and the runs of one text that are set in different fonts."""

import re
from typing import Final, NamedTuple, TypeAlias
from xml.parsers import expat

from tuyentruyen_cli.read.markup import Attributes, End, Start, attach, in_spreadsheet, parser, run


class Run(NamedTuple):
    """A piece of a text in one font; ``font`` is empty where the cell's own font holds."""

    text: str
    font: str


# Plain when the cell's font holds throughout, which is nearly always.
RichText: TypeAlias = str | tuple[Run, ...]

# ST_Xstring spells what XML cannot hold: _x000D_ is a carriage return, _x005F_ the underscore of a text that looks like that.
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """The text with ``_xHHHH_`` resolved."""
    if "_x" not in text:
        return text
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    # Two escapes may spell the halves of one character above U+FFFF; a half alone becomes U+FFFD.
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def plain(text: RichText) -> str:
    """The whole text, whatever its fonts."""
    return text if isinstance(text, str) else "".join(piece.text for piece in text)


class TextCollector:
    """Gathers the runs of an ``si`` or ``is`` from the parser that it is attached to. Phonetic runs (``rPh``) are not text."""

    def __init__(self, made: expat.XMLParserType) -> None:
        self._parser = made
        self._runs: list[Run] = []
        self._pieces: list[str] = []
        self._font = ""
        self._phonetic = False

    def starts(self) -> dict[str, Start]:
        """The handlers by local name."""
        return {"t": self._start_text, "r": self._start_run, "rFont": self._set_font, "rPh": self._start_phonetic}

    def ends(self) -> dict[str, End]:
        """The handlers by local name."""
        return {"t": self._end_text, "r": self._end_run, "rPh": self._end_phonetic}

    def take(self) -> RichText:
        """The text gathered since the last time."""
        self._end_run()
        runs, self._runs = self._runs, []
        if any(piece.font for piece in runs):
            return tuple(runs)
        return "".join(piece.text for piece in runs)

    def _start_text(self, _: Attributes) -> None:
        if not self._phonetic:
            self._parser.CharacterDataHandler = self._pieces.append

    def _end_text(self) -> None:
        self._parser.CharacterDataHandler = None

    def _start_run(self, _: Attributes) -> None:
        self._end_run()

    def _end_run(self) -> None:
        if self._pieces:
            self._runs.append(Run(unescaped("".join(self._pieces)), self._font))
            self._pieces.clear()
        self._font = ""

    def _set_font(self, attributes: Attributes) -> None:
        self._font = attributes.get("val", "")

    def _start_phonetic(self, _: Attributes) -> None:
        self._phonetic = True

    def _end_phonetic(self) -> None:
        self._phonetic = False


def shared_strings(content: bytes) -> list[RichText]:
    """The entries of the shared string table, by index."""
    made = parser()
    collector = TextCollector(made)
    strings: list[RichText] = []
    ends = {**collector.ends(), "si": lambda: strings.append(collector.take())}
    attach(made, in_spreadsheet(collector.starts()), in_spreadsheet(ends))
    run(made, content)
    return strings
