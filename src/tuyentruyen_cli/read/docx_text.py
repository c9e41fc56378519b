"""The text of one place in a document while it is gathered: a cell, a text box, or all that stands outside of tables."""

from msgspec import Struct, field

from tuyentruyen_cli.model.sheet import Cell, CellKind
from tuyentruyen_cli.read.cell_content import of_text
from tuyentruyen_cli.read.xlsx_strings import Run


def has_digit(text: str) -> bool:
    """Whether a text could hold a number."""
    return any(character.isdigit() for character in text)


class Place(Struct):
    """Runs of text, with a newline at the end of each paragraph, and what is doubtful there.

    ``hidden``: text that no reader sees stands here too; ``hides_number``: with a digit in it. ``unknown``: something with
    text that is not understood. ``unsure``: digits that a reader does not see as part of the number. ``opaque``: something to
    look at that is no text. ``numbered``: an automatic number. ``fields`` is how many fields were open at its start.
    """

    runs: list[Run] = field(default_factory=list)
    hidden: bool = False
    hides_number: bool = False
    tracked: bool = False
    unknown: bool = False
    unsure: bool = False
    opaque: bool = False
    numbered: bool = False
    fields: int = 0

    def add(self, text: str, font: str = "", *, raised: bool = False) -> None:
        """Append a piece of text, maybe set higher or lower than the rest."""
        self.runs.append(Run(text, font, raised))

    def hide(self, text: str) -> None:
        """Note text that a reader does not see."""
        self.hidden = True
        self.hides_number = self.hides_number or has_digit(text)

    def take_lines(self) -> tuple[str, ...]:
        """The lines with something in them, cleaned; nothing stays."""
        text = of_text(tuple(self.runs), "").text
        self.runs.clear()
        return tuple(line.strip() for line in text.split("\n") if line.strip())

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell that this is, or None for an empty one."""
        content = of_text(tuple(self.runs), "")
        raw, text = str(content.raw).strip("\n"), content.text.strip("\n")
        problem = self._problem(text)
        if not raw and not problem:
            return None
        kind = CellKind.TEXT if raw else CellKind.BLANK
        return Cell(row, column, kind, raw or None, text, problem=problem, font=content.font, cleaned=content.cleaned)

    def _problem(self, text: str) -> str:
        """The rule that refuses a figure here, or empty."""
        blank, number = not text.strip(), has_digit(text)
        if self.tracked:
            return "tracked-changes"
        if self.hides_number or (self.hidden and number):
            return "hidden-text"
        if self.unknown or self.unsure or (self.opaque and (blank or number)) or (self.numbered and blank):
            return "unknown-content"
        return ""
