"""Where the kept originals lie, as seen from a finished document."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from tuyentruyen_cli.model.location import Location

# Programs open these at a cell that a link names.
WITH_SHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})


class Originals:
    """The kept copy of each received file, by the name that locations say, as seen from the folder of the document.

    Without a folder (standard output) paths start from the root of the disk.
    """

    def __init__(self, kept: Mapping[str, Path] | None = None, folder: Path | None = None) -> None:
        self._kept = kept or {}
        self._folder = folder
        self._ways: dict[Path, str] = {}

    def path(self, file: str) -> str:
        """The way from the document to a file's kept copy, with ``/``; a ``file:`` address where there is none; else empty."""
        path = self._kept.get(file)
        if path is None:
            return ""
        if path.parent not in self._ways:
            self._ways[path.parent] = self._way(path.parent)
        way = self._ways[path.parent]
        return f"{way}/{path.name}" if way else path.absolute().as_uri()

    def _way(self, folder: Path) -> str:
        """The way to a folder; empty where there is none, such as to another drive of Windows."""
        if self._folder is None:
            return ""
        try:
            return Path(os.path.relpath(folder, self._folder)).as_posix()
        except ValueError:
            return ""

    def address(self, file: str) -> str:
        """``path`` as a link of a page."""
        path = self.path(file)
        return path if path.startswith("file:") else quote(path)

    def cell(self, place: Location) -> str:
        """``path`` with the sheet and cell to open it at, as spreadsheets write it, where the file has sheets."""
        path = self.path(place.file)
        if not path or Path(path).suffix.lower() not in WITH_SHEETS or not place.part or not place.cell:
            return path
        part = place.part.replace("'", "''")
        return f"{path}#'{part}'!{place.cell}"
