"""A worksheet whose cells lie far apart, written again with its cells side by side.

python-calamine lays a sheet out as one rectangle and aborts the process when A1 and XFD1048576 are both used. Only addresses
are changed: what the cells say is copied, so that the second reading still is one.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from tuyentruyen_cli.model.location import column_letters
from tuyentruyen_cli.read.archive import Archive, member_key
from tuyentruyen_cli.read.markup import SPREADSHEET, Attributes, escaped, parser, run
from tuyentruyen_cli.read.xlsx_sheet import Position

_WIDTH: Final = 64
_COPIED: Final = frozenset({"v", "f", "is", "r", "t", "rPh"})
_WITH_TEXT: Final = frozenset({"v", "f", "t"})
_SPACE: Final = "http://www.w3.org/XML/1998/namespace space"


class PackedSheet:
    """The cells with content of a worksheet, side by side. ``addresses`` are where they stood, in their new order."""

    def __init__(self, content: bytes) -> None:
        self.addresses: list[tuple[int, int]] = []
        self._position = Position()
        self._out: list[str] = []
        self._waiting: Attributes | None = None
        self._in_cell = False
        self._parser = parser()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        run(self._parser, content)

    def content(self) -> bytes:
        """The worksheet's new XML."""
        body = "".join(self._out) + ("</row>" if self.addresses else "")
        return f'<worksheet xmlns="{SPREADSHEET[0]}"><sheetData>{body}</sheetData></worksheet>'.encode()

    def original(self, row: int, column: int) -> tuple[int, int]:
        """Where the cell at a new address stood."""
        return self.addresses[(row - 1) * _WIDTH + column - 1]

    def _start(self, name: str, attributes: Attributes) -> None:
        local = _local(name)
        if local == "row":
            self._position.start_row(attributes)
        elif local == "c":
            self._position.start_cell(attributes.get("r"))
            self._waiting = attributes
        elif local in _COPIED and (self._waiting is not None or self._in_cell):
            self._open_cell()
            self._out.append(f'<{local} xml:space="preserve">' if attributes.get(_SPACE) == "preserve" else f"<{local}>")
            if local in _WITH_TEXT:
                self._parser.CharacterDataHandler = self._text

    def _end(self, name: str) -> None:
        local = _local(name)
        if local == "c":
            if self._in_cell:
                self._out.append("</c>")
            self._waiting, self._in_cell = None, False
        elif self._in_cell and local in _COPIED:
            self._parser.CharacterDataHandler = None
            self._out.append(f"</{local}>")

    def _text(self, text: str) -> None:
        self._out.append(escaped(text))

    def _open_cell(self) -> None:
        """Writes the start of the cell when its first content is met; empty cells are left out."""
        if self._waiting is None:
            return
        row, column = divmod(len(self.addresses), _WIDTH)
        if column == 0:
            self._out.append(f'{"</row>" if row else ""}<row r="{row + 1}">')
        kept = "".join(f' {key}="{escaped(self._waiting[key])}"' for key in ("s", "t") if key in self._waiting)
        self._out.append(f'<c r="{column_letters(column + 1)}{row + 1}"{kept}>')
        self.addresses.append((self._position.row, self._position.column))
        self._waiting, self._in_cell = None, True


def with_parts(archive: Archive, replaced: Mapping[str, bytes]) -> bytes:
    """The archive again, some of its members replaced."""
    by_key = {member_key(name): content for name, content in replaced.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as written:
        for name in archive.names:
            content = by_key.get(member_key(name))
            written.writestr(name, archive.part(name) if content is None else content)
    return out.getvalue()


def _local(name: str) -> str:
    """The local name of an element of a spreadsheet, empty for any other."""
    namespace, _, local = name.rpartition(" ")
    return local if namespace in SPREADSHEET else ""
