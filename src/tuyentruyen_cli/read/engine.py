"""The second reading: python-calamine over the same bytes."""

import io
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final, NamedTuple

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from tuyentruyen_cli.read.fault import unreadable

NAME: Final = "calamine"


class SecondSheet(NamedTuple):
    """A sheet as the engine reads it: rows from A1 on, with an empty text where there is nothing.

    ``values`` are beside them: what stands elsewhere than where the engine found it, by 1-based (row, column).
    """

    name: str
    values: dict[tuple[int, int], Any]
    rows: Sequence[Sequence[Any]] = ()

    def placed(self) -> "SecondSheet":
        """The same with all that is not empty in ``values``."""
        rows = ((r, c, value) for r, row in enumerate(self.rows, 1) for c, value in enumerate(row, 1))
        return SecondSheet(self.name, self.values | {(r, c): value for r, c, value in rows if value != ""})


def second_reading(data: bytes, names: Collection[str]) -> tuple[SecondSheet, ...]:
    """The worksheets in order. Raises FileFault when the engine cannot open the file, or finds a sheet not in ``names``.

    The engine lays a sheet out as a full rectangle, also for two far cells: callers bound the area of the sheets they name, or
    it aborts the process.
    """
    try:
        return tuple(_sheets(CalamineWorkbook.from_filelike(io.BytesIO(data)), names))
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise unreadable("engine", engine=NAME) from error
    except BaseException as error:
        # A panic in Rust arrives as an exception that no one exports and that is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise unreadable("engine", engine=NAME) from error


def _sheets(workbook: CalamineWorkbook, names: Collection[str]) -> Iterator[SecondSheet]:
    for index, listed in enumerate(workbook.sheets_metadata):
        if listed.typ != SheetTypeEnum.WorkSheet:
            continue
        if listed.name not in names:
            raise unreadable("engine", engine=NAME)
        yield SecondSheet(listed.name, {}, workbook.get_sheet_by_index(index).to_python(skip_empty_area=False))
