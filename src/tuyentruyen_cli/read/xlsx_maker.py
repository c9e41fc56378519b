"""From what the elements of a worksheet's cells say to what a ``Cell`` says: formulas that cells share, and what repeats."""

import re
from typing import Final, TypeAlias

from tuyentruyen_cli.model.sheet import CellKind, Raw
from tuyentruyen_cli.read.cell_content import struck_out
from tuyentruyen_cli.read.preflight import MAX_COLUMN
from tuyentruyen_cli.read.xlsx_cell import Said, Workbook
from tuyentruyen_cli.read.xlsx_formula import Formula, SharedFormula, column_number
from tuyentruyen_cli.read.xlsx_plain import NotPlainError, plain_cell

# The fields of a Cell after its row and column; empty for a ``c`` without anything in it.
About: TypeAlias = tuple[CellKind, Raw, str, str, str, str, bool, None, str, tuple[str, ...]]
Nothing: TypeAlias = tuple[()]

# What has an element in it, and still nothing to say: it counts for how far the sheet reaches.
SILENT: Final[About] = (CellKind.BLANK, None, "", "", "", "", False, None, "", ())
_REMEMBERED: Final = 8192
# Of so few digits that each number is exact as a double.
_WHOLE_NUMBER: Final = re.compile(rb'(?: s="([0-9]+)")?><v>([0-9]{1,15})</v></c>')
_LETTERS: Final = re.compile(rb"[A-Z]{1,3}")


class _Columns(dict[bytes, int]):
    """Columns by their letters. Raises NotPlainError for what is no column's letters."""

    def __missing__(self, letters: bytes) -> int:
        number = column_number(letters.decode()) if _LETTERS.fullmatch(letters) else MAX_COLUMN + 1
        if number > MAX_COLUMN:
            raise NotPlainError
        self[letters] = number
        return number


COLUMNS: Final = _Columns()


class CellMaker:
    """The cells of one worksheet. ``known``: what stands in a plain cell, after its address, and what came of it."""

    def __init__(self, workbook: Workbook) -> None:
        self.known: dict[bytes, About | Nothing] = {}
        self._workbook = workbook
        self._shared: dict[str, SharedFormula] = {}

    def learned(self, row: int, column: int, piece: bytes) -> About | Nothing:
        """What a plain cell comes to, which is remembered unless a formula makes it the only one. Raises NotPlainError."""
        about: About | Nothing | None = self._whole_number(piece)
        if about is None:
            said = plain_cell(piece)
            silent = said.value is None and said.formula is None and said.inline is None
            about = () if silent else self.about(row, column, said)
            if said.formula is not None:
                return about
        if len(self.known) >= _REMEMBERED:
            self.known.clear()
        self.known[piece] = about
        return about

    def _whole_number(self, piece: bytes) -> About | None:
        """What a cell comes to that shows a whole number as it is, the same as in any other way; None for another one."""
        found = _WHOLE_NUMBER.fullmatch(piece)
        style = self._workbook.styles[(found[1] or b"0").decode()] if found else None
        if found is None or style is None or style.kind is not CellKind.NUMBER or style.struck:
            return None
        number = int(found[2])
        return CellKind.NUMBER, number, str(number), style.number_format, "", "", False, None, "", ()

    def about(self, row: int, column: int, said: Said) -> About:
        """What a cell with an element in it comes to."""
        style = self._workbook.styles[said.style]
        content = self._workbook.content(said, style)
        if content is None:
            return SILENT
        kind, raw, text, problem, font, cleaned = struck_out(content) if style.struck else content
        if raw == "" and not problem and said.formula is None:
            return SILENT
        formula = "" if said.formula is None else self._text_of(said.formula, row, column)
        return kind, raw, text, style.number_format, formula, problem, False, None, font, cleaned

    def _text_of(self, formula: Formula, row: int, column: int) -> str:
        if formula.kind == "shared":
            if formula.text:
                self._shared[formula.group] = SharedFormula(formula.text, row, column)
            elif formula.group in self._shared:
                return self._shared[formula.group].at(row, column)
        elif formula.kind == "dataTable":
            return f"TABLE({','.join(formula.inputs)})"
        return formula.text
