"""The marked copy of one received workbook, made in a worker, and given out only when it reads exactly as the original does."""

from pathlib import Path

from msgspec.structs import replace

from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.returned import Marked, Wanted, is_returned_list
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.model.sheet import Cell, CellKind, Reading, Sheet
from tuyentruyen_cli.read.file import bytes_of, read_bytes
from tuyentruyen_cli.render.returned.book import marked_copy
from tuyentruyen_cli.render.returned.loss import loss
from tuyentruyen_cli.render.returned.words import lines

KINDS = frozenset({"xlsx", "xlsm"})


def mark(path: Path, name: str, wanted: Wanted, schema: ReportSchema) -> Marked:
    """The copy of one reading of a file, or why there is none. No file makes this raise (but MemoryError)."""
    data = bytes_of(path, name, wanted.reading)
    if data is None:
        return Marked(wanted.findings, reason="original")
    reading = read_bytes(data, wanted.reading)
    visible = tuple(s.part for s in reading.sheets if not s.hidden and not is_returned_list(s))
    marked = Marked(tuple(_as_shown(f, reading) for f in wanted.findings), visible)
    if reading.content not in KINDS or not reading.sheets:
        return marked._replace(reason="kind")
    said = lines(marked.findings, reading.content, visible, schema)
    merges = {s.part: s.merges for s in reading.sheets}
    try:
        lost = loss(data)
        if lost:
            return marked._replace(reason=lost.reason, detail=lost.detail)
        copy = marked_copy(data, said, merges, wanted.title, wanted.how, wanted.author)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - openpyxl raises whatever its own code meets in a file that it does not expect
        return marked._replace(reason="structure")
    if not reads_alike(reading, read_bytes(copy, wanted.reading)):
        return marked._replace(reason="differs")
    return marked._replace(copy=copy, ending=f".{reading.content}")


def reads_alike(original: Reading, copy: Reading) -> bool:
    """Whether a copy holds the list and, beside it, the sheets of the original, each cell with its formula as it was."""
    return any(map(is_returned_list, copy.sheets)) and _others(original) == _others(copy)


def _others(reading: Reading) -> list[Sheet]:
    return [s for s in reading.sheets if not is_returned_list(s)]


def _as_shown(finding: Finding, reading: Reading) -> Finding:
    """The finding with a number as a Vietnamese Excel shows it: 1,2 and not 1.2."""
    place = finding.location
    typed = finding.argument("typed")
    sheet = next((s for s in reading.sheets if s.part == place.part), None)
    if sheet is None or not isinstance(typed, str) or place.row is None:
        return finding
    cell: Cell | None = next((c for c in sheet.cells if (c.row, c.column) == (place.row, place.column)), None)
    if cell is None or cell.kind is not CellKind.NUMBER or typed != cell.text:
        return finding
    changed = tuple((n, typed.replace(".", ",") if n == "typed" else v) for n, v in finding.arguments)
    return replace(finding, arguments=changed)
