"""What holds for every cell of figures, whatever its measure."""

from msgspec.structs import replace

from tuyentruyen_cli.model.parsed import Parsed, Refused, Result
from tuyentruyen_cli.model.sheet import Cell, CellKind
from tuyentruyen_cli.vi.regex import regex

# Marks that turn the order of what follows: the number on the screen is not the number in the file.
_TURNED = regex(r"[\u202b\u202e\u2067]")


def refuse_cell(cell: Cell) -> Refused | None:
    """The refusal of a cell that can hold no figure, whatever it says."""
    if cell.problem:
        return Refused(cell.problem)
    if cell.kind is CellKind.ERROR:
        return Refused("error-cell")
    if cell.kind is CellKind.BOOLEAN or isinstance(cell.raw, bool):
        return Refused("not-a-number")
    return None


def after_cleaning(result: Result, cell: Cell) -> Result:
    """The result with the note that something was removed from the text, or refused where that hid another order."""
    if not cell.cleaned or not isinstance(result, Parsed):
        return result
    if isinstance(cell.raw, str) and not cell.font and _TURNED.search(cell.raw):
        return Refused("malformed-number")
    return replace(result, notes=(*result.notes, "text-cleaned"))
