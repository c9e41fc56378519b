"""The rows of a worksheet written as nearly every program writes them, taken without building an element for each cell.

A sheet is mostly ``<c r="B7" s="4"><v>12</v></c>``, and its elements cost several times as much as what they say. Here every
byte of the rows must belong to one narrow form of XML, which has one meaning: no comments, prefixes, line breaks
between elements, or anything that a form does not name. Other sheets are not refused but read as the trees they are
(``markup``), and so is what stands around the rows of these (``PlainRows.frame``).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tuyentruyen_cli.read.markup import encoding_of
from tuyentruyen_cli.read.preflight import MAX_ROW
from tuyentruyen_cli.read.xlsx_cell import Said
from tuyentruyen_cli.read.xlsx_formula import Formula
from tuyentruyen_cli.read.xlsx_strings import unescaped

_REMEMBERED: Final = 8192
_LONGEST_REMEMBERED: Final = 200  # bytes
# A mark of byte order, and whatever is no UTF-8, are left to the parser.
_BEGINNINGS: Final = (b"<?xml ", b"<worksheet")
_ENCODINGS: Final = frozenset({b"", b"utf-8"})
_OPEN: Final = b"<sheetData>"
_CLOSE: Final = b"</sheetData>"
_NAME: Final = b"sheetData"
_ROW: Final = b'<row r="'
_ROW_END: Final = b"</row>"
_CELL: Final = b'<c r="'
_ATTRIBUTES: Final = re.compile(rb"""(?: [A-Za-z][A-Za-z0-9]*(?::[A-Za-z]+)?="[ !#-%'-;=?-~]*")*/?""")
# Text without line ends that XML would change, and what only some parsers let pass: U+F000 and above.
_CHARACTERS: Final = rb"[\t\n -%'-;=?-\x7f\x80-\xee]*"
_TEXT: Final = _CHARACTERS + rb"(?:&(?:amp|lt|gt|quot|apos|#[0-9]{1,6});" + _CHARACTERS + rb")*"
_REFERENCE: Final = re.compile("&([^;]*);")
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
# The characters of XML 1.0, where they begin and end.
_CONTROLS: Final = frozenset({0x9, 0xA, 0xD})
_SPACE, _SURROGATES, _PRIVATE, _NO_CHARACTERS, _ASTRAL = 0x20, 0xD800, 0xE000, 0xFFFE, 0x10000
_CONTENT: Final = re.compile(
    rb"(?:"
    rb'(?: s="(?P<style>[0-9]+)")?(?: t="(?P<kind>[a-zA-Z]+)")?'
    rb'| t="(?P<kind_first>[a-zA-Z]+)" s="(?P<style_last>[0-9]+)"'
    rb")(?:/>|>"
    rb'(?P<f><f(?: aca="false")?(?: t="(?P<shared>shared)")?(?: ref="[A-Z0-9:]+")?(?: ca="1")?(?: si="(?P<group>[0-9]+)")?'
    rb"(?:/>|>(?P<formula>" + _TEXT + rb")</f>))?"
    rb"(?P<v><v>(?P<value>" + _TEXT + rb")</v>|<v ?/>)?"
    rb'(?P<is><is><t(?: xml:space="preserve")?>(?P<inline>' + _TEXT + rb")</t></is>)?"
    rb"</c>)"
)


class NotPlainError(Exception):
    """The sheet is no plain one; nothing else is known of it."""


class PlainRows:
    """The rows of a worksheet in their order: the number, also as written, and the cells as ``<c r="`` parts them.

    ``attributes``: the others of the rows so far, as written, and which rows have them. Raises NotPlainError, also while the
    rows are gone through.
    """

    def __init__(self, content: bytes) -> None:
        start = content.find(_OPEN) + len(_OPEN)
        # The name only twice: then the element of that name which the frame shows is the one that was cut, and no comment.
        if start < len(_OPEN) or content.count(_NAME) != 2:  # noqa: PLR2004
            raise NotPlainError
        end = content.find(_CLOSE, start)
        if end < 0 or not content.startswith(_BEGINNINGS) or encoding_of(content) not in _ENCODINGS:
            raise NotPlainError
        self._content, self._start, self._end = content, start, end
        self.attributes: dict[bytes, list[int]] = {}

    def __iter__(self) -> Iterator[tuple[int, bytes, list[bytes]]]:
        content, at, end, last = self._content, self._start, self._end, 0
        if not content.startswith((_ROW, _CLOSE), at):
            raise NotPlainError
        while at < end:
            begin = at + len(_ROW)
            at = content.find(_ROW, begin, end)
            if at < 0:
                at = end
            written, _, rest = content[begin:at].partition(b'"')
            attributes, _, inside = rest.partition(b">")
            number, cells = _number(written), inside.removesuffix(_ROW_END).split(_CELL)
            if number <= last or cells[0] or attributes.endswith(b"/") is inside.endswith(_ROW_END):
                raise NotPlainError
            last = number
            self._listed(attributes).append(number)
            del cells[0]
            yield number, written, cells

    def frame(self) -> bytes:
        """The worksheet with its rows, which were gone through, replaced by an empty one for each of ``attributes``."""
        rows = b"".join(b'<row r="1"%b/>' % one.removesuffix(b"/") for one in self.attributes)
        return self._content[: self._start] + rows + self._content[self._end :]

    def _listed(self, attributes: bytes) -> list[int]:
        """The numbers of the rows that have these attributes."""
        numbers = self.attributes.get(attributes)
        if numbers is None:
            if not _ATTRIBUTES.fullmatch(attributes):
                raise NotPlainError
            numbers = self.attributes[attributes] = []
        return numbers


def _number(written: bytes) -> int:
    number = int(written) if written.isdigit() and not written.startswith(b"0") else 0
    if number > MAX_ROW:
        raise NotPlainError
    return number


def plain_cell(piece: bytes) -> Said:
    """What follows a cell's address, up to the next cell. Raises NotPlainError."""
    return _remembered(piece) if len(piece) <= _LONGEST_REMEMBERED else _plain_cell(piece)


def _plain_cell(piece: bytes) -> Said:
    found = _CONTENT.fullmatch(piece)
    if not found:
        raise NotPlainError
    style, kind, kind_first, style_last, f, shared, group, formula, v, value, i, inline = found.groups()
    return Said(
        _text(style or style_last or b"0"),
        _text(kind or kind_first or b"n"),
        None if v is None else _text(value),
        None if f is None else Formula(_text(formula), _text(shared), _text(group)),
        None if i is None else unescaped(_text(inline)),
    )


def _text(written: bytes | None) -> str:
    if not written:
        return ""
    try:
        text = written.decode()
    except UnicodeDecodeError as error:
        raise NotPlainError from error
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _referred(match: re.Match[str]) -> str:
    name = match[1]
    if name in _NAMED:
        return _NAMED[name]
    number = int(name[1:])
    if not (number in _CONTROLS or _SPACE <= number < _SURROGATES or _PRIVATE <= number < _NO_CHARACTERS or number >= _ASTRAL):
        raise NotPlainError
    return chr(number)


# Small numbers and the places of labels are said alike in every file.
_remembered = lru_cache(maxsize=_REMEMBERED)(_plain_cell)
