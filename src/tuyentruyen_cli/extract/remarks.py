"""What is said of a file though it refuses no figure: hidden sheets, columns not read, fonts decoded, text cleaned."""

from collections.abc import Iterable, Iterator

from tuyentruyen_cli.extract.grid import is_blank
from tuyentruyen_cli.extract.surroundings import Line
from tuyentruyen_cli.extract.table import Table
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.sheet import Reading
from tuyentruyen_cli.vi.text import fold_plain


def about_sheets(reading: Reading) -> Iterator[Finding]:
    """A warning for each hidden sheet that holds something."""
    for sheet in reading.sheets:
        if sheet.hidden and any(not is_blank(c) for c in sheet.cells):
            yield Finding("hidden-sheet", RULES["hidden-sheet"], Location(sheet.file, sheet.part))


def about_columns(table: Table) -> Iterator[Finding]:
    """A note for each column whose heading means nothing to the schema, a warning for rows below that are not read."""
    for column in table.header.columns:
        if column.role is None and column.path and not column.rivals and column not in table.label_columns:
            yield Finding("extra-column", RULES["extra-column"], column.location, (("heading", column.heading),))
    if table.unread is not None:
        yield Finding("unread-table", RULES["unread-table"], table.unread)


def about_cells(table: Table) -> Iterator[Finding]:
    """One note a table for text decoded from a legacy font, and one for text that was cleaned."""
    if not table.grid.unusual:
        return
    cells = table.grid.sheet.cells
    decoded = [c for c in cells if c.font]
    if decoded:
        said = (("encoding", decoded[0].font), ("count", len(decoded)))
        yield Finding("legacy-font", RULES["legacy-font"], table.grid.sheet.locate(decoded[0]), said)
    cleaned = [c for c in cells if c.cleaned]
    if cleaned:
        arguments = (("removed", tuple(dict.fromkeys(n for c in cleaned for n in c.cleaned))), ("count", len(cleaned)))
        yield Finding("text-cleaned", RULES["text-cleaned"], table.grid.sheet.locate(cleaned[0]), arguments)


def says_supplement(file: str, titles: Iterable[Line]) -> bool:
    """Whether a file says in its name or title that it completes another one."""
    plain = fold_plain(file).replace("_", " ").replace("-", " ")
    return "bo sung" in plain.replace("van ban bo sung", "") or any(
        "bao cao bo sung" in fold_plain(line.text) for line in titles
    )
